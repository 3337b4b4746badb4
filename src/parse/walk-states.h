/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/rule-signs.h"

G_BEGIN_DECLS

/* Looks of tokens that are no numbers, glued or not. */
#define ENT_WALK_N_LOOKS (2 * ENT_SHAPE_NUMBER)

/* Where a token of some looks leads was not worked out yet. */
#define ENT_WALK_UNKNOWN G_MAXUINT32

/**
 * EntPile:
 * @data: (array length=n): numbers
 * @n: how many
 *
 * Numbers in a row, which grow in place.
 */
typedef struct
{
  guint32 *data;
  guint32 n;
  /*< private >*/
  guint32 size;
} EntPile;

/* An item is a step, or, with how many tokens more it waits for, what is behind one that took a term of several. */
#define ENT_WALK_WAIT_SHIFT 25

/**
 * EntWalkMarks:
 *
 * Which items a state has that is being made. All zero is none, and without memory.
 */
typedef struct
{
  /*< private >*/
  guint32 *rounds; /* by step: in which round it got its mark */
  guint32 size;
  guint32 round;
  EntPile others; /* items that wait, which are few */
} EntWalkMarks;

/**
 * EntWalkState:
 * @tells: what it can tell tokens by
 * @plain: where it leads by looks alone, as far as known
 * @items: where its items begin: the steps it is at
 * @n_items: how many
 * @ends: where the programs begin that may be over there
 * @n_ends: how many
 */
typedef struct
{
  EntRuleTells tells;
  guint32 plain[ENT_WALK_N_LOOKS];
  guint32 items;
  guint32 n_items;
  guint32 ends;
  guint32 n_ends;
} EntWalkState;

/**
 * EntWalkStates:
 * @states: (array length=n): the states, numbered as they come
 * @n: how many
 * @items: their items, state by state
 * @ends: the programs that may be over at each, state by state
 *
 * The states of a walk, found by their items, whatever their order. Not for several threads.
 */
typedef struct
{
  EntWalkState *states;
  guint32 n;
  EntPile items;
  EntPile ends;
  /*< private >*/
  guint32 size;
  guint32 *slots; /* states but the first ones, by the hash of their items; 0 is free */
  guint32 mask;
} EntWalkStates;

void ent_walk_marks_clear (EntWalkMarks *marks);
gboolean ent_walk_marks_add (EntWalkMarks *marks,
                             guint32 item);

void ent_walk_states_init (EntWalkStates *states);
void ent_walk_states_clear (EntWalkStates *states);
void ent_walk_states_forget (EntWalkStates *states);
guint32 ent_walk_states_find (const EntWalkStates *states,
                              const guint32 *items,
                              guint32 n_items,
                              const EntWalkMarks *marks);
guint32 ent_walk_states_add (EntWalkStates *states,
                             const guint32 *items,
                             guint32 n_items);
void ent_walk_states_link (EntWalkStates *states,
                           guint32 state);
void ent_pile_grow (EntPile *pile);

/**
 * ent_pile_push:
 * @pile: numbers
 * @number: one to put behind them
 */
static inline void
ent_pile_push (EntPile *pile,
               guint32  number)
{
  if (G_UNLIKELY (pile->n == pile->size))
    ent_pile_grow (pile);
  pile->data[pile->n++] = number;
}

/**
 * ent_walk_marks_have:
 * @marks: marks
 * @item: an item
 *
 * Returns: whether it has a mark
 */
static inline gboolean
ent_walk_marks_have (const EntWalkMarks *marks,
                     guint32             item)
{
  if (G_LIKELY (item >> ENT_WALK_WAIT_SHIFT == 0))
    return item < marks->size && marks->rounds[item] == marks->round;
  for (guint32 i = 0; i < marks->others.n; i++)
    if (marks->others.data[i] == item)
      return TRUE;
  return FALSE;
}

G_END_DECLS
