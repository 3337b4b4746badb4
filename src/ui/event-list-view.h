/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/session.h"

G_BEGIN_DECLS

/**
 * EntEventListView:
 *
 * Events as a list of lines with date and title, in time order; a line, activated, selects its event.
 */
#define ENT_TYPE_EVENT_LIST_VIEW (ent_event_list_view_get_type ())
G_DECLARE_FINAL_TYPE (EntEventListView, ent_event_list_view, ENT, EVENT_LIST_VIEW, GtkWidget)

GtkWidget *ent_event_list_view_new      (void);
void       ent_event_list_view_set_rows (EntEventListView *self,
                                         EntSession       *session,
                                         EntRowSet        *rows);

G_END_DECLS
