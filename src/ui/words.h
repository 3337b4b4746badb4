/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "filter/filter.h"
#include "layout/scene.h"
#include "model/event-links.h"
#include "model/mark-table.h"

G_BEGIN_DECLS

/* What the window says of events, in the user's language. All that returns `char *` hands it over. */
const char *ent_words_get_actor       (const EntVocabulary *vocabulary,
                                       guint16              actor);
const char *ent_words_get_actor_short (const EntVocabulary *vocabulary,
                                       guint16              actor);
const char *ent_words_get_topic       (const EntVocabulary *vocabulary,
                                       guint                topic);
const char *ent_words_get_kind        (const EntVocabulary *vocabulary,
                                       EntKind              kind);
char       *ent_words_for_between     (const EntVocabulary *vocabulary,
                                       const EntFilter     *filter);
char       *ent_words_for_between_short (const EntVocabulary *vocabulary,
                                       const EntFilter     *filter);
char       *ent_words_for_value       (const EntVocabulary *vocabulary,
                                       EntFilterFacet       facet,
                                       guint                value);
char       *ent_words_for_date        (EntEdtf              date);
char       *ent_words_for_time        (EntDay               from,
                                       EntDay               to);
char       *ent_words_for_event       (EntEventStore       *store,
                                       guint32              row);
char       *ent_words_for_tooltip     (EntEventStore       *store,
                                       guint32              row);
char       *ent_words_for_bin         (EntEventStore       *store,
                                       const EntScene      *scene,
                                       guint                bin);
char       *ent_words_for_kind_line   (EntEventStore       *store,
                                       guint32              row);
char       *ent_words_for_basis       (EntEventStore       *store,
                                       guint32              row);
char       *ent_words_for_mark        (EntEventStore       *store,
                                       guint32              row);
char       *ent_words_for_own_dates   (EntEventStore       *store,
                                       guint32              row);
char       *ent_words_for_tone        (EntEventStore       *store,
                                       guint32              row);
char       *ent_words_for_quotation   (EntEventStore       *store,
                                       guint32              row);
char       *ent_words_for_initiator   (EntEventStore       *store,
                                       guint32              row);
char       *ent_words_for_participants (EntEventStore      *store,
                                        guint32             row);
char       *ent_words_for_people      (EntEventStore       *store,
                                       guint32              row);
char       *ent_words_for_link        (EntEventStore       *store,
                                       const EntEventLink  *link,
                                       gboolean             back);
char       *ent_words_for_follow_up   (EntEventStore       *store,
                                       guint32              row);
char       *ent_words_for_source      (EntEventStore       *store,
                                       const EntAccount    *account,
                                       EntSpan              evidence);
char       *ent_words_for_issuer      (EntEventStore       *store,
                                       guint                statement);
const char *ent_words_get_statement_kind (EntStatementKind kind);
char       *ent_words_for_language    (const char          *tag);
char *ent_words_for_marks (const GPtrArray *marks);
char       *ent_words_for_statement   (EntEventStore       *store,
                                       guint                statement);

G_END_DECLS
