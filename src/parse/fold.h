/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words longer than this, in folded bytes, are known to no rule. */
#define ENT_FOLD_MAX 96

gunichar ent_fold_character (gunichar c);
gsize ent_fold_word (const char *word,
                     gsize length,
                     char folded[ENT_FOLD_MAX]);

G_END_DECLS
