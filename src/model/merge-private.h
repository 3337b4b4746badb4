/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/event-store-builder.h"
#include "model/merge.h"

G_BEGIN_DECLS

/**
 * EntMergePerson:
 * @name: as English-language statements write it
 * @side: the actor served at the time, or %ENT_ACTOR_NONE
 */
typedef struct
{
  const char *name;
  guint16 side;
} EntMergePerson;

/**
 * EntMergeCluster:
 * @nodes: (element-type EntMergeNode): the accounts, the one that began it first
 * @people: (element-type EntMergePerson): all that they name
 * @earliest: the first day that any of its precise accounts has
 * @latest: the last such day
 * @topics: all that they raise
 * @doubtful: whether it fits several others equally well, so that nothing may join it
 * @joined_to: (nullable): the event that all its accounts went over to
 * @id: the event's id, once all accounts are known
 *
 * Accounts that are of one event.
 */
typedef struct _EntMergeCluster EntMergeCluster;

struct _EntMergeCluster
{
  GPtrArray *nodes;
  GArray *people;
  EntDay earliest;
  EntDay latest;
  guint64 topics;
  gboolean doubtful;
  EntMergeCluster *joined_to;
  char *id;
  /*< private >*/
  guint seen;
};

/**
 * EntMergeNode:
 * @parsed: the statement
 * @mentions: (element-type EntMention): its mentions of one event, the weightiest first
 * @people: (element-type EntMergePerson): all that they name
 * @why: (nullable): why it was joined with others
 * @candidates: (nullable) (element-type EntMergeCluster): the events that it fits equally well
 * @statement: the statement's number
 * @ordinal: which it is of those of its statement that share its kind and its first words
 * @first: its first words
 *
 * What one statement tells of one event: an account to be. All that it points to belongs to the parsed statements or
 * to whoever made the node.
 */
typedef struct
{
  const EntParsed *parsed;
  GPtrArray *mentions;
  GArray *people;
  const char *why;
  GPtrArray *candidates;
  EntEdtf date;
  EntDay earliest;
  EntDay latest;
  EntSpan first;
  guint64 topics;
  guint32 statement;
  guint32 ordinal;
  guint16 issuer;
  guint8 kind;
  guint8 status;
  guint8 role;
} EntMergeNode;

/* merge-versions.c: which statements are one */
guint32          *ent_merge_find_versions   (const GPtrArray     *sorted,
                                             const guint16       *issuers,
                                             EntMergeFlags        flags);

/* merge-node.c: what one statement says */
GPtrArray        *ent_merge_node_array_new  (void);
void              ent_merge_add_nodes       (const EntVocabulary *vocabulary,
                                             const EntParsed     *parsed,
                                             guint32              statement,
                                             guint16              issuer,
                                             GPtrArray           *nodes);
const EntMention *ent_merge_node_get_main   (const EntMergeNode  *node);
gboolean          ent_merge_node_is_exact   (const EntMergeNode  *node);
gboolean          ent_merge_node_is_bounded (const EntMergeNode  *node);

/* merge-people.c: who is who in two accounts */
void              ent_merge_add_person      (GArray              *people,
                                             EntMergePerson       person);
guint             ent_merge_count_shared    (const GArray        *a,
                                             const GArray        *b);
gboolean          ent_merge_people_clash    (const GArray        *a,
                                             const GArray        *b);

/* merge-rules.c: whether an account may be of an event */
gboolean          ent_merge_initiators_agree (const EntMention *a,
                                              const EntMention *b);
gboolean          ent_merge_topics_agree    (guint64              a,
                                             guint64              b);
gboolean          ent_merge_joins_spans     (EntKind              kind);
gboolean          ent_merge_is_compatible   (const EntMergeCluster *cluster,
                                             const EntMergeNode    *node);
gboolean          ent_merge_days_agree      (const EntMergeCluster *cluster,
                                             const EntMergeNode    *node);

/* merge-cluster.c: what several statements say of one event */
GPtrArray        *ent_merge_cluster         (GPtrArray           *nodes,
                                             EntMergeFlags        flags);
EntMergeCluster  *ent_merge_cluster_follow  (EntMergeCluster     *cluster);
EntMergeCluster  *ent_merge_cluster_new     (GPtrArray           *nodes);
void              ent_merge_cluster_free    (EntMergeCluster     *cluster);

/* merge-event.c: what the event is then */
typedef void (*EntMergeRecordFunc) (EntEventRecord *record,
                                    gpointer        data);

void              ent_merge_describe        (const EntVocabulary   *vocabulary,
                                             const EntMergeCluster *cluster,
                                             EntMergeFlags          flags,
                                             EntMergeRecordFunc     func,
                                             gpointer               data);
void              ent_merge_settle          (EntMergeCluster     *cluster);
void              ent_merge_add_event       (EntEventStoreBuilder  *builder,
                                             const EntVocabulary   *vocabulary,
                                             const EntMergeCluster *cluster,
                                             EntMergeFlags          flags);

G_END_DECLS
