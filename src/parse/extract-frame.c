/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/extract-candidate.h"

/* "China protested at once": of the day of what was told before. */
static gboolean
follows_at_once (const EntExtraction *extraction,
                 const EntCandidate  *candidate)
{
  guint32 first = ent_extraction_get_sentence (extraction)->first;

  return candidate->status == ENT_STATUS_OCCURRED && extraction->mentions->len > extraction->first
         && ent_extraction_has (extraction, extraction->extractor->classes.thens, first, candidate->match->first);
}

static void
take_last_date (const EntExtraction *extraction,
                EntCandidate        *candidate)
{
  const EntMention *last = ent_extraction_get_mention (extraction, (int) extraction->mentions->len - 1);

  if (!ent_edtf_is_day (last->date) || last->status != ENT_STATUS_OCCURRED)
    return;
  candidate->date = ent_edtf_day (ent_edtf_earliest (last->date));
  candidate->basis = last->basis;
  candidate->dated = TRUE;
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

      if (visit->kind != ENT_KIND_VISIT || visit->status != candidate->status
          || visit->basis == ENT_EVENT_DATE_STATEMENT
          || ent_edtf_is_interval (visit->date) == ent_edtf_is_day (visit->date)
          || !ent_parties_cover (&candidate->parties, visit)
          || (candidate->status == ENT_STATUS_OCCURRED && !ent_extraction_is_reportable (extraction, visit->date)))
        continue;
      *date = visit->date;
      *basis = visit->basis;
      return TRUE;
    }
  return FALSE;
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
  if (!candidate->dated && follows_at_once (extraction, candidate))
    take_last_date (extraction, candidate);
  if (!candidate->dated && find_frame (extraction, candidate, &candidate->date, &candidate->basis))
    candidate->dated = TRUE;
}
