/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/rule-anchors.h"

#include <string.h>

#include "parse/rule-set-private.h"

/* Words of so many letters are common; shorter ones are more so. */
#define SMALL_WORD 5
#define SMALLEST_WORD 2

/* The search for the anchors of a program. */
typedef struct
{
  const EntRuleSet *rules;
  const guint8 *has_terms; /* by class: words were given to it, and not stages alone find it */
  const EntProgramStep *steps;
  gsize small; /* words of so many letters are too common for anchors; 0: nothing is one */
  GArray *here;    /* of guint32: steps to follow */
  GArray *anchors; /* steps */
  guint8 *seen;    /* by step */
  gboolean is_open; /* a match needs no anchor */
  gboolean is_wild; /* any word may begin a match */
} Search;

static gboolean
is_common (const Search *search,
           guint32       symbol)
{
  gsize length;
  const char *text = ent_lexicon_get_text (search->rules->lexicon, symbol, &length);

  if (length == 1 && g_ascii_ispunct (*text))
    return strchr (",.-'\"():;", *text) != NULL;
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
takes_any_word (const EntProgramStep *step)
{
  return (step->kind >= ENT_STEP_WORD && step->kind <= ENT_STEP_UPPERCASE) || step->kind == ENT_STEP_ANY;
}

static gboolean
makes_anchor (const Search         *search,
              const EntProgramStep *step)
{
  guint32 n;
  const guint32 *words = ent_program_step_get_words (step, search->rules->sets, &n);

  if (search->small == 0)
    return FALSE;
  if (is_of_class (step))
    return search->has_terms[step->a];
  for (guint32 i = 0; i < n; i++)
    if (is_common (search, words[i]))
      return FALSE;
  return n > 0 || step->kind == ENT_STEP_RANGE;
}

/* Takes a step with a token on, unless that is an anchor; or, where nothing is one, looks only at the first token. */
static void
take_step (Search  *search,
           guint32  index)
{
  const EntProgramStep *step = &search->steps[index];
  guint32 next = index + 1;

  search->is_wild |= search->small == 0 && takes_any_word (step);
  if (makes_anchor (search, step))
    g_array_append_val (search->anchors, index);
  else if (search->small > 0)
    g_array_append_val (search->here, next);
}

/* Follows all ways through a program as far as the first anchor on each; where @small is 0, to the first token. */
static void
follow (Search           *search,
        const EntProgram *program,
        gsize             small)
{
  guint32 first = 0;

  search->small = small;
  search->steps = (const EntProgramStep *) (gconstpointer) program->steps->data;
  search->is_open = search->is_wild = FALSE;
  g_array_set_size (search->anchors, 0);
  g_array_set_size (search->here, 0);
  g_array_append_val (search->here, first);
  memset (search->seen, 0, program->steps->len);
  for (guint i = 0; i < search->here->len; i++)
    {
      guint32 index = g_array_index (search->here, guint32, i);
      const EntProgramStep *step = &search->steps[index];
      guint32 next = index + 1;

      if (search->seen[index])
        continue;
      search->seen[index] = TRUE;
      if (step->kind < ENT_STEP_START)
        take_step (search, index);
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

/* Finds the anchors of a program that any word may begin: the longest words that will do. Returns whether it has
 * any. */
static gboolean
find_anchors (Search           *search,
              const EntProgram *program)
{
  follow (search, program, 0);
  if (!search->is_wild)
    return FALSE;
  for (gsize small = SMALL_WORD; small >= SMALLEST_WORD; small--)
    {
      follow (search, program, small);
      if (!search->is_open)
        return TRUE;
    }
  return FALSE;
}

static void
note_anchors (EntRuleAnchors *anchors,
              const Search   *search,
              guint8         *of_symbols)
{
  for (guint i = 0; i < search->anchors->len; i++)
    {
      const EntProgramStep *step = &search->steps[g_array_index (search->anchors, guint32, i)];
      guint32 n;
      const guint32 *words = ent_program_step_get_words (step, search->rules->sets, &n);

      for (guint32 j = 0; j < n; j++)
        of_symbols[words[j]] = TRUE;
      if (is_of_class (step))
        anchors->of_classes[step->a] = TRUE;
      else if (n == 0)
        anchors->of_numbers = TRUE;
    }
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

  anchors->are_wild = g_new0 (guint8, rules->programs->len + 1);
  anchors->of_classes = g_new0 (guint8, rules->classes->len + 1);
  for (guint i = 0; i < rules->terms->len; i++)
    has_terms[g_array_index (rules->terms, EntRuleTerm, i).class_id] = TRUE;
  for (guint i = 0; i < rules->programs->len; i++)
    n_steps = MAX (n_steps, ((const EntProgram *) rules->programs->pdata[i])->steps->len);
  search.here = g_array_new (FALSE, FALSE, sizeof (guint32));
  search.anchors = g_array_new (FALSE, FALSE, sizeof (guint32));
  search.seen = g_new0 (guint8, n_steps + 1);
  for (guint i = 0; i < rules->programs->len; i++)
    {
      anchors->are_wild[i] = (guint8) find_anchors (&search, rules->programs->pdata[i]);
      if (anchors->are_wild[i])
        note_anchors (anchors, &search, of_symbols);
    }
  note_letters (anchors, letters, of_symbols);
  g_array_unref (search.here);
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
  g_free (anchors->are_wild);
  g_free (anchors->of_letters);
  g_free (anchors->of_classes);
  g_free (anchors);
}
