/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes of whole pixels, written into an image without a path: a thousand of them take no time. A tile repeated over
 * them, pixel by pixel as it is. */
#include "draw/pixel-fill.h"

#include <math.h>
#include <string.h>

/* The image's pixels that may be written, and how the boxes come onto them. */
typedef struct
{
  guint8 *data;
  int stride;
  int left, top, right, bottom; /* of the clip */
  int scale;
  int x, y; /* where the boxes' origin is */
} Pixels;

static gboolean
is_whole (double value)
{
  return value == floor (value);
}

/* Whether a pixel of the picture is one or some whole pixels of an image. */
static gboolean
find_pixels (cairo_t *cr,
             Pixels  *pixels)
{
  cairo_surface_t *surface = cairo_get_group_target (cr);
  double left, top, right, bottom, x, y;
  cairo_matrix_t matrix;

  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE)
    return FALSE;
  cairo_format_t format = cairo_image_surface_get_format (surface);
  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_offset (surface, &x, &y);
  if ((format != CAIRO_FORMAT_ARGB32 && format != CAIRO_FORMAT_RGB24) || x != 0.0 || y != 0.0 || matrix.xy != 0.0
      || matrix.yx != 0.0 || matrix.xx != matrix.yy || matrix.xx < 1.0 || !is_whole (matrix.xx)
      || !is_whole (matrix.x0) || !is_whole (matrix.y0))
    return FALSE;
  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  cairo_user_to_device (cr, &left, &top);
  cairo_user_to_device (cr, &right, &bottom);
  cairo_surface_flush (surface);
  *pixels = (Pixels) { cairo_image_surface_get_data (surface), cairo_image_surface_get_stride (surface),
                       MAX (0, (int) floor (left)), MAX (0, (int) floor (top)),
                       MIN (cairo_image_surface_get_width (surface), (int) ceil (right)),
                       MIN (cairo_image_surface_get_height (surface), (int) ceil (bottom)),
                       (int) matrix.xx, (int) matrix.x0, (int) matrix.y0 };
  return pixels->data != NULL;
}

/* Boxes in the order of their left edges, one below the other where these are the same. What is half transparent is
 * painted once where boxes overlap, so these are left to others. */
static gboolean
are_apart (const EntBox *boxes,
           gsize         n)
{
  for (gsize i = 1; i < n; i++)
    {
      const EntBox *before = &boxes[i - 1];
      gboolean is_right = boxes[i].x >= before->x + before->width;
      gboolean is_below = boxes[i].x == before->x && boxes[i].width == before->width
                          && boxes[i].y >= before->y + before->height;
      if (!is_right && !is_below)
        return FALSE;
    }
  return TRUE;
}

static guint32
to_pixel (EntColour colour)
{
  guint32 alpha = (guint32) lround (colour.alpha * 255.0);
  guint32 red = (guint32) lround (colour.red * colour.alpha * 255.0);
  guint32 green = (guint32) lround (colour.green * colour.alpha * 255.0);
  guint32 blue = (guint32) lround (colour.blue * colour.alpha * 255.0);

  return alpha << 24 | red << 16 | green << 8 | blue;
}

/* Two channels at once, each divided by 255 and rounded. */
static guint32
scale_pair (guint32 pair,
            guint32 by)
{
  guint32 product = pair * by + 0x00800080;

  return (product + (product >> 8 & 0x00ff00ff)) >> 8 & 0x00ff00ff;
}

static void
fill_row (guint32 *row,
          int      n,
          guint32  pixel)
{
  guint32 rest = 255 - (pixel >> 24);

  if (rest == 0)
    {
      for (int i = 0; i < n; i++)
        row[i] = pixel;
      return;
    }
  for (int i = 0; i < n; i++)
    row[i] = pixel + (scale_pair (row[i] & 0x00ff00ff, rest) | scale_pair (row[i] >> 8 & 0x00ff00ff, rest) << 8);
}

static void
fill_box (const Pixels *pixels,
          const EntBox *box,
          guint32       pixel)
{
  int left = MAX (pixels->left, pixels->x + (int) box->x * pixels->scale);
  int right = MIN (pixels->right, pixels->x + (int) (box->x + box->width) * pixels->scale);
  int top = MAX (pixels->top, pixels->y + (int) box->y * pixels->scale);
  int bottom = MIN (pixels->bottom, pixels->y + (int) (box->y + box->height) * pixels->scale);

  for (int y = top; y < bottom && right > left; y++)
    fill_row ((guint32 *) (gpointer) (pixels->data + (gsize) y * (gsize) pixels->stride) + left, right - left, pixel);
}

/**
 * ent_pixel_fill_boxes:
 * @cr: what is drawn with, clipped to a box if at all
 * @boxes: (array length=n): boxes of whole pixels
 * @n: how many
 * @colour: in which colour
 *
 * Returns: whether it could be done: only in images, and where no box lies over another
 */
gboolean
ent_pixel_fill_boxes (cairo_t      *cr,
                      const EntBox *boxes,
                      gsize         n,
                      EntColour     colour)
{
  guint32 pixel = to_pixel (colour);
  Pixels pixels;

  if ((pixel >> 24 != 255 && !are_apart (boxes, n)) || !find_pixels (cr, &pixels))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    fill_box (&pixels, &boxes[i], pixel);
  cairo_surface_mark_dirty (cairo_get_group_target (cr));
  return TRUE;
}

/* Tiles begin at the origin of what is drawn, so that those of two boxes meet. */
static const guint32 *
get_tile_row (cairo_surface_t *tile,
              int              y)
{
  int height = cairo_image_surface_get_height (tile);
  int row = (y % height + height) % height;

  return (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (tile)
                                            + (gsize) row * (gsize) cairo_image_surface_get_stride (tile));
}

static void
copy_row (guint32       *row,
          int            n,
          const guint32 *tile,
          int            tile_width,
          int            at)
{
  while (n > 0)
    {
      int part = MIN (n, tile_width - at);
      memcpy (row, tile + at, (gsize) part * sizeof *row);
      row += part;
      n -= part;
      at = 0;
    }
}

/**
 * ent_pixel_fill_tile:
 * @cr: what is drawn with, clipped to a box if at all
 * @box: a box of whole pixels
 * @tile: an opaque tile of as many pixels as the device has there
 *
 * Returns: whether it could be done: only in images
 */
gboolean
ent_pixel_fill_tile (cairo_t         *cr,
                     const EntBox    *box,
                     cairo_surface_t *tile)
{
  Pixels pixels;

  if (cairo_surface_get_type (tile) != CAIRO_SURFACE_TYPE_IMAGE
      || cairo_image_surface_get_format (tile) != CAIRO_FORMAT_ARGB32 || !find_pixels (cr, &pixels))
    return FALSE;
  int left = MAX (pixels.left, pixels.x + (int) box->x * pixels.scale);
  int right = MIN (pixels.right, pixels.x + (int) (box->x + box->width) * pixels.scale);
  int top = MAX (pixels.top, pixels.y + (int) box->y * pixels.scale);
  int bottom = MIN (pixels.bottom, pixels.y + (int) (box->y + box->height) * pixels.scale);
  int width = cairo_image_surface_get_width (tile);

  cairo_surface_flush (tile);
  for (int y = top; y < bottom && right > left; y++)
    copy_row ((guint32 *) (gpointer) (pixels.data + (gsize) y * (gsize) pixels.stride) + left, right - left,
              get_tile_row (tile, y - pixels.y), width, ((left - pixels.x) % width + width) % width);
  cairo_surface_mark_dirty (cairo_get_group_target (cr));
  return TRUE;
}
