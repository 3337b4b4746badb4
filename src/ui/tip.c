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
