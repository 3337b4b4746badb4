/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/session.h"

G_BEGIN_DECLS

/**
 * EntReviewQueue:
 *
 * A bar that leads through the events that nobody has checked, the most doubtful first, with one key each: A accepts, R
 * rejects, E edits, M joins with the only event that it may be, K keeps it apart, N and P go on and back. It goes on by
 * itself when something was said.
 */
#define ENT_TYPE_REVIEW_QUEUE (ent_review_queue_get_type ())
G_DECLARE_FINAL_TYPE (EntReviewQueue, ent_review_queue, ENT, REVIEW_QUEUE, GtkWidget)

void     ent_review_queue_set_session (EntReviewQueue *self,
                                       EntSession     *session);
void     ent_review_queue_set_active  (EntReviewQueue *self,
                                       gboolean        active);
gboolean ent_review_queue_press       (EntReviewQueue *self,
                                       guint           keyval);

G_END_DECLS
