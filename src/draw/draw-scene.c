/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/draw-scene.h"

#include <math.h>

#include "draw/canvas.h"

#define HALO 4.0         /* the selected mark's, beyond its radius */
#define LINE_MARGIN 2.0  /* between a line and the words it is cut at */
#define STEM_PIXELS 9.0  /* so much strength have lines a thousand pixels apart */
#define TRANSPARENT ((EntColour) { 0 })

/* A picture being drawn. */
typedef struct
{
  EntCanvas *canvas;
  const EntScene *scene;
  const EntStyle *style;
  GArray *boxes; /* of the words that a line is cut at */
} Drawing;

static EntColour
with_alpha (EntColour colour,
            double    alpha)
{
  colour.alpha *= alpha;
  return colour;
}

static void
fill_box (const Drawing *drawing,
          EntBox         box,
          double         corner,
          EntColour      colour)
{
  EntPaint paint = { .fill = colour };

  if (box.width > 0.0 && box.height > 0.0)
    drawing->canvas->box (drawing->canvas, &box, corner, &paint);
}

/* Lines of whole pixels are crisp when they run through the middles of pixels. */
static double
to_crisp (double position)
{
  return floor (position) + 0.5;
}

static void
draw_line (const Drawing *drawing,
           double         x0,
           double         y0,
           double         x1,
           double         y1,
           EntColour      colour,
           double         width)
{
  EntPaint paint = { .stroke = colour, .width = width };

  drawing->canvas->line (drawing->canvas, x0, y0, x1, y1, &paint);
}

/* A line between two parts of the picture. */
static void
draw_line_across (const Drawing *drawing,
                  double         y)
{
  draw_line (drawing, 0.0, to_crisp (y), drawing->scene->width, to_crisp (y), drawing->style->line, 1.0);
}

static void
draw_words (const Drawing *drawing,
            EntTextRole    role,
            const char    *words,
            EntBox         box,
            EntColour      colour)
{
  drawing->canvas->text (drawing->canvas, role, words, &box, colour, FALSE);
}

static int
compare_boxes (gconstpointer a,
               gconstpointer b)
{
  const EntBox *first = a;
  const EntBox *second = b;

  return first->y < second->y ? -1 : first->y > second->y;
}

/* A line from top to bottom in pieces that leave the words out. */
static void
draw_grid_line (Drawing   *drawing,
                double     x,
                double     top,
                double     bottom,
                EntColour  colour)
{
  const EntScene *scene = drawing->scene;

  g_array_set_size (drawing->boxes, 0);
  for (gsize i = 0; i < scene->n_labels; i++)
    {
      const EntSceneLabel *label = &scene->labels[i];
      double right = ent_scene_label_get_right (label);
      if (x > label->box.x - LINE_MARGIN && x < right + LINE_MARGIN)
        g_array_append_val (drawing->boxes, label->box);
    }
  for (gsize i = 0; i < scene->n_silences; i++)
    {
      const EntSceneSilence *silence = &scene->silences[i];
      if (silence->text != NULL && x > silence->text_box.x - LINE_MARGIN
          && x < silence->text_box.x + silence->text_box.width + LINE_MARGIN)
        g_array_append_val (drawing->boxes, silence->text_box);
    }
  g_array_sort (drawing->boxes, compare_boxes);
  for (guint i = 0; i < drawing->boxes->len; i++)
    {
      const EntBox *box = &g_array_index (drawing->boxes, EntBox, i);
      if (box->y > top)
        draw_line (drawing, to_crisp (x), top, to_crisp (x), MIN (box->y, bottom), colour, 1.0);
      top = MAX (top, box->y + box->height);
    }
  if (top < bottom)
    draw_line (drawing, to_crisp (x), top, to_crisp (x), bottom, colour, 1.0);
}

static double
get_lanes_bottom (const EntScene *scene)
{
  return scene->footer.y + scene->footer.height;
}

static void
draw_background (const Drawing *drawing)
{
  const EntScene *scene = drawing->scene;
  EntBox all = { 0.0, 0.0, scene->width, scene->height };

  if (!drawing->style->transparent)
    fill_box (drawing, all, 0.0, drawing->style->background);
  fill_box (drawing, scene->axis, 0.0, drawing->style->background_alt);
  drawing->canvas->begin_clip (drawing->canvas, &scene->lane_area);
  for (gsize i = 0; i < scene->n_lanes; i++)
    {
      if (scene->lanes[i].value == ENT_LANE_CONTACTS)
        fill_box (drawing, scene->lanes[i].box, 0.0, drawing->style->background_alt);
    }
  drawing->canvas->end_clip (drawing->canvas);
}

static void
draw_silences (const Drawing *drawing)
{
  const EntScene *scene = drawing->scene;

  for (gsize i = 0; i < scene->n_silences; i++)
    {
      const EntSceneSilence *silence = &scene->silences[i];
      fill_box (drawing, silence->box, 0.0, with_alpha (drawing->style->text_dim, 0.04));
      drawing->canvas->hatch (drawing->canvas, &silence->box, with_alpha (drawing->style->text_dim, 0.1));
    }
}

static void
draw_grid (Drawing *drawing)
{
  const EntScene *scene = drawing->scene;
  double left = scene->time_area.x;
  double bottom = get_lanes_bottom (scene);

  for (int major = 0; major <= 1; major++)
    {
      for (gsize i = 0; i < scene->n_ticks; i++)
        {
          const EntSceneTick *tick = &scene->ticks[i];
          double top = scene->axis.y + (tick->major ? 0.0 : scene->axis.height * 0.5);
          EntColour colour = tick->major ? drawing->style->line_strong : drawing->style->line;
          if (tick->major == major && tick->x >= left)
            draw_grid_line (drawing, tick->x, top, bottom, colour);
        }
    }
  for (gsize i = 0; i < scene->n_ticks; i++)
    {
      const EntSceneTick *tick = &scene->ticks[i];
      if (tick->text != NULL)
        draw_words (drawing, tick->major ? ENT_TEXT_TICK_MAJOR : ENT_TEXT_TICK_MINOR, tick->text, tick->box,
                    tick->major ? drawing->style->text : drawing->style->text_dim);
    }
  draw_line_across (drawing, scene->axis.height - 1.0);
}

static void
draw_lane_name (const Drawing      *drawing,
                const EntSceneLane *lane,
                double              name_line)
{
  EntColour colour = ent_style_get_lane (drawing->style, lane->colour);
  EntBox bar = { lane->header.x + 10.0, lane->header.y + 8.0, 4.0, lane->header.height - 16.0 };
  double y = lane->header.y + 7.0;
  double x = lane->header.x + 22.0;

  fill_box (drawing, bar, 2.0, colour);
  for (guint i = 0; i < G_N_ELEMENTS (lane->name) && lane->name[i] != NULL; i++)
    {
      draw_words (drawing, ENT_TEXT_LANE, lane->name[i], (EntBox) { x, y, lane->header.width - 24.0, name_line },
                  drawing->style->text);
      y += name_line;
    }
  if (lane->note != NULL)
    draw_words (drawing, ENT_TEXT_LANE_SMALL, lane->note, (EntBox) { x, y, lane->header.width - 24.0, name_line },
                drawing->style->text_dim);
}

static void
draw_lane_names (const Drawing *drawing)
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
  drawing->canvas->end_clip (drawing->canvas);
}

static void
draw_today (Drawing *drawing)
{
  const EntScene *scene = drawing->scene;
  double x = to_crisp (scene->today_x);
  EntPaint paint = { .fill = drawing->style->today };

  if (scene->today_x < 0.0)
    return;
  draw_grid_line (drawing, x, scene->axis.height, get_lanes_bottom (scene), drawing->style->today);
  drawing->canvas->path (drawing->canvas, "M -1 -1 L 1 -1 L 0 0.3 Z", x, scene->axis.height, 5.0, &paint);
}

static EntColour
get_lane_colour (const Drawing *drawing,
                 guint16        lane)
{
  return ent_style_get_lane (drawing->style, drawing->scene->lanes[lane].colour);
}

static void
draw_spans (const Drawing *drawing)
{
  for (gsize i = 0; i < drawing->scene->n_spans; i++)
    {
      const EntSceneSpan *span = &drawing->scene->spans[i];
      EntColour colour = with_alpha (get_lane_colour (drawing, span->lane), 0.45);
      if (span->soft)
        drawing->canvas->fade (drawing->canvas, &span->box, colour);
      else
        fill_box (drawing, span->box, span->box.height / 2.0, colour);
    }
}

static gboolean
is_selected (const EntScene *scene,
             guint32         row)
{
  return scene->selected != ENT_ROW_NONE && scene->selected == row;
}

/* Many lines are drawn fainter, so that together they do not outweigh what they come from. */
static double
get_stem_strength (const EntScene *scene)
{
  gsize n_contacts = 0;

  for (gsize i = 0; i < scene->n_stems; i++)
    n_contacts += i == 0 || scene->stems[i].row != scene->stems[i - 1].row;
  return CLAMP (STEM_PIXELS * scene->time_area.width / MAX (n_contacts, 1) / 1000.0, 0.12, 0.34);
}

static void
draw_stems (const Drawing *drawing)
{
  const EntScene *scene = drawing->scene;
  double strength = get_stem_strength (scene);

  for (gsize i = 0; i < scene->n_stems; i++)
    {
      const EntSceneStem *stem = &scene->stems[i];
      gboolean selected = is_selected (scene, stem->row);
      EntColour colour = selected ? drawing->style->contacts : with_alpha (drawing->style->contacts, strength);
      draw_line (drawing, stem->x, stem->top, stem->x, stem->bottom, colour, selected ? 1.8 : 1.0);
    }
  for (gsize i = 0; i < scene->n_dots; i++)
    {
      const EntSceneDot *dot = &scene->dots[i];
      EntColour colour = get_lane_colour (drawing, dot->lane);
      gboolean hollow = (dot->flags & (ENT_MARK_PLANNED | ENT_MARK_DENIED | ENT_MARK_NOT_STATED)) != 0;
      /* A rim of the background keeps dots apart from their stem and from each other. */
      EntPaint rim = { .fill = drawing->style->background };
      EntPaint paint = { .fill = hollow ? drawing->style->background : colour, .stroke = hollow ? colour : TRANSPARENT,
                         .width = 1.3 };
      /* In a crowd rims would eat up the dots before them. */
      gboolean is_crowd = i > 0 && dot[-1].lane == dot->lane && fabsf (dot->x - dot[-1].x) < dot->radius;
      if (!is_crowd)
        drawing->canvas->circle (drawing->canvas, dot->x, dot->y, dot->radius + 1.3, &rim);
      drawing->canvas->circle (drawing->canvas, dot->x, dot->y, dot->radius - (hollow ? 0.6 : 0.0), &paint);
    }
}

static void
draw_bins (const Drawing *drawing)
{
  for (gsize i = 0; i < drawing->scene->n_bins; i++)
    {
      const EntSceneBin *bin = &drawing->scene->bins[i];
      EntColour colour = get_lane_colour (drawing, bin->lane);
      if (bin->bubble)
        {
          EntPaint ground = { .fill = drawing->style->background };
          EntPaint paint = { .fill = with_alpha (colour, 0.16), .stroke = colour, .width = 1.3 };
          double radius = bin->box.width / 2.0;
          drawing->canvas->circle (drawing->canvas, bin->box.x + radius, bin->box.y + radius, radius, &ground);
          drawing->canvas->circle (drawing->canvas, bin->box.x + radius, bin->box.y + radius, radius, &paint);
        }
      else
        {
          double height = MAX (bin->box.height * bin->height, 1.0);
          EntBox bar = { bin->box.x + 0.5, bin->box.y + bin->box.height - height, MAX (bin->box.width - 1.0, 0.5),
                         height };
          fill_box (drawing, bar, 0.0, with_alpha (colour, 0.75));
        }
      if (bin->text != NULL)
        draw_words (drawing, ENT_TEXT_BADGE, bin->text, bin->text_box,
                    bin->bubble ? drawing->style->text : drawing->style->text_dim);
    }
}

/* What happened is a full disc; the rest is told by its outline:
 *
 *     ●  occurred        ◌  dashed: not stated as fact
 *     ○  planned         ⊘  struck: denied or called off
 *     ◎  hollow: its day is only the statement's     ◍  tinted: bears on the relationship
 */
static void
draw_mark (const Drawing      *drawing,
           const EntSceneMark *mark)
{
  EntCanvas *canvas = drawing->canvas;
  EntColour background = drawing->style->background;
  EntColour colour = get_lane_colour (drawing, mark->lane);
  guint8 open = mark->flags & (ENT_MARK_PLANNED | ENT_MARK_DENIED | ENT_MARK_HOLLOW | ENT_MARK_NOT_STATED);
  EntPaint disc = { .fill = open ? background : colour, .stroke = open ? colour : TRANSPARENT, .width = 1.4 };
  EntColour glyph = open ? colour : drawing->style->glyph;
  double glyph_radius = mark->radius * (mark->flags & ENT_MARK_HOLLOW ? 0.82 : 1.0);

  if (mark->flags & ENT_MARK_SELECTED)
    {
      EntPaint halo = { .fill = with_alpha (drawing->style->accent, 0.3) };
      canvas->circle (canvas, mark->x, mark->y, mark->radius + HALO, &halo);
    }
  if (mark->flags & ENT_MARK_HOLLOW)
    disc.width = 2.6;
  if (mark->flags & ENT_MARK_NOT_STATED)
    disc.dash = mark->radius * 0.38;
  if (!open && (mark->flags & ENT_MARK_BEARS))
    {
      EntPaint ground = { .fill = background };
      canvas->circle (canvas, mark->x, mark->y, mark->radius, &ground);
      disc.fill = with_alpha (colour, 0.2);
      glyph = colour;
    }
  canvas->circle (canvas, mark->x, mark->y, mark->radius - (open ? disc.width / 2.0 : 0.0), &disc);
  ent_draw_kind_glyph_on (canvas, mark->kind, mark->x, mark->y, glyph_radius, glyph);
  if (mark->flags & ENT_MARK_DENIED)
    {
      double reach = mark->radius * 0.95;
      draw_line (drawing, mark->x - reach, mark->y + reach, mark->x + reach, mark->y - reach, background, 3.0);
      draw_line (drawing, mark->x - reach, mark->y + reach, mark->x + reach, mark->y - reach, colour, 1.4);
    }
}

static void
draw_label (const Drawing       *drawing,
            const EntSceneLabel *label)
{
  EntColour colour = label->struck ? drawing->style->text_dim : drawing->style->text;

  drawing->canvas->text (drawing->canvas, label->role, label->text, &label->box, colour, label->struck);
  if (label->badge == NULL)
    return;
  fill_box (drawing, label->badge_box, label->badge_box.height / 2.0, drawing->style->badge);
  EntBox words = label->badge_box;
  words.x += 6.0;
  words.y += 1.0;
  words.width -= 12.0;
  words.height -= 2.0;
  draw_words (drawing, ENT_TEXT_BADGE, label->badge, words, drawing->style->text);
}

/* Marks with their labels, an event at a time; labels follow in the order of their marks. */
static void
draw_events (const Drawing *drawing)
{
  const EntScene *scene = drawing->scene;
  gsize next = 0;

  for (gsize i = 0; i < scene->n_marks; i++)
    {
      const EntSceneMark *mark = &scene->marks[i];
      drawing->canvas->begin_event (drawing->canvas, mark->row);
      draw_mark (drawing, mark);
      if (next < scene->n_labels && scene->labels[next].row == mark->row)
        draw_label (drawing, &scene->labels[next++]);
      drawing->canvas->end_event (drawing->canvas);
    }
}

static void
draw_footer (const Drawing *drawing)
{
  const EntScene *scene = drawing->scene;
  EntBox words = scene->tray;
  EntPaint paint = { .fill = drawing->style->background_alt, .stroke = drawing->style->line_strong, .width = 1.0 };

  for (gsize i = 0; i < scene->n_silences; i++)
    {
      const EntSceneSilence *silence = &scene->silences[i];
      if (silence->text != NULL)
        draw_words (drawing, ENT_TEXT_NOTE, silence->text, silence->text_box, drawing->style->text_dim);
    }
  if (scene->tray.width <= 0.0)
    return;
  drawing->canvas->box (drawing->canvas, &scene->tray, scene->tray.height / 2.0, &paint);
  words.x += 12.0;
  words.y += 3.0;
  words.width -= 24.0;
  words.height -= 6.0;
  draw_words (drawing, ENT_TEXT_LANE_SMALL, scene->tray_text, words, drawing->style->text_dim);
}

static void
draw_overview (const Drawing *drawing)
{
  const EntScene *scene = drawing->scene;
  EntPaint view = { .fill = with_alpha (drawing->style->accent, 0.16), .stroke = drawing->style->accent, .width = 1.5 };

  if (scene->overview.height <= 0.0)
    return;
  fill_box (drawing, scene->overview, 0.0, drawing->style->background_alt);
  for (gsize i = 0; i < scene->n_overview_ticks; i++)
    {
      const EntSceneTick *tick = &scene->overview_ticks[i];
      if (tick->x >= scene->overview_time.x)
        draw_line (drawing, to_crisp (tick->x), scene->overview.y, to_crisp (tick->x),
                   scene->overview.y + scene->overview.height, drawing->style->line, 1.0);
      if (tick->text != NULL)
        draw_words (drawing, ENT_TEXT_TICK_MINOR, tick->text, tick->box, drawing->style->text_dim);
    }
  drawing->canvas->box (drawing->canvas, &scene->overview_view, 4.0, &view);
  drawing->canvas->begin_clip (drawing->canvas, &scene->overview_time);
  for (gsize i = 0; i < scene->n_coverage; i++)
    {
      const EntSceneCoverage *bar = &scene->coverage[i];
      fill_box (drawing, bar->box, 0.0, drawing->style->coverage[bar->side]);
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
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (EntBox));
  Drawing drawing = { canvas, scene, style, boxes };

  g_return_if_fail (canvas != NULL && scene != NULL && style != NULL);

  draw_background (&drawing);
  draw_silences (&drawing);
  draw_grid (&drawing);
  draw_lane_names (&drawing);
  draw_today (&drawing);
  canvas->begin_clip (canvas, &scene->time_area);
  draw_spans (&drawing);
  draw_stems (&drawing);
  draw_bins (&drawing);
  draw_events (&drawing);
  canvas->end_clip (canvas);
  draw_footer (&drawing);
  draw_overview (&drawing);
  for (gsize i = 0; i < scene->n_notes; i++)
    draw_words (&drawing, scene->notes[i].role, scene->notes[i].text, scene->notes[i].box, style->text_dim);
}
