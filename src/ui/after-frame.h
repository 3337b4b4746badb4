/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntAfterFrame:
 *
 * What a widget does once the frame that is due has been drawn, so that what the user looks at does not wait for what
 * stands beside it. All zero is one that waits for nothing.
 */
typedef struct
{
  GdkFrameClock *clock; /* that is waited for; else NULL */
  gulong handler;
  void (*func) (GtkWidget *widget);
  GtkWidget *widget;
} EntAfterFrame;

void ent_after_frame_do (EntAfterFrame *self,
                         GtkWidget *widget,
                         void (*func) (GtkWidget *widget));
void ent_after_frame_cancel (EntAfterFrame *self);

G_END_DECLS
