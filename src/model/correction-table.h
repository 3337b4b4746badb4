/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/archive-edit.h"

G_BEGIN_DECLS

/* The table of events that is exported, on its way back. Its last column keeps what the others were, so that a cell
 * that somebody changed is told from one whose event was changed in the archive meanwhile. */
#define ENT_CORRECTION_CHECK_COLUMN "as_exported"

/**
 * EntTableRemark:
 * @row: where, counted as a spreadsheet counts, the names of columns being row 1
 * @column: (nullable): its name, %NULL for the row as a whole
 * @message: what is wrong
 *
 * Something to say of a cell. Strings are owned.
 */
typedef struct
{
  guint row;
  char *column;
  char *message;
} EntTableRemark;

/**
 * EntCorrectionTable:
 * @corrections: (element-type EntCorrection): what was changed in the table
 * @mistakes: (element-type EntTableRemark): cells that cannot be read; where there is one, nothing of the table holds
 * @conflicts: (element-type EntTableRemark): cells that were changed, as was the archive meanwhile; the archive's
 *   value stays
 * @n_values: how many cells are in @corrections
 *
 * What a table of events says that is not so in a store.
 */
typedef struct
{
  GArray *corrections;
  GArray *mistakes;
  GArray *conflicts;
  guint n_values;
} EntCorrectionTable;

char *ent_correction_dup_check (const EntEventStore *store,
                                guint32 row);
gboolean ent_correction_table_is_file (const char *path);
EntCorrectionTable *ent_archive_take_corrections (EntArchive *archive,
                                                  const char *path,
                                                  GError **error);
void ent_correction_table_free (EntCorrectionTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntCorrectionTable, ent_correction_table_free)

G_END_DECLS
