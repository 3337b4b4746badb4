/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/rule-automaton.h"

G_BEGIN_DECLS

/**
 * EntRuleWalk:
 *
 * All programs of a set of rules run at once, token by token, each step remembered: a state is all that the programs
 * may be at after some tokens, and where a sign leads from there is worked out the first time only.
 *
 *     begin ──held──► [12] ──a──► [15] ──long──► [15] ──meeting──► [31] may end: programs 7, 40
 *       │
 *       └──yellow──► dead
 *
 * It errs towards letting a program match: what must not follow in several tokens, and values of what stages found, are
 * left to EntProgram, which is run where the walk says that a match may end. When what is remembered grows too
 * large it is forgotten. Scratch of one search: not for several threads.
 */
typedef struct _EntRuleWalk EntRuleWalk;

/* Where nothing goes on. */
#define ENT_WALK_DEAD 0

/* Looks of tokens that are no numbers, glued or not. */
#define ENT_WALK_N_LOOKS (2 * ENT_SHAPE_NUMBER)

/**
 * EntWalkState:
 * @tells: what it can tell tokens by
 * @plain: where it leads by looks alone, as far as known
 * @items: where its items begin: the steps it is at
 * @n_items: how many
 * @ends: where the programs begin that may be over there
 * @n_ends: how many
 */
typedef struct
{
  EntRuleTells tells;
  guint32 plain[ENT_WALK_N_LOOKS];
  guint32 items;
  guint32 n_items;
  guint32 ends;
  guint32 n_ends;
} EntWalkState;

EntRuleWalk *ent_rule_walk_new (const EntRuleAutomaton *automaton);
void ent_rule_walk_free (EntRuleWalk *walk);
gboolean ent_rule_walk_is_large (const EntRuleWalk *walk);
void ent_rule_walk_forget (EntRuleWalk *walk);
guint32 ent_rule_walk_begin (EntRuleWalk *walk,
                             const EntRuleSigns *signs,
                             guint32 sign,
                             gboolean at_start);
guint32 ent_rule_walk_step (EntRuleWalk *walk,
                            const EntRuleSigns *signs,
                            guint32 state,
                            guint32 sign);
const EntWalkState *ent_rule_walk_get_state (const EntRuleWalk *walk,
                                             guint32 state);
const guint32 *ent_rule_walk_get_ends (const EntRuleWalk *walk,
                                       const EntWalkState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRuleWalk, ent_rule_walk_free)

G_END_DECLS
