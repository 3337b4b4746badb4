/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/session.h"

G_BEGIN_DECLS

/**
 * EntFilterSidebar:
 *
 * What the events can be filtered by, with how many each choice gives.
 */
#define ENT_TYPE_FILTER_SIDEBAR (ent_filter_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (EntFilterSidebar, ent_filter_sidebar, ENT, FILTER_SIDEBAR, GtkWidget)

void ent_filter_sidebar_set_session (EntFilterSidebar *self,
                                     EntSession       *session);
void ent_filter_sidebar_set_settings (EntFilterSidebar *self,
                                     GSettings        *settings);
void ent_filter_sidebar_show_lists (EntFilterSidebar *self,
                                    gboolean          shown);
void ent_filter_sidebar_find        (EntFilterSidebar *self);
void ent_filter_sidebar_show_inside (EntFilterSidebar *self, gboolean shown);

G_END_DECLS

