/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/session.h"

G_BEGIN_DECLS

/**
 * EntFilterChips:
 *
 * What the filter asks, a chip each with how many events it hides and a button to drop it: nothing is
 * hidden silently. They are not there while nothing is asked.
 */
#define ENT_TYPE_FILTER_CHIPS (ent_filter_chips_get_type ())
G_DECLARE_FINAL_TYPE (EntFilterChips, ent_filter_chips, ENT, FILTER_CHIPS, GtkWidget)

void  ent_filter_chips_set_session (EntFilterChips *self,
                                    EntSession     *session);
char *ent_filter_chips_dup_count   (EntFilterChips *self);

G_END_DECLS
