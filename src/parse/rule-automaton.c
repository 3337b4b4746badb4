/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/rule-automaton.h"

#include <string.h>

#include "parse/rule-set-private.h"

static void
append_program (EntRuleAutomaton *automaton,
                const EntProgram *program,
                guint32           number)
{
  guint32 first = automaton->n_steps;

  automaton->starts[number] = first;
  automaton->are_aside[number] = program->is_aside != FALSE;
  for (guint32 i = 0; i < program->steps->len; i++)
    {
      EntProgramStep *step = &automaton->steps[automaton->n_steps++];

      *step = g_array_index (program->steps, EntProgramStep, i);
      if (step->kind == ENT_STEP_SPLIT)
        step->b += first;
      if (step->kind == ENT_STEP_SPLIT || step->kind == ENT_STEP_JUMP || step->kind == ENT_STEP_NOT)
        step->a += first;
      if (step->kind == ENT_STEP_MATCH)
        step->a = number;
    }
}

static EntRuleNumbers *
sort_numbers (const EntRuleSet *rules)
{
  EntRuleNumbers *numbers = ent_rule_numbers_new ();

  for (guint i = 0; i < rules->programs->len; i++)
    {
      const GArray *steps = ((const EntProgram *) rules->programs->pdata[i])->steps;

      for (guint j = 0; j < steps->len; j++)
        if (g_array_index (steps, EntProgramStep, j).kind == ENT_STEP_RANGE)
          ent_rule_numbers_add (numbers, &g_array_index (steps, EntProgramStep, j));
    }
  ent_rule_numbers_sort (numbers);
  return numbers;
}

/**
 * ent_rule_automaton_new:
 * @rules: a set whose programs and terms are made; its sets of words must outlive the automaton
 *
 * Returns: (transfer full): the automaton of all programs
 */
EntRuleAutomaton *
ent_rule_automaton_new (const EntRuleSet *rules)
{
  EntRuleAutomaton *automaton = g_new0 (EntRuleAutomaton, 1);
  gsize n_steps = 0;

  automaton->sets = rules->sets;
  automaton->letters = ent_rule_letters_new (rules);
  automaton->numbers = sort_numbers (rules);
  automaton->anchors = ent_rule_anchors_new (rules);
  automaton->n_programs = rules->programs->len;
  automaton->starts = g_new0 (guint32, automaton->n_programs + 1);
  automaton->are_aside = g_new0 (guint8, automaton->n_programs + 1);
  for (guint32 i = 0; i < automaton->n_programs; i++)
    n_steps += ((const EntProgram *) rules->programs->pdata[i])->steps->len;
  automaton->steps = g_new0 (EntProgramStep, n_steps + 1);
  for (guint32 i = 0; i < automaton->n_programs; i++)
    append_program (automaton, rules->programs->pdata[i], i);
  return automaton;
}

/**
 * ent_rule_automaton_free:
 * @automaton: (nullable): an automaton
 */
void
ent_rule_automaton_free (EntRuleAutomaton *automaton)
{
  if (automaton == NULL)
    return;
  ent_rule_letters_free (automaton->letters);
  ent_rule_numbers_free (automaton->numbers);
  ent_rule_anchors_free (automaton->anchors);
  g_free (automaton->are_aside);
  g_free (automaton->steps);
  g_free (automaton->starts);
  g_free (automaton);
}

/**
 * ent_rule_automaton_takes:
 * @automaton: an automaton
 * @step: one of its steps that takes a token, and no class
 * @sign: the sign of a token
 *
 * Returns: whether it takes the token
 */
gboolean
ent_rule_automaton_takes (const EntRuleAutomaton *automaton,
                          const EntProgramStep   *step,
                          const EntRuleSign      *sign)
{
  switch (step->kind)
    {
    case ENT_STEP_SYMBOL:
      return ent_rule_letters_get (automaton->letters, sign->letter)->symbol == step->a;
    case ENT_STEP_WORDS:
      return ent_word_sets_has (automaton->sets, step->a,
                                ent_rule_letters_get (automaton->letters, sign->letter)->symbol);
    case ENT_STEP_RANGE:
      return sign->shape == ENT_SHAPE_NUMBER && ent_rule_numbers_fits (automaton->numbers, sign->sort, step);
    case ENT_STEP_WORD:
      return sign->shape <= ENT_SHAPE_UPPERCASE;
    case ENT_STEP_CAPITAL:
      return sign->shape == ENT_SHAPE_CAPITAL || sign->shape == ENT_SHAPE_UPPERCASE;
    case ENT_STEP_UPPERCASE:
      return sign->shape == ENT_SHAPE_UPPERCASE;
    case ENT_STEP_NUMBER:
      return sign->shape == ENT_SHAPE_NUMBER;
    case ENT_STEP_IDEOGRAPH:
      return sign->shape == ENT_SHAPE_IDEOGRAPH;
    case ENT_STEP_PUNCT:
      return sign->shape == ENT_SHAPE_PUNCT;
    default:
      return TRUE;
    }
}

/* Whether a term or edge of one token is of the step's class. One from a stage may have another value. */
static gboolean
has_class (const EntRuleAutomaton *automaton,
           const EntRuleSigns     *signs,
           const EntProgramStep   *step,
           const EntRuleSign      *sign)
{
  const EntRuleLetter *letter = ent_rule_letters_get (automaton->letters, sign->letter);
  const EntRuleRole *roles = ent_rule_letters_get_roles (automaton->letters, letter);

  for (guint32 i = 0; i < letter->n_roles; i++)
    if (roles[i].class_id == step->a && roles[i].length == 1
        && (step->kind == ENT_STEP_CLASS || roles[i].value == step->b))
      return TRUE;
  for (; step->kind == ENT_STEP_CLASS && sign->more != ENT_SIGN_NONE; sign = ent_rule_signs_get (signs, sign->more))
    if (sign->edge.class_id == step->a && sign->edge.length == 1)
      return TRUE;
  return FALSE;
}

/* Whether nothing more is wanted at a step. */
static gboolean
is_over (const EntRuleAutomaton *automaton,
         guint32                 index)
{
  while (automaton->steps[index].kind == ENT_STEP_JUMP && automaton->steps[index].a > index)
    index = automaton->steps[index].a;
  return automaton->steps[index].kind == ENT_STEP_MATCH;
}

/**
 * ent_rule_automaton_bars:
 * @automaton: an automaton
 * @signs: signs
 * @index: the first step of what must not match
 * @sign: the sign of the next token
 *
 * Returns: whether one token alone is enough to know that it matches
 */
gboolean
ent_rule_automaton_bars (const EntRuleAutomaton *automaton,
                         const EntRuleSigns     *signs,
                         guint32                 index,
                         guint32                 sign)
{
  const EntProgramStep *step = &automaton->steps[index];
  const EntRuleSign *s = ent_rule_signs_get (signs, sign);

  switch (step->kind)
    {
    case ENT_STEP_SPLIT:
      return ent_rule_automaton_bars (automaton, signs, step->a, sign)
             || ent_rule_automaton_bars (automaton, signs, step->b, sign);
    case ENT_STEP_JUMP:
      /* Back only in a loop, which takes more than one token. */
      return step->a > index && ent_rule_automaton_bars (automaton, signs, step->a, sign);
    case ENT_STEP_MATCH:
      return TRUE;
    case ENT_STEP_CLASS:
    case ENT_STEP_CLASS_VALUE:
      return is_over (automaton, index + 1) && has_class (automaton, signs, step, s);
    default:
      return step->kind < ENT_STEP_START && is_over (automaton, index + 1)
             && ent_rule_automaton_takes (automaton, step, s);
    }
}
