/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arcs between linked events: only those of the selected one, in its colour. */
#include "draw/drawing.h"


#define MARGIN 1.5 /* between a mark and the arc's end */
#define LEAST_RISE 14.0
#define MOST_RISE 64.0
#define RISE 0.16 /* share of the distance */
#define HEAD 4.5
#define LEAN 0.06 /* share of the distance by which an arc is not upright where it ends, beside the mark's label */
#define MOST_LEAN 0.25 /* share of its rise */

typedef struct
{
  double x, y;
} Point;

/* The point on the way from one to another, @distance from the first. */
static Point
move_towards (Point  from,
              Point  to,
              double distance)
{
  double length = hypot (to.x - from.x, to.y - from.y);

  if (length <= 0.0)
    return from;
  return (Point) { from.x + (to.x - from.x) * distance / length, from.y + (to.y - from.y) * distance / length };
}

/* Where an arc heads for from one of its ends, and whence it comes to the other: up where there is room, else down; of
 * ends one above the other, to the side where there are no labels. */
static void
get_controls (Point    from,
              Point    to,
              double   rise,
              double   top,
              gboolean mirrored,
              Point    controls[2])
{
  double length = MAX (hypot (to.x - from.x, to.y - from.y), 1.0);
  double way_x = to.x - from.x, way_y = to.y - from.y;
  gboolean is_upright = fabs (way_x) < 0.3 * length;
  Point aside = { way_y / length * rise, -way_x / length * rise };

  if (is_upright ? (aside.x > 0.0) != mirrored : aside.y > 0.0)
    aside = (Point) { -aside.x, -aside.y };
  if (is_upright)
    {
      controls[0] = (Point) { from.x + way_x * 0.25 + aside.x, from.y + way_y * 0.25 + aside.y };
      controls[1] = (Point) { to.x - way_x * 0.25 + aside.x, to.y - way_y * 0.25 + aside.y };
      return;
    }
  double lean = CLAMP (way_x * LEAN, -MOST_LEAN * rise, MOST_LEAN * rise);
  double up = MIN (from.y, to.y) - rise < top ? rise : -rise;
  controls[0] = (Point) { from.x + lean, (up < 0.0 ? MIN (from.y, to.y) : MAX (from.y, to.y)) + up * 4.0 / 3.0 };
  controls[1] = (Point) { to.x - lean, controls[0].y };
}

static void
append_point (GString *path,
              char     command,
              Point    point)
{
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];

  if (command != '\0')
    g_string_append_c (path, command);
  g_string_append_printf (path, " %s %s ", g_ascii_formatd (x, sizeof x, "%.2f", point.x),
                          g_ascii_formatd (y, sizeof y, "%.2f", point.y));
}

/* A tip where the arc arrives; what was called off ends at a bar. */
static void
draw_head (EntCanvas *canvas,
           Point      at,
           Point      from,
           guint8     type,
           EntColour  colour)
{
  Point back = move_towards (at, from, HEAD * 1.7);
  double nx = (at.y - back.y) / 1.7, ny = -(at.x - back.x) / 1.7;
  EntPaint fill = { .fill = colour };
  EntPaint stroke = { .stroke = colour, .width = 2.0 };
  g_autoptr (GString) path = g_string_new (NULL);

  if (type == ENT_LINK_CANCELS)
    {
      canvas->line (canvas, at.x - nx, at.y - ny, at.x + nx, at.y + ny, &stroke);
      return;
    }
  append_point (path, 'M', at);
  append_point (path, 'L', (Point) { back.x + nx * 0.8, back.y + ny * 0.8 });
  append_point (path, 'L', (Point) { back.x - nx * 0.8, back.y - ny * 0.8 });
  g_string_append_c (path, 'Z');
  canvas->path (canvas, path->str, 0.0, 0.0, 1.0, &fill);
}

/**
 * ent_draw_arc_on:
 * @canvas: where to draw
 * @style: in which colours
 * @arc: an arc
 * @top: above which it does not rise; it hangs where there is no room
 * @mirrored: whether labels stand on the left of their marks
 *
 * Draws an arc from one event to another: a line where it may fulfil it, dots where it refers to it, dashes and a bar
 * where it called it off.
 */
void
ent_draw_arc_on (EntCanvas         *canvas,
                 const EntStyle    *style,
                 const EntSceneArc *arc,
                 double             top,
                 gboolean           mirrored)
{
  static const double dashes[ENT_N_LINK_TYPES] = { [ENT_LINK_INVOKES] = 2.0, [ENT_LINK_CANCELS] = 6.0 };
  EntPaint line = { .stroke = style->accent, .width = 1.6, .dash = dashes[arc->type % ENT_N_LINK_TYPES] };
  Point from = { arc->from.x, arc->from.y }, to = { arc->to.x, arc->to.y };
  double rise = CLAMP (hypot (to.x - from.x, to.y - from.y) * RISE, LEAST_RISE, MOST_RISE);
  g_autoptr (GString) path = g_string_new (NULL);

  Point controls[2];
  get_controls (from, to, rise, top, mirrored, controls);
  Point first = controls[0], second = controls[1];
  if (arc->from.radius > 0.0f)
    from = move_towards (from, first, arc->from.radius + MARGIN);
  if (arc->to.radius > 0.0f)
    to = move_towards (to, second, arc->to.radius + MARGIN);
  Point end = arc->type == ENT_LINK_CANCELS ? to : move_towards (to, second, HEAD);
  append_point (path, 'M', from);
  append_point (path, 'C', first);
  append_point (path, '\0', second);
  append_point (path, '\0', end);
  canvas->path (canvas, path->str, 0.0, 0.0, 1.0, &line);
  draw_head (canvas, to, second, arc->type, style->accent);
}

/**
 * ent_drawing_draw_arcs:
 * @drawing: a picture being drawn
 *
 * Draws the arcs of the selected event.
 */
void
ent_drawing_draw_arcs (const EntDrawing *drawing)
{
  const EntScene *scene = drawing->scene;

  for (gsize i = 0; i < scene->n_arcs; i++)
    ent_draw_arc_on (drawing->canvas, drawing->style, &scene->arcs[i], scene->lane_area.y,
                     scene->mirrored);
}
