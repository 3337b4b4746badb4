/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/extract-candidate.h"

/* So many tokens behind a match its place may stand. */
#define PLACE_REACH 12
/* So many tokens before a date stands that it was one planned for. */
#define PLAN_REACH 10

/**
 * ent_extraction_has_promise:
 * @extraction: the state of reading
 * @match: "and to …"
 *
 * Returns: whether a verb of promising stands before the match in its sentence, so that it may promise one thing more:
 * "will send aid to support the hospitals and to feed the camps" only tells what one thing is for
 */
gboolean
ent_extraction_has_promise (const EntExtraction *extraction,
                            const EntRuleMatch  *match)
{
  guint32 promises = extraction->extractor->classes.promises;

  return promises == 0
         || ent_extraction_has (extraction, promises, ent_extraction_get_sentence (extraction)->first, match->first);
}

/**
 * ent_candidate_find_plan:
 * @extraction: the state of reading
 * @candidate: a match on the way to an event
 *
 * Returns: the kind of what was to be and is called off, by the class of its word; -1 if that is no contact
 */
int
ent_candidate_find_plan (const EntExtraction *extraction,
                         const EntEventGive  *give,
                         const EntRuleMatch  *match)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  const EntCapture *capture = give->plan >= 0 ? &match->captures[give->plan] : NULL;

  if (capture == NULL || capture->first == ENT_CAPTURE_NONE || capture->class_id == 0)
    return -1;
  if (capture->class_id == classes->calls)
    return ENT_KIND_CALL;
  if (capture->class_id == classes->meetings)
    return ENT_KIND_MEETING;
  if (capture->class_id == classes->summits)
    return ENT_KIND_SUMMIT;
  return capture->class_id == classes->visits ? ENT_KIND_VISIT : -1;
}

/* The year of a plan's date, where words do not tell it, is the one that brings it nearest to the statement. */
static EntEdtf
bring_near (const EntExtraction *extraction,
            EntEdtf              date)
{
  EntEdtf best = date;

  for (int years = -1; years <= 1; years += 2)
    {
      EntEdtf moved = ent_candidate_move_years (date, years);

      if (ABS (ent_edtf_earliest (moved) - extraction->day) < ABS (ent_edtf_earliest (best) - extraction->day))
        best = moved;
    }
  return best;
}

static const EntTimex *
get_date_at (const EntExtraction *extraction,
             guint32              at)
{
  const EntEdge *edge = ent_chart_find (extraction->chart, at, extraction->extractor->classes.dates);
  const EntTimex *timex = edge != NULL ? &g_array_index (extraction->timexes, EntTimex, edge->value) : NULL;

  return timex != NULL && ent_extraction_is_usable (timex)
             && ent_edtf_earliest (timex->edtf) != ENT_DAY_OPEN_START
           ? timex
           : NULL;
}

/* Whether the words of a date leave out its year: 原定9月25日举行. */
static gboolean
lacks_year (const EntExtraction *extraction,
            const EntTimex      *timex)
{
  const char *text = extraction->tokens->text;

  return timex->ambiguous
         || (extraction->tokens->tokens[ent_tokens_find (extraction->tokens, timex->end) - 1].kind == ENT_TOKEN_CJK
             && g_strstr_len (text + timex->start, timex->end - timex->start, "年") == NULL);
}

/* "the visit planned for April", "which was to take place on 27 January": the date that words of a plan precede, or
 * that the rule tells. */
static const EntTimex *
find_plan_date (const EntExtraction *extraction,
                const EntEventGive  *give,
                const EntRuleMatch  *match,
                guint32             *found)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  const EntCapture *told = give->plan_date >= 0 ? &match->captures[give->plan_date] : NULL;
  guint32 first = ent_extraction_get_clause (extraction, match->first);
  guint32 end = MIN (ent_extraction_get_sentence (extraction)->end, match->end + PLACE_REACH);

  *found = told != NULL ? told->first : ENT_CAPTURE_NONE;
  if (*found != ENT_CAPTURE_NONE)
    return get_date_at (extraction, *found);
  for (guint32 at = first; at < end; at++)
    {
      const EntTimex *timex = get_date_at (extraction, at);
      guint32 reach = MAX (at, first + PLAN_REACH) - PLAN_REACH;

      if (timex == NULL)
        continue;
      *found = at;
      if (ent_extraction_precedes (extraction, classes->scheduled, first, at)
          || ent_extraction_has (extraction, classes->scheduled, reach, at)
          || ent_extraction_has (extraction, classes->future, reach, at)
          || (!timex->ambiguous && ent_edtf_earliest (timex->edtf) > extraction->day))
        return timex;
    }
  return NULL;
}

/* 推迟至10月: when it is to be instead. */
static const EntTimex *
find_new_date (const EntExtraction *extraction,
               const EntRuleMatch  *match)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  guint32 end = MIN (ent_extraction_get_sentence (extraction)->end, match->end + PLACE_REACH);

  if (!ent_extraction_is_ideographic (extraction, match))
    return NULL;
  for (guint32 at = match->first; at < end; at++)
    if (ent_extraction_precedes (extraction, classes->put_offs, match->first, at))
      return get_date_at (extraction, at);
  return NULL;
}

/* Announces what is put off for when it is to be. */
static void
place_put_off (EntExtraction      *extraction,
               const EntCandidate *candidate,
               int                 kind)
{
  const EntTimex *timex = find_new_date (extraction, candidate->match);
  EntCandidate plan = *candidate;

  if (timex == NULL || extraction->day == ENT_DAY_OPEN_START)
    return;
  plan.kind = (EntKind) kind;
  plan.status = ENT_STATUS_PLANNED;
  plan.date = timex->edtf;
  if (timex->ambiguous && ent_edtf_latest (plan.date) < extraction->day)
    plan.date = ent_candidate_move_years (plan.date, 1);
  plan.basis = ent_extraction_get_basis (extraction, timex);
  plan.dated = TRUE;
  ent_candidate_place (extraction, &plan);
}

/**
 * ent_candidate_deny_plan:
 * @extraction: the state of reading
 * @candidate: a match that calls something off
 * @kind: what kind of contact that is
 *
 * "The visit planned for April was cancelled": the date is the plan's, which now is denied.
 */
void
ent_candidate_deny_plan (EntExtraction *extraction,
                         EntCandidate  *candidate,
                         int            kind)
{
  guint32 at;
  const EntTimex *timex = find_plan_date (extraction, candidate->give, candidate->match, &at);
  EntCandidate plan = *candidate;

  place_put_off (extraction, candidate, kind);
  if (timex == NULL || extraction->day == ENT_DAY_OPEN_START)
    return;
  plan.kind = (EntKind) kind;
  plan.status = ENT_STATUS_DENIED;
  plan.date = lacks_year (extraction, timex) ? bring_near (extraction, timex->edtf) : timex->edtf;
  plan.basis = ent_extraction_get_basis (extraction, timex);
  plan.dated = TRUE;
  if (candidate->dated && (candidate->date_at == at || ent_edtf_overlaps (candidate->date, timex->edtf)))
    candidate->dated = FALSE;
  ent_candidate_place (extraction, &plan);
}
