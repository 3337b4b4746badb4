/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/rule-program.h"

G_BEGIN_DECLS

/* So many tokens of a match are looked at before a program is run: its first and those behind it. */
#define ENT_REACH_PLACES 3

/**
 * EntRuleReach:
 *
 * What the programs of a set of rules can take where, so that nearly all tokens are passed over by one
 * look into a table, and nearly all programs ruled out before they are run.
 *
 * Symbols that stand at the same places of terms of the same classes, and alone in no rule, cannot be
 * told apart by the rules: they are one letter. Letter 0 is what no rule knows. A letter has a sheet of
 * bitmaps with a bit for each program:
 *
 *     symbol    …  april  may  the  ago  yellow  …
 *     letter    …    7     7    3    12    0     …
 *                    │
 *                    └─► sheet  [ taken at place 0, 1, 2 │ last at place 0, 1, 2 │ needed, needed too ]
 *
 * "Taken at place 1" are the programs that may take such a token second, "last at place 1" those that may
 * end with it there. "Needed" are those of which every match has a word of the letter or another like it:
 * in a sentence with no such word they are not tried. What is no word has sheets of its own (the sorts of
 * numbers, any word with a capital, any mark), and so has a class, for edges that a stage put into the
 * chart.
 *
 * All of it errs towards letting a program be run. Immutable.
 */
typedef struct _EntRuleReach EntRuleReach;

EntRuleReach *ent_rule_reach_new         (const EntRuleSet   *rules);
void          ent_rule_reach_free        (EntRuleReach       *reach);
gboolean      ent_rule_reach_hope        (const EntRuleReach *reach,
                                          const EntChart     *chart,
                                          guint32             first,
                                          guint32             end,
                                          EntRuleHopes       *hopes);
void          ent_rule_reach_hope_all    (const EntRuleReach *reach,
                                          EntRuleHopes       *hopes);
gboolean      ent_rule_reach_check       (const EntRuleReach *reach,
                                          const EntRuleHopes *hopes,
                                          const EntChart     *chart,
                                          guint32             first,
                                          guint32             end,
                                          guint64            *candidates);
gsize         ent_rule_reach_get_n_words (const EntRuleReach *reach);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRuleReach, ent_rule_reach_free)

G_END_DECLS
