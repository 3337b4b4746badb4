/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * EntPreferences:
 *
 * What a user may prefer.
 */
#define ENT_TYPE_PREFERENCES (ent_preferences_get_type ())
G_DECLARE_FINAL_TYPE (EntPreferences, ent_preferences, ENT, PREFERENCES, AdwPreferencesWindow)

GtkWidget *ent_preferences_new (GSettings *settings);

G_END_DECLS
