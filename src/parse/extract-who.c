/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/extract-candidate.h"

#include <string.h>

/* So many tokens behind a condition whom it is about may stand. */
#define CONDITION_REACH 6
/* So many tokens behind a word whom it acts on may stand. */
#define OBJECT_REACH 10

/**
 * ent_extraction_collect_capture:
 * @extraction: the state of reading
 * @match: a match
 * @number: the number of a capture, or -1
 * @parties: gets whom the capture names: the phrases in it, or the state that a place lies in
 */
void
ent_extraction_collect_capture (const EntExtraction *extraction,
                                const EntRuleMatch  *match,
                                int                  number,
                                EntParties          *parties)
{
  const EntCapture *capture = number >= 0 ? &match->captures[number] : NULL;

  if (capture == NULL || capture->first == ENT_CAPTURE_NONE)
    return;
  if (capture->class_id != 0 && capture->class_id == extraction->extractor->classes.places)
    ent_parties_add_actor (parties, (guint16) extraction->extractor->terms[capture->value].index);
  else
    ent_extraction_collect (extraction, capture->first, capture->end, parties);
}

/* Who takes part in what the sentence told last. */
static void
collect_told (const EntExtraction *extraction,
              EntParties          *parties)
{
  const EntMention *mention = ent_extraction_get_mention (extraction, extraction->touched);

  memset (parties, 0, sizeof *parties);
  for (guint i = 0; i < mention->n_actors; i++)
    ent_parties_add_actor (parties, mention->actors[i]);
}

static void
note_object (EntExtraction      *extraction,
             const EntRuleMatch *match,
             int                 number)
{
  if (number >= 0 && match->captures[number].first != ENT_CAPTURE_NONE && extraction->n_objects < ENT_MAX_OBJECTS)
    extraction->objects[extraction->n_objects++] = match->captures[number];
}

static void
read_named (EntExtraction *extraction,
            EntCandidate  *candidate)
{
  const EntEventGive *give = candidate->give;
  const EntRuleMatch *match = candidate->match;
  EntParties subject = { .n_actors = 0 };

  ent_extraction_collect_capture (extraction, match, give->actor, &subject);
  if (give->who == ENT_GIVE_WHO_SUBJECT && subject.n_actors == 0)
    ent_extraction_find_subject (extraction, ent_extraction_get_sentence (extraction)->first, match->first, &subject);
  if (give->who == ENT_GIVE_WHO_SUBJECT && subject.n_actors == 0 && extraction->listing)
    subject = extraction->listers;
  if (give->follows)
    collect_told (extraction, &subject);
  if (give->who == ENT_GIVE_WHO_NEAR)
    ent_extraction_find_neighbour (extraction, match->first, &subject);
  if (give->who == ENT_GIVE_WHO_SIDES)
    ent_parties_join (&subject, &extraction->sides);
  if (give->who == ENT_GIVE_WHO_ISSUER)
    ent_parties_add_actor (&subject, extraction->issuer);
  candidate->subject = subject.n_actors > 0 ? subject.actors[0] : ENT_ACTOR_NONE;
  ent_extraction_collect_capture (extraction, match, give->with, &candidate->parties);
  ent_extraction_collect_capture (extraction, match, give->host, &candidate->parties);
  note_object (extraction, match, give->with);
  candidate->named = candidate->parties.n_actors > 0 || candidate->parties.n_people > 0;
  ent_parties_join (&subject, &candidate->parties);
  candidate->parties = subject;
}

/* "if Russia further invades": whom a threat is for stands behind its condition. */
static void
add_threatened (const EntExtraction *extraction,
                EntCandidate        *candidate)
{
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);

  for (guint32 at = sentence->first; at < sentence->end && candidate->parties.n_actors < 2; at++)
    if (ent_extraction_has (extraction, extraction->extractor->classes.conditions, at, at + 1))
      ent_extraction_collect (extraction, at, MIN (at + CONDITION_REACH, sentence->end), &candidate->parties);
}

/* What one side does to another: where only the other is named, the issuer tells of its own. */
static gboolean
is_directed (EntKind kind)
{
  return kind == ENT_KIND_EXPULSION || kind == ENT_KIND_PROTEST || kind == ENT_KIND_SANCTION
         || kind == ENT_KIND_SUSPENSION;
}

/* "The two presidents met": who met is told before. */
static gboolean
is_by_leaders (const EntExtraction *extraction,
               const EntRuleMatch  *match)
{
  guint32 clause = ent_extraction_get_clause (extraction, match->first);

  return ent_extraction_has (extraction, extraction->extractor->classes.leaders, clause, match->first);
}

/* "The Chiefs will gather in May": where the words name no side, it is those whom the statement is about. */
static void
add_unnamed (const EntExtraction *extraction,
             EntParties          *parties)
{
  if (extraction->sides.n_actors > 1)
    ent_parties_join (parties, &extraction->sides);
  else
    ent_parties_add_actor (parties, extraction->issuer);
}

/* Whom one word acts on: those named behind it up to a mark or a date. */
static void
collect_after (const EntExtraction *extraction,
               const EntRuleMatch  *match,
               EntParties          *parties)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  const EntToken *tokens = extraction->tokens->tokens;
  guint32 end = MIN (ent_extraction_get_sentence (extraction)->end, match->end + OBJECT_REACH);
  guint32 at = match->end;

  while (at < end && tokens[at].kind != ENT_TOKEN_PUNCT
         && ent_chart_find (extraction->chart, at, classes->dates) == NULL)
    at++;
  ent_extraction_collect (extraction, match->end, at, parties);
}

/**
 * ent_candidate_read_parties:
 * @extraction: the state of reading
 * @candidate: a match whose kind, date and status are found
 *
 * Finds out who takes part: whom the captures and the words before name, or whom the statement is about.
 */
void
ent_candidate_read_parties (EntExtraction *extraction,
                            EntCandidate  *candidate)
{
  const EntEventGive *give = candidate->give;

  read_named (extraction, candidate);
  if (give->leftover)
    collect_after (extraction, candidate->match, &candidate->parties);
  if (candidate->kind == ENT_KIND_WARNING)
    add_threatened (extraction, candidate);
  if (candidate->parties.n_actors == 0 && candidate->dated && give->who == ENT_GIVE_WHO_SUBJECT)
    add_unnamed (extraction, &candidate->parties);
  if (is_directed (candidate->kind) && candidate->parties.n_actors == 1 && candidate->named)
    ent_parties_add_actor (&candidate->parties, extraction->issuer);
  candidate->leaders = is_by_leaders (extraction, candidate->match);
}
