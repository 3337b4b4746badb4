/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo.h>
#include <math.h>
#include <png.h>

#include "export/picture.h"

/* Pixels are drawn and written in strips of so many rows, so that memory does not follow the
 * picture's height. */
#define STRIP_ROWS 256
#define INCHES_PER_METRE (1.0 / 0.0254)
#define LAYOUT_DPI 96.0

static void
write_cb (png_structp png,
          png_bytep   data,
          png_size_t  length)
{
  g_byte_array_append (png_get_io_ptr (png), data, (guint) length);
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
static void
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
}

static void
write_strip (png_structp      png,
             cairo_surface_t *surface,
             guint            n_rows,
             gboolean         alpha,
             guint8          *row)
{
  guint width = (guint) cairo_image_surface_get_width (surface);
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (guint y = 0; y < n_rows; y++)
    {
      convert_row ((const guint32 *) (gconstpointer) (data + (gsize) y * (gsize) stride), width, alpha, row);
      png_write_row (png, row);
    }
}

static cairo_status_t
draw_strip (const EntPicture *picture,
            cairo_surface_t  *surface,
            double            pixel_scale,
            guint             first_row)
{
  cairo_t *cr = cairo_create (surface);

  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  cairo_translate (cr, 0.0, -(double) first_row);
  cairo_scale (cr, pixel_scale, pixel_scale);
  ent_picture_draw (picture, cr);
  cairo_surface_flush (surface);
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

/* What a jump out of libpng must leave behind in order. */
typedef struct
{
  png_structp png;
  png_infop info;
  cairo_surface_t *surface;
  guint8 *row;
  guint width;
  guint height;
  gboolean alpha;
  char message[128];
} PngWriter;

static gboolean
write_all (PngWriter        *writer,
           const EntPicture *picture,
           double            pixel_scale,
           double            dpi)
{
  if (setjmp (png_jmpbuf (writer->png)))
    return FALSE;

  write_header (writer->png, writer->info, writer->width, writer->height, writer->alpha, dpi);
  for (guint first = 0; first < writer->height; first += STRIP_ROWS)
    {
      cairo_status_t status = draw_strip (picture, writer->surface, pixel_scale, first);
      if (status != CAIRO_STATUS_SUCCESS)
        {
          g_strlcpy (writer->message, cairo_status_to_string (status), sizeof writer->message);
          return FALSE;
        }
      write_strip (writer->png, writer->surface, MIN (STRIP_ROWS, writer->height - first), writer->alpha, writer->row);
    }
  png_write_end (writer->png, writer->info);
  return TRUE;
}

/**
 * ent_picture_to_png:
 * @picture: a picture
 * @pixel_scale: pixels of the file to a pixel of the layout
 * @dpi: resolution to name; 0 for 96 × @pixel_scale
 * @error: return location for an error
 *
 * Returns: (transfer full): a PNG file, or %NULL
 */
GBytes *
ent_picture_to_png (const EntPicture  *picture,
                    double             pixel_scale,
                    double             dpi,
                    GError           **error)
{
  PngWriter writer = { .alpha = picture->style.transparent };
  GByteArray *bytes = g_byte_array_new ();

  writer.width = (guint) ceil (picture->width * pixel_scale);
  writer.height = (guint) ceil (picture->height * pixel_scale);
  writer.row = g_malloc ((gsize) writer.width * 4);
  writer.surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) writer.width,
                                               (int) MIN (writer.height, STRIP_ROWS));
  writer.png = png_create_write_struct (PNG_LIBPNG_VER_STRING, writer.message, error_cb, warning_cb);
  writer.info = png_create_info_struct (writer.png);
  png_set_write_fn (writer.png, bytes, write_cb, flush_cb);
  gboolean done = write_all (&writer, picture, pixel_scale, dpi > 0.0 ? dpi : LAYOUT_DPI * pixel_scale);
  if (!done)
    g_set_error (error, ENT_EXPORT_ERROR, ENT_EXPORT_ERROR_DRAWING, "The picture cannot be drawn: %s", writer.message);
  png_destroy_write_struct (&writer.png, &writer.info);
  cairo_surface_destroy (writer.surface);
  g_free (writer.row);
  if (done)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  return NULL;
}
