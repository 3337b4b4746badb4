/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/rule-anchors.h"

#include <string.h>

#include "parse/rule-set-private.h"

/* A program whose anchors stand behind more places may begin far from them. */
#define MAX_NEAR 6

/* What is known of a class. */
typedef struct
{
  guint8 passes; /* a term of it that has no anchor takes so many tokens at most; 0 if all have one */
  guint8 anchor; /* behind so many tokens of a term stands its anchor at most */
  guint8 has_anchors;
  guint8 is_found; /* stages find what is of it */
} Class;

/* A step that takes an anchor, and how many places of a match it may end, itself the last. */
typedef struct
{
  guint32 step;
  guint8 reach;
  guint8 is_edge; /* it is what a stage found */
} Anchor;

/* The search for the anchors of programs. */
typedef struct
{
  const EntRuleSet *rules;
  guint32 *of_terms; /* by term: its anchor, the first word that is not common, or 0 */
  Class *classes;
  const EntProgramStep *steps;
  GArray *here;    /* of guint32: steps to follow */
  GArray *anchors; /* of Anchor */
  guint8 *reached; /* by step: one more than the places of a match that may stand before it; 0 if nothing leads there */
  gboolean by_edges; /* what stages found is an anchor */
  gboolean is_open; /* a match needs no anchor */
} Search;

static gboolean
is_common (const EntRuleSet *rules,
           guint32           symbol)
{
  gsize length;
  const char *text = ent_lexicon_get_text (rules->lexicon, symbol, &length);

  return ent_lexicon_is_common (rules->lexicon, symbol) || (length == 1 && strchr (",.-'\"():;", *text) != NULL);
}

static gboolean
is_of_class (const EntProgramStep *step)
{
  return step->kind == ENT_STEP_CLASS || step->kind == ENT_STEP_CLASS_VALUE;
}

static gboolean
is_of_number (const EntProgramStep *step)
{
  return step->kind == ENT_STEP_RANGE || step->kind == ENT_STEP_NUMBER;
}

static void
follow_later (Search  *search,
              guint32  index,
              guint    n_before)
{
  guint8 reached = (guint8) (MIN (n_before, ENT_MATCH_MAX_TOKENS) + 1);

  if (reached <= search->reached[index])
    return;
  search->reached[index] = reached;
  g_array_append_val (search->here, index);
}

static void
add_anchor (Search  *search,
            guint32  index,
            guint    n_before,
            gboolean is_edge)
{
  Anchor anchor = { index, (guint8) (MIN (n_before, ENT_MATCH_MAX_TOKENS) + 1), is_edge != FALSE };

  g_array_append_val (search->anchors, anchor);
}

static gboolean
has_common_word (const Search         *search,
                 const EntProgramStep *step)
{
  guint32 n;
  const guint32 *words = ent_program_step_get_words (step, search->rules->sets, &n);

  for (guint32 i = 0; i < n; i++)
    if (is_common (search->rules, words[i]))
      return TRUE;
  return n == 0 && !is_of_number (step);
}

/* A step that takes a token, or a term, is an anchor, or what stands behind it is. */
static void
take_step (Search  *search,
           guint32  index)
{
  const EntProgramStep *step = &search->steps[index];
  guint n_before = search->reached[index] - 1u;

  if (is_of_class (step))
    {
      const Class *class = &search->classes[step->a];

      if (class->has_anchors)
        add_anchor (search, index, n_before + class->anchor, FALSE);
      if (class->passes > 0)
        follow_later (search, index + 1, n_before + class->passes);
      if (class->is_found && search->by_edges)
        add_anchor (search, index, n_before, TRUE);
      else if (class->is_found)
        follow_later (search, index + 1, n_before + 1);
    }
  else if (has_common_word (search, step))
    follow_later (search, index + 1, n_before + 1);
  else
    add_anchor (search, index, n_before, FALSE);
}

/* Follows all ways through a program as far as the first anchor on each. */
static void
follow (Search           *search,
        const EntProgram *program,
        gboolean          by_edges)
{
  search->steps = (const EntProgramStep *) (gconstpointer) program->steps->data;
  search->is_open = FALSE;
  search->by_edges = by_edges;
  g_array_set_size (search->anchors, 0);
  g_array_set_size (search->here, 0);
  memset (search->reached, 0, program->steps->len);
  follow_later (search, 0, 0);
  for (guint i = 0; i < search->here->len; i++)
    {
      guint32 index = g_array_index (search->here, guint32, i);
      const EntProgramStep *step = &search->steps[index];
      guint n_before = search->reached[index] - 1u;

      search->is_open |= step->kind == ENT_STEP_MATCH;
      if (step->kind < ENT_STEP_START)
        take_step (search, index);
      else if (step->kind == ENT_STEP_SPLIT || step->kind == ENT_STEP_JUMP || step->kind == ENT_STEP_NOT)
        follow_later (search, step->a, n_before);
      else if (step->kind != ENT_STEP_MATCH)
        follow_later (search, index + 1, n_before);
      if (step->kind == ENT_STEP_SPLIT)
        follow_later (search, step->b, n_before);
    }
}

static EntReach
find_reach (const Search *search)
{
  guint8 most = 0;

  for (guint i = 0; i < search->anchors->len; i++)
    most = MAX (most, g_array_index (search->anchors, Anchor, i).reach);
  return most <= MAX_NEAR ? ENT_REACH_NEAR : ENT_REACH_FAR;
}

static void
note_anchors (EntRuleAnchors *anchors,
              gboolean        all,
              const Search   *search,
              EntReach        reach,
              EntRuleAnchor  *of_classes)
{
  for (guint i = 0; i < search->anchors->len; i++)
    {
      const Anchor *anchor = &g_array_index (search->anchors, Anchor, i);
      const EntProgramStep *step = &search->steps[anchor->step];
      EntRuleAnchor places = { { 0 } };
      guint32 n;
      const guint32 *words = ent_program_step_get_words (step, search->rules->sets, &n);

      places.places[reach] = anchor->reach;
      if (anchor->is_edge)
        {
          ent_rule_anchor_raise (&anchors->of_edges[all], &places);
          continue;
        }
      for (guint32 j = 0; j < n; j++)
        ent_rule_anchor_raise (&anchors->of_symbols[all][words[j]], &places);
      if (is_of_class (step))
        ent_rule_anchor_raise (&of_classes[step->a], &places);
      else if (is_of_number (step))
        ent_rule_anchor_raise (&anchors->of_numbers[all], &places);
    }
}

static void
look_at_term (const Search      *search,
              const EntRuleTerm *term,
              guint32           *anchor)
{
  Class *class = &search->classes[term->class_id];

  for (guint32 i = 0; i < term->length; i++)
    {
      guint32 symbol = g_array_index (search->rules->symbols, guint32, term->offset + i);

      if (!is_common (search->rules, symbol))
        {
          *anchor = symbol;
          class->anchor = (guint8) MAX (class->anchor, MIN (i, ENT_MATCH_MAX_TOKENS));
          class->has_anchors = TRUE;
          return;
        }
    }
  class->passes = (guint8) MAX (class->passes, MIN (term->length, ENT_MATCH_MAX_TOKENS));
}

static void
look_at_terms (const Search *search)
{
  const EntRuleSet *rules = search->rules;

  for (guint i = 0; i < rules->terms->len; i++)
    look_at_term (search, &g_array_index (rules->terms, EntRuleTerm, i), &search->of_terms[i]);
  /* What has no terms only stages can find. */
  for (guint i = 0; i < rules->classes->len; i++)
    search->classes[i].is_found = ((const EntRuleClass *) rules->classes->pdata[i])->is_of_stage
                                  || (search->classes[i].passes == 0 && !search->classes[i].has_anchors);
}

static void
find_anchors (EntRuleAnchors *anchors,
              Search         *search)
{
  const EntRuleSet *rules = search->rules;
  EntRuleAnchor *of_classes[2];

  for (guint all = 0; all < 2; all++)
    of_classes[all] = g_new0 (EntRuleAnchor, rules->classes->len + 1);

  for (guint i = 0; i < rules->programs->len; i++)
    {
      const EntProgram *program = rules->programs->pdata[i];

      follow (search, program, FALSE);
      /* One of common words alone cannot do without what stages found, perhaps. */
      if (search->is_open)
        follow (search, program, TRUE);
      anchors->are_open[i] = (guint8) search->is_open;
      anchors->reaches[i] = (guint8) find_reach (search);
      for (guint all = program->is_aside; all < 2; all++)
        {
          anchors->have_open[all] |= search->is_open;
          note_anchors (anchors, all, search, find_reach (search), of_classes[all]);
        }
    }
  for (guint i = 0; i < rules->terms->len; i++)
    if (search->of_terms[i] != 0)
      for (guint all = 0; all < 2; all++)
        ent_rule_anchor_raise (&anchors->of_symbols[all][search->of_terms[i]],
                               &of_classes[all][g_array_index (rules->terms, EntRuleTerm, i).class_id]);
  for (guint all = 0; all < 2; all++)
    g_free (of_classes[all]);
}

/**
 * ent_rule_anchors_new:
 * @rules: a set whose programs are made; may be freed before the anchors are
 *
 * Returns: (transfer full): what its programs cannot do without
 */
EntRuleAnchors *
ent_rule_anchors_new (const EntRuleSet *rules)
{
  EntRuleAnchors *anchors = g_new0 (EntRuleAnchors, 1);
  g_autofree guint32 *of_terms = g_new0 (guint32, rules->terms->len + 1);
  g_autofree Class *classes = g_new0 (Class, rules->classes->len + 1);
  g_autofree guint8 *reached = NULL;
  g_autoptr (GArray) here = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Anchor));
  Search search = { .rules = rules, .of_terms = of_terms, .classes = classes, .here = here, .anchors = found };
  guint n_steps = 0;

  anchors->n_symbols = ent_lexicon_get_n (rules->lexicon);
  anchors->are_open = g_new0 (guint8, rules->programs->len + 1);
  anchors->reaches = g_new0 (guint8, rules->programs->len + 1);
  for (guint all = 0; all < 2; all++)
    anchors->of_symbols[all] = g_new0 (EntRuleAnchor, anchors->n_symbols);
  for (guint i = 0; i < rules->programs->len; i++)
    n_steps = MAX (n_steps, ((const EntProgram *) rules->programs->pdata[i])->steps->len);
  search.reached = reached = g_new0 (guint8, n_steps + 1);
  look_at_terms (&search);
  find_anchors (anchors, &search);
  return anchors;
}

/**
 * ent_rule_anchors_free:
 * @anchors: (nullable): anchors
 */
void
ent_rule_anchors_free (EntRuleAnchors *anchors)
{
  if (anchors == NULL)
    return;
  g_free (anchors->are_open);
  g_free (anchors->reaches);
  for (guint all = 0; all < 2; all++)
    g_free (anchors->of_symbols[all]);
  g_free (anchors);
}
