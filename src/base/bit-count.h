/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* So many words make a block, of which a rank is kept. */
#define ENT_RANK_WORDS 8

guint ent_bits_count_both (const guint64 *a,
                           const guint64 *b,
                           gsize          n);
void  ent_bits_fill_ranks (const guint64 *words,
                           gsize          n,
                           guint32       *ranks);

G_END_DECLS
