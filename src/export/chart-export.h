/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "draw/style.h"
#include "layout/chart.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_CHART_PNG,
  ENT_CHART_PDF
} EntChartFormat;

GBytes *ent_chart_export_new_bytes (const EntChart      *chart,
                                    EntChartFormat       format,
                                    EntTheme             theme,
                                    double               width,
                                    double               pixel_scale,
                                    const EntTranslator *translator,
                                    GError             **error);

G_END_DECLS
