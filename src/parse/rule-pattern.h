/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/rule-program.h"

G_BEGIN_DECLS

/**
 * EntPatternNames:
 * @lexicon: the words
 * @rules: the classes
 * @patterns: (element-type utf8 utf8): named patterns and their text
 * @captures: (element-type utf8): names of the rule's captures so far; grows
 *
 * What the names in a pattern mean.
 */
typedef struct
{
  EntLexicon *lexicon;
  EntRuleSet *rules;
  GHashTable *patterns;
  GPtrArray *captures;
} EntPatternNames;

/* Appends the steps of alternative patterns, ended by a match. */
gboolean ent_pattern_compile (const char * const *texts,
                              gsize n,
                              const EntPatternNames *names,
                              EntProgram *program,
                              gsize *failed,
                              GError **error);

G_END_DECLS
