/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "base/edtf.h"
#include "base/event-terms.h"

G_BEGIN_DECLS

/**
 * EntKindInfo:
 * @label: as people read it, in English ("Call")
 * @plural: for lists ("Calls")
 * @plover: PLOVER 2.0 code
 * @cameo: CAMEO code
 * @score: event-type score, a coding convention from -10 to 10
 *
 * One of the 16 kinds, from kinds.tsv.
 */
typedef struct
{
  const char *label;
  const char *plural;
  const char *plover;
  const char *cameo;
  double score;
} EntKindInfo;

/**
 * EntTopicInfo:
 * @id: as printed ("milmil")
 * @label: as people read it, in English
 * @colour: 0xRRGGBB
 * @plover: PLOVER 2.0 context
 * @cap: code of the Comparative Agendas Project
 *
 * A topic, from topics.tsv. Its index is its bit in topic masks.
 */
typedef struct
{
  const char *id;
  const char *label;
  guint32 colour;
  const char *plover;
  const char *cap;
} EntTopicInfo;

typedef enum
{
  ENT_ACTOR_STATE,
  ENT_ACTOR_ORGANISATION,
  ENT_ACTOR_PLACE /* a place with an ISO 3166 code that is not itself a state */
} EntActorClass;

/**
 * EntActorInfo:
 * @id: ISO 3166 alpha-2, or an organisation's usual abbreviation
 * @label: its common English name ("United States")
 * @short_label: for crowded places ("U.S."); @label if there is none
 * @actor_class: what it is
 *
 * A state or organisation, from actors.tsv. Its index is its actor number.
 */
typedef struct
{
  const char *id;
  const char *label;
  const char *short_label;
  EntActorClass actor_class;
} EntActorInfo;

/**
 * EntOfficeHolder:
 * @name: as English-language statements write it ("Joe Biden")
 * @actor: the state or organisation served
 * @office: in English, lower case ("president")
 * @level: the office's level
 * @from: first day in office, %ENT_DAY_OPEN_START if not known
 * @to: last day in office, %ENT_DAY_OPEN_END if still or not known
 *
 * One term of one person in one office, from people.tsv. Who is meant is decided by the event's date.
 */
typedef struct
{
  const char *name;
  guint16 actor;
  const char *office;
  EntLevel level;
  EntDay from;
  EntDay to;
} EntOfficeHolder;

/* What a term of the vocabulary names. */
typedef enum
{
  ENT_TERM_ACTOR_NAME,
  ENT_TERM_ACTOR_DEMONYM,
  ENT_TERM_ACTOR_METONYM, /* a capital or house that stands for its government where it acts */
  ENT_TERM_PERSON,        /* index: an office holder's */
  ENT_TERM_TITLE,         /* index: an EntLevel; value: the office */
  ENT_TERM_TOPIC_STRONG,
  ENT_TERM_TOPIC_WEAK,
  ENT_TERM_PLACE, /* index: the actor the place lies in; value: the place's name */
  ENT_TERM_TONE,  /* value: the lemma */
  ENT_TERM_BODY,  /* a ministry or office, for the issuer; index: its actor; value: its name */
  ENT_TERM_HOST,  /* no words but an address: whose statements stand there; index: its actor; value: the office */
  ENT_TERM_CARRIER, /* the address of who carries others' statements; value: its name */
  ENT_TERM_TOPIC_PASSING, /* told once, it raises no topic of what a statement reports */
  ENT_N_TERM_CLASSES
} EntTermClass;

/**
 * EntTerm:
 * @text: the words, as a statement writes them
 * @language: `en`, `zh`, or `*` for all
 * @value: (nullable): as the class says; of a topic the actor whose own name it is, in whose statements it raises none
 * @index: number of the actor, topic (%ENT_TOPIC_NONE for none), office holder or level
 * @term_class: what the words name
 *
 * Words that a statement may hold and what they name.
 */
typedef struct
{
  const char *text;
  const char *language;
  const char *value;
  guint32 index;
  EntTermClass term_class;
} EntTerm;

/**
 * EntVocabulary:
 *
 * Kinds, topics, actors and people with their words, read from tables in data/vocabulary/ and from
 * the user's own folder, whose rows are added and override. Immutable, atomically counted.
 */
typedef struct _EntVocabulary EntVocabulary;

#define ENT_TYPE_VOCABULARY (ent_vocabulary_get_type ())
GType ent_vocabulary_get_type (void);

EntVocabulary *ent_vocabulary_load (const char * const *folders,
                                    GError **error);
EntVocabulary *ent_vocabulary_ref (EntVocabulary *vocabulary);
void ent_vocabulary_unref (EntVocabulary *vocabulary);

const EntKindInfo *ent_vocabulary_get_kind (const EntVocabulary *vocabulary,
                                            EntKind kind);
guint ent_vocabulary_get_n_topics (const EntVocabulary *vocabulary);
const EntTopicInfo *ent_vocabulary_get_topic (const EntVocabulary *vocabulary,
                                              guint topic);
gboolean ent_vocabulary_find_topic (const EntVocabulary *vocabulary,
                                    const char *id,
                                    guint *topic);
guint ent_vocabulary_get_n_actors (const EntVocabulary *vocabulary);
const EntActorInfo *ent_vocabulary_get_actor (const EntVocabulary *vocabulary,
                                              guint actor);
gboolean ent_vocabulary_is_actor_in (const EntVocabulary *vocabulary,
                                     guint actor,
                                     const char *words);
gboolean ent_vocabulary_find_actor (const EntVocabulary *vocabulary,
                                    const char *id,
                                    guint16 *actor);
const EntOfficeHolder *ent_vocabulary_get_holders (const EntVocabulary *vocabulary,
                                                   guint *n);
const guint32 *ent_vocabulary_find_holders (const EntVocabulary *vocabulary,
                                            const char *name,
                                            guint *n);
const EntTerm *ent_vocabulary_get_terms (const EntVocabulary *vocabulary,
                                         guint *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntVocabulary, ent_vocabulary_unref)

G_END_DECLS
