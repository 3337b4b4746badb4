/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "draw/canvas.h"
#include "draw/text.h"
#include "layout/chart.h"

G_BEGIN_DECLS

#define ENT_CHART_NO_BAR G_MAXUINT

void ent_draw_chart    (cairo_t             *cr,
                        const EntChartScene *scene,
                        const EntStyle      *style,
                        EntText             *text,
                        guint                chosen);

G_END_DECLS
