/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/vocabulary.h"

G_BEGIN_DECLS

/* What vocabulary-load.c fills and vocabulary.c hands out. All text lies in the chunk. */
struct _EntVocabulary
{
  GStringChunk *chunk;
  EntKindInfo kinds[ENT_N_KINDS];
  GArray *topics;           /* (element-type EntTopicInfo) */
  GArray *actors;           /* (element-type EntActorInfo) */
  GArray *holders;          /* (element-type EntOfficeHolder) */
  GArray *holders_by_name;  /* (element-type guint32): their numbers, by name */
  GArray *terms;            /* (element-type EntTerm) */
  GHashTable *topic_by_id;  /* (element-type utf8 guint) */
  GHashTable *actor_by_id;  /* (element-type utf8 guint) */
};

EntVocabulary *ent_vocabulary_new (void);

G_END_DECLS
