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

static guint16
find_issuer (const EntVocabulary *vocabulary,
             const EntParsed     *parsed)
{
  const char *id = ent_statement_get_info (parsed->statement)->issuer;
  guint16 issuer;

  return id != NULL && ent_vocabulary_find_actor (vocabulary, id, &issuer) ? issuer : ENT_ACTOR_NONE;
}

/* Keeps a statement, with the one that it is a version of, and says its number. */
static guint32
add_statement (EntEventStoreBuilder *builder,
               const GPtrArray      *sorted,
               guint                 i,
               guint32               version_of)
{
  EntStatement *statement = ((const EntParsed *) g_ptr_array_index (sorted, i))->statement;
  EntStatementInfo info = { 0 };
  g_autoptr (EntStatement) version = NULL;
  const EntParsed *original;

  if (version_of == ENT_ROW_NONE)
    return ent_event_store_builder_add_statement (builder, statement);

  original = g_ptr_array_index (sorted, version_of);
  ent_statement_info_copy (ent_statement_get_info (statement), &info);
  g_free (info.version_of);
  info.version_of = g_strdup (ent_statement_get_info (original->statement)->id);
  version = ent_statement_with_info (statement, &info);
  ent_statement_info_clear (&info);
  return ent_event_store_builder_add_statement (builder, version);
}

/**
 * ent_merge:
 * @vocabulary: what the mentions' actors and topics are numbers of
 * @parsed: (array length=n_parsed): what statements say
 * @n_parsed: how many
 * @flags: whether to join mentions across statements, and to keep why
 *
 * Makes events of mentions. Within a statement, passages of one event are always one; across statements mentions are
 * joined where kind, sides, people and dates leave no other choice, and a translation, reprint or second copy of a
 * statement, which tells nothing more, becomes a version of it. The result is the same whatever the order of
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
  g_autofree guint16 *issuers = NULL;
  g_autofree guint32 *version_of = NULL;

  g_return_val_if_fail (vocabulary != NULL, NULL);
  g_return_val_if_fail (parsed != NULL || n_parsed == 0, NULL);

  builder = ent_event_store_builder_new (vocabulary);
  sorted = sort_parsed (parsed, n_parsed);
  nodes = ent_merge_node_array_new ();
  issuers = g_new (guint16, sorted->len + 1);
  for (guint i = 0; i < sorted->len; i++)
    issuers[i] = find_issuer (vocabulary, g_ptr_array_index (sorted, i));
  version_of = ent_merge_find_versions (sorted, issuers, flags);
  for (guint i = 0; i < sorted->len; i++)
    {
      guint32 number = add_statement (builder, sorted, i, version_of[i]);

      if (version_of[i] == ENT_ROW_NONE)
        ent_merge_add_nodes (vocabulary, g_ptr_array_index (sorted, i), number, issuers[i], nodes);
    }

  clusters = ent_merge_cluster (nodes, flags);
  for (guint i = 0; i < clusters->len; i++)
    ent_merge_settle (g_ptr_array_index (clusters, i));
  for (guint i = 0; i < clusters->len; i++)
    if (((EntMergeCluster *) g_ptr_array_index (clusters, i))->nodes->len > 0)
      ent_merge_add_event (builder, vocabulary, g_ptr_array_index (clusters, i), flags);
  return ent_event_store_builder_end (builder);
}
