/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/rule-set.h"

G_BEGIN_DECLS

/* The place of a role that is a term's rarest word, which stands for the whole term where one is needed. */
#define ENT_RULE_ROLE_NEEDLE 3

/**
 * EntRuleRole:
 * @class_id: a class
 * @place: at which place of a term of the class, or %ENT_RULE_ROLE_NEEDLE
 *
 * What a word is to a class.
 */
typedef struct
{
  guint32 class_id;
  guint32 place;
} EntRuleRole;

/**
 * EntRuleLetters:
 * @of_symbols: by symbol: its letter
 * @n_symbols: how many symbols have one; later ones are of letter 0
 *
 * The symbols of a lexicon sorted into letters: those of one letter have the same roles, so that the
 * rules cannot tell them apart. A word that a pattern names has a letter of its own. Immutable.
 */
typedef struct
{
  guint32 *of_symbols;
  guint32 n_symbols;
  /*< private >*/
  GArray *roles;  /* of EntRuleRole, letter by letter */
  GArray *starts; /* of guint32, by letter: where its roles begin; one more at the end */
  guint8 *lengths; /* by class: a bit for each length of its terms, up to 7 */
} EntRuleLetters;

EntRuleLetters *ent_rule_letters_new (const EntRuleSet *rules);
void ent_rule_letters_free (EntRuleLetters *letters);
guint32 ent_rule_letters_get_n (const EntRuleLetters *letters);
const EntRuleRole *ent_rule_letters_get_roles (const EntRuleLetters *letters,
                                               guint32 letter,
                                               guint *n);
guint ent_rule_letters_get_lengths (const EntRuleLetters *letters,
                                    guint32 class_id);

/**
 * ent_rule_letters_get:
 * @letters: letters
 * @symbol: a symbol
 *
 * Returns: its letter; 0 for one that no rule knows
 */
static inline guint32
ent_rule_letters_get (const EntRuleLetters *letters,
                      guint32               symbol)
{
  return symbol < letters->n_symbols ? letters->of_symbols[symbol] : 0;
}

G_END_DECLS
