/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/civil-date.h"

#define YEARS_AROUND 4000

/* Walks the calendar a day at a time, as a person with a calendar would. */
static void
test_every_day (void)
{
  EntDay day = ent_day_from_ymd (-YEARS_AROUND, 1, 1);

  for (gint32 year = -YEARS_AROUND; year <= YEARS_AROUND; year++)
    {
      for (guint month = 1; month <= 12; month++)
        {
          for (guint d = 1; d <= ent_civil_date_days_in_month (year, month); d++)
            {
              EntCivilDate date = ent_civil_date_from_day (day);

              g_assert_cmpint (date.year, ==, year);
              g_assert_cmpuint (date.month, ==, month);
              g_assert_cmpuint (date.day, ==, d);
              g_assert_cmpint (ent_civil_date_to_day (date), ==, day);
              day++;
            }
        }
    }
}

static void
test_known_days (void)
{
  static const struct
  {
    gint32 year;
    guint month;
    guint day;
    EntDay number;
    guint weekday;
  } cases[] = {
    { 1970, 1, 1, 0, 4 },      { 1969, 12, 31, -1, 3 }, { 2000, 2, 29, 11016, 2 },
    { 1972, 2, 21, 781, 1 },   { 2024, 4, 2, 19815, 2 }, { 1, 1, 1, -719162, 1 },
    { 0, 12, 31, -719163, 7 }, { 0, 3, 1, -719468, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntDay day = ent_day_from_ymd (cases[i].year, cases[i].month, cases[i].day);

      g_assert_cmpint (day, ==, cases[i].number);
      g_assert_cmpuint (ent_day_get_weekday (day), ==, cases[i].weekday);
    }
}

static void
test_weeks (void)
{
  /* Every seventh day and a bit, so that all weekdays and turns of the year come by. */
  for (EntDay day = ent_day_from_ymd (2, 1, 1); day < ent_day_from_ymd (9998, 1, 1); day += 5)
    {
      EntCivilDate date = ent_civil_date_from_day (day);
      g_autoptr (GDateTime) other = g_date_time_new_utc (date.year, date.month, date.day, 0, 0, 0);
      gint32 year;
      guint week;

      ent_day_get_iso_week (day, &year, &week);
      g_assert_cmpuint (ent_day_get_weekday (day), ==, (guint) g_date_time_get_day_of_week (other));
      g_assert_cmpint (year, ==, g_date_time_get_week_numbering_year (other));
      g_assert_cmpuint (week, ==, (guint) g_date_time_get_week_of_year (other));
    }
}

static void
test_validity (void)
{
  static const struct
  {
    gint32 year;
    guint month;
    guint day;
    gboolean valid;
  } cases[] = {
    { 2024, 2, 29, TRUE },  { 2023, 2, 29, FALSE }, { 1900, 2, 29, FALSE },  { 2000, 2, 29, TRUE },
    { 0, 2, 29, TRUE },     { -1, 2, 29, FALSE },   { -4, 2, 29, TRUE },     { -100, 2, 29, FALSE },
    { 2024, 4, 31, FALSE }, { 2024, 0, 1, FALSE },  { 2024, 13, 1, FALSE },  { 2024, 1, 0, FALSE },
    { 9999, 12, 31, TRUE }, { 10000, 1, 1, FALSE }, { -10000, 1, 1, FALSE }, { 2024, 1, 32, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ent_civil_date_is_valid (cases[i].year, cases[i].month, cases[i].day), ==, cases[i].valid);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/civil-date/every-day", test_every_day);
  g_test_add_func ("/civil-date/known-days", test_known_days);
  g_test_add_func ("/civil-date/weeks", test_weeks);
  g_test_add_func ("/civil-date/validity", test_validity);
  return g_test_run ();
}
