/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "draw/canvas.h"
#include "draw/text.h"

G_BEGIN_DECLS

/**
 * EntCairoCanvas:
 * @canvas: what it is
 * @cr: what it draws with
 * @text: its fonts; %NULL if nothing is written
 * @sprite_target: where it drew before a small shape is drawn to be remembered
 *
 * A canvas on any of Cairo's surfaces. Borrows both.
 */
typedef struct
{
  EntCanvas canvas;
  cairo_t *cr;
  EntText *text;
  cairo_t *sprite_target;
} EntCairoCanvas;

EntCairoCanvas ent_cairo_canvas (cairo_t *cr,
                                 EntText *text);

G_END_DECLS
