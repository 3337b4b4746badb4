/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "export/sheet.h"
#include "layout/chart.h"

G_BEGIN_DECLS

void ent_say         (GtkWidget      *widget,
                      const char     *words);
void ent_present_not_saved (GtkWidget    *widget,
                            GFile        *file,
                            const GError *error);
void ent_save_sheet  (GtkWidget      *widget,
                      EntSheet       *sheet,
                      const char     *name);
void ent_save_figure (GtkWidget      *widget,
                      const EntChart *chart,
                      EntSheet       *sheet);
void ent_copy_text   (GtkWidget      *widget,
                      const char     *text,
                      const char     *said);

G_END_DECLS
