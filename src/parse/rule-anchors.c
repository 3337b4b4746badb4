/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/rule-anchors.h"

#include "parse/rule-set-private.h"

/* Distances from the begin of a match that are told apart; what lies further off may lie anywhere. */
#define MAX_DISTANCE 12
/* Words of so many letters are common; shorter ones are more so. */
#define SMALL_WORD 5

/* The search for the anchors of a program. */
typedef struct
{
  const EntRuleSet *rules;
  const guint8 *has_terms; /* by class: words were given to it, and not stages alone find it */
  const EntProgramStep *steps;
  gsize small; /* marks, words of so many letters, and what stages found are too common for anchors; 0: nothing is */
  GArray *here;    /* of guint32: steps so many tokens from the begin */
  GArray *next;    /* steps one token on */
  GArray *anchors; /* steps */
  guint32 *seen;   /* by step: in which round it was met */
  guint32 round;
  guint32 reach;
  gboolean is_open;     /* a match needs no anchor */
  gboolean starts_wild; /* any word may begin a match */
} Search;

static gboolean
is_small (const Search *search,
          guint32       symbol)
{
  gsize length;
  const char *text = ent_lexicon_get_text (search->rules->lexicon, symbol, &length);

  if (length > search->small)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if ((guchar) text[i] >= 0x80)
      return FALSE;
  return TRUE;
}

static gboolean
is_of_class (const EntProgramStep *step)
{
  return step->kind == ENT_STEP_CLASS || step->kind == ENT_STEP_CLASS_VALUE;
}

static gboolean
makes_anchor (const Search         *search,
              const EntProgramStep *step)
{
  guint32 n;
  const guint32 *words = ent_program_step_get_words (step, search->rules->sets, &n);

  if (is_of_class (step))
    return search->small == 0 || search->has_terms[step->a];
  for (guint32 i = 0; i < n; i++)
    if (is_small (search, words[i]))
      return FALSE;
  return n > 0 || step->kind == ENT_STEP_RANGE;
}

static void
take_step (Search  *search,
           guint32  index,
           guint32  distance)
{
  const EntProgramStep *step = &search->steps[index];
  guint32 next = index + 1;

  if (makes_anchor (search, step))
    {
      g_array_append_val (search->anchors, index);
      search->reach = MAX (search->reach, distance);
      return;
    }
  search->starts_wild |= distance == 0 && step->kind >= ENT_STEP_WORD;
  /* What stages found may be long. */
  if (is_of_class (step))
    search->reach = ENT_MATCH_MAX_TOKENS;
  g_array_append_val (search->next, next);
}

/* Follows a step, and those behind it that take no token. */
static void
follow (Search  *search,
        guint32  distance)
{
  for (guint i = 0; i < search->here->len; i++)
    {
      guint32 index = g_array_index (search->here, guint32, i);
      const EntProgramStep *step = &search->steps[index];
      guint32 next = index + 1;

      if (search->seen[index] == search->round)
        continue;
      search->seen[index] = search->round;
      if (step->kind < ENT_STEP_START)
        take_step (search, index, distance);
      else if (step->kind == ENT_STEP_MATCH)
        search->is_open = TRUE;
      else
        {
          if (step->kind == ENT_STEP_SPLIT)
            g_array_append_val (search->here, step->b);
          if (step->kind == ENT_STEP_SPLIT || step->kind == ENT_STEP_JUMP || step->kind == ENT_STEP_NOT)
            next = step->a;
          g_array_append_val (search->here, next);
        }
    }
}

/* Finds the first anchors on every way through a program. Returns whether none goes without. */
static gboolean
find_anchors (Search           *search,
              const EntProgram *program,
              gsize             small)
{
  guint32 first = 0;

  search->steps = (const EntProgramStep *) (gconstpointer) program->steps->data;
  search->small = small;
  search->reach = 0;
  search->is_open = search->starts_wild = FALSE;
  g_array_set_size (search->anchors, 0);
  g_array_set_size (search->here, 0);
  g_array_append_val (search->here, first);
  search->round++;
  for (guint32 distance = 0; search->here->len > 0 && !search->is_open; distance++)
    {
      GArray *here = search->here;

      g_array_set_size (search->next, 0);
      follow (search, distance);
      search->here = search->next;
      search->next = here;
      /* Each step is followed once from there on. */
      if (distance < MAX_DISTANCE)
        search->round++;
      else if (search->here->len > 0)
        search->reach = ENT_MATCH_MAX_TOKENS;
    }
  return !search->is_open;
}

static EntAnchorGroup
find_group (Search           *search,
            const EntProgram *program)
{
  for (gsize small = SMALL_WORD; small > 2; small--)
    {
      if (find_anchors (search, program, small))
        return search->starts_wild ? ENT_ANCHOR_RARE : ENT_ANCHOR_NONE;
    }
  return find_anchors (search, program, 0) && search->starts_wild ? ENT_ANCHOR_SMALL : ENT_ANCHOR_NONE;
}

static void
note_anchors (EntRuleAnchors *anchors,
              const Search   *search,
              EntAnchorGroup  group,
              guint8         *of_symbols)
{
  guint8 bit = ENT_ANCHOR_BIT (group);

  for (guint i = 0; i < search->anchors->len; i++)
    {
      const EntProgramStep *step = &search->steps[g_array_index (search->anchors, guint32, i)];
      guint32 n;
      const guint32 *words = ent_program_step_get_words (step, search->rules->sets, &n);

      for (guint32 j = 0; j < n; j++)
        of_symbols[words[j]] |= bit;
      if (is_of_class (step))
        anchors->of_classes[step->a] |= bit;
      else if (n == 0)
        anchors->of_numbers |= bit;
    }
  anchors->reach[group] = MAX (anchors->reach[group], search->reach);
}

static void
note_letters (EntRuleAnchors       *anchors,
              const EntRuleLetters *letters,
              const guint8         *of_symbols)
{
  guint32 n = ent_rule_letters_get_n (letters);

  anchors->of_letters = g_new0 (guint8, n + 1);
  for (guint32 i = 0; i < n; i++)
    {
      const EntRuleLetter *letter = ent_rule_letters_get (letters, i);
      const EntRuleRole *roles = ent_rule_letters_get_roles (letters, letter);

      anchors->of_letters[i] = of_symbols[letter->symbol];
      for (guint32 j = 0; j < letter->n_roles; j++)
        anchors->of_letters[i] |= anchors->of_classes[roles[j].class_id];
    }
}

/**
 * ent_rule_anchors_new:
 * @rules: a set whose programs are made; may be freed before the anchors are
 * @letters: its letters
 *
 * Returns: (transfer full): what its programs cannot do without
 */
EntRuleAnchors *
ent_rule_anchors_new (const EntRuleSet     *rules,
                      const EntRuleLetters *letters)
{
  EntRuleAnchors *anchors = g_new0 (EntRuleAnchors, 1);
  g_autofree guint8 *of_symbols = g_new0 (guint8, ent_lexicon_get_n (rules->lexicon) + 1);
  g_autofree guint8 *has_terms = g_new0 (guint8, rules->classes->len + 1);
  Search search = { .rules = rules, .has_terms = has_terms };
  guint n_steps = 0;

  anchors->of_programs = g_new0 (guint8, rules->programs->len + 1);
  anchors->of_classes = g_new0 (guint8, rules->classes->len + 1);
  for (guint i = 0; i < rules->terms->len; i++)
    has_terms[g_array_index (rules->terms, EntRuleTerm, i).class_id] = TRUE;
  for (guint i = 0; i < rules->programs->len; i++)
    n_steps = MAX (n_steps, ((const EntProgram *) rules->programs->pdata[i])->steps->len);
  search.here = g_array_new (FALSE, FALSE, sizeof (guint32));
  search.next = g_array_new (FALSE, FALSE, sizeof (guint32));
  search.anchors = g_array_new (FALSE, FALSE, sizeof (guint32));
  search.seen = g_new0 (guint32, n_steps + 1);
  for (guint i = 0; i < rules->programs->len; i++)
    {
      EntAnchorGroup group = find_group (&search, rules->programs->pdata[i]);

      anchors->of_programs[i] = (guint8) group;
      if (group != ENT_ANCHOR_NONE)
        note_anchors (anchors, &search, group, of_symbols);
    }
  note_letters (anchors, letters, of_symbols);
  g_array_unref (search.here);
  g_array_unref (search.next);
  g_array_unref (search.anchors);
  g_free (search.seen);
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
  g_free (anchors->of_programs);
  g_free (anchors->of_letters);
  g_free (anchors->of_classes);
  g_free (anchors);
}
