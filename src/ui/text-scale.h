/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "draw/text.h"

G_BEGIN_DECLS

EntText *ent_text_scale_new_text (GtkWidget *widget);
int      ent_text_scale_width    (GtkWidget *widget,
                                  int        width);
void     ent_text_scale_widen    (GtkWidget *widget,
                                  int        width,
                                  double     most);
void ent_text_scale_shorten (GtkWidget *widget);

G_END_DECLS
