/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/rule-automaton.h"
#include "parse/walk-states.h"
#include "parse/walk-steps.h"

G_BEGIN_DECLS

/* Where nothing goes on. */
#define ENT_WALK_DEAD 0

/* Of a state: some programs may be over there. */
#define ENT_WALK_ENDS (1u << 31)
#define ENT_WALK_STATE_MASK (ENT_WALK_ENDS - 1)

/* How a match begins, as bits. */
typedef enum
{
  ENT_WALK_AT_START = 1 << 0, /* at a sentence's start */
  ENT_WALK_NEAR = 1 << 1,     /* an anchor is at hand of programs that begin near theirs */
  ENT_WALK_FAR = 1 << 2,      /* one is of those that may begin far from theirs */
  ENT_WALK_ALL = 1 << 3       /* programs that are put aside may match */
} EntWalkBegin;
#define ENT_WALK_N_BEGINS 16

/* How many ways are kept nearest at hand, as a power of two. */
#define ENT_WALK_NEAR_BITS 15

/**
 * EntWalkNearWay:
 * @state: a state
 * @target: where the one sign leads from there that may stand at this place
 */
typedef struct
{
  guint32 state;
  guint32 target;
} EntWalkNearWay;

/**
 * EntWalkWay:
 * @key: a state in the upper half, a sign in the lower
 * @target: where they lead
 */
typedef struct
{
  guint64 key;
  guint32 target;
} EntWalkWay;

/**
 * EntRuleWalk:
 *
 * All programs of a set of rules run at once, token by token, each step remembered: a state is all that the programs
 * may be at after some tokens, and where a sign leads from there is worked out the first time only.
 *
 *     begin ──held──► [12] ──a──► [15] ──long──► [15] ──meeting──► [31] may end: programs 7, 40
 *       │
 *       └──yellow──► dead
 *
 * It errs towards letting a program match: what must not follow in several tokens, and values of what stages found, are
 * left to EntProgram, which is run where the walk says that a match may end. When what is remembered grows too
 * large it is forgotten. Scratch of one search: not for several threads.
 */
typedef struct
{
  const EntRuleAutomaton *automaton;
  EntWalkStates states; /* dead, then what begins at a token, then others as they are met */
  /*< private >*/
  EntWalkSteps steps;
  EntPile begins[ENT_WALK_N_BEGINS]; /* by first state, then by sign: where it leads from the begin */
  GArray *first;     /* the steps of the states in which a match begins, by what they take */
  EntWalkNearWay *near; /* those gone last, each at its only place: nearly all steps are found there */
  /* All ways that are told by sign. */
  EntWalkWay *ways;
  guint32 mask;
  guint32 n_ways;
  /* Scratch: the items of the state being made, and the steps to go on from at the same token. */
  EntPile next;
  EntWalkMarks marks;
  EntPile here;
} EntRuleWalk;

EntRuleWalk *ent_rule_walk_new (const EntRuleAutomaton *automaton);
void ent_rule_walk_free (EntRuleWalk *walk);
gboolean ent_rule_walk_is_large (const EntRuleWalk *walk);
void ent_rule_walk_forget (EntRuleWalk *walk);
guint32 ent_rule_walk_begin_anew (EntRuleWalk *walk,
                                  const EntRuleSigns *signs,
                                  guint32 sign,
                                  guint begin);
guint32 ent_rule_walk_find_way (EntRuleWalk *walk,
                                const EntRuleSigns *signs,
                                guint32 state,
                                guint32 sign);

/**
 * ent_rule_walk_get_state:
 * @walk: a walk
 * @state: a state
 *
 * Returns: (transfer none): what it is; valid until the next step
 */
static inline const EntWalkState *
ent_rule_walk_get_state (const EntRuleWalk *walk,
                         guint32            state)
{
  return &walk->states.states[state & ENT_WALK_STATE_MASK];
}

/**
 * ent_rule_walk_get_ends:
 * @walk: a walk
 * @state: a state
 *
 * Returns: (transfer none): the programs that may be over there, in their order; valid until the next step
 */
static inline const guint32 *
ent_rule_walk_get_ends (const EntRuleWalk  *walk,
                        const EntWalkState *state)
{
  return walk->states.ends.data + state->ends;
}

/**
 * ent_rule_walk_begin:
 * @walk: a walk
 * @signs: the signs of the same search
 * @sign: the sign of the first token of a match
 * @begin: how it begins, bits of #EntWalkBegin
 *
 * Returns: where that leads, as ent_rule_walk_step() tells it: mostly it is dead
 */
static inline guint32
ent_rule_walk_begin (EntRuleWalk        *walk,
                     const EntRuleSigns *signs,
                     guint32             sign,
                     guint               begin)
{
  const EntPile *begins = &walk->begins[begin];

  if (G_LIKELY (sign < begins->n && begins->data[sign] != ENT_WALK_UNKNOWN))
    return begins->data[sign];
  return ent_rule_walk_begin_anew (walk, signs, sign, begin);
}

/**
 * ent_rule_walk_get_place:
 * @walk: a walk
 * @state: a state
 * @sign: a sign
 *
 * Signs met early are met often: those of a state stand side by side. State and place tell the sign, if it is none of
 * those with high numbers, which have no place.
 *
 * Returns: (transfer none): where the way may be near at hand; valid as long as the walk
 */
static inline EntWalkNearWay *
ent_rule_walk_get_place (const EntRuleWalk *walk,
                         guint32            state,
                         guint32            sign)
{
  guint32 place = (state * 0x9E3779B1u >> (32 - ENT_WALK_NEAR_BITS)) + sign;

  return &walk->near[place & ((1u << ENT_WALK_NEAR_BITS) - 1)];
}

/**
 * ent_rule_walk_step:
 * @walk: a walk
 * @signs: the signs of the same search
 * @state: where it is
 * @sign: the sign of the next token
 *
 * Returns: where that leads; with %ENT_WALK_ENDS if a match may be over there
 */
static inline guint32
ent_rule_walk_step (EntRuleWalk        *walk,
                    const EntRuleSigns *signs,
                    guint32             state,
                    guint32             sign)
{
  EntWalkNearWay *way = ent_rule_walk_get_place (walk, state, sign);

  if (G_LIKELY (way->state == state && sign >> ENT_WALK_NEAR_BITS == 0))
    return way->target;
  if (sign >> ENT_WALK_NEAR_BITS != 0)
    return ent_rule_walk_find_way (walk, signs, state, sign);
  *way = (EntWalkNearWay) { state, ent_rule_walk_find_way (walk, signs, state, sign) };
  return way->target;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRuleWalk, ent_rule_walk_free)

G_END_DECLS
