/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which words of two texts differ, by the longest sequence of words that both have in this order:
 *
 *     The two sides held  candid         talks
 *     The two sides held  constructive   talks        ─► "candid" only in the one, "constructive" only in the other
 *
 * An ideograph is a word of its own. Capitals and marks do not count. */
#include "base/word-diff.h"

#include <string.h>

/* The table of lengths grows with the product; longer texts are compared word by word without their order. */
#define MOST_WORDS 2000

typedef struct
{
  EntTextRange range;
  guint hash;
  const char *folded; /* in the chunk */
} Word;

static gboolean
is_ideograph (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA;
}

/* The end of the word that begins at @start. */
static const char *
skip_word (const char *start)
{
  const char *end = g_utf8_next_char (start);

  if (is_ideograph (g_utf8_get_char (start)))
    return end;
  while (*end != '\0')
    {
      gunichar c = g_utf8_get_char (end);
      gboolean links = c == '-' || c == '\'' || c == 0x2019;
      gboolean joins = links && g_unichar_isalnum (g_utf8_get_char (g_utf8_next_char (end)));

      if (is_ideograph (c) || !(g_unichar_isalnum (c) || g_unichar_ismark (c) || joins))
        break;
      end = g_utf8_next_char (end);
    }
  return end;
}

static GArray *
split_words (const char   *text,
             GStringChunk *chunk)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));

  for (const char *at = text; *at != '\0';)
    {
      if (!g_unichar_isalnum (g_utf8_get_char (at)))
        {
          at = g_utf8_next_char (at);
          continue;
        }
      const char *end = skip_word (at);
      g_autofree char *folded = g_utf8_casefold (at, end - at);
      EntTextRange range = { (gsize) (at - text), (gsize) (end - text) };
      Word word = { range, g_str_hash (folded), g_string_chunk_insert (chunk, folded) };
      g_array_append_val (words, word);
      at = end;
    }
  return words;
}

static gboolean
same (const Word *a,
      const Word *b)
{
  return a->hash == b->hash && strcmp (a->folded, b->folded) == 0;
}

/* Ranges that only white space and marks part are one. */
static void
add_range (GArray       *ranges,
           EntTextRange  range,
           gboolean      joins)
{
  if (joins && ranges->len > 0)
    g_array_index (ranges, EntTextRange, ranges->len - 1).end = range.end;
  else
    g_array_append_val (ranges, range);
}

static GArray *
collect_unmarked (const GArray   *words,
                  const gboolean *common)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (EntTextRange));

  for (guint i = 0; i < words->len; i++)
    {
      if (!common[i])
        add_range (ranges, g_array_index (words, Word, i).range, i > 0 && !common[i - 1]);
    }
  return ranges;
}

/* lengths[i][j]: of the longest sequence that the words from i and from j on have in common. */
static void
mark_in_order (const GArray *a,
               const GArray *b,
               gboolean     *common_a,
               gboolean     *common_b)
{
  gsize width = (gsize) b->len + 1;
  g_autofree guint16 *lengths = g_new0 (guint16, ((gsize) a->len + 1) * width);

  for (guint i = a->len; i-- > 0;)
    {
      for (guint j = b->len; j-- > 0;)
        {
          guint16 *here = &lengths[i * width + j];

          if (same (&g_array_index (a, Word, i), &g_array_index (b, Word, j)))
            *here = (guint16) (lengths[(i + 1) * width + j + 1] + 1);
          else
            *here = MAX (lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
        }
    }
  for (guint i = 0, j = 0; i < a->len && j < b->len;)
    {
      if (same (&g_array_index (a, Word, i), &g_array_index (b, Word, j)))
        {
          common_a[i++] = TRUE;
          common_b[j++] = TRUE;
        }
      else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])
        i++;
      else
        j++;
    }
}

static void
mark_known (const GArray *words,
            const GArray *others,
            gboolean     *common)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < others->len; i++)
    g_hash_table_add (known, (gpointer) g_array_index (others, Word, i).folded);
  for (guint i = 0; i < words->len; i++)
    common[i] = g_hash_table_contains (known, g_array_index (words, Word, i).folded);
}

/**
 * ent_word_diff:
 * @a: a text
 * @b: another
 * @only_a: (out) (transfer full) (element-type EntTextRange): pieces of @a that @b lacks, in order
 * @only_b: (out) (transfer full) (element-type EntTextRange): pieces of @b that @a lacks
 *
 * Compares two texts word by word. Of texts of more than 2,000 words the order is not compared.
 */
void
ent_word_diff (const char  *a,
               const char  *b,
               GArray     **only_a,
               GArray     **only_b)
{
  g_return_if_fail (a != NULL && b != NULL && only_a != NULL && only_b != NULL);

  g_autoptr (GStringChunk) chunk = g_string_chunk_new (4096);
  g_autoptr (GArray) words_a = split_words (a, chunk);
  g_autoptr (GArray) words_b = split_words (b, chunk);
  g_autofree gboolean *common_a = g_new0 (gboolean, words_a->len + 1);
  g_autofree gboolean *common_b = g_new0 (gboolean, words_b->len + 1);

  if (words_a->len <= MOST_WORDS && words_b->len <= MOST_WORDS)
    mark_in_order (words_a, words_b, common_a, common_b);
  else
    {
      mark_known (words_a, words_b, common_a);
      mark_known (words_b, words_a, common_b);
    }
  *only_a = collect_unmarked (words_a, common_a);
  *only_b = collect_unmarked (words_b, common_b);
}
