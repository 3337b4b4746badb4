/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counting is most of the work when densities are drawn and facets counted. The baseline of x86-64 has no instruction
 * for it, though nearly every machine has one and newer ones count eight words at once, so that the loops exist for
 * each of these. Other machines have it in their baseline or not at all. */
#include "base/bit-count.h"

#ifdef __x86_64__
#include <immintrin.h>
#endif

static inline __attribute__ ((always_inline)) guint
count_words (const guint64 *a,
             const guint64 *b,
             gsize          n)
{
  guint count = 0;

  for (gsize i = 0; i < n; i++)
    count += (guint) __builtin_popcountll (a[i] & b[i]);
  return count;
}

static inline __attribute__ ((always_inline)) void
rank_words (const guint64 *words,
            gsize          n,
            guint32       *ranks)
{
  guint32 count = 0;
  gsize n_blocks = (n + ENT_RANK_WORDS - 1) / ENT_RANK_WORDS;

  for (gsize i = 0; i < n; i++)
    {
      if (i % ENT_RANK_WORDS == 0)
        ranks[i / ENT_RANK_WORDS] = count;
      count += (guint32) __builtin_popcountll (words[i]);
    }
  ranks[n_blocks] = count;
}

#ifdef __x86_64__

#define VECTOR_WORDS (sizeof (__m512i) / sizeof (guint64))

__attribute__ ((target ("popcnt"))) static guint
count_words_popcnt (const guint64 *a,
                    const guint64 *b,
                    gsize          n)
{
  return count_words (a, b, n);
}

__attribute__ ((target ("popcnt"))) static void
rank_words_popcnt (const guint64 *words,
                   gsize          n,
                   guint32       *ranks)
{
  rank_words (words, n, ranks);
}

__attribute__ ((target ("popcnt,avx512f,avx512vpopcntdq"))) static guint
count_words_vector (const guint64 *a,
                    const guint64 *b,
                    gsize          n)
{
  __m512i counts = _mm512_setzero_si512 ();
  gsize i = 0;

  for (; i + VECTOR_WORDS <= n; i += VECTOR_WORDS)
    {
      __m512i both = _mm512_and_si512 (_mm512_loadu_si512 (a + i), _mm512_loadu_si512 (b + i));

      counts = _mm512_add_epi64 (counts, _mm512_popcnt_epi64 (both));
    }
  return (guint) _mm512_reduce_add_epi64 (counts) + count_words (a + i, b + i, n - i);
}

#endif

/**
 * ent_bits_count_both:
 * @a: (array length=n): words of 64 bits
 * @b: (array length=n): as many others
 * @n: how many words
 *
 * Returns: how many bits are set in both
 */
guint
ent_bits_count_both (const guint64 *a,
                     const guint64 *b,
                     gsize          n)
{
#ifdef __x86_64__
  if (n >= VECTOR_WORDS && __builtin_cpu_supports ("avx512vpopcntdq"))
    return count_words_vector (a, b, n);
  if (__builtin_cpu_supports ("popcnt"))
    return count_words_popcnt (a, b, n);
#endif
  return count_words (a, b, n);
}

/**
 * ent_bits_fill_ranks:
 * @words: (array length=n): words of 64 bits
 * @n: how many words
 * @ranks: (out caller-allocates): a number for each %ENT_RANK_WORDS words begun, and one more
 *
 * Tells how many bits are set before each block of words; the last number is that of all.
 */
void
ent_bits_fill_ranks (const guint64 *words,
                     gsize          n,
                     guint32       *ranks)
{
#ifdef __x86_64__
  if (__builtin_cpu_supports ("popcnt"))
    {
      rank_words_popcnt (words, n, ranks);
      return;
    }
#endif
  rank_words (words, n, ranks);
}
