/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/archive-together.h"

G_BEGIN_DECLS

/**
 * EntTaking:
 * @archive: an archive that has begun a change
 * @other: where what comes in is from
 * @conflicts: (element-type EntConflict): what the two disagree on
 * @groups: the groups of changes that were begun, by who said what is in them
 * @n_taken: how many changes came in
 *
 * Taking over what was said in another archive. What comes in stays the word of whoever said it: it is in a group of
 * changes of that coder, one for each.
 */
typedef struct
{
  EntArchive *archive;
  EntArchive *other;
  GArray *conflicts;
  GHashTable *groups; /* coder, "" for nobody → TakenGroup */
  guint n_taken;
} EntTaking;

void ent_taking_init (EntTaking *taking,
                      EntArchive *archive,
                      EntArchive *other);
void ent_taking_clear (EntTaking *taking);
char *ent_taking_dup_coder (const EntTaking *taking,
                            gint64 their_group);
void ent_taking_add_conflict (EntTaking *taking,
                              const EntConflict *conflict);
gboolean ent_taking_take (EntTaking *taking,
                          gint64 their_group,
                          gint64 their_number,
                          GError **error);
gboolean ent_taking_take_back (EntTaking *taking,
                               gint64 their_group,
                               const char *statement,
                               const char *field,
                               GError **error);
gboolean ent_taking_end (EntTaking *taking,
                         GError **error);

/* archive-taking-statements.c */
gboolean ent_taking_take_statements (EntTaking *taking,
                                     GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntTaking, ent_taking_clear)

G_END_DECLS
