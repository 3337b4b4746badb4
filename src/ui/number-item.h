/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EntNumberItem:
 *
 * The row of an event, or the number of a statement, as an item of a list.
 */
#define ENT_TYPE_NUMBER_ITEM (ent_number_item_get_type ())
G_DECLARE_FINAL_TYPE (EntNumberItem, ent_number_item, ENT, NUMBER_ITEM, GObject)

EntNumberItem *ent_number_item_new        (guint32        number);
guint32        ent_number_item_get_number (EntNumberItem *self);

G_END_DECLS
