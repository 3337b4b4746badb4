/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/vocabulary.h"
#include "parse/parser.h"
#include "read/json-record.h"

G_BEGIN_DECLS

/*
 * What a statement says, as JSON and back without loss: an array with an object an event, as the statement alone tells
 * it. Keys are those of the printed events where these have them; what is empty is left out.
 *
 *     {"date":"2024-04-02","kind":"call","role":"reports","participants":["CN","US"],"raises":["taiwan"],
 *      "evidence":[[0,120],[300,340]],"topics":[["taiwan",310,316,"CN","stated"]],"at":0, …}
 *
 * Places in the text are pairs of its first byte and the byte after the last, or of characters where it is printed.
 */

void     ent_parsed_json_append   (GString             *out,
                                   const EntVocabulary *vocabulary,
                                   const EntParsed     *parsed,
                                   gboolean             in_characters);
gboolean ent_parsed_json_read     (EntJsonCursor       *cursor,
                                   const EntVocabulary *vocabulary,
                                   const EntStatement  *in_characters_of,
                                   GArray              *mentions,
                                   GError             **error);
void     ent_spans_json_append    (GString             *out,
                                   const EntSpan       *spans,
                                   gsize                n,
                                   const EntStatement  *in_characters_of);
void     ent_pages_json_append    (GString             *out,
                                   const EntPageStart  *pages,
                                   gsize                n,
                                   const EntStatement  *in_characters_of);
gboolean ent_pages_json_read      (EntJsonCursor       *cursor,
                                   const EntStatement  *in_characters_of,
                                   GArray              *pages,
                                   GError             **error);
gboolean ent_spans_json_read      (EntJsonCursor       *cursor,
                                   const EntStatement  *in_characters_of,
                                   GArray              *spans,
                                   GError             **error);

G_END_DECLS
