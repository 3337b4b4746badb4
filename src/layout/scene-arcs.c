/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What leads from the selected event to others: whom it refers to, what it may fulfil, what it called off; and what
 * leads to it. */
#include "layout/scene-private.h"

/* Where an event is seen: at its mark, in a cluster, or out of view at one side. */
static gboolean
find_place (const EntSceneBuilder *builder,
            guint32                row,
            float                  beside_y,
            EntSceneArcEnd        *end)
{
  const EntBox *area = &builder->scene->time_area;
  const EntEventColumns *columns = builder->columns;

  for (guint i = 0; i < builder->marks->len; i++)
    {
      const EntSceneMark *mark = &g_array_index (builder->marks, EntSceneMark, i);
      if (mark->row == row)
        {
          *end = (EntSceneArcEnd) { mark->x, mark->y, mark->radius };
          return TRUE;
        }
    }
  for (guint i = 0; i < builder->bins->len; i++)
    {
      const EntSceneBin *bin = &g_array_index (builder->bins, EntSceneBin, i);
      for (guint j = 0; bin->bubble && j < bin->count; j++)
        {
          if (g_array_index (builder->shared, guint32, bin->shared + j) != row)
            continue;
          float radius = (float) bin->box.width / 2.0f;
          *end = (EntSceneArcEnd) { (float) bin->box.x + radius, (float) bin->box.y + radius, radius };
          return TRUE;
        }
    }
  if (columns->earliest[row] == ENT_DAY_OPEN_START || columns->latest[row] == ENT_DAY_OPEN_END)
    return FALSE;
  double x = ent_time_scale_to_x (builder->request->scale, ent_scene_builder_place (builder, row).mark);
  if (x >= 0.0 && x <= area->width)
    return FALSE;
  *end = (EntSceneArcEnd) { (float) (area->x + (x < 0.0 ? 0.0 : area->width)), beside_y, 0.0f };
  return TRUE;
}

static void
add_links (EntSceneBuilder      *builder,
           const EntSceneArcEnd *selected,
           const EntEventLink   *links,
           gsize                 n,
           gboolean              back)
{
  for (gsize i = 0; i < n; i++)
    {
      EntSceneArcEnd other;
      if (!ent_row_set_contains (builder->request->rows, links[i].row)
          || !find_place (builder, links[i].row, selected->y, &other))
        continue;
      EntSceneArc arc = { links[i].row, (guint8) links[i].type, back ? other : *selected, back ? *selected : other };
      if (arc.from.x != arc.to.x || arc.from.y != arc.to.y)
        g_array_append_val (builder->arcs, arc);
    }
}

/**
 * ent_scene_builder_add_arcs:
 * @builder: a scene being made, with its marks
 *
 * Adds the arcs between the selected event and those that it is linked to.
 */
void
ent_scene_builder_add_arcs (EntSceneBuilder *builder)
{
  guint32 row = builder->request->selected;
  EntSceneArcEnd selected;
  gsize n;

  if (row == ENT_ROW_NONE || row >= builder->columns->n || !find_place (builder, row, 0.0f, &selected)
      || selected.radius <= 0.0f)
    return;
  const EntEventLinks *links = ent_event_store_get_links (builder->store);
  const EntEventLink *forward = ent_event_links_get (links, row, &n);
  add_links (builder, &selected, forward, n, FALSE);
  const EntEventLink *back = ent_event_links_get_back (links, row, &n);
  add_links (builder, &selected, back, n, TRUE);
}
