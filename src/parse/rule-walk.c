/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/rule-walk.h"

#include <string.h>

/* An item is a step and how many tokens more it waits for, behind a term of several tokens. */
#define WAIT_SHIFT 25
#define STEP_MASK ((1u << WAIT_SHIFT) - 1)

/* What is remembered is forgotten when it holds so many items of states, or ways from state to state. */
#define MAX_ITEMS (1u << 22)
#define MAX_WAYS (1u << 17)

/* What a step takes, as one number. */
#define TAKES_OTHER 0
#define TAKES_SYMBOL (G_GUINT64_CONSTANT (1) << 32)
#define TAKES_CLASS (G_GUINT64_CONSTANT (2) << 32)

/* A sign that has not been tried yet. */
#define UNKNOWN G_MAXUINT32

/* Numbers in a row, which grow in place. */
typedef struct
{
  guint32 *data;
  guint32 n;
  guint32 size;
} Pile;

/* A step by which a match begins, in the order of what it takes. */
typedef struct
{
  guint64 takes;
  guint32 step;
} Begin;

struct _EntRuleWalk
{
  const EntRuleAutomaton *automaton;
  GArray *states; /* of EntWalkState: dead, then what begins inside a sentence and at its start */
  Pile items;     /* state by state */
  Pile ends;      /* state by state */
  Pile begins[2]; /* by sign: where it leads from the begin */
  GArray *first;  /* of Begin: the items of the states in which a match begins */
  /* Ways from other states: by state and sign. */
  guint64 *keys;
  guint32 *targets;
  guint32 mask;
  guint32 n_ways;
  /* States by their items. */
  guint32 *known;
  guint32 known_mask;
  /* Scratch: the items of the state being made, and the steps to go on from at the same token. */
  Pile next;
  Pile here;
  Pile stack;
  guint32 *seen_next; /* by step: in which round it was put into the next state without waiting */
  guint32 *seen_here;
  guint32 round;
};

enum
{
  STATE_DEAD = ENT_WALK_DEAD,
  STATE_INSIDE,
  STATE_START,
  N_FIRST_STATES
};

static inline void
push (Pile    *pile,
      guint32  number)
{
  if (pile->n == pile->size)
    {
      pile->size = MAX (64, pile->size * 2);
      pile->data = g_renew (guint32, pile->data, pile->size);
    }
  pile->data[pile->n++] = number;
}

/* The steps that take a token, that look at the next one, or that end the program, from a step on. */
static void
close_over (EntRuleWalk *walk,
            guint32      step,
            guint32     *seen,
            Pile        *to)
{
  const EntProgramStep *steps = walk->automaton->steps;

  walk->stack.n = 0;
  push (&walk->stack, step);
  while (walk->stack.n > 0)
    {
      step = walk->stack.data[--walk->stack.n];
      if (seen[step] == walk->round)
        continue;
      seen[step] = walk->round;
      switch (steps[step].kind)
        {
        case ENT_STEP_SPLIT:
          push (&walk->stack, steps[step].b);
          push (&walk->stack, steps[step].a);
          break;
        case ENT_STEP_JUMP:
          push (&walk->stack, steps[step].a);
          break;
        case ENT_STEP_OPEN:
        case ENT_STEP_CLOSE:
          push (&walk->stack, step + 1);
          break;
        default:
          push (to, step);
          break;
        }
    }
}

/* On behind a step that looked at the next token and let it pass. */
static guint32
get_behind (const EntRuleAutomaton *automaton,
            guint32                 step)
{
  return automaton->steps[step].kind == ENT_STEP_NOT ? automaton->steps[step].a : step + 1;
}

static gboolean
is_look (const EntProgramStep *step)
{
  return step->kind == ENT_STEP_GLUED || step->kind == ENT_STEP_NOT || step->kind == ENT_STEP_START
         || step->kind == ENT_STEP_END;
}

static void
note_step (const EntProgramStep *step,
           EntWalkState         *state)
{
  if (step->kind == ENT_STEP_CLASS || step->kind == ENT_STEP_CLASS_VALUE)
    ent_rule_tells_add_class (&state->tells, step->a);
  if (step->kind == ENT_STEP_SYMBOL)
    ent_rule_tells_add_symbol (&state->tells, step->a);
}

/* What the state can tell apart, and where it may end, if all looks at the next token let it pass. */
static void
describe (EntRuleWalk  *walk,
          EntWalkState *state)
{
  const EntRuleAutomaton *automaton = walk->automaton;

  walk->round++;
  walk->here.n = 0;
  for (guint32 i = 0; i < walk->next.n; i++)
    if (walk->next.data[i] >> WAIT_SHIFT == 0)
      close_over (walk, walk->next.data[i], walk->seen_here, &walk->here);
  state->ends = walk->ends.n;
  for (guint32 i = 0; i < walk->here.n; i++)
    {
      guint32 index = walk->here.data[i];
      const EntProgramStep *step = &automaton->steps[index];

      note_step (step, state);
      if (step->kind == ENT_STEP_MATCH)
        push (&walk->ends, step->a);
      if (step->kind == ENT_STEP_NOT)
        for (guint32 inner = index + 1; inner < step->a; inner++)
          note_step (&automaton->steps[inner], state);
      if (is_look (step))
        close_over (walk, get_behind (automaton, index), walk->seen_here, &walk->here);
    }
  state->n_ends = walk->ends.n - state->ends;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint32 x = *(const guint32 *) a;
  guint32 y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

/* Most are nearly in order. */
static void
sort_numbers (guint32 *numbers,
              guint32  n)
{
  guint32 n_moves = 0;

  for (guint32 i = 1; i < n; i++)
    {
      guint32 number = numbers[i];
      guint32 at = i;

      for (; at > 0 && numbers[at - 1] > number; at--)
        numbers[at] = numbers[at - 1];
      numbers[at] = number;
      n_moves += i - at;
      if (n_moves > 16 * n)
        {
          qsort (numbers, n, sizeof *numbers, compare_numbers);
          return;
        }
    }
}

/* Leaves each of sorted numbers once. Returns how many are left. */
static guint32
leave_once (guint32 *numbers,
            guint32  n)
{
  guint32 kept = 1;

  for (guint32 i = 1; i < n; i++)
    if (numbers[i] != numbers[kept - 1])
      numbers[kept++] = numbers[i];
  return kept;
}

static guint32
hash_items (const guint32 *items,
            guint32        n)
{
  guint64 hash = n;

  for (guint32 i = 0; i < n; i++)
    hash = (hash ^ items[i]) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  return (guint32) (hash >> 32);
}

static gboolean
has_items (const EntRuleWalk *walk,
           guint32            state,
           const guint32     *items,
           guint32            n)
{
  const EntWalkState *s = &g_array_index (walk->states, EntWalkState, state);

  return s->n_items == n
         && memcmp (walk->items.data + s->items, items, n * sizeof (guint32)) == 0;
}

static void
grow_known (EntRuleWalk *walk)
{
  g_free (walk->known);
  walk->known_mask = walk->known_mask * 2 + 1;
  walk->known = g_new0 (guint32, (gsize) walk->known_mask + 1);
  for (guint32 state = N_FIRST_STATES; state < walk->states->len; state++)
    {
      const EntWalkState *s = &g_array_index (walk->states, EntWalkState, state);
      guint32 slot = hash_items (walk->items.data + s->items, s->n_items) & walk->known_mask;

      while (walk->known[slot] != 0)
        slot = (slot + 1) & walk->known_mask;
      walk->known[slot] = state;
    }
}

static guint32
add_state (EntRuleWalk *walk)
{
  EntWalkState state = { .items = walk->items.n, .n_items = walk->next.n };

  for (guint32 i = 0; i < state.n_items; i++)
    push (&walk->items, walk->next.data[i]);
  memset (state.plain, 0xFF, sizeof state.plain);
  describe (walk, &state);
  sort_numbers (walk->ends.data + state.ends, state.n_ends);
  g_array_append_val (walk->states, state);
  return walk->states->len - 1;
}

/* The state of the items in the scratch, new or not. */
static guint32
find_state (EntRuleWalk *walk)
{
  guint32 n = walk->next.n;
  guint32 *items = walk->next.data;
  guint32 slot;

  if (n == 0)
    return ENT_WALK_DEAD;
  sort_numbers (items, n);
  n = walk->next.n = leave_once (items, n);
  slot = hash_items (items, n) & walk->known_mask;
  while (walk->known[slot] != 0)
    {
      if (has_items (walk, walk->known[slot], items, n))
        return walk->known[slot];
      slot = (slot + 1) & walk->known_mask;
    }
  walk->known[slot] = add_state (walk);
  n = walk->known[slot];
  if (walk->states->len * 2 > walk->known_mask)
    grow_known (walk);
  return n;
}

/* An item for the next state: a step, so many tokens from here. */
static void
put_item (EntRuleWalk *walk,
          guint32      step,
          guint32      length)
{
  if (length == 1)
    {
      close_over (walk, step, walk->seen_next, &walk->next);
      return;
    }
  if (length <= ENT_MATCH_MAX_TOKENS)
    push (&walk->next, step | (length - 1) << WAIT_SHIFT);
}

static void
take_class (EntRuleWalk          *walk,
            const EntRuleSigns   *signs,
            const EntProgramStep *step,
            guint32               next,
            const EntRuleSign    *sign)
{
  const EntRuleLetter *letter = ent_rule_letters_get (signs->letters, sign->letter);
  const EntRuleRole *roles = ent_rule_letters_get_roles (signs->letters, letter);

  for (guint32 i = 0; i < letter->n_roles; i++)
    if (roles[i].class_id == step->a && (step->kind == ENT_STEP_CLASS || roles[i].value == step->b))
      put_item (walk, next, roles[i].length);
  for (; sign->more != ENT_SIGN_NONE; sign = ent_rule_signs_get (signs, sign->more))
    if (sign->edge.class_id == step->a)
      put_item (walk, next, sign->edge.length);
}

/* Goes on from a step that is not one of those that close_over() passes through. */
static void
take_step (EntRuleWalk        *walk,
           const EntRuleSigns *signs,
           guint32             index,
           guint32             number,
           gboolean            at_start)
{
  const EntProgramStep *step = &walk->automaton->steps[index];
  const EntRuleSign *sign = ent_rule_signs_get (signs, number);
  gboolean passes = TRUE;

  if (step->kind == ENT_STEP_CLASS || step->kind == ENT_STEP_CLASS_VALUE)
    {
      if (ent_rule_tells_have_class (&sign->tells, step->a))
        take_class (walk, signs, step, index + 1, sign);
    }
  else if (step->kind < ENT_STEP_START)
    {
      if (ent_rule_automaton_takes (walk->automaton, step, sign))
        put_item (walk, index + 1, 1);
    }
  else if (is_look (step))
    {
      if (step->kind == ENT_STEP_GLUED)
        passes = sign->glued;
      else if (step->kind == ENT_STEP_START)
        passes = at_start;
      else if (step->kind == ENT_STEP_END)
        passes = FALSE;
      else
        passes = !ent_rule_automaton_bars (walk->automaton, signs, index + 1, number);
      if (passes)
        close_over (walk, get_behind (walk->automaton, index), walk->seen_here, &walk->here);
    }
}

/* The steps at a state that is not one of the first, or wait to be so. */
static void
collect_items (EntRuleWalk *walk,
               guint32      state)
{
  const EntWalkState *s = &g_array_index (walk->states, EntWalkState, state);

  for (guint32 i = 0; i < s->n_items; i++)
    {
      guint32 item = walk->items.data[s->items + i];

      if (item >> WAIT_SHIFT != 0)
        put_item (walk, item & STEP_MASK, item >> WAIT_SHIFT);
      else
        {
          walk->seen_here[item] = walk->round;
          push (&walk->here, item);
        }
    }
}

/* What a step of the first states takes. */
static guint64
get_takes (const EntProgramStep *step)
{
  if (step->kind == ENT_STEP_SYMBOL)
    return TAKES_SYMBOL | step->a;
  return step->kind == ENT_STEP_CLASS || step->kind == ENT_STEP_CLASS_VALUE ? TAKES_CLASS | step->a : TAKES_OTHER;
}

static void
collect_begins (EntRuleWalk *walk,
                guint64      takes)
{
  guint low = 0;
  guint high = walk->first->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (walk->first, Begin, middle).takes < takes)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < walk->first->len && g_array_index (walk->first, Begin, low).takes == takes; low++)
    {
      guint32 step = g_array_index (walk->first, Begin, low).step;

      if (walk->seen_here[step] != walk->round)
        push (&walk->here, step);
      walk->seen_here[step] = walk->round;
    }
}

/* Of the steps of the first states, which are many, those that may take what the sign tells of. */
static void
collect_first (EntRuleWalk        *walk,
               const EntRuleSigns *signs,
               guint32             number)
{
  const EntRuleSign *sign = ent_rule_signs_get (signs, number);
  const EntRuleLetter *letter = ent_rule_letters_get (signs->letters, sign->letter);
  const EntRuleRole *roles = ent_rule_letters_get_roles (signs->letters, letter);

  collect_begins (walk, TAKES_OTHER);
  if (letter->symbol != 0)
    collect_begins (walk, TAKES_SYMBOL | letter->symbol);
  for (guint32 i = 0; i < letter->n_roles; i++)
    collect_begins (walk, TAKES_CLASS | roles[i].class_id);
  for (; sign->more != ENT_SIGN_NONE; sign = ent_rule_signs_get (signs, sign->more))
    collect_begins (walk, TAKES_CLASS | sign->edge.class_id);
}

static guint32
work_out (EntRuleWalk        *walk,
          const EntRuleSigns *signs,
          guint32             state,
          guint32             sign)
{
  walk->round++;
  walk->next.n = walk->here.n = 0;
  if (state < N_FIRST_STATES)
    collect_first (walk, signs, sign);
  else
    collect_items (walk, state);
  for (guint32 i = 0; i < walk->here.n; i++)
    take_step (walk, signs, walk->here.data[i], sign, state == STATE_START);
  return find_state (walk);
}

static guint32
find_way (const EntRuleWalk *walk,
          guint64            key)
{
  guint32 slot = (guint32) ((key * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> 32) & walk->mask;

  while (walk->keys[slot] != 0 && walk->keys[slot] != key)
    slot = (slot + 1) & walk->mask;
  return slot;
}

static void
put_way (EntRuleWalk *walk,
         guint64      key,
         guint32      target)
{
  guint32 slot;

  if (++walk->n_ways * 2 > walk->mask)
    {
      g_autofree guint64 *keys = g_steal_pointer (&walk->keys);
      g_autofree guint32 *targets = g_steal_pointer (&walk->targets);
      guint32 size = walk->mask + 1;

      walk->mask = size * 2 - 1;
      walk->keys = g_new0 (guint64, (gsize) size * 2);
      walk->targets = g_new (guint32, (gsize) size * 2);
      for (guint32 i = 0; i < size; i++)
        if (keys[i] != 0)
          {
            slot = find_way (walk, keys[i]);
            walk->keys[slot] = keys[i];
            walk->targets[slot] = targets[i];
          }
    }
  slot = find_way (walk, key);
  walk->keys[slot] = key;
  walk->targets[slot] = target;
}

/* Where a sign leads that is looked up with others. */
static guint32
step_by_sign (EntRuleWalk        *walk,
              const EntRuleSigns *signs,
              guint32             state,
              guint32             sign)
{
  guint64 key = (guint64) state << 32 | sign;
  guint32 slot = find_way (walk, key);
  guint32 target;

  if (walk->keys[slot] == key)
    return walk->targets[slot];
  target = work_out (walk, signs, state, sign);
  put_way (walk, key, target);
  return target;
}

/**
 * ent_rule_walk_step:
 * @walk: a walk
 * @signs: the signs of the same search
 * @state: where it is
 * @sign: the sign of the next token
 *
 * Returns: where that leads
 */
guint32
ent_rule_walk_step (EntRuleWalk        *walk,
                    const EntRuleSigns *signs,
                    guint32             state,
                    guint32             sign)
{
  const EntWalkState *s = &g_array_index (walk->states, EntWalkState, state);
  const EntRuleSign *g = ent_rule_signs_get (signs, sign);
  guint look = (guint) g->shape * 2 + g->glued;
  guint32 target;

  /* Most words mean nothing to most states. */
  if (ent_rule_tells_meet (&s->tells, &g->tells))
    return step_by_sign (walk, signs, state, sign);
  if (g->shape == ENT_SHAPE_NUMBER)
    return step_by_sign (walk, signs, state, g->plain);
  if (s->plain[look] != UNKNOWN)
    return s->plain[look];
  target = work_out (walk, signs, state, g->plain);
  g_array_index (walk->states, EntWalkState, state).plain[look] = target;
  return target;
}

/**
 * ent_rule_walk_begin:
 * @walk: a walk
 * @signs: the signs of the same search
 * @sign: the sign of the first token of a match
 * @at_start: whether a sentence begins with it
 *
 * Returns: where that leads: for most tokens it is dead
 */
guint32
ent_rule_walk_begin (EntRuleWalk        *walk,
                     const EntRuleSigns *signs,
                     guint32             sign,
                     gboolean            at_start)
{
  Pile *begins = &walk->begins[at_start != FALSE];

  while (begins->n <= sign)
    push (begins, UNKNOWN);
  if (begins->data[sign] == UNKNOWN)
    begins->data[sign] = ent_rule_walk_step (walk, signs, at_start ? STATE_START : STATE_INSIDE, sign);
  return begins->data[sign];
}

/**
 * ent_rule_walk_get_state:
 * @walk: a walk
 * @state: a state
 *
 * Returns: (transfer none): what it is; valid until the next step
 */
const EntWalkState *
ent_rule_walk_get_state (const EntRuleWalk *walk,
                         guint32            state)
{
  return &g_array_index (walk->states, EntWalkState, state);
}

/**
 * ent_rule_walk_get_ends:
 * @walk: a walk
 * @state: a state
 *
 * Returns: (transfer none): the programs that may be over there, in their order; valid until the next step
 */
const guint32 *
ent_rule_walk_get_ends (const EntRuleWalk  *walk,
                        const EntWalkState *state)
{
  return walk->ends.data + state->ends;
}

static int
compare_begins (gconstpointer a,
                gconstpointer b)
{
  const Begin *x = a;
  const Begin *y = b;

  if (x->takes != y->takes)
    return x->takes < y->takes ? -1 : 1;
  return x->step < y->step ? -1 : x->step > y->step;
}

static void
add_first_states (EntRuleWalk *walk)
{
  EntWalkState dead = { 0 };

  g_array_append_val (walk->states, dead);
  walk->round++;
  walk->next.n = 0;
  for (guint32 i = 0; i < walk->automaton->n_programs; i++)
    close_over (walk, walk->automaton->starts[i], walk->seen_next, &walk->next);
  g_array_set_size (walk->first, 0);
  for (guint32 i = 0; i < walk->next.n; i++)
    {
      guint32 step = walk->next.data[i];
      Begin begin = { get_takes (&walk->automaton->steps[step]), step };

      g_array_append_val (walk->first, begin);
    }
  g_array_sort (walk->first, compare_begins);
  add_state (walk);
  add_state (walk);
}

/**
 * ent_rule_walk_is_large:
 * @walk: a walk
 *
 * Returns: whether it remembers so much that it had better forget
 */
gboolean
ent_rule_walk_is_large (const EntRuleWalk *walk)
{
  return walk->items.n > MAX_ITEMS || walk->n_ways > MAX_WAYS;
}

/**
 * ent_rule_walk_forget:
 * @walk: a walk, at no state
 *
 * Forgets all states and what it knows of signs.
 */
void
ent_rule_walk_forget (EntRuleWalk *walk)
{
  g_array_set_size (walk->states, 0);
  walk->items.n = walk->ends.n = walk->begins[0].n = walk->begins[1].n = 0;
  memset (walk->keys, 0, ((gsize) walk->mask + 1) * sizeof *walk->keys);
  memset (walk->known, 0, ((gsize) walk->known_mask + 1) * sizeof *walk->known);
  walk->n_ways = 0;
  add_first_states (walk);
}

/**
 * ent_rule_walk_new:
 * @automaton: the programs; must outlive the walk
 *
 * Returns: (transfer full): a walk that remembers nothing yet
 */
EntRuleWalk *
ent_rule_walk_new (const EntRuleAutomaton *automaton)
{
  EntRuleWalk *walk = g_new0 (EntRuleWalk, 1);

  g_assert (automaton->n_steps <= STEP_MASK);
  walk->automaton = automaton;
  walk->states = g_array_new (FALSE, FALSE, sizeof (EntWalkState));
  walk->first = g_array_new (FALSE, FALSE, sizeof (Begin));
  walk->seen_next = g_new0 (guint32, automaton->n_steps + 1);
  walk->seen_here = g_new0 (guint32, automaton->n_steps + 1);
  walk->mask = walk->known_mask = 1023;
  walk->keys = g_new0 (guint64, (gsize) walk->mask + 1);
  walk->targets = g_new (guint32, (gsize) walk->mask + 1);
  walk->known = g_new0 (guint32, (gsize) walk->known_mask + 1);
  add_first_states (walk);
  return walk;
}

/**
 * ent_rule_walk_free:
 * @walk: (nullable): a walk
 */
void
ent_rule_walk_free (EntRuleWalk *walk)
{
  if (walk == NULL)
    return;
  g_array_unref (walk->states);
  g_array_unref (walk->first);
  g_free (walk->items.data);
  g_free (walk->ends.data);
  g_free (walk->begins[0].data);
  g_free (walk->begins[1].data);
  g_free (walk->next.data);
  g_free (walk->here.data);
  g_free (walk->stack.data);
  g_free (walk->seen_next);
  g_free (walk->seen_here);
  g_free (walk->keys);
  g_free (walk->targets);
  g_free (walk->known);
  g_free (walk);
}
