/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read/statement.h"

G_BEGIN_DECLS

/**
 * EntStatementSet:
 *
 * Where the statements of several files come together: one of an id and text that was there already is
 * dropped, one of an id that another text has gets a number ("news/1#2"). It remembers three hashes of 64
 * bits a statement and nothing of the texts. Not thread-safe.
 */
typedef struct _EntStatementSet EntStatementSet;

EntStatementSet *ent_statement_set_new  (void);
void             ent_statement_set_free (EntStatementSet *set);
void             ent_statement_set_mark_versions (EntStatementSet *set);
EntStatement    *ent_statement_set_add  (EntStatementSet *set,
                                         EntStatement    *statement,
                                         gboolean        *renamed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntStatementSet, ent_statement_set_free)

G_END_DECLS
