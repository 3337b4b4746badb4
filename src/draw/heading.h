/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/canvas.h"

G_BEGIN_DECLS

double ent_heading_get_height (const EntTextMeasure *measure,
                               const char           *title,
                               const char           *subtitle);
void   ent_heading_draw_on    (EntCanvas            *canvas,
                               const EntStyle       *style,
                               const EntTextMeasure *measure,
                               const char           *title,
                               const char           *subtitle,
                               double                width);

G_END_DECLS
