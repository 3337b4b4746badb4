/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/export-job.h"

G_BEGIN_DECLS

#define ENT_TYPE_EXPORT_FILE_PROVIDER (ent_export_file_provider_get_type ())
G_DECLARE_FINAL_TYPE (EntExportFileProvider, ent_export_file_provider, ENT, EXPORT_FILE_PROVIDER, GdkContentProvider)

GdkContentProvider *ent_export_file_provider_new (EntExportJob *job,
                                                  GFile        *file);

G_END_DECLS
