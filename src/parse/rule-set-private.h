/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/rule-program.h"
#include "parse/rule-set.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  GPtrArray *values;  /* of text; a value's number is its place */
  GHashTable *lookup; /* text → number + 1 */
} EntRuleClass;

typedef struct
{
  char *text;
  guint line;
} EntRuleLine;

typedef struct
{
  char *name;
  const char *file; /* interned */
  guint line;
  GArray *matches;     /* of EntRuleLine */
  GArray *gives;       /* of EntGive, whose strings are owned here */
  GPtrArray *captures; /* names */
  EntProgram program;
} EntRule;

/* Words of a class: a run of symbols in the pool. */
typedef struct
{
  guint32 offset;
  guint32 length;
  guint32 class_id;
  guint32 value;
} EntRuleTerm;

/**
 * A list of rules or terms by the symbol or class that they begin with: those of key k are
 * items[starts[k]] up to items[starts[k + 1]].
 */
typedef struct
{
  guint32 *starts;
  guint32 *items;
  guint32 n_keys;
} EntRuleIndex;

/**
 * What rules can take at a place: lists by symbol and by class, and bitmaps of rules. A rule that
 * could take any word stands in any; one that may be over before the place, in over.
 */
typedef struct
{
  EntRuleIndex by_symbol;
  EntRuleIndex by_class;
  guint64 *number;
  guint64 *any;
  guint64 *over;
} EntRuleReach;

struct _EntRuleSet
{
  EntLexicon *lexicon;
  GPtrArray *classes; /* of EntRuleClass; the first stands for no class */
  GHashTable *class_ids;
  GHashTable *patterns; /* name → text */
  GPtrArray *rules;     /* of EntRule */
  GHashTable *rule_ids; /* name → number + 1 */
  GArray *terms;        /* of EntRuleTerm; sorted by symbols once compiled */
  GArray *symbols;
  guint32 *term_starts; /* by first symbol */
  guint32 n_symbols;
  EntRuleReach first;  /* at the token where a rule begins */
  EntRuleReach second; /* at the next, when it has taken one */
  gsize n_words;
};

/* So many rules at most, so that a bitmap of them fits on the stack. */
#define ENT_MAX_RULES 4096

EntRuleClass *ent_rule_set_peek_class (const EntRuleSet *rules,
                                       guint32           class_id);
void          ent_rule_free           (gpointer          rule);

G_END_DECLS
