/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/event-store.h"

G_BEGIN_DECLS

/* Whose words a passage of a side's statement tells. */
typedef enum
{
  ENT_VOICE_OWN,    /* the side speaks for itself, or states plainly */
  ENT_VOICE_QUOTED, /* it tells what another said */
  ENT_N_VOICES
} EntVoice;

/**
 * EntMirrorPassage:
 * @statement: number of the statement
 * @span: a whole sentence of it
 * @speaker: whose words they are as the statement tells it, or %ENT_ACTOR_NONE
 */
typedef struct
{
  guint32 statement;
  EntSpan span;
  guint16 speaker;
} EntMirrorPassage;

/**
 * EntMirrorSide:
 * @actor: whose statements they are
 * @statements: (element-type guint32): those that report the event; none for a silent side
 * @n_characters: of their texts, without furniture
 * @topics: mask of what they raise
 */
typedef struct
{
  guint16 actor;
  GArray *statements;
  gsize n_characters;
  guint64 topics;
} EntMirrorSide;

/**
 * EntMirror:
 *
 * An event's accounts side by side: for each topic the sentences in which a side speaks of it itself, and those in
 * which it tells what another said of it. Owned by the caller; refers to the store.
 *
 *                 China: itself   China: quoting U.S.   U.S.: itself   U.S.: quoting China
 *     Taiwan      ¶4              ¶9                    ¶2             –
 */
typedef struct _EntMirror EntMirror;

EntMirror              *ent_mirror_new          (EntEventStore       *store,
                                                 guint32              row,
                                                 const guint16       *actors,
                                                 gsize                n_actors);
void                    ent_mirror_free         (EntMirror           *mirror);
EntEventStore          *ent_mirror_get_store    (const EntMirror     *mirror);
guint32                 ent_mirror_get_row      (const EntMirror     *mirror);
guint                   ent_mirror_get_n_sides  (const EntMirror     *mirror);
const EntMirrorSide    *ent_mirror_get_side     (const EntMirror     *mirror,
                                                 guint                side);
guint64                 ent_mirror_get_topics   (const EntMirror     *mirror);
const EntMirrorPassage *ent_mirror_get_passages (const EntMirror     *mirror,
                                                 guint                side,
                                                 guint                topic,
                                                 EntVoice             voice,
                                                 gsize               *n);
char                   *ent_mirror_dup_words    (const EntMirror     *mirror,
                                                 guint                side,
                                                 guint                topic,
                                                 EntVoice             voice);
char                   *ent_mirror_dup_language (const EntMirror     *mirror,
                                                 guint                side);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntMirror, ent_mirror_free)

G_END_DECLS
