/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/event-store.h"
#include "model/search-query.h"

G_BEGIN_DECLS

/**
 * EntEvidenceCard:
 *
 * A passage that says so, with where it stands. Signal `opened`: it was clicked, to see it in its statement.
 */
#define ENT_TYPE_EVIDENCE_CARD (ent_evidence_card_get_type ())
G_DECLARE_FINAL_TYPE (EntEvidenceCard, ent_evidence_card, ENT, EVIDENCE_CARD, GtkWidget)

GtkWidget *ent_evidence_card_new           (EntEventStore    *store,
                                            const EntAccount *account,
                                            EntSpan           evidence);
guint      ent_evidence_card_get_statement (EntEvidenceCard  *self);
EntSpan    ent_evidence_card_get_span      (EntEvidenceCard  *self);
void       ent_evidence_card_mark          (EntEvidenceCard      *self,
                                            const EntSearchQuery *query);

G_END_DECLS
