/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/row-set.h"
#include "model/event-store.h"

G_BEGIN_DECLS

/* What was promised and threatened at an event, without a due date. */
typedef struct
{
  guint n_promises;
  guint n_warnings;
} EntBasisBadge;

GHashTable *ent_statement_badges_new (const EntEventStore      *store,
                                      const EntRowSet          *promises,
                                      const EntRowSet * const  *hosts,
                                      gsize                     n_hosts,
                                      EntRowSet               **orphans);

G_END_DECLS
