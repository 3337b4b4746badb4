/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/vocabulary.h"
#include "parse/chart.h"
#include "parse/language.h"
#include "parse/timex.h"
#include "read/statement.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_PHRASE_ACTOR, /* a state or organisation, its government, side or officials */
  ENT_PHRASE_PERSON, /* an office holder, or whoever holds the office */
  ENT_PHRASE_SIDES, /* "the two presidents", 双方: the parties of what is told */
  ENT_PHRASE_SELF, /* "I": who issues the statement */
  ENT_PHRASE_BACK /* "he": the one spoken of last */
} EntPhraseKind;

/**
 * EntActorPhrase:
 * @first: its first token
 * @end: the token after its last
 * @name: (nullable): a person's name as the vocabulary has it, or the ids of the actors that the words for several
 *   stand for, with blanks between; borrowed
 * @title: (nullable): the title that a person is told by; borrowed
 * @words: where the name of a person unknown to the vocabulary stands; empty when there is none
 * @actor: the state or organisation; %ENT_ACTOR_NONE for sides and self, and where nothing tells
 * @seat: where an envoy is, behind whose it is (美国驻华大使), or %ENT_ACTOR_NONE
 * @kind: an #EntPhraseKind
 * @level: an #EntLevel, of a person's office
 * @bare: whether an office alone tells here who it is: "the President"
 *
 * A noun phrase that names who: "U.S. Secretary of State Antony Blinken", 中方. A plain value.
 */
typedef struct
{
  guint32 first;
  guint32 end;
  const char *name;
  const EntTerm *title;
  EntSpan words;
  guint16 actor;
  guint16 seat;
  guint8 kind;
  guint8 level;
  gboolean bare;
} EntActorPhrase;

/**
 * EntActorStage:
 *
 * Finds who is named in a text: the words come from the vocabulary and from the classes of
 * events.rules that README.md lists. Immutable.
 */
typedef struct _EntActorStage EntActorStage;

EntActorStage *ent_actor_stage_new (const EntLanguage *language,
                                    const EntVocabulary *vocabulary);
void ent_actor_stage_free (EntActorStage *stage);
void ent_actor_stage_find (const EntActorStage *stage,
                           EntChart *chart,
                           const GArray *timexes,
                           EntDay day,
                           guint16 issuer,
                           guint16 host,
                           GArray *phrases);
EntDay ent_actor_stage_get_first_day (const EntActorStage *stage,
                                      guint16 actor,
                                      const char *name);
gboolean ent_actor_stage_fits (const EntActorStage *stage,
                               const EntChart *chart,
                               const EntEdge *edge);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntActorStage, ent_actor_stage_free)

gboolean ent_actor_stood_then (const EntTerm *term,
                               EntDay         day);

G_END_DECLS
