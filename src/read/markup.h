/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "read/read-limits.h"

G_BEGIN_DECLS

/**
 * EntMarkupNode:
 * @name: (nullable): an element's name without its prefix, in lower case in HTML; %NULL for text
 * @text: (nullable): what a text holds
 * @attributes: (nullable): names and values by turns, %NULL-terminated
 * @parent: the element it is in; that of the first node is itself
 * @end: the node after the last one inside it
 *
 * An element or a text. Nodes stand in the document's order, so that an element holds the nodes up to its @end.
 */
typedef struct
{
  const char *name;
  const char *text;
  const char * const *attributes;
  guint32 parent;
  guint32 end;
} EntMarkupNode;

/**
 * EntMarkup:
 *
 * A document of elements and texts, from HTML or XML. Comments, scripts and what is outside of the document are left
 * out, and nothing outside of it is ever fetched.
 */
typedef struct _EntMarkup EntMarkup;

EntMarkup           *ent_markup_parse_html    (const char           *utf8,
                                               gsize                 length,
                                               const EntReadClock   *clock,
                                               GError              **error);
EntMarkup           *ent_markup_parse_xml     (const char           *bytes,
                                               gsize                 length,
                                               const EntReadClock   *clock,
                                               GError              **error);
void                 ent_markup_free          (EntMarkup            *markup);

const EntMarkupNode *ent_markup_get_nodes     (const EntMarkup      *markup,
                                               guint32              *n);
const char          *ent_markup_get_saved_url (const EntMarkup      *markup);
const char          *ent_markup_get_saved_note(const EntMarkup      *markup);
const char          *ent_markup_get_attribute (const EntMarkupNode  *node,
                                               const char           *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntMarkup, ent_markup_free)

G_END_DECLS
