/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/rule-program.h"

G_BEGIN_DECLS

/**
 * EntRuleNumbers:
 *
 * The numbers sorted into sorts that the ranges of rules cannot tell apart: with [1-12], [1-31] and
 * [#4 1000-2999] all of
 *
 *     1 … 12   13 … 31   1000 … 2999 in four digits   the rest
 *
 * are of one sort each. Grows while ranges are added; read-only after ent_rule_numbers_sort().
 */
typedef struct _EntRuleNumbers EntRuleNumbers;

EntRuleNumbers *ent_rule_numbers_new (void);
void ent_rule_numbers_free (EntRuleNumbers *numbers);
void ent_rule_numbers_add (EntRuleNumbers *numbers,
                           const EntProgramStep *range);
void ent_rule_numbers_sort (EntRuleNumbers *numbers);
gboolean ent_rule_numbers_fits (const EntRuleNumbers *numbers,
                                guint sort,
                                const EntProgramStep *range);
guint ent_rule_numbers_find (const EntRuleNumbers *numbers,
                             gint32 number,
                             guint n_digits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRuleNumbers, ent_rule_numbers_free)

G_END_DECLS
