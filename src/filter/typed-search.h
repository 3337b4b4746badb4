/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "filter/filter-run.h"
#include "model/search-query.h"

G_BEGIN_DECLS

/* Finds the events that have the words and tags of a search; gives NULL where it cannot now. On any thread. */
typedef EntRowSet *(*EntSearchFunc) (EntEventStore        *store,
                                     const EntSearchQuery *query,
                                     gpointer              data);

EntFilter *ent_typed_search_new_filter (const EntSearchQuery *query,
                                        const EntVocabulary  *vocabulary,
                                        GError              **error);
EntRowSet *ent_typed_search_run        (const EntFilterIndex *index,
                                        EntRowSet            *among,
                                        const EntSearchQuery *query);
void       ent_filter_index_set_search (EntFilterIndex       *index,
                                        EntSearchFunc         search,
                                        gpointer              data,
                                        GDestroyNotify        destroy);

G_END_DECLS
