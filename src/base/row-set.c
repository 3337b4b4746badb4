/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/row-set.h"

#include <string.h>

#include "base/bit-count.h"
#include "base/event-terms.h"

#define WORD_ROWS 64
#define BLOCK_WORDS ENT_RANK_WORDS
#define BLOCK_ROWS (WORD_ROWS * BLOCK_WORDS)

/* Bits from n_rows on in the last word are always 0. */
struct _EntRowSet
{
  guint64 *words;
  guint32 *ranks; /* rows before each block of words; one more holds the count */
  gsize n_words;
  gsize n_blocks;
  guint n_rows;
};

G_DEFINE_BOXED_TYPE (EntRowSet, ent_row_set, ent_row_set_ref, ent_row_set_unref)

typedef enum
{
  OP_AND,
  OP_OR,
  OP_MINUS,
} SetOp;

static inline gsize
words_for_rows (guint n_rows)
{
  return ((gsize) n_rows + WORD_ROWS - 1) / WORD_ROWS;
}

static inline guint64
mask_below (guint bit)
{
  return bit == 0 ? 0 : ~G_GUINT64_CONSTANT (0) >> (WORD_ROWS - bit);
}

/* Takes @words over. */
static EntRowSet *
row_set_new (guint64 *words,
             guint    n_rows)
{
  EntRowSet *self = g_atomic_rc_box_new0 (EntRowSet);

  self->words = words;
  self->n_rows = n_rows;
  self->n_words = words_for_rows (n_rows);
  self->n_blocks = (self->n_words + BLOCK_WORDS - 1) / BLOCK_WORDS;
  self->ranks = g_new (guint32, self->n_blocks + 1);
  if (n_rows % WORD_ROWS != 0)
    words[self->n_words - 1] &= mask_below (n_rows % WORD_ROWS);
  ent_bits_fill_ranks (words, self->n_words, self->ranks);
  return self;
}

static void
row_set_clear (gpointer data)
{
  EntRowSet *self = data;

  g_free (self->words);
  g_free (self->ranks);
}

static EntRowSet *
combine (const EntRowSet *a,
         const EntRowSet *b,
         SetOp            op)
{
  guint64 *words = g_new (guint64, MAX (a->n_words, 1));
  gsize n = a->n_words;

  switch (op)
    {
    case OP_AND:
      for (gsize i = 0; i < n; i++)
        words[i] = a->words[i] & b->words[i];
      break;
    case OP_OR:
      for (gsize i = 0; i < n; i++)
        words[i] = a->words[i] | b->words[i];
      break;
    case OP_MINUS:
      for (gsize i = 0; i < n; i++)
        words[i] = a->words[i] & ~b->words[i];
      break;
    default:
      g_assert_not_reached ();
    }
  return row_set_new (words, a->n_rows);
}

/**
 * ent_row_set_new_empty:
 * @n_rows: how many rows the store has
 *
 * Returns: (transfer full): the set of none of them
 */
EntRowSet *
ent_row_set_new_empty (guint n_rows)
{
  return row_set_new (g_new0 (guint64, MAX (words_for_rows (n_rows), 1)), n_rows);
}

/**
 * ent_row_set_new_all:
 * @n_rows: how many rows the store has
 *
 * Returns: (transfer full): the set of all of them
 */
EntRowSet *
ent_row_set_new_all (guint n_rows)
{
  gsize n_words = words_for_rows (n_rows);
  guint64 *words = g_new (guint64, MAX (n_words, 1));

  memset (words, 0xff, n_words * sizeof *words);
  return row_set_new (words, n_rows);
}

/**
 * ent_row_set_new_words:
 * @words: (transfer full): a bit a row, lowest bit first; made with g_new (), at least one word for
 *   every 64 rows begun. Bits past the last row are cleared.
 * @n_rows: how many rows the store has
 *
 * Returns: (transfer full): the set of the rows whose bit is 1
 */
EntRowSet *
ent_row_set_new_words (guint64 *words,
                       guint    n_rows)
{
  g_return_val_if_fail (words != NULL || n_rows == 0, NULL);

  return row_set_new (words, n_rows);
}

/**
 * ent_row_set_new_rows:
 * @rows: (array length=n) (nullable): rows in any order, perhaps repeated; each below @n_rows
 * @n: how many
 * @n_rows: how many rows the store has
 *
 * Returns: (transfer full): the set of @rows
 */
EntRowSet *
ent_row_set_new_rows (const guint32 *rows,
                      gsize          n,
                      guint          n_rows)
{
  g_autofree guint64 *words = NULL;

  g_return_val_if_fail (rows != NULL || n == 0, NULL);

  words = g_new0 (guint64, MAX (words_for_rows (n_rows), 1));
  for (gsize i = 0; i < n; i++)
    {
      g_return_val_if_fail (rows[i] < n_rows, NULL);
      words[rows[i] / WORD_ROWS] |= G_GUINT64_CONSTANT (1) << rows[i] % WORD_ROWS;
    }
  return row_set_new (g_steal_pointer (&words), n_rows);
}

/**
 * ent_row_set_ref:
 * @set: a set
 *
 * Returns: (transfer full): @set
 */
EntRowSet *
ent_row_set_ref (EntRowSet *set)
{
  g_return_val_if_fail (set != NULL, NULL);

  return g_atomic_rc_box_acquire (set);
}

/**
 * ent_row_set_unref:
 * @set: (transfer full): a set
 */
void
ent_row_set_unref (EntRowSet *set)
{
  g_return_if_fail (set != NULL);

  g_atomic_rc_box_release_full (set, row_set_clear);
}

/**
 * ent_row_set_and:
 * @a: a set
 * @b: another of the same store
 *
 * Returns: (transfer full): the rows in both
 */
EntRowSet *
ent_row_set_and (const EntRowSet *a,
                 const EntRowSet *b)
{
  g_return_val_if_fail (a != NULL && b != NULL && a->n_rows == b->n_rows, NULL);

  return combine (a, b, OP_AND);
}

/**
 * ent_row_set_or:
 * @a: a set
 * @b: another of the same store
 *
 * Returns: (transfer full): the rows in either
 */
EntRowSet *
ent_row_set_or (const EntRowSet *a,
                const EntRowSet *b)
{
  g_return_val_if_fail (a != NULL && b != NULL && a->n_rows == b->n_rows, NULL);

  return combine (a, b, OP_OR);
}

/**
 * ent_row_set_minus:
 * @a: a set
 * @b: another of the same store
 *
 * Returns: (transfer full): the rows of @a that are not in @b
 */
EntRowSet *
ent_row_set_minus (const EntRowSet *a,
                   const EntRowSet *b)
{
  g_return_val_if_fail (a != NULL && b != NULL && a->n_rows == b->n_rows, NULL);

  return combine (a, b, OP_MINUS);
}

/**
 * ent_row_set_equal:
 * @a: a set
 * @b: another
 *
 * Returns: whether both hold the same rows of as many
 */
gboolean
ent_row_set_equal (const EntRowSet *a,
                   const EntRowSet *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a == b
         || (a->n_rows == b->n_rows
             && (a->n_words == 0 || memcmp (a->words, b->words, a->n_words * sizeof *a->words) == 0));
}

/**
 * ent_row_set_get_n_rows:
 * @set: a set
 *
 * Returns: how many rows the store has
 */
guint
ent_row_set_get_n_rows (const EntRowSet *set)
{
  g_return_val_if_fail (set != NULL, 0);

  return set->n_rows;
}

/**
 * ent_row_set_get_count:
 * @set: a set
 *
 * Returns: how many rows are in the set
 */
guint
ent_row_set_get_count (const EntRowSet *set)
{
  g_return_val_if_fail (set != NULL, 0);

  return set->ranks[set->n_blocks];
}

/**
 * ent_row_set_contains:
 * @set: a set
 * @row: any number
 *
 * Returns: whether @row is in the set
 */
gboolean
ent_row_set_contains (const EntRowSet *set,
                      guint32          row)
{
  g_return_val_if_fail (set != NULL, FALSE);

  return row < set->n_rows && (set->words[row / WORD_ROWS] >> row % WORD_ROWS & 1) != 0;
}

/**
 * ent_row_set_rank:
 * @set: a set
 * @row: any number
 *
 * Returns: how many rows of the set are below @row
 */
guint
ent_row_set_rank (const EntRowSet *set,
                  guint32          row)
{
  gsize word;
  gsize block;
  guint rank;

  g_return_val_if_fail (set != NULL, 0);

  if (row >= set->n_rows)
    return ent_row_set_get_count (set);

  word = row / WORD_ROWS;
  block = word / BLOCK_WORDS;
  rank = set->ranks[block];
  for (gsize i = block * BLOCK_WORDS; i < word; i++)
    rank += (guint) __builtin_popcountll (set->words[i]);
  return rank + (guint) __builtin_popcountll (set->words[word] & mask_below (row % WORD_ROWS));
}

/**
 * ent_row_set_nth:
 * @set: a set
 * @n: a position, from 0
 *
 * Returns: the row at position @n of the set, or %ENT_ROW_NONE if it has no more than @n rows
 */
guint32
ent_row_set_nth (const EntRowSet *set,
                 guint            n)
{
  gsize low = 0;
  gsize high;
  gsize word;
  guint64 bits;

  g_return_val_if_fail (set != NULL, ENT_ROW_NONE);

  if (n >= ent_row_set_get_count (set))
    return ENT_ROW_NONE;

  /* The last block that has at most n rows before it. */
  high = set->n_blocks;
  while (high - low > 1)
    {
      gsize middle = low + (high - low) / 2;

      if (set->ranks[middle] <= n)
        low = middle;
      else
        high = middle;
    }

  n -= set->ranks[low];
  for (word = low * BLOCK_WORDS;; word++)
    {
      guint count = (guint) __builtin_popcountll (set->words[word]);

      if (n < count)
        break;
      n -= count;
    }

  bits = set->words[word];
  while (n-- > 0)
    bits &= bits - 1;
  return (guint32) (word * WORD_ROWS) + (guint32) __builtin_ctzll (bits);
}

/**
 * ent_row_set_next:
 * @set: a set
 * @from: any number
 *
 * Returns: the first row of the set from @from on, or %ENT_ROW_NONE
 */
guint32
ent_row_set_next (const EntRowSet *set,
                  guint32          from)
{
  gsize word;
  guint64 bits;

  g_return_val_if_fail (set != NULL, ENT_ROW_NONE);

  if (from >= set->n_rows)
    return ENT_ROW_NONE;

  word = from / WORD_ROWS;
  bits = set->words[word] & ~mask_below (from % WORD_ROWS);
  while (bits == 0)
    {
      if (++word == set->n_words)
        return ENT_ROW_NONE;
      bits = set->words[word];
    }
  return (guint32) (word * WORD_ROWS) + (guint32) __builtin_ctzll (bits);
}

/**
 * ent_row_set_count_and:
 * @a: a set
 * @b: another of the same store
 * @first: first row of a span
 * @end: the row after its last; any number
 *
 * Returns: how many rows of the span are in both sets
 */
guint
ent_row_set_count_and (const EntRowSet *a,
                       const EntRowSet *b,
                       guint32          first,
                       guint32          end)
{
  gsize first_word;
  gsize last_word;
  guint64 head;
  guint64 tail;
  guint count;

  g_return_val_if_fail (a != NULL && b != NULL && a->n_rows == b->n_rows, 0);

  end = MIN (end, a->n_rows);
  if (first >= end)
    return 0;

  first_word = first / WORD_ROWS;
  last_word = (end - 1) / WORD_ROWS;
  head = ~mask_below (first % WORD_ROWS);
  tail = mask_below ((end - 1) % WORD_ROWS + 1);
  if (first_word == last_word)
    return (guint) __builtin_popcountll (a->words[first_word] & b->words[first_word] & head & tail);

  count = (guint) __builtin_popcountll (a->words[first_word] & b->words[first_word] & head);
  count += ent_bits_count_both (a->words + first_word + 1, b->words + first_word + 1, last_word - first_word - 1);
  return count + (guint) __builtin_popcountll (a->words[last_word] & b->words[last_word] & tail);
}

/**
 * ent_row_set_get_words:
 * @set: a set
 * @n_words: (out) (optional): how many words
 *
 * Returns: (transfer none) (array length=n_words): a bit a row, lowest bit first
 */
const guint64 *
ent_row_set_get_words (const EntRowSet *set,
                       gsize           *n_words)
{
  g_return_val_if_fail (set != NULL, NULL);

  if (n_words != NULL)
    *n_words = set->n_words;
  return set->words;
}
