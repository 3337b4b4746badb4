/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/statement-letters.h"

#include <string.h>

/* A text of fewer letters says too little to be known again, in bytes. */
#define FEWEST_LETTERS 150

/* Reads a text letter by letter: without spaces, signs and the like, in small letters, byte by byte. What files of
 * different formats make of one text differs in nothing else. */
typedef struct
{
  const guchar *at;
  const guchar *end;
} Letters;

/* The next byte of a letter or figure; 0 at the end. */
static guchar
next_letter (Letters *letters)
{
  while (letters->at < letters->end)
    {
      guchar c = *letters->at;
      gsize left = (gsize) (letters->end - letters->at);

      /* Spaces that do not break, dashes and quotation marks, and the space between ideographs. */
      if (c == 0xC2 && left > 1 && letters->at[1] < 0xC0)
        letters->at += 2;
      else if (left > 2 && ((c == 0xE2 && letters->at[1] == 0x80) || (c == 0xE3 && letters->at[1] == 0x80)))
        letters->at += 3;
      else if (c >= 0x80 || g_ascii_isalnum ((char) c))
        {
          letters->at++;
          return (guchar) g_ascii_tolower ((char) c);
        }
      else
        letters->at++;
    }
  return 0;
}

/* Behind a title that the text repeats at its begin. */
static Letters
skip_title (Letters     text,
            const char *title)
{
  Letters wanted = { (const guchar *) title, (const guchar *) title + (title != NULL ? strlen (title) : 0) };
  Letters behind = text;
  guchar c;

  while ((c = next_letter (&wanted)) != 0)
    if (next_letter (&behind) != c)
      return text;
  return behind;
}

static guint64
add_letters (guint64  hash,
             Letters  letters,
             gsize   *n)
{
  guchar c;

  for (; (c = next_letter (&letters)) != 0; (*n)++)
    hash = (hash ^ c) * G_GUINT64_CONSTANT (0x100000001B3);
  return hash;
}

/**
 * ent_statement_hash_letters:
 * @statement: a statement
 *
 * Returns: a number that two statements share which say the same in the same words, however they are laid out; 0 for
 *   one that says too little to tell
 */
guint64
ent_statement_hash_letters (const EntStatement *statement)
{
  guint64 hash = G_GUINT64_CONSTANT (0xCBF29CE484222325);
  gsize length, n_furniture, n = 0, from = 0;
  const guchar *text;
  const EntSpan *furniture;

  g_return_val_if_fail (statement != NULL, 0);

  text = (const guchar *) ent_statement_get_text (statement, &length);
  furniture = ent_statement_get_furniture (statement, &n_furniture);
  for (gsize i = 0; i <= n_furniture; i++)
    {
      gsize to = i < n_furniture ? furniture[i].start : length;
      Letters letters = { text + from, text + to };

      if (n == 0)
        letters = skip_title (letters, ent_statement_get_info (statement)->title);
      hash = add_letters (hash, letters, &n);
      from = i < n_furniture ? furniture[i].end : length;
    }
  return n >= FEWEST_LETTERS ? MAX (hash, 1) : 0;
}
