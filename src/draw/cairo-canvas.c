/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/cairo-canvas.h"

#include <math.h>
#include <string.h>

#include "draw/disc-mask.h"
#include "draw/draw-scene.h"
#include "draw/pixel-fill.h"
#include "draw/sprites.h"

#define HATCH_TILE_STEPS 16

static cairo_t *
get_cr (EntCanvas *canvas)
{
  return ((EntCairoCanvas *) canvas)->cr;
}

static void
set_colour (cairo_t   *cr,
            EntColour  colour)
{
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha);
}

static void
paint_path (cairo_t        *cr,
            const EntPaint *paint)
{
  if (paint->fill.alpha > 0.0)
    {
      set_colour (cr, paint->fill);
      cairo_fill_preserve (cr);
    }
  if (paint->stroke.alpha > 0.0 && paint->width > 0.0)
    {
      set_colour (cr, paint->stroke);
      cairo_set_line_width (cr, paint->width);
      cairo_set_dash (cr, &paint->dash, paint->dash > 0.0 ? 1 : 0, 0.0);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

static void
begin_clip (EntCanvas    *canvas,
            const EntBox *box)
{
  cairo_t *cr = get_cr (canvas);

  cairo_save (cr);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_clip (cr);
}

static void
end_clip (EntCanvas *canvas)
{
  cairo_restore (get_cr (canvas));
}

static void
begin_event (EntCanvas *canvas,
             guint32    row)
{
}

static void
end_event (EntCanvas *canvas)
{
}

static gboolean
is_whole (const EntBox *box)
{
  return box->x == floor (box->x) && box->y == floor (box->y) && box->width == floor (box->width)
         && box->height == floor (box->height);
}

static void
draw_box (EntCanvas      *canvas,
          const EntBox   *box,
          double          corner,
          const EntPaint *paint)
{
  cairo_t *cr = get_cr (canvas);
  double radius = MIN (corner, MIN (box->width, box->height) / 2.0);

  if (radius <= 0.0 && paint->stroke.alpha <= 0.0 && is_whole (box) && ent_pixel_fill_boxes (cr, box, 1, paint->fill))
    return;
  if (radius <= 0.0)
    cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  else
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, box->x + box->width - radius, box->y + radius, radius, -G_PI / 2.0, 0.0);
      cairo_arc (cr, box->x + box->width - radius, box->y + box->height - radius, radius, 0.0, G_PI / 2.0);
      cairo_arc (cr, box->x + radius, box->y + box->height - radius, radius, G_PI / 2.0, G_PI);
      cairo_arc (cr, box->x + radius, box->y + radius, radius, G_PI, 1.5 * G_PI);
      cairo_close_path (cr);
    }
  paint_path (cr, paint);
}

static void
draw_circle (EntCanvas      *canvas,
             double          x,
             double          y,
             double          radius,
             const EntPaint *paint)
{
  cairo_t *cr = get_cr (canvas);
  EntText *text = ((EntCairoCanvas *) canvas)->text;

  if (text != NULL && ent_disc_mask_paint (ent_text_get_sprites (text), cr, x, y, radius, paint))
    return;
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0.0, 2.0 * G_PI);
  paint_path (cr, paint);
}

static void
draw_line (EntCanvas      *canvas,
           double          x0,
           double          y0,
           double          x1,
           double          y1,
           const EntPaint *paint)
{
  cairo_t *cr = get_cr (canvas);

  cairo_move_to (cr, x0, y0);
  cairo_line_to (cr, x1, y1);
  paint_path (cr, paint);
}

static void
draw_path (EntCanvas      *canvas,
           const char     *path,
           double          x,
           double          y,
           double          scale,
           const EntPaint *paint)
{
  cairo_t *cr = get_cr (canvas);

  while (*path != '\0')
    {
      char command = *path++;
      double numbers[6] = { 0 };
      guint n = command == 'C' ? 6 : command == 'Z' ? 0
                                                    : 2;
      for (guint i = 0; i < n; i++)
        {
          char *end;
          numbers[i] = g_ascii_strtod (path, &end) * scale + (i % 2 == 0 ? x : y);
          path = end;
        }
      if (command == 'M')
        cairo_move_to (cr, numbers[0], numbers[1]);
      else if (command == 'L')
        cairo_line_to (cr, numbers[0], numbers[1]);
      else if (command == 'C')
        cairo_curve_to (cr, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
      else if (command == 'Z')
        cairo_close_path (cr);
    }
  paint_path (cr, paint);
}

static void
draw_fade (EntCanvas    *canvas,
           const EntBox *box,
           EntColour     colour)
{
  cairo_t *cr = get_cr (canvas);
  cairo_pattern_t *pattern = cairo_pattern_create_linear (box->x, 0.0, box->x + box->width, 0.0);

  cairo_pattern_add_color_stop_rgba (pattern, 0.0, colour.red, colour.green, colour.blue, 0.0);
  cairo_pattern_add_color_stop_rgba (pattern, ENT_FADE_SHARE, colour.red, colour.green, colour.blue, colour.alpha);
  cairo_pattern_add_color_stop_rgba (pattern, 1.0 - ENT_FADE_SHARE, colour.red, colour.green, colour.blue,
                                     colour.alpha);
  cairo_pattern_add_color_stop_rgba (pattern, 1.0, colour.red, colour.green, colour.blue, 0.0);
  cairo_set_source (cr, pattern);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);
}

/* A tile of the slanted lines, as fine as the device is: a surface like the one that is drawn on, so that a
 * tile in a PDF is of lines and not of pixels. */
static cairo_surface_t *
new_lines (cairo_t        *cr,
           const EntPaint *paint,
           double          step,
           int             n_steps)
{
  double size = step * n_steps;
  cairo_surface_t *tile = cairo_surface_create_similar (cairo_get_target (cr), CAIRO_CONTENT_COLOR_ALPHA, (int) size,
                                                        (int) size);
  cairo_t *tile_cr = cairo_create (tile);

  set_colour (tile_cr, paint->fill);
  cairo_paint (tile_cr);
  /* Beside the lines through the tile, the corners that the lines of its neighbours reach into. */
  for (int shift = -n_steps; shift <= n_steps; shift++)
    {
      cairo_move_to (tile_cr, shift * step - size, 2.0 * size);
      cairo_line_to (tile_cr, shift * step + 2.0 * size, -size);
    }
  set_colour (tile_cr, paint->stroke);
  cairo_set_line_width (tile_cr, paint->width * step / ENT_HATCH_STEP);
  cairo_stroke (tile_cr);
  cairo_destroy (tile_cr);
  return tile;
}

/* Small tiles are repeated slowly, so that one holds several lines. One of pixels is put together of the smallest. */
static cairo_surface_t *
new_tile (cairo_t        *cr,
          const EntPaint *paint,
          double          step)
{
  int size = (int) step * HATCH_TILE_STEPS;

  if (cairo_surface_get_type (cairo_get_target (cr)) != CAIRO_SURFACE_TYPE_IMAGE)
    return new_lines (cr, paint, step, HATCH_TILE_STEPS);
  cairo_surface_t *lines = new_lines (cr, paint, step, 1);
  cairo_surface_t *tile = cairo_surface_create_similar (lines, CAIRO_CONTENT_COLOR_ALPHA, size, size);
  cairo_t *tile_cr = cairo_create (tile);
  cairo_set_source_surface (tile_cr, lines, 0.0, 0.0);
  cairo_pattern_set_extend (cairo_get_source (tile_cr), CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (cairo_get_source (tile_cr), CAIRO_FILTER_NEAREST);
  cairo_set_operator (tile_cr, CAIRO_OPERATOR_SOURCE);
  cairo_paint (tile_cr);
  cairo_destroy (tile_cr);
  cairo_surface_destroy (lines);
  return tile;
}

static guint64
get_rgba (EntColour colour)
{
  return (guint64) lround (colour.red * 255.0) << 24 | (guint64) lround (colour.green * 255.0) << 16
         | (guint64) lround (colour.blue * 255.0) << 8 | (guint64) lround (colour.alpha * 255.0);
}

/* The tiles are few: of the themes, and of the two grounds of each. */
static guint64
get_tile_number (const EntPaint *paint,
                 double          step)
{
  return (get_rgba (paint->fill) << 32 | get_rgba (paint->stroke)) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
         + (guint64) step;
}

/* Where pixels are drawn on, the tile is kept for the next frame. */
static cairo_surface_t *
get_tile (EntCairoCanvas *self,
          const EntPaint *paint,
          double          step)
{
  gboolean is_image = cairo_surface_get_type (cairo_get_target (self->cr)) == CAIRO_SURFACE_TYPE_IMAGE;
  EntSprites *sprites = is_image && self->text != NULL ? ent_text_get_sprites (self->text) : NULL;
  guint64 number = get_tile_number (paint, step);
  cairo_surface_t *tile = sprites != NULL ? ent_sprites_get_tile (sprites, number) : NULL;

  if (tile != NULL)
    return cairo_surface_reference (tile);
  tile = new_tile (self->cr, paint, step);
  if (sprites != NULL)
    ent_sprites_add_tile (sprites, number, tile);
  return tile;
}

static cairo_pattern_t *
new_hatch (cairo_surface_t *tile,
           double           step)
{
  cairo_pattern_t *pattern = cairo_pattern_create_for_surface (tile);
  cairo_matrix_t matrix;

  cairo_matrix_init_scale (&matrix, step / ENT_HATCH_STEP, step / ENT_HATCH_STEP);
  cairo_pattern_set_matrix (pattern, &matrix);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  return pattern;
}

/* Stroking long slanted lines takes tens of milliseconds a frame; repeating a tile takes little. */
static void
draw_hatch (EntCanvas      *canvas,
            const EntBox   *box,
            const EntPaint *paint)
{
  cairo_t *cr = get_cr (canvas);
  EntBox whole = { round (box->x), round (box->y), round (box->width), round (box->height) };
  double scale_x = 1.0, scale_y = 1.0;

  cairo_user_to_device_distance (cr, &scale_x, &scale_y);
  double step = MAX (round (ENT_HATCH_STEP * fabs (scale_x)), 1.0);
  cairo_surface_t *tile = get_tile ((EntCairoCanvas *) canvas, paint, step);
  if (paint->fill.alpha < 1.0 || !ent_pixel_fill_tile (cr, &whole, tile))
    {
      cairo_pattern_t *pattern = new_hatch (tile, step);
      cairo_set_source (cr, pattern);
      cairo_rectangle (cr, whole.x, whole.y, whole.width, whole.height);
      cairo_fill (cr);
      cairo_pattern_destroy (pattern);
    }
  cairo_surface_destroy (tile);
}

/* The part of a box of whole pixels that can be seen. */
static gboolean
clip_bar (const EntBox *bar,
          const EntBox *clip,
          EntBox       *seen)
{
  double right = MIN (bar->x + bar->width, clip->x + clip->width);
  double bottom = MIN (bar->y + bar->height, clip->y + clip->height);

  seen->x = MAX (bar->x, clip->x);
  seen->y = MAX (bar->y, clip->y);
  seen->width = right - seen->x;
  seen->height = bottom - seen->y;
  return seen->width > 0.0 && seen->height > 0.0;
}

/* Into a mask, a byte a pixel: much faster than a path of as many boxes. The mask is of what can be seen, as a poster
 * is wider than any surface. */
static void
draw_bars_as_mask (cairo_t      *cr,
                   const EntBox *boxes,
                   gsize         n,
                   EntColour     colour)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;
  double x1, y1, x2, y2;
  EntBox seen;

  cairo_clip_extents (cr, &x1, &y1, &x2, &y2);
  EntBox clip = { floor (x1), floor (y1), ceil (x2) - floor (x1), ceil (y2) - floor (y1) };
  for (gsize i = 0; i < n; i++)
    {
      if (!clip_bar (&boxes[i], &clip, &seen))
        continue;
      left = MIN (left, seen.x);
      top = MIN (top, seen.y);
      right = MAX (right, seen.x + seen.width);
      bottom = MAX (bottom, seen.y + seen.height);
    }
  if (left >= right)
    return;
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) (right - left), (int) (bottom - top));
  guint8 *data = cairo_image_surface_get_data (mask);
  int stride = cairo_image_surface_get_stride (mask);
  for (gsize i = 0; i < n && data != NULL; i++)
    {
      if (!clip_bar (&boxes[i], &clip, &seen))
        continue;
      for (int y = (int) (seen.y - top); y < (int) (seen.y + seen.height - top); y++)
        memset (data + y * stride + (int) (seen.x - left), 0xff, (gsize) seen.width);
    }
  cairo_surface_mark_dirty (mask);
  set_colour (cr, colour);
  cairo_mask_surface (cr, mask, left, top);
  cairo_surface_destroy (mask);
}

/* Whether a pixel of the picture is a pixel of an image. */
static gboolean
is_unscaled_image (cairo_t *cr)
{
  double x = 1.0, y = 1.0, left = 0.0, top = 0.0;

  cairo_user_to_device_distance (cr, &x, &y);
  cairo_user_to_device (cr, &left, &top);
  return cairo_surface_get_type (cairo_get_group_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE && x == 1.0 && y == 1.0
         && left == floor (left) && top == floor (top);
}

static void
draw_bars (EntCanvas    *canvas,
           const EntBox *boxes,
           gsize         n,
           EntColour     colour)
{
  cairo_t *cr = get_cr (canvas);

  if (n == 0 || ent_pixel_fill_boxes (cr, boxes, n, colour))
    return;
  if (is_unscaled_image (cr))
    {
      draw_bars_as_mask (cr, boxes, n, colour);
      return;
    }
  for (gsize i = 0; i < n; i++)
    cairo_rectangle (cr, boxes[i].x, boxes[i].y, boxes[i].width, boxes[i].height);
  set_colour (cr, colour);
  cairo_fill (cr);
}

static gboolean
begin_sprite (EntCanvas    *canvas,
              guint64       number,
              const EntBox *box)
{
  EntCairoCanvas *self = (EntCairoCanvas *) canvas;

  if (self->text == NULL || self->sprite_target != NULL)
    return TRUE;
  cairo_t *sprite = ent_sprites_begin (ent_text_get_sprites (self->text), self->cr, number, box);
  if (sprite == NULL)
    return FALSE;
  if (sprite == self->cr)
    return TRUE;
  self->sprite_target = self->cr;
  self->cr = sprite;
  return TRUE;
}

static void
end_sprite (EntCanvas *canvas)
{
  EntCairoCanvas *self = (EntCairoCanvas *) canvas;

  if (self->sprite_target == NULL)
    return;
  ent_sprites_end (ent_text_get_sprites (self->text), self->cr, self->sprite_target);
  self->cr = g_steal_pointer (&self->sprite_target);
}

static void
draw_text (EntCanvas    *canvas,
           EntTextRole   role,
           const char   *words,
           const EntBox *box,
           EntColour     colour,
           gboolean      struck)
{
  EntCairoCanvas *self = (EntCairoCanvas *) canvas;

  set_colour (self->cr, colour);
  ent_text_draw (self->text, self->cr, role, words, box->x, box->y);
  if (struck)
    {
      EntPaint paint = { .stroke = colour, .width = 1.0 };
      double y = box->y + box->height * 0.54;
      draw_line (canvas, box->x, y, box->x + box->width, y, &paint);
    }
}

/**
 * ent_cairo_canvas:
 * @cr: what to draw with
 * @text: (nullable): fonts, if anything is written
 *
 * Returns: a canvas that borrows both
 */
EntCairoCanvas
ent_cairo_canvas (cairo_t *cr,
                  EntText *text)
{
  return (EntCairoCanvas) {
    .canvas = { begin_clip, end_clip, begin_event, end_event, draw_box, draw_circle, draw_line, draw_path, draw_fade,
                draw_hatch, draw_bars, begin_sprite, end_sprite, draw_text },
    .cr = cr,
    .text = text,
  };
}

/**
 * ent_draw_scene:
 * @cr: where to draw, the scene's left upper corner at the origin
 * @scene: what to draw
 * @style: in which colours
 * @text: in which fonts; those that the scene was measured with
 *
 * Draws a scene.
 */
void
ent_draw_scene (cairo_t        *cr,
                const EntScene *scene,
                const EntStyle *style,
                EntText        *text)
{
  g_return_if_fail (cr != NULL && scene != NULL && style != NULL && text != NULL);

  EntCairoCanvas canvas = ent_cairo_canvas (cr, text);
  cairo_save (cr);
  ent_draw_scene_on (&canvas.canvas, scene, style);
  cairo_restore (cr);
}

/**
 * ent_draw_kind_glyph:
 * @cr: where to draw
 * @kind: a kind
 * @x: middle
 * @y: middle
 * @radius: of the mark that the glyph stands in
 * @colour: its colour
 *
 * Draws the glyph that tells a kind, for lists and legends too.
 */
void
ent_draw_kind_glyph (cairo_t   *cr,
                     EntKind    kind,
                     double     x,
                     double     y,
                     double     radius,
                     EntColour  colour)
{
  g_return_if_fail (cr != NULL && kind < ENT_N_KINDS);

  EntCairoCanvas canvas = ent_cairo_canvas (cr, NULL);
  cairo_save (cr);
  ent_draw_kind_glyph_on (&canvas.canvas, kind, x, y, radius, colour);
  cairo_restore (cr);
}
