/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntContextMenuFunc:
 * @widget: what was asked of
 *
 * Returns: (transfer full) (nullable): what can be done with it now; its actions are the widget's own
 */
typedef GMenuModel *(*EntContextMenuFunc) (GtkWidget *widget);

void ent_context_menu_add       (GtkWidget         *widget,
                                 EntContextMenuFunc func);
void ent_context_menu_bind_keys (GtkWidgetClass    *widget_class,
                                 EntContextMenuFunc func);
void ent_context_menu_popup     (GtkWidget         *widget,
                                 GMenuModel        *menu,
                                 double             x,
                                 double             y);

G_END_DECLS
