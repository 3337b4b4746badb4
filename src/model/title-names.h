/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/translator.h"
#include "base/vocabulary.h"

G_BEGIN_DECLS

/* Names of people, sides, places and topics as a title writes them. */

gboolean ent_title_is_family_first (const EntVocabulary *vocabulary,
                                    guint16              side);
guint16 ent_title_find_side   (const EntVocabulary *vocabulary,
                               const char          *person,
                               EntDay               day);
char   *ent_title_dup_surname (const EntVocabulary *vocabulary,
                               const char          *person,
                               guint16              side);
char   *ent_title_dup_actor   (const EntVocabulary *vocabulary,
                               guint16              actor,
                               gboolean             brief,
                               const EntTranslator *translator);
char   *ent_title_dup_topic   (const EntVocabulary *vocabulary,
                               guint                topic,
                               const EntTranslator *translator);
char   *ent_title_dup_where   (const char          *place,
                               const EntTranslator *translator);
char   *ent_title_join        (const GPtrArray     *names,
                               guint                most,
                               gboolean             brief,
                               const EntTranslator *translator);

const char *ent_title_get_person (const char *person,
                                  const EntTranslator *translator);
const char *ent_title_get_place (const char *place,
                                 const EntTranslator *translator);

G_END_DECLS
