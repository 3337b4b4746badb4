/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/density.h"

#include "sample-store.h"

/* Bins count every event that begins in view once, and none else. */
static void
test_counts (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (SampleStore) sample = sample_store_new_random (random, 3000, 20);
  const EntEventColumns *columns = ent_event_store_get_columns (sample->store);
  const EntRowSet *sets[] = { sample->rows };

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (GArray) bins = g_array_new (FALSE, FALSE, sizeof (EntDensityBin));
      EntTimeScale scale = { g_test_rand_double_range (7000.0, 12000.0), g_test_rand_double_range (0.5, 9.0) };
      guint most = ent_density_append (sample->store, sets, 1, scale, 400.0, 8.0, bins);
      guint found = 0;
      for (guint i = 0; i < bins->len; i++)
        {
          const EntDensityBin *bin = &g_array_index (bins, EntDensityBin, i);
          double from = ent_time_scale_to_time (scale, bin->left);
          double to = ent_time_scale_to_time (scale, bin->left + 8.0);
          guint count = 0;
          for (guint row = 0; row < columns->n; row++)
            count += columns->earliest[row] >= from - 1e-6 && columns->earliest[row] < to - 1e-6;
          g_assert_cmpuint (bin->count, ==, count);
          g_assert_cmpuint (bin->count, <=, most);
          g_assert_cmpfloat (columns->earliest[bin->first_row], >=, from - 1e-6);
          found += count;
        }
      guint in_view = 0;
      for (guint row = 0; row < columns->n; row++)
        {
          double x = ent_time_scale_to_x (scale, columns->earliest[row]);
          in_view += x >= 0.0 && x < 400.0;
        }
      g_assert_cmpuint (found, >=, in_view);
    }
}

/* Panning by a bin's width shows the same bins, one place on. */
static void
test_stable (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (SampleStore) sample = sample_store_new_random (random, 2000, 20);
  const EntRowSet *sets[] = { sample->rows };
  EntTimeScale scale = { 9000.25, 2.0 };
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (EntDensityBin));
  g_autoptr (GArray) after = g_array_new (FALSE, FALSE, sizeof (EntDensityBin));

  ent_density_append (sample->store, sets, 1, scale, 400.0, 8.0, before);
  ent_density_append (sample->store, sets, 1, ent_time_scale_pan (scale, 3.0), 400.0, 8.0, after);
  for (guint i = 0; i + 1 < before->len && i + 1 < after->len; i++)
    {
      const EntDensityBin *first = &g_array_index (before, EntDensityBin, i);
      const EntDensityBin *second = &g_array_index (after, EntDensityBin, i);
      g_assert_cmpuint (first->first_row, ==, second->first_row);
      g_assert_cmpuint (first->count, ==, second->count);
      g_assert_cmpfloat_with_epsilon (first->left - 3.0, second->left, 1e-6);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/density/counts", test_counts);
  g_test_add_func ("/density/stable", test_stable);
  return g_test_run ();
}
