/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/archive-worker.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "model/archive-search.h"
#include "ui/figure-store.h"
#include "ui/read-settings.h"
#include "ui/spare-memory.h"
#include "ui/ui-data-folders.h"

/* So often the file is told that somebody still has it. */
#define SECONDS_A_BEAT 30

struct _EntArchiveWorker
{
  GObject parent_instance;
  EntParser *parser;
  EntPageWords *page_words;
  EntArchive *archive;       /* NULL until something was opened */
  gboolean untitled;         /* whether it lies in the folder of work without a name */
  char *coder;               /* who works; NULL: whose account it is */
  EntArchiveLoadFlags flags; /* what is loaded */
  GQueue jobs;               /* of Job, that wait for the one at work */
  GCancellable *cancellable; /* of the one at work; NULL when none is */
  guint beat;
  GMutex mutex;              /* of what follows */
  EntLoadProgress progress;
  guint progress_source;
};

enum
{
  PROGRESS,
  LOADED,
  IMPORTED,
  REPARSED,
  CHANGED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntArchiveWorker, ent_archive_worker, G_TYPE_OBJECT)

/**
 * Job:
 * @paths: (nullable): what to open or to bring in
 * @func: (nullable): a change to make
 * @save_path: (nullable): where to save
 * @reparse: whether to parse anew what was parsed by other words or rules
 *
 * One thing asked for; just one of the four is set, or none to load again.
 */
typedef struct
{
  char **paths;
  EntArchiveChangeFunc func;
  gpointer data;
  GDestroyNotify destroy;
  char *save_path;
  gboolean reparse;
  EntReadOptions read;
  char *programs;
  EntArchiveLoadFlags flags;
} Job;

typedef struct
{
  EntArchiveView *view;
  EntImportReport *report;
  EntReparseReport *reparsed;
  char *select;
} Done;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_strfreev (job->paths);
  if (job->destroy != NULL)
    job->destroy (job->data);
  g_free (job->save_path);
  g_free (job->programs);
  g_free (job);
}

static void
done_free (gpointer data)
{
  Done *done = data;

  ent_archive_view_free (done->view);
  ent_import_report_free (done->report);
  if (done->reparsed != NULL)
    ent_reparse_report_clear (done->reparsed);
  g_free (done->reparsed);
  g_free (done->select);
  g_free (done);
}

/* On the thread */

static gboolean
ensure_parser (EntArchiveWorker  *self,
               GError           **error)
{
  g_auto (GStrv) vocabulary_folders = ent_ui_data_folders_new ("vocabulary");
  g_auto (GStrv) language_folders = ent_ui_data_folders_new ("languages");
  g_autoptr (EntVocabulary) vocabulary = NULL;

  if (self->parser != NULL)
    return TRUE;
  vocabulary = ent_vocabulary_load ((const char * const *) vocabulary_folders, error);
  if (vocabulary != NULL && self->page_words == NULL)
    self->page_words = ent_page_words_load ((const char * const *) vocabulary_folders, error);
  if (vocabulary != NULL && self->page_words != NULL)
    self->parser = ent_parser_new (vocabulary, (const char * const *) language_folders, error);
  return self->parser != NULL;
}

static char *
get_untitled_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "entente", "untitled", NULL);
}

static gboolean
lies_untitled (const char *path)
{
  g_autofree char *folder = get_untitled_folder ();
  g_autofree char *own = g_path_get_dirname (path);

  return g_str_equal (folder, own);
}

/* A single archive is opened as it is where nothing is open yet; everything else is brought in. */
static gboolean
opens (EntArchiveWorker *self,
       const Job        *job)
{
  return self->archive == NULL && job->paths[1] == NULL && ent_archive_is_file (job->paths[0]);
}

static const char *
get_coder (EntArchiveWorker *self)
{
  return self->coder != NULL ? self->coder : g_get_real_name ();
}

static gboolean
ensure_archive (EntArchiveWorker  *self,
                const Job         *job,
                GError           **error)
{
  g_autofree char *folder = get_untitled_folder ();

  if (self->archive != NULL)
    return TRUE;
  if (job->paths != NULL && opens (self, job))
    {
      self->archive = ent_archive_open (job->paths[0], self->parser, ENT_ARCHIVE_OPEN_WRITE, error);
      self->untitled = self->archive != NULL && lies_untitled (job->paths[0]);
    }
  else
    {
      self->archive = ent_archive_new_untitled (folder, self->parser, error);
      self->untitled = self->archive != NULL;
    }
  if (self->archive != NULL)
    ent_archive_set_coder (self->archive, get_coder (self));
  return self->archive != NULL;
}

static gboolean
tell_progress (gpointer data)
{
  EntArchiveWorker *self = ENT_ARCHIVE_WORKER (data);
  EntLoadProgress progress;

  g_mutex_lock (&self->mutex);
  progress = self->progress;
  self->progress_source = 0;
  g_mutex_unlock (&self->mutex);
  if (self->cancellable != NULL)
    g_signal_emit (self, signals[PROGRESS], 0, &progress);
  return G_SOURCE_REMOVE;
}

/* Only the last word waits for the main thread, which thus is told no more than it can show. */
static void
on_progress (const EntLoadProgress *progress,
             gpointer               data)
{
  EntArchiveWorker *self = data;

  g_mutex_lock (&self->mutex);
  self->progress = *progress;
  if (self->progress_source == 0)
    self->progress_source = g_timeout_add_full (G_PRIORITY_DEFAULT, 100, tell_progress, g_object_ref (self),
                                                g_object_unref);
  g_mutex_unlock (&self->mutex);
}

/* The work goes on in the file that has a name now; the nameless one is not needed any more. */
static gboolean
save_as (EntArchiveWorker  *self,
         const char        *path,
         GError           **error)
{
  g_autofree char *old_path = g_strdup (ent_archive_get_path (self->archive));
  EntArchive *named;

  if (!ent_archive_save_as (self->archive, path, error))
    return FALSE;
  named = ent_archive_open (path, self->parser, ENT_ARCHIVE_OPEN_WRITE, error);
  if (named == NULL)
    return FALSE;
  ent_archive_set_coder (named, get_coder (self));
  ent_archive_close (self->archive);
  ent_archive_unref (self->archive);
  self->archive = named;
  if (self->untitled && g_strcmp0 (old_path, path) != 0)
    g_unlink (old_path);
  self->untitled = FALSE;
  return TRUE;
}

/* What was added is to be looked at, and what an undone change was about. */
static gboolean
change (EntArchiveWorker  *self,
        const Job         *job,
        Done              *done,
        GError           **error)
{
  g_auto (EntChangeLabel) before = { NULL };
  g_auto (EntChangeLabel) after = { NULL };

  ent_archive_get_undo (self->archive, &before);
  if (!job->func (self->archive, job->data, error))
    return FALSE;
  ent_archive_get_undo (self->archive, &after);
  if (after.number < before.number)
    done->select = g_steal_pointer (&before.event);
  else if (after.number > before.number && g_str_equal (after.action, "add"))
    done->select = g_steal_pointer (&after.event);
  return TRUE;
}

static gboolean
do_job (EntArchiveWorker  *self,
        const Job         *job,
        Done              *done,
        GCancellable      *cancellable,
        GError           **error)
{
  EntReadOptions read;
  gboolean opening;

  if (!ensure_parser (self, error))
    return FALSE;
  opening = job->paths != NULL && opens (self, job);
  if (!ensure_archive (self, job, error))
    return FALSE;
  if (job->save_path != NULL)
    return save_as (self, job->save_path, error);
  if (job->func != NULL)
    return change (self, job, done, error);
  if (job->reparse)
    {
      done->reparsed = g_new0 (EntReparseReport, 1);
      return ent_archive_reparse (self->archive, on_progress, self, cancellable, done->reparsed, error);
    }
  if (opening || job->paths == NULL)
    return TRUE;
  read = job->read;
  read.words = self->page_words;
  done->report = ent_archive_import (self->archive, (const char * const *) job->paths, &read,
                                     g_get_num_processors (), on_progress, self, cancellable, error);
  return done->report != NULL;
}

static void
work (GTask        *task,
      gpointer      source,
      gpointer      data,
      GCancellable *cancellable)
{
  EntArchiveWorker *self = source;
  const Job *job = data;
  Done *done = g_new0 (Done, 1);
  GError *error = NULL;

  if (do_job (self, job, done, cancellable, &error))
    done->view = ent_archive_view_load (self->archive, job->flags, &error);
  /* Whoever waits to see a change does not wait for a search that may never come. */
  if (done->view != NULL && job->func == NULL)
    ent_archive_prepare_search (self->archive, ent_filter_index_get_store (done->view->index));
  if (done->view == NULL)
    {
      done_free (done);
      g_task_return_error (task, error);
      return;
    }
  done->view->select = g_steal_pointer (&done->select);
  g_task_return_pointer (task, done, done_free);
}

/* On the main thread */

static void start_next (EntArchiveWorker *self);

static void
fail (EntArchiveWorker *self,
      const Job        *job,
      const GError     *error)
{
  const char *file = job->save_path != NULL ? job->save_path : job->paths != NULL ? job->paths[0]
                                                                                  : NULL;
  g_autoptr (GPtrArray) failures = ent_load_failures_new ();

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* No file is to blame where there is nothing to read one with. */
  if (self->parser == NULL)
    /* Translators: followed by the name of a table or of a file of rules, and what is wrong with it */
    ent_load_failures_add (failures, NULL, g_strdup_printf (_ ("Words or rules cannot be used: %s"), error->message));
  else if (file == NULL)
    /* Translators: why a change of an archive could not be made, which is as it was */
    ent_load_failures_add (failures, NULL, g_strdup_printf (_ ("Nothing was changed: %s"), error->message));
  else
    ent_load_failures_add (failures, file, g_strdup (error->message));
  g_signal_emit (self, signals[FAILED], 0, failures);
}

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  EntArchiveWorker *self = ENT_ARCHIVE_WORKER (source);
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  Done *done = g_task_propagate_pointer (G_TASK (result), &error);

  if (done != NULL)
    {
      g_signal_emit (self, signals[LOADED], 0, done->view);
      if (done->report != NULL)
        g_signal_emit (self, signals[IMPORTED], 0, done->report);
      if (done->reparsed != NULL)
        g_signal_emit (self, signals[REPARSED], 0, done->reparsed);
      if (done->report != NULL && done->report->failures->len > 0)
        g_signal_emit (self, signals[FAILED], 0, done->report->failures);
      done_free (done);
    }
  else
    fail (self, job, error);
  g_clear_object (&self->cancellable);
  if (job->paths != NULL)
    g_timeout_add (ENT_SPARE_MEMORY_DELAY, ent_spare_memory_give_back_later, NULL);
  start_next (self);
  g_signal_emit (self, signals[CHANGED], 0, error == NULL);
}

static void
start_next (EntArchiveWorker *self)
{
  Job *job;

  if (self->cancellable != NULL || (job = g_queue_pop_head (&self->jobs)) == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, on_done, NULL);
  g_task_set_source_tag (task, start_next);
  g_task_set_task_data (task, job, job_free);
  /* What has come in stays, and is to be shown. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, work);
}

static void
push (EntArchiveWorker *self,
      Job              *job)
{
  job->flags = self->flags;
  g_queue_push_tail (&self->jobs, job);
  start_next (self);
}

static void
beat_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  ent_archive_beat (data, NULL);
  g_task_return_boolean (task, TRUE);
}

/* The file may be in use for a while by a job, so not here. */
static gboolean
on_beat (gpointer data)
{
  EntArchiveWorker *self = ENT_ARCHIVE_WORKER (data);

  if (self->archive == NULL || self->cancellable != NULL)
    return G_SOURCE_CONTINUE;
  g_autoptr (GTask) task = g_task_new (self, NULL, NULL, NULL);
  g_task_set_source_tag (task, on_beat);
  g_task_set_task_data (task, ent_archive_ref (self->archive), (GDestroyNotify) ent_archive_unref);
  g_task_run_in_thread (task, beat_thread);
  return G_SOURCE_CONTINUE;
}

static void
ent_archive_worker_dispose (GObject *object)
{
  EntArchiveWorker *self = ENT_ARCHIVE_WORKER (object);

  g_clear_handle_id (&self->beat, g_source_remove);
  g_queue_clear_full (&self->jobs, job_free);
  if (self->archive != NULL)
    ent_archive_worker_close (self, FALSE);
  g_clear_pointer (&self->parser, ent_parser_unref);
  g_clear_pointer (&self->page_words, ent_page_words_free);

  G_OBJECT_CLASS (ent_archive_worker_parent_class)->dispose (object);
}

static void
ent_archive_worker_finalize (GObject *object)
{
  g_mutex_clear (&ENT_ARCHIVE_WORKER (object)->mutex);
  g_free (ENT_ARCHIVE_WORKER (object)->coder);

  G_OBJECT_CLASS (ent_archive_worker_parent_class)->finalize (object);
}

static void
ent_archive_worker_class_init (EntArchiveWorkerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ent_archive_worker_dispose;
  object_class->finalize = ent_archive_worker_finalize;
  signals[PROGRESS] = g_signal_new ("progress", ENT_TYPE_ARCHIVE_WORKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[LOADED] = g_signal_new ("loaded", ENT_TYPE_ARCHIVE_WORKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[IMPORTED] = g_signal_new ("imported", ENT_TYPE_ARCHIVE_WORKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[REPARSED] = g_signal_new ("reparsed", ENT_TYPE_ARCHIVE_WORKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[CHANGED] = g_signal_new ("changed", ENT_TYPE_ARCHIVE_WORKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[FAILED] = g_signal_new ("failed", ENT_TYPE_ARCHIVE_WORKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
ent_archive_worker_init (EntArchiveWorker *self)
{
  g_mutex_init (&self->mutex);
  g_queue_init (&self->jobs);
  self->beat = g_timeout_add_seconds (SECONDS_A_BEAT, on_beat, self);
}

/**
 * ent_archive_worker_new:
 *
 * Returns: (transfer full): a worker that has no archive yet
 */
EntArchiveWorker *
ent_archive_worker_new (void)
{
  return g_object_new (ENT_TYPE_ARCHIVE_WORKER, NULL);
}

/**
 * ent_archive_worker_set_coder:
 * @self: a worker
 * @coder: (nullable): who works; %NULL or nothing for whose account it is
 *
 * Says whose word it is what changes from now on.
 */
void
ent_archive_worker_set_coder (EntArchiveWorker *self,
                              const char       *coder)
{
  g_return_if_fail (ENT_IS_ARCHIVE_WORKER (self));

  /* The thread reads it only while it opens something. */
  if (ent_archive_worker_is_busy (self))
    return;
  g_free (self->coder);
  self->coder = coder != NULL && *coder != '\0' ? g_strdup (coder) : NULL;
  if (self->archive != NULL)
    ent_archive_set_coder (self->archive, get_coder (self));
}

/**
 * ent_archive_worker_open:
 * @self: a worker
 * @paths: (array zero-terminated=1): files and folders
 *
 * Opens an archive where there is none yet, and brings in everything else; into one without a name if need be.
 */
void
ent_archive_worker_open (EntArchiveWorker   *self,
                         const char * const *paths)
{
  g_return_if_fail (ENT_IS_ARCHIVE_WORKER (self) && paths != NULL);

  if (paths[0] == NULL)
    return;
  Job *job = g_new0 (Job, 1);
  job->paths = g_strdupv ((char **) paths);
  job->programs = ent_ui_data_folders_find_programs ();
  job->read = (EntReadOptions) { .programs = job->programs, .limits = ent_read_settings_get_limits () };
  push (self, job);
}

/**
 * ent_archive_worker_change:
 * @self: a worker that has an archive
 * @func: (scope notified): makes the change, on the thread
 * @data: handed to @func
 * @destroy: (nullable): frees @data
 *
 * Makes a change of the archive.
 */
void
ent_archive_worker_change (EntArchiveWorker     *self,
                           EntArchiveChangeFunc  func,
                           gpointer              data,
                           GDestroyNotify        destroy)
{
  g_return_if_fail (ENT_IS_ARCHIVE_WORKER (self) && func != NULL);

  Job *job = g_new0 (Job, 1);
  job->func = func;
  job->data = data;
  job->destroy = destroy;
  push (self, job);
}

/**
 * ent_archive_worker_reparse:
 * @self: a worker that has an archive
 *
 * Parses anew what was parsed by other words or rules, and tells `reparsed` what that changed.
 */
void
ent_archive_worker_reparse (EntArchiveWorker *self)
{
  g_return_if_fail (ENT_IS_ARCHIVE_WORKER (self));

  Job *job = g_new0 (Job, 1);
  job->reparse = TRUE;
  push (self, job);
}

/**
 * ent_archive_worker_load_again:
 * @self: a worker that has an archive
 *
 * Gives what the archive holds as it is to be shown now.
 */
void
ent_archive_worker_load_again (EntArchiveWorker *self)
{
  g_return_if_fail (ENT_IS_ARCHIVE_WORKER (self));

  push (self, g_new0 (Job, 1));
}

/**
 * ent_archive_worker_set_all:
 * @self: a worker
 * @all: whether events that the user rejected or hid are shown too
 *
 * Shows all that there is, or only what the user wants to see.
 */
void
ent_archive_worker_set_all (EntArchiveWorker *self,
                            gboolean          all)
{
  g_return_if_fail (ENT_IS_ARCHIVE_WORKER (self));

  self->flags = all ? ENT_ARCHIVE_WITH_REJECTED : 0;
  if (self->archive != NULL)
    ent_archive_worker_load_again (self);
}

/**
 * ent_archive_worker_save_as:
 * @self: a worker that has an archive
 * @path: where to
 *
 * Saves the archive under a name, and goes on there.
 */
void
ent_archive_worker_save_as (EntArchiveWorker *self,
                            const char       *path)
{
  g_return_if_fail (ENT_IS_ARCHIVE_WORKER (self) && path != NULL);

  Job *job = g_new0 (Job, 1);
  job->save_path = g_strdup (path);
  push (self, job);
}

/**
 * ent_archive_worker_cancel:
 * @self: a worker
 *
 * Stops what is being brought in, and drops what waits. What has come in stays.
 */
void
ent_archive_worker_cancel (EntArchiveWorker *self)
{
  g_return_if_fail (ENT_IS_ARCHIVE_WORKER (self));

  g_queue_clear_full (&self->jobs, job_free);
  g_cancellable_cancel (self->cancellable);
}

/**
 * ent_archive_worker_close:
 * @self: a worker that is not busy
 * @discard: whether to delete work that has no name
 *
 * Lets the archive go. One without a name that nobody has said anything in is deleted: it holds only what is read again
 * from its files.
 */
void
ent_archive_worker_close (EntArchiveWorker *self,
                          gboolean          discard)
{
  g_return_if_fail (ENT_IS_ARCHIVE_WORKER (self));

  if (self->archive == NULL)
    return;
  g_autofree char *path = g_strdup (ent_archive_get_path (self->archive));
  gboolean is_used = ent_archive_has_edits (self->archive) || ent_figure_store_is_used (self->archive);
  gboolean needless = self->untitled && (discard || !is_used);
  ent_archive_close (self->archive);
  g_clear_pointer (&self->archive, ent_archive_unref);
  if (needless)
    g_unlink (path);
  self->untitled = FALSE;
}

/**
 * ent_archive_worker_is_busy:
 * @self: a worker
 *
 * Returns: whether something is being done
 */
gboolean
ent_archive_worker_is_busy (EntArchiveWorker *self)
{
  g_return_val_if_fail (ENT_IS_ARCHIVE_WORKER (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * ent_archive_worker_is_untitled:
 * @self: a worker
 *
 * Returns: whether the archive has no name yet
 */
gboolean
ent_archive_worker_is_untitled (EntArchiveWorker *self)
{
  g_return_val_if_fail (ENT_IS_ARCHIVE_WORKER (self), FALSE);

  return self->untitled;
}

/**
 * ent_archive_worker_get_archive:
 * @self: a worker
 *
 * Returns: (transfer none) (nullable): the archive; %NULL until something was opened
 */
EntArchive *
ent_archive_worker_get_archive (EntArchiveWorker *self)
{
  g_return_val_if_fail (ENT_IS_ARCHIVE_WORKER (self), NULL);

  return self->archive;
}

/**
 * ent_archive_worker_find_untitled:
 *
 * Returns: (transfer full): files of work without a name that nobody is at: of a program that was stopped
 */
GStrv
ent_archive_worker_find_untitled (void)
{
  g_autofree char *folder = get_untitled_folder ();

  return ent_archive_find_untitled (folder);
}
