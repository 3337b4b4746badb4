/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an office is for, and where, among ideographs. */
#include "parse/actors-private.h"

/* An office has at most so many ideographs. */
#define MAX_IDEOGRAPHS 16

/**
 * ent_actor_search_skip_seat:
 * @search: the state of reading
 * @reading: a phrase of which a state was read
 *
 * Passes over where an envoy is, behind whose it is: 美国驻华大使.
 */
void
ent_actor_search_skip_seat (EntActorSearch  *search,
                            EntActorReading *reading)
{
  const EntActorStage *stage = search->stage;
  const EntEdge *at = ent_actor_search_find_class (search, reading->at, stage->postings, reading->end);
  guint32 after;
  guint16 actor;

  if (at == NULL || search->tokens[at->first].kind != ENT_TOKEN_CJK)
    return;
  after = ent_actor_search_find_state (search, at->end, reading->end, &actor);
  if (after == 0 || ent_actor_search_find_term (search, after, stage->titles, reading->end) == NULL)
    return;
  reading->at = after;
  reading->seat = actor;
}

/**
 * ent_actor_search_skip_domains:
 * @search: the state of reading
 * @reading: a phrase of which a state was read
 *
 * Passes over what an office is for, between the state and the title: 英国环境、食品及农村事务大臣.
 */
void
ent_actor_search_skip_domains (EntActorSearch  *search,
                               EntActorReading *reading)
{
  const EntActorStage *stage = search->stage;
  guint32 at = reading->at;
  const EntEdge *domain;

  if (stage->domains == 0 || at >= reading->end
      || ent_actor_search_find_term (search, at, stage->titles, reading->end) != NULL)
    return;
  while ((domain = ent_actor_search_find_class (search, at, stage->domains, reading->end)) != NULL)
    {
      const EntEdge *and;

      at = domain->end;
      if (ent_actor_search_find_term (search, at, stage->titles, reading->end) != NULL)
        {
          reading->at = at;
          return;
        }
      and = ent_actor_search_find_class (search, at, stage->ands, reading->end);
      if (and != NULL)
        at = and->end;
    }
}

/* 中东问题, 国家安全事务: the next word of what an aide is for. Returns the token after it, or 0. */
static guint32
skip_matter (EntActorSearch *search,
             guint32         at,
             guint32         end)
{
  const EntActorStage *stage = search->stage;
  const EntEdge *word = ent_actor_search_find_class (search, at, stage->domains, end);
  guint16 actor;
  guint32 after;

  if (word == NULL)
    word = ent_actor_search_find_term (search, at, stage->places, end);
  if (word != NULL)
    return word->end;
  after = ent_actor_search_find_state (search, at, end, &actor);
  return after != 0 && ent_actor_search_find_class (search, after, stage->aides, end) != NULL ? after : 0;
}

/**
 * ent_actor_search_skip_aide:
 * @search: the state of reading
 * @token: a token behind a title
 * @end: where to end
 *
 * Reads whose holder only serves whoever has the title: 总统中东问题特使, 总理外事顾问.
 *
 * Returns: where that office ends, or 0
 */
guint32
ent_actor_search_skip_aide (EntActorSearch *search,
                            guint32         token,
                            guint32         end)
{
  const EntActorStage *stage = search->stage;
  guint32 last = MIN (end, token + MAX_IDEOGRAPHS);

  for (guint32 at = token; stage->aides != 0 && at < last;)
    {
      const EntEdge *aide = ent_actor_search_find_class (search, at, stage->aides, end);
      const char *value = aide != NULL ? ent_rule_set_get_value (stage->rules, stage->aides, aide->value) : NULL;

      if (aide != NULL && g_strcmp0 (value, "matter") != 0)
        return aide->end;
      at = aide != NULL ? aide->end : skip_matter (search, at, end);
      if (at == 0)
        return 0;
    }
  return 0;
}
