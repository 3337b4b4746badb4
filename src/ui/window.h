/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/session.h"

G_BEGIN_DECLS

/**
 * EntWindow:
 *
 * The window: filters, timeline and the selected event of one session.
 */
#define ENT_TYPE_WINDOW (ent_window_get_type ())
G_DECLARE_FINAL_TYPE (EntWindow, ent_window, ENT, WINDOW, AdwApplicationWindow)

GtkWidget  *ent_window_new         (AdwApplication *application,
                                    GSettings      *settings);
EntSession *ent_window_get_session (EntWindow      *self);
void        ent_window_open        (EntWindow      *self,
                                    GFile         **files,
                                    int             n_files);
void        ent_window_reload_formulas (EntWindow *self);

G_END_DECLS
