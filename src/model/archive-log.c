/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/archive-anchor.h"
#include "model/archive-private.h"

/*
 * The history: groups of changes in the order in which they were made, none of which is ever taken out.
 *
 *     done  done  done │ undone  undone          undo moves the bar to the left, redo to the right
 *     done  done  done   dropped dropped  done   what is done next drops what could be redone
 */

/**
 * ent_change_label_clear:
 * @label: a label whose strings are given back
 */
void
ent_change_label_clear (EntChangeLabel *label)
{
  g_return_if_fail (label != NULL);

  g_free (label->action);
  g_free (label->field);
  g_free (label->time);
  g_free (label->coder);
  g_free (label->event);
  *label = (EntChangeLabel) { NULL };
}

static char *
dup_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

/**
 * ent_archive_set_meta:
 * @archive: an archive that has begun a change
 * @key: a key
 * @value: (nullable): its value
 * @error: where to say what failed
 *
 * Returns: whether it was written
 */
gboolean
ent_archive_set_meta (EntArchive  *archive,
                      const char  *key,
                      const char  *value,
                      GError     **error)
{
  EntQuery *query = ent_database_query (archive->database, "REPLACE INTO meta VALUES (?1, ?2)", error);

  if (query == NULL)
    return FALSE;
  ent_query_bind_text (query, 1, key);
  ent_query_bind_text (query, 2, value);
  return ent_query_run (query, error);
}

/**
 * ent_archive_dup_meta:
 * @archive: an archive
 * @key: a key
 * @error: where to say what failed
 *
 * Returns: (transfer full) (nullable): its value, %NULL if it has none
 */
char *
ent_archive_dup_meta (EntArchive  *archive,
                      const char  *key,
                      GError     **error)
{
  EntQuery *query = ent_database_query (archive->database, "SELECT value FROM meta WHERE key = ?1", error);
  char *value = NULL;

  if (query == NULL)
    return NULL;
  ent_query_bind_text (query, 1, key);
  if (ent_query_next (query, error))
    value = g_strdup (ent_query_get_text (query, 0));
  ent_query_end (query);
  return value;
}

/**
 * ent_archive_get_generation:
 * @archive: an archive
 *
 * Returns: a number that grows whenever statements or what they say change
 */
gint64
ent_archive_get_generation (EntArchive *archive)
{
  g_autofree char *value = ent_archive_dup_meta (archive, "generation", NULL);

  return value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0;
}

/**
 * ent_archive_bump_generation:
 * @archive: an archive that has begun a change
 * @error: where to say what failed
 *
 * Says that statements or what they say have changed.
 *
 * Returns: whether that was written
 */
gboolean
ent_archive_bump_generation (EntArchive  *archive,
                             GError     **error)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, ent_archive_get_generation (archive) + 1);

  return ent_archive_set_meta (archive, "generation", value, error);
}

/**
 * ent_archive_log_group:
 * @archive: an archive that has begun a change
 * @action: what is done
 * @field: (nullable): of what
 * @n: to how many
 * @error: where to say what failed
 *
 * Begins a group of changes, which are undone as one. What could be redone cannot be any more.
 *
 * Returns: the group's number; 0 if it could not be written
 */
gint64
ent_archive_log_group (EntArchive  *archive,
                       const char  *action,
                       const char  *field,
                       gint64       n,
                       GError     **error)
{
  g_autofree char *now = dup_now ();
  EntQuery *query;

  if (!ent_database_exec (archive->database,
                          "DELETE FROM former_parses WHERE change_group IN"
                          " (SELECT number FROM change_groups WHERE state = 'undone');"
                          "UPDATE change_groups SET state = 'dropped' WHERE state = 'undone'",
                          error))
    return 0;
  query = ent_database_query (archive->database,
                              "INSERT INTO change_groups (time, coder, action, field, n, state)"
                              " VALUES (?1, ?2, ?3, ?4, ?5, 'done')",
                              error);
  if (query == NULL)
    return 0;
  ent_query_bind_text (query, 1, now);
  ent_query_bind_text (query, 2, archive->coder);
  ent_query_bind_text (query, 3, action);
  ent_query_bind_text (query, 4, field);
  ent_query_bind_number (query, 5, n);
  return ent_query_run (query, error) ? ent_database_get_last_row (archive->database) : 0;
}

/**
 * ent_archive_log_change:
 * @archive: an archive that has begun a change
 * @group: the group it is of
 * @action: what is done
 * @target: (nullable): to what: an event's anchor, or a statement's id
 * @field: (nullable): of it
 * @before: (nullable): the value it had
 * @after: (nullable): the value it has now
 * @note: (nullable): what the user says to it
 * @error: where to say what failed
 *
 * Returns: whether it was written
 */
gboolean
ent_archive_log_change (EntArchive  *archive,
                        gint64       group,
                        const char  *action,
                        const char  *target,
                        const char  *field,
                        const char  *before,
                        const char  *after,
                        const char  *note,
                        GError     **error)
{
  EntQuery *query = ent_database_query (archive->database,
                                        "INSERT INTO changes (change_group, action, target, field, before, after,"
                                        " note, of_statement) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                                        error);

  if (query == NULL)
    return FALSE;
  ent_query_bind_number (query, 1, group);
  ent_query_bind_text (query, 2, action);
  ent_query_bind_text (query, 3, target);
  ent_query_bind_text (query, 4, field);
  ent_query_bind_text (query, 5, before);
  ent_query_bind_text (query, 6, after);
  ent_query_bind_text (query, 7, note);
  ent_query_bind_number (query, 8, g_str_has_suffix (action, "-statement"));
  return ent_query_run (query, error);
}

/**
 * ent_archive_begin_group:
 * @archive: an archive
 * @action: what is done
 * @field: (nullable): of what
 * @n: to how many
 * @group: (out): the group's number
 * @error: where to say why it could not
 *
 * Begins a change of the file that consists of a group of changes; ent_archive_end_group() ends it.
 *
 * Returns: whether it did; else nothing is begun
 */
gboolean
ent_archive_begin_group (EntArchive  *archive,
                         const char  *action,
                         const char  *field,
                         gint64       n,
                         gint64      *group,
                         GError     **error)
{
  if (!ent_archive_begin (archive, error))
    return FALSE;
  *group = ent_archive_log_group (archive, action, field, n, error);
  if (*group != 0)
    return TRUE;
  ent_archive_rollback (archive);
  return FALSE;
}

/**
 * ent_archive_end_group:
 * @archive: an archive that has begun a group of changes
 * @good: whether all of them were written
 * @error: where to say why it could not be kept
 *
 * Keeps the group, or nothing of it.
 *
 * Returns: whether it is kept
 */
gboolean
ent_archive_end_group (EntArchive  *archive,
                       gboolean     good,
                       GError     **error)
{
  if (good)
    return ent_archive_commit (archive, error);
  ent_archive_rollback (archive);
  return FALSE;
}

/* The event that a group of changes is first about. */
static char *
dup_event (EntArchive *archive,
           gint64      group)
{
  EntQuery *query = ent_database_query (archive->database,
                                        "SELECT target FROM changes WHERE change_group = ?1 AND of_statement = 0"
                                        " AND target LIKE '{%' ORDER BY number LIMIT 1",
                                        NULL);
  g_auto (EntAnchor) anchor = { NULL };

  if (query == NULL)
    return NULL;
  ent_query_bind_number (query, 1, group);
  if (ent_query_next (query, NULL))
    {
      const char *target = ent_query_get_text (query, 0);

      if (target != NULL)
        ent_anchor_parse (target, &anchor, NULL);
    }
  ent_query_end (query);
  return g_steal_pointer (&anchor.id);
}

/* The group that would be undone or redone next. */
static gint64
find_group (EntArchive     *archive,
            gboolean        undo,
            EntChangeLabel *label)
{
  const char *only;
  EntQuery *query;
  gint64 number = 0;

  if (archive->database == NULL)
    return 0;
  only = ent_archive_get_only_coder (archive);
  query = ent_database_query (archive->database,
                              undo ? "SELECT number, action, field, n, time, coder FROM change_groups"
                                     " WHERE state = 'done' AND (?1 IS NULL OR coder = ?1)"
                                     " ORDER BY number DESC LIMIT 1"
                                   : "SELECT number, action, field, n, time, coder FROM change_groups"
                                     " WHERE state = 'undone' AND (?1 IS NULL OR coder = ?1)"
                                     " ORDER BY number LIMIT 1",
                              NULL);
  if (query == NULL)
    return 0;
  ent_query_bind_text (query, 1, only);
  if (ent_query_next (query, NULL))
    {
      label->number = number = ent_query_get_number (query, 0);
      label->action = ent_query_dup_given (query, 1);
      label->field = g_strdup (ent_query_get_text (query, 2));
      label->n = ent_query_get_number (query, 3);
      label->time = ent_query_dup_given (query, 4);
      label->coder = ent_query_dup_given (query, 5);
    }
  ent_query_end (query);
  if (number != 0)
    label->event = dup_event (archive, number);
  return number;
}

/**
 * ent_archive_get_undo:
 * @archive: an archive
 * @label: (out): what ent_archive_undo() would take back
 *
 * Returns: whether there is anything
 */
gboolean
ent_archive_get_undo (EntArchive     *archive,
                      EntChangeLabel *label)
{
  g_autoptr (GRecMutexLocker) locker = NULL;

  g_return_val_if_fail (archive != NULL && label != NULL, FALSE);

  locker = ent_archive_lock (archive);
  *label = (EntChangeLabel) { NULL };
  return find_group (archive, TRUE, label) != 0;
}

/**
 * ent_archive_get_redo:
 * @archive: an archive
 * @label: (out): what ent_archive_redo() would do again
 *
 * Returns: whether there is anything
 */
gboolean
ent_archive_get_redo (EntArchive     *archive,
                      EntChangeLabel *label)
{
  g_autoptr (GRecMutexLocker) locker = NULL;

  g_return_val_if_fail (archive != NULL && label != NULL, FALSE);

  locker = ent_archive_lock (archive);
  *label = (EntChangeLabel) { NULL };
  return find_group (archive, FALSE, label) != 0;
}

/* The statements whose own facts the group changed. */
static GArray *
find_statements (EntArchive  *archive,
                 gint64       group,
                 GError     **error)
{
  EntQuery *query = ent_database_query (archive->database,
                                        "SELECT DISTINCT s.number FROM changes c JOIN statements s ON s.id = c.target"
                                        " WHERE c.change_group = ?1"
                                        " AND c.action IN ('edit-statement', 'restore-statement') ORDER BY 1",
                                        error);

  if (query == NULL)
    return NULL;
  ent_query_bind_number (query, 1, group);
  return ent_query_new_numbers (query, error);
}

/* Whether the group took statements out, or brought them back. */
static gboolean
moves_statements (EntArchive *archive,
                  gint64      group)
{
  EntQuery *query = ent_database_query (archive->database,
                                        "SELECT 1 FROM changes WHERE change_group = ?1"
                                        " AND action IN ('remove-statement', 'return-statement') LIMIT 1",
                                        NULL);
  gboolean moves;

  if (query == NULL)
    return FALSE;
  ent_query_bind_number (query, 1, group);
  moves = ent_query_next (query, NULL);
  ent_query_end (query);
  return moves;
}

static gboolean
set_group_state (EntArchive  *archive,
                 gint64       group,
                 gboolean     undone,
                 GError     **error)
{
  EntQuery *query = ent_database_query (archive->database, "UPDATE change_groups SET state = ?1 WHERE number = ?2",
                                        error);

  if (query == NULL)
    return FALSE;
  ent_query_bind_text (query, 1, undone ? "undone" : "done");
  ent_query_bind_number (query, 2, group);
  return ent_query_run (query, error);
}

/* What is said of events is found in the log whenever a store is made; what is said of statements goes into what they
 * say, which is found anew; what they said before they were parsed anew was kept. */
static gboolean
move_bar (EntArchive            *archive,
          gint64                 group,
          const EntChangeLabel  *label,
          gboolean               undo,
          GError               **error)
{
  g_autoptr (GArray) statements = NULL;
  gboolean of_statements = g_str_equal (label->action, "import") || g_str_has_suffix (label->action, "-statement");
  gboolean parsed_anew = g_str_equal (label->action, "reparse");

  if (!set_group_state (archive, group, undo, error))
    return FALSE;
  /* What was taken over from somebody else is of both. */
  statements = find_statements (archive, group, error);
  if (statements == NULL)
    return FALSE;
  if (!of_statements && statements->len == 0 && !moves_statements (archive, group) && !parsed_anew)
    return TRUE;
  if (parsed_anew && !ent_archive_swap_former (archive, group, undo, error))
    return FALSE;
  for (guint i = 0; i < statements->len; i++)
    if (!ent_archive_parse_again (archive, g_array_index (statements, gint64, i), error))
      return FALSE;
  return ent_archive_bump_generation (archive, error);
}

static gboolean
undo_or_redo (EntArchive  *archive,
              gboolean     undo,
              GError     **error)
{
  g_autoptr (GRecMutexLocker) locker = ent_archive_lock (archive);
  g_auto (EntChangeLabel) label = { NULL };
  gint64 group;

  if (!ent_archive_begin (archive, error))
    return FALSE;
  group = find_group (archive, undo, &label);
  if (group == 0)
    {
      ent_archive_rollback (archive);
      g_set_error_literal (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_NOT_FOUND,
                           undo ? "there is nothing to undo" : "there is nothing to redo");
      return FALSE;
    }
  if (move_bar (archive, group, &label, undo, error))
    return ent_archive_commit (archive, error);
  ent_archive_rollback (archive);
  return FALSE;
}

/**
 * ent_archive_has_edits:
 * @archive: an archive
 *
 * Returns: whether anybody has said anything in it: changed, checked or noted something, so that it holds more than the
 *   files that were brought in
 */
gboolean
ent_archive_has_edits (EntArchive *archive)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  gint64 n = 0;

  g_return_val_if_fail (archive != NULL && archive->database != NULL, FALSE);

  locker = ent_archive_lock (archive);
  return ent_database_get_number (archive->database,
                                  "SELECT EXISTS (SELECT 1 FROM change_groups"
                                  " WHERE action NOT IN ('import', 'reparse'))",
                                  &n, NULL)
         && n != 0;
}

/**
 * ent_archive_undo:
 * @archive: an archive
 * @error: where to say why it could not
 *
 * Takes the last change back. There is no limit, and what was done before the program was started can be undone too.
 *
 * Returns: whether it did
 */
gboolean
ent_archive_undo (EntArchive  *archive,
                  GError     **error)
{
  g_return_val_if_fail (archive != NULL, FALSE);

  return undo_or_redo (archive, TRUE, error);
}

/**
 * ent_archive_redo:
 * @archive: an archive
 * @error: where to say why it could not
 *
 * Makes the change again that was undone last.
 *
 * Returns: whether it did
 */
gboolean
ent_archive_redo (EntArchive  *archive,
                  GError     **error)
{
  g_return_val_if_fail (archive != NULL, FALSE);

  return undo_or_redo (archive, FALSE, error);
}

/**
 * ent_archive_set_state:
 * @archive: an archive
 * @key: what of a view
 * @value: (nullable): how it is
 * @error: where to say why it could not be written
 *
 * Returns: whether it was written
 */
gboolean
ent_archive_set_state (EntArchive  *archive,
                       const char  *key,
                       const char  *value,
                       GError     **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  EntQuery *query;

  g_return_val_if_fail (archive != NULL && key != NULL, FALSE);

  locker = ent_archive_lock (archive);
  if (!ent_archive_begin (archive, error))
    return FALSE;
  query = ent_database_query (archive->database, "REPLACE INTO state VALUES (?1, ?2)", error);
  if (query != NULL)
    {
      ent_query_bind_text (query, 1, key);
      ent_query_bind_text (query, 2, value);
      if (ent_query_run (query, error))
        return ent_archive_commit (archive, error);
    }
  ent_archive_rollback (archive);
  return FALSE;
}

/**
 * ent_archive_dup_state:
 * @archive: an archive
 * @key: what of a view
 *
 * Returns: (transfer full) (nullable): how it was left
 */
char *
ent_archive_dup_state (EntArchive *archive,
                       const char *key)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  EntQuery *query;
  char *value = NULL;

  g_return_val_if_fail (archive != NULL && key != NULL, NULL);

  locker = ent_archive_lock (archive);
  query = archive->database != NULL
            ? ent_database_query (archive->database, "SELECT value FROM state WHERE key = ?1", NULL)
            : NULL;
  if (query == NULL)
    return NULL;
  ent_query_bind_text (query, 1, key);
  if (ent_query_next (query, NULL))
    value = g_strdup (ent_query_get_text (query, 0));
  ent_query_end (query);
  return value;
}
