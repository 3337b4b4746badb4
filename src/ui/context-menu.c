/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A menu that comes with the second button, a long press, or the keyboard. */
#include "entente-config.h"

#include "ui/context-menu.h"

static gboolean
drop_popover (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* The item that was chosen is carried out after the menu has closed. */
static void
on_closed (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_popover, g_object_ref (popover), g_object_unref);
}

static void
on_widget_destroyed (GtkWidget *popover)
{
  drop_popover (popover);
}

/**
 * ent_context_menu_popup:
 * @widget: what was asked of
 * @menu: what can be done with it
 * @x: where, in the widget
 * @y: where, in the widget
 *
 * Opens a menu, which goes when it is closed.
 */
void
ent_context_menu_popup (GtkWidget  *widget,
                        GMenuModel *menu,
                        double      x,
                        double      y)
{
  GdkRectangle at = { (int) x, (int) y, 1, 1 };

  g_return_if_fail (GTK_IS_WIDGET (widget) && G_IS_MENU_MODEL (menu));

  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (popover, widget);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &at);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed), NULL);
  g_signal_connect_object (widget, "destroy", G_CALLBACK (on_widget_destroyed), popover, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
popup (GtkWidget          *widget,
       EntContextMenuFunc  func,
       double              x,
       double              y)
{
  g_autoptr (GMenuModel) menu = func (widget);

  if (menu != NULL)
    ent_context_menu_popup (widget, menu, x, y);
}

static void
on_pressed (GtkGestureClick *gesture,
            int              n_presses,
            double           x,
            double           y,
            gpointer         func)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  popup (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), (EntContextMenuFunc) func, x, y);
}

static void
on_long_pressed (GtkGestureLongPress *gesture,
                 double               x,
                 double               y,
                 gpointer             func)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  popup (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), (EntContextMenuFunc) func, x, y);
}

static gboolean
on_key (GtkWidget *widget,
        GVariant  *parameter,
        gpointer   func)
{
  popup (widget, (EntContextMenuFunc) func, gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget));
  return TRUE;
}

/**
 * ent_context_menu_add:
 * @widget: a widget
 * @func: what can be done with it
 *
 * Lets the second button and a long press open a menu.
 */
void
ent_context_menu_add (GtkWidget          *widget,
                      EntContextMenuFunc  func)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && func != NULL);

  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), (gpointer) func);
  g_signal_connect (press, "pressed", G_CALLBACK (on_long_pressed), (gpointer) func);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (press));
}

/**
 * ent_context_menu_bind_keys:
 * @widget_class: a class of widgets that have the menu
 * @func: what can be done with one
 *
 * Lets the Menu key and Shift+F10 open it, while the focus is in the widget.
 */
void
ent_context_menu_bind_keys (GtkWidgetClass     *widget_class,
                            EntContextMenuFunc  func)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class) && func != NULL);

  g_autoptr (GtkShortcut) menu = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Menu, 0),
                                                   gtk_callback_action_new (on_key, (gpointer) func, NULL));
  g_autoptr (GtkShortcut) f10 = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F10, GDK_SHIFT_MASK),
                                                  gtk_callback_action_new (on_key, (gpointer) func, NULL));
  gtk_widget_class_add_shortcut (widget_class, menu);
  gtk_widget_class_add_shortcut (widget_class, f10);
}
