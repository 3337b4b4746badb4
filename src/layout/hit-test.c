/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/hit-test.h"

#include <math.h>

#define MARK_REACH 3.0 /* how far beside a mark it is still hit */
#define EDGE_REACH 5.0 /* and beside an edge of the visible span */

static gboolean
box_contains (const EntBox *box,
              double        x,
              double        y)
{
  return x >= box->x && x < box->x + box->width && y >= box->y && y < box->y + box->height;
}

static EntHit
hit_overview (const EntScene *scene,
              double          x)
{
  double left = scene->overview_view.x;
  double right = left + scene->overview_view.width;
  EntHit hit = { .part = ENT_HIT_OVERVIEW, .row = ENT_ROW_NONE };

  /* In a narrow span the edges do not take all of the middle. */
  double inside = MIN (EDGE_REACH, scene->overview_view.width / 4.0);
  if (x >= left - EDGE_REACH && x < left + inside)
    hit.part = scene->mirrored ? ENT_HIT_OVERVIEW_END : ENT_HIT_OVERVIEW_START;
  else if (x >= right - inside && x < right + EDGE_REACH)
    hit.part = scene->mirrored ? ENT_HIT_OVERVIEW_START : ENT_HIT_OVERVIEW_END;
  else if (x >= left && x < right)
    hit.part = ENT_HIT_OVERVIEW_VIEW;
  return hit;
}

/* The nearest of the marks within reach, then of the dots. */
static gboolean
hit_marks (const EntScene *scene,
           double          x,
           double          y,
           EntHit         *hit)
{
  double nearest = INFINITY;

  for (gsize i = 0; i < scene->n_marks; i++)
    {
      const EntSceneMark *mark = &scene->marks[i];
      double distance = hypot (mark->x - x, mark->y - y);
      if (distance <= mark->radius + MARK_REACH && distance < nearest)
        {
          nearest = distance;
          *hit = (EntHit) { .part = ENT_HIT_EVENT, .row = mark->row, .count = 1, .lane = mark->lane };
        }
    }
  if (nearest < INFINITY)
    return TRUE;
  for (gsize i = 0; i < scene->n_dots; i++)
    {
      const EntSceneDot *dot = &scene->dots[i];
      double distance = hypot (dot->x - x, dot->y - y);
      if (distance <= dot->radius + MARK_REACH && distance < nearest)
        {
          nearest = distance;
          *hit = (EntHit) { .part = ENT_HIT_EVENT, .row = dot->row, .count = 1, .lane = dot->lane };
        }
    }
  return nearest < INFINITY;
}

static gboolean
hit_bins (const EntScene *scene,
          gboolean        bubbles,
          double          x,
          double          y,
          EntHit         *hit)
{
  for (gsize i = 0; i < scene->n_bins; i++)
    {
      const EntSceneBin *bin = &scene->bins[i];
      if (bin->bubble == bubbles && box_contains (&bin->box, x, y))
        {
          *hit = (EntHit) { ENT_HIT_BIN, bin->first_row, bin->count, bin->lane, (guint) i };
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
hit_labels (const EntScene *scene,
            double          x,
            double          y,
            EntHit         *hit)
{
  for (gsize i = 0; i < scene->n_labels; i++)
    {
      const EntSceneLabel *label = &scene->labels[i];
      if (box_contains (&label->box, x, y) || (label->badge != NULL && box_contains (&label->badge_box, x, y)))
        {
          *hit = (EntHit) { .part = ENT_HIT_EVENT, .row = label->row, .count = 1, .lane = label->lane };
          return TRUE;
        }
    }
  for (gsize i = 0; i < scene->n_spans; i++)
    {
      const EntSceneSpan *span = &scene->spans[i];
      if (box_contains (&span->box, x, y))
        {
          *hit = (EntHit) { .part = ENT_HIT_EVENT, .row = span->row, .count = 1, .lane = span->lane };
          return TRUE;
        }
    }
  return FALSE;
}

static EntHit
hit_lane_names (const EntScene *scene,
                double          x,
                double          y)
{
  EntHit hit = { .part = ENT_HIT_NONE, .row = ENT_ROW_NONE };

  for (gsize i = 0; i < scene->n_lanes; i++)
    {
      if (box_contains (&scene->lanes[i].box, x, y))
        {
          hit.lane = (guint16) i;
          hit.count = scene->lanes[i].n_events;
          if (box_contains (&scene->lanes[i].header, x, y))
            hit.part = ENT_HIT_LANE_NAME;
          return hit;
        }
    }
  return hit;
}

/* The narrowest of the periods whose heads are there: what lies in another one can be reached. */
static gboolean
hit_periods (const EntScene *scene,
             double          x,
             EntHit         *hit)
{
  double narrowest = INFINITY;

  for (gsize i = 0; i < scene->n_periods; i++)
    {
      const EntBox *box = &scene->periods[i].box;

      if (x < box->x || x >= box->x + box->width || box->width >= narrowest)
        continue;
      narrowest = box->width;
      *hit = (EntHit) { .part = ENT_HIT_PERIOD, .row = ENT_ROW_NONE, .bin = (guint) i };
    }
  return narrowest < INFINITY;
}

/**
 * ent_scene_hit:
 * @scene: a scene
 * @x: pixels from its left edge
 * @y: pixels from its top
 *
 * Marks come before dots, bubbles, words, spans and bins, as they are drawn above them. Where there
 * is nothing, the lane is still told.
 *
 * Returns: what is there
 */
EntHit
ent_scene_hit (const EntScene *scene,
               double          x,
               double          y)
{
  EntHit hit = { .part = ENT_HIT_NONE, .row = ENT_ROW_NONE };

  g_return_val_if_fail (scene != NULL, hit);

  if (box_contains (&scene->earlier, x, y) || box_contains (&scene->later, x, y))
    {
      hit.part = ENT_HIT_BEYOND;
      return hit;
    }
  if (box_contains (&scene->overview, x, y))
    {
      EntBox reach = scene->overview_time;
      reach.x -= EDGE_REACH;
      reach.width += 2.0 * EDGE_REACH;
      return box_contains (&reach, x, y) ? hit_overview (scene, x) : hit;
    }
  if (box_contains (&scene->tray, x, y))
    {
      hit.part = ENT_HIT_TRAY;
      hit.count = scene->n_undated;
      return hit;
    }
  if (box_contains (&scene->period_area, x, y))
    {
      hit_periods (scene, x, &hit);
      return hit;
    }
  if (!box_contains (&scene->lane_area, x, y))
    return hit;
  if (box_contains (&scene->more, x, y))
    {
      hit.part = ENT_HIT_MORE;
      hit.count = scene->n_more;
      return hit;
    }
  if (box_contains (&scene->time_area, x, y)
      && (hit_marks (scene, x, y, &hit) || hit_bins (scene, TRUE, x, y, &hit) || hit_labels (scene, x, y, &hit)
          || hit_bins (scene, FALSE, x, y, &hit)))
    return hit;
  return hit_lane_names (scene, x, y);
}

/* An event's mark in a scene; NULL if it has none. */
static const EntSceneMark *
find_mark (const EntScene *scene,
           guint32         row)
{
  for (gsize i = 0; i < scene->n_marks; i++)
    {
      if (scene->marks[i].row == row)
        return &scene->marks[i];
    }
  return NULL;
}

static gboolean
is_before (const EntScene     *scene,
           const EntSceneMark *a,
           const EntSceneMark *b)
{
  if (a->x == b->x)
    return a->row < b->row;
  return scene->mirrored ? a->x > b->x : a->x < b->x;
}

static guint32
step_in_time (const EntScene     *scene,
              const EntSceneMark *from,
              gboolean            forward)
{
  const EntSceneMark *best = NULL;

  for (gsize i = 0; i < scene->n_marks; i++)
    {
      const EntSceneMark *mark = &scene->marks[i];
      gboolean is_beyond = from == NULL || (forward ? is_before (scene, from, mark) : is_before (scene, mark, from));
      if (mark->row != (from != NULL ? from->row : ENT_ROW_NONE) && is_beyond
          && (best == NULL || (forward ? is_before (scene, mark, best) : is_before (scene, best, mark))))
        best = mark;
    }
  return best != NULL ? best->row : ENT_ROW_NONE;
}

static guint32
step_to_lane (const EntScene     *scene,
              const EntSceneMark *from,
              gboolean            down)
{
  const EntSceneMark *best = NULL;

  for (gsize i = 0; i < scene->n_marks; i++)
    {
      const EntSceneMark *mark = &scene->marks[i];
      if (down ? mark->lane <= from->lane : mark->lane >= from->lane)
        continue;
      guint distance = (guint) ABS ((int) mark->lane - (int) from->lane);
      guint best_distance = best != NULL ? (guint) ABS ((int) best->lane - (int) from->lane) : G_MAXUINT;
      if (distance < best_distance
          || (distance == best_distance && fabsf (mark->x - from->x) < fabsf (best->x - from->x)))
        best = mark;
    }
  return best != NULL ? best->row : ENT_ROW_NONE;
}

/**
 * ent_scene_step:
 * @scene: a scene
 * @row: the event to go from; one that is not on show stands before or after all
 * @step: where to
 *
 * Returns: the event there, or %ENT_ROW_NONE if the scene shows none
 */
guint32
ent_scene_step (const EntScene *scene,
                guint32         row,
                EntStep         step)
{
  g_return_val_if_fail (scene != NULL, ENT_ROW_NONE);

  const EntSceneMark *from = find_mark (scene, row);
  switch (step)
    {
    case ENT_STEP_NEXT:
      return step_in_time (scene, from, TRUE);
    case ENT_STEP_PREVIOUS:
      return step_in_time (scene, from, FALSE);
    case ENT_STEP_LANE_DOWN:
    case ENT_STEP_LANE_UP:
      return from != NULL ? step_to_lane (scene, from, step == ENT_STEP_LANE_DOWN) : step_in_time (scene, NULL, TRUE);
    default:
      g_return_val_if_reached (ENT_ROW_NONE);
    }
}

static EntBox
unite (EntBox a,
       EntBox b)
{
  double right = MAX (a.x + a.width, b.x + b.width);
  double bottom = MAX (a.y + a.height, b.y + b.height);
  EntBox both = { MIN (a.x, b.x), MIN (a.y, b.y), 0.0, 0.0 };

  both.width = right - both.x;
  both.height = bottom - both.y;
  return both;
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const EntSceneItem *first = a;
  const EntSceneItem *second = b;

  return first->row < second->row ? -1 : first->row > second->row;
}

/**
 * ent_scene_get_items:
 * @scene: a scene
 *
 * Returns: (transfer full) (element-type EntSceneItem): the events on show, in time order, each once
 */
GArray *
ent_scene_get_items (const EntScene *scene)
{
  g_return_val_if_fail (scene != NULL, NULL);

  GArray *items = g_array_sized_new (FALSE, FALSE, sizeof (EntSceneItem), (guint) scene->n_marks);
  for (gsize i = 0; i < scene->n_marks; i++)
    {
      const EntSceneMark *mark = &scene->marks[i];
      double size = 2.0 * mark->radius;
      EntSceneItem item = { mark->row, { mark->x - mark->radius, mark->y - mark->radius, size, size } };
      g_array_append_val (items, item);
    }
  g_array_sort (items, compare_items);
  for (gsize i = 0; i < scene->n_labels; i++)
    {
      const EntSceneLabel *label = &scene->labels[i];
      EntSceneItem key = { .row = label->row };
      guint place;
      if (!g_array_binary_search (items, &key, compare_items, &place))
        continue;
      EntSceneItem *item = &g_array_index (items, EntSceneItem, place);
      item->box = unite (item->box, label->box);
      if (label->badge != NULL)
        item->box = unite (item->box, label->badge_box);
    }
  return items;
}
