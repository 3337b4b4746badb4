/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names that no table has, and who was told of before. */
#include <string.h>

#include "parse/actors-private.h"
#include "parse/fold.h"

/* A name written in ideographs has so many bytes at least: two of them. */
#define LEAST_WRITTEN 6
/* A state has so many ideographs where it is called by one of its name: 阿方. */
#define SHORT_STATE 2
/* So many words of a name or an office at most. */
#define MAX_NAME_WORDS 6
#define MAX_NAME_LETTERS 16
/* A title has at most so many ideographs. */
#define MAX_TITLE 6
#define MAX_OFFICE_WORDS 16
/* Before a surname: "Mr", "Sir". */
#define MAX_ADDRESS_LETTERS 3
/* A family's name in ideographs. */
#define MAX_FAMILY_LETTERS 2

/**
 * ent_actor_search_is_mark:
 * @search: the state of reading
 * @token: a token
 * @mark: a mark of ASCII
 *
 * Returns: whether the token is that mark
 */
gboolean
ent_actor_search_is_mark (const EntActorSearch *search,
                          guint32               token,
                          char                  mark)
{
  const EntToken *t = &search->tokens[token];

  return t->kind == ENT_TOKEN_PUNCT && t->end - t->start == 1 && search->chart->tokens->text[t->start] == mark;
}

static gboolean
is_name_letter (const EntActorSearch *search,
                guint32               token)
{
  const EntToken *t = &search->tokens[token];
  gunichar c;

  if (t->kind != ENT_TOKEN_CJK)
    return FALSE;
  c = ent_fold_character (g_utf8_get_char (search->chart->tokens->text + t->start));
  c -= ENT_FIRST_IDEOGRAPH;
  return c < ENT_N_IDEOGRAPHS && search->stage->name_letters[c / 32] >> c % 32 & 1;
}

/* Whether a term of any class ends right before a token, longer than one ideograph. */
static gboolean
follows_term (const EntActorSearch *search,
              guint32               token)
{
  for (guint32 back = 2; back <= MAX_NAME_LETTERS && back <= token - search->first; back++)
    for (const EntEdge *edge = ent_chart_get_first (search->chart, token - back); edge != NULL;
         edge = ent_chart_get_next (search->chart, edge))
      if (edge->end == token)
        return TRUE;
  return FALSE;
}

/**
 * ent_actor_search_is_inside_name:
 * @search: the state of reading
 * @token: a token
 *
 * Returns: whether it goes on a name that is written by its sound: 恩特普赖斯 is nobody called 赖斯
 */
gboolean
ent_actor_search_is_inside_name (const EntActorSearch *search,
                                 guint32               token)
{
  return token >= search->first + 2 && is_name_letter (search, token) && is_name_letter (search, token - 1)
         && is_name_letter (search, token - 2) && !follows_term (search, token);
}

/**
 * ent_actor_search_skip_letters:
 * @search: the state of reading
 * @token: a token
 *
 * Returns: the first token, from @token on, that is none of those which names are written with by their sound
 */
guint32
ent_actor_search_skip_letters (const EntActorSearch *search,
                               guint32               token)
{
  guint32 last = MIN (search->end, token + MAX_NAME_LETTERS);

  while (search->stage->name_letters != NULL && token < last && is_name_letter (search, token))
    token++;
  return token;
}

/* Between the parts of a foreign name: 「·」, 「-」. */
static gboolean
is_name_joint (const EntActorSearch *search,
               guint32               token)
{
  const EntToken *t = &search->tokens[token];
  gunichar c = g_utf8_get_char (search->chart->tokens->text + t->start);

  return t->kind == ENT_TOKEN_PUNCT
         && (c == 0xB7 || c == 0x2022 || c == 0x2027 || c == 0x30FB || c == 0xFF65 || c == '-' || c == 0xFF0D);
}

/**
 * ent_actor_search_begins_name:
 * @search: the state of reading
 * @end: the token behind a name
 *
 * Returns: whether that is but the beginning of another, whose parts are joined behind: 安格拉·默克尔 is nobody called 安格
 */
gboolean
ent_actor_search_begins_name (const EntActorSearch *search,
                              guint32               end)
{
  guint32 behind = end < search->end && search->tokens[end - 1].kind == ENT_TOKEN_CJK
                     ? ent_actor_search_skip_letters (search, end)
                     : end;

  return behind > end && behind + 1 < search->end && is_name_joint (search, behind)
         && is_name_letter (search, behind + 1);
}

/* 基辛格博士: the letters of a title may be those of names. One ideograph alone is too few to tell. */
static gboolean
begins_title (const EntActorSearch *search,
              guint32               token)
{
  const EntEdge *title = ent_actor_search_find_term (search, token, search->stage->titles, search->end);

  return title != NULL && title->end > token + 1;
}

/* A foreign name among ideographs is the longest run of those that names are written with: 比尔斯特伦. Where that is a
 * place's (两国元首莫斯科会晤), it is nobody's. */
static guint32
skip_written_by_sound (EntActorSearch *search,
                       guint32         token,
                       guint32         end)
{
  guint32 last = MIN (end, token + MAX_NAME_LETTERS);
  guint32 at = token;
  const EntEdge *place;
  guint32 state;
  guint16 actor;

  if (search->stage->name_letters == NULL || ent_actor_search_is_inside_word (search, token))
    return token;
  state = ent_actor_search_find_state (search, token, end, &actor);
  while (at < last)
    {
      guint32 letter = at > token && at + 1 < last && is_name_joint (search, at) ? at + 1 : at;

      if (!is_name_letter (search, letter) || begins_title (search, letter))
        break;
      at = letter + 1;
    }
  /* 总统阿方斯 is none of 阿方, but 总统阿根廷 is nobody. */
  if (state != 0 && (state > token + SHORT_STATE || at <= state))
    return token;
  place = ent_actor_search_find_term (search, token, search->stage->places, end);
  return at - token >= 2 && (place == NULL || place->end != at) ? at : token;
}

/**
 * ent_actor_search_skip_name:
 * @search: the state of reading
 * @token: a token
 * @end: where to end
 *
 * Reads the words of a name that no table has: capitals, initials, "von", hyphens.
 *
 * Returns: the token after it; @token if there is none
 */
guint32
ent_actor_search_skip_name (EntActorSearch *search,
                            guint32         token,
                            guint32         end)
{
  const EntActorStage *stage = search->stage;
  guint32 at = token;
  guint n = 0;
  guint16 actor;

  if (token < end && search->tokens[token].kind == ENT_TOKEN_CJK)
    return skip_written_by_sound (search, token, end);
  while (at < end && n < MAX_NAME_WORDS)
    {
      const EntToken *t = &search->tokens[at];

      if (ent_actor_search_find_class (search, at, stage->name_stops, end) != NULL
          || ent_actor_search_find_state (search, at, end, &actor) != 0)
        break;
      if (t->kind == ENT_TOKEN_WORD && t->flags & ENT_TOKEN_CAPITAL)
        n++;
      else if (at == token)
        break;
      else if (ent_actor_search_is_mark (search, at, '.') && t[-1].end - t[-1].start == 1)
        ;
      else if (ent_actor_search_is_mark (search, at, '-') && t->flags & ENT_TOKEN_GLUED && at + 1 < end
               && search->tokens[at + 1].flags & ENT_TOKEN_GLUED)
        {
          at += 2;
          continue;
        }
      else if (ent_actor_search_find_class (search, at, stage->name_parts, end) == NULL || at + 1 >= end
               || !(search->tokens[at + 1].flags & ENT_TOKEN_CAPITAL))
        break;
      at++;
    }
  return at;
}

/**
 * ent_actor_search_find_title_before:
 * @search: the state of reading
 * @token: a token
 *
 * Returns: (nullable): the title of an office that ends there, the shortest
 */
const EntEdge *
ent_actor_search_find_title_before (const EntActorSearch *search,
                                    guint32               token)
{
  for (guint32 back = 1; back <= MIN (token - search->first, MAX_TITLE); back++)
    {
      const EntEdge *title = ent_actor_search_find_term (search, token - back, search->stage->titles, token);

      if (title != NULL && title->end == token)
        return title;
    }
  return NULL;
}

/* Whether the office of a leader ends at a token. */
static gboolean
ends_leader (const EntActorSearch *search,
             guint32               token)
{
  const EntEdge *title = ent_actor_search_find_title_before (search, token);

  return title != NULL && search->stage->terms[title->value].index == ENT_LEVEL_LEADER;
}

/* 约旦国王及首相, 某国总统、总理, but not 国务委员、外长王毅 or 副总理和外长达尔: two offices, with "and" between, or a
 * leader's before a mark, of nobody who is named. */
static gboolean
is_of_two (const EntActorSearch *search,
           const EntEdge        *and,
           const EntEdge        *title,
           guint32               end)
{
  if (search->tokens[title->first].kind != ENT_TOKEN_CJK
      || ent_chart_find (search->chart, and->first, search->stage->concurrents) != NULL
      || ent_actor_search_find_person (search, title->end, end) != NULL
      || ent_actor_search_skip_letters (search, title->end) >= title->end + 2)
    return FALSE;
  return search->tokens[ and->first].kind == ENT_TOKEN_CJK || ends_leader (search, and->first);
}

/* 中共中央政治局委员、外交部长, 国务委员兼外长: where no capitals tell what is a name, one title follows the other. */
static guint32
skip_joined_title (const EntActorSearch *search,
                   guint32               token,
                   guint32               end)
{
  const EntEdge *and = ent_actor_search_find_class (search, token, search->stage->ands, end);
  const EntEdge *title;

  if (and == NULL)
    and = ent_actor_search_find_class (search, token, search->stage->concurrents, end);
  title = and != NULL ? ent_actor_search_find_term (search, and->end, search->stage->titles, end) : NULL;
  if (title == NULL || is_of_two (search, and, title, end))
    return 0;
  return and->end;
}

/**
 * ent_actor_search_joins_leader:
 * @search: the state of reading
 * @reading: a title that has been read
 * @first: where it begins
 *
 * Returns: whether the next title behind "and" is another's: in "The President and Prime Minister Costa" nobody leads
 * twice, and who the first is has been told before
 */
gboolean
ent_actor_search_joins_leader (const EntActorSearch  *search,
                               const EntActorReading *reading,
                               guint32                first)
{
  const EntActorStage *stage = search->stage;
  const EntEdge *and = ent_actor_search_find_class (search, reading->at, stage->ands, reading->end);
  const EntEdge *article, *next;

  if (and == NULL || first == search->first || reading->has_state || reading->title->index != ENT_LEVEL_LEADER
      || search->tokens[reading->at].kind == ENT_TOKEN_CJK)
    return FALSE;
  article = ent_actor_search_find_class (search, first - 1, stage->articles, reading->end);
  next = ent_actor_search_find_term (search, and->end, stage->titles, reading->end);
  return article != NULL && article->end == first && next != NULL
         && stage->terms[next->value].index == ENT_LEVEL_LEADER;
}

/**
 * ent_actor_search_skip_office:
 * @search: the state of reading
 * @token: a token behind a title
 * @end: where to end
 *
 * Reads the rest of an office: "Member and Director of the Office of the Central Commission".
 *
 * Returns: where the next title or who holds the office begins, or 0
 */
guint32
ent_actor_search_skip_office (EntActorSearch *search,
                              guint32         token,
                              guint32         end)
{
  const EntActorStage *stage = search->stage;
  guint32 last = MIN (end, token + MAX_OFFICE_WORDS);
  gboolean named = FALSE;
  guint16 actor;

  if (token < end && (search->tokens[token].kind == ENT_TOKEN_CJK || search->tokens[token].kind == ENT_TOKEN_PUNCT))
    return skip_joined_title (search, token, end);
  for (guint32 at = token; at < last; at++)
    {
      const EntToken *t = &search->tokens[at];

      if (ent_actor_search_find_person (search, at, end) != NULL)
        return at;
      if (at > token && t->flags & ENT_TOKEN_CAPITAL
          && ent_actor_search_find_term (search, at, stage->titles, end) != NULL)
        return at;
      if (ent_actor_search_find_class (search, at, stage->ands, end) != NULL)
        {
          /* "Foreign Minister Anna Nowak and Defense Minister …", "the Chancellor and the French President" */
          if (named || ent_actor_search_find_class (search, at + 1, stage->articles, end) != NULL
              || ent_actor_search_find_state (search, at + 1, end, &actor) != 0)
            return 0;
          continue;
        }
      named |= t->symbol == 0 && t->flags & ENT_TOKEN_CAPITAL;
      if (!(t->flags & ENT_TOKEN_CAPITAL) && ent_actor_search_find_class (search, at, stage->ofs, end) == NULL
          && ent_actor_search_find_class (search, at, stage->articles, end) == NULL)
        return 0;
    }
  return 0;
}

/**
 * ent_actor_search_read_name_before:
 * @search: the state of reading
 * @first: where a title begins
 * @words: (out): the name's words
 *
 * Reads who is named before a title: "Anna Nowak, the Polish Foreign Minister".
 *
 * Returns: whether there is a name of two words or more
 */
gboolean
ent_actor_search_read_name_before (const EntActorSearch *search,
                                   guint32               first,
                                   EntSpan              *words)
{
  guint32 at = first;
  guint n = 0;

  if (first < search->first + 3 || !ent_actor_search_is_mark (search, first - 1, ','))
    return FALSE;
  for (at = first - 1; at > search->first && n < MAX_NAME_WORDS; at--, n++)
    {
      const EntToken *t = &search->tokens[at - 1];

      if (t->kind != ENT_TOKEN_WORD || !(t->flags & ENT_TOKEN_CAPITAL) || t->symbol != 0)
        break;
    }
  if (n < 2)
    return FALSE;
  *words = (EntSpan) { search->tokens[at].start, search->tokens[first - 2].end };
  return TRUE;
}

/**
 * ent_actor_search_skip_initials:
 * @search: the state of reading
 * @token: a token
 * @end: where to end
 *
 * Returns: the token behind the initials that begin there, each with its mark: 谢·维·拉夫罗夫
 */
guint32
ent_actor_search_skip_initials (const EntActorSearch *search,
                                guint32               token,
                                guint32               end)
{
  if (search->stage->name_letters == NULL)
    return token;
  while (token + 2 < end && is_name_letter (search, token) && is_name_joint (search, token + 1))
    token += 2;
  return token;
}

/* The name in a phrase as ideographs have it: 王毅 of 外交部长王毅. */
static EntSpan
find_written (const EntActorSearch *search,
              const EntActorPhrase *phrase)
{
  if (phrase->words.end > phrase->words.start || search->tokens[phrase->end - 1].kind != ENT_TOKEN_CJK)
    return phrase->words;
  for (guint32 at = phrase->first; at < phrase->end; at++)
    {
      const EntEdge *person = ent_actor_search_find_person (search, at, phrase->end);

      if (person != NULL)
        return (EntSpan) { search->tokens[at].start, search->tokens[person->end - 1].end };
    }
  return (EntSpan) { 0, 0 };
}

/**
 * ent_actor_search_remember:
 * @search: the state of reading
 * @phrase: somebody named
 * @title: (nullable): by which title
 *
 * Keeps who is named for what follows: "the Secretary", "Nowak".
 */
void
ent_actor_search_remember (EntActorSearch       *search,
                           const EntActorPhrase *phrase,
                           const EntTerm        *title)
{
  EntActorMemory one = { .title = title,
                         .name = phrase->name,
                         .name_length = phrase->name != NULL ? strlen (phrase->name) : 0,
                         .words = phrase->words,
                         .actor = phrase->actor,
                         .level = phrase->level };

  if (phrase->kind != ENT_PHRASE_PERSON || phrase->actor == ENT_ACTOR_NONE)
    return;
  if (search->n_memory == ENT_ACTOR_MEMORY)
    memmove (search->memory, search->memory + 1, --search->n_memory * sizeof search->memory[0]);
  one.written = find_written (search, phrase);
  search->memory[search->n_memory++] = one;
}

/**
 * ent_actor_search_recall_title:
 * @search: the state of reading
 * @title: a title without name or state
 *
 * Returns: (nullable): the issuer's own who had such an office, or else who had it last: "the Minister" behind
 *   "The Foreign Minister received the Foreign Minister of Japan"
 */
const EntActorMemory *
ent_actor_search_recall_title (const EntActorSearch *search,
                               const EntTerm        *title)
{
  const EntActorMemory *last = NULL;

  for (guint i = search->n_memory; i > 0; i--)
    {
      const EntActorMemory *one = &search->memory[i - 1];

      if (one->title == NULL || !ent_actor_term_shares_office (title, one->title))
        continue;
      if (one->actor == search->issuer)
        return one;
      if (last == NULL)
        last = one;
    }
  return last;
}

/* Whether a name of several words ends with a word: "Sisi" of "Abdel Fattah El-Sisi". */
static gboolean
ends_with (const char *name,
           gsize       length,
           const char *word,
           gsize       n)
{
  return length > n && name[length - 1] == word[n - 1] && memcmp (name + length - n, word, n) == 0
         && (name[length - n - 1] == ' ' || name[length - n - 1] == '-');
}

/**
 * ent_actor_search_recall_name:
 * @search: the state of reading
 * @words: where a name stands
 *
 * Returns: (nullable): who was told of before by a longer name that ends so, as the text or the vocabulary writes it
 */
const EntActorMemory *
ent_actor_search_recall_name (const EntActorSearch *search,
                              EntSpan               words)
{
  const char *text = search->chart->tokens->text;
  const char *word = text + words.start;
  gsize n = words.end - words.start;

  for (guint i = search->n_memory; i > 0 && n > 0; i--)
    {
      const EntActorMemory *one = &search->memory[i - 1];

      if ((one->name != NULL && ends_with (one->name, one->name_length, word, n))
          || ends_with (text + one->words.start, one->words.end - one->words.start, word, n))
        return one;
    }
  return NULL;
}

/**
 * ent_actor_search_recall_written:
 * @search: the state of reading
 * @token: an ideograph
 * @end: (out): the token after the name
 *
 * Returns: (nullable): who was told of before by a name that no table has and that stands here again (瑟雷德外交大臣)
 */
const EntActorMemory *
ent_actor_search_recall_written (const EntActorSearch *search,
                                 guint32               token,
                                 guint32              *end)
{
  const char *text = search->chart->tokens->text;
  const char *at = text + search->tokens[token].start;
  gsize rest = search->tokens[search->end - 1].end - search->tokens[token].start;

  for (guint i = search->n_memory; i > 0; i--)
    {
      const EntActorMemory *one = &search->memory[i - 1];
      gsize length = one->words.end - one->words.start;

      if (one->name != NULL || length < LEAST_WRITTEN || length > rest
          || memcmp (text + one->words.start, at, length) != 0)
        continue;
      for (*end = token; *end < search->end && search->tokens[*end].start < search->tokens[token].start + length;)
        (*end)++;
      return one;
    }
  return NULL;
}

/**
 * ent_actor_search_recall_surname:
 * @search: the state of reading
 * @token: a word that nothing knows
 *
 * Returns: (nullable): who was told of before and is named here by surname alone
 */
const EntActorMemory *
ent_actor_search_recall_surname (const EntActorSearch *search,
                                 guint32               token)
{
  const EntToken *t = &search->tokens[token];
  const EntToken *before = token > search->first ? t - 1 : NULL;

  if (search->n_memory == 0 || t->kind != ENT_TOKEN_WORD || !(t->flags & ENT_TOKEN_CAPITAL))
    return NULL;
  if (before != NULL && before->flags & ENT_TOKEN_CAPITAL && before->end - before->start > MAX_ADDRESS_LETTERS)
    return NULL;
  if (token + 1 < search->end && t[1].kind == ENT_TOKEN_WORD && t[1].flags & ENT_TOKEN_CAPITAL)
    return NULL;
  return ent_actor_search_recall_name (search, (EntSpan) { t->start, t->end });
}

static gboolean
may_have_title (const EntActorMemory *one,
                const EntTerm        *title)
{
  return one->title == NULL || *title->value == '\0' || title->index == one->level
         || ent_actor_term_shares_office (title, one->title);
}

/**
 * ent_actor_search_recall_family:
 * @search: the state of reading
 * @token: an ideograph
 * @end: (out): the token after the title
 *
 * Returns: (nullable): who was told of before by a longer name and is named here by the family's, before a title: 王外长
 */
const EntActorMemory *
ent_actor_search_recall_family (const EntActorSearch *search,
                                guint32               token,
                                guint32              *end)
{
  const char *text = search->chart->tokens->text;
  const EntEdge *title = NULL;
  guint32 last = MIN (search->end, token + MAX_FAMILY_LETTERS + 1);
  gsize length;

  for (guint32 at = token + 1; title == NULL && at < last && search->tokens[at].kind == ENT_TOKEN_CJK; at++)
    title = ent_actor_search_find_term (search, at, search->stage->titles, search->end);
  if (title == NULL || ent_actor_search_is_inside_word (search, token))
    return NULL;
  length = search->tokens[title->first - 1].end - search->tokens[token].start;
  for (guint i = search->n_memory; i > 0; i--)
    {
      const EntActorMemory *one = &search->memory[i - 1];

      if (one->written.end - one->written.start <= length || !may_have_title (one, &search->stage->terms[title->value])
          || memcmp (text + one->written.start, text + search->tokens[token].start, length) != 0)
        continue;
      *end = title->end;
      return one;
    }
  return NULL;
}
