/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "export/sheet.h"
#include "layout/chart.h"
#include "ui/session.h"

G_BEGIN_DECLS

/* What the items of a figure's bars are. */
typedef enum
{
  ENT_CHART_OF_EVENTS,
  ENT_CHART_OF_STATEMENTS
} EntChartItems;

/**
 * EntChartView:
 *
 * A figure, drawn as it is exported. A bar tells its number, and lists what it counts when it is clicked; the arrow
 * keys go from bar to bar.
 */
#define ENT_TYPE_CHART_VIEW (ent_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (EntChartView, ent_chart_view, ENT, CHART_VIEW, GtkWidget)

GtkWidget *ent_chart_view_new       (EntSession    *session,
                                     EntChartItems  items);
void       ent_chart_view_take      (EntChartView  *self,
                                     EntChart      *chart);
EntChart  *ent_chart_view_get_chart (EntChartView  *self);
EntSheet  *ent_chart_view_dup_sheet (EntChartView  *self);

G_END_DECLS
