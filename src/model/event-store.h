/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "base/edtf.h"
#include "base/event-terms.h"
#include "base/row-set.h"
#include "base/vocabulary.h"
#include "parse/mention.h"
#include "read/statement.h"

G_BEGIN_DECLS

/* What of an event is the user's and not as it was parsed; a mask. */
typedef enum
{
  ENT_EDITED_DATE = 1 << 0,
  ENT_EDITED_KIND = 1 << 1,
  ENT_EDITED_TITLE = 1 << 2,
  ENT_EDITED_PARTICIPANTS = 1 << 3,
  ENT_EDITED_TOPICS = 1 << 4,
  ENT_EDITED_STATUS = 1 << 5,
  ENT_EDITED_ASSERTION = 1 << 6,
  ENT_EDITED_PEOPLE = 1 << 7,
  ENT_EDITED_PLACE = 1 << 8,
  ENT_EDITED_ACCOUNTS = 1 << 9, /* joined with others, or parted from them */
  ENT_EDITED_ADDED = 1 << 10,   /* all of it: the user added it */
  ENT_EDITED_HIDDEN = 1 << 11   /* the user does not want to see it */
} EntEdited;

#define ENT_N_EDITED 12

/* What people have said of an event. */
typedef enum
{
  ENT_REVIEW_MACHINE,  /* nothing yet */
  ENT_REVIEW_ACCEPTED,
  ENT_REVIEW_EDITED,
  ENT_REVIEW_REJECTED,
  ENT_N_REVIEWS
} EntReview;

/**
 * EntAccount:
 * @date: the event's day as this statement has it
 * @topics: mask of the topics it raises
 * @statement: number of the statement in the store
 * @issuer: who speaks in the statement, or %ENT_ACTOR_NONE
 * @speaker: whose words it reports, or %ENT_ACTOR_NONE
 * @evidence: the passages, in the text's order
 * @topic_spans: where each topic is raised
 * @tone_words: (nullable): lemmas, %NULL-terminated
 * @explanation: (nullable): what made it
 *
 * One statement's telling of an event. What it points to belongs to the store, or to the caller
 * while a store is built.
 */
typedef struct
{
  EntEdtf date;
  guint64 topics;
  guint32 statement;
  guint16 issuer;
  guint16 speaker;
  guint8 role;
  guint8 assertion;
  const EntSpan *evidence;
  gsize n_evidence;
  const EntTopicSpan *topic_spans;
  gsize n_topic_spans;
  const char * const *tone_words;
  const char *explanation;
} EntAccount;

/**
 * EntEventRecord:
 *
 * An event on its way into a store, or read back whole. What it points to is the caller's while a
 * store is built, the store's when read back.
 */
typedef struct
{
  const char *id;
  const char *title; /* English, for output that no locale may change */
  EntEdtf date;
  guint64 topics;
  guint16 initiator;
  guint16 host;
  guint8 kind;
  guint8 status;
  guint8 assertion;
  guint8 level;
  guint8 basis;
  guint8 doubts;
  guint8 review;     /* an EntReview */
  guint8 challenged; /* whether what is told now differs from what was accepted or edited */
  guint16 edited;    /* EntEdited */
  const guint16 *actors;
  gsize n_actors;
  const char * const *people; /* NULL-terminated, may be NULL */
  const char *place;          /* may be NULL */
  const EntAccount *accounts;
  gsize n_accounts;
  const char * const *candidates; /* ids of events that it may as well be; NULL-terminated, may be NULL */
} EntEventRecord;

/**
 * EntTelling:
 * @statement: number of a statement
 * @issuer: who issued it, or %ENT_ACTOR_NONE
 * @role: an #EntRole
 *
 * Of an account, who gives it. A plain value.
 */
typedef struct
{
  guint32 statement;
  guint16 issuer;
  guint8 role;
} EntTelling;

/**
 * EntEventColumns:
 *
 * The store's columns, a value a row, sorted by earliest day (open side first), latest day, kind,
 * first actor, id.
 *
 *     row        0      1      2      3  …
 *     earliest   ──     ──     ──     ──     ascending
 *     latest     ──     ──     ──     ──
 *     actors     [start[0] … start[1])  …    numbers in one pool
 */
typedef struct
{
  guint n;
  const EntDay *earliest;
  const EntDay *latest;
  const guint8 *kind;
  const guint8 *status;
  const guint8 *assertion;
  const guint8 *level;
  const guint8 *basis;
  const guint8 *doubts;
  const guint8 *review; /* EntReview */
  const guint64 *topics;
  const guint32 *actors_start; /* n + 1 */
  const guint16 *actors;
  const guint32 *accounts_start; /* n + 1 */
} EntEventColumns;

/**
 * EntEventStore:
 *
 * Dated events as columns, with the statements that tell them. Immutable, atomically counted, used
 * from any thread; a change makes a new store.
 */
typedef struct _EntEventStore EntEventStore;

/* Declared here and told of in event-links.h, which speaks of stores. */
typedef struct _EntEventLinks EntEventLinks;

#define ENT_TYPE_EVENT_STORE (ent_event_store_get_type ())
GType                  ent_event_store_get_type          (void);

EntEventStore         *ent_event_store_ref               (EntEventStore        *store);
void                   ent_event_store_unref             (EntEventStore        *store);
EntVocabulary         *ent_event_store_get_vocabulary    (const EntEventStore  *store);
guint                  ent_event_store_get_n_events      (const EntEventStore  *store);
const EntEventColumns *ent_event_store_get_columns       (const EntEventStore  *store);
guint                  ent_event_store_get_n_statements  (const EntEventStore  *store);
EntStatement          *ent_event_store_get_statement     (const EntEventStore  *store,
                                                          guint                 statement);
guint16                ent_event_store_get_issuer        (const EntEventStore  *store,
                                                          guint                 statement);
const char            *ent_event_store_get_id            (const EntEventStore  *store,
                                                          guint32               row);
const char            *ent_event_store_get_title         (const EntEventStore  *store,
                                                          guint32               row);
const char            *ent_event_store_get_place         (const EntEventStore  *store,
                                                          guint32               row);
const char * const    *ent_event_store_get_people        (const EntEventStore  *store,
                                                          guint32               row);
const char * const    *ent_event_store_get_candidates    (const EntEventStore  *store,
                                                          guint32               row);
EntEdtf                ent_event_store_get_date          (const EntEventStore  *store,
                                                          guint32               row);
gint32                 ent_event_store_get_second        (const EntEventStore  *store,
                                                          guint32               row,
                                                          gint16               *zone);
guint16                ent_event_store_get_initiator     (const EntEventStore  *store,
                                                          guint32               row);
guint16                ent_event_store_get_host          (const EntEventStore  *store,
                                                          guint32               row);
guint16                ent_event_store_get_edited        (const EntEventStore  *store,
                                                          guint32               row);
gboolean               ent_event_store_is_challenged     (const EntEventStore  *store,
                                                          guint32               row);
guint                  ent_event_store_get_n_accounts    (const EntEventStore  *store,
                                                          guint32               row);
const EntEventLinks   *ent_event_store_get_links         (const EntEventStore  *store);
EntTelling             ent_event_store_get_telling       (const EntEventStore  *store,
                                                          guint32               row,
                                                          guint                 account);
void                   ent_event_store_get_account       (const EntEventStore  *store,
                                                          guint32               row,
                                                          guint                 account,
                                                          EntAccount           *out);
void                   ent_event_store_get_record        (const EntEventStore  *store,
                                                          guint32               row,
                                                          GArray               *accounts,
                                                          EntEventRecord       *out);
gboolean               ent_event_store_has_actor         (const EntEventStore  *store,
                                                          guint32               row,
                                                          guint16               actor);
gboolean               ent_event_store_find_id           (const EntEventStore  *store,
                                                          const char           *id,
                                                          guint32              *row);
const EntRowSet       *ent_event_store_get_placed        (const EntEventStore  *store);
guint32                ent_event_store_first_row_at      (const EntEventStore  *store,
                                                          EntDay                day);
guint32                ent_event_store_end_row_at        (const EntEventStore  *store,
                                                          EntDay                day);
guint32                ent_event_store_row_of_account    (const EntEventStore  *store,
                                                          guint32               account);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntEventStore, ent_event_store_unref)

G_END_DECLS
