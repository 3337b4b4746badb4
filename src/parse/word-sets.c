/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/word-sets.h"

#include <string.h>

struct _EntWordSets
{
  GArray *pool;      /* of guint32: set by set, how many words it has and they, sorted */
  GHashTable *known; /* its bytes → where it stands */
};

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  guint32 x = *(const guint32 *) a;
  guint32 y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

/**
 * ent_word_sets_new:
 *
 * Returns: (transfer full): no sets
 */
EntWordSets *
ent_word_sets_new (void)
{
  EntWordSets *sets = g_new0 (EntWordSets, 1);

  sets->pool = g_array_new (FALSE, FALSE, sizeof (guint32));
  sets->known = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  return sets;
}

/**
 * ent_word_sets_free:
 * @sets: (nullable) (transfer full): sets
 */
void
ent_word_sets_free (EntWordSets *sets)
{
  if (sets == NULL)
    return;
  g_array_unref (sets->pool);
  g_hash_table_unref (sets->known);
  g_free (sets);
}

/**
 * ent_word_sets_add:
 * @sets: sets
 * @words: (element-type guint32): symbols, at least one; gets sorted, each once
 *
 * Returns: the set of them, new or not
 */
guint32
ent_word_sets_add (EntWordSets *sets,
                   GArray      *words)
{
  guint32 set = sets->pool->len;
  guint kept = 1;
  gpointer known;
  GBytes *key;

  g_array_sort (words, compare_words);
  for (guint i = 1; i < words->len; i++)
    if (g_array_index (words, guint32, i) != g_array_index (words, guint32, kept - 1))
      g_array_index (words, guint32, kept++) = g_array_index (words, guint32, i);
  g_array_set_size (words, kept);
  key = g_bytes_new (words->data, words->len * sizeof (guint32));
  if (g_hash_table_lookup_extended (sets->known, key, NULL, &known))
    {
      g_bytes_unref (key);
      return GPOINTER_TO_UINT (known);
    }
  g_hash_table_insert (sets->known, key, GUINT_TO_POINTER (set));
  g_array_append_val (sets->pool, kept);
  g_array_append_vals (sets->pool, words->data, words->len);
  return set;
}

/**
 * ent_word_sets_get:
 * @sets: sets
 * @set: one of them
 * @n: (out): how many words it has
 *
 * Returns: (transfer none) (array length=n): its words, sorted; valid until the next set is added
 */
const guint32 *
ent_word_sets_get (const EntWordSets *sets,
                   guint32            set,
                   guint32           *n)
{
  const guint32 *at = &g_array_index (sets->pool, guint32, set);

  *n = *at;
  return at + 1;
}

/**
 * ent_word_sets_has:
 * @sets: sets
 * @set: one of them
 * @word: a symbol
 *
 * Returns: whether it has the word
 */
gboolean
ent_word_sets_has (const EntWordSets *sets,
                   guint32            set,
                   guint32            word)
{
  guint32 high;
  const guint32 *words = ent_word_sets_get (sets, set, &high);
  guint32 low = 0;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (words[middle] < word)
        low = middle + 1;
      else if (words[middle] > word)
        high = middle;
      else
        return TRUE;
    }
  return FALSE;
}
