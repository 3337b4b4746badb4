/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FrameWatch:
 *
 * Watches how a window's main thread spends its time, phase by phase: what each frame costs from the clock's beginning
 * of it to its end, and how long the main loop was away from waiting, which is how long a press would have waited.
 *
 *     wait │ dispatch … frame: before-paint ─ update ─ layout ─ paint ─ after-paint … │ wait
 *          └───────────────────────── a stall, if it is long ─────────────────────────┘
 *
 * Times are of the thread's processor, and beside them of the clock, which on a busy machine counts others' work too.
 */
typedef struct _FrameWatch FrameWatch;

FrameWatch *frame_watch_new   (GtkWidget  *window);
void        frame_watch_free  (FrameWatch *watch);
void        frame_watch_begin (FrameWatch *watch);
/* Prints a line of JSON about the time since the beginning. */
void        frame_watch_end   (FrameWatch *watch,
                               const char *phase);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FrameWatch, frame_watch_free)

G_END_DECLS
