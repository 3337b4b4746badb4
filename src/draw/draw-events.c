/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened: marks with their labels, dots, spans, and counts where there are too many. */
#include "draw/drawing.h"

#define HALO 4.0 /* the selected mark's, beyond its radius */
#define MARK_MARGIN 2.0 /* of a mark's memory, beyond its radius */
#define NOTED_AT 0.72 /* of a mark's radius, how far to the side and up the dot of a note is */
#define STEM_PIXELS 9.0 /* so much strength have lines a thousand pixels apart */
#define DOT_RIM 1.3
#define BAR_STRENGTH 0.75

/* Who vouches for it is told by the outline. Stated as fact: a disc. Its paths are of radius 1. */
static const char * const outlines[ENT_N_ASSERTIONS] = {
  /* A circle with a tail: another's words. */
  [ENT_ASSERTION_ATTRIBUTED] = "M -0.34 0.86 L -1 1 L -0.86 0.34 C -1.06 -0.2 -0.72 -0.95 0 -0.95 C 0.52 -0.95"
                               " 0.95 -0.52 0.95 0 C 0.95 0.72 0.26 1.1 -0.34 0.86 Z",
  /* Six corners: an accusation. */
  [ENT_ASSERTION_ALLEGED] = "M 0 -1.04 L 0.9 -0.52 L 0.9 0.52 L 0 1.04 L -0.9 0.52 L -0.9 -0.52 Z",
  /* On its point: only if. */
  [ENT_ASSERTION_CONDITIONAL] = "M 0 -1.16 L 1.16 0 L 0 1.16 L -1.16 0 Z",
  /* A sheet: a draft. */
  [ENT_ASSERTION_PROPOSED] = "M -0.86 -0.86 L 0.86 -0.86 L 0.86 0.86 L -0.86 0.86 Z",
};

static guint64
get_rgb (EntColour colour)
{
  return (guint64) lround (colour.red * 255.0) << 16 | (guint64) lround (colour.green * 255.0) << 8
         | (guint64) lround (colour.blue * 255.0);
}

/* What tells one small shape from another; see EntCanvas.begin_sprite. */
static guint64
get_key (const EntStyle *style,
         EntColour       colour,
         double          radius,
         guint           shape,
         guint           flags)
{
  return get_rgb (colour) | (guint64) (style->theme & 7) << 24 | (guint64) (guint) (radius * 4.0) << 27
         | (guint64) flags << 39 | (guint64) shape << 47;
}

static EntBox
get_square (double x,
            double y,
            double reach)
{
  return (EntBox) { x - reach, y - reach, 2.0 * reach, 2.0 * reach };
}

static void
draw_outline (EntCanvas          *canvas,
              const EntSceneMark *mark,
              const EntPaint     *paint,
              gboolean            open)
{
  const char *path = mark->assertion < ENT_N_ASSERTIONS ? outlines[mark->assertion] : NULL;
  double radius = mark->radius - (open ? paint->width / 2.0 : 0.0);

  if (path != NULL)
    canvas->path (canvas, path, mark->x, mark->y, radius * 0.94, paint);
  else
    canvas->circle (canvas, mark->x, mark->y, radius, paint);
}

/* A dot at the corner, with a rim that keeps it apart. */
static void
draw_noted (EntCanvas          *canvas,
            const EntStyle     *style,
            const EntSceneMark *mark)
{
  double radius = 0.28 * mark->radius + 0.6, at = NOTED_AT * mark->radius;
  EntPaint rim = { .fill = style->background };
  EntPaint dot = { .fill = style->accent };

  canvas->circle (canvas, mark->x + at, mark->y - at, radius + 1.0, &rim);
  canvas->circle (canvas, mark->x + at, mark->y - at, radius, &dot);
}

/* What happened is a full disc; the rest is told by its outline:
 *
 *     ●  occurred        ◇ …  dashed, of another shape: not stated as fact
 *     ○  planned         ⊘  struck: denied or called off
 *     ◎  hollow: its day is only the statement's     ◍  tinted: bears on the relationship
 */
static void
draw_mark_shape (EntCanvas          *canvas,
                 const EntStyle     *style,
                 EntColour           colour,
                 const EntSceneMark *mark)
{
  EntColour background = style->background;
  guint8 open = mark->flags & (ENT_MARK_PLANNED | ENT_MARK_DENIED | ENT_MARK_HOLLOW | ENT_MARK_NOT_STATED);
  EntPaint disc = { .fill = open ? background : colour, .stroke = open ? colour : ENT_TRANSPARENT, .width = 1.4 };
  EntColour glyph = open ? colour : style->glyph;
  double glyph_radius = mark->radius * (mark->flags & (ENT_MARK_HOLLOW | ENT_MARK_NOT_STATED) ? 0.82 : 1.0);

  if (mark->flags & ENT_MARK_HOLLOW)
    disc.width = 2.6;
  if (mark->flags & ENT_MARK_NOT_STATED)
    disc.dash = mark->radius * 0.38;
  if (!open && (mark->flags & ENT_MARK_BEARS))
    {
      EntPaint ground = { .fill = background };
      canvas->circle (canvas, mark->x, mark->y, mark->radius, &ground);
      disc.fill = ent_colour_fade (colour, 0.2);
      glyph = colour;
    }
  draw_outline (canvas, mark, &disc, open);
  ent_draw_kind_glyph_on (canvas, mark->kind, mark->x, mark->y, glyph_radius, glyph);
  if (mark->flags & ENT_MARK_DENIED)
    {
      double reach = mark->radius * 0.95;
      EntPaint under = { .stroke = background, .width = 3.0 };
      EntPaint over = { .stroke = colour, .width = 1.4 };
      canvas->line (canvas, mark->x - reach, mark->y + reach, mark->x + reach, mark->y - reach, &under);
      canvas->line (canvas, mark->x - reach, mark->y + reach, mark->x + reach, mark->y - reach, &over);
    }
  if (mark->flags & ENT_MARK_NOTED)
    draw_noted (canvas, style, mark);
}

/**
 * ent_draw_mark_on:
 * @canvas: where to draw
 * @style: in which colours
 * @colour: its lane's
 * @mark: a mark
 *
 * Draws a mark, with its halo where it is selected.
 */
void
ent_draw_mark_on (EntCanvas          *canvas,
                  const EntStyle     *style,
                  EntColour           colour,
                  const EntSceneMark *mark)
{
  guint8 flags = mark->flags & (guint8) ~ENT_MARK_SELECTED;
  guint64 key = get_key (style, colour, mark->radius, 1u + mark->kind + mark->assertion * ENT_N_KINDS, flags);
  EntBox box = get_square (mark->x, mark->y, ceil (mark->radius) + MARK_MARGIN);

  if (mark->flags & ENT_MARK_SELECTED)
    {
      EntPaint halo = { .fill = ent_colour_fade (style->accent, 0.3) };
      canvas->circle (canvas, mark->x, mark->y, mark->radius + HALO, &halo);
    }
  if (!canvas->begin_sprite (canvas, key, &box))
    return;
  draw_mark_shape (canvas, style, colour, mark);
  canvas->end_sprite (canvas);
}

/**
 * ent_draw_dot_on:
 * @canvas: where to draw
 * @style: in which colours
 * @colour: its lane's
 * @flags: #EntMarkFlags of its event, and %ENT_DOT_RIM for a rim of the background
 * @x: its middle
 * @y: its middle
 * @radius: its radius
 *
 * Draws the dot of a contact that raises a topic.
 */
void
ent_draw_dot_on (EntCanvas      *canvas,
                 const EntStyle *style,
                 EntColour       colour,
                 guint           flags,
                 double          x,
                 double          y,
                 double          radius)
{
  gboolean hollow = (flags & (ENT_MARK_PLANNED | ENT_MARK_DENIED | ENT_MARK_NOT_STATED)) != 0;
  EntPaint paint = { .fill = hollow ? style->background : colour, .stroke = hollow ? colour : ENT_TRANSPARENT,
                     .width = DOT_RIM };
  EntBox box = get_square (x, y, ceil (radius) + MARK_MARGIN);

  EntPaint rim = { .fill = style->background };

  if (!canvas->begin_sprite (canvas, get_key (style, colour, radius, 0, hollow | (flags & ENT_DOT_RIM ? 4 : 0)), &box))
    return;
  if (flags & ENT_DOT_RIM)
    canvas->circle (canvas, x, y, radius + DOT_RIM, &rim);
  canvas->circle (canvas, x, y, radius - (hollow ? 0.6 : 0.0), &paint);
  canvas->end_sprite (canvas);
}

/**
 * ent_draw_bubble_on:
 * @canvas: where to draw
 * @style: in which colours
 * @colour: its lane's
 * @box: where it is, at least as wide as it is high
 *
 * Draws the ring of several events that share a place.
 */
void
ent_draw_bubble_on (EntCanvas      *canvas,
                    const EntStyle *style,
                    EntColour       colour,
                    const EntBox   *box)
{
  EntPaint ground = { .fill = style->background };
  EntPaint paint = { .fill = ent_colour_fade (colour, 0.16), .stroke = colour, .width = 1.3 };
  double radius = box->height / 2.0;
  double x = box->x + box->width / 2.0;
  double y = box->y + radius;
  EntBox around = get_square (x, y, ceil (radius) + MARK_MARGIN);

  if (box->width > box->height)
    {
      canvas->box (canvas, box, radius, &ground);
      canvas->box (canvas, box, radius, &paint);
      return;
    }
  if (!canvas->begin_sprite (canvas, get_key (style, colour, radius, 0, 2), &around))
    return;
  canvas->circle (canvas, x, y, radius, &ground);
  canvas->circle (canvas, x, y, radius, &paint);
  canvas->end_sprite (canvas);
}

/**
 * ent_draw_span_on:
 * @canvas: where to draw
 * @colour: its lane's
 * @soft: whether its ends are not days
 * @box: where it is
 *
 * Draws the extent of an event.
 */
void
ent_draw_span_on (EntCanvas    *canvas,
                  EntColour     colour,
                  gboolean      soft,
                  const EntBox *box)
{
  EntPaint paint = { .fill = ent_colour_fade (colour, 0.45) };

  if (soft)
    canvas->fade (canvas, box, paint.fill);
  else
    canvas->box (canvas, box, box->height / 2.0, &paint);
}

static void
draw_spans (const EntDrawing *drawing)
{
  for (gsize i = 0; i < drawing->scene->n_spans; i++)
    {
      const EntSceneSpan *span = &drawing->scene->spans[i];
      ent_draw_span_on (drawing->canvas, drawing->lane_colours[span->lane], span->soft, &span->box);
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

/* Lines of whole pixels are boxes, which are filled in no time. */
static void
draw_stems (const EntDrawing *drawing)
{
  const EntScene *scene = drawing->scene;
  EntColour faint = ent_colour_fade (drawing->style->contacts, get_stem_strength (scene));

  g_array_set_size (drawing->boxes, 0);
  for (gsize i = 0; i < scene->n_stems; i++)
    {
      const EntSceneStem *stem = &scene->stems[i];
      EntBox box = { floor (stem->x), floor (stem->top), 1.0, floor (stem->bottom) - floor (stem->top) };
      if (is_selected (scene, stem->row))
        ent_drawing_draw_line (drawing, stem->x, stem->top, stem->x, stem->bottom, drawing->style->contacts, 1.8);
      else if (box.height > 0.0)
        g_array_append_val (drawing->boxes, box);
    }
  drawing->canvas->bars (drawing->canvas, (const EntBox *) (gpointer) drawing->boxes->data, drawing->boxes->len, faint);
}

static void
draw_dots (const EntDrawing *drawing)
{
  for (gsize i = 0; i < drawing->scene->n_dots; i++)
    {
      const EntSceneDot *dot = &drawing->scene->dots[i];
      /* A rim of the background keeps dots apart from their stem; in a crowd rims would eat up the dots before them. */
      gboolean is_crowd = i > 0 && dot[-1].lane == dot->lane && fabsf (dot->x - dot[-1].x) < dot->radius;
      ent_draw_dot_on (drawing->canvas, drawing->style, drawing->lane_colours[dot->lane],
                       dot->flags | (is_crowd ? 0 : ENT_DOT_RIM), dot->x, dot->y, dot->radius);
    }
}

static EntBox
get_bar (const EntSceneBin *bin)
{
  double height = MAX (round (bin->box.height * bin->height), 1.0);
  double gap = bin->box.width >= 4.0 ? 1.0 : 0.0;

  return (EntBox) { bin->box.x, bin->box.y + bin->box.height - height, bin->box.width - gap, height };
}

/* The bars of a lane's strip, which follow each other, at once. */
static void
draw_strips (const EntDrawing *drawing)
{
  const EntScene *scene = drawing->scene;

  for (gsize i = 0; i < scene->n_bins;)
    {
      guint16 lane = scene->bins[i].lane;
      g_array_set_size (drawing->boxes, 0);
      for (; i < scene->n_bins && scene->bins[i].lane == lane; i++)
        {
          EntBox bar = get_bar (&scene->bins[i]);
          if (!scene->bins[i].bubble)
            g_array_append_val (drawing->boxes, bar);
        }
      drawing->canvas->bars (drawing->canvas, (const EntBox *) (gpointer) drawing->boxes->data, drawing->boxes->len,
                             ent_colour_fade (drawing->lane_colours[lane], BAR_STRENGTH));
    }
}

static void
draw_gauges (const EntDrawing *drawing)
{
  const EntBox *area = &drawing->scene->time_area;

  for (gsize i = 0; i < drawing->scene->n_gauges; i++)
    {
      const EntSceneGauge *gauge = &drawing->scene->gauges[i];
      EntBox line = { area->x, gauge->y, area->width, 1.0 };
      EntBox ground = { gauge->text_box.x - 3.0, gauge->text_box.y, gauge->text_box.width + 6.0,
                        gauge->text_box.height };
      ent_drawing_fill_box (drawing, line, 0.0, drawing->style->line);
      ent_drawing_fill_box (drawing, ground, 3.0, ent_colour_fade (drawing->style->background, 0.85));
      ent_drawing_draw_words (drawing, ENT_TEXT_BADGE, gauge->text, gauge->text_box, drawing->style->text_dim);
    }
}

static void
draw_bubbles (const EntDrawing *drawing)
{
  for (gsize i = 0; i < drawing->scene->n_bins; i++)
    {
      const EntSceneBin *bin = &drawing->scene->bins[i];
      if (!bin->bubble)
        continue;
      ent_draw_bubble_on (drawing->canvas, drawing->style, drawing->lane_colours[bin->lane], &bin->box);
      if (bin->text != NULL)
        ent_drawing_draw_words (drawing, ENT_TEXT_BADGE, bin->text, bin->text_box, drawing->style->text);
    }
}

static void
draw_label (const EntDrawing    *drawing,
            const EntSceneLabel *label)
{
  EntColour colour = label->struck ? drawing->style->text_dim : drawing->style->text;

  drawing->canvas->text (drawing->canvas, label->role, label->text, &label->box, colour, label->struck);
  if (label->badge == NULL)
    return;
  ent_drawing_fill_box (drawing, label->badge_box, label->badge_box.height / 2.0, drawing->style->badge);
  EntBox words = label->badge_box;
  words.x += 6.0;
  words.y += 1.0;
  words.width -= 12.0;
  words.height -= 2.0;
  ent_drawing_draw_words (drawing, ENT_TEXT_BADGE, label->badge, words, drawing->style->text);
}

/* Of an event whose mark is out of view. */
static void
draw_lone_label (const EntDrawing    *drawing,
                 const EntSceneLabel *label)
{
  drawing->canvas->begin_event (drawing->canvas, label->row);
  draw_label (drawing, label);
  drawing->canvas->end_event (drawing->canvas);
}

/* Marks with their labels, an event at a time; labels follow in the order of their marks, those of what began out of
 * view among them. */
static void
draw_marks (const EntDrawing *drawing)
{
  const EntScene *scene = drawing->scene;
  gsize next = 0;

  for (gsize i = 0; i < scene->n_marks; i++)
    {
      const EntSceneMark *mark = &scene->marks[i];
      while (next < scene->n_labels && scene->labels[next].n_marks <= i)
        draw_lone_label (drawing, &scene->labels[next++]);
      drawing->canvas->begin_event (drawing->canvas, mark->row);
      ent_draw_mark_on (drawing->canvas, drawing->style, drawing->lane_colours[mark->lane], mark);
      if (next < scene->n_labels && scene->labels[next].row == mark->row)
        draw_label (drawing, &scene->labels[next++]);
      drawing->canvas->end_event (drawing->canvas);
    }
  while (next < scene->n_labels)
    draw_lone_label (drawing, &scene->labels[next++]);
}

/**
 * ent_drawing_draw_events:
 * @drawing: a picture being drawn
 *
 * Draws all that happened: what lies behind first.
 */
void
ent_drawing_draw_events (const EntDrawing *drawing)
{
  draw_strips (drawing);
  draw_gauges (drawing);
  draw_spans (drawing);
  draw_stems (drawing);
  draw_dots (drawing);
  ent_drawing_draw_arcs (drawing);
  draw_bubbles (drawing);
  draw_marks (drawing);
}
