/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/rule-reach.h"

#include <string.h>

#include "parse/rule-letters.h"
#include "parse/rule-set-private.h"

#define NEEDED ENT_REACH_PLACES
#define N_BITMAPS (ENT_REACH_PLACES + 1)

/* Tokens by their looks. */
typedef enum
{
  SHAPE_SMALL,
  SHAPE_CAPITAL,
  SHAPE_UPPERCASE,
  SHAPE_NUMBER,
  SHAPE_IDEOGRAPH,
  SHAPE_PUNCT,
  N_SHAPES
} Shape;

typedef struct
{
  gint32 from;
  gint32 to;
  guint32 n_digits; /* or 0 */
} Range;

/* Sheets lie one behind the other: those of letters, then of shapes, ranges and classes. */
struct _EntRuleReach
{
  gsize n_words;
  gsize n_sheet; /* words of a sheet */
  EntRuleLetters *letters;
  GArray *ranges; /* of Range */
  guint64 *of_letters;
  guint64 *of_shapes;
  guint64 *of_ranges;
  guint64 *of_classes;
  guint64 *over;     /* by place: rules that may be over before it */
  guint64 *always;   /* rules that need nothing in particular */
  guint8 *is_needed; /* by letter: whether any rule needs it */
  guint8 *begins;    /* by letter: whether any rule begins with it */
  gboolean shape_begins[N_SHAPES];
};

static void
set_bit (guint64 *bits,
         guint32  bit)
{
  bits[bit / 64] |= G_GUINT64_CONSTANT (1) << (bit % 64);
}

static gboolean
is_empty (const guint64 *bits,
          gsize          n_words)
{
  guint64 any = 0;

  for (gsize i = 0; i < n_words; i++)
    any |= bits[i];
  return any == 0;
}

static inline guint64 *
get_bitmap (const EntRuleReach *reach,
            guint64            *sheets,
            guint32             sheet,
            guint               which)
{
  return sheets + sheet * reach->n_sheet + which * reach->n_words;
}

/* Walks through a rule's program as far as the places reach. */
typedef struct
{
  EntRuleReach *reach;
  const EntRuleSet *rules;
  const EntProgram *program;
  guint32 rule;
  guint8 *seen; /* by step: a bit for each place */
} Walk;

static void walk (const Walk *self,
                  guint32 index,
                  guint place);

static guint
find_range (EntRuleReach         *reach,
            const EntProgramStep *step)
{
  Range range = { (gint32) step->a, (gint32) step->b, step->n };
  guint i;

  for (i = 0; i < reach->ranges->len; i++)
    {
      const Range *other = &g_array_index (reach->ranges, Range, i);

      if (other->from == range.from && other->to == range.to && other->n_digits == range.n_digits)
        return i;
    }
  g_array_append_val (reach->ranges, range);
  reach->of_ranges = g_renew (guint64, reach->of_ranges, reach->ranges->len * reach->n_sheet);
  memset (reach->of_ranges + i * reach->n_sheet, 0, reach->n_sheet * sizeof (guint64));
  return i;
}

/* Notes that the rule can take what the step takes at a place, or that it needs it. */
static void
note_step (EntRuleReach         *reach,
           const EntProgramStep *step,
           guint32               rule,
           guint                 which)
{
  static const guint8 shapes[] = {
    [ENT_STEP_WORD] = 1 << SHAPE_SMALL | 1 << SHAPE_CAPITAL | 1 << SHAPE_UPPERCASE,
    [ENT_STEP_CAPITAL] = 1 << SHAPE_CAPITAL | 1 << SHAPE_UPPERCASE,
    [ENT_STEP_UPPERCASE] = 1 << SHAPE_UPPERCASE,
    [ENT_STEP_NUMBER] = 1 << SHAPE_NUMBER,
    [ENT_STEP_IDEOGRAPH] = 1 << SHAPE_IDEOGRAPH,
    [ENT_STEP_PUNCT] = 1 << SHAPE_PUNCT,
    [ENT_STEP_ANY] = (1 << N_SHAPES) - 1,
  };

  switch (step->kind)
    {
    case ENT_STEP_SYMBOL:
      set_bit (get_bitmap (reach, reach->of_letters, ent_rule_letters_get (reach->letters, step->a), which), rule);
      break;
    case ENT_STEP_CLASS:
    case ENT_STEP_CLASS_VALUE:
      set_bit (get_bitmap (reach, reach->of_classes, step->a, which), rule);
      break;
    case ENT_STEP_RANGE:
      {
        guint range = find_range (reach, step);

        set_bit (get_bitmap (reach, reach->of_ranges, range, which), rule);
        break;
      }
    default:
      for (guint shape = 0; shape < N_SHAPES; shape++)
        if (shapes[step->kind] & 1 << shape)
          set_bit (get_bitmap (reach, reach->of_shapes, shape, which), rule);
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

  note_step (self->reach, step, self->rule, place);
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
      for (guint later = place; later < ENT_REACH_PLACES; later++)
        set_bit (self->reach->over + later * self->reach->n_words, self->rule);
      break;
    default:
      walk_on (self, step, index, place);
      break;
    }
}

static void
walk_rule (EntRuleReach     *reach,
           const EntRuleSet *rules,
           guint32           rule)
{
  const EntProgram *program = &((const EntRule *) rules->rules->pdata[rule])->program;
  g_autofree guint8 *seen = g_new0 (guint8, program->steps->len);
  Walk self = { reach, rules, program, rule, seen };

  walk (&self, 0, 0);
  for (guint i = 0; i < program->needs->len; i++)
    note_step (reach, &g_array_index (program->needs, EntProgramStep, i), rule, NEEDED);
  if (program->needs->len == 0)
    set_bit (reach->always, rule);
}

/* A letter can stand wherever the terms that it is part of can begin, so many places later. */
static void
add_terms_to_letter (EntRuleReach *reach,
                     guint32       letter)
{
  guint n;
  const EntRuleRole *roles = ent_rule_letters_get_roles (reach->letters, letter, &n);

  for (guint i = 0; i < n; i++)
    for (guint which = 0; which < N_BITMAPS; which++)
      {
        gboolean needle = roles[i].place == ENT_RULE_ROLE_NEEDLE;
        guint64 *to = get_bitmap (reach, reach->of_letters, letter, which);
        const guint64 *from;

        if (which == NEEDED ? !needle : (needle || which < roles[i].place))
          continue;
        from = get_bitmap (reach, reach->of_classes, roles[i].class_id,
                           which == NEEDED ? NEEDED : which - roles[i].place);
        for (gsize word = 0; word < reach->n_words; word++)
          to[word] |= from[word];
      }
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

  reach->n_words = rules->rules->len / 64 + 1;
  reach->n_sheet = reach->n_words * N_BITMAPS;
  reach->letters = ent_rule_letters_new (rules);
  reach->ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  n_letters = ent_rule_letters_get_n (reach->letters);
  reach->of_letters = g_new0 (guint64, n_letters * reach->n_sheet);
  reach->of_shapes = g_new0 (guint64, N_SHAPES * reach->n_sheet);
  reach->of_classes = g_new0 (guint64, rules->classes->len * reach->n_sheet);
  reach->over = g_new0 (guint64, ENT_REACH_PLACES * reach->n_words);
  reach->always = g_new0 (guint64, reach->n_words);
  reach->is_needed = g_new0 (guint8, n_letters);
  reach->begins = g_new0 (guint8, n_letters);
  for (guint32 i = 0; i < rules->rules->len; i++)
    walk_rule (reach, rules, i);
  for (guint32 letter = 0; letter < n_letters; letter++)
    {
      add_terms_to_letter (reach, letter);
      reach->begins[letter] = !is_empty (get_bitmap (reach, reach->of_letters, letter, 0), reach->n_words);
      reach->is_needed[letter] = !is_empty (get_bitmap (reach, reach->of_letters, letter, NEEDED), reach->n_words);
    }
  for (guint shape = 0; shape < N_SHAPES; shape++)
    reach->shape_begins[shape] = !is_empty (get_bitmap (reach, reach->of_shapes, shape, 0), reach->n_words);
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
  g_array_unref (reach->ranges);
  g_free (reach->of_letters);
  g_free (reach->of_shapes);
  g_free (reach->of_ranges);
  g_free (reach->of_classes);
  g_free (reach->over);
  g_free (reach->always);
  g_free (reach->is_needed);
  g_free (reach->begins);
  g_free (reach);
}

/**
 * ent_rule_reach_get_n_words:
 * @reach: a reach
 *
 * Returns: how many words of 64 bits a bitmap of its rules has
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

static inline Shape
get_shape (const EntToken *token)
{
  static const guint8 shapes[] = {
    [ENT_TOKEN_NUMBER] = SHAPE_NUMBER,
    [ENT_TOKEN_CJK] = SHAPE_IDEOGRAPH,
    [ENT_TOKEN_PUNCT] = SHAPE_PUNCT,
  };

  if (token->kind != ENT_TOKEN_WORD)
    return (Shape) shapes[token->kind];
  if (token->flags & ENT_TOKEN_UPPERCASE)
    return SHAPE_UPPERCASE;
  return token->flags & ENT_TOKEN_CAPITAL ? SHAPE_CAPITAL : SHAPE_SMALL;
}

static inline gboolean
is_in_range (const Range    *range,
             const EntToken *token)
{
  return token->number >= range->from && token->number <= range->to
         && (range->n_digits == 0 || range->n_digits == token->n_digits);
}

static void
add_ranges (const EntRuleReach *reach,
            const EntToken     *token,
            guint               which,
            guint64            *to)
{
  for (guint i = 0; i < reach->ranges->len; i++)
    if (is_in_range (&g_array_index (reach->ranges, Range, i), token))
      add (to, get_bitmap (reach, reach->of_ranges, i, which), reach->n_words);
}

/* Adds the rules of edges that a stage put into the chart. */
static void
add_edges (const EntRuleReach *reach,
           const EntChart     *chart,
           guint32             token,
           guint               which,
           guint64            *to)
{
  for (const EntEdge *edge = ent_chart_get_first (chart, token); edge != NULL; edge = ent_chart_get_next (chart, edge))
    add (to, get_bitmap (reach, reach->of_classes, edge->class_id, which), reach->n_words);
}

/* The rules that can take a token as it stands there. */
static void
find_takers (const EntRuleReach *reach,
             const EntToken     *token,
             guint               which,
             guint64            *to)
{
  guint32 number = ent_rule_letters_get (reach->letters, token->symbol);
  const guint64 *letter = get_bitmap (reach, reach->of_letters, number, which);
  const guint64 *shape = get_bitmap (reach, reach->of_shapes, get_shape (token), which);

  for (gsize i = 0; i < reach->n_words; i++)
    to[i] = letter[i] | shape[i];
  if (token->kind == ENT_TOKEN_NUMBER)
    add_ranges (reach, token, which, to);
}

/**
 * ent_rule_reach_hope:
 * @reach: a reach
 * @chart: a chart over tokens scanned with the rules' lexicon; the terms need not be in it yet
 * @first: the first token of a sentence
 * @end: the token after its last
 * @hopes: (out): which rules may match in it
 *
 * Returns: whether any rule may
 */
gboolean
ent_rule_reach_hope (const EntRuleReach *reach,
                     const EntChart     *chart,
                     guint32             first,
                     guint32             end,
                     EntRuleHopes       *hopes)
{
  const EntToken *tokens = chart->tokens->tokens;

  memcpy (hopes->rules, reach->always, reach->n_words * sizeof (guint64));
  for (guint32 at = first; at < end; at++)
    {
      guint32 letter = ent_rule_letters_get (reach->letters, tokens[at].symbol);

      if (reach->is_needed[letter])
        add (hopes->rules, get_bitmap (reach, reach->of_letters, letter, NEEDED), reach->n_words);
      if (tokens[at].kind == ENT_TOKEN_NUMBER)
        {
          add (hopes->rules, get_bitmap (reach, reach->of_shapes, SHAPE_NUMBER, NEEDED), reach->n_words);
          add_ranges (reach, &tokens[at], NEEDED, hopes->rules);
        }
      if (ent_chart_has_added (chart, at))
        add_edges (reach, chart, at, NEEDED, hopes->rules);
    }
  return !is_empty (hopes->rules, reach->n_words);
}

static inline gboolean
may_begin (const EntRuleReach *reach,
           const EntToken     *token)
{
  return token->kind == ENT_TOKEN_NUMBER || reach->shape_begins[get_shape (token)]
         || reach->begins[ent_rule_letters_get (reach->letters, token->symbol)];
}

/* The rules that can begin at a token. @loose gets those that an added edge takes past the next places. */
static gboolean
begin (const EntRuleReach *reach,
       const EntRuleHopes *hopes,
       const EntChart     *chart,
       guint32             token,
       guint64            *candidates,
       guint64            *loose)
{
  guint64 any = 0;

  find_takers (reach, &chart->tokens->tokens[token], 0, candidates);
  memset (loose, 0, reach->n_words * sizeof (guint64));
  if (ent_chart_has_added (chart, token))
    add_edges (reach, chart, token, 0, loose);
  for (gsize i = 0; i < reach->n_words; i++)
    {
      if (hopes != NULL)
        {
          candidates[i] &= hopes->rules[i];
          loose[i] &= hopes->rules[i];
        }
      any |= candidates[i];
    }
  return any != 0;
}

/* Leaves of the candidates those that can go on with a token at a place behind their first, or are over. */
static gboolean
narrow (const EntRuleReach *reach,
        const EntChart     *chart,
        guint32             token,
        guint               place,
        guint64            *candidates,
        guint64            *loose)
{
  const guint64 *over = reach->over + place * reach->n_words;
  guint64 takers[ENT_MAX_RULE_WORDS];
  guint64 any = 0;

  if (ent_chart_has_added (chart, token))
    {
      memset (takers, 0, reach->n_words * sizeof (guint64));
      add_edges (reach, chart, token, place, takers);
      for (gsize i = 0; i < reach->n_words; i++)
        loose[i] |= takers[i] & candidates[i];
    }
  find_takers (reach, &chart->tokens->tokens[token], place, takers);
  for (gsize i = 0; i < reach->n_words; i++)
    {
      candidates[i] &= takers[i] | over[i];
      any |= candidates[i];
    }
  return any != 0;
}

/* The sentence ends before the place. */
static void
cut (const EntRuleReach *reach,
     guint               place,
     guint64            *candidates)
{
  const guint64 *over = reach->over + place * reach->n_words;

  for (gsize i = 0; i < reach->n_words; i++)
    candidates[i] &= over[i];
}

/**
 * ent_rule_reach_check:
 * @reach: a reach
 * @hopes: (nullable): what ent_rule_reach_hope() found of the sentence
 * @chart: a chart
 * @first: a token
 * @end: the sentence's end
 * @candidates: (out): a bitmap of the rules that may match there
 *
 * Returns: whether any rule may
 */
gboolean
ent_rule_reach_check (const EntRuleReach *reach,
                      const EntRuleHopes *hopes,
                      const EntChart     *chart,
                      guint32             first,
                      guint32             end,
                      guint64            *candidates)
{
  guint64 loose[ENT_MAX_RULE_WORDS];
  gboolean any;

  if (!ent_chart_has_added (chart, first) && !may_begin (reach, &chart->tokens->tokens[first]))
    return FALSE;
  any = begin (reach, hopes, chart, first, candidates, loose);
  for (guint place = 1; place < ENT_REACH_PLACES && any; place++)
    {
      if (first + place >= end)
        {
          cut (reach, place, candidates);
          break;
        }
      any = narrow (reach, chart, first + place, place, candidates, loose);
    }
  add (candidates, loose, reach->n_words);
  return !is_empty (candidates, reach->n_words);
}
