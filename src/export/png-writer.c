/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo.h>
#include <math.h>
#include <png.h>

#include "export/picture.h"

/* Pixels are drawn and written in strips, so that memory does not follow the picture's height; a strip is
 * drawn in tiles, as the drawing library has no surface wider than 32,767 pixels. */
#define STRIP_BYTES (8u << 20)
#define MOST_STRIP_ROWS 512u
#define TILE_WIDTH 16384u
#define BYTES_PER_PIXEL 4u
#define INCHES_PER_METRE (1.0 / 0.0254)
#define LAYOUT_DPI 96.0

/* What a jump out of libpng must leave behind in order. */
typedef struct
{
  EntExportSink *sink;
  const EntPicture *picture;
  double pixel_scale;
  png_structp png;
  png_infop info;
  cairo_surface_t **tiles;
  guint n_tiles;
  guint8 *row;
  guint width;
  guint height;
  guint strip_rows;
  gboolean alpha;
  char message[128];
} PngWriter;

static void
write_cb (png_structp png,
          png_bytep   data,
          png_size_t  length)
{
  ent_export_sink_write (png_get_io_ptr (png), data, length);
}

static void
flush_cb (png_structp png)
{
}

static void
error_cb (png_structp     png,
          png_const_charp message)
{
  g_strlcpy (png_get_error_ptr (png), message, 128);
  png_longjmp (png, 1);
}

static void
warning_cb (png_structp     png,
            png_const_charp message)
{
}

/* Cairo's pixels, whose colours are multiplied by alpha, to bytes as PNG wants them. */
static guint8 *
convert_row (const guint32 *pixels,
             guint          width,
             gboolean       alpha,
             guint8        *row)
{
  for (guint x = 0; x < width; x++)
    {
      guint32 pixel = pixels[x];
      guint32 opacity = pixel >> 24;
      for (guint channel = 0; channel < 3; channel++)
        {
          guint32 value = pixel >> (16 - 8 * channel) & 0xff;
          if (alpha)
            value = opacity > 0 ? MIN ((value * 255 + opacity / 2) / opacity, 255) : 0;
          *row++ = (guint8) value;
        }
      if (alpha)
        *row++ = (guint8) opacity;
    }
  return row;
}

static void
write_strip (PngWriter *writer,
             guint      n_rows)
{
  for (guint y = 0; y < n_rows; y++)
    {
      guint8 *end = writer->row;
      for (guint i = 0; i < writer->n_tiles; i++)
        {
          cairo_surface_t *tile = writer->tiles[i];
          const guint8 *data = cairo_image_surface_get_data (tile);
          gsize stride = (gsize) cairo_image_surface_get_stride (tile);
          end = convert_row ((const guint32 *) (gconstpointer) (data + y * stride),
                             (guint) cairo_image_surface_get_width (tile), writer->alpha, end);
        }
      png_write_row (writer->png, writer->row);
    }
}

static cairo_status_t
draw_tile (PngWriter *writer,
           guint      tile,
           guint      first_row)
{
  cairo_t *cr = cairo_create (writer->tiles[tile]);

  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  cairo_translate (cr, -(double) tile * TILE_WIDTH, -(double) first_row);
  cairo_scale (cr, writer->pixel_scale, writer->pixel_scale);
  ent_picture_draw (writer->picture, cr);
  cairo_surface_flush (writer->tiles[tile]);
  cairo_status_t status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

static void
write_header (png_structp png,
              png_infop   info,
              guint       width,
              guint       height,
              gboolean    alpha,
              double      dpi)
{
  png_uint_32 per_metre = (png_uint_32) lround (dpi * INCHES_PER_METRE);

  png_set_IHDR (png, info, width, height, 8, alpha ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_sRGB (png, info, PNG_sRGB_INTENT_PERCEPTUAL);
  png_set_pHYs (png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
  png_write_info (png, info);
}

static gboolean
write_all (PngWriter *writer,
           double     dpi)
{
  if (setjmp (png_jmpbuf (writer->png)))
    return FALSE;

  write_header (writer->png, writer->info, writer->width, writer->height, writer->alpha, dpi);
  for (guint first = 0; first < writer->height; first += writer->strip_rows)
    {
      for (guint tile = 0; tile < writer->n_tiles; tile++)
        {
          cairo_status_t status = draw_tile (writer, tile, first);
          if (status == CAIRO_STATUS_SUCCESS)
            continue;
          g_strlcpy (writer->message, cairo_status_to_string (status), sizeof writer->message);
          return FALSE;
        }
      write_strip (writer, MIN (writer->strip_rows, writer->height - first));
      if (!ent_export_sink_step (writer->sink, (double) first / writer->height))
        return TRUE;
    }
  png_write_end (writer->png, writer->info);
  return TRUE;
}

/* Whole pixels; what rounding added to a whole number makes no further one. */
static guint
to_pixels (double size)
{
  return (guint) ceil (size - 1e-3);
}

static void
make_tiles (PngWriter *writer)
{
  writer->strip_rows = CLAMP (STRIP_BYTES / (writer->width * BYTES_PER_PIXEL), 1u, MOST_STRIP_ROWS);
  writer->strip_rows = MIN (writer->strip_rows, writer->height);
  writer->n_tiles = (writer->width + TILE_WIDTH - 1) / TILE_WIDTH;
  writer->tiles = g_new (cairo_surface_t *, writer->n_tiles);
  for (guint i = 0; i < writer->n_tiles; i++)
    writer->tiles[i] = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                                   (int) MIN (TILE_WIDTH, writer->width - i * TILE_WIDTH),
                                                   (int) writer->strip_rows);
}

/**
 * ent_picture_write_png:
 * @sink: where to
 *
 * Writes the picture that is asked for as PNG.
 */
void
ent_picture_write_png (EntExportSink *sink)
{
  const EntExportRequest *request = sink->request;
  GError *error = NULL;
  g_autoptr (EntPicture) picture = ent_picture_new (request, &error);

  if (picture == NULL)
    {
      ent_export_sink_fail (sink, error);
      return;
    }
  PngWriter writer = { .sink = sink, .picture = picture, .pixel_scale = request->pixel_scale * picture->zoom,
                       .alpha = picture->style.transparent };
  writer.width = to_pixels (picture->width * writer.pixel_scale);
  writer.height = to_pixels (picture->height * writer.pixel_scale);
  writer.row = g_malloc ((gsize) writer.width * BYTES_PER_PIXEL);
  make_tiles (&writer);
  writer.png = png_create_write_struct (PNG_LIBPNG_VER_STRING, writer.message, error_cb, warning_cb);
  writer.info = png_create_info_struct (writer.png);
  png_set_write_fn (writer.png, sink, write_cb, flush_cb);
  if (!write_all (&writer, request->dpi > 0.0 ? request->dpi : LAYOUT_DPI * request->pixel_scale))
    ent_export_sink_fail (sink, g_error_new (ENT_EXPORT_ERROR, ENT_EXPORT_ERROR_DRAWING,
                                             "The picture cannot be drawn: %s", writer.message));
  png_destroy_write_struct (&writer.png, &writer.info);
  for (guint i = 0; i < writer.n_tiles; i++)
    cairo_surface_destroy (writer.tiles[i]);
  g_free (writer.tiles);
  g_free (writer.row);
}
