/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/rule-automaton.h"
#include "parse/walk-states.h"

G_BEGIN_DECLS

/**
 * EntWalkStep:
 * @asks: of what it takes: bits that the token must have one of, see ent_walk_steps_get_bits()
 * @step: the step
 * @index: its place in the automaton
 * @next: where in the pile those begin at which one rests behind it
 * @n_next: how many; %ENT_WALK_UNKNOWN until they are asked for
 * @ends: where the programs begin that may be over at it
 * @n_ends: how many
 */
typedef struct
{
  guint64 asks;
  EntProgramStep step;
  guint32 index;
  guint32 next;
  guint32 n_next;
  guint32 ends;
  guint32 n_ends;
} EntWalkStep;

/**
 * EntWalkSteps:
 * @automaton: the programs
 * @steps: (array length=n): the steps met so far, numbered as they come
 * @tells: by number: what a step can tell tokens by, if all looks at the next token let it pass
 * @n: how many
 * @rests: numbers of steps that are behind others
 * @ends: programs that may be over at them
 *
 * The steps of an automaton at which a walk comes to rest: those that take a token, look at the next one, or end
 * their program. Few of all are ever met: numbered anew, those lie side by side. Scratch of one walk: not for several
 * threads.
 */
typedef struct
{
  const EntRuleAutomaton *automaton;
  EntWalkStep *steps;
  EntRuleTells *tells;
  guint32 n;
  EntPile rests;
  EntPile ends;
  /*< private >*/
  guint32 size;
  guint32 *numbers; /* by step of the automaton: its number, or none yet */
  guint32 *seen;    /* by step of the automaton: in which round it was come to */
  guint32 round;
  EntPile stack;
  EntPile behind;
} EntWalkSteps;

void ent_walk_steps_init (EntWalkSteps *steps,
                          const EntRuleAutomaton *automaton);
void ent_walk_steps_clear (EntWalkSteps *steps);
void ent_walk_steps_rest (EntWalkSteps *steps,
                          guint32 index,
                          EntPile *to);
void ent_walk_steps_go_on (EntWalkSteps *steps,
                           guint32 number);

/**
 * ent_walk_steps_get_bit:
 * @number: a word or a class
 *
 * Returns: a bit for it
 */
static inline guint64
ent_walk_steps_get_bit (guint32 number)
{
  return G_GUINT64_CONSTANT (1) << (number * 0x9E3779B1u >> 26);
}

/**
 * ent_walk_steps_is_look:
 * @step: a step
 *
 * Returns: whether it takes nothing, and only looks at the next token
 */
static inline gboolean
ent_walk_steps_is_look (const EntProgramStep *step)
{
  return step->kind == ENT_STEP_GLUED || step->kind == ENT_STEP_NOT || step->kind == ENT_STEP_START
         || step->kind == ENT_STEP_END;
}

/**
 * ent_walk_steps_get:
 * @steps: steps
 * @number: one of them
 *
 * Returns: (transfer none): what it is, with what is behind it; valid until another is asked for
 */
static inline const EntWalkStep *
ent_walk_steps_get (EntWalkSteps *steps,
                    guint32       number)
{
  if (G_UNLIKELY (steps->steps[number].n_next == ENT_WALK_UNKNOWN))
    ent_walk_steps_go_on (steps, number);
  return &steps->steps[number];
}

G_END_DECLS
