/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/archive-edit.h"
#include "ui/session.h"

G_BEGIN_DECLS

/* What is said of a statement, asked of the session's archive. Statements are named by their ids. */

void ent_statement_changes_edit (EntSession *session,
                                 const char *statement,
                                 const EntStatementValue *values,
                                 gsize n_values);
void ent_statement_changes_restore (EntSession *session,
                                    const char *statement);
void ent_statement_changes_bring_back (EntSession *session,
                                       const char *statement);
void ent_statement_changes_remove (EntSession *session,
                                   const char *statement);

G_END_DECLS
