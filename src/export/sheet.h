/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * EntSheet:
 *
 * A table of words with a title and notes, to be saved for a spreadsheet or to be read. Its words come in the language
 * they are shown in. Atomically counted; not changed once it is handed on.
 */
typedef struct _EntSheet EntSheet;

EntSheet *ent_sheet_new      (const char         *title,
                              const char * const *headings);
EntSheet *ent_sheet_ref      (EntSheet           *sheet);
void      ent_sheet_unref    (EntSheet           *sheet);
void      ent_sheet_add_row  (EntSheet           *sheet,
                              const char * const *cells);
void      ent_sheet_add_note (EntSheet           *sheet,
                              const char         *note);
guint     ent_sheet_get_n_rows (const EntSheet   *sheet);
GBytes   *ent_sheet_to_csv   (const EntSheet     *sheet);
GBytes   *ent_sheet_to_html  (const EntSheet     *sheet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntSheet, ent_sheet_unref)

G_END_DECLS
