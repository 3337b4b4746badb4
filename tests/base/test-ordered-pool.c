/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ordered-pool.h"

#define N_ITEMS 2000

typedef struct
{
  GThread *owner;
  GArray *results;
  int on_the_way; /* atomic */
  int most_on_the_way;
  gboolean off_thread; /* some work ran elsewhere; atomic */
} Fixture;

/* Some pieces take longer, so that they end in another order than they began. */
static gpointer
square (gpointer item,
        gpointer data)
{
  Fixture *fixture = data;
  guint n = GPOINTER_TO_UINT (item);

  if (n % 97 == 0)
    g_usleep (500);
  if (g_thread_self () != fixture->owner)
    g_atomic_int_set (&fixture->off_thread, TRUE);
  if (n % 10 == 3)
    {
      g_atomic_int_dec_and_test (&fixture->on_the_way);
      return NULL;
    }
  return GUINT_TO_POINTER (n * n);
}

static void
note (gpointer result,
      gpointer data)
{
  Fixture *fixture = data;
  guint value = GPOINTER_TO_UINT (result);

  g_assert_true (g_thread_self () == fixture->owner);
  g_atomic_int_dec_and_test (&fixture->on_the_way);
  g_array_append_val (fixture->results, value);
}

static void
test_order (gconstpointer data)
{
  guint n_jobs = GPOINTER_TO_UINT (data);
  Fixture fixture = { .owner = g_thread_self (), .results = g_array_new (FALSE, FALSE, sizeof (guint)) };
  EntOrderedPool *pool = ent_ordered_pool_new (n_jobs, square, note, &fixture);
  guint at = 0;

  for (guint i = 1; i <= N_ITEMS; i++)
    {
      int on_the_way = g_atomic_int_add (&fixture.on_the_way, 1) + 1;

      fixture.most_on_the_way = MAX (fixture.most_on_the_way, on_the_way);
      ent_ordered_pool_push (pool, GUINT_TO_POINTER (i));
    }
  ent_ordered_pool_finish (pool);

  for (guint i = 1; i <= N_ITEMS; i++)
    {
      if (i % 10 != 3)
        g_assert_cmpuint (g_array_index (fixture.results, guint, at++), ==, i * i);
    }
  g_assert_cmpuint (at, ==, fixture.results->len);
  g_assert_cmpint (fixture.on_the_way, ==, 0);
  /* Bounded: far fewer than all are ever on the way. */
  g_assert_cmpint (fixture.most_on_the_way, <=, (int) n_jobs * 4 + 1);
  g_assert_cmpint (fixture.off_thread, ==, n_jobs > 1);
  g_array_unref (fixture.results);
}

static void
test_nothing (void)
{
  Fixture fixture = { .owner = g_thread_self () };

  ent_ordered_pool_finish (ent_ordered_pool_new (3, square, note, &fixture));
  g_assert_cmpint (fixture.on_the_way, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/ordered-pool/one-job", GUINT_TO_POINTER (1), test_order);
  g_test_add_data_func ("/ordered-pool/two-jobs", GUINT_TO_POINTER (2), test_order);
  g_test_add_data_func ("/ordered-pool/many-jobs", GUINT_TO_POINTER (12), test_order);
  g_test_add_func ("/ordered-pool/nothing", test_nothing);
  return g_test_run ();
}
