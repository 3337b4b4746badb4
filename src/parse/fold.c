/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/fold.h"

#include <unicode/uchar.h>

/* simplified[]: ideographs as simplified Chinese writes them, so that one rule serves both scripts. */
#include "simplified-ideographs.h"

#define FIRST_IDEOGRAPH 0x4E00
#define LAST_IDEOGRAPH 0x9FFF

G_STATIC_ASSERT (G_N_ELEMENTS (simplified) == LAST_IDEOGRAPH - FIRST_IDEOGRAPH + 1);

/**
 * ent_fold_character:
 * @c: a character
 *
 * Folds case, full width, traditional ideographs, curly quotes and short dashes, so that words that
 * mean the same to a rule are the same.
 *
 * Returns: the folded character; 0 for one that is left out (a soft hyphen)
 */
gunichar
ent_fold_character (gunichar c)
{
  if (c < 0x80)
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  if (c >= FIRST_IDEOGRAPH && c <= LAST_IDEOGRAPH)
    return simplified[c - FIRST_IDEOGRAPH];
  if (c >= 0xFF01 && c <= 0xFF5E)
    return ent_fold_character (c - 0xFEE0);
  switch (c)
    {
    case 0x00AD:
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0xFEFF:
      return 0;
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0x00B4:
      return '\'';
    case 0x201C:
    case 0x201D:
      return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
      return '-';
    default:
      return (gunichar) u_foldCase ((UChar32) c, U_FOLD_CASE_DEFAULT);
    }
}

/**
 * ent_fold_word:
 * @word: a word
 * @length: its bytes
 * @folded: (out): where the folded word goes; not ended by a zero byte
 *
 * Returns: how many bytes @folded has; 0 when the word is too long for any rule
 */
gsize
ent_fold_word (const char *word,
               gsize       length,
               char        folded[ENT_FOLD_MAX])
{
  gsize n = 0;
  const char *end = word + length;

  while (word < end)
    {
      guchar byte = (guchar) *word;

      if (n + 6 > ENT_FOLD_MAX)
        return 0;
      if (byte < 0x80)
        {
          folded[n++] = (char) (byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte);
          word++;
        }
      else
        {
          gunichar c = ent_fold_character (g_utf8_get_char (word));

          if (c != 0)
            n += (gsize) g_unichar_to_utf8 (c, folded + n);
          word = g_utf8_next_char (word);
        }
    }
  return n;
}
