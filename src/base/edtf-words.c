/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates in words, as the user's language writes them. */
#include "base/edtf.h"

#include <string.h>

static const char * const month_names[] = {
  NC_ ("month", "January"), NC_ ("month", "February"), NC_ ("month", "March"),
  NC_ ("month", "April"),   NC_ ("month", "May"),      NC_ ("month", "June"),
  NC_ ("month", "July"),    NC_ ("month", "August"),   NC_ ("month", "September"),
  NC_ ("month", "October"), NC_ ("month", "November"), NC_ ("month", "December"),
};

static const char * const short_month_names[] = {
  NC_ ("short month", "Jan"), NC_ ("short month", "Feb"), NC_ ("short month", "Mar"), NC_ ("short month", "Apr"),
  NC_ ("short month", "May"), NC_ ("short month", "Jun"), NC_ ("short month", "Jul"), NC_ ("short month", "Aug"),
  NC_ ("short month", "Sep"), NC_ ("short month", "Oct"), NC_ ("short month", "Nov"), NC_ ("short month", "Dec"),
};

/* By ISO 8601-2's code, from 21 on; a hemisphere is said only where it is not the northern one. */
static const char * const season_patterns[] = {
  /* Translators: %1$s is the year, in these and the next ones. */
  NC_ ("date", "spring %1$s"),
  NC_ ("date", "summer %1$s"),
  NC_ ("date", "autumn %1$s"),
  NC_ ("date", "winter %1$s"),
  NC_ ("date", "spring %1$s"),
  NC_ ("date", "summer %1$s"),
  NC_ ("date", "autumn %1$s"),
  NC_ ("date", "winter %1$s"),
  NC_ ("date", "southern spring %1$s"),
  NC_ ("date", "southern summer %1$s"),
  NC_ ("date", "southern autumn %1$s"),
  NC_ ("date", "southern winter %1$s"),
  NC_ ("date", "first quarter of %1$s"),
  NC_ ("date", "second quarter of %1$s"),
  NC_ ("date", "third quarter of %1$s"),
  NC_ ("date", "fourth quarter of %1$s"),
  NC_ ("date", "January to April %1$s"),
  NC_ ("date", "May to August %1$s"),
  NC_ ("date", "September to December %1$s"),
  NC_ ("date", "first half of %1$s"),
  NC_ ("date", "second half of %1$s"),
};

/* How many %1$s a pattern may have. */
#define MAX_PARTS 5

/* Fills %1$s … %5$s in; a place that the parts do not have stays empty, so that no translation can
 * read what is not there. */
static char *
fill_in (const EntTranslator *translator,
         const char          *context,
         const char          *message,
         const char          *parts[MAX_PARTS])
{
  GString *string = g_string_new (NULL);
  const char *p = ent_translate_context (translator, context, message);

  while (*p != '\0')
    {
      if (p[0] == '%' && p[1] >= '1' && p[1] < '1' + MAX_PARTS && p[2] == '$' && p[3] == 's')
        {
          const char *part = parts[p[1] - '1'];

          g_string_append (string, part != NULL ? part : "");
          p += strlen ("%1$s");
        }
      else
        g_string_append_c (string, *p++);
    }
  return g_string_free (string, FALSE);
}

static const char *
month_to_words (guint                month,
                const EntTranslator *translator)
{
  return ent_translate_context (translator, "month", month_names[month - 1]);
}

/* The year's number with its era, to stand in a longer date. */
static char *
year_to_part (gint32               year,
              const EntTranslator *translator)
{
  g_autofree char *number = g_strdup_printf ("%d", year > 0 ? year : 1 - year);

  if (year > 0)
    return g_steal_pointer (&number);
  /* Translators: the number of a year before Christ, to stand in a longer date: 15 March 44 BC. */
  return fill_in (translator, "year with era", NC_ ("year with era", "%1$s BC"),
                  (const char *[MAX_PARTS]) { number });
}

static char *
year_to_words (gint32               year,
               const EntTranslator *translator)
{
  g_autofree char *part = year_to_part (year, translator);

  /* Translators: a year that stands alone. */
  return fill_in (translator, "year", NC_ ("year", "%1$s"), (const char *[MAX_PARTS]) { part });
}

static char *
years_to_words (gint32               first,
                gint32               last,
                const EntTranslator *translator)
{
  g_autofree char *from = year_to_part (first, translator);
  g_autofree char *to = year_to_part (last, translator);

  /* Translators: from a year to a year: 1979–1985. */
  return fill_in (translator, "years", NC_ ("years", "%1$s–%2$s"), (const char *[MAX_PARTS]) { from, to });
}

static char *
decade_to_words (gint32               year,
                 const EntTranslator *translator)
{
  g_autofree char *part = NULL;

  /* Astronomical decades are no decades of the years before Christ. */
  if (year <= 0)
    return years_to_words (year, year + 9, translator);
  part = year_to_part (year, translator);
  /* Translators: a decade by its first year: the 1970s. */
  return fill_in (translator, "decade", NC_ ("decade", "the %1$ss"), (const char *[MAX_PARTS]) { part });
}

static char *
day_to_words (const EntEdtfPoint  *point,
              const EntTranslator *translator)
{
  g_autofree char *day = g_strdup_printf ("%u", point->day);
  g_autofree char *year = year_to_part (point->year, translator);

  /* Translators: day, month, year: 2 April 2024. */
  return fill_in (translator, "day", NC_ ("day", "%1$s %2$s %3$s"),
                  (const char *[MAX_PARTS]) { day, month_to_words (point->month, translator), year });
}

static char *
time_to_words (const EntEdtfPoint  *point,
               const EntTranslator *translator)
{
  g_autofree char *day = day_to_words (point, translator);
  g_autofree char *clock = NULL;
  g_autofree char *zone = NULL;

  clock = g_strdup_printf (point->second % 60 != 0 ? "%02d:%02d:%02d" : "%02d:%02d", point->second / 3600,
                           point->second / 60 % 60, point->second % 60);
  if (point->zone == ENT_ZONE_NONE)
    {
      /* Translators: date and time of day: 2 April 2024, 09:00. */
      return fill_in (translator, "time", NC_ ("time", "%1$s, %2$s"), (const char *[MAX_PARTS]) { day, clock });
    }
  zone = g_strdup_printf ("UTC%c%02d:%02d", point->zone < 0 ? '-' : '+', ABS (point->zone) / 60,
                          ABS (point->zone) % 60);
  /* Translators: date, time of day, zone: 2 April 2024, 09:00 (UTC+02:00). */
  return fill_in (translator, "time", NC_ ("time", "%1$s, %2$s (%3$s)"),
                  (const char *[MAX_PARTS]) { day, clock, point->zone == 0 ? "UTC" : zone });
}

static char *
month_point_to_words (const EntEdtfPoint  *point,
                      const EntTranslator *translator)
{
  g_autofree char *year = year_to_part (point->year, translator);

  if (point->precision == ENT_EDTF_SEASON)
    return fill_in (translator, "date", season_patterns[point->month - ENT_SEASON_SPRING],
                    (const char *[MAX_PARTS]) { year });
  /* Translators: month, year: November 2023. */
  return fill_in (translator, "month of a year", NC_ ("month of a year", "%1$s %2$s"),
                  (const char *[MAX_PARTS]) { month_to_words (point->month, translator), year });
}

static char *
plain_point_to_words (const EntEdtfPoint  *point,
                      const EntTranslator *translator)
{
  switch ((EntEdtfPrecision) point->precision)
    {
    case ENT_EDTF_CENTURY:
      return years_to_words (point->year, point->year + 99, translator);
    case ENT_EDTF_DECADE:
      return decade_to_words (point->year, translator);
    case ENT_EDTF_YEAR:
      return year_to_words (point->year, translator);
    case ENT_EDTF_SEASON:
    case ENT_EDTF_MONTH:
      return month_point_to_words (point, translator);
    case ENT_EDTF_DAY:
      return day_to_words (point, translator);
    case ENT_EDTF_TIME:
      return time_to_words (point, translator);
    case ENT_EDTF_NONE:
    case ENT_EDTF_OPEN:
    default:
      return g_strdup (ent_translate_context (translator, "date", NC_ ("date", "undated")));
    }
}

/* Takes @words over. */
static char *
qualify (char                *words,
         guint                qualifier,
         const EntTranslator *translator)
{
  static const char * const patterns[] = {
    NULL,
    /* Translators: a date that is not certain. */
    NC_ ("date", "perhaps %1$s"),
    /* Translators: a date that is not exact. */
    NC_ ("date", "around %1$s"),
    /* Translators: a date that is neither certain nor exact. */
    NC_ ("date", "perhaps around %1$s"),
  };
  g_autofree char *plain = words;

  if (qualifier == 0)
    return g_steal_pointer (&plain);
  return fill_in (translator, "date", patterns[qualifier], (const char *[MAX_PARTS]) { plain });
}

static char *
point_to_words (const EntEdtfPoint  *point,
                const EntTranslator *translator)
{
  return qualify (plain_point_to_words (point, translator), point->qualifier, translator);
}

static char *
days_to_words (const EntEdtfPoint  *start,
               const EntEdtfPoint  *end,
               const EntTranslator *translator)
{
  g_autofree char *first = g_strdup_printf ("%u", start->day);
  g_autofree char *last = g_strdup_printf ("%u", end->day);
  g_autofree char *year = year_to_part (start->year, translator);

  if (start->month == end->month)
    {
      /* Translators: days of one month: first day, last day, month, year: 14–16 November 2023. */
      return fill_in (translator, "days", NC_ ("days", "%1$s–%2$s %3$s %4$s"),
                      (const char *[MAX_PARTS]) { first, last, month_to_words (start->month, translator), year });
    }
  /* Translators: days of one year: day, month, day, month, year: 30 June – 2 July 2023. */
  return fill_in (translator, "days", NC_ ("days", "%1$s %2$s – %3$s %4$s %5$s"),
                  (const char *[MAX_PARTS]) { first, month_to_words (start->month, translator), last,
                                              month_to_words (end->month, translator), year });
}

static char *
months_to_words (const EntEdtfPoint  *start,
                 const EntEdtfPoint  *end,
                 const EntTranslator *translator)
{
  g_autofree char *year = year_to_part (start->year, translator);

  /* Translators: months of one year: first month, last month, year: March–May 2023. */
  return fill_in (translator, "months", NC_ ("months", "%1$s–%2$s %3$s"),
                  (const char *[MAX_PARTS]) { month_to_words (start->month, translator),
                                              month_to_words (end->month, translator), year });
}

/* Two sides of one precision and one year, or two years, share what they have in common; NULL if there
 * is nothing to share. */
static char *
compact_to_words (const EntEdtfPoint  *start,
                  const EntEdtfPoint  *end,
                  const EntTranslator *translator)
{
  if (start->precision != end->precision || start->qualifier != end->qualifier)
    return NULL;
  if (start->precision == ENT_EDTF_YEAR)
    return years_to_words (start->year, end->year, translator);
  if (start->year != end->year)
    return NULL;
  if (start->precision == ENT_EDTF_DAY)
    return days_to_words (start, end, translator);
  if (start->precision == ENT_EDTF_MONTH)
    return months_to_words (start, end, translator);
  return NULL;
}

static char *
interval_to_words (EntEdtf              edtf,
                   const EntTranslator *translator)
{
  g_autofree char *start = point_to_words (&edtf.start, translator);
  g_autofree char *end = point_to_words (&edtf.end, translator);
  char *compact;

  if (edtf.start.precision == ENT_EDTF_OPEN && edtf.end.precision == ENT_EDTF_OPEN)
    return g_strdup (ent_translate_context (translator, "date", NC_ ("date", "undated")));
  /* Translators: a span without a first day: by 14 May 2025. */
  if (edtf.start.precision == ENT_EDTF_OPEN)
    return fill_in (translator, "date", NC_ ("date", "by %1$s"), (const char *[MAX_PARTS]) { end });
  /* Translators: a span without a last day: since 1979. */
  if (edtf.end.precision == ENT_EDTF_OPEN)
    return fill_in (translator, "date", NC_ ("date", "since %1$s"), (const char *[MAX_PARTS]) { start });
  if (g_str_equal (start, end))
    return g_steal_pointer (&start);

  compact = compact_to_words (&edtf.start, &edtf.end, translator);
  if (compact != NULL)
    return qualify (compact, edtf.start.qualifier, translator);
  /* Translators: from a date to a date: 30 December 2023 – 2 January 2024. */
  return fill_in (translator, "span", NC_ ("span", "%1$s – %2$s"), (const char *[MAX_PARTS]) { start, end });
}

/* A language whose months are told in short. */
static const char *
translate_short (const char *context,
                 const char *message,
                 gpointer    data)
{
  const EntTranslator *translator = data;

  if (g_strcmp0 (context, "month") != 0)
    return ent_translate_context (translator, context, message);
  for (guint i = 0; i < G_N_ELEMENTS (month_names); i++)
    {
      if (g_str_equal (month_names[i], message))
        return ent_translate_context (translator, "short month", short_month_names[i]);
    }
  return message;
}

static const char *
translate_plural (const char *one,
                  const char *many,
                  gulong      n,
                  gpointer    data)
{
  return ent_translate_plural (data, one, many, n);
}

/**
 * ent_edtf_to_short_words:
 * @edtf: a date
 * @translator: (nullable): the language, %NULL for English
 *
 * Returns: (transfer full): the date as people write it where there is little room, "14–16 Nov 2023"
 */
char *
ent_edtf_to_short_words (EntEdtf              edtf,
                         const EntTranslator *translator)
{
  EntTranslator in_short = { translate_short, translate_plural, (gpointer) translator };

  return ent_edtf_to_words (edtf, &in_short);
}

/**
 * ent_edtf_to_words:
 * @edtf: a date
 * @translator: (nullable): the language, %NULL for English
 *
 * Returns: (transfer full): the date as people write it, "14–16 November 2023"
 */
char *
ent_edtf_to_words (EntEdtf              edtf,
                   const EntTranslator *translator)
{
  return ent_edtf_is_interval (edtf) ? interval_to_words (edtf, translator)
                                     : point_to_words (&edtf.start, translator);
}
