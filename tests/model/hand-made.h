/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/event-store.h"
#include "parse/parser.h"

/*
 * Parsed statements written by hand, a mention a line:
 *
 *     statement|issuer|role|kind|status|date|actors|people|place|topics
 *
 * Lists are joined by commas; "CN>US" are actors of whom the first acts, so told. A line that begins with "<" gives the field version_of of the statement of its first
 * field. Evidence is the line's own number times ten; a line that begins with "&" has that of the line before.
 */

EntVocabulary *hand_made_vocabulary (void);
GPtrArray     *hand_made_parse      (EntVocabulary       *vocabulary,
                                     const char          *lines);
char          *hand_made_dump       (const EntEventStore *store);
EntStatement  *hand_made_statement  (const char          *id,
                                     const char          *issuer,
                                     const char          *version_of);
