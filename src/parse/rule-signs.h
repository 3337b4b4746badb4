/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/chart.h"
#include "parse/rule-letters.h"
#include "parse/rule-numbers.h"

G_BEGIN_DECLS

/* No sign: of what has not been looked at. */
#define ENT_SIGN_NONE 0

/* Tokens by their looks. */
typedef enum
{
  ENT_SHAPE_SMALL,
  ENT_SHAPE_CAPITAL,
  ENT_SHAPE_UPPERCASE,
  ENT_SHAPE_IDEOGRAPH,
  ENT_SHAPE_PUNCT,
  ENT_SHAPE_NUMBER,
  ENT_N_SHAPES
} EntShape;

/**
 * EntRuleSign:
 * @letter: of its word
 * @shape: an #EntShape
 * @glued: whether nothing stands before it
 * @sort: of a number, by #EntRuleNumbers
 * @plain: the sign of a token of these looks whose word no pattern knows
 * @more: the sign that this one adds @edge to; or none
 * @edge: an edge that a stage put there
 * @tells: what tells it from @plain
 *
 * All that patterns can tell of a token.
 */
typedef struct
{
  EntRuleTells tells;
  guint32 letter;
  guint8 shape;
  guint8 glued;
  guint16 sort;
  guint32 plain;
  guint32 more;
  EntRuleRole edge;
} EntRuleSign;

/**
 * EntRuleSigns:
 * @letters: the letters of the patterns
 * @numbers: the sorts of numbers that they tell apart
 * @signs: (element-type EntRuleSign): the signs; the first is none
 *
 * The signs of tokens met so far, numbered as they come. Scratch of one search: not for several threads.
 */
typedef struct
{
  const EntRuleLetters *letters;
  const EntRuleNumbers *numbers;
  GArray *signs;
  /*< private >*/
  guint32 *of_words; /* by letter, shape and glue: the sign, or none yet */
  guint64 *keys;     /* of others: what they are; 0 is free */
  guint32 *values;
  guint32 mask;
  guint32 n_keys;
} EntRuleSigns;

void ent_rule_signs_init (EntRuleSigns *signs,
                          const EntRuleLetters *letters,
                          const EntRuleNumbers *numbers);
void ent_rule_signs_clear (EntRuleSigns *signs);
void ent_rule_signs_forget (EntRuleSigns *signs);
guint32 ent_rule_signs_search (EntRuleSigns *signs,
                               const EntTermTrie *trie,
                               const EntChart *chart,
                               guint32 token);

/**
 * ent_rule_signs_get:
 * @signs: signs
 * @sign: one of them
 *
 * Returns: (transfer none): what it stands for; valid until the next is found
 */
static inline const EntRuleSign *
ent_rule_signs_get (const EntRuleSigns *signs,
                    guint32             sign)
{
  return &g_array_index (signs->signs, EntRuleSign, sign);
}

/**
 * ent_rule_get_look:
 * @token: a token
 *
 * Returns: twice its #EntShape, and one more if it is glued
 */
static inline guint
ent_rule_get_look (const EntToken *token)
{
#define LOOKS(shape) 2 * (shape), 2 * (shape) + 1
#define SAME_LOOKS(shape) LOOKS (shape), LOOKS (shape), LOOKS (shape), LOOKS (shape)
  /* By the flags of capitals and glue. */
  static const guint8 looks[][8] = {
    [ENT_TOKEN_WORD] = { LOOKS (ENT_SHAPE_SMALL), LOOKS (ENT_SHAPE_CAPITAL), LOOKS (ENT_SHAPE_UPPERCASE),
                         LOOKS (ENT_SHAPE_UPPERCASE) },
    [ENT_TOKEN_NUMBER] = { SAME_LOOKS (ENT_SHAPE_NUMBER) },
    [ENT_TOKEN_CJK] = { SAME_LOOKS (ENT_SHAPE_IDEOGRAPH) },
    [ENT_TOKEN_PUNCT] = { SAME_LOOKS (ENT_SHAPE_PUNCT) },
  };
#undef SAME_LOOKS
#undef LOOKS

  G_STATIC_ASSERT ((ENT_TOKEN_GLUED | ENT_TOKEN_CAPITAL | ENT_TOKEN_UPPERCASE) == 7 && ENT_TOKEN_GLUED == 1);

  return looks[token->kind][token->flags & 7];
}

/**
 * ent_rule_signs_find:
 * @signs: signs
 * @trie: the terms of the patterns' classes
 * @chart: a chart; of terms it needs none, as they are looked up
 * @token: one of its tokens
 *
 * Returns: the sign of the token
 */
static inline guint32
ent_rule_signs_find (EntRuleSigns      *signs,
                     const EntTermTrie *trie,
                     const EntChart    *chart,
                     guint32            token)
{
  const EntToken *t = &chart->tokens->tokens[token];
  guint32 letter = t->symbol < signs->letters->n_symbols ? signs->letters->of_symbols[t->symbol] : 0;
  guint look = ent_rule_get_look (t);
  guint32 sign = ENT_SIGN_NONE;

  /* Before words with which no term goes on, a word that may open one is only itself. */
  if (letter & ENT_RULE_LETTER_OPENS && !ent_term_trie_may_go_on (trie, chart->tokens, token))
    letter &= ENT_RULE_LETTER_MASK;
  if (G_LIKELY (letter < ENT_RULE_LETTER_OPENS && look < 2 * ENT_SHAPE_NUMBER && !(t->flags & ENT_TOKEN_FURNITURE)
                && !ent_chart_has_added (chart, token)))
    sign = signs->of_words[letter * (2 * ENT_SHAPE_NUMBER) + look];
  return sign != ENT_SIGN_NONE ? sign : ent_rule_signs_search (signs, trie, chart, token);
}

G_END_DECLS
