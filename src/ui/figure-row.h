/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "export/figure-edits.h"

G_BEGIN_DECLS

/**
 * EntFigureRow:
 *
 * An event in a figure: whether it is shown, what it is called there, and a note on it. Signal `changed` once one of
 * these is another.
 */
#define ENT_TYPE_FIGURE_ROW (ent_figure_row_get_type ())
G_DECLARE_FINAL_TYPE (EntFigureRow, ent_figure_row, ENT, FIGURE_ROW, GtkWidget)

GtkWidget *ent_figure_row_new  (void);
void       ent_figure_row_bind (EntFigureRow   *self,
                                EntFigureEdits *edits,
                                EntEventStore  *store,
                                guint32         row);

G_END_DECLS
