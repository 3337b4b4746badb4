/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/lane-pack.h"

/* Events kept in packs; some megabytes. */
#define MOST_EVENTS 80000

struct _EntLanePacks
{
  GHashTable *packs;   /* EntPackKey → EntLanePack */
  GHashTable *borders; /* EntPackKey → double */
  guint n_events;
};

static guint
hash_key (gconstpointer data)
{
  const EntPackKey *key = data;

  return ((guint) key->piece * 31 + (guint) key->level) * 31 + key->value * 67u + key->most_lines;
}

static gboolean
equal_keys (gconstpointer a,
            gconstpointer b)
{
  const EntPackKey *first = a;
  const EntPackKey *second = b;

  return first->value == second->value && first->most_lines == second->most_lines && first->level == second->level
         && first->piece == second->piece;
}

static void
free_pack (gpointer data)
{
  EntLanePack *pack = data;

  g_free (pack->events);
  g_free (pack);
}

/**
 * ent_lane_packs_new:
 *
 * Returns: (transfer full): no packs yet
 */
EntLanePacks *
ent_lane_packs_new (void)
{
  EntLanePacks *packs = g_new0 (EntLanePacks, 1);

  packs->packs = g_hash_table_new_full (hash_key, equal_keys, g_free, free_pack);
  packs->borders = g_hash_table_new_full (hash_key, equal_keys, g_free, g_free);
  return packs;
}

/**
 * ent_lane_packs_free:
 * @packs: (transfer full): packs
 */
void
ent_lane_packs_free (EntLanePacks *packs)
{
  g_hash_table_unref (packs->packs);
  g_hash_table_unref (packs->borders);
  g_free (packs);
}

/**
 * ent_lane_packs_clear:
 * @packs: packs
 *
 * Forgets all.
 */
void
ent_lane_packs_clear (EntLanePacks *packs)
{
  g_hash_table_remove_all (packs->packs);
  g_hash_table_remove_all (packs->borders);
  packs->n_events = 0;
}

/**
 * ent_lane_packs_trim:
 * @packs: packs, none of which is in use
 *
 * Forgets all where they have become too many; those on show are soon made again.
 */
void
ent_lane_packs_trim (EntLanePacks *packs)
{
  if (packs->n_events > MOST_EVENTS)
    ent_lane_packs_clear (packs);
}

/**
 * ent_lane_packs_lookup:
 * @packs: packs
 * @key: what is looked for
 *
 * Returns: (transfer none) (nullable): the pack, if it was made
 */
EntLanePack *
ent_lane_packs_lookup (EntLanePacks *packs,
                       EntPackKey    key)
{
  return g_hash_table_lookup (packs->packs, &key);
}

/**
 * ent_lane_packs_insert:
 * @packs: packs
 * @key: what @pack is of
 * @pack: (transfer full): a pack
 */
void
ent_lane_packs_insert (EntLanePacks *packs,
                       EntPackKey    key,
                       EntLanePack  *pack)
{
  /* A pack without events is counted too, as it takes memory. */
  packs->n_events += pack->n + 2;
  g_hash_table_insert (packs->packs, g_memdup2 (&key, sizeof key), pack);
}

/**
 * ent_lane_packs_lookup_border:
 * @packs: packs
 * @key: the piece that it stands before
 *
 * Returns: (transfer none) (nullable): the day, if it was found before
 */
const double *
ent_lane_packs_lookup_border (EntLanePacks *packs,
                              EntPackKey    key)
{
  return g_hash_table_lookup (packs->borders, &key);
}

/**
 * ent_lane_packs_insert_border:
 * @packs: packs
 * @key: the piece that it stands before
 * @border: where the piece begins, in days
 */
void
ent_lane_packs_insert_border (EntLanePacks *packs,
                              EntPackKey    key,
                              double        border)
{
  packs->n_events++;
  g_hash_table_insert (packs->borders, g_memdup2 (&key, sizeof key), g_memdup2 (&border, sizeof border));
}
