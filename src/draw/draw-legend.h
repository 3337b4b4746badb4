/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "draw/canvas.h"
#include "draw/style.h"
#include "draw/text.h"
#include "layout/legend.h"

G_BEGIN_DECLS

void ent_draw_legend_sign (cairo_t             *cr,
                           const EntLegendItem *item,
                           const EntStyle      *style,
                           EntText             *text,
                           double               width,
                           double               height);
void ent_draw_legend_sign_on (EntCanvas            *canvas,
                              const EntTextMeasure *measure,
                              const EntLegendItem  *item,
                              const EntStyle       *style,
                              double                x,
                              double                y);

G_END_DECLS
