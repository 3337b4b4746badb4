/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/rule-set.h"
#include "parse/word-sets.h"

G_BEGIN_DECLS

/* What one step of a compiled pattern does. */
typedef enum
{
  ENT_STEP_SYMBOL,      /* a: the word */
  ENT_STEP_WORDS,       /* a: a set of words */
  ENT_STEP_CLASS,       /* a: the class */
  ENT_STEP_CLASS_VALUE, /* a: the class, b: the value */
  ENT_STEP_RANGE,       /* a: from, b: to, n: digits or 0 */
  ENT_STEP_WORD,
  ENT_STEP_CAPITAL,
  ENT_STEP_UPPERCASE,
  ENT_STEP_NUMBER,
  ENT_STEP_IDEOGRAPH,
  ENT_STEP_PUNCT,
  ENT_STEP_ANY,
  /* Those from here take no token. */
  ENT_STEP_START,
  ENT_STEP_END,
  ENT_STEP_GLUED,
  ENT_STEP_SPLIT, /* a: tried first, b: tried second */
  ENT_STEP_JUMP,  /* a: where to */
  ENT_STEP_OPEN,  /* a: the capture */
  ENT_STEP_CLOSE, /* a: the capture */
  ENT_STEP_PEEK,  /* a: what the next token must be, or nothing that follows takes it */
  ENT_STEP_NOT,   /* the steps that follow must not match; a: where to go on */
  ENT_STEP_MATCH
} EntStepKind;

typedef struct
{
  guint16 kind;
  guint16 n;
  guint32 a;
  guint32 b;
} EntProgramStep;

/* A match takes so many tokens at most, so that the work at each token is bounded. */
#define ENT_MATCH_MAX_TOKENS 64
#define ENT_PROGRAM_MAX_STEPS 4000

typedef struct _EntRuleOutline EntRuleOutline;

/**
 * EntProgram:
 * @steps: (element-type EntProgramStep): ends with a match
 * @peeks: (element-type EntOutlineToken): what tokens may be where many ways part
 * @sets: the sets of words in the steps
 * @rule: the rule's number
 * @conditions: it is tried only where they hold
 * @outlines: (element-type EntRuleOutline) (nullable): what can be told of its matches
 *
 * One way to match: a `match` line of a rule, or one of the alternatives that it lists. It is run by a
 * backtracker that parts ways at each (step, token) once: linear in the pattern's size times the tokens it may
 * take, whatever the pattern (as in RE2's BitState).
 */
typedef struct
{
  GArray *steps;
  GArray *peeks;
  const EntWordSets *sets;
  guint32 rule;
  guint8 conditions;
  GPtrArray *outlines;
} EntProgram;

/**
 * ent_program_step_get_words:
 * @step: a step
 * @sets: the sets of words that it may take
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): the words that it takes by name
 */
static inline const guint32 *
ent_program_step_get_words (const EntProgramStep *step,
                            const EntWordSets    *sets,
                            guint32              *n)
{
  if (step->kind == ENT_STEP_WORDS)
    return ent_word_sets_get (sets, step->a, n);
  *n = step->kind == ENT_STEP_SYMBOL;
  return &step->a;
}

EntProgram *ent_program_new (const EntWordSets *sets);
void ent_program_free (EntProgram *program);
gboolean ent_program_match (const EntProgram *program,
                            const EntChart *chart,
                            guint32 first,
                            guint32 end,
                            EntRuleMatch *match);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntProgram, ent_program_free)

G_END_DECLS
