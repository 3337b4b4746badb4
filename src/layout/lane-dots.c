/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the contacts raised: thin lines down from their marks, and dots in the lanes of topics. */
#include <math.h>

#include "base/row-count.h"

#include "layout/lane-view.h"

#define LINE_MARGIN 2.0 /* between a line and the words it is cut at */

static double
get_dot_y (const EntSceneBuilder *builder,
           const EntLaneView     *view)
{
  double room = view->bottom - view->top - view->n_lines * builder->sizes.line - 2.0 * builder->sizes.pad;

  /* In the middle where there are dots alone, else below the labels. */
  if (view->n_lines == 0)
    return floor ((view->top + view->bottom) / 2.0) + 0.5;
  return floor (view->bottom - builder->sizes.pad - MIN (builder->sizes.dots, room) / 2.0) + 0.5;
}

static int
compare_boxes (gconstpointer a,
               gconstpointer b)
{
  const EntBox *first = a;
  const EntBox *second = b;

  return first->y < second->y ? -1 : first->y > second->y;
}

/* Words that a line at @x runs into. */
static void
collect_crossed (const EntSceneBuilder *builder,
                 const EntSceneStem    *stem,
                 GArray                *boxes)
{
  g_array_set_size (boxes, 0);
  for (guint i = 0; i < builder->labels->len; i++)
    {
      const EntSceneLabel *label = &g_array_index (builder->labels, EntSceneLabel, i);
      double right = ent_scene_label_get_right (label);
      if (stem->x > label->box.x - LINE_MARGIN && stem->x < right + LINE_MARGIN
          && label->box.y < stem->bottom && label->box.y + label->box.height > stem->top)
        g_array_append_val (boxes, label->box);
    }
  g_array_sort (boxes, compare_boxes);
}

/* A line in pieces, none of which touches words. */
static void
add_stem (EntSceneBuilder *builder,
          EntSceneStem     stem,
          GArray          *boxes)
{
  float bottom = stem.bottom;

  collect_crossed (builder, &stem, boxes);
  for (guint i = 0; i < boxes->len; i++)
    {
      const EntBox *box = &g_array_index (boxes, EntBox, i);
      stem.bottom = (float) box->y;
      if (stem.bottom > stem.top)
        g_array_append_val (builder->stems, stem);
      stem.top = (float) (box->y + box->height);
    }
  stem.bottom = bottom;
  if (stem.bottom > stem.top)
    g_array_append_val (builder->stems, stem);
}

/* The first of a mark's events, several where it is a cluster, that raises a lane's topic. */
static guint32
find_raising (const EntSceneBuilder *builder,
              const EntLanePack     *pack,
              guint                  leader,
              guint16                topic)
{
  guint left = pack->events[leader].n_shared;

  for (guint i = leader; i < pack->n && left > 0; i++)
    {
      if (pack->events[i].leader != leader)
        continue;
      if (builder->columns->topics[pack->events[i].row] >> topic & 1)
        return pack->events[i].row;
      left--;
    }
  return ENT_ROW_NONE;
}

/* Dots of one mark of the contacts, which stands at (x, y); its line goes down to the lowest one. */
static void
emit_contact (EntSceneBuilder   *builder,
              GArray            *views,
              const EntLanePack *pack,
              guint              leader,
              double             x,
              double             y,
              GArray            *boxes)
{
  guint32 row = pack->events[leader].row;
  EntSceneStem stem = { row, (float) x, (float) (y + builder->sizes.radius), 0.0f };

  for (guint i = 1; i < views->len; i++)
    {
      const EntLaneView *view = &g_array_index (views, EntLaneView, i);
      if (view->dense || view->n_dots == 0)
        continue;
      guint32 raising = find_raising (builder, pack, leader, view->lane->value);
      if (raising == ENT_ROW_NONE)
        continue;
      EntSceneDot dot = { raising, view->index, ent_scene_builder_get_flags (builder, raising), (float) x,
                          (float) get_dot_y (builder, view), (float) builder->sizes.dot };
      g_array_append_val (builder->dots, dot);
      stem.bottom = MAX (stem.bottom, dot.y);
    }
  if (stem.bottom > stem.top)
    add_stem (builder, stem, boxes);
}

/* Dots without lines, where the contacts themselves are too many to be told apart. */
static void
emit_lone_dots (EntSceneBuilder   *builder,
                const EntLaneView *view)
{
  const EntBox *area = &builder->scene->time_area;
  EntTimeScale scale = builder->request->scale;
  double last = MIN (ent_time_scale_to_time (scale, area->width), ENT_DAY_OPEN_END - 1.0);
  guint32 end = ent_event_store_end_row_at (builder->store, (EntDay) last);
  guint32 row = ent_event_store_first_row_at (builder->store, (EntDay) MAX (scale.start, ENT_DAY_OPEN_START + 1.0));

  for (row = ent_row_next_of_both (builder->basis->contacts, view->lane->raised, row); row < end;
       row = ent_row_next_of_both (builder->basis->contacts, view->lane->raised, row + 1))
    {
      double x = ent_scene_builder_get_x (builder, ent_scene_builder_place (builder, row).mark);
      EntSceneDot dot = { row, view->index, ent_scene_builder_get_flags (builder, row), (float) x,
                          (float) get_dot_y (builder, view), (float) builder->sizes.dot };
      if (x >= area->x && x <= area->x + area->width)
        g_array_append_val (builder->dots, dot);
    }
}

/**
 * ent_lane_view_emit_dots:
 * @builder: a scene being made, with its labels
 * @views: (element-type EntLaneView): the lanes, which have their places
 *
 * Adds dots and lines of the contacts in view. The contacts of a
 * cluster share their dots and line.
 */
void
ent_lane_view_emit_dots (EntSceneBuilder *builder,
                         GArray          *views)
{
  const EntBox *area = &builder->scene->time_area;
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (EntBox));
  const EntLaneView *contacts = views->len > 0 ? &g_array_index (views, EntLaneView, 0) : NULL;

  if (contacts == NULL || contacts->lane != NULL)
    return;
  if (contacts->dense)
    {
      for (guint i = 1; i < views->len; i++)
        {
          const EntLaneView *view = &g_array_index (views, EntLaneView, i);
          if (!view->dense && view->n_dots > 0)
            emit_lone_dots (builder, view);
        }
      return;
    }
  for (gint32 piece = contacts->first_piece; piece <= contacts->last_piece; piece++)
    {
      const EntLanePack *pack = ent_scene_builder_get_pack (builder, &contacts->source, piece);
      for (guint i = 0; i < pack->n; i++)
        {
          const EntPackedEvent *event = &pack->events[i];
          double x = ent_scene_builder_get_x (builder, event->mark);
          double y = ent_lane_view_get_line_y (builder, contacts, event->line);
          if (event->n_shared > 0 && x >= area->x && x <= area->x + area->width)
            emit_contact (builder, views, pack, i, x, y, boxes);
        }
    }
}
