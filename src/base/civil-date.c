/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/civil-date.h"

/* Days from 0000-03-01 to 1970-01-01. Counting years from March puts the leap day last. */
#define DAYS_TO_EPOCH 719468
#define DAYS_IN_ERA 146097
#define YEARS_IN_ERA 400

static inline gint32
floor_div (gint32 a,
           gint32 b)
{
  return a >= 0 ? a / b : -((-a + b - 1) / b);
}

static gboolean
is_leap_year (gint32 year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/**
 * ent_civil_date_days_in_month:
 * @year: astronomical year
 * @month: 1 to 12
 *
 * Returns: how many days the month has, 28 to 31
 */
guint
ent_civil_date_days_in_month (gint32 year,
                              guint  month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  g_return_val_if_fail (month >= 1 && month <= 12, 31);

  return days[month - 1] + (month == 2 && is_leap_year (year));
}

/**
 * ent_civil_date_is_valid:
 * @year: astronomical year
 * @month: the month
 * @day: the day
 *
 * Returns: whether such a day exists and lies in the years the program handles
 */
gboolean
ent_civil_date_is_valid (gint32 year,
                         guint  month,
                         guint  day)
{
  return year >= ENT_YEAR_MIN && year <= ENT_YEAR_MAX && month >= 1 && month <= 12 && day >= 1
         && day <= ent_civil_date_days_in_month (year, month);
}

/**
 * ent_civil_date_to_day:
 * @date: a valid date
 *
 * Returns: the day's number, by the era method of H. Hinnant's "chrono-compatible low-level date algorithms"
 */
EntDay
ent_civil_date_to_day (EntCivilDate date)
{
  gint32 y = date.month <= 2 ? date.year - 1 : date.year;
  gint32 era = floor_div (y, YEARS_IN_ERA);
  gint32 year_of_era = y - era * YEARS_IN_ERA;
  gint32 month = date.month > 2 ? date.month - 3 : date.month + 9;
  gint32 day_of_year = (153 * month + 2) / 5 + date.day - 1;
  gint32 day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * DAYS_IN_ERA + day_of_era - DAYS_TO_EPOCH;
}

/**
 * ent_civil_date_from_day:
 * @day: a day that is no open side
 *
 * Returns: the day in year, month and day of month
 */
EntCivilDate
ent_civil_date_from_day (EntDay day)
{
  gint32 z = day + DAYS_TO_EPOCH;
  gint32 era = floor_div (z, DAYS_IN_ERA);
  gint32 day_of_era = z - era * DAYS_IN_ERA;
  gint32 year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  gint32 day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  gint32 month = (5 * day_of_year + 2) / 153;
  EntCivilDate date;

  date.day = (guint8) (day_of_year - (153 * month + 2) / 5 + 1);
  date.month = (guint8) (month < 10 ? month + 3 : month - 9);
  date.year = year_of_era + era * YEARS_IN_ERA + (date.month <= 2);
  return date;
}

/**
 * ent_day_get_weekday:
 * @day: a day that is no open side
 *
 * Returns: 1 for Monday to 7 for Sunday
 */
guint
ent_day_get_weekday (EntDay day)
{
  /* 1970-01-01 was a Thursday. */
  gint32 r = (day + 3) % 7;

  return (guint) (r < 0 ? r + 7 : r) + 1;
}

/**
 * ent_day_get_iso_week:
 * @day: a day that is no open side
 * @year: (out): the ISO 8601 week-numbering year
 * @week: (out): 1 to 53
 */
void
ent_day_get_iso_week (EntDay  day,
                      gint32 *year,
                      guint  *week)
{
  /* The week's Thursday tells the year it belongs to. */
  EntDay thursday = day - (EntDay) ent_day_get_weekday (day) + 4;
  EntCivilDate date = ent_civil_date_from_day (thursday);

  *year = date.year;
  *week = (guint) (thursday - ent_day_from_ymd (date.year, 1, 1)) / 7 + 1;
}
