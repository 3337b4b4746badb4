/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/civil-date.h"

G_BEGIN_DECLS

gboolean ent_date_zone_parse (const char *text,
                              gint32 *zone);
gint16 ent_date_zone_offset (gint32 zone,
                             EntDay day);

G_END_DECLS
