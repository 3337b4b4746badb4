/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/event-store.h"

G_BEGIN_DECLS

/**
 * EntAnchor:
 * @id: the event's id when it was spoken of
 * @statement: (nullable): a statement that tells it; %NULL for an event that none tells
 * @sha256: (nullable): that of the statement's text
 * @kind: (nullable): the event's kind as it was parsed
 * @start: the first byte of the words that tell it
 * @end: the byte after the last
 * @text: (nullable): these words
 *
 * What an event is known by: the words that tell it, so that what is said of it finds it again when better rules read
 * the same words in another way. Strings are owned.
 */
typedef struct
{
  char *id;
  char *statement;
  char *sha256;
  char *kind;
  char *text;
  guint32 start;
  guint32 end;
} EntAnchor;

/**
 * EntAnchorIndex:
 *
 * Finds accounts by their words, among those of the statements that were named beforehand.
 */
typedef struct _EntAnchorIndex EntAnchorIndex;

void            ent_anchor_clear           (EntAnchor           *anchor);
char           *ent_anchor_dup_json        (const EntEventStore *store,
                                            guint32              row,
                                            guint                account);
gboolean        ent_anchor_parse           (const char          *json,
                                            EntAnchor           *anchor,
                                            GError             **error);

EntAnchorIndex *ent_anchor_index_new       (const EntEventStore *store);
void            ent_anchor_index_free      (EntAnchorIndex      *index);
void            ent_anchor_index_want      (EntAnchorIndex      *index,
                                            const EntAnchor     *anchor);
gboolean        ent_anchor_index_find      (EntAnchorIndex      *index,
                                            const EntAnchor     *anchor,
                                            guint32             *row,
                                            guint               *account);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntAnchor, ent_anchor_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntAnchorIndex, ent_anchor_index_free)

G_END_DECLS
