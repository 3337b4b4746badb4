/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "filter/filter-run.h"
#include "filter/relationships.h"
#include "model/event-store.h"

G_BEGIN_DECLS

/* The records that scripts read, each one JSON object ended by a line break. Keys are added, never renamed. */

void ent_json_append_event (GString *out,
                            const EntFilterIndex *index,
                            const EntFilter *filter,
                            guint32 row,
                            gboolean explain);
void ent_json_append_relationship (GString *out,
                                   const EntVocabulary *vocabulary,
                                   const EntRelationship *relationship);

G_END_DECLS
