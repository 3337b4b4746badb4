/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntReadingProgress:
 *
 * How far reading has come, with a button to stop it.
 *
 * Signals: `cancelled`, when it is pressed.
 */
#define ENT_TYPE_READING_PROGRESS (ent_reading_progress_get_type ())
G_DECLARE_FINAL_TYPE (EntReadingProgress, ent_reading_progress, ENT, READING_PROGRESS, GtkWidget)

void ent_reading_progress_show (EntReadingProgress *self,
                                const char         *words,
                                double              share);

G_END_DECLS
