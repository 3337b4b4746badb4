/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of those who take part did it. */
#include "parse/extract-candidate.h"

/* So many tokens behind a match who acts may stand. */
#define BEHIND_REACH 14
/* So many words that tell nothing of where or when may stand in between. */
#define MOST_WORDS 1

/* Words of where and how between a verb and who acts. */
static const EntEdge *
find_passable (const EntExtraction *extraction,
               guint32              token)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  const guint32 passable[] = { classes->places, classes->adverbs, classes->locatives, classes->articles,
                               classes->prepositions };
  const EntEdge *edge = NULL;

  for (guint i = 0; edge == NULL && i < G_N_ELEMENTS (passable); i++)
    edge = passable[i] != 0 ? ent_chart_find (extraction->chart, token, passable[i]) : NULL;
  return edge;
}

/**
 * ent_extraction_read_behind:
 * @extraction: the state of reading
 * @match: a match
 * @class_id: a class, or 0 for none
 * @parties: gets them
 *
 * "were expelled on 3 June by Chile", "a call took place yesterday between A and B": who acts, or who have it with
 * each other, may stand behind dates, places and words of manner.
 *
 * Returns: whether a word of the class leads to anyone there
 */
gboolean
ent_extraction_read_behind (const EntExtraction *extraction,
                            const EntRuleMatch  *match,
                            guint32              class_id,
                            EntParties          *parties)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  const EntToken *tokens = extraction->tokens->tokens;
  guint32 end = MIN (ent_extraction_get_sentence (extraction)->end, match->end + BEHIND_REACH);
  guint n_words = 0;

  for (guint32 at = match->end; class_id != 0 && at < end;)
    {
      const EntEdge *edge = ent_chart_find (extraction->chart, at, class_id);

      if (edge != NULL && edge->end < end && ent_chart_find (extraction->chart, edge->end, classes->actors) != NULL)
        return ent_extraction_collect_list (extraction, edge->end, parties);
      if ((edge = ent_chart_find (extraction->chart, at, classes->dates)) != NULL)
        {
          at = edge->end;
          continue;
        }
      if ((edge = ent_chart_find (extraction->chart, at, classes->actors)) != NULL
          && !ent_extraction_precedes (extraction, classes->locatives, match->first, at))
        return FALSE;
      if (tokens[at].kind == ENT_TOKEN_PUNCT || ent_extraction_ends_clause (extraction, at)
          || ent_chart_find (extraction->chart, at, classes->says) != NULL)
        return FALSE;
      /* "on threats posed by": what other words govern is not of this match. */
      if (edge == NULL)
        edge = find_passable (extraction, at);
      if (edge == NULL && ++n_words > MOST_WORDS)
        return FALSE;
      at = edge != NULL ? edge->end : at + 1;
    }
  return FALSE;
}

/* Whether the words name the other side and it is not who stands before: "10 members of the embassy were expelled" has
 * no word of who did it. */
static gboolean
is_done_to_another (const EntCandidate *candidate,
                    guint16             subject)
{
  if (candidate->parties.n_actors == 0)
    return (candidate->kind == ENT_KIND_PROTEST && candidate->status == ENT_STATUS_OCCURRED)
           || (ent_kind_is_one_sided (candidate->kind) && !ent_kind_is_directed (candidate->kind));
  for (guint i = 0; i < candidate->parties.n_actors; i++)
    if (candidate->parties.actors[i] == subject)
      return FALSE;
  return TRUE;
}

/* "With the Minister she agreed to": all who take part promise it. */
static gboolean
is_mutual (const EntExtraction *extraction,
           const EntCandidate  *candidate)
{
  const EntRuleMatch *match = candidate->match;

  return candidate->kind == ENT_KIND_COMMITMENT
         && ent_extraction_has (extraction, extraction->extractor->classes.mutuals,
                                ent_extraction_get_clause (extraction, match->first), match->end);
}

/**
 * ent_candidate_find_agent:
 * @extraction: the state of reading
 * @candidate: a match on the way to an event, with those whom its words name
 * @subject: who stands before it
 *
 * Returns: who did it: who stands before, or behind a word for that where it was done; %ENT_ACTOR_NONE where the words
 *   do not tell
 */
guint16
ent_candidate_find_agent (const EntExtraction *extraction,
                          const EntCandidate  *candidate,
                          const EntParties    *subject)
{
  EntParties behind = { .n_actors = 0 };

  if (is_mutual (extraction, candidate))
    return ENT_ACTOR_NONE;
  if (!candidate->give->passive)
    return subject->n_actors == 1 && is_done_to_another (candidate, subject->actors[0]) ? subject->actors[0]
                                                                                        : ENT_ACTOR_NONE;
  ent_extraction_collect_capture (extraction, candidate->match, candidate->give->actor, &behind);
  if (behind.n_actors == 0)
    ent_extraction_read_behind (extraction, candidate->match, extraction->extractor->classes.agents, &behind);
  return behind.n_actors == 1 ? behind.actors[0] : ENT_ACTOR_NONE;
}
