/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/sprites.h"

#include <math.h>

#define MOST_SPRITES 4096
#define PHASES 8 /* places between two pixels that are told apart */
#define PHASE_OF_TILES 255

/* What tells an image: the shape, the size of the device's pixels, and where between two of them it begins. */
typedef struct
{
  guint64 number;
  guint32 scale;
  guint8 phase_x, phase_y;
} SpriteKey;

typedef struct
{
  SpriteKey key;
  cairo_surface_t *surface;
  int width, height;
} Sprite;

struct _EntSprites
{
  GHashTable *sprites; /* SpriteKey, within its Sprite → Sprite */
  Sprite *begun;
  int x, y; /* of the one that is being drawn, in device pixels */
};

static guint
hash_key (gconstpointer data)
{
  const SpriteKey *key = data;
  guint64 mixed = key->number * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + key->scale;

  return (guint) (mixed >> 32) ^ (guint) (key->phase_x << 4 | key->phase_y);
}

static gboolean
equal_keys (gconstpointer a,
            gconstpointer b)
{
  const SpriteKey *first = a;
  const SpriteKey *second = b;

  return first->number == second->number && first->scale == second->scale && first->phase_x == second->phase_x
         && first->phase_y == second->phase_y;
}

static void
free_sprite (gpointer data)
{
  Sprite *sprite = data;

  cairo_surface_destroy (sprite->surface);
  g_free (sprite);
}

/**
 * ent_sprites_new:
 *
 * Returns: (transfer full): no sprites yet
 */
EntSprites *
ent_sprites_new (void)
{
  EntSprites *sprites = g_new0 (EntSprites, 1);

  sprites->sprites = g_hash_table_new_full (hash_key, equal_keys, NULL, free_sprite);
  return sprites;
}

/**
 * ent_sprites_free:
 * @sprites: (transfer full): sprites
 */
void
ent_sprites_free (EntSprites *sprites)
{
  g_hash_table_unref (sprites->sprites);
  g_free (sprites);
}

static void
paint (const Sprite *sprite,
       cairo_t      *cr,
       int           x,
       int           y)
{
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);
  cairo_identity_matrix (cr);
  cairo_set_source_surface (cr, sprite->surface, x, y);
  cairo_rectangle (cr, x, y, sprite->width, sprite->height);
  cairo_fill (cr);
  cairo_set_matrix (cr, &matrix);
}

/* The place among the phases, from 0; one that rounds up to the next pixel goes there. */
static guint8
get_phase (double *position)
{
  double pixel = floor (*position);
  double phase = round ((*position - pixel) * PHASES);

  *position = phase == PHASES ? pixel + 1.0 : pixel;
  return phase == PHASES ? 0 : (guint8) phase;
}

static Sprite *
add_sprite (EntSprites   *sprites,
            SpriteKey     key,
            const EntBox *box,
            double        scale)
{
  Sprite *sprite = g_new0 (Sprite, 1);

  if (g_hash_table_size (sprites->sprites) >= MOST_SPRITES)
    g_hash_table_remove_all (sprites->sprites);
  sprite->key = key;
  sprite->width = (int) ceil (box->width * scale) + 1;
  sprite->height = (int) ceil (box->height * scale) + 1;
  sprite->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, sprite->width, sprite->height);
  g_hash_table_insert (sprites->sprites, &sprite->key, sprite);
  return sprite;
}

/**
 * ent_sprites_begin:
 * @sprites: sprites
 * @cr: where a shape is to be drawn
 * @number: which shape
 * @box: where it is
 *
 * Draws the shape if it is known.
 *
 * Returns: (nullable): what to draw it with: @cr where pixels mean nothing, as in a PDF; something to be handed to
 *   ent_sprites_end(); %NULL if it is drawn already
 */
cairo_t *
ent_sprites_begin (EntSprites   *sprites,
                   cairo_t      *cr,
                   guint64       number,
                   const EntBox *box)
{
  cairo_matrix_t matrix;
  double x = box->x, y = box->y;

  cairo_get_matrix (cr, &matrix);
  if (cairo_surface_get_type (cairo_get_group_target (cr)) != CAIRO_SURFACE_TYPE_IMAGE || matrix.xy != 0.0
      || matrix.yx != 0.0 || matrix.xx != matrix.yy || matrix.xx <= 0.0)
    return cr;
  cairo_user_to_device (cr, &x, &y);
  SpriteKey key = { .number = number, .scale = (guint32) (matrix.xx * 1024.0) };
  key.phase_x = get_phase (&x);
  key.phase_y = get_phase (&y);
  Sprite *sprite = g_hash_table_lookup (sprites->sprites, &key);
  if (sprite != NULL)
    {
      paint (sprite, cr, (int) x, (int) y);
      return NULL;
    }
  sprites->begun = add_sprite (sprites, key, box, matrix.xx);
  sprites->x = (int) x;
  sprites->y = (int) y;
  cairo_t *own = cairo_create (sprites->begun->surface);
  cairo_translate (own, (double) key.phase_x / PHASES, (double) key.phase_y / PHASES);
  cairo_scale (own, matrix.xx, matrix.yy);
  cairo_translate (own, -box->x, -box->y);
  return own;
}

/**
 * ent_sprites_end:
 * @sprites: sprites
 * @sprite: (transfer full): what ent_sprites_begin() gave
 * @cr: where the shape is to be drawn
 *
 * Keeps the shape and draws it.
 */
void
ent_sprites_end (EntSprites *sprites,
                 cairo_t    *sprite,
                 cairo_t    *cr)
{
  cairo_destroy (sprite);
  paint (g_steal_pointer (&sprites->begun), cr, sprites->x, sprites->y);
}

/**
 * ent_sprites_get_tile:
 * @sprites: sprites
 * @number: which tile
 *
 * Returns: (transfer none) (nullable): what a pattern is made of, if it was kept
 */
cairo_surface_t *
ent_sprites_get_tile (EntSprites *sprites,
                      guint64     number)
{
  SpriteKey key = { .number = number, .phase_x = PHASE_OF_TILES };
  Sprite *sprite = g_hash_table_lookup (sprites->sprites, &key);

  return sprite != NULL ? sprite->surface : NULL;
}

/**
 * ent_sprites_add_tile:
 * @sprites: sprites
 * @number: which tile
 * @tile: what a pattern is made of
 *
 * Keeps a tile.
 */
void
ent_sprites_add_tile (EntSprites      *sprites,
                      guint64          number,
                      cairo_surface_t *tile)
{
  Sprite *sprite = g_new0 (Sprite, 1);

  sprite->key = (SpriteKey) { .number = number, .phase_x = PHASE_OF_TILES };
  sprite->surface = cairo_surface_reference (tile);
  g_hash_table_replace (sprites->sprites, &sprite->key, sprite);
}
