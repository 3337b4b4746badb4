/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/bit-count.h"

#include "base/row-count.h"

#define ROUNDS 300
#define WORDS_MAX 70

static guint64
random_word (void)
{
  /* Empty and full words too, as real sets have runs of them. */
  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      return 0;
    case 1:
      return ~G_GUINT64_CONSTANT (0);
    default:
      return (guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();
    }
}

/* The slow plain twin. */
static guint
count_one_by_one (guint64 word)
{
  guint count = 0;

  for (guint bit = 0; bit < 64; bit++)
    count += (guint) (word >> bit & 1);
  return count;
}

static void
test_both (void)
{
  guint64 a[WORDS_MAX], b[WORDS_MAX];

  for (guint round = 0; round < ROUNDS; round++)
    {
      /* Each number of words comes by, so that no remainder is left out. */
      gsize n = round % (WORDS_MAX + 1);
      guint count = 0;

      for (gsize i = 0; i < n; i++)
        {
          a[i] = random_word ();
          b[i] = random_word ();
          count += count_one_by_one (a[i] & b[i]);
        }
      g_assert_cmpuint (ent_bits_count_both (a, b, n), ==, count);
    }
}

static void
test_ranks (void)
{
  guint64 words[WORDS_MAX];

  for (guint round = 0; round < ROUNDS; round++)
    {
      gsize n = round % (WORDS_MAX + 1);
      gsize n_blocks = (n + ENT_RANK_WORDS - 1) / ENT_RANK_WORDS;
      guint32 ranks[WORDS_MAX / ENT_RANK_WORDS + 3];
      guint count = 0;

      for (gsize i = 0; i < n; i++)
        words[i] = random_word ();
      ranks[n_blocks + 1] = G_MAXUINT32;
      ent_bits_fill_ranks (words, n, ranks);
      for (gsize i = 0; i < n; i++)
        {
          if (i % ENT_RANK_WORDS == 0)
            g_assert_cmpuint (ranks[i / ENT_RANK_WORDS], ==, count);
          count += count_one_by_one (words[i]);
        }
      g_assert_cmpuint (ranks[n_blocks], ==, count);
      g_assert_cmpuint (ranks[n_blocks + 1], ==, G_MAXUINT32);
    }
}

/* About one row in @of. */
static EntRowSet *
random_set (guint n_rows,
            gint  of)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 row = 0; row < n_rows; row++)
    if (g_test_rand_int_range (0, of) == 0)
      g_array_append_val (rows, row);
  return ent_row_set_new_rows ((const guint32 *) (gpointer) rows->data, rows->len, n_rows);
}

/* More than one block of a set is passed over, and none of an empty one. */
static void
test_each (void)
{
  const guint n_rows = 70001;
  g_autoptr (EntRowSet) set = random_set (n_rows, 3);
  g_autoptr (EntRowSet) other = random_set (n_rows, 2);
  g_autoptr (EntRowSet) none = ent_row_set_new_empty (n_rows);
  guint shared = 0;

  for (guint32 row = 0; row < n_rows; row++)
    shared += ent_row_set_contains (set, row) && ent_row_set_contains (other, row);
  const EntRowSet *others[] = { other, none, set };
  guint counts[G_N_ELEMENTS (others)];

  ent_row_count_each (set, others, G_N_ELEMENTS (others), counts);
  g_assert_cmpuint (counts[0], ==, shared);
  g_assert_cmpuint (counts[1], ==, 0);
  g_assert_cmpuint (counts[2], ==, ent_row_set_get_count (set));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bit-count/both", test_both);
  g_test_add_func ("/bit-count/ranks", test_ranks);
  g_test_add_func ("/bit-count/each", test_each);
  return g_test_run ();
}
