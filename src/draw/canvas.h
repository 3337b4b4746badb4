/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/style.h"
#include "layout/scene.h"

G_BEGIN_DECLS

#define ENT_HATCH_STEP 8.0 /* pixels from one slanted line to the next */
#define ENT_FADE_SHARE 0.4 /* of a fading bar's length that each of its ends takes */

/**
 * EntPaint:
 * @fill: inside; of no alpha for none
 * @stroke: outline; of no alpha for none
 * @width: of the outline
 * @dash: length of its dashes; 0 for an unbroken one
 *
 * How a shape is painted. A plain value.
 */
typedef struct
{
  EntColour fill;
  EntColour stroke;
  double width;
  double dash;
} EntPaint;

/**
 * EntCanvas:
 * @begin_clip: shows only what is in a box until @end_clip
 * @begin_event: what follows belongs to an event until @end_event
 * @box: a box, its corners rounded
 * @circle: a circle
 * @line: a straight line
 * @path: a path in SVG's notation, of M, L, C and Z with absolute numbers, scaled about (x, y)
 * @fade: a bar of a colour that fades away at both ends
 * @hatch: a box with thin slanted lines, which are those of a box beside it
 * @bars: boxes of whole pixels, all of one colour
 * @text: one line of words in a box, struck through or not
 * @begin_sprite: what follows is a small shape in a box, which is the same wherever its number is; whether it has to be
 *   drawn and ended with @end_sprite, because the canvas does not remember it
 * @end_sprite: the shape is drawn
 *
 * What a scene is drawn on. Cairo and SVG are the two there are; both are asked for the same shapes
 * in the same order, so that they cannot show different pictures.
 * The first member of a canvas's own structure.
 */
typedef struct _EntCanvas EntCanvas;

struct _EntCanvas
{
  void (*begin_clip) (EntCanvas *canvas, const EntBox *box);
  void (*end_clip) (EntCanvas *canvas);
  void (*begin_event) (EntCanvas *canvas, guint32 row);
  void (*end_event) (EntCanvas *canvas);
  void (*box) (EntCanvas *canvas, const EntBox *box, double corner, const EntPaint *paint);
  void (*circle) (EntCanvas *canvas, double x, double y, double radius, const EntPaint *paint);
  void (*line) (EntCanvas *canvas, double x0, double y0, double x1, double y1, const EntPaint *paint);
  void (*path) (EntCanvas *canvas, const char *path, double x, double y, double scale, const EntPaint *paint);
  void (*fade) (EntCanvas *canvas, const EntBox *box, EntColour colour);
  void (*hatch) (EntCanvas *canvas, const EntBox *box, const EntPaint *paint);
  void (*bars) (EntCanvas *canvas, const EntBox *boxes, gsize n, EntColour colour);
  gboolean (*begin_sprite) (EntCanvas *canvas, guint64 number, const EntBox *box);
  void (*end_sprite) (EntCanvas *canvas);
  void (*text) (EntCanvas *canvas, EntTextRole role, const char *words, const EntBox *box, EntColour colour,
                gboolean struck);
};

void ent_draw_scene_on (EntCanvas *canvas,
                        const EntScene *scene,
                        const EntStyle *style);
void ent_draw_kind_glyph_on (EntCanvas *canvas,
                             EntKind kind,
                             double x,
                             double y,
                             double radius,
                             EntColour colour);

G_END_DECLS
