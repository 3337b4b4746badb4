/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/archive-private.h"

#include <string.h>

#include "base/utf8.h"
#include "model/archive-edit.h"
#include "model/parsed-json.h"
#include "parse/parser-version.h"

/**
 * ent_archive_get_parser_version:
 * @archive: an archive
 *
 * Returns: (transfer none): what is kept beside what its parser finds
 */
const char *
ent_archive_get_parser_version (EntArchive *archive)
{
  if (archive->parser_version == NULL)
    archive->parser_version = ent_parser_dup_version (archive->parser);
  return archive->parser_version;
}

static char *
dup_date (EntEdtf date)
{
  return ent_edtf_is_none (date) ? NULL : ent_edtf_to_string (date);
}

/* A file may hold anything; what is not understood is as if it was not there. */
static void
read_date (const char *text,
           EntEdtf    *date)
{
  if (text == NULL || !ent_edtf_parse (text, strlen (text), date, NULL))
    memset (date, 0, sizeof *date);
}

static GArray *
read_furniture (const char *json,
                gsize       length)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (EntSpan));
  EntJsonCursor cursor = { json, json, json + (json != NULL ? strlen (json) : 0) };

  if (json == NULL || !ent_spans_json_read (&cursor, NULL, spans, NULL))
    g_array_set_size (spans, 0);
  for (guint i = 0; i < spans->len; i++)
    if (g_array_index (spans, EntSpan, i).end > length)
      g_array_set_size (spans, i);
  return g_steal_pointer (&spans);
}

/* Where pages begin, as pairs of a byte and a number; NULL for a statement without pages. */
static GArray *
read_pages (const char *json,
            gsize       length)
{
  g_autoptr (GArray) pages = NULL;
  EntJsonCursor cursor = { json, json, json + (json != NULL ? strlen (json) : 0) };

  if (json == NULL)
    return NULL;
  pages = g_array_new (FALSE, FALSE, sizeof (EntPageStart));
  if (!ent_pages_json_read (&cursor, NULL, pages, NULL))
    return NULL;
  for (guint i = 0; i < pages->len; i++)
    if (g_array_index (pages, EntPageStart, i).start > length)
      g_array_set_size (pages, i);
  return g_steal_pointer (&pages);
}

/**
 * ent_archive_read_statement:
 * @archive: an archive
 * @row: a query that stands at a row
 * @column: the first of the columns number, id, file, title, date, date_basis, language, issuer, issuing_body,
 *   published_by, url, retrieved, citation_key, version_of, kind, sha256, bytes, characters, furniture, pages,
 *   date_is_of_file
 * @error: where to say what is wrong with it
 *
 * Returns: (transfer full) (nullable): the statement, whose text is read when it is looked at
 */
EntStatement *
ent_archive_read_statement (EntArchive  *archive,
                            EntQuery    *row,
                            int          column,
                            GError     **error)
{
  EntStatementInfo info = {
    .id = (char *) ent_query_get_text (row, column + 1),
    .file = (char *) ent_query_get_text (row, column + 2),
    .title = (char *) ent_query_get_text (row, column + 3),
    .language = (char *) ent_query_get_text (row, column + 6),
    .issuer = (char *) ent_query_get_text (row, column + 7),
    .issuing_body = (char *) ent_query_get_text (row, column + 8),
    .published_by = (char *) ent_query_get_text (row, column + 9),
    .url = (char *) ent_query_get_text (row, column + 10),
    .retrieved = (char *) ent_query_get_text (row, column + 11),
    .citation_key = (char *) ent_query_get_text (row, column + 12),
    .version_of = (char *) ent_query_get_text (row, column + 13),
    .kind = ENT_STATEMENT_OTHER,
  };
  EntDeferredText text = {
    .length = (gsize) ent_query_get_number (row, column + 16),
    .n_characters = (gsize) ent_query_get_number (row, column + 17),
    .sha256 = ent_query_get_text (row, column + 15),
    .load = ent_text_source_load,
    .key = ent_query_get_number (row, column),
    .free_source = (GDestroyNotify) ent_text_source_unref,
  };
  g_autoptr (GArray) furniture = NULL;
  g_autoptr (GArray) pages = NULL;

  if (info.id == NULL || text.sha256 == NULL || ent_query_get_number (row, column + 16) < 0
      || text.length >= G_MAXUINT32)
    {
      g_set_error (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_CORRUPT,
                   "is damaged: row %" G_GINT64_FORMAT " of its statements is incomplete", text.key);
      return NULL;
    }
  read_date (ent_query_get_text (row, column + 4), &info.date);
  ent_date_basis_from_id (ent_query_get_text (row, column + 5), &info.date_basis);
  ent_statement_kind_from_id (ent_query_get_text (row, column + 14), &info.kind);
  furniture = read_furniture (ent_query_get_text (row, column + 18), text.length);
  pages = read_pages (ent_query_get_text (row, column + 19), text.length);
  info.date_is_of_file = ent_query_get_number (row, column + 20) != 0;
  text.source = ent_text_source_ref (archive->texts);
  return ent_statement_new_deferred (&text, &info, (const EntSpan *) (gpointer) furniture->data, furniture->len, pages);
}

/**
 * ent_archive_find_statement:
 * @archive: an archive
 * @id: a statement's id
 * @error: where to say that there is none
 *
 * Returns: its row, 0 if there is none
 */
gint64
ent_archive_find_statement (EntArchive  *archive,
                            const char  *id,
                            GError     **error)
{
  EntQuery *query = ent_database_query (archive->database, "SELECT number FROM statements WHERE id = ?1", error);
  gint64 number = 0;

  if (query == NULL)
    return 0;
  ent_query_bind_text (query, 1, id);
  if (ent_query_next (query, NULL))
    number = ent_query_get_number (query, 0);
  ent_query_end (query);
  if (number == 0)
    g_set_error (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_NOT_FOUND, "there is no statement “%s”", id);
  return number;
}

static void
bind_info (EntQuery               *query,
           const EntStatementInfo *info)
{
  g_autofree char *date = dup_date (info->date);

  ent_query_bind_text (query, 4, info->file);
  ent_query_bind_text (query, 5, info->title);
  ent_query_bind_text (query, 6, date);
  ent_query_bind_text (query, 7, ent_date_basis_to_id (info->date_basis));
  ent_query_bind_text (query, 8, info->language);
  ent_query_bind_text (query, 9, info->issuer);
  ent_query_bind_text (query, 10, info->issuing_body);
  ent_query_bind_text (query, 11, info->published_by);
  ent_query_bind_text (query, 12, info->url);
  ent_query_bind_text (query, 13, info->retrieved);
  ent_query_bind_text (query, 14, info->citation_key);
  ent_query_bind_text (query, 15, info->version_of);
  ent_query_bind_text (query, 16, ent_statement_kind_to_id (info->kind));
}

static gboolean
insert_text (EntArchive    *archive,
             gint64         number,
             EntStatement  *statement,
             GError       **error)
{
  EntQuery *query = ent_database_query (archive->database, "INSERT INTO texts VALUES (?1, ?2)", error);
  gsize length;
  const char *text = ent_statement_get_text (statement, &length);

  if (query == NULL)
    return FALSE;
  ent_query_bind_number (query, 1, number);
  ent_query_bind_bytes (query, 2, text, length);
  return ent_query_run (query, error);
}

/**
 * ent_archive_insert_statement:
 * @archive: an archive that has begun a change
 * @statement: a statement as it was read, under an id that nobody has
 * @given_id: the id that it came with
 * @import: the group of changes that brings it
 * @changes_of: the row of an earlier text at the same address, 0 for none
 * @number: (out): its row
 * @error: where to say what failed
 *
 * Returns: whether it was written
 */
gboolean
ent_archive_insert_statement (EntArchive    *archive,
                              EntStatement  *statement,
                              const char    *given_id,
                              gint64         import,
                              gint64         changes_of,
                              gint64        *number,
                              GError       **error)
{
  EntQuery *query = ent_database_query (archive->database,
                                        "INSERT INTO statements (id, given_id, import, file, title, date, date_basis,"
                                        " language, issuer, issuing_body, published_by, url, retrieved, citation_key,"
                                        " version_of, kind, sha256, bytes, characters, furniture, changes_of,"
                                        " pages, date_is_of_file) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,"
                                        " ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23)",
                                        error);
  g_autoptr (GString) furniture = g_string_new (NULL);
  g_autoptr (GString) pages = g_string_new (NULL);
  const EntPageStart *starts;
  const EntSpan *spans;
  gsize n, length;

  if (query == NULL)
    return FALSE;
  ent_statement_get_text (statement, &length);
  spans = ent_statement_get_furniture (statement, &n);
  ent_spans_json_append (furniture, spans, n, NULL);
  ent_query_bind_text (query, 1, ent_statement_get_info (statement)->id);
  ent_query_bind_text (query, 2, given_id);
  ent_query_bind_number (query, 3, import);
  bind_info (query, ent_statement_get_info (statement));
  ent_query_bind_text (query, 17, ent_statement_get_sha256 (statement));
  ent_query_bind_number (query, 18, (gint64) length);
  ent_query_bind_number (query, 19, (gint64) ent_statement_get_n_characters (statement));
  ent_query_bind_text (query, 20, furniture->str);
  if (changes_of != 0)
    ent_query_bind_number (query, 21, changes_of);
  starts = ent_statement_get_pages (statement, &n);
  ent_pages_json_append (pages, starts, n, NULL);
  if (n > 0)
    ent_query_bind_text (query, 22, pages->str);
  ent_query_bind_number (query, 23, ent_statement_get_info (statement)->date_is_of_file);
  if (!ent_query_run (query, error))
    return FALSE;
  *number = ent_database_get_last_row (archive->database);
  return insert_text (archive, *number, statement, error);
}

static gboolean
put_events (EntArchive       *archive,
            gint64            number,
            const EntParsed  *parsed,
            GError          **error)
{
  EntQuery *query = ent_database_query (archive->database, "REPLACE INTO parsed_events VALUES (?1, ?2)", error);
  g_autoptr (GString) events = g_string_new (NULL);

  if (query == NULL)
    return FALSE;
  ent_parsed_json_append (events, ent_parser_get_vocabulary (archive->parser), parsed, FALSE);
  ent_query_bind_number (query, 1, number);
  ent_query_bind_bytes (query, 2, events->str, events->len);
  return ent_query_run (query, error);
}

static gboolean
put_facts (EntArchive       *archive,
           gint64            number,
           const EntParsed  *parsed,
           const char       *version,
           GError          **error)
{
  EntQuery *query = ent_database_query (archive->database,
                                        "REPLACE INTO parses (statement, parser, dates, title, date, date_basis,"
                                        " language, issuer, issuing_body, published_by, version_of, kind)"
                                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
                                        error);
  const EntStatementInfo *info = ent_statement_get_info (parsed->statement);
  g_autofree char *date = dup_date (info->date);

  if (query == NULL)
    return FALSE;
  ent_query_bind_number (query, 1, number);
  ent_query_bind_text (query, 2, version);
  ent_query_bind_number (query, 3, parsed->n_timexes);
  ent_query_bind_text (query, 4, info->title);
  ent_query_bind_text (query, 5, date);
  ent_query_bind_text (query, 6, ent_date_basis_to_id (info->date_basis));
  ent_query_bind_text (query, 7, info->language);
  ent_query_bind_text (query, 8, info->issuer);
  ent_query_bind_text (query, 9, info->issuing_body);
  ent_query_bind_text (query, 10, info->published_by);
  ent_query_bind_text (query, 11, info->version_of);
  ent_query_bind_text (query, 12, ent_statement_kind_to_id (info->kind));
  return ent_query_run (query, error);
}

/**
 * ent_archive_put_parse:
 * @archive: an archive that has begun a change
 * @number: a statement's row
 * @parsed: what it says
 * @version: the parser's
 * @error: where to say what failed
 *
 * Keeps what a statement says, instead of what was kept before.
 *
 * Returns: whether it was written
 */
gboolean
ent_archive_put_parse (EntArchive       *archive,
                       gint64            number,
                       const EntParsed  *parsed,
                       const char       *version,
                       GError          **error)
{
  gboolean indexed = number <= ent_archive_get_indexed (archive);

  if (indexed && !ent_archive_unindex_events (archive, number, error))
    return FALSE;
  return put_facts (archive, number, parsed, version, error) && put_events (archive, number, parsed, error)
         && (!indexed || ent_archive_index_events (archive, number, error));
}

static void
take (char       **field,
      const char  *value)
{
  g_free (*field);
  *field = value != NULL && *value != '\0' ? g_strdup (value) : NULL;
}

static void
correct_field (EntStatementInfo *info,
               const char       *field,
               const char       *value)
{
  if (g_strcmp0 (field, "date") == 0)
    {
      read_date (value, &info->date);
      info->date_basis = ent_edtf_is_none (info->date) ? ENT_DATE_BASIS_NONE : ENT_DATE_BASIS_GIVEN;
    }
  else if (g_strcmp0 (field, "issuer") == 0)
    take (&info->issuer, value);
  else if (g_strcmp0 (field, "language") == 0)
    take (&info->language, value);
  else if (g_strcmp0 (field, "title") == 0)
    take (&info->title, value);
  else if (g_strcmp0 (field, "kind") == 0)
    ent_statement_kind_from_id (value, &info->kind);
}

/* What the user says of a statement, of what was said since it, or the field, was last restored. */
#define CORRECTIONS                                                                                                  \
  "SELECT c.field, c.after FROM changes c JOIN change_groups g ON g.number = c.change_group"                         \
  " WHERE c.target = (SELECT id FROM statements WHERE number = ?1) AND g.state = 'done' AND c.of_statement = 1"      \
  " AND c.action = 'edit-statement' AND c.number > coalesce ((SELECT max (r.number) FROM changes r"                  \
  "   JOIN change_groups h ON h.number = r.change_group WHERE r.target = c.target AND h.state = 'done'"              \
  "   AND r.of_statement = 1 AND r.action = 'restore-statement'), 0) AND NOT EXISTS (SELECT 1 FROM changes l"          \
  "   JOIN change_groups k ON k.number = l.change_group WHERE l.target = c.target AND k.state = 'done'"              \
  "   AND l.action = c.action AND l.field = c.field AND l.after IS NULL AND l.number >= c.number) ORDER BY c.number"

/* Gives what is known of a statement, whose strings are owned, what the user says of it. */
static gboolean
correct_info (EntArchive        *archive,
              gint64             number,
              EntStatementInfo  *info,
              GError           **error)
{
  EntQuery *query = ent_database_query (archive->database, CORRECTIONS, error);
  g_autoptr (GError) failure = NULL;

  if (query == NULL)
    return FALSE;
  ent_query_bind_number (query, 1, number);
  while (ent_query_next (query, &failure))
    correct_field (info, ent_query_get_text (query, 0), ent_query_get_text (query, 1));
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * ent_archive_is_corrected:
 * @archive: an archive
 * @number: a statement's row
 * @field: a field's id
 * @corrected: (out): whether it has the user's value
 * @error: where to say what failed
 *
 * Returns: whether that could be told
 */
gboolean
ent_archive_is_corrected (EntArchive  *archive,
                          gint64       number,
                          const char  *field,
                          gboolean    *corrected,
                          GError     **error)
{
  EntQuery *query = ent_database_query (archive->database, CORRECTIONS, error);
  g_autoptr (GError) failure = NULL;

  *corrected = FALSE;
  if (query == NULL)
    return FALSE;
  ent_query_bind_number (query, 1, number);
  while (ent_query_next (query, &failure))
    *corrected |= g_strcmp0 (ent_query_get_text (query, 0), field) == 0;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * ent_archive_tell_missing:
 * @number: a statement's row
 * @error: where to say that something of it is not there; left as it is if it says already what failed
 */
void
ent_archive_tell_missing (gint64   number,
                          GError **error)
{
  if (error != NULL && *error == NULL)
    g_set_error (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_CORRUPT,
                 "is damaged: what its statement %" G_GINT64_FORMAT " says is missing", number);
}

/**
 * ent_archive_read_one:
 * @archive: an archive
 * @number: a statement's row
 * @error: where to say what failed
 *
 * Returns: (transfer full) (nullable): the statement as it was read, with its text: whoever writes does not wait for a
 *   connection that only reads
 */
EntStatement *
ent_archive_read_one (EntArchive  *archive,
                      gint64       number,
                      GError     **error)
{
  EntQuery *query = ent_database_query (archive->database,
                                        "SELECT number, id, file, title, date, date_basis, language, issuer,"
                                        " issuing_body, published_by, url, retrieved, citation_key, version_of, kind,"
                                        " sha256, bytes, characters, furniture, pages, date_is_of_file, text"
                                        " FROM statements JOIN texts ON statement = number WHERE number = ?1",
                                        error);
  g_autoptr (EntStatement) deferred = NULL;
  EntStatement *statement = NULL;

  if (query == NULL)
    return NULL;
  ent_query_bind_number (query, 1, number);
  if (!ent_query_next (query, error))
    ent_archive_tell_missing (number, error);
  else if ((deferred = ent_archive_read_statement (archive, query, 0, error)) != NULL)
    {
      gsize length, n;
      gconstpointer text = ent_query_get_blob (query, 21, &length);
      g_autoptr (GBytes) bytes = g_bytes_new (text, length);
      const EntSpan *furniture = ent_statement_get_furniture (deferred, &n);
      g_autoptr (GArray) pages = read_pages (ent_query_get_text (query, 19), length);

      /* What was found in it leads into the text that came in, and no other. */
      if (length == ent_statement_get_n_bytes (deferred) && ent_utf8_are_valid (text, length))
        statement = ent_statement_new_paged (bytes, ent_statement_get_info (deferred), furniture, n, pages);
      else
        g_set_error (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_CORRUPT,
                     "is damaged: the text of “%s” is not the one that came in",
                     ent_statement_get_info (deferred)->id);
    }
  ent_query_end (query);
  return statement;
}

/* The statement as it was read, but as the user corrects it. */
static EntStatement *
read_corrected (EntArchive        *archive,
                gint64             number,
                EntStatementInfo  *info,
                GError           **error)
{
  g_autoptr (EntStatement) statement = ent_archive_read_one (archive, number, error);

  if (statement == NULL)
    return NULL;
  ent_statement_info_copy (ent_statement_get_info (statement), info);
  if (!correct_info (archive, number, info, error))
    return NULL;
  return ent_statement_with_info (statement, info);
}

/**
 * ent_archive_parse_again:
 * @archive: an archive that has begun a change
 * @number: a statement's row
 * @error: where to say what failed
 *
 * Finds anew what a statement says, by what the user says of its date, issuer, language and kind.
 *
 * Returns: whether it was written
 */
gboolean
ent_archive_parse_again (EntArchive  *archive,
                         gint64       number,
                         GError     **error)
{
  const char *version = ent_archive_get_parser_version (archive);
  EntStatementInfo info = { NULL };
  g_autoptr (EntStatement) statement = read_corrected (archive, number, &info, error);
  g_autoptr (EntParsed) parsed = NULL;

  ent_statement_info_clear (&info);
  if (statement == NULL)
    return FALSE;
  parsed = ent_parser_parse (archive->parser, statement, ENT_PARSE_EVENTS);
  /* The user's word is final, also where the parser would have put in more. */
  ent_statement_info_copy (ent_statement_get_info (parsed->statement), &info);
  if (correct_info (archive, number, &info, error))
    {
      EntStatement *told = ent_statement_with_info (parsed->statement, &info);

      ent_statement_unref (parsed->statement);
      parsed->statement = told;
      ent_statement_info_clear (&info);
      return ent_archive_put_parse (archive, number, parsed, version, error);
    }
  ent_statement_info_clear (&info);
  return FALSE;
}

/**
 * ent_archive_each_statement:
 * @archive: an archive
 * @func: takes each statement as it was read and as the user corrects it, in the order in which they came
 * @data: handed to @func
 * @error: where to say what failed
 *
 * Returns: whether all were read, or @func wanted no more
 */
gboolean
ent_archive_each_statement (EntArchive               *archive,
                            EntArchiveStatementFunc   func,
                            gpointer                  data,
                            GError                  **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  g_autoptr (GArray) numbers = NULL;
  g_autoptr (GError) failure = NULL;
  EntQuery *query;

  g_return_val_if_fail (archive != NULL && archive->database != NULL && func != NULL, FALSE);

  locker = ent_archive_lock (archive);
  query = ent_database_query (archive->database, "SELECT number FROM shown_statements ORDER BY number", error);
  numbers = query != NULL ? ent_query_new_numbers (query, error) : NULL;
  if (numbers == NULL)
    return FALSE;
  for (guint i = 0; failure == NULL && i < numbers->len; i++)
    {
      EntStatementInfo info = { NULL };
      EntStatement *statement = read_corrected (archive, g_array_index (numbers, gint64, i), &info, &failure);

      ent_statement_info_clear (&info);
      if (statement != NULL && !func (statement, data))
        break;
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
