/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/date-zone.h"

#include <stdio.h>
#include <string.h>

/* Offset and rule of summer time in one number, so that a zone fits a field of a form. */
#define N_RULES 4

typedef enum
{
  RULE_NONE,
  RULE_EU,
  RULE_US
} Rule;

static const char * const rule_names[] = { "", "/eu", "/us" };

/**
 * ent_date_zone_parse:
 * @text: "+02:00", or "+01:00/eu" for a zone with the summer time of the EU ("us": of the United States)
 * @zone: (out): the zone
 *
 * Returns: whether @text is a zone
 */
gboolean
ent_date_zone_parse (const char *text,
                     gint32     *zone)
{
  char sign;
  guint hours, minutes;
  int length = 0;

  if (sscanf (text, "%c%2u:%2u%n", &sign, &hours, &minutes, &length) != 3 || strchr ("+-", sign) == NULL
      || hours > 14 || minutes > 59)
    return FALSE;

  for (guint rule = 0; rule < G_N_ELEMENTS (rule_names); rule++)
    if (strcmp (text + length, rule_names[rule]) == 0)
      {
        *zone = ((gint32) (hours * 60 + minutes) * (sign == '-' ? -1 : 1)) * N_RULES + (gint32) rule;
        return TRUE;
      }
  return FALSE;
}

static EntDay
nth_sunday (gint32 year,
            guint  month,
            guint  n)
{
  EntDay first = ent_day_from_ymd (year, month, 1);

  return first + (EntDay) (7 - ent_day_get_weekday (first)) + 7 * ((EntDay) n - 1);
}

static EntDay
last_sunday (gint32 year,
             guint  month)
{
  EntDay last = ent_day_from_ymd (year, month, ent_civil_date_days_in_month (year, month));

  return last - (EntDay) ent_day_get_weekday (last) % 7;
}

/* The rules in force since 1996 (EU) and 2007 (United States); before, only the plain zone is certain. */
static gboolean
is_summer (Rule   rule,
           EntDay day)
{
  gint32 year = ent_civil_date_from_day (day).year;

  if (rule == RULE_EU)
    return year >= 1996 && day >= last_sunday (year, 3) && day < last_sunday (year, 10);
  if (rule == RULE_US)
    return year >= 2007 && day >= nth_sunday (year, 3, 2) && day < nth_sunday (year, 11, 1);
  return FALSE;
}

/**
 * ent_date_zone_offset:
 * @zone: a zone
 * @day: a day there
 *
 * Returns: minutes east of UTC on that day
 */
gint16
ent_date_zone_offset (gint32 zone,
                      EntDay day)
{
  gint32 rule = ((zone % N_RULES) + N_RULES) % N_RULES;
  gint32 minutes = (zone - rule) / N_RULES;

  return (gint16) (minutes + (is_summer ((Rule) rule, day) ? 60 : 0));
}
