/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All days of an event of which a sentence tells one: those of a list, and those that its length gives. */
#include "parse/date-value.h"
#include "parse/date-window.h"
#include "parse/extract-candidate.h"

#include <string.h>

/* What is told by its length takes so many days at most. */
#define MOST_DAYS 31
/* Between the days of a list lie so many at most, and so many tokens. */
#define MOST_BETWEEN 7
#define MOST_TOKENS_BETWEEN 2
/* A date has at most so many tokens. */
#define DATE_LENGTH 16
/* So many tokens behind the words that tell of an event its end may be told. */
#define END_REACH 10
/* Sooner than in so many days a promise is kept in the days to come, and not by a day. */
#define LEAST_TERM 28
/* Farther than any promise looks ahead. */
#define MOST_UNITS 1000

static const EntTimex *
get_timex (const EntExtraction *extraction,
           const EntEdge       *edge)
{
  return &g_array_index (extraction->timexes, EntTimex, edge->value);
}

static const EntEdge *
find_date (const EntExtraction *extraction,
           guint32              token)
{
  return ent_chart_find (extraction->chart, token, extraction->extractor->classes.dates);
}

/**
 * ent_extraction_tells_length:
 * @extraction: the state of reading
 * @first: a token
 * @end: a token behind it
 *
 * Returns: whether it is told in between how long something takes: 為期五天
 */
gboolean
ent_extraction_tells_length (const EntExtraction *extraction,
                             guint32              first,
                             guint32              end)
{
  for (guint32 at = first; at < end; at++)
    {
      const EntEdge *edge = find_date (extraction, at);

      if (edge != NULL && get_timex (extraction, edge)->type == ENT_TIMEX_DURATION)
        return TRUE;
    }
  return FALSE;
}

/* "two-day", 为期六天, "lasting three days": the length of something, not a time until something. Visits are told by
 * their length more than what is done on them: of talks it stands among their words. */
static gboolean
is_length (const EntExtraction *extraction,
           const EntEdge       *edge,
           const EntCandidate  *candidate)
{
  const EntTimex *timex = get_timex (extraction, edge);
  const char *text = extraction->tokens->text;
  const EntRuleMatch *match = candidate->match;

  if (timex->type != ENT_TIMEX_DURATION || timex->value[0] != 'P')
    return FALSE;
  if (extraction->tokens->tokens[edge->first].kind == ENT_TOKEN_CJK && candidate->kind == ENT_KIND_VISIT)
    return TRUE;
  if ((candidate->kind == ENT_KIND_MEETING || candidate->kind == ENT_KIND_SUMMIT)
      && (edge->end < match->first || edge->first > match->end))
    return FALSE;
  return memchr (text + timex->start, '-', timex->end - timex->start) != NULL
         || ent_extraction_precedes (extraction, extraction->extractor->classes.lastings,
                                     ent_extraction_get_sentence (extraction)->first, edge->first);
}

/* How many days the sentence says that it takes; 0 if it does not. */
static int
find_length (const EntExtraction *extraction,
             const EntCandidate  *candidate)
{
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);

  for (guint32 at = sentence->first; at < sentence->end; at++)
    {
      const EntEdge *edge = find_date (extraction, at);
      const char *digits;
      char *end = NULL;
      gint64 days;

      if (edge == NULL || !is_length (extraction, edge, candidate))
        continue;
      digits = get_timex (extraction, edge)->value + 1;
      days = g_ascii_strtoll (digits, &end, 10);
      if (end != digits && g_str_equal (end, "D") && days > 1 && days <= MOST_DAYS)
        return (int) days;
    }
  return 0;
}

/* Whether the day told is the last: 结束为期六天的访问, "a two-day exercise that ended on Friday". */
static gboolean
is_ending (const EntExtraction *extraction,
           const EntCandidate  *candidate)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  guint32 first = ent_extraction_get_clause (extraction, candidate->match->first);
  guint32 last = MIN (ent_extraction_get_sentence (extraction)->end, candidate->match->end + END_REACH);
  guint32 end = candidate->match->end;

  /* "the two-day meeting of A and B ended today": "and" joins those who meet. */
  while (end < last
         && (ent_chart_find (extraction->chart, end, classes->ands) != NULL
             || !ent_extraction_ends_clause (extraction, end)))
    end++;
  return ent_extraction_has (extraction, classes->endings, first, end)
         && !ent_extraction_has (extraction, classes->arrivals, first, candidate->match->end);
}

static gboolean
has_length (EntKind kind)
{
  return kind == ENT_KIND_VISIT || kind == ENT_KIND_MILITARY || kind == ENT_KIND_SUMMIT || kind == ENT_KIND_MEETING;
}

/* The date that ends where a token begins. */
static const EntEdge *
find_date_ending (const EntExtraction *extraction,
                  guint32              end)
{
  guint32 first = MAX (ent_extraction_get_sentence (extraction)->first + DATE_LENGTH, end) - DATE_LENGTH;

  for (guint32 at = end; at > first; at--)
    {
      const EntEdge *edge = find_date (extraction, at - 1);

      if (edge != NULL)
        return edge->end == end ? edge : NULL;
    }
  return NULL;
}

/* The day that a list goes on with behind one, or before it: "on Thursday and Friday", 12月2日、3日. */
static const EntEdge *
find_listed (const EntExtraction *extraction,
             const EntEdge       *edge,
             gboolean             ahead)
{
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);
  guint32 at = ahead ? edge->end : edge->first;

  for (guint i = 0; i <= MOST_TOKENS_BETWEEN; i++)
    {
      const EntEdge *other;
      guint32 mark = ahead ? at : at - 1;

      if (ahead ? at >= sentence->end : at <= sentence->first)
        return NULL;
      other = ahead ? find_date (extraction, at) : find_date_ending (extraction, at);
      if (other != NULL)
        return i > 0 ? other : NULL;
      if (!ent_tokens_is_mark_or_wide (extraction->tokens, mark, ',', "、")
          && ent_chart_find (extraction->chart, mark, extraction->extractor->classes.ands) == NULL)
        return NULL;
      at = ahead ? at + 1 : at - 1;
    }
  return NULL;
}

/* Goes through a list of days from one on. Returns the last that belongs to it. */
static EntDay
follow_list (const EntExtraction *extraction,
             const EntEdge       *edge,
             EntDay               day,
             gboolean             ahead)
{
  while ((edge = find_listed (extraction, edge, ahead)) != NULL)
    {
      EntEdtf date = get_timex (extraction, edge)->edtf;
      int between;

      if (!ent_edtf_is_day (date))
        break;
      between = ahead ? ent_edtf_earliest (date) - day : day - ent_edtf_earliest (date);
      if (between <= 0 || between > MOST_BETWEEN)
        break;
      day = ent_edtf_earliest (date);
    }
  return day;
}

/* Gives what is told to be on several days all of them, from the first to the last. */
static void
take_list (const EntExtraction *extraction,
           EntCandidate        *candidate)
{
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);
  const EntEdge *edge = find_date (extraction, candidate->date_at);
  EntDay day = ent_edtf_earliest (candidate->date);
  EntDay first, last;

  if (edge == NULL || ent_edtf_earliest (get_timex (extraction, edge)->edtf) != day
      /* 13日和14日分别会见甲、乙: each has a day of its own. */
      || ent_extraction_has (extraction, extraction->extractor->classes.apieces, sentence->first, sentence->end))
    return;
  first = follow_list (extraction, edge, day, FALSE);
  last = follow_list (extraction, edge, day, TRUE);
  if (first < last)
    candidate->date = ent_edtf_interval (ent_edtf_day (first).start, ent_edtf_day (last).start);
}

/* Gives what is told by its length all its days, of which one is told: the first, or its @ending. */
static void
take_length (const EntExtraction *extraction,
             EntCandidate        *candidate,
             gboolean             ending)
{
  int length = find_length (extraction, candidate);
  EntDay day = ent_edtf_earliest (candidate->date);

  if (length == 0)
    return;
  if (ending)
    day -= length - 1;
  candidate->date = ent_edtf_interval (ent_edtf_day (day).start, ent_edtf_day (day + length - 1).start);
}

/* Whether words before or behind a date tell that something is over then: "until 12 May", "and ended on 12 May". */
static gboolean
tells_end (const EntExtraction *extraction,
           const EntCandidate  *candidate,
           const EntEdge       *edge)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  guint32 first = candidate->match->first;
  guint32 before = edge->first;

  if (ent_extraction_precedes (extraction, classes->stayings, first, before))
    return TRUE;
  if (ent_extraction_is_ideographic (extraction, candidate->match))
    return ent_chart_find (extraction->chart, edge->end, classes->endings) != NULL;
  if (before > first && ent_chart_find (extraction->chart, before - 1, classes->prepositions) != NULL)
    before--;
  return ent_extraction_precedes (extraction, classes->endings, first, before);
}

/* A day, or "until" one. */
static gboolean
is_last_day (EntEdtf date)
{
  if (!ent_edtf_is_interval (date))
    return ent_edtf_is_day (date);
  return date.start.precision == ENT_EDTF_OPEN && ent_edtf_is_day (ent_edtf_point (date.end));
}

/* 5日开始，9日结束; 5日抵达，将停留至9日, "began on Monday and will last until Friday": the day behind on which it is
 * over. */
static void
take_end (const EntExtraction *extraction,
          EntCandidate        *candidate)
{
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);
  gboolean ideographic = ent_extraction_is_ideographic (extraction, candidate->match);
  EntDay day = ent_edtf_earliest (candidate->date);

  for (guint32 at = candidate->date_at; at < sentence->end; at++)
    {
      const EntEdge *edge = find_date (extraction, at);
      EntEdtf date;
      EntDay last;

      if (edge == NULL || edge->first == candidate->date_at)
        continue;
      date = get_timex (extraction, edge)->edtf;
      last = ent_edtf_latest (date);
      if (last <= day || last > day + MOST_DAYS)
        return;
      /* "until the end of June" tells no day, and "completed within two weeks" is not the end of a journey. */
      if ((!ideographic && !is_last_day (date)) || !tells_end (extraction, candidate, edge))
        return;
      candidate->date = ent_edtf_interval (ent_edtf_day (day).start, ent_edtf_day (last).start);
      candidate->ended = TRUE;
      return;
    }
}

/**
 * ent_candidate_get_days_before:
 * @extraction: the state of reading
 * @candidate: what is reported, without a date of its own
 * @date: the statement's
 *
 * Returns: all its days, where its length and its end are told ("has completed a two-day visit"); else @date
 */
EntEdtf
ent_candidate_get_days_before (const EntExtraction *extraction,
                               const EntCandidate  *candidate,
                               EntEdtf              date)
{
  EntCandidate copy = *candidate;

  copy.date = date;
  if (candidate->kind == ENT_KIND_VISIT && ent_edtf_is_day (date) && is_ending (extraction, candidate))
    take_length (extraction, &copy, TRUE);
  return copy.date;
}

/* The unit at the end of a duration's value, "P3M"; none of hours, or where no number is told. */
static EntDateUnit
get_unit (const char *value,
          gint32     *count)
{
  char *end = NULL;

  *count = (gint32) MIN (g_ascii_strtoull (value + (value[0] == 'P'), &end, 10), MOST_UNITS);
  if (value[0] != 'P' || end == value + 1 || end[0] == '\0' || end[1] != '\0')
    return ENT_DATE_UNIT_NONE;
  return *end == 'D' ? ENT_DATE_UNIT_DAY : *end == 'W' ? ENT_DATE_UNIT_WEEK
                                         : *end == 'M' ? ENT_DATE_UNIT_MONTH
                                         : *end == 'Y' ? ENT_DATE_UNIT_YEAR
                                                       : ENT_DATE_UNIT_NONE;
}

/* "will exchange ambassadors within six months": due on a day that is told, as "by 2 October" is. */
static void
take_due (const EntExtraction *extraction,
          EntCandidate        *candidate,
          const EntEdge       *edge)
{
  const EntTimex *timex = get_timex (extraction, edge);
  guint32 withins = extraction->extractor->classes.withins;
  EntDateUnit unit;
  gint32 count;

  if ((candidate->kind != ENT_KIND_COMMITMENT && candidate->kind != ENT_KIND_MECHANISM)
      || candidate->status != ENT_STATUS_PLANNED || timex->type != ENT_TIMEX_DURATION || withins == 0
      || !ent_extraction_precedes (extraction, withins, ent_extraction_get_sentence (extraction)->first, edge->first))
    return;
  unit = get_unit (timex->value, &count);
  if (unit == ENT_DATE_UNIT_NONE)
    return;

  EntDateValue due = ent_date_value_shift (ent_date_value_from_day (extraction->day), unit, count);
  /* "within two weeks": so near that it is told from when. */
  if (ent_date_value_first_day (&due) - extraction->day < LEAST_TERM)
    return;
  candidate->date = ent_date_window_open (ent_date_value_to_edtf (&due), ENT_DATE_WINDOW_UNTIL);
}

/* 年内访问, "later this year": of this year what is left of it; not of "the 2024 Games". */
static void
cut_year (const EntExtraction *extraction,
          EntCandidate        *candidate)
{
  EntDay last = ent_edtf_latest (candidate->date);

  if ((!ent_extraction_is_ideographic (extraction, candidate->match)
       && candidate->basis == ENT_EVENT_DATE_EXPLICIT)
      || ent_edtf_is_interval (candidate->date)
      || candidate->date.start.precision != ENT_EDTF_YEAR || ent_edtf_earliest (candidate->date) >= extraction->day
      || last <= extraction->day)
    return;
  candidate->date = ent_edtf_interval (ent_edtf_day (extraction->day).start, ent_edtf_day (last).start);
}

/* "are holding drills until Friday", "has lodged 35 protests this year": of what goes on up to a day to come, and of
 * what was done in a year that goes on, only so much is told. */
static void
cut_span (const EntExtraction *extraction,
          EntCandidate        *candidate)
{
  EntEdtf day = ent_edtf_day (extraction->day);
  EntEdtf date = candidate->date;

  if (ent_extraction_is_ideographic (extraction, candidate->match) || ent_edtf_latest (date) <= extraction->day)
    return;
  if (ent_edtf_is_interval (date) && date.start.precision == ENT_EDTF_OPEN)
    candidate->date = ent_edtf_interval (day.start, date.end);
  else if (!ent_edtf_is_interval (date) && date.start.precision == ENT_EDTF_YEAR
           && candidate->kind != ENT_KIND_COMMITMENT && ent_edtf_earliest (date) < extraction->day)
    candidate->date = ent_edtf_interval (ent_edtf_day (ent_edtf_earliest (date)).start, day.start);
}

/**
 * ent_candidate_take_days:
 * @extraction: the state of reading
 * @candidate: a match whose date and status are found
 *
 * Gives an event all days that its sentence tells of it.
 */
void
ent_candidate_take_days (const EntExtraction *extraction,
                         EntCandidate        *candidate)
{
  const EntEdge *edge = candidate->dated ? find_date (extraction, candidate->date_at) : NULL;

  if (edge != NULL && extraction->day != ENT_DAY_OPEN_START)
    {
      take_due (extraction, candidate, edge);
      if (candidate->status == ENT_STATUS_OCCURRED)
        cut_span (extraction, candidate);
      else if (candidate->status == ENT_STATUS_PLANNED)
        cut_year (extraction, candidate);
    }
  if (!candidate->dated || candidate->status == ENT_STATUS_DENIED || !ent_edtf_is_day (candidate->date))
    return;
  take_list (extraction, candidate);
  if (has_length (candidate->kind) && ent_edtf_is_day (candidate->date))
    take_length (extraction, candidate, is_ending (extraction, candidate));
  if ((candidate->kind == ENT_KIND_VISIT || candidate->kind == ENT_KIND_MILITARY) && ent_edtf_is_day (candidate->date))
    take_end (extraction, candidate);
}
