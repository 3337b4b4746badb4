/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/export-sink.h"

#define PIECE 65536

/**
 * ent_export_sink_init:
 * @sink: a sink
 * @request: what is made; told of progress
 * @stream: where bytes go
 * @cancellable: (nullable): to stop it
 *
 * Begins a file. Ended with ent_export_sink_finish().
 */
void
ent_export_sink_init (EntExportSink          *sink,
                      const EntExportRequest *request,
                      GOutputStream          *stream,
                      GCancellable           *cancellable)
{
  *sink = (EntExportSink) { g_string_new (NULL), stream, cancellable, request, NULL };
}

static gboolean
flush (EntExportSink *sink)
{
  if (sink->error == NULL && sink->out->len > 0)
    g_output_stream_write_all (sink->stream, sink->out->str, sink->out->len, NULL, sink->cancellable, &sink->error);
  g_string_truncate (sink->out, 0);
  return sink->error == NULL;
}

/**
 * ent_export_sink_step:
 * @sink: a sink
 * @done: which share of the work is done, 0 to 1
 *
 * Hands on what was written, when it is enough to be worth it, and tells of progress.
 *
 * Returns: whether to go on
 */
gboolean
ent_export_sink_step (EntExportSink *sink,
                      double         done)
{
  if (sink->error != NULL || g_cancellable_set_error_if_cancelled (sink->cancellable, &sink->error))
    return FALSE;
  if (sink->request->progress != NULL)
    sink->request->progress (done, sink->request->progress_data);
  return sink->out->len < PIECE || flush (sink);
}

/**
 * ent_export_sink_write:
 * @sink: a sink
 * @data: bytes
 * @length: how many
 *
 * Writes bytes behind what was written.
 *
 * Returns: whether to go on
 */
gboolean
ent_export_sink_write (EntExportSink *sink,
                       gconstpointer  data,
                       gsize          length)
{
  if (sink->error != NULL)
    return FALSE;
  g_string_append_len (sink->out, data, (gssize) length);
  return sink->out->len < PIECE || flush (sink);
}

/**
 * ent_export_sink_fail:
 * @sink: a sink
 * @error: (transfer full): why no more can be written; the first one is kept
 */
void
ent_export_sink_fail (EntExportSink *sink,
                      GError        *error)
{
  if (sink->error == NULL)
    sink->error = error;
  else
    g_error_free (error);
}

/**
 * ent_export_sink_finish:
 * @sink: a sink
 * @error: return location for an error
 *
 * Hands on what is left and lets go of the sink.
 *
 * Returns: whether all was written
 */
gboolean
ent_export_sink_finish (EntExportSink  *sink,
                        GError        **error)
{
  flush (sink);
  g_string_free (sink->out, TRUE);
  if (sink->error == NULL)
    return TRUE;
  g_propagate_error (error, sink->error);
  return FALSE;
}
