/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/vocabulary.h"

G_BEGIN_DECLS

/**
 * EntHostTable:
 *
 * Whose statements stand at which addresses, and who carries those of others. Immutable.
 */
typedef struct _EntHostTable EntHostTable;

EntHostTable *ent_host_table_new (const EntVocabulary *vocabulary);
void ent_host_table_free (EntHostTable *table);
const EntTerm *ent_host_table_find (const EntHostTable *table,
                                    const char *url);
const EntTerm *ent_host_table_find_body (const EntHostTable *table,
                                         const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntHostTable, ent_host_table_free)

G_END_DECLS
