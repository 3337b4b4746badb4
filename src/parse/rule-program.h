/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/rule-set.h"

G_BEGIN_DECLS

/* What one step of a compiled pattern does. */
typedef enum
{
  ENT_STEP_SYMBOL,      /* a: the word */
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
/**
 * EntProgram:
 * @steps: (element-type EntProgramStep): ends with a match
 * @rule: the rule's number
 *
 * One way to match: a `match` line of a rule, or one of the alternatives that it lists. It is run by a
 * backtracker that visits each (step, token) once: linear in the pattern's size times the tokens it may
 * take, whatever the pattern (as in RE2's BitState).
 */
typedef struct
{
  GArray *steps;
  guint32 rule;
} EntProgram;

EntProgram *ent_program_new (void);
void ent_program_free (EntProgram *program);
gboolean ent_program_match (const EntProgram *program,
                            const EntChart *chart,
                            guint32 first,
                            guint32 end,
                            EntRuleMatch *match);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntProgram, ent_program_free)

G_END_DECLS
