/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "draw/style.h"
#include "draw/text.h"
#include "layout/scene.h"

G_BEGIN_DECLS

/* Draws the scene at the origin. The widget, PNG and PDF all come through here. */
void ent_draw_scene (cairo_t        *cr,
                     const EntScene *scene,
                     const EntStyle *style,
                     EntText        *text);

/* The glyph that tells a kind, centred, for lists and legends too. */
void ent_draw_kind_glyph (cairo_t   *cr,
                          EntKind    kind,
                          double     x,
                          double     y,
                          double     radius,
                          EntColour  colour);

G_END_DECLS
