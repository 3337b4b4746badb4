/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/vocabulary.h"
#include "model/archive-snapshots.h"

G_BEGIN_DECLS

const char *ent_words_get_field        (const char          *id);
char       *ent_words_for_field_value  (EntVocabulary       *vocabulary,
                                        const char          *field,
                                        const char          *value);
char *ent_words_for_statement_value (EntVocabulary *vocabulary,
                                     const char *field,
                                     const char *value);
char       *ent_words_for_difference   (EntVocabulary       *vocabulary,
                                        const EntDifference *difference);
char *ent_words_for_differences (EntVocabulary *vocabulary,
                                 const GArray *differences,
                                 guint *next);

G_END_DECLS
