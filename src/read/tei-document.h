/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read/markup.h"
#include "read/record.h"

G_BEGIN_DECLS

gboolean ent_tei_document_is     (const EntMarkupNode *node);
void     ent_tei_document_record (const EntMarkup     *markup,
                                  guint32              document,
                                  EntRecord           *record);

G_END_DECLS
