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
  steps->numbers = g_new0 (guint32, automaton->n_steps + 1);
  steps->seen = g_new0 (guint32, automaton->n_steps + 1);
  steps->size = 1024;
  steps->steps = g_new (EntWalkStep, steps->size);
  steps->tells = g_new (EntRuleTells, steps->size);
  steps->n = 1; /* the first stands for none */
}

/**
 * ent_walk_steps_clear:
 * @steps: steps, whose memory is given back
 */
void
ent_walk_steps_clear (EntWalkSteps *steps)
{
  g_free (steps->steps);
  g_free (steps->tells);
  g_free (steps->rests.data);
  g_free (steps->ends.data);
  g_free (steps->numbers);
  g_free (steps->seen);
  g_free (steps->stack.data);
  g_free (steps->behind.data);
  memset (steps, 0, sizeof *steps);
}

/* The step to go on from where one that looks at the next token, or takes it, lets it pass. */
static guint32
get_behind (const EntRuleAutomaton *automaton,
            guint32                 index)
{
  return automaton->steps[index].kind == ENT_STEP_NOT ? automaton->steps[index].a : index + 1;
}

/* Puts the steps of the automaton that one rests at from a step on into a pile, each once in a round. */
static void
find_rests (EntWalkSteps *steps,
            guint32       index,
            EntPile      *to)
{
  const EntProgramStep *all = steps->automaton->steps;

  steps->stack.n = 0;
  ent_pile_push (&steps->stack, index);
  while (steps->stack.n > 0)
    {
      index = steps->stack.data[--steps->stack.n];
      if (steps->seen[index] == steps->round)
        continue;
      steps->seen[index] = steps->round;
      switch (all[index].kind)
        {
        case ENT_STEP_SPLIT:
          ent_pile_push (&steps->stack, all[index].b);
          ent_pile_push (&steps->stack, all[index].a);
          break;
        case ENT_STEP_JUMP:
          ent_pile_push (&steps->stack, all[index].a);
          break;
        case ENT_STEP_OPEN:
        case ENT_STEP_CLOSE:
          ent_pile_push (&steps->stack, index + 1);
          break;
        default:
          ent_pile_push (to, index);
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

/* What can be told at a step, and what may be over there: all looks are taken to let the token pass. */
static void
describe (EntWalkSteps *steps,
          guint32       index,
          EntRuleTells *tells)
{
  const EntRuleAutomaton *automaton = steps->automaton;
  EntPile *behind = &steps->behind;

  behind->n = 0;
  steps->round++;
  find_rests (steps, index, behind);
  for (guint32 i = 0; i < behind->n; i++)
    {
      guint32 at = behind->data[i];

      note_step (automaton, at, tells);
      if (automaton->steps[at].kind == ENT_STEP_MATCH)
        ent_pile_push (&steps->ends, automaton->steps[at].a);
      if (ent_walk_steps_is_look (&automaton->steps[at]))
        find_rests (steps, get_behind (automaton, at), behind);
    }
}

static guint64
ask (const EntRuleAutomaton *automaton,
     const EntProgramStep   *step)
{
  guint64 asks = 0;
  guint32 n;
  const guint32 *words = ent_program_step_get_words (step, automaton->sets, &n);

  if (step->kind == ENT_STEP_MATCH)
    return 0;
  if (step->kind == ENT_STEP_CLASS || step->kind == ENT_STEP_CLASS_VALUE)
    return ent_walk_steps_get_bit (step->a);
  for (guint32 i = 0; i < n; i++)
    asks |= ent_walk_steps_get_bit (words[i]);
  return n > 0 ? asks : G_MAXUINT64;
}

static guint32
get_number (EntWalkSteps *steps,
            guint32       index)
{
  EntWalkStep *step;

  if (steps->numbers[index] != 0)
    return steps->numbers[index];
  if (steps->n == steps->size)
    {
      steps->size *= 2;
      steps->steps = g_renew (EntWalkStep, steps->steps, steps->size);
      steps->tells = g_renew (EntRuleTells, steps->tells, steps->size);
    }
  step = &steps->steps[steps->n];
  *step = (EntWalkStep) { .index = index, .n_next = ENT_WALK_UNKNOWN, .ends = steps->ends.n };
  step->step = steps->automaton->steps[index];
  step->asks = ask (steps->automaton, &step->step);
  memset (&steps->tells[steps->n], 0, sizeof *steps->tells);
  describe (steps, index, &steps->tells[steps->n]);
  step->n_ends = steps->ends.n - step->ends;
  steps->numbers[index] = steps->n;
  return steps->n++;
}

/**
 * ent_walk_steps_rest:
 * @steps: steps
 * @index: a step of the automaton
 * @to: gets the numbers of those that one rests at from it on
 */
void
ent_walk_steps_rest (EntWalkSteps *steps,
                     guint32       index,
                     EntPile      *to)
{
  guint32 first = to->n;

  steps->round++;
  find_rests (steps, index, to);
  for (guint32 i = first; i < to->n; i++)
    to->data[i] = get_number (steps, to->data[i]);
}

/**
 * ent_walk_steps_go_on:
 * @steps: steps
 * @number: one of them of which nobody asked yet what is behind it
 *
 * Finds at which steps one rests behind it.
 */
void
ent_walk_steps_go_on (EntWalkSteps *steps,
                      guint32       number)
{
  guint32 first = steps->rests.n;

  if (steps->steps[number].step.kind != ENT_STEP_MATCH)
    ent_walk_steps_rest (steps, get_behind (steps->automaton, steps->steps[number].index), &steps->rests);
  steps->steps[number].next = first;
  steps->steps[number].n_next = steps->rests.n - first;
}
