/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/archive-import.h"

#include <string.h>

#include "base/ordered-pool.h"
#include "model/archive-private.h"
#include "model/statement-line.h"
#include "read/measure.h"

/* What has come in is on the disk after so many statements, or so many microseconds. */
#define MOST_OPEN_STATEMENTS 256
#define MOST_OPEN_TIME (G_USEC_PER_SEC / 2)

/*
 * Statements go from the reader to the workers and come back parsed in the same order; what an archive has already, or
 * what brings along what it says, is not parsed.
 *
 *     reader ──► held? ──► pool ══► parser ══► pool ──► held? ──► file
 */
typedef struct
{
  EntArchive *archive;
  EntOrderedPool *pool;
  GCancellable *cancellable;
  EntLoadProgress done;
  guint64 n_bytes_before; /* of the files that were read to their end */
  gint64 start;           /* in microseconds */
  EntLoadProgressFunc progress;
  gpointer data;
  EntImportReport *report;
  const char *version; /* the parser's */
  gint64 group;  /* of changes, 0 until the first statement comes in */
  gint64 first;  /* row of the first that came in */
  guint n_open;
  gint64 opened; /* when the change began that is not on the disk yet; 0 if there is none */
  GError *error; /* the archive could not be written */
} Import;

static void
changed_text_free (gpointer data)
{
  EntChangedText *changed = data;

  g_free (changed->id);
  g_free (changed->earlier);
  g_free (changed);
}

static EntImportReport *
report_new (void)
{
  EntImportReport *report = g_new0 (EntImportReport, 1);

  report->changed = g_ptr_array_new_with_free_func (changed_text_free);
  report->gained = g_ptr_array_new_with_free_func (g_free);
  report->challenged = g_ptr_array_new_with_free_func (g_free);
  report->failures = ent_load_failures_new ();
  report->warnings = ent_load_failures_new ();
  return report;
}

/**
 * ent_import_report_free:
 * @report: (nullable): what an import brought
 */
void
ent_import_report_free (EntImportReport *report)
{
  if (report == NULL)
    return;
  g_ptr_array_unref (report->changed);
  g_ptr_array_unref (report->gained);
  g_ptr_array_unref (report->challenged);
  g_ptr_array_unref (report->failures);
  g_ptr_array_unref (report->warnings);
  g_free (report);
}

/* Whether the same text came with the same id before, and is shown. One that is not shown any more comes in again. */
static gboolean
is_held (Import             *import,
         const EntStatement *statement,
         gint64             *number)
{
  EntQuery *query = ent_database_query (import->archive->database,
                                        "SELECT s.number, EXISTS (SELECT 1 FROM shown_statements t"
                                        " WHERE t.number = s.number) FROM statements s"
                                        " WHERE s.given_id = ?1 AND s.sha256 = ?2",
                                        NULL);
  gboolean held = FALSE;

  *number = 0;
  if (query == NULL)
    return FALSE;
  ent_query_bind_text (query, 1, ent_statement_get_info (statement)->id);
  ent_query_bind_text (query, 2, ent_statement_get_sha256 (statement));
  if (ent_query_next (query, NULL))
    {
      *number = ent_query_get_number (query, 0);
      held = ent_query_get_number (query, 1) != 0;
    }
  ent_query_end (query);
  return held;
}

/* The statement that had the address, or the id, with another text; the last one if there were several. */
static gint64
find_earlier (Import              *import,
              const EntStatement  *statement,
              char               **id)
{
  const EntStatementInfo *info = ent_statement_get_info (statement);
  EntQuery *query = ent_database_query (import->archive->database,
                                        "SELECT number, id FROM statements WHERE (url = ?1 OR given_id = ?2)"
                                        " AND sha256 <> ?3 ORDER BY number DESC LIMIT 1",
                                        NULL);
  gint64 number = 0;

  *id = NULL;
  if (query == NULL)
    return 0;
  ent_query_bind_text (query, 1, info->url);
  ent_query_bind_text (query, 2, info->id);
  ent_query_bind_text (query, 3, ent_statement_get_sha256 (statement));
  if (ent_query_next (query, NULL))
    {
      number = ent_query_get_number (query, 0);
      *id = g_strdup (ent_query_get_text (query, 1));
    }
  ent_query_end (query);
  return number;
}

/* An id that no statement has: the given one, or with the first free number. */
static char *
find_free_id (Import     *import,
              const char *id)
{
  g_autofree char *free_id = g_strdup (id);

  for (guint number = 2; ent_archive_find_statement (import->archive, free_id, NULL) != 0; number++)
    {
      g_free (free_id);
      free_id = g_strdup_printf ("%s#%u", id, number);
    }
  return g_steal_pointer (&free_id);
}

/* Of an archive whose index is behind, it catches up when somebody searches. */
static gboolean
index_new (Import *import)
{
  guint n = 1;

  while (n > 0 && ent_archive_get_indexed (import->archive) + 1 >= import->first)
    if (!ent_archive_index_next (import->archive, &n, &import->error))
      return FALSE;
  return TRUE;
}

static gboolean
close_change (Import *import)
{
  EntQuery *query;

  if (import->opened == 0)
    return TRUE;
  import->opened = 0;
  import->n_open = 0;
  query = ent_database_query (import->archive->database, "UPDATE change_groups SET n = ?1 WHERE number = ?2",
                              &import->error);
  if (query != NULL)
    {
      ent_query_bind_number (query, 1, import->report->n_new);
      ent_query_bind_number (query, 2, import->group);
      if (ent_query_run (query, &import->error) && index_new (import)
          && ent_archive_bump_generation (import->archive, &import->error))
        return ent_archive_commit (import->archive, &import->error);
    }
  ent_archive_rollback (import->archive);
  return FALSE;
}

static gboolean
open_change (Import *import)
{
  if (import->opened != 0)
    return TRUE;
  if (!ent_archive_begin (import->archive, &import->error))
    return FALSE;
  if (import->group == 0)
    import->group = ent_archive_log_group (import->archive, "import", NULL, 0, &import->error);
  if (import->group == 0)
    {
      ent_archive_rollback (import->archive);
      return FALSE;
    }
  import->opened = g_get_monotonic_time ();
  return TRUE;
}

/* A statement whose import was undone, or that was removed, is there again. */
static gboolean
bring_back (Import *import,
            gint64  number)
{
  EntQuery *query = ent_database_query (import->archive->database,
                                        "UPDATE statements SET import = ?1 WHERE number = ?2", &import->error);

  if (query == NULL)
    return FALSE;
  ent_query_bind_number (query, 1, import->group);
  ent_query_bind_number (query, 2, number);
  return ent_query_run (query, &import->error);
}

/* What the parser was given and what it made of it, under the id that is free. */
static void
rename_parsed (EntParsed  *parsed,
               const char *id)
{
  EntStatementInfo info = { NULL };
  EntStatement *renamed;

  if (strcmp (ent_statement_get_info (parsed->statement)->id, id) == 0)
    return;
  ent_statement_info_copy (ent_statement_get_info (parsed->statement), &info);
  g_free (info.id);
  info.id = g_strdup (id);
  renamed = ent_statement_with_info (parsed->statement, &info);
  ent_statement_info_clear (&info);
  ent_statement_unref (parsed->statement);
  parsed->statement = renamed;
}

static gboolean
insert (Import           *import,
        EntStatementLine *item,
        gint64           *number)
{
  const char *given_id = ent_statement_get_info (item->read)->id;
  g_autofree char *id = find_free_id (import, given_id);
  g_autofree char *earlier_id = NULL;
  gint64 earlier = find_earlier (import, item->read, &earlier_id);
  EntStatementInfo info = { NULL };
  g_autoptr (EntStatement) statement = NULL;

  if (earlier != 0)
    {
      EntChangedText *changed = g_new0 (EntChangedText, 1);

      changed->id = g_strdup (id);
      changed->earlier = g_steal_pointer (&earlier_id);
      g_ptr_array_add (import->report->changed, changed);
    }
  ent_statement_info_copy (ent_statement_get_info (item->read), &info);
  g_free (info.id);
  info.id = g_strdup (id);
  statement = ent_statement_with_info (item->read, &info);
  ent_statement_info_clear (&info);
  rename_parsed (item->parsed, id);
  return ent_archive_insert_statement (import->archive, statement, given_id, import->group, earlier, number,
                                       &import->error)
         && ent_archive_put_parse (import->archive, *number, item->parsed,
                                   item->parser != NULL ? item->parser : import->version, &import->error);
}

static void
store_item (Import           *import,
            EntStatementLine *item)
{
  gint64 number;

  /* Twice in one import, so that the first one was not there yet when it was looked for. */
  if (is_held (import, item->read, &number))
    {
      import->report->n_held++;
      return;
    }
  if (!open_change (import))
    return;
  if (number != 0 ? !bring_back (import, number) : !insert (import, item, &number))
    {
      import->opened = 0;
      ent_archive_rollback (import->archive);
      return;
    }
  import->first = import->first == 0 ? number : MIN (import->first, number);
  import->report->n_new++;
  import->report->n_parsed += item->parser == NULL;
  if (++import->n_open >= MOST_OPEN_STATEMENTS || g_get_monotonic_time () - import->opened > MOST_OPEN_TIME)
    close_change (import);
}

static gpointer
parse_cb (gpointer item,
          gpointer data)
{
  const Import *import = data;
  EntStatementLine *line = item;

  if (line->parsed == NULL && !g_cancellable_is_cancelled (import->cancellable))
    line->parsed = ent_parser_parse (import->archive->parser, line->read, ENT_PARSE_EVENTS);
  return line;
}

static void
report_progress (Import *import)
{
  ent_load_progress_reckon (&import->done, import->start);
  if (import->progress != NULL)
    import->progress (&import->done, import->data);
}

/* More of the file that is being read. A file that grows, or that lists name, does not make the sum wrong. */
static void
on_bytes (gsize    n,
          gpointer data)
{
  Import *import = data;

  import->done.n_bytes_done = MIN (import->done.n_bytes_done + n, import->done.n_bytes);
}

static void
on_file (gsize    size,
         gpointer data)
{
  Import *import = data;

  import->n_bytes_before = MIN (import->n_bytes_before + size, import->done.n_bytes);
  import->done.n_bytes_done = import->n_bytes_before;
  import->done.n_files_done = MIN (import->done.n_files_done + 1, import->done.n_files);
  report_progress (import);
}

static void
on_parsed (gpointer result,
           gpointer data)
{
  Import *import = data;
  EntStatementLine *item = result;

  if (item->parsed != NULL && import->error == NULL)
    {
      import->done.n_statements++;
      import->done.n_mentions += item->parsed->mentions->len;
      store_item (import, item);
      report_progress (import);
    }
  ent_statement_line_clear (item);
  g_free (item);
}

static gboolean
goes_on (const Import *import)
{
  return import->error == NULL && !g_cancellable_is_cancelled (import->cancellable);
}

/* Takes what @item holds over. */
static void
push (Import           *import,
      EntStatementLine  item)
{
  gint64 number;

  if (is_held (import, item.read, &number))
    {
      import->report->n_held++;
      ent_statement_line_clear (&item);
      return;
    }
  ent_ordered_pool_push (import->pool, g_memdup2 (&item, sizeof item));
}

static gboolean
on_statement (EntStatement *statement,
              gpointer      data)
{
  push (data, (EntStatementLine) { .read = statement });
  return goes_on (data);
}

static void
on_failure (const char   *file,
            const GError *error,
            gpointer      data)
{
  Import *import = data;

  ent_load_failures_add (import->report->failures, file, g_strdup (error->message));
  import->done.n_failed++;
}

static gboolean
on_line (const char  *file,
         const char  *line,
         gsize        length,
         gpointer     data,
         GError     **error)
{
  Import *import = data;
  EntStatementLine item;

  if (!ent_statement_line_is (line, length))
    return FALSE;
  if (ent_statement_line_parse (line, length, file, ent_parser_get_vocabulary (import->archive->parser), &item, error))
    push (import, item);
  return TRUE;
}

/* An archive gives its statements; what people said of its events is brought in by a merge of corrections. */
static gboolean
on_archive (const char *path,
            gpointer    data)
{
  Import *import = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntArchive) other = NULL;

  if (g_strcmp0 (path, import->archive->path) == 0)
    return TRUE;
  other = ent_archive_open (path, import->archive->parser, ENT_ARCHIVE_OPEN_READ, &error);
  if (other == NULL || !ent_archive_each_statement (other, on_statement, import, &error))
    on_failure (path, error, import);
  return goes_on (import);
}

static void
read_all (Import               *import,
          const char * const   *paths,
          const EntReadOptions *options,
          guint                 n_jobs)
{
  const EntReadHooks hooks = {
    .archive = on_archive,
    .line = on_line,
    .bytes = on_bytes,
    .file = on_file,
    .data = import,
  };
  EntReadOptions own = *options;

  own.hooks = &hooks;
  import->start = g_get_monotonic_time ();
  for (gsize i = 0; paths[i] != NULL; i++)
    ent_reader_measure (paths[i], options, &import->done.n_files, &import->done.n_bytes, import->cancellable);
  import->pool = ent_ordered_pool_new (n_jobs, parse_cb, on_parsed, import);
  for (gsize i = 0; paths[i] != NULL && goes_on (import); i++)
    ent_reader_read_path (paths[i], &own, on_statement, on_failure, import, import->cancellable);
  ent_ordered_pool_finish (g_steal_pointer (&import->pool));
  if (import->error == NULL)
    close_change (import);
}

/* The events that were told before and are told by a new statement too, and those of which a person's word and what is
 * told now part. */
static void
report_events (Import        *import,
               EntEventStore *before,
               EntEventStore *after)
{
  guint n = ent_event_store_get_n_events (after);

  for (guint32 row = 0; row < n; row++)
    {
      const char *id = ent_event_store_get_id (after, row);
      gboolean is_new = FALSE, is_old = FALSE;
      guint32 old_row;

      for (guint i = 0; i < ent_event_store_get_n_accounts (after, row); i++)
        {
          EntAccount account;

          ent_event_store_get_account (after, row, i, &account);
          if (g_array_index (import->archive->numbers, gint64, account.statement) >= import->first)
            is_new = TRUE;
          else
            is_old = TRUE;
        }
      if (is_new && is_old)
        g_ptr_array_add (import->report->gained, g_strdup (id));
      if (ent_event_store_is_challenged (after, row)
          && (!ent_event_store_find_id (before, id, &old_row) || !ent_event_store_is_challenged (before, old_row)))
        g_ptr_array_add (import->report->challenged, g_strdup (id));
    }
}

/**
 * ent_archive_import:
 * @archive: an archive
 * @paths: (array zero-terminated=1): files, folders, archives, and "-"
 * @options: how to read
 * @n_jobs: worker threads
 * @progress: (nullable): is told how far it has come
 * @data: handed to @progress
 * @cancellable: (nullable): to stop it; what has come in stays
 * @error: where to say why the archive cannot be written
 *
 * Appends statements. What is there already, with the same id and text, is passed over, so that an import that was
 * stopped, by whatever, goes on where it was when it is run again. Lines that bring along what their statement says are
 * not parsed.
 *
 * Returns: (transfer full) (nullable): what came in
 */
EntImportReport *
ent_archive_import (EntArchive            *archive,
                    const char * const    *paths,
                    const EntReadOptions  *options,
                    guint                  n_jobs,
                    EntLoadProgressFunc    progress,
                    gpointer               data,
                    GCancellable          *cancellable,
                    GError               **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  g_autoptr (EntImportReport) report = report_new ();
  g_autoptr (EntEventStore) before = NULL;
  g_autoptr (EntEventStore) after = NULL;
  Import import = {
    .archive = archive,
    .cancellable = cancellable,
    .progress = progress,
    .data = data,
    .report = report,
  };

  g_return_val_if_fail (archive != NULL && archive->database != NULL && paths != NULL && options != NULL, NULL);

  locker = ent_archive_lock (archive);
  /* What cannot be kept need not be read. */
  if (!ent_archive_begin (archive, error))
    return NULL;
  ent_archive_rollback (archive);
  before = ent_archive_load (archive, 0, error);
  if (before == NULL)
    return NULL;
  import.version = ent_archive_get_parser_version (archive);
  read_all (&import, paths, options, MAX (n_jobs, 1));
  if (import.error != NULL)
    {
      g_propagate_error (error, import.error);
      return NULL;
    }
  if (import.first == 0)
    return g_steal_pointer (&report);
  after = ent_archive_load (archive, 0, error);
  if (after == NULL)
    return NULL;
  report_events (&import, before, after);
  return g_steal_pointer (&report);
}
