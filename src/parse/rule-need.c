/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/rule-need.h"

#include "parse/rule-set-private.h"

/* What a rule cannot do without: a few steps of which every match takes one. A sentence in which nothing
 * fits any of them is not searched for the rule:
 *
 *     (the)? MOD:mod (of)? (that | the same) year      needs   year
 *     ABOUT{0,3} NUMBER:n (UNIT | UNITS) ago           needs   ago
 *
 * Of all such sets those whose words are rarest serve best, and two rule out more than one. */

/* A set of steps, and how many of a hundred thousand tokens are thought to fit it. */
typedef struct
{
  GArray *steps; /* of EntProgramStep; NULL: nothing is needed */
  guint weight;
} Need;

/* The best needs of a pattern, the best first. */
typedef struct
{
  Need best[ENT_PROGRAM_N_NEEDS];
} Needs;

/* What any sentence has is no help. */
#define WEIGHT_MAX 20000
#define WEIGHT_NUMBER 2500
#define WEIGHT_FEW_NUMBERS 800
#define WEIGHT_MARK 4000
#define WEIGHT_IDEOGRAPH 1500
#define WEIGHT_ADDED 10 /* for each term or pattern that a word stands in */
#define WEIGHT_STAGE 3000

static Needs find (const EntRuleNode *node,
                   const EntPatternNames *names);

/**
 * ent_rule_need_weigh_word:
 * @lexicon: a lexicon
 * @symbol: a word of it
 *
 * No corpus is needed to tell "the" from "thousand": common words are short, and stand in many terms and
 * patterns.
 *
 * Returns: how common the word is thought to be; more than 0
 */
guint
ent_rule_need_weigh_word (const EntLexicon *lexicon,
                          guint32           symbol)
{
  static const guint most_by_length[] = { WEIGHT_MAX, 4000, 4000, 4000, 1500, 600, 300 };
  gsize length;
  const char *word = ent_lexicon_get_word (lexicon, symbol, &length);
  guint most = most_by_length[MIN (length, G_N_ELEMENTS (most_by_length) - 1)];

  if (length == 1 && !g_ascii_isalnum (word[0]))
    return WEIGHT_MARK;
  if (length > 0 && (guchar) word[0] >= 0x80)
    most = WEIGHT_IDEOGRAPH;
  return MIN (WEIGHT_ADDED * ent_lexicon_get_n_added (lexicon, symbol), most) + 1;
}

static guint
weigh_step (const EntProgramStep  *step,
            const EntPatternNames *names)
{
  guint weight;

  switch (step->kind)
    {
    case ENT_STEP_SYMBOL:
      return ent_rule_need_weigh_word (names->lexicon, step->a);
    case ENT_STEP_CLASS:
    case ENT_STEP_CLASS_VALUE:
      weight = ent_rule_set_get_class_weight (names->rules, step->a);
      return weight > 0 ? weight : WEIGHT_STAGE;
    case ENT_STEP_RANGE:
      return step->n > 2 ? WEIGHT_FEW_NUMBERS : WEIGHT_NUMBER;
    case ENT_STEP_NUMBER:
      return WEIGHT_NUMBER;
    default:
      return WEIGHT_MAX;
    }
}

static void
needs_init (Needs *needs)
{
  for (guint i = 0; i < ENT_PROGRAM_N_NEEDS; i++)
    needs->best[i] = (Need) { NULL, WEIGHT_MAX };
}

/* Takes @need over, and lets the worst go. */
static void
add_need (Needs *needs,
          Need   need)
{
  for (guint i = 0; i < ENT_PROGRAM_N_NEEDS; i++)
    if (need.weight < needs->best[i].weight)
      {
        Need worse = needs->best[i];

        needs->best[i] = need;
        need = worse;
      }
  g_clear_pointer (&need.steps, g_array_unref);
}

static Needs
find_in_step (const EntProgramStep  *step,
              const EntPatternNames *names)
{
  Need need = { NULL, weigh_step (step, names) };
  Needs needs;

  needs_init (&needs);
  if (need.weight >= WEIGHT_MAX || step->kind >= ENT_STEP_START)
    return needs;
  need.steps = g_array_new (FALSE, FALSE, sizeof (EntProgramStep));
  g_array_append_vals (need.steps, step, 1);
  add_need (&needs, need);
  return needs;
}

/* Each part is needed: the best of their needs will do. */
static Needs
find_in_sequence (const EntRuleNode     *node,
                  const EntPatternNames *names)
{
  Needs all;

  needs_init (&all);
  for (guint i = 0; i < node->children->len; i++)
    {
      Needs needs = find (node->children->pdata[i], names);

      for (guint j = 0; j < ENT_PROGRAM_N_NEEDS; j++)
        add_need (&all, needs.best[j]);
    }
  return all;
}

/* One part is needed: what is needed is one of all their needs. */
static Needs
find_in_choice (const EntRuleNode     *node,
                const EntPatternNames *names)
{
  Need unions[ENT_PROGRAM_N_NEEDS];
  Needs all;

  for (guint i = 0; i < ENT_PROGRAM_N_NEEDS; i++)
    unions[i] = (Need) { g_array_new (FALSE, FALSE, sizeof (EntProgramStep)), 0 };
  for (guint i = 0; i < node->children->len; i++)
    {
      Needs needs = find (node->children->pdata[i], names);

      for (guint j = 0; j < ENT_PROGRAM_N_NEEDS; j++)
        {
          /* A part that has no second need has its first. */
          const Need *need = needs.best[j].steps != NULL ? &needs.best[j] : &needs.best[0];

          unions[j].weight = MIN (unions[j].weight + need->weight, WEIGHT_MAX);
          if (need->steps != NULL)
            g_array_append_vals (unions[j].steps, need->steps->data, need->steps->len);
        }
      for (guint j = 0; j < ENT_PROGRAM_N_NEEDS; j++)
        g_clear_pointer (&needs.best[j].steps, g_array_unref);
    }
  needs_init (&all);
  for (guint i = 0; i < ENT_PROGRAM_N_NEEDS; i++)
    add_need (&all, unions[i]);
  return all;
}

static Needs
find (const EntRuleNode     *node,
      const EntPatternNames *names)
{
  Needs none;

  switch (node->kind)
    {
    case ENT_RULE_NODE_STEP:
      return find_in_step (&node->step, names);
    case ENT_RULE_NODE_CHOICE:
      return find_in_choice (node, names);
    case ENT_RULE_NODE_REPEAT:
      if (node->min > 0)
        return find_in_sequence (node, names);
      needs_init (&none);
      return none;
    case ENT_RULE_NODE_NOT:
      needs_init (&none);
      return none;
    case ENT_RULE_NODE_SEQUENCE:
    case ENT_RULE_NODE_CAPTURE:
    case ENT_RULE_NODE_GLUED:
    default:
      return find_in_sequence (node, names);
    }
}

/**
 * ent_rule_need_find:
 * @node: a pattern
 * @names: what its names mean; the terms of all classes are known
 * @needs: (array fixed-size=2) (element-type EntProgramStep): where to put sets of steps of which every match
 *   takes one each; stay empty where none are known
 */
void
ent_rule_need_find (const EntRuleNode      *node,
                    const EntPatternNames  *names,
                    GArray                **needs)
{
  Needs all = find (node, names);

  for (guint i = 0; i < ENT_PROGRAM_N_NEEDS; i++)
    {
      if (all.best[i].steps != NULL)
        g_array_append_vals (needs[i], all.best[i].steps->data, all.best[i].steps->len);
      g_clear_pointer (&all.best[i].steps, g_array_unref);
    }
}
