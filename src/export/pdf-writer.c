/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>

#include "export/picture.h"

#define POINTS_PER_PIXEL 0.75

static cairo_status_t
append_cb (void                *data,
           const unsigned char *bytes,
           unsigned int         length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The day the picture is of, not the day the file was made: the same picture is the same file. */
static void
set_metadata (const EntPicture *picture,
              cairo_surface_t  *surface)
{
  EntDay day = picture->as_of != ENT_DAY_OPEN_START ? picture->as_of : 0;
  EntCivilDate date = ent_civil_date_from_day (day);
  /* PDF knows no years before the first one. */
  g_autofree char *created = g_strdup_printf ("%04d-%02u-%02uT00:00:00Z", MAX (date.year, 1), date.month, date.day);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Entente");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
  if (picture->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, picture->title);
  if (picture->subtitle != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, picture->subtitle);
}

/**
 * ent_picture_to_pdf:
 * @picture: a picture
 * @error: return location for an error
 *
 * Returns: (transfer full): a PDF file of one page, its words real text, or %NULL
 */
GBytes *
ent_picture_to_pdf (const EntPicture  *picture,
                    GError           **error)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, picture->width * POINTS_PER_PIXEL,
                                                                  picture->height * POINTS_PER_PIXEL);
  cairo_t *cr = cairo_create (surface);

  set_metadata (picture, surface);
  cairo_scale (cr, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
  ent_picture_draw (picture, cr);
  cairo_show_page (cr);
  cairo_status_t status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (bytes);
  g_set_error (error, ENT_EXPORT_ERROR, ENT_EXPORT_ERROR_DRAWING, "The picture cannot be drawn: %s",
               cairo_status_to_string (status));
  g_byte_array_unref (bytes);
  return NULL;
}
