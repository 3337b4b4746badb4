/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/translator.h"
#include "filter/filter.h"

G_BEGIN_DECLS

/* What was asked for, in words under a picture or over a table. */
char *ent_filter_words_new       (const EntFilter     *filter,
                                  const EntVocabulary *vocabulary,
                                  const EntTranslator *translator);
char *ent_filter_words_new_title (const EntFilter     *filter,
                                  const EntVocabulary *vocabulary,
                                  const EntTranslator *translator);

G_END_DECLS
