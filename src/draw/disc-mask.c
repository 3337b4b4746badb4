/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A first picture has marks and dots in the colours of all lanes: hundreds of circles, of a few sizes. To turn one into
 * pixels takes fifty thousand instructions, so that is done once for each size; the mask is then painted through. */
#include "draw/disc-mask.h"

#include <math.h>

#define LARGEST 24.0 /* radius in device pixels; what is larger is rare */
#define PHASES 8.0   /* places between two pixels that masks are made for */
#define FINENESS 256.0
#define IS_MASK G_GUINT64_CONSTANT (0x8000000000000000)

/* A ring, or a disc where it has no width; in device pixels. */
typedef struct
{
  double x, y;
  double radius;
  double width;
} Disc;

static gboolean
has_phase (double position)
{
  double phase = (position - floor (position)) * PHASES;

  return phase == floor (phase);
}

static guint64
get_number (const Disc *disc)
{
  guint64 phase_x = (guint64) ((disc->x - floor (disc->x)) * PHASES);
  guint64 phase_y = (guint64) ((disc->y - floor (disc->y)) * PHASES);

  return IS_MASK | (guint64) lround (disc->radius * FINENESS) << 32 | (guint64) lround (disc->width * FINENESS) << 8
         | phase_x << 4 | phase_y;
}

static double
get_reach (const Disc *disc)
{
  return ceil (disc->radius + disc->width / 2.0) + 1.0;
}

static cairo_surface_t *
get_mask (EntSprites *sprites,
          const Disc *disc)
{
  guint64 number = get_number (disc);
  double reach = get_reach (disc);
  int size = (int) (2.0 * reach) + 1;
  cairo_surface_t *mask = ent_sprites_get_tile (sprites, number);

  if (mask != NULL)
    return mask;
  mask = cairo_image_surface_create (CAIRO_FORMAT_A8, size, size);
  cairo_t *cr = cairo_create (mask);
  cairo_arc (cr, disc->x - floor (disc->x) + reach, disc->y - floor (disc->y) + reach, disc->radius, 0.0, 2.0 * G_PI);
  cairo_set_line_width (cr, disc->width);
  if (disc->width > 0.0)
    cairo_stroke (cr);
  else
    cairo_fill (cr);
  cairo_destroy (cr);
  ent_sprites_add_tile (sprites, number, mask);
  cairo_surface_destroy (mask);
  return mask;
}

static void
paint_through (EntSprites *sprites,
               cairo_t    *cr,
               const Disc *disc,
               EntColour   colour)
{
  double reach = get_reach (disc);

  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha);
  cairo_mask_surface (cr, get_mask (sprites, disc), floor (disc->x) - reach, floor (disc->y) - reach);
}

/**
 * ent_disc_mask_paint:
 * @sprites: where masks are kept
 * @cr: where to draw
 * @x: middle
 * @y: middle
 * @radius: radius
 * @paint: how
 *
 * Draws a small circle where pixels are drawn on.
 *
 * Returns: whether it was drawn; %FALSE where it takes a path
 */
gboolean
ent_disc_mask_paint (EntSprites     *sprites,
                     cairo_t        *cr,
                     double          x,
                     double          y,
                     double          radius,
                     const EntPaint *paint)
{
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);
  if (cairo_surface_get_type (cairo_get_group_target (cr)) != CAIRO_SURFACE_TYPE_IMAGE || paint->dash > 0.0
      || cairo_get_antialias (cr) == CAIRO_ANTIALIAS_NONE || matrix.xy != 0.0 || matrix.yx != 0.0
      || matrix.xx != matrix.yy || matrix.xx <= 0.0)
    return FALSE;
  cairo_user_to_device (cr, &x, &y);
  Disc disc = { x, y, radius * matrix.xx, 0.0 };
  if (disc.radius > LARGEST || !has_phase (x) || !has_phase (y))
    return FALSE;
  cairo_identity_matrix (cr);
  if (paint->fill.alpha > 0.0)
    paint_through (sprites, cr, &disc, paint->fill);
  disc.width = paint->width * matrix.xx;
  if (paint->stroke.alpha > 0.0 && disc.width > 0.0)
    paint_through (sprites, cr, &disc, paint->stroke);
  cairo_set_matrix (cr, &matrix);
  return TRUE;
}
