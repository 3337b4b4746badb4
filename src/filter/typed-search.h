/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "filter/filter-run.h"
#include "model/archive.h"
#include "model/search-query.h"

G_BEGIN_DECLS

EntFilter *ent_typed_search_new_filter (const EntSearchQuery *query,
                                        const EntVocabulary *vocabulary,
                                        GError **error);
EntRowSet *ent_typed_search_run (const EntFilterIndex *index,
                                 EntRowSet *among,
                                 const EntSearchQuery *query);
EntRowSet *ent_typed_search_find_statements (const EntFilterIndex *index,
                                             const char *words);
void ent_filter_index_set_archive (EntFilterIndex *index,
                                   EntArchive *archive,
                                   GArray *marks);
void ent_filter_index_set_archives (EntFilterIndex *index,
                                    GPtrArray *archives,
                                    const GArray *archive_of);

G_END_DECLS
