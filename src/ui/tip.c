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

static void
collect (GtkWidget *widget,
         GPtrArray *told)
{
  if (gtk_widget_get_has_tooltip (widget))
    g_ptr_array_add (told, g_object_ref (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!GTK_IS_NATIVE (child))
        collect (child, told);
    }
}

static void
on_unmap (GtkWidget *popover,
          GPtrArray *told)
{
  for (guint i = 0; i < told->len; i++)
    gtk_widget_set_has_tooltip (g_ptr_array_index (told, i), TRUE);
  g_signal_handlers_disconnect_by_func (popover, on_unmap, told);
}

static void
unref_told (gpointer  told,
            GClosure *closure)
{
  g_ptr_array_unref (told);
}

static gboolean
on_map (GSignalInvocationHint *hint,
        guint                  n_values,
        const GValue          *values,
        gpointer               data)
{
  GtkWidget *popover = g_value_get_object (&values[0]);

  if (!GTK_IS_POPOVER (popover) || gtk_widget_get_parent (popover) == NULL)
    return TRUE;
  GPtrArray *told = g_ptr_array_new_with_free_func (g_object_unref);
  collect (gtk_widget_get_parent (popover), told);
  for (guint i = 0; i < told->len; i++)
    gtk_widget_set_has_tooltip (g_ptr_array_index (told, i), FALSE);
  g_signal_connect_data (popover, "unmap", G_CALLBACK (on_unmap), told, unref_told, G_CONNECT_DEFAULT);
  return TRUE;
}

/**
 * ent_tip_watch:
 *
 * Keeps the tooltip of what was clicked from coming over the menu or the list that the click has opened, whichever it
 * is, from now on.
 */
void
ent_tip_watch (void)
{
  /* A class has its signals once it is asked for. */
  g_autoptr (GTypeClass) widget_class = g_type_class_ref (GTK_TYPE_WIDGET);

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, on_map, NULL, NULL);
}
