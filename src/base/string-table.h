/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EntStringTable:
 *
 * Interned strings: text to id and back. Ids are dense and in order of first appearance; id 0 is
 * the empty string. Not thread-safe while it grows.
 */
typedef struct _EntStringTable EntStringTable;

EntStringTable *ent_string_table_new    (void);
void            ent_string_table_free   (EntStringTable *table);
guint32         ent_string_table_intern (EntStringTable *table,
                                         const char     *text,
                                         gssize          length);
const char     *ent_string_table_get    (EntStringTable *table,
                                         guint32         id);
guint32         ent_string_table_get_n  (EntStringTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntStringTable, ent_string_table_free)

G_END_DECLS
