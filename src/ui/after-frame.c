/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/after-frame.h"

static void
on_after_paint (EntAfterFrame *self)
{
  ent_after_frame_cancel (self);
  self->func (self->widget);
}

/**
 * ent_after_frame_do:
 * @self: what the widget waits with
 * @widget: a widget, which cancels it before it goes
 * @func: what to do
 *
 * Does something after the next frame, once however often it was asked for; at once while no frames are drawn of it.
 */
void
ent_after_frame_do (EntAfterFrame *self,
                    GtkWidget *widget,
                    void (*func) (GtkWidget *widget))
{
  g_return_if_fail (self != NULL && GTK_IS_WIDGET (widget) && func != NULL);

  GdkFrameClock *clock = gtk_widget_get_mapped (widget) ? gtk_widget_get_frame_clock (widget) : NULL;
  if (clock == NULL)
    {
      ent_after_frame_cancel (self);
      func (widget);
      return;
    }
  self->func = func;
  self->widget = widget;
  if (self->clock != NULL)
    return;
  self->clock = g_object_ref (clock);
  self->handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (on_after_paint), self);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);
}

/**
 * ent_after_frame_cancel:
 * @self: what a widget waits with
 *
 * Drops what was to be done.
 */
void
ent_after_frame_cancel (EntAfterFrame *self)
{
  g_return_if_fail (self != NULL);

  /* The clock of a window that is gone has let go of whoever listened. */
  if (self->clock != NULL && g_signal_handler_is_connected (self->clock, self->handler))
    g_signal_handler_disconnect (self->clock, self->handler);
  g_clear_object (&self->clock);
}
