/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/lunar-calendar.h"

typedef struct
{
  gint32 year;
  guint month;
  guint day;
  gint32 common_year;
  guint common_month;
  guint common_day;
} Case;

/* New years, eves and festivals as they were kept. */
static const Case cases[] = {
  { 1900, 1, 1, 1900, 1, 31 },  { 1949, 1, 1, 1949, 1, 29 },  { 1972, 1, 1, 1972, 2, 15 },
  { 2000, 1, 1, 2000, 2, 5 },   { 2008, 1, 1, 2008, 2, 7 },   { 2020, 1, 1, 2020, 1, 25 },
  { 2021, 1, 1, 2021, 2, 12 },  { 2022, 1, 1, 2022, 2, 1 },   { 2023, 1, 1, 2023, 1, 22 },
  { 2024, 1, 1, 2024, 2, 10 },  { 2025, 1, 1, 2025, 1, 29 },  { 2024, 1, 0, 2024, 2, 9 },
  { 2023, 1, 15, 2023, 2, 5 },  { 2023, 5, 5, 2023, 6, 22 },  { 2023, 8, 15, 2023, 9, 29 },
  { 2020, 5, 5, 2020, 6, 25 },  { 2020, 8, 15, 2020, 10, 1 }, { 2024, 8, 15, 2024, 9, 17 },
  { 2024, 9, 9, 2024, 10, 11 }, { 2025, 8, 15, 2025, 10, 6 }, { 2017, 8, 15, 2017, 10, 4 },
};

static void
test_days (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntDay day = 0;

      g_assert_true (ent_lunar_date_to_day (cases[i].year, cases[i].month, cases[i].day, &day));
      g_assert_cmpint (day, ==,
                       ent_day_from_ymd (cases[i].common_year, cases[i].common_month, cases[i].common_day));
    }
}

/* The last month of each year ends where the next year begins. */
static void
test_years_join (void)
{
  for (gint32 year = ENT_LUNAR_YEAR_MIN; year < ENT_LUNAR_YEAR_MAX; year++)
    {
      EntDay first, last, next;
      EntDay thirtieth;

      g_assert_true (ent_lunar_date_to_day (year, 1, 1, &first));
      g_assert_true (ent_lunar_date_to_day (year, 12, 29, &last));
      g_assert_true (ent_lunar_date_to_day (year + 1, 1, 1, &next));
      if (ent_lunar_date_to_day (year, 12, 30, &thirtieth))
        last = thirtieth;
      g_assert_true (last + 1 == next);
      g_assert_true ((next - first >= 353 && next - first <= 355) || (next - first >= 383 && next - first <= 385));
    }
}

static void
test_none (void)
{
  EntDay day;

  g_assert_false (ent_lunar_date_to_day (1899, 1, 1, &day));
  g_assert_false (ent_lunar_date_to_day (2101, 1, 1, &day));
  g_assert_false (ent_lunar_date_to_day (2024, 13, 1, &day));
  g_assert_false (ent_lunar_date_to_day (2024, 0, 1, &day));
  g_assert_false (ent_lunar_date_to_day (2024, 1, 31, &day));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lunar-calendar/days", test_days);
  g_test_add_func ("/lunar-calendar/years-join", test_years_join);
  g_test_add_func ("/lunar-calendar/none", test_none);
  return g_test_run ();
}
