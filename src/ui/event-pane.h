/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/session.h"

G_BEGIN_DECLS

/**
 * EntEventPane:
 *
 * All that is known of the selected event: what, when, who, what each side says, and in which words.
 */
#define ENT_TYPE_EVENT_PANE (ent_event_pane_get_type ())
G_DECLARE_FINAL_TYPE (EntEventPane, ent_event_pane, ENT, EVENT_PANE, GtkWidget)

void ent_event_pane_set_session (EntEventPane *self,
                                 EntSession   *session);
void ent_event_pane_show_inside (EntEventPane *self, gboolean shown);

G_END_DECLS

