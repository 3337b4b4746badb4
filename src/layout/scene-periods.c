/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The user's periods: shaded from their names, which stand under the axis, down to the foot of the lanes. */
#include "layout/scene-private.h"

#include <math.h>
#include <string.h>

#define PADDING 6.0
#define LEAST_WIDTH 3.0 /* a period of a day is seen at any scale */
#define LEAST_NAME 18.0 /* less has no room for more than a letter */

/* The name, or as much of it as has room; nothing where that is not even a letter. */
static void
place_name (EntSceneBuilder *builder,
            EntScenePeriod  *item,
            const char      *name,
            double          *free_from)
{
  const EntTextMeasure *measure = &builder->request->measure;
  const EntBox *area = &builder->scene->period_area;
  double width = 0.0, height = 0.0;
  double left = MAX (item->box.x, *free_from) + PADDING;
  double room = item->box.x + item->box.width - PADDING - left;

  measure->measure (ENT_TEXT_BADGE, name, &width, &height, measure->data);
  if (width > room && room >= LEAST_NAME && measure->fit != NULL)
    {
      gsize n = measure->fit (ENT_TEXT_BADGE, name, room - LEAST_NAME / 2.0, measure->data);
      g_autofree char *shorter = g_strndup (name, n);
      g_autofree char *cut = g_strconcat (shorter, "…", NULL);

      if (n == 0)
        return;
      measure->measure (ENT_TEXT_BADGE, cut, &width, &height, measure->data);
      item->text = g_string_chunk_insert_const (builder->strings, cut);
    }
  else if (width <= room)
    item->text = g_string_chunk_insert_const (builder->strings, name);
  else
    return;
  item->text_box = (EntBox) { left, area->y + (area->height - height) / 2.0, width, height };
  *free_from = left + width + PADDING;
}

static int
compare_begins (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const EntNamedSpan *periods = data;
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;

  if (periods[first].from != periods[second].from)
    return periods[first].from < periods[second].from ? -1 : 1;
  return first < second ? -1 : first > second;
}

/* Names stand side by side in the order of time, whatever the order in which they were given. */
static guint32 *
new_order (const EntSceneRequest *request)
{
  guint32 *order = g_new (guint32, MAX (request->n_periods, 1));

  for (guint32 i = 0; i < request->n_periods; i++)
    order[i] = i;
  if (request->n_periods > 1)
    g_qsort_with_data (order, (int) request->n_periods, sizeof *order, compare_begins, (gpointer) request->periods);
  return order;
}

/**
 * ent_scene_builder_add_periods:
 * @builder: a scene being made, with its boxes
 *
 * Adds the user's periods in view.
 */
void
ent_scene_builder_add_periods (EntSceneBuilder *builder)
{
  const EntScene *scene = builder->scene;
  const EntSceneRequest *request = builder->request;
  double foot = scene->footer.y + scene->footer.height;
  double free_from = scene->time_area.x;

  g_autofree guint32 *order = new_order (request);
  for (gsize i = 0; i < request->n_periods; i++)
    {
      const EntNamedSpan *period = &request->periods[order[i]];
      double left = period->from == ENT_DAY_OPEN_START ? 0.0 : ent_time_scale_to_x (scene->scale, period->from);
      double right = period->to == ENT_DAY_OPEN_END ? scene->time_area.width
                                                    : ent_time_scale_to_x (scene->scale, period->to + 1.0);
      EntScenePeriod item = { .period = order[i] };

      if (right <= 0.0 || left >= scene->time_area.width)
        continue;
      left = round (MAX (left, 0.0));
      right = round (MIN (MAX (right, left + LEAST_WIDTH), scene->time_area.width));
      item.box.x = scene->time_area.x + left;
      item.box.y = scene->period_area.y;
      item.box.width = right - left;
      item.box.height = foot - scene->period_area.y;
      place_name (builder, &item, period->label, &free_from);
      g_array_append_val (builder->periods, item);
    }
}
