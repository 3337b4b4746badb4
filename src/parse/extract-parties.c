/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/extract-private.h"

/* So many tokens back a subject is looked for. */
#define SUBJECT_REACH 60
/* So many words may stand between an agent and what it did: "Russia's recent and unprovoked attack". */
#define NEIGHBOUR_REACH 5
/* So many tokens behind "who" an aside may name others. */
#define ASIDE_REACH 10
/* So many tokens may tell of a person before the name. */
#define MODIFIER_REACH 24

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
      EntLevel highest = ENT_LEVEL_NONE;

      for (guint j = 0; j < parties->n_people; j++)
        {
          EntLevel one = (EntLevel) parties->people[j].level;

          if (parties->people[j].actor == parties->actors[i] && one != ENT_LEVEL_NONE
              && (highest == ENT_LEVEL_NONE || one < highest))
            highest = one;
        }
      level = MAX (level, highest);
    }
  return level;
}

/**
 * ent_parties_are_leaders:
 * @parties: who takes part
 *
 * Returns: whether leaders of at least two sides are named, and nobody else
 */
gboolean
ent_parties_are_leaders (const EntParties *parties)
{
  guint n = 0;

  for (guint i = 0; i < parties->n_people; i++)
    {
      if (parties->people[i].level != ENT_LEVEL_LEADER)
        return FALSE;
      n++;
    }
  return n > 1 && parties->n_actors > 1;
}

/* Who "he" is: the first person of the sentence before him, or the one that the sentence before began with. */
static const EntActorPhrase *
find_antecedent (const EntExtraction  *extraction,
                 const EntActorPhrase *back)
{
  guint32 first = ent_extraction_get_sentence (extraction)->first;
  const EntActorPhrase *all = (const EntActorPhrase *) extraction->phrases->data;
  const EntActorPhrase *found = NULL;

  for (const EntActorPhrase *one = back; one > all && one[-1].first >= first;)
    {
      one--;
      if (one->kind == ENT_PHRASE_PERSON)
        found = one;
    }
  if (found == NULL && extraction->last_person.end > 0)
    found = &extraction->last_person;
  return found;
}

/* Who says "I": the sentence's speaker, or the issuer. */
static guint16
get_self (const EntExtraction *extraction)
{
  guint16 speaker = ENT_ACTOR_NONE;

  if (extraction->sentence < extraction->facts->len)
    speaker = g_array_index (extraction->facts, EntSentenceFacts, extraction->sentence).speaker;
  return speaker != ENT_ACTOR_NONE ? speaker : extraction->issuer;
}

/* The two sides that the paragraph named last before the sentence, or in it. */
static gboolean
add_last_named (const EntExtraction *extraction,
                guint32              before,
                EntParties          *parties)
{
  const EntSentence *sentences = extraction->tokens->sentences;
  guint32 first = sentences[extraction->sentence].first;
  guint16 found[2];
  guint n = 0;

  for (guint i = extraction->sentence; i > 0 && sentences[i - 1].paragraph == sentences[i].paragraph; i--)
    first = sentences[i - 1].first;
  for (guint i = extraction->phrases->len; i > 0 && n < 2; i--)
    {
      const EntActorPhrase *phrase = &g_array_index (extraction->phrases, EntActorPhrase, i - 1);

      if (phrase->first < first)
        break;
      if (phrase->end <= before && phrase->actor != ENT_ACTOR_NONE && (n == 0 || found[0] != phrase->actor))
        found[n++] = phrase->actor;
    }
  for (guint i = 0; n == 2 && i < 2; i++)
    ent_parties_add_actor (parties, found[i]);
  return n == 2;
}

/* "The two sides", where the statement reports nothing yet between two: those of the last event between two. */
static void
add_sides (const EntExtraction *extraction,
           guint32              before,
           EntParties          *parties)
{
  ent_parties_join (parties, &extraction->sides);
  if (extraction->sides.n_actors > 1 || add_last_named (extraction, before, parties))
    return;
  for (guint i = extraction->mentions->len; i > extraction->first; i--)
    {
      const EntMention *mention = ent_extraction_get_mention (extraction, (int) i - 1);

      for (guint j = 0; mention->n_actors == 2 && j < 2; j++)
        ent_parties_add_actor (parties, mention->actors[j]);
      if (mention->n_actors == 2)
        return;
    }
  for (guint i = 0; extraction->titled.n_actors == 2 && i < 2; i++)
    ent_parties_add_actor (parties, extraction->titled.actors[i]);
}

static void
add_phrase (const EntExtraction  *extraction,
            const EntActorPhrase *phrase,
            EntParties           *parties)
{
  const EntActorPhrase *person;

  switch (phrase->kind)
    {
    case ENT_PHRASE_SIDES:
      add_sides (extraction, phrase->first, parties);
      break;
    case ENT_PHRASE_SELF:
      ent_parties_add_actor (parties, get_self (extraction));
      break;
    case ENT_PHRASE_BACK:
      person = find_antecedent (extraction, phrase);
      if (person != NULL)
        ent_parties_add (parties, person);
      break;
    default:
      ent_parties_add (parties, phrase);
    }
}

/**
 * ent_extraction_collect:
 * @extraction: the state of reading
 * @first: a token
 * @end: a token after it
 * @parties: gets everybody named from @first up to @end
 */
void
ent_extraction_collect (const EntExtraction *extraction,
                        guint32              first,
                        guint32              end,
                        EntParties          *parties)
{
  for (guint32 at = first; at < end;)
    {
      const EntEdge *edge = ent_chart_find (extraction->chart, at, extraction->extractor->classes.actors);

      if (edge == NULL)
        {
          at++;
          continue;
        }
      add_phrase (extraction, &g_array_index (extraction->phrases, EntActorPhrase, edge->value), parties);
      at = edge->end;
    }
}

/* The phrase that ends at or before a token, and at or after another. */
static int
find_phrase_before (const EntExtraction *extraction,
                    guint32              first,
                    guint32              before)
{
  guint low = 0;
  guint high = extraction->phrases->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (extraction->phrases, EntActorPhrase, middle).end <= before)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0 || g_array_index (extraction->phrases, EntActorPhrase, low - 1).first < first)
    return -1;
  return (int) low - 1;
}

static gboolean
follows (const EntExtraction  *extraction,
         const EntActorPhrase *phrase,
         guint32               class_id,
         guint32               first)
{
  return ent_extraction_precedes (extraction, class_id, first, phrase->first);
}

/* 同来华进行国事访问的巴西总统: what tells of whom stands between the word of WITH and the name. */
static gboolean
is_with_behind_clause (const EntExtraction  *extraction,
                       const EntActorPhrase *phrase,
                       guint32               first)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  guint32 reach = phrase->first > MODIFIER_REACH ? MAX (first, phrase->first - MODIFIER_REACH) : first;

  if (!follows (extraction, phrase, classes->ofs, first))
    return FALSE;
  for (guint32 at = phrase->first - 1; at > reach; at--)
    {
      const EntEdge *with = ent_chart_find (extraction->chart, at - 1, classes->withs);

      if (with != NULL && ent_chart_find (extraction->chart, with->end, classes->actors) == NULL)
        return TRUE;
      if (ent_extraction_ends_clause (extraction, at - 1))
        return FALSE;
    }
  return FALSE;
}

/* 于今日与中华民国断绝: with whom, where it does not join two names. */
static gboolean
is_with (const EntExtraction  *extraction,
         const EntActorPhrase *phrase,
         guint32               first)
{
  const EntActorPhrase *before = phrase - 1;

  if (is_with_behind_clause (extraction, phrase, first))
    return TRUE;
  if (!follows (extraction, phrase, extraction->extractor->classes.withs, first))
    return FALSE;
  return phrase == (const EntActorPhrase *) extraction->phrases->data || before->end + 1 != phrase->first;
}

/* 就美方宣布加征关税: whom a word of REASON governs acts, where the verb follows at once or a person is named. */
static gboolean
acts_all_the_same (const EntExtraction  *extraction,
                   const EntActorPhrase *phrase,
                   guint32               first,
                   guint32               before)
{
  return follows (extraction, phrase, extraction->extractor->classes.reasons, first)
         && (phrase->end == before || phrase->kind == ENT_PHRASE_PERSON);
}

/* "views on trade, Iran and Syria": what one speaks about, down to the last of the list. */
static gboolean
is_governed (const EntExtraction  *extraction,
             const EntActorPhrase *phrase,
             guint32               first,
             guint32               before)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  const EntActorPhrase *all = (const EntActorPhrase *) extraction->phrases->data;
  guint32 clause = ent_extraction_get_clause (extraction, phrase->first);

  if (acts_all_the_same (extraction, phrase, first, before))
    return FALSE;
  if (phrase->first > first && ent_extraction_has (extraction, classes->abouts, MAX (first, clause), phrase->first))
    return TRUE;
  for (; phrase > all; phrase--)
    {
      if (follows (extraction, phrase, classes->prepositions, first) || is_with (extraction, phrase, first))
        return TRUE;
      if (!follows (extraction, phrase, classes->ands, first) || phrase[-1].end + 1 != phrase->first)
        return FALSE;
    }
  return follows (extraction, phrase, classes->prepositions, first);
}

static gboolean
has_comma (const EntExtraction *extraction,
           guint32              first,
           guint32              end)
{
  for (guint32 at = first; at < end; at++)
    {
      const EntToken *token = &extraction->tokens->tokens[at];

      if (token->kind == ENT_TOKEN_PUNCT && extraction->tokens->text[token->start] == ',')
        return TRUE;
    }
  return FALSE;
}

/* "the Minister, who was visiting Seoul, met": Seoul stands in an aside, and does not meet. */
static gboolean
is_aside (const EntExtraction  *extraction,
          const EntActorPhrase *phrase,
          guint32               first,
          guint32               before)
{
  guint32 relatives = extraction->extractor->classes.relatives;
  guint32 from = phrase->first > ASIDE_REACH ? MAX (first, phrase->first - ASIDE_REACH) : first;

  for (guint32 at = phrase->first; relatives != 0 && at > from; at--)
    if (ent_chart_find (extraction->chart, at - 1, relatives) != NULL)
      return has_comma (extraction, phrase->end, before);
  return FALSE;
}

/* "X met Y and will visit Z": Y is whom X met. */
static gboolean
is_object (const EntExtraction  *extraction,
           const EntActorPhrase *phrase)
{
  for (guint i = 0; i < extraction->n_objects; i++)
    if (phrase->first >= extraction->objects[i].first && phrase->first < extraction->objects[i].end)
      return TRUE;
  return FALSE;
}

/* "X condemned Y's tests and agreed": neither whose things they are nor whom one spoke of agrees. */
static gboolean
is_spoken_of (const EntExtraction  *extraction,
              const EntActorPhrase *phrase,
              guint32               first,
              guint32               before)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  const EntToken *next = &extraction->tokens->tokens[phrase->end];

  if (phrase->end < before && next->flags & ENT_TOKEN_GLUED && next->kind == ENT_TOKEN_WORD)
    return TRUE;
  return follows (extraction, phrase, classes->says, first)
         && ent_extraction_has (extraction, classes->ands, phrase->end, before);
}

/**
 * ent_extraction_find_subject:
 * @extraction: the state of reading
 * @first: the sentence's or clause's first token
 * @before: the token that the subject stands before
 * @parties: gets the subject: one, or those that "and" joins
 *
 * The subject is the nearest phrase before that no preposition governs, no aside holds and no match
 * before took as the other side; or else the nearest.
 */
void
ent_extraction_find_subject (const EntExtraction *extraction,
                             guint32              first,
                             guint32              before,
                             EntParties          *parties)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  guint32 reach = before > SUBJECT_REACH ? MAX (first, before - SUBJECT_REACH) : first;
  int nearest = find_phrase_before (extraction, reach, before);
  int at = nearest;

  while (at >= 0)
    {
      const EntActorPhrase *phrase = &g_array_index (extraction->phrases, EntActorPhrase, at);

      if (phrase->first < reach)
        at = -1;
      else if (is_governed (extraction, phrase, first, before) || is_object (extraction, phrase)
               || is_aside (extraction, phrase, first, before) || is_spoken_of (extraction, phrase, first, before))
        at--;
      else
        break;
    }
  if (at < 0)
    at = nearest;
  while (at >= 0)
    {
      const EntActorPhrase *phrase = &g_array_index (extraction->phrases, EntActorPhrase, at);
      const EntActorPhrase *other;

      add_phrase (extraction, phrase, parties);
      if (at == 0)
        return;
      other = &g_array_index (extraction->phrases, EntActorPhrase, at - 1);
      if (other->first < reach)
        return;
      /* 中日韩: names of one ideograph stand side by side. */
      if (other->end != phrase->first
          && (other->end + 1 != phrase->first || !follows (extraction, phrase, classes->ands, reach)))
        return;
      at--;
    }
}

/**
 * ent_extraction_find_companions:
 * @extraction: the state of reading
 * @first: a token
 * @before: a token after it
 * @parties: gets whom a word of WITH names in between, and whom "and" joins to them
 */
void
ent_extraction_find_companions (const EntExtraction *extraction,
                                guint32              first,
                                guint32              before,
                                EntParties          *parties)
{
  const EntActorPhrase *last = NULL;

  for (int at = find_phrase_before (extraction, first, before); at >= 0; at--)
    {
      const EntActorPhrase *phrase = &g_array_index (extraction->phrases, EntActorPhrase, at);

      if (phrase->first < first)
        break;
      if (!is_with (extraction, phrase, first) || is_object (extraction, phrase))
        continue;
      for (last = phrase; last->end <= before; last++)
        {
          add_phrase (extraction, last, parties);
          if (last == (const EntActorPhrase *) extraction->phrases->data + extraction->phrases->len - 1
              || last[1].first != last->end + 1
              || !follows (extraction, last + 1, extraction->extractor->classes.ands, first))
            break;
        }
    }
}

/**
 * ent_extraction_has_subject:
 * @extraction: the state of reading
 * @first: a clause's first token
 * @before: a token after it
 *
 * Returns: whether somebody is named in between who acts: a clause without one goes on with what was told
 */
gboolean
ent_extraction_has_subject (const EntExtraction *extraction,
                            guint32              first,
                            guint32              before)
{
  for (int at = find_phrase_before (extraction, first, before); at >= 0; at--)
    {
      const EntActorPhrase *phrase = &g_array_index (extraction->phrases, EntActorPhrase, at);

      if (phrase->first < first)
        break;
      if (!is_governed (extraction, phrase, first, before) && !is_object (extraction, phrase)
          && !follows (extraction, phrase, extraction->extractor->classes.locatives, first))
        return TRUE;
    }
  return FALSE;
}

/**
 * ent_extraction_find_neighbour:
 * @extraction: the state of reading
 * @before: a token
 * @parties: gets who is named right before it, if anybody is
 */
void
ent_extraction_find_neighbour (const EntExtraction *extraction,
                               guint32              before,
                               EntParties          *parties)
{
  guint32 first = ent_extraction_get_sentence (extraction)->first;
  guint32 reach = before > NEIGHBOUR_REACH ? MAX (first, before - NEIGHBOUR_REACH) : first;
  int at = find_phrase_before (extraction, first, before);
  const EntActorPhrase *phrase = at >= 0 ? &g_array_index (extraction->phrases, EntActorPhrase, at) : NULL;

  if (phrase != NULL && phrase->end >= reach && !has_comma (extraction, phrase->end, before))
    add_phrase (extraction, phrase, parties);
}
