/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/canvas.h"
#include "draw/sprites.h"

#include <cairo.h>

G_BEGIN_DECLS

gboolean ent_disc_mask_paint (EntSprites     *sprites,
                              cairo_t        *cr,
                              double          x,
                              double          y,
                              double          radius,
                              const EntPaint *paint);

G_END_DECLS
