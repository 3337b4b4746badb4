/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/row-set.h"
#include "model/event-store.h"

G_BEGIN_DECLS

#define ENT_TYPE_EVENT_LIST (ent_event_list_get_type ())
G_DECLARE_FINAL_TYPE (EntEventList, ent_event_list, ENT, EVENT_LIST, GObject)

EntEventList  *ent_event_list_new       (EntEventStore *store,
                                         EntRowSet     *rows);
void           ent_event_list_set_rows  (EntEventList  *self,
                                         EntRowSet     *rows);
void           ent_event_list_set_store (EntEventList  *self,
                                         EntEventStore *store,
                                         EntRowSet     *rows);

G_END_DECLS
