/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/civil-date.h"
#include "base/translator.h"

G_BEGIN_DECLS

/**
 * EntEdtfPrecision:
 * @ENT_EDTF_NONE: no date at all; as the end of an #EntEdtf, the value is a point and not an interval
 * @ENT_EDTF_OPEN: an open side of an interval, printed `..`
 * @ENT_EDTF_CENTURY: `19XX`
 * @ENT_EDTF_DECADE: `197X`
 * @ENT_EDTF_YEAR: `1979`, `-0043`
 * @ENT_EDTF_SEASON: `2024-21`; the month field holds the ISO 8601-2 code, 21 to 41
 * @ENT_EDTF_MONTH: `2024-04`
 * @ENT_EDTF_DAY: `2024-04-02`
 * @ENT_EDTF_TIME: `2024-04-02T09:00:00+02:00`
 */
typedef enum
{
  ENT_EDTF_NONE,
  ENT_EDTF_OPEN,
  ENT_EDTF_CENTURY,
  ENT_EDTF_DECADE,
  ENT_EDTF_YEAR,
  ENT_EDTF_SEASON,
  ENT_EDTF_MONTH,
  ENT_EDTF_DAY,
  ENT_EDTF_TIME,
} EntEdtfPrecision;

/* Qualifiers of a point; they never widen it. `%` is both. */
#define ENT_EDTF_UNCERTAIN 1   /* ? */
#define ENT_EDTF_APPROXIMATE 2 /* ~ */

/* Season codes of ISO 8601-2. */
#define ENT_SEASON_SPRING 21
#define ENT_SEASON_WINTER 24
#define ENT_SEASON_QUARTER_1 33
#define ENT_SEASON_HALF_1 40

/**
 * EntEdtfPoint:
 * @year: astronomical year; of a decade or century its first year
 * @second: second of the day, or %ENT_SECOND_NONE
 * @zone: minutes east of UTC, or %ENT_ZONE_NONE
 * @precision: an #EntEdtfPrecision
 * @month: 1 to 12, or a season code
 * @day: 1 to 31
 * @qualifier: %ENT_EDTF_UNCERTAIN and %ENT_EDTF_APPROXIMATE
 *
 * One side of a date. Fields finer than @precision are zero (@second and @zone: none).
 */
typedef struct
{
  gint32 year;
  gint32 second;
  gint16 zone;
  guint8 precision;
  guint8 month;
  guint8 day;
  guint8 qualifier;
} EntEdtfPoint;

/**
 * EntEdtf:
 * @start: the point, or the first side of an interval
 * @end: the second side; of precision %ENT_EDTF_NONE for a point
 *
 * A date with all its uncertainty, as ISO 8601-2 (EDTF) writes it: levels 0 and 1, and of level 2 the seasons with a
 * hemisphere, quarters, thirds and halves. A side that is not known (`/1979`) is kept as an open one (`../1979`),
 * digits that are not (`2024-XX`) as the coarser date, and years of more than four digits (`Y17000`) are refused, for
 * the calendar ends with 9999. A plain value; the value of all zero bytes is "no date".
 *
 *     point     ●            start=2024-04-02   end=none
 *     interval  ├────────┤   start=2024-04-02   end=2024-07~
 *     open      ├──────··    start=1979         end=open
 */
typedef struct
{
  EntEdtfPoint start;
  EntEdtfPoint end;
} EntEdtf;

typedef enum
{
  ENT_EDTF_ERROR_SYNTAX,  /* not in the form of a date */
  ENT_EDTF_ERROR_NO_DAY,  /* a day that the calendar does not have */
  ENT_EDTF_ERROR_BACKWARD /* an interval that ends before it begins */
} EntEdtfError;

#define ENT_EDTF_ERROR (ent_edtf_error_quark ())
GQuark       ent_edtf_error_quark  (void);

EntEdtfPoint ent_edtf_point_day    (EntDay             day);
EntEdtfPoint ent_edtf_point_month  (gint32             year,
                                    guint              month_or_season);
EntEdtfPoint ent_edtf_point_year   (gint32             year);
EntEdtfPoint ent_edtf_point_open   (void);
EntEdtf      ent_edtf_point        (EntEdtfPoint       point);
gboolean     ent_edtf_is_backward  (EntEdtfPoint       start,
                                    EntEdtfPoint       end);
EntEdtf      ent_edtf_interval     (EntEdtfPoint       start,
                                    EntEdtfPoint       end);
EntEdtf      ent_edtf_day          (EntDay             day);

gboolean     ent_edtf_parse        (const char        *text,
                                    gsize              length,
                                    EntEdtf           *edtf,
                                    GError           **error);
void         ent_edtf_append       (EntEdtf            edtf,
                                    GString           *string);
char        *ent_edtf_to_string    (EntEdtf            edtf);
gboolean     ent_edtf_equal        (EntEdtf            a,
                                    EntEdtf            b);
gboolean     ent_edtf_is_none      (EntEdtf            edtf);
gboolean     ent_edtf_is_interval  (EntEdtf            edtf);
gboolean     ent_edtf_is_day       (EntEdtf            edtf);
EntDay       ent_edtf_earliest     (EntEdtf            edtf);
EntDay       ent_edtf_latest       (EntEdtf            edtf);
gint64       ent_edtf_get_width    (EntEdtf            edtf);
gboolean     ent_edtf_refines      (EntEdtf            edtf,
                                    EntEdtf            wider);
gboolean     ent_edtf_overlaps     (EntEdtf            a,
                                    EntEdtf            b);
char        *ent_edtf_to_words     (EntEdtf            edtf,
                                    const EntTranslator *translator);
char        *ent_edtf_to_short_words (EntEdtf            edtf,
                                    const EntTranslator *translator);

G_END_DECLS
