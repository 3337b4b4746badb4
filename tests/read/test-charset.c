/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "read/charset.h"

typedef struct
{
  const char *name;
  const char *bytes;
  gsize length;
  const char *charset;
  const char *utf8;
} Case;

#define BYTES(s) s, sizeof s - 1

static const Case cases[] = {
  { "nothing", BYTES (""), "UTF-8", "" },
  { "ascii", BYTES ("On April 2"), "UTF-8", "On April 2" },
  { "utf-8", BYTES ("\xE4\xB8\xAD\xE7\xBE\x8E"), "UTF-8", "中美" },
  { "utf-8 with mark", BYTES ("\xEF\xBB\xBFhello"), "UTF-8", "hello" },
  { "utf-16le with mark", BYTES ("\xFF\xFEh\0i\0\x2D\x4E"), "UTF-16LE", "hi中" },
  { "utf-16be with mark", BYTES ("\xFE\xFF\0h\0i\x4E\x2D"), "UTF-16BE", "hi中" },
  { "utf-16le", BYTES ("T\0h\0e\0 \0c\0a\0l\0l\0\n\0"), "UTF-16LE", "The call\n" },
  { "utf-16be", BYTES ("\0T\0h\0e\0 \0c\0a\0l\0l\0\n"), "UTF-16BE", "The call\n" },
  { "utf-16le Chinese, one line end", BYTES ("\x2D\x4E\x8E\x7F\x1A\x4F\x08\x8C\x0D\0\x0A\0\x8C\x4E\x08\x67"), "UTF-16LE", "中美会谈\r\n二月" },
  { "utf-32le with mark", BYTES ("\xFF\xFE\0\0h\0\0\0i\0\0\0"), "UTF-32LE", "hi" },
  { "gb18030", BYTES ("\xCF\xB0\xBD\xFC\xC6\xBD\xCD\xAC\xB0\xDD\xB5\xC7\xCD\xA8\xB5\xE7\xBB\xB0\xA1\xA3"), "GB18030", "习近平同拜登通电话。" },
  { "gb18030 among ascii", BYTES ("2024-04-02 \xD6\xD0\xC3\xC0 (Beijing)\n"), "GB18030", "2024-04-02 中美 (Beijing)\n" },
  { "gb18030, four bytes", BYTES ("\xD6\xD0\xB9\xFA\xBA\xCD\xC3\xC0\xB9\xFA\x95\x34\xB2\x35"), "GB18030", "中国和美国𠮷" },
  { "the word that reads as utf-8", BYTES ("\xC1\xAA\xCD\xA8"), "GB18030", "联通" },
  { "big5", BYTES ("\xA4\xA4\xAC\xFC\xA8\xE2\xB0\xEA\xA6\x62\xA5\x78\xC6\x57\xB0\xDD\xC3\x44\xA4\x57\xA1\x43"), "Big5", "中美兩國在台灣問題上。" },
  { "latin-1", BYTES ("Le pr\xE9sident fran\xE7" "ais a re\xE7u \xE0 l'\xC9lys\xE9" "e"), "windows-1252", "Le président français a reçu à l'Élysée" },
  { "windows-1252 quotes", BYTES ("the \x93one China\x94 policy \x96 as before; it\x92s"), "windows-1252", "the “one China” policy – as before; it’s" },
  { "a sign before a letter is not Big5", BYTES ("\xBFQue es?"), "windows-1252", "¿Que es?" },
  { "one byte that no word has", BYTES ("hello \xFF world"), "UTF-8", "hello \uFFFD world" },
  { "a byte within a word", BYTES ("hel\x80lo"), "UTF-8", "hel\uFFFDlo" },
  { "utf-8 with a bad byte", BYTES ("caf\xC3\xA9 \xE2\x80\x94 na\xC3\xAFve \xE9 x"), "UTF-8", "café — naïve \uFFFD x" },
  { "each bad byte is one", BYTES ("\xE4\xB8\xAD\xE7\xBE\x8E\xE4\xB8\xAD \xF0\x9F\x98 x"), "UTF-8", "中美中 \uFFFD\uFFFD\uFFFD x" },
  { "utf-8 cut off in a character", BYTES ("\xE4\xB8\xAD\xE7\xBE\x8E\xE4\xB8\xAD\xE7\xBE"), "UTF-8", "中美中\uFFFD\uFFFD" },
  { "surrogates in utf-8", BYTES ("\xE4\xB8\xAD\xE7\xBE\x8E\xE4\xB8\xAD\xED\xA0\x80"), "UTF-8", "中美中\uFFFD\uFFFD\uFFFD" },
  { "utf-16 with half a pair and half a character", BYTES ("\xFF\xFEh\0\0\xD8i\0x"), "UTF-16LE", "h\uFFFDi\uFFFD" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GString) utf8 = g_string_new (NULL);
  gsize bom;
  const char *charset = ent_charset_guess (c->bytes, c->length, TRUE, &bom);

  g_assert_cmpstr (charset, ==, c->charset);
  g_assert_true (ent_charset_append_utf8 (charset, c->bytes + bom, c->length - bom, utf8));
  g_assert_cmpstr (utf8->str, ==, c->utf8);
}

/* A head that ends within a character is still what the whole is. */
static void
test_head (void)
{
  const char *text = "On 2 April 习近平主席 spoke.";
  gsize bom;

  for (gsize length = 11; length < 24; length++)
    g_assert_cmpstr (ent_charset_guess (text, length, FALSE, &bom), ==, "UTF-8");
}

/* Whatever the bytes, the outcome is valid. */
static void
test_random (void)
{
  for (int round = 0; round < 3000; round++)
    {
      g_autoptr (GString) utf8 = g_string_new (NULL);
      char bytes[64];
      gsize length = (gsize) g_test_rand_int_range (0, sizeof bytes);
      const char *charset;
      gsize bom;

      for (gsize i = 0; i < length; i++)
        bytes[i] = (char) g_test_rand_int_range (1, g_test_rand_bit () ? 256 : 128);
      charset = ent_charset_guess (bytes, length, g_test_rand_bit (), &bom);
      g_assert_true (ent_charset_append_utf8 (charset, bytes + bom, length - bom, utf8));
      if (memchr (utf8->str, 0, utf8->len) == NULL)
        g_assert_true (g_utf8_validate_len (utf8->str, utf8->len, NULL));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/charset/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/charset/head", test_head);
  g_test_add_func ("/charset/random", test_random);
  return g_test_run ();
}
