/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/rule-walk.h"

#include <string.h>

#define STEP_MASK ((1u << ENT_WALK_WAIT_SHIFT) - 1)

/* What is remembered is forgotten when it holds so many items of states, or ways from state to state. */
#define MAX_ITEMS (1u << 22)
#define MAX_WAYS (1u << 17)

/* What a step takes, as one number. */
#define TAKES_OTHER 0
#define TAKES_SYMBOL (G_GUINT64_CONSTANT (1) << 32)
#define TAKES_CLASS (G_GUINT64_CONSTANT (2) << 32)

/* A step by which a match begins, in the order of what it takes. */
typedef struct
{
  guint64 takes;
  guint32 step;
  guint8 needs; /* bits of EntWalkBegin without which its program does not begin */
} Begin;

/* Behind the dead state stand those in which a match begins. */
#define FIRST_STATE (ENT_WALK_DEAD + 1)
#define N_FIRST_STATES (FIRST_STATE + ENT_WALK_N_BEGINS)

/* Of a first state: how a match begins there; others are not at a sentence's start. */
#define GET_BEGIN(state) ((state) < N_FIRST_STATES ? (state) -FIRST_STATE : 0)

static void
sort_numbers (guint32 *numbers,
              guint32  n)
{
  for (guint32 i = 1; i < n; i++)
    {
      guint32 number = numbers[i];
      guint32 at = i;

      for (; at > 0 && numbers[at - 1] > number; at--)
        numbers[at] = numbers[at - 1];
      numbers[at] = number;
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

/* What a state of the items in the scratch can tell apart, and where it may end. */
static void
describe (EntRuleWalk  *walk,
          EntWalkState *state)
{
  EntPile *ends = &walk->states.ends;

  for (guint32 i = 0; i < walk->next.n; i++)
    {
      guint32 item = walk->next.data[i];
      const EntWalkStep *step;

      if (item >> ENT_WALK_WAIT_SHIFT != 0)
        continue;
      step = &walk->steps.steps[item];
      ent_rule_tells_add (&state->tells, &walk->steps.tells[item]);
      for (guint32 j = 0; j < step->n_ends; j++)
        ent_pile_push (ends, walk->steps.ends.data[step->ends + j]);
    }
  state->n_ends = ends->n - state->ends;
  if (state->n_ends < 2)
    return;
  sort_numbers (ends->data + state->ends, state->n_ends);
  state->n_ends = leave_once (ends->data + state->ends, state->n_ends);
  ends->n = state->ends + state->n_ends;
}

static guint32
add_state (EntRuleWalk *walk)
{
  guint32 state = ent_walk_states_add (&walk->states, walk->next.data, walk->next.n);

  describe (walk, &walk->states.states[state]);
  return state;
}

/* The state of the items in the scratch, new or not, and whether a match may be over there. */
static guint32
find_state (EntRuleWalk *walk)
{
  EntPile *next = &walk->next;
  guint32 state;

  if (next->n == 0)
    return ENT_WALK_DEAD;
  state = ent_walk_states_find (&walk->states, next->data, next->n, &walk->marks);
  if (state == 0)
    {
      state = add_state (walk);
      ent_walk_states_link (&walk->states, state);
    }
  return walk->states.states[state].n_ends > 0 ? state | ENT_WALK_ENDS : state;
}

static void
put_item (EntRuleWalk *walk,
          guint32      item)
{
  if (ent_walk_marks_add (&walk->marks, item))
    ent_pile_push (&walk->next, item);
}

/* For the next state: what is behind a step, so many tokens from here. */
static void
put_behind (EntRuleWalk *walk,
            guint32      number,
            guint32      length)
{
  const EntWalkStep *step = ent_walk_steps_get (&walk->steps, number);

  if (length == 1)
    for (guint32 i = 0; i < step->n_next; i++)
      put_item (walk, walk->steps.rests.data[step->next + i]);
  else if (length <= ENT_MATCH_MAX_TOKENS)
    put_item (walk, number | (length - 1) << ENT_WALK_WAIT_SHIFT);
}

static void
take_class (EntRuleWalk          *walk,
            const EntRuleSigns   *signs,
            const EntProgramStep *step,
            guint32               number,
            const EntRuleSign    *sign)
{
  const EntRuleLetter *letter = ent_rule_letters_get (signs->letters, sign->letter);
  const EntRuleRole *roles = ent_rule_letters_get_roles (signs->letters, letter);

  for (guint32 i = 0; i < letter->n_roles; i++)
    if (roles[i].class_id == step->a && (step->kind == ENT_STEP_CLASS || roles[i].value == step->b))
      put_behind (walk, number, roles[i].length);
  for (; sign->more != ENT_SIGN_NONE; sign = ent_rule_signs_get (signs, sign->more))
    if (sign->edge.class_id == step->a)
      put_behind (walk, number, sign->edge.length);
}

static gboolean
lets_pass (const EntRuleWalk  *walk,
           const EntRuleSigns *signs,
           const EntWalkStep  *step,
           guint32             sign,
           gboolean            at_start)
{
  switch (step->step.kind)
    {
    case ENT_STEP_GLUED:
      return ent_rule_signs_get (signs, sign)->glued;
    case ENT_STEP_START:
      return at_start;
    case ENT_STEP_END:
      return FALSE;
    default:
      return !ent_rule_automaton_bars (walk->automaton, signs, step->index + 1, sign);
    }
}

/* Puts what is behind a look at the token in hand among the steps that are at it, each once: looks may stand in a
 * loop. */
static void
look_on (EntRuleWalk *walk,
         guint32      number)
{
  const EntWalkStep *step = ent_walk_steps_get (&walk->steps, number);

  for (guint32 i = 0; i < step->n_next; i++)
    {
      guint32 next = walk->steps.rests.data[step->next + i];
      guint32 at = 0;

      while (at < walk->here.n && walk->here.data[at] != next)
        at++;
      if (at == walk->here.n)
        ent_pile_push (&walk->here, next);
    }
}

/* Goes on from a step that may take the token, or looks at it. */
static void
take_step (EntRuleWalk        *walk,
           const EntRuleSigns *signs,
           guint32             number,
           guint32             sign,
           gboolean            at_start)
{
  const EntWalkStep *step = &walk->steps.steps[number];
  const EntRuleSign *s = ent_rule_signs_get (signs, sign);

  if (step->step.kind == ENT_STEP_CLASS || step->step.kind == ENT_STEP_CLASS_VALUE)
    {
      EntProgramStep class = step->step;

      take_class (walk, signs, &class, number, s);
    }
  else if (step->step.kind < ENT_STEP_START)
    {
      if (ent_rule_automaton_takes (walk->automaton, &step->step, s))
        put_behind (walk, number, 1);
    }
  else if (lets_pass (walk, signs, step, sign, at_start))
    look_on (walk, number);
}

/* The steps at a state that is not one of the first, or wait to be so. */
static void
collect_items (EntRuleWalk *walk,
               guint32      state)
{
  const EntWalkState *s = ent_rule_walk_get_state (walk, state);

  for (guint32 i = 0; i < s->n_items; i++)
    {
      guint32 item = walk->states.items.data[s->items + i];

      if (item >> ENT_WALK_WAIT_SHIFT != 0)
        put_behind (walk, item & STEP_MASK, item >> ENT_WALK_WAIT_SHIFT);
      else
        ent_pile_push (&walk->here, item);
    }
}

static gboolean
is_of_class (const EntProgramStep *step)
{
  return step->kind == ENT_STEP_CLASS || step->kind == ENT_STEP_CLASS_VALUE;
}

/* Notes a step by which a match may begin under all that it takes. */
static void
add_begin (EntRuleWalk *walk,
           guint32      number,
           guint8       needs)
{
  const EntProgramStep *step = &walk->steps.steps[number].step;
  Begin begin = { is_of_class (step) ? TAKES_CLASS | step->a : TAKES_OTHER, number, needs };
  guint32 n;
  const guint32 *words = ent_program_step_get_words (step, walk->automaton->sets, &n);

  if (n == 0)
    g_array_append_val (walk->first, begin);
  for (guint32 i = 0; i < n; i++)
    {
      begin.takes = TAKES_SYMBOL | words[i];
      g_array_append_val (walk->first, begin);
    }
}

static void
collect_begins (EntRuleWalk *walk,
                guint64      takes,
                guint        how)
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
      const Begin *begin = &g_array_index (walk->first, Begin, low);

      if (!(begin->needs & ~how))
        ent_pile_push (&walk->here, begin->step);
    }
}

/* Of the steps of the first states, which are many, those that may take what the sign tells of. */
static void
collect_first (EntRuleWalk        *walk,
               const EntRuleSigns *signs,
               guint32             number,
               guint               how)
{
  const EntRuleSign *sign = ent_rule_signs_get (signs, number);
  const EntRuleLetter *letter = ent_rule_letters_get (signs->letters, sign->letter);
  const EntRuleRole *roles = ent_rule_letters_get_roles (signs->letters, letter);

  collect_begins (walk, TAKES_OTHER, how);
  if (letter->symbol != 0)
    collect_begins (walk, TAKES_SYMBOL | letter->symbol, how);
  for (guint32 i = 0; i < letter->n_roles; i++)
    collect_begins (walk, TAKES_CLASS | roles[i].class_id, how);
  for (; sign->more != ENT_SIGN_NONE; sign = ent_rule_signs_get (signs, sign->more))
    collect_begins (walk, TAKES_CLASS | sign->edge.class_id, how);
}

/* What a token has of what steps ask for; the highest bit only meets those that ask for no word and no class. */
static guint64
get_bits (const EntRuleSigns *signs,
          guint32             number)
{
  const EntRuleSign *sign = ent_rule_signs_get (signs, number);
  const EntRuleLetter *letter = ent_rule_letters_get (signs->letters, sign->letter);
  const EntRuleRole *roles = ent_rule_letters_get_roles (signs->letters, letter);
  guint64 bits = G_GUINT64_CONSTANT (1) << 63;

  if (letter->symbol != 0)
    bits |= ent_walk_steps_get_bit (letter->symbol);
  for (guint32 i = 0; i < letter->n_roles; i++)
    bits |= ent_walk_steps_get_bit (roles[i].class_id);
  for (; sign->more != ENT_SIGN_NONE; sign = ent_rule_signs_get (signs, sign->more))
    bits |= ent_walk_steps_get_bit (sign->edge.class_id);
  return bits;
}

static guint32
work_out (EntRuleWalk        *walk,
          const EntRuleSigns *signs,
          guint32             state,
          guint32             sign)
{
  guint64 bits = get_bits (signs, sign);

  walk->next.n = walk->here.n = 0;
  ent_walk_marks_clear (&walk->marks);
  if (state < N_FIRST_STATES)
    collect_first (walk, signs, sign, GET_BEGIN (state));
  else
    collect_items (walk, state);
  for (guint32 i = 0; i < walk->here.n; i++)
    if (walk->steps.steps[walk->here.data[i]].asks & bits)
      take_step (walk, signs, walk->here.data[i], sign, GET_BEGIN (state) & ENT_WALK_AT_START);
  return find_state (walk);
}

/* Where the way with a key stands, or may stand. */
static guint32
find_slot (const EntRuleWalk *walk,
           guint64            key)
{
  guint32 slot = (guint32) ((key * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> 32) & walk->mask;

  while (walk->ways[slot].key != 0 && walk->ways[slot].key != key)
    slot = (slot + 1) & walk->mask;
  return slot;
}

static void
put_way (EntRuleWalk *walk,
         EntWalkWay   way)
{
  if (++walk->n_ways * 2 > walk->mask)
    {
      g_autofree EntWalkWay *ways = g_steal_pointer (&walk->ways);
      guint32 size = walk->mask + 1;

      walk->mask = size * 2 - 1;
      walk->ways = g_new0 (EntWalkWay, (gsize) size * 2);
      for (guint32 i = 0; i < size; i++)
        if (ways[i].key != 0)
          walk->ways[find_slot (walk, ways[i].key)] = ways[i];
    }
  walk->ways[find_slot (walk, way.key)] = way;
}

static guint32
step_by_sign (EntRuleWalk        *walk,
              const EntRuleSigns *signs,
              guint32             state,
              guint32             sign)
{
  EntWalkWay way = { (guint64) state << 32 | sign, ENT_WALK_DEAD };
  guint32 slot = find_slot (walk, way.key);

  if (walk->ways[slot].key == way.key)
    return walk->ways[slot].target;
  way.target = work_out (walk, signs, state, sign);
  put_way (walk, way);
  return way.target;
}

/**
 * ent_rule_walk_find_way:
 * @walk: a walk
 * @signs: the signs of the same search
 * @state: where it is
 * @sign: the sign of the next token
 *
 * What ent_rule_walk_step() does where it is not at hand.
 *
 * Returns: where that leads
 */
guint32
ent_rule_walk_find_way (EntRuleWalk        *walk,
                        const EntRuleSigns *signs,
                        guint32             state,
                        guint32             sign)
{
  const EntWalkState *s = ent_rule_walk_get_state (walk, state);
  const EntRuleSign *g = ent_rule_signs_get (signs, sign);
  guint look = (guint) g->shape * 2 + g->glued;
  guint32 target;

  /* Most words mean nothing to most states. */
  if (ent_rule_tells_meet (&s->tells, &g->tells))
    return step_by_sign (walk, signs, state, sign);
  if (g->shape == ENT_SHAPE_NUMBER)
    return step_by_sign (walk, signs, state, g->plain);
  if (s->plain[look] != ENT_WALK_UNKNOWN)
    return s->plain[look];
  target = work_out (walk, signs, state, g->plain);
  walk->states.states[state & ENT_WALK_STATE_MASK].plain[look] = target;
  return target;
}

/**
 * ent_rule_walk_begin_anew:
 * @walk: a walk
 * @signs: the signs of the same search
 * @sign: a sign that no match was begun with before
 * @begin: how it begins, bits of #EntWalkBegin
 *
 * Returns: where that leads
 */
guint32
ent_rule_walk_begin_anew (EntRuleWalk        *walk,
                          const EntRuleSigns *signs,
                          guint32             sign,
                          guint               begin)
{
  EntPile *begins = &walk->begins[begin];

  while (begins->n <= sign)
    ent_pile_push (begins, ENT_WALK_UNKNOWN);
  begins->data[sign] = ent_rule_walk_step (walk, signs, FIRST_STATE + begin, sign);
  return begins->data[sign];
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
sort_begins (EntRuleWalk *walk)
{
  for (guint32 i = 0; i < walk->automaton->n_programs; i++)
    {
      const EntRuleAnchors *anchors = walk->automaton->anchors;
      guint needs = anchors->reaches[i] == ENT_REACH_NEAR ? ENT_WALK_NEAR : ENT_WALK_FAR;

      if (anchors->are_open[i])
        needs = 0;
      if (walk->automaton->are_aside[i])
        needs |= ENT_WALK_ALL;
      walk->next.n = 0;
      ent_walk_steps_rest (&walk->steps, walk->automaton->starts[i], &walk->next);
      for (guint32 j = 0; j < walk->next.n; j++)
        add_begin (walk, walk->next.data[j], (guint8) needs);
    }
  g_array_sort (walk->first, compare_begins);
}

static void
add_first_states (EntRuleWalk *walk)
{
  ent_walk_states_add (&walk->states, NULL, 0);
  for (guint32 state = FIRST_STATE; state < N_FIRST_STATES; state++)
    {
      walk->next.n = 0;
      ent_walk_marks_clear (&walk->marks);
      for (guint i = 0; i < walk->first->len; i++)
        {
          const Begin *begin = &g_array_index (walk->first, Begin, i);

          if (!(begin->needs & ~GET_BEGIN (state)))
            put_item (walk, begin->step);
        }
      add_state (walk);
    }
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
  return walk->states.items.n > MAX_ITEMS || walk->n_ways > MAX_WAYS;
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
  ent_walk_states_forget (&walk->states);
  for (guint i = 0; i < G_N_ELEMENTS (walk->begins); i++)
    walk->begins[i].n = 0;
  memset (walk->near, 0, sizeof *walk->near << ENT_WALK_NEAR_BITS);
  memset (walk->ways, 0, ((gsize) walk->mask + 1) * sizeof *walk->ways);
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
  ent_walk_states_init (&walk->states);
  ent_walk_steps_init (&walk->steps, automaton);
  walk->first = g_array_new (FALSE, FALSE, sizeof (Begin));
  walk->mask = 1023;
  walk->near = g_new0 (EntWalkNearWay, (gsize) 1 << ENT_WALK_NEAR_BITS);
  walk->ways = g_new0 (EntWalkWay, (gsize) walk->mask + 1);
  sort_begins (walk);
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
  ent_walk_states_clear (&walk->states);
  ent_walk_steps_clear (&walk->steps);
  g_array_unref (walk->first);
  for (guint i = 0; i < G_N_ELEMENTS (walk->begins); i++)
    g_free (walk->begins[i].data);
  g_free (walk->marks.rounds);
  g_free (walk->marks.others.data);
  g_free (walk->next.data);
  g_free (walk->here.data);
  g_free (walk->near);
  g_free (walk->ways);
  g_free (walk);
}
