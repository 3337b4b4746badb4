/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/event-store.h"

G_BEGIN_DECLS

EntEventStore *ent_event_store_replace (const EntEventStore *store,
                                        const guint8        *gone,
                                        const EntEventStore *added);

G_END_DECLS
