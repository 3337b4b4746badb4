/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signs of a legend, drawn by what draws them in the picture. */
#include "draw/draw-legend.h"

#include "draw/cairo-canvas.h"
#include "draw/drawing.h"

#define MARK_RADIUS 8.0
#define DOT_RADIUS 4.0

typedef struct
{
  EntCanvas *canvas;
  const EntStyle *style;
  const EntTextMeasure *measure;
  double x, y; /* the middle */
} Sign;

static void
draw_words (const Sign *self,
            const char *words,
            gboolean    struck)
{
  EntBox box = { 0 };

  self->measure->measure (ENT_TEXT_BADGE, words, &box.width, &box.height, self->measure->data);
  box.x = self->x - box.width / 2.0;
  box.y = self->y - box.height / 2.0;
  self->canvas->text (self->canvas, ENT_TEXT_BADGE, words, &box, struck ? self->style->text_dim : self->style->text,
                      struck);
}

static void
draw_pill (const Sign *self)
{
  EntBox box = { self->x - 13.0, self->y - 8.0, 26.0, 16.0 };
  EntPaint paint = { .fill = self->style->badge };

  self->canvas->box (self->canvas, &box, 8.0, &paint);
  draw_words (self, "2", FALSE);
}

static void
draw_bubble (const Sign *self)
{
  EntBox box = { self->x - MARK_RADIUS, self->y - MARK_RADIUS, 2.0 * MARK_RADIUS, 2.0 * MARK_RADIUS };

  ent_draw_bubble_on (self->canvas, self->style, self->style->contacts, &box);
}

static void
draw_strip (const Sign *self)
{
  static const double heights[] = { 5.0, 11.0, 8.0, 14.0, 6.0 };
  EntBox bars[G_N_ELEMENTS (heights)];

  for (gsize i = 0; i < G_N_ELEMENTS (heights); i++)
    bars[i] = (EntBox) { floor (self->x) - 12.0 + i * 5.0, floor (self->y) + 7.0 - heights[i], 4.0, heights[i] };
  self->canvas->bars (self->canvas, bars, G_N_ELEMENTS (bars), ent_colour_fade (self->style->contacts, 0.75));
}

static void
draw_coverage (const Sign *self)
{
  for (int side = 0; side < 2; side++)
    {
      EntBox bars[3];
      for (int i = 0; i < 3; i++)
        {
          double height = side == 0 ? 3.0 + 2.0 * i : 7.0 - 2.0 * i;
          bars[i] = (EntBox) { floor (self->x) - 10.0 + i * 7.0, floor (self->y) - (side == 0 ? height : 0.0), 5.0,
                               height };
        }
      self->canvas->bars (self->canvas, bars, G_N_ELEMENTS (bars), self->style->coverage[side]);
    }
}

static void
draw_frame (const Sign *self)
{
  EntBox box = { self->x - 12.0, self->y - 8.0, 24.0, 16.0 };
  EntPaint paint = { ent_colour_fade (self->style->accent, 0.16), self->style->accent, 1.5, 0.0 };

  self->canvas->box (self->canvas, &box, 4.0, &paint);
}

static void
draw_tray (const Sign *self)
{
  EntBox box = { self->x - 13.0, self->y - 8.0, 26.0, 16.0 };
  EntPaint paint = { self->style->background_alt, self->style->line_strong, 1.0, 0.0 };

  self->canvas->box (self->canvas, &box, 8.0, &paint);
  draw_words (self, "9", FALSE);
}

static void
draw_today (const Sign *self)
{
  EntPaint line = { .stroke = self->style->today, .width = 1.0 };
  EntPaint head = { .fill = self->style->today };
  double x = floor (self->x) + 0.5;

  self->canvas->line (self->canvas, x, self->y - 8.0, x, self->y + 8.0, &line);
  self->canvas->path (self->canvas, "M -1 -1 L 1 -1 L 0 0.3 Z", x, self->y - 3.0, 5.0, &head);
}

static void
draw_span (const Sign *self,
           gboolean    soft)
{
  EntBox box = { self->x - 14.0, self->y - 1.5, 28.0, 3.0 };

  ent_draw_span_on (self->canvas, self->style->contacts, soft, &box);
}

static void
draw_silence (const Sign *self)
{
  EntBox box = { self->x - 14.0, self->y - 9.0, 28.0, 18.0 };
  EntPaint ground = { .fill = ent_colour_fade (self->style->text_dim, 0.08) };

  self->canvas->box (self->canvas, &box, 0.0, &ground);
  EntPaint paint = ent_drawing_get_silence (self->style, self->style->background);

  self->canvas->hatch (self->canvas, &box, &paint);
}

static void
draw_stem (const Sign *self)
{
  EntBox line = { floor (self->x), floor (self->y) - 9.0, 1.0, 18.0 };

  self->canvas->bars (self->canvas, &line, 1, ent_colour_fade (self->style->contacts, 0.5));
}

static void
draw_arc (const Sign  *self,
          EntLinkType  type)
{
  float left = (float) self->x - 17.0f, right = (float) self->x + 17.0f, y = (float) self->y + 7.0f;
  EntSceneArc arc = { .type = (guint8) type, .from = { left, y, 0.0f }, .to = { right, y, 0.0f } };

  ent_draw_arc_on (self->canvas, self->style, &arc, -20.0, FALSE);
}

static void
draw_mark (const Sign   *self,
           EntSceneMark  mark)
{
  mark.x = (float) self->x;
  mark.y = (float) self->y;
  mark.radius = MARK_RADIUS;
  ent_draw_mark_on (self->canvas, self->style, self->style->contacts, &mark);
}

/**
 * ent_draw_legend_sign_on:
 * @canvas: where to draw
 * @measure: how wide words are
 * @item: what is explained
 * @style: in which colours
 * @x: the middle of the sign
 * @y: the middle of the sign
 *
 * Draws the sign of a line of a legend.
 */
void
ent_draw_legend_sign_on (EntCanvas            *canvas,
                         const EntTextMeasure *measure,
                         const EntLegendItem  *item,
                         const EntStyle       *style,
                         double                x,
                         double                y)
{
  g_return_if_fail (canvas != NULL && measure != NULL && item != NULL && style != NULL);

  Sign self = { canvas, style, measure, x, y };

  switch (item->sign)
    {
    case ENT_LEGEND_MARK:
      draw_mark (&self, item->mark);
      break;
    case ENT_LEGEND_DOT:
      ent_draw_dot_on (self.canvas, style, style->contacts, 0, self.x, self.y, DOT_RADIUS);
      break;
    case ENT_LEGEND_CLUSTER:
      draw_bubble (&self);
      draw_words (&self, "3", FALSE);
      break;
    case ENT_LEGEND_SPAN:
    case ENT_LEGEND_SOFT_SPAN:
      draw_span (&self, item->sign == ENT_LEGEND_SOFT_SPAN);
      break;
    case ENT_LEGEND_STRIP:
      draw_strip (&self);
      break;
    case ENT_LEGEND_BADGE:
      draw_pill (&self);
      break;
    case ENT_LEGEND_STEM:
      draw_stem (&self);
      break;
    case ENT_LEGEND_INVOKES:
    case ENT_LEGEND_FULFILS:
    case ENT_LEGEND_CANCELS:
      draw_arc (&self, (EntLinkType) (item->sign - ENT_LEGEND_INVOKES));
      break;
    case ENT_LEGEND_STRUCK:
      draw_words (&self, "abc", TRUE);
      break;
    case ENT_LEGEND_SILENCE:
      draw_silence (&self);
      break;
    case ENT_LEGEND_TODAY:
      draw_today (&self);
      break;
    case ENT_LEGEND_TRAY:
      draw_tray (&self);
      break;
    case ENT_LEGEND_COVERAGE:
      draw_coverage (&self);
      break;
    case ENT_LEGEND_VIEW:
      draw_frame (&self);
      break;
    case ENT_N_LEGEND_SIGNS:
    default:
      g_assert_not_reached ();
    }
}

/**
 * ent_draw_legend_sign:
 * @cr: where to draw, at the origin
 * @item: what is explained
 * @style: in which colours
 * @text: in which fonts
 * @width: pixels there are
 * @height: pixels there are
 *
 * Draws the sign of a line of a legend in the middle of its room.
 */
void
ent_draw_legend_sign (cairo_t             *cr,
                      const EntLegendItem *item,
                      const EntStyle      *style,
                      EntText             *text,
                      double               width,
                      double               height)
{
  g_return_if_fail (cr != NULL && item != NULL && style != NULL && text != NULL);

  EntCairoCanvas canvas = ent_cairo_canvas (cr, text);
  EntTextMeasure measure = ent_text_get_measure (text);
  ent_draw_legend_sign_on (&canvas.canvas, &measure, item, style, width / 2.0, height / 2.0);
}
