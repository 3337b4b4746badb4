/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Units and grains of calendar time, from the finest. */
typedef enum
{
  ENT_DATE_UNIT_NONE,
  ENT_DATE_UNIT_SECOND,
  ENT_DATE_UNIT_MINUTE,
  ENT_DATE_UNIT_HOUR,
  ENT_DATE_UNIT_PART, /* morning, evening … */
  ENT_DATE_UNIT_DAY,
  ENT_DATE_UNIT_WEEKEND,
  ENT_DATE_UNIT_WEEK,
  ENT_DATE_UNIT_MONTH,
  ENT_DATE_UNIT_QUARTER,
  ENT_DATE_UNIT_SEASON,
  ENT_DATE_UNIT_HALF,
  ENT_DATE_UNIT_YEAR,
  ENT_DATE_UNIT_DECADE,
  ENT_DATE_UNIT_CENTURY,
  ENT_DATE_UNIT_VAGUE /* "a while": no unit at all */
} EntDateUnit;

typedef enum
{
  ENT_DATE_PART_NONE,
  ENT_DATE_PART_MORNING,
  ENT_DATE_PART_AFTERNOON,
  ENT_DATE_PART_EVENING,
  ENT_DATE_PART_NIGHT,
  ENT_DATE_PART_DAYTIME
} EntDatePart;

/* Which piece of a date is meant: TIMEX3's "mod". */
typedef enum
{
  ENT_DATE_MOD_NONE,
  ENT_DATE_MOD_APPROX,
  ENT_DATE_MOD_EARLY,
  ENT_DATE_MOD_START,
  ENT_DATE_MOD_MID,
  ENT_DATE_MOD_LATE,
  ENT_DATE_MOD_END,
  ENT_DATE_MOD_FIRST_TEN, /* 上旬 */
  ENT_DATE_MOD_MIDDLE_TEN,
  ENT_DATE_MOD_LAST_TEN
} EntDateMod;

typedef enum
{
  ENT_DATE_REF_NONE,
  ENT_DATE_REF_PRESENT,
  ENT_DATE_REF_PAST,
  ENT_DATE_REF_FUTURE
} EntDateRef;

/* Which side of a date or of now an expression opens. */
typedef enum
{
  ENT_DATE_WINDOW_NONE,
  ENT_DATE_WINDOW_PAST,   /* up to now */
  ENT_DATE_WINDOW_COMING, /* from now */
  ENT_DATE_WINDOW_RECENT, /* past or coming by tense */
  ENT_DATE_WINDOW_SINCE,  /* from the date on, without end */
  ENT_DATE_WINDOW_UNTIL   /* up to the date */
} EntDateWindow;

typedef enum
{
  ENT_DATE_ANCHOR_ISSUE,
  ENT_DATE_ANCHOR_PREVIOUS,
  ENT_DATE_ANCHOR_SENTENCE, /* the date told last if it stands in the same sentence, else the issue date */
  ENT_DATE_ANCHOR_STORY,  /* what a history told last; of a report its own date */
  ENT_DATE_ANCHOR_PERIOD /* the business quarter that figures are told for */
} EntDateAnchor;

/* How surely a verb tells whether an expression is over. */
typedef enum
{
  ENT_DATE_HOLD_WEAK,    /* only perhaps: "could" */
  ENT_DATE_HOLD_FAR,     /* it stands far from it */
  ENT_DATE_HOLD_OPENING, /* it is the first behind an expression that opens its sentence */
  ENT_DATE_HOLD_NEAR     /* it stands close by */
} EntDateHold;

/* What kind of text an expression is one in. */
typedef enum
{
  ENT_DATE_REGISTER_HISTORY, /* years that are over follow each other */
  ENT_DATE_REGISTER_MESSAGE  /* short, and without the small words */
} EntDateRegister;

/* The keys of `give` in dates.rules; data/languages/README.md says what each means. */
typedef enum
{
  ENT_DATE_TYPE,
  ENT_DATE_REF,
  ENT_DATE_YEAR,
  ENT_DATE_SHORT_YEAR,
  ENT_DATE_BC,
  ENT_DATE_DECADE,
  ENT_DATE_CENTURY,
  ENT_DATE_HALF,
  ENT_DATE_SEASON,
  ENT_DATE_QUARTER,
  ENT_DATE_MONTH,
  ENT_DATE_DAY,
  ENT_DATE_WEEKDAY,
  ENT_DATE_NTH,
  ENT_DATE_FEAST,
  ENT_DATE_EASTER,
  ENT_DATE_LUNAR,
  ENT_DATE_WEEKEND,
  ENT_DATE_HOUR,
  ENT_DATE_MINUTE,
  ENT_DATE_SECOND,
  ENT_DATE_CLOCK,
  ENT_DATE_HALF_DAY,
  ENT_DATE_PART,
  ENT_DATE_ZONE,
  ENT_DATE_TO_YEAR,
  ENT_DATE_TO_SHORT_YEAR,
  ENT_DATE_TO_SEASON,
  ENT_DATE_TO_QUARTER,
  ENT_DATE_TO_MONTH,
  ENT_DATE_TO_DAY,
  ENT_DATE_TO_SHIFT,
  ENT_DATE_TO_HOUR,
  ENT_DATE_UNIT,
  ENT_DATE_COUNT,
  ENT_DATE_PLUS_HALF,
  ENT_DATE_AND_UNIT,
  ENT_DATE_AND_COUNT,
  ENT_DATE_SHIFT,
  ENT_DATE_TOWARD,
  ENT_DATE_ANCHOR,
  ENT_DATE_MOD,
  ENT_DATE_WIDEN,
  ENT_DATE_WINDOW,
  ENT_DATE_REGISTER,
  ENT_DATE_N_FIELDS
} EntDateField;

#define ENT_DATE_NO_FIELD G_MININT32
#define ENT_DATE_SOME (G_MININT32 + 1) /* "several", "a few": a count that is not told */

/**
 * EntDateForm:
 * @fields: by #EntDateField; %ENT_DATE_NO_FIELD where the words say nothing
 *
 * What the words of a time expression say, before it is resolved against any date:
 *
 *     "the evening of April 2"   type=TIME month=4 day=2 part=EV
 *     "last November"            type=DATE month=11 toward=-1
 *     "two weeks ago"            type=DATE unit=W shift=-2
 *
 * A plain value.
 */
typedef struct
{
  gint32 fields[ENT_DATE_N_FIELDS];
} EntDateForm;

/**
 * ent_date_form_has:
 * @form: a form
 * @field: a field
 *
 * Returns: whether the words say anything of @field
 */
static inline gboolean
ent_date_form_has (const EntDateForm *form,
                   EntDateField       field)
{
  return form->fields[field] != ENT_DATE_NO_FIELD;
}

/**
 * ent_date_form_get:
 * @form: a form
 * @field: a field
 * @otherwise: what it is where the words say nothing
 *
 * Returns: the field's value
 */
static inline gint32
ent_date_form_get (const EntDateForm *form,
                   EntDateField       field,
                   gint32             otherwise)
{
  return form->fields[field] == ENT_DATE_NO_FIELD ? otherwise : form->fields[field];
}

G_END_DECLS
