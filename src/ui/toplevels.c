/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What GTK 4.8 forgets of windows, and dies of.
 *
 * Who walks them over the accessibility bus may ask for one that was just closed. The answer is then the last window
 * that there is, shown or not, and there is none if that one never had a place on the bus; a file chooser, say, that a
 * portal stands in for. A window has a place once it is realized.
 *
 * The surface of a window that is closed stays until the X server has seen it off, and may ask the window that is gone
 * for its size meanwhile.
 *
 * Where the pointer came over a popover as it closed, the window hears of that later, keeps the popover for what the
 * pointer is over, and asks it for its surface when it is laid out; a popover that is gone has none. */
#include "ui/toplevels.h"

#include <gtk/gtk.h>

static gboolean
realize_all (gpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (!gtk_widget_get_realized (window))
        gtk_widget_realize (window);
    }
  return G_SOURCE_REMOVE;
}

static void
on_unrealize (GtkWidget *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  g_signal_handlers_disconnect_matched (surface, G_SIGNAL_MATCH_ID | G_SIGNAL_MATCH_DATA,
                                        g_signal_lookup ("compute-size", GDK_TYPE_TOPLEVEL), 0, NULL, NULL, window);
  /* It may be about to ask, also where it was never shown. */
  gdk_surface_hide (surface);
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

      g_signal_connect (window, "unrealize", G_CALLBACK (on_unrealize), NULL);
    }
  /* A new one is not whole yet, and is most often shown at once; but before any question from the bus. */
  if (n_added > 0)
    g_idle_add_full (G_PRIORITY_HIGH, realize_all, NULL, NULL);
}

/* Whether nothing that happens to a popover is told. */
static void
set_deaf (GtkWidget *popover,
          gboolean   deaf)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (popover));
  GSignalMatchType match = G_SIGNAL_MATCH_ID | G_SIGNAL_MATCH_DATA;
  guint event = g_signal_lookup ("event", GDK_TYPE_SURFACE);

  if (surface == NULL || deaf == (g_object_get_data (G_OBJECT (surface), "ent-deaf") != NULL))
    return;
  g_object_set_data (G_OBJECT (surface), "ent-deaf", GINT_TO_POINTER (deaf));
  if (deaf)
    g_signal_handlers_block_matched (surface, match, event, 0, NULL, NULL, popover);
  else
    g_signal_handlers_unblock_matched (surface, match, event, 0, NULL, NULL, popover);
}

static gboolean
on_shown (GSignalInvocationHint *hint,
          guint                  n_values,
          const GValue          *values,
          gpointer               deaf)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  if (GTK_IS_POPOVER (widget))
    set_deaf (widget, GPOINTER_TO_INT (deaf));
  return TRUE;
}

/**
 * ent_toplevels_watch:
 *
 * Keeps the windows and popovers that are made from now on from being asked for what they do not have yet, or no
 * longer.
 */
void
ent_toplevels_watch (void)
{
  /* A class has its signals once it is asked for. */
  g_autoptr (GTypeClass) widget_class = g_type_class_ref (GTK_TYPE_WIDGET);

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, on_shown, GINT_TO_POINTER (FALSE), NULL);
  g_signal_add_emission_hook (g_signal_lookup ("unmap", GTK_TYPE_WIDGET), 0, on_shown, GINT_TO_POINTER (TRUE), NULL);
  g_signal_connect (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (on_windows_changed), NULL);
}
