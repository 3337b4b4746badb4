/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/edtf.h"

#include <string.h>

typedef struct
{
  const char *edtf;
  const char *words;
} WordsCase;

static void
check_words (const WordsCase     *cases,
             gsize                n,
             const EntTranslator *translator)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *words = NULL;
      EntEdtf edtf;

      g_assert_true (ent_edtf_parse (cases[i].edtf, strlen (cases[i].edtf), &edtf, NULL));
      words = ent_edtf_to_words (edtf, translator);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_english (void)
{
  static const WordsCase cases[] = {
    { "2024-04-02", "2 April 2024" },
    { "2023-11", "November 2023" },
    { "2024-21", "spring 2024" },
    { "2024-26", "summer 2024" },
    { "2024-29", "southern spring 2024" },
    { "2024-34", "second quarter of 2024" },
    { "2024-41", "second half of 2024" },
    { "1979", "1979" },
    { "1979~", "around 1979" },
    { "2024-04-02?", "perhaps 2 April 2024" },
    { "1979%", "perhaps around 1979" },
    { "197X", "the 1970s" },
    { "19XX", "1900–1999" },
    { "-0043-03-15", "15 March 44 BC" },
    { "-0043", "44 BC" },
    { "0000", "1 BC" },
    { "-004X", "50 BC–41 BC" },
    { "2025-05-12T09:00:00+02:00", "12 May 2025, 09:00 (UTC+02:00)" },
    { "2025-05-12T09:00:30-03:30", "12 May 2025, 09:00:30 (UTC-03:30)" },
    { "2025-05-12T15:30:00Z", "12 May 2025, 15:30 (UTC)" },
    { "2025-05-12T15:30:00", "12 May 2025, 15:30" },
    { "2023-11-14/2023-11-16", "14–16 November 2023" },
    { "2023-06-30/2023-07-02", "30 June – 2 July 2023" },
    { "2023-12-30/2024-01-02", "30 December 2023 – 2 January 2024" },
    { "2023-11-14/2023-11-14", "14 November 2023" },
    { "2023-03/2023-05", "March–May 2023" },
    { "2023-03~/2023-05~", "around March–May 2023" },
    { "2023-01/2023-04~", "January 2023 – around April 2023" },
    { "2024-01~/2024-04-02", "around January 2024 – 2 April 2024" },
    { "1979/1985", "1979–1985" },
    { "-0043/0014", "44 BC–14" },
    { "1979/..", "since 1979" },
    { "2024-04-02/..", "since 2 April 2024" },
    { "../2025-05-14", "by 14 May 2025" },
    { "../..", "undated" },
  };
  g_autofree char *none = ent_edtf_to_words ((EntEdtf) { 0 }, NULL);

  check_words (cases, G_N_ELEMENTS (cases), NULL);
  g_assert_cmpstr (none, ==, "undated");
}

static void
check_short_words (const char          *edtf,
                   const char          *expected,
                   const EntTranslator *translator)
{
  EntEdtf date;

  g_assert_true (ent_edtf_parse (edtf, strlen (edtf), &date, NULL));
  g_autofree char *words = ent_edtf_to_short_words (date, translator);
  g_assert_cmpstr (words, ==, expected);
}

/* A language that turns the order around, and one entry that asks for parts that there are not. */
static const char *
translate_to_chinese (const char *context,
                      const char *message,
                      gpointer    data)
{
  static const struct
  {
    const char *context;
    const char *message;
    const char *translation;
  } catalogue[] = {
    { "month", "April", "4月" },
    { "short month", "Sep", "9月" },
    { "month", "November", "11月" },
    { "day", "%1$s %2$s %3$s", "%3$s年%2$s%1$s日" },
    { "days", "%1$s–%2$s %3$s %4$s", "%4$s年%3$s%1$s日至%2$s日" },
    { "month of a year", "%1$s %2$s", "%2$s年%1$s" },
    { "year", "%1$s", "%1$s年" },
    { "year with era", "%1$s BC", "公元前%1$s" },
    { "date", "since %1$s", "自%1$s起" },
    { "date", "spring %1$s", "%1$s年春季%4$s%9$s%n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (catalogue); i++)
    {
      if (g_strcmp0 (catalogue[i].context, context) == 0 && g_str_equal (catalogue[i].message, message))
        return catalogue[i].translation;
    }
  return message;
}

static const char *
translate_no_plural (const char *one,
                     const char *many,
                     gulong      n,
                     gpointer    data)
{
  return n == 1 ? one : many;
}

static void
test_reordered (void)
{
  static const EntTranslator translator = { translate_to_chinese, translate_no_plural, NULL };
  static const WordsCase cases[] = {
    { "2024-04-02", "2024年4月2日" },
    { "2023-11-14/2023-11-16", "2023年11月14日至16日" },
    { "2023-11", "2023年11月" },
    { "1979/..", "自1979年起" },
    { "-0043", "公元前44年" },
    { "2024-21", "2024年春季%9$s%n" },
  };

  check_words (cases, G_N_ELEMENTS (cases), &translator);
}

/* Months alone are shorter. */
static void
test_short (void)
{
  const EntTranslator chinese = { translate_to_chinese, translate_no_plural, NULL };

  check_short_words ("2024-09-02", "2 Sep 2024", NULL);
  check_short_words ("2023-11-14/2023-11-16", "14–16 Nov 2023", NULL);
  check_short_words ("2023-12~", "around Dec 2023", NULL);
  check_short_words ("2024-21", "spring 2024", NULL);
  check_short_words ("2024-09-02", "2024年9月2日", &chinese);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edtf-words/english", test_english);
  g_test_add_func ("/edtf-words/reordered", test_reordered);
  g_test_add_func ("/edtf-words/short", test_short);
  return g_test_run ();
}
