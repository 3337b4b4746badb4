/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/merge.h"

#include <string.h>

#include "model/merge-private.h"

static int
compare_parsed (gconstpointer a,
                gconstpointer b)
{
  const EntStatement *statement_a = (*(const EntParsed * const *) a)->statement;
  const EntStatement *statement_b = (*(const EntParsed * const *) b)->statement;
  int order = strcmp (ent_statement_get_info (statement_a)->id, ent_statement_get_info (statement_b)->id);

  if (order == 0 && statement_a != statement_b)
    order = strcmp (ent_statement_get_sha256 (statement_a), ent_statement_get_sha256 (statement_b));
  return order;
}

/* The statements by id; one that is there twice counts once. */
static GPtrArray *
sort_parsed (const EntParsed * const *parsed,
             gsize                    n_parsed)
{
  g_autoptr (GPtrArray) all = g_ptr_array_sized_new ((guint) n_parsed);
  GPtrArray *sorted = g_ptr_array_sized_new ((guint) n_parsed);

  for (gsize i = 0; i < n_parsed; i++)
    g_ptr_array_add (all, (gpointer) parsed[i]);
  g_ptr_array_sort (all, compare_parsed);
  for (guint i = 0; i < all->len; i++)
    if (i == 0 || compare_parsed (&all->pdata[i - 1], &all->pdata[i]) != 0)
      g_ptr_array_add (sorted, all->pdata[i]);
  return sorted;
}

/* A translation or reprint tells nothing more than its original, where that is at hand. */
static gboolean
is_version_of_another (const EntParsed *parsed,
                       GHashTable      *ids)
{
  const EntStatementInfo *info = ent_statement_get_info (parsed->statement);

  return info->version_of != NULL && !g_str_equal (info->version_of, info->id)
         && g_hash_table_contains (ids, info->version_of);
}

static guint16
find_issuer (const EntVocabulary *vocabulary,
             const EntParsed     *parsed)
{
  const char *id = ent_statement_get_info (parsed->statement)->issuer;
  guint16 issuer;

  return id != NULL && ent_vocabulary_find_actor (vocabulary, id, &issuer) ? issuer : ENT_ACTOR_NONE;
}

/**
 * ent_merge:
 * @vocabulary: what the mentions' actors and topics are numbers of
 * @parsed: (array length=n_parsed): what statements say
 * @n_parsed: how many
 * @flags: whether to join mentions across statements, and to keep why
 *
 * Makes events of mentions. Within a statement, passages of one event are always one; across statements mentions are
 * joined where kind, sides, people and dates leave no other choice. The result is the same whatever the order of
 * @parsed, and for a statement that stands in it twice.
 *
 * Returns: (transfer full): the events and all statements, in the order of the statements' ids
 */
EntEventStore *
ent_merge (EntVocabulary           *vocabulary,
           const EntParsed * const *parsed,
           gsize                    n_parsed,
           EntMergeFlags            flags)
{
  g_autoptr (EntEventStoreBuilder) builder = NULL;
  g_autoptr (GPtrArray) sorted = NULL;
  g_autoptr (GPtrArray) nodes = NULL;
  g_autoptr (GPtrArray) clusters = NULL;
  g_autoptr (GHashTable) ids = NULL;

  g_return_val_if_fail (vocabulary != NULL, NULL);
  g_return_val_if_fail (parsed != NULL || n_parsed == 0, NULL);

  builder = ent_event_store_builder_new (vocabulary);
  sorted = sort_parsed (parsed, n_parsed);
  nodes = ent_merge_node_array_new ();
  ids = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < sorted->len; i++)
    {
      const EntParsed *one = g_ptr_array_index (sorted, i);

      g_hash_table_add (ids, ent_statement_get_info (one->statement)->id);
    }
  for (guint i = 0; i < sorted->len; i++)
    {
      const EntParsed *one = g_ptr_array_index (sorted, i);
      guint32 number = ent_event_store_builder_add_statement (builder, one->statement);

      if (!is_version_of_another (one, ids))
        ent_merge_add_nodes (vocabulary, one, number, find_issuer (vocabulary, one), nodes);
    }

  clusters = ent_merge_cluster (nodes, flags);
  for (guint i = 0; i < clusters->len; i++)
    ent_merge_settle (g_ptr_array_index (clusters, i));
  for (guint i = 0; i < clusters->len; i++)
    if (((EntMergeCluster *) g_ptr_array_index (clusters, i))->nodes->len > 0)
      ent_merge_add_event (builder, vocabulary, g_ptr_array_index (clusters, i), flags);
  return ent_event_store_builder_end (builder);
}
