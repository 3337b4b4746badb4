/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/event-store.h"

G_BEGIN_DECLS

EntEventStore *bench_store_new (guint   n_events,
                                guint32 seed,
                                gsize  *text_bytes);
EntEventStore *bench_store_new_told (guint   n_events,
                                     guint32 seed);

G_END_DECLS
