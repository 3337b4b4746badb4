/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "draw/sprites.h"

G_BEGIN_DECLS

/**
 * EntText:
 *
 * The fonts of a picture, and the layouts of its words and the shapes beside them, kept between frames. Used from one
 * thread.
 */
typedef struct _EntText EntText;

EntText *ent_text_new (const char *family,
                       double size,
                       double scale);
void ent_text_free (EntText *text);
EntTextMeasure ent_text_get_measure (EntText *text);
EntSprites *ent_text_get_sprites (EntText *text);
PangoLayout *ent_text_get_layout (EntText *text,
                                  EntTextRole role,
                                  const char *words);
double ent_text_get_baseline (EntText *text,
                              EntTextRole role,
                              const char *words);
PangoLayout *ent_text_new_paragraph (EntText *text,
                                     double points,
                                     PangoWeight weight);
void ent_text_draw (EntText *text,
                    cairo_t *cr,
                    EntTextRole role,
                    const char *words,
                    double x,
                    double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntText, ent_text_free)

G_END_DECLS
