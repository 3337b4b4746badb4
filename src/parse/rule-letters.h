/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/rule-set.h"
#include "parse/term-trie.h"

G_BEGIN_DECLS

/* A role for any value of its class: no pattern tells them apart. */
#define ENT_RULE_ANY_VALUE G_MAXUINT32

/* Of a letter in EntRuleLetters.of_symbols: longer terms begin with the word, so the words behind it count. */
#define ENT_RULE_LETTER_OPENS (1u << 31)
#define ENT_RULE_LETTER_MASK (ENT_RULE_LETTER_OPENS - 1)

/* Patterns name far more words than classes. */
#define ENT_TELLS_CLASSES 2
#define ENT_TELLS_WORDS 8

/**
 * EntRuleTells:
 * @classes: bits for classes
 * @words: bits for words
 *
 * What tells a token from others that look the same: the classes of its terms, and its word, if patterns name them. Of
 * what a pattern asks for the same. If two have no bit in common, one knows nothing of the other.
 */
typedef struct
{
  guint64 classes[ENT_TELLS_CLASSES];
  guint64 words[ENT_TELLS_WORDS];
} EntRuleTells;

/**
 * EntRuleRole:
 * @class_id: a class
 * @value: its value, or %ENT_RULE_ANY_VALUE
 * @length: how many tokens it takes
 *
 * A term or another edge of the chart, as patterns see it.
 */
typedef struct
{
  guint32 class_id;
  guint32 value;
  guint32 length;
} EntRuleRole;

/**
 * EntRuleLetter:
 * @symbol: the word, if a pattern names it; else 0
 * @bare: the letter of the same word where it begins no term
 * @roles: where its roles begin
 * @n_roles: how many terms begin with it
 * @tells: what tells it from a word that no pattern knows
 *
 * What a word, with those behind it, is to the patterns.
 */
typedef struct
{
  guint32 symbol;
  guint32 bare;
  guint32 roles;
  guint32 n_roles;
  EntRuleTells tells;
} EntRuleLetter;

/**
 * EntRuleLetters:
 * @of_symbols: by symbol: its letter, and in the highest bit what else is known of it
 * @of_nodes: by node of the trie: the letter of a word behind which the words up to the node stand, and no longer term
 * @n_symbols: how many symbols have one; later ones are of letter 0
 * @classes: by class: not 0 if patterns name it
 *
 * The words of a lexicon sorted into letters, which are all that patterns can tell of them:
 *
 *     symbol    …  april  may  ago  yellow  the   …
 *     letter    …    7     7    12    0      3 + opens ──► trie: "the two presidents" … letter 19
 *
 * "april" and "may" begin the same terms, as far as patterns can tell: one of MONTH that takes one token. A word that a
 * pattern names has letters of its own. Letter 0 is what no pattern knows. Immutable.
 */
typedef struct
{
  guint32 *of_symbols;
  guint32 *of_nodes;
  guint32 n_symbols;
  guint8 *classes;
  /*< private >*/
  GArray *letters; /* of EntRuleLetter */
  GArray *roles;   /* of EntRuleRole */
} EntRuleLetters;

EntRuleLetters *ent_rule_letters_new (const EntRuleSet *rules);
void ent_rule_letters_free (EntRuleLetters *letters);
guint32 ent_rule_letters_get_n (const EntRuleLetters *letters);

/**
 * ent_rule_letters_get:
 * @letters: letters
 * @letter: one of them
 *
 * Returns: (transfer none): what it stands for
 */
static inline const EntRuleLetter *
ent_rule_letters_get (const EntRuleLetters *letters,
                      guint32               letter)
{
  return &g_array_index (letters->letters, EntRuleLetter, letter);
}

/**
 * ent_rule_letters_get_roles:
 * @letters: letters
 * @letter: one of them
 *
 * Returns: (transfer none): its roles
 */
static inline const EntRuleRole *
ent_rule_letters_get_roles (const EntRuleLetters *letters,
                            const EntRuleLetter  *letter)
{
  return (const EntRuleRole *) (gconstpointer) letters->roles->data + letter->roles;
}

/**
 * ent_rule_tells_add_class:
 * @tells: what tells tokens apart
 * @class_id: a class
 */
static inline void
ent_rule_tells_add_class (EntRuleTells *tells,
                          guint32       class_id)
{
  tells->classes[class_id / 64 % ENT_TELLS_CLASSES] |= G_GUINT64_CONSTANT (1) << (class_id % 64);
}

/**
 * ent_rule_tells_have_class:
 * @tells: what tells tokens apart
 * @class_id: a class
 *
 * Returns: whether they have it; it may only seem so
 */
static inline gboolean
ent_rule_tells_have_class (const EntRuleTells *tells,
                           guint32             class_id)
{
  return tells->classes[class_id / 64 % ENT_TELLS_CLASSES] >> (class_id % 64) & 1;
}

/**
 * ent_rule_tells_add_symbol:
 * @tells: what tells tokens apart
 * @symbol: a word
 */
static inline void
ent_rule_tells_add_symbol (EntRuleTells *tells,
                           guint32       symbol)
{
  tells->words[symbol / 64 % ENT_TELLS_WORDS] |= G_GUINT64_CONSTANT (1) << (symbol % 64);
}

/**
 * ent_rule_tells_add:
 * @tells: what tells tokens apart
 * @other: what tells them apart, too
 */
static inline void
ent_rule_tells_add (EntRuleTells       *tells,
                    const EntRuleTells *other)
{
  for (guint i = 0; i < ENT_TELLS_CLASSES; i++)
    tells->classes[i] |= other->classes[i];
  for (guint i = 0; i < ENT_TELLS_WORDS; i++)
    tells->words[i] |= other->words[i];
}

/**
 * ent_rule_tells_meet:
 * @a: what tells tokens apart
 * @b: the same
 *
 * Returns: whether they have something in common; it may only seem so
 */
static inline gboolean
ent_rule_tells_meet (const EntRuleTells *a,
                     const EntRuleTells *b)
{
  guint64 both = 0;

  for (guint i = 0; i < ENT_TELLS_CLASSES; i++)
    both |= a->classes[i] & b->classes[i];
  for (guint i = 0; i < ENT_TELLS_WORDS; i++)
    both |= a->words[i] & b->words[i];
  return both != 0;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRuleLetters, ent_rule_letters_free)

G_END_DECLS
