/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "model/text-likeness.h"

static guint64
hash (const char *text)
{
  return ent_text_hash_words (text, strlen (text), G_MAXUINT);
}

static double
compare (const char *a,
         const char *b)
{
  g_autoptr (GArray) shingles_a = ent_text_new_shingles (a, strlen (a));
  g_autoptr (GArray) shingles_b = ent_text_new_shingles (b, strlen (b));

  return ent_shingles_get_containment (shingles_a, shingles_b);
}

static void
test_hash (void)
{
  g_assert_cmpuint (hash ("The two sides, once more."), ==, hash ("  the TWO sides\nonce more"));
  g_assert_cmpuint (hash ("the two sides"), !=, hash ("two the sides"));
  g_assert_cmpuint (hash ("the two sides"), !=, hash ("thetwo sides"));
  g_assert_cmpuint (hash ("两国元首 通话。"), ==, hash ("两国元首通话"));
  g_assert_cmpuint (hash (""), ==, hash (" – … "));
  g_assert_cmpuint (ent_text_hash_words ("one two three", 13, 2), ==, hash ("One, two"));
}

static void
test_containment (void)
{
  static const char whole[] = "the minister met his colleague in Vienna and they spoke of trade and of the border";

  g_assert_cmpfloat (compare (whole, whole), ==, 1.0);
  g_assert_cmpfloat (compare (whole, "they spoke of trade and of the border"), ==, 1.0);
  g_assert_cmpfloat (compare (whole, "quite another text that shares no three words with it"), ==, 0.0);
  g_assert_cmpfloat (compare (whole, "two words"), ==, 0.0);
  g_assert_cmpfloat (compare (whole, ""), ==, 0.0);
  /* Half of the shingles of the shorter one. */
  g_assert_cmpfloat (compare ("one two three four", "one two three five"), ==, 0.5);
  g_assert_cmpfloat (compare ("双方就贸易问题交换意见", "贸易问题"), ==, 1.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-likeness/hash", test_hash);
  g_test_add_func ("/text-likeness/containment", test_containment);
  return g_test_run ();
}
