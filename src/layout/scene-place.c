/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where an event stands on the axis, and how its mark looks. */
#include "layout/scene-private.h"
#include "model/mark-table.h"

#define SECONDS_PER_DAY 86400.0

/* Whether both ends are days that the statement names: then the extent is a real span. */
static gboolean
is_real_span (EntEdtf date)
{
  return ent_edtf_is_interval (date) && date.start.precision >= ENT_EDTF_DAY && date.end.precision >= ENT_EDTF_DAY
         && (date.start.qualifier | date.end.qualifier) == 0;
}

/**
 * ent_scene_builder_place:
 * @builder: a scene being made
 * @row: an event with a first and a last day
 *
 * A mark stands at its time of day, at the start of a real span, else in the middle of all days
 * that its date allows: a year is not 1 January.
 *
 * Returns: where the event is, in days
 */
EntEventPlace
ent_scene_builder_place (const EntSceneBuilder *builder,
                         guint32                row)
{
  const EntEventColumns *columns = builder->columns;
  EntEventPlace place = { 0.0, columns->earliest[row], columns->latest[row] + 1.0, TRUE };
  gboolean is_day = columns->earliest[row] == columns->latest[row];

  place.mark = (place.from + place.to) / 2.0;
  gint32 second = is_day ? ent_event_store_get_second (builder->store, row, NULL) : ENT_SECOND_NONE;
  if (second != ENT_SECOND_NONE)
    {
      place.mark = place.from + second / SECONDS_PER_DAY;
      place.from = place.to = place.mark;
      place.soft = FALSE;
    }
  else if (!is_day && is_real_span (ent_event_store_get_date (builder->store, row)))
    {
      place.mark = place.from + 0.5;
      place.soft = FALSE;
    }
  return place;
}

/**
 * ent_scene_builder_get_flags:
 * @builder: a scene being made
 * @row: an event
 *
 * Returns: the #EntMarkFlags of the event's mark
 */
guint8
ent_scene_builder_get_flags (const EntSceneBuilder *builder,
                             guint32                row)
{
  const EntEventColumns *columns = builder->columns;
  guint8 flags = 0;
  gsize n_sides;

  ent_filter_get_between (builder->request->filter, &n_sides, NULL);
  if (columns->status[row] == ENT_STATUS_PLANNED)
    flags |= ENT_MARK_PLANNED;
  if (columns->status[row] == ENT_STATUS_DENIED)
    flags |= ENT_MARK_DENIED;
  if (columns->basis[row] == ENT_EVENT_DATE_STATEMENT)
    flags |= ENT_MARK_HOLLOW;
  if (columns->assertion[row] != ENT_ASSERTION_STATED)
    flags |= ENT_MARK_NOT_STATED;
  if (row == builder->request->selected)
    flags |= ENT_MARK_SELECTED;
  if (n_sides > 0 && !ent_filter_index_is_between (builder->request->index, builder->request->filter, row))
    flags |= ENT_MARK_BEARS;
  if (!builder->request->still
      && ent_mark_table_get_of_event (ent_filter_index_get_marks (builder->request->index), row) != NULL)
    flags |= ENT_MARK_NOTED;
  return flags;
}
