/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/session.h"

G_BEGIN_DECLS

/**
 * EntFilterChip:
 *
 * One condition of a filter: its name with how many events it hides, which lists them, and a button that drops it.
 */
#define ENT_TYPE_FILTER_CHIP (ent_filter_chip_get_type ())
G_DECLARE_FINAL_TYPE (EntFilterChip, ent_filter_chip, ENT, FILTER_CHIP, GtkWidget)

GtkWidget *ent_filter_chip_new  (EntSession    *session,
                                 const char    *words,
                                 EntFilter     *without);
void       ent_filter_chip_drop (EntFilterChip *self);

G_END_DECLS
