/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/density.h"

#include "sample-store.h"

static guint
count_slowly (const SampleStore *sample,
              const EntRowSet   *other,
              EntDay             from,
              EntDay             to)
{
  const EntEventColumns *columns = ent_event_store_get_columns (sample->store);
  guint count = 0;

  for (guint row = 0; row < columns->n; row++)
    count += ent_row_set_contains (other, row) && columns->earliest[row] >= from && columns->earliest[row] < to;
  return count;
}

/* Bins follow each other, count what begins in them and nothing else, and are as long as their step is. */
static void
test_counts (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (SampleStore) sample = sample_store_new_random (random, 3000, 20);
  const EntRowSet *calls = ent_filter_index_get_rows (sample->index, ENT_FACET_KIND, ENT_KIND_CALL);
  const EntRowPair pairs[] = { { sample->rows, sample->rows }, { sample->rows, calls } };
  g_autoptr (EntDensity) density = ent_density_new (sample->store, pairs, G_N_ELEMENTS (pairs));

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (GArray) bins = g_array_new (FALSE, FALSE, sizeof (EntDensityBin));
      EntDensityStep step = (EntDensityStep) (round % ENT_N_DENSITY_STEPS);
      guint pair = round % 2;
      EntDay from = g_test_rand_int_range (7000, 12000);
      EntDay to = from + g_test_rand_int_range (0, 900);
      guint most = ent_density_append (density, pair, step, from, to, bins);
      guint found = 0;
      for (guint i = 0; i < bins->len; i++)
        {
          const EntDensityBin *bin = &g_array_index (bins, EntDensityBin, i);
          g_assert_cmpuint (bin->count, ==, count_slowly (sample, pairs[pair].b, bin->from, bin->to));
          g_assert_cmpuint (bin->count, <=, most);
          g_assert_cmpint (bin->to, >, bin->from);
          if (i > 0)
            g_assert_cmpint (bin->from, >=, g_array_index (bins, EntDensityBin, i - 1).to);
          if (step == ENT_DENSITY_WEEK)
            g_assert_cmpuint (ent_day_get_weekday (bin->from), ==, 1);
          if (step == ENT_DENSITY_MONTH)
            g_assert_cmpuint (ent_civil_date_from_day (bin->from).day, ==, 1);
          found += bin->count;
        }
      g_assert_cmpuint (found, ==, ent_density_count (density, pair, step, from, to));
      g_assert_cmpuint (found, >=, count_slowly (sample, pairs[pair].b, from, to + 1));
    }
}

/* Before Christ, too, and across the year 0. */
static void
test_ancient (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (SampleStore) sample = sample_store_new_random (random, 10, 1);
  const EntRowPair pair = { sample->rows, sample->rows };
  g_autoptr (EntDensity) density = ent_density_new (sample->store, &pair, 1);
  EntDay first = ent_day_from_ymd (-500, 1, 1);

  for (guint step = 0; step < ENT_N_DENSITY_STEPS; step++)
    g_assert_cmpuint (ent_density_count (density, 0, (EntDensityStep) step, first, ent_day_from_ymd (50, 1, 1)), ==, 0);
  g_assert_cmpuint (ent_density_count (density, 0, ENT_DENSITY_CENTURY, first, ent_day_from_ymd (2050, 1, 1)), ==, 10);
}

/* The shortest step that is wide enough. */
static void
test_steps (void)
{
  g_assert_cmpint (ent_density_choose_step (0.01, 6.0), ==, ENT_DENSITY_DAY);
  g_assert_cmpint (ent_density_choose_step (1.0, 6.0), ==, ENT_DENSITY_WEEK);
  g_assert_cmpint (ent_density_choose_step (5.0, 6.0), ==, ENT_DENSITY_MONTH);
  g_assert_cmpint (ent_density_choose_step (1e9, 6.0), ==, ENT_DENSITY_FIVE_CENTURIES);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/density/counts", test_counts);
  g_test_add_func ("/density/ancient", test_ancient);
  g_test_add_func ("/density/steps", test_steps);
  return g_test_run ();
}
