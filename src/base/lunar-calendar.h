/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/civil-date.h"

G_BEGIN_DECLS

/* The years whose months are known. */
#define ENT_LUNAR_YEAR_MIN 1900
#define ENT_LUNAR_YEAR_MAX 2100

gboolean ent_lunar_date_to_day (gint32  year,
                                guint   month,
                                guint   day,
                                EntDay *result);

G_END_DECLS
