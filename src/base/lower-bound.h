/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ent_lower_bound_uint32:
 * @values: (array length=n): numbers that ascend
 * @n: how many
 * @value: a number
 *
 * Returns: the index of the first of @values that is not less than @value; @n if all are
 */
static inline guint32
ent_lower_bound_uint32 (const guint32 *values,
                        guint32        n,
                        guint32        value)
{
  guint32 low = 0;
  guint32 high = n;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (values[middle] < value)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * ent_lower_bound_int32:
 * @values: (array length=n): numbers, as days are, that ascend
 * @n: how many
 * @value: a number
 *
 * Returns: the index of the first of @values that is not less than @value; @n if all are
 */
static inline guint32
ent_lower_bound_int32 (const gint32 *values,
                       guint32       n,
                       gint32        value)
{
  guint32 low = 0;
  guint32 high = n;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (values[middle] < value)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

G_END_DECLS
