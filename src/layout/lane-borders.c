/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a lane that is too long to be packed as a whole is cut into pieces: where it has a gap.
 *
 *      ● a label   ● another label        ╎ ● the next piece's first
 *             ├──────── looked at ────────┼──────────┤
 *                                      border
 *
 * A label ends with its piece, so the border stands at the gap's end. It follows from all events of the lane, whatever
 * is asked or in view. */
#include "layout/lane-borders.h"

#include "base/row-count.h"

#define LOOKED_AT 0.2      /* share of a piece, to either side of where the border would be */
#define MOST_LOOKED_AT 400 /* events; where there are more, they are counted instead of drawn */
#define CLEAR_RADII 2.0    /* from the border to the mark after it */

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/* The marks from @from to @to, these two among them; %NULL if there are too many. */
static GArray *
collect_marks (const EntSceneBuilder *builder,
               const EntPackSource   *source,
               double                 from,
               double                 to)
{
  const EntEventStore *store = builder->store;
  guint32 row = ent_event_store_first_row_at (store, (EntDay) from);
  guint32 end = ent_event_store_end_row_at (store, (EntDay) to);
  EntRowPair rows = source->all;

  if (ent_row_set_count_and (rows.a, rows.b, row, end) > MOST_LOOKED_AT)
    return NULL;
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_val (marks, from);
  for (row = ent_row_next_of_both (rows.a, rows.b, row); row < end;
       row = ent_row_next_of_both (rows.a, rows.b, row + 1))
    {
      double mark = ent_scene_builder_place (builder, row).mark;
      if (mark > from && mark < to)
        g_array_append_val (marks, mark);
    }
  g_array_append_val (marks, to);
  g_array_sort (marks, compare_days);
  return marks;
}

/**
 * ent_lane_borders_find:
 * @builder: a scene being made
 * @source: a lane
 * @nominal: where the border would be if pieces were of one length, in days
 * @piece_days: length of a piece
 * @mark_days: radius of a mark
 *
 * Returns: where the border is, in days; less than half a piece from @nominal
 */
double
ent_lane_borders_find (const EntSceneBuilder *builder,
                       const EntPackSource   *source,
                       double                 nominal,
                       double                 piece_days,
                       double                 mark_days)
{
  double from = nominal - LOOKED_AT * piece_days;
  double to = nominal + LOOKED_AT * piece_days;
  double widest = 0.0;
  double border = nominal;

  if (from <= ENT_DAY_OPEN_START || to >= ENT_DAY_OPEN_END)
    return nominal;
  g_autoptr (GArray) marks = collect_marks (builder, source, from, to);
  for (guint i = 1; marks != NULL && i < marks->len; i++)
    {
      double after = g_array_index (marks, double, i);
      double gap = after - g_array_index (marks, double, i - 1);
      if (gap <= widest)
        continue;
      widest = gap;
      border = after - MIN (gap / 2.0, CLEAR_RADII * mark_days);
    }
  return border;
}
