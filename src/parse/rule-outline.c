/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/rule-outline.h"

#include "parse/rule-set-private.h"

/* A pattern has so many outlines at most. */
#define MAX_OUTLINES 16

/* Of 10,000 tokens, as counted in English and Chinese statements; stages find actors and, less often, dates. */
#define FREQUENCY_OF_STARTS 450
#define FREQUENCY_OF_NUMBERS 60
#define FREQUENCY_OF_FOUND 300

/* A number of more than two digits. */
#define LONG_NUMBER (ENT_THING_NUMBER | 1)

static void
clear_need (gpointer data)
{
  g_array_unref (((EntRuleNeed *) data)->things);
}

static EntRuleOutline *
outline_new (void)
{
  EntRuleOutline *outline = g_new0 (EntRuleOutline, 1);

  outline->needs = g_array_new (FALSE, FALSE, sizeof (EntRuleNeed));
  g_array_set_clear_func (outline->needs, clear_need);
  return outline;
}

static guint8
add_lengths (guint a,
             guint b)
{
  return (guint8) MIN (a + b, ENT_MATCH_MAX_TOKENS);
}

/**
 * ent_rule_outline_get_frequency:
 * @rules: a set
 * @thing: a thing
 *
 * Returns: how many of 10,000 tokens may be expected to be it
 */
guint
ent_rule_outline_get_frequency (const EntRuleSet *rules,
                                guint32           thing)
{
  const EntRuleClass *class;

  if (thing >= ENT_THING_START)
    return FREQUENCY_OF_STARTS;
  if (thing >= ENT_THING_NUMBER)
    return FREQUENCY_OF_NUMBERS;
  if (thing < ENT_THING_CLASS)
    return ent_lexicon_get_frequency (rules->lexicon, thing);
  class = ent_rule_set_peek_class (rules, thing - ENT_THING_CLASS);
  return ent_rule_class_is_found (class) ? FREQUENCY_OF_FOUND : class->frequency;
}

static void
put_thing (EntRuleNeed      *need,
           const EntRuleSet *rules,
           guint32           thing)
{
  guint frequency = ent_rule_outline_get_frequency (rules, thing);
  guint at = need->things->len;

  while (at > 0 && g_array_index (need->things, guint32, at - 1) >= thing)
    at--;
  if (at < need->things->len && g_array_index (need->things, guint32, at) == thing)
    return;
  g_array_insert_val (need->things, at, thing);
  need->frequency += frequency;
  need->is_frequent |= frequency >= ENT_THING_FREQUENT;
}

static EntRuleNeed *
add_need (EntRuleOutline *outline,
          guint           from,
          guint           to)
{
  EntRuleNeed need = { g_array_new (FALSE, FALSE, sizeof (guint32)), (guint8) from, (guint8) to, FALSE, 0 };

  g_array_append_val (outline->needs, need);
  return &g_array_index (outline->needs, EntRuleNeed, outline->needs->len - 1);
}

static void
put_number (EntRuleNeed          *need,
            const EntRuleSet     *rules,
            const EntProgramStep *step)
{
  gboolean is_short = step->kind == ENT_STEP_NUMBER || (step->n < 3 && step->a < 100);
  gboolean is_long = step->kind == ENT_STEP_NUMBER || step->n == 0 || step->n > 2;

  if (is_short)
    put_thing (need, rules, ENT_THING_NUMBER);
  if (is_long)
    put_thing (need, rules, LONG_NUMBER);
}

static void
look_at_step (const EntProgramStep *step,
              const EntRuleSet     *rules,
              EntRuleOutline       *outline)
{
  const EntRuleClass *class;

  if (step->kind == ENT_STEP_START)
    put_thing (add_need (outline, 0, 0), rules, ENT_THING_START);
  if (step->kind >= ENT_STEP_START)
    return;
  outline->least = outline->most = 1;
  switch (step->kind)
    {
    case ENT_STEP_SYMBOL:
      put_thing (add_need (outline, 0, 0), rules, step->a);
      outline->begin.words = ent_rule_outline_get_word_bit (step->a);
      break;
    case ENT_STEP_CLASS:
    case ENT_STEP_CLASS_VALUE:
      class = ent_rule_set_peek_class (rules, step->a);
      put_thing (add_need (outline, 0, 0), rules, ENT_THING_CLASS | step->a);
      outline->most = ent_rule_class_is_found (class) ? ENT_MATCH_MAX_TOKENS : class->longest;
      outline->begin.classes = ent_class_get_bit (step->a);
      break;
    case ENT_STEP_RANGE:
    case ENT_STEP_NUMBER:
      put_number (add_need (outline, 0, 0), rules, step);
      outline->begin.words = ENT_OUTLINE_NUMBER;
      break;
    default:
      outline->begin.words = G_MAXUINT64;
      break;
    }
}

/* Of what each way of a choice needs, one thing or another is needed: of each way, what it has rarest. */
static void
choose_needs (EntRuleOutline    *outline,
              const EntRuleNode *choice,
              const EntRuleSet  *rules)
{
  EntRuleNeed *need;

  for (guint i = 0; i < choice->children->len; i++)
    if (ent_rule_outline_get (choice->children->pdata[i], rules)->needs->len == 0)
      return;
  need = add_need (outline, ENT_MATCH_MAX_TOKENS, 0);
  for (guint i = 0; i < choice->children->len; i++)
    {
      const GArray *needs = ent_rule_outline_get (choice->children->pdata[i], rules)->needs;
      const EntRuleNeed *best = &g_array_index (needs, EntRuleNeed, 0);

      for (guint j = 1; j < needs->len; j++)
        if (g_array_index (needs, EntRuleNeed, j).frequency < best->frequency)
          best = &g_array_index (needs, EntRuleNeed, j);
      need->from = MIN (need->from, best->from);
      need->to = MAX (need->to, best->to);
      for (guint j = 0; j < best->things->len; j++)
        put_thing (need, rules, g_array_index (best->things, guint32, j));
    }
}

/* Lets the token that begins a pattern be that of a part of it, too. */
static void
add_begin (EntRuleOutline       *outline,
           const EntRuleOutline *part)
{
  outline->begin.words |= part->begin.words;
  outline->begin.classes |= part->begin.classes;
}

static void
look_at_choice (const EntRuleNode *choice,
                const EntRuleSet  *rules,
                EntRuleOutline    *outline)
{
  outline->least = ENT_MATCH_MAX_TOKENS;
  for (guint i = 0; i < choice->children->len; i++)
    {
      const EntRuleOutline *way = ent_rule_outline_get (choice->children->pdata[i], rules);

      outline->least = MIN (outline->least, way->least);
      outline->most = MAX (outline->most, way->most);
      add_begin (outline, way);
    }
  choose_needs (outline, choice, rules);
}

/* A part behind all that came before; needed or not. */
static void
add_part (EntRuleOutline       *outline,
          const EntRuleOutline *part,
          gboolean              is_needed)
{
  if (outline->least == 0)
    add_begin (outline, part);
  for (guint i = 0; is_needed && i < part->needs->len; i++)
    {
      EntRuleNeed need = g_array_index (part->needs, EntRuleNeed, i);

      need.from = add_lengths (need.from, outline->least);
      need.to = add_lengths (need.to, outline->most);
      g_array_ref (need.things);
      g_array_append_val (outline->needs, need);
    }
  outline->least = add_lengths (outline->least, is_needed ? part->least : 0);
  outline->most = add_lengths (outline->most, part->most);
}

static void
look_at_children (const EntRuleNode *node,
                  const EntRuleSet  *rules,
                  EntRuleOutline    *outline)
{
  for (guint i = 0; i < node->children->len; i++)
    add_part (outline, ent_rule_outline_get (node->children->pdata[i], rules), TRUE);
}

static void
look_at_repeat (const EntRuleNode *node,
                const EntRuleSet  *rules,
                EntRuleOutline    *outline)
{
  g_autoptr (EntRuleOutline) once = outline_new ();
  guint most = node->max > 0 ? node->max : ENT_MATCH_MAX_TOKENS;

  look_at_children (node, rules, once);
  for (guint i = 0; i < MIN (most, MAX (node->min, 1)); i++)
    add_part (outline, once, i < node->min);
  g_array_set_size (outline->needs, node->min > 0 ? once->needs->len : 0);
  outline->most = (guint8) MIN (once->most * most, ENT_MATCH_MAX_TOKENS);
}

/**
 * ent_rule_outline_get:
 * @node: a pattern, which keeps it
 * @rules: the set that it is of, with all its terms
 *
 * Returns: (transfer none): its outline
 */
const EntRuleOutline *
ent_rule_outline_get (EntRuleNode      *node,
                      const EntRuleSet *rules)
{
  EntRuleOutline *outline;

  if (node->outline != NULL)
    return node->outline;
  outline = outline_new ();
  if (node->kind == ENT_RULE_NODE_STEP)
    look_at_step (&node->step, rules, outline);
  else if (node->kind == ENT_RULE_NODE_CHOICE)
    look_at_choice (node, rules, outline);
  else if (node->kind == ENT_RULE_NODE_REPEAT)
    look_at_repeat (node, rules, outline);
  else if (node->kind != ENT_RULE_NODE_NOT)
    look_at_children (node, rules, outline);
  node->outline = outline;
  return outline;
}

static gboolean
is_step (const EntRuleNode *way)
{
  while (way->kind == ENT_RULE_NODE_SEQUENCE && way->children->len == 1)
    way = way->children->pdata[0];
  return way->kind == ENT_RULE_NODE_STEP;
}

/* Whether a part has ways that are better told apart: one word or another is one need of one place as it is. */
static gboolean
is_fork (const EntRuleNode *part,
         guint              most)
{
  if (part->kind != ENT_RULE_NODE_CHOICE || part->children->len > most)
    return FALSE;
  for (guint i = 0; i < part->children->len; i++)
    if (!is_step (part->children->pdata[i]))
      return TRUE;
  return FALSE;
}

/* Parts of which one is replaced by those that it is made of. */
static GPtrArray *
replace_part (const GPtrArray *parts,
              guint            at,
              EntRuleNode     *by)
{
  GPtrArray *copy = g_ptr_array_new ();

  for (guint i = 0; i < parts->len; i++)
    if (i != at)
      g_ptr_array_add (copy, parts->pdata[i]);
    else if (by->kind != ENT_RULE_NODE_SEQUENCE)
      g_ptr_array_add (copy, by);
    else
      for (guint j = 0; j < by->children->len; j++)
        g_ptr_array_add (copy, by->children->pdata[j]);
  return copy;
}

static void
add_outlines (const GPtrArray  *parts,
              const EntRuleSet *rules,
              guint             most,
              GPtrArray        *outlines)
{
  EntRuleOutline *outline;

  for (guint i = 0; i < parts->len; i++)
    {
      const EntRuleNode *part = parts->pdata[i];

      if (!is_fork (part, most))
        continue;
      for (guint j = 0; j < part->children->len; j++)
        {
          g_autoptr (GPtrArray) way = replace_part (parts, i, part->children->pdata[j]);

          add_outlines (way, rules, most / part->children->len, outlines);
        }
      return;
    }
  outline = outline_new ();
  for (guint i = 0; i < parts->len; i++)
    add_part (outline, ent_rule_outline_get (parts->pdata[i], rules), TRUE);
  g_ptr_array_add (outlines, outline);
}

static void
free_outline (gpointer outline)
{
  ent_rule_outline_free (outline);
}

/**
 * ent_rule_outlines_new:
 * @node: a pattern
 * @rules: the set that it is of, with all its terms
 *
 * Returns: (transfer full) (element-type EntRuleOutline): outlines, one of which each of its matches has
 */
GPtrArray *
ent_rule_outlines_new (EntRuleNode      *node,
                       const EntRuleSet *rules)
{
  GPtrArray *outlines = g_ptr_array_new_with_free_func (free_outline);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autoptr (GPtrArray) all = NULL;

  ent_rule_outline_get (node, rules); /* that of each part, too */
  g_ptr_array_add (parts, node);
  all = replace_part (parts, 0, node);
  add_outlines (all, rules, MAX_OUTLINES, outlines);
  return outlines;
}

/**
 * ent_rule_outline_free:
 * @outline: (nullable): an outline
 */
void
ent_rule_outline_free (EntRuleOutline *outline)
{
  if (outline == NULL)
    return;
  g_array_unref (outline->needs);
  g_free (outline);
}
