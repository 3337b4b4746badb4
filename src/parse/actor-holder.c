/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who held which office when. */
#include <string.h>

#include "parse/actors-private.h"

/* Someone told of has held office at most so many days before, or will so soon after. */
#define LONG_BEFORE (70 * 366)
#define SOON_AFTER (12 * 366)
/* So long before someone may have left the offices that are known, and now have another. */
#define OTHER_OFFICE (20 * 366)
/* A date tells when a person is spoken of if it stands within so many tokens and lies so many days back. */
#define DATE_REACH 14
#define LONG_AGO 300
/* A date wider than this tells nothing of who held an office. */
#define WIDEST_DATE (3 * 366)
#define NO_RANK G_MAXUINT

/* Where an office stands in the list of those that a title may mean: `president|acting president||chairman`. What
 * stands behind an empty one is meant only of somebody told of before. */
static guint
rank_office (const char *offices,
             const char *office,
             gboolean    told)
{
  gsize length = strlen (office);

  for (guint rank = 0; offices != NULL; rank++)
    {
      const char *bar = strchr (offices, '|');
      gsize n = bar != NULL ? (gsize) (bar - offices) : strlen (offices);

      if (n == 0 && !told)
        return NO_RANK;
      if (n == length && memcmp (offices, office, n) == 0)
        return rank;
      offices = bar != NULL ? bar + 1 : NULL;
    }
  return NO_RANK;
}

/**
 * ent_actor_term_shares_office:
 * @bare: a title told without who has it ("the Secretary")
 * @told: the title of somebody told of before ("Secretary of State")
 *
 * Returns: whether both may mean one office
 */
gboolean
ent_actor_term_shares_office (const EntTerm *bare,
                              const EntTerm *told)
{
  g_autofree char *office = NULL;

  if (bare == told)
    return TRUE;
  office = g_strndup (told->value, strcspn (told->value, "|"));
  return rank_office (bare->value, office, TRUE) != NO_RANK;
}

/**
 * ent_actor_stage_sort_holders:
 * @stage: a stage being made, whose holders are known
 *
 * Sorts the holders by their actors, those of one in the table's order, and by the words of their names.
 */
void
ent_actor_stage_sort_holders (EntActorStage *stage)
{
  guint n_actors = ent_vocabulary_get_n_actors (stage->vocabulary);
  guint32 *next = NULL;

  stage->actor_begins = g_new0 (guint32, n_actors + 2);
  stage->by_actor = g_new (guint32, stage->n_holders + 1);
  for (guint i = 0; i < stage->n_holders; i++)
    stage->actor_begins[stage->holders[i].actor + 1]++;
  for (guint i = 0; i < n_actors; i++)
    stage->actor_begins[i + 1] += stage->actor_begins[i];
  next = g_memdup2 (stage->actor_begins, n_actors * sizeof *next);
  for (guint i = 0; i < stage->n_holders; i++)
    stage->by_actor[next[stage->holders[i].actor]++] = i;
  g_free (next);
  stage->holder_names = ent_name_index_new (stage->holders, stage->n_holders);
}

/* The day that a date beside a token tells, if it lies well before the statement's: "in 1972 President …". */
static EntDay
get_day (const EntActorSearch *search,
         guint32               token)
{
  guint32 reach = search->tokens[token].kind == ENT_TOKEN_CJK ? DATE_REACH * 2 : DATE_REACH;
  guint32 first = token > search->first + reach ? token - reach : search->first;
  guint32 end = MIN (search->end, token + reach);
  EntDay best = search->day;
  guint32 nearest = G_MAXUINT32;

  for (guint32 at = first; at < end && search->timexes != NULL; at++)
    {
      const EntEdge *edge = ent_actor_search_find_class (search, at, search->stage->dates, search->end);
      guint32 distance = at < token ? token - at : at - token;
      EntDay earliest, latest;

      if (edge == NULL || distance >= nearest)
        continue;
      earliest = ent_edtf_earliest (g_array_index (search->timexes, EntTimex, edge->value).edtf);
      latest = ent_edtf_latest (g_array_index (search->timexes, EntTimex, edge->value).edtf);
      if (earliest == ENT_DAY_OPEN_START || latest == ENT_DAY_OPEN_END || latest - earliest > WIDEST_DATE
          || (search->day != ENT_DAY_OPEN_START && latest > search->day - LONG_AGO))
        continue;
      best = earliest + (latest - earliest) / 2;
      nearest = distance;
    }
  return best;
}

/* Whether somebody has an office that a title may mean on a day. */
static gboolean
has_office (const EntOfficeHolder *holder,
            const EntTerm         *title,
            EntDay                 day)
{
  return holder->from <= day && holder->to >= day && rank_office (title->value, holder->office, TRUE) != NO_RANK;
}

/**
 * ent_actor_search_has_office:
 * @search: the state of reading
 * @reading: a holder, and perhaps a title
 *
 * Returns: whether the holder has the office that the title means at the time spoken of
 */
gboolean
ent_actor_search_has_office (const EntActorSearch  *search,
                             const EntActorReading *reading)
{
  return reading->title != NULL && has_office (reading->holder, reading->title, get_day (search, reading->at - 1));
}

/* How well a term of office fits a mention: the office named, then the time. */
static gint64
rate_holder (const EntOfficeHolder *holder,
             const EntActorReading *reading,
             EntDay                 day)
{
  gint64 rate = 0;

  if (reading->title != NULL && rank_office (reading->title->value, holder->office, TRUE) != NO_RANK)
    rate += 1000000;
  if (reading->has_state && reading->actor == holder->actor)
    rate += 500000;
  if (day == ENT_DAY_OPEN_START)
    return rate + (holder->to == ENT_DAY_OPEN_END ? G_MAXINT32 : holder->to);
  if (day < holder->from)
    return rate - ((gint64) holder->from - day);
  if (day > holder->to)
    return rate - ((gint64) day - holder->to) / 2;
  return rate + 10;
}

/* Whether a name that many may bear can mean someone who held office then: no Senator is a President of long ago. */
static gboolean
is_of_the_time (const EntOfficeHolder *holder,
                const EntActorReading *reading,
                EntDay                 day)
{
  if (day == ENT_DAY_OPEN_START)
    return TRUE;
  if (reading->title != NULL && holder->to < day - OTHER_OFFICE
      && rank_office (reading->title->value, holder->office, TRUE) == NO_RANK)
    return FALSE;
  return (holder->from == ENT_DAY_OPEN_START || holder->from <= day + SOON_AFTER)
         && (holder->to == ENT_DAY_OPEN_END || holder->to >= day - LONG_BEFORE);
}

/* "Prime Minister Wong" is no Foreign Minister Wong, whom alone the tables call so: who of that name has the office. */
static const EntOfficeHolder *
choose_by_office (const EntActorSearch  *search,
                  const EntEdge         *person,
                  const EntActorReading *reading,
                  const EntOfficeHolder *holder)
{
  const EntToken *token = &search->tokens[person->first];
  EntActorReading other = *reading;
  const EntOfficeHolder *named;

  if (reading->title == NULL || reading->has_state || person->end > person->first + 1 || token->kind == ENT_TOKEN_CJK
      || rank_office (reading->title->value, holder->office, TRUE) != NO_RANK)
    return holder;
  other.words = (EntSpan) { token->start, token->end };
  other.at = person->end;
  named = ent_actor_search_find_surname (search, &other);
  return named != NULL ? named : holder;
}

/**
 * ent_actor_search_choose_holder:
 * @search: the state of reading
 * @person: the longest edge of a person's name
 * @reading: what is known beside: title and state
 *
 * Returns: (nullable): which of the people and terms of office that the words may mean is meant
 */
const EntOfficeHolder *
ent_actor_search_choose_holder (const EntActorSearch  *search,
                                const EntEdge         *person,
                                const EntActorReading *reading)
{
  const EntOfficeHolder *best = NULL;
  EntDay day = get_day (search, person->first);
  gint64 best_rate = 0;

  for (const EntEdge *edge = person; edge != NULL && edge->end == person->end;
       edge = ent_chart_get_next (search->chart, edge))
    {
      const EntOfficeHolder *holder;
      gint64 rate;

      if (edge->class_id != person->class_id)
        continue;
      holder = &search->stage->holders[search->stage->terms[edge->value].index];
      rate = rate_holder (holder, reading, day);
      if ((best != NULL && rate <= best_rate) || !is_of_the_time (holder, reading, day))
        continue;
      best = holder;
      best_rate = rate;
    }
  return best != NULL ? choose_by_office (search, person, reading, best) : NULL;
}

/**
 * ent_actor_search_find_other_level:
 * @search: the state of reading
 * @person: the longest edge of a person's name
 * @chosen: which of the people and terms of office is meant
 *
 * Returns: the level of the highest other office that the person holds at the same time, as a "State Councilor and
 *   Foreign Minister" does; %ENT_LEVEL_NONE if there is none
 */
EntLevel
ent_actor_search_find_other_level (const EntActorSearch  *search,
                                   const EntEdge         *person,
                                   const EntOfficeHolder *chosen)
{
  EntDay day = get_day (search, person->first);
  EntLevel best = ENT_LEVEL_NONE;

  if (day == ENT_DAY_OPEN_START || day < chosen->from || day > chosen->to)
    return ENT_LEVEL_NONE;
  for (const EntEdge *edge = person; edge != NULL && edge->end == person->end;
       edge = ent_chart_get_next (search->chart, edge))
    {
      const EntOfficeHolder *holder;

      if (edge->class_id != person->class_id)
        continue;
      holder = &search->stage->holders[search->stage->terms[edge->value].index];
      if (holder != chosen && holder->level != ENT_LEVEL_NONE && (best == ENT_LEVEL_NONE || holder->level < best)
          && holder->from <= day && holder->to >= day && holder->actor == chosen->actor
          && g_str_equal (holder->name, chosen->name))
        best = holder->level;
    }
  return best;
}

/* Who alone has an office on a day: only Britain has a Foreign Secretary. */
static const EntOfficeHolder *
find_only_incumbent (const EntActorStage *stage,
                     const char          *offices,
                     EntDay               day)
{
  const EntOfficeHolder *only = NULL;

  for (guint i = 0; i < stage->n_holders; i++)
    {
      const EntOfficeHolder *holder = &stage->holders[i];

      if (holder->from > day || holder->to < day || rank_office (offices, holder->office, FALSE) == NO_RANK)
        continue;
      if (only != NULL && only->actor != holder->actor)
        return NULL;
      only = holder;
    }
  return only;
}

static const EntOfficeHolder *
find_incumbent (const EntActorStage *stage,
                guint16              actor,
                const EntTerm       *title,
                EntDay               day)
{
  const EntOfficeHolder *best = NULL;
  guint best_rank = NO_RANK;

  if (actor == ENT_ACTOR_NONE)
    return find_only_incumbent (stage, title->value, day);
  for (guint32 i = stage->actor_begins[actor]; i < stage->actor_begins[actor + 1]; i++)
    {
      const EntOfficeHolder *holder = &stage->holders[stage->by_actor[i]];
      guint rank;

      if (holder->from > day || holder->to < day)
        continue;
      rank = rank_office (title->value, holder->office, FALSE);
      /* On the day of a handover the one who comes. */
      if (rank == NO_RANK || rank > best_rank || (rank == best_rank && best != NULL && holder->from < best->from))
        continue;
      best = holder;
      best_rank = rank;
    }
  return best;
}

/**
 * ent_actor_search_find_incumbent:
 * @search: the state of reading
 * @actor: a state or organisation; %ENT_ACTOR_NONE if not told
 * @title: the office's title
 * @token: where it stands
 *
 * Returns: (nullable): who held the office on the day that a date beside it tells, or else on the statement's
 */
const EntOfficeHolder *
ent_actor_search_find_incumbent (const EntActorSearch *search,
                                 guint16               actor,
                                 const EntTerm        *title,
                                 guint32               token)
{
  EntActorSearch *owner = (EntActorSearch *) search; /* what was asked last is no part of what it tells */
  gsize place = ((gsize) (title - search->stage->terms) + actor) % G_N_ELEMENTS (owner->asked);
  EntActorAsked *asked = &owner->asked[place];
  EntDay day = get_day (search, token);

  if (day == ENT_DAY_OPEN_START)
    return NULL;
  if (asked->title != title || asked->actor != actor || asked->day != day)
    *asked = (EntActorAsked) { title, day, actor, find_incumbent (search->stage, actor, title, day) };
  return asked->holder;
}

/**
 * ent_actor_stage_get_first_day:
 * @stage: a stage
 * @actor: a state or organisation
 * @name: the name of one of its people
 *
 * Returns: the first day of the first office that the person had; %ENT_DAY_OPEN_START if that is not known
 */
EntDay
ent_actor_stage_get_first_day (const EntActorStage *stage,
                               guint16              actor,
                               const char          *name)
{
  EntDay first = ENT_DAY_OPEN_END;

  g_return_val_if_fail (stage != NULL && name != NULL, ENT_DAY_OPEN_START);

  if (actor == ENT_ACTOR_NONE)
    return ENT_DAY_OPEN_START;
  for (guint32 i = stage->actor_begins[actor]; i < stage->actor_begins[actor + 1]; i++)
    {
      const EntOfficeHolder *holder = &stage->holders[stage->by_actor[i]];

      if (g_str_equal (holder->name, name))
        first = MIN (first, holder->from);
    }
  return first == ENT_DAY_OPEN_END ? ENT_DAY_OPEN_START : first;
}

/**
 * ent_actor_search_find_incumbent_of_family:
 * @search: the state of reading
 * @title: the office's title
 * @token: where it stands
 * @family: the ideograph of a family
 *
 * Returns: (nullable): who of that family held the office then: of the issuer's own, else the only one of all
 */
const EntOfficeHolder *
ent_actor_search_find_incumbent_of_family (const EntActorSearch *search,
                                           const EntTerm        *title,
                                           guint32               token,
                                           gunichar              family)
{
  const EntActorStage *stage = search->stage;
  EntDay day = get_day (search, token);
  const EntOfficeHolder *only = NULL;
  gboolean several = FALSE;

  for (guint i = 0; i < stage->n_holders && day != ENT_DAY_OPEN_START; i++)
    {
      const EntOfficeHolder *holder = &stage->holders[i];

      if (stage->families[i] != family || holder->from > day || holder->to < day
          || rank_office (title->value, holder->office, FALSE) == NO_RANK)
        continue;
      if (holder->actor == search->issuer)
        return holder;
      several |= only != NULL && !g_str_equal (only->name, holder->name);
      only = holder;
    }
  return several ? NULL : only;
}

/* The words of a name: all of them, how long the first of several is, and the last. */
typedef struct
{
  const char *words;
  gsize length;
  gsize first; /* 0 where there is only one */
  const char *last;
  gsize n_last;
} NameWords;

static NameWords
split_name (const char *words,
            gsize       length)
{
  const char *space = memchr (words, ' ', length);
  const char *last = g_strrstr_len (words, (gssize) length, " ");
  NameWords split = { words, length, space != NULL ? (gsize) (space - words) : 0, last != NULL ? last + 1 : words, 0 };

  split.n_last = length - (gsize) (split.last - words);
  return split;
}

/* Whether words are a name's last or first part: "Heath", 'Yoon', or both: "Edward Heath". */
static gboolean
is_part_of_name (const char      *name,
                 const NameWords *words)
{
  gsize n;

  if (words->first > 0 && (strncmp (name, words->words, words->first) != 0 || name[words->first] != ' '))
    return FALSE;
  if (words->first == 0 && strncmp (name, words->words, words->length) == 0 && name[words->length] == ' ')
    return TRUE;
  n = strlen (name);
  return n > words->n_last && name[n - words->n_last - 1] == ' '
         && memcmp (name + n - words->n_last, words->last, words->n_last) == 0;
}

/* Who of those whose names have a word at one end may be meant, and stands in the table behind @only; two of different
 * names are too many. */
static const EntOfficeHolder *
find_at_end (const EntActorStage   *stage,
             const EntActorReading *reading,
             const NameWords       *words,
             EntDay                 day,
             EntNameEnd             end,
             const EntOfficeHolder *only,
             gboolean              *several)
{
  for (guint32 i = ent_name_index_find (stage->holder_names, end, words->last, words->n_last); i != ENT_NAME_NONE;
       i = ent_name_index_get_next (stage->holder_names, end, i))
    {
      const EntOfficeHolder *holder = &stage->holders[i];

      if (holder->from > day || holder->to < day || (reading->has_state && holder->actor != reading->actor)
          || !is_part_of_name (holder->name, words)
          || rank_office (reading->title->value, holder->office, TRUE) == NO_RANK)
        continue;
      *several |= only != NULL && !g_str_equal (only->name, holder->name);
      only = MAX (only, holder);
    }
  return only;
}

/**
 * ent_actor_search_is_given_name:
 * @search: the state of reading
 * @token: a token
 *
 * Returns: whether it is a word that the name of somebody in the tables begins with: the "Jim" of "Jim Mattis"
 */
gboolean
ent_actor_search_is_given_name (const EntActorSearch *search,
                                guint32               token)
{
  const EntActorStage *stage = search->stage;
  const EntToken *t = &search->tokens[token];
  const char *word = search->chart->tokens->text + t->start;
  gsize length = t->end - t->start;

  if (t->kind != ENT_TOKEN_WORD || !(t->flags & ENT_TOKEN_CAPITAL))
    return FALSE;
  for (guint32 i = ent_name_index_find (stage->holder_names, ENT_NAME_FIRST, word, length); i != ENT_NAME_NONE;
       i = ent_name_index_get_next (stage->holder_names, ENT_NAME_FIRST, i))
    if (strncmp (stage->holders[i].name, word, length) == 0 && stage->holders[i].name[length] == ' ')
      return TRUE;
  return FALSE;
}

/* 安格拉·默克尔: who had the office by the last part of a foreign name written in ideographs. */
static const EntOfficeHolder *
find_behind_joint (const EntActorSearch  *search,
                   const EntActorReading *reading,
                   EntDay                 day)
{
  const EntActorStage *stage = search->stage;
  const EntOfficeHolder *best = NULL;
  guint32 at = reading->at - 1;

  while (search->tokens[at].start > reading->words.start && search->tokens[at].kind == ENT_TOKEN_CJK)
    at--;
  if (search->tokens[at].kind == ENT_TOKEN_CJK)
    return NULL;
  for (const EntEdge *edge = ent_actor_search_find_person (search, at + 1, reading->at);
       edge != NULL && edge->end == reading->at; edge = ent_chart_get_next (search->chart, edge))
    {
      const EntOfficeHolder *holder;

      if (edge->class_id != stage->people)
        continue;
      holder = &stage->holders[stage->terms[edge->value].index];
      if ((!reading->has_state || holder->actor == reading->actor) && has_office (holder, reading->title, day))
        best = MAX (best, holder);
    }
  return best;
}

/**
 * ent_actor_search_find_surname:
 * @search: the state of reading
 * @reading: a title, perhaps a state, and the words of a name that no table has
 *
 * Returns: (nullable): the only one of that name who held such an office then
 */
const EntOfficeHolder *
ent_actor_search_find_surname (const EntActorSearch  *search,
                               const EntActorReading *reading)
{
  const EntActorStage *stage = search->stage;
  const NameWords words = split_name (search->chart->tokens->text + reading->words.start,
                                      reading->words.end - reading->words.start);
  EntDay day = get_day (search, reading->at - 1);
  const EntOfficeHolder *only;
  gboolean several = FALSE;

  if (day == ENT_DAY_OPEN_START)
    return NULL;
  if (search->tokens[reading->at - 1].kind == ENT_TOKEN_CJK)
    return find_behind_joint (search, reading, day);
  only = find_at_end (stage, reading, &words, day, ENT_NAME_LAST, NULL, &several);
  /* One word may be the first of a name, too. */
  if (words.first == 0)
    only = find_at_end (stage, reading, &words, day, ENT_NAME_FIRST, only, &several);
  return several ? NULL : only;
}
