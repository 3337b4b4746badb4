/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include "draw/canvas.h"

G_BEGIN_DECLS

#define ENT_LINE_MARGIN 2.0 /* between a line and the words it is cut at */
#define ENT_DOT_RIM 256 /* beside EntMarkFlags: keeps a dot apart from its stem */
#define ENT_TRANSPARENT ((EntColour) { 0 })

/**
 * EntDrawing:
 * @boxes: of the words that a line is cut at
 * @pieces: of lines that are drawn together
 * @lane_colours: by lane
 *
 * A picture being drawn.
 */
typedef struct
{
  EntCanvas *canvas;
  const EntScene *scene;
  const EntStyle *style;
  GArray *boxes;
  GArray *pieces;
  EntColour *lane_colours;
} EntDrawing;

/**
 * ent_colour_fade:
 * @colour: a colour
 * @alpha: by which its own alpha is multiplied
 *
 * Returns: the fainter colour
 */
static inline EntColour
ent_colour_fade (EntColour colour,
                 double    alpha)
{
  colour.alpha *= alpha;
  return colour;
}

/**
 * ent_colour_over:
 * @colour: a colour
 * @alpha: by which its own alpha is multiplied
 * @ground: what it lies on
 *
 * Returns: what is seen: the ground's alpha, and a mixture of both colours as far as the ground is opaque
 */
static inline EntColour
ent_colour_over (EntColour colour,
                 double    alpha,
                 EntColour ground)
{
  double share = colour.alpha * alpha;

  if (ground.alpha < 1.0)
    return ent_colour_fade (colour, alpha);
  return (EntColour) { ground.red + (colour.red - ground.red) * share,
                       ground.green + (colour.green - ground.green) * share,
                       ground.blue + (colour.blue - ground.blue) * share, 1.0 };
}

/**
 * ent_drawing_fill_box:
 * @drawing: a picture being drawn
 * @box: where
 * @corner: radius of its corners
 * @colour: in which colour
 */
static inline void
ent_drawing_fill_box (const EntDrawing *drawing,
                      EntBox            box,
                      double            corner,
                      EntColour         colour)
{
  EntPaint paint = { .fill = colour };

  if (box.width > 0.0 && box.height > 0.0)
    drawing->canvas->box (drawing->canvas, &box, corner, &paint);
}

/**
 * ent_to_crisp:
 * @position: where a line is
 *
 * Lines of whole pixels are crisp when they run through the middles of pixels.
 *
 * Returns: the middle of the pixel there
 */
static inline double
ent_to_crisp (double position)
{
  return floor (position) + 0.5;
}

/**
 * ent_drawing_draw_line:
 * @drawing: a picture being drawn
 * @x0: where it begins
 * @y0: where it begins
 * @x1: where it ends
 * @y1: where it ends
 * @colour: in which colour
 * @width: how wide it is
 */
static inline void
ent_drawing_draw_line (const EntDrawing *drawing,
                       double            x0,
                       double            y0,
                       double            x1,
                       double            y1,
                       EntColour         colour,
                       double            width)
{
  EntPaint paint = { .stroke = colour, .width = width };

  drawing->canvas->line (drawing->canvas, x0, y0, x1, y1, &paint);
}

/**
 * ent_drawing_draw_words:
 * @drawing: a picture being drawn
 * @role: what the words are for
 * @words: one line
 * @box: where
 * @colour: in which colour
 */
static inline void
ent_drawing_draw_words (const EntDrawing *drawing,
                        EntTextRole       role,
                        const char       *words,
                        EntBox            box,
                        EntColour         colour)
{
  drawing->canvas->text (drawing->canvas, role, words, &box, colour, FALSE);
}

/**
 * ent_drawing_get_silence:
 * @style: in which colours
 * @ground: what the silence lies on
 *
 * Returns: what a silence is painted with
 */
static inline EntPaint
ent_drawing_get_silence (const EntStyle *style,
                         EntColour       ground)
{
  if (style->transparent)
    ground = ENT_TRANSPARENT;
  return (EntPaint) { .fill = ent_colour_over (style->text_dim, 0.05, ground),
                      .stroke = ent_colour_fade (style->text_dim, 0.12),
                      .width = 1.0 };
}

/* draw-arcs.c */
void ent_drawing_draw_arcs (const EntDrawing *drawing);
void ent_draw_arc_on (EntCanvas *canvas,
                      const EntStyle *style,
                      const EntSceneArc *arc,
                      double top,
                      gboolean mirrored);

/* draw-events.c */
void ent_drawing_draw_events (const EntDrawing *drawing);
void ent_draw_mark_on (EntCanvas *canvas,
                       const EntStyle *style,
                       EntColour colour,
                       const EntSceneMark *mark);
void ent_draw_dot_on (EntCanvas *canvas,
                      const EntStyle *style,
                      EntColour colour,
                      guint flags,
                      double x,
                      double y,
                      double radius);
void ent_draw_bubble_on (EntCanvas *canvas,
                         const EntStyle *style,
                         EntColour colour,
                         const EntBox *box);
void ent_draw_span_on (EntCanvas *canvas,
                       EntColour colour,
                       gboolean soft,
                       const EntBox *box);

G_END_DECLS
