/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "export/export-request.h"

G_BEGIN_DECLS

/**
 * EntExportSink:
 * @out: what is written, a piece at a time; appended to and never read
 *
 * Where a file's bytes go. They are handed on in pieces, so that memory does not follow the file's size.
 * After a failure nothing more is written; it is told by ent_export_sink_finish().
 */
typedef struct
{
  GString *out;
  GOutputStream *stream;
  GCancellable *cancellable;
  const EntExportRequest *request;
  GError *error;
} EntExportSink;

void     ent_export_sink_init   (EntExportSink          *sink,
                                 const EntExportRequest *request,
                                 GOutputStream          *stream,
                                 GCancellable           *cancellable);
gboolean ent_export_sink_step   (EntExportSink          *sink,
                                 double                  done);
gboolean ent_export_sink_write  (EntExportSink          *sink,
                                 gconstpointer           data,
                                 gsize                   length);
void     ent_export_sink_fail   (EntExportSink          *sink,
                                 GError                 *error);
gboolean ent_export_sink_finish (EntExportSink          *sink,
                                 GError                **error);

G_END_DECLS
