/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/review-order.h"

/* The reasons for a look, the most pressing first: a decision that waits for a person, then what may be wrong, then
 * what only one side tells. */
static const EntDoubts pressing[] = {
  ENT_DOUBT_CANDIDATES,    ENT_DOUBT_UNRESOLVED_NAME, ENT_DOUBT_OPEN_DATE,
  ENT_DOUBT_YEAR_INFERRED, ENT_DOUBT_ISSUE_DATE,      ENT_DOUBT_ONE_SIDE,
};

typedef struct
{
  guint32 row;
  guint32 rank;
} Entry;

static guint32
get_rank (const EntEventStore *store,
          guint32              row)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);

  if (ent_event_store_is_challenged (store, row))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (pressing); i++)
    if (columns->doubts[row] & pressing[i])
      return i + 1;
  return G_N_ELEMENTS (pressing) + 1;
}

static gboolean
is_checked (const EntEventStore *store,
            guint32              row)
{
  return ent_event_store_get_columns (store)->review[row] != ENT_REVIEW_MACHINE
         && !ent_event_store_is_challenged (store, row);
}

static gint
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *x = a;
  const Entry *y = b;

  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

/**
 * ent_review_order_new:
 * @store: a store
 * @rows: the events that are asked about
 * @by_doubt: whether what is doubted comes first; else the order tells nothing of it
 *
 * Puts what nobody has checked, or what has changed since, in the order in which a person should look at it: by the
 * reason for doubt, and by date where that is the same.
 *
 * Returns: (transfer full) (element-type guint32): rows
 */
GArray *
ent_review_order_new (const EntEventStore *store,
                      const EntRowSet     *rows,
                      gboolean             by_doubt)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_return_val_if_fail (store != NULL && rows != NULL, order);

  for (guint32 row = ent_row_set_next (rows, 0); row != ENT_ROW_NONE; row = ent_row_set_next (rows, row + 1))
    {
      Entry entry = { row, by_doubt ? get_rank (store, row) : 0 };

      if (!is_checked (store, row))
        g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len; i++)
    g_array_append_val (order, g_array_index (entries, Entry, i).row);
  return order;
}

/**
 * ent_review_count_checked:
 * @store: a store
 * @rows: the events that are asked about
 *
 * Returns: how many of them somebody has checked, and nothing else is told since
 */
guint
ent_review_count_checked (const EntEventStore *store,
                          const EntRowSet     *rows)
{
  guint n = 0;

  g_return_val_if_fail (store != NULL && rows != NULL, 0);

  for (guint32 row = ent_row_set_next (rows, 0); row != ENT_ROW_NONE; row = ent_row_set_next (rows, row + 1))
    n += is_checked (store, row);
  return n;
}
