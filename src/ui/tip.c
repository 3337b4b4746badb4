/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tip.h"

/**
 * ent_tip_set:
 * @widget: a widget that is being made
 * @text: its tooltip
 *
 * Gives a widget a tooltip. GTK asks the display's server where the pointer is each time that one is set on a visible
 * widget, which takes longer than making the widget; where many are made at once that is felt.
 */
void
ent_tip_set (GtkWidget  *widget,
             const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gboolean visible = gtk_widget_get_visible (widget);
  gtk_widget_set_visible (widget, FALSE);
  gtk_widget_set_tooltip_text (widget, text);
  gtk_widget_set_visible (widget, visible);
}

/**
 * ent_tip_yield:
 * @button: a button that has a tooltip and a menu
 *
 * Keeps the tooltip from coming over the menu that the button has opened.
 */
void
ent_tip_yield (GtkMenuButton *button)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));

  GtkPopover *popover = gtk_menu_button_get_popover (button);
  if (popover != NULL)
    g_object_bind_property (popover, "visible", button, "has-tooltip",
                            G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
}
