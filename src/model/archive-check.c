/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/archive-check.h"

#include <string.h>

#include "model/archive-private.h"

/* More of one sort are not listed. */
#define MOST_PROBLEMS 100

/**
 * ent_archive_check_clear:
 * @check: what was found, whose strings are given back
 */
void
ent_archive_check_clear (EntArchiveCheck *check)
{
  g_return_if_fail (check != NULL);

  g_clear_pointer (&check->parsers, g_strfreev);
  g_clear_pointer (&check->problems, g_ptr_array_unref);
}

/* Takes @problem over. */
static void
add_problem (EntArchiveCheck *check,
             char            *problem)
{
  if (check->problems->len < MOST_PROBLEMS)
    g_ptr_array_add (check->problems, problem);
  else
    g_free (problem);
}

static void
check_pages (EntArchive      *archive,
             EntArchiveCheck *check)
{
  static const char * const checks[] = { "PRAGMA integrity_check", "PRAGMA foreign_key_check" };

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autoptr (GError) failure = NULL;
      EntQuery *query = ent_database_query (archive->database, checks[i], &failure);

      while (query != NULL && ent_query_next (query, &failure))
        if (g_strcmp0 (ent_query_get_text (query, 0), "ok") != 0)
          add_problem (check, g_strdup_printf ("%s: %s", i == 0 ? "pages" : "rows without what they refer to",
                                               ent_query_get_text (query, 0)));
      if (failure != NULL)
        add_problem (check, g_strdup (failure->message));
    }
}

/* Every text is the one that came in. */
static void
check_texts (EntArchive      *archive,
             EntArchiveCheck *check)
{
  g_autoptr (GError) failure = NULL;
  EntQuery *query = ent_database_query (archive->database,
                                        "SELECT s.id, s.sha256, s.bytes, t.text FROM statements s"
                                        " LEFT JOIN texts t ON t.statement = s.number ORDER BY s.number",
                                        &failure);

  while (query != NULL && ent_query_next (query, &failure))
    {
      gsize length;
      gconstpointer text = ent_query_get_blob (query, 3, &length);
      g_autofree char *digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, length > 0 ? text : &length, length);

      if ((gint64) length != ent_query_get_number (query, 2) || g_strcmp0 (digest, ent_query_get_text (query, 1)) != 0)
        add_problem (check, g_strdup_printf ("statement “%s”: its text is not the one that came in",
                                             ent_query_get_text (query, 0)));
    }
  if (failure != NULL)
    add_problem (check, g_strdup (failure->message));
}

static gboolean
count (EntArchive       *archive,
       EntArchiveCheck  *check,
       GError          **error)
{
  return ent_database_get_number (archive->database, "SELECT count (*) FROM shown_statements", &check->n_statements,
                                  error)
         && ent_database_get_number (archive->database,
                                     "SELECT (SELECT count (*) FROM statements) - (SELECT count (*)"
                                     " FROM shown_statements)",
                                     &check->n_removed, error)
         && ent_database_get_number (archive->database,
                                     "SELECT count (*) FROM changes c JOIN change_groups g ON g.number = c.change_group"
                                     " WHERE g.state = 'done' AND c.action IN ('edit', 'review', 'restore', 'apart',"
                                     " 'hide', 'merge', 'split', 'add', 'edit-statement', 'restore-statement',"
                                     " 'remove-statement')",
                                     &check->n_corrections, error);
}

static gboolean
list_parsers (EntArchive       *archive,
              EntArchiveCheck  *check,
              GError          **error)
{
  g_autoptr (GStrvBuilder) parsers = g_strv_builder_new ();
  g_autoptr (GError) failure = NULL;
  /* In a damaged file a value may be missing that the schema asks for. */
  EntQuery *query = ent_database_query (archive->database,
                                        "SELECT DISTINCT coalesce (parser, '') FROM parses ORDER BY 1", error);

  if (query == NULL)
    return FALSE;
  while (ent_query_next (query, &failure))
    g_strv_builder_add (parsers, ent_query_get_text (query, 0));
  check->parsers = g_strv_builder_end (parsers);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static void
count_events (EntArchive      *archive,
              EntArchiveCheck *check)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (EntEventStore) store = ent_archive_load (archive, ENT_ARCHIVE_WITH_REJECTED, &failure);
  const EntEventColumns *columns;

  if (store == NULL)
    {
      add_problem (check, g_strdup (failure->message));
      return;
    }
  columns = ent_event_store_get_columns (store);
  for (guint32 row = 0; row < columns->n; row++)
    {
      check->n_events += columns->review[row] != ENT_REVIEW_REJECTED;
      check->n_rejected += columns->review[row] == ENT_REVIEW_REJECTED;
      check->n_reviewed += columns->review[row] == ENT_REVIEW_ACCEPTED || columns->review[row] == ENT_REVIEW_EDITED;
    }
  check->n_orphans = archive->n_orphans;
}

/**
 * ent_archive_check:
 * @archive: an archive
 * @check: (out): what it holds and what is wrong
 * @error: where to say why it cannot be asked at all
 *
 * Looks at every page, at every text's digest and at what every statement says.
 *
 * Returns: whether it could; the archive is whole if @check has no problems then
 */
gboolean
ent_archive_check (EntArchive       *archive,
                   EntArchiveCheck  *check,
                   GError          **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;

  g_return_val_if_fail (archive != NULL && archive->database != NULL && check != NULL, FALSE);

  locker = ent_archive_lock (archive);
  *check = (EntArchiveCheck) { .version = archive->version };
  check->problems = g_ptr_array_new_with_free_func (g_free);
  if (!count (archive, check, error) || !list_parsers (archive, check, error))
    {
      ent_archive_check_clear (check);
      return FALSE;
    }
  check_pages (archive, check);
  check_texts (archive, check);
  count_events (archive, check);
  return TRUE;
}

/**
 * ent_archive_each_line:
 * @archive: an archive
 * @func: takes each statement that is shown, by id
 * @data: handed to @func
 * @error: where to say what failed
 *
 * Returns: whether all were read, or @func wanted no more
 */
gboolean
ent_archive_each_line (EntArchive          *archive,
                       EntArchiveLineFunc   func,
                       gpointer             data,
                       GError             **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  g_autoptr (GError) failure = NULL;
  gboolean go_on = TRUE;
  EntQuery *query;

  g_return_val_if_fail (archive != NULL && archive->database != NULL && func != NULL, FALSE);

  locker = ent_archive_lock (archive);
  query = ent_database_query (archive->database,
                              "SELECT s.number, coalesce (p.parser, '') FROM shown_statements s JOIN parses p"
                              " ON p.statement = s.number ORDER BY s.id",
                              error);
  if (query == NULL)
    return FALSE;
  while (go_on && ent_query_next (query, &failure))
    {
      gint64 number = ent_query_get_number (query, 0);
      g_autoptr (EntStatement) read = ent_archive_read_one (archive, number, &failure);
      g_autoptr (EntParsed) parsed = read != NULL ? ent_archive_read_parse (archive, number, &failure) : NULL;

      go_on = parsed != NULL && func (read, parsed, ent_query_get_text (query, 1), data);
    }
  ent_query_end (query);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * ent_archive_each_change:
 * @archive: an archive
 * @func: takes each change of events and statements that holds, in the order in which they were made
 * @data: handed to @func
 * @error: where to say what failed
 *
 * Returns: whether all were read
 */
gboolean
ent_archive_each_change (EntArchive            *archive,
                         EntArchiveChangeFunc   func,
                         gpointer               data,
                         GError               **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  g_autoptr (GError) failure = NULL;
  EntQuery *query;

  g_return_val_if_fail (archive != NULL && archive->database != NULL && func != NULL, FALSE);

  locker = ent_archive_lock (archive);
  query = ent_database_query (archive->database,
                              "SELECT g.coder, c.action, c.target, c.field, c.after, c.note FROM changes c"
                              " JOIN change_groups g ON g.number = c.change_group WHERE g.state = 'done'"
                              " ORDER BY c.number",
                              error);
  if (query == NULL)
    return FALSE;
  while (ent_query_next (query, &failure))
    func (ent_query_get_text (query, 0), ent_query_get_text (query, 1), ent_query_get_text (query, 2),
          ent_query_get_text (query, 3), ent_query_get_text (query, 4), ent_query_get_text (query, 5), data);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
