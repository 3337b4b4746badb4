/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/rule-stretch.h"

#include <string.h>

#include "parse/rule-program.h"

G_STATIC_ASSERT (ENT_STRETCH_TOKENS == ENT_MATCH_MAX_TOKENS);

/* Makes room for what so many more tokens meet by their words and numbers. */
static void
make_room (EntRuleStretch *stretch,
           guint32         n_tokens)
{
  guint32 needed = stretch->n_items + 2 * n_tokens + 1;

  if (G_LIKELY (needed <= stretch->items_size))
    return;
  stretch->items_size = MAX (needed, stretch->items_size * 2);
  stretch->items = g_renew (EntStretchItem, stretch->items, stretch->items_size);
  stretch->heads = g_renew (guint32, stretch->heads, stretch->items_size);
}

/* Notes that something of a token meets the needs of a list; there must be room. */
static inline void
add_item (EntRuleStretch *stretch,
          guint32         list,
          guint32         place)
{
  stretch->items[stretch->n_items] = (EntStretchItem) { list, place };
  stretch->n_items += list != ENT_INDEX_NO_LIST;
}

static void
add_edges (EntRuleStretch     *stretch,
           const EntRuleIndex *index,
           const EntChart     *chart,
           guint32             at,
           guint32             place)
{
  for (const EntEdge *edge = ent_chart_get_first (chart, at); edge != NULL; edge = ent_chart_get_next (chart, edge))
    {
      make_room (stretch, ENT_STRETCH_TOKENS * 2);
      add_item (stretch, index->of_classes[edge->class_id], place);
    }
}

/* Notes what the tokens from one on meet. */
static void
read_tokens (EntRuleStretch     *stretch,
             const EntRuleIndex *index,
             const EntChart     *chart,
             guint32             first,
             guint32             end)
{
  const EntToken *tokens = chart->tokens->tokens;
  const EntChartPlace *places = chart->places;
  const guint32 *of_nodes = index->of_nodes;
  guint32 n_nodes = index->trie->n_nodes;
  guint32 n_symbols = index->n_symbols;

  stretch->n_items = 0;
  make_room (stretch, ENT_STRETCH_TOKENS * 2);
  if (tokens[first].flags & ENT_TOKEN_SENTENCE)
    add_item (stretch, index->of_start, 0);
  for (guint32 at = first; at < end; at++)
    {
      guint32 word = tokens[at].symbol < n_symbols ? n_nodes + tokens[at].symbol : 0;
      guint32 node = places[at].node;
      guint32 list = of_nodes[node != 0 ? node : word];

      /* Where the terms are not found yet. */
      if (list == ENT_INDEX_OPENS)
        list = of_nodes[ent_term_trie_find_last (index->trie, chart->tokens, at)];
      add_item (stretch, list, at - first);
      if (tokens[at].kind == ENT_TOKEN_NUMBER)
        add_item (stretch, index->of_numbers[tokens[at].n_digits > 2], at - first);
      if (ent_chart_has_added (chart, at))
        add_edges (stretch, index, chart, at, at - first);
    }
}

/* Gathers the outlines that are thought of by a need, and that have all they need somewhere. As few have and which is
 * hard to foresee, nothing is made to depend on it here. */
static inline void
gather (EntRuleStretch     *stretch,
        const EntRuleIndex *index,
        const EntNeedSet   *set,
        guint32             first,
        guint32             end)
{
  guint32 n = stretch->n_thoughts;

  for (guint32 i = first; i < end; i++)
    {
      stretch->thoughts[n] = i;
      n += ent_need_set_has (set, &index->sets[i]) != FALSE;
    }
  stretch->n_thoughts = n;
}

/* Numbers come again after some hours of reading, when none may be left from before. */
static guint32
next_turn (EntRuleStretch     *stretch,
           const EntRuleIndex *index)
{
  if (G_UNLIKELY (stretch->turn == G_MAXUINT32))
    {
      stretch->turn = 0;
      memset (stretch->turns, 0, index->n_needs * sizeof *stretch->turns);
    }
  return ++stretch->turn;
}

/* Gathers the outlines to think of. */
static void
gather_thoughts (EntRuleStretch     *stretch,
                 const EntRuleIndex *index,
                 guint8              conditions)
{
  EntNeedSet set = { { conditions } };
  guint32 turn = next_turn (stretch, index);
  guint32 n_heads = 0;

  /* Few lists have needs that outlines are thought of by: they are set aside first, as above. */
  for (guint32 i = 0; i < stretch->n_items; i++)
    {
      const EntIndexList *list = &index->lists[stretch->items[i].list];

      ent_need_set_add (&set, &list->set);
      stretch->heads[n_heads] = stretch->items[i].list;
      n_heads += list->n_triggers != 0;
    }
  stretch->n_thoughts = 0;
  gather (stretch, index, &set, 0, index->of_needs[0]);
  for (guint32 i = 0; i < n_heads; i++)
    {
      const EntIndexList *list = &index->lists[stretch->heads[i]];

      for (guint32 j = 0; j < list->n_triggers; j++)
        {
          guint32 need = index->numbers[list->needs + j];

          if (stretch->turns[need] == turn)
            continue;
          stretch->turns[need] = turn;
          gather (stretch, index, &set, index->of_needs[need], index->of_needs[need + 1]);
        }
    }
}

/* Notes that a token meets all needs of a list. Which of them are met already is hard to foresee, so that nothing is
 * made to depend on it here. */
static inline void
meet (EntRuleStretch     *stretch,
      const EntRuleIndex *index,
      EntStretchItem      item)
{
  const EntIndexList *list = &index->lists[item.list];
  const guint32 *needs = index->numbers + list->needs;
  guint64 bit = G_GUINT64_CONSTANT (1) << (item.place % ENT_STRETCH_TOKENS);
  gboolean ahead = item.place >= ENT_STRETCH_TOKENS;

  for (guint32 i = 0; i < list->n_needs; i++)
    {
      EntStretchTokens *met = &stretch->met[needs[i]];

      stretch->touched[stretch->n_touched] = needs[i];
      stretch->n_touched += (met->here | met->ahead) == 0;
      met->here |= ahead ? 0 : bit;
      met->ahead |= ahead ? bit : 0;
    }
}

/* Notes which tokens meet each need. */
static void
meet_needs (EntRuleStretch     *stretch,
            const EntRuleIndex *index)
{
  for (guint32 i = 0; i < stretch->n_touched; i++)
    stretch->met[stretch->touched[i]] = (EntStretchTokens) { 0 };
  stretch->n_touched = 0;
  for (guint32 i = 0; i < stretch->n_items; i++)
    meet (stretch, index, stretch->items[i]);
}

/* The tokens that meet a need. */
static inline EntStretchTokens
get_meeting (const EntRuleStretch *stretch,
             const EntRuleIndex   *index,
             const EntIndexNeed   *need)
{
  EntStretchTokens met = stretch->met[need->need];
  const EntIndexList *parts = &index->lists[need->parts];

  for (guint32 i = 0; i < parts->n_needs; i++)
    {
      const EntStretchTokens *part = &stretch->met[index->numbers[parts->needs + i]];

      met.here |= part->here;
      met.ahead |= part->ahead;
    }
  return met;
}

/* The tokens of the stretch behind which, as far as it may, stands one that meets a need. Each round doubles what is
 * covered. */
static inline guint64
look_back (EntStretchTokens    met,
           const EntIndexNeed *need)
{
  guint left = (guint) need->to - need->from;
  guint64 back = met.here >> need->from;

  for (guint by = 1; left != 0; by *= 2)
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
 * @conditions: those that hold; programs that ask for others do not match
 *
 * Finds out which programs may match from which of the tokens on. Mostly none may, as a look at what is met anywhere in
 * them shows.
 */
void
ent_rule_stretch_read (EntRuleStretch     *stretch,
                       const EntRuleIndex *index,
                       const EntChart     *chart,
                       guint32             first,
                       guint32             end,
                       guint8              conditions)
{
  guint32 n = end - first;
  guint64 begins = n < ENT_STRETCH_TOKENS ? (G_GUINT64_CONSTANT (1) << n) - 1 : G_MAXUINT64;

  stretch->first = first;
  stretch->begins = 0;
  stretch->n_programs = 0;
  read_tokens (stretch, index, chart, first, MIN (end, first + 2 * ENT_STRETCH_TOKENS));
  gather_thoughts (stretch, index, conditions);
  if (stretch->n_thoughts == 0)
    return;
  meet_needs (stretch, index);
  for (guint32 i = 0; i < stretch->n_thoughts; i++)
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
  stretch->turns = g_new0 (guint32, index->n_needs + 1);
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
  g_free (stretch->items);
  g_free (stretch->heads);
  g_free (stretch->turns);
  g_free (stretch->touched);
  g_free (stretch->programs);
}
