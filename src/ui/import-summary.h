/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/session.h"

G_BEGIN_DECLS

/**
 * EntImportSummary:
 *
 * What an import brought: new texts at known addresses with what differs, events that gained accounts, and events that
 * were checked and are told otherwise now. Immutable, counted.
 */
typedef struct _EntImportSummary EntImportSummary;

EntImportSummary *ent_import_summary_new       (const EntImportReport  *report);
void              ent_import_summary_free      (EntImportSummary       *summary);
char             *ent_import_summary_dup_words (const EntImportSummary *summary);
gboolean          ent_import_summary_is_plain  (const EntImportSummary *summary);
GtkWidget        *ent_import_summary_show      (const EntImportSummary *summary,
                                                GtkWindow              *parent,
                                                EntSession             *session);
char             *ent_words_for_reparse        (const EntReparseReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntImportSummary, ent_import_summary_free)

G_END_DECLS
