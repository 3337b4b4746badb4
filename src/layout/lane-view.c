/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One lane: its events where they were packed, as far as they are in view. */
#include "layout/lane-view.h"

#include "layout/lane-seam.h"

#include <math.h>

#define LEAST_DENSE_DOTS 60
#define DENSE_DOT_PIXELS 7.0
#define MOST_LINES ENT_LANE_MOST_LINES
#define LEAST_SHARE 0.75 /* of a label's words, that is worth showing where they reach the view's edge */
#define BUBBLE_INSET 2.0 /* pixels between a count and its bubble's end */
#define DAY_PIXELS 60.0 /* from which on a day without a time is shown as long as it is */

/* Labels of extents that began out of view wait for what comes next in their line; labels may only turn to the left of
 * their mark, at the window's edge, where that is free. */
typedef struct
{
  EntSceneBuilder *builder;
  EntLaneView *view;
  double line_end[MOST_LINES + 1];
  EntPackedEvent *sticky[MOST_LINES + 1];
  EntLaneSeam before; /* with the piece before the one being emitted */
  EntLaneSeam after;
} Emission;

/**
 * ent_scene_builder_get_x:
 * @builder: a scene being made
 * @time: a time in days
 *
 * Returns: where it is, in the middle of a pixel, so that lines through it are crisp
 */
double
ent_scene_builder_get_x (const EntSceneBuilder *builder,
                         double                 time)
{
  return floor (builder->scene->time_area.x + ent_time_scale_to_x (builder->request->scale, time) + 1e-6) + 0.5;
}

/**
 * ent_lane_view_get_line_y:
 * @builder: a scene being made
 * @view: a lane that has its place
 * @line: a line in it
 *
 * Returns: the middle of the line
 */
double
ent_lane_view_get_line_y (const EntSceneBuilder *builder,
                          const EntLaneView     *view,
                          guint                  line)
{
  return floor (view->top + builder->sizes.pad + (line + 0.5) * builder->sizes.line) + 0.5;
}

/* Whether the dots of contacts that have no marks of their own are too many to be told apart. */
static gboolean
has_dense_dots (const EntSceneBuilder *builder,
                const EntLaneView     *view)
{
  EntTimeScale scale = builder->request->scale;
  double width = builder->scene->time_area.width;
  EntDensityStep step = ent_density_choose_step (scale.days_per_pixel, ENT_BIN_PIXELS);
  guint n = ent_density_count (builder->basis->density, view->pair + 1, step, builder->first_day, builder->last_day);

  return n > LEAST_DENSE_DOTS && n * DENSE_DOT_PIXELS > width;
}

/**
 * ent_lane_view_fill:
 * @builder: a scene being made
 * @view: a lane, with its source
 * @dense_contacts: whether the contacts, and so their dots, are too many to be told apart
 *
 * Packs the lane's events, or finds that there are too many.
 */
void
ent_lane_view_fill (EntSceneBuilder *builder,
                    EntLaneView     *view,
                    gboolean         dense_contacts)
{
  ent_scene_builder_get_pieces (builder, &view->source, &view->first_piece, &view->last_piece);
  view->dense = view->folded || (dense_contacts && view->n_dots > 0 && has_dense_dots (builder, view));
  if (view->source.n_asked == 0)
    return;
  for (gint32 piece = view->first_piece; piece <= view->last_piece && !view->dense; piece++)
    {
      const EntLanePack *pack = ent_scene_builder_get_pack (builder, &view->source, piece);
      view->dense = pack->dense;
      view->n_lines = MAX (view->n_lines, pack->n_lines);
    }
  if (view->dense)
    view->n_lines = 0;
}

static void
emit_span (const Emission       *emission,
           const EntPackedEvent *event,
           double                y)
{
  EntSceneBuilder *builder = emission->builder;
  const EntBox *area = &builder->scene->time_area;
  EntTimeScale scale = builder->request->scale;
  double left = area->x + ent_time_scale_to_x (scale, event->from);
  double right = area->x + ent_time_scale_to_x (scale, event->to);
  double radius = builder->sizes.radius;
  EntSceneSpan span = { .row = event->row, .lane = emission->view->index, .soft = event->soft };

  gboolean is_day = event->soft && event->to - event->from <= 1.0;
  if (right - left <= (is_day ? DAY_PIXELS : event->soft ? 2.0 * radius
                                                         : radius)
      || right <= area->x || left >= area->x + area->width)
    return;
  /* What is out of view is cut only far outside, where a fading end is not seen to move. */
  left = MAX (left, area->x - 4.0 * area->width);
  right = MIN (right, area->x + 5.0 * area->width);
  span.flags = ent_scene_builder_get_flags (builder, event->row);
  span.box = (EntBox) { left, y + radius + 1.0, right - left, 3.0 };
  g_array_append_val (builder->spans, span);
}

/* The badge behind a label's words. */
static void
add_badge (EntSceneBuilder *builder,
           EntSceneLabel   *label,
           double           y)
{
  double width = 0.0, height = 0.0;

  builder->request->measure.measure (ENT_TEXT_BADGE, label->badge, &width, &height, builder->request->measure.data);
  label->badge_box = (EntBox) { label->box.x + label->box.width + ENT_BADGE_GAP, floor (y - height / 2.0) - 1.0,
                                width + 2.0 * ENT_BADGE_PADDING, height + 2.0 };
}

/* What of the title has room where its place in the line is narrow: the same wherever the view is. */
static const char *
get_cut (EntSceneBuilder *builder,
         EntPackedEvent  *event,
         double           room)
{
  if (event->cut == NULL)
    {
      g_autofree char *cut = ent_scene_builder_dup_cut (builder, ENT_TEXT_LABEL_BOLD, event->title, room);
      event->cut = cut != NULL ? g_string_chunk_insert_const (builder->basis->history->strings, cut) : "";
    }
  return *event->cut != '\0' ? event->cut : NULL;
}

/* Cuts a label at the view's edge, where enough of it is left. */
static gboolean
cut_label (EntSceneBuilder *builder,
           double           window_room,
           double           least_share,
           EntSceneLabel   *label)
{
  double height;

  /* Two letters and an ellipsis tell nothing. */
  if (window_room < MAX (builder->sizes.label_least, least_share * label->box.width))
    return FALSE;
  label->text = ent_scene_builder_fit_text (builder, label->role, label->text, window_room);
  if (label->text == NULL)
    return FALSE;
  builder->request->measure.measure (label->role, label->text, &label->box.width, &height,
                                     builder->request->measure.data);
  return TRUE;
}

/* The words and badge of an event's label in the room that it has in its line and, in the end, in the window, where
 * the badge gives way before the words do. */
static gboolean
make_label (EntSceneBuilder *builder,
            EntPackedEvent  *event,
            double           window_room,
            double           least_share,
            EntSceneLabel   *label)
{
  double room = MIN (event->room, builder->sizes.label_most + event->badge_width);
  double badge = event->badge_width;
  double height;

  label->row = event->row;
  label->role = event->row == builder->request->selected ? ENT_TEXT_LABEL_BOLD : ENT_TEXT_LABEL;
  label->struck = builder->columns->status[event->row] == ENT_STATUS_DENIED;
  if (event->badge != NULL && room - badge >= builder->sizes.label_least)
    label->badge = event->badge;
  else
    badge = 0.0;
  label->text = event->title;
  EntEventWords *words = ent_history_get_words (builder->basis->history, event->row, builder->request->translator);
  if (words->width > room - badge + 0.5)
    label->text = get_cut (builder, event, room - badge);
  if (label->text == NULL)
    return FALSE;
  builder->request->measure.measure (label->role, label->text, &label->box.width, &height,
                                     builder->request->measure.data);
  label->box.height = height;
  if (label->box.width > window_room - badge)
    label->badge = NULL;
  return label->box.width <= window_room || cut_label (builder, window_room, least_share, label);
}

/* At @x, or ending there. */
static double
put_label (Emission      *emission,
           EntSceneLabel *label,
           double         x,
           double         y,
           gboolean       ends_there)
{
  EntSceneBuilder *builder = emission->builder;

  label->lane = emission->view->index;
  label->box.x = x;
  label->box.y = floor (y - label->box.height / 2.0);
  if (label->badge != NULL)
    add_badge (builder, label, y);
  if (ends_there)
    {
      double shift = ent_scene_label_get_right (label) - x;
      label->box.x -= shift;
      label->badge_box.x -= shift;
    }
  label->n_marks = builder->marks->len;
  g_array_append_val (builder->labels, *label);
  return ent_scene_label_get_right (label);
}

static void
emit_label (Emission       *emission,
            EntPackedEvent *event,
            double          x,
            double          y)
{
  EntSceneBuilder *builder = emission->builder;
  const EntBox *area = &builder->scene->time_area;
  double offset = builder->sizes.radius + builder->sizes.gap;
  double right_room = area->x + area->width - 4.0 - x - offset;
  double left_room = x - offset - MAX (emission->line_end[event->line] + ENT_LABEL_SPACE, area->x + 4.0);
  double words = event->room - event->badge_width;
  gboolean on_left = event->room > right_room && (event->room <= left_room || words > right_room)
                     && left_room > right_room;
  /* What one looks at is named at all events. */
  double least_share = event->row == builder->request->selected ? 0.0 : LEAST_SHARE;
  EntSceneLabel label = { 0 };

  if (builder->request->still)
    {
      /* Packed so; a pixel may be missing where marks were moved to whole ones. */
      on_left = event->turned;
      left_room += 1.0;
    }
  if (event->label == ENT_LANE_LABEL_NONE || event->room <= 0.0f
      || !make_label (builder, event, on_left ? left_room : right_room, least_share, &label))
    return;
  double right = put_label (emission, &label, on_left ? x - offset : x + offset, y, on_left);
  if (!on_left)
    emission->line_end[event->line] = right;
}

/* Labels of what began out of view stick to the edge, up to what comes next in the line. */
static void
emit_sticky (Emission *emission,
             guint     line,
             double    limit)
{
  EntSceneBuilder *builder = emission->builder;
  EntPackedEvent *event = g_steal_pointer (&emission->sticky[line]);
  double left = builder->scene->time_area.x + ENT_EDGE_INSET;
  EntSceneLabel label = { 0 };

  if (event == NULL || limit - left < builder->sizes.label_least)
    return;
  if (make_label (builder, event, limit - left, 0.0, &label))
    emission->line_end[line] = put_label (emission, &label, left,
                                          ent_lane_view_get_line_y (builder, emission->view, line), FALSE);
}

/* Labels of what began in view but has its mark beyond it stick to the other edge. */
static void
emit_ahead (Emission       *emission,
            EntPackedEvent *event,
            double          y)
{
  EntSceneBuilder *builder = emission->builder;
  const EntBox *area = &builder->scene->time_area;
  double right = area->x + area->width - ENT_EDGE_INSET;
  double from = area->x + ent_time_scale_to_x (builder->request->scale, event->from);
  double left = MAX (emission->line_end[event->line] + ENT_LABEL_SPACE, area->x + ENT_EDGE_INSET);
  EntSceneLabel label = { 0 };

  if (event->n_shared != 1 || event->label == ENT_LANE_LABEL_NONE || emission->sticky[event->line] != NULL
      || from > right || right - left < builder->sizes.label_least)
    return;
  if (make_label (builder, event, right - left, 0.0, &label))
    {
      put_label (emission, &label, right, y, TRUE);
      emission->line_end[event->line] = right;
    }
}

/* No more than three signs. The pointer is told the whole number. */
static char *
dup_short_count (guint count)
{
  if (count >= 1000 * 1000)
    return g_strdup_printf ("%uM", count / 1000 / 1000);
  return count >= 1000 ? g_strdup_printf ("%uk", count / 1000) : g_strdup_printf ("%u", count);
}

/* A bubble with a count for events that share one mark's place, longer than it is high where the count is long. */
static void
emit_cluster (Emission             *emission,
              const EntPackedEvent *leader,
              guint                 count,
              EntDay                last,
              double                x,
              double                y)
{
  EntSceneBuilder *builder = emission->builder;
  double radius = builder->sizes.radius;
  g_autofree char *text = dup_short_count (count);
  EntSceneBin bin = { .lane = emission->view->index, .bubble = TRUE, .first_row = leader->row,
                      .count = count, .from = (EntDay) floor (leader->mark), .to = last + 1 };

  bin.height = 1.0f;
  bin.shared = builder->shared->len - count;
  bin.text = g_string_chunk_insert_const (builder->strings, text);
  builder->request->measure.measure (ENT_TEXT_BADGE, text, &bin.text_box.width, &bin.text_box.height,
                                     builder->request->measure.data);
  bin.text_box.x = x - bin.text_box.width / 2.0;
  bin.text_box.y = y - bin.text_box.height / 2.0;
  double half = MAX (radius, ceil (bin.text_box.width / 2.0) + BUBBLE_INSET);
  bin.box = (EntBox) { x - half, y - radius, 2.0 * half, 2.0 * radius };
  g_array_append_val (builder->bins, bin);
}

/* Tells which events share a place, and returns the last of their days. */
static EntDay
add_shared (EntSceneBuilder   *builder,
            const EntLanePack *pack,
            guint              leader)
{
  EntDay last = (EntDay) floor (pack->events[leader].mark);
  guint left = pack->events[leader].n_shared;

  for (guint i = leader; i < pack->n && left > 0; i++)
    {
      if (pack->events[i].leader != leader)
        continue;
      last = (EntDay) floor (pack->events[i].mark);
      g_array_append_val (builder->shared, pack->events[i].row);
      left--;
    }
  return last;
}

/* A cluster of all that shares the event's place, in its piece and, at the seam, in the next. */
static void
emit_shared (Emission    *emission,
             EntLanePack *pack,
             guint        index,
             double       x,
             double       y)
{
  const EntPackedEvent *event = &pack->events[index];
  const EntLaneSeam *seam = &emission->after;
  guint count = event->n_shared;
  EntDay last = add_shared (emission->builder, pack, index);

  if (ent_lane_seam_joins (seam, event->line, index))
    {
      guint32 head = seam->head[event->line];
      count += seam->next->events[head].n_shared;
      last = add_shared (emission->builder, seam->next, head);
    }
  emit_cluster (emission, event, count, last, x, y);
  emission->line_end[event->line] = x + emission->builder->sizes.radius;
}

static void
emit_mark (Emission       *emission,
           EntPackedEvent *event,
           double          x,
           double          y)
{
  EntSceneBuilder *builder = emission->builder;
  double radius = builder->sizes.radius;
  EntSceneMark mark = { event->row, emission->view->index, builder->columns->kind[event->row],
                        ent_scene_builder_get_flags (builder, event->row), builder->columns->assertion[event->row],
                        (float) x, (float) y, (float) radius };

  g_array_append_val (builder->marks, mark);
  emit_label (emission, event, x, y);
  emission->line_end[event->line] = MAX (emission->line_end[event->line], x + radius);
}

static void
emit_event (Emission    *emission,
            EntLanePack *pack,
            guint        index)
{
  EntSceneBuilder *builder = emission->builder;
  EntPackedEvent *event = &pack->events[index];
  const EntBox *area = &builder->scene->time_area;
  double x = ent_scene_builder_get_x (builder, event->mark);
  double y = ent_lane_view_get_line_y (builder, emission->view, event->line);
  double radius = builder->sizes.radius;
  /* A mark slides out of a window; in a picture none is cut. */
  double reach = builder->request->still ? -radius : radius;
  gboolean is_alone = event->n_shared == 1 && !ent_lane_seam_joins (&emission->after, event->line, index);

  if (is_alone)
    emit_span (emission, event, y);
  if (x < area->x - reach)
    {
      double end = area->x + ent_time_scale_to_x (builder->request->scale, event->to);
      gboolean sticks = is_alone && event->label != ENT_LANE_LABEL_NONE && end > area->x + ENT_EDGE_INSET;
      emission->sticky[event->line] = sticks ? event : NULL;
      return;
    }
  if (x > area->x + area->width + reach)
    {
      if (is_alone)
        emit_ahead (emission, event, y);
      return;
    }
  emit_sticky (emission, event->line, x - radius - ENT_LABEL_SPACE);
  if (is_alone)
    emit_mark (emission, event, x, y);
  else
    emit_shared (emission, pack, index, x, y);
}

static void
emit_piece (Emission *emission,
            gint32    piece)
{
  EntSceneBuilder *builder = emission->builder;
  const EntLaneView *view = emission->view;
  EntLanePack *pack = ent_scene_builder_get_pack (builder, &view->source, piece);

  emission->before = emission->after;
  ent_lane_seam_find (&emission->after, pack,
                      piece < view->last_piece ? ent_scene_builder_get_pack (builder, &view->source, piece + 1) : NULL,
                      2.0 * builder->sizes.radius * ent_scene_builder_get_pack_scale (builder));
  for (guint i = 0; i < pack->n; i++)
    {
      const EntPackedEvent *event = &pack->events[i];
      if (event->n_shared > 0 && emission->before.head[event->line] != i)
        emit_event (emission, pack, i);
    }
}

static void
emit_events (EntSceneBuilder *builder,
             EntLaneView     *view)
{
  const EntBox *area = &builder->scene->time_area;
  Emission emission = { .builder = builder, .view = view };

  for (gsize i = 0; i < G_N_ELEMENTS (emission.line_end); i++)
    emission.line_end[i] = -INFINITY;
  ent_lane_seam_clear (&emission.after);
  for (gint32 piece = view->first_piece; piece <= view->last_piece; piece++)
    emit_piece (&emission, piece);
  for (guint line = 0; line <= MOST_LINES; line++)
    emit_sticky (&emission, line, area->x + area->width - 4.0);
}

/**
 * ent_lane_view_emit:
 * @builder: a scene being made
 * @view: a lane that has its place
 *
 * Adds the marks, labels and spans of the lane that are in view, or its bins.
 */
void
ent_lane_view_emit (EntSceneBuilder *builder,
                    EntLaneView     *view)
{
  const EntBox *area = &builder->scene->lane_area;

  if (view->bottom <= area->y || view->top >= area->y + area->height)
    return;
  if (view->dense)
    ent_lane_view_emit_bins (builder, view);
  else if (view->source.n_asked > 0)
    emit_events (builder, view);
}
