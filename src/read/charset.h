/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ENT_CHARSET_UTF8 "UTF-8"

const char *ent_charset_guess       (const char *bytes,
                                     gsize       length,
                                     gboolean    whole,
                                     gsize      *bom_length);
const char *ent_charset_find_declared (const char *head,
                                     gsize       length,
                                     const char *guessed);
gboolean    ent_charset_is_wide     (const char *charset);
gboolean    ent_charset_append_utf8 (const char *charset,
                                     const char *bytes,
                                     gsize       length,
                                     GString    *utf8);

G_END_DECLS
