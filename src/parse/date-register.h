/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/chart.h"
#include "parse/date-resolve.h"

G_BEGIN_DECLS

gboolean ent_date_text_is_message (const EntChart *chart,
                                   guint32         informal);
void     ent_date_finds_keep      (GArray         *finds,
                                   gboolean        history,
                                   gboolean        message);

G_END_DECLS
