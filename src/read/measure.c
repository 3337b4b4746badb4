/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/measure.h"

#include <fts.h>
#include <sys/stat.h>

static void
add_entry (FTS                 *walk,
           FTSENT              *entry,
           const EntReadLimits *limits,
           guint               *n_files,
           guint64             *n_bytes)
{
  gboolean is_hidden = entry->fts_level > 0 && entry->fts_name[0] == '.';

  if (entry->fts_info == FTS_D && (is_hidden || (guint64) entry->fts_level > limits->most[ENT_LIMIT_DEPTH]))
    fts_set (walk, entry, FTS_SKIP);
  if (is_hidden || entry->fts_info == FTS_D || entry->fts_info == FTS_DP || entry->fts_info == FTS_DC)
    return;
  (*n_files)++;
  if (entry->fts_info == FTS_F)
    *n_bytes += (guint64) entry->fts_statp->st_size;
}

/**
 * ent_reader_measure:
 * @path: a file or a folder
 * @options: how it will be read
 * @n_files: how many files there are to read is added here
 * @n_bytes: their size in bytes is added here; what has none beforehand counts for nothing
 * @cancellable: (nullable): to stop it
 *
 * Looks how much there is before it is read, so that the time that it takes can be told. Nothing is opened but folders.
 */
void
ent_reader_measure (const char           *path,
                    const EntReadOptions *options,
                    guint                *n_files,
                    guint64              *n_bytes,
                    GCancellable         *cancellable)
{
  const EntReadLimits limits = ent_read_limits_complete (&options->limits);
  char * const paths[] = { (char *) path, NULL };
  FTS *walk;
  FTSENT *entry;

  g_return_if_fail (path != NULL && options != NULL && n_files != NULL && n_bytes != NULL);

  /* Links are followed, but not for ever. */
  walk = fts_open (paths, FTS_LOGICAL | FTS_NOCHDIR, NULL);
  /* Read before it is asked: what was opened and never read is not all given back by fts_close(). */
  while (walk != NULL && (entry = fts_read (walk)) != NULL && !g_cancellable_is_cancelled (cancellable))
    add_entry (walk, entry, &limits, n_files, n_bytes);
  if (walk != NULL)
    fts_close (walk);
}
