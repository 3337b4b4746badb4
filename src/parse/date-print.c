/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/date-print.h"

typedef struct
{
  const char *letter;
  gboolean of_time;
  const char *half; /* "… and a half" in the next smaller unit */
} UnitLetters;

static const UnitLetters letters[] = {
  [ENT_DATE_UNIT_NONE] = { "X", FALSE, "" },
  [ENT_DATE_UNIT_SECOND] = { "S", TRUE, "" },
  [ENT_DATE_UNIT_MINUTE] = { "M", TRUE, "30S" },
  [ENT_DATE_UNIT_HOUR] = { "H", TRUE, "30M" },
  [ENT_DATE_UNIT_PART] = { "D", FALSE, "" },
  [ENT_DATE_UNIT_DAY] = { "D", FALSE, "T12H" },
  [ENT_DATE_UNIT_WEEKEND] = { "WE", FALSE, "" },
  [ENT_DATE_UNIT_WEEK] = { "W", FALSE, "" },
  [ENT_DATE_UNIT_MONTH] = { "M", FALSE, "15D" },
  [ENT_DATE_UNIT_QUARTER] = { "Q", FALSE, "" },
  [ENT_DATE_UNIT_SEASON] = { "SE", FALSE, "" },
  [ENT_DATE_UNIT_HALF] = { "HY", FALSE, "" },
  [ENT_DATE_UNIT_YEAR] = { "Y", FALSE, "6M" },
  [ENT_DATE_UNIT_DECADE] = { "DE", FALSE, "5Y" },
  [ENT_DATE_UNIT_CENTURY] = { "CE", FALSE, "50Y" },
  [ENT_DATE_UNIT_VAGUE] = { "X", FALSE, "" },
};

static void
append_count (GString           *string,
              gint32             count,
              const UnitLetters *unit,
              gboolean          *in_time)
{
  if (unit->of_time && !*in_time)
    {
      g_string_append_c (string, 'T');
      *in_time = TRUE;
    }
  /* Decades that are counted are written in years. */
  if (unit == &letters[ENT_DATE_UNIT_DECADE] && count != ENT_DATE_SOME)
    g_string_append_printf (string, "%dY", MIN (count, 100000) * 10);
  else if (count == ENT_DATE_SOME)
    g_string_append_printf (string, "X%s", unit->letter);
  else
    g_string_append_printf (string, "%d%s", count, unit->letter);
}

/**
 * ent_date_form_print_duration:
 * @form: a form with a unit
 * @text: (out): where to write
 * @size: its size
 *
 * Writes a length of time as TIMEX3 does: `P3M`, `PT4H30M`, `PXY` ("some years").
 */
void
ent_date_form_print_duration (const EntDateForm *form,
                              char              *text,
                              gsize              size)
{
  g_autoptr (GString) string = g_string_new ("P");
  const UnitLetters *unit = &letters[ent_date_form_get (form, ENT_DATE_UNIT, ENT_DATE_UNIT_VAGUE)];
  gboolean in_time = FALSE;

  append_count (string, ent_date_form_get (form, ENT_DATE_COUNT, ENT_DATE_SOME), unit, &in_time);
  if (ent_date_form_get (form, ENT_DATE_PLUS_HALF, 0) != 0)
    g_string_append (string, unit->half);
  if (ent_date_form_has (form, ENT_DATE_AND_UNIT))
    append_count (string, ent_date_form_get (form, ENT_DATE_AND_COUNT, ENT_DATE_SOME),
                  &letters[form->fields[ENT_DATE_AND_UNIT]], &in_time);
  g_strlcpy (text, string->str, size);
}

static void
append_field (GString           *string,
              const EntDateForm *form,
              EntDateField       field)
{
  if (ent_date_form_has (form, field))
    g_string_append_printf (string, "-%02d", CLAMP (form->fields[field], 0, 99));
  else
    g_string_append (string, "-XX");
}

static void
append_pattern_of_year (GString           *string,
                        const EntDateForm *form)
{
  static const char * const seasons[] = { "SP", "SU", "FA", "WI" };
  gboolean of_day = ent_date_form_has (form, ENT_DATE_DAY) || ent_date_form_has (form, ENT_DATE_PART)
                    || ent_date_form_has (form, ENT_DATE_HOUR);

  if (ent_date_form_has (form, ENT_DATE_SEASON))
    g_string_append_printf (string, "-%s", seasons[CLAMP (form->fields[ENT_DATE_SEASON], 1, 4) - 1]);
  else if (ent_date_form_has (form, ENT_DATE_QUARTER))
    g_string_append_printf (string, "-Q%d", CLAMP (form->fields[ENT_DATE_QUARTER], 1, 4));
  else if (ent_date_form_has (form, ENT_DATE_WEEKDAY) && !ent_date_form_has (form, ENT_DATE_DAY))
    g_string_append_printf (string, "-WXX-%d", CLAMP (form->fields[ENT_DATE_WEEKDAY], 1, 7));
  else if (ent_date_form_has (form, ENT_DATE_WEEKEND))
    g_string_append (string, "-WXX-WE");
  else if (of_day || ent_date_form_has (form, ENT_DATE_MONTH))
    {
      append_field (string, form, ENT_DATE_MONTH);
      if (of_day)
        append_field (string, form, ENT_DATE_DAY);
    }
}

/**
 * ent_date_form_print_pattern:
 * @form: a form of calendar fields
 * @text: (out): where to write
 * @size: its size
 *
 * Writes what is told and `X` for what is not: `XXXX-04-02`, `XXXX-WXX-1`, `XXXX-SU`.
 */
void
ent_date_form_print_pattern (const EntDateForm *form,
                             char              *text,
                             gsize              size)
{
  static const char * const parts[] = { "", "TMO", "TAF", "TEV", "TNI", "TDT" };
  g_autoptr (GString) string = g_string_new ("XXXX");

  append_pattern_of_year (string, form);
  if (ent_date_form_has (form, ENT_DATE_HOUR))
    g_string_append_printf (string, "T%02d:%02d", CLAMP (form->fields[ENT_DATE_HOUR], 0, 24),
                            CLAMP (ent_date_form_get (form, ENT_DATE_MINUTE, 0), 0, 59));
  else
    g_string_append (string, parts[ent_date_form_get (form, ENT_DATE_PART, ENT_DATE_PART_NONE)]);
  g_strlcpy (text, string->str, size);
}

/**
 * ent_date_form_print_ref:
 * @ref: past, present or future
 * @text: (out): where to write
 * @size: its size
 *
 * Writes TIMEX3's word for it.
 */
void
ent_date_form_print_ref (EntDateRef  ref,
                         char       *text,
                         gsize       size)
{
  static const char * const names[] = { "", "PRESENT_REF", "PAST_REF", "FUTURE_REF" };

  g_strlcpy (text, names[ref], size);
}
