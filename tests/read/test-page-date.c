/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "read/page-date.h"

static const char * const cases[][2] = {
  { "2024-04-02T10:00:00+02:00", "2024-04-02" },
  { "发布时间：2024年4月2日 10:00", "2024-04-02" },
  { "2024.02.06", "2024-02-06" },
  { "22.05.2024 - Press release", "2024-05-22" },
  { "March 25, 2024", "2024-03-25" },
  { "Washington, Sept. 5, 2023", "2023-09-05" },
  { "31 Jan. 2023 - | Last updated: 01 Feb. 2023 06:10", "2023-01-31" },
  { "Last updated: 01 Feb. 2023 06:10", NULL },
  { "Published on 2nd of May 2023", "2023-05-02" },
  { "31-Jan.-2023", "2023-01-31" },
  { "Tue Apr 02 2024", "2024-04-02" },
  { "Maybe 12, 2024", NULL },
  { "February 30, 2024", NULL },
  { "12.13.2024", NULL },
  { "1234-05-06", NULL },
  { "May 2024", NULL },
  { "", NULL },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *date = ent_page_date_find (cases[i][0], strlen (cases[i][0]));

      g_test_message ("%s", cases[i][0]);
      g_assert_cmpstr (date, ==, cases[i][1]);
    }
}

static void
test_address (void)
{
  static const char * const addresses[][2] = {
    { "https://tv.example/2024/04/02/a.shtml", "2024-04-02" },
    { "https://news.example/world/2024-04/02/c_1.htm", "2024-04-02" },
    { "http://mfa.example/zyxw/202404/t20240402_11.shtml", "2024-04-02" },
    { "https://a.example/20240402/b", "2024-04-02" },
    { "https://a.example/2024/4/2", "2024-04-02" },
    { "https://a.example/2024/04/", NULL },
    { "https://a.example/2024/13/02/", NULL },
    { "https://a.example/202404021/b", NULL },
    { "https://2024-04-02.example/b", NULL },
    { "2024/04/02/", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *date = ent_page_date_find_in_address (addresses[i][0]);

      g_test_message ("%s", addresses[i][0]);
      g_assert_cmpstr (date, ==, addresses[i][1]);
    }
}

/* Cut anywhere, a text is read no further than it goes. */
static void
test_cut (void)
{
  static const char text[] = "2 April 2024";

  for (gsize length = 0; length <= strlen (text); length++)
    {
      g_autofree char *copy = g_memdup2 (text, length);
      g_autofree char *date = ent_page_date_find (copy, length);

      g_assert_cmpstr (date, ==, length == strlen (text) ? "2024-04-02" : NULL);
    }
}

static void
test_last (void)
{
  g_autofree char *date = ent_page_date_find_last ("ARCHIVED ON Jan 03, 2019 AND RETRIEVED ON Feb 4, 2021.");

  g_assert_cmpstr (date, ==, "2021-02-04");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-date/cases", test_cases);
  g_test_add_func ("/page-date/address", test_address);
  g_test_add_func ("/page-date/cut", test_cut);
  g_test_add_func ("/page-date/last", test_last);
  return g_test_run ();
}
