/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/extract-candidate.h"

/* A heading stands among the first so many sentences. */
#define HEADING_SENTENCES 4
/* So many tokens before a match its negation, its words of the future, and of what should be, may stand. */
#define NEGATION_REACH 4
#define FUTURE_REACH 16
#define OBLIGATION_REACH 8

static gboolean
is_later (const EntExtraction *extraction,
          EntEdtf              date)
{
  EntDay earliest = ent_edtf_earliest (date);

  if (extraction->day == ENT_DAY_OPEN_START || earliest == ENT_DAY_OPEN_START)
    return FALSE;
  return earliest > extraction->day || (earliest == extraction->day && ent_edtf_latest (date) > extraction->day);
}

static gboolean
is_past (const EntExtraction *extraction,
         EntEdtf              date)
{
  EntDay latest = ent_edtf_latest (date);

  return extraction->day != ENT_DAY_OPEN_START && latest != ENT_DAY_OPEN_END && latest < extraction->day;
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
  guint32 near = first > NEGATION_REACH ? MAX (clause, first - NEGATION_REACH) : clause;
  guint32 wish = first > OBLIGATION_REACH ? MAX (clause, first - OBLIGATION_REACH) : clause;
  guint32 far = first > FUTURE_REACH ? MAX (clause, first - FUTURE_REACH) : clause;
  gboolean later = candidate->dated && is_later (extraction, candidate->date);
  gboolean past = candidate->dated && is_past (extraction, candidate->date);
  gboolean future = later || extraction->listing
                    || ent_extraction_has (extraction, classes->future, far, candidate->match->end);
  EntGiveStatus given = (EntGiveStatus) candidate->give->status;

  if (given == ENT_GIVE_STATUS_HEADLINE)
    given = ent_candidate_is_headline (extraction) ? ENT_GIVE_STATUS_OCCURRED : ENT_GIVE_STATUS_FUTURE;
  if (given == ENT_GIVE_STATUS_FUTURE && !future)
    return FALSE;
  /* What is told as done has not the date of what is to come. */
  if (given == ENT_GIVE_STATUS_OCCURRED && later && candidate->give->plan < 0)
    candidate->dated = FALSE;
  /* What is told with a date that is over occurred, whatever was willed in its sentence. */
  if (given == ENT_GIVE_STATUS_TENSE && past)
    future = FALSE;
  candidate->status = ENT_STATUS_OCCURRED;
  if (given == ENT_GIVE_STATUS_FUTURE || given == ENT_GIVE_STATUS_PLANNED || (given == ENT_GIVE_STATUS_TENSE && future))
    candidate->status = ENT_STATUS_PLANNED;
  if (given == ENT_GIVE_STATUS_DENIED || ent_extraction_has (extraction, classes->negations, near, first))
    candidate->status = ENT_STATUS_DENIED;
  if (candidate->kind != ENT_KIND_WARNING && ent_extraction_has (extraction, classes->conditions, clause, first))
    return FALSE;
  /* What should be is a stance, and no plan. */
  return candidate->status == ENT_STATUS_OCCURRED || later
         || !ent_extraction_has (extraction, classes->obligations, wish, first);
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

  if (!candidate->dated || candidate->status != ENT_STATUS_PLANNED || extraction->day == ENT_DAY_OPEN_START)
    return;
  today = ent_edtf_is_day (candidate->date) && ent_edtf_earliest (candidate->date) == extraction->day;
  if (!is_past (extraction, candidate->date) && !(promise && today))
    return;
  /* "At their meeting in May they agreed to": an earlier promise. */
  if (promise && !today && candidate->date_at < candidate->match->first)
    candidate->status = ENT_STATUS_OCCURRED;
  else
    candidate->dated = FALSE;
}
