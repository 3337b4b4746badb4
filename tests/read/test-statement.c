/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "read/statement.h"

static EntStatement *
statement_of (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  EntStatementInfo info = { .id = (char *) "x" };

  return ent_statement_new (bytes, &info, NULL, 0);
}

/* Against g_utf8_strlen (), at every character of texts of many lengths and widths. */
static void
test_offsets (void)
{
  static const gunichar alphabets[][4] = {
    { 'a', 'b', ' ', '\n' },
    { 'a', 0xE9, 0x4E2D, ' ' },
    { 0x4E2D, 0x1F600, 'x', 0x7F },
  };

  for (int round = 0; round < 60; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (EntStatement) statement = NULL;
      const gunichar *alphabet = alphabets[g_test_rand_int_range (0, G_N_ELEMENTS (alphabets))];
      int n = g_test_rand_int_range (0, 5000);
      gsize offset = 0;

      for (int i = 0; i < n; i++)
        g_string_append_unichar (text, alphabet[g_test_rand_int_range (0, 4)]);
      statement = statement_of (text->str);
      g_assert_cmpuint (ent_statement_get_n_characters (statement), ==, (guint) n);
      for (const char *p = text->str; *p != 0; p = g_utf8_next_char (p))
        g_assert_cmpuint (ent_statement_get_offset (statement, (guint32) (p - text->str)), ==, offset++);
      g_assert_cmpuint (ent_statement_get_offset (statement, (guint32) text->len), ==, offset);
    }
}

typedef struct
{
  const char *text;
  const char *word;
  guint paragraph;
} ParagraphCase;

static const ParagraphCase paragraph_cases[] = {
  { "", "", 1 },
  { "one", "one", 1 },
  { "one\n\ntwo\n\n\nthree", "two", 2 },
  { "one\n\ntwo\n\n\nthree", "three", 3 },
  { "one\nstill one\n\ntwo", "still", 1 },
  { "one\nstill one\n \u00A0\u3000\ntwo", "two", 2 },
  { "one\ntwo\nthree\n\n", "three", 3 },
  { "\n\none\n\ntwo", "one", 1 },
  { "one\r\n\r\ntwo\r\n", "two", 2 },
};

static void
test_paragraphs (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (paragraph_cases); i++)
    {
      const ParagraphCase *c = &paragraph_cases[i];
      g_autoptr (EntStatement) statement = statement_of (c->text);

      g_assert_cmpuint (ent_statement_get_paragraph (statement, (guint32) (strstr (c->text, c->word) - c->text)), ==,
                        c->paragraph);
    }
}

static void
test_furniture (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("0123456789", 10);
  EntStatementInfo info = { .id = (char *) "x", .title = (char *) "old" };
  const EntSpan spans[] = { { 0, 2 }, { 4, 5 }, { 8, 10 } };
  g_autoptr (EntStatement) first = ent_statement_new (bytes, &info, spans, G_N_ELEMENTS (spans));
  g_autoptr (EntStatement) statement = NULL;
  g_autofree char *words = NULL;
  gsize n;

  info.title = (char *) "new";
  statement = ent_statement_with_info (first, &info);
  g_clear_pointer (&first, ent_statement_unref);
  for (guint32 i = 0; i < 10; i++)
    g_assert_cmpint (ent_statement_is_furniture (statement, i), ==, strchr ("01489", '0' + (int) i) != NULL);
  g_assert_true (ent_statement_get_furniture (statement, &n) != spans);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpstr (ent_statement_get_info (statement)->title, ==, "new");
  words = ent_statement_dup_span (statement, (EntSpan) { 3, 6 });
  g_assert_cmpstr (words, ==, "345");
}

/* The digest of NIST's example for "abc". */
static void
test_sha256 (void)
{
  g_autoptr (EntStatement) statement = statement_of ("abc");

  g_assert_cmpstr (ent_statement_get_sha256 (statement), ==,
                   "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_assert_true (ent_statement_get_sha256 (statement) == ent_statement_get_sha256 (statement));
}

static gpointer
read_lazily (gpointer data)
{
  EntStatement *statement = data;

  for (int i = 0; i < 100; i++)
    g_assert_cmpuint (ent_statement_get_paragraph (statement, 5), ==, 2);
  return (gpointer) ent_statement_get_sha256 (statement);
}

static void
test_threads (void)
{
  for (int round = 0; round < 20; round++)
    {
      g_autoptr (EntStatement) statement = statement_of ("one\n\ntwo");
      GThread *threads[4];

      for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new ("reader", read_lazily, statement);
      for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
        g_assert_true (g_thread_join (threads[i]) == ent_statement_get_sha256 (statement));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statement/offsets", test_offsets);
  g_test_add_func ("/statement/paragraphs", test_paragraphs);
  g_test_add_func ("/statement/furniture", test_furniture);
  g_test_add_func ("/statement/sha256", test_sha256);
  g_test_add_func ("/statement/threads", test_threads);
  return g_test_run ();
}
