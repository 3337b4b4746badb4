/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/rule-signs.h"

#include <string.h>

#include "parse/rule-set-private.h"

/* A sign that is no word's is found by a key: of a number its letter, sort and glue, with this bit; of one with an edge
 * the sign without, the edge's class and its length. */
#define KEY_NUMBER (G_GUINT64_CONSTANT (1) << 63)

static guint32
add_sign (EntRuleSigns *signs,
          EntRuleSign   sign)
{
  g_array_append_val (signs->signs, sign);
  return signs->signs->len - 1;
}

static inline guint32
get_slot (const EntRuleSigns *signs,
          guint64             key)
{
  guint32 slot = (guint32) ((key * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> 32) & signs->mask;

  while (signs->keys[slot] != 0 && signs->keys[slot] != key)
    slot = (slot + 1) & signs->mask;
  return slot;
}

static void
set_size (EntRuleSigns *signs,
          guint32       size)
{
  signs->mask = size - 1;
  signs->keys = g_new0 (guint64, size);
  signs->values = g_new (guint32, size);
}

static void
put_key (EntRuleSigns *signs,
         guint64       key,
         guint32       sign)
{
  guint32 slot = get_slot (signs, key);

  signs->keys[slot] = key;
  signs->values[slot] = sign;
  if (++signs->n_keys * 2 > signs->mask)
    {
      g_autofree guint64 *keys = g_steal_pointer (&signs->keys);
      g_autofree guint32 *values = g_steal_pointer (&signs->values);
      guint32 size = signs->mask + 1;

      set_size (signs, size * 2);
      for (guint32 i = 0; i < size; i++)
        if (keys[i] != 0)
          {
            slot = get_slot (signs, keys[i]);
            signs->keys[slot] = keys[i];
            signs->values[slot] = values[i];
          }
    }
}

static inline guint32 *
get_word_slot (const EntRuleSigns *signs,
               guint32             letter,
               EntShape            shape,
               gboolean            glued)
{
  return &signs->of_words[(letter * ENT_SHAPE_NUMBER + (guint) shape) * 2 + (guint) glued];
}

static guint32
add_word (EntRuleSigns *signs,
          guint32       letter,
          EntShape      shape,
          gboolean      glued)
{
  EntRuleSign sign = { .letter = letter, .shape = (guint8) shape, .glued = (guint8) glued };

  if (letter != 0)
    {
      guint32 *plain = get_word_slot (signs, 0, shape, glued);

      sign.plain = *plain != ENT_SIGN_NONE ? *plain : (*plain = add_word (signs, 0, shape, glued));
    }
  else
    sign.plain = signs->signs->len;
  sign.tells = ent_rule_letters_get (signs->letters, letter)->tells;
  return add_sign (signs, sign);
}

static guint32
find_number (EntRuleSigns *signs,
             guint32       letter,
             guint         sort,
             gboolean      glued)
{
  guint64 key = KEY_NUMBER | (guint64) letter << 20 | (guint64) sort << 1 | (guint64) glued;
  guint32 slot = get_slot (signs, key);
  EntRuleSign sign = { .letter = letter, .shape = ENT_SHAPE_NUMBER, .glued = (guint8) glued, .sort = (guint16) sort };
  guint32 number;

  if (signs->keys[slot] == key)
    return signs->values[slot];
  sign.plain = letter != 0 ? find_number (signs, 0, sort, glued) : signs->signs->len;
  sign.tells = ent_rule_letters_get (signs->letters, letter)->tells;
  number = add_sign (signs, sign);
  put_key (signs, key, number);
  return number;
}

/* The sign with an edge more. */
static guint32
find_with_edge (EntRuleSigns  *signs,
                guint32        before,
                const EntEdge *edge)
{
  guint32 length = MIN (edge->end - edge->first, ENT_MATCH_MAX_TOKENS + 1);
  guint64 key = (guint64) before << 32 | (guint64) edge->class_id << 8 | length;
  guint32 slot = get_slot (signs, key);
  EntRuleSign sign;
  guint32 number;

  if (signs->keys[slot] == key)
    return signs->values[slot];
  sign = *ent_rule_signs_get (signs, before);
  sign.more = before;
  sign.edge = (EntRuleRole) { edge->class_id, ENT_RULE_ANY_VALUE, length };
  ent_rule_tells_add_class (&sign.tells, edge->class_id);
  number = add_sign (signs, sign);
  put_key (signs, key, number);
  return number;
}

/* The letter of a word with those behind it. */
static inline guint32
find_letter (const EntRuleSigns *signs,
             const EntTermTrie  *trie,
             const EntChart     *chart,
             guint32             at)
{
  const EntTokens *tokens = chart->tokens;
  guint32 symbol = tokens->tokens[at].symbol;
  guint32 known = symbol < signs->letters->n_symbols ? signs->letters->of_symbols[symbol] : 0;

  /* No term begins in furniture. */
  if (known != 0 && tokens->tokens[at].flags & ENT_TOKEN_FURNITURE)
    return ent_rule_letters_get (signs->letters, known & ENT_RULE_LETTER_MASK)->bare;
  if (known & ENT_RULE_LETTER_OPENS)
    return signs->letters->of_nodes[chart->nodes[at] != 0 ? chart->nodes[at]
                                                          : ent_term_trie_find_last (trie, tokens, at)];
  return known & ENT_RULE_LETTER_MASK;
}

static guint32
add_edges (EntRuleSigns   *signs,
           const EntChart *chart,
           guint32         token,
           guint32         sign)
{
  for (const EntEdge *edge = ent_chart_get_first (chart, token); edge != NULL; edge = ent_chart_get_next (chart, edge))
    if (signs->letters->classes[edge->class_id] != 0)
      sign = find_with_edge (signs, sign, edge);
  return sign;
}

/**
 * ent_rule_signs_search:
 * @signs: signs
 * @trie: the terms of the patterns' classes
 * @chart: a chart; of terms it needs none, as they are looked up
 * @token: one of its tokens
 *
 * What ent_rule_signs_find() does where the sign is not at hand.
 *
 * Returns: the sign of the token
 */
guint32
ent_rule_signs_search (EntRuleSigns      *signs,
                       const EntTermTrie *trie,
                       const EntChart    *chart,
                       guint32            token)
{
  const EntToken *t = &chart->tokens->tokens[token];
  guint32 letter = find_letter (signs, trie, chart, token);
  guint look = ent_rule_get_look (t);
  EntShape shape = (EntShape) (look / 2);
  gboolean glued = look % 2;
  guint32 sign;

  if (shape == ENT_SHAPE_NUMBER)
    sign = find_number (signs, letter, ent_rule_numbers_find (signs->numbers, t->number, t->n_digits), glued);
  else
    {
      guint32 *slot = get_word_slot (signs, letter, shape, glued);

      sign = *slot != ENT_SIGN_NONE ? *slot : (*slot = add_word (signs, letter, shape, glued));
    }
  return ent_chart_has_added (chart, token) ? add_edges (signs, chart, token, sign) : sign;
}

/**
 * ent_rule_signs_init:
 * @signs: (out): signs to make ready for use
 * @letters: the letters of the patterns; must outlive them
 * @numbers: the sorts of numbers that the patterns tell apart; must outlive them
 */
void
ent_rule_signs_init (EntRuleSigns         *signs,
                     const EntRuleLetters *letters,
                     const EntRuleNumbers *numbers)
{
  EntRuleSign none = { 0 };

  signs->letters = letters;
  signs->numbers = numbers;
  signs->signs = g_array_new (FALSE, FALSE, sizeof (EntRuleSign));
  add_sign (signs, none);
  signs->of_words = g_new0 (guint32, (gsize) ent_rule_letters_get_n (letters) * ENT_SHAPE_NUMBER * 2);
  signs->n_keys = 0;
  set_size (signs, 1024);
}

/**
 * ent_rule_signs_clear:
 * @signs: signs whose memory is given back
 */
void
ent_rule_signs_clear (EntRuleSigns *signs)
{
  g_array_unref (signs->signs);
  g_free (signs->of_words);
  g_free (signs->keys);
  g_free (signs->values);
  memset (signs, 0, sizeof *signs);
}

/**
 * ent_rule_signs_forget:
 * @signs: signs
 *
 * Forgets all signs met so far.
 */
void
ent_rule_signs_forget (EntRuleSigns *signs)
{
  const EntRuleLetters *letters = signs->letters;
  const EntRuleNumbers *numbers = signs->numbers;

  ent_rule_signs_clear (signs);
  ent_rule_signs_init (signs, letters, numbers);
}
