/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/archive-taking.h"

#include "model/archive-private.h"

/* A group of changes of one coder's, and how many are in it. */
typedef struct
{
  gint64 number;
  guint n;
} TakenGroup;

static void
clear_conflict (gpointer data)
{
  EntConflict *conflict = data;

  g_free (conflict->event);
  g_free (conflict->statement);
  g_free (conflict->period);
  g_free (conflict->title);
  g_free (conflict->field);
  g_free (conflict->ours);
  g_free (conflict->theirs);
  g_free (conflict->coder);
}

/**
 * ent_taking_init:
 * @taking: (out): nothing that was taken yet
 * @archive: an archive
 * @other: another one
 */
void
ent_taking_init (EntTaking  *taking,
                 EntArchive *archive,
                 EntArchive *other)
{
  *taking = (EntTaking) { archive, other };
  taking->conflicts = g_array_new (FALSE, FALSE, sizeof (EntConflict));
  g_array_set_clear_func (taking->conflicts, clear_conflict);
  taking->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * ent_taking_clear:
 * @taking: what is done
 */
void
ent_taking_clear (EntTaking *taking)
{
  g_clear_pointer (&taking->conflicts, g_array_unref);
  g_clear_pointer (&taking->groups, g_hash_table_unref);
}

/**
 * ent_taking_dup_coder:
 * @taking: what is being taken over
 * @their_group: a group of changes in the other archive
 *
 * Returns: (transfer full) (nullable): who made them
 */
char *
ent_taking_dup_coder (const EntTaking *taking,
                      gint64           their_group)
{
  EntQuery *query = ent_database_query (taking->other->database, "SELECT coder FROM change_groups WHERE number = ?1",
                                        NULL);
  char *coder = NULL;

  if (query == NULL)
    return NULL;
  ent_query_bind_number (query, 1, their_group);
  if (ent_query_next (query, NULL))
    coder = g_strdup (ent_query_get_text (query, 0));
  ent_query_end (query);
  return coder;
}

/**
 * ent_taking_add_conflict:
 * @taking: what is being taken over
 * @conflict: (transfer none): what the two disagree on
 */
void
ent_taking_add_conflict (EntTaking         *taking,
                         const EntConflict *conflict)
{
  EntConflict copy = {
    g_strdup (conflict->event), g_strdup (conflict->statement), g_strdup (conflict->period),
    g_strdup (conflict->title), g_strdup (conflict->field),     g_strdup (conflict->ours),
    g_strdup (conflict->theirs), g_strdup (conflict->coder),
  };

  g_array_append_val (taking->conflicts, copy);
}

/* The group that what this coder said goes into. */
static TakenGroup *
ensure_group (EntTaking   *taking,
              const char  *coder,
              GError     **error)
{
  TakenGroup *group = g_hash_table_lookup (taking->groups, coder != NULL ? coder : "");
  char *ours = taking->archive->coder;
  gint64 number;

  if (group != NULL)
    return group;
  taking->archive->coder = (char *) coder;
  number = ent_archive_log_group (taking->archive, "corrections", NULL, 0, error);
  taking->archive->coder = ours;
  if (number == 0)
    return NULL;
  group = g_new0 (TakenGroup, 1);
  group->number = number;
  g_hash_table_insert (taking->groups, g_strdup (coder != NULL ? coder : ""), group);
  return group;
}

/**
 * ent_taking_take:
 * @taking: what is being taken over
 * @their_group: a group of changes in the other archive
 * @their_number: one of its changes
 * @error: where to say what failed
 *
 * Takes one change over as it is there.
 *
 * Returns: whether it did
 */
gboolean
ent_taking_take (EntTaking  *taking,
                 gint64      their_group,
                 gint64      their_number,
                 GError    **error)
{
  g_autofree char *coder = ent_taking_dup_coder (taking, their_group);
  TakenGroup *group = ensure_group (taking, coder, error);
  EntQuery *query;
  gboolean good = FALSE;

  if (group == NULL)
    return FALSE;
  query = ent_database_query (taking->other->database,
                              "SELECT action, target, field, before, after, note FROM changes WHERE number = ?1",
                              error);
  if (query == NULL)
    return FALSE;
  ent_query_bind_number (query, 1, their_number);
  if (ent_query_next (query, error))
    good = ent_archive_log_change (taking->archive, group->number, ent_query_get_text (query, 0),
                                   ent_query_get_text (query, 1), ent_query_get_text (query, 2),
                                   ent_query_get_text (query, 3), ent_query_get_text (query, 4),
                                   ent_query_get_text (query, 5), error);
  ent_query_end (query);
  group->n += good;
  taking->n_taken += good;
  return good;
}

/**
 * ent_taking_take_back:
 * @taking: what is being taken over
 * @their_group: a group of changes in the other archive
 * @statement: a statement that they restored
 * @field: a field of it
 * @error: where to say what failed
 *
 * Restores what was read of one field, as they did.
 *
 * Returns: whether it did
 */
gboolean
ent_taking_take_back (EntTaking   *taking,
                      gint64       their_group,
                      const char  *statement,
                      const char  *field,
                      GError     **error)
{
  g_autofree char *coder = ent_taking_dup_coder (taking, their_group);
  TakenGroup *group = ensure_group (taking, coder, error);

  if (group == NULL
      || !ent_archive_log_change (taking->archive, group->number, "edit-statement", statement, field, NULL, NULL, NULL,
                                  error))
    return FALSE;
  group->n++;
  taking->n_taken++;
  return TRUE;
}

/**
 * ent_taking_end:
 * @taking: what was taken over
 * @error: where to say what failed
 *
 * Writes down of how many changes each group is.
 *
 * Returns: whether it did
 */
gboolean
ent_taking_end (EntTaking  *taking,
                GError    **error)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, taking->groups);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const TakenGroup *group = value;
      EntQuery *query = ent_database_query (taking->archive->database,
                                            "UPDATE change_groups SET n = ?1 WHERE number = ?2", error);

      if (query == NULL)
        return FALSE;
      ent_query_bind_number (query, 1, group->n);
      ent_query_bind_number (query, 2, group->number);
      if (!ent_query_run (query, error))
        return FALSE;
    }
  return TRUE;
}
