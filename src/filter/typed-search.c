/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one types to search: `topic:taiwan from:2022 "red line" strait* -trade`. Fields ask as a filter does; words are
 * looked for in the index of an archive where there is one, and else in the events. */
#include "filter/typed-search.h"

#include <string.h>

#include "filter/filter-index-private.h"
#include "filter/word-search.h"

/* Ids as the vocabulary has them, however they were typed. */
static char *
dup_value (const EntSearchField *field)
{
  static const char * const of_actors[] = { "actor", "issuer", "between", NULL };

  if (g_strv_contains (of_actors, field->key))
    return g_ascii_strup (field->value, -1);
  return g_ascii_strdown (field->value, -1);
}

/* The fields as a filter's string; those of one key are any of several. Only the last span's ends count. */
static char *
dup_filter_string (const EntSearchQuery *query)
{
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  GString *text = g_string_new (NULL);
  GHashTableIter iter;
  gpointer key, value;

  for (guint i = 0; i < query->fields->len; i++)
    {
      const EntSearchField *field = &g_array_index (query->fields, EntSearchField, i);
      g_autofree char *one = dup_value (field);
      g_autofree char *escaped = g_uri_escape_string (one, ",", FALSE);
      const char *before = g_hash_table_lookup (values, field->key);
      gboolean is_end = g_str_equal (field->key, "from") || g_str_equal (field->key, "to");

      if (g_str_equal (field->key, "tag"))
        continue;
      if (before == NULL || is_end)
        g_hash_table_replace (values, field->key, g_strdup (escaped));
      else
        g_hash_table_replace (values, field->key, g_strdup_printf ("%s,%s", before, escaped));
    }
  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_string_append_printf (text, "%s%s=%s", text->len > 0 ? "&" : "", (char *) key, (char *) value);
  return g_string_free (text, FALSE);
}

/**
 * ent_typed_search_new_filter:
 * @query: a search
 * @vocabulary: the values that there are
 * @error: where to say which value there is not
 *
 * Returns: (transfer full) (nullable): what its fields ask for
 */
EntFilter *
ent_typed_search_new_filter (const EntSearchQuery  *query,
                             const EntVocabulary   *vocabulary,
                             GError               **error)
{
  g_return_val_if_fail (query != NULL && vocabulary != NULL, NULL);

  g_autofree char *text = dup_filter_string (query);
  return *text != '\0' ? ent_filter_from_string (text, vocabulary, error) : ent_filter_new ();
}

static gboolean
has_tags (const EntSearchQuery *query)
{
  for (guint i = 0; i < query->fields->len; i++)
    if (g_str_equal (g_array_index (query->fields, EntSearchField, i).key, "tag"))
      return TRUE;
  return FALSE;
}

/* Each of the words, and none of the excluded ones, wherever they stand in an event. */
static EntRowSet *
scan (const EntFilterIndex *index,
      EntRowSet            *among,
      const EntSearchQuery *query)
{
  EntRowSet *rows = ent_row_set_ref (among);

  for (guint i = 0; i < query->terms->len; i++)
    {
      const EntSearchTerm *term = &g_array_index (query->terms, EntSearchTerm, i);
      g_autoptr (EntRowSet) before = rows;
      g_autoptr (EntRowSet) found = ent_word_search_run (index->store, before, term->text);

      rows = term->excluded ? ent_row_set_minus (before, found) : ent_row_set_ref (found);
    }
  return rows;
}

/**
 * ent_typed_search_run:
 * @index: a store's index
 * @among: the events to look through, where they are looked through
 * @query: a search
 *
 * Returns: (transfer full): the events that have its words, whatever its fields ask
 */
EntRowSet *
ent_typed_search_run (const EntFilterIndex *index,
                      EntRowSet            *among,
                      const EntSearchQuery *query)
{
  g_return_val_if_fail (index != NULL && query != NULL, NULL);

  EntRowSet *rows = NULL;
  if (index->search != NULL && (ent_search_query_has_words (query) || has_tags (query)))
    rows = index->search (index->store, query, index->search_data);
  if (rows != NULL && ent_row_set_get_count (rows) == 0 && !has_tags (query))
    g_clear_pointer (&rows, ent_row_set_unref);
  /* Parts of words stand in no index. */
  if (rows == NULL)
    rows = has_tags (query) ? ent_row_set_new_empty (ent_row_set_get_n_rows (index->all)) : scan (index, among, query);
  return rows;
}

/**
 * ent_filter_index_set_search:
 * @index: an index that nobody else has yet
 * @search: (scope notified): finds the events that have the words and tags of a search; gives %NULL where it cannot now
 * @data: handed to @search
 * @destroy: (nullable): frees @data
 *
 * Lets words be looked for in an index that is made for that.
 */
void
ent_filter_index_set_search (EntFilterIndex *index,
                             EntSearchFunc   search,
                             gpointer        data,
                             GDestroyNotify  destroy)
{
  g_return_if_fail (index != NULL && search != NULL && index->search == NULL);

  index->search = search;
  index->search_data = data;
  index->search_destroy = destroy;
}
