/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one types to search: `topic:taiwan from:2022 "red line" strait* -trade`. Fields ask as a filter does; words are
 * looked for in the index of an archive where there is one, and else in the events. */
#include "filter/typed-search.h"

#include <string.h>

#include "filter/filter-index-private.h"
#include "model/archive-marks.h"
#include "model/archive-search.h"
#include "model/event-words.h"
#include "model/mark-table.h"

/* Whether it asks of what the user noted, which no filter knows. */
static gboolean
is_of_marks (const EntSearchField *field)
{
  return g_str_equal (field->key, "tag") || g_str_equal (field->key, "note");
}

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

      if (is_of_marks (field))
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

static void
add_statement_rows (const EntFilterIndex *index,
                    guint                 statement,
                    GArray               *rows)
{
  guint32 start = index->told_start[statement];

  g_array_append_vals (rows, index->told + start, index->told_start[statement + 1] - start);
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

/* The events that a note or a tag is on, or on their statement; @times: or on the time that they may have been in. */
static void
add_marked_rows (const EntFilterIndex *index,
                 const EntMark        *mark,
                 gboolean              times,
                 GArray               *rows)
{
  guint32 row;
  guint statement;

  if (mark->event != NULL && ent_event_store_find_id (index->store, mark->event, &row))
    g_array_append_val (rows, row);
  else if (ent_mark_table_find_statement (index->marks, mark, &statement))
    add_statement_rows (index, statement, rows);
  else if (mark->period != NULL && times)
    add_period_rows (index, mark->span, rows);
}

static EntRowSet *
new_rows (const EntFilterIndex *index,
          const GArray         *rows)
{
  return ent_row_set_new_rows ((const guint32 *) (gpointer) rows->data, rows->len,
                               ent_row_set_get_n_rows (index->all));
}

/* Whether it is a tag that begins so. */
static gboolean
has_tag (const EntMark *mark,
         const char    *tag)
{
  g_autofree char *wanted = g_utf8_casefold (*tag == '#' ? tag + 1 : tag, -1);
  g_autofree char *own = g_utf8_casefold (mark->text, -1);

  return mark->type == ENT_MARK_TAG && g_str_has_prefix (own, wanted);
}

/* The events that have a tag of the user's that begins so, or whose statement or time has it. */
static EntRowSet *
find_tagged (const EntFilterIndex *index,
             const char           *tag)
{
  const GArray *marks = index->marks != NULL ? ent_mark_table_get_all (index->marks) : NULL;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const EntMark *mark = &g_array_index (marks, EntMark, i);

      if (has_tag (mark, tag))
        add_marked_rows (index, mark, TRUE, rows);
    }
  return new_rows (index, rows);
}

/* The events with a note that has the words, or whose statement or time has one; for words that are searched for by
 * themselves also with such a tag, and whatever is said of the time. */
static EntRowSet *
find_noted (const EntFilterIndex *index,
            const EntSearchQuery *query,
            gboolean              only_notes)
{
  const GArray *marks = index->marks != NULL ? ent_mark_table_get_all (index->marks) : NULL;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const EntMark *mark = &g_array_index (marks, EntMark, i);

      if ((mark->type == ENT_MARK_NOTE || !only_notes)
          && ent_search_query_matches (query, mark->text, strlen (mark->text)))
        add_marked_rows (index, mark, only_notes, rows);
    }
  return new_rows (index, rows);
}

static EntRowSet *
narrow_marks (const EntFilterIndex *index,
              const EntSearchQuery *query,
              EntRowSet            *rows)
{
  for (guint i = 0; i < query->fields->len; i++)
    {
      const EntSearchField *field = &g_array_index (query->fields, EntSearchField, i);

      if (!is_of_marks (field))
        continue;
      g_autoptr (EntSearchQuery) words = ent_search_query_new_typed (field->value);
      g_autoptr (EntRowSet) before = rows;
      g_autoptr (EntRowSet) marked = g_str_equal (field->key, "tag") ? find_tagged (index, field->value)
                                                                     : find_noted (index, words, TRUE);
      rows = ent_row_set_and (before, marked);
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
find_told_words (const EntFilterIndex *index,
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

/* Words of what tells an event, or of what the user noted on it. */
static EntRowSet *
find_words (const EntFilterIndex *index,
            EntRowSet            *among,
            const EntSearchQuery *query)
{
  g_autoptr (EntRowSet) told = find_told_words (index, among, query);
  g_autoptr (EntRowSet) noted = NULL;

  if (index->marks == NULL)
    return g_steal_pointer (&told);
  noted = find_noted (index, query, FALSE);
  return ent_row_set_or (told, noted);
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

/* The events that have all words that are wanted; where none has, those that have them as parts of others. */
static EntRowSet *
find_wanted (const EntFilterIndex *index,
             EntRowSet            *among,
             const EntSearchQuery *query)
{
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (EntSearchTerm));
  const EntSearchQuery wanted = { terms, query->fields };
  g_autoptr (EntRowSet) rows = NULL;

  for (guint i = 0; i < query->terms->len; i++)
    if (!g_array_index (query->terms, EntSearchTerm, i).excluded)
      g_array_append_val (terms, g_array_index (query->terms, EntSearchTerm, i));
  if (terms->len == 0)
    return ent_row_set_ref (index->all);
  rows = find_words (index, among, &wanted);
  if (ent_row_set_get_count (rows) > 0)
    return g_steal_pointer (&rows);
  for (guint i = 0; i < terms->len; i++)
    g_array_index (terms, EntSearchTerm, i).part = TRUE;
  return find_words (index, index->all, &wanted);
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
 * Returns: (transfer full): the events that have its words, notes and tags, whatever its other fields ask
 */
EntRowSet *
ent_typed_search_run (const EntFilterIndex *index,
                      EntRowSet            *among,
                      const EntSearchQuery *query)
{
  g_return_val_if_fail (index != NULL && among != NULL && query != NULL, NULL);

  EntRowSet *rows = leave_out (index, query, find_wanted (index, among, query));
  return narrow_marks (index, query, rows);
}

/* The statements with a note or a tag that a search asks for. */
static EntRowSet *
find_marked_statements (const EntFilterIndex *index,
                        const EntSearchQuery *query,
                        const EntSearchField *field)
{
  const GArray *marks = index->marks != NULL ? ent_mark_table_get_all (index->marks) : NULL;
  gboolean of_tag = field != NULL && g_str_equal (field->key, "tag");
  g_autoptr (EntSearchQuery) words = field != NULL ? ent_search_query_new_typed (field->value) : NULL;
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const EntMark *mark = &g_array_index (marks, EntMark, i);
      guint statement;

      if (!ent_mark_table_find_statement (index->marks, mark, &statement)
          || (field != NULL && of_tag != (mark->type == ENT_MARK_TAG)))
        continue;
      if (of_tag ? has_tag (mark, field->value)
                 : ent_search_query_matches (words != NULL ? words : query, mark->text, strlen (mark->text)))
        g_array_append_val (numbers, statement);
    }
  return ent_row_set_new_rows ((const guint32 *) (gpointer) numbers->data, numbers->len,
                               ent_event_store_get_n_statements (index->store));
}

/**
 * ent_typed_search_find_statements:
 * @index: a store's index
 * @words: what was typed
 *
 * Returns: (transfer full) (nullable): numbers of the statements that have the words anywhere in their title, text or
 *   notes, and the notes and tags that are asked for; %NULL where neither was typed, or there is no archive of all the
 *   statements that could tell it now
 */
EntRowSet *
ent_typed_search_find_statements (const EntFilterIndex *index,
                                  const char           *words)
{
  EntRowSet *found = NULL;

  g_return_val_if_fail (index != NULL && words != NULL, NULL);

  g_autoptr (EntSearchQuery) query = ent_search_query_new_typed (words);
  if (index->archives == NULL || index->archives->len > 1 || index->elsewhere != NULL)
    return NULL;
  if (ent_search_query_has_words (query))
    {
      EntArchive *archive = index->archives->pdata[0];
      g_autoptr (EntRowSet) told = ent_archive_search_statements (archive, index->store, query, NULL);
      g_autoptr (EntRowSet) noted = find_marked_statements (index, query, NULL);

      if (told == NULL)
        return NULL;
      found = ent_row_set_or (told, noted);
    }
  for (guint i = 0; i < query->fields->len; i++)
    {
      const EntSearchField *field = &g_array_index (query->fields, EntSearchField, i);

      if (!is_of_marks (field))
        continue;
      g_autoptr (EntRowSet) before = found;
      g_autoptr (EntRowSet) marked = find_marked_statements (index, query, field);
      found = before != NULL ? ent_row_set_and (before, marked) : ent_row_set_ref (marked);
    }
  return found;
}

/**
 * ent_filter_index_get_marks:
 * @index: an index
 *
 * Returns: (transfer none) (nullable): notes and tags of the user's; %NULL where the index is of no archive
 */
const EntMarkTable *
ent_filter_index_get_marks (const EntFilterIndex *index)
{
  g_return_val_if_fail (index != NULL, NULL);

  return index->marks;
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
  index->marks = marks != NULL ? ent_mark_table_new (index->store, marks) : NULL;
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
