/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/translator.h"
#include "model/event-store.h"

G_BEGIN_DECLS

/* One readable line from an event's parts: kind, status, people, sides, place, topics. */
char *ent_event_title_new         (const EntVocabulary  *vocabulary,
                                   const EntEventRecord *record,
                                   const EntTranslator  *translator);
/* The same, as short as a label beside a mark wants it: surnames, short names of sides. */
char *ent_event_title_new_short   (const EntEventStore  *store,
                                   guint32               row,
                                   const EntTranslator  *translator);
/* The same; of what was called off or denied what was to be, to be struck through. */
char *ent_event_title_new_struck  (const EntEventStore  *store,
                                   guint32               row,
                                   const EntTranslator  *translator);
char *ent_event_title_new_for_row (const EntEventStore  *store,
                                   guint32               row,
                                   const EntTranslator  *translator);

G_END_DECLS
