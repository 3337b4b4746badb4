/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/archive-marks.h"
#include "ui/session.h"

G_BEGIN_DECLS

/* Notes, tags and periods of the user's, asked of the session's archive. */

void ent_mark_changes_add           (EntSession *session,
                                     EntMarkType type,
                                     EntMarkTarget target,
                                     const char *text);
void ent_mark_changes_change        (EntSession *session,
                                     gint64      number,
                                     const char *text);
void ent_mark_changes_remove        (EntSession *session,
                                     gint64      number);
void ent_mark_changes_set_period    (EntSession *session,
                                     const char *id,
                                     const char *label,
                                     EntEdtf     span);
void ent_mark_changes_remove_period (EntSession *session,
                                     const char *id);

G_END_DECLS
