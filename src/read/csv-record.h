/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read/record.h"

G_BEGIN_DECLS

/**
 * EntCsvHeader:
 * @columns: (element-type EntField): the field of each column, %ENT_N_FIELDS for one that is not read
 * @separator: what parts the fields: a comma, a semicolon or a tab
 *
 * What the first line of a table of statements says of the others. A plain value.
 */
typedef struct
{
  GArray *columns;
  char separator;
} EntCsvHeader;

gboolean ent_csv_header_parse (EntCsvHeader *header,
                               const char *text,
                               gsize length);
void ent_csv_header_clear (EntCsvHeader *header);
GStrv ent_csv_split (const char *text,
                     gsize length,
                     char separator);
const char *ent_csv_find_end (const char *text,
                              gsize length);
gboolean ent_csv_record_is_open (const char *text,
                                 gsize length,
                                 gboolean open);
gboolean ent_csv_record_parse (const EntCsvHeader *header,
                               const char *text,
                               gsize length,
                               EntRecord *record,
                               GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntCsvHeader, ent_csv_header_clear)

G_END_DECLS
