/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "filter/filter-run.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_TABLE_CSV,
  ENT_TABLE_JSON, /* one array of the objects that `events` prints */
  ENT_TABLE_MARKDOWN,
  ENT_N_TABLE_FORMATS
} EntTableFormat;

gboolean ent_table_format_from_name (const char *name,
                                     EntTableFormat *format);
GBytes *ent_table_export_new_bytes (const EntFilterIndex *index,
                                    const EntFilter *filter,
                                    const EntRowSet *rows,
                                    EntTableFormat format);
gboolean ent_table_export_to_file (const EntFilterIndex *index,
                                   const EntFilter *filter,
                                   const EntRowSet *rows,
                                   EntTableFormat format,
                                   GFile *file,
                                   GError **error);

G_END_DECLS
