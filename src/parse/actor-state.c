/* SPDX-License-Identifier: GPL-3.0-or-later */
/* States and organisations: their names, adjectives, capitals, and the ideographs that stand for them. */
#include "parse/actors-private.h"

#include <string.h>

/* So far from a name a word may stand that tells of home affairs ("Senator Warnock of Georgia"). */
/* The longest name of a state that a capital may stand behind, in ideographs. */
/* So many ideographs an office has at most, and a name that is not written by its sound. */
#define LONGEST_OFFICE 6
#define MAX_CHARACTERS 3
#define STATE_NAME_LENGTH 9

#define DOMESTIC_BEFORE 4
#define DOMESTIC_AFTER 2
/* A date's last ideograph stands at most so many tokens behind its first. */
#define LONGEST_DAY 8
/* The value of a NAMESAKE that is a province elsewhere, not only a person's name. */
#define PROVINCE "province"

/**
 * ent_actor_search_find_term:
 * @search: the state of reading
 * @token: a token
 * @class_id: a class of terms
 * @end: where to end
 *
 * Returns: (nullable): the longest edge of the class that begins at @token and is written as it should be
 */
const EntEdge *
ent_actor_search_find_term (const EntActorSearch *search,
                            guint32               token,
                            guint32               class_id,
                            guint32               end)
{
  if (token >= end || !ent_chart_may_begin (search->chart, token, ent_class_get_bit (class_id)))
    return NULL;
  for (const EntEdge *edge = ent_chart_get_first (search->chart, token); edge != NULL;
       edge = ent_chart_get_next (search->chart, edge))
    if (edge->class_id == class_id && edge->end <= end && ent_actor_stage_fits (search->stage, search->chart, edge))
      return edge;
  return NULL;
}

/* How often each actor is named by words that mean nobody else. */
static void
count_actors (EntActorSearch *search)
{
  const EntActorStage *stage = search->stage;

  search->seen = g_new0 (guint32, ent_vocabulary_get_n_actors (stage->vocabulary));
  for (guint32 at = 0; at < search->chart->tokens->n_tokens; at++)
    if (ent_chart_may_begin (search->chart, at, ent_class_get_bit (stage->names) | ent_class_get_bit (stage->demonyms)))
      for (const EntEdge *edge = ent_chart_get_first (search->chart, at); edge != NULL;
           edge = ent_chart_get_next (search->chart, edge))
        if ((edge->class_id == stage->names || edge->class_id == stage->demonyms)
            && (edge->end - edge->first > 1 || strlen (stage->terms[edge->value].text) > 6))
          search->seen[stage->terms[edge->value].index]++;
}

static gboolean
is_named_more (EntActorSearch *search,
               guint16         actor,
               guint16         other)
{
  if (search->seen == NULL)
    count_actors (search);
  return search->seen[actor] > search->seen[other];
}

/* Whether a capital stands for a state that is no more. */
static gboolean
is_dated (const EntTerm *term)
{
  return term->value != NULL && *term->value != '\0';
}

/**
 * ent_actor_stood_then:
 * @term: a capital that stood for a state
 * @day: a day
 *
 * Returns: whether it still did so then, by the last day that its value tells
 */
gboolean
ent_actor_stood_then (const EntTerm *term,
                      EntDay         day)
{
  EntEdtf until;

  return is_dated (term) && day != ENT_DAY_OPEN_START
         && ent_edtf_parse (term->value, strlen (term->value), &until, NULL) && day <= ent_edtf_latest (until);
}

/* Of several actors that share their words (巴方), the one the text names elsewhere; a capital is that of the former
 * state while that lasted: "Moscow" in 1975. */
static guint16
choose_actor (EntActorSearch *search,
              const EntEdge  *longest)
{
  guint16 best = ENT_ACTOR_NONE;

  for (const EntEdge *edge = longest; edge != NULL && edge->end == longest->end;
       edge = ent_chart_get_next (search->chart, edge))
    {
      guint16 actor;

      if (edge->class_id != longest->class_id)
        continue;
      actor = (guint16) search->stage->terms[edge->value].index;
      if (edge->class_id == search->stage->metonyms && is_dated (&search->stage->terms[edge->value]))
        {
          if (ent_actor_stood_then (&search->stage->terms[edge->value], search->day))
            return actor;
          continue;
        }
      if (best == ENT_ACTOR_NONE || is_named_more (search, actor, best))
        best = actor;
    }
  return best;
}

/* "Korean War" and "Taiwan independence" are terms of their own; "Russia's invasion" only names whose it is. */
static gboolean
goes_on_as_name (const EntActorSearch *search,
                 guint32               token)
{
  const EntToken *next = &search->tokens[token];

  return next->kind != ENT_TOKEN_WORD || !(next->flags & ENT_TOKEN_GLUED);
}

/* 俄乌: a topic that is two states' names names both. */
static gboolean
names_pair (const EntActorSearch *search,
            guint32               first,
            guint32               end)
{
  guint32 chars = search->stage->state_chars;

  return search->tokens[first].kind == ENT_TOKEN_CJK && end == first + 1
         && ent_actor_search_find_class (search, first, chars, G_MAXUINT32) != NULL
         && ent_actor_search_find_class (search, end, chars, G_MAXUINT32) != NULL;
}

/**
 * ent_actor_search_is_hidden:
 * @search: the state of reading
 * @first: a token
 * @end: the token after the words that begin there
 *
 * Returns: whether a longer term of another sort begins there: "South China Sea", "Korean Peninsula", 加利福尼亚
 */
gboolean
ent_actor_search_is_hidden (const EntActorSearch *search,
                            guint32               first,
                            guint32               end)
{
  const EntEdge *topic = ent_actor_search_find_term (search, first, search->stage->topics, G_MAXUINT32);
  const EntEdge *place;
  const EntEdge *house;

  if (topic != NULL && topic->end > end && goes_on_as_name (search, end)
      && !(topic->end == end + 1 && names_pair (search, first, end)))
    return TRUE;
  /* 日本海, 印度洋: of ideographs a longer place is no state. */
  if (search->tokens[first].kind != ENT_TOKEN_CJK)
    return FALSE;
  place = ent_actor_search_find_term (search, first, search->stage->places, G_MAXUINT32);
  if (place == NULL || place->end <= end)
    return FALSE;
  /* 日本海军 is the navy of Japan. */
  house = ent_actor_search_find_class (search, end, search->stage->sides, search->end);
  return house == NULL || house->end <= place->end;
}

/* 第六次日中对话: the first ideograph of 次日 counts, and the second is a state's. */
static gboolean
is_counter (const EntActorSearch *search,
            const EntEdge        *word)
{
  const EntActorStage *stage = search->stage;
  guint32 at = word->first;

  if (g_strcmp0 (ent_rule_set_get_value (stage->rules, stage->not_states, word->value), "counted") != 0)
    return FALSE;
  if (at > search->first && search->tokens[at - 1].kind == ENT_TOKEN_NUMBER)
    return TRUE;
  return at > search->first && ent_actor_search_find_class (search, at - 1, stage->counts, at) != NULL;
}

/* Whether an ideograph is part of a word that names no state: 同意. */
static gboolean
is_part_of_word (const EntActorSearch *search,
                 guint32               token)
{
  const EntActorStage *stage = search->stage;

  for (guint32 back = 0; stage->not_states != 0 && back < 3 && back <= token; back++)
    {
      const EntEdge *edge = ent_chart_find (search->chart, token - back, stage->not_states);

      if (edge != NULL && edge->end > token && !is_counter (search, edge))
        return TRUE;
      if (search->tokens[token - back].flags & ENT_TOKEN_SENTENCE)
        break;
    }
  return FALSE;
}

/* 设立国家中心: a name that another word ends with is none. */
static gboolean
ends_word (const EntActorSearch *search,
           const EntEdge        *name)
{
  for (guint32 back = 1; search->stage->not_states != 0 && back < 3 && back <= name->first; back++)
    {
      const EntEdge *word = ent_chart_find (search->chart, name->first - back, search->stage->not_states);

      if (word != NULL && word->end >= name->end)
        return TRUE;
    }
  return FALSE;
}

/* "the Carter Center", “里根”号航母: not the person, but what is called by the name that ends here. */
static gboolean
is_called_after (const EntActorSearch *search,
                 guint32               end)
{
  const EntToken *t = &search->tokens[end];
  const EntEdge *title = ent_actor_search_find_term (search, end, search->stage->titles, search->end);

  /* 里根总统图书馆 */
  if (title != NULL && t->kind == ENT_TOKEN_CJK)
    t = &search->tokens[end = title->end];
  if (end < search->end && t->kind == ENT_TOKEN_PUNCT && t->flags & ENT_TOKEN_GLUED
      && g_unichar_type (g_utf8_get_char (search->chart->tokens->text + t->start)) == G_UNICODE_FINAL_PUNCTUATION)
    end++;
  return end < search->end
         && (search->tokens[end].kind == ENT_TOKEN_CJK || search->tokens[end].flags & ENT_TOKEN_CAPITAL)
         && ent_actor_search_find_class (search, end, search->stage->namings, search->end) != NULL;
}

/* 萨兰加尼省: the name that ends here is the beginning of a longer one, that is no person's. */
static gboolean
begins_place (const EntActorSearch *search,
              guint32               end)
{
  guint32 behind = end < search->end && search->tokens[end].kind == ENT_TOKEN_CJK
                     ? ent_actor_search_skip_letters (search, end)
                     : end;

  return behind > end && is_called_after (search, behind);
}

/* "Governor Abbott", "Senator Kerry": a surname behind an office of home affairs is not that of a leader. */
static gboolean
is_domestic (const EntActorSearch *search,
             const EntEdge        *person)
{
  guint32 domestic = search->stage->domestic;

  return domestic != 0 && person->first > search->first && person->end == person->first + 1
         && search->tokens[person->first - 1].flags & ENT_TOKEN_CAPITAL
         && ent_chart_find (search->chart, person->first - 1, domestic) != NULL;
}

/**
 * ent_actor_search_find_person:
 * @search: the state of reading
 * @token: a token
 * @end: where to end
 *
 * Returns: (nullable): the longest name of a person in the tables that begins at @token, if it is not the beginning of
 *   another word (加利福尼亚 is no 加利) or of what is called by the name: 里根号航母, "the Carter Center"
 */
const EntEdge *
ent_actor_search_find_person (const EntActorSearch *search,
                              guint32               token,
                              guint32               end)
{
  const EntEdge *person = ent_actor_search_find_term (search, token, search->stage->people, end);
  const EntEdge *place = ent_actor_search_find_term (search, token, search->stage->places, end);

  /* Chiang Mai is no Chiang. */
  return person != NULL && (place == NULL || place->end <= person->end)
             && !ent_actor_search_is_hidden (search, token, person->end)
             && !ent_actor_search_is_inside_name (search, token)
             && !is_called_after (search, person->end)
             && !begins_place (search, person->end)
             && !ent_actor_search_begins_name (search, person->end)
             && !is_domestic (search, person)
           ? person
           : NULL;
}

/**
 * ent_actor_search_is_inside_word:
 * @search: the state of reading
 * @token: an ideograph
 *
 * Returns: whether it is part of a word that has nothing to do with a state (同意)
 */
gboolean
ent_actor_search_is_inside_word (const EntActorSearch *search,
                                 guint32               token)
{
  /* 中美元首 is no dollar. */
  return ent_actor_search_find_class (search, token + 1, search->stage->titles, search->end) == NULL
         && is_part_of_word (search, token);
}

/**
 * ent_actor_search_ends_day:
 * @search: the state of reading
 * @token: an ideograph
 *
 * Returns: whether it is the last of a day's number, and so no state: 22日, 二十二日
 */
gboolean
ent_actor_search_ends_day (const EntActorSearch *search,
                           guint32               token)
{
  /* Where nobody looked for dates. */
  if (search->timexes == NULL && token > search->first && search->tokens[token - 1].kind == ENT_TOKEN_NUMBER)
    return TRUE;
  for (guint32 back = 1; back <= LONGEST_DAY && back <= token - search->first; back++)
    {
      const EntEdge *date = ent_actor_search_find_class (search, token - back, search->stage->dates, search->end);

      if (date != NULL && date->end > token && (back > 1 || search->tokens[date->first].kind == ENT_TOKEN_NUMBER))
        return TRUE;
    }
  return FALSE;
}

/* 俄外长, 美军舰, 俄驻波兹南总领馆: one character before an office or a house of its state, or where it is. */
static gboolean
stands_before_office (const EntActorSearch *search,
                      guint32               token,
                      guint32               end)
{
  const EntActorStage *stage = search->stage;
  const EntEdge *side = ent_actor_search_find_class (search, token + 1, stage->sides, end);
  const EntEdge *title = ent_actor_search_find_class (search, token + 1, stage->titles, end);

  if (title == NULL && (side == NULL || side->end - side->first < 2)
      && ent_actor_search_find_class (search, token + 1, stage->postings, end) == NULL)
    return FALSE;
  /* 以总统身份: words that govern are no state. */
  return !is_part_of_word (search, token)
         && ent_actor_search_find_class (search, token, stage->prepositions, end) == NULL;
}

/* One character stands for a state beside another that does (中美), behind a verb that takes one (访华), or before an
 * office (俄外长). */
static gboolean
stands_for_state (const EntActorSearch *search,
                  guint32               token,
                  guint32               end)
{
  const EntActorStage *stage = search->stage;

  if (ent_actor_search_is_inside_word (search, token) || ent_actor_search_ends_day (search, token))
    return FALSE;
  if (stands_before_office (search, token, end))
    return TRUE;
  if (ent_actor_search_find_class (search, token + 1, stage->state_chars, end) != NULL
      && !ent_actor_search_is_inside_word (search, token + 1))
    return TRUE;
  if (token == 0 || search->tokens[token].flags & ENT_TOKEN_SENTENCE)
    return FALSE;
  return (ent_chart_find (search->chart, token - 1, stage->state_chars) != NULL
          && !ent_actor_search_is_inside_word (search, token - 1) && !ent_actor_search_ends_day (search, token - 1))
         || ent_chart_find (search->chart, token - 1, stage->state_verbs) != NULL;
}

/* A word with a capital that stands for nothing is most likely part of a person's name, if it is not written so only
 * because it opens the sentence or stands in a heading. */
static gboolean
is_name_like (const EntActorSearch *search,
              guint32               token)
{
  const EntToken *t = &search->tokens[token];

  if (token < search->first || token >= search->end || t->kind != ENT_TOKEN_WORD || !(t->flags & ENT_TOKEN_CAPITAL)
      || t->flags & ENT_TOKEN_GLUED || ent_chart_get_first (search->chart, token) != NULL)
    return FALSE;
  return t->symbol == 0 || (token > search->first && search->tokens[search->end - 1].kind == ENT_TOKEN_PUNCT);
}

/* "Atlanta, Georgia" is not the state: a place elsewhere stands before it. */
static gboolean
follows_place (const EntActorSearch *search,
               const EntEdge        *edge)
{
  guint32 comma = edge->first - 1;

  if (edge->first < search->first + 2 || !ent_actor_search_is_mark (search, comma, ','))
    return FALSE;
  for (guint32 at = comma - 1; at >= search->first && comma - at < DOMESTIC_BEFORE; at--)
    {
      const EntEdge *place = ent_chart_find (search->chart, at, search->stage->places);

      if (place != NULL && place->end == comma)
        return search->stage->terms[place->value].index != search->stage->terms[edge->value].index;
      if (at == 0)
        break;
    }
  return FALSE;
}

/* "Michael Jordan", "Chad Miller", "the Governor of Georgia": names that states share with people and provinces. */
static gboolean
is_namesake (const EntActorSearch *search,
             const EntEdge        *edge)
{
  const EntActorStage *stage = search->stage;
  guint32 before = MIN (edge->first - search->first, DOMESTIC_BEFORE);
  guint32 last = MIN (search->end, edge->end + DOMESTIC_AFTER);
  const EntEdge *sake = stage->namesakes != 0 ? ent_chart_find (search->chart, edge->first, stage->namesakes) : NULL;

  if (sake == NULL || sake->end != edge->end)
    return FALSE;
  if (is_name_like (search, edge->end) || (edge->first > search->first && is_name_like (search, edge->first - 1)))
    return TRUE;
  if (!g_str_equal (ent_rule_set_get_value (stage->rules, sake->class_id, sake->value), PROVINCE))
    return FALSE;
  for (guint32 at = edge->first - before; at < last && stage->domestic != 0; at++)
    if (ent_chart_find (search->chart, at, stage->domestic) != NULL)
      return TRUE;
  return follows_place (search, edge);
}

static gboolean
ends_locative (const EntActorSearch *search,
               guint32               token)
{
  for (guint32 back = 1; back <= 2 && token >= search->first + back; back++)
    {
      const EntEdge *edge = ent_chart_find (search->chart, token - back, search->stage->locatives);

      if (edge != NULL && edge->end == token)
        return TRUE;
    }
  return FALSE;
}

/* 首都曼谷: so called, it is a place. */
static gboolean
is_called_capital (const EntActorSearch *search,
                   const EntEdge        *capital)
{
  const EntActorStage *stage = search->stage;
  const EntEdge *word = capital->first >= search->first + 2
                          ? ent_chart_find (search->chart, capital->first - 2, stage->locatives)
                          : NULL;

  return word != NULL && word->end == capital->first
         && g_strcmp0 (ent_rule_set_get_value (stage->rules, stage->locatives, word->value), "capital") == 0;
}

/* 在德国柏林会见: a capital behind the state that it is in, where something happens. */
static gboolean
is_capital_of_place (const EntActorSearch *search,
                     const EntEdge        *capital)
{
  const EntActorStage *stage = search->stage;

  if (search->tokens[capital->first].kind != ENT_TOKEN_CJK)
    return FALSE;
  if (is_called_capital (search, capital))
    return TRUE;
  for (guint32 back = 1; back <= STATE_NAME_LENGTH && capital->first >= search->first + back; back++)
    {
      const EntEdge *state = ent_actor_search_find_term (search, capital->first - back, stage->names, capital->first);

      if (state != NULL && state->end == capital->first
          && stage->terms[state->value].index == stage->terms[capital->value].index
          && ends_locative (search, state->first))
        return TRUE;
    }
  return FALSE;
}

/* A capital is its government where it acts, not where something happens, nor in "the Moscow talks". */
static gboolean
is_only_place (const EntActorSearch *search,
               const EntEdge        *edge)
{
  const EntActorStage *stage = search->stage;
  guint32 before = edge->first - 1;

  if (ent_actor_search_find_class (search, edge->end, stage->not_governments, search->end) != NULL)
    return TRUE;
  if (edge->first == search->first)
    return edge->end < search->end
           && (ent_actor_search_is_mark (search, edge->end, ',') || ent_actor_search_is_mark (search, edge->end, '('))
           && edge->end + 1 < search->end
           && ent_actor_search_find_class (search, edge->end + 1, stage->dates, search->end) != NULL;
  if (ent_chart_find (search->chart, before, stage->locatives) != NULL || is_capital_of_place (search, edge))
    return TRUE;
  /* "in Vienna and Paris" */
  return search->place_end != 0 && search->place_end == before
         && (ent_actor_search_is_mark (search, before, ',')
             || ent_chart_find (search->chart, before, stage->ands) != NULL);
}

/* "Cuban Americans" are not Cuba. */
static gboolean
is_only_origin (const EntActorSearch *search,
                const EntEdge        *demonym)
{
  return ent_actor_search_find_class (search, demonym->end, search->stage->citizens, search->end) != NULL;
}

/* 訪華, of a statement of Taipei's: the issuer's own word for itself, if no preposition governs it. */
static gboolean
stands_for_issuer (const EntActorSearch *search,
                   const EntEdge        *character,
                   const char           *own)
{
  const EntActorStage *stage = search->stage;
  guint16 actor;

  return own != NULL && search->issuer != ENT_ACTOR_NONE
         && ent_vocabulary_find_actor (stage->vocabulary, own + 1, &actor) && actor == search->issuer
         && (character->first == 0
             || ent_chart_find (search->chart, character->first - 1, stage->prepositions) == NULL);
}

/* 中巴: of several states that one ideograph stands for, the one that the text names most, or else the issuer, or the
 * first. */
static guint16
choose_by_character (EntActorSearch *search,
                     const EntEdge  *character)
{
  const EntActorStage *stage = search->stage;
  const char *ids = ent_rule_set_get_value (stage->rules, stage->state_chars, character->value);
  guint16 best = stage->state_values[character->value];
  g_auto (GStrv) all = NULL;

  if (ids != NULL && stands_for_issuer (search, character, strchr (ids, '/')))
    return search->issuer;
  if (ids == NULL || strchr (ids, ' ') == NULL)
    return best;
  all = g_strsplit (ids, " ", -1);
  for (char **id = all; *id != NULL; id++)
    {
      guint16 actor;

      if (ent_vocabulary_find_actor (stage->vocabulary, *id, &actor) && actor == search->issuer)
        best = actor;
    }
  for (char **id = all; *id != NULL; id++)
    {
      guint16 actor;

      if (ent_vocabulary_find_actor (stage->vocabulary, *id, &actor)
          && (best == ENT_ACTOR_NONE || is_named_more (search, actor, best)))
        best = actor;
    }
  return best;
}

/* Whether an office ends at a token: 商会会长, 议长. */
static gboolean
ends_office (const EntActorSearch *search,
             guint32               token)
{
  const EntActorStage *stage = search->stage;
  guint32 reach = MIN (token - search->first, LONGEST_OFFICE);

  for (guint32 back = 1; back <= reach; back++)
    {
      const EntEdge *office = ent_chart_find (search->chart, token - back, stage->offices);

      if (office != NULL && office->end == token)
        return TRUE;
    }
  return ent_actor_search_find_title_before (search, token) != NULL;
}

/* Whether a token may be one of a name: no word governs or takes a state there. */
static gboolean
may_be_of_name (const EntActorSearch *search,
                guint32               token)
{
  const EntActorStage *stage = search->stage;
  const guint32 classes[] = { stage->state_verbs, stage->prepositions, stage->ands, stage->locatives, stage->ofs };

  if (search->tokens[token].kind != ENT_TOKEN_CJK)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (classes[i] != 0 && ent_chart_find (search->chart, token, classes[i]) != NULL)
      return FALSE;
  return TRUE;
}

/* 会长华德仁, 主席杜华德会面: one ideograph among the first of a name that stands behind an office. */
static gboolean
is_in_name_behind_office (const EntActorSearch *search,
                          guint32               token)
{
  if (search->stage->offices == 0)
    return FALSE;
  for (guint32 at = token; at + MAX_CHARACTERS > token && at > search->first; at--)
    {
      if (at < token && !may_be_of_name (search, at))
        return FALSE;
      if (ends_office (search, at))
        return at < token || !stands_before_office (search, token, search->end);
    }
  return FALSE;
}

/* 主席约旦逊: the name of a state behind an office, whose letters go on, is but the begin of a person's. */
static gboolean
begins_name_behind_office (const EntActorSearch *search,
                           const EntEdge        *state)
{
  return search->stage->offices != 0 && search->tokens[state->first].kind == ENT_TOKEN_CJK
         && ent_actor_search_skip_letters (search, state->first) > state->end && ends_office (search, state->first);
}

/* Where a house of a government ends that begins at a token: "Ministry of Defence". */
static guint32
end_house (EntActorSearch *search,
           guint32         token,
           guint32         end)
{
  const EntActorStage *stage = search->stage;
  const EntEdge *house = NULL, *title = NULL;

  if (stage->houses != 0)
    house = ent_actor_search_find_class (search, token, stage->houses, end);
  if (house != NULL)
    title = ent_actor_search_find_term (search, token, stage->titles, end);
  return house != NULL && (title == NULL || title->end <= house->end) ? house->end : 0;
}

/**
 * ent_actor_search_find_state:
 * @search: the state of reading
 * @token: a token
 * @end: where to end
 * @actor: (out): who it is
 *
 * Reads a state or organisation by name, demonym, or house that acts for it.
 *
 * Returns: the token after it, or 0
 */
guint32
ent_actor_search_find_state (EntActorSearch *search,
                             guint32         token,
                             guint32         end,
                             guint16        *actor)
{
  const EntActorStage *stage = search->stage;
  const guint32 classes[] = { stage->names, stage->demonyms, stage->metonyms };
  const EntEdge *best = NULL;
  const EntEdge *character;

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      const EntEdge *edge = ent_actor_search_find_term (search, token, classes[i], end);

      if (edge == NULL || (best != NULL && edge->end <= best->end))
        continue;
      if (ends_word (search, edge))
        continue;
      /* "The Foreign Office", in a cable from another capital. */
      if (search->host != ENT_ACTOR_NONE && end_house (search, token, end) >= edge->end)
        continue;
      if (is_namesake (search, edge) || begins_name_behind_office (search, edge)
          || (classes[i] == stage->demonyms && is_only_origin (search, edge)))
        continue;
      /* "Sofia Sapega" is nobody's government. */
      if (classes[i] == stage->metonyms && is_name_like (search, edge->end))
        continue;
      if (classes[i] == stage->metonyms && is_only_place (search, edge))
        {
          search->place_end = edge->end;
          continue;
        }
      best = edge;
    }
  if (best != NULL)
    {
      *actor = choose_actor (search, best);
      return best->end;
    }
  character = ent_actor_search_find_class (search, token, stage->state_chars, end);
  if (character == NULL || !stands_for_state (search, token, end) || is_in_name_behind_office (search, token))
    return 0;
  *actor = choose_by_character (search, character);
  return *actor != ENT_ACTOR_NONE ? character->end : 0;
}

/**
 * ent_actor_search_skip_article:
 * @search: the state of reading
 * @token: a token
 * @end: where to end
 *
 * Returns: the token after an article that stands there; @token if none does
 */
guint32
ent_actor_search_skip_article (const EntActorSearch *search,
                               guint32               token,
                               guint32               end)
{
  const EntEdge *article = ent_actor_search_find_class (search, token, search->stage->articles, end);

  /* "New Zealand" is no new Zealand, and "New Jersey" no new Jersey. */
  if (article != NULL
      && (ent_actor_search_find_term (search, token, search->stage->names, end) != NULL
          || ent_actor_search_find_term (search, token, search->stage->places, end) != NULL))
    return token;
  return article != NULL ? article->end : token;
}

/**
 * ent_actor_search_find_of:
 * @search: the state of reading
 * @token: a token
 * @end: where to end
 * @actor: (out): whose what stands before is
 *
 * Returns: the token after "of the Kingdom of Norway", or 0
 */
guint32
ent_actor_search_find_of (EntActorSearch *search,
                          guint32         token,
                          guint32         end,
                          guint16        *actor)
{
  const EntEdge *of = ent_actor_search_find_class (search, token, search->stage->ofs, end);

  if (of == NULL)
    return 0;
  return ent_actor_search_find_state (search, ent_actor_search_skip_article (search, of->end, end), end, actor);
}

/**
 * ent_actor_search_skip_house:
 * @search: the state of reading
 * @token: the token after a state or an article
 * @end: where to end
 *
 * Returns: the token after a house of its government, with a possessive before it or not: "Poland's Ministry of
 *   Defence"; @token if none follows
 */
guint32
ent_actor_search_skip_house (EntActorSearch *search,
                             guint32         token,
                             guint32         end)
{
  gboolean possessive = token < end && search->tokens[token].kind == ENT_TOKEN_WORD
                        && search->tokens[token].flags & ENT_TOKEN_GLUED;
  guint32 after = end_house (search, token + possessive, end);

  return after != 0 ? after : token;
}

/**
 * ent_actor_search_find_house:
 * @search: the state of reading
 * @token: a token
 * @end: where to end
 * @actor: (out): whose it is
 *
 * Reads a house of a government that tells whose it is behind: "Ministry of Defence of Poland"; or, in a cable, one
 * that does not tell it: "FonOff informed us".
 *
 * Returns: the token after it, or 0
 */
guint32
ent_actor_search_find_house (EntActorSearch *search,
                             guint32         token,
                             guint32         end,
                             guint16        *actor)
{
  guint32 after = end_house (search, token, end);
  guint32 whole;

  /* The Ministry of Defence in Poland may be that of others. */
  if (after == 0 || ent_actor_search_find_class (search, after, search->stage->locatives, end) != NULL)
    return 0;
  whole = ent_actor_search_find_of (search, after, end, actor);
  if (whole != 0 || search->host == ENT_ACTOR_NONE || !(search->tokens[token].flags & ENT_TOKEN_CAPITAL))
    return whole;
  *actor = search->host;
  return after;
}
