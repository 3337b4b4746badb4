/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "parse/rule-signs.h"

G_BEGIN_DECLS

/* How many tokens a glance takes in. */
#define ENT_GLANCE_DEPTH 3

/* The places of a match that are looked at: one for each token, and one more for a token that begins a sentence. */
#define ENT_GLANCE_OPENING ENT_GLANCE_DEPTH
#define ENT_GLANCE_PLACES (ENT_GLANCE_DEPTH + 1)

/* Programs are told apart in so many groups, 64 a number. */
#define ENT_GLANCE_NUMBERS 6
#define ENT_GLANCE_GROUPS (64 * ENT_GLANCE_NUMBERS)

/**
 * EntRuleGroups:
 * @bits: a bit for each group of programs
 *
 * Some of the groups.
 */
typedef struct
{
  guint64 bits[ENT_GLANCE_NUMBERS];
} EntRuleGroups;

/**
 * ent_rule_groups_narrow:
 * @groups: some groups; those that are in neither of two others are taken out
 * @a: groups
 * @b: groups
 *
 * Returns: whether any is left
 */
static inline gboolean
ent_rule_groups_narrow (EntRuleGroups       *groups,
                        const EntRuleGroups *a,
                        const EntRuleGroups *b)
{
  guint64 left = 0;

  for (guint i = 0; i < ENT_GLANCE_NUMBERS; i++)
    left |= groups->bits[i] &= a->bits[i] | b->bits[i];
  return left != 0;
}

/**
 * ent_rule_groups_meet:
 * @a: groups
 * @b: groups
 *
 * Returns: whether one is in both
 */
static inline gboolean
ent_rule_groups_meet (const EntRuleGroups *a,
                      const EntRuleGroups *b)
{
  guint64 both = 0;

  for (guint i = 0; i < ENT_GLANCE_NUMBERS; i++)
    both |= a->bits[i] & b->bits[i];
  return both != 0;
}

/**
 * EntRuleReach:
 * @may: by place in a match: the programs that may take it there
 *
 * Where in a match a word, or a token of some looks, may stand.
 */
typedef struct
{
  EntRuleGroups may[ENT_GLANCE_PLACES];
} EntRuleReach;

/**
 * EntRuleGlance:
 * @of_symbols: by symbol: its reach in @reaches
 * @n_symbols: how many symbols have one; later ones have the first
 * @reaches: the reaches of words, each once; the first is that of a word that no program knows
 * @shapes: by #EntShape: where any such token may stand
 * @classes: where a class may stand, be it of terms or of what a stage finds
 * @end: where a match may be over
 *
 * What a few tokens tell at a glance of whether a match may begin, without a walk. The programs are put into groups,
 * a bit each:
 *
 *     first    held      0…01100    groups whose matches may begin with "held"
 *     second   a         1…10101    and go on with "a"
 *     third    yellow    0…00001    and with "yellow", or were over before
 *                        ───────
 *                        0…00000    no match begins here
 *
 * It errs towards letting a match begin. Immutable.
 */
typedef struct
{
  guint32 *of_symbols;
  guint32 n_symbols;
  GArray *reaches; /* of EntRuleReach */
  EntRuleReach shapes[ENT_N_SHAPES];
  EntRuleReach classes;
  EntRuleReach end;
} EntRuleGlance;

EntRuleGlance *ent_rule_glance_new (const EntRuleSet *rules);
void ent_rule_glance_free (EntRuleGlance *glance);

/**
 * ent_rule_glance_at:
 * @glance: a glance
 * @chart: what is known of the text
 * @at: a token
 * @end: the token behind the last that a match may take
 *
 * Returns: whether a match may begin with the token: with most none does
 */
static inline gboolean
ent_rule_glance_at (const EntRuleGlance *glance,
                    const EntChart      *chart,
                    guint32              at,
                    guint32              end)
{
  const EntRuleReach *reaches = (const EntRuleReach *) (gconstpointer) glance->reaches->data;
  const EntToken *token = &chart->tokens->tokens[at];
  guint place = token->flags & ENT_TOKEN_SENTENCE ? ENT_GLANCE_OPENING : 0;
  EntRuleGroups groups;

  memset (&groups, 0xFF, sizeof groups);
  for (guint i = 0; i < ENT_GLANCE_DEPTH; place = ++i, token++, at++)
    {
      guint32 reach = 0;

      if (at >= end)
        return ent_rule_groups_narrow (&groups, &glance->end.may[place], &glance->end.may[place]);
      if (token->symbol < glance->n_symbols)
        reach = glance->of_symbols[token->symbol];
      /* What a stage found may be of any class, and as long as it likes. */
      if (ent_chart_has_added (chart, at) && ent_rule_groups_meet (&groups, &glance->classes.may[place]))
        return TRUE;
      if (!ent_rule_groups_narrow (&groups, &reaches[reach].may[place],
                                   &glance->shapes[ent_rule_get_shape (token)].may[place]))
        return FALSE;
    }
  return TRUE;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRuleGlance, ent_rule_glance_free)

G_END_DECLS
