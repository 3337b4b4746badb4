/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/edtf.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_TIMEX_DATE,
  ENT_TIMEX_TIME,
  ENT_TIMEX_DURATION,
  ENT_TIMEX_SET,
  ENT_N_TIMEX_TYPES
} EntTimexType;

/**
 * EntTimex:
 * @start: first byte in the statement's text
 * @end: the byte after the last
 * @type: an #EntTimexType
 * @relative: whether it depends on the statement's date or another anchor
 * @ambiguous: whether past or future was decided by tense alone (a bare month or weekday)
 * @opens: whether it begins a range that the next expression ends; both have the range's @edtf
 * @rule: the rule of the language's dates.rules that found it
 * @value: TIMEX3 value ("2024-04-02", "P3M", "PAST_REF")
 * @edtf: the point or span of calendar time; none where there is none
 *
 * A time expression (TimeML's TIMEX3) and what it means against the statement's date. A plain value.
 */
typedef struct
{
  guint32 start;
  guint32 end;
  guint8 type;
  guint8 relative;
  guint8 ambiguous;
  guint8 opens;
  guint16 rule;
  char value[40];
  EntEdtf edtf;
} EntTimex;

const char *ent_timex_type_to_id (EntTimexType type);

G_END_DECLS
