/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GStrv ent_ui_data_folders_new     (const char *name);
GStrv ent_ui_data_folders_example (void);
char *ent_ui_data_folders_find_programs (void);

G_END_DECLS
