/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/figure.h"
#include "ui/export-job.h"

G_BEGIN_DECLS

/* The figures that an archive keeps. */
GPtrArray *ent_figure_store_load   (EntSession      *session);
void       ent_figure_store_keep   (EntSession      *session,
                                    EntExportJob    *job,
                                    const char      *name);
gboolean   ent_figure_store_has    (EntSession      *session,
                                    const char      *name);
void       ent_figure_store_update (EntSession      *session,
                                    const EntFigure *figure);
void       ent_figure_store_edit   (EntSession      *session,
                                    const EntFigure *figure,
                                    const EntFigureEdits *edits);
gboolean   ent_figure_store_is_used (EntArchive     *archive);
void       ent_figure_store_put_back (EntSession    *session,
                                      EntFigure     *figure);
void       ent_figure_store_remove (EntSession      *session,
                                    const char      *name);

G_END_DECLS
