/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * EntRowSet:
 *
 * An immutable set of rows of an event store: which events. It runs from the filter to the list, the
 * layout and the export; filtering makes no objects. Thread-safe, atomically counted.
 *
 *     words   [ 64 rows ][ 64 rows ][ 64 rows ] …     a bit a row
 *     ranks   [ rows before, every 8 words ]          makes nth() and rank() near constant
 */
typedef struct _EntRowSet EntRowSet;

#define ENT_TYPE_ROW_SET (ent_row_set_get_type ())
GType          ent_row_set_get_type    (void);

EntRowSet     *ent_row_set_new_empty   (guint             n_rows);
EntRowSet     *ent_row_set_new_all     (guint             n_rows);
EntRowSet     *ent_row_set_new_words   (guint64          *words,
                                        guint             n_rows);
EntRowSet     *ent_row_set_new_rows    (const guint32    *rows,
                                        gsize             n,
                                        guint             n_rows);
EntRowSet     *ent_row_set_ref         (EntRowSet        *set);
void           ent_row_set_unref       (EntRowSet        *set);

EntRowSet     *ent_row_set_and         (const EntRowSet  *a,
                                        const EntRowSet  *b);
EntRowSet     *ent_row_set_or          (const EntRowSet  *a,
                                        const EntRowSet  *b);
EntRowSet     *ent_row_set_minus       (const EntRowSet  *a,
                                        const EntRowSet  *b);
gboolean       ent_row_set_equal       (const EntRowSet  *a,
                                        const EntRowSet  *b);
guint          ent_row_set_get_n_rows  (const EntRowSet  *set);
guint          ent_row_set_get_count   (const EntRowSet  *set);
gboolean       ent_row_set_contains    (const EntRowSet  *set,
                                        guint32           row);
guint          ent_row_set_rank        (const EntRowSet  *set,
                                        guint32           row);
guint32        ent_row_set_nth         (const EntRowSet  *set,
                                        guint             n);
guint32        ent_row_set_next        (const EntRowSet  *set,
                                        guint32           from);
guint          ent_row_set_count_and   (const EntRowSet  *a,
                                        const EntRowSet  *b,
                                        guint32           first,
                                        guint32           end);
const guint64 *ent_row_set_get_words   (const EntRowSet  *set,
                                        gsize            *n_words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRowSet, ent_row_set_unref)

G_END_DECLS
