/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/rule-node.h"

G_BEGIN_DECLS

/* What a token may be to a pattern, as one number: its word, or one of these. */
#define ENT_THING_CLASS (1u << 30)  /* the class: a term of it begins there, or what a stage found */
#define ENT_THING_NUMBER (2u << 30) /* 0: a number of one or two digits, 1: one of more */
#define ENT_THING_START (3u << 30)  /* the first token of a sentence */

/* In EntOutlineToken.words: numbers; a bit that they share with some words. */
#define ENT_OUTLINE_NUMBER (G_GUINT64_CONSTANT (1) << 63)

/**
 * EntOutlineToken:
 * @words: bits of the words, and of numbers, that it may be
 * @classes: bits of the classes of which something may begin there
 *
 * What a token of a match may be.
 */
typedef struct
{
  guint64 words;
  guint64 classes;
} EntOutlineToken;

/* What so many of 10,000 tokens are, at least, is frequent: most sentences have it. */
#define ENT_THING_FREQUENT 10

/**
 * EntRuleNeed:
 * @things: (element-type guint32): what it may be, sorted, each once
 * @from: how many tokens of a match stand before it at least
 * @to: how many at most
 * @frequency: how many of 10,000 tokens may be expected to meet it
 * @is_frequent: whether one of these is frequent in itself
 *
 * What no match of a pattern can do without: one of several things.
 */
typedef struct
{
  GArray *things;
  guint8 from;
  guint8 to;
  guint8 is_frequent;
  guint frequency;
} EntRuleNeed;

/**
 * EntRuleOutline:
 * @needs: (element-type EntRuleNeed): what it needs
 * @least: how many tokens a match takes at least
 * @most: how many at most
 * @begin: what its first token may be, if it takes one
 *
 * What can be told of a pattern's matches without looking for them.
 *
 *     (nearly | about)? (a | NUMBER) UNIT ago    least 3, needs UNIT behind 1 or 2 tokens, "ago" behind 2 to 4
 */
struct _EntRuleOutline
{
  GArray *needs;
  guint8 least;
  guint8 most;
  EntOutlineToken begin;
};

const EntRuleOutline *ent_rule_outline_get (EntRuleNode *node,
                                            const EntRuleSet *rules);
GPtrArray *ent_rule_outlines_new (EntRuleNode *node,
                                  const EntRuleSet *rules);
void ent_rule_outline_free (EntRuleOutline *outline);
guint ent_rule_outline_get_frequency (const EntRuleSet *rules,
                                      guint32 thing);

/**
 * ent_rule_outline_get_word_bit:
 * @symbol: a word, or 0
 *
 * Returns: its bit in EntOutlineToken.words, which it may share with others
 */
static inline guint64
ent_rule_outline_get_word_bit (guint32 symbol)
{
  return G_GUINT64_CONSTANT (1) << (symbol % 64);
}

/**
 * ent_rule_outline_get_token_bits:
 * @token: a token
 *
 * Returns: the bits in EntOutlineToken.words of what it is
 */
static inline guint64
ent_rule_outline_get_token_bits (const EntToken *token)
{
  return ent_rule_outline_get_word_bit (token->symbol) | (token->kind == ENT_TOKEN_NUMBER ? ENT_OUTLINE_NUMBER : 0);
}

/**
 * ent_outline_token_add:
 * @may_be: what a token may be
 * @thing: what it may be, too
 */
static inline void
ent_outline_token_add (EntOutlineToken *may_be,
                       guint32          thing)
{
  if (thing >= ENT_THING_START)
    may_be->words = G_MAXUINT64;
  else if (thing >= ENT_THING_NUMBER)
    may_be->words |= ENT_OUTLINE_NUMBER;
  else if (thing >= ENT_THING_CLASS)
    may_be->classes |= ent_class_get_bit (thing - ENT_THING_CLASS);
  else
    may_be->words |= ent_rule_outline_get_word_bit (thing);
}

/**
 * ent_outline_token_fits:
 * @may_be: what a token may be
 * @chart: what is known of the text
 * @at: one of its tokens
 *
 * Returns: %FALSE if the token is none of that; %TRUE does not say that it is
 */
static inline gboolean
ent_outline_token_fits (const EntOutlineToken *may_be,
                        const EntChart        *chart,
                        guint32                at)
{
  return (may_be->words & ent_rule_outline_get_token_bits (&chart->tokens->tokens[at])) != 0
         || ent_chart_may_begin (chart, at, may_be->classes);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRuleOutline, ent_rule_outline_free)

G_END_DECLS
