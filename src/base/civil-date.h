/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EntDay:
 *
 * A day of the proleptic Gregorian calendar, counted from 1970-01-01 (0). Years are astronomical:
 * 0 is 1 BC, -1 is 2 BC. Civil time as a statement gives it; never converted between zones.
 */
typedef gint32 EntDay;

/* An open side of a span: before, or after, every day. */
#define ENT_DAY_OPEN_START ((EntDay) G_MININT32)
#define ENT_DAY_OPEN_END ((EntDay) G_MAXINT32)

#define ENT_YEAR_MIN (-9999)
#define ENT_YEAR_MAX (9999)

/* Second of day when a statement gives no time, and zone in minutes when it gives none. */
#define ENT_SECOND_NONE (-1)
#define ENT_ZONE_NONE ((gint16) G_MININT16)

/**
 * EntCivilDate:
 * @year: astronomical year
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * A day in words of the calendar. A plain value.
 */
typedef struct
{
  gint32 year;
  guint8 month;
  guint8 day;
} EntCivilDate;

guint        ent_civil_date_days_in_month (gint32       year,
                                           guint        month);
gboolean     ent_civil_date_is_valid      (gint32       year,
                                           guint        month,
                                           guint        day);
EntDay       ent_civil_date_to_day        (EntCivilDate date);
EntCivilDate ent_civil_date_from_day      (EntDay       day);
guint        ent_day_get_weekday          (EntDay       day);
void         ent_day_get_iso_week         (EntDay       day,
                                           gint32      *year,
                                           guint       *week);

/**
 * ent_day_from_ymd:
 * @year: astronomical year
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: the day
 */
static inline EntDay
ent_day_from_ymd (gint32 year,
                  guint  month,
                  guint  day)
{
  return ent_civil_date_to_day ((EntCivilDate) { year, (guint8) month, (guint8) day });
}

G_END_DECLS
