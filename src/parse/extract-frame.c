/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/extract-candidate.h"

/* So many events back the one that something followed at once is looked for. */
#define THEN_REACH 6
/* A visit or a meeting takes at most so many days. */
#define LONGEST_STAY 31
/* So far into a sentence that "during" opens its date stands. */
#define LONGEST_OPENING 8

/* What the words "at once" or "after the talks" before a match refer to; %NULL where none stand there. */
static const char *
find_then (const EntExtraction *extraction,
           const EntCandidate  *candidate)
{
  guint32 thens = extraction->extractor->classes.thens;

  for (guint32 at = ent_extraction_get_sentence (extraction)->first; thens != 0 && at < candidate->match->first; at++)
    {
      const EntEdge *edge = ent_chart_find (extraction->chart, at, thens);

      if (edge != NULL)
        return ent_rule_set_get_value (extraction->extractor->rules, thens, edge->value);
    }
  return NULL;
}

static gboolean
is_day_over (const EntMention *mention)
{
  return ent_edtf_is_day (mention->date) && mention->status == ENT_STATUS_OCCURRED;
}

/* The contact that is reported, or else told last. */
static const EntMention *
find_last_contact (const EntExtraction *extraction)
{
  if (extraction->reported >= 0)
    {
      const EntMention *reported = ent_extraction_get_mention (extraction, extraction->reported);

      if (ent_kind_is_contact (reported->kind) && reported->kind != ENT_KIND_VISIT && is_day_over (reported))
        return reported;
    }
  for (guint i = extraction->mentions->len; i > extraction->first; i--)
    {
      const EntMention *mention = ent_extraction_get_mention (extraction, (int) i - 1);

      if (ent_kind_is_contact (mention->kind) && mention->kind != ENT_KIND_VISIT && is_day_over (mention)
          && ent_extraction_is_reportable (extraction, mention->date))
        return mention;
    }
  return NULL;
}

/* "Right after the talks they will sign": the contact that is to come, and was told last. */
static const EntMention *
find_next_contact (const EntExtraction *extraction)
{
  for (guint i = extraction->mentions->len; i > extraction->first; i--)
    {
      const EntMention *mention = ent_extraction_get_mention (extraction, (int) i - 1);

      if (ent_kind_is_contact (mention->kind) && mention->kind != ENT_KIND_VISIT
          && mention->status == ENT_STATUS_PLANNED && ent_edtf_is_day (mention->date))
        return mention;
    }
  return NULL;
}

/* 3月2日，苏军袭击，我军被迫还击: a fight that its sentence told has one day. */
static void
take_date_of_fight (const EntExtraction *extraction,
                    EntCandidate        *candidate)
{
  const EntMention *fight;

  if (candidate->kind != ENT_KIND_MILITARY || candidate->status != ENT_STATUS_OCCURRED || extraction->touched < 0
      || !ent_extraction_is_ideographic (extraction, candidate->match))
    return;
  fight = ent_extraction_get_mention (extraction, extraction->touched);
  if (fight->kind != ENT_KIND_MILITARY || fight->status != ENT_STATUS_OCCURRED
      || fight->basis == ENT_EVENT_DATE_STATEMENT)
    return;
  candidate->date = fight->date;
  candidate->basis = fight->basis;
  candidate->dated = TRUE;
}

/* 召见大使，并与副大臣通电话: whom one meets or calls beside what the sentence told of a day, on that day. */
static void
take_date_beside (const EntExtraction *extraction,
                  EntCandidate        *candidate)
{
  const EntMention *beside;
  guint32 clause = ent_extraction_get_clause (extraction, candidate->match->first);

  if (extraction->touched < 0 || candidate->kind == ENT_KIND_VISIT || !ent_kind_is_contact (candidate->kind)
      || candidate->status != ENT_STATUS_OCCURRED || candidate->give->with < 0
      || !ent_extraction_is_ideographic (extraction, candidate->match)
      || ent_extraction_has_subject (extraction, clause, candidate->match->first)
      || clause == ent_extraction_get_sentence (extraction)->first)
    return;
  beside = ent_extraction_get_mention (extraction, extraction->touched);
  if (ent_kind_is_contact (beside->kind) || beside->kind == ENT_KIND_STATEMENT || !is_day_over (beside)
      || beside->role != ENT_ROLE_REPORTS)
    return;
  candidate->date = beside->date;
  candidate->basis = beside->basis;
  candidate->dated = TRUE;
}

/* "China protested at once": of the day of what was told before. 会谈后签署: of that of the talks. */
static void
take_last_date (const EntExtraction *extraction,
                EntCandidate        *candidate)
{
  const char *then = find_then (extraction, candidate);
  const EntMention *last = NULL;

  if (then == NULL || extraction->mentions->len == extraction->first)
    return;
  if (candidate->status == ENT_STATUS_PLANNED && g_str_equal (then, "contact")
      && candidate->kind != ENT_KIND_COMMITMENT && !ent_extraction_is_ideographic (extraction, candidate->match)
      && (last = find_next_contact (extraction)) != NULL)
    {
      candidate->date = last->date;
      candidate->basis = last->basis;
      candidate->dated = TRUE;
      return;
    }
  if (candidate->status != ENT_STATUS_OCCURRED)
    return;
  if (g_str_equal (then, "contact"))
    last = find_last_contact (extraction);
  else
    last = ent_extraction_get_mention (extraction, (int) extraction->mentions->len - 1);
  if (last != NULL && extraction->reported >= 0 && ent_extraction_is_ideographic (extraction, candidate->match))
    {
      const EntMention *reported = ent_extraction_get_mention (extraction, extraction->reported);

      /* 安理会6日通过的决议…古特雷斯随后致辞: not after what was told in passing. */
      if (last->role == ENT_ROLE_MENTIONS && is_day_over (reported)
          && ent_edtf_latest (last->date) < ent_edtf_earliest (reported->date))
        last = reported;
    }
  if (last == NULL || !is_day_over (last))
    return;
  candidate->date = ent_edtf_day (ent_edtf_earliest (last->date));
  candidate->basis = last->basis;
  candidate->dated = TRUE;
}

/* "will travel to Nicosia on Friday … will hold a meeting with the Minister of Israel": whom else one meets there. */
static gboolean
is_on_journey (const EntExtraction *extraction,
               const EntCandidate  *candidate,
               const EntMention    *visit)
{
  gboolean travels = FALSE;

  for (guint i = 0; i < visit->n_actors && candidate->subject != ENT_ACTOR_NONE; i++)
    travels |= visit->actors[i] == candidate->subject && visit->actors[i] != visit->host;
  return travels && candidate->status == ENT_STATUS_PLANNED && candidate->kind == ENT_KIND_MEETING
         && !ent_extraction_is_ideographic (extraction, candidate->match);
}

/* "She will visit China from May 4 to 7. In Beijing she will meet": what belongs to a visit is of its days. */
static gboolean
find_frame (const EntExtraction *extraction,
            const EntCandidate  *candidate,
            EntEdtf             *date,
            EntEventDateBasis   *basis)
{
  if (!ent_kind_is_contact (candidate->kind) || candidate->kind == ENT_KIND_CALL || candidate->give->refers)
    return FALSE;
  for (guint i = extraction->mentions->len; i > extraction->first; i--)
    {
      const EntMention *visit = ent_extraction_get_mention (extraction, (int) i - 1);

      gboolean goes_on = visit->status == ENT_STATUS_OCCURRED && ent_edtf_latest (visit->date) > extraction->day
                         && ent_extraction_is_ideographic (extraction, candidate->match);

      if (visit->kind != ENT_KIND_VISIT
          || (visit->status != candidate->status && !(goes_on && candidate->status == ENT_STATUS_PLANNED))
          || visit->basis == ENT_EVENT_DATE_STATEMENT
          || ent_edtf_is_interval (visit->date) == ent_edtf_is_day (visit->date)
          || !(ent_parties_cover (&candidate->parties, visit) || is_on_journey (extraction, candidate, visit))
          || (candidate->status == ENT_STATUS_OCCURRED && !ent_extraction_is_reportable (extraction, visit->date)))
        continue;
      /* Ideographs tell of no past by the verb: whom one met was not met on arrival. */
      if (candidate->status == ENT_STATUS_OCCURRED && ent_edtf_is_day (visit->date)
          && extraction->day != ENT_DAY_OPEN_START && ent_edtf_latest (visit->date) < extraction->day - 1
          && ent_extraction_is_ideographic (extraction, candidate->match))
        continue;
      *date = visit->date;
      *basis = visit->basis;
      return TRUE;
    }
  return FALSE;
}

/* Whether a date is told by its days: "from 4 to 7 May", and not "in May". */
static gboolean
is_of_days (EntEdtf date)
{
  EntDay earliest = ent_edtf_earliest (date);
  EntDay latest = ent_edtf_latest (date);

  if (earliest == ENT_DAY_OPEN_START || latest == ENT_DAY_OPEN_END || latest - earliest > LONGEST_STAY)
    return FALSE;
  return ent_edtf_is_day (date) || ent_edtf_is_interval (date);
}

/* "During their April meeting, the two presidents set up": the time that the words themselves tell. */
static gboolean
find_time_within (const EntExtraction *extraction,
                  const EntCandidate  *candidate,
                  EntEdtf             *date,
                  EntEventDateBasis   *basis)
{
  guint32 first = ent_extraction_get_sentence (extraction)->first;
  guint32 end = MIN (first + LONGEST_OPENING, candidate->match->first);

  if (ent_chart_find (extraction->chart, first, extraction->extractor->classes.durings) == NULL)
    return FALSE;
  for (guint32 at = first; at < end && !ent_extraction_ends_clause (extraction, at); at++)
    {
      const EntEdge *edge = ent_chart_find (extraction->chart, at, extraction->extractor->classes.dates);
      const EntTimex *timex = edge != NULL ? &g_array_index (extraction->timexes, EntTimex, edge->value) : NULL;

      if (timex == NULL || !ent_extraction_is_usable (timex))
        continue;
      *date = timex->edtf;
      *basis = ent_extraction_get_basis (extraction, timex);
      return TRUE;
    }
  return FALSE;
}

/* 李显龙20日会见王毅。访问期间，王毅还会见了外长: of a visit whose days are not told, the day of what is reported. */
static gboolean
find_day_of_report (const EntExtraction *extraction,
                    const EntCandidate  *candidate,
                    EntEdtf             *date,
                    EntEventDateBasis   *basis)
{
  const EntMention *reported = NULL;

  if (extraction->reported < 0 || candidate->status != ENT_STATUS_OCCURRED || !ent_kind_is_contact (candidate->kind)
      || !ent_extraction_is_ideographic (extraction, candidate->match))
    return FALSE;
  reported = ent_extraction_get_mention (extraction, extraction->reported);
  if (!ent_kind_is_contact (reported->kind) || !is_day_over (reported)
      || !ent_parties_cover (&candidate->parties, reported))
    return FALSE;
  *date = reported->date;
  *basis = reported->basis;
  return TRUE;
}

/* 将于2日访问甲国。访问期间，总理将会谈。双方还将签署文件: what the paragraph goes on to announce of a visit to come. */
static gboolean
find_time_of_journey (const EntExtraction *extraction,
                      const EntCandidate  *candidate,
                      EntEdtf             *date,
                      EntEventDateBasis   *basis)
{
  if (candidate->status != ENT_STATUS_PLANNED || candidate->kind == ENT_KIND_VISIT
      || (candidate->kind != ENT_KIND_AGREEMENT && !ent_kind_is_contact (candidate->kind))
      || !ent_extraction_is_ideographic (extraction, candidate->match)
      || !ent_extraction_has (extraction, extraction->extractor->classes.durings,
                              extraction->tokens->sentences[extraction->paragraph].first, candidate->match->first))
    return FALSE;
  for (guint i = extraction->mentions->len; i > extraction->first; i--)
    {
      const EntMention *told = ent_extraction_get_mention (extraction, (int) i - 1);

      if (told->kind != ENT_KIND_VISIT || told->status != ENT_STATUS_PLANNED || !is_of_days (told->date)
          || !ent_parties_cover (&candidate->parties, told))
        continue;
      *date = told->date;
      *basis = told->basis;
      return TRUE;
    }
  return FALSE;
}

/* 此访, 访华期间: whether words say that it is of a visit's time, and not of another's. */
static gboolean
is_during_visit (const EntExtraction *extraction,
                 guint32              first,
                 guint32              end)
{
  guint32 durings = extraction->extractor->classes.durings;

  for (guint32 at = first; durings != 0 && at < end; at++)
    {
      const EntEdge *edge = ent_chart_find (extraction->chart, at, durings);

      if (edge != NULL
          && g_strcmp0 (ent_rule_set_get_value (extraction->extractor->rules, durings, edge->value), "visit") == 0)
        return TRUE;
    }
  return FALSE;
}

/* 访问期间签署: what is told to be of the time of a visit or a meeting, or within an exercise, has the days of the one
 * told last. */
static gboolean
find_time_of (const EntExtraction *extraction,
              const EntCandidate  *candidate,
              EntEdtf             *date,
              EntEventDateBasis   *basis)
{
  guint32 first = ent_extraction_get_sentence (extraction)->first;
  gboolean ideographic = ent_extraction_is_ideographic (extraction, candidate->match);
  gboolean of_visit = ideographic && is_during_visit (extraction, first, candidate->match->first);
  const EntMention *best = NULL;

  /* 通过此次访问落实两国元首巴厘岛会晤共识: that one was elsewhere. */
  if (ideographic && candidate->give->refers && candidate->place != NULL)
    return FALSE;
  /* "During his visit to Mongolia": itself, and no part of another. */
  if (!ent_extraction_has (extraction, extraction->extractor->classes.durings, first, candidate->match->first)
      || (candidate->kind == ENT_KIND_VISIT && !ideographic))
    return FALSE;
  for (guint i = extraction->mentions->len; i > extraction->first; i--)
    {
      const EntMention *told = ent_extraction_get_mention (extraction, (int) i - 1);

      if ((told->kind != ENT_KIND_VISIT && told->kind != ENT_KIND_MEETING && told->kind != ENT_KIND_SUMMIT
           && !(told->kind == ENT_KIND_MILITARY && candidate->kind == ENT_KIND_MILITARY))
          || told->status == ENT_STATUS_DENIED || !is_of_days (told->date)
          || (told->kind != ENT_KIND_VISIT && (of_visit || ent_edtf_is_day (told->date)))
          || (candidate->status == ENT_STATUS_PLANNED && ent_edtf_latest (told->date) < extraction->day))
        continue;
      if (best == NULL)
        best = told;
      /* Of several visits, that between the same. */
      if (!ideographic && !ent_parties_cover (&candidate->parties, told))
        continue;
      best = told;
      break;
    }
  if (best == NULL)
    return find_day_of_report (extraction, candidate, date, basis);
  *date = best->date;
  /* 3日抵达，开始访问。访问期间将会谈: of a visit that has begun the first day alone is known. */
  if (ideographic && candidate->status == ENT_STATUS_PLANNED && best->kind == ENT_KIND_VISIT && is_day_over (best))
    *date = ent_edtf_interval (best->date.start, ent_edtf_point_open ());
  *basis = best->basis;
  return TRUE;
}

/* Where the words begin that may tell of the visit which a match belongs to: those of the paragraph, if the sentence
 * says that what it tells is of a visit's time; for what one side alone will sign, those of the sentence before. */
static gboolean
find_journey_begin (const EntExtraction *extraction,
                    const EntCandidate  *candidate,
                    guint32             *begin)
{
  const EntTokens *tokens = extraction->tokens;
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);

  if (ent_extraction_has (extraction, extraction->extractor->classes.durings, sentence->first,
                          candidate->match->first))
    *begin = tokens->tokens[tokens->sentences[extraction->paragraph].first].start;
  else if (candidate->kind == ENT_KIND_AGREEMENT && candidate->status == ENT_STATUS_PLANNED
           && candidate->parties.n_actors == 1 && extraction->sentence > extraction->paragraph)
    *begin = tokens->tokens[sentence[-1].first].start;
  else
    return FALSE;
  return TRUE;
}

/* The visit that was told last, if a match is of its time. */
static const EntMention *
find_journey (const EntExtraction *extraction,
              const EntCandidate  *candidate)
{
  guint32 begin;

  if (!find_journey_begin (extraction, candidate, &begin))
    return NULL;
  for (guint i = extraction->mentions->len; i > extraction->first; i--)
    {
      const EntMention *told = ent_extraction_get_mention (extraction, (int) i - 1);

      if (told->at < begin)
        return NULL;
      if (told->kind == ENT_KIND_VISIT && told->n_actors == 2 && told->status == candidate->status)
        return told;
    }
  return NULL;
}

/**
 * ent_candidate_settle_on_journey:
 * @extraction: the state of reading
 * @candidate: a match whose parties are found
 *
 * "The Minister will visit Peru. During his visit he will sign an agreement": where a paragraph tells of a visit, what
 * is of its time is with whom one visits, and not with whom the statement told of before, and of its days.
 */
void
ent_candidate_settle_on_journey (const EntExtraction *extraction,
                                 EntCandidate        *candidate)
{
  const EntEventGive *give = candidate->give;
  const EntMention *visit;

  if ((candidate->kind != ENT_KIND_AGREEMENT
       && (!ent_kind_is_contact (candidate->kind) || candidate->kind == ENT_KIND_VISIT))
      || (give->with >= 0 && candidate->match->captures[give->with].first != ENT_CAPTURE_NONE
          && candidate->parties.n_actors != 1)
      || candidate->parties.n_actors > 2 || ent_extraction_is_ideographic (extraction, candidate->match))
    return;
  visit = find_journey (extraction, candidate);
  if (visit == NULL
      || (candidate->parties.n_actors > 0 && !ent_parties_have (&candidate->parties, visit->actors[0])
          && !ent_parties_have (&candidate->parties, visit->actors[1])))
    return;
  for (guint i = 0; i < candidate->parties.n_actors; i++)
    if (candidate->parties.actors[i] != visit->actors[0] && candidate->parties.actors[i] != visit->actors[1]
        && !ent_parties_have (&extraction->sides, candidate->parties.actors[i]))
      return;
  candidate->parties.n_actors = candidate->parties.n_people = 0;
  for (guint i = 0; i < visit->n_actors; i++)
    ent_parties_add_actor (&candidate->parties, visit->actors[i]);
  if (!candidate->dated && is_of_days (visit->date))
    {
      candidate->date = visit->date;
      candidate->basis = visit->basis;
      candidate->dated = TRUE;
    }
}

/* 2013年6月，中美元首举行会晤。两国元首签署协定: what the next sentence tells as concluded was so where those met of whom
 * it goes on to speak, if that is long over. */
static gboolean
find_past_contact (const EntExtraction *extraction,
                   const EntCandidate  *candidate,
                   EntEdtf             *date,
                   EntEventDateBasis   *basis)
{
  const EntSentence *sentences = extraction->tokens->sentences;
  guint own = extraction->sentence;
  const EntMention *told;

  if ((candidate->kind != ENT_KIND_AGREEMENT && candidate->kind != ENT_KIND_MECHANISM
       && candidate->kind != ENT_KIND_RECOGNITION)
      || candidate->status != ENT_STATUS_OCCURRED || !ent_extraction_is_ideographic (extraction, candidate->match)
      || own == 0 || sentences[own - 1].paragraph != sentences[own].paragraph || extraction->dated[own]
      || extraction->mentions->len == extraction->first)
    return FALSE;
  told = ent_extraction_get_mention (extraction, (int) extraction->mentions->len - 1);
  if (ent_tokens_find (extraction->tokens, told->at) < sentences[own - 1].first || !ent_kind_is_contact (told->kind)
      || told->kind == ENT_KIND_CALL || told->status != ENT_STATUS_OCCURRED || !is_of_days (told->date)
      || told->basis == ENT_EVENT_DATE_STATEMENT
      || ent_edtf_latest (told->date) >= ent_edtf_earliest (extraction->today) - 1
      || !ent_parties_cover (&candidate->parties, told))
    return FALSE;
  *date = told->date;
  *basis = told->basis;
  return TRUE;
}

/**
 * ent_candidate_take_frame:
 * @extraction: the state of reading
 * @candidate: a match that its own sentence does not date
 *
 * Dates it by what it belongs to: what was told right before, or the visit during which it is.
 */
void
ent_candidate_take_frame (const EntExtraction *extraction,
                          EntCandidate        *candidate)
{
  if (!candidate->dated)
    take_last_date (extraction, candidate);
  if (!candidate->dated)
    take_date_of_fight (extraction, candidate);
  if (!candidate->dated)
    take_date_beside (extraction, candidate);
  if (!candidate->dated
      && (find_time_within (extraction, candidate, &candidate->date, &candidate->basis)
          || find_time_of (extraction, candidate, &candidate->date, &candidate->basis)
          || find_time_of_journey (extraction, candidate, &candidate->date, &candidate->basis)
          || find_past_contact (extraction, candidate, &candidate->date, &candidate->basis)
          || find_frame (extraction, candidate, &candidate->date, &candidate->basis)))
    candidate->dated = TRUE;
}
