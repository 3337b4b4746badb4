/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>

#include "export/pdf-canvas.h"
#include "export/pdf-pages.h"
#include "export/picture.h"

#define POINTS_PER_PIXEL 0.75
#define HAIR 0.01

/* The sink keeps what goes wrong; told of it, the drawing library stumbles over its own half-made tables. */
static cairo_status_t
append_cb (void                *data,
           const unsigned char *bytes,
           unsigned int         length)
{
  ent_export_sink_write (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The day the picture is of, not the day the file was made: the same picture is the same file. */
static void
set_metadata (const EntExportRequest *request,
              const char             *title,
              cairo_surface_t        *surface)
{
  EntDay as_of = ent_export_get_as_of (request);
  EntDay day = as_of != ENT_DAY_OPEN_START ? as_of : 0;
  EntCivilDate date = ent_civil_date_from_day (day);
  /* PDF knows no years before the first one. */
  g_autofree char *created = g_strdup_printf ("%04d-%02u-%02uT00:00:00Z", MAX (date.year, 1), date.month, date.day);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Entente");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
  if (title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  if (request->subtitle != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, request->subtitle);
}

/* All on one sheet, as large as the picture. */
static void
write_picture (EntExportSink *sink)
{
  GError *error = NULL;
  g_autoptr (EntPicture) picture = ent_picture_new (sink->request, &error);

  if (picture == NULL)
    {
      ent_export_sink_fail (sink, error);
      return;
    }
  double scale = POINTS_PER_PIXEL * picture->zoom;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, sink, picture->width * scale,
                                                                  picture->height * scale);
  cairo_t *cr = cairo_create (surface);
  set_metadata (sink->request, picture->title, surface);
  if (picture->title != NULL)
    cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, picture->title, "page=1",
                                   CAIRO_PDF_OUTLINE_FLAG_OPEN);
  cairo_scale (cr, scale, scale);
  EntPdfCanvas canvas = ent_pdf_canvas (cr, picture->text, ent_filter_index_get_store (sink->request->index), FALSE);
  /* Whatever fills a whole page makes the drawing library forget what came before it, and so where tags begin. */
  ent_picture_draw_ground (picture, &canvas.cairo.canvas);
  cairo_rectangle (cr, HAIR, HAIR, picture->width - 2.0 * HAIR, picture->height - 2.0 * HAIR);
  cairo_clip (cr);
  cairo_tag_begin (cr, ENT_PDF_DOCUMENT, NULL);
  cairo_tag_begin (cr, "Figure", NULL);
  ent_picture_draw_on (picture, cr, &canvas.cairo.canvas);
  cairo_tag_end (cr, "Figure");
  cairo_tag_end (cr, ENT_PDF_DOCUMENT);
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

/* As many sheets as it needs: the timeline, the events in words, and where they are from. */
static void
write_pages (EntExportSink *sink)
{
  EntPdfPages pages;

  ent_pdf_pages_init (&pages, sink, NULL);
  set_metadata (sink->request, pages.title, pages.surface);
  ent_pdf_pages_add_all (&pages);
  ent_pdf_pages_finish (&pages);
}

/**
 * ent_picture_write_pdf:
 * @sink: where to
 *
 * Writes the picture that is asked for as PDF, its words real text, on one sheet or on pages.
 */
void
ent_picture_write_pdf (EntExportSink *sink)
{
  if (sink->request->paged && sink->request->height > 0.0)
    write_pages (sink);
  else
    write_picture (sink);
}
