/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/ticks.h"

#include <math.h>
#include <string.h>

#include "base/edtf.h"

#define LABEL_GAP 6.0        /* between a tick and its label */
#define LABEL_ROOM 14.0      /* at least between two labels */
#define MINUTES_PER_DAY 1440
#define SOME_YEARS (3.0 * 365.0)
#define SOME_MONTHS (3.0 * 31.0)

typedef enum
{
  UNIT_MINUTE,
  UNIT_DAY,   /* counted from the first of each month */
  UNIT_MONTH, /* counted from January */
  UNIT_YEAR   /* counted as people count years, who know no year 0 */
} TickUnit;

/* The steps that an axis may take, finest first; a minor step stands under the first major one. */
typedef struct
{
  TickUnit unit;
  guint16 n;
  TickUnit major_unit;
  guint16 major_n;
  double days;       /* about */
  double major_days; /* about */
} TickStep;

static const TickStep steps[] = {
  { UNIT_MINUTE, 1, UNIT_DAY, 1, 1.0 / 1440, 1 },
  { UNIT_MINUTE, 5, UNIT_DAY, 1, 5.0 / 1440, 1 },
  { UNIT_MINUTE, 15, UNIT_DAY, 1, 15.0 / 1440, 1 },
  { UNIT_MINUTE, 30, UNIT_DAY, 1, 30.0 / 1440, 1 },
  { UNIT_MINUTE, 60, UNIT_DAY, 1, 1.0 / 24, 1 },
  { UNIT_MINUTE, 180, UNIT_DAY, 1, 3.0 / 24, 1 },
  { UNIT_MINUTE, 360, UNIT_DAY, 1, 6.0 / 24, 1 },
  { UNIT_DAY, 1, UNIT_MONTH, 1, 1, 30 },
  { UNIT_DAY, 5, UNIT_MONTH, 1, 5, 30 },
  { UNIT_DAY, 10, UNIT_MONTH, 1, 10, 30 },
  { UNIT_DAY, 15, UNIT_MONTH, 1, 15, 30 },
  { UNIT_MONTH, 1, UNIT_YEAR, 1, 30, 365 },
  { UNIT_MONTH, 3, UNIT_YEAR, 1, 90, 365 },
  { UNIT_MONTH, 6, UNIT_YEAR, 1, 181, 365 },
  { UNIT_YEAR, 1, UNIT_YEAR, 10, 365, 3652 },
  { UNIT_YEAR, 2, UNIT_YEAR, 10, 730, 3652 },
  { UNIT_YEAR, 5, UNIT_YEAR, 10, 1826, 3652 },
  { UNIT_YEAR, 10, UNIT_YEAR, 100, 3652, 36524 },
  { UNIT_YEAR, 20, UNIT_YEAR, 100, 7305, 36524 },
  { UNIT_YEAR, 50, UNIT_YEAR, 100, 18262, 36524 },
  { UNIT_YEAR, 100, UNIT_YEAR, 1000, 36524, 365242 },
  { UNIT_YEAR, 200, UNIT_YEAR, 1000, 73049, 365242 },
  { UNIT_YEAR, 500, UNIT_YEAR, 1000, 182621, 365242 },
  { UNIT_YEAR, 1000, UNIT_YEAR, 5000, 365242, 1826212 },
};

static const char *month_names[] = {
  NC_ ("short month", "Jan"), NC_ ("short month", "Feb"), NC_ ("short month", "Mar"), NC_ ("short month", "Apr"),
  NC_ ("short month", "May"), NC_ ("short month", "Jun"), NC_ ("short month", "Jul"), NC_ ("short month", "Aug"),
  NC_ ("short month", "Sep"), NC_ ("short month", "Oct"), NC_ ("short month", "Nov"), NC_ ("short month", "Dec"),
};

/* A place on the calendar: minutes since midnight of a day. */
typedef struct
{
  EntDay day;
  gint32 minute;
} TickTime;

static double
tick_time_to_days (TickTime time)
{
  return time.day + (double) time.minute / MINUTES_PER_DAY;
}

static gint32
floor_to (gint32 value,
          gint32 step)
{
  gint32 rest = value % step;
  return value - (rest < 0 ? rest + step : rest);
}

/* Years as people count them: 1 BC is -1, AD 1 is 1. */
static gint32
year_to_counted (gint32 year)
{
  return year > 0 ? year : year - 1;
}

static gint32
year_from_counted (gint32 counted)
{
  return counted > 0 ? counted : counted + 1;
}

/* Multiples of @n in counted years; where 0 would stand, AD 1 does. */
static gint32
floor_year (gint32 year,
            gint32 n)
{
  gint32 counted = floor_to (year_to_counted (year), n);
  return counted == 0 ? 1 : year_from_counted (counted);
}

static gint32
next_year (gint32 year,
           gint32 n)
{
  gint32 counted = floor_to (year_to_counted (year), n) + n;
  return counted == 0 ? 1 : year_from_counted (counted);
}

static TickTime
floor_time (TickTime time,
            TickUnit unit,
            guint    n)
{
  EntCivilDate date = ent_civil_date_from_day (time.day);

  switch (unit)
    {
    case UNIT_MINUTE:
      return (TickTime) { time.day, floor_to (time.minute, (gint32) n) };
    case UNIT_DAY:
      date.day = (guint8) (n == 1 ? date.day : MAX (date.day / n * n, 1));
      break;
    case UNIT_MONTH:
      date.day = 1;
      date.month = (guint8) ((date.month - 1u) / n * n + 1u);
      break;
    case UNIT_YEAR:
      date = (EntCivilDate) { floor_year (date.year, (gint32) n), 1, 1 };
      break;
    default:
      g_assert_not_reached ();
    }
  return (TickTime) { ent_civil_date_to_day (date), 0 };
}

/* Days of the month in steps leave out the last one, which would crowd the next month's first. */
static EntCivilDate
next_day_in_month (EntCivilDate date,
                   guint        n)
{
  guint next = n == 1 ? date.day + 1u : (date.day / n + 1) * n;
  guint n_days = ent_civil_date_days_in_month (date.year, date.month);

  if (next + (n == 1 ? 0 : n / 2) <= n_days)
    return (EntCivilDate) { date.year, date.month, (guint8) next };
  if (date.month < 12)
    return (EntCivilDate) { date.year, (guint8) (date.month + 1u), 1 };
  return (EntCivilDate) { date.year + 1, 1, 1 };
}

static TickTime
next_time (TickTime time,
           TickUnit unit,
           guint    n)
{
  EntCivilDate date = ent_civil_date_from_day (time.day);

  switch (unit)
    {
    case UNIT_MINUTE:
      time.minute += (gint32) n;
      if (time.minute >= MINUTES_PER_DAY)
        time = (TickTime) { time.day + 1, 0 };
      return time;
    case UNIT_DAY:
      date = next_day_in_month (date, n);
      break;
    case UNIT_MONTH:
      if (date.month + n > 12)
        date = (EntCivilDate) { date.year + 1, 1, 1 };
      else
        date.month = (guint8) (date.month + n);
      break;
    case UNIT_YEAR:
      date = (EntCivilDate) { next_year (date.year, (gint32) n), 1, 1 };
      break;
    default:
      g_assert_not_reached ();
    }
  return (TickTime) { ent_civil_date_to_day (date), 0 };
}

static char *
dup_year (gint32               year,
          const EntTranslator *translator)
{
  return ent_edtf_to_words (ent_edtf_point (ent_edtf_point_year (year)), translator);
}

/* What both years have beside their numbers is said once: "480–471 BC", "公元前480–471年". */
static void
drop_shared (char  *first,
             char **last)
{
  gsize n_number = strcspn (first, "0123456789");
  const char *after = first + n_number + strspn (first + n_number, "0123456789");

  if (strncmp (first, *last, n_number) == 0)
    *last += n_number;
  if (g_str_has_suffix (*last, after))
    first[after - first] = '\0';
}

/* "1970s" and, over years in tens, "1900s", which like the decade begins with its first year, unlike the 20th century;
 * the first and last year where no such word exists. */
static char *
dup_years (gint32               year,
           guint                n,
           const EntTranslator *translator)
{
  if (n == 1)
    return dup_year (year, translator);

  g_autoptr (GString) text = g_string_new (NULL);
  gint32 last = next_year (year, (gint32) n) - 1;
  g_autofree char *first_words = dup_year (year, translator);
  g_autofree char *last_words = dup_year (last, translator);

  if ((n == 10 || n == 100) && year >= (gint32) n)
    {
      /* Translators: a decade, or over shorter spans a century; {year} is its first year */
      g_string_append (text, ent_translate (translator, N_ ("{year}s")));
      g_string_replace (text, "{year}", first_words, 1);
      return g_string_free (g_steal_pointer (&text), FALSE);
    }
  char *last_part = last_words;
  drop_shared (first_words, &last_part);
  /* Translators: the first and the last year of some that belong together */
  g_string_append (text, ent_translate (translator, N_ ("{first}–{last}")));
  g_string_replace (text, "{first}", first_words, 1);
  g_string_replace (text, "{last}", last_part, 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_label (TickTime             time,
           TickUnit             unit,
           guint                n,
           gboolean             major,
           const EntTranslator *translator)
{
  EntCivilDate date = ent_civil_date_from_day (time.day);

  switch (unit)
    {
    case UNIT_MINUTE:
      return g_strdup_printf ("%02d:%02d", time.minute / 60, time.minute % 60);
    case UNIT_DAY:
      if (major)
        return ent_edtf_to_words (ent_edtf_day (time.day), translator);
      return g_strdup_printf ("%u", date.day);
    case UNIT_MONTH:
      if (major)
        return ent_edtf_to_words (ent_edtf_point (ent_edtf_point_month (date.year, date.month)), translator);
      return g_strdup (ent_translate_context (translator, "short month", month_names[date.month - 1]));
    case UNIT_YEAR:
      return major ? dup_years (date.year, n, translator) : dup_year (date.year, translator);
    default:
      g_assert_not_reached ();
    }
}

/* Where there is one tier, January is told by its year, the first of a month by the month, and midnight by the day. */
static char *
dup_only_label (TickTime             time,
                TickUnit             unit,
                guint                n,
                const EntTranslator *translator)
{
  EntCivilDate date = ent_civil_date_from_day (time.day);

  if (unit == UNIT_MONTH && date.month == 1)
    return dup_label (time, UNIT_YEAR, 1, FALSE, translator);
  if (unit == UNIT_DAY && date.day == 1)
    return dup_label (time, UNIT_MONTH, 1, FALSE, translator);
  if (unit == UNIT_MINUTE && time.minute == 0)
    return dup_label (time, UNIT_DAY, 1, TRUE, translator);
  return dup_label (time, unit, n, FALSE, translator);
}

static TickTime
view_time (double time)
{
  double day = CLAMP (floor (time), (double) ent_day_from_ymd (ENT_YEAR_MIN, 1, 1),
                      (double) ent_day_from_ymd (ENT_YEAR_MAX, 12, 31));
  double minute = CLAMP (floor ((time - day) * MINUTES_PER_DAY), 0.0, MINUTES_PER_DAY - 1.0);
  return (TickTime) { (EntDay) day, (gint32) minute };
}

static double
measure_width (const EntTickRequest *request,
               EntTextRole           role,
               const char           *text)
{
  double width = 0.0, height = 0.0;
  request->measure.measure (role, text, &width, &height, request->measure.data);
  return width;
}

/* A label about as wide as the widest of its step in view; the same wherever the view is panned to
 * within an era, so that steps do not flicker. */
static double
get_sample_width (const EntTickRequest *request,
                  const TickStep       *step)
{
  if (step->unit == UNIT_MONTH)
    {
      double widest = 0.0;
      for (gsize i = 0; i < G_N_ELEMENTS (month_names); i++)
        {
          const char *name = ent_translate_context (request->translator, "short month", month_names[i]);
          widest = MAX (widest, measure_width (request, ENT_TEXT_TICK_MINOR, name));
        }
      return widest;
    }
  TickTime time = view_time (request->scale.start);
  if (step->unit == UNIT_DAY)
    time = (TickTime) { ent_day_from_ymd (2000, 1, 28), 0 };
  g_autofree char *label = dup_label (time, step->unit, step->n, FALSE, request->translator);
  return measure_width (request, ENT_TEXT_TICK_MINOR, label);
}

/* Whether the widest major label has room, too: a long month's name with its year. */
static gboolean
has_major_room (const EntTickRequest *request,
                const TickStep       *step)
{
  TickTime time = view_time (request->scale.start);

  if (step->major_unit != UNIT_YEAR)
    time = (TickTime) { ent_day_from_ymd (2000, 9, 28), 0 };
  g_autofree char *label = dup_label (time, step->major_unit, step->major_n, TRUE, request->translator);
  return step->major_days / request->scale.days_per_pixel
         >= measure_width (request, ENT_TEXT_TICK_MAJOR, label) + 2.0 * LABEL_GAP;
}

static const TickStep *
choose_step (const EntTickRequest *request)
{
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      double pixels = steps[i].days / request->scale.days_per_pixel;
      /* Measured only where it could be enough: few steps of an axis are ever near. */
      if (pixels > LABEL_GAP + LABEL_ROOM && pixels >= get_sample_width (request, &steps[i]) + LABEL_GAP + LABEL_ROOM
          && (request->major_only || has_major_room (request, &steps[i])))
        return &steps[i];
    }
  return &steps[G_N_ELEMENTS (steps) - 1];
}

/* Ticks of one tier. A label that has no room before the next tick is left out; the first major one
 * sticks to the left edge while its span is in view. */
static void
append_tier (const EntTickRequest *request,
             TickUnit              unit,
             guint                 n,
             gboolean              major,
             GStringChunk         *strings,
             GArray               *ticks)
{
  const EntBox area = request->area;
  EntTextRole role = major ? ENT_TEXT_TICK_MAJOR : ENT_TEXT_TICK_MINOR;
  EntDay last_day = ent_day_from_ymd (ENT_YEAR_MAX, 12, 31);
  TickTime time = floor_time (view_time (request->scale.start), unit, n);
  double x = ent_time_scale_to_x (request->scale, tick_time_to_days (time));

  while (x < area.width && time.day < last_day)
    {
      TickTime next = next_time (time, unit, n);
      double next_x = ent_time_scale_to_x (request->scale, tick_time_to_days (next));
      g_autofree char *label = request->major_only ? dup_only_label (time, unit, n, request->translator)
                                                   : dup_label (time, unit, n, major, request->translator);
      double width = 0.0, height = 0.0;
      request->measure.measure (role, label, &width, &height, request->measure.data);

      double left = (major ? MAX (x, 0.0) : x) + LABEL_GAP;
      double top = area.y + (request->major_only ? area.height / 2 : area.height * (major ? 0.25 : 0.75)) - height / 2;
      gboolean has_room = left >= LABEL_GAP && left + width + LABEL_GAP <= MIN (next_x, area.width);
      EntSceneTick tick = { area.x + x, (guint8) major, { 0 }, NULL };
      if (has_room)
        {
          tick.box = (EntBox) { area.x + left, top, width, height };
          tick.text = g_string_chunk_insert_const (strings, label);
        }
      if (x >= 0.0 || has_room)
        g_array_append_val (ticks, tick);
      time = next;
      x = next_x;
    }
}

/**
 * ent_ticks_append:
 * @request: where an axis is wanted
 * @strings: where labels are kept
 * @ticks: (element-type EntSceneTick): where ticks are appended, the major ones first
 *
 * Chooses the finest steps of the calendar whose labels have room, and appends their ticks. A tick
 * without room for its label has no text; a sticky label's tick may lie left of the area.
 */
void
ent_ticks_append (const EntTickRequest *request,
                  GStringChunk         *strings,
                  GArray               *ticks)
{
  g_return_if_fail (request != NULL && request->measure.measure != NULL);
  g_return_if_fail (request->scale.days_per_pixel > 0.0);

  const TickStep *step = choose_step (request);
  if (request->major_only)
    {
      /* One tier tells years, or else months, if there are some of them; what is finer is left to the axis above. */
      double days = request->area.width * request->scale.days_per_pixel;
      TickUnit least = days > SOME_YEARS ? UNIT_YEAR : days > SOME_MONTHS ? UNIT_MONTH
                                                                          : UNIT_MINUTE;
      while (step->unit < least)
        step++;
      append_tier (request, step->unit, step->n, FALSE, strings, ticks);
      return;
    }
  append_tier (request, step->major_unit, step->major_n, TRUE, strings, ticks);
  append_tier (request, step->unit, step->n, FALSE, strings, ticks);
}
