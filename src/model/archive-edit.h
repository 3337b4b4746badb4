/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/archive.h"
#include "model/event-values.h"

G_BEGIN_DECLS

/*
 * What the user says of events and statements. Events are named by their ids in the store that ent_archive_load() gave
 * last. Each function is one change, which ent_archive_undo() takes back; to see it, load again, which reads only what
 * changed. Values are texts:
 *
 *     date          an EDTF date, "2024-04-02", "2023-11~"
 *     kind, status, assertion      their ids
 *     title, place  words; an empty text for none
 *     participants  ids of actors, joined by commas
 *     topics        ids of topics, joined by commas
 *     people        names, joined by line breaks
 */

/**
 * EntEventValue:
 * @field: one of %EntEdited but %ENT_EDITED_ACCOUNTS and %ENT_EDITED_ADDED
 * @value: (nullable): its new value; %NULL for what was parsed
 */
typedef struct
{
  EntEdited field;
  const char *value;
} EntEventValue;

typedef enum
{
  ENT_STATEMENT_FIELD_DATE,     /* EDTF, empty for none */
  ENT_STATEMENT_FIELD_ISSUER,   /* an actor's id, empty for none */
  ENT_STATEMENT_FIELD_LANGUAGE, /* BCP 47 */
  ENT_STATEMENT_FIELD_KIND,     /* its id */
  ENT_STATEMENT_FIELD_TITLE,
  ENT_N_STATEMENT_FIELDS
} EntStatementField;

/**
 * EntStatementValue:
 * @field: what of a statement was wrong
 * @value: what it is
 */
typedef struct
{
  EntStatementField field;
  const char *value;
} EntStatementValue;

/**
 * EntReviewInfo:
 * @review: what was said
 * @coder: (nullable): by whom
 * @time: (nullable): when, in ISO 8601 and UTC
 * @note: (nullable): with which words
 *
 * What was last said of an event. Strings are owned.
 */
typedef struct
{
  EntReview review;
  char *coder;
  char *time;
  char *note;
} EntReviewInfo;

/**
 * EntCorrection:
 * @event: an event's id
 * @values: (element-type EntEventValue): its new values; their texts are owned
 * @is_reviewed: whether @review is said of it, too
 * @review: what is said of it
 *
 * What somebody says of one event, among others. Strings are owned.
 */
typedef struct
{
  char *event;
  GArray *values;
  gboolean is_reviewed;
  EntReview review;
} EntCorrection;

gboolean ent_statement_field_from_id (const char *id,
                                      EntStatementField *field);
void ent_review_info_clear (EntReviewInfo *info);

gboolean    ent_archive_edit_event         (EntArchive          *archive,
                                            const char          *event,
                                            const EntEventValue *values,
                                            gsize                n_values,
                                            const char          *note,
                                            GError             **error);
char *ent_archive_dup_told (EntArchive *archive,
                            const char *event,
                            EntEdited field);
gboolean ent_archive_hide_events (EntArchive *archive,
                                  const char * const *events,
                                  gboolean hidden,
                                  GError **error);
gboolean    ent_archive_merge_events       (EntArchive          *archive,
                                            const char * const  *events,
                                            GError             **error);
gboolean    ent_archive_split_event        (EntArchive          *archive,
                                            const char          *event,
                                            const guint         *accounts,
                                            gsize                n_accounts,
                                            GError             **error);
char       *ent_archive_add_event          (EntArchive          *archive,
                                            const EntEventValue *values,
                                            gsize                n_values,
                                            const char          *statement,
                                            const EntSpan       *evidence,
                                            GError             **error);
gboolean    ent_archive_review_events      (EntArchive          *archive,
                                            const char * const  *events,
                                            EntReview            review,
                                            const char          *note,
                                            GError             **error);
gboolean    ent_archive_correct_events     (EntArchive          *archive,
                                            const EntCorrection *corrections,
                                            gsize                n_corrections,
                                            const char          *source,
                                            GError             **error);
gboolean    ent_archive_restore_events     (EntArchive          *archive,
                                            const char * const  *events,
                                            GError             **error);
gboolean    ent_archive_get_review         (EntArchive          *archive,
                                            const char          *event,
                                            EntReviewInfo       *info);
gboolean    ent_archive_keep_apart         (EntArchive          *archive,
                                            const char          *event,
                                            GError             **error);

gboolean    ent_archive_edit_statement     (EntArchive          *archive,
                                            const char          *statement,
                                     const EntStatementValue *values,
                                     gsize n_values,
                                     GError **error);
gboolean ent_archive_get_corrected (EntArchive *archive,
                                    const char *statement,
                                    guint *fields,
                                            GError             **error);
gboolean    ent_archive_restore_statement  (EntArchive          *archive,
                                            const char          *statement,
                                            GError             **error);
gboolean ent_archive_return_statement (EntArchive *archive,
                                       const char *statement,
                                       GError **error);
gboolean    ent_archive_remove_statements  (EntArchive          *archive,
                                            const char * const  *statements,
                                            GError             **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntReviewInfo, ent_review_info_clear)

G_END_DECLS
