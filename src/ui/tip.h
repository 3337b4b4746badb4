/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ent_tip_set (GtkWidget *widget,
                  const char *text);
void ent_tip_watch (void);

G_END_DECLS
