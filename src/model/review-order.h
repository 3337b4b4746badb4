/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/row-set.h"
#include "model/event-store.h"

G_BEGIN_DECLS

GArray *ent_review_order_new (const EntEventStore *store,
                              const EntRowSet *rows,
                              gboolean by_doubt);
guint ent_review_count_checked (const EntEventStore *store,
                                const EntRowSet *rows);

G_END_DECLS
