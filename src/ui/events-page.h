/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/session.h"
#include "ui/table-view.h"

G_BEGIN_DECLS

/**
 * EntEventsPage:
 *
 * The events that are shown, as a table: the readable twin of the timeline.
 */
#define ENT_TYPE_EVENTS_PAGE (ent_events_page_get_type ())
G_DECLARE_FINAL_TYPE (EntEventsPage, ent_events_page, ENT, EVENTS_PAGE, GtkWidget)

void          ent_events_page_set_session (EntEventsPage *self,
                                           EntSession    *session);
EntTableView *ent_events_page_get_table   (EntEventsPage *self);

G_END_DECLS
