/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/date-resolve.h"

#include "parse/date-place.h"
#include "parse/date-print.h"
#include "parse/date-story.h"
#include "parse/date-window.h"
#include "parse/date-zone.h"

/**
 * ent_date_resolver_init:
 * @resolver: (out): the resolver
 * @context: what the text's dates are resolved against
 *
 * Makes the resolver ready for a text's first expression.
 */
void
ent_date_resolver_init (EntDateResolver      *resolver,
                        const EntDateContext *context)
{
  *resolver = (EntDateResolver) { .anchor = ent_date_value_from_edtf (context->anchor),
                                  .today = context->anchor,
                                  .second = context->second,
                                  .narrative = context->narrative };
  resolver->anchor.second = context->second;
}

/* So many days from one of a plan on are of its year. */
#define DAYS_OF_PLAN 7
/* What is written before this second of the day is written late, not early. */
#define DAWN (5 * 3600)
#define WINTER 4
/* Figures of a year ago are compared with those of a quarter told so many sentences before at most. */
#define SENTENCES_OF_PERIOD 3
/* They may be told so many days before the period is over, and until so many after. */
#define DAYS_LEFT_OF_PERIOD 15
#define DAYS_AFTER_PERIOD 230

static gboolean
is_anchored (const EntDateForm *form,
             EntDateAnchor      anchor)
{
  return ent_date_form_get (form, ENT_DATE_ANCHOR, ENT_DATE_ANCHOR_ISSUE) == (gint32) anchor;
}

static gboolean
is_of_year (const EntDateForm *form)
{
  return ent_date_form_get (form, ENT_DATE_UNIT, ENT_DATE_UNIT_NONE) == ENT_DATE_UNIT_YEAR
         && ent_date_form_get (form, ENT_DATE_SHIFT, 0) == -1;
}

/* The last quarter that is over. */
static EntDateValue
get_last_quarter (const EntDateResolver *resolver)
{
  return ent_date_value_shift (ent_date_value_truncate (resolver->anchor, ENT_DATE_UNIT_QUARTER),
                               ENT_DATE_UNIT_QUARTER, -1);
}

/* "4.9 percent in October from 5.4 percent a year earlier". */
static gboolean
is_of_month (const EntDateResolver *resolver,
             const EntDateFind     *find)
{
  return resolver->previous.grain == ENT_DATE_UNIT_MONTH && resolver->sentence == find->sentence;
}

/* "For the full year": the one that the figures of a last quarter close, told soon after it. */
static gboolean
closes_year (const EntDateResolver *resolver,
             const EntDateFind     *find)
{
  const EntDateForm *form = &find->form;
  const EntDateValue *period = &resolver->period;

  return is_anchored (form, ENT_DATE_ANCHOR_STORY) && !resolver->narrative && find->tense != ENT_TENSE_FUTURE
         && ent_date_form_get (form, ENT_DATE_UNIT, ENT_DATE_UNIT_NONE) == ENT_DATE_UNIT_YEAR
         && !ent_date_form_has (form, ENT_DATE_MOD) && period->grain == ENT_DATE_UNIT_QUARTER && period->index == 4
         && period->year + 1 == resolver->anchor.year;
}

/* "$2 million a year ago", "the year-earlier quarter": of the quarter that figures are told for. Where none was told,
 * "the quarter" is the last that is over. */
static gboolean
find_period (const EntDateResolver *resolver,
             const EntDateFind     *find,
             EntDateValue          *period)
{
  const EntDateForm *form = &find->form;
  gboolean told = !ent_date_value_is_none (&resolver->period);
  gboolean near = told && resolver->period_sentence + SENTENCES_OF_PERIOD >= find->sentence;

  if (near && closes_year (resolver, find))
    {
      *period = resolver->period;
      return TRUE;
    }
  if (is_anchored (form, ENT_DATE_ANCHOR_PERIOD) && !is_of_year (form))
    {
      *period = told ? resolver->period : get_last_quarter (resolver);
      return TRUE;
    }
  if (is_anchored (form, ENT_DATE_ANCHOR_PERIOD) && ent_date_form_has (form, ENT_DATE_WIDEN))
    {
      *period = told ? resolver->period : get_last_quarter (resolver);
      return TRUE;
    }
  if (!is_of_year (form) || is_anchored (form, ENT_DATE_ANCHOR_ISSUE))
    return FALSE;
  if (is_anchored (form, ENT_DATE_ANCHOR_PERIOD) && is_of_month (resolver, find))
    {
      *period = resolver->previous;
      return TRUE;
    }
  if (!near)
    return FALSE;
  *period = resolver->period;
  return TRUE;
}

/* 要求在4月5日前离开。外长当天说; 公告自9月24日起施行。中方已于当天起诉: what is still to come, as a deadline or, for
 * "that day", in another sentence, is no day on which something was. */
static gboolean
is_still_to_come (const EntDateResolver *resolver,
                  const EntDateFind     *find,
                  const EntDateValue    *value)
{
  gboolean apart = resolver->sentence != find->sentence && ent_date_form_get (&find->form, ENT_DATE_SHIFT, 0) == 0;

  return find->tense != ENT_TENSE_FUTURE && (resolver->deadline || apart)
         && !ent_date_value_is_none (value) && !ent_date_value_is_none (&resolver->anchor)
         && ent_date_value_first_day (value) > ent_date_value_last_day (&resolver->anchor);
}

static EntDateValue
get_done_day (const EntDateResolver *resolver)
{
  return ent_date_value_is_none (&resolver->done_day) ? resolver->anchor : resolver->done_day;
}

/* What "the next day" or "a year later" follows: what was told last, or where that is too coarse the last day; a
 * report that told none speaks of its own day, unless it has just told something coarser that is over. */
static EntDateValue
get_previous (const EntDateResolver *resolver,
              const EntDateFind     *find)
{
  EntDateUnit unit = (EntDateUnit) ent_date_form_get (&find->form, ENT_DATE_UNIT, ENT_DATE_UNIT_DAY);

  unit = MIN (unit, (EntDateUnit) ent_date_form_get (&find->form, ENT_DATE_WIDEN, (gint32) unit));
  if (is_still_to_come (resolver, find, &resolver->previous))
    return get_done_day (resolver);
  if (!ent_date_value_is_none (&resolver->previous) && resolver->previous.grain <= MAX (unit, ENT_DATE_UNIT_DAY))
    return resolver->previous;
  if (is_still_to_come (resolver, find, &resolver->day))
    return get_done_day (resolver);
  if (!ent_date_value_is_none (&resolver->day))
    return resolver->day;
  if (!ent_date_value_is_none (&resolver->previous)
      && (resolver->narrative
          || (resolver->sentence + 1 >= find->sentence
              && ent_date_value_last_day (&resolver->previous) < ent_date_value_first_day (&resolver->anchor))))
    return resolver->previous;
  return resolver->anchor;
}

/* Whether what @find counts from is the date that its sentence told before. */
static gboolean
leans_on_sentence (const EntDateResolver *resolver,
                   const EntDateFind     *find)
{
  return is_anchored (&find->form, ENT_DATE_ANCHOR_SENTENCE) && resolver->sentence == find->sentence
         && (gint32) resolver->previous.grain <= find->form.fields[ENT_DATE_UNIT];
}

/* "Six years later, on August 12": the year stands right before, with one mark or particle between at most. */
static gboolean
stands_before (const EntDateResolver *resolver,
               const EntDateFind     *find)
{
  return resolver->previous.grain == ENT_DATE_UNIT_YEAR && find->first <= resolver->end + 1;
}

/* "May 5 (Tuesday)", "5-6 May (Tue-Wed)": the weekday of the day right before. */
static gboolean
names_day_before (const EntDateResolver *resolver,
                  const EntDateFind     *find)
{
  const EntDateForm *form = &find->form;

  return resolver->told_day && resolver->sentence == find->sentence && find->first <= resolver->end + find->marked
         && resolver->previous.grain <= ENT_DATE_UNIT_DAY && ent_date_form_has (form, ENT_DATE_WEEKDAY)
         && !ent_date_form_has (form, ENT_DATE_DAY) && !ent_date_form_has (form, ENT_DATE_TOWARD)
         && !ent_date_form_has (form, ENT_DATE_SHIFT);
}

/* Without a verb a statement tells of what was, a message of what is to come. */
static gint
get_direction (const EntDateResolver *resolver,
               const EntDateFind     *find)
{
  if (find->tense == ENT_TENSE_NONE)
    return resolver->message ? 1 : -1;
  return find->tense == ENT_TENSE_FUTURE ? 1 : -1;
}

/* "He spoke this afternoon", written at one in the morning: that of the day before. */
static gboolean
is_of_day_before (const EntDateResolver *resolver,
                  const EntDateFind     *find)
{
  const EntDateForm *form = &find->form;
  EntDatePart part = (EntDatePart) ent_date_form_get (form, ENT_DATE_PART, ENT_DATE_PART_NONE);

  return resolver->anchor.second != ENT_SECOND_NONE && resolver->anchor.second < DAWN && find->tense == ENT_TENSE_PAST
         && (part == ENT_DATE_PART_AFTERNOON || part == ENT_DATE_PART_EVENING)
         && ent_date_form_get (form, ENT_DATE_UNIT, ENT_DATE_UNIT_NONE) == ENT_DATE_UNIT_DAY
         && ent_date_form_get (form, ENT_DATE_SHIFT, 1) == 0 && is_anchored (form, ENT_DATE_ANCHOR_ISSUE);
}

/* 将停留至12日。下午，双方会谈: what is told as it was is not on a day to come that another sentence told. */
static gboolean
is_ahead_of (const EntDateResolver *resolver,
             const EntDateFind     *find,
             const EntDateValue    *previous)
{
  return find->tense != ENT_TENSE_FUTURE && resolver->sentence != find->sentence
         && !ent_date_value_is_none (&resolver->anchor) && resolver->anchor.grain <= ENT_DATE_UNIT_DAY
         && ent_date_value_first_day (previous) > ent_date_value_last_day (&resolver->anchor);
}

/* Whether a day without a month follows one of a plan in the sentence before. */
static gboolean
goes_on_in_plan (const EntDateResolver *resolver,
                 const EntDateFind     *find,
                 const EntDateValue    *previous)
{
  return resolver->told_day && resolver->sentence + 1 == find->sentence && resolver->paragraph == find->paragraph
         && previous->grain <= ENT_DATE_UNIT_DAY && !ent_date_value_is_none (&resolver->anchor)
         && ent_date_value_first_day (previous) > ent_date_value_last_day (&resolver->anchor)
         && ent_date_form_has (&find->form, ENT_DATE_DAY) && !ent_date_form_has (&find->form, ENT_DATE_MONTH)
         && ent_date_form_get (&find->form, ENT_DATE_DAY, 0) >= previous->day;
}

static gboolean
tells_year (const EntDateForm *form)
{
  return ent_date_form_has (form, ENT_DATE_YEAR) || ent_date_form_has (form, ENT_DATE_SHORT_YEAR);
}

/* Whether a day and its month are those of a plan that was told, or soon after: "will visit Lima from 4 to 7 May …
 * the forum held on 5 May". */
static gboolean
is_of_plan (const EntDateResolver *resolver,
            const EntDateFind     *find)
{
  const EntDateValue *plan = &resolver->plan_day;
  int after = ent_date_form_get (&find->form, ENT_DATE_DAY, 0) - plan->day;

  return !resolver->narrative && !ent_date_value_is_none (plan) && ent_date_form_has (&find->form, ENT_DATE_DAY)
         && ent_date_form_has (&find->form, ENT_DATE_MONTH) && !tells_year (&find->form)
         && ent_date_form_get (&find->form, ENT_DATE_MONTH, 0) == plan->month
         && after >= 0 && after <= DAYS_OF_PLAN;
}

/* What the text told before, where it has a say for @find. */
static EntDateReference
get_reference (const EntDateResolver *resolver,
               const EntDateFind     *find)
{
  const EntDateValue *previous = &resolver->previous;
  gboolean told = !ent_date_value_is_none (previous);
  EntDateReference reference = { .value = resolver->anchor,
                                 .toward = get_direction (resolver, find),
                                 .noted = find->sentence >= resolver->notes,
                                 .told = find->tense != ENT_TENSE_NONE,
                                 .hold = resolver->message ? ENT_DATE_HOLD_WEAK : (EntDateHold) find->hold };

  if (find_period (resolver, find, &reference.value))
    return reference;
  if (told && resolver->narrative)
    {
      ent_date_story_refer (resolver, find, &reference);
      return reference;
    }
  if (is_of_day_before (resolver, find))
    reference.value = ent_date_value_shift (ent_date_value_truncate (resolver->anchor, ENT_DATE_UNIT_DAY),
                                            ENT_DATE_UNIT_DAY, -1);
  else if (is_anchored (&find->form, ENT_DATE_ANCHOR_PREVIOUS))
    reference.value = get_previous (resolver, find);
  else if (told && leans_on_sentence (resolver, find))
    reference.value = *previous;
  else if (told && names_day_before (resolver, find))
    {
      reference.value = *previous;
      reference.toward = 1;
      reference.told = FALSE;
    }
  /* A part of a day without a day is on that of the sentence before, too. */
  if (told && previous->grain <= ENT_DATE_UNIT_DAY && resolver->sentence + 1 >= find->sentence
      && !is_ahead_of (resolver, find, previous))
    reference.day = previous;
  /* 1月4日至6日访问甲国。6日至9日访问乙国: a plan goes on in its month. */
  if (told && goes_on_in_plan (resolver, find, previous))
    reference.month = previous;
  if (is_of_plan (resolver, find))
    reference.year = &resolver->plan_day;
  if (!told || resolver->sentence != find->sentence)
    return reference;
  if ((resolver->told_year && find->tense != ENT_TENSE_FUTURE) || stands_before (resolver, find))
    reference.year = previous;
  if (previous->grain <= ENT_DATE_UNIT_MONTH)
    reference.month = previous;
  return reference;
}

static void
remember (EntDateResolver    *resolver,
          const EntDateFind  *find,
          const EntDateValue *value,
          gboolean            relative)
{
  /* "Later that year" keeps what told the year; a century leads nowhere. */
  if (ent_date_value_is_none (value) || value->grain > ENT_DATE_UNIT_YEAR)
    return;
  ent_date_story_follow (resolver, find, value);
  resolver->told_year = tells_year (&find->form)
                        || (resolver->told_year && relative && value->year == resolver->previous.year);
  resolver->told_day = ent_date_form_has (&find->form, ENT_DATE_DAY);
  if (value->grain <= ENT_DATE_UNIT_DAY)
    resolver->day = *value;
  if (value->grain <= ENT_DATE_UNIT_DAY && !ent_date_value_is_none (&resolver->anchor)
      && ent_date_value_last_day (value) <= ent_date_value_last_day (&resolver->anchor))
    resolver->done_day = *value;
  else if (value->grain <= ENT_DATE_UNIT_DAY && find->tense == ENT_TENSE_FUTURE
           && ent_date_form_has (&find->form, ENT_DATE_MONTH))
    resolver->plan_day = *value;
  resolver->previous = *value;
  resolver->previous.mod = ENT_DATE_MOD_NONE;
  resolver->deadline = find->window == ENT_DATE_WINDOW_UNTIL;
  resolver->aside = find->aside || ent_date_story_is_glance (&find->form);
  resolver->sentence = find->sentence;
  resolver->paragraph = find->paragraph;
  resolver->end = find->end;
}

/* Whether a period is one that the statement may tell the figures of. */
static gboolean
is_reported (const EntDateResolver *resolver,
             const EntDateFind     *find,
             const EntDateValue    *value)
{
  EntDay now;

  if (ent_date_value_is_none (&resolver->anchor))
    return TRUE;
  now = ent_date_value_last_day (&resolver->anchor);
  if (find->tense == ENT_TENSE_FUTURE && ent_date_value_last_day (value) > now + DAYS_LEFT_OF_PERIOD)
    return FALSE;
  return ent_date_value_first_day (value) < now
         && (tells_year (&find->form) || ent_date_value_last_day (value) + DAYS_AFTER_PERIOD >= now);
}

/* Figures are told for what is over; what is compared with a period is not the next one's. */
static void
remember_period (EntDateResolver    *resolver,
                 const EntDateFind  *find,
                 const EntDateValue *value)
{
  if ((value->grain != ENT_DATE_UNIT_QUARTER && value->grain != ENT_DATE_UNIT_HALF)
      || !is_reported (resolver, find, value)
      || ((is_of_year (&find->form) || tells_year (&find->form)) && !is_anchored (&find->form, ENT_DATE_ANCHOR_ISSUE)))
    return;
  resolver->period = *value;
  resolver->period_sentence = find->sentence;
}

static gboolean
is_range (const EntDateForm *form)
{
  for (guint field = ENT_DATE_TO_YEAR; field <= ENT_DATE_TO_HOUR; field++)
    if (ent_date_form_has (form, (EntDateField) field))
      return TRUE;
  return FALSE;
}

/* The other end of a range says only what differs: "14-16 November". */
static EntDateForm
get_end_of_range (const EntDateForm *form)
{
  static const struct
  {
    EntDateField from, to;
  } pairs[] = {
    { ENT_DATE_YEAR, ENT_DATE_TO_YEAR },       { ENT_DATE_SHORT_YEAR, ENT_DATE_TO_SHORT_YEAR },
    { ENT_DATE_SEASON, ENT_DATE_TO_SEASON },   { ENT_DATE_QUARTER, ENT_DATE_TO_QUARTER },
    { ENT_DATE_MONTH, ENT_DATE_TO_MONTH },     { ENT_DATE_DAY, ENT_DATE_TO_DAY },
    { ENT_DATE_HOUR, ENT_DATE_TO_HOUR },       { ENT_DATE_SHIFT, ENT_DATE_TO_SHIFT },
  };
  EntDateForm end = *form;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (ent_date_form_has (form, pairs[i].to))
      end.fields[pairs[i].from] = form->fields[pairs[i].to];
  if (ent_date_form_has (form, ENT_DATE_TO_SHORT_YEAR) && ent_date_form_has (form, ENT_DATE_YEAR))
    {
      gint32 year = form->fields[ENT_DATE_YEAR];

      end.fields[ENT_DATE_YEAR] = year - year % 100 + form->fields[ENT_DATE_TO_SHORT_YEAR];
    }
  return end;
}

static EntEdtf
span_between (EntEdtf start,
              EntEdtf end)
{
  EntEdtfPoint last = ent_edtf_is_interval (end) ? end.end : end.start;

  return ent_edtf_is_backward (start.start, last) ? (EntEdtf) { 0 } : ent_edtf_interval (start.start, last);
}

/* The end of a range that begins with *@value; none where it has none. *@value moves back where only the end tells
 * the year. */
static EntDateValue
find_end_of_range (const EntDateFind      *find,
                   const EntDateReference *reference,
                   EntDateValue           *value)
{
  EntDateForm end_form = get_end_of_range (&find->form);
  EntDateReference after = *reference;
  gboolean of_day = ent_date_form_has (&find->form, ENT_DATE_TO_DAY) && value->grain <= ENT_DATE_UNIT_DAY
                    && !ent_date_form_has (&find->form, ENT_DATE_TO_MONTH)
                    && !ent_date_form_has (&find->form, ENT_DATE_SHIFT);
  gboolean relative, ambiguous;
  EntDateValue end;

  /* The year told stands behind the end; the begin takes it, or the year before. */
  after.year = ent_date_form_has (&find->form, ENT_DATE_YEAR) ? reference->year : value;
  if (of_day)
    after.month = value;
  end = ent_date_place_find (&end_form, &after, &relative, &ambiguous);
  if (!ent_date_value_is_none (&end) && ent_date_value_first_day (value) > ent_date_value_last_day (&end))
    {
      if (of_day)
        end = ent_date_value_shift (end, ENT_DATE_UNIT_MONTH, 1);
      else if (tells_year (&find->form) && !ent_date_form_has (&find->form, ENT_DATE_TO_YEAR))
        value->year--;
      else
        end.year++;
    }
  /* "10 to 2 a.m." ends on the next day. */
  else if (ent_date_form_has (&find->form, ENT_DATE_TO_HOUR) && value->grain < ENT_DATE_UNIT_DAY
           && end.grain < ENT_DATE_UNIT_DAY && end.second < value->second)
    end = ent_date_value_shift (end, ENT_DATE_UNIT_DAY, 1);
  return end;
}

static EntEdtf
resolve_range (const EntDateFind      *find,
               const EntDateReference *reference,
               EntDateValue           *value,
               EntTimex               *end)
{
  EntDateValue last = find_end_of_range (find, reference, value);

  if (ent_date_value_is_none (&last))
    return ent_date_value_to_edtf (value);
  if (!ent_date_value_is_valid (value) || !ent_date_value_is_valid (&last))
    return (EntEdtf) { 0 };
  ent_date_value_print (&last, end->value, sizeof end->value);
  return span_between (ent_date_value_to_edtf (value), ent_date_value_to_edtf (&last));
}

/* "Three days later" of who knows what is at least three days. */
static void
print_unresolved (const EntDateForm *form,
                  EntTimex          *timex)
{
  EntDateForm length = *form;
  gint32 shift = ent_date_form_get (form, ENT_DATE_SHIFT, 0);

  if (ABS (shift) > 1 && ent_date_form_has (form, ENT_DATE_UNIT))
    {
      length.fields[ENT_DATE_COUNT] = ABS (shift);
      ent_date_form_print_duration (&length, timex->value, sizeof timex->value);
    }
  else
    {
      ent_date_form_print_pattern (form, timex->value, sizeof timex->value);
    }
}

/* "The 1988 quarter": the one that figures are told for, of that year. */
static EntDateValue
find_period_of_year (const EntDateResolver *resolver,
                     const EntDateFind     *find,
                     EntDateValue           value)
{
  EntDateValue period = resolver->period;

  if (!is_anchored (&find->form, ENT_DATE_ANCHOR_PERIOD) || !tells_year (&find->form)
      || value.grain != ENT_DATE_UNIT_YEAR || ent_date_value_is_none (&period)
      || resolver->period_sentence + SENTENCES_OF_PERIOD < find->sentence)
    return value;
  period.year = value.year;
  return period;
}

/* A winter that lies over the turn of a year is called by the year that it ends in, unless the words call it otherwise;
 * in a message by the year that it is written in. */
static gint32
get_year_of_winter (const EntDateResolver *resolver,
                    const EntDateForm     *form,
                    const EntDateValue    *value)
{
  if (value->grain != ENT_DATE_UNIT_SEASON || value->index != WINTER || tells_year (form)
      || ent_date_form_has (form, ENT_DATE_TOWARD) || ent_date_form_has (form, ENT_DATE_SHIFT))
    return value->year;
  if (resolver->message)
    return MAX (value->year, MIN (value->year + 1, resolver->anchor.year));
  return value->year + resolver->narrative;
}

static void
print_value (const EntDateResolver *resolver,
             const EntDateForm     *form,
             EntDateValue           value,
             EntTimex              *timex)
{
  value.year = get_year_of_winter (resolver, form, &value);
  ent_date_value_print (&value, timex->value, sizeof timex->value);
}

static void
resolve_date (EntDateResolver   *resolver,
              const EntDateFind *find,
              EntTimex          *timex,
              EntTimex          *end)
{
  EntDateReference reference = get_reference (resolver, find);
  gint32 zone = ent_date_form_get (&find->form, ENT_DATE_ZONE, ENT_DATE_NO_FIELD);
  gboolean relative, ambiguous;
  EntDateValue value = ent_date_place_find (&find->form, &reference, &relative, &ambiguous);

  value = find_period_of_year (resolver, find, value);
  timex->relative = relative;
  timex->ambiguous = ambiguous;
  if (ent_date_value_is_none (&value))
    {
      print_unresolved (&find->form, timex);
      return;
    }
  if (zone != ENT_DATE_NO_FIELD && value.grain <= ENT_DATE_UNIT_HOUR)
    value.zone = ent_date_zone_offset (zone, ent_date_value_first_day (&value));
  timex->edtf = is_range (&find->form) ? resolve_range (find, &reference, &value, end)
                                       : ent_date_value_to_edtf (&value);
  print_value (resolver, &find->form, value, timex);
  remember_period (resolver, find, &value);
  remember (resolver, find, &value, relative);
}

/* Which side of now the words or, for "recent" as 近期 has it, the verbs tell. */
static EntDateWindow
get_window (const EntDateFind *find)
{
  EntDateWindow window = (EntDateWindow) ent_date_form_get (&find->form, ENT_DATE_WINDOW, ENT_DATE_WINDOW_NONE);

  if (window == ENT_DATE_WINDOW_RECENT)
    return find->tense == ENT_TENSE_FUTURE ? ENT_DATE_WINDOW_COMING : ENT_DATE_WINDOW_PAST;
  return window;
}

static void
resolve_ref (const EntDateResolver *resolver,
             const EntDateFind     *find,
             EntTimex              *timex)
{
  EntDateRef ref = (EntDateRef) find->form.fields[ENT_DATE_REF];
  EntDateWindow window = get_window (find);
  gboolean known = resolver->anchor.grain == ENT_DATE_UNIT_DAY;

  if (ent_date_form_get (&find->form, ENT_DATE_WINDOW, 0) == ENT_DATE_WINDOW_RECENT)
    ref = window == ENT_DATE_WINDOW_COMING ? ENT_DATE_REF_FUTURE : ENT_DATE_REF_PAST;
  timex->relative = TRUE;
  ent_date_form_print_ref (ref, timex->value, sizeof timex->value);
  if (window == ENT_DATE_WINDOW_PAST || window == ENT_DATE_WINDOW_COMING)
    timex->edtf = ent_date_window_about (&find->form, window, &resolver->anchor);
  else if (known && (ref == ENT_DATE_REF_PRESENT || window == ENT_DATE_WINDOW_SINCE))
    timex->edtf = ent_date_value_to_edtf (&resolver->anchor);
  if (window == ENT_DATE_WINDOW_SINCE)
    timex->edtf = ent_date_window_open (timex->edtf, window);
}

/* A length of time that is told with its place in the calendar: 十四五时期. */
static EntEdtf
resolve_placed_duration (const EntDateFind *find)
{
  EntDateReference reference = { 0 };
  EntTimex end = { 0 };
  gboolean relative, ambiguous;
  EntDateValue value = ent_date_place_find (&find->form, &reference, &relative, &ambiguous);

  return ent_date_value_is_none (&value) ? (EntEdtf) { 0 } : resolve_range (find, &reference, &value, &end);
}

static void
resolve_duration (const EntDateResolver *resolver,
                  const EntDateFind     *find,
                  EntTimex              *timex)
{
  EntDateWindow window = get_window (find);

  ent_date_form_print_duration (&find->form, timex->value, sizeof timex->value);
  if (tells_year (&find->form))
    timex->edtf = resolve_placed_duration (find);
  if (window != ENT_DATE_WINDOW_PAST && window != ENT_DATE_WINDOW_COMING)
    return;
  timex->relative = TRUE;
  timex->edtf = ent_date_window_about (&find->form, window, &resolver->anchor);
}

/**
 * ent_date_resolver_next:
 * @resolver: the resolver of the text
 * @find: the next expression
 * @timex: (out caller-allocates): what it means; its span is left alone
 * @end: (out caller-allocates): the value of the other end, if it is a range; else left alone
 *
 * Resolves the expressions of a text, one after the other.
 */
void
ent_date_resolver_next (EntDateResolver   *resolver,
                        const EntDateFind *find,
                        EntTimex          *timex,
                        EntTimex          *end)
{
  timex->type = (guint8) find->form.fields[ENT_DATE_TYPE];
  timex->rule = find->rule;
  if (ent_date_form_has (&find->form, ENT_DATE_REF))
    resolve_ref (resolver, find, timex);
  else if (timex->type == ENT_TIMEX_DURATION)
    resolve_duration (resolver, find, timex);
  else if (timex->type != ENT_TIMEX_SET)
    resolve_date (resolver, find, timex, end);
  else if (ent_date_form_has (&find->form, ENT_DATE_UNIT))
    ent_date_form_print_duration (&find->form, timex->value, sizeof timex->value);
  else
    ent_date_form_print_pattern (&find->form, timex->value, sizeof timex->value);

  if (find->window == ENT_DATE_WINDOW_SINCE || find->window == ENT_DATE_WINDOW_UNTIL)
    timex->edtf = ent_date_window_open (timex->edtf, (EntDateWindow) find->window);
  else if (ent_date_form_get (&find->form, ENT_DATE_WINDOW, 0) >= ENT_DATE_WINDOW_SINCE
           && !ent_date_form_has (&find->form, ENT_DATE_REF))
    timex->edtf = ent_date_window_open (timex->edtf, (EntDateWindow) find->form.fields[ENT_DATE_WINDOW]);
}
