/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read/record.h"

G_BEGIN_DECLS

gboolean ent_office_text_read  (GBytes     *content,
                                const EntReadClock *clock,
                                EntRecord  *record,
                                GError    **error);
void     ent_office_text_facts (GBytes     *properties,
                                EntRecord  *record);

G_END_DECLS
