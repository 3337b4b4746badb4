/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/lunar-calendar.h"

/*
 * A year of the Chinese calendar, as ICU works it out for the meridian of 120 degrees east:
 *
 *     bit 22      17 16     13 12            0
 *         new year   leap      long months
 *
 * New year's day, counted from 20 January; the month that the leap month follows, or 0; and a bit for each month of
 * thirty days, the first month lowest, the leap month in its place.
 */
static const guint32 years[ENT_LUNAR_YEAR_MAX - ENT_LUNAR_YEAR_MIN + 1] = {
  0x1716d2, 0x3c0752, 0x260ea5, 0x12b64a, 0x36064b, 0x1e0a9b, 0x0a9556, 0x30056a, 0x1a0b59, 0x045752,
  0x2a0752, 0x14db25, 0x3a0b25, 0x220a4b, 0x0cb4ab, 0x3202ad, 0x1c056b, 0x066b69, 0x2c0da9, 0x18fd92,
  0x3e0e92, 0x260d25, 0x10da4d, 0x360a56, 0x2002b6, 0x0895b5, 0x3006d4, 0x1a0ea9, 0x065e92, 0x2a0e92,
  0x14cd26, 0x38052b, 0x220a57, 0x0cb2b6, 0x320b5a, 0x1e06d4, 0x086ec9, 0x2c0749, 0x16f693, 0x3c0a93,
  0x26052b, 0x0eca5b, 0x340aad, 0x20056a, 0x0a9b55, 0x300ba4, 0x1a0b49, 0x045a93, 0x2a0a95, 0x12f52d,
  0x380536, 0x220aad, 0x0eb5aa, 0x320db2, 0x1e0da4, 0x087d49, 0x2e0d4a, 0x170a95, 0x3a0a97, 0x260556,
  0x10cab5, 0x340ad5, 0x2006d2, 0x0a8ea5, 0x300ea5, 0x1a064a, 0x026c97, 0x280a9b, 0x14f55a, 0x38056a,
  0x220b69, 0x0eb752, 0x340b52, 0x1c0b25, 0x06964b, 0x2c0a4b, 0x1714ab, 0x3a02ad, 0x24056d, 0x10cb69,
  0x360da9, 0x200d92, 0x0a9d25, 0x300d25, 0x1b5a4d, 0x3e0a56, 0x2802b6, 0x12e5b5, 0x3806d5, 0x220ea9,
  0x0ebe92, 0x340e92, 0x1e0d26, 0x066a56, 0x2a0a57, 0x1714d6, 0x3c035a, 0x2406d5, 0x10aec9, 0x360749,
  0x200693, 0x08952b, 0x2e052b, 0x180a5b, 0x04555a, 0x28056a, 0x12fb55, 0x3a0ba4, 0x240b49, 0x0cba93,
  0x320a95, 0x1c052d, 0x068a6d, 0x2a0ab5, 0x1735aa, 0x3c05d2, 0x260da5, 0x10dd4a, 0x360e4a, 0x200c95,
  0x0a952e, 0x2e0556, 0x180ab5, 0x0455b2, 0x2a06d2, 0x12cea5, 0x380f25, 0x24064a, 0x0cac97, 0x3004ab,
  0x1a055b, 0x066ad6, 0x2c0b69, 0x177752, 0x3c0b52, 0x260b25, 0x10da4b, 0x340a4b, 0x1e04ab, 0x08a55b,
  0x2e05ad, 0x180b6a, 0x045b52, 0x2a0d92, 0x14fd25, 0x380d25, 0x220a55, 0x0cb4ad, 0x3204b6, 0x1a05b5,
  0x066daa, 0x2c0ec9, 0x191e92, 0x3c0e92, 0x260d26, 0x10ca56, 0x340a57, 0x1e04d6, 0x0886d5, 0x2e0755,
  0x1a0749, 0x026e93, 0x280693, 0x12f52b, 0x38052b, 0x200a5b, 0x0cb55a, 0x32056a, 0x1c0b65, 0x06974a,
  0x2c0b49, 0x171a95, 0x3c0a95, 0x24052d, 0x0ecaad, 0x340ab5, 0x2005aa, 0x088ba5, 0x2e0da5, 0x1a0d4a,
  0x047c95, 0x280c96, 0x12f94e, 0x380556, 0x220ab5, 0x0cb5b2, 0x3206d2, 0x1c0ea5, 0x088e4a, 0x2a068b,
  0x150c97, 0x3a04ab, 0x24055b, 0x0ecad6, 0x340b6a, 0x200752, 0x0a9725, 0x2e0b45, 0x180a8b, 0x02549b,
  0x2804ab,
};

#define FIRST_NEW_YEAR 20

static guint
get_leap (guint32 year)
{
  return year >> 13 & 15;
}

static guint
get_length (guint32 year,
            guint   index)
{
  return 29 + (year >> index & 1);
}

/**
 * ent_lunar_date_to_day:
 * @year: a year of the Chinese calendar, called by the common year that it begins in
 * @month: 1 to 12; never a leap month
 * @day: 1 to 30; 0 is the last day of the month before
 * @result: (out): the day
 *
 * Finds the day of a date of the Chinese calendar: of the year 2024 the day 15 of month 8 is 17 September 2024, and day
 * 0 of month 1 is the eve of its new year.
 *
 * Returns: whether the calendar has that date, in a year from %ENT_LUNAR_YEAR_MIN to %ENT_LUNAR_YEAR_MAX
 */
gboolean
ent_lunar_date_to_day (gint32  year,
                       guint   month,
                       guint   day,
                       EntDay *result)
{
  guint32 info;
  guint leap;
  guint index;
  EntDay first;

  g_return_val_if_fail (result != NULL, FALSE);

  if (year < ENT_LUNAR_YEAR_MIN || year > ENT_LUNAR_YEAR_MAX || month < 1 || month > 12)
    return FALSE;
  info = years[year - ENT_LUNAR_YEAR_MIN];
  leap = get_leap (info);
  index = month - 1 + (leap != 0 && month > leap);
  if (day > get_length (info, index))
    return FALSE;
  first = ent_day_from_ymd (year, 1, FIRST_NEW_YEAR) + (EntDay) (info >> 17);
  for (guint i = 0; i < index; i++)
    first += (EntDay) get_length (info, i);
  *result = first + (EntDay) day - 1;
  return TRUE;
}
