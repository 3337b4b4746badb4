/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "read/statement.h"

G_BEGIN_DECLS

/**
 * EntSearchTerm:
 * @text: words that must stand beside each other
 * @prefix: whether the last one may go on
 * @excluded: whether they may not occur
 * @part: whether the first one may begin before, and the last one go on
 */
typedef struct
{
  char *text;
  gboolean prefix;
  gboolean excluded;
  gboolean part;
} EntSearchTerm;

/**
 * EntSearchField:
 * @key: "topic", "kind", "actor", "status", "issuer", "between", "from", "to", "tag" or "note"
 * @value: as it was typed
 */
typedef struct
{
  char *key;
  char *value;
} EntSearchField;

/**
 * EntSearchQuery:
 * @terms: (element-type EntSearchTerm): what is searched for
 * @fields: (element-type EntSearchField): what events are asked for besides
 *
 * A search as one types it: `topic:taiwan from:2022 "red line" strait* -trade`.
 */
typedef struct
{
  GArray *terms;
  GArray *fields;
} EntSearchQuery;

EntSearchQuery *ent_search_query_new (const char *text);
EntSearchQuery *ent_search_query_new_typed (const char *text);
void ent_search_query_free (EntSearchQuery *query);
gboolean ent_search_query_has_parts (const EntSearchQuery *query);
gboolean ent_search_query_has_words (const EntSearchQuery *query);
char *ent_search_query_dup_match (const EntSearchQuery *query);
gboolean ent_search_query_matches (const EntSearchQuery *query,
                                   const char *text,
                                   gsize length);
GArray *ent_search_query_find_spans (const EntSearchQuery *query,
                                     const char *text,
                                     gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntSearchQuery, ent_search_query_free)

G_END_DECLS
