/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/event-words.h"

/* Keeps words apart that do not follow each other. */
#define APART " · "

static void
append_words (GString    *out,
              const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  g_string_append (out, words);
  g_string_append (out, APART);
}

/* What the event is, in the words by which people look for it. */
static void
append_facts (GString             *out,
              const EntEventStore *store,
              guint32              row)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  const EntVocabulary *vocabulary = ent_event_store_get_vocabulary (store);
  const char * const *people = ent_event_store_get_people (store, row);

  append_words (out, ent_vocabulary_get_kind (vocabulary, columns->kind[row])->label);
  for (guint32 i = columns->actors_start[row]; i < columns->actors_start[row + 1]; i++)
    append_words (out, ent_vocabulary_get_actor (vocabulary, columns->actors[i])->label);
  for (gsize i = 0; people[i] != NULL; i++)
    append_words (out, people[i]);
  append_words (out, ent_event_store_get_place (store, row));
}

static void
append_topics (GString             *out,
               const EntVocabulary *vocabulary,
               guint64              topics)
{
  for (; topics != 0; topics &= topics - 1)
    append_words (out, ent_vocabulary_get_topic (vocabulary, (guint) __builtin_ctzll (topics))->label);
}

static void
append_account (GString             *out,
                const EntEventStore *store,
                const EntAccount    *account)
{
  const char *text = ent_statement_get_text (ent_event_store_get_statement (store, account->statement), NULL);

  for (gsize i = 0; i < account->n_evidence; i++)
    {
      EntSpan span = account->evidence[i];

      g_string_append_len (out, text + span.start, span.end - span.start);
      g_string_append (out, APART);
    }
  append_topics (out, ent_event_store_get_vocabulary (store), account->topics);
}

/**
 * ent_event_has_words:
 * @store: events
 * @row: one of them
 * @query: what is searched for
 *
 * Returns: whether one of its accounts, with what the event is, has the words that are searched for; of an event that
 *   the user changed, also whether its title has
 */
gboolean
ent_event_has_words (const EntEventStore  *store,
                     guint32               row,
                     const EntSearchQuery *query)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gsize n_facts;
  guint n;

  g_return_val_if_fail (store != NULL && query != NULL, FALSE);
  g_return_val_if_fail (row < ent_event_store_get_n_events (store), FALSE);

  append_facts (words, store, row);
  n_facts = words->len;
  n = ent_event_store_get_n_accounts (store, row);
  for (guint i = 0; i < n; i++)
    {
      EntAccount account;

      ent_event_store_get_account (store, row, i, &account);
      g_string_truncate (words, n_facts);
      append_account (words, store, &account);
      if (ent_search_query_matches (query, words->str, words->len))
        return TRUE;
    }
  if (n > 0 && ent_event_store_get_edited (store, row) == 0)
    return FALSE;
  g_string_truncate (words, n_facts);
  append_words (words, ent_event_store_get_title (store, row));
  append_topics (words, ent_event_store_get_vocabulary (store), ent_event_store_get_columns (store)->topics[row]);
  return ent_search_query_matches (query, words->str, words->len);
}

/**
 * ent_event_words_find:
 * @store: events
 * @among: which of them to look at
 * @query: what is searched for
 *
 * Looks through the events; ent_archive_search_events() asks an index for the same.
 *
 * Returns: (transfer full): the rows of @among that have the words
 */
EntRowSet *
ent_event_words_find (const EntEventStore  *store,
                      const EntRowSet      *among,
                      const EntSearchQuery *query)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_return_val_if_fail (store != NULL && among != NULL && query != NULL, NULL);

  for (guint32 row = ent_row_set_next (among, 0); row != ENT_ROW_NONE; row = ent_row_set_next (among, row + 1))
    if (ent_event_has_words (store, row, query))
      g_array_append_val (rows, row);
  return ent_row_set_new_rows ((const guint32 *) (gpointer) rows->data, rows->len, ent_row_set_get_n_rows (among));
}
