/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/chart-export.h"

#include <cairo-pdf.h>

#include "draw/draw-chart.h"
#include "export/export-request.h"

#define FONT_SIZE 0.0 /* the usual one */
#define POINTS_PER_PIXEL 0.75

static cairo_status_t
append_bytes (void                *data,
              const unsigned char *bytes,
              unsigned int         length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
paint (cairo_surface_t     *surface,
       const EntChartScene *scene,
       const EntStyle      *style,
       EntText             *text,
       double               scale)
{
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, style->background.red, style->background.green, style->background.blue);
  cairo_paint (cr);
  ent_draw_chart (cr, scene, style, text, ENT_CHART_NO_BAR);
  cairo_destroy (cr);
}

/**
 * ent_chart_export_new_bytes:
 * @chart: a figure
 * @format: the file's format
 * @theme: its colours
 * @width: in pixels before @pixel_scale; the height is what the figure needs
 * @pixel_scale: pixels of a PNG to a pixel of the layout
 * @translator: (nullable): the language of its axis
 * @error: where to say that the drawing library failed
 *
 * Returns: (transfer full): a file with the figure; %NULL with @error set
 */
GBytes *
ent_chart_export_new_bytes (const EntChart       *chart,
                            EntChartFormat        format,
                            EntTheme              theme,
                            double                width,
                            double                pixel_scale,
                            const EntTranslator  *translator,
                            GError              **error)
{
  g_return_val_if_fail (chart != NULL && width > 0.0 && pixel_scale > 0.0, NULL);

  g_autoptr (EntText) text = ent_text_new (NULL, FONT_SIZE, format == ENT_CHART_PNG ? pixel_scale : 1.0);
  g_autoptr (EntChartScene) scene = ent_chart_scene_new (chart, width, FALSE, ent_text_get_measure (text), translator);
  GByteArray *out = g_byte_array_new ();
  cairo_surface_t *surface;

  if (format == ENT_CHART_PNG)
    surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (scene->width * pixel_scale),
                                          (int) (scene->height * pixel_scale));
  else
    surface = cairo_pdf_surface_create_for_stream (append_bytes, out, scene->width * POINTS_PER_PIXEL,
                                                   scene->height * POINTS_PER_PIXEL);
  paint (surface, scene, ent_style_get (theme), text, format == ENT_CHART_PNG ? pixel_scale : POINTS_PER_PIXEL);
  if (format == ENT_CHART_PNG)
    cairo_surface_write_to_png_stream (surface, append_bytes, out);
  cairo_surface_finish (surface);
  cairo_status_t status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (out);
  if (status == CAIRO_STATUS_SUCCESS && g_bytes_get_size (bytes) > 0)
    return g_steal_pointer (&bytes);
  g_set_error (error, ENT_EXPORT_ERROR, ENT_EXPORT_ERROR_DRAWING, "The drawing library failed: %s",
               cairo_status_to_string (status));
  return NULL;
}
