/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "base/vocabulary.h"

G_BEGIN_DECLS

/**
 * EntHintRow:
 *
 * What the entry above means, in words, or why it means nothing.
 */
#define ENT_TYPE_HINT_ROW (ent_hint_row_get_type ())
G_DECLARE_FINAL_TYPE (EntHintRow, ent_hint_row, ENT, HINT_ROW, AdwPreferencesRow)

void ent_hint_row_show (EntHintRow *self,
                        GtkWidget *entry,
                        const char *words,
                        gboolean wrong);
gboolean ent_hint_row_show_date (EntHintRow *self,
                                 GtkEditable *entry,
                                 gboolean needed);
gboolean ent_hint_row_show_actors (EntHintRow *self,
                                   GtkEditable *entry,
                                   EntVocabulary *vocabulary,
                                   gboolean several);

G_END_DECLS
