/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "parse/tokens.h"

G_BEGIN_DECLS

/* Terms have so many words at most that are looked for. */
#define ENT_TERM_MAX_WORDS 64

/* Beside the bits of classes: they are those of terms, and not none. */
#define ENT_CLASSES_OF_TERMS (G_GUINT64_CONSTANT (1) << 62)

/**
 * EntTermValue:
 * @class_id: a word class
 * @value: what the words stand for in it
 */
typedef struct
{
  guint32 class_id;
  guint32 value;
} EntTermValue;

/**
 * EntTermEnd:
 * @value: what a term stands for
 * @length: how many words it has
 */
typedef struct
{
  EntTermValue value;
  guint32 length;
} EntTermEnd;

/**
 * EntTermNode:
 * @classes: the ent_class_get_bit() of the classes of the terms that end on the way up to here, with
 *   %ENT_CLASSES_OF_TERMS if any do
 * @next_words: bits of the words that terms go on with, by their numbers modulo 64; 0 where none does
 * @ends: where those terms stand, the longest first
 * @n_ends: how many they are
 */
typedef struct
{
  guint64 classes;
  guint64 next_words;
  guint32 ends;
  guint32 n_ends;
} EntTermNode;

/**
 * EntTermChild:
 * @symbol: the word
 * @node: the node; 0 is free
 */
typedef struct
{
  guint32 symbol;
  guint32 node;
} EntTermChild;

/**
 * EntTermTrie:
 * @roots: by symbol: the node of terms that begin with it, 0 for none
 * @n_symbols: how many symbols have a root
 * @nodes: the nodes; the first is none; each has a higher number than the one it goes on from
 * @parents: by node: which one it goes on from; 0 for that of a first word
 * @n_nodes: how many there are
 * @ends: the terms, node by node
 *
 * Terms of one or several words, found in one step a word:
 *
 *     roots  the ──► [1] ─ two ──► [2] ─ presidents ──► [3] PARTIES
 *                          └─ … ──────── leaders ─────► [4] PARTIES
 *            may ──► [5] MONTH=5
 *
 * First words have a table of their own, as nearly all words of a text begin nothing. From there on
 * a child is found by hashing its parent and its word. Immutable once made.
 */
typedef struct
{
  guint32 *roots;
  guint32 n_symbols;
  EntTermNode *nodes;
  guint32 *parents;
  guint32 n_nodes;
  EntTermEnd *ends;
  /*< private >*/
  EntTermChild *children; /* found by their parents and symbols */
  guint32 mask;
} EntTermTrie;

/**
 * EntTermEntry:
 * @words: (array length=length): its symbols
 * @length: how many, at least one
 * @value: what they stand for
 *
 * A term to be put into a trie.
 */
typedef struct
{
  const guint32 *words;
  guint32 length;
  EntTermValue value;
} EntTermEntry;

EntTermTrie *ent_term_trie_new (EntTermEntry *entries,
                                gsize n_entries,
                                guint32 n_symbols);
void ent_term_trie_free (EntTermTrie *trie);

/* So many classes have a bit of their own: the commonest, as rules number them. The others share so many. */
#define ENT_CLASSES_ALONE 54
#define ENT_CLASS_BITS_SHARED 8

/**
 * ent_class_get_bit:
 * @class_id: a word class
 *
 * Returns: a bit for it, which it may share with others if it is rare; never one of the two highest
 */
static inline guint64
ent_class_get_bit (guint32 class_id)
{
  guint bit = class_id < ENT_CLASSES_ALONE ? class_id : ENT_CLASSES_ALONE + class_id % ENT_CLASS_BITS_SHARED;

  return G_GUINT64_CONSTANT (1) << bit;
}

/**
 * ent_term_trie_get_root:
 * @trie: a trie
 * @symbol: a symbol
 *
 * Returns: the node of terms that begin with it, or 0
 */
static inline guint32
ent_term_trie_get_root (const EntTermTrie *trie,
                        guint32            symbol)
{
  return symbol < trie->n_symbols ? trie->roots[symbol] : 0;
}

/**
 * ent_term_trie_hash:
 * @node: a parent
 * @symbol: a symbol
 *
 * Returns: where to begin looking for the child
 */
static inline guint32
ent_term_trie_hash (guint32 node,
                    guint32 symbol)
{
  return (guint32) ((((guint64) node << 32 | symbol) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> 32);
}

/**
 * ent_term_trie_may_go_on:
 * @trie: a trie
 * @node: a node, or 0
 * @symbol: a symbol
 *
 * Returns: %FALSE if no terms go on with it; %TRUE does not say that some do
 */
static inline gboolean
ent_term_trie_may_go_on (const EntTermTrie *trie,
                         guint32            node,
                         guint32            symbol)
{
  return trie->nodes[node].next_words >> (symbol % 64) & 1;
}

/**
 * ent_term_trie_get_child:
 * @trie: a trie
 * @node: a node
 * @symbol: a symbol, not 0
 *
 * Returns: the node of terms that go on with it, or 0
 */
static inline guint32
ent_term_trie_get_child (const EntTermTrie *trie,
                         guint32            node,
                         guint32            symbol)
{
  if (!ent_term_trie_may_go_on (trie, node, symbol))
    return 0;
  for (guint32 i = ent_term_trie_hash (node, symbol) & trie->mask;; i = (i + 1) & trie->mask)
    {
      EntTermChild child = trie->children[i];

      if (child.node == 0 || (child.symbol == symbol && trie->parents[child.node] == node))
        return child.node;
    }
}

/**
 * ent_term_trie_go_on:
 * @trie: a trie
 * @node: the node of the words up to @at
 * @tokens: a text
 * @at: a token
 *
 * A term never leaves its sentence nor goes on in furniture.
 *
 * Returns: the node of terms that go on with the token behind @at, or 0
 */
static inline guint32
ent_term_trie_go_on (const EntTermTrie *trie,
                     guint32            node,
                     const EntTokens   *tokens,
                     guint32            at)
{
  const EntToken *next = &tokens->tokens[at + 1];

  if (trie->nodes[node].next_words == 0 || at + 1 >= tokens->n_tokens
      || next->flags & (ENT_TOKEN_SENTENCE | ENT_TOKEN_FURNITURE))
    return 0;
  return ent_term_trie_get_child (trie, node, next->symbol);
}

/**
 * ent_term_trie_find_last:
 * @trie: a trie
 * @tokens: a text
 * @at: a token with whose word terms begin
 *
 * Returns: the node of the most words from @at on that terms begin with
 */
static inline guint32
ent_term_trie_find_last (const EntTermTrie *trie,
                         const EntTokens   *tokens,
                         guint32            at)
{
  guint32 last = ent_term_trie_get_root (trie, tokens->tokens[at].symbol);
  guint32 end = at + ENT_TERM_MAX_WORDS - 1;

  for (guint32 node = last; node != 0 && at <= end; node = ent_term_trie_go_on (trie, node, tokens, at++))
    last = node;
  return last;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntTermTrie, ent_term_trie_free)

G_END_DECLS
