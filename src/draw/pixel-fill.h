/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "draw/style.h"
#include "layout/scene.h"

G_BEGIN_DECLS

gboolean ent_pixel_fill_boxes (cairo_t         *cr,
                               const EntBox    *boxes,
                               gsize            n,
                               EntColour        colour);
gboolean ent_pixel_fill_tile  (cairo_t         *cr,
                               const EntBox    *box,
                               cairo_surface_t *tile);

G_END_DECLS
