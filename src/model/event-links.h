/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/event-store.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_LINK_INVOKES, /* who reports the one event refers to the other */
  ENT_LINK_FULFILS, /* the one may be what the other planned */
  ENT_LINK_CANCELS, /* the one called the other off */
  ENT_N_LINK_TYPES
} EntLinkType;

/**
 * EntEventLink:
 * @type: what the one event is to the other
 * @row: the other event
 * @statement: the statement that refers to it, announced it or called it off
 * @days: of %ENT_LINK_FULFILS, how many days after the span it was planned for; 0 inside it
 */
typedef struct
{
  EntLinkType type;
  guint32 row;
  guint32 statement;
  gint32 days;
} EntEventLink;

/*
 * EntEventLinks, which event-store.h declares: how the events of a store lead to one another, both ways. Immutable.
 */

EntEventLinks      *ent_event_links_new      (const EntEventStore *store);
void                ent_event_links_free     (EntEventLinks       *links);
const EntEventLink *ent_event_links_get      (const EntEventLinks *links,
                                              guint32              row,
                                              gsize               *n);
const EntEventLink *ent_event_links_get_back (const EntEventLinks *links,
                                              guint32              row,
                                              gsize               *n);

const char         *ent_link_type_to_id      (EntLinkType          type);
char               *ent_event_link_dup_why   (const EntEventLink  *link,
                                              const EntEventStore *store);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntEventLinks, ent_event_links_free)

G_END_DECLS
