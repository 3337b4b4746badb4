/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/session.h"

G_BEGIN_DECLS

/**
 * EntRelationshipSwitcher:
 *
 * The window's title: whose relationship is shown, with how many statements and events, and a list
 * to choose another from.
 */
#define ENT_TYPE_RELATIONSHIP_SWITCHER (ent_relationship_switcher_get_type ())
G_DECLARE_FINAL_TYPE (EntRelationshipSwitcher, ent_relationship_switcher, ENT, RELATIONSHIP_SWITCHER, GtkWidget)

void        ent_relationship_switcher_set_session  (EntRelationshipSwitcher *self,
                                                    EntSession              *session);
const char *ent_relationship_switcher_get_title    (EntRelationshipSwitcher *self);
const char *ent_relationship_switcher_get_subtitle (EntRelationshipSwitcher *self);

G_END_DECLS
