/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/chart.h"
#include "parse/pile.h"
#include "parse/rule-outline.h"
#include "parse/term-trie.h"

G_BEGIN_DECLS

/* Conditions are so many at most; see ent_rule_set_add_conditions(). */
#define ENT_MAX_CONDITIONS 8

/**
 * EntNeedSet:
 * @bits: the lowest ones are conditions, each of the others stands for some needs
 *
 * Which needs are met and which conditions hold somewhere, nearly: one that is not met may seem to be.
 */
typedef struct
{
  guint64 bits[4];
} EntNeedSet;

/**
 * EntIndexList:
 * @set: the needs, as a set
 * @needs: where they begin among the numbers of all lists; first those that outlines are thought of by
 * @n_needs: how many
 * @n_triggers: how many of these outlines are thought of by
 *
 * Needs that something meets.
 */
typedef struct
{
  EntNeedSet set;
  guint32 needs;
  guint16 n_needs;
  guint16 n_triggers;
} EntIndexList;

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

/* The list of nothing. */
#define ENT_INDEX_NO_LIST 0

/* Of a word: it begins terms of several words that meet more than it does alone. */
#define ENT_INDEX_OPENS G_MAXUINT32

/**
 * EntRuleIndex:
 * @trie: the terms of the classes
 * @programs: the programs by their ranks: those first that may take most, as the longest match wins
 * @outlines: the outlines of programs, by the need that they are thought of by
 * @sets: by outline: its needs and conditions; a look at them saves thinking of most
 * @needs: what they need, outline by outline; first what they are thought of by
 * @n_needs: how many needs there are, each counted once
 * @lists: lists of needs
 * @numbers: the needs of the lists, one after the other
 * @of_symbols: by symbol: the list of the needs that the word meets; or %ENT_INDEX_OPENS, if others behind it count
 * @n_symbols: how many symbols are known; later ones meet none
 * @of_nodes: by node of the trie: the list of those that words up to there meet, by the first and by all terms in them;
 *   behind the last node stand those of the symbols, which are part of it
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
  EntNeedSet *sets;
  EntIndexNeed *needs;
  guint32 n_needs;
  EntIndexList *lists;
  guint32 *numbers;
  guint32 *of_symbols;
  guint32 n_symbols;
  guint32 *of_nodes;
  guint32 *of_classes;
  guint32 of_numbers[2];
  guint32 of_start;
  guint32 *of_needs;
} EntRuleIndex;

/**
 * ent_need_set_add:
 * @set: a set
 * @other: what is added to it
 */
static inline void
ent_need_set_add (EntNeedSet       *set,
                  const EntNeedSet *other)
{
  for (guint i = 0; i < G_N_ELEMENTS (set->bits); i++)
    set->bits[i] |= other->bits[i];
}

/**
 * ent_need_set_has:
 * @set: a set
 * @needs: what may be in it
 *
 * Returns: %FALSE if not all of it is
 */
static inline gboolean
ent_need_set_has (const EntNeedSet *set,
                  const EntNeedSet *needs)
{
  guint64 missing = 0;

  for (guint i = 0; i < G_N_ELEMENTS (set->bits); i++)
    missing |= needs->bits[i] & ~set->bits[i];
  return missing == 0;
}

EntRuleIndex *ent_rule_index_new (const EntRuleSet *rules);
void ent_rule_index_free (EntRuleIndex *index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRuleIndex, ent_rule_index_free)

G_END_DECLS
