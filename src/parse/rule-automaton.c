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

/* The steps by which a match may begin. */
typedef struct
{
  const EntRuleAutomaton *automaton;
  guint8 *seen;    /* by step */
  guint8 *symbols; /* by symbol: whether a match may begin with it */
  guint8 *classes; /* by class: the same */
  guint32 shapes;
} Begins;

static void
note_begin (Begins  *begins,
            guint32  index)
{
  static const guint8 shapes[] = {
    [ENT_STEP_WORD] = 1 << ENT_SHAPE_SMALL | 1 << ENT_SHAPE_CAPITAL | 1 << ENT_SHAPE_UPPERCASE,
    [ENT_STEP_CAPITAL] = 1 << ENT_SHAPE_CAPITAL | 1 << ENT_SHAPE_UPPERCASE,
    [ENT_STEP_UPPERCASE] = 1 << ENT_SHAPE_UPPERCASE,
    [ENT_STEP_RANGE] = 1 << ENT_SHAPE_NUMBER,
    [ENT_STEP_NUMBER] = 1 << ENT_SHAPE_NUMBER,
    [ENT_STEP_IDEOGRAPH] = 1 << ENT_SHAPE_IDEOGRAPH,
    [ENT_STEP_PUNCT] = 1 << ENT_SHAPE_PUNCT,
    [ENT_STEP_ANY] = (1 << ENT_N_SHAPES) - 1,
  };
  const EntProgramStep *step = &begins->automaton->steps[index];

  if (begins->seen[index])
    return;
  begins->seen[index] = TRUE;
  if (step->kind == ENT_STEP_SYMBOL)
    begins->symbols[step->a] = TRUE;
  else if (step->kind == ENT_STEP_CLASS || step->kind == ENT_STEP_CLASS_VALUE)
    begins->classes[step->a] = TRUE;
  else if (step->kind < ENT_STEP_START)
    begins->shapes |= shapes[step->kind];
  else if (step->kind == ENT_STEP_JUMP || step->kind == ENT_STEP_SPLIT || step->kind == ENT_STEP_NOT)
    note_begin (begins, step->a);
  else if (step->kind != ENT_STEP_MATCH)
    note_begin (begins, index + 1);
  if (step->kind == ENT_STEP_SPLIT)
    note_begin (begins, step->b);
}

static gboolean
begins_with (const Begins         *begins,
             const EntRuleLetters *letters,
             const EntRuleLetter  *letter)
{
  const EntRuleRole *roles = ent_rule_letters_get_roles (letters, letter);

  for (guint32 i = 0; i < letter->n_roles; i++)
    if (begins->classes[roles[i].class_id])
      return TRUE;
  return letter->symbol != 0 && begins->symbols[letter->symbol];
}

/* Notes with which words a match may begin; of one with which longer terms begin it is not known yet. */
static void
find_begins (EntRuleAutomaton *automaton,
             const EntRuleSet *rules)
{
  EntRuleLetters *letters = automaton->letters;
  g_autofree guint8 *seen = g_new0 (guint8, automaton->n_steps + 1);
  g_autofree guint8 *symbols = g_new0 (guint8, letters->n_symbols);
  g_autofree guint8 *classes = g_new0 (guint8, rules->classes->len);
  Begins begins = { automaton, seen, symbols, classes, 0 };

  for (guint32 i = 0; i < automaton->n_programs; i++)
    note_begin (&begins, automaton->starts[i]);
  automaton->begin_shapes = begins.shapes;
  for (guint32 symbol = 0; symbol < letters->n_symbols; symbol++)
    {
      guint32 letter = letters->of_symbols[symbol];

      if (letter & ENT_RULE_LETTER_OPENS
          || begins_with (&begins, letters, ent_rule_letters_get (letters, letter & ENT_RULE_LETTER_MASK)))
        letters->of_symbols[symbol] |= ENT_RULE_LETTER_BEGINS;
    }
}

/**
 * ent_rule_automaton_new:
 * @rules: a set whose programs and terms are made; may be freed before the automaton is
 *
 * Returns: (transfer full): the automaton of all programs
 */
EntRuleAutomaton *
ent_rule_automaton_new (const EntRuleSet *rules)
{
  EntRuleAutomaton *automaton = g_new0 (EntRuleAutomaton, 1);
  gsize n_steps = 0;

  automaton->letters = ent_rule_letters_new (rules);
  automaton->numbers = sort_numbers (rules);
  automaton->n_programs = rules->programs->len;
  automaton->starts = g_new0 (guint32, automaton->n_programs + 1);
  for (guint32 i = 0; i < automaton->n_programs; i++)
    n_steps += ((const EntProgram *) rules->programs->pdata[i])->steps->len;
  automaton->steps = g_new0 (EntProgramStep, n_steps + 1);
  for (guint32 i = 0; i < automaton->n_programs; i++)
    append_program (automaton, rules->programs->pdata[i], i);
  find_begins (automaton, rules);
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
