/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ent_string_append_digits:
 * @string: where it goes
 * @number: a number
 * @width: how many digits at least, 20 at most; zeros are put before it
 *
 * Appends a number in digits. Streams have millions of them, which is too many for a format.
 */
static inline void
ent_string_append_digits (GString *string,
                          guint64  number,
                          guint    width)
{
  char digits[20];
  guint at = sizeof digits;

  do
    {
      digits[--at] = (char) ('0' + number % 10);
      number /= 10;
    }
  while (number > 0);
  while (sizeof digits - at < width)
    digits[--at] = '0';
  g_string_append_len (string, digits + at, (gssize) (sizeof digits - at));
}

G_END_DECLS
