/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/rule-anchors.h"

#include <string.h>

#include "parse/rule-set-private.h"
#include "parse/walk-states.h"

/* A program whose anchors stand behind more places may begin far from them; how far is not told apart. */
#define MAX_NEAR 8
#define FAR (ENT_MATCH_MAX_TOKENS + 1)

/* What is known of a class. */
typedef struct
{
  guint8 passes;  /* a term of it that has no anchor takes so many tokens at most; 0 if all have one */
  guint8 longest; /* any term of it takes so many at most */
  guint8 anchor;  /* behind so many tokens of a term stands its anchor at most */
  guint8 has_anchors;
  guint8 is_found; /* stages find what is of it */
} Class;

/* What a step is to a cut through its program. */
enum
{
  STEP_CUT = 1 << 0,    /* an anchor on all ways that come to it */
  STEP_PASSED = 1 << 1, /* it could be one, but all ways from it come to others */
};

/* What steps may be anchors where words are not enough: a mask. */
enum
{
  BY_NUMBERS = 1 << 0,
  BY_EDGES = 1 << 1, /* by what stages found */
};

/* The search for the anchors of programs. */
typedef struct
{
  const EntRuleSet *rules;
  guint32 *of_terms; /* by term: its anchor, the first word that is not common, or 0 */
  Class *classes;
  const EntProgramStep *steps;
  guint8 *flags;   /* by step */
  EntPile here;    /* steps to follow */
  GArray *cut;     /* of guint32: the anchors */
  guint8 *reached; /* by step: one more than the places of a match that may stand before it; 0 if nothing leads there */
  guint by;
  guint enough;     /* one need not follow on when so many anchors were found, nor count places */
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

static gboolean
has_common_word (const Search         *search,
                 const EntProgramStep *step)
{
  guint32 n;
  const guint32 *words = ent_program_step_get_words (step, search->rules->sets, &n);

  for (guint32 i = 0; i < n; i++)
    if (is_common (search->rules, words[i]))
      return TRUE;
  return n == 0;
}

/* Whether what a step takes is an anchor, or some of it has one. */
static gboolean
may_cut (const Search         *search,
         const EntProgramStep *step)
{
  if (is_of_class (step))
    return search->classes[step->a].has_anchors || (search->classes[step->a].is_found && search->by & BY_EDGES);
  if (is_of_number (step))
    return (search->by & BY_NUMBERS) != 0;
  return step->kind < ENT_STEP_START && !has_common_word (search, step);
}

/* How many places what a step takes has at most, if it has no anchor or those do not count; 0 if it always has one. */
static guint
get_places (const Search         *search,
            const EntProgramStep *step,
            gboolean              passed)
{
  const Class *class;
  guint places;

  if (!is_of_class (step))
    return passed || !may_cut (search, step) ? 1 : 0;
  class = &search->classes[step->a];
  places = passed ? class->longest : class->passes;
  return class->is_found && (passed || !(search->by & BY_EDGES)) ? MAX (places, 1) : places;
}

static void
follow_later (Search  *search,
              guint32  index,
              guint    n_before)
{
  guint8 reached = (guint8) ((n_before > MAX_NEAR ? FAR : n_before) + 1);

  if (search->enough > 0)
    reached = 1;
  if (reached <= search->reached[index])
    return;
  search->reached[index] = reached;
  ent_pile_push (&search->here, index);
}

/* A step that takes a token, or a term, is an anchor, or what stands behind it is. */
static void
take_step (Search  *search,
           guint32  index)
{
  const EntProgramStep *step = &search->steps[index];
  gboolean passed = (search->flags[index] & STEP_PASSED) != 0;
  guint places = get_places (search, step, passed);

  if (!passed && may_cut (search, step) && !(search->flags[index] & STEP_CUT))
    {
      search->flags[index] |= STEP_CUT;
      g_array_append_val (search->cut, index);
    }
  if (places > 0)
    follow_later (search, index + 1, search->reached[index] - 1u + places);
}

static gboolean
is_enough (const Search *search)
{
  return search->enough > 0 && (search->is_open || search->cut->len == search->enough);
}

/* Follows the ways from the steps that are to be followed as far as the first anchor on each. */
static void
follow (Search *search)
{
  for (guint i = 0; i < search->here.n && !is_enough (search); i++)
    {
      guint32 index = search->here.data[i];
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

/* Follows all ways from a step on, anew. */
static void
follow_from (Search  *search,
             guint32  index)
{
  search->is_open = FALSE;
  for (guint32 i = 0; i < search->here.n; i++)
    search->reached[search->here.data[i]] = 0;
  search->here.n = 0;
  follow_later (search, index, 0);
  follow (search);
}

/* "also? met": every match that has the first has the second. Whatever can be done without is no anchor. */
static void
thin_out (Search *search)
{
  guint n = search->cut->len;

  search->enough = n + 1;
  for (guint i = 0; i < n; i++)
    {
      guint32 index = g_array_index (search->cut, guint32, i);

      search->flags[index] = STEP_PASSED;
      follow_from (search, index);
      if (!search->is_open && search->cut->len == n)
        continue;
      for (guint j = n; j < search->cut->len; j++)
        search->flags[g_array_index (search->cut, guint32, j)] = 0;
      g_array_set_size (search->cut, n);
      search->flags[index] = STEP_CUT;
    }
  search->enough = 0;
}

/* Finds where to cut a program so that all ways through it are cut. */
static void
cut_program (Search           *search,
             const EntProgram *program,
             guint             by)
{
  search->steps = (const EntProgramStep *) (gconstpointer) program->steps->data;
  search->by = by;
  g_array_set_size (search->cut, 0);
  memset (search->flags, 0, program->steps->len);
  follow_from (search, 0);
  if (search->is_open)
    return;
  thin_out (search);
  follow_from (search, 0);
}

static guint8
get_reach (const Search *search,
           guint32       index)
{
  const EntProgramStep *step = &search->steps[index];
  guint reach = search->reached[index] + (is_of_class (step) ? search->classes[step->a].anchor : 0u);

  return (guint8) (reach > MAX_NEAR ? FAR : reach);
}

/* Calls nothing an anchor that has been passed. */
static gboolean
is_cut (const Search *search,
        guint         i)
{
  return (search->flags[g_array_index (search->cut, guint32, i)] & STEP_CUT) != 0;
}

static EntReach
find_reach (const Search *search)
{
  for (guint i = 0; i < search->cut->len; i++)
    if (is_cut (search, i) && get_reach (search, g_array_index (search->cut, guint32, i)) > MAX_NEAR)
      return ENT_REACH_FAR;
  return ENT_REACH_NEAR;
}

static void
note_anchors (EntRuleAnchors *anchors,
              gboolean        all,
              const Search   *search,
              EntRuleAnchor  *of_classes)
{
  EntReach reach = find_reach (search);

  for (guint i = 0; i < search->cut->len; i++)
    {
      guint32 index = g_array_index (search->cut, guint32, i);
      const EntProgramStep *step = &search->steps[index];
      EntRuleAnchor places = { { 0 } };
      guint32 n;
      const guint32 *words = ent_program_step_get_words (step, search->rules->sets, &n);

      if (!is_cut (search, i))
        continue;
      places.places[reach] = get_reach (search, index);
      for (guint32 j = 0; j < n; j++)
        ent_rule_anchor_raise (&anchors->of_symbols[all][words[j]], &places);
      if (is_of_class (step))
        ent_rule_anchor_raise (&of_classes[step->a], &places);
      if (is_of_class (step) && search->classes[step->a].is_found && search->by & BY_EDGES)
        ent_rule_anchor_raise (&anchors->of_edges[all], &places);
      if (is_of_number (step))
        ent_rule_anchor_raise (&anchors->of_numbers[all], &places);
    }
}

static void
look_at_term (const Search      *search,
              const EntRuleTerm *term,
              guint32           *anchor)
{
  Class *class = &search->classes[term->class_id];

  class->longest = (guint8) MAX (class->longest, MIN (term->length, ENT_MATCH_MAX_TOKENS));
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
      static const guint bys[] = { 0, BY_NUMBERS, BY_NUMBERS | BY_EDGES };
      const EntProgram *program = rules->programs->pdata[i];

      /* One of common words alone cannot do without numbers, perhaps, or without what stages found. */
      search->is_open = TRUE;
      for (guint j = 0; j < G_N_ELEMENTS (bys) && search->is_open; j++)
        cut_program (search, program, bys[j]);
      anchors->are_open[i] = (guint8) search->is_open;
      anchors->reaches[i] = (guint8) find_reach (search);
      for (guint all = program->is_aside; all < 2; all++)
        {
          anchors->have_open[all] |= search->is_open;
          note_anchors (anchors, all, search, of_classes[all]);
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
  g_autoptr (GArray) cut = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree guint8 *flags = NULL;
  Search search = { .rules = rules, .of_terms = of_terms, .classes = classes, .cut = cut };
  guint n_steps = 0;

  anchors->n_symbols = ent_lexicon_get_n (rules->lexicon);
  anchors->are_open = g_new0 (guint8, rules->programs->len + 1);
  anchors->reaches = g_new0 (guint8, rules->programs->len + 1);
  for (guint all = 0; all < 2; all++)
    anchors->of_symbols[all] = g_new0 (EntRuleAnchor, anchors->n_symbols);
  for (guint i = 0; i < rules->programs->len; i++)
    n_steps = MAX (n_steps, ((const EntProgram *) rules->programs->pdata[i])->steps->len);
  search.reached = reached = g_new0 (guint8, n_steps + 1);
  search.flags = flags = g_new0 (guint8, n_steps + 1);
  look_at_terms (&search);
  find_anchors (anchors, &search);
  g_free (search.here.data);
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
