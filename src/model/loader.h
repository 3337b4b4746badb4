/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/event-store.h"
#include "model/merge.h"
#include "parse/parser.h"
#include "read/reader.h"

G_BEGIN_DECLS

/**
 * EntLoadOptions:
 * @read: how to read
 * @merge: how mentions become events
 * @n_jobs: worker threads; 0 for one a processor
 * @keep: whether what was read is given when it is stopped, and not an error
 * @coder: (nullable): whose word on events alone counts, of those of archives; %NULL for everybody's
 *
 * How to load. A plain value.
 */
typedef struct
{
  EntReadOptions read;
  EntMergeFlags merge;
  guint n_jobs;
  gboolean keep;
  const char *coder;
} EntLoadOptions;

/**
 * EntLoadProgress:
 * @n_files: how many files there are to read, also those in folders
 * @n_files_done: how many of them were read
 * @n_statements: how many statements were parsed
 * @n_mentions: how many mentions of events they have
 * @n_failed: how much could not be read
 * @n_bytes: how large the files are together; what comes through pipes counts for nothing
 * @n_bytes_done: how much of that was read
 * @seconds_left: how long the rest takes if it goes on as until now; negative while that cannot be told
 *
 * How far a load has come. A plain value.
 */
typedef struct
{
  guint n_files;
  guint n_files_done;
  guint n_statements;
  guint n_mentions;
  guint n_failed;
  guint64 n_bytes;
  guint64 n_bytes_done;
  double seconds_left;
} EntLoadProgress;

void ent_load_progress_reckon (EntLoadProgress *progress,
                               gint64           start);

/* Called on the thread that loads. */
typedef void (*EntLoadProgressFunc) (const EntLoadProgress *progress,
                                     gpointer               data);

/**
 * EntLoadFailure:
 * @file: what could not be read
 * @message: why, in one line
 */
typedef struct
{
  char *file;
  char *message;
} EntLoadFailure;

/**
 * EntLoadResult:
 * @store: what was read
 * @parsed: (element-type EntParsed): what it was made from, so that more can be added to it
 * @failures: (element-type EntLoadFailure): what could not be read
 * @warnings: (element-type EntLoadFailure): what was read, but not quite as it is
 * @periods: (nullable) (element-type EntPeriod): the user's periods, where an archive by itself was read
 * @snapshot: (nullable): the name of the archive's snapshot that is the same as what was read
 * @archives: (element-type EntArchive): the archives among what was read, which can be searched for the store's words
 * @archive_of: (element-type guint32): of each statement of the store, which of them has it, counted from 1; 0 for none
 * @stopped: whether it was stopped before the end, and kept what was read until then
 *
 * What a load gave.
 */
typedef struct
{
  EntEventStore *store;
  GPtrArray *parsed;
  GPtrArray *failures;
  GPtrArray *warnings;
  GArray *periods;
  char *snapshot;
  GPtrArray *archives;
  GArray *archive_of;
  gboolean stopped;
} EntLoadResult;

GPtrArray     *ent_load_failures_new  (void);
void           ent_load_failures_add  (GPtrArray            *failures,
                                       const char           *file,
                                       char                 *message);
void           ent_load_result_free   (EntLoadResult        *result);

EntLoadResult *ent_loader_load        (EntParser            *parser,
                                       const char * const   *paths,
                                       GPtrArray            *already,
                                       const EntLoadOptions *options,
                                       EntLoadProgressFunc   progress,
                                       gpointer              data,
                                       GCancellable         *cancellable,
                                       GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntLoadResult, ent_load_result_free)

G_END_DECLS
