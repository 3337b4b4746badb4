/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/rule-letters.h"
#include "parse/rule-numbers.h"
#include "parse/rule-reach.h"

G_BEGIN_DECLS

/* The bitmaps of a sheet: by place what can be taken and what can be last, then what is needed. */
#define ENT_REACH_LAST ENT_REACH_PLACES
#define ENT_REACH_NEEDED (2 * ENT_REACH_PLACES)
#define ENT_REACH_N_BITMAPS (ENT_REACH_NEEDED + ENT_PROGRAM_N_NEEDS)

/* Tokens by their looks. */
typedef enum
{
  ENT_SHAPE_SMALL,
  ENT_SHAPE_CAPITAL,
  ENT_SHAPE_UPPERCASE,
  ENT_SHAPE_NUMBER,
  ENT_SHAPE_IDEOGRAPH,
  ENT_SHAPE_PUNCT,
  ENT_N_SHAPES
} EntShape;

struct _EntRuleReach
{
  gsize n_words; /* of a bitmap */
  EntRuleLetters *letters;
  EntRuleNumbers *numbers;
  /* Each bitmap of all sheets together, as a search looks at one of them at a time. */
  guint64 *bitmaps;
  guint32 n_sheets;
  guint32 of_numbers; /* the sheets: first those of letters, then from here on by sort of number, */
  guint32 of_shapes;  /* from here on by looks, */
  guint32 of_classes; /* and from here on by class */
  /* What need not be looked up for most tokens. */
  guint8 *letter_begins;    /* by letter: whether any program begins with it */
  guint8 *letter_is_needed; /* by letter: whether any program needs it */
  guint8 *number_begins;    /* by sort */
  guint64 *always;          /* by need: the programs that have no such need */
};

/**
 * ent_rule_reach_get_bitmap:
 * @reach: a reach
 * @sheet: a sheet
 * @which: a place, or %ENT_REACH_LAST and a place, or %ENT_REACH_NEEDED and a need
 *
 * Returns: its bitmap of programs
 */
static inline guint64 *
ent_rule_reach_get_bitmap (const EntRuleReach *reach,
                           guint32             sheet,
                           guint               which)
{
  return reach->bitmaps + ((gsize) which * reach->n_sheets + sheet) * reach->n_words;
}

/**
 * ent_rule_reach_is_empty:
 * @bits: a bitmap
 * @n_words: how many words it has
 *
 * Returns: whether no bit is set
 */
static inline gboolean
ent_rule_reach_is_empty (const guint64 *bits,
                         gsize          n_words)
{
  guint64 any = 0;

  for (gsize i = 0; i < n_words; i++)
    any |= bits[i];
  return any == 0;
}

G_END_DECLS
