/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "draw/style.h"
#include "layout/scene.h"

G_BEGIN_DECLS

gboolean ent_pixel_bars_fill (cairo_t      *cr,
                              const EntBox *boxes,
                              gsize         n,
                              EntColour     colour);

G_END_DECLS
