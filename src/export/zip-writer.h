/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/export-sink.h"

G_BEGIN_DECLS

/**
 * EntZipWriter:
 *
 * A ZIP archive on its way into a sink. The same members give the same bytes, whatever the day and the time zone.
 */
typedef struct _EntZipWriter EntZipWriter;

EntZipWriter *ent_zip_writer_new  (EntExportSink *sink);
void          ent_zip_writer_add  (EntZipWriter  *writer,
                                   const char    *name,
                                   const GString *content);
void          ent_zip_writer_free (EntZipWriter  *writer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntZipWriter, ent_zip_writer_free)

G_END_DECLS
