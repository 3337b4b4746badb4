/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/date-window.h"

/**
 * Reach:
 * @past: how far "recent days" reaches back
 * @coming: how far "the coming days" reaches on
 * @past_grain: how fine its begin is
 * @coming_grain: how fine its end is
 *
 * What a bare plural of a unit stands for, in @unit.
 */
typedef struct
{
  EntDateUnit unit;
  gint32 past;
  gint32 coming;
  EntDateUnit past_grain;
  EntDateUnit coming_grain;
} Reach;

static Reach
get_reach (EntDateUnit unit)
{
  switch (unit)
    {
    case ENT_DATE_UNIT_WEEK:
    case ENT_DATE_UNIT_WEEKEND:
      return (Reach) { ENT_DATE_UNIT_MONTH, 1, 1, ENT_DATE_UNIT_MONTH, ENT_DATE_UNIT_MONTH };
    case ENT_DATE_UNIT_MONTH:
    case ENT_DATE_UNIT_VAGUE:
      return (Reach) { ENT_DATE_UNIT_MONTH, 3, 6, ENT_DATE_UNIT_MONTH, ENT_DATE_UNIT_MONTH };
    case ENT_DATE_UNIT_QUARTER:
    case ENT_DATE_UNIT_SEASON:
    case ENT_DATE_UNIT_HALF:
      return (Reach) { ENT_DATE_UNIT_MONTH, 9, 9, ENT_DATE_UNIT_MONTH, ENT_DATE_UNIT_MONTH };
    case ENT_DATE_UNIT_YEAR:
      return (Reach) { ENT_DATE_UNIT_YEAR, 3, 3, ENT_DATE_UNIT_YEAR, ENT_DATE_UNIT_YEAR };
    case ENT_DATE_UNIT_DECADE:
      return (Reach) { ENT_DATE_UNIT_YEAR, 30, 30, ENT_DATE_UNIT_YEAR, ENT_DATE_UNIT_YEAR };
    case ENT_DATE_UNIT_CENTURY:
      return (Reach) { ENT_DATE_UNIT_YEAR, 300, 300, ENT_DATE_UNIT_YEAR, ENT_DATE_UNIT_YEAR };
    default:
      return (Reach) { ENT_DATE_UNIT_DAY, 7, 7, ENT_DATE_UNIT_DAY, ENT_DATE_UNIT_MONTH };
    }
}

/* A number that is told reaches just so far; days and weeks to the day, the rest to the month or year. */
static Reach
get_told_reach (EntDateUnit unit,
                gint32      count)
{
  switch (unit)
    {
    case ENT_DATE_UNIT_SECOND:
    case ENT_DATE_UNIT_MINUTE:
    case ENT_DATE_UNIT_HOUR:
      return (Reach) { ENT_DATE_UNIT_DAY, 1, 1, ENT_DATE_UNIT_DAY, ENT_DATE_UNIT_DAY };
    case ENT_DATE_UNIT_PART:
    case ENT_DATE_UNIT_DAY:
      return (Reach) { ENT_DATE_UNIT_DAY, count, count, ENT_DATE_UNIT_DAY, ENT_DATE_UNIT_DAY };
    case ENT_DATE_UNIT_WEEKEND:
    case ENT_DATE_UNIT_WEEK:
      return (Reach) { ENT_DATE_UNIT_WEEK, count, count, ENT_DATE_UNIT_DAY, ENT_DATE_UNIT_DAY };
    case ENT_DATE_UNIT_YEAR:
    case ENT_DATE_UNIT_DECADE:
    case ENT_DATE_UNIT_CENTURY:
      return (Reach) { unit, count, count, ENT_DATE_UNIT_YEAR, ENT_DATE_UNIT_YEAR };
    default:
      {
        gint32 months = unit == ENT_DATE_UNIT_HALF ? 6 : unit == ENT_DATE_UNIT_MONTH ? 1
                                                                                     : 3;

        count = MIN (count, 10000) * months;
        return (Reach) { ENT_DATE_UNIT_MONTH, count, count, ENT_DATE_UNIT_MONTH, ENT_DATE_UNIT_MONTH };
      }
    }
}

/* The other side of the window, about so many units from now. */
static EntEdtfPoint
find_side (const EntDateValue *now,
           EntDateUnit         unit,
           gint32              count,
           EntDateUnit         grain)
{
  EntDateValue value = ent_date_value_shift (*now, unit, count);
  EntEdtfPoint point;

  if (!ent_date_value_is_valid (&value))
    return ent_edtf_point_open ();
  value = ent_date_value_truncate (value, grain);
  point = ent_date_value_to_edtf (&value).start;
  point.qualifier |= ENT_EDTF_APPROXIMATE;
  return point;
}

/**
 * ent_date_window_about:
 * @form: what the words say: a unit and perhaps a count
 * @window: past or coming
 * @now: the statement's date
 *
 * "In recent weeks", "over the past three months", "in the coming days": the time from about then to
 * now, or from now to about then.
 *
 * Returns: the interval; none where @now is not known to the day
 */
EntEdtf
ent_date_window_about (const EntDateForm  *form,
                       EntDateWindow       window,
                       const EntDateValue *now)
{
  EntDateUnit unit = (EntDateUnit) ent_date_form_get (form, ENT_DATE_UNIT, ENT_DATE_UNIT_NONE);
  gint32 count = ent_date_form_get (form, ENT_DATE_COUNT, ENT_DATE_SOME);
  Reach reach = count == ENT_DATE_SOME ? get_reach (unit) : get_told_reach (unit, count);
  EntEdtfPoint today;

  if (ent_date_value_is_none (now) || now->grain > ENT_DATE_UNIT_DAY)
    return (EntEdtf) { 0 };
  today = ent_edtf_point_day (ent_date_value_first_day (now));
  if (unit == ENT_DATE_UNIT_NONE)
    return ent_date_window_open (ent_edtf_point (today), window == ENT_DATE_WINDOW_PAST ? ENT_DATE_WINDOW_UNTIL
                                                                                        : ENT_DATE_WINDOW_SINCE);
  if (window == ENT_DATE_WINDOW_PAST)
    return ent_edtf_interval (find_side (now, reach.unit, -reach.past, reach.past_grain), today);
  return ent_edtf_interval (today, find_side (now, reach.unit, reach.coming, reach.coming_grain));
}

/**
 * ent_date_window_open:
 * @edtf: a date or interval
 * @window: since or until
 *
 * Returns: @edtf with its end or its begin left open
 */
EntEdtf
ent_date_window_open (EntEdtf       edtf,
                      EntDateWindow window)
{
  gboolean interval = ent_edtf_is_interval (edtf);

  if (ent_edtf_is_none (edtf))
    return edtf;
  if (window == ENT_DATE_WINDOW_UNTIL)
    return ent_edtf_interval (ent_edtf_point_open (), interval ? edtf.end : edtf.start);
  return ent_edtf_interval (edtf.start, ent_edtf_point_open ());
}
