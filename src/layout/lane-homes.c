/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A topic that is left out has no lane, and what raises another topic too stands in that one's. */
#include "layout/scene-basis.h"

static gboolean
is_left_out (const EntFilter    *filter,
             const EntBasisLane *lane)
{
  return lane->raised != NULL && ent_filter_has_excluded (filter, ENT_FACET_TOPIC, lane->value);
}

/* The acts of the lanes that are left out; NULL if none is. */
static guint64 *
collect_homeless (const GArray    *lanes,
                  const EntRowSet *acts,
                  const EntFilter *filter)
{
  gsize n;
  const guint64 *asked = ent_row_set_get_words (acts, &n);
  guint64 *words = NULL;

  for (guint i = 0; i < lanes->len; i++)
    {
      const EntBasisLane *lane = &g_array_index (lanes, EntBasisLane, i);
      const guint64 *home = ent_row_set_get_words (lane->home, NULL);

      if (!is_left_out (filter, lane))
        continue;
      if (words == NULL)
        words = g_new0 (guint64, MAX (n, 1));
      for (gsize j = 0; j < n; j++)
        words[j] |= home[j] & asked[j];
    }
  return words;
}

static void
unref_home (gpointer data)
{
  g_clear_pointer ((EntRowSet **) &data, ent_row_set_unref);
}

/* A lane's own events and those of the homeless that raise its topic, or all of them where there is no other lane. */
static EntRowSet *
take_in (const EntBasisLane *lane,
         guint64            *homeless)
{
  gsize n;
  const guint64 *home = ent_row_set_get_words (lane->home, &n);
  const guint64 *raised = lane->raised != NULL ? ent_row_set_get_words (lane->raised, NULL) : NULL;
  guint64 *words = NULL;

  for (gsize j = 0; j < n; j++)
    {
      guint64 taken = raised != NULL ? homeless[j] & raised[j] : homeless[j];

      if (taken == 0)
        continue;
      if (words == NULL)
        words = g_memdup2 (home, n * sizeof (guint64));
      words[j] |= taken;
      homeless[j] &= ~taken;
    }
  return words != NULL ? ent_row_set_new_words (words, ent_row_set_get_n_rows (lane->home))
                       : ent_row_set_ref ((EntRowSet *) lane->home);
}

/**
 * ent_lane_homes_new:
 * @lanes: (element-type EntBasisLane): a history's
 * @acts: what is asked for
 * @filter: what it is asked by
 *
 * Returns: (transfer full) (nullable) (element-type EntRowSet): of each lane, which events have their mark in it, %NULL
 *   of one that is left out; %NULL where none is
 */
GPtrArray *
ent_lane_homes_new (const GArray    *lanes,
                    const EntRowSet *acts,
                    const EntFilter *filter)
{
  g_return_val_if_fail (lanes != NULL && acts != NULL && filter != NULL, NULL);

  g_autofree guint64 *homeless = collect_homeless (lanes, acts, filter);
  if (homeless == NULL)
    return NULL;
  GPtrArray *homes = g_ptr_array_new_with_free_func (unref_home);
  for (guint i = 0; i < lanes->len; i++)
    {
      const EntBasisLane *lane = &g_array_index (lanes, EntBasisLane, i);

      g_ptr_array_add (homes, is_left_out (filter, lane) ? NULL : take_in (lane, homeless));
    }
  return homes;
}
