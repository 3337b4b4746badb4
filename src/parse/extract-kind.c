/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a contact is by who takes part: a meeting, or a summit of leaders. */
#include "parse/extract-candidate.h"

/* So far behind a contact "counterpart" may stand: "met with Chile's counterpart". */
#define COUNTERPART_REACH 2
/* And so far behind a body its members' offices: "the Summit of ASEAN Heads of State". */
#define OFFICE_REACH 3

/**
 * ent_candidate_is_of_body:
 * @extraction: the state of reading
 * @candidate: a match on the way to an event
 *
 * Returns: whether those who meet or agree are the members of one body: "the NATO summit"
 */
gboolean
ent_candidate_is_of_body (const EntExtraction *extraction,
                          const EntCandidate  *candidate)
{
  const EntVocabulary *vocabulary = extraction->extractor->vocabulary;

  return candidate->parties.n_actors == 1
         && (ent_kind_is_contact (candidate->kind) || candidate->kind == ENT_KIND_AGREEMENT)
         && ent_vocabulary_get_actor (vocabulary, candidate->parties.actors[0])->actor_class == ENT_ACTOR_ORGANISATION;
}

/**
 * ent_candidate_is_of_two:
 * @extraction: the state of reading
 * @candidate: a match on the way to an event
 *
 * Returns: whether at least two take part: "NATO leaders" are several too
 */
gboolean
ent_candidate_is_of_two (const EntExtraction *extraction,
                         const EntCandidate  *candidate)
{
  return candidate->parties.n_actors > 1 || ent_candidate_is_of_body (extraction, candidate);
}

/**
 * ent_candidate_is_of_members:
 * @extraction: the state of reading
 * @candidate: a match on the way to an event
 *
 * Returns: whether it is told of a body's members that they do it with each other, so that nobody else takes part who
 *   only tells of it: "NATO's foreign ministers met", "ASEAN leaders adopted a declaration"
 */
gboolean
ent_candidate_is_of_members (const EntExtraction *extraction,
                             const EntCandidate  *candidate)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  const EntRuleMatch *match = candidate->match;
  guint32 clause = ent_extraction_get_clause (extraction, match->first);
  guint32 end = match->end;

  /* "the Summit of ASEAN Heads of State" */
  if (candidate->kind == ENT_KIND_SUMMIT && candidate->subject == ENT_ACTOR_NONE)
    end = MIN (end + OFFICE_REACH, ent_extraction_get_sentence (extraction)->end);
  else if (candidate->subject != candidate->parties.actors[0])
    return FALSE;
  return ent_candidate_is_of_body (extraction, candidate) && !ent_extraction_is_ideographic (extraction, match)
         && (ent_extraction_has (extraction, classes->many, clause, end)
             || ent_extraction_has (extraction, classes->leaders, clause, end));
}

/* Whether somebody takes part who is no leader. */
static gboolean
names_lower (const EntParties *parties)
{
  for (guint i = 0; i < parties->n_people; i++)
    if (parties->people[i].level != ENT_LEVEL_LEADER && parties->people[i].level != ENT_LEVEL_NONE)
      return TRUE;
  return FALSE;
}

/* "met with G7 leaders": with leaders, whoever met them. */
static gboolean
with_leaders (const EntExtraction *extraction,
              const EntRuleMatch  *match)
{
  return !ent_extraction_is_ideographic (extraction, match)
         && ent_extraction_has (extraction, extraction->extractor->classes.leaders, match->first, match->end);
}

/* "holding a face-to-face summit meeting": what is held is one; not what one meets beside. */
static gboolean
holds_summit (const EntExtraction *extraction,
              const EntRuleMatch  *match)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  gboolean held = FALSE;

  for (guint32 at = match->first; at < match->end && !ent_extraction_is_ideographic (extraction, match); at++)
    {
      const EntEdge *summit = ent_chart_find (extraction->chart, at, classes->summits);

      if (held && summit != NULL && summit->end <= match->end)
        return TRUE;
      if (ent_chart_find (extraction->chart, at, classes->holds) != NULL
          || ent_chart_find (extraction->chart, at, classes->helds) != NULL)
        held = TRUE;
      else if (!(extraction->tokens->tokens[at].flags & ENT_TOKEN_GLUED)
               && (ent_chart_find (extraction->chart, at, classes->prepositions) != NULL
                   || ent_chart_find (extraction->chart, at, classes->locatives) != NULL))
        held = FALSE;
    }
  return FALSE;
}

/* 5月举行的日中首脑会谈, 出席领导人会议: what the match ends with is called a summit; or whose it is ends in that word:
 * 韩中日领导人会议将于26日举行. */
static gboolean
is_called_summit (const EntExtraction *extraction,
                  const EntRuleMatch  *match)
{
  int with = extraction->extractor->gives[match->rule].with;
  guint32 whose = with >= 0 && match->captures[with].first == match->first ? match->captures[with].end : match->first;

  for (guint32 at = match->first; at < match->end && ent_extraction_is_ideographic (extraction, match); at++)
    {
      const EntEdge *summit = ent_chart_find (extraction->chart, at, extraction->extractor->classes.summits);

      if (summit != NULL && (summit->end == match->end || (at < whose && summit->end > whose)))
        return TRUE;
    }
  return FALSE;
}

/* "preceded by the ministerial meeting of 2 December": not of the leaders who only are the statement's. */
static gboolean
is_of_lower (const EntExtraction *extraction,
             const EntCandidate  *candidate)
{
  const EntRuleMatch *match = candidate->match;
  guint32 clause = ent_extraction_get_clause (extraction, match->first);

  return !candidate->names_person
         && ent_extraction_has (extraction, extraction->extractor->classes.lowers, clause, match->end);
}

/* "The leaders agreed to a meeting between their economic teams" */
static gboolean
tells_lower (const EntExtraction *extraction,
             const EntCandidate  *candidate)
{
  return ent_extraction_has (extraction, extraction->extractor->classes.lowers, candidate->match->first,
                             candidate->match->end);
}

/* 两国元首今天会晤…今年5月，双方举行了人工智能对话: of another day, and of nobody named, though leaders are the sides. */
static gboolean
is_of_another_day (const EntExtraction *extraction,
                   const EntCandidate  *candidate)
{
  const EntMention *reported;

  if (extraction->reported < 0 || !candidate->dated || candidate->leaders || candidate->names_person
      || candidate->give->who != ENT_GIVE_WHO_SUBJECT || candidate->status != ENT_STATUS_OCCURRED
      || !ent_extraction_is_ideographic (extraction, candidate->match))
    return FALSE;
  reported = ent_extraction_get_mention (extraction, extraction->reported);
  return !ent_edtf_overlaps (reported->date, candidate->date);
}

/* "President A met his Chilean counterpart": a leader too, who is not named. */
static gboolean
meets_counterpart (const EntExtraction *extraction,
                   const EntCandidate  *candidate)
{
  const EntRuleMatch *match = candidate->match;
  guint32 end = MIN (ent_extraction_get_sentence (extraction)->end, match->end + COUNTERPART_REACH);

  return candidate->parties.n_actors == 2
         && ent_extraction_has (extraction, extraction->extractor->classes.counterparts, match->first, end)
         && ent_parties_have_leader (&candidate->parties);
}

/**
 * ent_candidate_refine_kind:
 * @extraction: the state of reading
 * @candidate: a match whose parties are known
 *
 * Returns: what its kind becomes by who takes part: leaders in person make a meeting a summit
 */
EntKind
ent_candidate_refine_kind (const EntExtraction *extraction,
                           const EntCandidate  *candidate)
{
  if (candidate->kind == ENT_KIND_MEETING && is_called_summit (extraction, candidate->match)
      && !is_of_lower (extraction, candidate))
    return ENT_KIND_SUMMIT;
  if (candidate->kind == ENT_KIND_MEETING && !is_of_another_day (extraction, candidate)
      && ((candidate->by_name && !is_of_lower (extraction, candidate) && ent_parties_are_leaders (&candidate->parties))
          || (candidate->leaders && ent_candidate_is_of_two (extraction, candidate)
              && !(ent_extraction_is_ideographic (extraction, candidate->match) ? names_lower (&candidate->parties)
                                                                                : tells_lower (extraction, candidate)))
          || meets_counterpart (extraction, candidate)
          || holds_summit (extraction, candidate->match)
          || (with_leaders (extraction, candidate->match) && ent_candidate_is_of_two (extraction, candidate)
              && !names_lower (&candidate->parties))))
    return ENT_KIND_SUMMIT;
  return candidate->kind;
}
