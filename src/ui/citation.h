/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/event-store.h"

G_BEGIN_DECLS

/* How a statement is cited, in the user's language. */
char *ent_citation_new_text      (EntEventStore *store,
                                  guint          statement,
                                  const EntSpan *words);
char *ent_citation_new_quotation (EntEventStore *store,
                                  guint          statement,
                                  const EntSpan *words);
char *ent_citation_new_bibtex    (EntEventStore *store,
                                  guint          statement,
                                  const EntSpan *words);
char *ent_citation_new_csl       (EntEventStore *store,
                                  guint          statement,
                                  const EntSpan *words);

G_END_DECLS
