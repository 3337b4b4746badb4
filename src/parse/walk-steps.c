/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/walk-steps.h"

#include <string.h>

/**
 * ent_walk_steps_init:
 * @steps: (out): gets to know no step yet
 * @automaton: the programs; must outlive it
 */
void
ent_walk_steps_init (EntWalkSteps           *steps,
                     const EntRuleAutomaton *automaton)
{
  memset (steps, 0, sizeof *steps);
  steps->automaton = automaton;
  steps->known = g_new0 (guint32, automaton->n_steps + 1);
  steps->seen = g_new0 (guint32, automaton->n_steps + 1);
  steps->size = 1024;
  steps->steps = g_new0 (EntWalkStep, steps->size);
  steps->n = 1; /* the first stands for none */
}

/**
 * ent_walk_steps_clear:
 * @steps: what is known of steps, whose memory is given back
 */
void
ent_walk_steps_clear (EntWalkSteps *steps)
{
  g_free (steps->rests.data);
  g_free (steps->ends.data);
  g_free (steps->known);
  g_free (steps->steps);
  g_free (steps->seen);
  g_free (steps->stack.data);
  memset (steps, 0, sizeof *steps);
}

/**
 * ent_walk_steps_get_behind:
 * @automaton: an automaton
 * @step: one of its steps that looks at the next token
 *
 * Returns: the step to go on from if it lets the token pass
 */
guint32
ent_walk_steps_get_behind (const EntRuleAutomaton *automaton,
                           guint32                 step)
{
  return automaton->steps[step].kind == ENT_STEP_NOT ? automaton->steps[step].a : step + 1;
}

/**
 * ent_walk_steps_is_look:
 * @step: a step
 *
 * Returns: whether it takes nothing, and only looks at the next token
 */
gboolean
ent_walk_steps_is_look (const EntProgramStep *step)
{
  return step->kind == ENT_STEP_GLUED || step->kind == ENT_STEP_NOT || step->kind == ENT_STEP_START
         || step->kind == ENT_STEP_END;
}

/* Puts the steps that one rests at from a step on behind the others. */
static void
find_rests (EntWalkSteps *steps,
            guint32       step)
{
  const EntProgramStep *all = steps->automaton->steps;

  steps->stack.n = 0;
  ent_pile_push (&steps->stack, step);
  while (steps->stack.n > 0)
    {
      step = steps->stack.data[--steps->stack.n];
      if (steps->seen[step] == steps->round)
        continue;
      steps->seen[step] = steps->round;
      switch (all[step].kind)
        {
        case ENT_STEP_SPLIT:
          ent_pile_push (&steps->stack, all[step].b);
          ent_pile_push (&steps->stack, all[step].a);
          break;
        case ENT_STEP_JUMP:
          ent_pile_push (&steps->stack, all[step].a);
          break;
        case ENT_STEP_OPEN:
        case ENT_STEP_CLOSE:
          ent_pile_push (&steps->stack, step + 1);
          break;
        default:
          ent_pile_push (&steps->rests, step);
          break;
        }
    }
}

static void
note_step (const EntRuleAutomaton *automaton,
           guint32                 index,
           EntRuleTells           *tells)
{
  const EntProgramStep *step = &automaton->steps[index];
  guint32 n;
  const guint32 *words = ent_program_step_get_words (step, automaton->sets, &n);

  if (step->kind == ENT_STEP_CLASS || step->kind == ENT_STEP_CLASS_VALUE)
    ent_rule_tells_add_class (tells, step->a);
  for (guint32 i = 0; i < n; i++)
    ent_rule_tells_add_symbol (tells, words[i]);
  if (step->kind == ENT_STEP_NOT)
    for (guint32 inner = index + 1; inner < step->a; inner++)
      note_step (automaton, inner, tells);
}

/* What a step at which one rests can tell, and what may be over there: all looks are taken to let the token pass. */
static void
describe (EntWalkSteps *steps,
          guint32       index,
          EntWalkStep  *known)
{
  const EntRuleAutomaton *automaton = steps->automaton;
  guint32 first = steps->rests.n;

  ent_pile_push (&steps->rests, index);
  steps->round++;
  steps->seen[index] = steps->round;
  for (guint32 i = first; i < steps->rests.n; i++)
    {
      guint32 at = steps->rests.data[i];
      const EntProgramStep *step = &automaton->steps[at];

      note_step (automaton, at, &known->tells);
      if (step->kind == ENT_STEP_MATCH)
        ent_pile_push (&steps->ends, step->a);
      if (ent_walk_steps_is_look (step))
        find_rests (steps, ent_walk_steps_get_behind (automaton, at));
    }
  steps->rests.n = first;
}

/**
 * ent_walk_steps_add:
 * @steps: what is known of steps
 * @step: a step of the automaton of which nothing is known yet
 *
 * Returns: (transfer none): what there is to know of it
 */
const EntWalkStep *
ent_walk_steps_add (EntWalkSteps *steps,
                    guint32       step)
{
  EntWalkStep known = { .ends = steps->ends.n };

  describe (steps, step, &known);
  known.n_ends = steps->ends.n - known.ends;
  known.rests = steps->rests.n;
  steps->round++;
  find_rests (steps, step);
  known.n_rests = steps->rests.n - known.rests;
  if (steps->n == steps->size)
    {
      steps->size *= 2;
      steps->steps = g_renew (EntWalkStep, steps->steps, steps->size);
    }
  steps->steps[steps->n] = known;
  steps->known[step] = steps->n;
  return &steps->steps[steps->n++];
}
