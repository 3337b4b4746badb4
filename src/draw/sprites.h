/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "layout/scene.h"

G_BEGIN_DECLS

/**
 * EntSprites:
 *
 * Small shapes that were drawn once, as images of the device's pixels. Used from one thread.
 */
typedef struct _EntSprites EntSprites;

EntSprites *ent_sprites_new (void);
void ent_sprites_free (EntSprites *sprites);
cairo_t *ent_sprites_begin (EntSprites *sprites,
                            cairo_t *cr,
                            guint64 number,
                            const EntBox *box);
void ent_sprites_end (EntSprites *sprites,
                      cairo_t *sprite,
                      cairo_t *cr);
cairo_surface_t *ent_sprites_get_tile (EntSprites *sprites,
                                       guint64     number);
void             ent_sprites_add_tile (EntSprites      *sprites,
                                       guint64          number,
                                       cairo_surface_t *tile);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntSprites, ent_sprites_free)

G_END_DECLS
