/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/rule-set.h"

G_BEGIN_DECLS

/* Programs by how far before their anchors they may begin. */
typedef enum
{
  ENT_REACH_NEAR, /* a few places */
  ENT_REACH_FAR,
  ENT_N_REACHES
} EntReach;

/**
 * EntRuleAnchor:
 * @places: by #EntReach: over how many places, itself the last, it is an anchor; 0 if it is none
 */
typedef struct
{
  guint8 places[ENT_N_REACHES];
} EntRuleAnchor;

/**
 * EntRuleAnchors:
 * @are_open: by program: whether it may match without an anchor
 * @reaches: by program: its #EntReach
 * @have_open: whether any program may
 * @of_symbols: by symbol: what it is
 * @of_numbers: what any number is
 * @of_edges: what all that stages found is; programs need it that have no rarer anchor
 * @n_symbols: how many symbols are known; later ones are no anchors
 *
 * What programs cannot do without: of each the first words on all ways through it that are not among the commonest of
 * the language, and behind how many places of a match they may stand: a place is a token, or all of what a stage found.
 *
 *     (nearly | about | more than)? (a | NUMBER) (UNIT | UNITS) ago
 *               common                  1…3+1       1…4+1
 *
 * A program need be tried only where an anchor follows so soon: one look at each token turns down most of a text. Those
 * few that reach far are kept apart, or they would keep the others in play. What has two places is first that of
 * programs that are not put aside, then that of all. Immutable.
 */
typedef struct
{
  guint8 *are_open;
  guint8 *reaches;
  gboolean have_open[2];
  EntRuleAnchor *of_symbols[2];
  EntRuleAnchor of_numbers[2];
  EntRuleAnchor of_edges[2];
  guint32 n_symbols;
} EntRuleAnchors;

EntRuleAnchors *ent_rule_anchors_new (const EntRuleSet *rules);
void ent_rule_anchors_free (EntRuleAnchors *anchors);

/**
 * ent_rule_anchor_raise:
 * @anchor: (inout): an anchor
 * @other: another
 *
 * Makes of it both.
 */
static inline void
ent_rule_anchor_raise (EntRuleAnchor       *anchor,
                       const EntRuleAnchor *other)
{
  for (guint i = 0; i < ENT_N_REACHES; i++)
    anchor->places[i] = MAX (anchor->places[i], other->places[i]);
}

/**
 * ent_rule_anchors_raise:
 * @anchors: anchors
 * @all: whether those of programs that are put aside count
 * @token: a token
 * @anchor: (inout): an anchor, that is made the token's, too
 */
static inline void
ent_rule_anchors_raise (const EntRuleAnchors *anchors,
                        gboolean              all,
                        const EntToken       *token,
                        EntRuleAnchor        *anchor)
{
  if (token->symbol < anchors->n_symbols)
    ent_rule_anchor_raise (anchor, &anchors->of_symbols[all][token->symbol]);
  if (token->kind == ENT_TOKEN_NUMBER)
    ent_rule_anchor_raise (anchor, &anchors->of_numbers[all]);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRuleAnchors, ent_rule_anchors_free)

G_END_DECLS
