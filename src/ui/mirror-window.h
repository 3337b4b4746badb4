/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "export/sheet.h"
#include "ui/session.h"

G_BEGIN_DECLS

/**
 * EntMirrorWindow:
 *
 * The accounts of an event side by side: a line a topic, and for each side the sentences in which it speaks for itself
 * and those in which it quotes another. A click reads a sentence in its statement.
 */
#define ENT_TYPE_MIRROR_WINDOW (ent_mirror_window_get_type ())
G_DECLARE_FINAL_TYPE (EntMirrorWindow, ent_mirror_window, ENT, MIRROR_WINDOW, AdwWindow)

GtkWidget *ent_mirror_window_new       (EntSession      *session,
                                        guint32          row);
EntSheet  *ent_mirror_window_dup_sheet (EntMirrorWindow *self);

G_END_DECLS
