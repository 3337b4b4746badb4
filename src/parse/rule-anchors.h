/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/rule-set.h"

G_BEGIN_DECLS

/**
 * EntRuleAnchors:
 * @are_open: by program: whether it may match without an anchor; not if it is not among these
 * @have_open: whether any program may
 * @of_symbols: by symbol: over how many tokens, itself the last, it is an anchor; 0 if it is none
 * @of_numbers: the same of numbers
 * @n_symbols: how many symbols are known; later ones are no anchors
 *
 * What programs cannot do without: of each the first words on all ways through it that are not among the commonest of
 * the language, and behind how many tokens of a match they may stand.
 *
 *     (nearly | about | more than)? (a | NUMBER) (UNIT | UNITS) ago
 *               common                  1…3+1       1…4+1
 *
 * A program need be tried only where an anchor follows so soon: one look at each token turns down most of a text.
 * Immutable.
 */
typedef struct
{
  guint8 *are_open;
  gboolean have_open;
  guint8 *of_symbols;
  guint8 of_numbers;
  guint32 n_symbols;
} EntRuleAnchors;

EntRuleAnchors *ent_rule_anchors_new (const EntRuleSet *rules,
                                      gboolean all);
void ent_rule_anchors_free (EntRuleAnchors *anchors);

/**
 * ent_rule_anchors_find:
 * @anchors: anchors
 * @token: a token
 *
 * Returns: over how many tokens, itself the last, it is an anchor; 0 if it is none
 */
static inline guint
ent_rule_anchors_find (const EntRuleAnchors *anchors,
                       const EntToken       *token)
{
  guint reach = token->symbol < anchors->n_symbols ? anchors->of_symbols[token->symbol] : 0;

  return token->kind == ENT_TOKEN_NUMBER ? MAX (reach, anchors->of_numbers) : reach;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRuleAnchors, ent_rule_anchors_free)

G_END_DECLS
