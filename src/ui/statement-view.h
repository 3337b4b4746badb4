/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/session.h"

G_BEGIN_DECLS

/**
 * EntStatementView:
 *
 * A window with a statement's whole text. The passages of every event stand in the colour of its lane; a click on one
 * selects its event, and the passages of the event that is selected stand out.
 */
#define ENT_TYPE_STATEMENT_VIEW (ent_statement_view_get_type ())
G_DECLARE_FINAL_TYPE (EntStatementView, ent_statement_view, ENT, STATEMENT_VIEW, AdwWindow)

GtkWidget *ent_statement_view_new        (EntSession       *session,
                                          guint             statement,
                                          guint32           row,
                                          EntSpan           passage);
guint      ent_statement_view_find       (EntStatementView *self,
                                          const char       *words);
gboolean   ent_statement_view_step       (EntStatementView *self,
                                          int               direction);

G_END_DECLS
