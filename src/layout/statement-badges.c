/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Promises and warnings without a due date are no marks: they are counted at the event they were made at. */
#include "layout/statement-badges.h"

/* The promises and warnings of each statement, by the statement's number. */
static GHashTable *
count_promises (const EntEventStore *store,
                const EntRowSet     *promises)
{
  GHashTable *counts = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint32 row = ent_row_set_next (promises, 0); row != ENT_ROW_NONE; row = ent_row_set_next (promises, row + 1))
    {
      if (ent_event_store_get_n_accounts (store, row) == 0)
        continue;
      EntTelling account = ent_event_store_get_telling (store, row, 0);
      EntBasisBadge *badge = g_hash_table_lookup (counts, GUINT_TO_POINTER (account.statement));
      if (badge == NULL)
        {
          badge = g_new0 (EntBasisBadge, 1);
          g_hash_table_insert (counts, GUINT_TO_POINTER (account.statement), badge);
        }
      if (ent_event_store_get_columns (store)->kind[row] == ENT_KIND_WARNING)
        badge->n_warnings++;
      else
        badge->n_promises++;
    }
  return counts;
}

/* Gives the promises of a statement to the first of @rows that it reports. */
static void
share_promises (const EntEventStore *store,
                const EntRowSet     *rows,
                GHashTable          *counts,
                GHashTable          *badges)
{
  for (guint32 row = ent_row_set_next (rows, 0); row != ENT_ROW_NONE && g_hash_table_size (counts) > 0;
       row = ent_row_set_next (rows, row + 1))
    {
      EntBasisBadge badge = { 0 };
      for (guint i = 0; i < ent_event_store_get_n_accounts (store, row); i++)
        {
          EntTelling account = ent_event_store_get_telling (store, row, i);
          const EntBasisBadge *own = g_hash_table_lookup (counts, GUINT_TO_POINTER (account.statement));
          if (account.role != ENT_ROLE_REPORTS || own == NULL)
            continue;
          badge.n_promises += own->n_promises;
          badge.n_warnings += own->n_warnings;
          g_hash_table_remove (counts, GUINT_TO_POINTER (account.statement));
        }
      if (badge.n_promises + badge.n_warnings > 0)
        g_hash_table_insert (badges, GUINT_TO_POINTER (row), g_memdup2 (&badge, sizeof badge));
    }
}

/* What was promised at no event on show. */
static EntRowSet *
find_orphans (const EntEventStore *store,
              const EntRowSet     *promises,
              GHashTable          *unshared)
{
  g_autoptr (GArray) orphans = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 row = ent_row_set_next (promises, 0); row != ENT_ROW_NONE; row = ent_row_set_next (promises, row + 1))
    {
      EntTelling account = { .statement = G_MAXUINT32 };
      if (ent_event_store_get_n_accounts (store, row) > 0)
        account = ent_event_store_get_telling (store, row, 0);
      if (account.statement == G_MAXUINT32 || g_hash_table_contains (unshared, GUINT_TO_POINTER (account.statement)))
        g_array_append_val (orphans, row);
    }
  return ent_row_set_new_rows ((const guint32 *) (gpointer) orphans->data, orphans->len,
                               ent_row_set_get_n_rows (promises));
}

/**
 * ent_statement_badges_new:
 * @store: the events
 * @promises: promises and warnings without a due date
 * @hosts: (array length=n_hosts): events that may wear a badge, the best first
 * @n_hosts: how many sets
 * @orphans: (out) (transfer full): promises made at none of them
 *
 * Returns: (transfer full) (element-type guint32 EntBasisBadge): what was promised at an event, by its row
 */
GHashTable *
ent_statement_badges_new (const EntEventStore      *store,
                          const EntRowSet          *promises,
                          const EntRowSet * const  *hosts,
                          gsize                     n_hosts,
                          EntRowSet               **orphans)
{
  g_autoptr (GHashTable) counts = count_promises (store, promises);
  GHashTable *badges = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (gsize i = 0; i < n_hosts; i++)
    share_promises (store, hosts[i], counts, badges);
  *orphans = find_orphans (store, promises, counts);
  return badges;
}
