/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/source-list.h"
#include "model/mark-table.h"

G_BEGIN_DECLS

/* A statement as reference managers read it. @note and @marks, what the user noted on it, may be %NULL. */
void ent_bibliography_append_bibtex (GString             *out,
                                     const EntSourceList *sources,
                                     guint                number,
                                     const char          *note,
                                     const GPtrArray     *marks);
void ent_bibliography_append_csl    (GString             *out,
                                     const EntSourceList *sources,
                                     guint                number,
                                     const char          *note,
                                     const GPtrArray     *marks);

G_END_DECLS
