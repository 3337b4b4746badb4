/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/scene-basis.h"

#include "base/row-count.h"

static gboolean
is_left_out (const EntSceneBasis *basis,
             guint                lane)
{
  return basis->homes != NULL && basis->homes->pdata[lane] == NULL;
}

static const EntRowSet *
get_home (const EntSceneBasis *basis,
          guint                lane)
{
  if (basis->homes != NULL && basis->homes->pdata[lane] != NULL)
    return basis->homes->pdata[lane];
  return g_array_index (basis->history->lanes, EntBasisLane, lane).home;
}

/* Lanes that hold any of what is asked, with how much they hold. */
static void
find_lanes (EntSceneBasis *basis)
{
  const GArray *all = basis->history->lanes;
  g_autofree const EntRowSet **homes = g_new (const EntRowSet *, all->len + 1);
  g_autofree guint *n_acts = g_new (guint, all->len + 1);
  g_autofree guint *n_dots = g_new0 (guint, all->len + 1);

  for (guint i = 0; i < all->len; i++)
    homes[i] = get_home (basis, i);
  ent_row_count_each (basis->acts, homes, all->len, n_acts);
  if (basis->history->mode == ENT_LANES_TOPIC)
    {
      for (guint i = 0; i < all->len; i++)
        {
          const EntRowSet *raised = g_array_index (all, EntBasisLane, i).raised;
          homes[i] = raised != NULL ? raised : basis->history->other;
        }
      ent_row_count_each (basis->contacts, homes, all->len, n_dots);
    }
  basis->lanes = g_array_new (FALSE, FALSE, sizeof (EntBasisLane));
  for (guint i = 0; i < all->len; i++)
    {
      EntBasisLane lane = g_array_index (all, EntBasisLane, i);
      lane.own = lane.home;
      lane.home = get_home (basis, i);
      lane.n_acts = n_acts[i];
      lane.n_dots = lane.raised != NULL ? n_dots[i] : 0;
      if (lane.n_acts + lane.n_dots > 0 && !is_left_out (basis, i))
        g_array_append_val (basis->lanes, lane);
    }
}

static void
prepare_density (EntSceneBasis *basis)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (EntRowPair));
  EntRowPair contacts = { basis->contacts, basis->contacts };

  g_array_append_val (pairs, contacts);
  for (guint i = 0; i < basis->lanes->len; i++)
    {
      const EntBasisLane *lane = &g_array_index (basis->lanes, EntBasisLane, i);
      EntRowPair acts = { basis->acts, lane->home };
      EntRowPair dots = { basis->contacts, lane->raised != NULL ? lane->raised : lane->home };
      g_array_append_val (pairs, acts);
      g_array_append_val (pairs, dots);
    }
  basis->density = ent_density_new (ent_filter_index_get_store (basis->history->index),
                                    (const EntRowPair *) (gpointer) pairs->data, pairs->len);
}

static void
sort_rows (EntSceneBasis   *basis,
           const EntRowSet *rows)
{
  const EntHistory *history = basis->history;
  g_autoptr (EntRowSet) promises = NULL;
  g_autoptr (EntRowSet) undated = NULL;
  g_autoptr (EntRowSet) orphans = NULL;

  if (basis->asks_all)
    {
      basis->contacts = ent_row_set_ref (history->contacts);
      basis->acts = ent_row_set_ref (history->acts);
      basis->undated = ent_row_set_ref (history->undated);
      basis->badges = g_hash_table_ref (history->badges);
      return;
    }
  ent_history_split (history, rows, &basis->contacts, &basis->acts, &promises, &undated);
  const EntRowSet *hosts[] = { basis->contacts, basis->acts };
  basis->badges = ent_statement_badges_new (ent_filter_index_get_store (history->index), promises, hosts,
                                            G_N_ELEMENTS (hosts), &orphans);
  /* What was promised at no event on show is told by the tray, with all else that has no date. */
  basis->undated = ent_row_set_or (undated, orphans);
}

static void
find_extents (EntSceneBasis   *basis,
              const EntRowSet *rows)
{
  ent_history_get_extent (basis->history, rows, &basis->first, &basis->last);
  /* What is asked moves about in a time that stays. */
  basis->first_held = basis->history->first;
  basis->last_held = basis->history->last;
  for (guint side = 0; side < 2; side++)
    {
      const GArray *days = basis->history->statement_days[side];
      if (days->len == 0)
        continue;
      basis->first_held = MIN (basis->first_held, g_array_index (days, EntDay, 0));
      basis->last_held = MAX (basis->last_held, g_array_index (days, EntDay, days->len - 1));
    }
}

/**
 * ent_scene_basis_new_after:
 * @before: (transfer full) (nullable): the basis of the question before, of which is kept what still holds
 * @index: a store and its bitmaps
 * @filter: which events, and whose relationship they are
 * @rows: what @filter gives
 * @lanes: what a lane is
 *
 * Sorts a question's events into lanes, once for all scenes of it.
 *
 * Returns: (transfer full): the basis
 */
EntSceneBasis *
ent_scene_basis_new_after (EntSceneBasis        *before,
                           const EntFilterIndex *index,
                           const EntFilter      *filter,
                           const EntRowSet      *rows,
                           EntLaneMode           lanes)
{
  g_return_val_if_fail (index != NULL && filter != NULL && rows != NULL, NULL);
  g_return_val_if_fail (lanes < ENT_N_LANE_MODES, NULL);

  EntSceneBasis *basis = g_atomic_rc_box_new0 (EntSceneBasis);
  gboolean keeps = before != NULL && ent_history_is_of (before->history, index, filter, lanes);
  basis->history = keeps ? ent_history_ref (before->history) : NULL;
  /* Its sets are given back before those of the new one are made. */
  g_clear_pointer (&before, ent_scene_basis_unref);
  if (!keeps)
    basis->history = ent_history_new (index, filter, lanes);
  basis->silences = basis->history->silences;
  basis->asks_all = ent_row_set_equal (rows, basis->history->rows);
  basis->packs = ent_lane_packs_new ();
  sort_rows (basis, rows);
  if (lanes == ENT_LANES_TOPIC)
    basis->homes = ent_lane_homes_new (basis->history->lanes, basis->acts, filter);
  basis->asks_all = basis->asks_all && basis->homes == NULL;
  find_lanes (basis);
  prepare_density (basis);
  find_extents (basis, rows);
  return basis;
}

/**
 * ent_scene_basis_new:
 * @index: a store and its bitmaps
 * @filter: which events, and whose relationship they are
 * @rows: what @filter gives
 * @lanes: what a lane is
 *
 * Returns: (transfer full): the basis of a question that none came before
 */
EntSceneBasis *
ent_scene_basis_new (const EntFilterIndex *index,
                     const EntFilter      *filter,
                     const EntRowSet      *rows,
                     EntLaneMode           lanes)
{
  return ent_scene_basis_new_after (NULL, index, filter, rows, lanes);
}

/**
 * ent_scene_basis_ref:
 * @basis: a basis
 *
 * Returns: (transfer full): @basis
 */
EntSceneBasis *
ent_scene_basis_ref (EntSceneBasis *basis)
{
  return g_atomic_rc_box_acquire (basis);
}

static void
clear_basis (gpointer data)
{
  EntSceneBasis *basis = data;

  ent_density_free (basis->density);
  ent_lane_packs_free (basis->packs);
  ent_row_set_unref (basis->contacts);
  ent_row_set_unref (basis->acts);
  ent_row_set_unref (basis->undated);
  g_array_unref (basis->lanes);
  g_clear_pointer (&basis->homes, g_ptr_array_unref);
  g_hash_table_unref (basis->badges);
  ent_history_unref (basis->history);
}

/**
 * ent_scene_basis_unref:
 * @basis: (transfer full): a basis
 */
void
ent_scene_basis_unref (EntSceneBasis *basis)
{
  g_atomic_rc_box_release_full (basis, clear_basis);
}

/**
 * ent_scene_basis_dup_rows:
 * @basis: a basis
 * @lane: number of a lane
 * @from: a day
 * @to: the day after the last
 *
 * Returns: (transfer full): the events of the lane that begin in these days, and the contacts that raise its topic
 */
EntRowSet *
ent_scene_basis_dup_rows (const EntSceneBasis *basis,
                          guint16              lane,
                          EntDay               from,
                          EntDay               to)
{
  const EntEventStore *store = ent_filter_index_get_store (basis->history->index);
  guint32 begin = ent_event_store_end_row_at (store, from - 1);
  guint32 end = ent_event_store_end_row_at (store, to - 1);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  const EntBasisLane *found = NULL;

  for (guint i = 0; i < basis->lanes->len; i++)
    {
      if (g_array_index (basis->lanes, EntBasisLane, i).value == lane)
        found = &g_array_index (basis->lanes, EntBasisLane, i);
    }
  for (guint32 row = begin; row < end; row++)
    {
      gboolean is_contact = ent_row_set_contains (basis->contacts, row);
      gboolean is_in = lane == ENT_LANE_CONTACTS && is_contact;
      if (found != NULL)
        is_in = (ent_row_set_contains (basis->acts, row) && ent_row_set_contains (found->home, row))
                || (is_contact && found->raised != NULL && ent_row_set_contains (found->raised, row));
      if (is_in)
        g_array_append_val (rows, row);
    }
  return ent_row_set_new_rows ((const guint32 *) (gpointer) rows->data, rows->len,
                               ent_row_set_get_n_rows (basis->acts));
}
