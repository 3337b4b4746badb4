/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that stand for several, or for somebody told elsewhere. */
#include "parse/actors-private.h"

/**
 * ent_actor_search_is_shared:
 * @search: the state of reading
 * @first: the first token of an office
 * @end: the token after its last
 *
 * Returns: whether it is told of several people: "foreign ministers"
 */
gboolean
ent_actor_search_is_shared (const EntActorSearch *search,
                            guint32               first,
                            guint32               end)
{
  for (guint32 at = first; at < end; at++)
    if (ent_actor_search_find_class (search, at, search->stage->many, end) != NULL)
      return TRUE;
  return FALSE;
}

/* 外交部 is the issuer's own, but 外交部长 is an office. */
static gboolean
is_longer_title (EntActorSearch *search,
                 const EntEdge  *edge)
{
  const EntEdge *title = ent_actor_search_find_term (search, edge->first, search->stage->titles, search->end);

  return title != NULL && title->end > edge->end;
}

/* "the ministers for external affairs of Peru": an office that goes on behind the words, of a state. */
static gboolean
is_office_of_state (EntActorSearch *search,
                    guint32         token,
                    guint32         end)
{
  guint32 at = ent_actor_search_skip_article (search, token, search->end);
  const EntEdge *title = ent_actor_search_find_term (search, at, search->stage->titles, search->end);
  guint16 actor;

  return title != NULL && title->end > end
         && ent_actor_search_find_of (search, title->end, search->end, &actor) != 0;
}

/* At which level they act whom the words stand for: 两国外长. */
static guint8
get_stand_in_level (const EntActorStage *stage,
                    const EntEdge       *edge)
{
  const char *id = ent_rule_set_get_value (stage->rules, stage->parties, edge->value);
  EntLevel level;

  return id != NULL && ent_level_from_id (id, &level) ? level : ENT_LEVEL_NONE;
}

/* "the V4 prime ministers": whoever holds that office in each state of a group. */
static void
read_titles_behind_group (EntActorSearch *search,
                          EntActorPhrase *phrase)
{
  const EntEdge *title = ent_actor_search_find_term (search, phrase->end, search->stage->titles, search->end);

  if (title == NULL || !ent_actor_search_is_shared (search, title->first, title->end))
    return;
  phrase->end = title->end;
  phrase->level = (guint8) search->stage->terms[title->value].index;
}

/* "The Foreign Ministry informed the Embassy", in a cable. */
static gboolean
is_house_of_host (const EntActorSearch *search,
                  const EntEdge        *self)
{
  const char *id = ent_rule_set_get_value (search->stage->rules, search->stage->self, self->value);

  return search->host != ENT_ACTOR_NONE && g_strcmp0 (id, "house") == 0;
}

/**
 * ent_actor_search_read_stand_in:
 * @search: the state of reading
 * @token: a token
 * @phrase: (out): words that stand for somebody told elsewhere: "the two presidents", "I"
 *
 * Returns: whether any begin there
 */
gboolean
ent_actor_search_read_stand_in (EntActorSearch *search,
                                guint32         token,
                                EntActorPhrase *phrase)
{
  const EntActorStage *stage = search->stage;
  const guint32 classes[] = { stage->groups, stage->parties, stage->self, stage->back };
  const guint8 kinds[] = { ENT_PHRASE_SIDES, ENT_PHRASE_SIDES, ENT_PHRASE_SELF, ENT_PHRASE_BACK };
  guint16 actor;

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      const EntEdge *edge = NULL;

      if (classes[i] != 0)
        edge = ent_actor_search_find_class (search, token, classes[i], search->end);
      if (edge == NULL || is_longer_title (search, edge))
        continue;
      phrase->end = ent_actor_search_skip_article (search, token, search->end);
      phrase->end = ent_actor_search_skip_house (search, phrase->end, search->end);
      phrase->end = MAX (phrase->end, edge->end);
      /* "the leaders of France" are not the parties told of before. */
      if (kinds[i] != ENT_PHRASE_BACK && ent_actor_search_find_of (search, phrase->end, search->end, &actor) != 0)
        continue;
      if (kinds[i] == ENT_PHRASE_SIDES && is_office_of_state (search, token, edge->end))
        continue;
      phrase->kind = kinds[i];
      phrase->actor = ENT_ACTOR_NONE;
      if (classes[i] == stage->self && is_house_of_host (search, edge))
        {
          phrase->kind = ENT_PHRASE_ACTOR;
          phrase->actor = search->host;
        }
      if (classes[i] == stage->groups)
        {
          phrase->name = ent_rule_set_get_value (stage->rules, stage->groups, edge->value);
          read_titles_behind_group (search, phrase);
        }
      else if (classes[i] == stage->parties)
        phrase->level = get_stand_in_level (stage, edge);
      return TRUE;
    }
  return FALSE;
}

/**
 * ent_actor_search_read_group:
 * @search: the state of reading
 * @token: a token
 * @phrase: (out): whoever holds an office in each state of a group: "the foreign ministers of the Baltic states"
 *
 * Returns: whether any begin there
 */
gboolean
ent_actor_search_read_group (EntActorSearch *search,
                             guint32         token,
                             EntActorPhrase *phrase)
{
  const EntActorStage *stage = search->stage;
  guint32 at = ent_actor_search_skip_article (search, token, search->end);
  const EntEdge *title = ent_actor_search_find_term (search, at, stage->titles, search->end);
  const EntEdge *of = NULL, *group = NULL;

  if (title != NULL && ent_actor_search_is_shared (search, title->first, title->end))
    of = ent_actor_search_find_class (search, title->end, stage->ofs, search->end);
  if (of != NULL && stage->groups != 0)
    group = ent_actor_search_find_class (search, of->end, stage->groups, search->end);
  if (of != NULL && stage->groups != 0 && group == NULL)
    {
      at = ent_actor_search_skip_article (search, of->end, search->end);
      group = ent_actor_search_find_class (search, at, stage->groups, search->end);
    }
  if (group == NULL)
    return FALSE;
  phrase->end = group->end;
  phrase->kind = ENT_PHRASE_SIDES;
  phrase->actor = ENT_ACTOR_NONE;
  phrase->name = ent_rule_set_get_value (stage->rules, stage->groups, group->value);
  phrase->level = (guint8) stage->terms[title->value].index;
  return TRUE;
}
