/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/archive-marks.h"

#include <string.h>

#include "model/archive-private.h"

static const char * const actions[] = { "note", "tag" };
static const char * const of_statements[] = { "note-statement", "tag-statement" };
static const char * const of_periods[] = { "note-period", "tag-period" };

static void
clear_mark (gpointer data)
{
  EntMark *mark = data;

  g_free (mark->event);
  g_free (mark->statement);
  g_free (mark->period);
  g_free (mark->text);
  g_free (mark->coder);
  g_free (mark->time);
}

static void
clear_period (gpointer data)
{
  EntPeriod *period = data;

  g_free (period->id);
  g_free (period->label);
}

typedef struct
{
  GArray *marks;
  GArray *periods;
  GHashTable *marked; /* number of a mark → id of the event it is on; may be NULL */
} MarkList;

static const EntPeriod *
find_period (const GArray *periods,
             const char   *id)
{
  for (guint i = 0; i < periods->len; i++)
    if (g_strcmp0 (g_array_index (periods, EntPeriod, i).id, id) == 0)
      return &g_array_index (periods, EntPeriod, i);
  return NULL;
}

static void
add_mark (EntQuery *row,
          gpointer  data)
{
  MarkList *list = data;
  gint64 number = ent_query_get_number (row, 0);
  g_autofree char *action = ent_query_dup_given (row, 1);
  EntMark mark = { g_str_has_prefix (action, "tag") ? ENT_MARK_TAG : ENT_MARK_NOTE, number };

  if (g_str_has_suffix (action, "-statement"))
    mark.statement = ent_query_dup_given (row, 2);
  else if (g_str_has_suffix (action, "-period"))
    {
      const EntPeriod *period = find_period (list->periods, ent_query_get_text (row, 2));

      if (period == NULL)
        return;
      mark.period = g_strdup (period->id);
      mark.span = period->span;
    }
  else if (list->marked != NULL)
    mark.event = g_strdup (g_hash_table_lookup (list->marked, &number));
  mark.text = ent_query_dup_given (row, 3);
  mark.coder = g_strdup (ent_query_get_text (row, 4));
  mark.time = ent_query_dup_given (row, 5);
  g_array_append_val (list->marks, mark);
}

static void
add_period (EntQuery *row,
            gpointer  periods)
{
  const char *span = ent_query_get_text (row, 1);
  EntPeriod period = { NULL };

  if (span == NULL || !ent_edtf_parse (span, strlen (span), &period.span, NULL))
    return;
  period.id = ent_query_dup_given (row, 0);
  period.label = ent_query_dup_given (row, 2);
  g_array_append_val (periods, period);
}

/* Marks are on events as these were loaded last; whoever has not loaded does so now. */
static gboolean
ensure_loaded (EntArchive  *archive,
               GError     **error)
{
  g_autoptr (EntEventStore) store = NULL;

  if (archive->marked != NULL && archive->base != NULL
      && archive->base_generation == ent_archive_get_generation (archive))
    return TRUE;
  store = ent_archive_load (archive, 0, error);
  return store != NULL;
}

/**
 * ent_archive_get_marks:
 * @archive: an archive
 * @error: where to say what failed
 *
 * Marks that were made since the archive was loaded are on nothing yet.
 *
 * Returns: (transfer full) (nullable) (element-type EntMark): all notes and tags, the oldest first. One whose event is
 *   not found is on nothing; one whose period was removed is not among them.
 */
GArray *
ent_archive_get_marks (EntArchive  *archive,
                       GError     **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (EntMark));
  g_autoptr (GArray) periods = NULL;
  MarkList list = { marks };
  EntQuery *query;

  g_return_val_if_fail (archive != NULL && archive->database != NULL, NULL);

  g_array_set_clear_func (marks, clear_mark);
  locker = ent_archive_lock (archive);
  periods = list.periods = ent_archive_get_periods (archive, error);
  if (periods == NULL || !ensure_loaded (archive, error))
    return NULL;
  query = ent_database_query (archive->database,
                              "SELECT c.number, c.action, c.target, c.after, g.coder, g.time FROM changes c"
                              " JOIN change_groups g ON g.number = c.change_group WHERE g.state = 'done'"
                              " AND (?1 IS NULL OR g.coder = ?1)"
                              " AND c.action IN ('note', 'tag', 'note-statement', 'tag-statement', 'note-period',"
                              "   'tag-period')"
                              " AND NOT EXISTS (SELECT 1 FROM changes r JOIN change_groups h"
                              "   ON h.number = r.change_group WHERE r.action = 'unmark' AND h.state = 'done'"
                              "   AND CAST (r.field AS INTEGER) = c.number) ORDER BY c.number",
                              error);
  if (query == NULL)
    return NULL;
  ent_query_bind_text (query, 1, ent_archive_get_only_coder (archive));
  list.marked = archive->marked;
  return ent_query_each (query, add_mark, &list, error) ? g_steal_pointer (&marks) : NULL;
}

/* One change in a group of its own. */
static gboolean
log_one (EntArchive  *archive,
         const char  *group_action,
         const char  *action,
         const char  *target,
         const char  *field,
         const char  *after,
         GError     **error)
{
  gint64 group;

  return ent_archive_begin_group (archive, group_action, NULL, 1, &group, error)
         && ent_archive_end_group (archive,
                                   ent_archive_log_change (archive, group, action, target, field, NULL, after, NULL,
                                                           error),
                                   error);
}

static gboolean
has_period (EntArchive  *archive,
            const char  *id,
            GError     **error)
{
  g_autoptr (GArray) periods = ent_archive_get_periods (archive, error);

  if (periods == NULL)
    return FALSE;
  if (find_period (periods, id) == NULL)
    g_set_error (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_NOT_FOUND, "there is no period “%s”", id);
  return find_period (periods, id) != NULL;
}

/**
 * ent_archive_add_mark:
 * @archive: an archive
 * @type: what is put on
 * @target: on what
 * @text: the note, or the tag's name
 * @error: where to say why it could not
 *
 * Returns: whether it did
 */
gboolean
ent_archive_add_mark (EntArchive     *archive,
                      EntMarkType     type,
                      EntMarkTarget   target,
                      const char     *text,
                      GError        **error)
{
  const char *action = actions[type];
  g_autoptr (GRecMutexLocker) locker = NULL;
  g_autofree char *anchor = NULL;

  g_return_val_if_fail (archive != NULL && archive->database != NULL && text != NULL, FALSE);
  g_return_val_if_fail ((target.event != NULL) + (target.statement != NULL) + (target.period != NULL) == 1, FALSE);

  locker = ent_archive_lock (archive);
  if (target.statement != NULL)
    return ent_archive_find_statement (archive, target.statement, error) != 0
           && log_one (archive, action, of_statements[type], target.statement, NULL, text, error);
  if (target.period != NULL)
    return has_period (archive, target.period, error)
           && log_one (archive, action, of_periods[type], target.period, NULL, text, error);
  if (!ensure_loaded (archive, error))
    return FALSE;
  anchor = ent_archive_dup_anchor (archive, target.event, error);
  return anchor != NULL && log_one (archive, action, action, anchor, NULL, text, error);
}

/* Says in one change that a note is no more, and that another one stands in its place. */
static gboolean
log_instead (EntArchive  *archive,
             gint64       number,
             const char  *text,
             GError     **error)
{
  EntQuery *query = ent_database_query (archive->database,
                                        "SELECT action, target FROM changes WHERE number = ?1", error);
  g_autofree char *old = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  g_autofree char *action = NULL;
  g_autofree char *target = NULL;
  gint64 group;

  if (query == NULL)
    return FALSE;
  ent_query_bind_number (query, 1, number);
  if (ent_query_next (query, error))
    {
      action = g_strdup (ent_query_get_text (query, 0));
      target = g_strdup (ent_query_get_text (query, 1));
    }
  ent_query_end (query);
  return action != NULL
         && ent_archive_begin_group (archive, actions[g_str_has_prefix (action, "tag") ? ENT_MARK_TAG : ENT_MARK_NOTE],
                                     NULL, 1, &group, error)
         && ent_archive_end_group (archive,
                                   ent_archive_log_change (archive, group, "unmark", NULL, old, NULL, NULL, NULL, error)
                                     && ent_archive_log_change (archive, group, action, target, NULL, NULL, text, NULL,
                                                                error),
                                   error);
}

/**
 * ent_archive_change_mark:
 * @archive: an archive
 * @number: a mark's number
 * @text: what it says now
 * @error: where to say why it could not
 *
 * Returns: whether the note or tag says so; it has another number then
 */
gboolean
ent_archive_change_mark (EntArchive  *archive,
                         gint64       number,
                         const char  *text,
                         GError     **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;

  g_return_val_if_fail (archive != NULL && archive->database != NULL && text != NULL, FALSE);

  locker = ent_archive_lock (archive);
  return log_instead (archive, number, text, error);
}

/**
 * ent_archive_remove_mark:
 * @archive: an archive
 * @number: a mark's number
 * @error: where to say why it could not
 *
 * Returns: whether the note or tag is gone
 */
gboolean
ent_archive_remove_mark (EntArchive  *archive,
                         gint64       number,
                         GError     **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  g_return_val_if_fail (archive != NULL && archive->database != NULL, FALSE);

  locker = ent_archive_lock (archive);
  return log_one (archive, "unmark", "unmark", NULL, text, NULL, error);
}

/**
 * ent_archive_get_periods:
 * @archive: an archive
 * @error: where to say what failed
 *
 * Returns: (transfer full) (nullable) (element-type EntPeriod): the user's periods, in the order in which they were
 *   first named
 */
GArray *
ent_archive_get_periods (EntArchive  *archive,
                         GError     **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  g_autoptr (GArray) periods = g_array_new (FALSE, TRUE, sizeof (EntPeriod));
  EntQuery *query;

  g_return_val_if_fail (archive != NULL && archive->database != NULL, NULL);

  g_array_set_clear_func (periods, clear_period);
  locker = ent_archive_lock (archive);
  /* Of each, what was said last holds. */
  query = ent_database_query (archive->database,
                              "SELECT c.target, c.field, c.after FROM changes c WHERE c.number IN ("
                              "   SELECT max (d.number) FROM changes d JOIN change_groups g"
                              "   ON g.number = d.change_group WHERE g.state = 'done' AND d.action = 'period'"
                              "   GROUP BY d.target)"
                              " ORDER BY (SELECT min (f.number) FROM changes f WHERE f.action = 'period'"
                              "   AND f.target = c.target)",
                              error);
  return query != NULL && ent_query_each (query, add_period, periods, error) ? g_steal_pointer (&periods) : NULL;
}

/**
 * ent_archive_set_period:
 * @archive: an archive
 * @id: (nullable): the period that is another now; %NULL for a new one
 * @label: what it is called
 * @span: when it was
 * @error: where to say why it could not
 *
 * Returns: (transfer full) (nullable): its id
 */
char *
ent_archive_set_period (EntArchive  *archive,
                        const char  *id,
                        const char  *label,
                        EntEdtf      span,
                        GError     **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  g_autofree char *own_id = id != NULL ? g_strdup (id) : g_uuid_string_random ();
  g_autofree char *text = NULL;

  g_return_val_if_fail (archive != NULL && archive->database != NULL && label != NULL, NULL);
  g_return_val_if_fail (!ent_edtf_is_none (span), NULL);

  text = ent_edtf_to_string (span);
  locker = ent_archive_lock (archive);
  if (!log_one (archive, "period", "period", own_id, text, label, error))
    return NULL;
  return g_steal_pointer (&own_id);
}

/**
 * ent_archive_remove_period:
 * @archive: an archive
 * @id: a period's id
 * @error: where to say why it could not
 *
 * Returns: whether it is gone
 */
gboolean
ent_archive_remove_period (EntArchive  *archive,
                           const char  *id,
                           GError     **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;

  g_return_val_if_fail (archive != NULL && archive->database != NULL && id != NULL, FALSE);

  locker = ent_archive_lock (archive);
  return log_one (archive, "unperiod", "period", id, NULL, NULL, error);
}
