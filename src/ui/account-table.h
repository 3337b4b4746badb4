/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/event-store.h"

G_BEGIN_DECLS

/**
 * EntAccountTable:
 *
 * Which topics each side's statements on an event raise, and whether as their own words or the other
 * side's: topics down, sides across.
 */
#define ENT_TYPE_ACCOUNT_TABLE (ent_account_table_get_type ())
G_DECLARE_FINAL_TYPE (EntAccountTable, ent_account_table, ENT, ACCOUNT_TABLE, GtkWidget)

gboolean ent_account_table_show (EntAccountTable *self,
                                 EntEventStore   *store,
                                 guint32          row);

G_END_DECLS
