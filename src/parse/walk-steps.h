/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/rule-automaton.h"
#include "parse/walk-states.h"

G_BEGIN_DECLS

/**
 * EntWalkStep:
 * @tells: what it can tell tokens by, if all looks at the next token let it pass
 * @rests: where the steps begin at which one comes to rest from it, itself perhaps
 * @n_rests: how many
 * @ends: where the programs begin that may be over there
 * @n_ends: how many
 */
typedef struct
{
  EntRuleTells tells;
  guint32 rests;
  guint32 n_rests;
  guint32 ends;
  guint32 n_ends;
} EntWalkStep;

/**
 * EntWalkSteps:
 * @automaton: the programs
 * @rests: what all known steps rest at, step by step
 * @ends: the programs that may be over at them, step by step
 *
 * What a walk must know of the steps of an automaton, worked out when one is come to. One rests at steps that take a
 * token, look at the next one, or end the program. Scratch of one walk: not for several threads.
 */
typedef struct
{
  const EntRuleAutomaton *automaton;
  EntPile rests;
  EntPile ends;
  /*< private >*/
  guint32 *known; /* by step: which of the others it is, or none yet */
  EntWalkStep *steps;
  guint32 n;
  guint32 size;
  guint32 *seen; /* by step: in which round it was come to */
  guint32 round;
  EntPile stack;
} EntWalkSteps;

void ent_walk_steps_init (EntWalkSteps *steps,
                          const EntRuleAutomaton *automaton);
void ent_walk_steps_clear (EntWalkSteps *steps);
const EntWalkStep *ent_walk_steps_add (EntWalkSteps *steps,
                                       guint32 step);
guint32 ent_walk_steps_get_behind (const EntRuleAutomaton *automaton,
                                   guint32 step);
gboolean ent_walk_steps_is_look (const EntProgramStep *step);

/**
 * ent_walk_steps_get:
 * @steps: what is known of steps
 * @step: a step of the automaton
 *
 * Returns: (transfer none): what there is to know of it; valid until that of another is asked for
 */
static inline const EntWalkStep *
ent_walk_steps_get (EntWalkSteps *steps,
                    guint32       step)
{
  return G_LIKELY (steps->known[step] != 0) ? &steps->steps[steps->known[step]] : ent_walk_steps_add (steps, step);
}

G_END_DECLS
