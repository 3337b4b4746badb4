/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/session.h"

G_BEGIN_DECLS

/**
 * EntInsightsPage:
 *
 * Figures of the events that are shown: contacts, silences, topics and words of tone over time, each of which can be
 * clicked down to events and saved.
 */
#define ENT_TYPE_INSIGHTS_PAGE (ent_insights_page_get_type ())
G_DECLARE_FINAL_TYPE (EntInsightsPage, ent_insights_page, ENT, INSIGHTS_PAGE, GtkWidget)

void ent_insights_page_set_session (EntInsightsPage *self,
                                    EntSession      *session);

G_END_DECLS
