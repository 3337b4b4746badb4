/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/date-story.h"

/* A date this much before the one told last is of the next year. */
#define DAYS_OF_RETURN 210
/* The same where the next year told is a later one, and from season to season. */
#define DAYS_OF_RETURN_AHEAD 100
/* How far off a part of a year counts that is told behind a bare year. */
#define DAYS_IN_BARE_YEAR 150
/* How much further off the story is that another paragraph told. */
#define DAYS_OF_PARAGRAPH 125
/* Going back is so much rarer than going on. */
#define COST_OF_RETURN 2

static gboolean
is_anchored_before (const EntDateForm *form)
{
  EntDateAnchor anchor = (EntDateAnchor) ent_date_form_get (form, ENT_DATE_ANCHOR, ENT_DATE_ANCHOR_ISSUE);

  return anchor == ENT_DATE_ANCHOR_PREVIOUS || anchor == ENT_DATE_ANCHOR_STORY;
}

/* "The year before", "two weeks earlier": a look back, after which the story goes on. */
static gboolean
looks_back (const EntDateForm *form)
{
  return is_anchored_before (form) && ent_date_form_get (form, ENT_DATE_SHIFT, 0) < 0;
}

static gboolean
is_deictic (const EntDateForm *form)
{
  return ent_date_form_has (form, ENT_DATE_TOWARD)
         || (ent_date_form_has (form, ENT_DATE_SHIFT) && !is_anchored_before (form));
}

/**
 * ent_date_story_is_glance:
 * @form: what words of a history say
 *
 * Returns: whether they look from the writer's own day ("today", "earlier this year"), so that the story stays where it
 *   is
 */
gboolean
ent_date_story_is_glance (const EntDateForm *form)
{
  return is_deictic (form);
}

/**
 * ent_date_story_refer:
 * @resolver: the resolver of a history, which has told a date
 * @find: the next expression
 * @reference: what it is resolved against; filled in
 *
 * In a history dates follow each other: what was told before has a say in all that is told in part.
 */
void
ent_date_story_refer (const EntDateResolver *resolver,
                      const EntDateFind     *find,
                      EntDateReference      *reference)
{
  const EntDateValue *previous = &resolver->previous;
  gboolean near = resolver->sentence == find->sentence && !resolver->aside;
  const EntDateValue *base = near || ent_date_value_is_none (&resolver->story) ? previous : &resolver->story;

  reference->story = base;
  reference->year = base;
  reference->ahead = find->ahead;
  reference->apart = !near && resolver->story_paragraph != find->paragraph;
  if (resolver->aside && resolver->paragraph == find->paragraph)
    reference->glance = previous;
  if (base->grain <= ENT_DATE_UNIT_MONTH)
    reference->month = base;
  if (previous->grain <= ENT_DATE_UNIT_DAY)
    reference->day = previous;
  if (is_anchored_before (&find->form))
    reference->value = resolver->aside && resolver->sentence != find->sentence ? *base : *previous;
  else if (ent_date_form_has (&find->form, ENT_DATE_WEEKDAY) && previous->grain <= ENT_DATE_UNIT_DAY)
    {
      reference->value = *previous;
      reference->toward = 1;
    }
}

/**
 * ent_date_story_follow:
 * @resolver: the resolver of a text
 * @find: an expression
 * @value: what it means
 *
 * Moves the story on to @value, unless the text only glances at it or looks back. A year adds nothing to a day in it.
 */
void
ent_date_story_follow (EntDateResolver    *resolver,
                       const EntDateFind  *find,
                       const EntDateValue *value)
{
  EntDateValue *story = &resolver->story;

  if (find->aside || looks_back (&find->form) || ent_date_story_is_glance (&find->form))
    return;
  if (!ent_date_value_is_none (story) && story->grain <= ENT_DATE_UNIT_MONTH && value->grain == ENT_DATE_UNIT_YEAR
      && value->year == story->year)
    return;
  *story = *value;
  resolver->story_paragraph = find->paragraph;
  story->mod = ENT_DATE_MOD_NONE;
}

/* How many days @value lies before @base; less than none where it does not. */
static gint32
get_days_before (const EntDateValue *value,
                 const EntDateValue *base)
{
  return ent_date_value_first_day (base) - ent_date_value_last_day (value);
}

/* A day that the year does not have, 29 February, is of the nearest that has it. */
static EntDateValue
find_about_year (const EntDateForm *form,
                 gint32             year)
{
  static const gint32 steps[] = { 0, -1, 1, -2, 2, -3, 3, -4, 4 };
  EntDateValue value = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (steps) && !ent_date_value_is_valid (&value); i++)
    value = ent_date_place_in_year (form, year + steps[i]);
  return value;
}

/**
 * ent_date_story_after:
 * @form: what the words say, with a part of the year but no year
 * @base: the date told before
 * @ahead: the next date that tells its year; perhaps none
 *
 * Finds the year: that of @base, or the next where this would go far back; less far where the next year told is a later
 * one, to which the text must come.
 *
 * Returns: the date; no value where there is none
 */
EntDateValue
ent_date_story_after (const EntDateForm  *form,
                      const EntDateValue *base,
                      const EntDateValue *ahead)
{
  EntDateValue value = find_about_year (form, base->year - ent_date_place_is_in_winter (form, base));
  gint32 limit = DAYS_OF_RETURN;

  if (!ent_date_value_is_valid (&value))
    return value;
  if ((!ent_date_value_is_none (ahead) && ahead->year > base->year)
      || (value.grain == ENT_DATE_UNIT_SEASON && base->grain == ENT_DATE_UNIT_SEASON))
    limit = DAYS_OF_RETURN_AHEAD;
  if (base->grain < ENT_DATE_UNIT_YEAR && get_days_before (&value, base) > limit)
    return ent_date_place_in_year (form, base->year + 1);
  return value;
}

static gint32
get_cost (const EntDateValue *value,
          const EntDateValue *base)
{
  gint32 days = ent_date_value_first_day (value) - ent_date_value_first_day (base);

  if (base->grain >= ENT_DATE_UNIT_YEAR)
    return value->year == base->year ? DAYS_IN_BARE_YEAR : G_MAXINT32;
  return days < 0 ? -days * COST_OF_RETURN : days;
}

/**
 * ent_date_story_find:
 * @form: what the words say, with a part of the year but no year
 * @reference: what the text told before
 *
 * Finds the year where it is told in part: it goes on from the story, or from the other year that was glanced at just
 * before, whichever is the smaller step.
 *
 * Returns: the date; no value where there is none
 */
EntDateValue
ent_date_story_find (const EntDateForm      *form,
                     const EntDateReference *reference)
{
  EntDateValue value = ent_date_story_after (form, reference->story, &reference->ahead);
  EntDateValue other;

  if (reference->glance == NULL || !ent_date_value_is_valid (&value))
    return value;
  other = ent_date_place_in_year (form, reference->glance->year);
  if (!ent_date_value_is_valid (&other)
      || get_cost (&value, reference->story) + (reference->apart ? DAYS_OF_PARAGRAPH : 0)
           <= get_cost (&other, reference->glance))
    return value;
  return other;
}
