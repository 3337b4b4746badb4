/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/extract-private.h"

/**
 * ent_parties_add_actor:
 * @parties: who takes part so far
 * @actor: one more, or %ENT_ACTOR_NONE
 */
void
ent_parties_add_actor (EntParties *parties,
                       guint16     actor)
{
  if (actor == ENT_ACTOR_NONE || parties->n_actors == ENT_MAX_PARTIES)
    return;
  for (guint i = 0; i < parties->n_actors; i++)
    if (parties->actors[i] == actor)
      return;
  parties->actors[parties->n_actors++] = actor;
}

static gboolean
same_person (const EntActorPhrase *a,
             const EntActorPhrase *b)
{
  if (a->name != NULL || b->name != NULL)
    return g_strcmp0 (a->name, b->name) == 0;
  return a->actor == b->actor && a->level == b->level && (a->words.end == 0 || b->words.end == 0);
}

/**
 * ent_parties_add:
 * @parties: who takes part so far
 * @phrase: a phrase that names one more
 */
void
ent_parties_add (EntParties           *parties,
                 const EntActorPhrase *phrase)
{
  ent_parties_add_actor (parties, phrase->actor);
  if (phrase->kind != ENT_PHRASE_PERSON || parties->n_people == ENT_MAX_PARTIES)
    return;
  for (guint i = 0; i < parties->n_people; i++)
    if (same_person (&parties->people[i], phrase))
      return;
  parties->people[parties->n_people++] = *phrase;
}

/**
 * ent_parties_join:
 * @parties: who takes part so far
 * @others: others who do
 */
void
ent_parties_join (EntParties       *parties,
                  const EntParties *others)
{
  for (guint i = 0; i < others->n_actors; i++)
    ent_parties_add_actor (parties, others->actors[i]);
  for (guint i = 0; i < others->n_people; i++)
    ent_parties_add (parties, &others->people[i]);
}

/**
 * ent_parties_have:
 * @parties: some actors
 * @actor: one
 *
 * Returns: whether it is among them
 */
gboolean
ent_parties_have (const EntParties *parties,
                  guint16           actor)
{
  for (guint i = 0; i < parties->n_actors; i++)
    if (parties->actors[i] == actor)
      return TRUE;
  return FALSE;
}

/**
 * ent_parties_cover:
 * @parties: some actors
 * @mention: an event
 *
 * Returns: whether all of one are among the other
 */
gboolean
ent_parties_cover (const EntParties *parties,
                   const EntMention *mention)
{
  guint n_both = 0;

  for (guint i = 0; i < parties->n_actors; i++)
    for (guint j = 0; j < mention->n_actors; j++)
      n_both += parties->actors[i] == mention->actors[j];
  return n_both == parties->n_actors || n_both == mention->n_actors;
}

/* The highest level of those who are named of a side; none if nobody is. */
static EntLevel
get_highest (const EntParties *parties,
             guint16           actor)
{
  EntLevel highest = ENT_LEVEL_NONE;

  for (guint i = 0; i < parties->n_people; i++)
    {
      EntLevel level = (EntLevel) parties->people[i].level;

      if (parties->people[i].actor == actor && level != ENT_LEVEL_NONE
          && (highest == ENT_LEVEL_NONE || level < highest))
        highest = level;
    }
  return highest;
}

/**
 * ent_parties_get_level:
 * @parties: who takes part
 *
 * Returns: the level at which they meet: that of the lower of the sides' highest persons
 */
EntLevel
ent_parties_get_level (const EntParties *parties)
{
  EntLevel level = ENT_LEVEL_NONE;

  for (guint i = 0; i < parties->n_actors; i++)
    {
      level = MAX (level, get_highest (parties, parties->actors[i]));
    }
  return level;
}

/* The level of the first who is named of a side, and who leads it there; none if nobody is. */
static EntLevel
get_first (const EntParties *parties,
           guint16           actor)
{
  for (guint i = 0; i < parties->n_people; i++)
    if (parties->people[i].actor == actor)
      return (EntLevel) parties->people[i].level;
  return ENT_LEVEL_NONE;
}

/* Whether all who are named are leaders, and several. */
static gboolean
are_all_leaders (const EntParties *parties)
{
  for (guint i = 0; i < parties->n_people; i++)
    if (parties->people[i].level != ENT_LEVEL_LEADER)
      return FALSE;
  return parties->n_people > 1 && parties->n_actors > 1;
}

/**
 * ent_parties_have_leader:
 * @parties: who takes part
 *
 * Returns: whether somebody is named, and all who are lead their sides
 */
gboolean
ent_parties_have_leader (const EntParties *parties)
{
  for (guint i = 0; i < parties->n_people; i++)
    if (parties->people[i].level != ENT_LEVEL_LEADER)
      return FALSE;
  return parties->n_people > 0;
}

/**
 * ent_parties_are_leaders:
 * @parties: who takes part
 *
 * Returns: whether leaders of at least two sides are named first of their sides, whoever comes with them, and of no
 *   side others alone; or several leaders and nobody else
 */
gboolean
ent_parties_are_leaders (const EntParties *parties)
{
  guint n = 0;

  if (are_all_leaders (parties))
    return TRUE;
  for (guint i = 0; i < parties->n_actors; i++)
    {
      EntLevel first = get_first (parties, parties->actors[i]);

      if (first != ENT_LEVEL_LEADER && first != ENT_LEVEL_NONE)
        return FALSE;
      n += first == ENT_LEVEL_LEADER;
    }
  for (guint i = 0; i < parties->n_people; i++)
    if (parties->people[i].level == ENT_LEVEL_NONE)
      return FALSE;
  return n > 1;
}
