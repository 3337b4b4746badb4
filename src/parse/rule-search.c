/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "parse/rule-set-private.h"
#include "parse/rule-walk.h"

/* So many signs are known at most. */
#define MAX_SIGNS (1u << ENT_WALK_NEAR_BITS)
/* So many rules are turned down at one token at most. */
#define MAX_REFUSED 4

struct _EntRuleSearch
{
  EntRuleSet *rules;
  const EntChart *chart;
  EntRuleSigns signs;
  EntRuleWalk *walk;
  guint32 *token_signs; /* of the sentence */
  guint32 *begins;      /* by its tokens: where a match leads that begins with them */
  EntRuleAnchor *reaches; /* by its tokens: for how many places from there on anchors are at hand */
  gsize size;
  guint32 first; /* the sentence's first token */
  guint32 end;
  guint32 hope; /* no match begins before it */
  gboolean all; /* rules that are put aside are tried, too */
  guint32 refused[MAX_REFUSED]; /* rules whose match at the token in hand tells of nothing */
  guint n_refused;
};

/* Where a walk found that programs may be over. */
typedef struct
{
  guint32 state;
  guint32 end;
} End;

/* Finds the terms that begin at a token, and puts their edges into the chart, the longest first. */
static void
find_terms_at (const EntTermTrie *trie,
               EntChart          *chart,
               guint32            first,
               guint32            node)
{
  guint32 nodes[ENT_TERM_MAX_WORDS];
  guint32 n = 0;

  for (; node != 0 && n < ENT_TERM_MAX_WORDS; node = ent_term_trie_go_on (trie, node, chart->tokens, first + n - 1))
    nodes[n++] = node;
  chart->nodes[first] = nodes[n - 1];
  while (n > 0)
    {
      const EntTermNode *last = &trie->nodes[nodes[--n]];

      for (guint32 i = 0; i < last->n_values; i++)
        ent_chart_append (chart, first, first + n + 1, trie->values[last->values + i].class_id,
                          trie->values[last->values + i].value);
    }
}

/**
 * ent_rule_set_find_terms_in:
 * @rules: a compiled set
 * @chart: a chart over tokens scanned with the set's lexicon; gets an edge for each term found
 * @first: a token
 * @end: the token after the last one
 *
 * Finds the words of all classes that begin from @first on, where no edge begins yet.
 */
void
ent_rule_set_find_terms_in (const EntRuleSet *rules,
                            EntChart         *chart,
                            guint32           first,
                            guint32           end)
{
  const EntToken *tokens = chart->tokens->tokens;

  for (guint32 i = first; i < end; i++)
    {
      guint32 root = ent_term_trie_get_root (rules->trie, tokens[i].symbol);

      if (root != 0 && !(tokens[i].flags & ENT_TOKEN_FURNITURE))
        find_terms_at (rules->trie, chart, i, root);
    }
}

/**
 * ent_rule_set_find_terms:
 * @rules: a compiled set
 * @chart: a chart over tokens scanned with the set's lexicon, without edges; gets one for each term found
 *
 * Finds the words of all classes in one pass; those inside others too. A term never leaves its
 * sentence nor begins in furniture.
 */
void
ent_rule_set_find_terms (const EntRuleSet *rules,
                         EntChart         *chart)
{
  ent_rule_set_find_terms_in (rules, chart, 0, (guint32) chart->tokens->n_tokens);
}

/**
 * ent_rule_search_free:
 * @search: (transfer full): a search
 */
void
ent_rule_search_free (EntRuleSearch *search)
{
  ent_rule_signs_clear (&search->signs);
  ent_rule_walk_free (search->walk);
  g_free (search->token_signs);
  g_free (search->begins);
  g_free (search->reaches);
  g_free (search);
}

/**
 * ent_rule_set_begin_search:
 * @rules: a compiled set; must outlive the search
 * @chart: what is known of the text; what stages find must be in it before a sentence is entered, and the terms
 *   before matches are asked for
 *
 * Returns: (transfer full): a search, given back with ent_rule_search_end()
 */
EntRuleSearch *
ent_rule_set_begin_search (const EntRuleSet *rules,
                           const EntChart   *chart)
{
  EntRuleSet *owner = (EntRuleSet *) rules; /* those at rest are no part of what the rules say */
  EntRuleSearch *search = NULL;

  g_mutex_lock (&owner->lock);
  if (owner->idle->len > 0)
    search = g_ptr_array_steal_index_fast (owner->idle, owner->idle->len - 1);
  g_mutex_unlock (&owner->lock);
  if (search == NULL)
    {
      search = g_new0 (EntRuleSearch, 1);
      search->rules = owner;
      search->walk = ent_rule_walk_new (rules->automaton);
      ent_rule_signs_init (&search->signs, rules->automaton->letters, rules->automaton->numbers);
    }
  search->chart = chart;
  search->first = search->end = search->hope = 0;
  return search;
}

/**
 * ent_rule_search_end:
 * @search: (transfer full): a search
 */
void
ent_rule_search_end (EntRuleSearch *search)
{
  g_mutex_lock (&search->rules->lock);
  g_ptr_array_add (search->rules->idle, search);
  g_mutex_unlock (&search->rules->lock);
}

static inline guint32
find_sign (EntRuleSearch *search,
           guint32        at)
{
  guint32 *sign = &search->token_signs[at - search->first];

  if (*sign == ENT_SIGN_NONE)
    *sign = ent_rule_signs_find (&search->signs, search->rules->trie, search->chart, at);
  return *sign;
}

static inline guint32
go_on (EntRuleSearch *search,
       guint32        state,
       guint32        at)
{
  return ent_rule_walk_step (search->walk, &search->signs, state, find_sign (search, at));
}

/* Walks on from a token as far as any program goes, and notes where some may be over. */
static inline guint
walk_from (EntRuleSearch *search,
           guint32        at,
           End            ends[ENT_MATCH_MAX_TOKENS])
{
  guint32 limit = MIN (search->end, at + ENT_MATCH_MAX_TOKENS);
  guint32 state = search->begins[at - search->first];
  guint n = 0;

  while (state != ENT_WALK_DEAD)
    {
      at++;
      if (state & ENT_WALK_ENDS)
        ends[n++] = (End) { state, at };
      if (at == limit)
        break;
      state = go_on (search, state, at);
    }
  return n;
}

/* Whether a walk from a token comes to where some program may be over. */
static inline gboolean
may_match (EntRuleSearch *search,
           guint32        at)
{
  guint32 limit = MIN (search->end, at + ENT_MATCH_MAX_TOKENS);
  guint32 state = search->begins[at - search->first];

  while (state != ENT_WALK_DEAD && !(state & ENT_WALK_ENDS) && ++at < limit)
    state = go_on (search, state, at);
  return (state & ENT_WALK_ENDS) != 0;
}

static void
make_room (EntRuleSearch *search,
           gsize          n)
{
  search->size = MAX (n, search->size * 2);
  g_free (search->token_signs);
  g_free (search->begins);
  g_free (search->reaches);
  search->begins = g_new (guint32, search->size);
  search->reaches = g_new (EntRuleAnchor, search->size);
  search->token_signs = g_new (guint32, search->size);
}

static void
raise_behind (EntRuleAnchor       *reach,
              const EntRuleAnchor *behind)
{
  for (guint i = 0; i < ENT_N_REACHES; i++)
    reach->places[i] = MAX (reach->places[i], (guint8) (behind->places[i] - (behind->places[i] > 0)));
}

/* Of a token where stages found something: for how many places from there on an anchor is at hand. */
static void
reach_over_edges (const EntRuleSearch *search,
                  guint32              at,
                  EntRuleAnchor       *reach)
{
  const EntChart *chart = search->chart;

  ent_rule_anchor_raise (reach, &search->rules->automaton->anchors->of_edges[search->all]);
  for (const EntEdge *edge = ent_chart_get_first (chart, at); edge != NULL; edge = ent_chart_get_next (chart, edge))
    if (edge->end < search->end)
      raise_behind (reach, &search->reaches[edge->end - search->first]);
}

/* Finds where matches lead that begin at each token of the sentence: nowhere, where no anchor is at hand. Returns
 * whether any leads on. */
static gboolean
read_begins (EntRuleSearch *search)
{
  const EntToken *tokens = search->chart->tokens->tokens;
  const EntRuleAnchors *anchors = search->rules->automaton->anchors;
  guint32 all = ENT_WALK_DEAD;
  EntRuleAnchor behind = { { 0 } };

  for (guint32 at = search->end; at-- > search->first;)
    {
      EntRuleAnchor *reach = &search->reaches[at - search->first];
      guint32 *begin = &search->begins[at - search->first];
      guint how;

      memset (reach, 0, sizeof *reach);
      ent_rule_anchors_raise (anchors, search->all, &tokens[at], reach);
      raise_behind (reach, &behind);
      if (ent_chart_has_added (search->chart, at))
        reach_over_edges (search, at, reach);
      behind = *reach;
      how = (reach->places[ENT_REACH_NEAR] > 0 ? ENT_WALK_NEAR : 0)
            | (reach->places[ENT_REACH_FAR] > 0 ? ENT_WALK_FAR : 0);
      search->token_signs[at - search->first] = ENT_SIGN_NONE;
      *begin = ENT_WALK_DEAD;
      if (how == 0 && !anchors->have_open[search->all])
        continue;
      how |= (search->all ? ENT_WALK_ALL : 0) | (tokens[at].flags & ENT_TOKEN_SENTENCE ? ENT_WALK_AT_START : 0);
      *begin = ent_rule_walk_begin (search->walk, &search->signs, find_sign (search, at), how);
      all |= *begin;
    }
  return all != ENT_WALK_DEAD;
}

/**
 * ent_rule_search_enter:
 * @search: a search
 * @first: the first token of a sentence
 * @end: the token after its last
 * @all: whether rules that are put aside are tried, too
 *
 * Turns to a sentence. Most have nothing that any rule may match: their terms need not be found.
 *
 * Returns: whether any rule may match in it
 */
gboolean
ent_rule_search_enter (EntRuleSearch *search,
                       guint32        first,
                       guint32        end,
                       gboolean       all)
{
  search->first = first;
  search->all = all != FALSE;
  search->end = search->hope = end;
  if (search->signs.signs->len > MAX_SIGNS || ent_rule_walk_is_large (search->walk))
    {
      ent_rule_signs_forget (&search->signs);
      ent_rule_walk_forget (search->walk);
    }
  if (end - first > search->size)
    make_room (search, end - first);
  if (!read_begins (search))
    return FALSE;
  for (search->hope = first; search->hope < end; search->hope++)
    if (may_match (search, search->hope)
        && !(search->chart->tokens->tokens[search->hope].flags & ENT_TOKEN_FURNITURE))
      return TRUE;
  return FALSE;
}

static inline gboolean
is_refused (const EntRuleSearch *search,
            guint32              rule)
{
  for (guint i = 0; i < search->n_refused; i++)
    if (search->refused[i] == rule)
      return TRUE;
  return FALSE;
}

/* Runs the programs that may be over at the last of the ends, then at those before, unless a longer match was found. Of
 * equally long ones that of the first program wins. */
static gboolean
run_programs (const EntRuleSearch *search,
              guint32              at,
              const End           *ends,
              guint                n,
              EntRuleMatch        *match)
{
  const EntRuleSet *rules = search->rules;
  guint64 tried[ENT_MAX_PROGRAM_WORDS];
  guint32 best = G_MAXUINT32;
  EntRuleMatch other;

  memset (tried, 0, (rules->programs->len / 64 + 1) * sizeof (guint64));
  for (; n > 0 && (best == G_MAXUINT32 || ends[n - 1].end >= match->end); n--)
    {
      const EntWalkState *state = ent_rule_walk_get_state (search->walk, ends[n - 1].state);
      const guint32 *programs = ent_rule_walk_get_ends (search->walk, state);

      for (guint32 i = 0; i < state->n_ends; i++)
        {
          guint32 number = programs[i];
          const EntProgram *program = rules->programs->pdata[number];

          if (tried[number / 64] >> (number % 64) & 1
              || (best < number && match->end >= ends[n - 1].end) || is_refused (search, program->rule))
            continue;
          tried[number / 64] |= G_GUINT64_CONSTANT (1) << (number % 64);
          if (!ent_program_match (program, search->chart, at, search->end, &other)
              || (best != G_MAXUINT32 && (other.end < match->end || (other.end == match->end && best < number))))
            continue;
          *match = other;
          match->rule = program->rule;
          best = number;
        }
    }
  return best != G_MAXUINT32;
}

/**
 * ent_rule_search_match:
 * @search: a search that has entered a sentence
 * @at: a token of it
 * @match: (out): the longest match that begins there; of equally long ones that of the rule that stands first
 *
 * Returns: whether any rule matches there
 */
gboolean
ent_rule_search_match (EntRuleSearch *search,
                       guint32        at,
                       EntRuleMatch  *match)
{
  End ends[ENT_MATCH_MAX_TOKENS];
  guint n = walk_from (search, at, ends);

  search->n_refused = 0;
  return n > 0 && run_programs (search, at, ends, n, match);
}

/**
 * ent_rule_search_refuse:
 * @search: a search that has entered a sentence
 * @match: (inout): the match that it found last, and that tells of nothing
 *
 * Turns to the longest match at the same token that no rule turned down there has made.
 *
 * Returns: whether there is one
 */
gboolean
ent_rule_search_refuse (EntRuleSearch *search,
                        EntRuleMatch  *match)
{
  End ends[ENT_MATCH_MAX_TOKENS];
  guint n;

  if (search->n_refused == MAX_REFUSED)
    return FALSE;
  search->refused[search->n_refused++] = match->rule;
  n = walk_from (search, match->first, ends);
  return run_programs (search, match->first, ends, n, match);
}

/**
 * ent_rule_search_next:
 * @search: a search that has entered a sentence
 * @from: the token from which on to search
 * @match: (out): the match that begins first; of those the longest, of equally long ones that of the rule
 *   that stands first
 *
 * None begins in furniture.
 *
 * Returns: whether any rule matches from there on
 */
gboolean
ent_rule_search_next (EntRuleSearch *search,
                      guint32        from,
                      EntRuleMatch  *match)
{
  for (guint32 at = MAX (from, search->hope); at < search->end; at++)
    if (!(search->chart->tokens->tokens[at].flags & ENT_TOKEN_FURNITURE) && ent_rule_search_match (search, at, match))
      return TRUE;
  return FALSE;
}
