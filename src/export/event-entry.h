/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/export-request.h"
#include "export/source-list.h"

G_BEGIN_DECLS

/**
 * EntEventEntry:
 * @date: in words; empty where there is none
 * @title: in one line
 * @sides: who takes part
 * @teller: who says so, and how it is vouched for where it is not stated
 * @quotation: (nullable): the words that say so, of the first account
 * @source: number of the first account's statement in the list; 0 if there is none
 * @sources: numbers of all statements that tell it: "1, 4"
 * @paragraph: where in the source the quotation begins, from 1; 0 if there is none
 * @locator: (nullable): the same in words
 * @topics: their names
 * @review: whether a person has looked at it, and why one should
 *
 * An event as a line of an appendix tells it. Strings are owned.
 */
typedef struct
{
  char *date;
  char *title;
  char *sides;
  char *teller;
  char *quotation;
  guint source;
  char *sources;
  guint paragraph;
  char *locator;
  char *topics;
  char *review;
} EntEventEntry;

void  ent_event_entry_init   (EntEventEntry       *entry,
                              EntEventStore       *store,
                              guint32              row,
                              const EntSourceList *sources,
                              const EntTranslator *translator);
char *ent_event_dup_marks (const EntExportRequest *request,
                           guint32 row);
void  ent_event_entry_clear  (EntEventEntry       *entry);
char *ent_event_dup_quotation (const EntEventStore *store,
                               const EntAccount    *account);
const char *ent_event_get_status_words (EntStatus            status,
                                        const EntTranslator *translator);
const char *ent_event_get_review_words    (EntReview            review,
                                          const EntTranslator *translator);
const char *ent_event_get_assertion_words (EntAssertion         assertion,
                                           const EntTranslator *translator);
const char *ent_event_get_address (const EntEventStore *store,
                                   guint32              row);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntEventEntry, ent_event_entry_clear)

G_END_DECLS
