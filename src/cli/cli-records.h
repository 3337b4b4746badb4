/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/parser.h"
#include "parse/timex.h"
#include "read/statement.h"

G_BEGIN_DECLS

/* The records of statements and dates, each one JSON object ended by a line break. */

void ent_json_append_statement (GString *out,
                                const EntStatement *statement,
                                gboolean with_text);
void ent_json_append_statement_line (GString *out,
                                     const EntVocabulary *vocabulary,
                                     const EntStatement *read,
                                     const EntParsed *parsed,
                                     const char *parser);
void ent_json_append_timex (GString *out,
                            const EntStatement *statement,
                            const EntTimex *timex);

G_END_DECLS
