/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom an act of one side alone bears on. */
#include "parse/extract-candidate.h"

/* So far behind an act the state that it bears on may be named first. */
#define OTHER_REACH 32
/* So far behind an act of force the state may be named where it was. */
#define SCENE_REACH 6

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

/* 对上述产品征收反倾销税: whom it is against, the last words before that tell where the goods come from. */
static void
add_origin (const EntExtraction *extraction,
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

/**
 * ent_candidate_complete_measure:
 * @extraction: the state of reading
 * @candidate: a sanction
 *
 * Adds who takes it, or whom it is against, where its own words do not tell: the issuer, those at home where other
 * words say, or those whom the title names.
 */
void
ent_candidate_complete_measure (const EntExtraction *extraction,
                                EntCandidate        *candidate)
{
  const EntEventGive *give = candidate->give;

  if (candidate->parties.n_actors < 2)
    add_origin (extraction, candidate);
  if (ent_extraction_is_ideographic (extraction, candidate->match))
    return;
  /* "This includes adding firms in Peru and Chile to the list": who does it is whose statement it is. */
  if (candidate->subject == ENT_ACTOR_NONE && !give->passive && candidate->status == ENT_STATUS_OCCURRED
      && give->undated == ENT_GIVE_UNDATED_STATEMENT)
    ent_parties_add_actor (&candidate->parties, extraction->issuer);
  /* "added 11 entities to the list": against whom, the title tells. */
  if (candidate->parties.n_actors == 1 && candidate->parties.actors[0] == extraction->issuer
      && (extraction->headline_kind < 0 || extraction->headline_kind == ENT_KIND_SANCTION))
    ent_parties_join (&candidate->parties, &extraction->titled);
}

/* "has sanctioned those of the Ruritanian army who are responsible for Friday's attack": another state than the
 * issuer, and no person, that is named last before. */
static guint16
find_other_state (const EntExtraction *extraction,
                  const EntRuleMatch  *match)
{
  const EntActorPhrase *all = (const EntActorPhrase *) (gconstpointer) extraction->phrases->data;
  guint32 first = ent_extraction_get_sentence (extraction)->first;

  for (int at = ent_extraction_find_phrase_before (extraction, first, match->first);
       at >= 0 && all[at].first >= first; at--)
    if (all[at].kind == ENT_PHRASE_ACTOR && all[at].actor != ENT_ACTOR_NONE && all[at].actor != extraction->issuer
        && ent_vocabulary_get_actor (extraction->extractor->vocabulary, all[at].actor)->actor_class
             == ENT_ACTOR_STATE)
      return all[at].actor;
  return ENT_ACTOR_NONE;
}

/* "an attack in Chile": a state that is named behind a word for where. */
static void
add_state_of_scene (const EntExtraction *extraction,
                    EntCandidate        *candidate)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  guint32 end = MIN (ent_extraction_get_sentence (extraction)->end, candidate->match->end + SCENE_REACH);

  for (guint32 at = candidate->match->first; at + 1 < end; at++)
    if (ent_chart_find (extraction->chart, at, classes->locatives) != NULL
        && ent_chart_find (extraction->chart, at + 1, classes->actors) != NULL)
      {
        ent_extraction_collect (extraction, at + 1, at + 2, &candidate->parties);
        return;
      }
}

/**
 * ent_candidate_add_place:
 * @extraction: the state of reading
 * @candidate: an act of force
 *
 * Adds the state of the place that its words name, if they tell of what was done: "shelled Smallville", "Seven were
 * killed in Smallville".
 */
void
ent_candidate_add_place (const EntExtraction *extraction,
                         EntCandidate        *candidate)
{
  const EntExtractor *extractor = extraction->extractor;
  const EntEdge *hit = ent_chart_find (extraction->chart, candidate->match->end, extractor->classes.places);
  const EntTerm *place = hit != NULL && ent_actor_stage_fits (extractor->actors, extraction->chart, hit)
                           ? &extractor->terms[hit->value]
                           : ent_extraction_find_place (extraction, candidate->match);

  if (!candidate->dated || candidate->status != ENT_STATUS_OCCURRED
      || ent_extraction_is_ideographic (extraction, candidate->match))
    return;
  if (place != NULL)
    ent_parties_add_actor (&candidate->parties, (guint16) place->index);
  else
    add_state_of_scene (extraction, candidate);
}

/**
 * ent_candidate_add_scene:
 * @extraction: the state of reading
 * @candidate: an attack of nobody on nobody who is named: "the killing of the cleric in Surrey on June 18"
 *
 * Adds where it was, or the state that the sentence speaks of, or the issuer, who tells it of its own.
 */
void
ent_candidate_add_scene (const EntExtraction *extraction,
                         EntCandidate        *candidate)
{
  ent_candidate_add_place (extraction, candidate);
  if (candidate->parties.n_actors == 0)
    ent_parties_add_actor (&candidate->parties, find_other_state (extraction, candidate->match));
  if (candidate->parties.n_actors == 0 && extraction->genre != ENT_STATEMENT_CABLE)
    ent_parties_add_actor (&candidate->parties, extraction->issuer);
}
