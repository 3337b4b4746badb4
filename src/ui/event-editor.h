/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/session.h"

G_BEGIN_DECLS

/**
 * EntEventEditor:
 *
 * A dialog in which an event's values are corrected. A field that no value of its kind can be read from tells so, and
 * nothing is saved until it can.
 */
#define ENT_TYPE_EVENT_EDITOR (ent_event_editor_get_type ())
G_DECLARE_FINAL_TYPE (EntEventEditor, ent_event_editor, ENT, EVENT_EDITOR, AdwWindow)

GtkWidget *ent_event_editor_new (EntSession *session,
                                 guint32 row);
GtkWidget *ent_event_editor_new_to_add (EntSession *session,
                                        int statement,
                                        EntSpan evidence);

G_END_DECLS
