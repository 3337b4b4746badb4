/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "draw/style.h"

G_BEGIN_DECLS

EntTheme ent_theme_get_current (AdwStyleManager *manager);
void     ent_theme_apply_motion (GtkSettings     *settings,
                                 gboolean         reduced);
void     ent_theme_apply_scheme (AdwStyleManager *manager,
                                 const char      *scheme);

G_END_DECLS
