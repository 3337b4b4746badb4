/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days of a visit, and who travels on. */
#include "parse/extract-candidate.h"

/* A visit takes so many days at most; so many lie between arriving and leaving. */
#define MOST_DAYS 31
#define MOST_DAYS_BETWEEN 21

static gboolean
has_words (const EntExtraction *extraction,
           const EntCandidate  *candidate,
           guint32              class_id)
{
  guint32 clause = ent_extraction_get_clause (extraction, candidate->match->first);

  return ent_extraction_has (extraction, class_id, clause, candidate->match->end);
}

/**
 * ent_candidate_is_same_journey:
 * @extraction: the state of reading
 * @candidate: a match that tells of a visit
 * @mention: a visit of the same sides
 *
 * Returns: whether one tells of arriving or leaving, and the other of the same stay on another day
 */
gboolean
ent_candidate_is_same_journey (const EntExtraction *extraction,
                               const EntCandidate  *candidate,
                               const EntMention    *mention)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  EntDay day, first, last;

  if (classes->endings == 0 || candidate->kind != ENT_KIND_VISIT || mention->kind != ENT_KIND_VISIT
      || !candidate->dated || mention->basis == ENT_EVENT_DATE_STATEMENT || !ent_edtf_is_day (candidate->date))
    return FALSE;
  day = ent_edtf_earliest (candidate->date);
  first = ent_edtf_earliest (mention->date);
  last = ent_edtf_latest (mention->date);
  if (first == ENT_DAY_OPEN_START || last == ENT_DAY_OPEN_END || last - first > MOST_DAYS)
    return FALSE;
  if (has_words (extraction, candidate, classes->arrivals))
    return day <= first && first - day <= MOST_DAYS_BETWEEN;
  return has_words (extraction, candidate, classes->endings) && day >= last && day - last <= MOST_DAYS_BETWEEN;
}

/**
 * ent_candidate_join_journey:
 * @candidate: a match that tells of a visit
 * @mention: the same visit, of which it tells another day
 *
 * Gives the visit all days from the first told to the last.
 */
void
ent_candidate_join_journey (const EntCandidate *candidate,
                            EntMention         *mention)
{
  EntDay first = MIN (ent_edtf_earliest (mention->date), ent_edtf_earliest (candidate->date));
  EntDay last = MAX (ent_edtf_latest (mention->date), ent_edtf_latest (candidate->date));

  mention->date = first == last ? ent_edtf_day (first)
                                : ent_edtf_interval (ent_edtf_day (first).start, ent_edtf_day (last).start);
}

/**
 * ent_candidate_end_journey:
 * @extraction: the state of reading
 * @candidate: a match that tells when somebody returns
 *
 * 今日启程访问甲国，将于14日返港, "He left Tokyo on 19 June": the visit that was told before has its last day then.
 *
 * Returns: whether there is such a visit
 */
gboolean
ent_candidate_end_journey (EntExtraction      *extraction,
                           const EntCandidate *candidate)
{
  EntDay day;

  if (!candidate->dated || candidate->status == ENT_STATUS_DENIED || !ent_edtf_is_day (candidate->date))
    return FALSE;
  day = ent_edtf_earliest (candidate->date);
  for (guint i = extraction->mentions->len; i > extraction->first; i--)
    {
      EntMention *mention = ent_extraction_get_mention (extraction, (int) i - 1);
      EntDay first = ent_edtf_earliest (mention->date);
      EntDay last = ent_edtf_latest (mention->date);

      if (mention->kind != ENT_KIND_VISIT || mention->status == ENT_STATUS_DENIED
          || mention->basis == ENT_EVENT_DATE_STATEMENT || first == ENT_DAY_OPEN_START || last == ENT_DAY_OPEN_END
          || day < last || day - first > MOST_DAYS_BETWEEN || !ent_parties_cover (&candidate->parties, mention))
        continue;
      ent_candidate_join_journey (candidate, mention);
      ent_extraction_add_evidence (extraction, mention, extraction->sentence);
      ent_candidate_claim (extraction, candidate);
      return TRUE;
    }
  return FALSE;
}

/**
 * ent_candidate_is_announced_visit:
 * @extraction: the state of reading
 * @candidate: a match on the way to an event
 *
 * Returns: whether it is a visit that is only spoken of, and was announced before: 将于12日访华。…中方欢迎他访华
 */
gboolean
ent_candidate_is_announced_visit (const EntExtraction *extraction,
                                  const EntCandidate  *candidate)
{
  if (candidate->kind != ENT_KIND_VISIT || !(candidate->give->needs & ENT_GIVE_NEEDS_REPORT))
    return FALSE;
  for (guint i = extraction->first; i < extraction->mentions->len; i++)
    {
      const EntMention *mention = ent_extraction_get_mention (extraction, (int) i);

      if (mention->kind == ENT_KIND_VISIT && mention->status == ENT_STATUS_PLANNED
          && ent_edtf_earliest (mention->date) > extraction->day && ent_parties_cover (&candidate->parties, mention))
        return TRUE;
    }
  return FALSE;
}

/**
 * ent_candidate_find_traveller:
 * @extraction: the state of reading
 * @candidate: a match
 * @subject: (inout): who did it; added to if nobody is in it
 *
 * 将访问俄罗斯，其间主持中俄会议，24日访问土库曼斯坦: who travels on, where the clause names nobody, is who travelled; so
 * is who signs or meets there: 将率团访台。访台期间将与部长签署条约
 */
void
ent_candidate_find_traveller (const EntExtraction *extraction,
                              const EntCandidate  *candidate,
                              EntParties          *subject)
{
  gboolean travels = candidate->kind == ENT_KIND_VISIT && candidate->give->host >= 0;
  guint32 first = ent_extraction_get_sentence (extraction)->first;
  guint32 clause = ent_extraction_get_clause (extraction, candidate->match->first);
  gboolean during = candidate->status == ENT_STATUS_PLANNED && candidate->give->with >= 0
                    && ent_chart_find (extraction->chart, first, extraction->extractor->classes.durings) != NULL;

  if (candidate->give->who != ENT_GIVE_WHO_SUBJECT || subject->n_actors > 0 || !(travels || during)
      || !ent_extraction_is_ideographic (extraction, candidate->match)
      || ent_extraction_has_subject (extraction, clause, candidate->match->first))
    return;
  for (guint i = extraction->mentions->len; i > extraction->first; i--)
    {
      const EntMention *mention = ent_extraction_get_mention (extraction, (int) i - 1);

      if (mention->kind != ENT_KIND_VISIT || (travels && ent_tokens_find (extraction->tokens, mention->at) < first))
        continue;
      ent_parties_add_actor (subject, mention->subject);
      return;
    }
}
