/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/row-set.h"
#include "model/event-store.h"

G_BEGIN_DECLS

/* Where a history is cut into pages: at the turn of a decade, a year, a quarter or a month. */
GArray *ent_page_breaks_new      (const EntEventStore *store,
                                  const EntRowSet     *rows,
                                  EntDay               first,
                                  EntDay               last,
                                  guint                most_events,
                                  guint                most_pages);
EntEdtf ent_page_breaks_get_span (EntDay               first,
                                  EntDay               end);

G_END_DECLS
