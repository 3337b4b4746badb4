/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table that is wider than its window shows its first columns. Of a viewport GTK sees to that itself; a column view
 * it shows from the left, where the last columns are in languages that are read from the right. */
#include "ui/scroll-start.h"

typedef struct
{
  GtkWidget *scroller;
  double from_start; /* how far it is scrolled, in pixels from the right */
  guint tick;
} Keeper;

static double
get_start (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
}

static gboolean
scroll_back (GtkWidget     *widget,
             GdkFrameClock *clock,
             gpointer       data)
{
  Keeper *self = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (widget));

  gtk_adjustment_set_value (adjustment, get_start (adjustment) - self->from_start);
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

/* The columns have another width; what is scrolled while they are laid out would be laid out nowhere. */
static void
on_changed (GtkAdjustment *adjustment,
            Keeper        *self)
{
  if (self->tick == 0 && self->scroller != NULL
      && gtk_widget_get_direction (self->scroller) == GTK_TEXT_DIR_RTL)
    self->tick = gtk_widget_add_tick_callback (self->scroller, scroll_back, self, NULL);
}

static void
on_value_changed (GtkAdjustment *adjustment,
                  Keeper        *self)
{
  if (self->tick == 0)
    self->from_start = get_start (adjustment) - gtk_adjustment_get_value (adjustment);
}

static void
free_keeper (gpointer  data,
             GClosure *closure)
{
  Keeper *self = data;

  g_clear_weak_pointer (&self->scroller);
  g_free (self);
}

/**
 * ent_scroll_start_keep:
 * @scroller: around a column view
 *
 * Has its first column be the first that is seen, in whatever direction one reads.
 */
void
ent_scroll_start_keep (GtkScrolledWindow *scroller)
{
  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scroller));

  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (scroller);
  Keeper *self = g_new0 (Keeper, 1);

  g_set_weak_pointer (&self->scroller, GTK_WIDGET (scroller));
  g_signal_connect_data (adjustment, "changed", G_CALLBACK (on_changed), self, free_keeper, 0);
  g_signal_connect (adjustment, "value-changed", G_CALLBACK (on_value_changed), self);
}
