/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/session.h"

G_BEGIN_DECLS

/**
 * EntStatementListView:
 *
 * A short list of statements; the one that is chosen is opened, and `chosen` is emitted.
 */
#define ENT_TYPE_STATEMENT_LIST_VIEW (ent_statement_list_view_get_type ())
G_DECLARE_FINAL_TYPE (EntStatementListView, ent_statement_list_view, ENT, STATEMENT_LIST_VIEW, GtkWidget)

GtkWidget *ent_statement_list_view_new            (void);
void       ent_statement_list_view_set_statements (EntStatementListView *self,
                                                   EntSession           *session,
                                                   const guint32        *numbers,
                                                   guint                 n);

G_END_DECLS
