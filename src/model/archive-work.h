/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/archive-anchor.h"
#include "model/event-values.h"

G_BEGIN_DECLS

/**
 * EntChange:
 *
 * A change as the history has it. Strings are owned.
 */
typedef struct
{
  char *action;
  char *field;
  char *before;
  char *after;
  gint64 number;
  gint64 group;
  EntAnchor target;
  EntAnchor other; /* of "merge" and "split", what @after says */
} EntChange;

/**
 * EntWork:
 * @row: the parsed event that it began as, or %ENT_ROW_NONE for one that the user added or parted from another
 * @accounts: (nullable) (element-type guint32): its accounts, numbered through the whole store; %NULL while they are
 *   those of @row
 * @values: (nullable): what the user says, by the number of the field
 * @before: (nullable): what was told when the user said so
 * @kept: (nullable): what was told when the user accepted it
 * @review: what was last said of it
 * @absorbed: whether its accounts went over to another event
 * @apart: whether the user decided that it is none of those that it could have been
 * @hidden: whether the user does not want to see it
 * @id: (nullable): of an event that the user added
 * @statement: (nullable): the statement that such an event is told by
 * @evidence: and where
 *
 * An event that people have said something of, on its way from what was parsed to what is shown.
 */
typedef struct
{
  guint32 row;
  GArray *accounts;
  char *values[ENT_N_EVENT_VALUES];
  char *before[ENT_N_EVENT_VALUES];
  char *kept[ENT_N_EVENT_VALUES];
  EntReview review;
  gboolean absorbed;
  gboolean apart;
  gboolean hidden;
  char *id;
  char *statement;
  EntSpan evidence;
  gint64 parted_by;   /* the group of changes that parted it from another */
  gint64 reviewed_by; /* the group that last said something of it, 0 for none */
  GArray *marks;      /* of gint64: the changes that put notes and tags on it; NULL for none */
  const EntChange *restored; /* the last that brought back what was parsed; NULL for none */
} EntWork;

/**
 * EntWorkSet:
 *
 * All events that people have said something of, over one store of what was parsed:
 *
 *     account ──► its event in the store ──► EntWork     as long as nobody says otherwise
 *     account ──────────────────────────────► EntWork     once it was joined or parted
 */
typedef struct
{
  const EntEventStore *parsed;
  EntAnchorIndex *index;
  GPtrArray *works;      /* of EntWork, in the order in which they were first spoken of */
  GHashTable *by_row;    /* row → EntWork */
  GHashTable *by_account;/* number of an account → EntWork, where it is not that of the account's row */
  GHashTable *by_id;     /* id → EntWork that the user added */
  guint n_orphans;       /* changes whose event is not found */
} EntWorkSet;

EntWorkSet *ent_work_set_new   (const EntEventStore *parsed);
void        ent_work_set_free  (EntWorkSet          *set);
void        ent_work_set_play  (EntWorkSet          *set,
                                GArray              *changes);
void        ent_change_clear   (EntChange           *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntWorkSet, ent_work_set_free)

G_END_DECLS
