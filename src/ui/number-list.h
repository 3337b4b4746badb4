/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EntNumberList:
 *
 * Numbers in some order as a #GListModel; an item is made when it is asked for.
 */
#define ENT_TYPE_NUMBER_LIST (ent_number_list_get_type ())
G_DECLARE_FINAL_TYPE (EntNumberList, ent_number_list, ENT, NUMBER_LIST, GObject)

EntNumberList *ent_number_list_new  (void);
void           ent_number_list_set  (EntNumberList *self,
                                     const guint32 *numbers,
                                     guint          n);
gboolean       ent_number_list_find (EntNumberList *self,
                                     guint32        number,
                                     guint         *position);

G_END_DECLS
