/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "parse/rule-reach-private.h"
#include "parse/rule-set-private.h"

/* Walks through a program as far as the places reach. */
typedef struct
{
  EntRuleReach *reach;
  const EntProgram *program;
  guint32 bit;
  guint8 *seen; /* by step: a bit for each place */
  guint8 *ends; /* by step: whether the program can be over there */
} Walk;

static void walk (const Walk *self,
                  guint32 index,
                  guint place);

static void
set_bit (guint64 *bits,
         guint32  bit)
{
  bits[bit / 64] |= G_GUINT64_CONSTANT (1) << (bit % 64);
}

/* Notes that the program can take what the step takes, or needs it. */
static void
note_step (EntRuleReach         *reach,
           const EntProgramStep *step,
           guint32               bit,
           guint                 which)
{
  static const guint8 shapes[] = {
    [ENT_STEP_WORD] = 1 << ENT_SHAPE_SMALL | 1 << ENT_SHAPE_CAPITAL | 1 << ENT_SHAPE_UPPERCASE,
    [ENT_STEP_CAPITAL] = 1 << ENT_SHAPE_CAPITAL | 1 << ENT_SHAPE_UPPERCASE,
    [ENT_STEP_UPPERCASE] = 1 << ENT_SHAPE_UPPERCASE,
    [ENT_STEP_NUMBER] = 1 << ENT_SHAPE_NUMBER,
    [ENT_STEP_IDEOGRAPH] = 1 << ENT_SHAPE_IDEOGRAPH,
    [ENT_STEP_PUNCT] = 1 << ENT_SHAPE_PUNCT,
    [ENT_STEP_ANY] = (1 << ENT_N_SHAPES) - 1,
  };
  guint32 letter;

  switch (step->kind)
    {
    case ENT_STEP_SYMBOL:
      letter = ent_rule_letters_get (reach->letters, step->a);
      set_bit (ent_rule_reach_get_bitmap (reach, letter, which), bit);
      break;
    case ENT_STEP_CLASS:
    case ENT_STEP_CLASS_VALUE:
      set_bit (ent_rule_reach_get_bitmap (reach, reach->of_classes + step->a, which), bit);
      break;
    case ENT_STEP_RANGE:
      for (guint sort = 0; sort < ent_rule_numbers_get_n (reach->numbers); sort++)
        if (ent_rule_numbers_fits (reach->numbers, sort, step))
          set_bit (ent_rule_reach_get_bitmap (reach, reach->of_numbers + sort, which), bit);
      break;
    default:
      for (guint shape = 0; shape < ENT_N_SHAPES; shape++)
        if (shapes[step->kind] & 1 << shape)
          set_bit (ent_rule_reach_get_bitmap (reach, reach->of_shapes + shape, which), bit);
      break;
    }
}

/* On behind a step that takes something: a token, or a term of one of the lengths that its class has. */
static void
walk_on (const Walk           *self,
         const EntProgramStep *step,
         guint32               index,
         guint                 place)
{
  gboolean is_class = step->kind == ENT_STEP_CLASS || step->kind == ENT_STEP_CLASS_VALUE;
  guint lengths = is_class ? ent_rule_letters_get_lengths (self->reach->letters, step->a) : 1 << 1;

  note_step (self->reach, step, self->bit, place);
  if (self->ends[index + 1])
    note_step (self->reach, step, self->bit, ENT_REACH_LAST + place);
  for (guint length = 1; place + length < ENT_REACH_PLACES; length++)
    if (lengths & 1u << length)
      walk (self, index + 1, place + length);
}

static void
walk (const Walk *self,
      guint32     index,
      guint       place)
{
  const EntProgramStep *step = &g_array_index (self->program->steps, EntProgramStep, index);

  if (self->seen[index] & 1 << place)
    return;
  self->seen[index] |= (guint8) (1 << place);
  switch (step->kind)
    {
    case ENT_STEP_SPLIT:
      walk (self, step->a, place);
      walk (self, step->b, place);
      break;
    case ENT_STEP_JUMP:
    case ENT_STEP_NOT:
      walk (self, step->a, place);
      break;
    case ENT_STEP_START:
    case ENT_STEP_END:
    case ENT_STEP_GLUED:
    case ENT_STEP_OPEN:
    case ENT_STEP_CLOSE:
      walk (self, index + 1, place);
      break;
    case ENT_STEP_MATCH:
      break;
    default:
      walk_on (self, step, index, place);
      break;
    }
}

/* The steps from which a program can be over without a further token. A step tells from those it leads to,
 * mostly behind it; loops need a second look. */
static guint8 *
find_ends (const EntProgram *program)
{
  guint n = program->steps->len;
  guint8 *ends = g_new0 (guint8, n + 1);
  gboolean changed = TRUE;

  while (changed)
    {
      changed = FALSE;
      for (guint i = n; i-- > 0;)
        {
          const EntProgramStep *step = &g_array_index (program->steps, EntProgramStep, i);
          gboolean over = step->kind == ENT_STEP_MATCH;

          if (step->kind == ENT_STEP_SPLIT)
            over = ends[step->a] || ends[step->b];
          else if (step->kind == ENT_STEP_JUMP || step->kind == ENT_STEP_NOT)
            over = ends[step->a];
          else if (step->kind >= ENT_STEP_START && step->kind != ENT_STEP_MATCH)
            over = ends[i + 1];
          changed |= over && !ends[i];
          ends[i] |= (guint8) over;
        }
    }
  return ends;
}

static void
walk_program (EntRuleReach     *reach,
              const EntProgram *program,
              guint32           bit)
{
  g_autofree guint8 *seen = g_new0 (guint8, program->steps->len);
  g_autofree guint8 *ends = find_ends (program);
  Walk self = { reach, program, bit, seen, ends };

  walk (&self, 0, 0);
  for (guint need = 0; need < ENT_PROGRAM_N_NEEDS; need++)
    {
      const GArray *steps = program->needs[need];

      for (guint i = 0; i < steps->len; i++)
        note_step (reach, &g_array_index (steps, EntProgramStep, i), bit, ENT_REACH_NEEDED + need);
      if (steps->len == 0)
        set_bit (reach->always + need * reach->n_words, bit);
    }
}

/* A letter can stand wherever the terms that it is part of can begin, so many places later. */
static void
add_role (EntRuleReach      *reach,
          guint32            letter,
          const EntRuleRole *role)
{
  gboolean needle = role->place == ENT_RULE_ROLE_NEEDLE;

  for (guint which = 0; which < ENT_REACH_N_BITMAPS; which++)
    {
      guint place = which % ENT_REACH_PLACES;
      guint64 *to = ent_rule_reach_get_bitmap (reach, letter, which);
      const guint64 *from;

      if (which >= ENT_REACH_NEEDED ? !needle : (needle || place < role->place))
        continue;
      from = ent_rule_reach_get_bitmap (reach, reach->of_classes + role->class_id,
                                        which >= ENT_REACH_NEEDED ? which : which - role->place);
      for (gsize word = 0; word < reach->n_words; word++)
        to[word] |= from[word];
    }
}

static gboolean
is_empty (const EntRuleReach *reach,
          guint32             sheet,
          guint               which)
{
  return ent_rule_reach_is_empty (ent_rule_reach_get_bitmap (reach, sheet, which), reach->n_words);
}

static void
finish_letters (EntRuleReach *reach)
{
  for (guint32 letter = 0; letter < ent_rule_letters_get_n (reach->letters); letter++)
    {
      guint n;
      const EntRuleRole *roles = ent_rule_letters_get_roles (reach->letters, letter, &n);
      for (guint i = 0; i < n; i++)
        add_role (reach, letter, &roles[i]);
      reach->letter_begins[letter] = !is_empty (reach, letter, 0);
      for (guint need = 0; need < ENT_PROGRAM_N_NEEDS; need++)
        reach->letter_is_needed[letter] |= !is_empty (reach, letter, ENT_REACH_NEEDED + need);
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
 * ent_rule_reach_new:
 * @rules: a set whose programs and terms are made; may be freed before the reach is
 *
 * Returns: (transfer full): what they can take where
 */
EntRuleReach *
ent_rule_reach_new (const EntRuleSet *rules)
{
  EntRuleReach *reach = g_new0 (EntRuleReach, 1);
  guint32 n_letters;
  guint n_sorts;

  reach->letters = ent_rule_letters_new (rules);
  reach->numbers = sort_numbers (rules);
  reach->n_words = rules->programs->len / 64 + 1;
  n_letters = ent_rule_letters_get_n (reach->letters);
  n_sorts = ent_rule_numbers_get_n (reach->numbers);
  reach->of_numbers = n_letters;
  reach->of_shapes = reach->of_numbers + n_sorts;
  reach->of_classes = reach->of_shapes + ENT_N_SHAPES;
  reach->n_sheets = reach->of_classes + rules->classes->len;
  reach->bitmaps = g_new0 (guint64, (gsize) reach->n_sheets * ENT_REACH_N_BITMAPS * reach->n_words);
  reach->letter_begins = g_new0 (guint8, n_letters);
  reach->letter_is_needed = g_new0 (guint8, n_letters);
  reach->number_begins = g_new0 (guint8, n_sorts);
  reach->always = g_new0 (guint64, ENT_PROGRAM_N_NEEDS * reach->n_words);
  for (guint i = 0; i < rules->programs->len; i++)
    walk_program (reach, rules->programs->pdata[i], i);
  finish_letters (reach);
  for (guint sort = 0; sort < n_sorts; sort++)
    reach->number_begins[sort] = !is_empty (reach, reach->of_numbers + sort, 0);
  return reach;
}

/**
 * ent_rule_reach_free:
 * @reach: (nullable): a reach
 */
void
ent_rule_reach_free (EntRuleReach *reach)
{
  if (reach == NULL)
    return;
  ent_rule_letters_free (reach->letters);
  ent_rule_numbers_free (reach->numbers);
  g_free (reach->bitmaps);
  g_free (reach->letter_begins);
  g_free (reach->letter_is_needed);
  g_free (reach->number_begins);
  g_free (reach->always);
  g_free (reach);
}
