/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "layout/time-scale.h"

#define WIDTH 1000.0

static EntTimeScale
new_random_scale (void)
{
  return (EntTimeScale) { g_test_rand_double_range (-900000.0, 900000.0),
                          pow (10.0, g_test_rand_double_range (-4.0, 3.0)) };
}

static void
test_there_and_back (void)
{
  for (guint i = 0; i < 1000; i++)
    {
      EntTimeScale scale = new_random_scale ();
      double x = g_test_rand_double_range (-3000.0, 3000.0);
      double back = ent_time_scale_to_x (scale, ent_time_scale_to_time (scale, x));
      g_assert_cmpfloat_with_epsilon (x, back, 1e-3);
    }
}

static void
test_zoom_keeps_point (void)
{
  for (guint i = 0; i < 1000; i++)
    {
      EntTimeScale scale = new_random_scale ();
      double x = g_test_rand_double_range (0.0, WIDTH);
      double time = ent_time_scale_to_time (scale, x);
      EntTimeScale zoomed = ent_time_scale_zoom (scale, x, pow (2.0, g_test_rand_double_range (-12.0, 12.0)));
      g_assert_cmpfloat_with_epsilon (ent_time_scale_to_time (zoomed, x), time, 1e-6);
      g_assert_cmpfloat (zoomed.days_per_pixel, >=, ENT_SCALE_MIN_DAYS_PER_PIXEL);
      g_assert_cmpfloat (zoomed.days_per_pixel, <=, ENT_SCALE_MAX_DAYS_PER_PIXEL);
    }
}

static void
test_pan (void)
{
  EntTimeScale scale = { 100.0, 0.5 };
  EntTimeScale panned = ent_time_scale_pan (scale, 30.0);

  g_assert_cmpfloat (ent_time_scale_to_x (panned, 115.0), ==, 0.0);
  g_assert_cmpfloat (panned.days_per_pixel, ==, scale.days_per_pixel);
}

static void
test_fit (void)
{
  static const struct
  {
    EntDay first, last;
  } cases[] = { { 0, 0 }, { 0, 30 }, { -800000, 20000 }, { 18993, 19815 }, { -1, 1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntTimeScale scale = ent_time_scale_fit (cases[i].first, cases[i].last, WIDTH, 40.0);
      g_assert_cmpfloat_with_epsilon (ent_time_scale_to_x (scale, cases[i].first), 40.0, 1e-3);
      g_assert_cmpfloat_with_epsilon (ent_time_scale_to_x (scale, cases[i].last + 1.0), WIDTH - 40.0, 1e-3);
    }
}

static void
test_clamp (void)
{
  EntTimeScale scale = { 0.0, 1.0 };

  /* What is in view stays as it is; what has left comes back to the middle of the window at most. */
  g_assert_cmpfloat (ent_time_scale_clamp (scale, 100, 200, WIDTH).start, ==, -299.0);
  g_assert_cmpfloat (ent_time_scale_clamp (scale, 0, 2000, WIDTH).start, ==, 0.0);
  scale.start = 5000.0;
  g_assert_cmpfloat (ent_time_scale_to_x (ent_time_scale_clamp (scale, 0, 2000, WIDTH), 2001.0), ==, WIDTH / 2.0);
  scale.start = -5000.0;
  g_assert_cmpfloat (ent_time_scale_to_x (ent_time_scale_clamp (scale, 0, 2000, WIDTH), 0.0), ==, WIDTH / 2.0);
  scale.days_per_pixel = 1e9;
  g_assert_cmpfloat (ent_time_scale_clamp (scale, 0, 2000, WIDTH).days_per_pixel, ==, ENT_SCALE_MAX_DAYS_PER_PIXEL);
}

static void
test_mix (void)
{
  EntTimeScale from = { 0.0, 10.0 };
  EntTimeScale to = ent_time_scale_zoom (from, 250.0, 8.0);
  double time = ent_time_scale_to_time (from, 250.0);

  /* The point under the pointer keeps still all the way. */
  for (double progress = 0.0; progress <= 1.0; progress += 0.125)
    {
      EntTimeScale mixed = ent_time_scale_mix (from, to, progress, WIDTH);
      g_assert_cmpfloat_with_epsilon (ent_time_scale_to_x (mixed, time), 250.0, 1e-6);
    }
  EntTimeScale beside = ent_time_scale_pan (from, 400.0);
  g_assert_cmpfloat_with_epsilon (ent_time_scale_mix (from, beside, 0.25, WIDTH).start, 1000.0, 1e-6);
  g_assert_cmpfloat (ent_time_scale_mix (from, to, 1.0, WIDTH).days_per_pixel, ==, to.days_per_pixel);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-scale/there-and-back", test_there_and_back);
  g_test_add_func ("/time-scale/zoom-keeps-point", test_zoom_keeps_point);
  g_test_add_func ("/time-scale/pan", test_pan);
  g_test_add_func ("/time-scale/fit", test_fit);
  g_test_add_func ("/time-scale/clamp", test_clamp);
  g_test_add_func ("/time-scale/mix", test_mix);
  return g_test_run ();
}
