/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the user left as it was. Every function takes %NULL for settings that are not installed: it
 * then reads the fallback and keeps nothing. */
GSettings *ent_settings_new         (void);
int        ent_settings_get_int     (GSettings  *settings,
                                     const char *key,
                                     int         fallback);
double     ent_settings_get_double  (GSettings  *settings,
                                     const char *key,
                                     double      fallback);
gboolean   ent_settings_get_boolean (GSettings  *settings,
                                     const char *key,
                                     gboolean    fallback);
char      *ent_settings_dup_string  (GSettings  *settings,
                                     const char *key,
                                     const char *fallback);
GVariant  *ent_settings_dup_value   (GSettings  *settings,
                                     const char *key);
void       ent_settings_set         (GSettings  *settings,
                                     const char *key,
                                     GVariant   *value);

G_END_DECLS
