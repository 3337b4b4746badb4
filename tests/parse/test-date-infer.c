/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "date-fixture.h"

static const struct
{
  const char *language;
  const char *text;
  const char *date; /* "" where the text does not tell it */
  gboolean dateline;
} cases[] = {
  { "en", "Ottawa, 27 February 1950\n\nThe Ambassador called on me.", "1950-02-27", TRUE },
  { "en", "Washington, January 13, 1955—9 p.m.\n\nI spoke with the envoy.", "1955-01-13", TRUE },
  { "en", "The envoys met and spoke.\n\n(Beijing, April 2, 2024)", "2024-04-02", TRUE },
  { "en", "Readout of a Call\n\nMarch 5, 2021\n\nThe Secretary spoke today with his counterpart.", "2021-03-05", TRUE },
  { "en", "GENEVA, May 12, 2025 (Agency) – The two sides met.", "2025-05-12", TRUE },
  { "en", "On November 15, 2023, the two leaders met in a house near the city.", "2023-11-15", FALSE },
  { "en",
    "On the morning of March 9, the ministers met. They said that 2018 was a hard year. Trade should grow in 2019.",
    "2019-03-09", FALSE },
  { "en", "On March 9, the ministers met. Ties have grown since 1979.", "", FALSE },
  { "en", "On March 9, the ministers met. They spoke at length.", "", FALSE },
  { "en", "The ministers will meet on 9 March 2030.", "", FALSE },
  { "en", "", "", FALSE },
  { "zh", "2024年4月2日\n\n两国元首通电话。", "2024-04-02", TRUE },
  { "zh", "2024年4月2日晚，两国元首应约通电话。", "2024-04-02", FALSE },
  { "zh", "4月2日，两国外长通电话。", "", FALSE },
  { "zh", "元首通话\n\n国务委员、外交部长4月2日晚应约通电话。双方认为2024年要保持交往。", "2024-04-02", FALSE },
  { "zh", "通讯社北京4月2日电 部长2日会见来访客人。他说，2024年是建交60周年。", "2024-04-02", FALSE },
  { "zh", "电视台消息：部长7月28日晚同对方通电话。[原文](https://example.org/2022/07/29/a.html)", "2022-07-29", FALSE },
  { "zh", "部长7月28日晚同对方通电话。\nhttps://example.org/xw/202207/t20220729_10.shtml", "2022-07-29", FALSE },
  { "zh", "部长7月28日晚同对方通电话。参见https://example.org/2021/03/05/a.html", "", FALSE },
  { "zh", "外交部新聞稿\n民國113年4月3日\n外交部今日表示感謝。", "2024-04-03", TRUE },
  { "zh", "发布时间：2024年04月03日 07:15\n4月2日晚，两国元首通电话。", "2024-04-03", TRUE },
  { "zh", "联合公报\n（一九七八年十二月十六日）\n双方商定自一九七九年一月一日起建交。", "1978-12-16", TRUE },
};

static void
test_cases (void)
{
  DateFixture english, chinese;

  date_fixture_init (&english, "en");
  date_fixture_init (&chinese, "zh");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DateFixture *fixture = *cases[i].language == 'z' ? &chinese : &english;
      gboolean dateline = FALSE;
      g_autofree char *found = NULL;
      EntEdtf date;

      g_test_message ("%s", cases[i].text);
      ent_tokens_scan (&fixture->tokens, fixture->language->lexicon, cases[i].text, strlen (cases[i].text));
      if (ent_date_scanner_infer (fixture->scanner, &fixture->chart, &fixture->tokens, &date, &dateline))
        found = ent_edtf_to_string (date);
      g_assert_cmpstr (found != NULL ? found : "", ==, cases[i].date);
      g_assert_cmpint (dateline, ==, cases[i].dateline);
    }
  date_fixture_clear (&english);
  date_fixture_clear (&chinese);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/date-infer/cases", test_cases);
  return g_test_run ();
}
