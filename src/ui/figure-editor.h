/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "export/figure-edits.h"
#include "filter/filter-run.h"

G_BEGIN_DECLS

/**
 * EntFigureEditor:
 *
 * Chooses what a picture shows and says: its events, what they are called there, notes on them, and shaded spans of
 * time. Signal `changed` once anything is another.
 */
#define ENT_TYPE_FIGURE_EDITOR (ent_figure_editor_get_type ())
G_DECLARE_FINAL_TYPE (EntFigureEditor, ent_figure_editor, ENT, FIGURE_EDITOR, AdwWindow)

GtkWidget      *ent_figure_editor_new       (EntFilterIndex       *index,
                                             EntRowSet            *rows,
                                             const EntFigureEdits *edits);
EntFigureEdits *ent_figure_editor_dup_edits (EntFigureEditor      *self);

G_END_DECLS
