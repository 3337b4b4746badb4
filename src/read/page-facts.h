/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read/markup.h"
#include "read/record.h"

G_BEGIN_DECLS

void ent_page_facts_find (const EntMarkup *page,
                          EntRecord *record);
void ent_page_facts_find_owner (const EntMarkup *page,
                                EntRecord *record);

G_END_DECLS
