/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/utf8.h"

#include <string.h>

/* Whether eight bytes are characters of ASCII but the zero. */
static inline gboolean
is_ascii (const char *at)
{
  guint64 bytes = ent_load_bytes (at);

  return ((bytes | ent_find_bytes_below (bytes, 1)) & ENT_EVERY_BYTE (0x80)) == 0;
}

/**
 * ent_utf8_is_valid:
 * @text: bytes
 * @length: how many
 *
 * What g_utf8_validate_len() tells, several times as fast where most of a text is ASCII: its stretches are passed over
 * eight bytes at a time.
 *
 * Returns: whether they are valid UTF-8 without a zero byte
 */
gboolean
ent_utf8_is_valid (const char *text,
                   gsize       length)
{
  const char *end = text + length;
  const char *from = text;

  for (;;)
    {
      const char *to;

      while (end - from >= 8 && is_ascii (from))
        from += 8;
      if (end - from < 8)
        return g_utf8_validate_len (from, (gsize) (end - from), NULL);
      /* No character reaches into what is ASCII again. */
      for (to = from + 8; end - to >= 8 && !is_ascii (to); to += 8)
        ;
      if (end - to < 8)
        to = end;
      if (!g_utf8_validate_len (from, (gsize) (to - from), NULL))
        return FALSE;
      from = to;
    }
}

/**
 * ent_utf8_are_valid:
 * @text: (nullable): bytes
 * @length: how many
 *
 * Returns: whether they are valid UTF-8 but for zero bytes, which may stand between or behind strings
 */
gboolean
ent_utf8_are_valid (const char *text,
                    gsize       length)
{
  for (gsize at = 0; at < length;)
    {
      gsize n = strnlen (text + at, length - at);

      if (!ent_utf8_is_valid (text + at, n))
        return FALSE;
      at += n + 1;
    }
  return TRUE;
}

/* Of each of eight bytes, 1 if it goes on with a character. */
static inline guint64
mark_inner_bytes (guint64 bytes)
{
  return bytes >> 7 & ~bytes >> 6 & ENT_EVERY_BYTE (1);
}

/**
 * ent_utf8_count:
 * @text: valid UTF-8; a character may be cut at its begin or end
 * @length: its bytes
 *
 * Returns: how many characters begin in it
 */
gsize
ent_utf8_count (const char *text,
                gsize       length)
{
  gsize n = length;

  while (length >= 8)
    {
      guint n_words = (guint) MIN (length / 8, 255); /* as many as a sum of one byte each may have */
      guint64 sums = 0;

      for (guint i = 0; i < n_words; i++)
        sums += mark_inner_bytes (ent_load_bytes (text + 8 * i));
      sums = (sums & G_GUINT64_CONSTANT (0x00FF00FF00FF00FF)) + (sums >> 8 & G_GUINT64_CONSTANT (0x00FF00FF00FF00FF));
      n -= sums * G_GUINT64_CONSTANT (0x0001000100010001) >> 48;
      text += 8 * n_words;
      length -= 8 * n_words;
    }
  for (gsize i = 0; i < length; i++)
    n -= ((guchar) text[i] & 0xC0) == 0x80;
  return n;
}
