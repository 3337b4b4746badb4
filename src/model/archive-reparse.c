/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "model/archive-import.h"
#include "model/archive-private.h"
#include "model/archive-snapshots.h"
#include "model/event-values.h"

/* As many statements are parsed anew in one change: what has been done stays when it is stopped. */
#define PIECE 64

/* Of as many events one is told what changed. */
#define MOST_TOLD 500

static EntQuery *
ask_outdated (EntArchive  *archive,
              const char  *sql,
              GError     **error)
{
  EntQuery *query = ent_database_query (archive->database, sql, error);

  if (query != NULL)
    ent_query_bind_text (query, 1, ent_archive_get_parser_version (archive));
  return query;
}

/**
 * ent_archive_count_outdated:
 * @archive: an archive
 *
 * Returns: how many statements were parsed by other words or rules than those that are in use
 */
guint
ent_archive_count_outdated (EntArchive *archive)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  EntQuery *query;
  guint n = 0;

  g_return_val_if_fail (archive != NULL && archive->database != NULL, 0);

  locker = ent_archive_lock (archive);
  query = ask_outdated (archive, "SELECT count (*) FROM parses WHERE parser IS NOT ?1", NULL);
  if (query == NULL)
    return 0;
  if (ent_query_next (query, NULL))
    n = (guint) ent_query_get_number (query, 0);
  ent_query_end (query);
  return n;
}

static GArray *
list_piece (EntArchive  *archive,
            GError     **error)
{
  EntQuery *query = ask_outdated (archive,
                                  "SELECT statement FROM parses WHERE parser IS NOT ?1 ORDER BY statement LIMIT ?2",
                                  error);

  if (query == NULL)
    return NULL;
  ent_query_bind_number (query, 2, PIECE);
  return ent_query_new_numbers (query, error);
}

/* All pieces that say something else are one change, as long as nobody undoes it meanwhile. */
static gboolean
log_piece (EntArchive    *archive,
           gint64        *group,
           GPtrArray     *changed,
           const GArray  *numbers,
           GError       **error)
{
  EntQuery *query;

  if (*group == 0)
    *group = ent_archive_log_group (archive, "reparse", NULL, changed->len, error);
  else
    {
      query = ent_database_query (archive->database, "UPDATE change_groups SET n = n + ?2 WHERE number = ?1", error);
      if (query == NULL)
        return FALSE;
      ent_query_bind_number (query, 1, *group);
      ent_query_bind_number (query, 2, changed->len);
      if (!ent_query_run (query, error))
        return FALSE;
    }
  if (*group == 0)
    return FALSE;
  for (guint i = 0; i < changed->len; i++)
    if (!ent_archive_keep_former (archive, *group, g_array_index (numbers, gint64, i),
                                  g_ptr_array_index (changed, i), TRUE, error))
      return FALSE;
  return TRUE;
}

static void
former_free (gpointer data)
{
  ent_former_clear (data);
  g_free (data);
}

/* Parses one statement anew, and tells what it said, if that was something else. */
static gboolean
parse_one (EntArchive  *archive,
           gint64       number,
           EntFormer  **changed,
           GError     **error)
{
  g_auto (EntFormer) before = { { NULL } };
  g_auto (EntFormer) after = { { NULL } };

  *changed = NULL;
  if (!ent_archive_read_former (archive, number, &before, error) || !ent_archive_parse_again (archive, number, error)
      || !ent_archive_read_former (archive, number, &after, error))
    return FALSE;
  if (ent_former_equal (&before, &after))
    return TRUE;
  *changed = g_new (EntFormer, 1);
  **changed = before;
  before = (EntFormer) { { NULL } };
  return TRUE;
}

static gboolean
parse_numbers (EntArchive        *archive,
               const GArray      *numbers,
               gint64            *group,
               EntReparseReport  *report,
               GError           **error)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (former_free);
  g_autoptr (GArray) of = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < numbers->len; i++)
    {
      gint64 number = g_array_index (numbers, gint64, i);
      EntFormer *former;

      if (!parse_one (archive, number, &former, error))
        return FALSE;
      if (former == NULL)
        continue;
      g_ptr_array_add (changed, former);
      g_array_append_val (of, number);
    }
  if (changed->len > 0 && !log_piece (archive, group, changed, of, error))
    return FALSE;
  report->n_parsed += numbers->len;
  report->n_changed += changed->len;
  return ent_archive_bump_generation (archive, error);
}

static gboolean
parse_piece (EntArchive        *archive,
             const GArray      *numbers,
             gint64            *group,
             EntReparseReport  *report,
             GError           **error)
{
  return ent_archive_begin (archive, error)
         && ent_archive_end_group (archive, parse_numbers (archive, numbers, group, report, error), error);
}

/* Whoever undid meanwhile what was done so far does not want the rest. */
static gboolean
was_undone (EntArchive *archive,
            gint64      group)
{
  EntQuery *query = ent_database_query (archive->database,
                                        "SELECT 1 FROM change_groups WHERE number = ?1 AND state <> 'done'", NULL);
  gboolean undone;

  if (query == NULL)
    return FALSE;
  ent_query_bind_number (query, 1, group);
  undone = ent_query_next (query, NULL);
  ent_query_end (query);
  return undone;
}

static gboolean
is_told_alike (const EntEventStore *before,
               guint32              old_row,
               const EntEventStore *after,
               guint32              row)
{
  if (ent_event_store_get_n_accounts (before, old_row) != ent_event_store_get_n_accounts (after, row))
    return FALSE;
  for (guint i = 0; i < ENT_N_EVENT_VALUES; i++)
    {
      g_autofree char *old_value = ent_event_dup_value (before, old_row, 1u << i);
      g_autofree char *value = ent_event_dup_value (after, row, 1u << i);

      if (strcmp (old_value, value) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
compare_stores (EntArchive          *archive,
                const EntEventStore *before,
                const EntEventStore *after,
                EntReparseReport    *report)
{
  guint n_told = 0;

  report->n_events_before = ent_event_store_get_n_events (before);
  report->n_events_after = ent_event_store_get_n_events (after);
  report->n_not_found = archive->n_orphans;
  report->differences = ent_differences_new ();
  for (guint32 row = 0; row < report->n_events_after; row++)
    {
      guint32 old_row;

      report->n_challenged += ent_event_store_is_challenged (after, row);
      if (!ent_event_store_find_id (before, ent_event_store_get_id (after, row), &old_row))
        old_row = ENT_ROW_NONE;
      if (old_row != ENT_ROW_NONE && is_told_alike (before, old_row, after, row))
        report->n_kept++;
      else if (n_told++ < MOST_TOLD)
        ent_differences_add (report->differences, before, old_row, after, row);
    }
  for (guint32 row = 0; row < report->n_events_before && n_told < MOST_TOLD; row++)
    if (!ent_event_store_find_id (after, ent_event_store_get_id (before, row), NULL))
      {
        n_told++;
        ent_differences_add (report->differences, before, row, after, ENT_ROW_NONE);
      }
  ent_differences_sort (report->differences);
}

/**
 * ent_reparse_report_clear:
 * @report: what a new parse changed
 */
void
ent_reparse_report_clear (EntReparseReport *report)
{
  g_clear_pointer (&report->differences, g_array_unref);
}

/**
 * ent_archive_reparse:
 * @archive: an archive
 * @progress: (nullable): is told how far it has come
 * @data: handed to @progress
 * @cancellable: (nullable): to stop it; what was parsed anew stays so, and the rest as it was
 * @report: (out): what changed
 * @error: where to say why it could not
 *
 * Parses anew what was parsed by other words or rules. What people have said of events is found again by the sentences
 * that tell these, and stays. It is one change that can be undone; where nothing is said otherwise, none.
 *
 * Returns: whether it did, or was stopped
 */
gboolean
ent_archive_reparse (EntArchive           *archive,
                     EntLoadProgressFunc   progress,
                     gpointer              data,
                     GCancellable         *cancellable,
                     EntReparseReport     *report,
                     GError              **error)
{
  g_autoptr (EntEventStore) before = NULL;
  g_autoptr (EntEventStore) after = NULL;
  EntLoadProgress done = { .seconds_left = -1 };
  gint64 start = g_get_monotonic_time ();
  gint64 group = 0;
  gboolean go_on = TRUE;

  g_return_val_if_fail (archive != NULL && archive->database != NULL && report != NULL, FALSE);

  *report = (EntReparseReport) { 0 };
  /* Of statements that are there already one knows how many there are, so these stand for bytes. */
  done.n_files = ent_archive_count_outdated (archive);
  done.n_bytes = done.n_files;
  before = ent_archive_load (archive, 0, error);
  if (before == NULL)
    return FALSE;
  /* Between the pieces others may use the archive. */
  while (go_on && !g_cancellable_is_cancelled (cancellable))
    {
      g_autoptr (GRecMutexLocker) locker = ent_archive_lock (archive);
      g_autoptr (GArray) numbers = list_piece (archive, error);

      if (was_undone (archive, group))
        break;
      if (numbers == NULL || (numbers->len > 0 && !parse_piece (archive, numbers, &group, report, error)))
        return FALSE;
      go_on = numbers->len > 0;
      done.n_files_done = done.n_statements = report->n_parsed;
      done.n_bytes_done = report->n_parsed;
      ent_load_progress_reckon (&done, start);
      if (progress != NULL)
        progress (&done, data);
    }
  after = ent_archive_load (archive, 0, error);
  if (after == NULL)
    return FALSE;
  compare_stores (archive, before, after, report);
  return TRUE;
}
