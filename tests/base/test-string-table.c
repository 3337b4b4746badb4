/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/string-table.h"

#define N_TEXTS 5000

static void
test_ids (void)
{
  g_autoptr (EntStringTable) table = ent_string_table_new ();

  g_assert_cmpuint (ent_string_table_get_n (table), ==, 1);
  g_assert_cmpstr (ent_string_table_get (table, 0), ==, "");
  g_assert_cmpuint (ent_string_table_intern (table, "", -1), ==, 0);
  g_assert_cmpuint (ent_string_table_intern (table, "北京", -1), ==, 1);
  g_assert_cmpuint (ent_string_table_intern (table, "Beijing", -1), ==, 2);
  g_assert_cmpuint (ent_string_table_intern (table, "北京", -1), ==, 1);
  g_assert_cmpuint (ent_string_table_intern (table, "Beijing and more", 7), ==, 2);
  g_assert_cmpuint (ent_string_table_intern (table, "Bei", -1), ==, 3);
  g_assert_cmpuint (ent_string_table_get_n (table), ==, 4);
}

/* A length past the NUL reads no further than it. */
static void
test_nul (void)
{
  g_autoptr (EntStringTable) table = ent_string_table_new ();
  guint32 id = ent_string_table_intern (table, "ab\0cd", 5);

  g_assert_cmpstr (ent_string_table_get (table, id), ==, "ab");
  g_assert_cmpuint (ent_string_table_intern (table, "ab", 2), ==, id);
}

static void
test_many (void)
{
  g_autoptr (EntStringTable) table = ent_string_table_new ();
  g_autoptr (GHashTable) twin = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *first = NULL;

  for (guint i = 0; i < N_TEXTS * 2; i++)
    {
      char *text = g_strdup_printf ("%d", g_test_rand_int_range (0, N_TEXTS));
      guint32 id = ent_string_table_intern (table, text, -1);
      gpointer known;

      g_assert_cmpstr (ent_string_table_get (table, id), ==, text);
      if (g_hash_table_lookup_extended (twin, text, NULL, &known))
        g_assert_cmpuint (id, ==, GPOINTER_TO_UINT (known));
      else
        g_assert_cmpuint (id, ==, g_hash_table_size (twin) + 1);
      g_hash_table_insert (twin, text, GUINT_TO_POINTER (id));
      if (first == NULL)
        first = ent_string_table_get (table, id);
    }
  g_assert_cmpuint (ent_string_table_get_n (table), ==, g_hash_table_size (twin) + 1);
  /* Texts stay where they are. */
  g_assert_true (ent_string_table_get (table, 1) == first);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/string-table/ids", test_ids);
  g_test_add_func ("/string-table/nul", test_nul);
  g_test_add_func ("/string-table/many", test_many);
  return g_test_run ();
}
