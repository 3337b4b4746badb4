/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/date-place.h"

#include "base/lunar-calendar.h"
#include "parse/date-story.h"

/* A side's own day can be one later than the statement's, beyond the date line. */
#define DAYS_OF_SLACK 1
/* Far from the statement, and close to it, for a date whose tense nothing tells. */
#define DAYS_FAR 240
/* The same for a day of the month. */
#define DAYS_OF_FAR_DAY 20
#define DAYS_OF_NEAR_DAY 8
#define DAYS_NEAR 120
/* 将于9月8日访问, told on the 9th: whatever the verb says, a date is rather that of yesterday than of almost a year on. */
#define DAYS_BARELY_OVER 2
#define DAYS_ALMOST_YEAR 350
/* The same for one that opens its sentence and whose verb tells. */
#define DAYS_NEAR_OPENING 30
/* The calendar that feasts are told in. */
#define FIRST_EASTER 1583

static const EntDateValue no_value = { .second = ENT_SECOND_NONE, .zone = ENT_ZONE_NONE };

static EntDateValue
make_value (EntDateUnit grain,
            gint32      year)
{
  EntDateValue value = no_value;

  value.grain = (guint8) grain;
  value.year = CLAMP (year, ENT_YEAR_MIN - 1, ENT_YEAR_MAX);
  return value;
}

/* "'98", "the nineties": the nearest such year that is at most twenty ahead. */
static gint32
complete_year (gint32              two_digits,
               const EntDateValue *near)
{
  gint32 now = ent_date_value_is_none (near) ? 2000 : near->year;
  gint32 year = now - ((now % 100) + 100) % 100 + two_digits;

  if (year > now + 20)
    year -= 100;
  else if (year <= now - 80)
    year += 100;
  return year;
}

/* A decade that has not begun is not called by its tens alone. */
static gint32
complete_decade (gint32              two_digits,
                 const EntDateValue *near)
{
  gint32 year = complete_year (two_digits, near);

  return !ent_date_value_is_none (near) && year > near->year ? year - 100 : year;
}

static EntDateValue
find_year (const EntDateForm      *form,
           const EntDateReference *reference)
{
  const EntDateValue *near = reference->year != NULL ? reference->year : &reference->value;
  gboolean bc = ent_date_form_get (form, ENT_DATE_BC, 0) != 0;
  gint32 number;

  if (ent_date_form_has (form, ENT_DATE_YEAR))
    {
      number = form->fields[ENT_DATE_YEAR];
      return make_value (ENT_DATE_UNIT_YEAR, bc ? 1 - number : number);
    }
  if (ent_date_form_has (form, ENT_DATE_SHORT_YEAR))
    return make_value (ENT_DATE_UNIT_YEAR, complete_year (form->fields[ENT_DATE_SHORT_YEAR], near));
  if (ent_date_form_has (form, ENT_DATE_DECADE))
    {
      number = form->fields[ENT_DATE_DECADE];
      if (number < 100)
        number = complete_decade (number, near);
      else if (number % 10 != 0) /* "1965's" */
        return make_value (ENT_DATE_UNIT_YEAR, number);
      if (bc)
        number = -number;
      return ent_date_value_truncate (make_value (ENT_DATE_UNIT_YEAR, number), ENT_DATE_UNIT_DECADE);
    }
  if (ent_date_form_has (form, ENT_DATE_CENTURY))
    {
      number = MIN (form->fields[ENT_DATE_CENTURY], 99);
      return make_value (ENT_DATE_UNIT_CENTURY, bc ? 1 - 100 * number : 100 * (number - 1));
    }
  return no_value;
}

/* "last week", "two years ago", "the next day". */
static EntDateValue
find_shifted (const EntDateForm  *form,
              const EntDateValue *from)
{
  EntDateUnit unit = (EntDateUnit) ent_date_form_get (form, ENT_DATE_UNIT, ENT_DATE_UNIT_DAY);
  EntDateUnit widen = (EntDateUnit) ent_date_form_get (form, ENT_DATE_WIDEN, ENT_DATE_UNIT_NONE);
  gboolean from_previous = ent_date_form_get (form, ENT_DATE_ANCHOR, 0) != ENT_DATE_ANCHOR_ISSUE;
  EntDateValue value = *from;

  if (ent_date_value_is_none (from) || form->fields[ENT_DATE_SHIFT] == ENT_DATE_SOME)
    return no_value;
  value.mod = ENT_DATE_MOD_NONE;
  /* "At that time": as it was told. */
  if (from_previous && !ent_date_form_has (form, ENT_DATE_UNIT))
    return value;
  if (unit < ENT_DATE_UNIT_PART)
    {
      if (value.grain > ENT_DATE_UNIT_DAY)
        return no_value;
      value.grain = (guint8) (value.second == ENT_SECOND_NONE ? ENT_DATE_UNIT_DAY : ENT_DATE_UNIT_MINUTE);
      return ent_date_value_shift (value, unit, form->fields[ENT_DATE_SHIFT]);
    }

  /* Later or earlier than a told day by weeks is a day, and by a year than a quarter is a quarter. */
  if (from_previous && form->fields[ENT_DATE_SHIFT] != 0
      && ((unit == ENT_DATE_UNIT_WEEK && value.grain <= ENT_DATE_UNIT_DAY)
          || (unit == ENT_DATE_UNIT_YEAR
              && (value.grain == ENT_DATE_UNIT_QUARTER || value.grain == ENT_DATE_UNIT_HALF
                  || (value.grain == ENT_DATE_UNIT_MONTH && form->fields[ENT_DATE_ANCHOR] == ENT_DATE_ANCHOR_PERIOD)))))
    return ent_date_value_shift (ent_date_value_truncate (value, ENT_DATE_UNIT_DAY), unit,
                                 form->fields[ENT_DATE_SHIFT]);
  /* A day cannot be told from a month. */
  if (value.grain > unit && !(unit == ENT_DATE_UNIT_WEEK && value.grain == ENT_DATE_UNIT_WEEKEND))
    return no_value;
  /* 八年前的今天, "the same month last year": the day or month itself, so many years off. */
  if (widen < unit && value.grain <= widen)
    return ent_date_value_shift (ent_date_value_truncate (value, widen), unit, form->fields[ENT_DATE_SHIFT]);
  return ent_date_value_shift (ent_date_value_truncate (value, unit), unit, form->fields[ENT_DATE_SHIFT]);
}

static gboolean
set_day (EntDateValue *value,
         gint32        day)
{
  if (value->grain != ENT_DATE_UNIT_MONTH || !ent_civil_date_is_valid (value->year, value->month, 1) || day < 1
      || day > (gint32) ent_civil_date_days_in_month (value->year, value->month))
    return FALSE;
  value->day = (guint8) day;
  value->grain = ENT_DATE_UNIT_DAY;
  return TRUE;
}

/* "the fourth Thursday of November", counted from a day of it on, or its last, counted -1; the fifth that a month
 * lacks is no day. */
static gboolean
set_nth_weekday (EntDateValue *value,
                 gint32        nth,
                 gint32        weekday,
                 gint32        from)
{
  EntDay last_day = ent_date_value_last_day (value);
  gint32 first = (gint32) ent_day_get_weekday (ent_date_value_first_day (value) + from - 1);

  if (nth < 0)
    return set_day (value, (gint32) (ent_civil_date_from_day (last_day).day
                                     - ((gint32) ent_day_get_weekday (last_day) - weekday + 7) % 7));
  return set_day (value, from + (weekday - first + 7) % 7 + (nth - 1) * 7);
}

/* The Gregorian Easter of @year, by the anonymous computus that Nature printed in 1876. */
static EntDay
find_easter (gint32 year)
{
  gint32 a = year % 19;
  gint32 b = year / 100;
  gint32 c = year % 100;
  gint32 g = (8 * b + 13) / 25;
  gint32 h = (19 * a + b - b / 4 - g + 15) % 30;
  gint32 l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  gint32 m = (a + 11 * h + 22 * l) / 451;
  gint32 n = h + l - 7 * m + 114;

  return ent_day_from_ymd (year, (guint) (n / 31), (guint) (n % 31 + 1));
}

/* A month and day of the Chinese calendar, in one number. */
static EntDateValue
find_lunar_day (gint32 date,
                gint32 year)
{
  EntDay day;

  return date >= 0 && ent_lunar_date_to_day (year, (guint) date / 100, (guint) date % 100, &day)
           ? ent_date_value_from_day (day)
           : no_value;
}

static EntDateValue
find_feast (const EntDateForm *form,
            gint32             year)
{
  gint32 feast = ent_date_form_get (form, ENT_DATE_FEAST, 0);
  EntDateValue value;

  if (ent_date_form_has (form, ENT_DATE_LUNAR))
    return find_lunar_day (form->fields[ENT_DATE_LUNAR], year);
  if (year < FIRST_EASTER || year >= ENT_YEAR_MAX)
    return no_value;
  if (ent_date_form_has (form, ENT_DATE_EASTER))
    return ent_date_value_from_day (find_easter (year) + CLAMP (form->fields[ENT_DATE_EASTER], -100, 100));
  value = make_value (ENT_DATE_UNIT_MONTH, year);
  value.month = (guint8) CLAMP (feast / 100, 1, 12);
  return set_day (&value, feast % 100) ? value : no_value;
}

/**
 * ent_date_place_in_year:
 * @form: what the words say, with a part of the year
 * @year: a year
 *
 * Returns: the half, season, quarter, month or day of @year that @form tells; no value where that year has none
 */
EntDateValue
ent_date_place_in_year (const EntDateForm *form,
                        gint32             year)
{
  EntDateValue value;

  if (ent_date_form_has (form, ENT_DATE_FEAST) || ent_date_form_has (form, ENT_DATE_EASTER)
      || ent_date_form_has (form, ENT_DATE_LUNAR))
    return find_feast (form, year);
  if (ent_date_form_has (form, ENT_DATE_HALF))
    {
      value = make_value (ENT_DATE_UNIT_HALF, year);
      value.index = (guint8) CLAMP (form->fields[ENT_DATE_HALF], 1, 2);
      return value;
    }
  if (ent_date_form_has (form, ENT_DATE_SEASON) || ent_date_form_has (form, ENT_DATE_QUARTER))
    {
      EntDateField field = ent_date_form_has (form, ENT_DATE_SEASON) ? ENT_DATE_SEASON : ENT_DATE_QUARTER;

      value = make_value (field == ENT_DATE_SEASON ? ENT_DATE_UNIT_SEASON : ENT_DATE_UNIT_QUARTER, year);
      value.index = (guint8) CLAMP (form->fields[field], 1, 4);
      return value;
    }

  value = make_value (ENT_DATE_UNIT_MONTH, year);
  value.month = (guint8) CLAMP (form->fields[ENT_DATE_MONTH], 1, 12);
  if (ent_date_form_has (form, ENT_DATE_NTH) && ent_date_form_has (form, ENT_DATE_WEEKDAY))
    {
      if (!set_nth_weekday (&value, form->fields[ENT_DATE_NTH], form->fields[ENT_DATE_WEEKDAY],
                            CLAMP (ent_date_form_get (form, ENT_DATE_DAY, 1), 1, 31)))
        return no_value;
    }
  else if (ent_date_form_has (form, ENT_DATE_DAY) && !set_day (&value, form->fields[ENT_DATE_DAY]))
    {
      return no_value;
    }
  return value;
}

/* Whether @value lies on the side of the reference that is wanted: strictly for "last" and "next". */
static gboolean
is_toward (const EntDateValue *value,
           const EntDateValue *reference,
           gint                toward,
           gboolean            strictly)
{
  EntDay first = ent_date_value_first_day (value);
  EntDay last = ent_date_value_last_day (value);
  EntDay from = ent_date_value_first_day (reference);
  EntDay to = ent_date_value_last_day (reference);

  /* 4月2日发表的声明, told on that day: it is over. */
  if (strictly && toward < 0 && value->grain <= ENT_DATE_UNIT_DAY)
    return last <= to;
  if (strictly)
    return toward < 0 ? last < from : first > to;
  return toward < 0 ? first <= to + DAYS_OF_SLACK : last >= from;
}

static gboolean
is_on_weekday (const EntDateForm  *form,
               const EntDateValue *value)
{
  return !ent_date_form_has (form, ENT_DATE_WEEKDAY) || value->grain != ENT_DATE_UNIT_DAY
         || (gint32) ent_day_get_weekday (ent_date_value_first_day (value)) == form->fields[ENT_DATE_WEEKDAY];
}

/* Of the years around the reference, the nearest whose month (or day, season …) lies toward where it should;
 * a weekday told with the day has the say before that. */
static EntDateValue
find_nearest_year (const EntDateForm  *form,
                   const EntDateValue *reference,
                   gint                toward,
                   gboolean            strictly)
{
  EntDateValue nearest = no_value;
  EntDateValue fallback = no_value;

  for (gint32 i = 0; i < 4; i++)
    {
      EntDateValue value = ent_date_place_in_year (form, reference->year - toward + toward * i);

      if (!ent_date_value_is_valid (&value))
        continue;
      if (is_on_weekday (form, &value) && ent_date_form_has (form, ENT_DATE_WEEKDAY)
          && ent_date_value_is_none (&fallback))
        fallback = value;
      if (is_toward (&value, reference, toward, strictly)
          && (ent_date_value_is_none (&nearest)
              || ABS (value.year - reference->year) < ABS (nearest.year - reference->year)))
        nearest = value;
    }
  if (ent_date_form_has (form, ENT_DATE_WEEKDAY) && !is_on_weekday (form, &nearest)
      && !ent_date_value_is_none (&fallback))
    return fallback;
  return nearest;
}

static gint32
get_distance (const EntDateValue *a,
              const EntDateValue *b)
{
  return ABS (ent_date_value_first_day (a) - ent_date_value_first_day (b));
}

/* Where no verb is close ("declared a dividend … payable Dec. 7"), a date most of a year away gives way to one close
 * by. */
static gboolean
is_much_nearer (const EntDateValue     *other,
                const EntDateValue     *value,
                const EntDateReference *reference)
{
  gint32 near = reference->hold == ENT_DATE_HOLD_OPENING ? DAYS_NEAR_OPENING : DAYS_NEAR;

  if (ent_date_value_is_none (value) || ent_date_value_is_none (other))
    return ent_date_value_is_none (value);
  if (reference->hold == ENT_DATE_HOLD_NEAR)
    return reference->toward > 0 && get_distance (value, &reference->value) > DAYS_ALMOST_YEAR
           && get_distance (other, &reference->value) <= DAYS_BARELY_OVER;
  return get_distance (value, &reference->value) > DAYS_FAR && get_distance (other, &reference->value) < near;
}

/* A company "expects third-quarter earnings" of the quarter that has just ended. */
static gboolean
is_just_over (const EntDateValue     *value,
              const EntDateValue     *other,
              const EntDateReference *reference)
{
  return value->grain == ENT_DATE_UNIT_QUARTER && !ent_date_value_is_none (other) && reference->toward > 0
         && get_distance (value, &reference->value) > DAYS_NEAR
         && ent_date_value_first_day (&reference->value) - ent_date_value_last_day (other) < DAYS_NEAR;
}

/**
 * ent_date_place_is_in_winter:
 * @form: what the words say
 * @now: the date that they are told of
 *
 * Returns: whether they tell of a winter, and @now is a January or February, whose winter began in the year before
 */
gboolean
ent_date_place_is_in_winter (const EntDateForm  *form,
                             const EntDateValue *now)
{
  return ent_date_form_get (form, ENT_DATE_SEASON, 0) == 4 && now->grain <= ENT_DATE_UNIT_MONTH && now->month < 3;
}

static EntDateValue
find_without_year (const EntDateForm      *form,
                   const EntDateReference *reference,
                   gboolean               *ambiguous)
{
  gint32 told = ent_date_form_get (form, ENT_DATE_TOWARD, ENT_DATE_NO_FIELD);
  EntDateValue value, other;

  if (told == ENT_DATE_NO_FIELD && reference->story != NULL)
    return ent_date_story_find (form, reference);
  if (told == ENT_DATE_NO_FIELD && reference->year != NULL)
    return ent_date_story_after (form, reference->year, &no_value);
  if (ent_date_value_is_none (&reference->value) || reference->value.grain > ENT_DATE_UNIT_YEAR)
    return no_value;
  if (told == 0)
    return ent_date_place_in_year (form, reference->value.year - ent_date_place_is_in_winter (form, &reference->value));
  if (told != ENT_DATE_NO_FIELD)
    return find_nearest_year (form, &reference->value, told < 0 ? -1 : 1, TRUE);

  *ambiguous = TRUE;
  value = find_nearest_year (form, &reference->value, reference->toward, FALSE);
  other = find_nearest_year (form, &reference->value, -reference->toward, FALSE);
  if (is_just_over (&value, &other, reference))
    return other;
  /* Figures that were told are of a quarter that was. */
  if (value.grain == ENT_DATE_UNIT_QUARTER && reference->told && reference->toward < 0)
    return value;
  if (reference->noted && !ent_date_value_is_none (&other)
      && get_distance (&other, &reference->value) < get_distance (&value, &reference->value))
    return other;
  return is_much_nearer (&other, &value, reference) ? other : value;
}

/* Where no verb is close, 27日 is of three days on rather than of four weeks before. */
static EntDateValue
prefer_near_day (const EntDateForm      *form,
                 const EntDateReference *reference,
                 EntDateValue            month,
                 EntDateValue            value)
{
  EntDateValue other = ent_date_value_shift (month, ENT_DATE_UNIT_MONTH,
                                             value.month != month.month ? 0 : -reference->toward);

  if (reference->hold == ENT_DATE_HOLD_NEAR || reference->value.grain > ENT_DATE_UNIT_DAY
      || !set_day (&other, form->fields[ENT_DATE_DAY])
      || get_distance (&value, &reference->value) <= DAYS_OF_FAR_DAY
      || get_distance (&other, &reference->value) > DAYS_OF_NEAR_DAY)
    return value;
  return other;
}

/* "the 18th", 18日: of the month told last, or the nearest. */
static EntDateValue
find_day_of_month (const EntDateForm      *form,
                   const EntDateReference *reference,
                   gboolean               *ambiguous)
{
  EntDateValue month = ent_date_value_truncate (reference->month != NULL ? *reference->month : reference->value,
                                                ENT_DATE_UNIT_MONTH);
  gint toward = ent_date_form_get (form, ENT_DATE_TOWARD, reference->toward);
  EntDateValue value = month;

  if (month.grain != ENT_DATE_UNIT_MONTH)
    return no_value;
  if (reference->month != NULL)
    return set_day (&value, form->fields[ENT_DATE_DAY]) ? value : no_value;

  *ambiguous = TRUE;
  for (gint i = 0; i < 3; i++)
    {
      value = ent_date_value_shift (month, ENT_DATE_UNIT_MONTH, toward * i);
      if (set_day (&value, form->fields[ENT_DATE_DAY]) && is_toward (&value, &reference->value, toward, FALSE))
        return toward == reference->toward ? prefer_near_day (form, reference, month, value) : value;
    }
  return no_value;
}

static EntDateValue
find_weekday (const EntDateForm      *form,
              const EntDateReference *reference,
              gboolean               *ambiguous)
{
  gint32 told = ent_date_form_get (form, ENT_DATE_TOWARD, ENT_DATE_NO_FIELD);
  gint32 weekday = CLAMP (form->fields[ENT_DATE_WEEKDAY], 1, 7);
  gint toward = reference->toward;
  gint32 distance;
  EntDay from;

  if (ent_date_value_is_none (&reference->value) || reference->value.grain > ENT_DATE_UNIT_DAY)
    return no_value;
  if (told == 0)
    {
      *ambiguous = toward < 0;
      toward = reference->told ? toward : 1;
    }
  else if (told != ENT_DATE_NO_FIELD)
    toward = told;
  else
    *ambiguous = TRUE;

  from = ent_date_value_first_day (&reference->value);
  if (toward < 0)
    {
      distance = ((gint32) ent_day_get_weekday (from) - weekday + 7) % 7;
      return ent_date_value_from_day (from - (told == -1 && distance == 0 ? 7 : distance));
    }
  distance = (weekday - (gint32) ent_day_get_weekday (from) + 7) % 7;
  /* "Could not be found on Wednesday" is told on Thursday. */
  if (distance == 6 && told == ENT_DATE_NO_FIELD && reference->told && reference->hold == ENT_DATE_HOLD_WEAK)
    return ent_date_value_from_day (from - 1);
  return ent_date_value_from_day (from + (told == 1 && distance == 0 ? 7 : distance));
}

/* "A week from Friday", "eight years ago Thursday": so far off the nearest such day on that side. */
static EntDateValue
find_shifted_weekday (const EntDateForm      *form,
                      const EntDateReference *reference,
                      gboolean               *ambiguous)
{
  EntDateReference side = *reference;
  EntDateValue day;

  side.toward = form->fields[ENT_DATE_SHIFT] < 0 ? -1 : 1;
  side.told = TRUE;
  side.hold = ENT_DATE_HOLD_NEAR;
  day = find_weekday (form, &side, ambiguous);
  return find_shifted (form, &day);
}

static EntDateValue
find_weekend (const EntDateForm      *form,
              const EntDateReference *reference,
              gboolean               *ambiguous)
{
  gint32 told = ent_date_form_get (form, ENT_DATE_TOWARD, ENT_DATE_NO_FIELD);
  EntDateValue value = reference->value;
  gboolean is_weekend;

  if (ent_date_value_is_none (&value) || value.grain > ENT_DATE_UNIT_DAY)
    return no_value;
  is_weekend = ent_day_get_weekday (ent_date_value_first_day (&value)) >= 6;
  value = ent_date_value_truncate (value, ENT_DATE_UNIT_WEEKEND);
  if (told == ENT_DATE_NO_FIELD)
    {
      *ambiguous = TRUE;
      return reference->toward < 0 && !is_weekend ? ent_date_value_shift (value, ENT_DATE_UNIT_WEEK, -1) : value;
    }
  return ent_date_value_shift (value, ENT_DATE_UNIT_WEEK, told);
}

static gboolean
tells_part_of_year (const EntDateForm *form)
{
  return ent_date_form_has (form, ENT_DATE_MONTH) || ent_date_form_has (form, ENT_DATE_SEASON)
         || ent_date_form_has (form, ENT_DATE_QUARTER) || ent_date_form_has (form, ENT_DATE_HALF)
         || ent_date_form_has (form, ENT_DATE_FEAST) || ent_date_form_has (form, ENT_DATE_EASTER)
         || ent_date_form_has (form, ENT_DATE_LUNAR);
}

static gboolean
tells_time (const EntDateForm *form)
{
  return ent_date_form_has (form, ENT_DATE_PART) || ent_date_form_has (form, ENT_DATE_HOUR)
         || ent_date_form_has (form, ENT_DATE_CLOCK);
}

static gboolean
tells_day_of_shift (const EntDateForm *form)
{
  return ent_date_form_has (form, ENT_DATE_WEEKDAY)
         && ent_date_form_get (form, ENT_DATE_WIDEN, ENT_DATE_UNIT_NONE) == ENT_DATE_UNIT_DAY;
}

/* From the year, or week, down to the day; *@value may be none yet. */
static void
refine_day (EntDateValue           *value,
            const EntDateForm      *form,
            const EntDateReference *reference,
            gboolean               *ambiguous)
{
  gboolean open = ent_date_value_is_none (value);

  if (tells_part_of_year (form))
    {
      if (open)
        *value = find_without_year (form, reference, ambiguous);
      else if (value->grain == ENT_DATE_UNIT_YEAR)
        *value = ent_date_place_in_year (form, value->year);
    }
  else if (ent_date_form_has (form, ENT_DATE_DAY))
    {
      if (open)
        *value = find_day_of_month (form, reference, ambiguous);
      else if (value->grain == ENT_DATE_UNIT_MONTH && !set_day (value, form->fields[ENT_DATE_DAY]))
        *value = no_value;
    }
  else if (ent_date_form_has (form, ENT_DATE_WEEKEND))
    {
      if (open)
        *value = find_weekend (form, reference, ambiguous);
      else if (value->grain == ENT_DATE_UNIT_WEEK)
        value->grain = ENT_DATE_UNIT_WEEKEND;
    }
  else if (ent_date_form_has (form, ENT_DATE_WEEKDAY))
    {
      if (open)
        *value = find_weekday (form, reference, ambiguous);
      else if (value->grain == ENT_DATE_UNIT_WEEK)
        *value = ent_date_value_from_day (ent_date_value_first_day (value)
                                          + CLAMP (form->fields[ENT_DATE_WEEKDAY], 1, 7) - 1);
      else if (value->grain == ENT_DATE_UNIT_MONTH && ent_date_form_has (form, ENT_DATE_NTH)
               && !set_nth_weekday (value, form->fields[ENT_DATE_NTH], form->fields[ENT_DATE_WEEKDAY], 1))
        *value = no_value;
    }
}

/* 0 to 24, by "p.m." or by the part of the day that is told with the hour. */
static gint32
find_hour (const EntDateForm *form,
           gint32             hour)
{
  EntDatePart part = (EntDatePart) ent_date_form_get (form, ENT_DATE_PART, ENT_DATE_PART_NONE);

  /* "11 to 1 p.m." begins in the morning. */
  if (ent_date_form_has (form, ENT_DATE_HALF_DAY) && hour % 12 > ent_date_form_get (form, ENT_DATE_TO_HOUR, hour) % 12)
    return hour % 12 + (form->fields[ENT_DATE_HALF_DAY] == 1 ? 0 : 12);

  if (ent_date_form_has (form, ENT_DATE_HALF_DAY))
    return hour % 12 + (form->fields[ENT_DATE_HALF_DAY] == 1 && hour <= 12 ? 12 : 0);
  if (hour < 12 && (part == ENT_DATE_PART_AFTERNOON || part == ENT_DATE_PART_EVENING))
    return hour + 12;
  if (hour < 12 && hour > 5 && part == ENT_DATE_PART_NIGHT)
    return hour + 12;
  return hour;
}

static void
refine_time (EntDateValue      *value,
             const EntDateForm *form)
{
  gint32 clock = ent_date_form_get (form, ENT_DATE_CLOCK, 0);
  gint32 hour = ent_date_form_get (form, ENT_DATE_HOUR, clock / 100);
  gint32 minute = ent_date_form_get (form, ENT_DATE_MINUTE, clock % 100);
  gint32 second = ent_date_form_get (form, ENT_DATE_SECOND, 0);

  if (value->grain > ENT_DATE_UNIT_DAY || ent_date_value_is_none (value))
    return;
  if (!ent_date_form_has (form, ENT_DATE_HOUR) && !ent_date_form_has (form, ENT_DATE_CLOCK))
    {
      value->grain = ENT_DATE_UNIT_PART;
      value->part = (guint8) form->fields[ENT_DATE_PART];
      return;
    }

  hour = find_hour (form, hour);
  if (hour < 0 || hour > 24 || minute < 0 || minute > 59 || second < 0 || second > 59
      || (hour == 24 && minute + second > 0))
    return;
  value->second = hour * 3600 + minute * 60 + second;
  value->grain = ent_date_form_has (form, ENT_DATE_SECOND) ? ENT_DATE_UNIT_SECOND : ENT_DATE_UNIT_MINUTE;
}

/* A midnight of no told day is where the day began, unless it is to come. */
static gboolean
is_past_midnight (const EntDateForm      *form,
                  const EntDateReference *reference)
{
  return ent_date_form_get (form, ENT_DATE_HOUR, 0) == 24 && !(reference->told && reference->toward > 0);
}

/**
 * ent_date_place_find:
 * @form: what the words say
 * @reference: what the text around says
 * @relative: (out): whether the date depends on @reference
 * @ambiguous: (out): whether past or future was decided by the reference's direction alone
 *
 * Finds the place in the calendar that the words name.
 *
 * Returns: the place; no value where the words and the reference do not tell it
 */
EntDateValue
ent_date_place_find (const EntDateForm      *form,
                     const EntDateReference *reference,
                     gboolean               *relative,
                     gboolean               *ambiguous)
{
  EntDateValue value;
  gboolean shifted = ent_date_form_has (form, ENT_DATE_SHIFT);
  gboolean begins_day = FALSE;

  *ambiguous = FALSE;
  if (shifted && tells_day_of_shift (form))
    value = find_shifted_weekday (form, reference, ambiguous);
  else
    value = shifted ? find_shifted (form, &reference->value) : find_year (form, reference);
  *relative = shifted || ent_date_value_is_none (&value);
  if (shifted && ent_date_value_is_none (&value))
    return value;

  refine_day (&value, form, reference, ambiguous);
  if (tells_time (form))
    {
      /* The day the text is on: not one that a season or a month could not be. */
      if (ent_date_value_is_none (&value) && !tells_part_of_year (form) && !ent_date_form_has (form, ENT_DATE_DAY)
          && !ent_date_form_has (form, ENT_DATE_WEEKDAY))
        {
          value = ent_date_value_truncate (reference->day != NULL ? *reference->day : reference->value,
                                           ENT_DATE_UNIT_DAY);
          if (value.grain > ENT_DATE_UNIT_DAY)
            return no_value;
          value.grain = ENT_DATE_UNIT_DAY;
          value.second = ENT_SECOND_NONE;
          begins_day = is_past_midnight (form, reference);
        }
      refine_time (&value, form);
      if (begins_day && value.grain < ENT_DATE_UNIT_DAY)
        value.second = 0;
    }
  if (ent_date_form_has (form, ENT_DATE_WIDEN) && ent_date_value_is_valid (&value))
    value = ent_date_value_truncate (value, (EntDateUnit) form->fields[ENT_DATE_WIDEN]);
  value.mod = (guint8) ent_date_form_get (form, ENT_DATE_MOD, ENT_DATE_MOD_NONE);
  return ent_date_value_is_valid (&value) ? value : no_value;
}
