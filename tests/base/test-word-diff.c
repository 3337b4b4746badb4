/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/word-diff.h"

static char *
join (const char   *text,
      const GArray *ranges)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < ranges->len; i++)
    {
      EntTextRange range = g_array_index (ranges, EntTextRange, i);

      g_string_append_printf (words, "%s%.*s", i > 0 ? "|" : "", (int) (range.end - range.start), text + range.start);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
test_cases (void)
{
  static const struct
  {
    const char *a, *b, *only_a, *only_b;
  } cases[] = {
    { "", "", "", "" },
    { "One and the same.", "one, and the SAME", "", "" },
    { "The talks were candid and long.", "The talks were constructive and long.", "candid", "constructive" },
    { "They met.", "They met in the morning, for an hour.", "", "in the morning, for an hour" },
    { "red line red", "red red", "line", "" },
    { "双方坦诚交换意见", "双方深入交换意见", "坦诚", "深入" },
    { "Xi’s well-known words", "Xi’s words", "well-known", "" },
    { "a b", "b a", "a", "a" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) only_a = NULL;
      g_autoptr (GArray) only_b = NULL;

      ent_word_diff (cases[i].a, cases[i].b, &only_a, &only_b);
      g_autofree char *a = join (cases[i].a, only_a);
      g_autofree char *b = join (cases[i].b, only_b);
      g_assert_cmpstr (a, ==, cases[i].only_a);
      g_assert_cmpstr (b, ==, cases[i].only_b);
    }
}

/* What is left over when the differences are cut out is the same of both, whatever the texts are. */
static char *
cut (const char   *text,
     const GArray *ranges)
{
  g_autoptr (GString) rest = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < ranges->len; i++)
    {
      EntTextRange range = g_array_index (ranges, EntTextRange, i);

      g_string_append_len (rest, text + at, (gssize) (range.start - at));
      at = range.end;
    }
  g_string_append (rest, text + at);
  for (char *c = rest->str; *c != '\0'; c++)
    *c = *c == ' ' ? '\n' : *c;
  g_auto (GStrv) words = g_strsplit (rest->str, "\n", -1);
  g_string_truncate (rest, 0);
  for (guint i = 0; words[i] != NULL; i++)
    g_string_append (rest, words[i]);
  return g_string_free (g_steal_pointer (&rest), FALSE);
}

static char *
make_text (guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "w%d ", g_test_rand_int_range (0, 9));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_random (void)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *a = make_text ((guint) g_test_rand_int_range (0, 40));
      g_autofree char *b = make_text ((guint) g_test_rand_int_range (0, 40));
      g_autoptr (GArray) only_a = NULL;
      g_autoptr (GArray) only_b = NULL;

      ent_word_diff (a, b, &only_a, &only_b);
      g_autofree char *rest_a = cut (a, only_a);
      g_autofree char *rest_b = cut (b, only_b);
      g_assert_cmpstr (rest_a, ==, rest_b);
    }
}

static void
test_long (void)
{
  g_autoptr (GString) a = g_string_new ("first ");
  g_autoptr (GArray) only_a = NULL;
  g_autoptr (GArray) only_b = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (a, "many words ");
  ent_word_diff (a->str, "many words", &only_a, &only_b);
  g_autofree char *words = join (a->str, only_a);
  g_assert_cmpstr (words, ==, "first");
  g_assert_cmpuint (only_b->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-diff/cases", test_cases);
  g_test_add_func ("/word-diff/random", test_random);
  g_test_add_func ("/word-diff/long", test_long);
  return g_test_run ();
}
