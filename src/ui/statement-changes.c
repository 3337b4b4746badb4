/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/statement-changes.h"

/* What is asked, kept for the worker's thread. */
typedef struct
{
  char *statement;
  EntStatementValue values[ENT_N_STATEMENT_FIELDS];
  gsize n_values;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->statement);
  for (gsize i = 0; i < change->n_values; i++)
    g_free ((char *) change->values[i].value);
  g_free (change);
}

static Change *
change_new (const char *statement)
{
  Change *change = g_new0 (Change, 1);

  change->statement = g_strdup (statement);
  return change;
}

static gboolean
edit_cb (EntArchive  *archive,
         gpointer     data,
         GError     **error)
{
  const Change *change = data;

  return ent_archive_edit_statement (archive, change->statement, change->values, change->n_values, error);
}

static gboolean
restore_cb (EntArchive  *archive,
            gpointer     data,
            GError     **error)
{
  return ent_archive_restore_statement (archive, ((const Change *) data)->statement, error);
}

static gboolean
bring_back_cb (EntArchive  *archive,
               gpointer     data,
               GError     **error)
{
  return ent_archive_return_statement (archive, ((const Change *) data)->statement, error);
}

static gboolean
remove_cb (EntArchive  *archive,
           gpointer     data,
           GError     **error)
{
  const char * const statements[] = { ((const Change *) data)->statement, NULL };

  return ent_archive_remove_statements (archive, statements, error);
}

/**
 * ent_statement_changes_edit:
 * @session: a session
 * @statement: a statement's id
 * @values: (array length=n_values): what of it was wrong, and what it is; at most one a field
 * @n_values: how many
 *
 * Corrects what is known of a statement; its events are found anew.
 */
void
ent_statement_changes_edit (EntSession              *session,
                            const char              *statement,
                            const EntStatementValue *values,
                            gsize                    n_values)
{
  g_return_if_fail (ENT_IS_SESSION (session) && statement != NULL && n_values <= ENT_N_STATEMENT_FIELDS);

  Change *change = change_new (statement);
  for (gsize i = 0; i < n_values; i++)
    change->values[change->n_values++] = (EntStatementValue) { values[i].field, g_strdup (values[i].value) };
  ent_session_change (session, edit_cb, change, change_free);
}

/**
 * ent_statement_changes_restore:
 * @session: a session
 * @statement: a statement's id
 *
 * Restores what was read of a statement.
 */
void
ent_statement_changes_restore (EntSession *session,
                               const char *statement)
{
  g_return_if_fail (ENT_IS_SESSION (session) && statement != NULL);

  ent_session_change (session, restore_cb, change_new (statement), change_free);
}

/**
 * ent_statement_changes_bring_back:
 * @session: a session
 * @statement: the id of a statement that was taken out
 *
 * Brings a statement back, with all that was said of it.
 */
void
ent_statement_changes_bring_back (EntSession *session,
                                  const char *statement)
{
  g_return_if_fail (ENT_IS_SESSION (session) && statement != NULL);

  ent_session_change (session, bring_back_cb, change_new (statement), change_free);
}

/**
 * ent_statement_changes_remove:
 * @session: a session
 * @statement: a statement's id
 *
 * Takes a statement out, with all that it alone tells.
 */
void
ent_statement_changes_remove (EntSession *session,
                              const char *statement)
{
  g_return_if_fail (ENT_IS_SESSION (session) && statement != NULL);

  ent_session_change (session, remove_cb, change_new (statement), change_free);
}
