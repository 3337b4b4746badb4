/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How like two texts are by their words alone: spaces, marks and capitals do not count. */

guint64  ent_text_hash_words         (const char   *text,
                                      gsize         length,
                                      guint         most);
GArray  *ent_text_new_shingles       (const char   *text,
                                      gsize         length);
double   ent_shingles_get_containment (const GArray *a,
                                       const GArray *b);

G_END_DECLS
