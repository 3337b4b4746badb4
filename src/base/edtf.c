/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/edtf.h"

#include "base/digits.h"

/* How much of a text that is no date an error quotes. */
#define QUOTED_BYTES 64

G_DEFINE_QUARK (ent-edtf-error-quark, ent_edtf_error)

/* A text on its way through the parser. */
typedef struct
{
  const char *text;
  gsize length;
  gsize at;
} Scanner;

/* Months of ISO 8601-2's groups: first month and how many, from code 21 on. Seasons without a
 * hemisphere are northern. Those that begin late in the year end in the next one. */
static const struct
{
  guint8 first;
  guint8 n;
} seasons[] = {
  { 3, 3 }, { 6, 3 },  { 9, 3 }, { 12, 3 }, /* 21–24 spring, summer, autumn, winter */
  { 3, 3 }, { 6, 3 },  { 9, 3 }, { 12, 3 }, /* 25–28 the same, northern */
  { 9, 3 }, { 12, 3 }, { 3, 3 }, { 6, 3 },  /* 29–32 the same, southern */
  { 1, 3 }, { 4, 3 },  { 7, 3 }, { 10, 3 }, /* 33–36 quarters */
  { 1, 4 }, { 5, 4 },  { 9, 4 },            /* 37–39 thirds */
  { 1, 6 }, { 7, 6 },                       /* 40–41 halves */
};

#define SEASON_LAST (ENT_SEASON_SPRING + G_N_ELEMENTS (seasons) - 1)

static inline gboolean
is_season (guint code)
{
  return code >= ENT_SEASON_SPRING && code <= SEASON_LAST;
}

static EntEdtfPoint
point_new (EntEdtfPrecision precision,
           gint32           year,
           guint            month,
           guint            day)
{
  EntEdtfPoint point = { .year = year, .second = ENT_SECOND_NONE, .zone = ENT_ZONE_NONE };

  point.precision = (guint8) precision;
  point.month = (guint8) month;
  point.day = (guint8) day;
  return point;
}

/* A no-date side has all bytes zero, so that a zeroed value equals one that was made. */
static const EntEdtfPoint point_none;

static EntDay
month_start (gint32 year,
             guint  month)
{
  return ent_day_from_ymd (year, month, 1);
}

/* The day before the month that is n months after. */
static EntDay
months_end (gint32 year,
            guint  month,
            guint  n)
{
  guint after = month + n - 1;

  return month_start (year + (gint32) (after / 12), after % 12 + 1) - 1;
}

static EntDay
point_earliest (const EntEdtfPoint *point)
{
  switch ((EntEdtfPrecision) point->precision)
    {
    case ENT_EDTF_CENTURY:
    case ENT_EDTF_DECADE:
    case ENT_EDTF_YEAR:
      return month_start (point->year, 1);
    case ENT_EDTF_SEASON:
      return month_start (point->year, seasons[point->month - ENT_SEASON_SPRING].first);
    case ENT_EDTF_MONTH:
      return month_start (point->year, point->month);
    case ENT_EDTF_DAY:
    case ENT_EDTF_TIME:
      return ent_day_from_ymd (point->year, point->month, point->day);
    case ENT_EDTF_NONE:
    case ENT_EDTF_OPEN:
    default:
      return ENT_DAY_OPEN_START;
    }
}

static EntDay
point_latest (const EntEdtfPoint *point)
{
  switch ((EntEdtfPrecision) point->precision)
    {
    case ENT_EDTF_CENTURY:
      return months_end (point->year + 99, 1, 12);
    case ENT_EDTF_DECADE:
      return months_end (point->year + 9, 1, 12);
    case ENT_EDTF_YEAR:
      return months_end (point->year, 1, 12);
    case ENT_EDTF_SEASON:
      return months_end (point->year, seasons[point->month - ENT_SEASON_SPRING].first,
                         seasons[point->month - ENT_SEASON_SPRING].n);
    case ENT_EDTF_MONTH:
      return months_end (point->year, point->month, 1);
    case ENT_EDTF_DAY:
    case ENT_EDTF_TIME:
      return ent_day_from_ymd (point->year, point->month, point->day);
    case ENT_EDTF_NONE:
    case ENT_EDTF_OPEN:
    default:
      return ENT_DAY_OPEN_END;
    }
}

static inline gboolean
point_equal (const EntEdtfPoint *a,
             const EntEdtfPoint *b)
{
  return a->precision == b->precision && a->year == b->year && a->month == b->month && a->day == b->day
         && a->qualifier == b->qualifier && a->second == b->second && a->zone == b->zone;
}

static gboolean
fail (const Scanner  *scanner,
      EntEdtfError    code,
      gsize           at,
      const char     *why,
      GError        **error)
{
  g_autofree char *quoted = g_utf8_make_valid (scanner->text, (gssize) MIN (scanner->length, QUOTED_BYTES));

  g_set_error (error, ENT_EDTF_ERROR, (int) code, "“%s”, byte %" G_GSIZE_FORMAT ": %s", quoted, at + 1, why);
  return FALSE;
}

static inline char
peek (const Scanner *scanner)
{
  return scanner->at < scanner->length ? scanner->text[scanner->at] : '\0';
}

static inline gboolean
take (Scanner *scanner,
      char     c)
{
  if (scanner->at >= scanner->length || scanner->text[scanner->at] != c)
    return FALSE;
  scanner->at++;
  return TRUE;
}

/* Exactly n digits. */
static gboolean
take_digits (Scanner *scanner,
             guint    n,
             guint   *value)
{
  guint v = 0;

  if (scanner->length - scanner->at < n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      char c = scanner->text[scanner->at + i];

      if (!g_ascii_isdigit (c))
        return FALSE;
      v = v * 10 + (guint) (c - '0');
    }
  scanner->at += n;
  *value = v;
  return TRUE;
}

static gboolean
take_unspecified (Scanner *scanner)
{
  return take (scanner, 'X') && take (scanner, 'X');
}

/* -?YYYY, YYYX or YYXX. */
static gboolean
scan_year (Scanner       *scanner,
           EntEdtfPoint  *point,
           GError       **error)
{
  /* By how many of the four digits are known. */
  static const struct
  {
    EntEdtfPrecision precision;
    gint32 years;
  } known[] = { [2] = { ENT_EDTF_CENTURY, 100 }, [3] = { ENT_EDTF_DECADE, 10 }, [4] = { ENT_EDTF_YEAR, 1 } };
  gsize start = scanner->at;
  gboolean negative = take (scanner, '-');
  gint32 year = 0;
  guint digit;
  guint n = 0;

  if (peek (scanner) == 'Y' && !negative)
    return fail (scanner, ENT_EDTF_ERROR_NO_DAY, start, "such years lie beyond the calendar", error);
  for (; n < 4 && take_digits (scanner, 1, &digit); n++)
    year = year * 10 + (gint32) digit;
  if (n < 2)
    return fail (scanner, ENT_EDTF_ERROR_SYNTAX, scanner->at, "expected a year of four digits", error);
  for (guint i = n; i < 4; i++)
    {
      if (!take (scanner, 'X'))
        return fail (scanner, ENT_EDTF_ERROR_SYNTAX, scanner->at, "expected a year of four digits", error);
      year *= 10;
    }
  if (negative && n == 4 && year == 0)
    return fail (scanner, ENT_EDTF_ERROR_NO_DAY, start, "there is no year -0000", error);

  *point = point_new (known[n].precision, negative ? -(year + known[n].years - 1) : year, 0, 0);
  return TRUE;
}

/* hh:mm or hh:mm:ss, then nothing, Z, +hh or +hh:mm. */
static gboolean
scan_time (Scanner       *scanner,
           EntEdtfPoint  *point,
           GError       **error)
{
  gsize start = scanner->at;
  guint hour;
  guint minute = 0;
  guint second = 0;

  if (!take_digits (scanner, 2, &hour) || !take (scanner, ':') || !take_digits (scanner, 2, &minute)
      || (take (scanner, ':') && !take_digits (scanner, 2, &second)))
    return fail (scanner, ENT_EDTF_ERROR_SYNTAX, scanner->at, "expected a time like 09:00:00", error);
  if (hour > 23 || minute > 59 || second > 59)
    return fail (scanner, ENT_EDTF_ERROR_NO_DAY, start, "there is no such time of day", error);
  point->precision = ENT_EDTF_TIME;
  point->second = (gint32) (hour * 3600 + minute * 60 + second);

  start = scanner->at;
  if (take (scanner, 'Z'))
    point->zone = 0;
  else if (peek (scanner) == '+' || peek (scanner) == '-')
    {
      gboolean west = !take (scanner, '+') && take (scanner, '-');

      minute = 0;
      if (!take_digits (scanner, 2, &hour) || (take (scanner, ':') && !take_digits (scanner, 2, &minute)))
        return fail (scanner, ENT_EDTF_ERROR_SYNTAX, scanner->at, "expected a zone like +02:00", error);
      if (hour > 23 || minute > 59)
        return fail (scanner, ENT_EDTF_ERROR_NO_DAY, start, "there is no such zone", error);
      point->zone = (gint16) (hour * 60 + minute);
      if (west)
        point->zone = (gint16) -point->zone;
    }
  return TRUE;
}

/* After a year: -MM, -SS or -XX, then -DD or -XX, then a time. Digits left unspecified say no more
 * than the coarser date, and are kept as that. */
static gboolean
scan_month (Scanner       *scanner,
            EntEdtfPoint  *point,
            GError       **error)
{
  gboolean known;
  gsize start;
  guint value;

  if (peek (scanner) == 'X')
    {
      if (!take_unspecified (scanner) || (take (scanner, '-') && !take_unspecified (scanner)))
        return fail (scanner, ENT_EDTF_ERROR_SYNTAX, scanner->at, "expected XX", error);
      return TRUE;
    }

  start = scanner->at;
  if (!take_digits (scanner, 2, &value))
    return fail (scanner, ENT_EDTF_ERROR_SYNTAX, scanner->at, "expected a month of two digits", error);
  if (!is_season (value) && (value < 1 || value > 12))
    return fail (scanner, ENT_EDTF_ERROR_NO_DAY, start, "there is no such month or season", error);
  point->month = (guint8) value;
  point->precision = is_season (value) ? ENT_EDTF_SEASON : ENT_EDTF_MONTH;
  if (point->precision == ENT_EDTF_SEASON || !take (scanner, '-'))
    return TRUE;

  start = scanner->at;
  known = peek (scanner) != 'X';
  if (known ? !take_digits (scanner, 2, &value) : !take_unspecified (scanner))
    return fail (scanner, ENT_EDTF_ERROR_SYNTAX, scanner->at, "expected a day of two digits", error);
  if (!known)
    return TRUE;
  if (!ent_civil_date_is_valid (point->year, point->month, value))
    return fail (scanner, ENT_EDTF_ERROR_NO_DAY, start, "the month has no such day", error);
  point->day = (guint8) value;
  point->precision = ENT_EDTF_DAY;
  return !take (scanner, 'T') || scan_time (scanner, point, error);
}

static gboolean
scan_point (Scanner       *scanner,
            EntEdtfPoint  *point,
            GError       **error)
{
  if (!scan_year (scanner, point, error))
    return FALSE;
  if (point->precision == ENT_EDTF_YEAR && take (scanner, '-') && !scan_month (scanner, point, error))
    return FALSE;

  if (take (scanner, '~'))
    point->qualifier = ENT_EDTF_APPROXIMATE;
  else if (take (scanner, '?'))
    point->qualifier = ENT_EDTF_UNCERTAIN;
  else if (take (scanner, '%'))
    point->qualifier = ENT_EDTF_UNCERTAIN | ENT_EDTF_APPROXIMATE;
  return TRUE;
}

/* One side of an interval: a point, `..`, or nothing, which is open too. */
static gboolean
scan_side (Scanner       *scanner,
           EntEdtfPoint  *point,
           GError       **error)
{
  if (scanner->at == scanner->length || peek (scanner) == '/')
    {
      *point = ent_edtf_point_open ();
      return TRUE;
    }
  if (take (scanner, '.'))
    {
      *point = ent_edtf_point_open ();
      return take (scanner, '.') || fail (scanner, ENT_EDTF_ERROR_SYNTAX, scanner->at, "expected “..”", error);
    }
  return scan_point (scanner, point, error);
}

/**
 * ent_edtf_point_day:
 * @day: a day that is no open side
 *
 * Returns: the day as a point
 */
EntEdtfPoint
ent_edtf_point_day (EntDay day)
{
  EntCivilDate date = ent_civil_date_from_day (day);

  return point_new (ENT_EDTF_DAY, date.year, date.month, date.day);
}

/**
 * ent_edtf_point_month:
 * @year: astronomical year
 * @month_or_season: 1 to 12, or a season's code, 21 to 41
 *
 * Returns: the month or season as a point
 */
EntEdtfPoint
ent_edtf_point_month (gint32 year,
                      guint  month_or_season)
{
  gboolean season = is_season (month_or_season);

  g_return_val_if_fail (season || (month_or_season >= 1 && month_or_season <= 12), point_none);

  return point_new (season ? ENT_EDTF_SEASON : ENT_EDTF_MONTH, year, month_or_season, 0);
}

/**
 * ent_edtf_point_year:
 * @year: astronomical year
 *
 * Returns: the year as a point
 */
EntEdtfPoint
ent_edtf_point_year (gint32 year)
{
  return point_new (ENT_EDTF_YEAR, year, 0, 0);
}

/**
 * ent_edtf_point_open:
 *
 * Returns: an open side of an interval
 */
EntEdtfPoint
ent_edtf_point_open (void)
{
  return point_new (ENT_EDTF_OPEN, 0, 0, 0);
}

/**
 * ent_edtf_point:
 * @point: a point
 *
 * Returns: the date of that point alone
 */
EntEdtf
ent_edtf_point (EntEdtfPoint point)
{
  return (EntEdtf) { point, point_none };
}

/**
 * ent_edtf_is_backward:
 * @start: the first side of a span
 * @end: its second side
 *
 * Within one day two times tell what comes first, if both are on one clock.
 *
 * Returns: whether @end lies before @start, so that the two are no span
 */
gboolean
ent_edtf_is_backward (EntEdtfPoint start,
                      EntEdtfPoint end)
{
  EntDay from = point_earliest (&start);
  EntDay to = point_latest (&end);

  if (from == to && start.precision == ENT_EDTF_TIME && end.precision == ENT_EDTF_TIME && start.zone == end.zone)
    return start.second > end.second;
  return from > to;
}

/**
 * ent_edtf_interval:
 * @start: the first side
 * @end: the second side, which must not be before the first: see ent_edtf_is_backward()
 *
 * Returns: the span from one to the other
 */
EntEdtf
ent_edtf_interval (EntEdtfPoint start,
                   EntEdtfPoint end)
{
  return (EntEdtf) { start, end };
}

/**
 * ent_edtf_day:
 * @day: a day that is no open side
 *
 * Returns: the date of that day
 */
EntEdtf
ent_edtf_day (EntDay day)
{
  return ent_edtf_point (ent_edtf_point_day (day));
}

/**
 * ent_edtf_parse:
 * @text: (array length=length): a date as ISO 8601-2 writes it
 * @length: its bytes
 * @edtf: (out): the date
 * @error: what is wrong and where
 *
 * Reads levels 0 and 1 but years of more than four digits, and `197X` and `19XX`. `2024-XX` is
 * read as `2024`, an empty side of an interval as an open one.
 *
 * Returns: whether @text is a date
 */
gboolean
ent_edtf_parse (const char  *text,
                gsize        length,
                EntEdtf     *edtf,
                GError     **error)
{
  Scanner scanner = { text, length, 0 };
  EntEdtf value = { 0 };
  gsize slash;

  g_return_val_if_fail ((text != NULL || length == 0) && edtf != NULL, FALSE);

  if (!scan_side (&scanner, &value.start, error))
    return FALSE;
  slash = scanner.at;
  if (!take (&scanner, '/'))
    {
      if (scanner.at < length)
        return fail (&scanner, ENT_EDTF_ERROR_SYNTAX, scanner.at, "the date should end here", error);
      if (value.start.precision == ENT_EDTF_OPEN)
        return fail (&scanner, ENT_EDTF_ERROR_SYNTAX, 0, "expected a date", error);
    }
  else
    {
      if (!scan_side (&scanner, &value.end, error))
        return FALSE;
      if (scanner.at < length)
        return fail (&scanner, ENT_EDTF_ERROR_SYNTAX, scanner.at, "the date should end here", error);
      if (length == 1)
        return fail (&scanner, ENT_EDTF_ERROR_SYNTAX, 0, "expected a date on one side", error);
      if (ent_edtf_is_backward (value.start, value.end))
        return fail (&scanner, ENT_EDTF_ERROR_BACKWARD, slash, "the span ends before it begins", error);
    }
  *edtf = value;
  return TRUE;
}

static void
append_time (const EntEdtfPoint *point,
             GString            *string)
{
  g_string_append_c (string, 'T');
  ent_string_append_digits (string, (guint64) point->second / 3600, 2);
  g_string_append_c (string, ':');
  ent_string_append_digits (string, (guint64) point->second / 60 % 60, 2);
  g_string_append_c (string, ':');
  ent_string_append_digits (string, (guint64) point->second % 60, 2);
  if (point->zone == 0)
    g_string_append_c (string, 'Z');
  else if (point->zone != ENT_ZONE_NONE)
    {
      g_string_append_c (string, point->zone < 0 ? '-' : '+');
      ent_string_append_digits (string, (guint64) ABS (point->zone) / 60, 2);
      g_string_append_c (string, ':');
      ent_string_append_digits (string, (guint64) ABS (point->zone) % 60, 2);
    }
}

static void
append_year (const EntEdtfPoint *point,
             GString            *string)
{
  guint64 year = (guint64) ABS (point->year);

  if (point->year < 0)
    g_string_append_c (string, '-');
  if (point->precision == ENT_EDTF_CENTURY)
    ent_string_append_digits (string, year / 100, 2);
  else if (point->precision == ENT_EDTF_DECADE)
    ent_string_append_digits (string, year / 10, 3);
  else
    ent_string_append_digits (string, year, 4);
  if (point->precision == ENT_EDTF_CENTURY || point->precision == ENT_EDTF_DECADE)
    g_string_append (string, point->precision == ENT_EDTF_CENTURY ? "XX" : "X");
}

static void
append_part (GString *string,
             guint    part)
{
  g_string_append_c (string, '-');
  ent_string_append_digits (string, part, 2);
}

static void
append_point (const EntEdtfPoint *point,
              GString            *string)
{
  static const char * const qualifiers[] = { "", "?", "~", "%" };

  if (point->precision == ENT_EDTF_OPEN)
    {
      g_string_append (string, "..");
      return;
    }
  append_year (point, string);
  if (point->precision >= ENT_EDTF_SEASON)
    append_part (string, point->month);
  if (point->precision >= ENT_EDTF_DAY)
    append_part (string, point->day);
  if (point->precision == ENT_EDTF_TIME)
    append_time (point, string);
  g_string_append (string, qualifiers[point->qualifier & (ENT_EDTF_UNCERTAIN | ENT_EDTF_APPROXIMATE)]);
}

/**
 * ent_edtf_append:
 * @edtf: a date; "no date" appends nothing
 * @string: where to
 *
 * Appends the date as ISO 8601-2 writes it.
 */
void
ent_edtf_append (EntEdtf  edtf,
                 GString *string)
{
  g_return_if_fail (string != NULL);

  if (ent_edtf_is_none (edtf))
    return;
  append_point (&edtf.start, string);
  if (ent_edtf_is_interval (edtf))
    {
      g_string_append_c (string, '/');
      append_point (&edtf.end, string);
    }
}

/**
 * ent_edtf_to_string:
 * @edtf: a date
 *
 * Returns: (transfer full): the date as ISO 8601-2 writes it; empty for "no date"
 */
char *
ent_edtf_to_string (EntEdtf edtf)
{
  GString *string = g_string_new (NULL);

  ent_edtf_append (edtf, string);
  return g_string_free (string, FALSE);
}

/**
 * ent_edtf_equal:
 * @a: a date
 * @b: another
 *
 * Returns: whether both say the same in the same precision
 */
gboolean
ent_edtf_equal (EntEdtf a,
                EntEdtf b)
{
  return point_equal (&a.start, &b.start) && point_equal (&a.end, &b.end);
}

/**
 * ent_edtf_is_none:
 * @edtf: a date
 *
 * Returns: whether it is "no date"
 */
gboolean
ent_edtf_is_none (EntEdtf edtf)
{
  return edtf.start.precision == ENT_EDTF_NONE;
}

/**
 * ent_edtf_is_interval:
 * @edtf: a date
 *
 * Returns: whether it has two sides
 */
gboolean
ent_edtf_is_interval (EntEdtf edtf)
{
  return edtf.end.precision != ENT_EDTF_NONE;
}

/**
 * ent_edtf_is_day:
 * @edtf: a date
 *
 * Returns: whether it is one day, perhaps with a time
 */
gboolean
ent_edtf_is_day (EntEdtf edtf)
{
  return edtf.start.precision >= ENT_EDTF_DAY && !ent_edtf_is_interval (edtf);
}

/**
 * ent_edtf_earliest:
 * @edtf: a date
 *
 * Returns: the first day it allows, %ENT_DAY_OPEN_START on an open side and for "no date"
 */
EntDay
ent_edtf_earliest (EntEdtf edtf)
{
  return point_earliest (&edtf.start);
}

/**
 * ent_edtf_latest:
 * @edtf: a date
 *
 * Returns: the last day it allows, %ENT_DAY_OPEN_END on an open side and for "no date"
 */
EntDay
ent_edtf_latest (EntEdtf edtf)
{
  return point_latest (ent_edtf_is_interval (edtf) ? &edtf.end : &edtf.start);
}

/**
 * ent_edtf_get_width:
 * @edtf: a date
 *
 * Returns: the days from its first to its last, 0 for a single day; more than any number of days if a side is open
 */
gint64
ent_edtf_get_width (EntEdtf edtf)
{
  EntDay earliest = ent_edtf_earliest (edtf), latest = ent_edtf_latest (edtf);

  if (earliest == ENT_DAY_OPEN_START || latest == ENT_DAY_OPEN_END)
    return G_MAXINT64;
  return (gint64) latest - earliest;
}

/**
 * ent_edtf_refines:
 * @edtf: a date
 * @wider: another
 *
 * Returns: whether @edtf is a day of what @wider tells less exactly: of its month, its year, its interval
 */
gboolean
ent_edtf_refines (EntEdtf edtf,
                  EntEdtf wider)
{
  return ent_edtf_is_day (edtf) && !ent_edtf_is_none (wider) && !ent_edtf_is_day (wider)
         && ent_edtf_earliest (edtf) >= ent_edtf_earliest (wider) && ent_edtf_latest (edtf) <= ent_edtf_latest (wider);
}

/**
 * ent_edtf_overlaps:
 * @a: a date
 * @b: another
 *
 * Returns: whether some day is allowed by both; never if one of them is "no date"
 */
gboolean
ent_edtf_overlaps (EntEdtf a,
                   EntEdtf b)
{
  if (ent_edtf_is_none (a) || ent_edtf_is_none (b))
    return FALSE;
  return MAX (ent_edtf_earliest (a), ent_edtf_earliest (b)) <= MIN (ent_edtf_latest (a), ent_edtf_latest (b));
}
