/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/edtf.h"
#include "parse/date-form.h"

G_BEGIN_DECLS

/**
 * EntDateValue:
 * @grain: an #EntDateUnit: how fine it is; %ENT_DATE_UNIT_NONE is no value
 * @mod: an #EntDateMod: which piece of it is meant
 * @index: of a season, quarter or half: which of its year, from 1
 * @month: 1 to 12 from the grain of a month on
 * @day: 1 to 31 from the grain of a day on; of a week and weekend its Monday
 * @part: an #EntDatePart, for the grain of a part
 * @year: astronomical year; of a decade or century its first
 * @second: second of the day, from the grain of an hour on
 * @zone: minutes east of UTC, or %ENT_ZONE_NONE
 *
 * A place in the calendar, as fine as the words tell it. A plain value.
 */
typedef struct
{
  guint8 grain;
  guint8 mod;
  guint8 index;
  guint8 month;
  guint8 day;
  guint8 part;
  gint16 zone;
  gint32 year;
  gint32 second;
} EntDateValue;

EntDateValue ent_date_value_from_day (EntDay day);
EntDateValue ent_date_value_from_edtf (EntEdtf edtf);
EntDateValue ent_date_value_truncate (EntDateValue value,
                                      EntDateUnit unit);
EntDateValue ent_date_value_shift (EntDateValue value,
                                   EntDateUnit unit,
                                   gint32 count);
gboolean ent_date_value_is_valid (const EntDateValue *value);
EntDay ent_date_value_first_day (const EntDateValue *value);
EntDay ent_date_value_last_day (const EntDateValue *value);
EntEdtf ent_date_value_to_edtf (const EntDateValue *value);
void ent_date_value_print (const EntDateValue *value,
                           char *text,
                           gsize size);

/**
 * ent_date_value_is_none:
 * @value: a value
 *
 * Returns: whether it is no date at all
 */
static inline gboolean
ent_date_value_is_none (const EntDateValue *value)
{
  return value->grain == ENT_DATE_UNIT_NONE;
}

G_END_DECLS
