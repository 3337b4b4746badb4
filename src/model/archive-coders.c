/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who codes an archive, and who of them does so without seeing what the others say. */
#include "model/archive-private.h"
#include "model/archive-together.h"

static char *
dup_state_key (const char *coder)
{
  return g_strconcat ("blind:", coder, NULL);
}

/**
 * ent_archive_set_alone:
 * @archive: an archive with a coder
 * @alone: whether only what this coder says counts
 *
 * Has others' words on events not seen as long as the archive is open, whatever the file remembers.
 */
void
ent_archive_set_alone (EntArchive *archive,
                       gboolean    alone)
{
  g_autoptr (GRecMutexLocker) locker = NULL;

  g_return_if_fail (archive != NULL && archive->coder != NULL);

  locker = ent_archive_lock (archive);
  archive->alone = alone;
}

/**
 * ent_archive_is_blind:
 * @archive: an archive
 *
 * Returns: whether the archive's coder sees nothing of what others say of events
 */
gboolean
ent_archive_is_blind (EntArchive *archive)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  g_autofree char *key = NULL;
  g_autofree char *value = NULL;

  g_return_val_if_fail (archive != NULL && archive->database != NULL, FALSE);

  locker = ent_archive_lock (archive);
  if (archive->coder == NULL || archive->alone)
    return archive->coder != NULL;
  key = dup_state_key (archive->coder);
  value = ent_archive_dup_state (archive, key);
  return g_strcmp0 (value, "1") == 0;
}

/**
 * ent_archive_set_blind:
 * @archive: an archive with a coder
 * @blind: whether this coder is to see only what the statements tell and what is the coder's own
 * @error: where to say why it could not be written
 *
 * Begins or ends coding blind. The file remembers it, so that nothing shows when it is opened again. What is loaded,
 * undone and redone from then on is the coder's own. It is no change to undo.
 *
 * Returns: whether it was written
 */
gboolean
ent_archive_set_blind (EntArchive  *archive,
                       gboolean     blind,
                       GError     **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  g_autofree char *key = NULL;

  g_return_val_if_fail (archive != NULL && archive->database != NULL && archive->coder != NULL, FALSE);

  locker = ent_archive_lock (archive);
  key = dup_state_key (archive->coder);
  return ent_archive_set_state (archive, key, blind ? "1" : "0", error);
}

/**
 * ent_archive_get_only_coder:
 * @archive: an archive
 *
 * Returns: (nullable): whose changes alone are seen; %NULL for everybody's
 */
const char *
ent_archive_get_only_coder (EntArchive *archive)
{
  return ent_archive_is_blind (archive) ? archive->coder : NULL;
}

static void
clear_coder (gpointer data)
{
  g_free (((EntCoder *) data)->name);
}

static void
add_coder (EntQuery *row,
           gpointer  coders)
{
  EntCoder coder = { ent_query_dup_given (row, 0), (guint) ent_query_get_number (row, 1) };

  g_array_append_val (coders, coder);
}

/**
 * ent_archive_get_coders:
 * @archive: an archive
 * @error: where to say what failed
 *
 * Returns: (transfer full) (nullable) (element-type EntCoder): who has checked events, who checked most first
 */
GArray *
ent_archive_get_coders (EntArchive  *archive,
                        GError     **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  g_autoptr (GArray) coders = g_array_new (FALSE, FALSE, sizeof (EntCoder));
  EntQuery *query;

  g_return_val_if_fail (archive != NULL && archive->database != NULL, NULL);

  g_array_set_clear_func (coders, clear_coder);
  locker = ent_archive_lock (archive);
  query = ent_database_query (archive->database,
                              "SELECT g.coder, count (DISTINCT c.target ->> 'id') FROM changes c"
                              " JOIN change_groups g ON g.number = c.change_group WHERE g.state = 'done'"
                              " AND g.coder <> '' AND c.action IN ('review', 'edit') AND c.target LIKE '{%'"
                              " GROUP BY g.coder ORDER BY 2 DESC, 1",
                              error);
  return query != NULL && ent_query_each (query, add_coder, coders, error) ? g_steal_pointer (&coders) : NULL;
}
