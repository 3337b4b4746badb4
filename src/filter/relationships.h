/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/event-store.h"

G_BEGIN_DECLS

/**
 * EntRelationship:
 * @actors: the pair, in the order of their ids
 * @n_events: events in which both take part
 * @n_statements: statements that tell them
 * @issuers: (element-type guint16): actors whose statements tell them, in the order of their ids
 * @first: first day told, of events that occurred; %ENT_DAY_OPEN_START if none
 * @last: last day told
 *
 * Two actors that share events.
 */
typedef struct
{
  guint16 actors[2];
  guint n_events;
  guint n_statements;
  GArray *issuers;
  EntDay first;
  EntDay last;
} EntRelationship;

/* (element-type EntRelationship): most events first, then by ids. */
GArray *ent_relationships_new (const EntEventStore *store);

G_END_DECLS
