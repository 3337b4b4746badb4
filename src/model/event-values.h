/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/event-store.h"

G_BEGIN_DECLS

/* How many fields of an event the user may give a value: the first so many of EntEdited. */
#define ENT_N_EVENT_VALUES 9

/**
 * EntEventPatch:
 * @record: the event with the values
 *
 * An event with some of its values given by texts, and the memory that these take.
 */
typedef struct
{
  EntEventRecord record;
  /*< private >*/
  GArray *actors;
  char **people;
  char *title;
  char *place;
} EntEventPatch;

const char *ent_review_to_id (EntReview review);
gboolean ent_review_from_id (const char *id,
                             EntReview *review);
const char *ent_edited_to_id (EntEdited field);
gboolean ent_edited_from_id (const char *id,
                             EntEdited *field);
char *ent_event_record_dup_value (const EntEventRecord *record,
                                  const EntVocabulary *vocabulary,
                                  EntEdited field);
char *ent_event_dup_value (const EntEventStore *store,
                           guint32 row,
                           EntEdited field);
gboolean ent_event_check_value (const EntVocabulary *vocabulary,
                                EntEdited field,
                                const char *value,
                                GError **error);
void ent_event_patch_init (EntEventPatch *patch,
                           const EntEventRecord *record);
void ent_event_patch_set (EntEventPatch *patch,
                          const EntVocabulary *vocabulary,
                          EntEdited field,
                          const char *value);
void ent_event_patch_clear (EntEventPatch *patch);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntEventPatch, ent_event_patch_clear)

G_END_DECLS
