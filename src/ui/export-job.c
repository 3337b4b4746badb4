/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/export-job.h"

#include "ui/spare-memory.h"
#include "ui/ui-translator.h"

/**
 * ent_export_job_new:
 * @session: what to make a picture of
 *
 * Returns: (transfer full): a job for a picture of what the session shows
 */
EntExportJob *
ent_export_job_new (EntSession *session)
{
  g_return_val_if_fail (ent_session_get_index (session) != NULL, NULL);

  EntExportJob *job = g_new0 (EntExportJob, 1);
  job->index = ent_filter_index_ref (ent_session_get_index (session));
  job->filter = ent_filter_ref (ent_session_get_filter (session));
  job->rows = ent_row_set_ref (ent_session_get_rows (session));
  job->request.index = job->index;
  job->request.filter = job->filter;
  job->request.rows = job->rows;
  job->request.pixel_scale = 1.0;
  job->request.as_of = ENT_DAY_OPEN_START;
  job->request.translator = ent_ui_translator_get ();
  job->locale = ent_ui_translator_dup_locale ();
  job->request.locale = job->locale;
  job->snapshot = g_strdup (ent_session_get_snapshot (session));
  job->request.snapshot = job->snapshot;
  return job;
}

/**
 * ent_export_job_free:
 * @job: (transfer full): a job
 *
 * Lets go of a job and what it holds.
 */
void
ent_export_job_free (EntExportJob *job)
{
  g_clear_pointer (&job->index, ent_filter_index_unref);
  g_clear_pointer (&job->filter, ent_filter_unref);
  g_clear_pointer (&job->rows, ent_row_set_unref);
  g_clear_pointer (&job->edits, ent_figure_edits_free);
  g_clear_pointer (&job->permille, g_atomic_rc_box_release);
  g_clear_pointer (&job->snapshot, g_free);
  g_clear_pointer (&job->locale, g_free);
  g_clear_pointer (&job->title, g_free);
  g_clear_pointer (&job->subtitle, g_free);
  g_clear_pointer (&job->lane_choice, g_free);
  g_free (job);
}

/**
 * ent_export_job_set_words:
 * @job: a job
 * @title: (nullable): above the picture
 * @subtitle: (nullable): under the title
 *
 * Gives the picture a title.
 */
void
ent_export_job_set_words (EntExportJob *job,
                          const char   *title,
                          const char   *subtitle)
{
  g_return_if_fail (job != NULL);

  g_free (job->title);
  g_free (job->subtitle);
  job->title = g_strdup (title);
  job->subtitle = g_strdup (subtitle);
  job->request.title = job->title;
  job->request.subtitle = job->subtitle;
}

/**
 * ent_export_job_set_lanes:
 * @job: a job
 * @lanes: what a lane is
 * @choice: which lanes are hidden, folded or first, as ent_lane_choice_to_string() has it
 *
 * Has the picture show the lanes as they are in the window.
 */
void
ent_export_job_set_lanes (EntExportJob *job,
                          EntLaneMode   lanes,
                          const char   *choice)
{
  g_return_if_fail (job != NULL);

  g_free (job->lane_choice);
  job->lane_choice = g_strdup (choice);
  job->request.lanes = lanes;
  job->request.lane_choice = job->lane_choice;
}

/**
 * ent_export_job_set_edits:
 * @job: a job, which has none yet
 * @edits: what a person chose for its file
 *
 * Has it show the events that are chosen, and call them as they are called.
 */
void
ent_export_job_set_edits (EntExportJob         *job,
                          const EntFigureEdits *edits)
{
  g_return_if_fail (job != NULL && job->edits == NULL && edits != NULL);

  g_autoptr (EntRowSet) asked = g_steal_pointer (&job->rows);

  job->edits = ent_figure_edits_copy (edits);
  job->rows = ent_figure_edits_run (edits, ent_filter_index_get_store (job->index), asked);
  job->request.rows = job->rows;
  job->request.edits = job->edits;
}

static void
on_progress (double   done,
             gpointer data)
{
  g_atomic_int_set ((gint *) data, (gint) (done * 1000.0));
}

/**
 * ent_export_job_share_progress:
 * @job: a job
 *
 * Returns: (transfer full): how many thousandths of it are done, read with g_atomic_int_get() while the job runs; let
 *   go of with g_atomic_rc_box_release()
 */
gint *
ent_export_job_share_progress (EntExportJob *job)
{
  g_return_val_if_fail (job != NULL, NULL);

  if (job->permille == NULL)
    job->permille = g_atomic_rc_box_new0 (gint);
  job->request.progress = on_progress;
  job->request.progress_data = job->permille;
  return g_atomic_rc_box_acquire (job->permille);
}

static void
run (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  EntExportJob *job = data;
  GFile *file = source;
  GError *error = NULL;

  if (file == NULL)
    {
      GBytes *bytes = ent_export_new_bytes (&job->request, cancellable, &error);

      if (bytes != NULL)
        g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
      else
        g_task_return_error (task, error);
    }
  else if (ent_export_to_file (&job->request, file, cancellable, &error))
    g_task_return_pointer (task, NULL, NULL);
  else
    g_task_return_error (task, error);
  ent_spare_memory_end_work ();
}

/**
 * ent_export_job_run_async:
 * @job: (transfer full): a job
 * @file: (nullable): where to write it; %NULL to hand its bytes over
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done; its source is @file
 * @data: handed to @callback
 *
 * Makes a file on a worker.
 */
void
ent_export_job_run_async (EntExportJob        *job,
                          GFile               *file,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  g_return_if_fail (job != NULL);

  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, data);
  g_task_set_source_tag (task, ent_export_job_run_async);
  g_task_set_task_data (task, job, (GDestroyNotify) ent_export_job_free);
  g_task_run_in_thread (task, run);
}

/**
 * ent_export_job_run_finish:
 * @result: what the callback got
 * @error: why it failed
 *
 * Returns: (transfer full) (nullable): the file's bytes if they were to be handed over; %NULL with no @error if a
 *   file was written
 */
GBytes *
ent_export_job_run_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  /* A picture that is only looked at is likely to be followed by another one. */
  if (g_task_get_source_object (G_TASK (result)) != NULL)
    g_timeout_add (ENT_SPARE_MEMORY_DELAY, ent_spare_memory_give_back_later, NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
