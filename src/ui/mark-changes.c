/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/mark-changes.h"

/* What is asked, kept for the worker's thread. */
typedef struct
{
  EntMarkType type;
  gint64 number;
  char *event;
  char *statement;
  char *period;
  char *text;
  char *id;
  EntEdtf span;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->event);
  g_free (change->statement);
  g_free (change->period);
  g_free (change->text);
  g_free (change->id);
  g_free (change);
}

static gboolean
add_cb (EntArchive  *archive,
        gpointer     data,
        GError     **error)
{
  const Change *change = data;

  return ent_archive_add_mark (archive, change->type,
                               (EntMarkTarget) { change->event, change->statement, change->period }, change->text,
                               error);
}

static gboolean
change_cb (EntArchive  *archive,
           gpointer     data,
           GError     **error)
{
  const Change *change = data;

  return ent_archive_change_mark (archive, change->number, change->text, error);
}

static gboolean
remove_cb (EntArchive  *archive,
           gpointer     data,
           GError     **error)
{
  return ent_archive_remove_mark (archive, ((const Change *) data)->number, error);
}

static gboolean
set_period_cb (EntArchive  *archive,
               gpointer     data,
               GError     **error)
{
  const Change *change = data;
  g_autofree char *id = ent_archive_set_period (archive, change->id, change->text, change->span, error);

  return id != NULL;
}

static gboolean
remove_period_cb (EntArchive  *archive,
                  gpointer     data,
                  GError     **error)
{
  return ent_archive_remove_period (archive, ((const Change *) data)->id, error);
}

/**
 * ent_mark_changes_add:
 * @session: a session
 * @type: whether a note or a tag
 * @target: on what
 * @text: the note, or the tag's name
 *
 * Puts a note or a tag on something.
 */
void
ent_mark_changes_add (EntSession    *session,
                      EntMarkType    type,
                      EntMarkTarget  target,
                      const char    *text)
{
  g_return_if_fail (ENT_IS_SESSION (session) && text != NULL);

  Change *change = g_new0 (Change, 1);
  change->type = type;
  change->event = g_strdup (target.event);
  change->statement = g_strdup (target.statement);
  change->period = g_strdup (target.period);
  change->text = g_strdup (text);
  ent_session_change (session, add_cb, change, change_free);
}

/**
 * ent_mark_changes_change:
 * @session: a session
 * @number: a mark's number
 * @text: what it says from now on
 *
 * Gives a note other words.
 */
void
ent_mark_changes_change (EntSession *session,
                         gint64      number,
                         const char *text)
{
  g_return_if_fail (ENT_IS_SESSION (session) && text != NULL);

  Change *change = g_new0 (Change, 1);
  change->number = number;
  change->text = g_strdup (text);
  ent_session_change (session, change_cb, change, change_free);
}

/**
 * ent_mark_changes_remove:
 * @session: a session
 * @number: a mark's number
 *
 * Takes a note or a tag away.
 */
void
ent_mark_changes_remove (EntSession *session,
                         gint64      number)
{
  g_return_if_fail (ENT_IS_SESSION (session));

  Change *change = g_new0 (Change, 1);
  change->number = number;
  ent_session_change (session, remove_cb, change, change_free);
}

/**
 * ent_mark_changes_set_period:
 * @session: a session
 * @id: (nullable): the period that is another now; %NULL for a new one
 * @label: what it is called
 * @span: when it was
 *
 * Gives a span of time a name.
 */
void
ent_mark_changes_set_period (EntSession *session,
                             const char *id,
                             const char *label,
                             EntEdtf     span)
{
  g_return_if_fail (ENT_IS_SESSION (session) && label != NULL);

  Change *change = g_new0 (Change, 1);
  change->id = g_strdup (id);
  change->text = g_strdup (label);
  change->span = span;
  ent_session_change (session, set_period_cb, change, change_free);
}

/**
 * ent_mark_changes_remove_period:
 * @session: a session
 * @id: a period's id
 *
 * Takes the name of a span of time away.
 */
void
ent_mark_changes_remove_period (EntSession *session,
                                const char *id)
{
  g_return_if_fail (ENT_IS_SESSION (session) && id != NULL);

  Change *change = g_new0 (Change, 1);
  change->id = g_strdup (id);
  ent_session_change (session, remove_period_cb, change, change_free);
}
