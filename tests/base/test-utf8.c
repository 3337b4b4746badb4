/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/utf8.h"

#define N_TEXTS 200000
#define MAX_LENGTH 64

/* Texts of pieces that are valid or nearly so, told as GLib tells them. */
static void
test_valid (void)
{
  static const char * const pieces[] = {
    "a", "plain words ", "\xC3\xA9", "\xE4\xB8\xAD", "\xF0\x9F\x98\x80", "\xE2\x80\x99", "\x7F", "\x01",
    "\xC3", "\xE4\xB8", "\x80", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF", "",
  };
  guint n_valid = 0;

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      /* Mostly of the good ones alone. */
      gint32 n = i % 4 == 0 ? G_N_ELEMENTS (pieces) : 8;
      gboolean valid;

      while (text->len < (gsize) g_test_rand_int_range (0, MAX_LENGTH))
        {
          const char *piece = pieces[g_test_rand_int_range (0, n)];

          g_string_append_len (text, piece, *piece != '\0' ? (gssize) strlen (piece) : 1);
        }
      valid = g_utf8_validate_len (text->str, text->len, NULL);
      g_assert_cmpint (ent_utf8_is_valid (text->str, text->len), ==, valid);
      n_valid += valid;
    }
  g_assert_cmpuint (n_valid, >, N_TEXTS / 2);
  g_assert_cmpuint (n_valid, <, N_TEXTS);
}

static void
test_below (void)
{
  for (guint i = 0; i < N_TEXTS; i++)
    {
      guint64 bytes = 0;
      guint8 limit = (guint8) g_test_rand_int_range (1, 129);
      gboolean below = FALSE;

      for (guint at = 0; at < 8; at++)
        {
          guint8 byte = (guint8) g_test_rand_int_range (i % 2 == 0 ? 0 : limit - 1, 256);

          bytes |= (guint64) byte << (8 * at);
          below |= byte < limit;
        }
      g_assert_cmpint (ent_find_bytes_below (bytes, limit) != 0, ==, below);
    }
}

/* Longer than what is summed up at a time, and cut anywhere. */
static void
test_count (void)
{
  static const char * const pieces[] = { "a", "plain words ", "\xC3\xA9", "\xE4\xB8\xAD", "\xF0\x9F\x98\x80" };

  for (guint i = 0; i < N_TEXTS / 100; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      gsize length = (gsize) g_test_rand_int_range (0, 10000);
      gint32 first = g_test_rand_int_range (0, G_N_ELEMENTS (pieces));
      gsize n = 0;

      while (text->len < length)
        g_string_append (text, pieces[g_test_rand_int_range (first, G_N_ELEMENTS (pieces))]);
      for (gsize at = 0; at < length; at++)
        n += ((guchar) text->str[at] & 0xC0) != 0x80;
      g_assert_cmpuint (ent_utf8_count (text->str, length), ==, n);
    }
}

static void
test_with_zeros (void)
{
  g_assert_true (ent_utf8_are_valid (NULL, 0));
  g_assert_true (ent_utf8_are_valid ("\0", 1));
  g_assert_true (ent_utf8_are_valid ("a\0\xC3\xA9\0\0b", 7));
  /* A character that a zero byte or the end cuts. */
  g_assert_false (ent_utf8_are_valid ("a\0\xC3\0\xA9", 5));
  g_assert_false (ent_utf8_are_valid ("a\0\xE4\xB8", 4));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/utf8/valid", test_valid);
  g_test_add_func ("/base/utf8/with-zeros", test_with_zeros);
  g_test_add_func ("/base/utf8/below", test_below);
  g_test_add_func ("/base/utf8/count", test_count);
  return g_test_run ();
}
