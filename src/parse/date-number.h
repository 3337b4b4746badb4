/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/rule-set.h"

G_BEGIN_DECLS

gboolean ent_date_number_read (const EntRuleSet *rules,
                               guint32 number_class,
                               const EntChart *chart,
                               guint32 first,
                               guint32 end,
                               gint32 *number);

G_END_DECLS
