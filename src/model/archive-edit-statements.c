/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user says of statements: corrected facts, and which are not to count. */
#include "model/archive-edit.h"

#include <string.h>

#include "model/archive-private.h"

static const char * const field_ids[ENT_N_STATEMENT_FIELDS] = { "date", "issuer", "language", "kind", "title" };

/**
 * ent_statement_field_from_id:
 * @id: what a field is called in files
 * @field: (out): it
 *
 * Returns: whether there is such a field
 */
gboolean
ent_statement_field_from_id (const char        *id,
                             EntStatementField *field)
{
  g_return_val_if_fail (id != NULL && field != NULL, FALSE);

  for (guint i = 0; i < ENT_N_STATEMENT_FIELDS; i++)
    if (g_str_equal (id, field_ids[i]))
      {
        *field = (EntStatementField) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
check_statement_value (EntArchive         *archive,
                       EntStatementField   field,
                       const char         *value,
                       GError            **error)
{
  EntStatementKind kind;
  EntEdtf date;
  guint16 actor;

  if (value == NULL)
    return TRUE;
  switch (field)
    {
    case ENT_STATEMENT_FIELD_DATE:
      return *value == '\0' || ent_edtf_parse (value, strlen (value), &date, error);
    case ENT_STATEMENT_FIELD_ISSUER:
      if (*value == '\0' || ent_vocabulary_find_actor (ent_parser_get_vocabulary (archive->parser), value, &actor))
        return TRUE;
      break;
    case ENT_STATEMENT_FIELD_KIND:
      if (ent_statement_kind_from_id (value, &kind))
        return TRUE;
      break;
    default:
      return TRUE;
    }
  g_set_error (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_MALFORMED, "“%s” is no %s", value, field_ids[field]);
  return FALSE;
}

/* A change of a statement's facts changes what it says, and with that the store. */
static gboolean
finish (EntArchive  *archive,
        gint64       number,
        gboolean     good,
        GError     **error)
{
  good = good && ent_archive_parse_again (archive, number, error) && ent_archive_bump_generation (archive, error);
  return ent_archive_end_group (archive, good, error);
}

/**
 * ent_archive_edit_statement:
 * @archive: an archive
 * @statement: a statement's id
 * @values: (array length=n_values): what of it was wrong, and what it is; %NULL for what was read
 * @n_values: how many
 * @error: where to say what is wrong with a value, or why it could not be written
 *
 * Corrects what is known of a statement. Its events are found anew by it; what the user said of them stays.
 *
 * Returns: whether it did; else nothing has changed
 */
gboolean
ent_archive_edit_statement (EntArchive               *archive,
                            const char               *statement,
                            const EntStatementValue  *values,
                            gsize                     n_values,
                            GError                  **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  gboolean good = TRUE;
  gint64 number;
  const char *field;
  gint64 group;

  g_return_val_if_fail (archive != NULL && statement != NULL && values != NULL && n_values > 0, FALSE);

  locker = ent_archive_lock (archive);
  for (gsize i = 0; i < n_values; i++)
    if (!check_statement_value (archive, values[i].field, values[i].value, error))
      return FALSE;
  field = n_values == 1 ? field_ids[values[0].field] : NULL;
  number = ent_archive_find_statement (archive, statement, error);
  if (number == 0 || !ent_archive_begin_group (archive, "edit-statement", field, 1, &group, error))
    return FALSE;
  for (gsize i = 0; good && i < n_values; i++)
    good = ent_archive_log_change (archive, group, "edit-statement", statement, field_ids[values[i].field],
                                   NULL, values[i].value, NULL, error);
  return finish (archive, number, good, error);
}

/**
 * ent_archive_restore_statement:
 * @archive: an archive
 * @statement: a statement's id
 * @error: where to say why it could not
 *
 * Restores what was read of a statement.
 *
 * Returns: whether it did
 */
gboolean
ent_archive_restore_statement (EntArchive  *archive,
                               const char  *statement,
                               GError     **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  gboolean good;
  gint64 number;
  gint64 group;

  g_return_val_if_fail (archive != NULL && statement != NULL, FALSE);

  locker = ent_archive_lock (archive);
  number = ent_archive_find_statement (archive, statement, error);
  if (number == 0 || !ent_archive_begin_group (archive, "restore-statement", NULL, 1, &group, error))
    return FALSE;
  good = ent_archive_log_change (archive, group, "restore-statement", statement, NULL, NULL, NULL, NULL, error);
  return finish (archive, number, good, error);
}

/**
 * ent_archive_get_corrected:
 * @archive: an archive
 * @statement: a statement's id
 * @fields: (out): which of its fields have the user's values, a bit each by #EntStatementField
 * @error: where to say why that could not be told
 *
 * Returns: whether it could be told
 */
gboolean
ent_archive_get_corrected (EntArchive  *archive,
                           const char  *statement,
                           guint       *fields,
                           GError     **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  gint64 number;

  g_return_val_if_fail (archive != NULL && statement != NULL && fields != NULL, FALSE);

  *fields = 0;
  locker = ent_archive_lock (archive);
  number = ent_archive_find_statement (archive, statement, error);
  if (number == 0)
    return FALSE;
  for (guint i = 0; i < ENT_N_STATEMENT_FIELDS; i++)
    {
      gboolean corrected;

      if (!ent_archive_is_corrected (archive, number, field_ids[i], &corrected, error))
        return FALSE;
      *fields |= corrected ? 1u << i : 0;
    }
  return TRUE;
}

/**
 * ent_archive_remove_statements:
 * @archive: an archive
 * @statements: (array zero-terminated=1): ids of statements
 * @error: where to say why it could not
 *
 * Takes statements out, with all that they alone tell. They stay in the file, so that this can be undone.
 *
 * Returns: whether it did
 */
gboolean
ent_archive_remove_statements (EntArchive          *archive,
                               const char * const  *statements,
                               GError             **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  gboolean good = TRUE;
  gint64 group;
  gint64 n;

  g_return_val_if_fail (archive != NULL && statements != NULL && statements[0] != NULL, FALSE);

  locker = ent_archive_lock (archive);
  for (guint i = 0; statements[i] != NULL; i++)
    if (ent_archive_find_statement (archive, statements[i], error) == 0)
      return FALSE;
  n = (gint64) g_strv_length ((char **) statements);
  if (!ent_archive_begin_group (archive, "remove-statement", NULL, n, &group, error))
    return FALSE;
  for (guint i = 0; good && statements[i] != NULL; i++)
    good = ent_archive_log_change (archive, group, "remove-statement", statements[i], NULL, NULL, NULL, NULL,
                                   error);
  return ent_archive_end_group (archive, good && ent_archive_bump_generation (archive, error), error);
}

/**
 * ent_archive_return_statement:
 * @archive: an archive
 * @statement: the id of a statement that was taken out
 * @error: where to say why it could not
 *
 * Brings a statement back, with all that was said of it.
 *
 * Returns: whether it did
 */
gboolean
ent_archive_return_statement (EntArchive  *archive,
                              const char  *statement,
                              GError     **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  EntQuery *query;
  gint64 number;
  gint64 group;
  gboolean good;

  g_return_val_if_fail (archive != NULL && statement != NULL, FALSE);

  locker = ent_archive_lock (archive);
  number = ent_archive_find_statement (archive, statement, error);
  if (number == 0 || !ent_archive_begin_group (archive, "return-statement", NULL, 1, &group, error))
    return FALSE;
  good = ent_archive_log_change (archive, group, "return-statement", statement, NULL, NULL, NULL, NULL, error);
  /* As if it came in again: whatever removed it was before that. */
  query = good ? ent_database_query (archive->database, "UPDATE statements SET import = ?1 WHERE number = ?2", error)
               : NULL;
  if (query != NULL)
    {
      ent_query_bind_number (query, 1, group);
      ent_query_bind_number (query, 2, number);
    }
  good = query != NULL && ent_query_run (query, error) && ent_archive_bump_generation (archive, error);
  return ent_archive_end_group (archive, good, error);
}
