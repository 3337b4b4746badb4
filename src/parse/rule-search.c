/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "parse/rule-set-private.h"

/* Terms have so many words at most that are looked for. */
#define MAX_TERM_WORDS 64

/* Finds the terms that begin at a token, and puts their edges into the chart, the longest first. */
static void
find_terms_at (const EntTermTrie *trie,
               EntChart          *chart,
               guint32            first,
               guint32            node)
{
  const EntToken *tokens = chart->tokens->tokens;
  guint32 nodes[MAX_TERM_WORDS];
  guint32 n = 0;

  for (guint32 at = first; node != 0; node = ent_term_trie_get_child (trie, node, tokens[at].symbol))
    {
      nodes[n++] = node;
      at++;
      if (!trie->nodes[node].is_inner || n == MAX_TERM_WORDS || at >= chart->tokens->n_tokens
          || tokens[at].flags & (ENT_TOKEN_SENTENCE | ENT_TOKEN_FURNITURE) || tokens[at].symbol == 0)
        break;
    }
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

/* The longest match of the candidates; of equally long ones that of the one that stands first. */
static gboolean
run_candidates (const EntRuleSet *rules,
                const guint64    *candidates,
                const EntChart   *chart,
                guint32           first,
                guint32           end,
                EntRuleMatch     *match)
{
  EntRuleMatch other;
  gboolean found = FALSE;

  for (gsize word = 0; word < ent_rule_reach_get_n_words (rules->reach); word++)
    for (guint64 bits = candidates[word]; bits != 0; bits &= bits - 1)
      {
        const EntProgram *program = rules->programs->pdata[word * 64 + (guint) __builtin_ctzll (bits)];

        if (!ent_program_match (program, chart, first, end, &other))
          continue;
        other.rule = program->rule;
        if (!found || other.end > match->end)
          *match = other;
        found = TRUE;
      }
  return found;
}

/**
 * ent_rule_set_match:
 * @rules: a compiled set
 * @chart: what is known of the text
 * @first: the token where a match must begin
 * @end: the token it may not reach beyond: the sentence's end
 * @match: (out): the longest match; of equally long ones that of the rule that stands first
 *
 * Returns: whether any rule matches there
 */
gboolean
ent_rule_set_match (const EntRuleSet *rules,
                    const EntChart   *chart,
                    guint32           first,
                    guint32           end,
                    EntRuleMatch     *match)
{
  guint64 candidates[ENT_MAX_PROGRAM_WORDS];
  EntRuleHopes hopes;

  ent_rule_reach_hope_all (rules->reach, &hopes);
  return first < end && ent_rule_reach_check (rules->reach, &hopes, chart, first, end, candidates)
         && run_candidates (rules, candidates, chart, first, end, match);
}

/**
 * ent_rule_set_hope:
 * @rules: a compiled set
 * @chart: what is known of the text; terms need not be in it yet
 * @first: the first token of a sentence
 * @end: the token after its last
 * @hopes: (out): which rules may match in it
 *
 * Most sentences have nothing that any rule needs: they need no terms and no search.
 *
 * Returns: whether any rule may match
 */
gboolean
ent_rule_set_hope (const EntRuleSet *rules,
                   const EntChart   *chart,
                   guint32           first,
                   guint32           end,
                   EntRuleHopes     *hopes)
{
  guint64 candidates[ENT_MAX_PROGRAM_WORDS];

  if (!ent_rule_reach_hope (rules->reach, chart, first, end, hopes))
    return FALSE;
  while (first < end && !ent_rule_reach_check (rules->reach, hopes, chart, first, end, candidates))
    first++;
  hopes->first = first;
  return first < end;
}

/**
 * ent_rule_set_match_next:
 * @rules: a compiled set
 * @hopes: what ent_rule_set_hope() found of the sentence
 * @chart: what is known of the text
 * @first: the token from which on to search
 * @end: the sentence's end
 * @match: (out): the match that begins first; of those the longest, of equally long ones that of the rule
 *   that stands first
 *
 * None begins in furniture.
 *
 * Returns: whether any rule matches from there on
 */
gboolean
ent_rule_set_match_next (const EntRuleSet   *rules,
                         const EntRuleHopes *hopes,
                         const EntChart     *chart,
                         guint32             first,
                         guint32             end,
                         EntRuleMatch       *match)
{
  guint64 candidates[ENT_MAX_PROGRAM_WORDS];

  for (guint32 at = MAX (first, hopes->first); at < end; at++)
    if (ent_rule_reach_check (rules->reach, hopes, chart, at, end, candidates)
        && !(chart->tokens->tokens[at].flags & ENT_TOKEN_FURNITURE)
        && run_candidates (rules, candidates, chart, at, end, match))
      return TRUE;
  return FALSE;
}
