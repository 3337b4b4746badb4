/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/lower-bound.h"

#define MOST 40

/* Against a walk from the front, in lists of any length with equal numbers and the ends of the range among them. */
static void
test_walk (void)
{
  guint32 unsigned_values[MOST];
  gint32 signed_values[MOST];

  for (guint n = 0; n <= MOST; n++)
    {
      for (guint i = 0; i < n; i++)
        {
          guint32 step = (guint32) g_test_rand_int_range (0, 3);

          unsigned_values[i] = i + 1 == n ? G_MAXUINT32 : i == 0 ? step
                                                                 : unsigned_values[i - 1] + step;
          signed_values[i] = i == 0 ? G_MININT32 : i == 1 ? -20
                                                          : signed_values[i - 1] + (gint32) step;
        }
      for (gint32 value = -30; value < 2 * MOST; value++)
        {
          guint32 expected = 0;

          while (expected < n && signed_values[expected] < value)
            expected++;
          g_assert_cmpuint (ent_lower_bound_int32 (signed_values, n, value), ==, expected);
        }
      for (guint32 value = 0; value < 3 * MOST; value++)
        {
          guint32 expected = 0;

          while (expected < n && unsigned_values[expected] < value)
            expected++;
          g_assert_cmpuint (ent_lower_bound_uint32 (unsigned_values, n, value), ==, expected);
        }
      g_assert_cmpuint (ent_lower_bound_uint32 (unsigned_values, n, G_MAXUINT32), ==, n == 0 ? 0 : n - 1);
      g_assert_cmpuint (ent_lower_bound_int32 (signed_values, n, G_MININT32), ==, 0);
      g_assert_cmpuint (ent_lower_bound_int32 (signed_values, n, G_MAXINT32), ==, n);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lower-bound/walk", test_walk);

  return g_test_run ();
}
