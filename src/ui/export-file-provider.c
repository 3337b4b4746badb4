/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <string.h>

#include "ui/export-file-provider.h"

#define URI_LIST "text/uri-list"

/* A file that is handed over by its name, and made by a worker once somebody asks for it: a drag that goes nowhere
 * costs nothing, and one that goes somewhere holds nothing up. */
struct _EntExportFileProvider
{
  GdkContentProvider parent_instance;
  EntExportJob *job; /* until it is begun */
  GFile *file;
  GQueue waiting;    /* of GTask, while the file is made */
  GError *error;     /* why it could not be */
  gboolean is_made;
};

enum
{
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntExportFileProvider, ent_export_file_provider, GDK_TYPE_CONTENT_PROVIDER)

static void
on_written (GObject      *stream,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GTask) task = G_TASK (data);
  GError *error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (stream), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Tells one who asked the file's name, or why there is none. */
static void
answer (EntExportFileProvider *self,
        GTask                 *task)
{
  GOutputStream *stream = g_task_get_task_data (task);

  if (self->error != NULL)
    {
      g_task_return_error (task, g_error_copy (self->error));
      g_object_unref (task);
      return;
    }
  g_autofree char *uri = g_file_get_uri (self->file);
  char *line = g_strconcat (uri, "\r\n", NULL);
  g_object_set_data_full (G_OBJECT (task), "line", line, g_free);
  g_output_stream_write_all_async (stream, line, strlen (line), g_task_get_priority (task),
                                   g_task_get_cancellable (task), on_written, task);
}

static void
on_made (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (EntExportFileProvider) self = ENT_EXPORT_FILE_PROVIDER (data);
  g_autoptr (GBytes) none = ent_export_job_run_finish (result, &self->error);

  self->is_made = TRUE;
  if (self->error != NULL)
    g_signal_emit (self, signals[FAILED], 0, self->error->message);
  for (GTask *task = g_queue_pop_head (&self->waiting); task != NULL; task = g_queue_pop_head (&self->waiting))
    answer (self, task);
}

static GdkContentFormats *
ent_export_file_provider_ref_formats (GdkContentProvider *provider)
{
  const char *types[] = { URI_LIST };

  return gdk_content_formats_new (types, G_N_ELEMENTS (types));
}

static void
ent_export_file_provider_write_mime_type_async (GdkContentProvider  *provider,
                                                const char          *mime_type,
                                                GOutputStream       *stream,
                                                int                  priority,
                                                GCancellable        *cancellable,
                                                GAsyncReadyCallback  callback,
                                                gpointer             data)
{
  EntExportFileProvider *self = ENT_EXPORT_FILE_PROVIDER (provider);
  GTask *task = g_task_new (self, cancellable, callback, data);

  g_task_set_priority (task, priority);
  g_task_set_source_tag (task, ent_export_file_provider_write_mime_type_async);
  g_task_set_task_data (task, g_object_ref (stream), g_object_unref);
  if (!g_str_equal (mime_type, URI_LIST))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "There is no “%s” to hand over", mime_type);
      g_object_unref (task);
      return;
    }
  if (self->is_made)
    {
      answer (self, task);
      return;
    }
  g_queue_push_tail (&self->waiting, task);
  if (self->job != NULL)
    ent_export_job_run_async (g_steal_pointer (&self->job), self->file, NULL, on_made, g_object_ref (self));
}

static gboolean
ent_export_file_provider_write_mime_type_finish (GdkContentProvider  *provider,
                                                 GAsyncResult        *result,
                                                 GError             **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
ent_export_file_provider_dispose (GObject *object)
{
  EntExportFileProvider *self = ENT_EXPORT_FILE_PROVIDER (object);

  /* Whoever waits holds it. */
  g_assert (g_queue_is_empty (&self->waiting));
  g_clear_pointer (&self->job, ent_export_job_free);
  g_clear_object (&self->file);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (ent_export_file_provider_parent_class)->dispose (object);
}

static void
ent_export_file_provider_class_init (EntExportFileProviderClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_export_file_provider_dispose;
  provider_class->ref_formats = ent_export_file_provider_ref_formats;
  provider_class->write_mime_type_async = ent_export_file_provider_write_mime_type_async;
  provider_class->write_mime_type_finish = ent_export_file_provider_write_mime_type_finish;
  signals[FAILED] = g_signal_new ("failed", ENT_TYPE_EXPORT_FILE_PROVIDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ent_export_file_provider_init (EntExportFileProvider *self)
{
  g_queue_init (&self->waiting);
}

/**
 * ent_export_file_provider_new:
 * @job: (transfer full): makes the file
 * @file: where it is to be; its folder is there
 *
 * Returns: (transfer full): a file to drag out, made when it is asked for
 */
GdkContentProvider *
ent_export_file_provider_new (EntExportJob *job,
                              GFile        *file)
{
  g_return_val_if_fail (job != NULL && G_IS_FILE (file), NULL);

  EntExportFileProvider *self = g_object_new (ENT_TYPE_EXPORT_FILE_PROVIDER, NULL);
  self->job = job;
  self->file = g_object_ref (file);
  return GDK_CONTENT_PROVIDER (self);
}
