/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/session.h"

G_BEGIN_DECLS

/**
 * EntStatementsPage:
 *
 * What is held of a relationship: statements a month by issuing body, each statement in a table, and the contacts that
 * one side alone tells, as a list of what to collect.
 */
#define ENT_TYPE_STATEMENTS_PAGE (ent_statements_page_get_type ())
G_DECLARE_FINAL_TYPE (EntStatementsPage, ent_statements_page, ENT, STATEMENTS_PAGE, GtkWidget)

void ent_statements_page_set_session (EntStatementsPage *self,
                                      EntSession        *session);

G_END_DECLS
