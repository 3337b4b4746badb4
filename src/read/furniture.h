/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read/page-words.h"
#include "read/statement.h"

G_BEGIN_DECLS

GArray *ent_furniture_find (const EntPageWords *words,
                            const char *text,
                            gsize length);
char *ent_furniture_title (const char *text,
                           gsize length,
                           const GArray *furniture);
gboolean ent_furniture_is_line (const EntPageWords *words,
                                const char *text,
                                gsize length);
gboolean ent_furniture_heads_tail (const EntPageWords *words,
                                   const char *text,
                                   gsize length,
                                   gboolean is_heading);

G_END_DECLS
