/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

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
 *
 * The signs of tokens met so far, numbered as they come. Scratch of one search: not for several threads.
 */
typedef struct
{
  const EntRuleLetters *letters;
  const EntRuleNumbers *numbers;
  GArray *signs; /* of EntRuleSign; the first is none */
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
guint32 ent_rule_signs_find (EntRuleSigns *signs,
                             const EntTermTrie *trie,
                             const EntChart *chart,
                             guint32 token);

/**
 * ent_rule_get_shape:
 * @token: a token
 *
 * Returns: its looks
 */
static inline EntShape
ent_rule_get_shape (const EntToken *token)
{
  static const guint8 shapes[] = {
    [ENT_TOKEN_NUMBER] = ENT_SHAPE_NUMBER,
    [ENT_TOKEN_CJK] = ENT_SHAPE_IDEOGRAPH,
    [ENT_TOKEN_PUNCT] = ENT_SHAPE_PUNCT,
  };

  if (token->kind != ENT_TOKEN_WORD)
    return (EntShape) shapes[token->kind];
  if (token->flags & ENT_TOKEN_UPPERCASE)
    return ENT_SHAPE_UPPERCASE;
  return token->flags & ENT_TOKEN_CAPITAL ? ENT_SHAPE_CAPITAL : ENT_SHAPE_SMALL;
}

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

G_END_DECLS
