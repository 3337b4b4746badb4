/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/date-value.h"

#include "base/digits.h"

#define SECONDS_IN_DAY 86400
/* Larger shifts leave every calendar; the bound keeps sums of days inside 32 bits. */
#define SHIFT_MAX 200000

static gint32
floor_to (gint32 number,
          gint32 step)
{
  gint32 rest = number % step;

  return number - (rest < 0 ? rest + step : rest);
}

/* The first of the years that one decade or century of EDTF holds; those before year 0 count away from it: `-006X`
 * is -69 to -60. */
static gint32
first_of_years (gint32 year,
                gint32 length)
{
  return year >= 0 ? year - year % length : -(-year - -year % length + length - 1);
}

static EntDay
get_day (const EntDateValue *value)
{
  return ent_day_from_ymd (value->year, MAX (value->month, 1), MAX (value->day, 1));
}

/* The last month of the year's season, quarter or half; winter ends in the next year. */
static void
get_months (const EntDateValue *value,
            gint32             *first,
            guint              *length)
{
  switch (value->grain)
    {
    case ENT_DATE_UNIT_SEASON:
      *first = value->index * 3;
      *length = 3;
      break;
    case ENT_DATE_UNIT_QUARTER:
      *first = value->index * 3 - 2;
      *length = 3;
      break;
    default:
      *first = value->index * 6 - 5;
      *length = 6;
      break;
    }
}

/**
 * ent_date_value_from_day:
 * @day: a day that is no open side
 *
 * Returns: it, at the grain of a day
 */
EntDateValue
ent_date_value_from_day (EntDay day)
{
  EntCivilDate date = ent_civil_date_from_day (day);

  return (EntDateValue) { .grain = ENT_DATE_UNIT_DAY,
                          .year = date.year,
                          .month = date.month,
                          .day = date.day,
                          .second = ENT_SECOND_NONE,
                          .zone = ENT_ZONE_NONE };
}

/**
 * ent_date_value_from_edtf:
 * @edtf: a statement's date
 *
 * Returns: its (first) point as fine as it is told; no value for a date that is open or none
 */
EntDateValue
ent_date_value_from_edtf (EntEdtf edtf)
{
  EntDateValue value = { .second = ENT_SECOND_NONE, .zone = ENT_ZONE_NONE };
  EntDay day;

  if (ent_edtf_is_none (edtf) || edtf.start.precision == ENT_EDTF_OPEN)
    return value;
  day = ent_edtf_earliest (edtf);
  if (day == ENT_DAY_OPEN_START)
    return value;

  value = ent_date_value_from_day (day);
  switch ((EntEdtfPrecision) edtf.start.precision)
    {
    case ENT_EDTF_TIME:
    case ENT_EDTF_DAY:
      return value;
    case ENT_EDTF_MONTH:
      return ent_date_value_truncate (value, ENT_DATE_UNIT_MONTH);
    case ENT_EDTF_CENTURY:
      return ent_date_value_truncate (value, ENT_DATE_UNIT_CENTURY);
    case ENT_EDTF_DECADE:
      return ent_date_value_truncate (value, ENT_DATE_UNIT_DECADE);
    default:
      return ent_date_value_truncate (value, ENT_DATE_UNIT_YEAR);
    }
}

/**
 * ent_date_value_truncate:
 * @value: a value
 * @unit: a unit
 *
 * Returns: the @unit that holds the first day of @value; @value itself if that is as coarse already
 */
EntDateValue
ent_date_value_truncate (EntDateValue value,
                         EntDateUnit  unit)
{
  EntDateValue result;

  if (value.grain >= unit || value.grain == ENT_DATE_UNIT_NONE)
    return value;

  result = ent_date_value_from_day (ent_date_value_first_day (&value));
  result.grain = (guint8) unit;
  switch (unit)
    {
    case ENT_DATE_UNIT_WEEKEND:
    case ENT_DATE_UNIT_WEEK:
      {
        EntDay day = get_day (&result);

        result = ent_date_value_from_day (day - (EntDay) ent_day_get_weekday (day) + 1);
        result.grain = (guint8) unit;
        return result;
      }
    case ENT_DATE_UNIT_SEASON:
      result.index = (guint8) (result.month < 3 ? 4 : result.month / 3);
      result.year -= result.month < 3;
      break;
    case ENT_DATE_UNIT_QUARTER:
      result.index = (guint8) ((result.month + 2) / 3);
      break;
    case ENT_DATE_UNIT_HALF:
      result.index = result.month > 6 ? 2 : 1;
      break;
    case ENT_DATE_UNIT_DECADE:
      result.year = first_of_years (result.year, 10);
      break;
    case ENT_DATE_UNIT_CENTURY:
      result.year = first_of_years (result.year, 100);
      break;
    default:
      break;
    }
  if (unit > ENT_DATE_UNIT_MONTH)
    result.month = 0;
  if (unit > ENT_DATE_UNIT_DAY)
    result.day = 0;
  return result;
}

static void
shift_days (EntDateValue *value,
            gint32        days)
{
  EntDateValue moved;

  if (value->year < ENT_YEAR_MIN || value->year > ENT_YEAR_MAX)
    return;
  moved = ent_date_value_from_day (get_day (value) + days);
  value->year = moved.year;
  value->month = moved.month;
  value->day = moved.day;
}

static void
shift_months (EntDateValue *value,
              gint32        months)
{
  gint32 total = value->year * 12 + MAX (value->month, 1) - 1 + months;

  value->year = floor_to (total, 12) / 12;
  value->month = (guint8) (total - value->year * 12 + 1);
  if (value->day > 0)
    value->day = (guint8) MIN (value->day, ent_civil_date_days_in_month (value->year, value->month));
}

/* Seasons, quarters and halves count through the year, and on into the next. */
static void
shift_index (EntDateValue *value,
             gint32        in_year,
             gint32        count)
{
  gint32 total = value->year * in_year + value->index - 1 + count;

  value->year = floor_to (total, in_year) / in_year;
  value->index = (guint8) (total - value->year * in_year + 1);
}

static void
shift_seconds (EntDateValue *value,
               gint64        seconds)
{
  gint64 total;
  gint64 days;

  if (value->second == ENT_SECOND_NONE)
    return;
  total = value->second + seconds;
  days = total / SECONDS_IN_DAY;
  if (total % SECONDS_IN_DAY < 0)
    days--;
  shift_days (value, (gint32) days);
  value->second = (gint32) (total - days * SECONDS_IN_DAY);
}

/**
 * ent_date_value_shift:
 * @value: a value no coarser than @unit
 * @unit: a unit
 * @count: how many of them, back when negative
 *
 * Returns: @value moved, as fine as before; not valid where that leaves the calendar
 */
EntDateValue
ent_date_value_shift (EntDateValue value,
                      EntDateUnit  unit,
                      gint32       count)
{
  count = CLAMP (count, -SHIFT_MAX, SHIFT_MAX);
  switch (unit)
    {
    case ENT_DATE_UNIT_SECOND:
      shift_seconds (&value, count);
      break;
    case ENT_DATE_UNIT_MINUTE:
      shift_seconds (&value, (gint64) count * 60);
      break;
    case ENT_DATE_UNIT_HOUR:
      shift_seconds (&value, (gint64) count * 3600);
      break;
    case ENT_DATE_UNIT_PART:
    case ENT_DATE_UNIT_DAY:
      shift_days (&value, count);
      break;
    case ENT_DATE_UNIT_WEEKEND:
    case ENT_DATE_UNIT_WEEK:
      shift_days (&value, count * 7);
      break;
    case ENT_DATE_UNIT_MONTH:
      shift_months (&value, count);
      break;
    case ENT_DATE_UNIT_QUARTER:
      if (value.grain == unit)
        shift_index (&value, 4, count);
      else
        shift_months (&value, count * 3);
      break;
    case ENT_DATE_UNIT_SEASON:
      shift_index (&value, 4, count);
      break;
    case ENT_DATE_UNIT_HALF:
      if (value.grain == unit)
        shift_index (&value, 2, count);
      else
        shift_months (&value, count * 6);
      break;
    case ENT_DATE_UNIT_DECADE:
      value.year = first_of_years (value.year + count * 10, 10);
      break;
    case ENT_DATE_UNIT_CENTURY:
      value.year = first_of_years (value.year + count * 100, 100);
      break;
    default:
      value.year += count;
      if (value.day > 0 && value.month > 0 && value.grain <= ENT_DATE_UNIT_DAY)
        value.day = (guint8) MIN (value.day, ent_civil_date_days_in_month (value.year, value.month));
      break;
    }
  return value;
}

/**
 * ent_date_value_is_valid:
 * @value: a value
 *
 * Returns: whether it is a date, and one that the calendar has
 */
gboolean
ent_date_value_is_valid (const EntDateValue *value)
{
  if (ent_date_value_is_none (value) || value->year < ENT_YEAR_MIN || value->year >= ENT_YEAR_MAX)
    return FALSE;
  if (value->grain > ENT_DATE_UNIT_MONTH)
    return TRUE;
  return ent_civil_date_is_valid (value->year, value->month, MAX (value->day, 1));
}

/**
 * ent_date_value_first_day:
 * @value: a valid value
 *
 * Returns: its first day
 */
EntDay
ent_date_value_first_day (const EntDateValue *value)
{
  gint32 month;
  guint length;

  switch ((EntDateUnit) value->grain)
    {
    case ENT_DATE_UNIT_WEEKEND:
      return get_day (value) + 5;
    case ENT_DATE_UNIT_QUARTER:
    case ENT_DATE_UNIT_SEASON:
    case ENT_DATE_UNIT_HALF:
      get_months (value, &month, &length);
      return ent_day_from_ymd (value->year, (guint) month, 1);
    default:
      return get_day (value);
    }
}

/**
 * ent_date_value_last_day:
 * @value: a valid value
 *
 * Returns: its last day
 */
EntDay
ent_date_value_last_day (const EntDateValue *value)
{
  EntDateValue next = *value;
  gint32 month;
  guint length;

  switch ((EntDateUnit) value->grain)
    {
    case ENT_DATE_UNIT_WEEKEND:
    case ENT_DATE_UNIT_WEEK:
      return get_day (value) + 6;
    case ENT_DATE_UNIT_MONTH:
    case ENT_DATE_UNIT_YEAR:
    case ENT_DATE_UNIT_DECADE:
    case ENT_DATE_UNIT_CENTURY:
      next = ent_date_value_shift (next, (EntDateUnit) next.grain, 1);
      return get_day (&next) - 1;
    case ENT_DATE_UNIT_QUARTER:
    case ENT_DATE_UNIT_SEASON:
    case ENT_DATE_UNIT_HALF:
      get_months (value, &month, &length);
      next.month = (guint8) month;
      next.day = 0;
      shift_months (&next, (gint32) length);
      return get_day (&next) - 1;
    default:
      return get_day (value);
    }
}

static EntEdtf
approximate_end (EntEdtfPoint start,
                 EntEdtfPoint end)
{
  end.qualifier |= ENT_EDTF_APPROXIMATE;
  return ent_edtf_interval (start, end);
}

static EntEdtf
approximate_both (EntEdtfPoint start,
                  EntEdtfPoint end)
{
  start.qualifier |= ENT_EDTF_APPROXIMATE;
  end.qualifier |= ENT_EDTF_APPROXIMATE;
  return ent_edtf_interval (start, end);
}

static EntEdtf
piece_of_month (const EntDateValue *value)
{
  EntDay first = ent_date_value_first_day (value);
  EntEdtfPoint begin = ent_edtf_point_day (first);
  EntEdtfPoint tenth = ent_edtf_point_day (first + 9);
  EntEdtfPoint eleventh = ent_edtf_point_day (first + 10);
  EntEdtfPoint twentieth = ent_edtf_point_day (first + 19);
  EntEdtfPoint last_ten = ent_edtf_point_day (first + 20);
  EntEdtfPoint last = ent_edtf_point_day (ent_date_value_last_day (value));

  switch ((EntDateMod) value->mod)
    {
    case ENT_DATE_MOD_EARLY:
    case ENT_DATE_MOD_START:
      return approximate_end (begin, tenth);
    case ENT_DATE_MOD_FIRST_TEN:
      return ent_edtf_interval (begin, tenth);
    case ENT_DATE_MOD_MID:
      return approximate_both (eleventh, twentieth);
    case ENT_DATE_MOD_MIDDLE_TEN:
      return ent_edtf_interval (eleventh, twentieth);
    case ENT_DATE_MOD_LATE:
      last_ten.qualifier |= ENT_EDTF_APPROXIMATE;
      return ent_edtf_interval (last_ten, last);
    case ENT_DATE_MOD_LAST_TEN:
      return ent_edtf_interval (last_ten, last);
    default: /* "the end of the month" is its last ten days; so February's are fewer. */
      return ent_edtf_interval (ent_edtf_point_day (ent_date_value_last_day (value) - 9), last);
    }
}

static EntEdtf
piece_of_year (const EntDateValue *value)
{
  EntEdtfPoint september = ent_edtf_point_month (value->year, 9);

  switch ((EntDateMod) value->mod)
    {
    case ENT_DATE_MOD_EARLY:
    case ENT_DATE_MOD_START:
      return approximate_end (ent_edtf_point_month (value->year, 1), ent_edtf_point_month (value->year, 4));
    case ENT_DATE_MOD_MID:
      return approximate_both (ent_edtf_point_month (value->year, 5), ent_edtf_point_month (value->year, 8));
    case ENT_DATE_MOD_LATE:
      september.qualifier |= ENT_EDTF_APPROXIMATE;
      return ent_edtf_interval (september, ent_edtf_point_month (value->year, 12));
    default:
      return ent_edtf_interval (ent_edtf_point_month (value->year, 10), ent_edtf_point_month (value->year, 12));
    }
}

static EntEdtf
piece_of_years (const EntDateValue *value,
                gint32              length)
{
  EntEdtfPoint first = ent_edtf_point_year (value->year);
  EntEdtfPoint last = ent_edtf_point_year (value->year + length - 1);
  gint32 third = length / 3;

  switch ((EntDateMod) value->mod)
    {
    case ENT_DATE_MOD_EARLY:
    case ENT_DATE_MOD_START:
      return approximate_end (first, ent_edtf_point_year (value->year + third));
    case ENT_DATE_MOD_MID:
      return approximate_both (ent_edtf_point_year (value->year + third + 1),
                               ent_edtf_point_year (value->year + 2 * third));
    default:
      first = ent_edtf_point_year (value->year + 2 * third + 1);
      first.qualifier |= ENT_EDTF_APPROXIMATE;
      return ent_edtf_interval (first, last);
    }
}

/* Years whose last digits are left open are counted from the year without them: before the year 0, -19XX begins in
 * -1999. */
static gint32
get_open_year (gint32 year,
               gint32 n_years)
{
  return year < 0 ? year / n_years * n_years - (n_years - 1) : year;
}

static EntEdtfPoint
to_point (const EntDateValue *value)
{
  EntEdtfPoint point = ent_edtf_point_year (value->year);

  switch ((EntDateUnit) value->grain)
    {
    case ENT_DATE_UNIT_CENTURY:
      point.year = get_open_year (value->year, 100);
      point.precision = ENT_EDTF_CENTURY;
      return point;
    case ENT_DATE_UNIT_DECADE:
      point.year = get_open_year (value->year, 10);
      point.precision = ENT_EDTF_DECADE;
      return point;
    case ENT_DATE_UNIT_YEAR:
      return point;
    case ENT_DATE_UNIT_HALF:
      return ent_edtf_point_month (value->year, ENT_SEASON_HALF_1 + value->index - 1u);
    case ENT_DATE_UNIT_SEASON:
      return ent_edtf_point_month (value->year, ENT_SEASON_SPRING + value->index - 1u);
    case ENT_DATE_UNIT_QUARTER:
      return ent_edtf_point_month (value->year, ENT_SEASON_QUARTER_1 + value->index - 1u);
    case ENT_DATE_UNIT_MONTH:
      return ent_edtf_point_month (value->year, value->month);
    default:
      break;
    }

  point = ent_edtf_point_day (get_day (value));
  if (value->grain <= ENT_DATE_UNIT_HOUR && value->second != ENT_SECOND_NONE
      && value->second < SECONDS_IN_DAY)
    {
      point.precision = ENT_EDTF_TIME;
      point.second = value->second;
      point.zone = value->zone;
    }
  return point;
}

/**
 * ent_date_value_to_edtf:
 * @value: a valid value
 *
 * Returns: the calendar time it names; a piece of a month or year ("early 2023") and a week are intervals
 */
EntEdtf
ent_date_value_to_edtf (const EntDateValue *value)
{
  EntEdtfPoint point;

  if (value->grain == ENT_DATE_UNIT_WEEK || value->grain == ENT_DATE_UNIT_WEEKEND)
    return ent_edtf_interval (ent_edtf_point_day (ent_date_value_first_day (value)),
                              ent_edtf_point_day (ent_date_value_last_day (value)));
  if (value->mod > ENT_DATE_MOD_APPROX)
    switch ((EntDateUnit) value->grain)
      {
      case ENT_DATE_UNIT_MONTH:
        return piece_of_month (value);
      case ENT_DATE_UNIT_YEAR:
        return piece_of_year (value);
      case ENT_DATE_UNIT_DECADE:
        return piece_of_years (value, 10);
      case ENT_DATE_UNIT_CENTURY:
        return piece_of_years (value, 100);
      default:
        break;
      }
  point = to_point (value);
  if (value->mod == ENT_DATE_MOD_APPROX)
    point.qualifier |= ENT_EDTF_APPROXIMATE;
  return ent_edtf_point (point);
}

static void
append_year (const EntDateValue *value,
             GString            *string)
{
  gint32 year = value->year;

  /* TIMEX3 counts years before Christ from 1; the calendar here has a year 0. */
  if (year < 0 && value->grain == ENT_DATE_UNIT_DECADE)
    g_string_append_printf (string, "BC%03d", -year / 10);
  else if (year < 0 && value->grain == ENT_DATE_UNIT_CENTURY)
    g_string_append_printf (string, "BC%02d", -year / 100);
  else if (year <= 0 && value->grain < ENT_DATE_UNIT_DECADE)
    g_string_append_printf (string, "BC%04d", 1 - year);
  else if (value->grain == ENT_DATE_UNIT_DECADE)
    g_string_append_printf (string, "%03d", year / 10);
  else if (value->grain == ENT_DATE_UNIT_CENTURY)
    g_string_append_printf (string, "%02d", year / 100);
  else if (year < 0)
    g_string_append_printf (string, "%04d", year);
  else
    ent_string_append_digits (string, (guint64) year, 4);
}

static void
append_part (GString *string,
             guint    part)
{
  g_string_append_c (string, '-');
  ent_string_append_digits (string, part, 2);
}

static void
append_time (const EntDateValue *value,
             GString            *string)
{
  static const char * const parts[] = { "", "TMO", "TAF", "TEV", "TNI", "TDT" };

  if (value->grain == ENT_DATE_UNIT_PART)
    g_string_append (string, parts[value->part]);
  if (value->grain >= ENT_DATE_UNIT_PART || value->second == ENT_SECOND_NONE)
    return;
  g_string_append_c (string, 'T');
  ent_string_append_digits (string, (guint64) value->second / 3600, 2);
  g_string_append_c (string, ':');
  ent_string_append_digits (string, (guint64) value->second / 60 % 60, 2);
  if (value->grain == ENT_DATE_UNIT_SECOND)
    g_string_append_printf (string, ":%02d", value->second % 60);
}

/**
 * ent_date_value_print:
 * @value: a valid value
 * @text: (out): where to write
 * @size: its size
 *
 * Writes the value as TIMEX3 does: `2024-04-02TEV`, `1998-W02`, `1998-SU`, `197` for the seventies.
 */
void
ent_date_value_print (const EntDateValue *value,
                      char               *text,
                      gsize               size)
{
  static const char * const seasons[] = { "SP", "SU", "FA", "WI" };
  g_autoptr (GString) string = g_string_new (NULL);

  if (value->grain == ENT_DATE_UNIT_WEEK || value->grain == ENT_DATE_UNIT_WEEKEND)
    {
      gint32 year;
      guint week;

      ent_day_get_iso_week (get_day (value), &year, &week);
      g_string_append_printf (string, "%04d-W%02u%s", year, week,
                              value->grain == ENT_DATE_UNIT_WEEKEND ? "-WE" : "");
    }
  else
    {
      append_year (value, string);
      if (value->grain == ENT_DATE_UNIT_SEASON)
        g_string_append_printf (string, "-%s", seasons[value->index - 1]);
      if (value->grain == ENT_DATE_UNIT_QUARTER)
        g_string_append_printf (string, "-Q%u", value->index);
      if (value->grain == ENT_DATE_UNIT_HALF)
        g_string_append_printf (string, "-H%u", value->index);
      if (value->grain <= ENT_DATE_UNIT_MONTH)
        append_part (string, value->month);
      if (value->grain <= ENT_DATE_UNIT_DAY)
        append_part (string, value->day);
      append_time (value, string);
    }
  g_strlcpy (text, string->str, size);
}
