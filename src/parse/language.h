/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/vocabulary.h"
#include "parse/rule-set.h"

G_BEGIN_DECLS

/**
 * EntLanguage:
 * @id: the folder's name, "en"
 * @name: in English
 * @script: ISO 15924 code of the script it is written in, "Latn" or "Hani"
 * @name_letters: (nullable): the ideographs that foreign names are written with
 * @families: (nullable): ids of the states whose people are called by one ideograph of the family before an office
 * @lexicon: the words of all its rules and terms
 * @dates: rules of dates.rules
 * @events: (nullable): rules of events.rules, whose classes hold the vocabulary's terms as well
 *
 * A language, read from data/languages/LL/. Immutable once loaded.
 */
typedef struct
{
  char *id;
  char *name;
  char *script;
  char *name_letters;
  GStrv families;
  EntLexicon *lexicon;
  EntRuleSet *dates;
  EntRuleSet *events;
} EntLanguage;

EntLanguage *ent_language_load (const char *id,
                                const char * const *folders,
                                const EntVocabulary *vocabulary,
                                GError **error);
void ent_language_free (EntLanguage *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntLanguage, ent_language_free)

G_END_DECLS
