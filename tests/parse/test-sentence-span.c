/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "parse/sentence-span.h"

static void
test_cases (void)
{
  static const struct
  {
    const char *language, *text, *words, *sentence;
  } cases[] = {
    { "en", "He came. He saw the Strait. He left.", "Strait", "He saw the Strait." },
    { "en", "He came.", "came", "He came." },
    { "en", "U.S. President Ford met Gen. Smith on trade. They left.", "trade",
      "U.S. President Ford met Gen. Smith on trade." },
    { "en", "He spoke for an hour\non trade and on\ntariffs. Then they ate.", "tariffs",
      "He spoke for an hour\non trade and on\ntariffs." },
    { "en", "A heading\n\nThe sides met in May. Trade came up.", "Trade", "Trade came up." },
    { "en", "A heading\n\nThe sides met in May.", "met", "The sides met in May." },
    { "zh-Hans", "双方会晤。台湾问题是第一条红线，碰不得。贸易战没有赢家。", "台湾", "台湾问题是第一条红线，碰不得。" },
    { "zh-Hans", "双方会晤。台湾问题是第一条红线，碰不得。贸易战没有赢家。", "赢家", "贸易战没有赢家。" },
    { NULL, "No end", "No", "No end" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      EntStatementInfo info = { .id = (char *) "s", .language = (char *) cases[i].language };
      g_autoptr (EntStatement) statement = ent_statement_new (bytes, &info, NULL, 0);
      const char *at = strstr (cases[i].text, cases[i].words);
      EntSpan words = { (guint32) (at - cases[i].text), (guint32) (at - cases[i].text + strlen (cases[i].words)) };
      g_autofree char *sentence = ent_statement_dup_span (statement, ent_sentence_span_at (statement, words));

      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

/* Any words of any text stand in what is found for them. */
static void
test_holds (void)
{
  static const char text[] = "双方。\r\n\r\n  Mr. A. B met C.\n\n\n…“x”\xc2\xa0y! 7.5 z";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  EntStatementInfo info = { .id = (char *) "s" };
  g_autoptr (EntStatement) statement = ent_statement_new (bytes, &info, NULL, 0);

  for (const char *start = text; *start != '\0'; start = g_utf8_next_char (start))
    {
      EntSpan words = { (guint32) (start - text), (guint32) (g_utf8_next_char (start) - text) };
      EntSpan sentence = ent_sentence_span_at (statement, words);

      g_assert_cmpuint (sentence.end, <=, sizeof text - 1);
      g_assert_cmpuint (sentence.start, <=, sentence.end);
      if (g_unichar_isalnum (g_utf8_get_char (start)))
        {
          g_assert_cmpuint (sentence.start, <=, words.start);
          g_assert_cmpuint (sentence.end, >=, words.end);
        }
      g_assert_true (g_utf8_validate (text + sentence.start, (gssize) (sentence.end - sentence.start), NULL));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentence-span/cases", test_cases);
  g_test_add_func ("/sentence-span/holds", test_holds);
  return g_test_run ();
}
