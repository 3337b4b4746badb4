/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/row-set.h"

#include "base/event-terms.h"

#define ROUNDS 200
#define ROWS_MAX 3000

/* The slow plain twin: a byte a row. */
static GByteArray *
random_bytes (guint n_rows)
{
  GByteArray *bytes = g_byte_array_new ();
  /* From empty to full, so that long runs of either come by. */
  double share = g_test_rand_double ();

  g_byte_array_set_size (bytes, n_rows);
  for (guint i = 0; i < n_rows; i++)
    bytes->data[i] = g_test_rand_double () < share;
  return bytes;
}

static EntRowSet *
set_from_bytes (const GByteArray *bytes)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < bytes->len; i++)
    {
      if (bytes->data[i])
        g_array_append_val (rows, i);
    }
  return ent_row_set_new_rows ((const guint32 *) (gpointer) rows->data, rows->len, bytes->len);
}

static void
check_twin (const EntRowSet  *set,
            const GByteArray *bytes)
{
  guint count = 0;
  guint32 next = ent_row_set_next (set, 0);

  g_assert_cmpuint (ent_row_set_get_n_rows (set), ==, bytes->len);
  for (guint32 row = 0; row < bytes->len; row++)
    {
      g_assert_cmpint (ent_row_set_contains (set, row), ==, bytes->data[row] != 0);
      g_assert_cmpuint (ent_row_set_rank (set, row), ==, count);
      if (!bytes->data[row])
        continue;
      g_assert_cmpuint (ent_row_set_nth (set, count), ==, row);
      g_assert_cmpuint (next, ==, row);
      next = ent_row_set_next (set, row + 1);
      count++;
    }
  g_assert_cmpuint (ent_row_set_get_count (set), ==, count);
  g_assert_cmpuint (ent_row_set_rank (set, G_MAXUINT32), ==, count);
  g_assert_cmpuint (ent_row_set_nth (set, count), ==, ENT_ROW_NONE);
  g_assert_cmpuint (next, ==, ENT_ROW_NONE);
  g_assert_false (ent_row_set_contains (set, bytes->len));
}

static void
check_count_and (const EntRowSet  *a,
                 const EntRowSet  *b,
                 const GByteArray *bytes_a,
                 const GByteArray *bytes_b)
{
  guint32 first = (guint32) g_test_rand_int_range (0, (gint32) bytes_a->len + 2);
  guint32 end = (guint32) g_test_rand_int_range (0, (gint32) bytes_a->len + 70);
  guint count = 0;

  for (guint32 row = first; row < MIN (end, bytes_a->len); row++)
    count += bytes_a->data[row] && bytes_b->data[row];
  g_assert_cmpuint (ent_row_set_count_and (a, b, first, end), ==, count);
}

static void
test_against_twin (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      guint n_rows = (guint) g_test_rand_int_range (0, round % 4 == 0 ? 130 : ROWS_MAX);
      g_autoptr (GByteArray) bytes_a = random_bytes (n_rows);
      g_autoptr (GByteArray) bytes_b = random_bytes (n_rows);
      g_autoptr (GByteArray) both = g_byte_array_new ();
      g_autoptr (GByteArray) either = g_byte_array_new ();
      g_autoptr (GByteArray) rest = g_byte_array_new ();
      g_autoptr (EntRowSet) a = set_from_bytes (bytes_a);
      g_autoptr (EntRowSet) b = set_from_bytes (bytes_b);
      g_autoptr (EntRowSet) set_and = ent_row_set_and (a, b);
      g_autoptr (EntRowSet) set_or = ent_row_set_or (a, b);
      g_autoptr (EntRowSet) set_minus = ent_row_set_minus (a, b);

      for (guint i = 0; i < n_rows; i++)
        {
          g_byte_array_append (both, &(guint8) { bytes_a->data[i] && bytes_b->data[i] }, 1);
          g_byte_array_append (either, &(guint8) { bytes_a->data[i] || bytes_b->data[i] }, 1);
          g_byte_array_append (rest, &(guint8) { bytes_a->data[i] && !bytes_b->data[i] }, 1);
        }
      check_twin (a, bytes_a);
      check_twin (set_and, both);
      check_twin (set_or, either);
      check_twin (set_minus, rest);
      check_count_and (a, b, bytes_a, bytes_b);
    }
}

/* One row at a time goes in and out, as a user's clicks would have it. */
static void
test_edits (void)
{
  guint n_rows = 1100;
  g_autoptr (GByteArray) bytes = random_bytes (n_rows);
  g_autoptr (EntRowSet) set = set_from_bytes (bytes);

  for (guint i = 0; i < ROUNDS; i++)
    {
      guint32 row = (guint32) g_test_rand_int_range (0, (gint32) n_rows);
      g_autoptr (EntRowSet) single = ent_row_set_new_rows (&row, 1, n_rows);
      EntRowSet *changed = bytes->data[row] ? ent_row_set_minus (set, single) : ent_row_set_or (set, single);

      bytes->data[row] = !bytes->data[row];
      g_assert_false (ent_row_set_equal (set, changed));
      ent_row_set_unref (set);
      set = changed;
    }
  check_twin (set, bytes);
}

static void
test_edges (void)
{
  static const guint sizes[] = { 0, 1, 63, 64, 65, 511, 512, 513, 1024 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      guint n = sizes[i];
      g_autoptr (EntRowSet) empty = ent_row_set_new_empty (n);
      g_autoptr (EntRowSet) all = ent_row_set_new_all (n);
      g_autoptr (EntRowSet) nothing = ent_row_set_minus (all, all);
      g_autoptr (EntRowSet) again = ent_row_set_or (empty, all);

      g_assert_cmpuint (ent_row_set_get_count (empty), ==, 0);
      g_assert_cmpuint (ent_row_set_get_count (all), ==, n);
      g_assert_cmpuint (ent_row_set_nth (all, n), ==, ENT_ROW_NONE);
      g_assert_cmpuint (ent_row_set_next (empty, 0), ==, ENT_ROW_NONE);
      g_assert_cmpuint (ent_row_set_count_and (all, all, 0, G_MAXUINT32), ==, n);
      g_assert_true (ent_row_set_equal (nothing, empty));
      g_assert_true (ent_row_set_equal (again, all));
      if (n > 0)
        g_assert_cmpuint (ent_row_set_nth (all, n - 1), ==, n - 1);
    }
}

/* Words may come with bits past the last row; these are not rows. */
static void
test_words (void)
{
  guint64 *words = g_new (guint64, 2);
  gsize n_words;
  g_autoptr (EntRowSet) set = NULL;

  words[0] = G_GUINT64_CONSTANT (0x8000000000000001);
  words[1] = ~G_GUINT64_CONSTANT (0);
  set = ent_row_set_new_words (words, 70);
  g_assert_cmpuint (ent_row_set_get_count (set), ==, 2 + 6);
  g_assert_cmpuint (ent_row_set_nth (set, 1), ==, 63);
  g_assert_cmphex (ent_row_set_get_words (set, &n_words)[1], ==, 0x3f);
  g_assert_cmpuint (n_words, ==, 2);
}

static void
test_boxed (void)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (EntRowSet) set = ent_row_set_new_all (10);

  g_value_init (&value, ENT_TYPE_ROW_SET);
  g_value_set_boxed (&value, set);
  g_assert_true (g_value_get_boxed (&value) == set);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-set/against-twin", test_against_twin);
  g_test_add_func ("/row-set/edits", test_edits);
  g_test_add_func ("/row-set/edges", test_edges);
  g_test_add_func ("/row-set/words", test_words);
  g_test_add_func ("/row-set/boxed", test_boxed);
  return g_test_run ();
}
