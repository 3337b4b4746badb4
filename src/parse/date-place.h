/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/date-form.h"
#include "parse/date-value.h"

G_BEGIN_DECLS

/**
 * EntDateReference:
 * @value: the date that an expression is resolved against; perhaps none
 * @toward: -1 for the nearest date before it, 1 for the nearest after
 * @told: whether any verb tells which of them
 * @noted: whether an editor's note tells it, which knows what came after, too
 * @hold: an #EntDateHold: how surely
 * @year: (nullable): the date whose year holds where an expression tells none
 * @month: (nullable): the date whose month holds where a day tells none
 * @story: (nullable): in a history, where it has got to, which then has the say for the year
 * @apart: whether that was in another paragraph
 * @glance: (nullable): in a history, a date of another year that was told just before
 * @ahead: in a history, the next date that tells its year; perhaps none
 * @day: (nullable): the date on which a time of day without a day is
 *
 * What the text before and the words around say about a date that is told in part.
 */
typedef struct
{
  EntDateValue value;
  gint toward;
  gboolean told;
  gboolean noted;
  EntDateHold hold;
  const EntDateValue *year;
  const EntDateValue *month;
  const EntDateValue *day;
  const EntDateValue *story;
  gboolean apart;
  const EntDateValue *glance;
  EntDateValue ahead;
} EntDateReference;

EntDateValue ent_date_place_find (const EntDateForm *form,
                                  const EntDateReference *reference,
                                  gboolean *relative,
                                  gboolean *ambiguous);
gboolean ent_date_place_is_in_winter (const EntDateForm  *form,
                                      const EntDateValue *now);
EntDateValue ent_date_place_in_year (const EntDateForm *form,
                                     gint32 year);

G_END_DECLS
