/* SPDX-License-Identifier: GPL-3.0-or-later */
/* With whom it is, where that is told elsewhere: behind, by where one is, or by what the sentence told before. */
#include "parse/extract-candidate.h"

#include <string.h>

/* The name of a place has so many words at most. */
#define LONGEST_PLACE 4
/* So many words tell of those who are of no state at most: "the Tigray People's Liberation Front". */
#define STRANGER_REACH 7
/* So far behind a contact "counterpart" may stand. */
#define COUNTERPART_REACH 4
/* So far before "we had a good meeting" it may be told with whom. */
#define INTERLOCUTOR_REACH 120

/* Whether a phrase names a person without a word for a state, whom the tables do not know by name. */
static gboolean
is_of_no_state (const EntExtraction  *extraction,
                const EntActorPhrase *phrase)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;

  if (phrase->kind != ENT_PHRASE_PERSON || (phrase->name != NULL && !phrase->bare))
    return FALSE;
  return !ent_extraction_has (extraction, classes->names, phrase->first, phrase->end)
         && !ent_extraction_has (extraction, classes->demonyms, phrase->first, phrase->end)
         && !ent_extraction_has (extraction, classes->metonyms, phrase->first, phrase->end);
}

/* Seas are in none. */
static gboolean
is_in_state (const EntExtractor *extractor,
             const EntEdge      *place)
{
  guint32 actor = extractor->terms[place->value].index;

  return actor != ENT_ACTOR_NONE
         && ent_vocabulary_get_actor (extractor->vocabulary, actor)->actor_class == ENT_ACTOR_STATE;
}

/* The state whose place the sentence names by a word of where, before a match or in it. Where organisations have their
 * seats, people of all states meet. */
static guint16
find_state_of_place (const EntExtraction *extraction,
                     const EntCandidate  *candidate)
{
  const EntExtractor *extractor = extraction->extractor;
  guint16 state = ENT_ACTOR_NONE;

  for (guint32 at = ent_extraction_get_sentence (extraction)->first + 1; at < candidate->match->end; at++)
    {
      const EntEdge *place = ent_chart_find (extraction->chart, at, extractor->classes.places);

      if (place != NULL && is_in_state (extractor, place)
          && ent_actor_stage_fits (extractor->actors, extraction->chart, place)
          && ent_extraction_precedes (extraction, extractor->classes.locatives, 0, at)
          && ent_chart_find (extraction->chart, at, extractor->classes.seats) == NULL)
        state = extractor->terms[place->value].index;
    }
  return state;
}

/* Whom the visit that was told last goes to, if its days and sides may be those of a contact. */
static guint16
find_host (const EntExtraction *extraction,
           const EntCandidate  *candidate)
{
  guint16 own = candidate->parties.actors[0];

  for (guint i = extraction->mentions->len; i > extraction->first; i--)
    {
      const EntMention *visit = ent_extraction_get_mention (extraction, (int) i - 1);
      gboolean takes_part = FALSE;

      for (guint j = 0; j < visit->n_actors; j++)
        takes_part |= visit->actors[j] == own;
      if (visit->kind == ENT_KIND_VISIT && takes_part && visit->status == candidate->status)
        return visit->host;
    }
  return ENT_ACTOR_NONE;
}

/* "will hold talks with his counterpart": of whatever name. */
static gboolean
is_with_counterpart (const EntExtraction *extraction,
                     const EntRuleMatch  *match)
{
  guint32 end = MIN (ent_extraction_get_sentence (extraction)->end, match->end + COUNTERPART_REACH);

  return extraction->extractor->classes.counterparts != 0
         && ent_extraction_has (extraction, extraction->extractor->classes.counterparts, match->first, end);
}

/**
 * ent_candidate_settle_abroad:
 * @extraction: the state of reading
 * @candidate: a match whose parties are known
 *
 * Where those who meet seem to be of one state, because an office whose state is not told is taken for the own
 * country's, they are of it and of the state where they are: the place that the sentence tells, or the visit's host.
 */
void
ent_candidate_settle_abroad (const EntExtraction *extraction,
                             EntCandidate        *candidate)
{
  const EntEventGive *give = candidate->give;
  const EntActorPhrase *all = (const EntActorPhrase *) (gconstpointer) extraction->phrases->data;
  EntParties parties = { .n_actors = 0 };
  const EntCapture *with;
  guint16 host;

  if (!ent_kind_is_contact (candidate->kind) || candidate->kind == ENT_KIND_VISIT
      || candidate->kind == ENT_KIND_CALL || give->refers || candidate->parties.n_actors != 1
      || ent_extraction_is_ideographic (extraction, candidate->match))
    return;
  with = give->with >= 0 ? &candidate->match->captures[give->with] : NULL;
  host = find_state_of_place (extraction, candidate);
  if (host == ENT_ACTOR_NONE)
    host = find_host (extraction, candidate);
  if (host == ENT_ACTOR_NONE || host == candidate->parties.actors[0])
    return;
  if (with == NULL || with->first == ENT_CAPTURE_NONE)
    {
      if (is_with_counterpart (extraction, candidate->match))
        ent_parties_add_actor (&candidate->parties, host);
      return;
    }
  for (guint i = 0; i < candidate->parties.n_people; i++)
    if (candidate->parties.people[i].first < with->first || candidate->parties.people[i].first >= with->end)
      ent_parties_add (&parties, &candidate->parties.people[i]);
  ent_parties_add_actor (&parties, candidate->parties.actors[0]);
  for (int at = ent_extraction_find_phrase_before (extraction, with->first, with->end);
       at >= 0 && all[at].first >= with->first; at--)
    {
      EntActorPhrase other = all[at];

      if (!is_of_no_state (extraction, &other))
        return;
      other.actor = host;
      other.name = NULL;
      ent_parties_add (&parties, &other);
    }
  if (parties.n_actors == 2)
    candidate->parties = parties;
}

/* "in Seoul, Korea": the state behind a place, or a name that is one, is only where that lies. */
static gboolean
is_behind_place (const EntExtraction *extraction,
                 guint32              first,
                 guint32              token)
{
  guint32 places = extraction->extractor->classes.places;

  if (token < first + 2 || extraction->tokens->text[extraction->tokens->tokens[token - 1].start] != ',')
    return FALSE;
  for (guint32 at = token - 1; at > first && token - at <= LONGEST_PLACE; at--)
    {
      const EntEdge *place = ent_chart_find (extraction->chart, at - 1, places);

      gboolean named = extraction->tokens->tokens[at - 1].kind == ENT_TOKEN_WORD
                       && g_ascii_isupper (extraction->tokens->text[extraction->tokens->tokens[at - 1].start]);

      if (((place != NULL && place->end == token - 1) || named)
          && ent_extraction_precedes (extraction, extraction->extractor->classes.locatives, first, at - 1))
        return TRUE;
      if (!named)
        return FALSE;
    }
  return FALSE;
}

/**
 * ent_extraction_tells_where:
 * @extraction: the state of reading
 * @first: a token
 * @token: a token behind it, where a name begins
 *
 * Returns: whether the name only tells where: "on the sidelines of the General Assembly", "in Seoul, Korea"
 */
gboolean
ent_extraction_tells_where (const EntExtraction *extraction,
                            guint32              first,
                            guint32              token)
{
  guint32 articles = extraction->extractor->classes.articles;
  guint32 at = token;

  if (at > first && !ent_extraction_precedes (extraction, extraction->extractor->classes.locatives, first, at)
      && ent_chart_find (extraction->chart, at - 1, articles) != NULL)
    at--;
  return ent_extraction_precedes (extraction, extraction->extractor->classes.locatives, first, at)
         || is_behind_place (extraction, first, token);
}

/**
 * ent_candidate_has_stranger:
 * @extraction: the state of reading
 * @candidate: a match whose parties are known
 *
 * Returns: whether "and" joins to the only side somebody who is of no state, so that it is not with whoever tells of
 *   it: "The Government of Peru and the rebels signed", "talks between Peru and the armed opposition"
 */
gboolean
ent_candidate_has_stranger (const EntExtraction *extraction,
                            const EntCandidate  *candidate)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  const EntActorPhrase *all = (const EntActorPhrase *) (gconstpointer) extraction->phrases->data;
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);

  if (candidate->parties.n_actors != 1 || ent_extraction_is_ideographic (extraction, candidate->match))
    return FALSE;
  for (int at = ent_extraction_find_phrase_before (extraction, sentence->first, candidate->match->end);
       at >= 0 && all[at].first >= sentence->first; at--)
    {
      const EntEdge *and = ent_chart_find (extraction->chart, all[at].end, classes->ands);

      if (and != NULL && all[at].actor == candidate->parties.actors[0]
          && ent_extraction_has (extraction, classes->strangers, and->end,
                                 MIN (and->end + STRANGER_REACH, sentence->end)))
        return TRUE;
    }
  return FALSE;
}

/* "condemned the attack that took place in Cairo today": who tells of it took no part. */
static gboolean
is_attack_of_others (const EntExtraction *extraction,
                     const EntCandidate  *candidate)
{
  return candidate->kind == ENT_KIND_MILITARY && candidate->parties.n_actors == 1
         && candidate->give->who == ENT_GIVE_WHO_OWNER && candidate->parties.actors[0] != extraction->issuer
         && !ent_extraction_is_ideographic (extraction, candidate->match);
}

/* "The warring parties of Peru agreed on a truce", "The OSCE Ministerial Council opened": the words tell of all. */
static gboolean
is_told_whole (const EntCandidate *candidate)
{
  return candidate->give->who == ENT_GIVE_WHO_CAPTURES && candidate->give->actor >= 0
         && candidate->parties.n_actors == 1 && candidate->subject == candidate->parties.actors[0];
}

/**
 * ent_candidate_is_of_others:
 * @extraction: the state of reading
 * @candidate: a match whose parties are known
 *
 * Returns: whether who tells of it takes no part, though only one side is named
 */
gboolean
ent_candidate_is_of_others (const EntExtraction *extraction,
                            const EntCandidate  *candidate)
{
  return is_attack_of_others (extraction, candidate) || is_told_whole (candidate)
         || ent_candidate_is_of_members (extraction, candidate)
         || ent_candidate_has_stranger (extraction, candidate);
}

/* "PRESIDENT DUDA: …": who speaks, before whose words the name stands. */
static const EntActorPhrase *
find_speaker (const EntExtraction *extraction,
              guint32              before)
{
  const EntActorPhrase *all = (const EntActorPhrase *) (gconstpointer) extraction->phrases->data;

  for (int at = ent_extraction_find_phrase_before (extraction, 0, before); at >= 0; at--)
    if (all[at].kind == ENT_PHRASE_PERSON && ent_tokens_is_mark (extraction->tokens, all[at].end, ":"))
      return all[at].actor == extraction->issuer ? &all[at] : NULL;
  return NULL;
}

/**
 * ent_extraction_find_speaker:
 * @extraction: the state of reading
 * @match: a match
 * @parties: two sides; gets who speaks for the issuer, if the match begins with who speaks and leaders are named
 *
 * "PRESIDENT DUDA: … We had a long talk this morning."
 */
void
ent_extraction_find_speaker (const EntExtraction *extraction,
                             const EntRuleMatch  *match,
                             EntParties          *parties)
{
  const EntActorPhrase *all = (const EntActorPhrase *) (gconstpointer) extraction->phrases->data;
  const EntEdge *self = ent_chart_find (extraction->chart, match->first, extraction->extractor->classes.actors);
  const EntActorPhrase *speaker;

  if (self == NULL || all[self->value].kind != ENT_PHRASE_SELF || !ent_parties_have_leader (parties))
    return;
  speaker = find_speaker (extraction, match->first);
  if (speaker != NULL)
    ent_parties_add (parties, speaker);
}

/**
 * ent_extraction_find_interlocutor:
 * @extraction: the state of reading
 * @match: a match
 * @parties: gets the person of another side who was named last, if the match begins with who speaks
 *
 * "I am glad to be here with the Chancellor. We had a good meeting this morning."
 */
void
ent_extraction_find_interlocutor (const EntExtraction *extraction,
                                  const EntRuleMatch  *match,
                                  EntParties          *parties)
{
  const EntActorPhrase *all = (const EntActorPhrase *) (gconstpointer) extraction->phrases->data;
  const EntEdge *self = ent_chart_find (extraction->chart, match->first, extraction->extractor->classes.actors);

  if (self == NULL || all[self->value].kind != ENT_PHRASE_SELF || extraction->issuer == ENT_ACTOR_NONE)
    return;
  for (int at = ent_extraction_find_phrase_before (extraction, 0, match->first);
       at >= 0 && all[at].first + INTERLOCUTOR_REACH >= match->first; at--)
    if (all[at].kind == ENT_PHRASE_PERSON && all[at].actor != ENT_ACTOR_NONE && all[at].actor != extraction->issuer)
      {
        ent_parties_add (parties, &all[at]);
        return;
      }
}

/**
 * ent_extraction_find_pair_behind:
 * @extraction: the state of reading
 * @match: a match
 * @parties: gets two who are named behind, if its sentence names nobody before
 *
 * "In their meeting on 3 May, A told B", "The two countries signed an accord during the visit of A to B".
 */
void
ent_extraction_find_pair_behind (const EntExtraction *extraction,
                                 const EntRuleMatch  *match,
                                 EntParties          *parties)
{
  const EntActorPhrase *all = (const EntActorPhrase *) (gconstpointer) extraction->phrases->data;
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);
  EntParties pair = { .n_actors = 0 };

  if (ent_extraction_is_ideographic (extraction, match))
    return;
  for (int at = ent_extraction_find_phrase_before (extraction, sentence->first, sentence->end);
       at >= 0 && all[at].first >= sentence->first; at--)
    {
      if (all[at].end <= match->first && all[at].kind != ENT_PHRASE_SIDES)
        return;
      if (all[at].first >= match->end && all[at].kind == ENT_PHRASE_PERSON && all[at].actor != ENT_ACTOR_NONE)
        ent_parties_add (&pair, &all[at]);
    }
  if (pair.n_actors == 2)
    ent_parties_join (parties, &pair);
}

/**
 * ent_extraction_find_planners:
 * @extraction: the state of reading
 * @match: a match
 * @parties: gets those of the first contact to come that was told, if the statement reports none
 *
 * "will host the Minister of Chile tomorrow. This follows their meeting in May": what was is of those who will meet.
 */
void
ent_extraction_find_planners (const EntExtraction *extraction,
                              const EntRuleMatch  *match,
                              EntParties          *parties)
{
  if (extraction->reported >= 0 || extraction->sides.n_actors > 1 || extraction->n_exchanges > 0
      || ent_extraction_is_ideographic (extraction, match))
    return;
  for (guint i = extraction->first; i < extraction->mentions->len; i++)
    {
      const EntMention *plan = ent_extraction_get_mention (extraction, (int) i);

      if (!ent_kind_is_contact (plan->kind) || plan->status != ENT_STATUS_PLANNED || plan->n_actors < 2)
        continue;
      for (guint j = 0; j < plan->n_actors; j++)
        ent_parties_add_actor (parties, plan->actors[j]);
      return;
    }
}

/**
 * ent_candidate_find_doer:
 * @extraction: the state of reading
 * @candidate: a match that goes on with what its sentence told before
 * @doer: gets who did that, where the match has a date of its own
 *
 * "met A on Monday and B on Tuesday": with somebody else this time.
 *
 * Returns: whether it has one
 */
gboolean
ent_candidate_find_doer (const EntExtraction *extraction,
                         const EntCandidate  *candidate,
                         EntParties          *doer)
{
  const EntActorPhrase *all = (const EntActorPhrase *) (gconstpointer) extraction->phrases->data;
  guint32 first = ent_extraction_get_sentence (extraction)->first;
  gint8 date = candidate->give->date;

  if (date < 0 || candidate->match->captures[date].first == ENT_CAPTURE_NONE || extraction->subject == ENT_ACTOR_NONE)
    return FALSE;
  memset (doer, 0, sizeof *doer);
  for (guint i = 0; i < extraction->phrases->len && doer->n_people == 0; i++)
    if (all[i].first >= first && all[i].kind == ENT_PHRASE_PERSON && all[i].actor == extraction->subject)
      ent_parties_add (doer, &all[i]);
  ent_parties_add_actor (doer, extraction->subject);
  return TRUE;
}
