/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom an act of one side alone bears on. */
#include "parse/extract-candidate.h"

/* So far behind an act the state that it bears on may be named first. */
#define OTHER_REACH 32

/**
 * ent_candidate_add_target:
 * @extraction: the state of reading
 * @candidate: a promise of one side
 *
 * Adds whom a word of TARGET names in its clause: 同意解除对中国的禁令, "for refugees in Chile".
 */
void
ent_candidate_add_target (const EntExtraction *extraction,
                          EntCandidate        *candidate)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  guint32 end = ent_extraction_get_sentence (extraction)->end;

  for (guint32 at = candidate->match->first; classes->targets != 0 && at + 1 < end; at++)
    {
      const EntEdge *target = ent_chart_find (extraction->chart, at, classes->targets);

      if (at > candidate->match->end && ent_extraction_ends_clause (extraction, at))
        return;
      if (target == NULL || ent_chart_find (extraction->chart, target->end, classes->actors) == NULL)
        continue;
      ent_extraction_collect_list (extraction, target->end, &candidate->parties);
      return;
    }
}

/* Whether the other side of what is done has to be looked for behind it. */
static gboolean
wants_other_behind (const EntExtraction *extraction,
                    const EntCandidate  *candidate)
{
  guint32 end = candidate->match->end;

  if (candidate->parties.n_actors != 1 || candidate->status != ENT_STATUS_OCCURRED || candidate->give->leftover
      || ent_extraction_is_ideographic (extraction, candidate->match))
    return FALSE;
  if (candidate->kind == ENT_KIND_SANCTION)
    return TRUE;
  return candidate->kind == ENT_KIND_AGREEMENT && end < ent_extraction_get_sentence (extraction)->end
         && ent_chart_find (extraction->chart, end, extraction->extractor->classes.betweens) != NULL;
}

/**
 * ent_candidate_add_behind:
 * @extraction: the state of reading
 * @candidate: a match whose parties are read
 *
 * Gives a sanction or an accord of one side alone the first state named behind it as the other: "measures on five
 * individuals responsible for the repression in Chile", "an agreement with the centre of the Church, the Vatican".
 */
void
ent_candidate_add_behind (const EntExtraction *extraction,
                          EntCandidate        *candidate)
{
  guint32 end = MIN (ent_extraction_get_sentence (extraction)->end, candidate->match->end + OTHER_REACH);
  EntParties behind = { .n_actors = 0 };

  if (!wants_other_behind (extraction, candidate))
    return;
  for (guint32 at = candidate->match->end; at < end; at++)
    {
      const EntEdge *edge = ent_chart_find (extraction->chart, at, extraction->extractor->classes.actors);

      if (ent_chart_find (extraction->chart, at, extraction->extractor->classes.subordinates) != NULL)
        return;
      if (edge == NULL || edge->end > end)
        continue;
      ent_extraction_collect (extraction, at, edge->end, &behind);
      for (guint i = 0; i < behind.n_actors; i++)
        if (ent_vocabulary_get_actor (extraction->extractor->vocabulary, behind.actors[i])->actor_class
            == ENT_ACTOR_STATE)
          ent_parties_add_actor (&candidate->parties, behind.actors[i]);
      if (candidate->parties.n_actors > 1)
        return;
    }
}

/* "11 of which are based in China, 5 in Russia": all who are named behind. */
static void
add_origins_behind (const EntExtraction *extraction,
                    EntCandidate        *candidate)
{
  guint32 end = ent_extraction_get_sentence (extraction)->end;

  for (guint32 at = candidate->match->first; at < end; at++)
    if (ent_chart_find (extraction->chart, at, extraction->extractor->classes.origins) != NULL)
      {
        ent_extraction_collect (extraction, at, end, &candidate->parties);
        return;
      }
}

/**
 * ent_candidate_add_origin:
 * @extraction: the state of reading
 * @candidate: a measure whose words do not tell whom it is against
 *
 * Adds whom it is against by the words that tell where those or the goods are at home that it hits: behind it, or,
 * written in ideographs, the last before: 对上述产品征收反倾销税.
 */
void
ent_candidate_add_origin (const EntExtraction *extraction,
                          EntCandidate        *candidate)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;

  if (!ent_extraction_is_ideographic (extraction, candidate->match))
    {
      add_origins_behind (extraction, candidate);
      return;
    }
  for (guint32 at = candidate->match->end; classes->origins != 0 && at > 0; at--)
    {
      const EntEdge *origin = ent_chart_find (extraction->chart, at - 1, classes->origins);

      if (origin == NULL || ent_chart_find (extraction->chart, origin->end, classes->actors) == NULL)
        continue;
      ent_extraction_collect_list (extraction, origin->end, &candidate->parties);
      return;
    }
}
