/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/source-list.h"

G_BEGIN_DECLS

/* A statement as reference managers read it. @locator and @note may be %NULL. */
void ent_bibliography_append_bibtex (GString             *out,
                                     const EntSourceList *sources,
                                     guint                number,
                                     const char          *note);
void ent_bibliography_append_csl    (GString             *out,
                                     const EntSourceList *sources,
                                     guint                number,
                                     const char          *note);

G_END_DECLS
