/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several events that one match tells: one for each of those whom a capture names. */
#include "parse/extract-candidate.h"

/* An actor, by the persons who act for it. */
static void
add_persons_of (const EntParties *parties,
                guint16           actor,
                EntParties       *others)
{
  for (guint i = 0; i < parties->n_people; i++)
    if (parties->people[i].actor == actor)
      ent_parties_add (others, &parties->people[i]);
  ent_parties_add_actor (others, actor);
}

static gboolean
has_person_of (const EntParties *parties,
               guint16           actor)
{
  for (guint i = 0; i < parties->n_people; i++)
    if (parties->people[i].actor == actor)
      return TRUE;
  return FALSE;
}

/* Two ministers of one state are met together: 同国务卿甲、国防部长乙会谈. */
static gboolean
place_sides (EntExtraction      *extraction,
             const EntCandidate *candidate,
             const EntParties   *others,
             const EntParties   *list)
{
  gboolean placed = FALSE;

  for (guint i = 0; i < list->n_actors; i++)
    {
      EntCandidate one = *candidate;

      one.parties = *others;
      add_persons_of (list, list->actors[i], &one.parties);
      placed |= ent_candidate_place (extraction, &one);
    }
  return placed;
}

static gboolean
place_persons (EntExtraction      *extraction,
               const EntCandidate *candidate,
               const EntParties   *others,
               const EntParties   *list)
{
  gboolean placed = FALSE;

  for (guint i = 0; i < list->n_people; i++)
    {
      EntCandidate one = *candidate;

      one.parties = *others;
      one.apart |= !ent_extraction_is_ideographic (extraction, candidate->match);
      ent_parties_add (&one.parties, &list->people[i]);
      placed |= ent_candidate_place (extraction, &one);
    }
  for (guint i = 0; i < list->n_actors; i++)
    {
      EntCandidate one = *candidate;

      if (has_person_of (list, list->actors[i]))
        continue;
      one.parties = *others;
      ent_parties_add_actor (&one.parties, list->actors[i]);
      placed |= ent_candidate_place (extraction, &one);
    }
  return placed;
}

/* Between two days of a list, or of a leg, stands one token at most. */
#define LEG_GAP 1

/* 13日至17日、17日至21日: the days of each leg, told one after the other before a token. Returns how many there are. */
static guint
collect_legs (const EntExtraction *extraction,
              guint32              before,
              EntEdtf              legs[ENT_MAX_PARTICIPANTS])
{
  guint32 end = 0;
  guint n = 0;

  for (guint32 at = ent_extraction_get_sentence (extraction)->first; at < before; at++)
    {
      const EntEdge *edge = ent_chart_find (extraction->chart, at, extraction->extractor->classes.dates);
      EntEdtf date;

      if (edge == NULL)
        continue;
      date = g_array_index (extraction->timexes, EntTimex, edge->value).edtf;
      if (n > 0 && edge->first > end + LEG_GAP)
        n = 0;
      if ((n == 0 || !ent_edtf_equal (legs[n - 1], date)) && n < ENT_MAX_PARTICIPANTS)
        legs[n++] = date;
      end = edge->end;
      at = end - 1;
    }
  return n;
}

/**
 * ent_candidate_place_legs:
 * @extraction: the state of reading
 * @candidate: a match whose date, status and parties are found
 *
 * 将于13日至17日、17日至21日先后访问甲国和乙国: places a visit for each state, where each has days of its own.
 *
 * Returns: whether any became an event
 */
gboolean
ent_candidate_place_legs (EntExtraction      *extraction,
                          const EntCandidate *candidate)
{
  EntParties others = { .n_actors = 0 };
  EntParties list = { .n_actors = 0 };
  EntEdtf legs[ENT_MAX_PARTICIPANTS];
  gboolean placed = FALSE;

  if (candidate->kind != ENT_KIND_VISIT || !candidate->dated || candidate->give->with < 0
      || candidate->subject == ENT_ACTOR_NONE || !ent_extraction_is_ideographic (extraction, candidate->match))
    return FALSE;
  ent_extraction_collect_capture (extraction, candidate->match, candidate->give->with, &list);
  if (list.n_actors < 2 || collect_legs (extraction, candidate->match->first, legs) != list.n_actors)
    return FALSE;
  add_persons_of (&candidate->parties, candidate->subject, &others);
  for (guint i = 0; i < list.n_actors; i++)
    {
      EntCandidate one = *candidate;

      one.parties = others;
      ent_parties_add_actor (&one.parties, list.actors[i]);
      one.date = legs[i];
      one.apart = TRUE;
      placed |= ent_candidate_place (extraction, &one);
    }
  return placed;
}

/**
 * ent_candidate_place_each:
 * @extraction: the state of reading
 * @candidate: a match of a rule with `each`
 *
 * Places an event for each person, or each side, that the match's capture names: "visits by A and B".
 *
 * Returns: whether any became an event
 */
gboolean
ent_candidate_place_each (EntExtraction *extraction,
                          EntCandidate  *candidate)
{
  const EntRuleMatch *match = candidate->match;
  const EntEventGive *give = candidate->give;
  EntParties others = { .n_actors = 0 };
  EntParties list = { .n_actors = 0 };
  int listed = give->with >= 0 ? give->with : give->actor;
  int other = listed == give->with ? give->actor : give->with;
  gboolean by_side = give->each == ENT_GIVE_EACH_SIDE;

  ent_extraction_collect_capture (extraction, match, listed, &list);
  ent_extraction_collect_capture (extraction, match, other, &others);
  ent_extraction_collect_capture (extraction, match, give->host, &others);
  if (list.n_actors < 2 && (by_side || list.n_people < 2))
    return ent_candidate_place (extraction, candidate);
  if (others.n_actors == 0 && candidate->subject != ENT_ACTOR_NONE)
    add_persons_of (&candidate->parties, candidate->subject, &others);
  /* "received calls from the Ministers of A and B": the issuer's own side did. */
  if (others.n_actors == 0 && ent_kind_is_contact (candidate->kind)
      && !ent_extraction_is_ideographic (extraction, match))
    ent_parties_add_actor (&others, extraction->issuer);
  return by_side ? place_sides (extraction, candidate, &others, &list)
                 : place_persons (extraction, candidate, &others, &list);
}
