/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/draw-chart.h"

#include "draw/cairo-canvas.h"
#include "draw/drawing.h"

#define LINE_STRENGTH 0.35 /* of words; a figure stands on grounds of more than one colour */
#define CHOSEN_WIDTH 2.0

static EntColour
get_colour (const EntStyle *style,
            guint32         colour)
{
  return colour == ENT_COLOUR_CONTACTS ? style->contacts : ent_style_get_lane (style, colour);
}

static void
draw_shapes (EntCanvas      *canvas,
             const EntStyle *style,
             const GArray   *shapes,
             guint           chosen)
{
  for (guint i = 0; i < shapes->len; i++)
    {
      const EntChartShape *shape = &g_array_index (shapes, EntChartShape, i);
      EntPaint paint = { .fill = get_colour (style, shape->colour) };

      if (shape->bar == chosen && chosen != ENT_CHART_NO_BAR)
        {
          paint.stroke = style->accent;
          paint.width = CHOSEN_WIDTH;
        }
      canvas->box (canvas, &shape->box, 0.0, &paint);
    }
}

static void
draw_chart_on (EntCanvas           *canvas,
               const EntChartScene *scene,
               const EntStyle      *style,
               guint                chosen)
{
  for (guint i = 0; i < scene->lines->len; i++)
    {
      EntPaint paint = { .fill = ent_colour_fade (style->text_dim, LINE_STRENGTH) };

      canvas->box (canvas, &g_array_index (scene->lines, EntChartShape, i).box, 0.0, &paint);
    }
  draw_shapes (canvas, style, scene->bars, chosen);
  draw_shapes (canvas, style, scene->keys, ENT_CHART_NO_BAR);
  for (guint i = 0; i < scene->words->len; i++)
    {
      const EntChartWords *words = &g_array_index (scene->words, EntChartWords, i);

      canvas->text (canvas, words->role, words->text, &words->box, words->dim ? style->text_dim : style->text, FALSE);
    }
}

/**
 * ent_draw_chart:
 * @cr: where to draw
 * @scene: a figure laid out
 * @style: in which colours
 * @text: in which fonts; those that it was measured with
 * @chosen: a bar to stand out, or %ENT_CHART_NO_BAR
 *
 * Draws a figure with Cairo.
 */
void
ent_draw_chart (cairo_t             *cr,
                const EntChartScene *scene,
                const EntStyle      *style,
                EntText             *text,
                guint                chosen)
{
  g_return_if_fail (cr != NULL && text != NULL);

  EntCairoCanvas canvas = ent_cairo_canvas (cr, text);
  cairo_save (cr);
  draw_chart_on (&canvas.canvas, scene, style, chosen);
  cairo_restore (cr);
}
