/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/sheet.h"
#include "model/concordance.h"
#include "ui/session.h"

G_BEGIN_DECLS

/**
 * EntFormulasPage:
 *
 * Set phrases and where they are used: a dated concordance with a column for each issuing body, the words that differ
 * from that body's last use, how many statements of a kind use it, and which comparable ones lack it.
 */
#define ENT_TYPE_FORMULAS_PAGE (ent_formulas_page_get_type ())
G_DECLARE_FINAL_TYPE (EntFormulasPage, ent_formulas_page, ENT, FORMULAS_PAGE, GtkWidget)

void            ent_formulas_page_set_session     (EntFormulasPage *self,
                                                   EntSession      *session);
void            ent_formulas_page_reload          (EntFormulasPage *self);
void            ent_formulas_page_choose          (EntFormulasPage *self,
                                                   guint            formula);
EntConcordance *ent_formulas_page_get_concordance (EntFormulasPage *self);
EntSheet       *ent_formulas_page_dup_sheet       (EntFormulasPage *self);

G_END_DECLS
