/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/session.h"

G_BEGIN_DECLS

/**
 * EntFiguresWindow:
 *
 * The figures that an archive keeps: each with its caption, to be saved as it is, and made anew when the user says so.
 */
#define ENT_TYPE_FIGURES_WINDOW (ent_figures_window_get_type ())
G_DECLARE_FINAL_TYPE (EntFiguresWindow, ent_figures_window, ENT, FIGURES_WINDOW, AdwWindow)

GtkWidget *ent_figures_window_new (EntSession *session);

G_END_DECLS
