/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GTK 4.8 names a button with an underlined letter by its label as written and by the words that the label shows, so
 * that one hears “_Open Open”. The words are enough. */
#include "ui/accessible-names.h"

#include <adwaita.h>

static gboolean
is_named_twice (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    return gtk_button_get_use_underline (GTK_BUTTON (widget)) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL;
  return GTK_IS_CHECK_BUTTON (widget) && gtk_check_button_get_use_underline (GTK_CHECK_BUTTON (widget))
         && gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)) != NULL;
}

/* The arrow beside a button says what it opens to those alone who point at it. */
static void
name_arrow (AdwSplitButton *button)
{
  const char *words = adw_split_button_get_dropdown_tooltip (button);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (button)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_MENU_BUTTON (child) && words != NULL)
        gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
    }
}

/**
 * ent_accessible_names_tidy:
 * @widget: a widget
 *
 * Names each button in it once, and the arrows beside buttons at all, for those who hear them.
 */
void
ent_accessible_names_tidy (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (is_named_twice (widget))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
  if (ADW_IS_SPLIT_BUTTON (widget))
    name_arrow (ADW_SPLIT_BUTTON (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ent_accessible_names_tidy (child);
}

static void
on_windows_changed (GListModel *windows,
                    guint       position,
                    guint       n_removed,
                    guint       n_added)
{
  for (guint i = 0; i < n_added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, position + i);

      /* Not before it has its buttons. */
      g_signal_connect (window, "map", G_CALLBACK (ent_accessible_names_tidy), NULL);
    }
}

/**
 * ent_accessible_names_watch:
 *
 * Tidies the names in each window and dialog that is opened from now on.
 */
void
ent_accessible_names_watch (void)
{
  g_signal_connect (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (on_windows_changed), NULL);
}
