/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/text-likeness.h"

/* So many words on end make a shingle. */
#define SHINGLE_WORDS 3

/* FNV-1a, over 64 bits. */
#define HASH_START G_GUINT64_CONSTANT (0xcbf29ce484222325)
#define HASH_FACTOR G_GUINT64_CONSTANT (0x100000001b3)

/* One character is a word of its own where a script sets no spaces between words. */
static gboolean
stands_alone (gunichar c)
{
  return g_unichar_iswide (c);
}

/* A letter of ASCII made small, or a digit; 0 for what is neither. */
static inline guchar
fold_ascii (guchar byte)
{
  guchar small = byte | 0x20;

  if (small >= 'a' && small <= 'z')
    return small;
  return byte >= '0' && byte <= '9' ? byte : 0;
}

/*
 * Finds the next word at or after @at and moves behind it.
 *
 * Returns: its hash, or 0 at the end
 */
static guint64
next_word (const char **at,
           const char  *end)
{
  guint64 hash = HASH_START;
  gboolean in_word = FALSE;

  while (*at < end)
    {
      guchar byte = (guchar) * *at;
      gunichar c;

      /* Most are letters of ASCII, of which none stands alone. */
      if (byte < 0x80)
        {
          guchar folded = fold_ascii (byte);

          if (folded != 0)
            {
              hash = (hash ^ folded) * HASH_FACTOR;
              in_word = TRUE;
            }
          else if (in_word)
            return hash;
          ++*at;
          continue;
        }
      c = g_utf8_get_char (*at);
      if (g_unichar_isalnum (c))
        {
          if (in_word && stands_alone (c))
            return hash;
          hash = (hash ^ g_unichar_tolower (c)) * HASH_FACTOR;
          in_word = TRUE;
        }
      else if (in_word)
        return hash;
      *at = g_utf8_next_char (*at);
      if (in_word && stands_alone (c))
        return hash;
    }
  return in_word ? hash : 0;
}

/**
 * ent_text_hash_words:
 * @text: valid UTF-8
 * @length: its length in bytes
 * @most: how many words are looked at, from the first on
 *
 * Returns: a number that two texts of the same words share, and hardly any others
 */
guint64
ent_text_hash_words (const char *text,
                     gsize       length,
                     guint       most)
{
  const char *at = text, *end = text + length;
  guint64 hash = HASH_START, word;

  g_return_val_if_fail (text != NULL || length == 0, 0);

  for (guint n = 0; n < most && (word = next_word (&at, end)) != 0; n++)
    hash = (hash ^ word) * HASH_FACTOR;
  return hash;
}

static int
compare_hashes (gconstpointer a,
                gconstpointer b)
{
  guint64 hash_a = *(const guint64 *) a;
  guint64 hash_b = *(const guint64 *) b;

  return hash_a < hash_b ? -1 : hash_a > hash_b;
}

/**
 * ent_text_new_shingles:
 * @text: valid UTF-8
 * @length: its length in bytes
 *
 * Returns: (transfer full) (element-type guint64): the hashes of every three words on end, in order, none twice
 */
GArray *
ent_text_new_shingles (const char *text,
                       gsize       length)
{
  GArray *shingles = g_array_new (FALSE, FALSE, sizeof (guint64));
  const char *at = text, *end = text + length;
  guint64 window[SHINGLE_WORDS] = { 0 };
  guint64 word;
  guint n = 0, kept = 0;

  g_return_val_if_fail (text != NULL || length == 0, shingles);

  while ((word = next_word (&at, end)) != 0)
    {
      guint64 hash = HASH_START;

      window[n++ % SHINGLE_WORDS] = word;
      if (n < SHINGLE_WORDS)
        continue;
      for (guint i = 0; i < SHINGLE_WORDS; i++)
        hash = (hash ^ window[(n + i) % SHINGLE_WORDS]) * HASH_FACTOR;
      g_array_append_val (shingles, hash);
    }
  g_array_sort (shingles, compare_hashes);
  for (guint i = 0; i < shingles->len; i++)
    if (i == 0 || g_array_index (shingles, guint64, i) != g_array_index (shingles, guint64, i - 1))
      g_array_index (shingles, guint64, kept++) = g_array_index (shingles, guint64, i);
  g_array_set_size (shingles, kept);
  return shingles;
}

/**
 * ent_shingles_get_containment:
 * @a: (element-type guint64): the shingles of a text
 * @b: (element-type guint64): the shingles of another
 *
 * Broder's containment: a text that was only shortened is wholly contained in its original.
 *
 * Returns: which part of the shorter text's shingles the longer one has too, from 0 to 1; 0 if one has none
 */
double
ent_shingles_get_containment (const GArray *a,
                              const GArray *b)
{
  guint common = 0;

  g_return_val_if_fail (a != NULL && b != NULL, 0.0);

  for (guint i = 0, j = 0; i < a->len && j < b->len;)
    {
      int order = compare_hashes (&g_array_index (a, guint64, i), &g_array_index (b, guint64, j));

      common += order == 0;
      i += order <= 0;
      j += order >= 0;
    }
  return MIN (a->len, b->len) == 0 ? 0.0 : (double) common / MIN (a->len, b->len);
}
