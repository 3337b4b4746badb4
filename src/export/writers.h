/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formats made of words; each writes a whole file into a sink, which keeps what goes wrong. */
#pragma once

#include "export/export-sink.h"

G_BEGIN_DECLS

void ent_write_csv        (EntExportSink *sink);
void ent_write_json       (EntExportSink *sink);
void ent_write_markdown   (EntExportSink *sink);
void ent_write_ics        (EntExportSink *sink);
void ent_write_timelinejs (EntExportSink *sink);
void ent_write_html       (EntExportSink *sink);
void ent_write_docx       (EntExportSink *sink);
void ent_write_bibtex     (EntExportSink *sink);
void ent_write_csl        (EntExportSink *sink);

G_END_DECLS
