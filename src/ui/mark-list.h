/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/archive-marks.h"
#include "ui/session.h"

G_BEGIN_DECLS

/**
 * EntMarkList:
 *
 * The user's notes and tags on an event, a statement or a period, and an entry for more: words are a note, a word
 * after “#” is a tag.
 */
#define ENT_TYPE_MARK_LIST (ent_mark_list_get_type ())
G_DECLARE_FINAL_TYPE (EntMarkList, ent_mark_list, ENT, MARK_LIST, GtkWidget)

GtkWidget *ent_mark_list_new  (void);
void       ent_mark_list_show (EntMarkList *self,
                               EntSession  *session,
                               EntMarkTarget target);

G_END_DECLS
