/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/chart.h"
#include "parse/pile.h"
#include "parse/rule-outline.h"
#include "parse/term-trie.h"

G_BEGIN_DECLS

/**
 * EntIndexNeed:
 * @need: a need
 * @parts: the list of the needs whose meeting meets it, too: those of its things that are frequent
 * @from: how many tokens of a match stand before it at least
 * @to: how many at most
 */
typedef struct
{
  guint32 need;
  guint32 parts;
  guint8 from;
  guint8 to;
} EntIndexNeed;

/**
 * EntIndexOutline:
 * @rank: which of the programs has it, by their ranks
 * @needs: where what it needs begins
 * @n_needs: how many needs that are
 */
typedef struct
{
  guint32 rank;
  guint32 needs;
  guint8 n_needs;
} EntIndexOutline;

/**
 * EntIndexProgram:
 * @number: the program
 * @most: how many tokens a match of it takes at most
 */
typedef struct
{
  guint32 number;
  guint32 most;
} EntIndexProgram;

/* A list of the index: where it stands among its numbers; first how many they are. */
#define ENT_INDEX_NO_LIST 0

/* Of a word: it begins terms of several words that meet more than it does alone. */
#define ENT_INDEX_OPENS G_MAXUINT32

/* Of a need in EntRuleIndex.also: the program is tried where all are asked for only. */
#define ENT_INDEX_ASIDE (1u << 31)

/**
 * EntRuleIndex:
 * @trie: the terms of the classes
 * @programs: the programs by their ranks: those first that may take most, as the longest match wins
 * @outlines: the outlines of programs, by the need that they are thought of by
 * @also: by outline: another of its needs, or the only one, a look at which saves thinking of most; with
 *   %ENT_INDEX_ASIDE, if its program is put aside
 * @needs: what they need, outline by outline; first what they are thought of by
 * @n_needs: how many needs there are, each counted once
 * @lists: lists of numbers, one after the other
 * @of_symbols: by symbol: the list of the needs that the word meets; or %ENT_INDEX_OPENS, if others behind it count
 * @n_symbols: how many symbols are known; later ones meet none
 * @of_nodes: by node of the trie: the list of those that words up to there meet, by the first and by all terms in them
 * @of_classes: by class: the list of those that it meets
 * @of_numbers: of numbers of one or two digits, and of more: the same
 * @of_start: of the first token of a sentence: the same
 * @of_needs: by need, and behind the last: the first outline to think of where something meets it; those that need
 *   nothing stand before all others
 *
 * Which programs of a set of rules may match, by what a stretch of text has:
 *
 *     word ──► needs that it meets ──► outlines to think of ──► have they all that they need, and near enough?
 *
 * Most words meet none; each outline is thought of by one of its needs only. What is frequent, such as "the", would
 * meet many: unless outlines are thought of by them, it only meets one of its own, which is part of those. Immutable.
 */
typedef struct
{
  const EntTermTrie *trie;
  EntIndexProgram *programs;
  EntIndexOutline *outlines;
  guint32 *also;
  EntIndexNeed *needs;
  guint32 n_needs;
  guint32 *lists;
  guint32 *of_symbols;
  guint32 n_symbols;
  guint32 *of_nodes;
  guint32 *of_classes;
  guint32 of_numbers[2];
  guint32 of_start;
  guint32 *of_needs;
} EntRuleIndex;

EntRuleIndex *ent_rule_index_new (const EntRuleSet *rules);
void ent_rule_index_free (EntRuleIndex *index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRuleIndex, ent_rule_index_free)

G_END_DECLS
