/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read-pdf/pdf-words.h"

#include <string.h>

/* Both halves of a parted compound are words of their own, and not so short that any syllable is one. */
#define MIN_HALF 3

struct _EntPdfWords
{
  GHashTable *seen; /* of small letters */
};

static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalnum (c) || c == '-' || c == '\'' || c == 0x2019;
}

/* How many bytes of @text the word has that it begins with. */
static gsize
measure_word (const char *text)
{
  const char *at = text;

  while (*at != 0 && is_word_character (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return (gsize) (at - text);
}

/* How many bytes before @end belong to the word that ends there. */
static gsize
measure_word_back (const char *text,
                   const char *end)
{
  const char *at = end;

  while (at > text)
    {
      const char *previous = g_utf8_prev_char (at);

      if (!is_word_character (g_utf8_get_char (previous)))
        break;
      at = previous;
    }
  return (gsize) (end - at);
}

static void
add_word (GHashTable *seen,
          const char *word,
          gsize       length)
{
  if (length > 1)
    g_hash_table_add (seen, g_utf8_casefold (word, (gssize) length));
}

/* A line's last word may be but a half of one, and so may the first. */
static void
add_line (GHashTable *seen,
          const char *text)
{
  const char *at = text;

  while (*at != 0)
    {
      gsize length = measure_word (at);

      if (length == 0)
        {
          at = g_utf8_next_char (at);
          continue;
        }
      if (at > text && at[length] != 0)
        add_word (seen, at, length);
      at += length;
    }
}

/**
 * ent_pdf_words_new:
 * @pages: a document's pages
 * @n_pages: how many
 *
 * Returns: (transfer full): the words in its lines
 */
EntPdfWords *
ent_pdf_words_new (const EntPdfPage *pages,
                   guint             n_pages)
{
  EntPdfWords *self = g_new0 (EntPdfWords, 1);

  g_return_val_if_fail (pages != NULL || n_pages == 0, self);

  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < n_pages; i++)
    for (guint j = 0; j < pages[i].lines->len; j++)
      add_line (self->seen, ent_pdf_page_get_line (&pages[i], j)->text);
  return self;
}

/**
 * ent_pdf_words_free:
 * @words: (nullable): words
 */
void
ent_pdf_words_free (EntPdfWords *words)
{
  if (words == NULL)
    return;
  g_hash_table_unref (words->seen);
  g_free (words);
}

static gboolean
knows (const EntPdfWords *self,
       const char        *first,
       gsize              first_length,
       const char        *sign,
       const char        *second,
       gsize              second_length)
{
  g_autofree char *word = g_strdup_printf ("%.*s%s%.*s", (int) first_length, first, sign, (int) second_length, second);
  g_autofree char *folded = g_utf8_casefold (word, -1);

  return g_hash_table_contains (self->seen, folded);
}

/**
 * ent_pdf_words_keep_hyphen:
 * @words: the document's words
 * @before: a line that ends with a hyphen
 * @length: its length in bytes without the hyphen
 * @after: the line after it
 *
 * Tells the hyphen of a compound ("long-term") from that of a word parted at a line's end ("nego-tiate"): by how the
 * document writes the word elsewhere, else by whether it knows both halves as words.
 *
 * Returns: whether the hyphen belongs to the word
 */
gboolean
ent_pdf_words_keep_hyphen (const EntPdfWords *words,
                           const char        *before,
                           gsize              length,
                           const char        *after)
{
  gsize first_length, second_length;
  const char *first;

  g_return_val_if_fail (words != NULL && before != NULL && after != NULL, TRUE);

  /* Only small letters go on with a word. */
  if (length == 0 || !g_unichar_islower (g_utf8_get_char (after))
      || !g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (before + length))))
    return TRUE;
  first_length = measure_word_back (before, before + length);
  first = before + length - first_length;
  second_length = measure_word (after);
  if (knows (words, first, first_length, "", after, second_length))
    return FALSE;
  if (knows (words, first, first_length, "-", after, second_length))
    return TRUE;
  /* "state-of-the-" is a compound already. */
  if (memchr (first, '-', first_length) != NULL)
    return TRUE;
  return first_length >= MIN_HALF && second_length >= MIN_HALF && knows (words, first, first_length, "", "", 0)
         && knows (words, "", 0, "", after, second_length);
}
