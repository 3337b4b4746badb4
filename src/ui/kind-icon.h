/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/event-terms.h"

G_BEGIN_DECLS

/**
 * EntKindIcon:
 *
 * The glyph of a kind, drawn as on the timeline, in the colour of the text around it.
 */
#define ENT_TYPE_KIND_ICON (ent_kind_icon_get_type ())
G_DECLARE_FINAL_TYPE (EntKindIcon, ent_kind_icon, ENT, KIND_ICON, GtkWidget)

GtkWidget *ent_kind_icon_new      (EntKind      kind);
void       ent_kind_icon_set_kind (EntKindIcon *self,
                                   EntKind      kind);

G_END_DECLS
