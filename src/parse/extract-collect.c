/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/extract-private.h"

#include <string.h>

/* So many tokens stand between two names of a list at most. */
#define LIST_GAP 3
/* The value of words for the states that were told before in the sentence. */
#define ABOVE "above"
/* So many tokens back whoever is meant by "with him" is looked for. */
#define ANTECEDENT_REACH 120

/* 将会见他, 会见了他: whether the verb of a meeting stands before. */
static gboolean
is_met (const EntExtraction *extraction,
        guint32              token)
{
  guint32 meetings = extraction->extractor->classes.meetings;

  return ent_extraction_precedes (extraction, meetings, 0, token)
         || (token > 0 && extraction->tokens->tokens[token - 1].kind == ENT_TOKEN_CJK
             && ent_extraction_precedes (extraction, meetings, 0, token - 1));
}

/* Who "he" is: the first person of the sentence before him, or the one that the sentence before began with. */
static const EntActorPhrase *
find_antecedent (const EntExtraction  *extraction,
                 const EntActorPhrase *back)
{
  guint32 first = ent_extraction_get_sentence (extraction)->first;
  const EntActorPhrase *all = (const EntActorPhrase *) extraction->phrases->data;
  const EntActorPhrase *found = NULL;
  guint16 own = ENT_ACTOR_NONE;

  /* 王毅将同她会谈, "held talks with him": whom one meets is not who meets,
   * but who was told of before; of several the last. */
  gboolean other = ent_extraction_is_oblique (extraction, back)
                   || ent_extraction_precedes (extraction, extraction->extractor->classes.withs, 0, back->first)
                   || is_met (extraction, back->first);

  for (const EntActorPhrase *one = back; one > all && one[-1].first >= first;)
    {
      one--;
      if (one->kind != ENT_PHRASE_PERSON)
        continue;
      /* 阮富仲访华，习近平同他会谈: who stands in the same clause is who meets. */
      if (other && ent_extraction_get_clause (extraction, back->first) <= one->first)
        {
          found = found != NULL ? found : one;
          own = one->actor;
          continue;
        }
      if (other && found != NULL)
        return one;
      found = one;
    }
  /* 邓小平同戈尔巴乔夫会晤。李鹏也同他会谈: whoever was told of last and is of another side. */
  for (const EntActorPhrase *one = back; other && own != ENT_ACTOR_NONE && one > all;)
    {
      one--;
      if (one->first + ANTECEDENT_REACH < back->first)
        break;
      if (one->kind == ENT_PHRASE_PERSON && one->first < first && one->actor != own)
        return one;
    }
  if (other && extraction->last_person.end > 0)
    found = &extraction->last_person;
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

static guint
count_named (const EntExtraction *extraction,
             guint16              actor)
{
  guint n = 0;

  for (guint i = 0; i < extraction->phrases->len; i++)
    n += g_array_index (extraction->phrases, EntActorPhrase, i).actor == actor;
  return n;
}

/* 中萨: of several that share an ideograph the one that the statement names most, else the first. */
static gboolean
find_one_of (const EntExtraction *extraction,
             const char          *ids,
             guint16             *actor)
{
  g_auto (GStrv) all = g_strsplit (ids, "/", -1);
  const EntVocabulary *vocabulary = extraction->extractor->vocabulary;

  guint most = 0;
  guint16 one;

  if (!ent_vocabulary_find_actor (vocabulary, all[0], actor))
    return FALSE;
  for (char **id = all; all[1] != NULL && *id != NULL; id++)
    if (ent_vocabulary_find_actor (vocabulary, *id, &one) && count_named (extraction, one) > most)
      {
        most = count_named (extraction, one);
        *actor = one;
      }
  return TRUE;
}

/* 应甲、乙、丙邀请，将访问上述三国: the other states of the sentence so far, else of the last one before that names any. */
static void
add_above (const EntExtraction *extraction,
           guint32              before,
           EntParties          *parties)
{
  const EntVocabulary *vocabulary = extraction->extractor->vocabulary;
  const EntActorPhrase *all = (const EntActorPhrase *) (gconstpointer) extraction->phrases->data;
  EntParties found = { .n_actors = 0 };
  guint32 at = before;

  for (int i = ent_extraction_find_phrase_before (extraction, 0, before); i >= 0; i--)
    {
      for (; at > all[i].end; at--)
        if (found.n_actors > 0 && extraction->tokens->tokens[at - 1].flags & ENT_TOKEN_SENTENCE)
          {
            ent_parties_join (parties, &found);
            return;
          }
      if (all[i].actor != ENT_ACTOR_NONE && all[i].actor != extraction->issuer
          && ent_vocabulary_get_actor (vocabulary, all[i].actor)->actor_class == ENT_ACTOR_STATE)
        ent_parties_add_actor (&found, all[i].actor);
    }
  ent_parties_join (parties, &found);
}

/* 伊核问题六国: the actors that words for several stand for. */
static void
add_group (const EntExtraction *extraction,
           const char          *ids,
           guint32              before,
           EntParties          *parties)
{
  if (g_str_equal (ids, ABOVE))
    {
      add_above (extraction, before, parties);
      return;
    }
  g_auto (GStrv) all = g_strsplit (ids, " ", -1);

  for (char **id = all; *id != NULL; id++)
    {
      guint16 actor;

      if (find_one_of (extraction, *id, &actor))
        ent_parties_add_actor (parties, actor);
    }
}

/* Whether words stand for two actors. */
static gboolean
is_pair (const char *ids)
{
  const char *blank = ids != NULL ? strchr (ids, ' ') : NULL;

  return blank != NULL && strchr (blank + 1, ' ') == NULL;
}

/* The first token of the paragraph being read. */
static guint32
get_paragraph_begin (const EntExtraction *extraction)
{
  const EntSentence *sentences = extraction->tokens->sentences;
  guint32 first = sentences[extraction->sentence].first;

  for (guint i = extraction->sentence; i > 0 && sentences[i - 1].paragraph == sentences[i].paragraph; i--)
    first = sentences[i - 1].first;
  return first;
}

/* The two sides that the paragraph, or the question it answers, named last before the sentence, or in it; of those who
 * act, if asked. */
static gboolean
add_last_named (const EntExtraction *extraction,
                guint32              before,
                gboolean             who_act,
                EntParties          *parties)
{
  guint32 first = get_paragraph_begin (extraction);
  guint16 found[2];
  guint n = 0;

  if (extraction->n_exchanges > 0)
    first = MIN (first, extraction->exchange);
  for (guint i = extraction->phrases->len; i > 0 && n < 2; i--)
    {
      const EntActorPhrase *phrase = &g_array_index (extraction->phrases, EntActorPhrase, i - 1);

      if (phrase->first < first)
        break;
      if (phrase->end > before || (who_act && ent_extraction_is_oblique (extraction, phrase)))
        continue;
      /* 两岸领导人在新加坡会面，双方: words for two name both. */
      if (n == 0 && phrase->kind == ENT_PHRASE_SIDES && is_pair (phrase->name))
        {
          add_group (extraction, phrase->name, phrase->first, parties);
          return parties->n_actors == 2;
        }
      if (phrase->actor != ENT_ACTOR_NONE && (n == 0 || found[0] != phrase->actor)
          && !ent_extraction_is_where (extraction, phrase))
        found[n++] = phrase->actor;
    }
  /* An answer that names one other speaks of the issuer and that one. */
  if (n == 1 && !who_act && extraction->n_exchanges > 0 && extraction->issuer != ENT_ACTOR_NONE
      && found[0] != extraction->issuer)
    found[n++] = extraction->issuer;
  for (guint i = 0; n == 2 && i < 2; i++)
    ent_parties_add_actor (parties, found[i]);
  return n == 2;
}

/* Two sides whose persons the sentence names before, and no others. */
static gboolean
add_pair_of_sentence (const EntExtraction *extraction,
                      guint32              before,
                      EntParties          *parties)
{
  guint32 first = ent_extraction_get_sentence (extraction)->first;
  EntParties pair = { .n_actors = 0 };

  for (guint i = 0; i < extraction->phrases->len; i++)
    {
      const EntActorPhrase *phrase = &g_array_index (extraction->phrases, EntActorPhrase, i);

      if (phrase->first >= first && phrase->end <= before && phrase->kind == ENT_PHRASE_PERSON)
        ent_parties_add (&pair, phrase);
    }
  if (pair.n_actors != 2)
    return FALSE;
  ent_parties_join (parties, &pair);
  return TRUE;
}

/* Whether the statement tells news of a contact of its issuer with one other. */
static gboolean
tells_of_contact (const EntExtraction *extraction,
                  guint16              other)
{
  for (guint i = extraction->first; i < extraction->mentions->len; i++)
    {
      const EntMention *mention = ent_extraction_get_mention (extraction, (int) i);

      if (ent_kind_is_contact (mention->kind) && mention->status == ENT_STATUS_OCCURRED && mention->n_actors == 2
          && ent_extraction_is_reportable (extraction, mention->date)
          && (mention->actors[0] == other || mention->actors[1] == other)
          && (mention->actors[0] == extraction->issuer || mention->actors[1] == extraction->issuer))
        return TRUE;
    }
  return FALSE;
}

/* "With the King she discussed … With President Hu she discussed … They agreed to meet": of several whom the issuer
 * talked with, the one whose person the paragraph named last. */
static gboolean
add_last_counterpart (const EntExtraction *extraction,
                      guint32              before,
                      EntParties          *parties)
{
  guint32 first = get_paragraph_begin (extraction);
  const EntActorPhrase *last = NULL;

  if (extraction->issuer == ENT_ACTOR_NONE || extraction->sides.n_actors < 2
      || extraction->tokens->tokens[before].kind == ENT_TOKEN_CJK)
    return FALSE;
  for (guint i = 0; i < extraction->phrases->len; i++)
    {
      const EntActorPhrase *phrase = &g_array_index (extraction->phrases, EntActorPhrase, i);

      if (phrase->end > before)
        break;
      if (phrase->first >= first && phrase->kind == ENT_PHRASE_PERSON && phrase->actor != extraction->issuer
          && phrase->actor != ENT_ACTOR_NONE)
        last = phrase;
    }
  if (last == NULL || !tells_of_contact (extraction, last->actor))
    return FALSE;
  for (guint i = 0; extraction->sides.n_actors == 2 && i < 2; i++)
    if (extraction->sides.actors[i] == last->actor)
      return FALSE;
  ent_parties_add_actor (parties, extraction->issuer);
  for (guint i = 0; i < extraction->sides.n_people; i++)
    if (extraction->sides.people[i].actor == extraction->issuer)
      ent_parties_add (parties, &extraction->sides.people[i]);
  ent_parties_add (parties, last);
  return TRUE;
}

/* 法国总理去年访华，两国签署了协议: of two whom the sentence told of before, where they are not the statement's. */
static gboolean
add_sides_of_told (const EntExtraction *extraction,
                   guint32              before,
                   EntParties          *parties)
{
  guint32 first = ent_extraction_get_sentence (extraction)->first;
  const EntMention *told;

  if (extraction->touched < 0 || extraction->touched == extraction->reported || before == first
      || extraction->tokens->tokens[before].kind != ENT_TOKEN_CJK)
    return FALSE;
  told = ent_extraction_get_mention (extraction, extraction->touched);
  if (told->n_actors != 2 || (extraction->sides.n_actors > 1 && ent_parties_cover (&extraction->sides, told)))
    return FALSE;
  for (guint i = 0; i < 2; i++)
    ent_parties_add_actor (parties, told->actors[i]);
  return TRUE;
}

/* "Resumption of ties with Somalia": the two are the issuer and the one whom the title names. */
static gboolean
add_titled (const EntExtraction *extraction,
            guint32              before,
            EntParties          *parties)
{
  EntParties titled = extraction->titled;

  if (extraction->n_exchanges > 0 || titled.n_actors == 0
      || extraction->tokens->tokens[before].kind == ENT_TOKEN_CJK)
    return FALSE;
  ent_parties_add_actor (&titled, extraction->issuer);
  for (guint i = 0; titled.n_actors == 2 && i < 2; i++)
    ent_parties_add_actor (parties, titled.actors[i]);
  return titled.n_actors == 2;
}

/* 会见佩里斯时，杨洁篪表示，两国…: of several whom one met, the one whom the paragraph names. */
static gboolean
add_pair_of_paragraph (const EntExtraction *extraction,
                       guint32              before,
                       EntParties          *parties)
{
  guint32 first = get_paragraph_begin (extraction);
  EntParties found = { .n_actors = 0 };
  gboolean own = FALSE;
  gboolean other = FALSE;

  if (extraction->sides.n_actors != 2 || before >= extraction->tokens->n_tokens
      || extraction->tokens->tokens[before].kind != ENT_TOKEN_CJK)
    return FALSE;
  for (guint i = 0; i < extraction->phrases->len; i++)
    {
      const EntActorPhrase *phrase = &g_array_index (extraction->phrases, EntActorPhrase, i);

      if (phrase->first >= first && phrase->end <= before && phrase->kind == ENT_PHRASE_PERSON)
        ent_parties_add_actor (&found, phrase->actor);
    }
  for (guint i = 0; i < found.n_actors; i++)
    {
      gboolean side = found.actors[i] == extraction->sides.actors[0] || found.actors[i] == extraction->sides.actors[1];

      own |= side && found.actors[i] == extraction->issuer;
      other |= !side;
    }
  if (found.n_actors == 2 && own && other)
    ent_parties_join (parties, &found);
  return found.n_actors == 2 && own && other;
}

/* So many different states that stand one right behind the other: "to Nigeria, South Sudan, Somalia and Yemen". */
static gboolean
add_last_list (const EntExtraction *extraction,
               guint32              before,
               guint                n,
               EntParties          *parties)
{
  guint i = extraction->phrases->len;

  while (i > 0)
    {
      EntParties list = { .n_actors = 0 };
      guint32 begin = 0;

      for (; i > 0; i--)
        {
          const EntActorPhrase *phrase = &g_array_index (extraction->phrases, EntActorPhrase, i - 1);

          if (phrase->end > before || phrase->actor == ENT_ACTOR_NONE)
            continue;
          if (list.n_actors > 0 && begin - phrase->end > LIST_GAP)
            break;
          ent_parties_add_actor (&list, phrase->actor);
          begin = phrase->first;
        }
      if (list.n_actors != n)
        continue;
      ent_parties_join (parties, &list);
      return TRUE;
    }
  return FALSE;
}

/* How many sides a phrase counts: "the three countries"; 0 if none. In ideographs any number is of the sides told. */
static guint
count_sides (const EntExtraction  *extraction,
             const EntActorPhrase *phrase)
{
  static const char * const words[] = { "three", "four", "five", "six", "seven" };
  const EntToken *tokens = extraction->tokens->tokens;

  for (guint32 at = phrase->first; at < phrase->end; at++)
    for (guint i = 0; i < G_N_ELEMENTS (words); i++)
      if (tokens[at].end - tokens[at].start == strlen (words[i])
          && g_ascii_strncasecmp (extraction->tokens->text + tokens[at].start, words[i], strlen (words[i])) == 0)
        return i + 3;
  return 0;
}

/* "Kenya, Uganda and Tanzania met … The three countries": so many as were told of together last. */
static gboolean
add_counted (const EntExtraction  *extraction,
             const EntActorPhrase *phrase,
             EntParties           *parties)
{
  guint n = count_sides (extraction, phrase);

  if (n == 0)
    return FALSE;
  for (guint i = extraction->mentions->len; i > extraction->first; i--)
    {
      const EntMention *told = ent_extraction_get_mention (extraction, (int) i - 1);

      if (told->n_actors != n)
        continue;
      for (guint j = 0; j < n; j++)
        ent_parties_add_actor (parties, told->actors[j]);
      return TRUE;
    }
  if (extraction->sides.n_actors == n)
    ent_parties_join (parties, &extraction->sides);
  else if (extraction->titled.n_actors == n)
    ent_parties_join (parties, &extraction->titled);
  else
    return add_last_list (extraction, phrase->first, n, parties);
  return TRUE;
}

/* "The two sides", where the statement reports nothing yet between two: those of the last event between two. */
static void
add_sides (const EntExtraction *extraction,
           guint32              before,
           EntParties          *parties)
{
  guint32 exchange;

  /* "The Premier and the Taoiseach agreed that they would meet": of three, these two. */
  if ((extraction->sides.n_actors > 2 && add_pair_of_sentence (extraction, before, parties))
      || add_last_counterpart (extraction, before, parties) || add_pair_of_paragraph (extraction, before, parties))
    return;
  if (add_sides_of_told (extraction, before, parties))
    return;
  ent_parties_join (parties, &extraction->sides);
  if (extraction->sides.n_actors > 1 || add_titled (extraction, before, parties)
      || add_last_named (extraction, before, TRUE, parties) || add_last_named (extraction, before, FALSE, parties))
    return;
  exchange = extraction->n_exchanges > 0 ? extraction->tokens->tokens[extraction->exchange].start : 0;
  for (guint i = extraction->mentions->len; i > extraction->first; i--)
    {
      const EntMention *mention = ent_extraction_get_mention (extraction, (int) i - 1);

      /* What another answer told of is not meant. */
      if (mention->at < exchange)
        break;
      for (guint j = 0; mention->n_actors == 2 && j < 2; j++)
        ent_parties_add_actor (parties, mention->actors[j]);
      if (mention->n_actors == 2)
        return;
    }
  for (guint i = 0; extraction->titled.n_actors == 2 && i < 2; i++)
    ent_parties_add_actor (parties, extraction->titled.actors[i]);
}

/* Whether people of a side are, or are not, leaders as "the two presidents" are. */
static gboolean
is_of_rank (const EntActorPhrase *person,
            const EntActorPhrase *phrase)
{
  return (person->level == ENT_LEVEL_LEADER) == (phrase->level == ENT_LEVEL_LEADER);
}

/* A Vice President who speaks to a King is one of "both leaders". */
static gboolean
stands_for_leader (const EntParties     *sides,
                   const EntActorPhrase *person,
                   const EntActorPhrase *phrase)
{
  gboolean other_leads = FALSE;
  guint n_of_side = 0;

  for (guint i = 0; i < sides->n_people; i++)
    {
      n_of_side += sides->people[i].actor == person->actor;
      other_leads |= sides->people[i].actor != person->actor && sides->people[i].level == ENT_LEVEL_LEADER;
    }
  return phrase->level == ENT_LEVEL_LEADER && person->level == ENT_LEVEL_SENIOR && n_of_side == 1 && other_leads;
}

/* 两国外长: of the sides, but not the leaders who just met; and "the two presidents" are not the ministers who did. */
static void
add_sides_of_level (const EntExtraction  *extraction,
                    const EntActorPhrase *phrase,
                    EntParties           *parties)
{
  EntParties sides = { .n_actors = 0 };

  add_sides (extraction, phrase->first, &sides);
  for (guint i = 0; i < sides.n_actors; i++)
    {
      EntActorPhrase holder = { .first = phrase->first, .end = phrase->end, .actor = sides.actors[i],
                                .seat = ENT_ACTOR_NONE };
      gboolean known = FALSE;

      for (guint j = 0; j < sides.n_people; j++)
        {
          const EntActorPhrase *person = &sides.people[j];

          if (person->actor != holder.actor
              || (!is_of_rank (person, phrase) && !stands_for_leader (&sides, person, phrase)))
            continue;
          ent_parties_add (parties, person);
          known = TRUE;
        }
      holder.kind = ENT_PHRASE_PERSON;
      holder.level = phrase->level;
      if (!known)
        ent_parties_add (parties, &holder);
    }
}

/* 特朗普表示…我期待同习主席会面: who speaks for a side is its leader, where leaders are the sides. */
static void
add_self (const EntExtraction  *extraction,
          const EntActorPhrase *phrase,
          EntParties           *parties)
{
  EntParties sides = { .n_actors = 0 };
  guint16 self = get_self (extraction);

  if (extraction->tokens->tokens[phrase->first].kind == ENT_TOKEN_CJK && phrase->end == phrase->first + 1)
    add_sides (extraction, phrase->first, &sides);
  for (guint i = 0; i < sides.n_people; i++)
    if (sides.people[i].actor == self && sides.people[i].level == ENT_LEVEL_LEADER)
      ent_parties_add (parties, &sides.people[i]);
  ent_parties_add_actor (parties, self);
}

/**
 * ent_extraction_add_phrase:
 * @extraction: the state of reading
 * @phrase: a phrase of the sentence being read
 * @parties: gets whom it names: of "the two sides" the parties, of "I" the speaker, of "he" whoever was told of last
 */
void
ent_extraction_add_phrase (const EntExtraction  *extraction,
                           const EntActorPhrase *phrase,
                           EntParties           *parties)
{
  const EntActorPhrase *person;

  switch (phrase->kind)
    {
    case ENT_PHRASE_SIDES:
      if (phrase->name != NULL)
        add_group (extraction, phrase->name, phrase->first, parties);
      else if (add_counted (extraction, phrase, parties))
        break;
      else if (phrase->level != ENT_LEVEL_NONE)
        add_sides_of_level (extraction, phrase, parties);
      else
        add_sides (extraction, phrase->first, parties);
      break;
    case ENT_PHRASE_SELF:
      /* "We" of a joint statement are all whom its title names. */
      if (extraction->genre == ENT_STATEMENT_COMMUNIQUE && extraction->titled.n_actors > 1)
        ent_parties_join (parties, &extraction->titled);
      else
        add_self (extraction, phrase, parties);
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
      const EntActorPhrase *phrase;

      if (edge == NULL)
        {
          at++;
          continue;
        }
      phrase = &g_array_index (extraction->phrases, EntActorPhrase, edge->value);
      ent_extraction_add_phrase (extraction, phrase, parties);
      at = edge->end;
    }
}

/* "by Austria, Belgium and Chile": whether a comma joins who stands on both sides, as "and" joins the last. */
static gboolean
goes_on_list (const EntExtraction *extraction,
              guint32              at,
              guint32              end)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;

  while (at + 1 < end && extraction->tokens->text[extraction->tokens->tokens[at].start] == ',')
    {
      const EntEdge *edge = ent_chart_find (extraction->chart, at + 1, classes->actors);

      if (edge == NULL || edge->end >= end || extraction->tokens->tokens[at + 1].kind == ENT_TOKEN_CJK)
        return FALSE;
      at = edge->end;
      if (ent_chart_find (extraction->chart, at, classes->ands) != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * ent_extraction_collect_list:
 * @extraction: the state of reading
 * @first: a token
 * @parties: gets who is named there, and whom commas and "and" join to that one
 *
 * Returns: whether anybody is
 */
gboolean
ent_extraction_collect_list (const EntExtraction *extraction,
                             guint32              first,
                             EntParties          *parties)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  guint32 end = ent_extraction_get_sentence (extraction)->end;
  const EntEdge *edge = ent_chart_find (extraction->chart, first, classes->actors);
  gboolean found = edge != NULL;

  while (edge != NULL && edge->end <= end)
    {
      const EntActorPhrase *phrase;
      const EntEdge *and;
      guint32 at = edge->end;

      phrase = &g_array_index (extraction->phrases, EntActorPhrase, edge->value);
      ent_extraction_add_phrase (extraction, phrase, parties);
      for (guint i = 0; i < 2 && at < end && (and = ent_chart_find (extraction->chart, at, classes->ands)) != NULL; i++)
        at = and->end;
      if (at == edge->end && goes_on_list (extraction, at, end))
        at++;
      edge = at > edge->end && at < end ? ent_chart_find (extraction->chart, at, classes->actors) : NULL;
    }
  return found;
}

static int
match_host (const EntExtraction *extraction,
            const EntRuleMatch  *match)
{
  return extraction->extractor->gives[match->rule].host;
}

/* Whether the sentence names an actor, or the statement is about it. */
static gboolean
is_concerned (const EntExtraction *extraction,
              guint16              actor)
{
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);

  for (guint i = 0; i < extraction->sides.n_actors; i++)
    if (extraction->sides.actors[i] == actor)
      return TRUE;
  for (guint32 at = sentence->first; at < sentence->end; at++)
    {
      const EntEdge *edge = ent_chart_find (extraction->chart, at, extraction->extractor->classes.actors);

      if (edge != NULL && g_array_index (extraction->phrases, EntActorPhrase, edge->value).actor == actor)
        return TRUE;
    }
  return FALSE;
}

/* "is in New York for the General Assembly of the United Nations": one visits the organisation that has its seat there,
 * if the words are about it. */
static gboolean
add_seated (const EntExtraction *extraction,
            guint32              token,
            EntParties          *parties)
{
  guint32 seats = extraction->extractor->classes.seats;
  const EntEdge *seat = seats != 0 ? ent_chart_find (extraction->chart, token, seats) : NULL;
  g_auto (GStrv) ids = NULL;

  if (seat == NULL)
    return FALSE;
  ids = g_strsplit (ent_rule_set_get_value (extraction->extractor->rules, seats, seat->value), " ", -1);
  for (char **id = ids; *id != NULL; id++)
    {
      guint16 actor;

      if (ent_vocabulary_find_actor (extraction->extractor->vocabulary, *id, &actor) && actor != extraction->issuer
          && is_concerned (extraction, actor))
        {
          ent_parties_add_actor (parties, actor);
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * ent_extraction_get_state_of:
 * @extraction: the state of reading
 * @place: a place
 *
 * Returns: the state that it lies in, or lay in then: "Moscow" in 1975
 */
guint16
ent_extraction_get_state_of (const EntExtraction *extraction,
                             const EntEdge       *place)
{
  const EntExtractor *extractor = extraction->extractor;

  for (const EntEdge *edge = ent_chart_get_first (extraction->chart, place->first); edge != NULL;
       edge = ent_chart_get_next (extraction->chart, edge))
    if (edge->class_id == extractor->classes.metonyms && edge->end == place->end
        && ent_actor_stood_then (&extractor->terms[edge->value], extraction->day))
      return (guint16) extractor->terms[edge->value].index;
  return (guint16) extractor->terms[place->value].index;
}

/* "to Kingston, Jamaica, and Lima": the states of the places in a list. */
static void
add_places (const EntExtraction *extraction,
            const EntCapture    *capture,
            EntParties          *parties)
{
  for (guint32 at = capture->first; at < capture->end && capture->class_id == 0; at++)
    {
      const EntEdge *place = ent_chart_find (extraction->chart, at, extraction->extractor->classes.places);

      if (place == NULL || place->end > capture->end)
        continue;
      ent_parties_add_actor (parties, ent_extraction_get_state_of (extraction, place));
      at = place->end - 1;
    }
}

/**
 * ent_extraction_collect_capture:
 * @extraction: the state of reading
 * @match: a match
 * @number: the number of a capture, or -1
 * @parties: gets whom the capture names: the phrases in it, the state that a place lies in, or that of "Russian" in the
 *   name of a topic
 */
void
ent_extraction_collect_capture (const EntExtraction *extraction,
                                const EntRuleMatch  *match,
                                int                  number,
                                EntParties          *parties)
{
  const EntCapture *capture = number >= 0 ? &match->captures[number] : NULL;
  const EntEdge *place;

  if (capture == NULL || capture->first == ENT_CAPTURE_NONE
      || (number == match_host (extraction, match) && add_seated (extraction, capture->first, parties)))
    return;
  place = capture->class_id != 0 && capture->class_id == extraction->extractor->classes.places
            ? ent_chart_find (extraction->chart, capture->first, capture->class_id)
            : NULL;
  if (place != NULL)
    ent_parties_add_actor (parties, ent_extraction_get_state_of (extraction, place));
  else if (capture->class_id != 0 && capture->class_id == extraction->extractor->classes.demonyms)
    ent_parties_add_actor (parties, (guint16) extraction->extractor->terms[capture->value].index);
  else if (capture->class_id != 0 && capture->class_id == extraction->extractor->classes.toward_states)
    add_group (extraction, ent_rule_set_get_value (extraction->extractor->rules, capture->class_id, capture->value),
               capture->first, parties);
  else
    ent_extraction_collect (extraction, capture->first, capture->end, parties);
  if (number == match_host (extraction, match))
    add_places (extraction, capture, parties);
}
