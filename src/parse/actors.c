/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/actors.h"

#include <string.h>

/* So many words of a name or an office at most. */
#define MAX_NAME_WORDS 6
#define MAX_OFFICE_WORDS 16
/* So many persons back a bare title is looked for. */
#define MAX_MEMORY 16

/* How a term's capitals bind: "Turkey" is not "turkey", "WHO" is not "who". */
typedef enum
{
  CASE_ANY,
  CASE_CAPITAL,
  CASE_UPPER
} TermCase;

struct _EntActorStage
{
  const EntRuleSet *rules;
  const EntVocabulary *vocabulary;
  const EntTerm *terms;
  const EntOfficeHolder *holders;
  guint n_holders;
  guint8 *cases;         /* by term: TermCase */
  guint16 *state_values; /* by value of STATE-CHAR: the actor */
  guint32 names;
  guint32 demonyms;
  guint32 metonyms;
  guint32 people;
  guint32 titles;
  guint32 topics;
  guint32 places;
  guint32 actors;
  guint32 state_chars;
  guint32 not_states;
  guint32 articles;
  guint32 ofs;
  guint32 sides;
  guint32 parties;
  guint32 self;
  guint32 back;
  guint32 locatives;
  guint32 name_parts;
  guint32 name_stops;
  guint32 ands;
  guint32 state_verbs;
};

/* A person told of earlier in the text. */
typedef struct
{
  const EntTerm *title;
  const char *name;
  guint16 actor;
  guint8 level;
} Remembered;

typedef struct
{
  const EntActorStage *stage;
  EntChart *chart;
  const EntToken *tokens;
  EntDay day;
  guint16 issuer;
  guint32 *seen; /* by actor: how often it is named without doubt */
  Remembered memory[MAX_MEMORY];
  guint n_memory;
} Search;

/* What is known of the phrase being read. */
typedef struct
{
  guint32 at;
  guint32 end; /* the sentence's end */
  const EntTerm *title;
  const EntOfficeHolder *holder;
  EntSpan words;
  guint32 surname; /* the token of a holder named by surname alone, or 0 */
  guint32 name;    /* where the words before the surname begin that may be a first name */
  guint16 actor;
  gboolean has_state;
  gboolean has_article;
} Reading;

static TermCase
get_case (const char *text)
{
  guint n_upper = 0;
  guint n_lower = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      n_upper += g_unichar_isupper (c);
      n_lower += g_unichar_islower (c);
    }
  if (n_upper > 1 && n_lower == 0)
    return CASE_UPPER;
  return g_unichar_isupper (g_utf8_get_char (text)) ? CASE_CAPITAL : CASE_ANY;
}

static void
read_state_chars (EntActorStage *stage)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (guint16));
  const char *id;

  if (stage->state_chars == 0)
    return;
  for (guint32 i = 0; (id = ent_rule_set_get_value (stage->rules, stage->state_chars, i)) != NULL; i++)
    {
      guint16 actor = ENT_ACTOR_NONE;

      if (!ent_vocabulary_find_actor (stage->vocabulary, id, &actor))
        g_debug ("STATE-CHAR: no actor “%s”", id);
      g_array_append_val (values, actor);
    }
  stage->state_values = g_array_steal (values, NULL);
}

/**
 * ent_actor_stage_new:
 * @rules: a language's compiled events rules; must live as long as the stage
 * @vocabulary: the vocabulary whose terms they hold; the same
 *
 * Returns: (transfer full): the stage
 */
EntActorStage *
ent_actor_stage_new (const EntRuleSet    *rules,
                     const EntVocabulary *vocabulary)
{
  EntActorStage *stage = g_new0 (EntActorStage, 1);
  guint n_terms;

  stage->rules = rules;
  stage->vocabulary = vocabulary;
  stage->terms = ent_vocabulary_get_terms (vocabulary, &n_terms);
  stage->holders = ent_vocabulary_get_holders (vocabulary, &stage->n_holders);
  stage->cases = g_new (guint8, n_terms + 1);
  for (guint i = 0; i < n_terms; i++)
    stage->cases[i] = get_case (stage->terms[i].text);
  stage->names = ent_rule_set_find_class (rules, "ACTOR-NAME");
  stage->demonyms = ent_rule_set_find_class (rules, "DEMONYM");
  stage->metonyms = ent_rule_set_find_class (rules, "METONYM");
  stage->people = ent_rule_set_find_class (rules, "PERSON");
  stage->titles = ent_rule_set_find_class (rules, "TITLE");
  stage->topics = ent_rule_set_find_class (rules, "TOPIC");
  stage->places = ent_rule_set_find_class (rules, "PLACE");
  stage->actors = ent_rule_set_find_class (rules, "ACTOR");
  stage->state_chars = ent_rule_set_find_class (rules, "STATE-CHAR");
  stage->not_states = ent_rule_set_find_class (rules, "NOT-STATE");
  stage->articles = ent_rule_set_find_class (rules, "ARTICLE");
  stage->ofs = ent_rule_set_find_class (rules, "OF");
  stage->sides = ent_rule_set_find_class (rules, "SIDE");
  stage->parties = ent_rule_set_find_class (rules, "PARTIES");
  stage->self = ent_rule_set_find_class (rules, "SELF");
  stage->back = ent_rule_set_find_class (rules, "BACK");
  stage->locatives = ent_rule_set_find_class (rules, "LOCATIVE");
  stage->name_parts = ent_rule_set_find_class (rules, "NAME-PART");
  stage->name_stops = ent_rule_set_find_class (rules, "NAME-STOP");
  stage->state_verbs = ent_rule_set_find_class (rules, "STATE-VERB");
  stage->ands = ent_rule_set_find_class (rules, "AND");
  read_state_chars (stage);
  return stage;
}

/**
 * ent_actor_stage_free:
 * @stage: (nullable): a stage
 */
void
ent_actor_stage_free (EntActorStage *stage)
{
  if (stage == NULL)
    return;
  g_free (stage->cases);
  g_free (stage->state_values);
  g_free (stage);
}

/**
 * ent_actor_stage_fits:
 * @stage: a stage
 * @chart: a chart
 * @edge: an edge of it whose value is a term of the vocabulary
 *
 * Returns: whether the words are written with the capitals that the term asks for
 */
gboolean
ent_actor_stage_fits (const EntActorStage *stage,
                      const EntChart      *chart,
                      const EntEdge       *edge)
{
  const EntToken *token = &chart->tokens->tokens[edge->first];

  switch (stage->cases[edge->value])
    {
    case CASE_CAPITAL:
      return token->kind == ENT_TOKEN_CJK || token->flags & ENT_TOKEN_CAPITAL;
    case CASE_UPPER:
      return token->kind == ENT_TOKEN_CJK || token->flags & ENT_TOKEN_UPPERCASE;
    default:
      return TRUE;
    }
}

static const EntEdge *
find_class (const Search *search,
            guint32       token,
            guint32       class_id,
            guint32       end)
{
  const EntEdge *edge = token < end && class_id != 0 ? ent_chart_find (search->chart, token, class_id) : NULL;

  return edge != NULL && edge->end <= end ? edge : NULL;
}

/* The longest edge of a class of terms that is written as it should be. */
static const EntEdge *
find_term (const Search *search,
           guint32       token,
           guint32       class_id,
           guint32       end)
{
  if (token >= end)
    return NULL;
  for (const EntEdge *edge = ent_chart_get_first (search->chart, token); edge != NULL;
       edge = ent_chart_get_next (search->chart, edge))
    if (edge->class_id == class_id && edge->end <= end && ent_actor_stage_fits (search->stage, search->chart, edge))
      return edge;
  return NULL;
}

/* Of several actors that share their words (巴方), the one the text names elsewhere. */
static guint16
choose_actor (const Search  *search,
              const EntEdge *longest)
{
  guint16 best = ENT_ACTOR_NONE;

  for (const EntEdge *edge = longest; edge != NULL && edge->end == longest->end;
       edge = ent_chart_get_next (search->chart, edge))
    {
      guint16 actor;

      if (edge->class_id != longest->class_id)
        continue;
      actor = (guint16) search->stage->terms[edge->value].index;
      if (best == ENT_ACTOR_NONE || search->seen[actor] > search->seen[best])
        best = actor;
    }
  return best;
}

/* Whether a longer term of another sort begins here: "South China Sea", "Korean Peninsula". */
static gboolean
is_hidden (const Search  *search,
           const EntEdge *edge)
{
  const EntEdge *topic = find_term (search, edge->first, search->stage->topics, G_MAXUINT32);

  return topic != NULL && topic->end > edge->end;
}

/* Whether the character is part of a word that has nothing to do with a state (同意). */
static gboolean
is_inside_word (const Search *search,
                guint32       token)
{
  const EntActorStage *stage = search->stage;

  for (guint32 back = 0; stage->not_states != 0 && back < 3 && back <= token; back++)
    {
      const EntEdge *edge = ent_chart_find (search->chart, token - back, stage->not_states);

      if (edge != NULL && edge->end > token)
        return TRUE;
      if (search->tokens[token - back].flags & ENT_TOKEN_SENTENCE)
        break;
    }
  return FALSE;
}

/* One character stands for a state beside another that does (中美) or behind a verb that takes one (访华). */
static gboolean
stands_for_state (const Search *search,
                  guint32       token,
                  guint32       end)
{
  const EntActorStage *stage = search->stage;

  if (is_inside_word (search, token))
    return FALSE;
  if (find_class (search, token + 1, stage->state_chars, end) != NULL && !is_inside_word (search, token + 1))
    return TRUE;
  if (token == 0 || search->tokens[token].flags & ENT_TOKEN_SENTENCE)
    return FALSE;
  return (ent_chart_find (search->chart, token - 1, stage->state_chars) != NULL && !is_inside_word (search, token - 1))
         || ent_chart_find (search->chart, token - 1, stage->state_verbs) != NULL;
}

/* A state or organisation by name, demonym, or house that acts for it. Returns the token after it, or 0. */
static guint32
find_state (const Search *search,
            guint32       token,
            guint32       end,
            guint16      *actor)
{
  const EntActorStage *stage = search->stage;
  const guint32 classes[] = { stage->names, stage->demonyms, stage->metonyms };
  const EntEdge *best = NULL;
  const EntEdge *character;

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      const EntEdge *edge = find_term (search, token, classes[i], end);

      if (edge == NULL || (best != NULL && edge->end <= best->end))
        continue;
      if (classes[i] == stage->metonyms && token > 0 && !(search->tokens[token].flags & ENT_TOKEN_SENTENCE)
          && ent_chart_find (search->chart, token - 1, stage->locatives) != NULL)
        continue;
      best = edge;
    }
  if (best != NULL)
    {
      *actor = choose_actor (search, best);
      return best->end;
    }
  character = find_class (search, token, stage->state_chars, end);
  if (character == NULL || !stands_for_state (search, token, end))
    return 0;
  *actor = stage->state_values[character->value];
  return *actor != ENT_ACTOR_NONE ? character->end : 0;
}

/* How well a term of office fits a mention: the office named, then the time. */
static gint64
rate_holder (const Search          *search,
             const EntOfficeHolder *holder,
             const Reading         *reading)
{
  gint64 rate = 0;

  if (reading->title != NULL && g_strcmp0 (reading->title->value, holder->office) == 0)
    rate += 1000000;
  if (reading->has_state && reading->actor == holder->actor)
    rate += 500000;
  if (search->day == ENT_DAY_OPEN_START)
    return rate + (holder->to == ENT_DAY_OPEN_END ? G_MAXINT32 : holder->to);
  if (search->day < holder->from)
    return rate - ((gint64) holder->from - search->day);
  if (search->day > holder->to)
    return rate - ((gint64) search->day - holder->to) / 2;
  return rate + 10;
}

/* Which of the people and terms of office that the words may mean is meant. */
static const EntOfficeHolder *
choose_holder (const Search  *search,
               const EntEdge *longest,
               const Reading *reading)
{
  const EntOfficeHolder *best = NULL;
  gint64 best_rate = 0;

  for (const EntEdge *edge = longest; edge != NULL && edge->end == longest->end;
       edge = ent_chart_get_next (search->chart, edge))
    {
      const EntOfficeHolder *holder;
      gint64 rate;

      if (edge->class_id != longest->class_id)
        continue;
      holder = &search->stage->holders[search->stage->terms[edge->value].index];
      rate = rate_holder (search, holder, reading);
      if (best == NULL || rate > best_rate)
        {
          best = holder;
          best_rate = rate;
        }
    }
  return best;
}

/* Who held an office of a state on the statement's day. */
static const EntOfficeHolder *
find_incumbent (const Search *search,
                guint16       actor,
                const char   *office)
{
  if (search->day == ENT_DAY_OPEN_START)
    return NULL;
  for (guint i = 0; i < search->stage->n_holders; i++)
    {
      const EntOfficeHolder *holder = &search->stage->holders[i];

      if (holder->actor == actor && holder->from <= search->day && search->day <= holder->to
          && g_strcmp0 (holder->office, office) == 0)
        return holder;
    }
  return NULL;
}

/* Who alone has an office on that day: only Britain has a Foreign Secretary. */
static const EntOfficeHolder *
find_only_incumbent (const Search *search,
                     const char   *office)
{
  const EntOfficeHolder *only = NULL;

  for (guint i = 0; i < search->stage->n_holders && search->day != ENT_DAY_OPEN_START; i++)
    {
      const EntOfficeHolder *holder = &search->stage->holders[i];

      if (holder->from > search->day || holder->to < search->day || g_strcmp0 (holder->office, office) != 0)
        continue;
      if (only != NULL && only->actor != holder->actor)
        return NULL;
      only = holder;
    }
  return only;
}

static gboolean
is_mark (const Search *search,
         guint32       token,
         char          mark)
{
  const EntToken *t = &search->tokens[token];

  return t->kind == ENT_TOKEN_PUNCT && t->end - t->start == 1 && search->chart->tokens->text[t->start] == mark;
}

/* The words of a name that no table has: capitals, initials, "von", hyphens. Returns the token after it. */
static guint32
skip_name (const Search *search,
           guint32       token,
           guint32       end)
{
  guint32 at = token;
  guint n = 0;
  guint16 actor;

  while (at < end && n < MAX_NAME_WORDS)
    {
      const EntToken *t = &search->tokens[at];

      if (find_class (search, at, search->stage->name_stops, end) != NULL || find_state (search, at, end, &actor) != 0)
        break;
      if (t->kind == ENT_TOKEN_WORD && t->flags & ENT_TOKEN_CAPITAL)
        n++;
      else if (at == token)
        break;
      else if (is_mark (search, at, '.') && search->tokens[at - 1].end - search->tokens[at - 1].start == 1)
        ;
      else if (is_mark (search, at, '-') && t->flags & ENT_TOKEN_GLUED && at + 1 < end
               && search->tokens[at + 1].flags & ENT_TOKEN_GLUED)
        {
          at += 2;
          continue;
        }
      else if (find_class (search, at, search->stage->name_parts, end) == NULL || at + 1 >= end
               || !(search->tokens[at + 1].flags & ENT_TOKEN_CAPITAL))
        break;
      at++;
    }
  return at;
}

/* "Member and Director of the Office of the Central Commission": the rest of an office, up to who holds it. */
static guint32
skip_office (const Search *search,
             guint32       token,
             guint32       end)
{
  guint32 last = MIN (end, token + MAX_OFFICE_WORDS);

  /* Where no capitals tell what is a name, an office ends with its own words. */
  if (token < end && search->tokens[token].kind == ENT_TOKEN_CJK)
    return 0;
  for (guint32 at = token; at < last; at++)
    {
      if (find_term (search, at, search->stage->people, end) != NULL)
        return at;
      if (find_term (search, at, search->stage->titles, end) != NULL && at > token)
        return at;
      if (!(search->tokens[at].flags & ENT_TOKEN_CAPITAL) && search->tokens[at].kind != ENT_TOKEN_CJK
          && find_class (search, at, search->stage->ofs, end) == NULL
          && find_class (search, at, search->stage->ands, end) == NULL
          && find_class (search, at, search->stage->articles, end) == NULL)
        return 0;
    }
  return 0;
}

/* "of the People's Republic of China (PRC)" behind a name or title. */
static void
read_of_state (const Search *search,
               Reading      *reading)
{
  const EntEdge *of = find_class (search, reading->at, search->stage->ofs, reading->end);
  guint32 at;
  guint32 after;
  guint16 actor;

  if (of == NULL)
    return;
  at = of->end;
  if (find_class (search, at, search->stage->articles, reading->end) != NULL)
    at = find_class (search, at, search->stage->articles, reading->end)->end;
  after = find_state (search, at, reading->end, &actor);
  if (after == 0)
    return;
  if (!reading->has_state || reading->holder == NULL)
    reading->actor = actor;
  reading->has_state = TRUE;
  reading->at = after;
}

/* The abbreviation that follows a name in brackets. */
static void
skip_abbreviation (const Search *search,
                   Reading      *reading)
{
  guint32 at = reading->at;
  guint32 after;
  guint16 actor;

  if (at + 2 >= reading->end || !is_mark (search, at, '('))
    return;
  after = find_state (search, at + 1, reading->end, &actor);
  if (after != 0 && after < reading->end && actor == reading->actor && is_mark (search, after, ')'))
    reading->at = after + 1;
}

static void
set_holder (const Search  *search,
            Reading       *reading,
            const EntEdge *person)
{
  reading->holder = choose_holder (search, person, reading);
  reading->at = person->end;
  if (person->end - person->first == 1 && search->tokens[person->first].kind == ENT_TOKEN_WORD)
    reading->surname = person->first;
  if (!reading->has_state)
    reading->actor = reading->holder->actor;
}

/* "President Castro of Honduras" is no Castro that the tables know. */
static void
drop_namesake (const Search *search,
               Reading      *reading)
{
  guint32 first = reading->surname;

  if (reading->surname == 0 || reading->holder == NULL || !reading->has_state
      || reading->holder->actor == reading->actor)
    return;
  while (first > reading->name && reading->name > 0 && search->tokens[first - 1].flags & ENT_TOKEN_CAPITAL)
    first--;
  reading->holder = NULL;
  reading->words = (EntSpan) { search->tokens[first].start, search->tokens[reading->surname].end };
}

/* A title and who has it: "President Xi Jinping", "Foreign Minister Retno Marsudi of Indonesia", 国家主席习近平. */
static gboolean
read_title (const Search *search,
            Reading      *reading)
{
  const EntEdge *title = find_term (search, reading->at, search->stage->titles, reading->end);
  const EntEdge *person;
  guint32 after;

  if (title == NULL || is_hidden (search, title))
    return FALSE;
  if (search->tokens[title->first].kind != ENT_TOKEN_CJK && !(search->tokens[title->first].flags & ENT_TOKEN_CAPITAL)
      && !reading->has_state)
    return FALSE;
  reading->title = &search->stage->terms[title->value];
  reading->at = title->end;
  read_of_state (search, reading);
  reading->name = reading->at;
  person = find_term (search, reading->at, search->stage->people, reading->end);
  if (person == NULL && (after = skip_office (search, reading->at, reading->end)) != 0)
    {
      person = find_term (search, after, search->stage->people, reading->end);
      if (person == NULL)
        {
          reading->at = after;
          return read_title (search, reading);
        }
    }
  if (person != NULL)
    {
      set_holder (search, reading, person);
      return TRUE;
    }
  after = skip_name (search, reading->at, reading->end);
  if (after > reading->at)
    {
      reading->words = (EntSpan) { search->tokens[reading->at].start, search->tokens[after - 1].end };
      reading->at = after;
    }
  return TRUE;
}

/* ", Executive Vice President of the European Commission" behind a name, 主席. */
static void
read_apposition (const Search *search,
                 Reading      *reading)
{
  Reading inner = *reading;
  const EntEdge *title;

  title = find_term (search, reading->at, search->stage->titles, reading->end);
  if (title != NULL && search->tokens[title->first].kind == ENT_TOKEN_CJK)
    reading->at = title->end; /* 习近平主席 */
  if (reading->at + 1 >= reading->end || !is_mark (search, reading->at, ','))
    return;
  title = find_term (search, reading->at + 1, search->stage->titles, reading->end);
  if (title == NULL || !(search->tokens[title->first].flags & ENT_TOKEN_CAPITAL))
    return;
  inner.at = title->end;
  read_of_state (search, &inner);
  if (inner.at > title->end)
    reading->at = inner.at;
}

/* The office named without its holder: by its state, by who had it before in this text, or the issuer's own. */
static void
resolve_title (const Search   *search,
               Reading        *reading,
               EntActorPhrase *phrase)
{
  const EntOfficeHolder *holder;

  for (guint i = search->n_memory; i > 0 && !reading->has_state; i--)
    {
      const Remembered *one = &search->memory[i - 1];

      if (one->title == NULL || g_strcmp0 (one->title->value, reading->title->value) != 0)
        continue;
      phrase->actor = one->actor;
      phrase->name = one->name;
      return;
    }
  if (!reading->has_state && reading->title->index == ENT_LEVEL_LEADER)
    phrase->actor = search->issuer;
  else if (!reading->has_state)
    {
      holder = find_only_incumbent (search, reading->title->value);
      if (holder != NULL)
        phrase->actor = holder->actor;
    }
  if (phrase->actor == ENT_ACTOR_NONE)
    return;
  holder = find_incumbent (search, phrase->actor, reading->title->value);
  if (holder != NULL)
    phrase->name = holder->name;
}

static gboolean
finish (const Search   *search,
        Reading        *reading,
        EntActorPhrase *phrase)
{
  phrase->actor = reading->actor;
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
      if (reading->holder == NULL && reading->words.end == 0)
        {
          if (!reading->has_state && !reading->has_article)
            return FALSE;
          resolve_title (search, reading, phrase);
        }
    }
  phrase->end = reading->at;
  return phrase->actor != ENT_ACTOR_NONE || phrase->words.end > 0;
}

/* "the U.S. side", "Ukraine's President": what follows a state. */
static void
read_after_state (const Search *search,
                  Reading      *reading)
{
  const EntEdge *side;
  guint32 before;

  skip_abbreviation (search, reading);
  side = find_class (search, reading->at, search->stage->sides, reading->end);
  if (side != NULL)
    reading->at = side->end;
  before = reading->at;
  if (before < reading->end && search->tokens[before].kind == ENT_TOKEN_WORD
      && search->tokens[before].flags & ENT_TOKEN_GLUED)
    reading->at++; /* a possessive */
  if (!read_title (search, reading))
    {
      const EntEdge *person = find_term (search, reading->at, search->stage->people, reading->end);

      if (person != NULL && side != NULL)
        set_holder (search, reading, person);
      else
        reading->at = before;
    }
}

/* Reads the phrase that begins at a token, articles included. */
static gboolean
read_phrase (const Search   *search,
             guint32         token,
             guint32         end,
             EntActorPhrase *phrase)
{
  Reading reading = { .at = token, .end = end, .actor = ENT_ACTOR_NONE };
  /* "New Mexico" is no new Mexico. */
  const EntEdge *article = find_term (search, token, search->stage->places, end) == NULL
                             ? find_class (search, token, search->stage->articles, end)
                             : NULL;
  const EntEdge *person;
  guint32 after;

  if (article != NULL)
    {
      reading.at = article->end;
      reading.has_article = TRUE;
    }
  person = find_term (search, reading.at, search->stage->people, end);
  after = find_state (search, reading.at, end, &reading.actor);
  if (person != NULL && person->end > after && !is_hidden (search, person))
    {
      reading.actor = ENT_ACTOR_NONE;
      set_holder (search, &reading, person);
      read_apposition (search, &reading);
    }
  else if (after != 0)
    {
      EntEdge state = { .first = reading.at, .end = after };

      reading.at = after;
      reading.has_state = TRUE;
      if (is_hidden (search, &state))
        return FALSE;
      read_after_state (search, &reading);
    }
  else if (!read_title (search, &reading))
    return FALSE;
  if (reading.title != NULL || reading.holder != NULL)
    {
      read_of_state (search, &reading);
      drop_namesake (search, &reading);
      skip_abbreviation (search, &reading);
    }
  return finish (search, &reading, phrase);
}

static void
remember (Search               *search,
          const EntActorPhrase *phrase)
{
  Remembered one = { NULL, phrase->name, phrase->actor, phrase->level };

  if (phrase->kind != ENT_PHRASE_PERSON || phrase->actor == ENT_ACTOR_NONE)
    return;
  for (guint32 at = phrase->first; at < phrase->end && one.title == NULL; at++)
    {
      const EntEdge *title = find_term (search, at, search->stage->titles, phrase->end);

      if (title != NULL)
        one.title = &search->stage->terms[title->value];
    }
  if (search->n_memory == MAX_MEMORY)
    memmove (search->memory, search->memory + 1, --search->n_memory * sizeof search->memory[0]);
  search->memory[search->n_memory++] = one;
}

/* Words that stand for somebody told elsewhere. */
static gboolean
read_stand_in (const Search   *search,
               guint32         token,
               guint32         end,
               EntActorPhrase *phrase)
{
  const EntActorStage *stage = search->stage;
  const guint32 classes[] = { stage->parties, stage->self, stage->back };
  const guint8 kinds[] = { ENT_PHRASE_SIDES, ENT_PHRASE_SELF, ENT_PHRASE_BACK };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      const EntEdge *edge = find_class (search, token, classes[i], end);

      if (edge == NULL)
        continue;
      phrase->end = edge->end;
      phrase->kind = kinds[i];
      phrase->actor = ENT_ACTOR_NONE;
      return TRUE;
    }
  return FALSE;
}

/* How often each actor is named by words that mean nobody else. */
static void
count_actors (Search *search)
{
  const EntActorStage *stage = search->stage;
  const GArray *edges = search->chart->edges;

  for (guint i = 0; i < edges->len; i++)
    {
      const EntEdge *edge = &g_array_index (edges, EntEdge, i);

      if (edge->class_id != stage->names && edge->class_id != stage->demonyms)
        continue;
      if (edge->end - edge->first > 1 || strlen (stage->terms[edge->value].text) > 6)
        search->seen[stage->terms[edge->value].index]++;
    }
}

/* Past words that begin here and hold another name inside: "New Jersey", "South China Sea", 发展中国家. */
static guint32
skip_longer (const Search *search,
             guint32       token,
             guint32       end)
{
  const EntEdge *place = find_term (search, token, search->stage->places, end);
  const EntEdge *topic = find_term (search, token, search->stage->topics, end);

  if (place != NULL)
    return place->end;
  return topic != NULL ? topic->end : token + 1;
}

/**
 * ent_actor_stage_find:
 * @stage: a stage
 * @chart: a chart that holds the terms; gets an edge of class ACTOR for each phrase, whose value is
 *   its index
 * @day: the statement's day, by which office holders are told apart; %ENT_DAY_OPEN_START if not known
 * @issuer: who issues it, or %ENT_ACTOR_NONE
 * @phrases: (element-type EntActorPhrase): where the phrases go, in the text's order
 *
 * Finds who is named.
 */
void
ent_actor_stage_find (const EntActorStage *stage,
                      EntChart            *chart,
                      EntDay               day,
                      guint16              issuer,
                      GArray              *phrases)
{
  const EntTokens *tokens = chart->tokens;
  g_autofree guint32 *seen = g_new0 (guint32, ent_vocabulary_get_n_actors (stage->vocabulary));
  Search search = { .stage = stage, .chart = chart, .tokens = tokens->tokens, .day = day };

  search.issuer = issuer;
  search.seen = seen;
  count_actors (&search);
  for (gsize i = 0; i < tokens->n_sentences; i++)
    {
      guint32 at = tokens->sentences[i].first;
      guint32 end = tokens->sentences[i].end;

      while (at < end)
        {
          EntActorPhrase phrase = { .first = at, .actor = ENT_ACTOR_NONE };

          if (tokens->tokens[at].flags & ENT_TOKEN_FURNITURE || ent_chart_get_first (chart, at) == NULL
              || (!read_stand_in (&search, at, end, &phrase) && !read_phrase (&search, at, end, &phrase)))
            {
              at = skip_longer (&search, at, end);
              continue;
            }
          remember (&search, &phrase);
          ent_chart_add (chart, phrase.first, phrase.end, stage->actors, phrases->len);
          g_array_append_val (phrases, phrase);
          at = phrase.end;
        }
    }
}
