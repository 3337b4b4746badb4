/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one types to search: `topic:taiwan from:2022 "red line" strait* -trade`. Fields ask as a filter does; words are
 * looked for in the index of an archive where there is one, and else in the events. */
#include "filter/typed-search.h"

#include <string.h>

#include "filter/filter-index-private.h"
#include "filter/word-search.h"
#include "model/archive-marks.h"
#include "model/archive-search.h"
#include "model/event-words.h"

/* Parts of words stand in no index. More events than these are not looked through for them while one types. */
#define MOST_LOOKED_THROUGH 20000

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

/* Each of the words, wherever it stands in an event, also as a part of others. */
static EntRowSet *
find_parts (const EntFilterIndex *index,
            const EntSearchQuery *query)
{
  EntRowSet *rows = ent_row_set_ref (index->all);

  for (guint i = 0; i < query->terms->len; i++)
    {
      g_autoptr (EntRowSet) before = rows;

      rows = ent_word_search_run (index->store, before, g_array_index (query->terms, EntSearchTerm, i).text);
    }
  return rows;
}

static void
add_statement_rows (const EntFilterIndex *index,
                    const char           *statement,
                    GArray               *rows)
{
  guint n = ent_event_store_get_n_statements (index->store);

  for (guint i = 0; i < n; i++)
    {
      const EntStatementInfo *info = ent_statement_get_info (ent_event_store_get_statement (index->store, i));

      if (g_str_equal (info->id, statement))
        g_array_append_vals (rows, index->told + index->told_start[i], index->told_start[i + 1] - index->told_start[i]);
    }
}

/* The events that may have been in a period, but for those that may have been at any time. */
static void
add_period_rows (const EntFilterIndex *index,
                 EntEdtf               span,
                 GArray               *rows)
{
  const EntEventColumns *columns = ent_event_store_get_columns (index->store);
  EntDay from = ent_edtf_earliest (span), to = ent_edtf_latest (span);

  for (guint32 row = 0; row < columns->n; row++)
    if (columns->earliest[row] != ENT_DAY_OPEN_START && columns->latest[row] != ENT_DAY_OPEN_END
        && columns->earliest[row] <= to && columns->latest[row] >= from)
      g_array_append_val (rows, row);
}

/* The events that have a tag of the user's that begins so, or whose statement or time has it. */
static EntRowSet *
find_tagged (const EntFilterIndex *index,
             const char           *tag)
{
  g_autofree char *wanted = g_utf8_casefold (tag, -1);
  EntRowSet *found = ent_row_set_new_rows (NULL, 0, ent_row_set_get_n_rows (index->all));

  for (guint i = 0; index->marks != NULL && i < index->marks->len; i++)
    {
      const EntMark *mark = &g_array_index (index->marks, EntMark, i);
      g_autofree char *own = g_utf8_casefold (mark->text, -1);
      g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));
      guint32 row;

      if (mark->type != ENT_MARK_TAG || !g_str_has_prefix (own, wanted))
        continue;
      if (mark->event != NULL && ent_event_store_find_id (index->store, mark->event, &row))
        g_array_append_val (rows, row);
      else if (mark->statement != NULL)
        add_statement_rows (index, mark->statement, rows);
      else if (mark->period != NULL)
        add_period_rows (index, mark->span, rows);
      g_autoptr (EntRowSet) before = found;
      g_autoptr (EntRowSet) more = ent_row_set_new_rows ((const guint32 *) (gpointer) rows->data, rows->len,
                                                         ent_row_set_get_n_rows (index->all));
      found = ent_row_set_or (before, more);
    }
  return found;
}

static EntRowSet *
narrow_tags (const EntFilterIndex *index,
             const EntSearchQuery *query,
             EntRowSet            *rows)
{
  for (guint i = 0; i < query->fields->len; i++)
    {
      const EntSearchField *field = &g_array_index (query->fields, EntSearchField, i);

      if (!g_str_equal (field->key, "tag"))
        continue;
      g_autoptr (EntRowSet) before = rows;
      g_autoptr (EntRowSet) tagged = find_tagged (index, field->value);
      rows = ent_row_set_and (before, tagged);
    }
  return rows;
}

/* What the archives find; NULL where one of them is at work. */
static EntRowSet *
ask_archives (const EntFilterIndex *index,
              const EntSearchQuery *query)
{
  EntRowSet *rows = ent_archive_search_events (index->archives->pdata[0], index->store, query, NULL);

  for (guint i = 1; rows != NULL && i < index->archives->len; i++)
    {
      g_autoptr (EntRowSet) before = rows;
      g_autoptr (EntRowSet) more = ent_archive_search_events (index->archives->pdata[i], index->store, query, NULL);

      rows = more != NULL ? ent_row_set_or (before, more) : NULL;
    }
  return rows;
}

/* Asks the archives where there are any and none is at work. What statements of elsewhere tell is looked through. */
static EntRowSet *
find_words (const EntFilterIndex *index,
            EntRowSet            *among,
            const EntSearchQuery *query)
{
  g_autoptr (EntRowSet) rows = index->archives != NULL ? ask_archives (index, query) : NULL;
  g_autoptr (EntRowSet) rest = NULL;
  g_autoptr (EntRowSet) found = NULL;

  if (rows == NULL)
    return ent_event_words_find (index->store, among, query);
  if (index->elsewhere == NULL)
    return g_steal_pointer (&rows);
  rest = ent_row_set_and (index->elsewhere, among);
  found = ent_event_words_find (index->store, rest, query);
  return ent_row_set_or (rows, found);
}

/* An event that is told more than once has none of the words that are left out, whoever tells it. */
static EntRowSet *
leave_out (const EntFilterIndex *index,
           const EntSearchQuery *query,
           EntRowSet            *rows)
{
  for (guint i = 0; i < query->terms->len; i++)
    {
      EntSearchTerm term = g_array_index (query->terms, EntSearchTerm, i);
      g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (EntSearchTerm));
      const EntSearchQuery one = { terms, query->fields };

      if (!term.excluded)
        continue;
      term.excluded = FALSE;
      g_array_append_val (terms, term);
      g_autoptr (EntRowSet) before = rows;
      g_autoptr (EntRowSet) found = find_words (index, before, &one);
      rows = ent_row_set_minus (before, found);
    }
  return rows;
}

/* The events that have all words that are wanted. */
static EntRowSet *
find_wanted (const EntFilterIndex *index,
             EntRowSet            *among,
             const EntSearchQuery *query)
{
  gboolean few = index->archives == NULL || ent_row_set_get_count (index->all) <= MOST_LOOKED_THROUGH;
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (EntSearchTerm));
  const EntSearchQuery wanted = { terms, query->fields };
  g_autoptr (EntRowSet) rows = NULL;

  for (guint i = 0; i < query->terms->len; i++)
    if (!g_array_index (query->terms, EntSearchTerm, i).excluded)
      g_array_append_val (terms, g_array_index (query->terms, EntSearchTerm, i));
  if (terms->len == 0)
    return ent_row_set_ref (index->all);
  rows = find_words (index, among, &wanted);
  return few && ent_row_set_get_count (rows) == 0 ? find_parts (index, &wanted) : g_steal_pointer (&rows);
}

/**
 * ent_typed_search_run:
 * @index: a store's index
 * @among: the events to look through, where they are looked through
 * @query: a search
 *
 * Words are looked for as words, and where there are none of these, as parts of words. What an archive is at work on
 * meanwhile is looked through.
 *
 * Returns: (transfer full): the events that have its words and tags, whatever its other fields ask
 */
EntRowSet *
ent_typed_search_run (const EntFilterIndex *index,
                      EntRowSet            *among,
                      const EntSearchQuery *query)
{
  g_return_val_if_fail (index != NULL && among != NULL && query != NULL, NULL);

  EntRowSet *rows = leave_out (index, query, find_wanted (index, among, query));
  return narrow_tags (index, query, rows);
}

/**
 * ent_typed_search_find_statements:
 * @index: a store's index
 * @words: what was typed
 *
 * Returns: (transfer full) (nullable): numbers of the statements that have the words anywhere in their title or text;
 *   %NULL where no words were typed, or there is no archive of all the statements that could tell it now
 */
EntRowSet *
ent_typed_search_find_statements (const EntFilterIndex *index,
                                  const char           *words)
{
  g_return_val_if_fail (index != NULL && words != NULL, NULL);

  g_autoptr (EntSearchQuery) query = ent_search_query_new_typed (words);
  if (index->archives == NULL || index->archives->len > 1 || index->elsewhere != NULL
      || !ent_search_query_has_words (query))
    return NULL;
  return ent_archive_search_statements (index->archives->pdata[0], index->store, query, NULL);
}

/**
 * ent_filter_index_set_archive:
 * @index: an index that nobody else has yet
 * @archive: what its events were loaded from
 * @marks: (nullable) (element-type EntMark): the archive's notes and tags
 *
 * Lets words be looked for in the archive's index, and tags among the user's.
 */
void
ent_filter_index_set_archive (EntFilterIndex *index,
                              EntArchive     *archive,
                              GArray         *marks)
{
  g_return_if_fail (index != NULL && archive != NULL && index->archives == NULL);

  index->archives = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_archive_unref);
  g_ptr_array_add (index->archives, ent_archive_ref (archive));
  index->marks = marks != NULL ? g_array_ref (marks) : NULL;
}

/* The events that statements of no archive tell. */
static EntRowSet *
find_elsewhere (const EntFilterIndex *index,
                const GArray         *archive_of)
{
  guint n_rows = ent_row_set_get_n_rows (index->all);
  guint64 *words = g_new0 (guint64, n_rows / 64 + 1);

  for (guint i = 0; i < archive_of->len; i++)
    for (guint32 j = index->told_start[i]; g_array_index (archive_of, guint32, i) == 0 && j < index->told_start[i + 1];
         j++)
      words[index->told[j] / 64] |= G_GUINT64_CONSTANT (1) << index->told[j] % 64;
  return ent_row_set_new_words (words, n_rows);
}

/**
 * ent_filter_index_set_archives:
 * @index: an index that nobody else has yet
 * @archives: (element-type EntArchive): those among what its events were loaded from, each told of the store
 * @archive_of: (element-type guint32): of each statement, which of them has it, counted from 1; 0 for none
 *
 * Lets words be looked for in the archives' indexes, and in what other statements tell.
 */
void
ent_filter_index_set_archives (EntFilterIndex *index,
                               GPtrArray      *archives,
                               const GArray   *archive_of)
{
  g_return_if_fail (index != NULL && archives != NULL && archive_of != NULL && index->archives == NULL);
  g_return_if_fail (archive_of->len == ent_event_store_get_n_statements (index->store));

  if (archives->len == 0)
    return;
  g_autoptr (EntRowSet) elsewhere = find_elsewhere (index, archive_of);
  index->archives = g_ptr_array_ref (archives);
  index->elsewhere = ent_row_set_get_count (elsewhere) > 0 ? g_steal_pointer (&elsewhere) : NULL;
}
