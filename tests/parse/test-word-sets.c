/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/word-sets.h"

static guint32
add (EntWordSets   *sets,
     const guint32 *words,
     guint          n)
{
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_append_vals (array, words, n);
  return ent_word_sets_add (sets, array);
}

static void
test_sets_are_kept_once (void)
{
  g_autoptr (EntWordSets) sets = ent_word_sets_new ();
  guint32 some = add (sets, (const guint32[]) { 7, 3, 7, 12 }, 4);
  guint32 other = add (sets, (const guint32[]) { 7, 3 }, 2);
  guint32 n;
  const guint32 *words = ent_word_sets_get (sets, some, &n);

  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (words[0], ==, 3);
  g_assert_cmpuint (words[2], ==, 12);
  g_assert_cmpuint (add (sets, (const guint32[]) { 12, 3, 7 }, 3), ==, some);
  g_assert_cmpuint (other, !=, some);
  g_assert_true (ent_word_sets_has (sets, some, 12));
  g_assert_false (ent_word_sets_has (sets, other, 12));
}

/* A set has what was put into it and nothing else. */
static void
test_random_sets (void)
{
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (EntWordSets) sets = ent_word_sets_new ();
      guint32 words[40];
      gboolean has[64] = { FALSE };
      guint n = (guint) g_test_rand_int_range (1, G_N_ELEMENTS (words));
      guint32 set;

      for (guint i = 0; i < n; i++)
        {
          words[i] = (guint32) g_test_rand_int_range (1, G_N_ELEMENTS (has));
          has[words[i]] = TRUE;
        }
      add (sets, words, n / 2 + 1);
      set = add (sets, words, n);
      for (guint32 word = 0; word < G_N_ELEMENTS (has); word++)
        g_assert_true (ent_word_sets_has (sets, set, word) == has[word]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parse/word-sets/are-kept-once", test_sets_are_kept_once);
  g_test_add_func ("/parse/word-sets/random", test_random_sets);
  return g_test_run ();
}
