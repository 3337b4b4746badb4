/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/extract-private.h"

#include <string.h>

/* So far from its verb a date may stand; one that opens the sentence governs all of it. */
#define REACH_AFTER 14
#define REACH_BEFORE 16
/* So far behind a verb that only one word tells of. */
#define REACH_LEFT 10
#define OPENING 3
/* What opens a sentence before its date: "With a schedule from". */
#define LONGEST_OPENING 8
/* Between the date of a noun and the noun: "the 7 May armed attack". */
#define MOST_ADJECTIVES 1
/* So many tokens behind a date that owns it a thing ends at most. */
#define MOST_OWNED 5
/* What one word tells of took not longer than so many days. */
#define WIDEST_LEFT 366
/* A time longer than this ("the 21st century") dates no happening. */
#define WIDEST_DAYS (30 * 366)
#define DAYS_A_WEEK 7
/* The first of January 1600, as a day. */
#define FIRST_DAY (-135140)
/* So many tokens before a date "ahead of" makes it that of something to come. */
#define AHEAD_REACH 6
/* "with effect from" has so many tokens. */
#define LONGEST_ONWARD 3
/* A word of Chinese is about two tokens, and its sentences hold several clauses. */
#define IDEOGRAPHS_A_WORD 3

/* 同日方 is "with the Japanese side", not "on the same day": a name begins inside and goes on. */
static gboolean
cuts_name (const EntExtraction *extraction,
           const EntEdge       *date)
{
  /* 6月6日军长级会晤: the day is written out. */
  if (extraction->tokens->tokens[date->first].kind == ENT_TOKEN_NUMBER)
    return FALSE;
  for (guint32 at = date->first + 1; at < date->end; at++)
    {
      const EntEdge *actor = ent_chart_find (extraction->chart, at, extraction->extractor->classes.actors);

      if (actor != NULL && actor->end > date->end)
        return TRUE;
    }
  return FALSE;
}

/* "met the Minister who arrived on 3 June": the date of what is told of somebody in an aside. */
static gboolean
is_of_aside (const EntExtraction *extraction,
             const EntRuleMatch  *match,
             const EntEdge       *date)
{
  guint32 relatives = extraction->extractor->classes.relatives;
  const EntEdge *relative;

  if (relatives == 0 || ent_extraction_is_ideographic (extraction, match))
    return FALSE;
  for (guint32 at = date->first; at > match->end; at--)
    {
      if (strchr (",;)", extraction->tokens->text[extraction->tokens->tokens[at - 1].start]) != NULL)
        return FALSE;
      relative = ent_chart_find (extraction->chart, at - 1, relatives);
      if (relative != NULL)
        return g_strcmp0 (ent_rule_set_get_value (extraction->extractor->rules, relatives, relative->value), "person")
               == 0;
    }
  return FALSE;
}

/* "officials involved in last year's referendum", "this year's winners stand up in days of war": the date of what it
 * owns, which stands right behind it. */
static gboolean
is_owner (const EntExtraction *extraction,
          const EntRuleMatch  *match,
          const EntEdge       *date)
{
  const EntEventGive *give = &extraction->extractor->gives[match->rule];
  const EntToken *next = &extraction->tokens->tokens[date->end];

  return date->end < ent_extraction_get_sentence (extraction)->end && next->kind == ENT_TOKEN_WORD
         && next->flags & ENT_TOKEN_GLUED
         && (match->end <= date->first
             || (give->leftover && give->status != ENT_GIVE_STATUS_TENSE && match->first > date->end + MOST_OWNED))
         && !ent_extraction_is_ideographic (extraction, match);
}

/* "ahead of the July 20 deadline", "left the 2015 accord": the date of the noun behind it. */
static gboolean
is_attributive (const EntExtraction *extraction,
                const EntRuleMatch  *match,
                const EntEdge       *date)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);
  const EntToken *next = &extraction->tokens->tokens[date->end];
  const EntEventGive *give = &extraction->extractor->gives[match->rule];

  /* "the August 6 downing", "the 7 May armed attack" */
  if (match->first == date->first || (give->date >= 0 && match->captures[give->date].first == date->first)
      || (give->who != ENT_GIVE_WHO_SUBJECT
          && (match->first >= date->end ? match->first <= date->end + MOST_ADJECTIVES : date->end <= match->end)))
    return FALSE;
  return date->first > sentence->first && date->end < sentence->end && next->kind == ENT_TOKEN_WORD
         && classes->articles != 0 && ent_chart_find (extraction->chart, date->first - 1, classes->articles) != NULL
         && ent_chart_find (extraction->chart, date->end, classes->prepositions) == NULL
         && ent_chart_find (extraction->chart, date->end, classes->ands) == NULL;
}

/* "…, and on July 5 they met": a date that opens the next clause. */
static gboolean
opens_clause (const EntExtraction *extraction,
              const EntEdge       *date,
              guint32              after)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  guint32 at = date->first;

  if (at > after && ent_chart_find (extraction->chart, at - 1, classes->prepositions) != NULL)
    at--;
  return at > after + 1 && ent_extraction_ends_clause (extraction, at - 1);
}

/* A date told in a later clause of a Chinese sentence is that clause's own. */
static gboolean
is_in_later_clause (const EntExtraction *extraction,
                    const EntEdge       *date,
                    const EntRuleMatch  *match)
{
  return ent_extraction_is_ideographic (extraction, match)
         && ent_extraction_get_clause (extraction, date->first) > match->end;
}

/* 落实9月达成的共识，并同意…: a date inside what tells of a noun is that noun's, and nothing else's. */
static gboolean
tells_of_noun (const EntExtraction *extraction,
               const EntEdge       *date,
               const EntRuleMatch  *match)
{
  guint32 sentence_end = ent_extraction_get_sentence (extraction)->end;
  const EntTimex *timex = &g_array_index (extraction->timexes, EntTimex, date->value);
  guint32 of = 0;
  guint32 at = date->end;

  if (!ent_extraction_is_ideographic (extraction, match) || extraction->extractor->classes.ofs == 0
      || (date->first >= match->first && date->first < match->end))
    return FALSE;
  /* 商定在年内启动由专家参加的研究: what is to come tells of no noun. */
  if (!timex->ambiguous && ent_extraction_is_usable (timex) && ent_edtf_latest (timex->edtf) > extraction->day)
    return FALSE;
  for (; at < sentence_end && !ent_extraction_ends_clause (extraction, at); at++)
    if (at > date->end && ent_chart_find (extraction->chart, at, extraction->extractor->classes.ofs) != NULL)
      of = at;
  return of > 0 && (match->first >= at || match->end <= date->first);
}

/* Whether a phrase that names who ends at a token. */
static gboolean
ends_phrase (const EntExtraction *extraction,
             guint32              first,
             guint32              end)
{
  int at = ent_extraction_find_phrase_before (extraction, first, end);

  return at >= 0 && g_array_index (extraction->phrases, EntActorPhrase, at).end == end;
}

/* 就乙方船只10月22日闯入向乙方提出交涉: whether one protests about what somebody did, who stands between the words of
 * it and the date. */
static gboolean
is_of_act_protested (const EntExtraction *extraction,
                     const EntEdge       *date,
                     const EntRuleMatch  *match,
                     guint32              clause)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  int before = ent_extraction_find_phrase_before (extraction, clause, date->first);

  if (extraction->extractor->gives[match->rule].kind != ENT_KIND_PROTEST || before < 0
      || !ent_extraction_has (extraction, classes->about_acts, match->first, match->end))
    return FALSE;
  return ent_extraction_has (extraction, classes->abouts, clause,
                             g_array_index (extraction->phrases, EntActorPhrase, before).first);
}

/* 就美方昨日公布的措施，发言人表示: the date of what is spoken about is not that of the speaking. */
static gboolean
is_of_topic (const EntExtraction *extraction,
             const EntEdge       *date,
             const EntRuleMatch  *match)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  guint32 clause = ent_extraction_get_clause (extraction, date->first);

  if (!ent_extraction_is_ideographic (extraction, match))
    return FALSE;
  /* 就美方昨日宣布措施表示反对: in the same clause it is the act of who stands before it. */
  if (clause == ent_extraction_get_clause (extraction, match->first)
      && !(match->first >= date->end && is_of_act_protested (extraction, date, match, clause))
      && (match->first < date->end || ent_chart_find (extraction->chart, match->first, classes->about_acts) == NULL
          || !ends_phrase (extraction, clause, date->first)))
    return FALSE;
  for (guint32 at = clause; at < date->first; at++)
    {
      const EntEdge *about = ent_chart_find (extraction->chart, at, classes->abouts);

      /* 就在昨天 only says when. */
      if (about != NULL && ent_chart_find (extraction->chart, about->end, classes->locatives) == NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * ent_extraction_find_about:
 * @extraction: the state of reading
 * @match: a match in the sentence being read
 *
 * Returns: the token after the word of ABOUT behind which the match only tells of what is spoken about; or 0
 */
guint32
ent_extraction_find_about (const EntExtraction *extraction,
                           const EntRuleMatch  *match)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  guint32 clause = ent_extraction_get_clause (extraction, match->first);
  guint32 end = ent_extraction_get_sentence (extraction)->end;
  guint32 about = 0;

  if (classes->about_acts == 0)
    return 0;
  for (guint32 at = clause; at < match->first && about == 0; at++)
    if (ent_chart_find (extraction->chart, at, classes->abouts) != NULL)
      about = at + 1;
  if (about == 0)
    return 0;
  for (guint32 at = match->end; at < end && !ent_extraction_ends_clause (extraction, at); at++)
    if (ent_chart_find (extraction->chart, at, classes->about_acts) != NULL)
      return about;
  return 0;
}

/* 昨天就缔结条约举行谈判: a day before what is only spoken about, and not done, is that of the speaking. */
static gboolean
is_spoken_about (const EntExtraction *extraction,
                 const EntEdge       *date,
                 const EntRuleMatch  *match)
{
  guint32 about = ent_extraction_find_about (extraction, match);

  return about > 0 && date->first < about;
}

/* "… to step up patrols, and to meet in July": what one does next has the date. */
static gboolean
is_of_next_act (const EntExtraction *extraction,
                const EntRuleMatch  *match,
                const EntEdge       *date)
{
  return ent_extraction_has (extraction, extraction->extractor->classes.next_acts, match->end, date->first)
         || ent_extraction_leads_to_verb (extraction, date, match);
}

/* "on Friday she and the Minister" */
static gboolean
joins_names (const EntExtraction *extraction,
             guint32              first,
             guint32              and)
{
  int before = ent_extraction_find_phrase_before (extraction, first, and);

  return before >= 0 && g_array_index (extraction->phrases, EntActorPhrase, before).end == and;
}

/* "… regretted the attack of 24 May, and the Envoy handed over a note": another's act, and not of that day. */
static gboolean
is_before_other_subject (const EntExtraction *extraction,
                         const EntRuleMatch  *match,
                         const EntEdge       *date)
{
  guint32 clauses = extraction->extractor->classes.clauses;

  for (guint32 at = date->end; clauses != 0 && at + 1 < match->first; at++)
    {
      const EntEdge *clause = ent_chart_find (extraction->chart, at, clauses);

      if (clause != NULL && clause->end < match->first
          && ent_chart_find (extraction->chart, clause->end, extraction->extractor->classes.actors) != NULL
          && !joins_names (extraction, date->end, at)
          && ent_extraction_has_subject (extraction, clause->end, match->first))
        return TRUE;
    }
  return FALSE;
}

/* "in advance of tomorrow's funeral", "ahead of the May summit": the date of what is to come after. */
static gboolean
is_of_later_thing (const EntExtraction *extraction,
                   const EntRuleMatch  *match,
                   const EntEdge       *date)
{
  guint32 first = MAX (ent_extraction_get_sentence (extraction)->first + AHEAD_REACH, date->first) - AHEAD_REACH;

  if (extraction->extractor->classes.aheads == 0)
    return FALSE;
  for (guint32 at = first; at < date->first; at++)
    {
      const EntEdge *ahead = ent_chart_find (extraction->chart, at, extraction->extractor->classes.aheads);

      if (ahead != NULL && ahead->end <= date->first)
        return match->end <= at || match->first > date->end + AHEAD_REACH;
    }
  return FALSE;
}

/* "On February 2, the Commission set up by Resolution 195 of December 12 held": the date of the noun it stands behind,
 * where another opens the sentence. */
static gboolean
is_of_noun_before (const EntExtraction *extraction,
                   const EntRuleMatch  *match,
                   const EntEdge       *date)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  guint32 first = ent_extraction_get_sentence (extraction)->first;

  if (match->first < date->end || date->first < first + OPENING + 1
      || ent_extraction_is_ideographic (extraction, match)
      || !ent_extraction_precedes (extraction, classes->ofs, first, date->first)
      || ent_extraction_precedes (extraction, classes->locatives, first, date->first))
    return FALSE;
  for (guint32 at = first; at < first + OPENING; at++)
    if (ent_chart_find (extraction->chart, at, classes->dates) != NULL)
      return TRUE;
  return FALSE;
}

/* "today announced that she will travel to", 发言人9日表示，总理将访问: a day that is not to come, of a verb of speaking,
 * is not that of what is told as to come behind it. */
static gboolean
is_of_saying (const EntExtraction *extraction,
              const EntEdge       *date,
              const EntRuleMatch  *match)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  const EntTimex *timex = &g_array_index (extraction->timexes, EntTimex, date->value);
  gboolean ideographic = ent_extraction_is_ideographic (extraction, match);
  guint32 first = MAX (ent_extraction_get_sentence (extraction)->first + 2, date->first) - 2;
  guint32 clause = ent_extraction_get_clause (extraction, match->first);

  if (date->end > match->first || extraction->extractor->gives[match->rule].status == ENT_GIVE_STATUS_OCCURRED
      || !ent_extraction_is_usable (timex) || ent_edtf_latest (timex->edtf) > extraction->day
      || (ideographic && ent_extraction_tells_length (extraction, date->end, match->end)))
    return FALSE;
  if (ideographic && extraction->extractor->gives[match->rule].kind == ENT_KIND_SANCTION
      && ent_extraction_is_announced_with_cause (extraction, date->first, clause))
    return FALSE;
  for (guint32 at = ideographic ? date->end : first; at < match->first; at++)
    {
      const EntEdge *say = ent_chart_find (extraction->chart, at, classes->says);

      if (say != NULL && say->end < match->first
          && (ideographic ? ent_extraction_get_clause (extraction, at) <= date->first && at < clause : clause <= at)
          && ent_extraction_has (extraction, classes->future, ideographic ? clause : MAX (say->end, date->end),
                                 match->first + 1))
        return TRUE;
    }
  return FALSE;
}

static gboolean
tells_earlier (const EntExtraction *extraction,
               const EntEdge       *word)
{
  const EntExtractor *extractor = extraction->extractor;

  return g_strcmp0 (ent_rule_set_get_value (extractor->rules, extractor->classes.subordinates, word->value), "earlier")
         == 0;
}

/* "suspended talks after the EU listed officials on Monday": who acts behind a word of SUBORDINATE did so then; and
 * behind one that tells what was earlier, not at a date before it. */
static gboolean
is_of_subordinate (const EntExtraction *extraction,
                   const EntEdge       *date,
                   const EntRuleMatch  *match)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  guint32 first = MIN (date->end, match->end);
  guint32 end = MAX (date->first, match->first);

  for (guint32 at = first; classes->subordinates != 0 && at < end; at++)
    {
      const EntEdge *word = ent_chart_find (extraction->chart, at, classes->subordinates);
      const EntEdge *who = word != NULL ? ent_chart_find (extraction->chart, word->end, classes->actors) : NULL;

      if (who == NULL || who->end > end)
        continue;
      if (date->first < match->first ? tells_earlier (extraction, word) : who->end + 1 < end)
        return TRUE;
    }
  return FALSE;
}

/* "from 17 to 23 October, she will visit A, co-chair … in B, and co-chair … in C": the only date of a sentence is
 * that of all that is told to come behind it. */
static gboolean
is_sole_to_come (const EntExtraction *extraction,
                 const EntRuleMatch  *match,
                 const EntEdge       *date)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);
  const EntTimex *timex = &g_array_index (extraction->timexes, EntTimex, date->value);

  if (extraction->extractor->gives[match->rule].status != ENT_GIVE_STATUS_FUTURE
      || !ent_kind_is_contact (extraction->extractor->gives[match->rule].kind)
      || ent_extraction_is_ideographic (extraction, match) || !ent_extraction_is_usable (timex)
      || ent_edtf_latest (timex->edtf) < extraction->day
      || !ent_extraction_has (extraction, classes->future, date->end, match->first))
    return FALSE;
  for (guint32 at = sentence->first; at < sentence->end; at++)
    if ((at < date->first || at >= date->end) && ent_chart_find (extraction->chart, at, classes->dates) != NULL)
      return FALSE;
  return TRUE;
}

/* 5日赴新加坡出席2018年论坛: of a bare year in or behind what a match tells, and a day before it, the day is its date. */
static gboolean
is_bare_year (const EntExtraction *extraction,
              const EntTimex      *timex)
{
  return !timex->relative && !ent_edtf_is_interval (timex->edtf)
         && timex->edtf.start.precision == ENT_EDTF_YEAR
         && ent_edtf_earliest (timex->edtf) <= extraction->day && ent_edtf_latest (timex->edtf) >= extraction->day;
}

/* "With a schedule from December 12 to 15, the Prime Minister is paying a visit": what a mark sets off before anybody
 * acts is told of the whole sentence. */
static gboolean
opens_sentence (const EntExtraction *extraction,
                const EntEdge       *date,
                const EntRuleMatch  *match)
{
  guint32 first = ent_extraction_get_sentence (extraction)->first;

  if (ent_extraction_is_ideographic (extraction, match) || date->first > first + LONGEST_OPENING
      || extraction->tokens->tokens[date->end].kind != ENT_TOKEN_PUNCT
      || extraction->tokens->text[extraction->tokens->tokens[date->end].start] != ',')
    return FALSE;
  for (guint32 at = first; at < date->first; at++)
    if (ent_chart_find (extraction->chart, at, extraction->extractor->classes.actors) != NULL
        || extraction->tokens->tokens[at].kind == ENT_TOKEN_PUNCT)
      return FALSE;
  return TRUE;
}

/* 美方4日批准军售，中方就此提出交涉: what one reacts to has the date, and not the reaction. */
static gboolean
is_of_what_is_met (const EntExtraction *extraction,
                   const EntEdge       *date,
                   const EntRuleMatch  *match)
{
  guint32 clause = ent_extraction_get_clause (extraction, match->first);

  return extraction->extractor->classes.reactions != 0 && date->end < clause
         && extraction->extractor->gives[match->rule].kind == ENT_KIND_PROTEST
         && extraction->extractor->gives[match->rule].date < 0
         && ent_extraction_has (extraction, extraction->extractor->classes.reactions, clause, match->end);
}

/* How far behind a match its date may stand. "reiterated his shock about the killings in Newtown on Friday": that of
 * one word is near. */
static guint32
get_reach (const EntExtraction *extraction,
           const EntRuleMatch  *match)
{
  const EntEventGive *give = &extraction->extractor->gives[match->rule];

  if (ent_extraction_is_ideographic (extraction, match))
    return REACH_AFTER * IDEOGRAPHS_A_WORD;
  return give->leftover ? REACH_LEFT : REACH_AFTER;
}

/* "MANILA, 9 January 2024 — …": the day of the report, where the sentence tells another. */
static gboolean
is_of_report (const EntExtraction *extraction,
              const EntEdge       *edge)
{
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);

  if (edge->end >= sentence->end)
    return FALSE;

  const EntToken *next = &extraction->tokens->tokens[edge->end];
  const char *mark = extraction->tokens->text + next->start;
  return edge->first - sentence->first <= OPENING && next->kind == ENT_TOKEN_PUNCT
         && (g_str_has_prefix (mark, "—") || g_str_has_prefix (mark, "–")) && !(next->flags & ENT_TOKEN_GLUED);
}

/* "welcomed the progress of recent weeks and pledged to help": no promise is of some time up to now. */
static gboolean
is_before_promise (const EntExtraction *extraction,
                   const EntRuleMatch  *match,
                   const EntEdge       *date)
{
  const EntEventGive *give = &extraction->extractor->gives[match->rule];
  const EntTimex *timex = &g_array_index (extraction->timexes, EntTimex, date->value);

  return give->kind == ENT_KIND_COMMITMENT && give->status == ENT_GIVE_STATUS_PLANNED
         && ent_edtf_is_interval (timex->edtf) && timex->edtf.start.qualifier & ENT_EDTF_APPROXIMATE
         && ent_edtf_latest (timex->edtf) == extraction->day && !ent_extraction_is_ideographic (extraction, match);
}

/* "starting next week": where the words begin that make a date the begin of something. */
static guint32
find_onward (const EntExtraction *extraction,
             guint32              first,
             const EntEdge       *date)
{
  guint32 onwards = extraction->extractor->classes.onwards;

  for (guint32 at = date->first; onwards != 0 && at > first && date->first - at < LONGEST_ONWARD; at--)
    {
      const EntEdge *word = ent_chart_find (extraction->chart, at - 1, onwards);

      if (word != NULL && word->end == date->first)
        return at - 1;
    }
  return date->first;
}

/* How far a date stands from a match, in tokens; none if it cannot be its date. */
static gboolean
measure (const EntExtraction *extraction,
         const EntRuleMatch  *match,
         const EntEdge       *edge,
         guint32             *distance)
{
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);
  guint32 future = extraction->extractor->classes.future;
  guint32 scale = ent_extraction_is_ideographic (extraction, match) ? IDEOGRAPHS_A_WORD : 1;

  if (is_attributive (extraction, match, edge) || is_owner (extraction, match, edge)
      || ent_extraction_is_part_of_name (extraction, match, edge)
      || tells_of_noun (extraction, edge, match)
      || is_of_topic (extraction, edge, match) || is_spoken_about (extraction, edge, match)
      || ent_extraction_is_of_name (extraction, edge, match) || ent_extraction_is_of_treaty (extraction, edge, match)
      || ent_extraction_is_of_number (extraction, edge) || is_before_promise (extraction, match, edge)
      || ent_extraction_is_by_other_clock (extraction, edge) || ent_extraction_is_until (extraction, edge, match)
      || ent_extraction_is_of_cause (extraction, edge, match))
    return FALSE;
  if (is_of_later_thing (extraction, match, edge) || is_of_noun_before (extraction, match, edge)
      || is_of_subordinate (extraction, edge, match) || ent_extraction_is_of_occasion (extraction, edge, match)
      || is_of_saying (extraction, edge, match) || ent_extraction_is_of_claim (extraction, edge, match)
      || ent_extraction_is_of_matter (extraction, edge, match)
      || ent_extraction_is_of_discussion (extraction, edge, match))
    return FALSE;
  if (extraction->extractor->gives[match->rule].outside && edge->first > match->first && edge->end <= match->end)
    return FALSE;
  /* "postponed the visit that was scheduled for May 4": no day of the putting off. */
  if (edge->first > sentence->first && extraction->extractor->gives[match->rule].date < 0
      && !(extraction->extractor->gives[match->rule].status == ENT_GIVE_STATUS_PLANNED && edge->end <= match->end)
      && ent_extraction_precedes (extraction, extraction->extractor->classes.scheduled, sentence->first, edge->first))
    return FALSE;
  if (edge->first >= match->end)
    {
      *distance = edge->first - match->end;
      return !opens_clause (extraction, edge, match->end) && !is_of_aside (extraction, match, edge)
             && !is_of_next_act (extraction, match, edge)
             && !is_in_later_clause (extraction, edge, match)
             && *distance <= get_reach (extraction, match)
             && (extraction->extractor->gives[match->rule].plan >= 0
                 || !ent_extraction_has (extraction, future, match->end,
                                         find_onward (extraction, match->end, edge)));
    }
  if (edge->end <= match->first)
    {
      /* 2月就任后首次访华: since when it is the first is no date of it. */
      if (extraction->extractor->gives[match->rule].date < 0 && ent_extraction_is_first_since (extraction, edge, match))
        return FALSE;
      *distance = match->first - edge->end + (is_of_report (extraction, edge) ? REACH_AFTER : 0);
      if (is_of_what_is_met (extraction, edge, match))
        return FALSE;
      if (ent_extraction_is_of_verb_before (extraction, edge, match))
        {
          *distance += REACH_AFTER;
          return extraction->extractor->gives[match->rule].leftover != ENT_GIVE_LEFTOVER_LAST;
        }
      /* 首次会议将于年初举行；启动机制: what stands behind a semicolon has a date of its own, or that of the sentence. */
      if (scale > 1 && edge->first - sentence->first >= OPENING * scale
          && ent_extraction_has_semicolon (extraction, edge->end, match->first))
        return FALSE;
      return edge->first - sentence->first < OPENING * scale || opens_sentence (extraction, edge, match)
             || ((*distance <= REACH_BEFORE * scale || is_sole_to_come (extraction, match, edge))
                 && !is_before_other_subject (extraction, match, edge));
    }
  *distance = 0;
  return TRUE;
}

/**
 * ent_extraction_get_basis:
 * @extraction: the state of reading
 * @timex: a time expression of the statement
 *
 * Returns: how the date of an event that it dates is known
 */
EntEventDateBasis
ent_extraction_get_basis (const EntExtraction *extraction,
                          const EntTimex      *timex)
{
  if (!timex->relative)
    return ENT_EVENT_DATE_EXPLICIT;
  return extraction->anchor_basis == ENT_DATE_BASIS_INFERRED ? ENT_EVENT_DATE_INFERRED : ENT_EVENT_DATE_RELATIVE;
}

/**
 * ent_extraction_is_usable:
 * @timex: a time expression
 *
 * Returns: whether it can be the date of a happening
 */
gboolean
ent_extraction_is_usable (const EntTimex *timex)
{
  /* "in the coming days" is a duration that says when; "every year" is not. */
  if (timex->type == ENT_TIMEX_SET)
    return FALSE;
  /* "Telegram 1389 June 22": the number of a document before the age of statements. "449 BC" is no such number. */
  if (ent_edtf_earliest (timex->edtf) < FIRST_DAY && ent_edtf_earliest (timex->edtf) != ENT_DAY_OPEN_START
      && timex->edtf.start.year > 0)
    return FALSE;
  /* "since the beginning of the year" is no date of a happening. */
  if (ent_edtf_is_none (timex->edtf) || timex->edtf.end.precision == ENT_EDTF_OPEN)
    return FALSE;
  return timex->edtf.start.precision == ENT_EDTF_OPEN
         || ent_edtf_get_width (timex->edtf) <= WIDEST_DAYS;
}

/* "has suspended all aid since June 8": what has gone on since a day was done then. */
static gboolean
lasts (const EntExtraction *extraction,
       const EntRuleMatch  *match,
       const EntEdge       *edge,
       const EntTimex      *timex)
{
  const EntEventGive *give = &extraction->extractor->gives[match->rule];

  return ((give->kind == ENT_KIND_MILITARY && edge->first >= match->first && edge->end <= match->end)
          || give->status == ENT_GIVE_STATUS_OCCURRED || give->status == ENT_GIVE_STATUS_VERB)
         && (give->kind == ENT_KIND_SUSPENSION || give->kind == ENT_KIND_SANCTION || give->kind == ENT_KIND_MILITARY
             || give->kind == ENT_KIND_EXPULSION || give->kind == ENT_KIND_DELIVERY)
         && timex->type != ENT_TIMEX_SET && !ent_edtf_is_none (timex->edtf)
         && timex->edtf.start.precision == ENT_EDTF_DAY && timex->edtf.end.precision == ENT_EDTF_OPEN
         && ent_edtf_earliest (timex->edtf) < extraction->day && !ent_extraction_is_ideographic (extraction, match);
}

/* "starting next week": where a rule asks for it, or 8月1日起 says so, the begin of what goes on is a date. */
static gboolean
may_begin (const EntExtraction *extraction,
           const EntTimex      *timex,
           const EntEdge       *edge,
           gboolean             told)
{
  guint32 onwards = extraction->extractor->classes.onwards;

  if (ent_extraction_is_usable (timex))
    return TRUE;
  if (!told && ent_chart_find (extraction->chart, edge->end, onwards) == NULL
      && ent_chart_find (extraction->chart, edge->end - 1, onwards) == NULL
      && !ent_extraction_precedes (extraction, onwards, ent_extraction_get_sentence (extraction)->first, edge->first))
    return FALSE;
  return timex->type != ENT_TIMEX_SET && !ent_edtf_is_none (timex->edtf)
         && timex->edtf.start.precision != ENT_EDTF_OPEN;
}

/* "On Friday (14 September)": one date, told twice. */
static gboolean
tells_same (const EntExtraction *extraction,
            guint32              token,
            const EntTimex      *timex)
{
  const EntEdge *edge = ent_chart_find (extraction->chart, token, extraction->extractor->classes.dates);
  const EntTimex *other = edge != NULL ? &g_array_index (extraction->timexes, EntTimex, edge->value) : NULL;

  return other != NULL && ent_edtf_earliest (other->edtf) == ent_edtf_earliest (timex->edtf)
         && ent_edtf_latest (other->edtf) == ent_edtf_latest (timex->edtf);
}

/* "Canada today listed seven judges": the statement's own day, where it is told and more than a weak word has it. */
static gboolean
is_today (const EntExtraction *extraction,
          const EntEventGive  *give,
          const EntRuleMatch  *match,
          const EntTimex      *timex)
{
  return give->leftover != ENT_GIVE_LEFTOVER_LAST && !g_str_has_suffix (timex->value, "_REF")
         && !ent_extraction_is_ideographic (extraction, match);
}

/* Whether a date is still free, and narrow enough to be that of a happening which only one word tells of. */
static gboolean
is_left (const EntExtraction *extraction,
         const EntEventGive  *give,
         const EntRuleMatch  *match,
         guint32              token,
         const EntTimex      *timex)
{
  EntDay earliest = ent_edtf_earliest (timex->edtf);
  gboolean begins = timex->edtf.end.precision == ENT_EDTF_OPEN && ent_edtf_is_day (ent_edtf_point (timex->edtf.start));
  EntDay latest = begins ? earliest : ent_edtf_latest (timex->edtf);

  for (guint i = 0; i < extraction->n_claimed; i++)
    if (extraction->claimed[i] == token || tells_same (extraction, extraction->claimed[i], timex))
      return FALSE;
  if (earliest == ENT_DAY_OPEN_START || latest == ENT_DAY_OPEN_END || latest - earliest > WIDEST_LEFT)
    return FALSE;
  if (extraction->day == ENT_DAY_OPEN_START || earliest != extraction->day || latest != extraction->day)
    return TRUE;
  return is_today (extraction, give, match, timex);
}

/* "in the last few weeks", "soon": about some time, and too little for a word that only may tell of a happening; and
 * "recent" for any one word. */
static gboolean
is_vague (const EntEventGive *give,
          const EntTimex     *timex)
{
  if (give->leftover != ENT_GIVE_LEFTOVER_LAST || give->status != ENT_GIVE_STATUS_VERB)
    return give->status == ENT_GIVE_STATUS_TENSE && g_str_equal (timex->value, "PAST_REF");
  return ent_edtf_is_interval (timex->edtf)
         && (timex->edtf.start.qualifier | timex->edtf.end.qualifier) & ENT_EDTF_APPROXIMATE;
}

/* 6月以来三度捐赠, "has sanctioned more than 300 officials since March": what happened several times since a date, in
 * the same clause, did so from then up to now. */
static gboolean
find_span_since (const EntExtraction *extraction,
                 const EntRuleMatch  *match,
                 EntEdtf             *date,
                 EntEventDateBasis   *basis,
                 guint32             *at)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);
  gboolean ideographic = ent_extraction_is_ideographic (extraction, match);
  guint32 clause = ent_extraction_get_clause (extraction, match->first);
  guint32 end = ideographic ? match->first : MIN (sentence->end, match->end + REACH_AFTER);

  if (classes->repeateds == 0 || extraction->day == ENT_DAY_OPEN_START)
    return FALSE;
  /* 一九八三年七月以来，双方共举行了二十二轮会谈 */
  if (clause > sentence->first)
    clause = ent_extraction_get_clause (extraction, clause - 1);
  for (guint32 token = clause; token < end; token++)
    {
      const EntEdge *edge = ent_chart_find (extraction->chart, token, classes->dates);
      const EntTimex *timex = edge != NULL ? &g_array_index (extraction->timexes, EntTimex, edge->value) : NULL;
      guint32 first;

      if (timex == NULL || timex->type == ENT_TIMEX_SET || timex->edtf.end.precision != ENT_EDTF_OPEN
          || ent_edtf_earliest (timex->edtf) == ENT_DAY_OPEN_START
          || ent_edtf_earliest (timex->edtf) >= extraction->day)
        continue;
      first = token < match->first ? edge->end : match->first;
      if (!ent_extraction_has (extraction, classes->repeateds, first, MAX (match->end, edge->first))
          || is_of_topic (extraction, edge, match))
        continue;
      *date = ent_edtf_interval (timex->edtf.start, ent_edtf_day (extraction->day).start);
      *basis = ent_extraction_get_basis (extraction, timex);
      *at = token;
      return TRUE;
    }
  return FALSE;
}

/* When what goes on from a date on begins: some day of the week where only that is told. */
static EntEdtf
find_begin (const EntTimex *timex)
{
  EntDay first = ent_edtf_earliest (timex->edtf);

  if (timex->edtf.start.precision == ENT_EDTF_DAY && strstr (timex->value, "-W") != NULL
      && !g_str_has_suffix (timex->value, "WE"))
    return ent_edtf_interval (timex->edtf.start, ent_edtf_point_day (first + DAYS_A_WEEK - 1));
  return ent_edtf_point (timex->edtf.start);
}

/**
 * ent_extraction_find_date:
 * @extraction: the state of reading
 * @give: what the match's rule says
 * @match: a match in the sentence being read
 * @date: (out): its date
 * @basis: (out): how that is known
 * @at: (out): the first token of its words
 * @ambiguous: (out): whether past or future was decided by tense alone
 *
 * Returns: whether the sentence dates the match: the date its rule captured, or the nearest
 */
gboolean
ent_extraction_find_date (const EntExtraction *extraction,
                          const EntEventGive  *give,
                          const EntRuleMatch  *match,
                          EntEdtf             *date,
                          EntEventDateBasis   *basis,
                          guint32             *at,
                          gboolean            *ambiguous)
{
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);
  const EntTimex *best = NULL;
  guint32 first = give->bare ? match->first : sentence->first;
  guint32 end = sentence->end;
  guint32 best_distance = 0;
  guint32 since = 0;
  gboolean open = FALSE;
  gboolean told;

  if (ent_extraction_find_anniversary (extraction, give, match, date, at))
    {
      *basis = ENT_EVENT_DATE_RELATIVE;
      *ambiguous = FALSE;
      return TRUE;
    }
  told = give->date >= 0 && match->captures[give->date].first != ENT_CAPTURE_NONE;

  if (give->bare)
    end = match->end;
  if (told)
    {
      first = match->captures[give->date].first;
      end = match->captures[give->date].end;
    }
  for (guint32 token = first; token < end; token++)
    {
      const EntEdge *edge = ent_chart_find (extraction->chart, token, extraction->extractor->classes.dates);
      guint32 distance;
      const EntTimex *timex;

      if (edge == NULL)
        continue;
      timex = &g_array_index (extraction->timexes, EntTimex, edge->value);
      open = open || timex->edtf.end.precision == ENT_EDTF_OPEN;
      if (!may_begin (extraction, timex, edge, told || lasts (extraction, match, edge, timex))
          || cuts_name (extraction, edge)
          || !measure (extraction, match, edge, &distance)
          || (give->leftover && !is_left (extraction, give, match, token, timex))
          || (give->leftover && is_vague (give, timex)
              && !ent_extraction_is_ideographic (extraction, match)))
        continue;
      if (token >= match->first && ent_extraction_is_ideographic (extraction, match)
          && is_bare_year (extraction, timex))
        distance += REACH_BEFORE * IDEOGRAPHS_A_WORD;
      /* "is currently paying a visit on 27-28 May" */
      else if (g_str_equal (timex->value, "PRESENT_REF"))
        distance += REACH_BEFORE;
      if (best == NULL || distance < best_distance)
        {
          best = timex;
          best_distance = distance;
          *at = token;
        }
    }
  *ambiguous = FALSE;
  if (open && !told && !give->bare && !give->leftover && find_span_since (extraction, match, date, basis, &since)
      && (best == NULL || best->edtf.end.precision == ENT_EDTF_OPEN || (since >= match->end && since < *at)))
    {
      *at = since;
      return TRUE;
    }
  if (best == NULL)
    return FALSE;
  *date = best->edtf.end.precision == ENT_EDTF_OPEN ? find_begin (best) : best->edtf;
  *basis = ent_extraction_get_basis (extraction, best);
  *ambiguous = best->ambiguous;
  return TRUE;
}
