/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read/page-blocks.h"
#include "read/page-words.h"

G_BEGIN_DECLS

GArray *ent_page_body_drop_furniture (const EntMarkup *page,
                                      const GArray *blocks);
void ent_page_body_find (const EntMarkup *page,
                         const GArray *blocks,
                         guint *first,
                         guint *end);
void ent_page_body_settle (const EntPageWords *words,
                           const EntMarkup *page,
                           const GArray *blocks,
                           guint *first,
                           guint *end);
gboolean ent_page_body_is_lead (const EntPageBlock *block);

G_END_DECLS
