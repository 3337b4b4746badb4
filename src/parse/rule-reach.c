/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/rule-reach.h"

#include <string.h>

#include "parse/rule-reach-private.h"

/* The sheets that tell what can take a token: by its word, its looks, and its number. What is no number has that of
 * letter 0, which is empty. */
typedef struct
{
  gsize letter;
  gsize shape;
  gsize number;
} Sheets;

/**
 * ent_rule_reach_get_n_words:
 * @reach: a reach
 *
 * Returns: how many words of 64 bits a bitmap of its programs has
 */
gsize
ent_rule_reach_get_n_words (const EntRuleReach *reach)
{
  return reach->n_words;
}

static inline void
add (guint64       *to,
     const guint64 *from,
     gsize          n_words)
{
  for (gsize i = 0; i < n_words; i++)
    to[i] |= from[i];
}

static inline EntShape
get_shape (const EntToken *token)
{
  static const guint8 shapes[] = {
    [ENT_TOKEN_NUMBER] = ENT_SHAPE_NUMBER,
    [ENT_TOKEN_CJK] = ENT_SHAPE_IDEOGRAPH,
    [ENT_TOKEN_PUNCT] = ENT_SHAPE_PUNCT,
  };

  if (token->kind != ENT_TOKEN_WORD)
    return (EntShape) shapes[token->kind];
  if (token->flags & ENT_TOKEN_UPPERCASE)
    return ENT_SHAPE_UPPERCASE;
  return token->flags & ENT_TOKEN_CAPITAL ? ENT_SHAPE_CAPITAL : ENT_SHAPE_SMALL;
}

static inline guint
get_sort (const EntRuleReach *reach,
          const EntToken     *token)
{
  return ent_rule_numbers_find (reach->numbers, token->number, token->n_digits);
}

static inline Sheets
get_sheets (const EntRuleReach *reach,
            const EntToken     *token)
{
  Sheets sheets = { .number = 0 };

  sheets.letter = ent_rule_letters_get (reach->letters, token->symbol) * reach->n_words;
  sheets.shape = (reach->of_shapes + get_shape (token)) * reach->n_words;
  if (token->kind == ENT_TOKEN_NUMBER)
    sheets.number = (reach->of_numbers + get_sort (reach, token)) * reach->n_words;
  return sheets;
}

/* One word of a bitmap of the sheets: that of sheet 0 begins at @bitmap. */
static inline guint64
get_word (const Sheets  *sheets,
          const guint64 *bitmap,
          gsize          i)
{
  return bitmap[sheets->letter + i] | bitmap[sheets->shape + i] | bitmap[sheets->number + i];
}

/* Adds the programs of edges that a stage put into the chart. */
static void
add_edges (const EntRuleReach *reach,
           const EntChart     *chart,
           guint32             token,
           guint               which,
           guint64            *to)
{
  for (const EntEdge *edge = ent_chart_get_first (chart, token); edge != NULL; edge = ent_chart_get_next (chart, edge))
    add (to, ent_rule_reach_get_bitmap (reach, reach->of_classes + edge->class_id, which), reach->n_words);
}

/* Whether any of the hopes can begin with no more known of a token than its looks. */
static void
look_at_shapes (const EntRuleReach *reach,
                EntRuleHopes       *hopes)
{
  hopes->shapes = 0;
  for (guint shape = 0; shape < ENT_N_SHAPES; shape++)
    {
      const guint64 *bits = ent_rule_reach_get_bitmap (reach, reach->of_shapes + shape, 0);

      for (gsize i = 0; i < reach->n_words; i++)
        if (bits[i] & hopes->programs[i])
          hopes->shapes |= 1u << shape;
    }
}

/* Adds to what is there of each need what a token brings. */
static inline void
add_needs (const EntRuleReach *reach,
           const EntToken     *token,
           guint64            *present)
{
  guint32 letter = ent_rule_letters_get (reach->letters, token->symbol);
  Sheets sheets;

  if (!reach->letter_is_needed[letter] && token->kind != ENT_TOKEN_NUMBER)
    return;
  sheets = get_sheets (reach, token);
  for (guint need = 0; need < ENT_PROGRAM_N_NEEDS; need++)
    {
      const guint64 *bitmap = ent_rule_reach_get_bitmap (reach, 0, ENT_REACH_NEEDED + need);

      for (gsize i = 0; i < reach->n_words; i++)
        present[need * reach->n_words + i] |= get_word (&sheets, bitmap, i);
    }
}

/**
 * ent_rule_reach_hope:
 * @reach: a reach
 * @chart: a chart over tokens scanned with the rules' lexicon; the terms need not be in it yet
 * @first: the first token of a sentence
 * @end: the token after its last
 * @hopes: (out): which programs may match in it
 *
 * Returns: whether any may
 */
gboolean
ent_rule_reach_hope (const EntRuleReach *reach,
                     const EntChart     *chart,
                     guint32             first,
                     guint32             end,
                     EntRuleHopes       *hopes)
{
  guint64 present[ENT_MAX_PROGRAM_WORDS * ENT_PROGRAM_N_NEEDS];
  guint64 any = 0;

  memcpy (present, reach->always, ENT_PROGRAM_N_NEEDS * reach->n_words * sizeof (guint64));
  for (guint32 at = first; at < end; at++)
    {
      add_needs (reach, &chart->tokens->tokens[at], present);
      if (ent_chart_has_added (chart, at))
        for (guint need = 0; need < ENT_PROGRAM_N_NEEDS; need++)
          add_edges (reach, chart, at, ENT_REACH_NEEDED + need, present + need * reach->n_words);
    }
  for (gsize i = 0; i < reach->n_words; i++)
    {
      hopes->programs[i] = present[i];
      for (guint need = 1; need < ENT_PROGRAM_N_NEEDS; need++)
        hopes->programs[i] &= present[need * reach->n_words + i];
      any |= hopes->programs[i];
    }
  if (any != 0)
    look_at_shapes (reach, hopes);
  return any != 0;
}

/**
 * ent_rule_reach_hope_all:
 * @reach: a reach
 * @hopes: (out): all programs
 */
void
ent_rule_reach_hope_all (const EntRuleReach *reach,
                         EntRuleHopes       *hopes)
{
  memset (hopes->programs, 0xFF, reach->n_words * sizeof (guint64));
  hopes->shapes = (1u << ENT_N_SHAPES) - 1;
}

static inline gboolean
may_begin (const EntRuleReach *reach,
           const EntRuleHopes *hopes,
           const EntToken     *token)
{
  if (reach->letter_begins[ent_rule_letters_get (reach->letters, token->symbol)]
      || hopes->shapes & 1u << get_shape (token))
    return TRUE;
  return token->kind == ENT_TOKEN_NUMBER && reach->number_begins[get_sort (reach, token)];
}

/* The candidates of which something is known to take the token at a place: those that may end with it are done. */
static inline gboolean
take (const EntRuleReach *reach,
      const EntToken     *token,
      guint               place,
      guint64            *candidates,
      guint64            *done)
{
  Sheets sheets = get_sheets (reach, token);
  const guint64 *taken = ent_rule_reach_get_bitmap (reach, 0, place);
  const guint64 *last = ent_rule_reach_get_bitmap (reach, 0, ENT_REACH_LAST + place);
  guint64 any = 0;

  for (gsize i = 0; i < reach->n_words; i++)
    {
      candidates[i] = candidates[i] != 0 ? candidates[i] & get_word (&sheets, taken, i) : 0;
      if (candidates[i] != 0)
        done[i] |= candidates[i] & get_word (&sheets, last, i);
      any |= candidates[i];
    }
  return any != 0;
}

/* Those that take an edge which a stage added go past the next places and are not looked at further. */
static void
take_edges (const EntRuleReach *reach,
            const EntChart     *chart,
            guint32             token,
            guint               place,
            const guint64      *candidates,
            guint64            *done)
{
  guint64 loose[ENT_MAX_PROGRAM_WORDS];

  memset (loose, 0, reach->n_words * sizeof (guint64));
  add_edges (reach, chart, token, place, loose);
  for (gsize i = 0; i < reach->n_words; i++)
    done[i] |= loose[i] & candidates[i];
}

/* Whether any of the hopes begins with a token: for nearly all tokens none does. */
static inline gboolean
begins_any (const EntRuleReach *reach,
            const EntRuleHopes *hopes,
            const EntToken     *token)
{
  Sheets sheets;
  guint64 any = 0;

  if (!may_begin (reach, hopes, token))
    return FALSE;
  sheets = get_sheets (reach, token);
  for (gsize i = 0; i < reach->n_words; i++)
    any |= hopes->programs[i] & get_word (&sheets, reach->bitmaps, i);
  return any != 0;
}

/**
 * ent_rule_reach_check:
 * @reach: a reach
 * @hopes: what was found of the sentence
 * @chart: a chart
 * @first: a token
 * @end: the sentence's end
 * @candidates: (out): a bitmap of the programs that may match there
 *
 * Returns: whether any may
 */
gboolean
ent_rule_reach_check (const EntRuleReach *reach,
                      const EntRuleHopes *hopes,
                      const EntChart     *chart,
                      guint32             first,
                      guint32             end,
                      guint64            *candidates)
{
  const EntToken *tokens = chart->tokens->tokens;
  guint64 going[ENT_MAX_PROGRAM_WORDS];
  gboolean any = TRUE;

  if (!ent_chart_has_added (chart, first) && !begins_any (reach, hopes, &tokens[first]))
    return FALSE;
  for (gsize i = 0; i < reach->n_words; i++)
    {
      going[i] = hopes->programs[i];
      candidates[i] = 0;
    }
  for (guint place = 0; place < ENT_REACH_PLACES && any; place++)
    {
      any = first + place < end;
      if (any && ent_chart_has_added (chart, first + place))
        take_edges (reach, chart, first + place, place, going, candidates);
      any = any && take (reach, &tokens[first + place], place, going, candidates);
    }
  if (any)
    add (candidates, going, reach->n_words);
  return !ent_rule_reach_is_empty (candidates, reach->n_words);
}
