/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A noun phrase that names who: its state, title and name, in any order. */
#include <string.h>

#include "parse/actors-private.h"

/* Before a name: "Dr", "Gen". */
#define MAX_ADDRESS 4
/* A name that is written by its sound, and that no table has, has so many letters at least. */
#define LEAST_LETTERS 3
/* A date that opens a clause has so many tokens. */
#define LONGEST_DATE 12

/* "of the People's Republic of China (PRC)" behind a name or title. */
static void
read_of_state (EntActorSearch  *search,
               EntActorReading *reading)
{
  guint16 actor;
  guint32 after = ent_actor_search_find_of (search, reading->at, reading->end, &actor);

  /* An envoy "to China" is not China's, nor is a Prime Minister who goes there: "the visit of the Premier to China". */
  if (after == 0
      || (reading->title != NULL
          && ent_actor_search_find_class (search, reading->at, search->stage->postings, reading->end) != NULL))
    return;
  if (!reading->has_state || (reading->holder == NULL && reading->title == NULL))
    reading->actor = actor;
  reading->has_state = TRUE;
  reading->at = after;
}

/* The abbreviation that follows a name in brackets. */
static void
skip_abbreviation (EntActorSearch  *search,
                   EntActorReading *reading)
{
  guint32 at = reading->at;
  guint32 after;
  guint16 actor;

  if (at + 2 >= reading->end || !ent_actor_search_is_mark (search, at, '('))
    return;
  after = ent_actor_search_find_state (search, at + 1, reading->end, &actor);
  if (after != 0 && after < reading->end && actor == reading->actor && ent_actor_search_is_mark (search, after, ')'))
    reading->at = after + 1;
}

/* 斯里兰卡外长佩里斯: another state's man whose name only begins as one in the tables does. */
static gboolean
is_begun_only (const EntActorSearch  *search,
               const EntActorReading *reading,
               const EntEdge         *person,
               const EntOfficeHolder *holder)
{
  return reading->has_state && holder->actor != reading->actor && search->tokens[person->first].kind == ENT_TOKEN_CJK
         && person->end < reading->end
         && ent_actor_search_skip_letters (search, person->end) > person->end;
}

static gboolean
set_holder (const EntActorSearch *search,
            EntActorReading      *reading,
            const EntEdge        *person)
{
  const EntOfficeHolder *holder = ent_actor_search_choose_holder (search, person, reading);

  if (holder == NULL || is_begun_only (search, reading, person, holder))
    return FALSE;
  reading->holder = holder;
  reading->other_level = reading->title != NULL ? ent_actor_search_find_other_level (search, person, holder)
                                                : ENT_LEVEL_NONE;
  reading->words = (EntSpan) { search->tokens[person->first].start, search->tokens[person->end - 1].end };
  reading->at = person->end;
  while (reading->at + 1 < reading->end && ent_actor_search_is_mark (search, reading->at, '-')
         && search->tokens[reading->at].flags & search->tokens[reading->at + 1].flags & ENT_TOKEN_GLUED
         && search->tokens[reading->at + 1].flags & ENT_TOKEN_CAPITAL
         && ent_chart_get_first (search->chart, reading->at + 1) == NULL)
    reading->at += 2; /* the rest of a double name */
  if (person->end - person->first == 1 && search->tokens[person->first].kind == ENT_TOKEN_WORD)
    reading->surname = person->first;
  if (!reading->has_state)
    reading->actor = holder->actor;
  return TRUE;
}

static gboolean
begins_with (const EntActorSearch *search,
             const char           *name,
             guint32               token)
{
  const EntToken *t = &search->tokens[token];

  return strncmp (name, search->chart->tokens->text + t->start, t->end - t->start) == 0;
}

/* "Julie Chavez Rodriguez" is no Chavez. */
static gboolean
stands_inside_name (const EntActorSearch  *search,
                    const EntActorReading *reading)
{
  guint32 at = reading->surname;
  const EntToken *before = &search->tokens[at] - 1;
  const EntToken *after = &search->tokens[at] + 1;

  /* "Mohammed bin Saleh Al Khulaifi" */
  if (at > MAX (search->first, reading->name) && at + 1 < search->end
      && ent_chart_find (search->chart, at - 1, search->stage->name_parts) != NULL
      && after->kind == ENT_TOKEN_WORD && after->flags & ENT_TOKEN_CAPITAL)
    return TRUE;
  return !reading->has_state && at > MAX (search->first, reading->name) && at + 1 < search->end
         && before->kind == ENT_TOKEN_WORD && before->flags & ENT_TOKEN_CAPITAL
         && (reading->title != NULL || before->symbol == 0 || after->symbol == 0)
         && !begins_with (search, reading->holder->name, at - 1)
         && after->kind == ENT_TOKEN_WORD && after->flags & ENT_TOKEN_CAPITAL
         && ent_actor_search_find_class (search, at + 1, search->stage->name_stops, search->end) == NULL;
}

/* "Teodoro L. Locsin": what an initial and another name stand behind is no surname. */
static gboolean
stands_before_initial (const EntActorSearch  *search,
                       const EntActorReading *reading)
{
  const EntToken *initial = &search->tokens[reading->surname] + 1;

  return reading->surname + 3 < search->end && initial->kind == ENT_TOKEN_WORD && initial->flags & ENT_TOKEN_CAPITAL
         && initial->end - initial->start == 1 && ent_actor_search_is_mark (search, reading->surname + 2, '.')
         && initial[1].flags & ENT_TOKEN_GLUED && initial[2].kind == ENT_TOKEN_WORD
         && initial[2].flags & ENT_TOKEN_CAPITAL;
}

/* "Jim Carr" is no Bob Carr; "Jimmy" and "James" may be one. */
static gboolean
is_called_otherwise (const EntActorSearch  *search,
                     const EntActorReading *reading)
{
  guint32 given = reading->surname - 1;

  return reading->surname > search->first && (reading->title == NULL || given >= reading->name)
         && ent_actor_search_is_given_name (search, given)
         && search->chart->tokens->text[search->tokens[given].start] != reading->holder->name[0]
         && ent_actor_search_find_person (search, given, reading->surname) == NULL
         && !ent_actor_search_has_office (search, reading);
}

/* "President Castro of Honduras" is no Castro that the tables know, nor is "Governor Henry McMaster" the McMaster. */
static void
drop_namesake (const EntActorSearch *search,
               EntActorReading      *reading)
{
  guint32 first = reading->surname;
  gboolean otherwise;

  if (reading->surname == 0 || reading->holder == NULL)
    return;
  otherwise = is_called_otherwise (search, reading);
  if (stands_inside_name (search, reading) || stands_before_initial (search, reading)
      || (otherwise && reading->title == NULL && !reading->has_state))
    {
      reading->actor = ENT_ACTOR_NONE;
      reading->holder = NULL;
      reading->words = (EntSpan) { 0, 0 };
      return;
    }
  /* "Minister of International Trade Jim Carr": where the name begins, the rest of the office ends. */
  while (first > reading->name && reading->name > 0 && search->tokens[first - 1].flags & ENT_TOKEN_CAPITAL
         && (first == reading->surname || !ent_actor_search_is_given_name (search, first)))
    first--;
  if (!otherwise
      && (reading->has_state ? reading->holder->actor == reading->actor
                             : first == reading->surname || search->tokens[first].symbol != 0
                                 || begins_with (search, reading->holder->name, first)))
    return;
  if (!reading->has_state)
    reading->actor = ENT_ACTOR_NONE;
  reading->holder = NULL;
  reading->words = (EntSpan) { search->tokens[first].start, search->tokens[reading->surname].end };
}

/* "Ambassador to the United States Yousef Al Otaiba": where an envoy is sent, before the name. */
static void
skip_posting (EntActorSearch  *search,
              EntActorReading *reading)
{
  const EntEdge *to = ent_actor_search_find_class (search, reading->at, search->stage->postings, reading->end);
  guint32 after;
  guint16 actor;

  if (to == NULL || reading->title->index < ENT_LEVEL_SENIOR)
    return;
  after = ent_actor_search_skip_article (search, to->end, reading->end);
  after = ent_actor_search_find_state (search, after, reading->end, &actor);
  if (after == 0 || after >= reading->end
      || (ent_actor_search_find_person (search, after, reading->end) == NULL
          && ent_actor_search_skip_name (search, after, reading->end) == after))
    return;
  reading->at = after;
}

/* A title is written with capitals, but for one that is shared: "the foreign ministers of". */
static gboolean
is_plain (const EntActorSearch *search,
          const EntEdge        *title)
{
  const EntToken *t = &search->tokens[title->first];

  return t->kind != ENT_TOKEN_CJK && !(t->flags & ENT_TOKEN_CAPITAL);
}

/* "Advisor Dr. Hulata", "Prime Minister H.E. Mr. Silva": words of respect, and a short one with a full stop, before a
 * name. */
static void
skip_address (const EntActorSearch *search,
              EntActorReading      *reading)
{
  const EntEdge *respect = ent_actor_search_find_class (search, reading->at, search->stage->articles, reading->end);

  if (respect != NULL && respect->end < reading->end && search->tokens[respect->first].flags & ENT_TOKEN_CAPITAL
      && search->tokens[respect->end].flags & ENT_TOKEN_CAPITAL)
    reading->at = respect->end;
  if (reading->at + 2 >= reading->end)
    return;

  const EntToken *t = &search->tokens[reading->at];
  gsize length = t->end - t->start;
  if (t->kind != ENT_TOKEN_WORD || !(t->flags & ENT_TOKEN_CAPITAL) || length < 2
      || length > MAX_ADDRESS || !ent_actor_search_is_mark (search, reading->at + 1, '.'))
    return;
  if (t[1].flags & ENT_TOKEN_GLUED && t[2].kind == ENT_TOKEN_WORD && t[2].flags & ENT_TOKEN_CAPITAL)
    reading->at += 2;
}

/* Who serves a leader or a minister, whatever that office is called. */
static const EntTerm aide_title = {
  .text = "", .language = "", .value = "", .index = ENT_LEVEL_SENIOR, .term_class = ENT_TERM_TITLE
};

/* A title and who has it: "President Xi Jinping", "Foreign Minister Retno Marsudi of Indonesia", 国家主席习近平. */
static gboolean
read_title (EntActorSearch  *search,
            EntActorReading *reading)
{
  const EntActorStage *stage = search->stage;
  const EntEdge *title = ent_actor_search_find_term (search, reading->at, stage->titles, reading->end);
  const EntEdge *person;
  guint32 after;

  if (title == NULL || ent_actor_search_is_hidden (search, title->first, title->end))
    return FALSE;
  if (is_plain (search, title) && !reading->has_state)
    {
      EntActorReading tried = *reading;

      tried.at = title->end;
      if (ent_actor_search_is_shared (search, title->first, title->end))
        read_of_state (search, &tried);
      if (!tried.has_state)
        return FALSE;
    }
  reading->title = &stage->terms[title->value];
  reading->at = title->end;
  after = ent_actor_search_skip_aide (search, title->end, reading->end);
  if (after != 0 && reading->title->index <= ENT_LEVEL_MINISTER)
    {
      reading->title = &aide_title;
      reading->at = after;
    }
  read_of_state (search, reading);
  skip_posting (search, reading);
  skip_address (search, reading);
  reading->name = reading->at;
  person = ent_actor_search_find_person (search, ent_actor_search_skip_initials (search, reading->at, reading->end),
                                         reading->end);
  if (person == NULL && !ent_actor_search_joins_leader (search, reading, title->first)
      && (after = ent_actor_search_skip_office (search, reading->at, reading->end)) != 0)
    {
      person = ent_actor_search_find_person (search, after, reading->end);
      if (person == NULL)
        {
          reading->at = after;
          return read_title (search, reading);
        }
    }
  if (person != NULL && set_holder (search, reading, person))
    return TRUE;
  after = ent_actor_search_skip_name (search, reading->at, reading->end);
  if (after > reading->at)
    {
      reading->words = (EntSpan) { search->tokens[reading->at].start, search->tokens[after - 1].end };
      reading->at = after;
    }
  return TRUE;
}

/* ", Executive Vice President of the European Commission" behind a name, 主席. */
static void
read_apposition (EntActorSearch  *search,
                 EntActorReading *reading)
{
  EntActorReading inner = *reading;
  const EntEdge *title;

  title = ent_actor_search_find_term (search, reading->at, search->stage->titles, reading->end);
  if (title != NULL && search->tokens[title->first].kind == ENT_TOKEN_CJK)
    reading->at = title->end; /* 习近平主席 */
  if (reading->at + 1 >= reading->end || !ent_actor_search_is_mark (search, reading->at, ','))
    return;
  title = ent_actor_search_find_term (search, reading->at + 1, search->stage->titles, reading->end);
  if (title == NULL || !(search->tokens[title->first].flags & ENT_TOKEN_CAPITAL))
    return;
  inner.at = title->end;
  read_of_state (search, &inner);
  if (inner.at > title->end)
    reading->at = inner.at;
}

/* 3月20日外交部长会见: what a date opens. */
static gboolean
stands_behind_date (const EntActorSearch *search,
                    guint32               first)
{
  guint32 reach = MIN (first - search->first, LONGEST_DATE);

  for (guint32 back = 1; back <= reach; back++)
    {
      const EntEdge *date = ent_actor_search_find_class (search, first - back, search->stage->dates, search->end);

      if (date != NULL && date->end == first)
        return TRUE;
    }
  return FALSE;
}

/* "Prime Minister met with": an office and what it does, without an article as in notes and headlines. */
static gboolean
opens_clause (const EntActorSearch  *search,
              const EntActorReading *reading,
              guint32                first)
{
  const EntToken *next = &search->tokens[reading->at];

  return first == search->first && !reading->has_article && reading->at < reading->end
         && next->kind == ENT_TOKEN_WORD && !(next->flags & ENT_TOKEN_CAPITAL)
         && ent_actor_search_find_class (search, reading->at, search->stage->ofs, reading->end) == NULL
         && ent_actor_search_find_class (search, reading->at, search->stage->ands, reading->end) == NULL;
}

/* 總統今晚啟程, "Prime Minister spoke": an office that opens a clause is the issuer's own, if it has such an office. */
static gboolean
is_own_office (const EntActorSearch  *search,
               const EntActorReading *reading,
               guint32                first)
{
  const EntActorStage *stage = search->stage;
  const EntToken *before = &search->tokens[first] - 1;
  const EntEdge *word = ent_actor_search_find_class (search, first, stage->not_states, search->end);

  if (search->issuer == ENT_ACTOR_NONE || reading->has_state || (word != NULL && word->end > reading->at))
    return FALSE;
  if (search->tokens[first].kind != ENT_TOKEN_CJK && !opens_clause (search, reading, first))
    return FALSE;
  if (first > search->first && before->kind != ENT_TOKEN_PUNCT && !stands_behind_date (search, first)
      && ent_actor_search_find_class (search, reading->at, stage->dates, search->end) == NULL)
    return FALSE;
  return ent_actor_search_find_incumbent (search, search->issuer, reading->title, first) != NULL;
}

/* The office named without its holder: by its state, by who had it before in this text, or the issuer's own. */
static void
resolve_title (const EntActorSearch  *search,
               const EntActorReading *reading,
               EntActorPhrase        *phrase)
{
  gboolean own = is_own_office (search, reading, phrase->first);
  const EntActorMemory *told = reading->has_state ? NULL : ent_actor_search_recall_title (search, reading->title);
  const EntOfficeHolder *holder;

  phrase->bare = TRUE;
  if (own)
    phrase->actor = search->issuer;
  else if (told != NULL)
    {
      phrase->actor = told->actor;
      phrase->name = told->name;
      phrase->words = told->words;
      return;
    }
  /* The issuer's own, or whose it alone can be: "the President of the European Council". */
  holder = NULL;
  if (!reading->has_state && search->issuer != ENT_ACTOR_NONE)
    holder = ent_actor_search_find_incumbent (search, search->issuer, reading->title, phrase->first);
  if (holder == NULL && !reading->has_state && search->host != ENT_ACTOR_NONE)
    holder = ent_actor_search_find_incumbent (search, search->host, reading->title, phrase->first);
  if (holder == NULL)
    holder = ent_actor_search_find_incumbent (search, phrase->actor, reading->title, phrase->first);
  if (holder == NULL)
    {
      if (!reading->has_state
          && (reading->title->index == ENT_LEVEL_LEADER || reading->title->index == ENT_LEVEL_MINISTER))
        phrase->actor = ent_actor_search_get_own (search);
      return;
    }
  phrase->name = holder->name;
  phrase->actor = holder->actor;
}

/* A name that no table has, or a surname: by who was told of before, or who held the office. */
static void
resolve_words (const EntActorSearch  *search,
               const EntActorReading *reading,
               EntActorPhrase        *phrase)
{
  const EntActorMemory *told = ent_actor_search_recall_name (search, phrase->words);
  const EntOfficeHolder *holder;

  if (told != NULL && (!reading->has_state || told->actor == reading->actor))
    {
      phrase->actor = told->actor;
      phrase->name = told->name;
      phrase->words = told->words;
      return;
    }
  holder = reading->title != NULL ? ent_actor_search_find_surname (search, reading) : NULL;
  if (holder == NULL)
    return;
  phrase->name = holder->name;
  phrase->actor = holder->actor;
}

/* 总理将于明天前往韩国: where a language has no articles, a title alone that begins a clause is its holder's. Cables leave
 * articles out: "in conversation with Prime Minister yesterday". */
static gboolean
stands_bare (const EntActorSearch  *search,
             const EntActorReading *reading,
             guint32                first)
{
  const EntActorStage *stage = search->stage;
  gboolean high = reading->title->index == ENT_LEVEL_LEADER || reading->title->index == ENT_LEVEL_MINISTER;

  if (high && search->host != ENT_ACTOR_NONE && search->tokens[first].flags & ENT_TOKEN_CAPITAL
      && !ent_actor_search_is_shared (search, first, reading->at))
    return TRUE;
  return high && stage->tails != 0 && search->tokens[first].kind == ENT_TOKEN_CJK && reading->at < reading->end
         && search->tokens[reading->at].kind != ENT_TOKEN_PUNCT
         && (first == search->first || search->tokens[first - 1].kind == ENT_TOKEN_PUNCT)
         && ent_actor_search_find_class (search, reading->at, stage->tails, reading->end) == NULL;
}

/* "the Biden-Harris Administration", 特朗普政府: the state, not the person. */
static void
read_government_of (const EntActorSearch *search,
                    EntActorReading      *reading)
{
  guint32 at = reading->at;
  const EntEdge *government;

  if (at + 2 < search->end && ent_actor_search_is_mark (search, at, '-')
      && search->tokens[at + 1].flags & ENT_TOKEN_CAPITAL)
    at += 2;
  government = ent_actor_search_find_class (search, at, search->stage->governments, search->end);
  if (government == NULL)
    return;
  reading->actor = reading->holder->actor;
  reading->holder = NULL;
  reading->words = (EntSpan) { 0, 0 };
  reading->at = government->end;
}

/* 约旦国王及首相: a title alone behind "and" and who was told right before is of the same state. */
static void
take_state_beside (const EntActorSearch *search,
                   EntActorReading      *reading,
                   guint32               first)
{
  const EntEdge *and = search->beside_end > 0 && search->beside_end < first
                         ? ent_actor_search_find_class (search, search->beside_end, search->stage->ands, first)
                         : NULL;

  if (reading->title == NULL || reading->holder != NULL || reading->words.end > 0 || reading->has_state
      || reading->has_article || and == NULL || and->end != first || search->tokens[first].kind != ENT_TOKEN_CJK
      || search->beside == ENT_ACTOR_NONE)
    return;
  reading->actor = search->beside;
  reading->has_state = TRUE;
}

static gboolean
finish (EntActorSearch  *search,
        EntActorReading *reading,
        EntActorPhrase  *phrase)
{
  take_state_beside (search, reading, phrase->first);
  if (reading->holder != NULL && reading->title == NULL)
    read_government_of (search, reading);
  phrase->actor = reading->actor;
  phrase->seat = reading->seat;
  phrase->words = reading->words;
  phrase->kind = reading->title != NULL || reading->holder != NULL ? ENT_PHRASE_PERSON : ENT_PHRASE_ACTOR;
  if (reading->holder != NULL)
    {
      phrase->name = reading->holder->name;
      phrase->level = (guint8) reading->holder->level;
    }
  if (reading->title != NULL)
    {
      phrase->level = (guint8) reading->title->index;
      if (reading->other_level != ENT_LEVEL_NONE)
        phrase->level = (guint8) MIN ((guint) reading->other_level, reading->title->index);
      if (reading->holder == NULL && reading->words.end == 0)
        {
          if (!reading->has_state && !reading->has_article && !stands_bare (search, reading, phrase->first)
              && !is_own_office (search, reading, phrase->first))
            return FALSE;
          if (!reading->has_state || !ent_actor_search_read_name_before (search, phrase->first, &phrase->words))
            resolve_title (search, reading, phrase);
        }
      else if (reading->holder == NULL)
        resolve_words (search, reading, phrase);
    }
  phrase->end = reading->at;
  search->beside_end = reading->has_state && reading->title != NULL ? reading->at : 0;
  search->beside = phrase->actor;
  return phrase->actor != ENT_ACTOR_NONE || phrase->words.end > 0;
}

/* "the U.S. side", "Ukraine's President": what follows a state. */
static void
read_after_state (EntActorSearch  *search,
                  EntActorReading *reading)
{
  const EntEdge *side, *title;
  guint32 before;

  skip_abbreviation (search, reading);
  ent_actor_search_skip_seat (search, reading);
  side = ent_actor_search_find_class (search, reading->at, search->stage->sides, reading->end);
  title = ent_actor_search_find_term (search, reading->at, search->stage->titles, reading->end);
  /* 外交部长 is no 外交部. */
  if (side != NULL && title != NULL && title->end > side->end)
    side = NULL;
  reading->at = side != NULL ? side->end : ent_actor_search_skip_house (search, reading->at, reading->end);
  before = reading->at;
  ent_actor_search_skip_domains (search, reading);
  if (before < reading->end && search->tokens[before].kind == ENT_TOKEN_WORD
      && search->tokens[before].flags & ENT_TOKEN_GLUED)
    reading->at++; /* a possessive */
  if (!read_title (search, reading))
    {
      const EntEdge *person = ent_actor_search_find_person (search, reading->at, reading->end);

      if (person == NULL || side == NULL || !set_holder (search, reading, person))
        reading->at = before;
    }
}

/* "President Xi" at the beginning of "President Xi Jinping": the title's holder is named in full. */
static gboolean
begins_longer_name (const EntActorSearch *search,
                    guint32               at,
                    const EntEdge        *person,
                    guint32               end)
{
  const EntEdge *title = ent_actor_search_find_term (search, at, search->stage->titles, end);
  const EntEdge *whole = NULL;

  if (title != NULL && title->end < person->end)
    whole = ent_actor_search_find_person (search, title->end, end);
  return whole != NULL && whole->end > person->end;
}

/* What stands behind an article, if there is one: who by name, by state, or by title. */
static gboolean
read_who (EntActorSearch  *search,
          EntActorReading *reading)
{
  const EntEdge *person = ent_actor_search_find_person (search, reading->at, reading->end);
  guint32 after = ent_actor_search_find_state (search, reading->at, reading->end, &reading->actor);
  guint16 actor = reading->actor;

  if (after == 0)
    after = ent_actor_search_find_house (search, reading->at, reading->end, &actor);
  if (person != NULL && person->end > after && !begins_longer_name (search, reading->at, person, reading->end))
    {
      reading->actor = ENT_ACTOR_NONE;
      if (set_holder (search, reading, person))
        {
          read_apposition (search, reading);
          return TRUE;
        }
    }
  if (after == 0)
    return read_title (search, reading);
  /* "Korean Peninsula" is no Korea, but "NATO summit" is NATO's. */
  if (ent_actor_search_is_hidden (search, reading->at, after)
      && !(search->tokens[reading->at].flags & ENT_TOKEN_UPPERCASE))
    return FALSE;
  reading->actor = actor;
  reading->at = after;
  reading->has_state = TRUE;
  read_after_state (search, reading);
  return TRUE;
}

/* Who was told of in full before, by surname alone. */
static gboolean
read_surname (const EntActorSearch *search,
              guint32               token,
              EntActorPhrase       *phrase)
{
  const EntActorMemory *told = ent_actor_search_recall_surname (search, token);

  if (told == NULL)
    return FALSE;
  phrase->end = token + 1;
  phrase->kind = ENT_PHRASE_PERSON;
  phrase->actor = told->actor;
  phrase->name = told->name;
  phrase->words = told->words;
  phrase->level = told->level;
  return TRUE;
}

/* The same in ideographs, before a title: 王外长. */
static gboolean
read_family (const EntActorSearch *search,
             guint32               token,
             EntActorPhrase       *phrase)
{
  const EntActorMemory *told = NULL;

  if (search->n_memory > 0 && search->tokens[token].kind == ENT_TOKEN_CJK)
    told = ent_actor_search_recall_family (search, token, &phrase->end);
  if (told == NULL)
    return FALSE;
  phrase->kind = ENT_PHRASE_PERSON;
  phrase->actor = told->actor;
  phrase->name = told->name;
  phrase->words = told->words;
  phrase->level = told->level;
  return TRUE;
}

/* Who holds an office, by the family's name before it: 蔡總統. */
static gboolean
read_family_of_holder (const EntActorSearch *search,
                       guint32               token,
                       EntActorPhrase       *phrase)
{
  const EntOfficeHolder *holder = ent_actor_search_find_family (search, token, &phrase->end);

  if (holder == NULL)
    return FALSE;
  phrase->kind = ENT_PHRASE_PERSON;
  phrase->actor = holder->actor;
  phrase->name = holder->name;
  phrase->level = (guint8) holder->level;
  return TRUE;
}

/* The same in ideographs, with the title behind: 瑟雷德外交大臣. */
static gboolean
read_written (const EntActorSearch *search,
              guint32               token,
              EntActorPhrase       *phrase)
{
  const EntActorMemory *told = NULL;
  const EntEdge *title;

  if (search->n_memory > 0 && search->tokens[token].kind == ENT_TOKEN_CJK)
    told = ent_actor_search_recall_written (search, token, &phrase->end);
  if (told == NULL)
    return FALSE;
  title = ent_actor_search_find_term (search, phrase->end, search->stage->titles, search->end);
  if (title != NULL)
    phrase->end = title->end;
  phrase->kind = ENT_PHRASE_PERSON;
  phrase->actor = told->actor;
  phrase->words = told->words;
  phrase->level = told->level;
  return TRUE;
}

/* 乌马鲁总统: whom no table has, by a name that is written by its sound, before a high office. */
static gboolean
read_titled_by_sound (EntActorSearch  *search,
                      guint32          token,
                      EntActorPhrase  *phrase,
                      const EntTerm  **title)
{
  EntActorReading reading = { .end = search->end, .actor = ENT_ACTOR_NONE, .seat = ENT_ACTOR_NONE };
  const EntEdge *edge = NULL;

  if (search->tokens[token].kind != ENT_TOKEN_CJK
      || ent_actor_search_skip_letters (search, token) < token + LEAST_LETTERS
      || (token > search->first && ent_actor_search_skip_letters (search, token - 1) > token - 1))
    return FALSE;
  reading.at = ent_actor_search_skip_name (search, token, search->end);
  if (reading.at >= token + LEAST_LETTERS)
    edge = ent_actor_search_find_term (search, reading.at, search->stage->titles, search->end);
  reading.title = edge != NULL ? &search->stage->terms[edge->value] : NULL;
  if (edge == NULL || (reading.title->index != ENT_LEVEL_LEADER && reading.title->index != ENT_LEVEL_MINISTER)
      || ent_actor_search_find_person (search, token, search->end) != NULL)
    return FALSE;
  phrase->end = edge->end;
  phrase->kind = ENT_PHRASE_PERSON;
  phrase->actor = ENT_ACTOR_NONE;
  phrase->level = (guint8) reading.title->index;
  reading.words = phrase->words = (EntSpan) { search->tokens[token].start, search->tokens[reading.at - 1].end };
  /* 马德琳·奥尔布赖特国务卿: the tables may have the last part. */
  resolve_words (search, &reading, phrase);
  *title = reading.title;
  return TRUE;
}

/* "King Abdullah" stands in the tables as a name, but is told of as "the King" from then on. */
static const EntTerm *
find_title_in_name (const EntActorSearch *search,
                    guint32               token,
                    const EntActorPhrase *phrase)
{
  const EntEdge *title = ent_actor_search_find_term (search, token, search->stage->titles, phrase->end);

  return title != NULL && title->end < phrase->end ? &search->stage->terms[title->value] : NULL;
}

/**
 * ent_actor_search_read_phrase:
 * @search: the state of reading
 * @token: a token
 * @phrase: (out): the phrase that begins there, articles included
 * @title: (out): the title it holds, or %NULL
 * @many: (out): whether that title is one of several people
 *
 * Returns: whether there is a phrase
 */
gboolean
ent_actor_search_read_phrase (EntActorSearch  *search,
                              guint32          token,
                              EntActorPhrase  *phrase,
                              const EntTerm  **title,
                              gboolean        *many)
{
  EntActorReading reading = { .at = token, .end = search->end, .actor = ENT_ACTOR_NONE, .seat = ENT_ACTOR_NONE };
  guint32 behind;

  if (read_written (search, token, phrase) || read_family (search, token, phrase)
      || read_family_of_holder (search, token, phrase))
    return TRUE;
  if (read_titled_by_sound (search, token, phrase, title))
    return TRUE;
  if (ent_chart_get_first (search->chart, token) == NULL)
    return read_surname (search, token, phrase);
  if (ent_actor_search_read_group (search, token, phrase)
      || ent_actor_search_read_stand_in (search, token, phrase))
    return TRUE;
  /* "New Mexico" is no new Mexico. */
  behind = ent_actor_search_find_term (search, token, search->stage->places, search->end) == NULL
             ? ent_actor_search_skip_article (search, token, search->end)
             : token;
  reading.has_article = behind > token;
  reading.at = behind;
  if (!read_who (search, &reading))
    return FALSE;
  if (reading.title != NULL || reading.holder != NULL)
    {
      /* "the visit of President Duda to France": no President of France. */
      if (ent_actor_search_find_class (search, reading.at, search->stage->locatives, search->end) == NULL)
        read_of_state (search, &reading);
      drop_namesake (search, &reading);
      skip_abbreviation (search, &reading);
    }
  if (!finish (search, &reading, phrase))
    return FALSE;
  *title = reading.title;
  if (reading.title == NULL && reading.holder != NULL)
    *title = find_title_in_name (search, behind, phrase);
  *many = reading.title != NULL && ent_actor_search_is_shared (search, phrase->first, phrase->end);
  return TRUE;
}
