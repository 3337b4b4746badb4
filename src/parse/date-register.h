/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/chart.h"
#include "parse/date-resolve.h"

G_BEGIN_DECLS

gboolean ent_date_text_is_message (const EntChart *chart,
                                   guint32 informal);
gboolean ent_date_text_is_terse (const EntTokens *tokens);
gboolean ent_date_form_fits_text (const EntDateForm *form,
                                  gboolean terse);
void ent_date_finds_drop_history (GArray *finds);
gboolean ent_date_text_may_be_message (const EntTokens *tokens);

G_END_DECLS
