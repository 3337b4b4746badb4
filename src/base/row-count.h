/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/row-set.h"

G_BEGIN_DECLS

void     ent_row_count_each    (const EntRowSet         *set,
                                const EntRowSet * const *others,
                                gsize                    n,
                                guint                   *counts);
guint32  ent_row_next_of_both  (const EntRowSet         *a,
                                const EntRowSet         *b,
                                guint32                  from);

G_END_DECLS
