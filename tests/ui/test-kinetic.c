/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "ui/kinetic.h"

#define CLOSE 1e-6

static void
test_tracker (void)
{
  static const struct
  {
    const char *what;
    double time[4], place[4];
    guint n;
    double now;
    double velocity;
  } cases[] = {
    { "nothing seen", { 0 }, { 0 }, 0, 1.0, 0.0 },
    { "one place", { 1.0 }, { 50.0 }, 1, 1.0, 0.0 },
    { "steady", { 0.00, 0.02, 0.04, 0.06 }, { 0, 10, 20, 30 }, 4, 0.06, 500.0 },
    { "backward", { 0.00, 0.05 }, { 0, -40 }, 2, 0.05, -800.0 },
    { "stopped before letting go", { 0.00, 0.02, 0.04 }, { 0, 10, 20 }, 3, 0.5, 0.0 },
    { "only the last moment counts", { 0.00, 0.90, 0.95, 1.00 }, { 0, 900, 905, 910 }, 4, 1.0, 100.0 },
    { "never faster than can be seen", { 0.00, 0.01 }, { 0, 5000 }, 2, 0.01, 8000.0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntKineticTracker tracker = { 0 };

      g_test_message ("%s", cases[i].what);
      for (guint j = 0; j < cases[i].n; j++)
        ent_kinetic_tracker_add (&tracker, cases[i].time[j], cases[i].place[j]);
      g_assert_cmpfloat_with_epsilon (ent_kinetic_tracker_velocity (&tracker, cases[i].now), cases[i].velocity, 1e-3);
    }
}

/* More places than the ring holds: the oldest give way. */
static void
test_tracker_ring (void)
{
  EntKineticTracker tracker = { 0 };

  for (guint i = 0; i < 5 * ENT_KINETIC_N_SAMPLES + 3; i++)
    ent_kinetic_tracker_add (&tracker, i * 0.001, i * 2.0);
  double now = (5 * ENT_KINETIC_N_SAMPLES + 2) * 0.001;
  g_assert_cmpfloat_with_epsilon (ent_kinetic_tracker_velocity (&tracker, now), 2000.0, 1e-3);
}

/* Moves for @seconds in steps of @step, and tells how far. */
static double
run (EntKinetic *kinetic,
     double      seconds,
     guint       n)
{
  double way = 0.0, moved;

  for (guint i = 0; i < n; i++)
    {
      ent_kinetic_step (kinetic, seconds / n, &moved);
      way += moved;
    }
  return way;
}

static void
test_steps_do_not_matter (void)
{
  EntKinetic one = { 1000.0 }, many = { 1000.0 };

  g_assert_cmpfloat_with_epsilon (run (&one, 0.3, 1), run (&many, 0.3, 97), CLOSE);
  g_assert_cmpfloat_with_epsilon (one.velocity, many.velocity, CLOSE);
}

static void
test_comes_to_rest (void)
{
  EntKinetic kinetic = { -1500.0 };
  double reach = ent_kinetic_get_reach (kinetic);
  double way = 0.0, moved = 0.0;
  guint frames = 0;

  while (ent_kinetic_step (&kinetic, 1.0 / 60.0, &moved))
    {
      g_assert_cmpfloat (moved, <, 0.0);
      way += moved;
      g_assert_cmpuint (++frames, <, 600);
    }
  g_assert_cmpfloat (kinetic.velocity, ==, 0.0);
  g_assert_cmpfloat (moved, ==, 0.0);
  g_assert_cmpfloat (fabs (way), <=, fabs (reach));
  g_assert_cmpfloat (fabs (way - reach), <, 10.0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kinetic/tracker", test_tracker);
  g_test_add_func ("/kinetic/tracker-ring", test_tracker_ring);
  g_test_add_func ("/kinetic/steps-do-not-matter", test_steps_do_not_matter);
  g_test_add_func ("/kinetic/comes-to-rest", test_comes_to_rest);
  return g_test_run ();
}
