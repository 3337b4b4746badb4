/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rows two sets share, without making a third set of them. */
#include "base/row-count.h"

#include "base/bit-count.h"
#include "base/event-terms.h"

#define WORD_ROWS 64
#define BLOCK_WORDS 1024 /* so many stay in the processor's nearest memory while all others pass by */

/**
 * ent_row_count_each:
 * @set: a set
 * @others: (array length=n): others of the same store
 * @n: how many
 * @counts: (out caller-allocates) (array length=n): how many rows each shares with @set
 *
 * Passes over @set once, and over each of the others.
 */
void
ent_row_count_each (const EntRowSet         *set,
                    const EntRowSet * const *others,
                    gsize                    n,
                    guint                   *counts)
{
  gsize n_words;
  const guint64 *words = ent_row_set_get_words (set, &n_words);

  for (gsize i = 0; i < n; i++)
    counts[i] = 0;
  for (gsize begin = 0; begin < n_words; begin += BLOCK_WORDS)
    {
      gsize length = MIN (BLOCK_WORDS, n_words - begin);

      for (gsize i = 0; i < n; i++)
        {
          if (ent_row_set_get_count (others[i]) > 0)
            counts[i] += ent_bits_count_both (words + begin, ent_row_set_get_words (others[i], NULL) + begin, length);
        }
    }
}

/**
 * ent_row_next_of_both:
 * @a: a set
 * @b: another of the same store
 * @from: any number
 *
 * Returns: the first row from @from on that both hold, or %ENT_ROW_NONE
 */
guint32
ent_row_next_of_both (const EntRowSet *a,
                      const EntRowSet *b,
                      guint32          from)
{
  gsize n_words;
  const guint64 *first = ent_row_set_get_words (a, &n_words);
  const guint64 *second = ent_row_set_get_words (b, NULL);
  gsize word = from / WORD_ROWS;

  if (from >= ent_row_set_get_n_rows (a))
    return ENT_ROW_NONE;
  guint64 bits = first[word] & second[word] & ~G_GUINT64_CONSTANT (0) << from % WORD_ROWS;
  while (bits == 0)
    {
      if (++word == n_words)
        return ENT_ROW_NONE;
      bits = first[word] & second[word];
    }
  return (guint32) (word * WORD_ROWS) + (guint32) __builtin_ctzll (bits);
}
