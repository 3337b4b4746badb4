/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include <glib.h>

G_BEGIN_DECLS

/* The same byte eight times. */
#define ENT_EVERY_BYTE(byte) ((guint64) (byte) *G_GUINT64_CONSTANT (0x0101010101010101))

/**
 * ent_load_bytes:
 * @at: eight bytes
 *
 * Returns: the eight bytes, the first in the lowest
 */
static inline guint64
ent_load_bytes (const char *at)
{
  guint64 bytes;

  memcpy (&bytes, at, sizeof bytes);
  return GUINT64_FROM_LE (bytes);
}

/**
 * ent_find_bytes_below:
 * @bytes: eight bytes
 * @limit: at most 128
 *
 * Returns: not 0 if one of them is below @limit; some above may be marked, too, behind one that is
 */
static inline guint64
ent_find_bytes_below (guint64 bytes,
                      guint8  limit)
{
  return (bytes - ENT_EVERY_BYTE (limit)) & ~bytes & ENT_EVERY_BYTE (0x80);
}

gboolean ent_utf8_is_valid (const char *text,
                            gsize length);
gboolean ent_utf8_are_valid (const char *text,
                             gsize       length);
gsize ent_utf8_count (const char *text,
                      gsize length);

G_END_DECLS
