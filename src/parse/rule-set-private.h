/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/rule-index.h"
#include "parse/rule-program.h"
#include "parse/rule-set.h"
#include "parse/term-trie.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  GPtrArray *values;  /* of text; a value's number is its place */
  GHashTable *lookup; /* text → number + 1 */
  guint32 number;       /* its place before the classes are numbered anew */
  gboolean is_of_stage; /* a stage finds what is of it, of any length */
  guint8 longest;       /* a term of it takes so many tokens at most; known while rules are compiled */
  guint frequency;      /* of 10,000 tokens that so many are terms of it may be expected; the same */
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
  guint8 conditions;   /* it is tried only where they hold: a bit for each */
} EntRule;

/* Words of a class: a run of symbols in the pool. */
typedef struct
{
  guint32 offset;
  guint32 length;
  guint32 class_id;
  guint32 value;
} EntRuleTerm;

struct _EntRuleSet
{
  EntLexicon *lexicon;
  GPtrArray *classes; /* of EntRuleClass; the first stands for no class */
  GHashTable *class_ids;
  GHashTable *patterns; /* name → text */
  GPtrArray *rules;     /* of EntRule */
  GHashTable *rule_ids; /* name → number + 1 */
  GPtrArray *programs;  /* of EntProgram, in the order of their rules, once compiled */
  GArray *terms;        /* of EntRuleTerm */
  GArray *symbols;
  EntWordSets *sets;    /* of words, in the programs */
  EntTokens scratch;    /* for cutting words while rules are loaded */
  EntTermTrie *trie;    /* of the terms, once compiled */
  EntRuleIndex *index;  /* of the programs, once compiled */
  GMutex lock;
  GPtrArray *idle; /* of EntRuleSearch: those at rest, under the lock */
};

/**
 * ent_rule_class_is_found:
 * @class: a class of a set whose terms are all known
 *
 * Returns: whether stages find what is of it, as they do all that is of a class without terms
 */
static inline gboolean
ent_rule_class_is_found (const EntRuleClass *class)
{
  return class->is_of_stage || class->longest == 0;
}

EntRuleClass *ent_rule_set_peek_class (const EntRuleSet *rules,
                                       guint32 class_id);
void ent_rule_free (gpointer rule);
void ent_rule_search_free (EntRuleSearch *search);

G_END_DECLS
