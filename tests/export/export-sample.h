/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/export-request.h"
#include "sample-store.h"

G_BEGIN_DECLS

#define EXPORT_SAMPLE_WIDTH 1200.0
#define EXPORT_SAMPLE_HEIGHT 800.0

EntExportRequest export_sample_request (const SampleStore      *sample,
                                        EntExportFormat         format);
GBytes          *export_sample_bytes   (const EntExportRequest *request);
char            *export_sample_run     (const char * const     *argv,
                                        GBytes                 *input);

G_END_DECLS
