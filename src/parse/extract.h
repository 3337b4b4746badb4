/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/language.h"
#include "parse/mention.h"
#include "parse/timex.h"

G_BEGIN_DECLS

/**
 * EntExtractor:
 *
 * Who did what, when, about which topics: the actor and event stages of one language. Reads the
 * `give` lines of its events.rules once. Immutable.
 */
typedef struct _EntExtractor EntExtractor;

EntExtractor *ent_extractor_new (const EntLanguage *language,
                                 const EntVocabulary *vocabulary,
                                 GError **error);
void ent_extractor_free (EntExtractor *extractor);

/* What the text tells of itself: issuer, issuing body, kind, title; fills the fields that are not set. */
void ent_extractor_inspect (const EntExtractor *extractor,
                            EntChart *chart,
                            const EntTokens *tokens,
                            EntStatementInfo *info);

/* Appends EntMention to @mentions in the text's order. @chart is scratch, @today what the text calls so. */
void ent_extractor_extract (const EntExtractor *extractor,
                            EntChart *chart,
                            const EntTokens *tokens,
                            const EntStatement *statement,
                            EntEdtf today,
                            const GArray *timexes,
                            GArray *mentions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntExtractor, ent_extractor_free)

G_END_DECLS
