/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks what to call a wording, and adds it to the user's formulas. */
void ent_formula_dialog_show (GtkWidget  *widget,
                              const char *language,
                              const char *variant);

G_END_DECLS
