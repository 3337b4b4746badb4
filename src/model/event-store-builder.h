/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/event-store.h"

G_BEGIN_DECLS

/**
 * EntEventStoreBuilder:
 *
 * Takes statements and events in any order and makes the sorted store. Copies what it is given, but
 * statements, which it holds.
 */
typedef struct _EntEventStoreBuilder EntEventStoreBuilder;

EntEventStoreBuilder *ent_event_store_builder_new           (EntVocabulary        *vocabulary);
void                  ent_event_store_builder_free          (EntEventStoreBuilder *builder);
guint32               ent_event_store_builder_add_statement (EntEventStoreBuilder *builder,
                                                             EntStatement         *statement);
void                  ent_event_store_builder_add_event     (EntEventStoreBuilder *builder,
                                                             const EntEventRecord *record);
EntEventStore        *ent_event_store_builder_end           (EntEventStoreBuilder *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntEventStoreBuilder, ent_event_store_builder_free)

G_END_DECLS
