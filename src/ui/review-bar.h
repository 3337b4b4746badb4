/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/session.h"

G_BEGIN_DECLS

/**
 * EntReviewBar:
 *
 * Whether anybody has checked the selected event, and the buttons to say so: accept, edit, reject, restore. Actions:
 * `review.accept`, `review.edit`, `review.reject`, `review.restore`.
 */
#define ENT_TYPE_REVIEW_BAR (ent_review_bar_get_type ())
G_DECLARE_FINAL_TYPE (EntReviewBar, ent_review_bar, ENT, REVIEW_BAR, GtkWidget)

void ent_review_bar_set_session (EntReviewBar *self,
                                 EntSession   *session);

G_END_DECLS
