/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/chart.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_PERIOD_MONTH,
  ENT_PERIOD_QUARTER,
  ENT_PERIOD_YEAR
} EntPeriod;

/**
 * EntChartTally:
 *
 * What is counted for a figure, one thing after the other in any order; its bars are made at the end.
 */
typedef struct
{
  EntPeriod period;
  GArray *counts; /* (element-type EntChartCount) */
} EntChartTally;

void ent_chart_tally_init   (EntChartTally *tally,
                             EntPeriod      period);
void ent_chart_tally_add    (EntChartTally *tally,
                             guint          panel,
                             guint          series,
                             EntDay         day,
                             guint32        item,
                             double         value);
void ent_chart_tally_finish (EntChartTally *tally,
                             EntChart      *chart);

G_END_DECLS
