/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/rule-need.h"

#include "parse/rule-set-private.h"

/* What a rule cannot do without: a few steps of which every match takes one. A sentence in which nothing
 * fits any of them is not searched for the rule:
 *
 *     (the)? MOD:mod (of)? (that | the same) year      needs   year
 *     ABOUT{0,3} NUMBER:n (UNIT | UNITS) ago           needs   ago
 *
 * Of all such sets the one whose words are rarest serves best. */

/* A set of steps, and how many of a thousand tokens are thought to fit it; no steps: nothing is needed. */
typedef struct
{
  GArray *steps; /* of EntProgramStep */
  guint weight;
} Need;

/* Weights in hundredths of a thousandth. What any sentence has is no help. */
#define WEIGHT_MAX 20000
#define WEIGHT_NUMBER 2500
#define WEIGHT_FEW_NUMBERS 800
#define WEIGHT_MARK 3000
#define WEIGHT_IDEOGRAPH 600
#define WEIGHT_STAGE 3000

static Need find (const EntRuleNode *node,
                  const EntPatternNames *names);

/**
 * ent_rule_need_weigh_word:
 * @lexicon: a lexicon
 * @symbol: a word of it
 *
 * Short words are common, long ones rare (Zipf); no corpus is needed to tell "the" from "thousand".
 *
 * Returns: how common the word is thought to be; more than 0
 */
guint
ent_rule_need_weigh_word (const EntLexicon *lexicon,
                          guint32           symbol)
{
  static const guint by_length[] = { WEIGHT_MAX, 1500, 1500, 1000, 250, 120, 60, 30, 20 };
  gsize length;
  const char *word = ent_lexicon_get_word (lexicon, symbol, &length);

  if (length > 0 && (guchar) word[0] >= 0x80)
    return WEIGHT_IDEOGRAPH;
  if (length == 1 && !g_ascii_isalnum (word[0]))
    return WEIGHT_MARK;
  return by_length[MIN (length, G_N_ELEMENTS (by_length) - 1)];
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

static Need
find_in_step (const EntProgramStep  *step,
              const EntPatternNames *names)
{
  Need need = { NULL, weigh_step (step, names) };

  if (need.weight >= WEIGHT_MAX || step->kind >= ENT_STEP_START)
    return (Need) { NULL, WEIGHT_MAX };
  need.steps = g_array_new (FALSE, FALSE, sizeof (EntProgramStep));
  g_array_append_vals (need.steps, step, 1);
  return need;
}

/* Each part is needed: the best of their needs will do. */
static Need
find_in_sequence (const EntRuleNode     *node,
                  const EntPatternNames *names)
{
  Need best = { NULL, WEIGHT_MAX };

  for (guint i = 0; i < node->children->len; i++)
    {
      Need need = find (node->children->pdata[i], names);

      if (need.weight < best.weight)
        {
          Need worse = best;

          best = need;
          need = worse;
        }
      g_clear_pointer (&need.steps, g_array_unref);
    }
  return best;
}

/* One part is needed: what is needed is one of all their needs. */
static Need
find_in_choice (const EntRuleNode     *node,
                const EntPatternNames *names)
{
  Need all = { g_array_new (FALSE, FALSE, sizeof (EntProgramStep)), 0 };

  for (guint i = 0; i < node->children->len && all.weight < WEIGHT_MAX; i++)
    {
      Need need = find (node->children->pdata[i], names);

      all.weight += need.weight;
      if (need.steps != NULL)
        g_array_append_vals (all.steps, need.steps->data, need.steps->len);
      g_clear_pointer (&need.steps, g_array_unref);
    }
  if (all.weight < WEIGHT_MAX)
    return all;
  g_array_unref (all.steps);
  return (Need) { NULL, WEIGHT_MAX };
}

static Need
find (const EntRuleNode     *node,
      const EntPatternNames *names)
{
  switch (node->kind)
    {
    case ENT_RULE_NODE_STEP:
      return find_in_step (&node->step, names);
    case ENT_RULE_NODE_CHOICE:
      return find_in_choice (node, names);
    case ENT_RULE_NODE_NOT:
      return (Need) { NULL, WEIGHT_MAX };
    case ENT_RULE_NODE_REPEAT:
      if (node->min == 0)
        return (Need) { NULL, WEIGHT_MAX };
      return find_in_sequence (node, names);
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
 * @needs: (element-type EntProgramStep): where to put steps of which every match takes one; stays
 *   empty where none are known
 */
void
ent_rule_need_find (const EntRuleNode     *node,
                    const EntPatternNames *names,
                    GArray                *needs)
{
  Need need = find (node, names);

  if (need.steps != NULL)
    g_array_append_vals (needs, need.steps->data, need.steps->len);
  g_clear_pointer (&need.steps, g_array_unref);
}
