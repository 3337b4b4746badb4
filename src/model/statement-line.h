/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/parser.h"

G_BEGIN_DECLS

/**
 * EntStatementLine:
 * @read: the statement as it was read
 * @parsed: what it says
 * @parser: the version of what found that
 *
 * A line that `statements --text --with-events` prints, so that others need not parse it again. Owned.
 */
typedef struct
{
  EntStatement *read;
  EntParsed *parsed;
  char *parser;
} EntStatementLine;

gboolean ent_statement_line_is     (const char          *line,
                                    gsize                length);
gboolean ent_statement_line_parse  (const char          *line,
                                    gsize                length,
                                    const char          *file,
                                    const EntVocabulary *vocabulary,
                                    EntStatementLine    *out,
                                    GError             **error);
void     ent_statement_line_clear  (EntStatementLine    *line);
void     ent_statement_line_append (GString             *out,
                                    const EntVocabulary *vocabulary,
                                    const EntStatement  *read,
                                    const EntParsed     *parsed,
                                    const char          *parser);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntStatementLine, ent_statement_line_clear)

G_END_DECLS
