/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/archive-private.h"

#include <string.h>

#include "model/parsed-json.h"
#include "model/store-image.h"

/* A column is kept in pieces of so many bytes: a row holds no gigabyte. */
#define PIECE_BYTES (16 * 1024 * 1024)

/* What a statement is after parsing, in the columns that ent_archive_read_statement() wants. */
#define SELECT_PARSED \
  "SELECT s.number, s.id, s.file, p.title, p.date, p.date_basis, p.language, p.issuer, p.issuing_body," \
  " p.published_by, s.url, s.retrieved, s.citation_key, p.version_of, p.kind, s.sha256, s.bytes, s.characters," \
  " s.furniture, s.pages, 0, p.dates"
#define FROM_PARSED " FROM shown_statements s JOIN parses p ON p.statement = s.number"
#define JOIN_EVENTS " JOIN parsed_events e ON e.statement = s.number"

static void
clear_mention (gpointer data)
{
  ent_mention_clear (data);
}

/* What the row's statement says. The events are the column after the number of dates. */
static EntParsed *
read_parsed (EntArchive  *archive,
             EntQuery    *row,
             GError     **error)
{
  g_autoptr (EntParsed) parsed = g_new0 (EntParsed, 1);
  gsize length;
  const char *events = ent_query_get_blob (row, 22, &length);
  EntJsonCursor cursor = { events, events, events + length };

  parsed->timexes = g_array_new (FALSE, TRUE, sizeof (EntTimex));
  parsed->mentions = g_array_new (FALSE, TRUE, sizeof (EntMention));
  g_array_set_clear_func (parsed->mentions, clear_mention);
  parsed->n_timexes = (guint) ent_query_get_number (row, 21);
  parsed->statement = ent_archive_read_statement (archive, row, 0, error);
  if (parsed->statement == NULL)
    {
      g_array_unref (parsed->timexes);
      g_array_unref (parsed->mentions);
      g_free (g_steal_pointer (&parsed));
      return NULL;
    }
  if (events != NULL && g_utf8_validate_len (events, length, NULL)
      && ent_parsed_json_read (&cursor, ent_parser_get_vocabulary (archive->parser), NULL, parsed->mentions, error))
    return g_steal_pointer (&parsed);
  g_prefix_error (error, "what “%s” says is damaged: ", ent_statement_get_info (parsed->statement)->id);
  if (error != NULL && *error == NULL)
    g_set_error (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_CORRUPT, "what “%s” says is damaged",
                 ent_statement_get_info (parsed->statement)->id);
  return NULL;
}

/* Spans come from a file that anyone may have changed: none leads out of its text. */
static gboolean
spans_fit (const EntParsed *parsed)
{
  gsize length = ent_statement_get_n_bytes (parsed->statement);

  for (guint i = 0; i < parsed->mentions->len; i++)
    {
      const EntMention *mention = &g_array_index (parsed->mentions, EntMention, i);

      for (guint j = 0; j < mention->evidence->len; j++)
        if (g_array_index (mention->evidence, EntSpan, j).end > length)
          return FALSE;
      for (guint j = 0; j < mention->topic_spans->len; j++)
        if (g_array_index (mention->topic_spans, EntTopicSpan, j).span.end > length)
          return FALSE;
    }
  return TRUE;
}

static EntParsed *
read_checked (EntArchive  *archive,
              EntQuery    *row,
              GError     **error)
{
  g_autoptr (EntParsed) parsed = read_parsed (archive, row, error);

  if (parsed == NULL || spans_fit (parsed))
    return g_steal_pointer (&parsed);
  g_set_error (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_CORRUPT, "what “%s” says lies beyond its end",
               ent_statement_get_info (parsed->statement)->id);
  return NULL;
}

/**
 * ent_archive_each_parsed:
 * @archive: an archive
 * @func: takes what each statement says, in the order of their ids
 * @data: handed to @func
 * @error: where to say what failed
 *
 * Returns: whether all were read, or @func wanted no more
 */
gboolean
ent_archive_each_parsed (EntArchive            *archive,
                         EntArchiveParsedFunc   func,
                         gpointer               data,
                         GError               **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  g_autoptr (GError) failure = NULL;
  EntQuery *query;

  g_return_val_if_fail (archive != NULL && archive->database != NULL && func != NULL, FALSE);

  locker = ent_archive_lock (archive);
  query = ent_database_query (archive->database, SELECT_PARSED ", e.events" FROM_PARSED JOIN_EVENTS " ORDER BY s.id",
                              error);
  if (query == NULL)
    return FALSE;
  while (ent_query_next (query, &failure))
    {
      gint64 number = ent_query_get_number (query, 0);
      EntParsed *parsed = read_checked (archive, query, &failure);

      if (parsed == NULL || !func (parsed, number, data))
        break;
    }
  ent_query_end (query);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * ent_archive_read_parse:
 * @archive: an archive
 * @number: a statement's row
 * @error: where to say what failed
 *
 * Returns: (transfer full) (nullable): what the statement says
 */
EntParsed *
ent_archive_read_parse (EntArchive  *archive,
                        gint64       number,
                        GError     **error)
{
  EntQuery *query = ent_database_query (archive->database,
                                        SELECT_PARSED ", e.events FROM statements s JOIN parses p"
                                                      " ON p.statement = s.number" JOIN_EVENTS " WHERE s.number = ?1",
                                        error);
  EntParsed *parsed = NULL;

  if (query == NULL)
    return NULL;
  ent_query_bind_number (query, 1, number);
  if (ent_query_next (query, error))
    parsed = read_checked (archive, query, error);
  else
    ent_archive_tell_missing (number, error);
  ent_query_end (query);
  return parsed;
}

static gboolean
add_parsed (EntParsed *parsed,
            gint64     number,
            gpointer   data)
{
  g_ptr_array_add (data, parsed);
  return TRUE;
}

/* The kept columns. */

static gboolean
write_piece (EntArchive     *archive,
             const char     *name,
             guint           part,
             gconstpointer   bytes,
             gsize           length,
             GError        **error)
{
  EntQuery *query = ent_database_query (archive->database, "INSERT INTO columns VALUES (?1, ?2, ?3)", error);

  if (query == NULL)
    return FALSE;
  ent_query_bind_text (query, 1, name);
  ent_query_bind_number (query, 2, part);
  ent_query_bind_blob (query, 3, bytes, length);
  return ent_query_run (query, error);
}

static gboolean
write_column (const char     *name,
              gconstpointer   bytes,
              gsize           length,
              gpointer        data,
              GError        **error)
{
  gsize done = 0;
  guint part = 0;

  do
    {
      gsize piece = MIN (length - done, PIECE_BYTES);

      if (!write_piece (data, name, part++, (const char *) bytes + done, piece, error))
        return FALSE;
      done += piece;
    }
  while (done < length);
  return TRUE;
}

static gpointer
read_column (const char  *name,
             gsize       *length,
             gpointer     data,
             GError     **error)
{
  EntArchive *archive = data;
  EntQuery *query = ent_database_query (archive->database, "SELECT sum (length (bytes)) FROM columns WHERE name = ?1",
                                        error);
  g_autofree char *bytes = NULL;
  gsize done = 0;

  *length = 0;
  if (query == NULL)
    return NULL;
  ent_query_bind_text (query, 1, name);
  if (ent_query_next (query, error) && !ent_query_is_null (query, 0))
    {
      *length = (gsize) ent_query_get_number (query, 0);
      bytes = g_try_malloc (*length + 1);
    }
  ent_query_end (query);
  query = ent_database_query (archive->database, "SELECT bytes FROM columns WHERE name = ?1 ORDER BY part", error);
  if (bytes == NULL || query == NULL)
    return NULL;
  ent_query_bind_text (query, 1, name);
  while (ent_query_next (query, error))
    {
      gsize n;
      gconstpointer piece = ent_query_get_blob (query, 0, &n);

      if (n > 0 && done + n <= *length)
        memcpy (bytes + done, piece, n);
      done += n;
    }
  return done == *length ? g_steal_pointer (&bytes) : NULL;
}

static gboolean
write_image (EntArchive  *archive,
             GError     **error)
{
  guint n = ent_event_store_get_n_statements (archive->base);
  g_autofree guint32 *version_of = g_new (guint32, n + 1);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *format = ent_store_image_dup_format (ent_parser_get_vocabulary (archive->parser));
  g_autofree char *generation = g_strdup_printf ("%" G_GINT64_FORMAT, archive->base_generation);

  for (guint i = 0; i < n; i++)
    g_hash_table_insert (by_id, ent_statement_get_info (ent_event_store_get_statement (archive->base, i))->id,
                         GUINT_TO_POINTER (i));
  for (guint i = 0; i < n; i++)
    {
      const char *id = ent_statement_get_info (ent_event_store_get_statement (archive->base, i))->version_of;
      gpointer original;

      version_of[i] = G_MAXUINT32;
      if (id != NULL && g_hash_table_lookup_extended (by_id, id, NULL, &original))
        version_of[i] = GPOINTER_TO_UINT (original);
    }
  return ent_database_exec (archive->database, "DELETE FROM columns", error)
         && write_column ("statements", archive->numbers->data, n * sizeof (gint64), archive, error)
         && write_column ("version_of", version_of, n * sizeof (guint32), archive, error)
         && ent_store_image_write (archive->base, write_column, archive, error)
         && ent_archive_set_meta (archive, "columns_format", format, error)
         && ent_archive_set_meta (archive, "columns_generation", generation, error);
}

/* To keep the columns only saves time: where that fails, they are made again. */
static void
keep_image (EntArchive *archive)
{
  if (archive->reason != ENT_ARCHIVE_WRITABLE || !ent_archive_begin (archive, NULL))
    return;
  if (write_image (archive, NULL))
    ent_archive_commit (archive, NULL);
  else
    ent_archive_rollback (archive);
}

static gboolean
image_is_current (EntArchive *archive,
                  gint64      generation)
{
  g_autofree char *format = ent_store_image_dup_format (ent_parser_get_vocabulary (archive->parser));
  g_autofree char *kept_format = ent_archive_dup_meta (archive, "columns_format", NULL);
  g_autofree char *kept = ent_archive_dup_meta (archive, "columns_generation", NULL);

  return g_strcmp0 (format, kept_format) == 0 && kept != NULL && g_ascii_strtoll (kept, NULL, 10) == generation;
}

static EntStatement *
as_version_of (EntStatement *statement,
               EntStatement *original)
{
  EntStatementInfo info = { NULL };
  EntStatement *version;

  ent_statement_info_copy (ent_statement_get_info (statement), &info);
  g_free (info.version_of);
  info.version_of = g_strdup (ent_statement_get_info (original)->id);
  version = ent_statement_with_info (statement, &info);
  ent_statement_info_clear (&info);
  return version;
}

/* The statements in the order that the columns have them; NULL where these are of others. */
static GPtrArray *
arrange_statements (EntArchive *archive,
                    GHashTable *by_number,
                    GArray     *numbers)
{
  g_autoptr (GPtrArray) arranged = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_statement_unref);
  gsize length;
  g_autofree guint32 *version_of = read_column ("version_of", &length, archive, NULL);
  g_autofree gint64 *order = read_column ("statements", &length, archive, NULL);
  gsize n = length / sizeof (gint64);

  if (order == NULL || version_of == NULL || n != g_hash_table_size (by_number))
    return NULL;
  g_array_append_vals (numbers, order, (guint) n);
  for (gsize i = 0; i < n; i++)
    {
      EntStatement *statement = g_hash_table_lookup (by_number, &order[i]);
      EntStatement *original = NULL;

      if (statement == NULL)
        return NULL;
      if (version_of[i] < n)
        original = g_hash_table_lookup (by_number, &order[version_of[i]]);
      g_ptr_array_add (arranged, original != NULL ? as_version_of (statement, original)
                                                  : ent_statement_ref (statement));
    }
  return g_steal_pointer (&arranged);
}

/* row → statement, as parsed. */
static GHashTable *
read_statements (EntArchive  *archive,
                 GError     **error)
{
  g_autoptr (GHashTable) by_number = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                            (GDestroyNotify) ent_statement_unref);
  EntQuery *query = ent_database_query (archive->database, SELECT_PARSED FROM_PARSED, error);
  g_autoptr (GError) failure = NULL;

  if (query == NULL)
    return NULL;
  while (ent_query_next (query, &failure))
    {
      gint64 number = ent_query_get_number (query, 0);
      EntStatement *statement = ent_archive_read_statement (archive, query, 0, &failure);

      if (statement == NULL)
        break;
      g_hash_table_insert (by_number, g_memdup2 (&number, sizeof number), statement);
    }
  ent_query_end (query);
  if (failure == NULL)
    return g_steal_pointer (&by_number);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
load_image (EntArchive *archive)
{
  g_autoptr (GHashTable) by_number = read_statements (archive, NULL);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) statements = by_number != NULL ? arrange_statements (archive, by_number, numbers) : NULL;

  if (statements == NULL)
    return FALSE;
  archive->base = ent_store_image_read (ent_parser_get_vocabulary (archive->parser), statements, read_column, archive,
                                        NULL);
  if (archive->base == NULL)
    return FALSE;
  archive->numbers = g_steal_pointer (&numbers);
  return TRUE;
}

/* The row of each statement of the base. */
static gboolean
number_statements (EntArchive  *archive,
                   GError     **error)
{
  guint n = ent_event_store_get_n_statements (archive->base);

  archive->numbers = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);
  for (guint i = 0; i < n; i++)
    {
      const char *id = ent_statement_get_info (ent_event_store_get_statement (archive->base, i))->id;
      gint64 number = ent_archive_find_statement (archive, id, error);

      if (number == 0)
        return FALSE;
      g_array_append_val (archive->numbers, number);
    }
  return TRUE;
}

static gboolean
merge_anew (EntArchive  *archive,
            GError     **error)
{
  g_autoptr (GPtrArray) parsed = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_parsed_free);

  if (!ent_archive_each_parsed (archive, add_parsed, parsed, error))
    return FALSE;
  archive->base = ent_merge (ent_parser_get_vocabulary (archive->parser), (const EntParsed * const *) parsed->pdata,
                             parsed->len, ENT_MERGE_STATEMENTS);
  return number_statements (archive, error);
}

/**
 * ent_archive_ensure_base:
 * @archive: an archive
 * @error: where to say what failed
 *
 * Makes sure that the store of what was parsed is there and is that of the file: from the kept columns, or where these
 * are of something else, from what the statements say.
 *
 * Returns: whether it is there
 */
gboolean
ent_archive_ensure_base (EntArchive  *archive,
                         GError     **error)
{
  gint64 generation = ent_archive_get_generation (archive);

  if (archive->base != NULL && archive->base_generation == generation)
    return TRUE;
  ent_archive_forget_told (archive);
  g_clear_pointer (&archive->base, ent_event_store_unref);
  g_clear_pointer (&archive->numbers, g_array_unref);
  archive->base_generation = generation;
  if (image_is_current (archive, generation) && load_image (archive))
    {
      /* All of the file's pages that its columns stand in have been read once, and will not be again. */
      ent_archive_drop_pages (archive);
      return TRUE;
    }
  if (!merge_anew (archive, error))
    {
      g_clear_pointer (&archive->base, ent_event_store_unref);
      g_clear_pointer (&archive->numbers, g_array_unref);
      return FALSE;
    }
  keep_image (archive);
  return TRUE;
}

/**
 * ent_archive_load:
 * @archive: an archive
 * @flags: whether what was rejected is there, and what the user changed
 * @error: where to say what is wrong with it
 *
 * Gives all events as a store, with the user's changes. Texts of statements are read when they are looked at.
 *
 * Returns: (transfer full) (nullable): the store
 */
EntEventStore *
ent_archive_load (EntArchive           *archive,
                  EntArchiveLoadFlags   flags,
                  GError              **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  EntEventStore *store;

  g_return_val_if_fail (archive != NULL && archive->database != NULL, NULL);

  locker = ent_archive_lock (archive);
  if (!ent_archive_ensure_base (archive, error))
    return NULL;
  if (flags & ENT_ARCHIVE_AS_PARSED)
    return ent_event_store_ref (archive->base);
  store = ent_archive_apply (archive, archive->base, flags, error);
  if (store == NULL)
    return NULL;
  g_clear_pointer (&archive->store, ent_event_store_unref);
  archive->store = ent_event_store_ref (store);
  return store;
}
