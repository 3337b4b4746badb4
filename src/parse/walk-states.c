/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/walk-states.h"

#include <string.h>

/**
 * ent_pile_grow:
 * @pile: numbers
 *
 * Makes room for one more at least.
 */
void
ent_pile_grow (EntPile *pile)
{
  pile->size = MAX (64, pile->size * 2);
  pile->data = g_renew (guint32, pile->data, pile->size);
}

/* The same in whatever order they stand. */
static guint32
hash_items (const guint32 *items,
            guint32        n)
{
  guint64 hash = n;

  for (guint32 i = 0; i < n; i++)
    {
      guint64 item = (items[i] + 1) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

      hash += (item ^ item >> 29) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
    }
  return (guint32) (hash >> 32);
}

static gboolean
has_all (const guint32      *items,
         guint32             n,
         const EntWalkMarks *marks)
{
  for (guint32 i = 0; i < n; i++)
    if (!ent_walk_marks_have (marks, items[i]))
      return FALSE;
  return TRUE;
}

/**
 * ent_walk_marks_clear:
 * @marks: marks, which are all taken away
 */
void
ent_walk_marks_clear (EntWalkMarks *marks)
{
  marks->others.n = 0;
  if (++marks->round == 0)
    {
      memset (marks->rounds, 0, marks->size * sizeof *marks->rounds);
      marks->round = 1;
    }
}

/**
 * ent_walk_marks_add:
 * @marks: marks
 * @item: an item
 *
 * Returns: whether it had no mark yet; now it has one
 */
gboolean
ent_walk_marks_add (EntWalkMarks *marks,
                    guint32       item)
{
  if (ent_walk_marks_have (marks, item))
    return FALSE;
  if (item >> ENT_WALK_WAIT_SHIFT != 0)
    {
      ent_pile_push (&marks->others, item);
      return TRUE;
    }
  if (item >= marks->size)
    {
      guint32 size = MAX (1024, MAX (item + 1, marks->size * 2));

      marks->rounds = g_renew (guint32, marks->rounds, size);
      memset (marks->rounds + marks->size, 0, (size - marks->size) * sizeof *marks->rounds);
      marks->size = size;
    }
  marks->rounds[item] = marks->round;
  return TRUE;
}

/**
 * ent_walk_states_init:
 * @states: (out): gets no states
 */
void
ent_walk_states_init (EntWalkStates *states)
{
  memset (states, 0, sizeof *states);
  states->mask = 1023;
  states->slots = g_new0 (guint32, (gsize) states->mask + 1);
}

/**
 * ent_walk_states_clear:
 * @states: states whose memory is given back
 */
void
ent_walk_states_clear (EntWalkStates *states)
{
  g_free (states->states);
  g_free (states->items.data);
  g_free (states->ends.data);
  g_free (states->slots);
  memset (states, 0, sizeof *states);
}

/**
 * ent_walk_states_forget:
 * @states: states, which are forgotten; their memory is kept
 */
void
ent_walk_states_forget (EntWalkStates *states)
{
  states->n = states->items.n = states->ends.n = 0;
  memset (states->slots, 0, ((gsize) states->mask + 1) * sizeof *states->slots);
}

/**
 * ent_walk_states_find:
 * @states: states
 * @items: (array length=n_items): items, each once
 * @n_items: how many
 * @marks: marks that the items have, and no others
 *
 * Returns: the linked state with these items, or 0
 */
guint32
ent_walk_states_find (const EntWalkStates *states,
                      const guint32       *items,
                      guint32              n_items,
                      const EntWalkMarks  *marks)
{
  for (guint32 slot = hash_items (items, n_items) & states->mask; states->slots[slot] != 0;
       slot = (slot + 1) & states->mask)
    {
      const EntWalkState *state = &states->states[states->slots[slot]];

      if (state->n_items == n_items && has_all (states->items.data + state->items, n_items, marks))
        return states->slots[slot];
    }
  return 0;
}

static void
put_slot (EntWalkStates *states,
          guint32        state)
{
  const EntWalkState *s = &states->states[state];
  guint32 slot = hash_items (states->items.data + s->items, s->n_items) & states->mask;

  while (states->slots[slot] != 0)
    slot = (slot + 1) & states->mask;
  states->slots[slot] = state;
}

/**
 * ent_walk_states_add:
 * @states: states
 * @items: (array length=n_items): items, each once
 * @n_items: how many
 *
 * Returns: a new state with these items, at whose end no program is over, and which can tell nothing
 */
guint32
ent_walk_states_add (EntWalkStates *states,
                     const guint32 *items,
                     guint32        n_items)
{
  EntWalkState *state;

  if (states->n == states->size)
    {
      states->size = MAX (256, states->size * 2);
      states->states = g_renew (EntWalkState, states->states, states->size);
    }
  state = &states->states[states->n];
  *state = (EntWalkState) { .items = states->items.n, .n_items = n_items, .ends = states->ends.n };
  memset (state->plain, 0xFF, sizeof state->plain);
  for (guint32 i = 0; i < n_items; i++)
    ent_pile_push (&states->items, items[i]);
  return states->n++;
}

/**
 * ent_walk_states_link:
 * @states: states
 * @state: one of them, but not the first
 *
 * Lets a state be found by its items.
 */
void
ent_walk_states_link (EntWalkStates *states,
                      guint32        state)
{
  if (states->n * 2 > states->mask)
    {
      g_autofree guint32 *slots = g_steal_pointer (&states->slots);
      guint32 size = states->mask + 1;

      states->mask = size * 2 - 1;
      states->slots = g_new0 (guint32, (gsize) size * 2);
      for (guint32 i = 0; i < size; i++)
        if (slots[i] != 0)
          put_slot (states, slots[i]);
    }
  put_slot (states, state);
}
