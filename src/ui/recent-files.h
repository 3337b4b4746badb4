/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What was opened before, as the desktop remembers it. */
void        ent_recent_files_add      (GFile *file);
GMenuModel *ent_recent_files_new_menu (void);

G_END_DECLS
