/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/row-set.h"
#include "model/archive.h"
#include "model/search-query.h"

G_BEGIN_DECLS

/* The words of a search; its fields are for whoever filters. Where in a text they stand, ent_search_query_find_spans()
 * tells. */

void ent_archive_prepare_search (EntArchive *archive,
                                 EntEventStore *store);
gboolean ent_archive_has_prepared_search (EntArchive *archive,
                                          EntEventStore *store);
EntRowSet *ent_archive_search_statements (EntArchive *archive,
                                          EntEventStore *store,
                                          const EntSearchQuery *query,
                                          GError **error);
EntRowSet *ent_archive_search_events (EntArchive *archive,
                                      EntEventStore *store,
                                      const EntSearchQuery *query,
                                      GError **error);
void ent_archive_search_in (EntArchive *archive,
                            EntEventStore *store,
                            const GArray *rows);
gboolean ent_archive_rebuild_index (EntArchive *archive,
                                    GError **error);

G_END_DECLS
