/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/rule-stretch.h"

#include "parse/rule-program.h"

G_STATIC_ASSERT (ENT_STRETCH_TOKENS == ENT_MATCH_MAX_TOKENS);

/* Notes that a token meets all needs of a list. Which of them are met already is hard to foresee, so that nothing is
 * made to depend on it here. */
static inline void
meet (EntRuleStretch     *stretch,
      const EntRuleIndex *index,
      guint32             list,
      EntStretchTokens    token)
{
  const guint32 *needs = index->lists + list;

  for (guint32 i = 1; i <= needs[0]; i++)
    {
      guint32 need = needs[i];
      EntStretchTokens *met = &stretch->met[need];

      stretch->touched[stretch->n_touched] = need;
      stretch->n_touched += (met->here | met->ahead) == 0;
      stretch->are_met[need / 64] |= G_GUINT64_CONSTANT (1) << (need % 64);
      met->here |= token.here;
      met->ahead |= token.ahead;
    }
}

static void
meet_edges (EntRuleStretch     *stretch,
            const EntRuleIndex *index,
            const EntChart     *chart,
            guint32             at,
            EntStretchTokens    token)
{
  for (const EntEdge *edge = ent_chart_get_first (chart, at); edge != NULL; edge = ent_chart_get_next (chart, edge))
    meet (stretch, index, index->of_classes[edge->class_id], token);
}

/* The node of the words from a token on that begin terms; 0 if none do. */
static inline guint32
find_node (const EntRuleIndex *index,
           const EntChart     *chart,
           guint32             at)
{
  if (chart->places[at].node != 0)
    return chart->places[at].node;
  return ent_term_trie_find_last (index->trie, chart->tokens, at);
}

/* Notes what a token meets. */
static inline void
read_token (EntRuleStretch     *stretch,
            const EntRuleIndex *index,
            const EntChart     *chart,
            guint32             at,
            EntStretchTokens    place)
{
  const EntToken *token = &chart->tokens->tokens[at];
  guint32 list = token->symbol < index->n_symbols ? index->of_symbols[token->symbol] : ENT_INDEX_NO_LIST;

  if (list == ENT_INDEX_OPENS)
    list = index->of_nodes[find_node (index, chart, at)];
  if (list != ENT_INDEX_NO_LIST)
    meet (stretch, index, list, place);
  if (token->kind == ENT_TOKEN_NUMBER)
    meet (stretch, index, index->of_numbers[token->n_digits > 2], place);
  if (ent_chart_has_added (chart, at))
    meet_edges (stretch, index, chart, at, place);
}

/* Which of some tokens may meet a need. Which do is hard to foresee, so that nothing is made to depend on it here.
 * Returns how many they are. */
static guint
find_meeting (const EntRuleIndex *index,
              const EntChart *chart,
              guint32 first,
              guint32 end,
              guint8 meeting[2 * ENT_STRETCH_TOKENS])
{
  const EntToken *tokens = chart->tokens->tokens;
  guint n = 0;

  for (guint32 at = first; at < end; at++)
    {
      guint32 list = tokens[at].symbol < index->n_symbols ? index->of_symbols[tokens[at].symbol] : ENT_INDEX_NO_LIST;

      meeting[n] = (guint8) (at - first);
      n += (guint) (list != ENT_INDEX_NO_LIST) | (guint) (tokens[at].kind == ENT_TOKEN_NUMBER)
           | (guint) ent_chart_has_added (chart, at);
    }
  return n;
}

/* Notes what the tokens from one on meet. */
static void
read_tokens (EntRuleStretch     *stretch,
             const EntRuleIndex *index,
             const EntChart     *chart,
             guint32             first,
             guint32             end)
{
  guint8 meeting[2 * ENT_STRETCH_TOKENS];
  guint n = find_meeting (index, chart, first, end, meeting);

  for (guint i = 0; i < n; i++)
    {
      guint64 bit = G_GUINT64_CONSTANT (1) << (meeting[i] % ENT_STRETCH_TOKENS);
      gboolean ahead = meeting[i] >= ENT_STRETCH_TOKENS;

      read_token (stretch, index, chart, first + meeting[i],
                  (EntStretchTokens) { ahead ? 0 : bit, ahead ? bit : 0 });
    }
}

/* The tokens that meet a need. */
static inline EntStretchTokens
get_meeting (const EntRuleStretch *stretch,
             const EntRuleIndex   *index,
             const EntIndexNeed   *need)
{
  EntStretchTokens met = stretch->met[need->need];
  const guint32 *parts = index->lists + need->parts;

  for (guint32 i = 1; i <= parts[0]; i++)
    {
      met.here |= stretch->met[parts[i]].here;
      met.ahead |= stretch->met[parts[i]].ahead;
    }
  return met;
}

/* The tokens of the stretch behind which, as far as it may, stands one that meets a need. Each round doubles what is
 * covered; the last ones may do nothing, which costs less than asking. */
static inline guint64
look_back (EntStretchTokens    met,
           const EntIndexNeed *need)
{
  guint left = (guint) need->to - need->from;
  guint64 back = met.here >> need->from;

  for (guint by = 1; by < ENT_STRETCH_TOKENS; by *= 2)
    {
      guint step = MIN (by, left);

      back |= back >> step;
      left -= step;
    }
  /* Few sentences reach into a next stretch. */
  if (G_UNLIKELY (met.ahead != 0))
    for (guint by = MAX (need->from, 1); by <= need->to; by++)
      back |= met.ahead << (ENT_STRETCH_TOKENS - by);
  return back;
}

static void
add_program (EntRuleStretch    *stretch,
             EntStretchProgram  program)
{
  if (stretch->n_programs == stretch->size)
    {
      stretch->size = MAX (64, stretch->size * 2);
      stretch->programs = g_renew (EntStretchProgram, stretch->programs, stretch->size);
    }
  stretch->programs[stretch->n_programs++] = program;
}

static void
think_of (EntRuleStretch     *stretch,
          const EntRuleIndex *index,
          guint32             number,
          guint64             begins)
{
  const EntIndexOutline *outline = &index->outlines[number];
  const EntIndexNeed *needs = index->needs + outline->needs;

  for (guint i = 0; i < outline->n_needs && begins != 0; i++)
    begins &= look_back (get_meeting (stretch, index, &needs[i]), &needs[i]);
  if (begins == 0)
    return;
  add_program (stretch, (EntStretchProgram) { begins, outline->rank });
  stretch->begins |= begins;
}

/* Gathers the outlines that are thought of by a need, and another of whose needs is met, too. As few are and which is
 * hard to foresee, nothing is made to depend on it here. Returns how many were gathered. */
static inline guint32
gather (const EntRuleStretch *stretch,
        const EntRuleIndex   *index,
        guint32               need,
        gboolean              all,
        guint32              *outlines)
{
  guint32 n = 0;

  for (guint32 i = index->of_needs[need]; i < index->of_needs[need + 1]; i++)
    {
      guint32 also = index->also[i] & ~ENT_INDEX_ASIDE;
      guint is_met = stretch->are_met[also / 64] >> (also % 64) & 1;

      outlines[n] = i;
      n += is_met & (guint) (all || !(index->also[i] & ENT_INDEX_ASIDE));
    }
  return n;
}

/* Mostly they are few. */
static void
sort_programs (EntRuleStretch *stretch)
{
  for (guint32 i = 1; i < stretch->n_programs; i++)
    {
      EntStretchProgram program = stretch->programs[i];
      guint32 at = i;

      for (; at > 0 && stretch->programs[at - 1].rank > program.rank; at--)
        stretch->programs[at] = stretch->programs[at - 1];
      stretch->programs[at] = program;
    }
}

/* Puts the outlines of a program together. */
static void
join_outlines (EntRuleStretch *stretch)
{
  EntStretchProgram *items = stretch->programs;
  guint32 n = MIN (stretch->n_programs, 1);

  for (guint32 i = 1; i < stretch->n_programs; i++)
    if (items[n - 1].rank == items[i].rank)
      items[n - 1].begins |= items[i].begins;
    else
      items[n++] = items[i];
  stretch->n_programs = n;
}

/**
 * ent_rule_stretch_read:
 * @stretch: a stretch, which turns to these tokens
 * @index: the programs
 * @chart: what is known of the text; of terms it needs none, as they are looked up
 * @first: its first token
 * @end: the token after the last of the sentence
 * @all: whether programs that are put aside may match
 *
 * Finds out which programs may match from which of the tokens on.
 */
void
ent_rule_stretch_read (EntRuleStretch     *stretch,
                       const EntRuleIndex *index,
                       const EntChart     *chart,
                       guint32             first,
                       guint32             end,
                       gboolean            all)
{
  guint32 n = end - first;
  guint32 n_thoughts = 0;
  guint64 begins = n < ENT_STRETCH_TOKENS ? (G_GUINT64_CONSTANT (1) << n) - 1 : G_MAXUINT64;

  for (guint32 i = 0; i < stretch->n_touched; i++)
    {
      stretch->met[stretch->touched[i]] = (EntStretchTokens) { 0 };
      stretch->are_met[stretch->touched[i] / 64] = 0;
    }
  stretch->n_touched = 0;
  stretch->first = first;
  stretch->begins = 0;
  stretch->n_programs = 0;
  if (chart->tokens->tokens[first].flags & ENT_TOKEN_SENTENCE)
    meet (stretch, index, index->of_start, (EntStretchTokens) { 1, 0 });
  read_tokens (stretch, index, chart, first, MIN (end, first + 2 * ENT_STRETCH_TOKENS));
  for (guint32 i = 0; i < index->of_needs[0]; i++)
    if (all || !(index->also[i] & ENT_INDEX_ASIDE))
      think_of (stretch, index, i, begins);
  for (guint32 i = 0; i < stretch->n_touched; i++)
    n_thoughts += gather (stretch, index, stretch->touched[i], all, stretch->thoughts + n_thoughts);
  for (guint32 i = 0; i < n_thoughts; i++)
    think_of (stretch, index, stretch->thoughts[i], begins);
  sort_programs (stretch);
  join_outlines (stretch);
}

/**
 * ent_rule_stretch_init:
 * @stretch: (out): a stretch to make ready for use
 * @index: the programs it is for
 */
void
ent_rule_stretch_init (EntRuleStretch     *stretch,
                       const EntRuleIndex *index)
{
  *stretch = (EntRuleStretch) { 0 };
  stretch->thoughts = g_new (guint32, index->of_needs[index->n_needs] + 1);
  stretch->touched = g_new (guint32, index->n_needs + 1);
  stretch->are_met = g_new0 (guint64, index->n_needs / 64 + 1);
  stretch->met = g_new0 (EntStretchTokens, index->n_needs + 1);
}

/**
 * ent_rule_stretch_clear:
 * @stretch: a stretch whose memory is given back
 */
void
ent_rule_stretch_clear (EntRuleStretch *stretch)
{
  g_free (stretch->thoughts);
  g_free (stretch->met);
  g_free (stretch->are_met);
  g_free (stretch->touched);
  g_free (stretch->programs);
}
