/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/vocabulary.h"

G_BEGIN_DECLS

/* Which word of a name. */
typedef enum
{
  ENT_NAME_FIRST,
  ENT_NAME_LAST,
  ENT_N_NAME_ENDS
} EntNameEnd;

#define ENT_NAME_NONE G_MAXUINT32

/**
 * EntNameIndex:
 * @heads: by the hash of a word: the first name that it may begin or end, or %ENT_NAME_NONE
 * @mask: how many hashes there are, less one
 * @next: by name, once for each end: the next one with the same hash
 *
 * Names of several words, found by the first of these and by the last. Immutable once made.
 */
typedef struct
{
  guint32 *heads[ENT_N_NAME_ENDS];
  guint32 mask;
  guint32 *next[ENT_N_NAME_ENDS];
} EntNameIndex;

EntNameIndex *ent_name_index_new (const EntOfficeHolder *holders,
                                  guint n_holders);
void ent_name_index_free (EntNameIndex *index);
guint32 ent_name_index_find (const EntNameIndex *index,
                             EntNameEnd end,
                             const char *word,
                             gsize length);

/**
 * ent_name_index_get_next:
 * @index: an index
 * @end: which word is looked for
 * @holder: one who was found
 *
 * Returns: the next holder whose name may have the same word there, or %ENT_NAME_NONE
 */
static inline guint32
ent_name_index_get_next (const EntNameIndex *index,
                         EntNameEnd          end,
                         guint32             holder)
{
  return index->next[end][holder];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntNameIndex, ent_name_index_free)

G_END_DECLS
