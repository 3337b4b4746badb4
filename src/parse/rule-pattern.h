/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/rule-program.h"

G_BEGIN_DECLS

/**
 * EntPatternNames:
 * @lexicon: the words
 * @rules: the classes
 * @patterns: (element-type utf8 utf8): named patterns and their text
 * @trees: those of them that were parsed already, as ent_pattern_trees_new() made it
 * @captures: (element-type utf8): names of the rule's captures so far; grows
 * @sets: where sets of words go; must outlive the programs
 * @scratch: where words are cut into tokens
 *
 * What the names in a pattern mean.
 */
typedef struct
{
  EntLexicon *lexicon;
  EntRuleSet *rules;
  GHashTable *patterns;
  GHashTable *trees;
  GPtrArray *captures;
  EntWordSets *sets;
  EntTokens *scratch;
} EntPatternNames;

GHashTable *ent_pattern_trees_new (void);
gboolean ent_pattern_compile (const char *text,
                              const EntPatternNames *names,
                              GPtrArray *programs,
                              GError **error);

G_END_DECLS
