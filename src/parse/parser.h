/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "base/vocabulary.h"
#include "parse/mention.h"
#include "parse/timex.h"
#include "read/statement.h"

G_BEGIN_DECLS

/**
 * EntParsed:
 * @statement: the statement, with what the text told of its date and language, and of its issuer and
 *   kind but for %ENT_PARSE_DATES
 * @timexes: (element-type EntTimex): time expressions in the text's order
 * @mentions: (element-type EntMention): events in the text's order; empty when only dates were asked for
 * @n_timexes: how many time expressions it has, known also where @timexes were not kept
 *
 * What a statement says.
 */
typedef struct
{
  EntStatement *statement;
  GArray *timexes;
  GArray *mentions;
  guint n_timexes;
} EntParsed;

void ent_parsed_free (EntParsed *parsed);

typedef enum
{
  ENT_PARSE_NOTHING,   /* what is parsed already, as an archive's statements are */
  ENT_PARSE_STATEMENT, /* its date, language, issuer and kind */
  ENT_PARSE_DATES,     /* its date, language and time expressions; nothing that only events need */
  ENT_PARSE_EVENTS     /* all of these and its events */
} EntParseDepth;

/**
 * EntParser:
 *
 * The cascade: tokens, terms, dates, actors, events. Made once from the vocabulary and the language
 * folders, then immutable and used from any thread at once. Atomically counted.
 */
typedef struct _EntParser EntParser;

#define ENT_TYPE_PARSER (ent_parser_get_type ())
GType ent_parser_get_type (void);

EntParser *ent_parser_new (EntVocabulary *vocabulary,
                           const char * const *language_folders,
                           GError **error);
EntParser *ent_parser_new_without_rules (EntVocabulary *vocabulary,
                                         const char * const *language_folders);
EntParser *ent_parser_ref (EntParser *parser);
void ent_parser_unref (EntParser *parser);
EntVocabulary *ent_parser_get_vocabulary (const EntParser *parser);
const char * const *ent_parser_get_folders (const EntParser *parser);
EntParsed *ent_parser_parse (const EntParser *parser,
                             EntStatement *statement,
                             EntParseDepth depth);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntParsed, ent_parsed_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntParser, ent_parser_unref)

G_END_DECLS
