/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/archive-edit.h"
#include "ui/session.h"

G_BEGIN_DECLS

/*
 * What the user says of events, asked of the session's archive. Each is one change, made on the session's worker and
 * shown when it is made; `changed` of the session tells.
 */
gboolean ent_event_changes_are_possible (EntSession          *session);
void     ent_event_changes_review       (EntSession          *session,
                                         guint32              row,
                                         EntReview            review);
void     ent_event_changes_review_id    (EntSession          *session,
                                         const char          *event,
                                         EntReview            review);
void     ent_event_changes_edit         (EntSession          *session,
                                         guint32              row,
                                         const EntEventValue *values,
                                         gsize                n_values,
                                         const char          *note);
void     ent_event_changes_restore      (EntSession          *session,
                                         guint32              row);
void     ent_event_changes_merge        (EntSession          *session,
                                         guint32              row,
                                         guint32              other);
void     ent_event_changes_keep_apart   (EntSession          *session,
                                         guint32              row);
void ent_event_changes_add (EntSession *session,
                            const EntEventValue *values,
                            gsize n_values,
                            const char *statement,
                            EntSpan evidence);
void ent_event_changes_split (EntSession *session,
                              guint32 row,
                              const guint *accounts,
                              gsize n_accounts);
void ent_event_changes_hide (EntSession *session,
                             guint32 row,
                             gboolean hidden);
void     ent_event_changes_undo         (EntSession          *session);
void     ent_event_changes_redo         (EntSession          *session);

G_END_DECLS
