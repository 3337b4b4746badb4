/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "parse/tokens.h"

G_BEGIN_DECLS

/* Terms have so many words at most that are looked for. */
#define ENT_TERM_MAX_WORDS 64

/* Of a root in EntTermTrie.roots: the word stands in a term behind others, too. */
#define ENT_TERM_CONTINUES (1u << 31)

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
 * EntTermNode:
 * @values: where the values of the words up to here begin
 * @n_values: how many they have; 0 where no term ends
 * @is_inner: whether longer terms begin so
 */
typedef struct
{
  guint32 values;
  guint32 n_values : 31;
  guint32 is_inner : 1;
} EntTermNode;

/**
 * EntTermChild:
 * @key: parent and symbol; 0 is free
 * @node: the node
 */
typedef struct
{
  guint64 key;
  guint32 node;
} EntTermChild;

/**
 * EntTermTrie:
 * @roots: by symbol: the node of terms that begin with it, 0 for none; with %ENT_TERM_CONTINUES
 * @n_symbols: how many symbols have a root
 * @nodes: the nodes; the first is none; each has a higher number than the one it goes on from
 * @n_nodes: how many there are
 * @values: the values, node by node
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
  guint32 n_nodes;
  EntTermValue *values;
  /*< private >*/
  EntTermChild *children; /* found by their keys */
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
guint32 *ent_term_trie_get_parents (const EntTermTrie *trie);

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
  return symbol < trie->n_symbols ? trie->roots[symbol] & ~ENT_TERM_CONTINUES : 0;
}

/**
 * ent_term_trie_hash:
 * @key: a parent in the upper half, a symbol in the lower
 *
 * Returns: where to begin looking for the child
 */
static inline guint32
ent_term_trie_hash (guint64 key)
{
  return (guint32) ((key * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> 32);
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
  guint64 key = (guint64) node << 32 | symbol;

  for (guint32 i = ent_term_trie_hash (key) & trie->mask;; i = (i + 1) & trie->mask)
    {
      if (trie->children[i].key == key)
        return trie->children[i].node;
      if (trie->children[i].key == 0)
        return 0;
    }
}

/**
 * ent_term_trie_may_go_on:
 * @trie: a trie
 * @tokens: a text
 * @at: a token
 *
 * A term never leaves its sentence nor goes on in furniture.
 *
 * Returns: whether any term goes on with the token behind @at
 */
static inline gboolean
ent_term_trie_may_go_on (const EntTermTrie *trie,
                         const EntTokens   *tokens,
                         guint32            at)
{
  const EntToken *next = &tokens->tokens[at + 1];

  return at + 1 < tokens->n_tokens && next->symbol < trie->n_symbols && trie->roots[next->symbol] & ENT_TERM_CONTINUES
         && !(next->flags & (ENT_TOKEN_SENTENCE | ENT_TOKEN_FURNITURE));
}

/**
 * ent_term_trie_go_on:
 * @trie: a trie
 * @node: the node of the words up to @at
 * @tokens: a text
 * @at: a token
 *
 * Returns: the node of terms that go on with the token behind @at, or 0
 */
static inline guint32
ent_term_trie_go_on (const EntTermTrie *trie,
                     guint32            node,
                     const EntTokens   *tokens,
                     guint32            at)
{
  if (!ent_term_trie_may_go_on (trie, tokens, at) || !trie->nodes[node].is_inner)
    return 0;
  return ent_term_trie_get_child (trie, node, tokens->tokens[at + 1].symbol);
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
