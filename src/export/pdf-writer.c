/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>

#include "export/picture.h"

#define POINTS_PER_PIXEL 0.75

static cairo_status_t
append_cb (void                *data,
           const unsigned char *bytes,
           unsigned int         length)
{
  return ent_export_sink_write (data, bytes, length) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
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
 * ent_picture_write_pdf:
 * @sink: where to
 *
 * Writes the picture that is asked for as PDF, its words real text.
 */
void
ent_picture_write_pdf (EntExportSink *sink)
{
  GError *error = NULL;
  g_autoptr (EntPicture) picture = ent_picture_new (sink->request, &error);

  if (picture == NULL)
    {
      ent_export_sink_fail (sink, error);
      return;
    }
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, sink, picture->width * POINTS_PER_PIXEL,
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
  if (status != CAIRO_STATUS_SUCCESS)
    ent_export_sink_fail (sink, g_error_new (ENT_EXPORT_ERROR, ENT_EXPORT_ERROR_DRAWING,
                                             "The picture cannot be drawn: %s", cairo_status_to_string (status)));
}
