/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/session.h"

G_BEGIN_DECLS

/**
 * EntStatementEditor:
 *
 * A dialog that corrects what is known of a statement, or restores what was read of it.
 */
#define ENT_TYPE_STATEMENT_EDITOR (ent_statement_editor_get_type ())
G_DECLARE_FINAL_TYPE (EntStatementEditor, ent_statement_editor, ENT, STATEMENT_EDITOR, AdwWindow)

GtkWidget *ent_statement_editor_new (EntSession *session,
                                     guint statement);

G_END_DECLS
