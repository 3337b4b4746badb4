/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/row-set.h"
#include "model/event-store.h"

G_BEGIN_DECLS

/* Which of the rows @among hold the phrase in their title, people, place or passages. */
EntRowSet *ent_word_search_run (const EntEventStore *store,
                                const EntRowSet     *among,
                                const char          *phrase);

G_END_DECLS
