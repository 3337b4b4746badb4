/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EntWordSets:
 *
 * Sets of words, each kept once: what `(met | spoke | talked)` in a pattern takes. A set is known by where it stands:
 *
 *     0          5     …
 *     4 7 8 12 19 2 7 30
 *     n words …   n words
 *
 * Grows while rules are compiled; read-only, and so thread-safe, after.
 */
typedef struct _EntWordSets EntWordSets;

EntWordSets *ent_word_sets_new (void);
void ent_word_sets_free (EntWordSets *sets);
guint32 ent_word_sets_add (EntWordSets *sets,
                           GArray *words);
const guint32 *ent_word_sets_get (const EntWordSets *sets,
                                  guint32 set,
                                  guint32 *n);
gboolean ent_word_sets_has (const EntWordSets *sets,
                            guint32 set,
                            guint32 word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntWordSets, ent_word_sets_free)

G_END_DECLS
