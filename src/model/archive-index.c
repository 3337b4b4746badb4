/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/archive-private.h"

#include <string.h>

#include "model/search-words.h"

/* As many statements go into the index in one piece. */
#define PIECE 256

/* Both indexes know words and rows only: a statement's row, and for an event as a statement tells it, that row and the
 * first byte of the words that tell it. */
#define ROW_OF_EVENT(number, start) ((number) << 32 | (gint64) (start))

static void
append_words (GString    *out,
              const char *words)
{
  if (words != NULL)
    ent_search_append_segmented (out, words, strlen (words));
}

/* All words by which people look for an event: its own, and what it is. */
static void
append_event (GString             *out,
              const EntVocabulary *vocabulary,
              const EntParsed     *parsed,
              const EntMention    *mention)
{
  const char *text = ent_statement_get_text (parsed->statement, NULL);

  for (guint i = 0; i < mention->evidence->len; i++)
    {
      EntSpan span = g_array_index (mention->evidence, EntSpan, i);

      ent_search_append_segmented (out, text + span.start, span.end - span.start);
    }
  append_words (out, ent_vocabulary_get_kind (vocabulary, mention->kind)->label);
  for (guint i = 0; i < mention->n_actors; i++)
    append_words (out, ent_vocabulary_get_actor (vocabulary, mention->actors[i])->label);
  for (gsize i = 0; mention->people != NULL && mention->people[i] != NULL; i++)
    append_words (out, mention->people[i]);
  append_words (out, mention->place);
  for (guint64 topics = mention->topics; topics != 0; topics &= topics - 1)
    append_words (out, ent_vocabulary_get_topic (vocabulary, (guint) __builtin_ctzll (topics))->label);
}

static gboolean
put_event (EntArchive     *archive,
           gint64          row,
           const GString  *words,
           gboolean        remove,
           GError        **error)
{
  EntQuery *query = ent_database_query (archive->database,
                                        remove ? "INSERT INTO search_events (search_events, rowid, words)"
                                                 " VALUES ('delete', ?1, ?2)"
                                               : "INSERT INTO search_events (rowid, words) VALUES (?1, ?2)",
                                        error);

  if (query == NULL)
    return FALSE;
  ent_query_bind_number (query, 1, row);
  ent_query_bind_bytes (query, 2, words->str, words->len);
  return ent_query_run (query, error);
}

static guint32
get_start (const EntParsed *parsed,
           guint            mention)
{
  const GArray *evidence = g_array_index (parsed->mentions, EntMention, mention).evidence;

  return evidence->len > 0 ? g_array_index (evidence, EntSpan, 0).start : 0;
}

/* What the same words tell is one entry. */
static gboolean
put_events (EntArchive       *archive,
            gint64            number,
            const EntParsed  *parsed,
            gboolean          remove,
            GError          **error)
{
  const EntVocabulary *vocabulary = ent_parser_get_vocabulary (archive->parser);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < parsed->mentions->len; i++)
    {
      guint32 start = get_start (parsed, i);
      gboolean told = FALSE;

      for (guint j = 0; j < i && !told; j++)
        told = get_start (parsed, j) == start;
      if (told)
        continue;
      g_string_truncate (words, 0);
      for (guint j = i; j < parsed->mentions->len; j++)
        if (get_start (parsed, j) == start)
          append_event (words, vocabulary, parsed, &g_array_index (parsed->mentions, EntMention, j));
      if (!put_event (archive, ROW_OF_EVENT (number, start), words, remove, error)
          || (!remove && !ent_archive_put_words (archive, words->str, error)))
        return FALSE;
    }
  return TRUE;
}

/* A statement and what it says, with its text from the connection that writes; blank where that is damaged. */
static EntParsed *
read_whole (EntArchive  *archive,
            gint64       number,
            GError     **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (EntStatement) statement = ent_archive_read_one (archive, number, &failure);
  g_autoptr (EntParsed) parsed = NULL;
  EntStatement *whole;

  if (statement == NULL && !g_error_matches (failure, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_CORRUPT))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  parsed = ent_archive_read_parse (archive, number, error);
  if (parsed == NULL || statement == NULL)
    return g_steal_pointer (&parsed);
  whole = ent_statement_with_info (statement, ent_statement_get_info (parsed->statement));
  ent_statement_unref (parsed->statement);
  parsed->statement = whole;
  return g_steal_pointer (&parsed);
}

static gboolean
put_statement (EntArchive       *archive,
               gint64            number,
               const EntParsed  *parsed,
               GError          **error)
{
  EntQuery *query = ent_database_query (archive->database,
                                        "INSERT INTO search_statements (rowid, title, text) VALUES (?1, ?2, ?3)",
                                        error);
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) segmented = g_string_new (NULL);
  gsize length;
  const char *text = ent_statement_get_text (parsed->statement, &length);

  if (query == NULL)
    return FALSE;
  append_words (title, ent_statement_get_info (parsed->statement)->title);
  ent_search_append_segmented (segmented, text, length);
  ent_query_bind_number (query, 1, number);
  ent_query_bind_bytes (query, 2, title->str, title->len);
  ent_query_bind_bytes (query, 3, segmented->str, segmented->len);
  return ent_query_run (query, error);
}

/**
 * ent_archive_get_indexed:
 * @archive: an archive
 *
 * Returns: the row of the last statement that the index has
 */
gint64
ent_archive_get_indexed (EntArchive *archive)
{
  g_autofree char *value = ent_archive_dup_meta (archive, "indexed", NULL);

  return value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0;
}

/**
 * ent_archive_unindex_events:
 * @archive: an archive that has begun a change
 * @number: a statement's row, before what it says becomes something else
 * @error: where to say what failed
 *
 * Returns: whether the index has no events of it any more
 */
gboolean
ent_archive_unindex_events (EntArchive  *archive,
                            gint64       number,
                            GError     **error)
{
  g_autoptr (EntParsed) parsed = read_whole (archive, number, error);

  return parsed != NULL && put_events (archive, number, parsed, TRUE, error);
}

/**
 * ent_archive_index_events:
 * @archive: an archive that has begun a change
 * @number: a statement's row, after what it says has become something else
 * @error: where to say what failed
 *
 * Returns: whether the index has its events
 */
gboolean
ent_archive_index_events (EntArchive  *archive,
                          gint64       number,
                          GError     **error)
{
  g_autoptr (EntParsed) parsed = read_whole (archive, number, error);

  return parsed != NULL && put_events (archive, number, parsed, FALSE, error);
}

static GArray *
list_next (EntArchive  *archive,
           GError     **error)
{
  EntQuery *query = ent_database_query (archive->database,
                                        "SELECT number FROM statements WHERE number > ?1 ORDER BY number LIMIT ?2",
                                        error);

  if (query == NULL)
    return NULL;
  ent_query_bind_number (query, 1, ent_archive_get_indexed (archive));
  ent_query_bind_number (query, 2, PIECE);
  return ent_query_new_numbers (query, error);
}

/**
 * ent_archive_index_next:
 * @archive: an archive that has begun a change
 * @n: (out): how many statements came into the index; 0 once it has all
 * @error: where to say what failed
 *
 * Takes the next few statements into the index.
 *
 * Returns: whether it did
 */
gboolean
ent_archive_index_next (EntArchive  *archive,
                        guint       *n,
                        GError     **error)
{
  g_autoptr (GArray) numbers = list_next (archive, error);
  g_autofree char *last = NULL;

  *n = 0;
  if (numbers == NULL)
    return FALSE;
  for (guint i = 0; i < numbers->len; i++)
    {
      gint64 number = g_array_index (numbers, gint64, i);
      g_autoptr (EntParsed) parsed = read_whole (archive, number, error);

      if (parsed == NULL || !put_statement (archive, number, parsed, error)
          || !put_events (archive, number, parsed, FALSE, error))
        return FALSE;
    }
  *n = numbers->len;
  if (*n == 0)
    return TRUE;
  last = g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (numbers, gint64, numbers->len - 1));
  return ent_archive_set_meta (archive, "indexed", last, error);
}
