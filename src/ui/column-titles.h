/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ent_column_titles_fit (GtkColumnView *view);

G_END_DECLS
