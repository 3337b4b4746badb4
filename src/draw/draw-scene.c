/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/draw-scene.h"

#include <math.h>

#include "draw/drawing.h"


/* A line between two parts of the picture. */
static void
draw_line_across (const EntDrawing *drawing,
                  double            y)
{
  ent_drawing_draw_line (drawing, 0.0, ent_to_crisp (y), drawing->scene->width, ent_to_crisp (y), drawing->style->line,
                         1.0);
}

static int
compare_boxes (gconstpointer a,
               gconstpointer b)
{
  const EntBox *first = a;
  const EntBox *second = b;

  return first->y < second->y ? -1 : first->y > second->y;
}

static void
add_piece (EntDrawing *drawing,
           double      x,
           double      top,
           double      bottom)
{
  EntBox piece = { floor (x), floor (top), 1.0, floor (bottom) - floor (top) };

  if (piece.height > 0.0)
    g_array_append_val (drawing->pieces, piece);
}

/* A line from top to bottom in pieces that leave the words out. */
static void
add_grid_line (EntDrawing *drawing,
               double      x,
               double      top,
               double      bottom)
{
  const EntScene *scene = drawing->scene;

  g_array_set_size (drawing->boxes, 0);
  for (gsize i = 0; i < scene->n_labels; i++)
    {
      const EntSceneLabel *label = &scene->labels[i];
      double right = ent_scene_label_get_right (label);
      if (x > ent_scene_label_get_left (label) - ENT_LINE_MARGIN && x < right + ENT_LINE_MARGIN)
        g_array_append_val (drawing->boxes, label->box);
    }
  for (gsize i = 0; i < scene->n_periods; i++)
    {
      const EntScenePeriod *period = &scene->periods[i];
      if (period->text != NULL && x > period->text_box.x - ENT_LINE_MARGIN
          && x < period->text_box.x + period->text_box.width + ENT_LINE_MARGIN)
        g_array_append_val (drawing->boxes, period->text_box);
    }
  for (gsize i = 0; i < scene->n_silences; i++)
    {
      const EntSceneSilence *silence = &scene->silences[i];
      if (silence->text != NULL && x > silence->text_box.x - ENT_LINE_MARGIN
          && x < silence->text_box.x + silence->text_box.width + ENT_LINE_MARGIN)
        g_array_append_val (drawing->boxes, silence->text_box);
    }
  g_array_sort (drawing->boxes, compare_boxes);
  for (guint i = 0; i < drawing->boxes->len; i++)
    {
      const EntBox *box = &g_array_index (drawing->boxes, EntBox, i);
      add_piece (drawing, x, top, MIN (box->y, bottom));
      top = MAX (top, ceil (box->y + box->height));
    }
  add_piece (drawing, x, top, bottom);
}

/* Draws the lines that were added. Lines of whole pixels are boxes, which are filled in no time. */
static void
draw_grid_lines (EntDrawing *drawing,
                 EntColour   colour)
{
  drawing->canvas->bars (drawing->canvas, (const EntBox *) (gpointer) drawing->pieces->data, drawing->pieces->len,
                         colour);
  g_array_set_size (drawing->pieces, 0);
}

static double
get_lanes_bottom (const EntScene *scene)
{
  return scene->footer.y + scene->footer.height;
}

static void
draw_background (const EntDrawing *drawing)
{
  const EntScene *scene = drawing->scene;
  EntBox all = { 0.0, 0.0, scene->width, scene->height };

  if (!drawing->style->transparent)
    ent_drawing_fill_box (drawing, all, 0.0, drawing->style->background);
  ent_drawing_fill_box (drawing, scene->axis, 0.0, drawing->style->background_alt);
  drawing->canvas->begin_clip (drawing->canvas, &scene->lane_area);
  for (gsize i = 0; i < scene->n_lanes; i++)
    {
      if (scene->lanes[i].value == ENT_LANE_CONTACTS)
        ent_drawing_fill_box (drawing, scene->lanes[i].box, 0.0, drawing->style->background_alt);
    }
  drawing->canvas->end_clip (drawing->canvas);
}

/* Down to where the contacts end, whose ground is another. */
static double
get_contacts_bottom (const EntScene *scene)
{
  double bottom = scene->lane_area.y;

  if (scene->n_lanes > 0 && scene->lanes[0].value == ENT_LANE_CONTACTS)
    bottom = scene->lanes[0].box.y + scene->lanes[0].box.height;
  return CLAMP (bottom, scene->lane_area.y, scene->lane_area.y + scene->lane_area.height);
}

static void
draw_silences (const EntDrawing *drawing)
{
  const EntScene *scene = drawing->scene;
  EntPaint on_contacts = ent_drawing_get_silence (drawing->style, drawing->style->background_alt);
  EntPaint paint = ent_drawing_get_silence (drawing->style, drawing->style->background);
  double middle = round (get_contacts_bottom (scene));

  for (gsize i = 0; i < scene->n_silences; i++)
    {
      const EntBox *box = &scene->silences[i].box;
      EntBox upper = { box->x, box->y, box->width, middle - box->y };
      EntBox lower = { box->x, middle, box->width, box->y + box->height - middle };
      if (upper.height > 0.0)
        drawing->canvas->hatch (drawing->canvas, &upper, &on_contacts);
      if (lower.height > 0.0)
        drawing->canvas->hatch (drawing->canvas, &lower, &paint);
    }
}

/* Behind the lines and the words, so that these can be read; names and edges tell it from what is behind. */
static void
draw_periods (EntDrawing *drawing)
{
  const EntScene *scene = drawing->scene;
  EntColour ground = ent_colour_fade (drawing->style->accent, 0.09);
  EntColour chip = ent_colour_fade (drawing->style->accent, 0.22);
  EntColour edge = ent_colour_fade (drawing->style->accent, 0.45);

  if (scene->period_area.height <= 0.0)
    return;
  ent_drawing_fill_box (drawing, (EntBox) { 0.0, scene->period_area.y, scene->width, scene->period_area.height }, 0.0,
                        drawing->style->background_alt);
  for (gsize i = 0; i < scene->n_periods; i++)
    {
      EntBox box = scene->periods[i].box;
      EntBox head = { box.x, box.y + 2.0, box.width, scene->period_area.height - 4.0 };

      ent_drawing_fill_box (drawing, box, 0.0, ground);
      ent_drawing_fill_box (drawing, head, 4.0, chip);
      add_piece (drawing, box.x, box.y, box.y + box.height);
      add_piece (drawing, box.x + box.width - 1.0, box.y, box.y + box.height);
    }
  draw_grid_lines (drawing, edge);
  draw_line_across (drawing, scene->lane_area.y - 1.0);
}

static void
draw_period_names (const EntDrawing *drawing)
{
  const EntScene *scene = drawing->scene;

  for (gsize i = 0; i < scene->n_periods; i++)
    if (scene->periods[i].text != NULL)
      ent_drawing_draw_words (drawing, ENT_TEXT_BADGE, scene->periods[i].text, scene->periods[i].text_box,
                              drawing->style->text);
}

static void
draw_grid (EntDrawing *drawing)
{
  const EntScene *scene = drawing->scene;
  double left = scene->time_area.x;
  double right = left + scene->time_area.width;
  double bottom = get_lanes_bottom (scene);

  for (int major = 0; major <= 1; major++)
    {
      for (gsize i = 0; i < scene->n_ticks; i++)
        {
          const EntSceneTick *tick = &scene->ticks[i];
          double top = scene->axis.y + (tick->major ? 0.0 : scene->axis.height * 0.5);
          if (tick->major == major && tick->x >= left && tick->x <= right)
            add_grid_line (drawing, tick->x, top, bottom);
        }
      draw_grid_lines (drawing, major ? drawing->style->line_strong : drawing->style->line);
    }
  for (gsize i = 0; i < scene->n_ticks; i++)
    {
      const EntSceneTick *tick = &scene->ticks[i];
      if (tick->text != NULL)
        ent_drawing_draw_words (drawing, tick->major ? ENT_TEXT_TICK_MAJOR : ENT_TEXT_TICK_MINOR, tick->text, tick->box,
                                tick->major ? drawing->style->text : drawing->style->text_dim);
    }
  draw_line_across (drawing, scene->axis.height - 1.0);
}

static void
draw_lane_name (const EntDrawing   *drawing,
                const EntSceneLane *lane,
                double              name_line)
{
  EntColour colour = drawing->lane_colours[lane - drawing->scene->lanes];
  double outer = lane->from_right ? lane->header.x + lane->header.width - 14.0 : lane->header.x + 10.0;
  EntBox bar = { outer, lane->header.y + 8.0, 4.0, lane->header.height - 16.0 };
  double y = (double) lane->name_y;

  if (lane->folded)
    {
      EntPaint paint = { .fill = colour };
      drawing->canvas->path (drawing->canvas,
                             lane->from_right ? "M 0.6 -1 L -0.6 0 L 0.6 1 Z" : "M -0.6 -1 L 0.6 0 L -0.6 1 Z",
                             bar.x + 2.0, lane->header.y + lane->header.height / 2.0, 4.5, &paint);
    }
  else
    ent_drawing_fill_box (drawing, bar, 2.0, colour);
  for (guint i = 0; i < G_N_ELEMENTS (lane->name) && lane->name[i] != NULL; i++)
    {
      EntBox line = { lane->name_x[i], y, lane->header.width - 24.0, name_line };
      ent_drawing_draw_words (drawing, ENT_TEXT_LANE, lane->name[i], line,
                              drawing->style->text);
      y += name_line;
    }
  EntBox note = { lane->note_x, y, lane->header.width - 24.0, name_line };
  if (lane->note != NULL)
    ent_drawing_draw_words (drawing, ENT_TEXT_LANE_SMALL, lane->note, note,
                            drawing->style->text_dim);
}

static void
draw_lane_names (const EntDrawing *drawing)
{
  const EntScene *scene = drawing->scene;

  drawing->canvas->begin_clip (drawing->canvas, &scene->lane_area);
  for (gsize i = 0; i < scene->n_lanes; i++)
    {
      const EntSceneLane *lane = &scene->lanes[i];
      double bottom = lane->box.y + lane->box.height;
      if (bottom < scene->lane_area.y || lane->box.y > scene->lane_area.y + scene->lane_area.height)
        continue;
      draw_line_across (drawing, bottom - 1.0);
      draw_lane_name (drawing, lane, scene->name_line);
    }
  if (scene->more_text != NULL)
    ent_drawing_draw_words (drawing, ENT_TEXT_LANE_SMALL, scene->more_text, scene->more, drawing->style->text_dim);
  drawing->canvas->end_clip (drawing->canvas);
}

static void
draw_today (EntDrawing *drawing)
{
  const EntScene *scene = drawing->scene;
  double x = ent_to_crisp (scene->today_x);
  EntPaint paint = { .fill = drawing->style->today };

  if (scene->today_x < 0.0)
    return;
  add_grid_line (drawing, x, scene->axis.height, get_lanes_bottom (scene));
  draw_grid_lines (drawing, drawing->style->today);
  drawing->canvas->path (drawing->canvas, "M -1 -1 L 1 -1 L 0 0.3 Z", x, scene->axis.height, 5.0, &paint);
}

static void
draw_footer (const EntDrawing *drawing)
{
  const EntScene *scene = drawing->scene;
  EntBox words = scene->tray;
  EntPaint paint = { .fill = drawing->style->background_alt, .stroke = drawing->style->line_strong, .width = 1.0 };

  for (gsize i = 0; i < scene->n_silences; i++)
    {
      const EntSceneSilence *silence = &scene->silences[i];
      if (silence->text != NULL)
        ent_drawing_draw_words (drawing, ENT_TEXT_NOTE, silence->text, silence->text_box, drawing->style->text_dim);
    }
  if (scene->tray.width <= 0.0)
    return;
  drawing->canvas->box (drawing->canvas, &scene->tray, scene->tray.height / 2.0, &paint);
  words.x += 12.0;
  words.y += 3.0;
  words.width -= 24.0;
  words.height -= 6.0;
  ent_drawing_draw_words (drawing, ENT_TEXT_LANE_SMALL, scene->tray_text, words, drawing->style->text_dim);
}

static void
draw_overview (EntDrawing *drawing)
{
  const EntScene *scene = drawing->scene;
  EntPaint view = { .fill = ent_colour_fade (drawing->style->accent, 0.16), .stroke = drawing->style->accent,
                    .width = 1.5 };

  if (scene->overview.height <= 0.0)
    return;
  ent_drawing_fill_box (drawing, scene->overview, 0.0, drawing->style->background_alt);
  for (gsize i = 0; i < scene->n_overview_ticks; i++)
    {
      const EntSceneTick *tick = &scene->overview_ticks[i];
      if (tick->x >= scene->overview_time.x && tick->x <= scene->overview_time.x + scene->overview_time.width)
        add_piece (drawing, tick->x, scene->overview.y, scene->overview.y + scene->overview.height);
      if (tick->text != NULL)
        ent_drawing_draw_words (drawing, ENT_TEXT_TICK_MINOR, tick->text, tick->box, drawing->style->text_dim);
    }
  draw_grid_lines (drawing, drawing->style->line);
  if (!drawing->style->plain)
    drawing->canvas->box (drawing->canvas, &scene->overview_view, 4.0, &view);
  drawing->canvas->begin_clip (drawing->canvas, &scene->overview_time);
  for (guint side = 0; side < 2; side++)
    {
      g_array_set_size (drawing->boxes, 0);
      for (gsize i = 0; i < scene->n_coverage; i++)
        {
          if (scene->coverage[i].side == side)
            g_array_append_val (drawing->boxes, scene->coverage[i].box);
        }
      drawing->canvas->bars (drawing->canvas, (const EntBox *) (gpointer) drawing->boxes->data, drawing->boxes->len,
                             drawing->style->coverage[side]);
    }
  drawing->canvas->end_clip (drawing->canvas);
  draw_line_across (drawing, scene->overview.y);
}

/**
 * ent_draw_scene_on:
 * @canvas: where to draw
 * @scene: what to draw
 * @style: in which colours
 *
 * Draws a scene: what lies behind first.
 */
void
ent_draw_scene_on (EntCanvas      *canvas,
                   const EntScene *scene,
                   const EntStyle *style)
{
  g_return_if_fail (canvas != NULL && scene != NULL && style != NULL);

  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (EntBox));
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (EntBox));
  g_autofree EntColour *lane_colours = g_new (EntColour, scene->n_lanes + 1);
  EntDrawing drawing = { canvas, scene, style, boxes, pieces, lane_colours };

  for (gsize i = 0; i < scene->n_lanes; i++)
    lane_colours[i] = ent_style_get_lane (style, scene->lanes[i].colour);

  draw_background (&drawing);
  draw_silences (&drawing);
  draw_periods (&drawing);
  draw_grid (&drawing);
  draw_period_names (&drawing);
  draw_lane_names (&drawing);
  draw_today (&drawing);
  canvas->begin_clip (canvas, &scene->time_area);
  ent_drawing_draw_events (&drawing);
  canvas->end_clip (canvas);
  draw_footer (&drawing);
  draw_overview (&drawing);
  for (gsize i = 0; i < scene->n_notes; i++)
    ent_drawing_draw_words (&drawing, scene->notes[i].role, scene->notes[i].text, scene->notes[i].box, style->text_dim);
}
