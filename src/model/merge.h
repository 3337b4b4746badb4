/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/event-store.h"
#include "parse/parser.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_MERGE_STATEMENTS = 1 << 0, /* join mentions of one event across statements */
  ENT_MERGE_EXPLAIN = 1 << 1     /* keep why */
} EntMergeFlags;

/* Mentions become events; independent of the order of @parsed. */
EntEventStore *ent_merge (EntVocabulary           *vocabulary,
                          const EntParsed * const *parsed,
                          gsize                    n_parsed,
                          EntMergeFlags            flags);

G_END_DECLS
