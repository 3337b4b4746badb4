/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/event-changes.h"

/**
 * Change:
 * @events: ids, %NULL-terminated
 * @values: (nullable): of EntEventValue with texts of their own
 * @statement: (nullable): of an event to add, the statement that tells it
 * @accounts: (nullable): of guint, those that are parted
 *
 * What is asked, kept for the worker's thread.
 */
typedef struct
{
  char **events;
  EntReview review;
  GArray *values;
  char *note;
  char *statement;
  EntSpan evidence;
  GArray *accounts;
  gboolean hidden;
} Change;

static void
value_clear (gpointer data)
{
  g_free ((char *) ((EntEventValue *) data)->value);
}

static void
change_free (gpointer data)
{
  Change *change = data;

  g_strfreev (change->events);
  g_clear_pointer (&change->values, g_array_unref);
  g_clear_pointer (&change->accounts, g_array_unref);
  g_free (change->note);
  g_free (change->statement);
  g_free (change);
}

static Change *
change_new (EntSession *session,
            guint32     row,
            guint32     other)
{
  EntEventStore *store = ent_session_get_store (session);
  Change *change = g_new0 (Change, 1);

  change->events = g_new0 (char *, 3);
  change->events[0] = g_strdup (ent_event_store_get_id (store, row));
  if (other != ENT_ROW_NONE)
    change->events[1] = g_strdup (ent_event_store_get_id (store, other));
  return change;
}

static void
ask (EntSession           *session,
     EntArchiveChangeFunc  func,
     Change               *change)
{
  ent_session_change (session, func, change, change_free);
}

static gboolean
review_cb (EntArchive  *archive,
           gpointer     data,
           GError     **error)
{
  const Change *change = data;

  return ent_archive_review_events (archive, (const char * const *) change->events, change->review, NULL, error);
}

static gboolean
edit_cb (EntArchive  *archive,
         gpointer     data,
         GError     **error)
{
  const Change *change = data;

  return ent_archive_edit_event (archive, change->events[0], (const EntEventValue *) change->values->data,
                                 change->values->len, change->note, error);
}

static gboolean
restore_cb (EntArchive  *archive,
            gpointer     data,
            GError     **error)
{
  return ent_archive_restore_events (archive, (const char * const *) ((const Change *) data)->events, error);
}

static gboolean
merge_cb (EntArchive  *archive,
          gpointer     data,
          GError     **error)
{
  return ent_archive_merge_events (archive, (const char * const *) ((const Change *) data)->events, error);
}

static gboolean
keep_apart_cb (EntArchive  *archive,
               gpointer     data,
               GError     **error)
{
  return ent_archive_keep_apart (archive, ((const Change *) data)->events[0], error);
}

static gboolean
add_cb (EntArchive  *archive,
        gpointer     data,
        GError     **error)
{
  const Change *change = data;
  g_autofree char *id = ent_archive_add_event (archive, (const EntEventValue *) change->values->data,
                                               change->values->len, change->statement,
                                               change->statement != NULL ? &change->evidence : NULL, error);

  return id != NULL;
}

static gboolean
split_cb (EntArchive  *archive,
          gpointer     data,
          GError     **error)
{
  const Change *change = data;

  return ent_archive_split_event (archive, change->events[0], (const guint *) change->accounts->data,
                                  change->accounts->len, error);
}

static gboolean
hide_cb (EntArchive  *archive,
         gpointer     data,
         GError     **error)
{
  const Change *change = data;

  return ent_archive_hide_events (archive, (const char * const *) change->events, change->hidden, error);
}

static gboolean
undo_cb (EntArchive  *archive,
         gpointer     data,
         GError     **error)
{
  return ent_archive_undo (archive, error);
}

static gboolean
redo_cb (EntArchive  *archive,
         gpointer     data,
         GError     **error)
{
  return ent_archive_redo (archive, error);
}

static GArray *
copy_values (const EntEventValue *values,
             gsize                n_values)
{
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (EntEventValue));

  g_array_set_clear_func (copy, value_clear);
  for (gsize i = 0; i < n_values; i++)
    {
      EntEventValue value = { values[i].field, g_strdup (values[i].value) };

      g_array_append_val (copy, value);
    }
  return copy;
}

/**
 * ent_event_changes_are_possible:
 * @session: a session
 *
 * Returns: whether its archive can be written
 */
gboolean
ent_event_changes_are_possible (EntSession *session)
{
  EntArchive *archive = ent_archive_worker_get_archive (ent_session_get_worker (session));
  EntArchiveAccess access;

  if (archive == NULL)
    return FALSE;
  ent_archive_get_access (archive, &access);
  return access.reason == ENT_ARCHIVE_WRITABLE;
}

/**
 * ent_event_changes_review:
 * @session: a session
 * @row: an event
 * @review: what to say of it
 *
 * Accepts or rejects an event, or takes that back.
 */
void
ent_event_changes_review (EntSession *session,
                          guint32     row,
                          EntReview   review)
{
  Change *change = change_new (session, row, ENT_ROW_NONE);

  change->review = review;
  ask (session, review_cb, change);
}

/**
 * ent_event_changes_review_id:
 * @session: a session
 * @event: the id of an event, which is perhaps not shown because it is rejected
 * @review: what to say of it
 *
 * Accepts or rejects an event.
 */
void
ent_event_changes_review_id (EntSession *session,
                             const char *event,
                             EntReview   review)
{
  Change *change = g_new0 (Change, 1);

  change->events = g_new0 (char *, 2);
  change->events[0] = g_strdup (event);
  change->review = review;
  ask (session, review_cb, change);
}

/**
 * ent_event_changes_edit:
 * @session: a session
 * @row: an event
 * @values: (array length=n_values): what it shall be
 * @n_values: how many
 * @note: (nullable): why
 *
 * Gives an event other values.
 */
void
ent_event_changes_edit (EntSession          *session,
                        guint32              row,
                        const EntEventValue *values,
                        gsize                n_values,
                        const char          *note)
{
  Change *change = change_new (session, row, ENT_ROW_NONE);

  change->values = copy_values (values, n_values);
  change->note = note != NULL && *note != '\0' ? g_strdup (note) : NULL;
  ask (session, edit_cb, change);
}

/**
 * ent_event_changes_restore:
 * @session: a session
 * @row: an event
 *
 * Gives an event the values that were parsed.
 */
void
ent_event_changes_restore (EntSession *session,
                           guint32     row)
{
  ask (session, restore_cb, change_new (session, row, ENT_ROW_NONE));
}

/**
 * ent_event_changes_merge:
 * @session: a session
 * @row: an event
 * @other: another one
 *
 * Says that two are one event; the first one's values stay.
 */
void
ent_event_changes_merge (EntSession *session,
                         guint32     row,
                         guint32     other)
{
  ask (session, merge_cb, change_new (session, row, other));
}

/**
 * ent_event_changes_keep_apart:
 * @session: a session
 * @row: an event
 *
 * Says that an event is none of those that it could have been.
 */
void
ent_event_changes_keep_apart (EntSession *session,
                              guint32     row)
{
  ask (session, keep_apart_cb, change_new (session, row, ENT_ROW_NONE));
}

/**
 * ent_event_changes_add:
 * @session: a session
 * @values: (array length=n_values): what the event is; at least date and kind
 * @n_values: how many
 * @statement: (nullable): the id of a statement that tells it
 * @evidence: where; of no use without @statement
 *
 * Adds an event that was not found.
 */
void
ent_event_changes_add (EntSession          *session,
                       const EntEventValue *values,
                       gsize                n_values,
                       const char          *statement,
                       EntSpan              evidence)
{
  Change *change = g_new0 (Change, 1);

  change->values = copy_values (values, n_values);
  change->statement = g_strdup (statement);
  change->evidence = evidence;
  ask (session, add_cb, change);
}

/**
 * ent_event_changes_split:
 * @session: a session
 * @row: an event
 * @accounts: (array length=n_accounts): which of its accounts tell of another event
 * @n_accounts: how many; fewer than it has
 *
 * Parts accounts from an event.
 */
void
ent_event_changes_split (EntSession  *session,
                         guint32      row,
                         const guint *accounts,
                         gsize        n_accounts)
{
  Change *change = change_new (session, row, ENT_ROW_NONE);

  change->accounts = g_array_sized_new (FALSE, FALSE, sizeof (guint), (guint) n_accounts);
  g_array_append_vals (change->accounts, accounts, (guint) n_accounts);
  ask (session, split_cb, change);
}

/**
 * ent_event_changes_hide:
 * @session: a session
 * @row: an event
 * @hidden: whether it is not to be seen
 *
 * Hides an event without saying that it is none, or shows it again.
 */
void
ent_event_changes_hide (EntSession *session,
                        guint32     row,
                        gboolean    hidden)
{
  Change *change = change_new (session, row, ENT_ROW_NONE);

  change->hidden = hidden;
  ask (session, hide_cb, change);
}

/**
 * ent_event_changes_undo:
 * @session: a session
 *
 * Takes the last change of the archive back.
 */
void
ent_event_changes_undo (EntSession *session)
{
  ent_session_change (session, undo_cb, NULL, NULL);
}

/**
 * ent_event_changes_redo:
 * @session: a session
 *
 * Makes the change again that was taken back last.
 */
void
ent_event_changes_redo (EntSession *session)
{
  ent_session_change (session, redo_cb, NULL, NULL);
}
