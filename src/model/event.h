/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/event-store.h"

G_BEGIN_DECLS

#define ENT_TYPE_EVENT (ent_event_get_type ())
G_DECLARE_FINAL_TYPE (EntEvent, ent_event, ENT, EVENT, GObject)

EntEvent      *ent_event_new       (EntEventStore *store,
                                    guint32        row);
EntEventStore *ent_event_get_store (EntEvent      *self);
guint32        ent_event_get_row   (EntEvent      *self);

G_END_DECLS
