/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/row-set.h"
#include "model/archive-marks.h"
#include "model/event-store.h"

G_BEGIN_DECLS

/**
 * EntMarkTable:
 *
 * Notes and tags by what of a store they are on:
 *
 *     row of an event        ──► marks, the oldest first
 *     number of a statement  ──► marks
 *
 * Immutable, used from any thread.
 */
typedef struct _EntMarkTable EntMarkTable;

EntMarkTable *ent_mark_table_new (const EntEventStore *store,
                                  GArray *marks);
void ent_mark_table_free (EntMarkTable *table);
const GArray *ent_mark_table_get_all (const EntMarkTable *table);
const GPtrArray *ent_mark_table_get_of_event (const EntMarkTable *table,
                                              guint32 row);
const GPtrArray *ent_mark_table_get_of_statement (const EntMarkTable *table,
                                                  guint statement);
gboolean ent_mark_table_find_statement (const EntMarkTable *table,
                                        const EntMark *mark,
                                        guint *statement);
char *ent_marks_dup_words (const GPtrArray *marks,
                           EntMarkType type,
                           const char *before,
                           const char *separator);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntMarkTable, ent_mark_table_free)

G_END_DECLS
