/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/chart.h"
#include "parse/date-resolve.h"
#include "parse/rule-set.h"

G_BEGIN_DECLS

/**
 * EntDateLists:
 * @rules: the rules of a language
 * @join: its class JOIN, or 0
 * @before_month: its class BEFORE-MONTH, or 0
 *
 * How a language goes on behind a day of a month: "May 3, 5 and 9". A plain value.
 */
typedef struct
{
  const EntRuleSet *rules;
  guint32 join;
  guint32 before_month;
} EntDateLists;

guint32 ent_date_lists_follow (const EntDateLists *lists,
                               const EntChart *chart,
                               guint32 sentence_end,
                               GArray *finds);

G_END_DECLS
