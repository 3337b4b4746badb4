/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/extract-candidate.h"

/* A heading stands among the first so many sentences. */
#define HEADING_SENTENCES 4
/* So many tokens before a match its negation, its words of the future, and of what should be, may stand. */
#define NEGATION_REACH 4
#define FUTURE_REACH 16
/* The same where nobody is named in between who acts: "will sign an arrangement on research, open a dialogue and". */
#define FUTURE_REACH_OF_ONE 40
#define OBLIGATION_REACH 8
/* Of Chinese, where a word is one token or more and clauses are short: so many tokens, and clauses. */
#define IDEOGRAPHS_REACH 90
#define MOOD_CLAUSES 4
/* A day so near may be a weekday, whose year is known. */
#define NEAR_DAYS 14
#define WEEK 7
/* So many tokens before a match words may stand that tell it as over. */
#define MEMORY_REACH 8
/* So many tokens before a word it is told that it is prepared. */
#define PREPARED_REACH 6
/* So many tokens around a match "shortly" dates it. */
#define SOON_REACH 8
/* The day or month in which something was announced. */
#define LONGEST_ANNOUNCING 31
/* What is to come in so many days is told without a word for it. */
#define LONG_AHEAD 60

static gboolean
is_later (const EntExtraction *extraction,
          EntEdtf              date)
{
  EntDay earliest = ent_edtf_earliest (date);

  if (extraction->noted || extraction->day == ENT_DAY_OPEN_START || earliest == ENT_DAY_OPEN_START)
    return FALSE;
  return earliest > extraction->day || (earliest == extraction->day && ent_edtf_latest (date) > extraction->day);
}

/* "signed a plan until 2024": up to a day that is still to come. */
static gboolean
is_until_later (const EntExtraction *extraction,
                const EntCandidate  *candidate)
{
  return candidate->kind == ENT_KIND_AGREEMENT && extraction->day != ENT_DAY_OPEN_START
         && ent_edtf_earliest (candidate->date) == ENT_DAY_OPEN_START
         && ent_edtf_latest (candidate->date) > extraction->day
         && !ent_extraction_is_ideographic (extraction, candidate->match);
}

static gboolean
is_past (const EntExtraction *extraction,
         EntEdtf              date)
{
  EntDay latest = ent_edtf_latest (date);

  /* "the recent test": a time up to now. */
  return extraction->day != ENT_DAY_OPEN_START && latest != ENT_DAY_OPEN_END
         && (latest < extraction->day || (latest == extraction->day && ent_edtf_earliest (date) < extraction->day));
}

/* 将于…访华，出席…并会见…: a clause that names nobody who acts goes on in the mood of the one before. */
static guint32
get_mood_first (const EntExtraction *extraction,
                guint32              first)
{
  guint32 sentence = ent_extraction_get_sentence (extraction)->first;
  guint32 clause = ent_extraction_get_clause (extraction, first);

  /* "will meet the minister, who is visiting": an aside has a verb of its own. */
  if (first > sentence && ent_extraction_has (extraction, extraction->extractor->classes.relatives, first - 1, first))
    return first - 1;
  if (extraction->tokens->tokens[first].kind != ENT_TOKEN_CJK)
    {
      guint32 near = MAX (clause + FUTURE_REACH, first) - FUTURE_REACH;

      return ent_extraction_has_subject (extraction, near, first)
               ? near
               : MAX (clause + FUTURE_REACH_OF_ONE, first) - FUTURE_REACH_OF_ONE;
    }
  for (guint i = 0; i < MOOD_CLAUSES && clause > sentence; i++)
    {
      if (ent_extraction_has_subject (extraction, clause, first)
          || ent_extraction_has (extraction, extraction->extractor->classes.dones, clause, first)
          || ent_tokens_is_mark_or_wide (extraction->tokens, clause - 1, ';', "；"))
        break;
      clause = ent_extraction_get_clause (extraction, clause - 1);
    }
  return first > IDEOGRAPHS_REACH ? MAX (clause, first - IDEOGRAPHS_REACH) : clause;
}

/* Whether words say that it is over: 曾访问, 签署了. */
static gboolean
is_told_as_done (const EntExtraction *extraction,
                 const EntRuleMatch  *match)
{
  guint32 clause = ent_extraction_get_clause (extraction, match->first);
  guint32 end = MIN (match->end, ent_extraction_get_sentence (extraction)->end);

  return ent_extraction_has (extraction, extraction->extractor->classes.dones, clause, end);
}

/**
 * ent_candidate_is_headline:
 * @extraction: the state of reading
 *
 * Returns: whether the sentence is a line of its own at the beginning, without a full stop
 */
gboolean
ent_candidate_is_headline (const EntExtraction *extraction)
{
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);
  const EntToken *last = &extraction->tokens->tokens[sentence->end - 1];

  return extraction->sentence <= HEADING_SENTENCES
         && (extraction->sentence + 1 == extraction->tokens->n_sentences
             || sentence[1].paragraph != sentence->paragraph)
         && last->kind != ENT_TOKEN_PUNCT;
}

/* Whether it stands in a list of what was agreed: its items are promises, though not what is taken back there. */
static gboolean
is_promised_in_list (const EntExtraction *extraction,
                     const EntCandidate  *candidate)
{
  gboolean promised = candidate->kind == ENT_KIND_COMMITMENT || candidate->kind == ENT_KIND_MECHANISM
                      || candidate->kind == ENT_KIND_AGREEMENT || ent_kind_is_contact (candidate->kind);

  return promised && (extraction->listing || ent_extraction_find_colon (extraction, candidate->match->first) > 0);
}

/* Whether a date opens its sentence, and nothing but a comma stands between it and the clause behind. */
static gboolean
opens_sentence_alone (const EntExtraction *extraction,
                      guint32              date_at,
                      guint32              clause)
{
  const EntEdge *date = ent_chart_find (extraction->chart, date_at, extraction->extractor->classes.dates);

  return date_at == ent_extraction_get_sentence (extraction)->first && date != NULL && date->end + 1 >= clause;
}

/* Where a match ends, or a title begins in it: 签署《五年发展规划》 plans nothing by that. */
static guint32
get_title_first (const EntExtraction *extraction,
                 const EntRuleMatch  *match)
{
  const EntTokens *tokens = extraction->tokens;

  for (guint32 at = match->first + 1; at < match->end; at++)
    if (g_str_has_prefix (tokens->text + tokens->tokens[at].start, "《"))
      return at;
  return match->end;
}

/* 前天决定提供食品，并将继续帮助: a date that is over, before a clause with a will of its own, is not that clause's. */
static void
drop_date_of_other_clause (const EntExtraction *extraction,
                           EntCandidate        *candidate)
{
  guint32 clause = ent_extraction_get_clause (extraction, candidate->match->first);

  /* 今年3月，两国宣布将限制出口: a date that is all of the clause before. */
  if (candidate->dated && candidate->date_at < clause && opens_sentence_alone (extraction, candidate->date_at, clause))
    return;
  /* 20日宣布，因其违反法案，将对其实施制裁: of the day of announcing. */
  if (candidate->dated && candidate->date_at < clause && candidate->kind == ENT_KIND_SANCTION
      && ent_extraction_is_announced_with_cause (extraction, candidate->date_at, clause))
    return;
  if (candidate->dated && candidate->date_at < clause && candidate->give->status == ENT_GIVE_STATUS_TENSE
      && is_past (extraction, candidate->date) && !is_told_as_done (extraction, candidate->match)
      && ent_extraction_has (extraction, extraction->extractor->classes.future, clause,
                             get_title_first (extraction, candidate->match)))
    candidate->dated = FALSE;
}

/* Whether words, a list or the date say that it is to come. */
static gboolean
is_to_come (const EntExtraction *extraction,
            const EntCandidate  *candidate)
{
  guint32 first = get_mood_first (extraction, candidate->match->first);
  gboolean tense = candidate->give->status == ENT_GIVE_STATUS_TENSE;
  gboolean called_off = candidate->give->plan >= 0 && ent_extraction_is_ideographic (extraction, candidate->match);

  if (candidate->dated && is_later (extraction, candidate->date))
    return TRUE;
  /* What is told with a date that is over, or as done, occurred, whatever was willed in its sentence. */
  if (tense
      && ((candidate->dated && is_past (extraction, candidate->date))
          || is_told_as_done (extraction, candidate->match)))
    return FALSE;
  /* 取消原定派团访问的计划: what is willed inside is called off. */
  return is_promised_in_list (extraction, candidate)
         || ent_extraction_has (extraction, extraction->extractor->classes.future, first,
                                called_off ? candidate->match->first
                                           : get_title_first (extraction, candidate->match));
}

/* "was to be released in May", and not "released it in May" with a May to come: the form of the verb is of the past,
 * so that the time is told by what stands before. */
static gboolean
will_be_done (const EntExtraction *extraction,
              const EntCandidate  *candidate)
{
  guint32 first = get_mood_first (extraction, candidate->match->first);

  if (candidate->dated && is_past (extraction, candidate->date))
    return FALSE;
  return ent_extraction_has (extraction, extraction->extractor->classes.future, first, candidate->match->first);
}

static EntEdtfPoint
move_year (EntEdtfPoint point,
           int          years)
{
  if (point.precision == ENT_EDTF_OPEN || point.precision == ENT_EDTF_NONE)
    return point;
  point.year += years;
  if (point.month == 2 && point.day == 29)
    point.day = (guint8) ent_civil_date_days_in_month (point.year, 2);
  return point;
}

/**
 * ent_candidate_move_years:
 * @date: a date
 * @years: so many years later
 *
 * Returns: the date in that year; the last of February stands for a leap day
 */
EntEdtf
ent_candidate_move_years (EntEdtf date,
                          int     years)
{
  date.start = move_year (date.start, years);
  date.end = move_year (date.end, years);
  return date;
}

/* "February 1": told by its number, and by no weekday. */
static gboolean
is_numbered (const EntExtraction *extraction,
             guint32              token)
{
  const EntEdge *date = ent_chart_find (extraction->chart, token, extraction->extractor->classes.dates);

  for (guint32 at = token; date != NULL && at < date->end; at++)
    if (extraction->tokens->tokens[at].kind == ENT_TOKEN_NUMBER)
      return TRUE;
  return FALSE;
}

/* "I met her on Wednesday and will see him soon": what is told as done was on the Wednesday before. */
static void
choose_week (const EntExtraction *extraction,
             EntCandidate        *candidate)
{
  EntDay day = ent_edtf_earliest (candidate->date);

  if (is_numbered (extraction, candidate->date_at))
    return;
  if (candidate->status == ENT_STATUS_OCCURRED && candidate->give->status == ENT_GIVE_STATUS_OCCURRED
      && day > extraction->day && day <= extraction->day + WEEK)
    candidate->date = ent_edtf_day (day - WEEK);
}

/* Whether it is told as over by words before it: "recalled", "during", "since". */
static gboolean
is_remembered (const EntExtraction *extraction,
               const EntCandidate  *candidate)
{
  guint32 clause = ent_extraction_get_clause (extraction, candidate->match->first);
  guint32 first = MAX (clause + MEMORY_REACH, candidate->match->first) - MEMORY_REACH;

  /* "will discuss it during his visit on March 3" */
  if (!ent_extraction_is_ideographic (extraction, candidate->match)
      && ent_extraction_has (extraction, extraction->extractor->classes.future, clause, candidate->match->first))
    return FALSE;
  return ent_extraction_has (extraction, extraction->extractor->classes.memories, first, candidate->match->first);
}

/* 宣布自8月1日起实施: in ideographs, what is announced to begin on a day to come is to come. */
static gboolean
begins_later (const EntExtraction *extraction,
              const EntCandidate  *candidate)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  guint32 first = ent_extraction_get_sentence (extraction)->first;
  const EntEdge *edge = ent_chart_find (extraction->chart, candidate->date_at, extraction->extractor->classes.dates);
  const EntTimex *timex = edge != NULL ? &g_array_index (extraction->timexes, EntTimex, edge->value) : NULL;

  return timex != NULL && timex->edtf.end.precision == ENT_EDTF_OPEN
         && ent_extraction_is_ideographic (extraction, candidate->match)
         && ent_edtf_is_day (candidate->date) && is_later (extraction, candidate->date)
         && ent_extraction_has (extraction, classes->decisions, first, candidate->date_at);
}

/* 商定，10月再次会晤: a month without a year is of the year that suits what is told of it. */
static void
choose_year (const EntExtraction *extraction,
             EntCandidate        *candidate)
{
  int years = 0;

  if (!candidate->dated || !candidate->ambiguous || extraction->day == ENT_DAY_OPEN_START)
    return;
  if (ent_edtf_is_day (candidate->date)
      && ABS (ent_edtf_earliest (candidate->date) - extraction->day) <= NEAR_DAYS)
    {
      choose_week (extraction, candidate);
      return;
    }
  if (candidate->status == ENT_STATUS_OCCURRED && begins_later (extraction, candidate))
    {
      candidate->status = ENT_STATUS_PLANNED;
      return;
    }
  if (candidate->status == ENT_STATUS_PLANNED && candidate->kind != ENT_KIND_COMMITMENT
      && is_past (extraction, candidate->date))
    years = 1;
  /* "the attacks launched on 27 September will be discussed": the date of what the rule tells as done is over. */
  if (candidate->status == ENT_STATUS_OCCURRED && candidate->give->status == ENT_GIVE_STATUS_OCCURRED
      && candidate->give->role == ENT_ROLE_MENTIONS && is_later (extraction, candidate->date))
    years = -1;
  /* 落实9月达成的共识; in English the tense is clear: "once it has left on 31 January". */
  if (candidate->status == ENT_STATUS_OCCURRED && candidate->give->status == ENT_GIVE_STATUS_OCCURRED
      && ent_extraction_is_ideographic (extraction, candidate->match) && is_later (extraction, candidate->date))
    years = -1;
  candidate->date = ent_candidate_move_years (candidate->date, years);
}

/* 周五: told by its weekday. */
static gboolean
is_weekday (const EntExtraction *extraction,
            guint32              token)
{
  static const char * const words[] = { "周", "星期", "礼拜", "週", "本周", "这周" };
  const char *at = extraction->tokens->text + extraction->tokens->tokens[token].start;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (at, words[i]))
      return TRUE;
  return FALSE;
}

/* 3月1日暂停输入: a day of months to come, of which no word says that it is to come, is the one before. */
static void
choose_without_future (const EntExtraction *extraction,
                       EntCandidate        *candidate)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  guint32 first = candidate->match->first;
  gboolean weekday;

  if (!candidate->dated || !candidate->ambiguous || extraction->day == ENT_DAY_OPEN_START
      || candidate->give->status != ENT_GIVE_STATUS_TENSE
      || !ent_extraction_is_ideographic (extraction, candidate->match)
      || candidate->kind == ENT_KIND_COMMITMENT || candidate->kind == ENT_KIND_WARNING
      || ent_edtf_earliest (candidate->date) <= extraction->day || begins_later (extraction, candidate))
    return;
  weekday = is_weekday (extraction, candidate->date_at) && ent_edtf_is_day (candidate->date)
            && ent_edtf_earliest (candidate->date) <= extraction->day + WEEK;
  if (!weekday && ent_edtf_earliest (candidate->date) <= extraction->day + LONG_AHEAD)
    return;
  if (!ent_extraction_has (extraction, classes->future, get_mood_first (extraction, first), candidate->match->end)
      && !ent_extraction_has (extraction, classes->obligations, get_mood_first (extraction, first), first)
      && !is_promised_in_list (extraction, candidate))
    candidate->date = weekday ? ent_edtf_day (ent_edtf_earliest (candidate->date) - WEEK)
                              : ent_candidate_move_years (candidate->date, -1);
}

/* "recalled what was agreed during the visit in August, and agreed to go on": that August is over. */
static void
choose_remembered (const EntExtraction *extraction,
                   EntCandidate        *candidate)
{
  if (candidate->dated && candidate->ambiguous && candidate->give->status == ENT_GIVE_STATUS_TENSE
      && !ent_edtf_is_day (candidate->date) && is_later (extraction, candidate->date)
      && is_remembered (extraction, candidate))
    candidate->date = ent_candidate_move_years (candidate->date, -1);
}

/* Whether it is asked about. 部长将于下月访华，是否会谈及…？: in Chinese what stands in an earlier clause, with a day,
 * is told. */
static gboolean
is_asked (const EntExtraction *extraction,
          const EntCandidate  *candidate)
{
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);
  guint32 last = ent_extraction_get_clause (extraction, sentence->end - 1);

  if (!extraction->asked || !candidate->dated || !ent_extraction_is_ideographic (extraction, candidate->match))
    return extraction->asked;
  return ent_extraction_get_clause (extraction, candidate->match->first) == last;
}

/* 有报道称…，与事实不符: what is told only to be denied. */
static gboolean
is_refuted (const EntExtraction *extraction,
            const EntCandidate  *candidate)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);
  const EntRuleMatch *match = candidate->match;
  guint32 clause = ent_extraction_get_clause (extraction, match->first);

  if (candidate->kind == ENT_KIND_STATEMENT || candidate->kind == ENT_KIND_PROTEST)
    return FALSE;
  if (ent_extraction_has (extraction, classes->deniers, clause, match->first))
    return TRUE;
  for (guint32 at = match->end; at < sentence->end; at++)
    {
      if (ent_extraction_has (extraction, classes->says, at, at + 1))
        break;
      if (classes->denials != 0 && ent_chart_find (extraction->chart, at, classes->denials) != NULL)
        return TRUE;
    }
  return extraction->sentence + 1 < extraction->tokens->n_sentences
         && ent_extraction_has (extraction, classes->rumours, sentence->first, match->first)
         && ent_extraction_has (extraction, classes->denials, sentence[1].first, sentence[1].end);
}

/* 希望各方保持克制，推动恢复对话: a clause that names nobody goes on with what the one before only wishes. */
static gboolean
is_wished_before (const EntExtraction *extraction,
                  const EntCandidate  *candidate)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  guint32 first = candidate->match->first;
  guint32 clause = ent_extraction_get_clause (extraction, first);
  guint32 mood;

  if (!ent_extraction_is_ideographic (extraction, candidate->match) || candidate->dated)
    return FALSE;
  mood = get_mood_first (extraction, first);
  return mood < clause && ent_extraction_has (extraction, classes->obligations, mood, clause);
}

/* "Should Iran attack", "Were they to leave": a condition told by the order of its words. */
static gboolean
is_inverted (const EntExtraction *extraction,
             guint32              clause,
             guint32              first)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;

  for (guint32 at = clause; classes->inversions != 0 && at < first; at++)
    {
      const EntEdge *verb = at == clause || extraction->tokens->tokens[at - 1].kind == ENT_TOKEN_PUNCT
                              ? ent_chart_find (extraction->chart, at, classes->inversions)
                              : NULL;

      if (verb != NULL
          && (ent_chart_find (extraction->chart, verb->end, classes->actors) != NULL
              || ent_chart_find (extraction->chart, verb->end, classes->articles) != NULL))
        return TRUE;
    }
  return FALSE;
}

/* 如果确有访问，我们会公布: what is to come on a condition that the clause before tells. */
static gboolean
is_conditional_before (const EntExtraction *extraction,
                       const EntCandidate  *candidate)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  guint32 sentence = ent_extraction_get_sentence (extraction)->first;
  guint32 clause = ent_extraction_get_clause (extraction, candidate->match->first);
  guint32 before;

  if (candidate->status != ENT_STATUS_PLANNED || candidate->dated || clause == sentence
      || !ent_extraction_is_ideographic (extraction, candidate->match))
    return FALSE;
  before = ent_extraction_get_clause (extraction, clause - 1);
  return ent_extraction_has (extraction, classes->conditions, before, clause);
}

/* 5日通过决议，要求释放人质: behind the day of the asking, what is asked for has not been done. 应美方要求 only says why. */
static gboolean
is_asked_for (const EntExtraction *extraction,
              const EntCandidate  *candidate)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  guint32 first = candidate->match->first;
  guint32 at = get_mood_first (extraction, first);

  if (candidate->dated && candidate->date_at >= first)
    return FALSE;
  for (at = candidate->dated ? MAX (at, candidate->date_at) : at; at < first; at++)
    if (ent_extraction_has (extraction, candidate->dated ? classes->askings : classes->obligations, at, at + 1)
        && (!candidate->dated
            || !ent_extraction_has (extraction, classes->prepositions, ent_extraction_get_clause (extraction, at), at)))
      return TRUE;
  return FALSE;
}

/* Up to where a word may deny it: before its words, or among them where their verb stands behind its date:
 * 1月30日没有举行会晤. */
static guint32
get_mood_end (const EntExtraction *extraction,
              const EntCandidate  *candidate)
{
  const EntRuleMatch *match = candidate->match;

  return ent_kind_is_contact (candidate->kind) && ent_extraction_is_ideographic (extraction, match) ? match->end
                                                                                                    : match->first;
}

/* 没有在5月向…, 并未于东京同…: where what tells when and where ends that stands behind a denial. */
static guint32
skip_time_and_place (const EntExtraction *extraction,
                     guint32              at,
                     guint32              end)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;

  while (at < end)
    {
      const EntEdge *edge = ent_chart_find (extraction->chart, at, classes->dates);
      guint32 inside;

      if (edge == NULL)
        {
          edge = ent_chart_find (extraction->chart, at, classes->locatives);
          inside = edge != NULL ? edge->end : end;
          if (inside >= end)
            return at;
          edge = ent_chart_find (extraction->chart, inside, classes->dates);
          if (edge == NULL)
            edge = ent_chart_find (extraction->chart, inside, classes->places);
          if (edge == NULL)
            return at;
        }
      at = edge->end;
    }
  return at;
}

/* 没有向冲突任何一方提供武器: among ideographs what stands between a denial and its verb may be long, where it tells
 * when, where, to whom or with whom. */
static gboolean
is_denied_toward (const EntExtraction *extraction,
                  guint32              clause,
                  guint32              first)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;

  for (guint32 at = clause; classes->negations != 0 && at < first; at++)
    {
      const EntEdge *edge = ent_chart_find (extraction->chart, at, classes->negations);
      guint32 behind;

      if (edge == NULL)
        continue;
      behind = skip_time_and_place (extraction, edge->end, first);
      if (ent_extraction_has (extraction, classes->negations, at, at + 1)
          && ((behind == first && behind > edge->end)
              || (classes->targets != 0 && ent_chart_find (extraction->chart, behind, classes->targets) != NULL)
              || (classes->withs != 0 && ent_chart_find (extraction->chart, behind, classes->withs) != NULL)))
        return TRUE;
      at = edge->end - 1;
    }
  return FALSE;
}

/**
 * ent_candidate_is_denied_then:
 * @extraction: the state of reading
 * @candidate: a match that is denied
 *
 * Returns: whether it is denied for a time that is over: 没有在5月向乙国提供武器
 */
gboolean
ent_candidate_is_denied_then (const EntExtraction *extraction,
                              const EntCandidate  *candidate)
{
  return candidate->dated && !candidate->give->leftover
         && candidate->date_at >= ent_extraction_get_clause (extraction, candidate->match->first)
         && !ent_extraction_has (extraction, extraction->extractor->classes.says, candidate->date_at,
                                 candidate->match->first)
         && (candidate->kind == ENT_KIND_AGREEMENT || candidate->kind == ENT_KIND_DELIVERY)
         && ent_edtf_latest (candidate->date) < extraction->day
         && ent_extraction_is_ideographic (extraction, candidate->match);
}

/* "travelled to Lima in May to meet the Minister": what one went for, and did, in the days of the journey. */
static gboolean
is_purpose_of_journey (const EntExtraction *extraction,
                       EntCandidate        *candidate)
{
  guint32 first = candidate->match->first;
  const EntMention *visit = extraction->touched >= 0
                              ? ent_extraction_get_mention (extraction, extraction->touched)
                              : NULL;
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);

  if (visit == NULL || visit->kind != ENT_KIND_VISIT || visit->status != ENT_STATUS_OCCURRED
      || visit->basis == ENT_EVENT_DATE_STATEMENT || !ent_kind_is_contact (candidate->kind)
      || candidate->kind == ENT_KIND_VISIT || ent_extraction_is_ideographic (extraction, candidate->match)
      || ent_extraction_has (extraction, extraction->extractor->classes.future, sentence->first, sentence->end)
      || !ent_extraction_precedes (extraction, extraction->extractor->classes.postings, sentence->first, first))
    return FALSE;
  if (!candidate->dated || ent_edtf_overlaps (candidate->date, visit->date))
    {
      candidate->date = visit->date;
      candidate->basis = visit->basis;
      candidate->dated = TRUE;
    }
  return TRUE;
}

/* "3 May: The President arrives in Lima", "12 May – A and B meet": an entry of a chronicle tells of what is over as if
 * it went on. */
static gboolean
is_chronicled (const EntExtraction *extraction,
               const EntCandidate  *candidate)
{
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);
  const EntEdge *date = ent_chart_find (extraction->chart, sentence->first, extraction->extractor->classes.dates);
  const char *mark;

  if (date == NULL || date->end >= candidate->match->first || !candidate->dated
      || candidate->date_at != sentence->first || !is_past (extraction, candidate->date)
      || ent_extraction_is_ideographic (extraction, candidate->match)
      || ent_extraction_has (extraction, extraction->extractor->classes.future, date->end, candidate->match->first))
    return FALSE;
  mark = extraction->tokens->text + extraction->tokens->tokens[date->end].start;
  return *mark == ':' || g_str_has_prefix (mark, "–") || g_str_has_prefix (mark, "—");
}

/* "in the run-up to the summit in July": it is still to come, if its date is not over. */
static gboolean
is_prepared (const EntExtraction *extraction,
             const EntCandidate  *candidate)
{
  const EntRuleMatch *match = candidate->match;
  guint32 first = MAX (ent_extraction_get_sentence (extraction)->first + PREPARED_REACH, match->first) - PREPARED_REACH;

  if (!candidate->give->refers || !ent_kind_is_contact (candidate->kind) || extraction->extractor->classes.aheads == 0
      || ent_extraction_is_ideographic (extraction, match)
      || (candidate->dated && is_past (extraction, candidate->date) && !candidate->ambiguous))
    return FALSE;
  for (guint32 at = first; at <= match->first; at++)
    {
      const EntEdge *ahead = ent_chart_find (extraction->chart, at, extraction->extractor->classes.aheads);

      if (ahead != NULL && ahead->end <= match->first + 1 && ahead->end + 1 >= match->first)
        return TRUE;
    }
  return FALSE;
}

/* "it was not unexpected, and Canada will send": the match begins a clause with who acts in it. */
static gboolean
begins_clause (const EntExtraction *extraction,
               const EntCandidate  *candidate)
{
  guint32 clauses = extraction->extractor->classes.clauses;
  const EntRuleMatch *match = candidate->match;

  return candidate->give->actor >= 0 && match->captures[candidate->give->actor].first == match->first
         && match->first > ent_extraction_get_sentence (extraction)->first && clauses != 0
         && ent_chart_find (extraction->chart, match->first - 1, clauses) != NULL;
}

/**
 * ent_candidate_read_status:
 * @extraction: the state of reading
 * @candidate: a match whose date is found
 *
 * Finds out by tense, modality and negation whether it occurred, is planned or denied.
 *
 * Returns: whether it is told as a happening at all
 */
gboolean
ent_candidate_read_status (const EntExtraction *extraction,
                           EntCandidate        *candidate)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  guint32 first = candidate->match->first;
  guint32 clause = ent_extraction_get_clause (extraction, first);
  guint32 scale = extraction->tokens->tokens[first].kind == ENT_TOKEN_CJK ? 2 : 1;
  guint32 near = first > NEGATION_REACH * scale ? MAX (clause, first - NEGATION_REACH * scale) : clause;
  guint32 wish = first > OBLIGATION_REACH ? MAX (clause, first - OBLIGATION_REACH) : clause;
  EntGiveStatus given = (EntGiveStatus) candidate->give->status;
  gboolean future;

  if (begins_clause (extraction, candidate))
    near = first;
  if (given == ENT_GIVE_STATUS_TOLD)
    given = extraction->touched >= 0
                && ent_extraction_get_mention (extraction, extraction->touched)->status == ENT_STATUS_PLANNED
              ? ENT_GIVE_STATUS_PLANNED
              : ENT_GIVE_STATUS_OCCURRED;
  if (given == ENT_GIVE_STATUS_VERB)
    given = will_be_done (extraction, candidate) ? ENT_GIVE_STATUS_PLANNED : ENT_GIVE_STATUS_OCCURRED;
  choose_remembered (extraction, candidate);
  choose_without_future (extraction, candidate);
  drop_date_of_other_clause (extraction, candidate);
  future = is_to_come (extraction, candidate);
  if ((given == ENT_GIVE_STATUS_HEADLINE || given == ENT_GIVE_STATUS_FUTURE) && is_chronicled (extraction, candidate))
    given = ENT_GIVE_STATUS_OCCURRED;
  if (given == ENT_GIVE_STATUS_HEADLINE)
    given = ent_candidate_is_headline (extraction) ? ENT_GIVE_STATUS_OCCURRED : ENT_GIVE_STATUS_FUTURE;
  if (given == ENT_GIVE_STATUS_FUTURE && !future && is_purpose_of_journey (extraction, candidate))
    given = ENT_GIVE_STATUS_OCCURRED;
  if (given == ENT_GIVE_STATUS_FUTURE && !future)
    return FALSE;
  candidate->status = ENT_STATUS_OCCURRED;
  if (given == ENT_GIVE_STATUS_FUTURE || given == ENT_GIVE_STATUS_PLANNED || (given == ENT_GIVE_STATUS_TENSE && future))
    candidate->status = ENT_STATUS_PLANNED;
  if (given == ENT_GIVE_STATUS_DENIED
      || ent_extraction_has (extraction, classes->negations, near, get_mood_end (extraction, candidate))
      || (scale > 1 && is_denied_toward (extraction, clause, first)))
    candidate->status = ENT_STATUS_DENIED;
  if (candidate->status == ENT_STATUS_OCCURRED && is_prepared (extraction, candidate))
    {
      candidate->status = ENT_STATUS_PLANNED;
      given = ENT_GIVE_STATUS_PLANNED;
    }
  candidate->refuted = is_refuted (extraction, candidate);
  if (candidate->refuted)
    candidate->status = ENT_STATUS_DENIED;
  choose_year (extraction, candidate);
  /* What is told as done has not the date of what is to come; but a visit of several days may begin today. */
  if (given == ENT_GIVE_STATUS_OCCURRED && candidate->dated
      && (is_later (extraction, candidate->date) || is_until_later (extraction, candidate))
      && candidate->give->plan < 0
      && (candidate->kind != ENT_KIND_VISIT || ent_edtf_earliest (candidate->date) > extraction->day))
    candidate->dated = FALSE;
  if (candidate->give->leftover && !candidate->dated)
    return FALSE;
  if (candidate->refuted)
    return TRUE;
  if (candidate->kind != ENT_KIND_WARNING
      && (ent_extraction_has (extraction, classes->conditions, clause, first)
          || is_inverted (extraction, clause, first)
          || is_conditional_before (extraction, candidate)))
    return FALSE;
  candidate->wished = ent_extraction_has (extraction, classes->obligations, wish, first)
                      || is_wished_before (extraction, candidate);
  if (is_asked (extraction, candidate)
      && (candidate->status != ENT_STATUS_OCCURRED || candidate->give->leftover
          || (!candidate->dated && candidate->give->undated != ENT_GIVE_UNDATED_STATEMENT)))
    return FALSE;
  /* 希望美方恪守承诺，停止对台军售: what is asked for has not been done. */
  if (scale > 1 && candidate->status == ENT_STATUS_OCCURRED && !is_told_as_done (extraction, candidate->match)
      && is_asked_for (extraction, candidate))
    return FALSE;
  /* What should be is a stance, and no plan. */
  return candidate->status == ENT_STATUS_OCCURRED || !candidate->wished
         || (candidate->dated && (!candidate->give->leftover || scale > 1) && is_later (extraction, candidate->date)
             && (scale == 1 || ent_edtf_earliest (candidate->date) > extraction->day));
}

static gboolean
is_claimed (const EntExtraction *extraction,
            guint32              date_at)
{
  for (guint i = 0; i < extraction->n_claimed; i++)
    if (extraction->claimed[i] == date_at)
      return TRUE;
  return FALSE;
}

/* "will discuss current issues": no time of what is to come. */
static gboolean
is_present (const EntExtraction *extraction,
            guint32              date_at)
{
  const EntEdge *edge = ent_chart_find (extraction->chart, date_at, extraction->extractor->classes.dates);

  return edge != NULL
         && g_str_equal (g_array_index (extraction->timexes, EntTimex, edge->value).value, "PRESENT_REF");
}

/* "will be published shortly": within about a month, where nothing tells the time better. */
static void
date_soon (const EntExtraction *extraction,
           EntCandidate        *candidate)
{
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);
  const EntRuleMatch *match = candidate->match;
  guint32 first = MAX (sentence->first + SOON_REACH, match->first) - SOON_REACH;
  EntCivilDate civil;
  EntEdtfPoint end;

  if (extraction->day == ENT_DAY_OPEN_START || candidate->kind == ENT_KIND_WARNING
      || !ent_extraction_has (extraction, extraction->extractor->classes.soons, first,
                              MIN (match->end + SOON_REACH, sentence->end)))
    return;
  civil = ent_civil_date_from_day (extraction->day);
  end = ent_edtf_point_month (civil.year + (civil.month == 12), civil.month % 12u + 1);
  end.qualifier |= ENT_EDTF_APPROXIMATE;
  candidate->date = ent_edtf_interval (ent_edtf_point_day (extraction->day), end);
  candidate->basis = ENT_EVENT_DATE_RELATIVE;
  candidate->dated = TRUE;
}

/* "after the Minister's visit of 20 March, Chile will reopen": promised now, for no verb tells that it was then. */
static gboolean
is_plain_promise (const EntExtraction *extraction,
                  const EntCandidate  *candidate)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  const EntRuleMatch *match = candidate->match;

  return is_past (extraction, candidate->date) && !ent_extraction_is_ideographic (extraction, match)
         && ent_extraction_has (extraction, classes->future, match->first, match->end)
         && !ent_extraction_has (extraction, classes->promises, candidate->date_at, match->end);
}

/**
 * ent_candidate_settle_plan:
 * @extraction: the state of reading
 * @candidate: a match whose date and status are found
 *
 * A plan that stands beside a date which is over has that date of something else, unless it is told as
 * done then.
 */
void
ent_candidate_settle_plan (const EntExtraction *extraction,
                           EntCandidate        *candidate)
{
  gboolean promise = candidate->kind == ENT_KIND_COMMITMENT;
  gboolean today;

  /* "today listed those who enabled its attack": the day is that of the listing. */
  if (candidate->dated && candidate->give->who == ENT_GIVE_WHO_OWNER && candidate->date_at < candidate->match->first
      && candidate->give->years < 0 && is_claimed (extraction, candidate->date_at)
      && !ent_extraction_is_ideographic (extraction, candidate->match))
    candidate->dated = FALSE;
  if (candidate->dated && candidate->status == ENT_STATUS_PLANNED && ent_kind_is_contact (candidate->kind)
      && is_present (extraction, candidate->date_at) && !ent_extraction_is_ideographic (extraction, candidate->match))
    candidate->dated = FALSE;
  /* 中国政府今天决定提供援助: what is promised as news is still to be done. */
  if (promise && candidate->status == ENT_STATUS_OCCURRED
      && ent_extraction_is_ideographic (extraction, candidate->match)
      && (!candidate->dated || ent_extraction_is_reportable (extraction, candidate->date)))
    candidate->status = ENT_STATUS_PLANNED;
  if (!candidate->dated && candidate->status == ENT_STATUS_PLANNED)
    date_soon (extraction, candidate);
  if (!candidate->dated || candidate->status != ENT_STATUS_PLANNED || extraction->day == ENT_DAY_OPEN_START)
    return;
  /* 双方近期沟通，商定恢复交流: of some time up to now, and what is promised is of now on. */
  if (promise && ent_extraction_is_ideographic (extraction, candidate->match) && ent_edtf_is_interval (candidate->date)
      && candidate->date.start.qualifier & ENT_EDTF_APPROXIMATE
      && ent_edtf_latest (candidate->date) == extraction->day)
    candidate->dated = FALSE;
  /* 11月17日，双方会谈，同意管控分歧: a promise of long ago, if it was made where its day was told. */
  if (promise && ent_extraction_is_ideographic (extraction, candidate->match)
      && candidate->date_at < candidate->match->first && is_past (extraction, candidate->date)
      && ent_edtf_is_day (candidate->date) && !ent_extraction_is_reportable (extraction, candidate->date))
    {
      candidate->status = ENT_STATUS_OCCURRED;
      return;
    }
  /* "the visit in August, and agreed to go on": the August is the visit's. */
  if (promise && candidate->date_at < candidate->match->first && is_claimed (extraction, candidate->date_at)
      && (candidate->ambiguous || is_plain_promise (extraction, candidate)))
    candidate->dated = FALSE;
  if (!candidate->dated)
    return;
  /* "decided last year to transfer", "In 1996 it promised to": a promise of long ago. */
  if (promise && candidate->date_at < candidate->match->end && is_past (extraction, candidate->date)
      && !ent_extraction_is_ideographic (extraction, candidate->match)
      && !ent_extraction_is_reportable (extraction, candidate->date))
    {
      candidate->status = ENT_STATUS_OCCURRED;
      return;
    }
  today = ent_edtf_is_day (candidate->date) && ent_edtf_earliest (candidate->date) == extraction->day;
  if (!is_past (extraction, candidate->date) && !(promise && today))
    return;
  /* 20日宣布将对其实施制裁: what was announced on a day that is over was done then. */
  if (candidate->kind == ENT_KIND_SANCTION && candidate->give->assertion != (gint8) ENT_ASSERTION_PROPOSED
      && ent_extraction_is_ideographic (extraction, candidate->match)
      && candidate->date_at < candidate->match->first && ent_edtf_get_width (candidate->date) <= LONGEST_ANNOUNCING)
    {
      candidate->status = ENT_STATUS_OCCURRED;
      return;
    }
  /* "At their meeting in May they agreed to": an earlier promise. */
  if (promise && !today && candidate->date_at < candidate->match->first)
    candidate->status = ENT_STATUS_OCCURRED;
  else
    candidate->dated = FALSE;
}
