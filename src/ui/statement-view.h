/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/event-store.h"

G_BEGIN_DECLS

/**
 * EntStatementView:
 *
 * A window with a statement's whole text, the passages that tell an event marked in it.
 */
#define ENT_TYPE_STATEMENT_VIEW (ent_statement_view_get_type ())
G_DECLARE_FINAL_TYPE (EntStatementView, ent_statement_view, ENT, STATEMENT_VIEW, AdwWindow)

GtkWidget *ent_statement_view_new (EntEventStore *store,
                                   guint          statement,
                                   guint32        row,
                                   EntSpan        passage);

G_END_DECLS
