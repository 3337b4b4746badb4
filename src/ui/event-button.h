/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/event-store.h"

G_BEGIN_DECLS

/**
 * EntEventButton:
 *
 * An event in two lines, its title over a note. Signal `chosen`: it was clicked, with the event's row.
 */
#define ENT_TYPE_EVENT_BUTTON (ent_event_button_get_type ())
G_DECLARE_FINAL_TYPE (EntEventButton, ent_event_button, ENT, EVENT_BUTTON, GtkWidget)

GtkWidget *ent_event_button_new (EntEventStore *store,
                                 guint32        row,
                                 const char    *note);

G_END_DECLS
