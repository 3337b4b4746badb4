/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "base/edtf.h"
#include "base/event-terms.h"
#include "read/statement.h"

G_BEGIN_DECLS

#define ENT_MAX_PARTICIPANTS 32

/**
 * EntTopicSpan:
 * @span: the words that raise the topic
 * @topic: its number in the vocabulary
 * @speaker: the actor who raises it as the statement tells it, or %ENT_ACTOR_NONE
 * @assertion: who vouches for it
 *
 * One place where an account raises a topic.
 */
typedef struct
{
  EntSpan span;
  guint16 speaker;
  guint8 topic;
  guint8 assertion;
} EntTopicSpan;

/**
 * EntMention:
 * @people: (nullable): names as English-language statements write them, %NULL-terminated
 * @place: (nullable): where, as English-language statements write it
 * @tone_words: (nullable): the statement's own words of tone, as lemmas, %NULL-terminated
 * @explanation: what made it: the rule and its words, for --explain
 * @at: where its own words begin in the text, in bytes
 * @until: where they end
 * @apart: whether it is one of several that are told alike, such as an item of a list
 * @during: whether it is told to be of the time of a visit, of which no day was told so far
 * @loose: whether words told it that may tell of anything, but for their date
 * @initiator: who asked for a contact, or did it to the other side; %ENT_ACTOR_NONE where that is not told
 * @subject: who acts, or %ENT_ACTOR_NONE where that is not told
 * @group: (nullable): words that name the event among those of one statement ("San Francisco")
 *
 * One dated event as one statement tells it, with the passages that say so. All strings and arrays
 * belong to the mention. Evidence spans are in the text's order and never overlap.
 */
typedef struct
{
  EntEdtf date;
  EntEventDateBasis basis;
  EntKind kind;
  EntStatus status;
  EntAssertion assertion;
  EntRole role;
  EntLevel level;
  guint32 doubts; /* EntDoubts */
  guint32 at;
  guint32 until;
  guint64 topics;
  guint16 initiator;
  guint16 host;
  guint16 speaker;
  guint16 subject;
  gboolean apart;
  gboolean during;
  gboolean loose;
  guint16 n_actors;
  guint16 actors[ENT_MAX_PARTICIPANTS]; /* sorted by id, no actor twice */
  char **people;
  char *place;
  char *group;
  char **tone_words;
  char *explanation;
  GArray *evidence; /* of EntSpan */
  GArray *topic_spans; /* of EntTopicSpan */
} EntMention;

void ent_mention_init (EntMention *mention);
void ent_mention_clear (EntMention *mention);
gboolean ent_mention_add_actor (EntMention *mention,
                                guint16 actor);

G_END_DECLS
