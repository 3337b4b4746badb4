/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ent_accessible_names_tidy  (GtkWidget *widget);
void ent_accessible_names_watch (void);

G_END_DECLS
