/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/row-set.h"
#include "model/event-store.h"
#include "model/search-query.h"

G_BEGIN_DECLS

/* Words are looked for in the events themselves where there is no index, as in one of an archive. */

gboolean ent_event_has_words (const EntEventStore *store,
                              guint32 row,
                              const EntSearchQuery *query);
EntRowSet *ent_event_words_find (const EntEventStore *store,
                                 const EntRowSet *among,
                                 const EntSearchQuery *query);

G_END_DECLS
