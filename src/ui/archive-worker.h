/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/archive-import.h"
#include "ui/archive-view.h"

G_BEGIN_DECLS

/**
 * EntArchiveWorker:
 *
 * Does what is asked of an archive, one thing after another, on a thread, and gives what it then holds. What was asked
 * is on the disk when it is told to be done.
 *
 *     open() ─────┐             ┌─► parser, archive (untitled until it is saved)
 *     change() ───┼─► queue ─► thread ─► import or change ─► store ─► index, relationships ─► `loaded`
 *     save_as() ──┘
 *
 * Signals, on the main thread: `progress` with an #EntLoadProgress while it reads, `loaded` with an
 * #EntArchiveView, `imported` with an #EntImportReport, `reparsed` with an #EntReparseReport, `changed` with whether
 * the last change was made, and `failed` with a #GPtrArray of #EntLoadFailure.
 */
#define ENT_TYPE_ARCHIVE_WORKER (ent_archive_worker_get_type ())
G_DECLARE_FINAL_TYPE (EntArchiveWorker, ent_archive_worker, ENT, ARCHIVE_WORKER, GObject)

/* Makes one change of an archive, on the worker's thread. Returns whether it was made. */
typedef gboolean (*EntArchiveChangeFunc) (EntArchive *archive,
                                          gpointer data,
                                          GError **error);

EntArchiveWorker *ent_archive_worker_new (void);
void ent_archive_worker_open (EntArchiveWorker *self,
                              const char * const *paths);
void ent_archive_worker_change (EntArchiveWorker *self,
                                EntArchiveChangeFunc func,
                                gpointer data,
                                GDestroyNotify destroy);
void ent_archive_worker_set_coder (EntArchiveWorker *self,
                                   const char *coder);
void ent_archive_worker_load_again (EntArchiveWorker *self);
void ent_archive_worker_reparse (EntArchiveWorker *self);
void ent_archive_worker_set_all (EntArchiveWorker *self,
                                 gboolean all);
void ent_archive_worker_save_as (EntArchiveWorker *self,
                                 const char *path);
void ent_archive_worker_cancel (EntArchiveWorker *self);
void ent_archive_worker_close (EntArchiveWorker *self,
                               gboolean discard);
gboolean ent_archive_worker_is_busy (EntArchiveWorker *self);
gboolean ent_archive_worker_is_untitled (EntArchiveWorker *self);
EntArchive *ent_archive_worker_get_archive (EntArchiveWorker *self);
GStrv ent_archive_worker_find_untitled (void);

G_END_DECLS
