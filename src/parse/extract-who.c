/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/extract-candidate.h"

#include <string.h>

/* So many tokens behind a condition whom it is about may stand. */
#define CONDITION_REACH 6
/* So many tokens behind a word whom it acts on may stand. */
#define OBJECT_REACH 10
/* So many tokens before a match "which" may stand that begins its clause. */
#define RELATIVE_REACH 3
/* So many tokens behind a match whom it names may stand. */
#define BEHIND_REACH 14
/* So many tokens may stand between whose act it is and the word for it: "Russia's full-scale invasion". */
#define OWNER_REACH 4
/* And so many between "they" and what they will do. */
#define SIDES_REACH 6

/* Who takes part in what the sentence told last. */
static void
collect_told (const EntExtraction *extraction,
              EntParties          *parties)
{
  const EntMention *mention = ent_extraction_get_mention (extraction, extraction->touched);

  memset (parties, 0, sizeof *parties);
  for (guint i = 0; i < mention->n_actors; i++)
    ent_parties_add_actor (parties, mention->actors[i]);
}

static void
note_object (EntExtraction      *extraction,
             const EntRuleMatch *match,
             int                 number)
{
  if (number >= 0 && match->captures[number].first != ENT_CAPTURE_NONE && extraction->n_objects < ENT_MAX_OBJECTS)
    extraction->objects[extraction->n_objects++] = match->captures[number];
}

/* "French and German leaders will meet": who begins before a match and ends inside it stands before it, too. */
static guint32
find_subject_end (const EntExtraction *extraction,
                  const EntRuleMatch  *match)
{
  const EntActorPhrase *all = (const EntActorPhrase *) (gconstpointer) extraction->phrases->data;
  int next = ent_extraction_find_phrase_before (extraction, 0, match->first) + 1;

  if (next < (int) extraction->phrases->len && all[next].first < match->first && all[next].end < match->end)
    return all[next].end;
  return match->first;
}

/* Who stands before a match: in a list, who opened it; and with whom, where the captures do not tell. */
static void
read_subject (const EntExtraction *extraction,
              const EntRuleMatch  *match,
              EntParties          *subject)
{
  guint32 first = ent_extraction_get_sentence (extraction)->first;
  guint32 colon = ent_extraction_find_colon (extraction, match->first);
  guint32 clause = ent_extraction_get_clause (extraction, match->first);

  if (colon == 0)
    ent_extraction_find_subject (extraction, first, find_subject_end (extraction, match), subject);
  else if (ent_extraction_has_subject (extraction, clause, match->first))
    ent_extraction_find_subject (extraction, clause, match->first, subject);
  else
    ent_extraction_find_subject (extraction, first, colon, subject);
}

static gboolean
names_two (const EntExtraction *extraction,
           const EntRuleMatch  *match,
           int                  number)
{
  EntParties parties = { .n_actors = 0 };

  ent_extraction_collect_capture (extraction, match, number, &parties);
  return parties.n_actors > 1;
}

/* Whether a match tells of those who come together. */
static gboolean
is_gathering (EntKind kind)
{
  return kind == ENT_KIND_MEETING || kind == ENT_KIND_SUMMIT || kind == ENT_KIND_CALL || kind == ENT_KIND_MILITARY;
}

/* Whom a match names that has nobody for its subject: those in its own words, else those behind. */
static void
read_inside (const EntExtraction *extraction,
             const EntRuleMatch  *match,
             EntParties          *parties)
{
  for (guint32 at = match->first; at < match->end;)
    {
      const EntEdge *edge = ent_chart_find (extraction->chart, at, extraction->extractor->classes.actors);

      /* "will take place in Luxembourg": where, and not who. */
      if (edge != NULL
          && (!is_gathering ((EntKind) extraction->extractor->gives[match->rule].kind)
              || !ent_extraction_tells_where (extraction, match->first, at)))
        ent_extraction_collect (extraction, at, edge->end, parties);
      at = edge != NULL ? edge->end : at + 1;
    }
  if (parties->n_actors < 2)
    ent_extraction_read_behind (extraction, match, extraction->extractor->classes.betweens, parties);
}

/* "the Minister told Secretary Blinken at their meeting": two persons of two sides named before. */
static void
add_persons_before (const EntExtraction *extraction,
                    const EntRuleMatch  *match,
                    EntParties          *parties)
{
  guint32 first = ent_extraction_get_clause (extraction, match->first);

  for (guint32 at = first; at < match->first; at++)
    {
      const EntEdge *edge = ent_chart_find (extraction->chart, at, extraction->extractor->classes.actors);
      const EntActorPhrase *phrase;

      if (edge == NULL)
        continue;
      phrase = &g_array_index (extraction->phrases, EntActorPhrase, edge->value);
      if (phrase->kind == ENT_PHRASE_PERSON || phrase->kind == ENT_PHRASE_BACK || phrase->kind == ENT_PHRASE_SELF)
        ent_extraction_add_phrase (extraction, phrase, parties);
      at = edge->end - 1;
    }
}

/* 中智两国元首去年11月会晤: two who are named right before are the sides. */
static void
read_pair_before (const EntExtraction *extraction,
                  const EntRuleMatch  *match,
                  EntParties          *parties)
{
  EntParties pair = { .n_actors = 0 };

  ent_extraction_find_subject (extraction, ent_extraction_get_clause (extraction, match->first), match->first, &pair);
  if (pair.n_actors < 2)
    {
      memset (&pair, 0, sizeof pair);
      add_persons_before (extraction, match, &pair);
    }
  if (pair.n_actors == 2)
    ent_parties_join (parties, &pair);
}

/* "the NATO summit", "ASEAN leaders met": the body named right before is whose meeting it is. */
static void
read_body (const EntExtraction *extraction,
           const EntRuleMatch  *match,
           EntParties          *parties)
{
  const EntVocabulary *vocabulary = extraction->extractor->vocabulary;
  guint32 first = ent_extraction_get_sentence (extraction)->first;
  int at = ent_extraction_find_phrase_before (extraction, first, match->first);
  const EntActorPhrase *phrase = at >= 0 ? &g_array_index (extraction->phrases, EntActorPhrase, at) : NULL;

  if (phrase == NULL || phrase->end != match->first || phrase->kind != ENT_PHRASE_ACTOR
      || phrase->actor == ENT_ACTOR_NONE
      || ent_vocabulary_get_actor (vocabulary, phrase->actor)->actor_class != ENT_ACTOR_ORGANISATION)
    return;
  /* "A met B at the G20 summit": it is A's and B's. */
  if (parties->n_people > 0
      && ent_extraction_precedes (extraction, extraction->extractor->classes.locatives, first, phrase->first))
    return;
  memset (parties, 0, sizeof *parties);
  ent_parties_add_actor (parties, phrase->actor);
}

/* "following Iran's cyberattack", "the U.S. withdrawal": whose a happening is stands right before its word. */
static void
read_possessor (const EntExtraction *extraction,
                const EntRuleMatch  *match,
                EntParties          *parties)
{
  guint32 first = ent_extraction_get_sentence (extraction)->first;
  int at = ent_extraction_find_phrase_before (extraction, first, match->first);
  const EntActorPhrase *phrase = at >= 0 ? &g_array_index (extraction->phrases, EntActorPhrase, at) : NULL;
  guint32 end = phrase != NULL ? phrase->end : 0;

  /* Ideographs are all written together, whoever acts. */
  if (phrase == NULL || phrase->actor == ENT_ACTOR_NONE || ent_extraction_is_ideographic (extraction, match))
    return;
  while (end < match->first && extraction->tokens->tokens[end].flags & ENT_TOKEN_GLUED)
    end++; /* the possessive */
  if (end != match->first || end == phrase->end)
    return;
  memset (parties, 0, sizeof *parties);
  ent_parties_add (parties, phrase);
}

/* 举行中俄印三方外长会: states written together in a match are who meet. */
static void
read_written_together (const EntExtraction *extraction,
                       const EntRuleMatch  *match,
                       EntParties          *parties)
{
  const EntActorPhrase *all = (const EntActorPhrase *) (gconstpointer) extraction->phrases->data;
  guint32 places = extraction->extractor->classes.places;
  EntParties found = { .n_actors = 0 };

  for (int at = ent_extraction_find_phrase_before (extraction, match->first, match->end);
       at > 0 && all[at - 1].first >= match->first; at--)
    /* 在二十国集团领导人阿根廷峰会期间: where it is; so is 中美吉隆坡磋商. */
    if (all[at - 1].end == all[at].first && ent_chart_find (extraction->chart, all[at].first, places) == NULL
        && !ent_extraction_precedes (extraction, extraction->extractor->classes.locatives, match->first,
                                     all[at - 1].first))
      {
        ent_parties_add (&found, &all[at - 1]);
        ent_parties_add (&found, &all[at]);
      }
  if (found.n_actors > 1)
    *parties = found;
}

/* 习主席感谢俄方，并表示愿同普京总统会面: who acts with one side is not of it, but was named before. */
static void
find_other_subject (const EntExtraction *extraction,
                    const EntRuleMatch  *match,
                    guint16              side,
                    EntParties          *subject)
{
  const EntActorPhrase *all = (const EntActorPhrase *) (gconstpointer) extraction->phrases->data;
  guint32 first = ent_extraction_get_sentence (extraction)->first;
  int at = ent_extraction_find_phrase_before (extraction, first, match->first);
  EntParties other = { .n_actors = 0 };

  while (at >= 0 && all[at].actor == side)
    at--;
  if (at < 0 || all[at].first < first)
    return;
  ent_extraction_find_subject (extraction, first, all[at].end, &other);
  if (other.n_actors == 1 && other.actors[0] != side)
    *subject = other;
}

/* 美方抹黑香港，中方对此强烈谴责: who else a clause of the sentence before begins with, the last of them. */
static void
find_accused (const EntExtraction *extraction,
              const EntRuleMatch  *match,
              guint16              side,
              EntParties          *accused)
{
  const EntActorPhrase *all = (const EntActorPhrase *) (gconstpointer) extraction->phrases->data;
  guint32 first = ent_extraction_get_sentence (extraction)->first;

  for (int at = ent_extraction_find_phrase_before (extraction, first, match->first);
       at >= 0 && all[at].first >= first && accused->n_actors == 0; at--)
    if (all[at].actor != side && all[at].actor != ENT_ACTOR_NONE
        && ent_extraction_get_clause (extraction, all[at].first) == all[at].first)
      ent_parties_add_actor (accused, all[at].actor);
}

/* Who else the sentence before, of the same paragraph, began with. */
static void
find_last_other (const EntExtraction *extraction,
                 guint16              side,
                 EntParties          *other)
{
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);

  if (extraction->sentence == 0 || sentence[-1].paragraph != sentence->paragraph)
    return;
  for (guint i = 0; i < extraction->phrases->len && other->n_actors == 0; i++)
    {
      const EntActorPhrase *phrase = &g_array_index (extraction->phrases, EntActorPhrase, i);

      if (phrase->first >= sentence[-1].first && phrase->end <= sentence[-1].end && phrase->actor != side)
        ent_parties_add_actor (other, phrase->actor);
    }
}

/* "will meet the Prime Minister and sign a memorandum": with whom one signs is whom one meets. */
static void
add_told (const EntExtraction *extraction,
          EntParties          *parties)
{
  EntParties told;

  collect_told (extraction, &told);
  for (guint i = 0; i < told.n_actors; i++)
    if (told.actors[i] == parties->actors[0])
      {
        ent_parties_join (parties, &told);
        return;
      }
}

/* 对此已提出严正交涉: to whom, where the words do not say, was told before. */
static void
add_addressee (const EntExtraction *extraction,
               EntCandidate        *candidate)
{
  EntParties other = { .n_actors = 0 };

  /* 召见大使，表示强烈反对: that one. */
  if (extraction->touched >= 0
      && ent_extraction_get_mention (extraction, extraction->touched)->kind == ENT_KIND_PROTEST)
    {
      add_told (extraction, &candidate->parties);
      if (candidate->parties.n_actors > 1)
        return;
    }
  find_accused (extraction, candidate->match, candidate->parties.actors[0], &other);
  if (other.n_actors == 0)
    find_other_subject (extraction, candidate->match, candidate->parties.actors[0], &other);
  if (other.n_actors == 0)
    find_last_other (extraction, candidate->parties.actors[0], &other);
  if (other.n_actors == 1 && other.actors[0] != candidate->parties.actors[0])
    ent_parties_add_actor (&candidate->parties, other.actors[0]);
  else if (extraction->sides.n_actors == 2)
    ent_parties_join (&candidate->parties, &extraction->sides);
}

/* "China's recent imposition", "the Russian annexation", "the seizure by Russia": whose an act is that a noun tells. */
static void
read_owner (const EntExtraction *extraction,
            const EntRuleMatch  *match,
            EntParties          *parties)
{
  const EntToken *tokens = extraction->tokens->tokens;
  guint32 first = ent_extraction_get_sentence (extraction)->first;
  int at = ent_extraction_find_phrase_before (extraction, first, match->first);
  const EntActorPhrase *phrase = at >= 0 ? &g_array_index (extraction->phrases, EntActorPhrase, at) : NULL;
  guint32 end = phrase != NULL ? phrase->end : 0;
  gboolean owns;

  while (phrase != NULL && end < match->first && tokens[end].flags & ENT_TOKEN_GLUED
         && strchr (",;:()", extraction->tokens->text[tokens[end].start]) == NULL)
    end++; /* the possessive */
  owns = phrase != NULL && (end > phrase->end || (phrase->end > phrase->first && end == match->first));
  for (guint32 token = end; owns && token < match->first; token++)
    owns = tokens[token].kind == ENT_TOKEN_WORD || tokens[token].flags & ENT_TOKEN_GLUED;
  if (owns && match->first - end <= OWNER_REACH)
    ent_extraction_add_phrase (extraction, phrase, parties);
  else
    ent_extraction_read_behind (extraction, match, extraction->extractor->classes.agents, parties);
}

/* 与运输大臣会面: with whom one meets is told by an office alone, of whatever state. */
static gboolean
is_with_office (const EntExtraction *extraction,
                const EntCandidate  *candidate)
{
  const EntCapture *with = candidate->give->with >= 0 ? &candidate->match->captures[candidate->give->with] : NULL;

  return with != NULL && with->first != ENT_CAPTURE_NONE && ent_kind_is_contact (candidate->kind)
         && candidate->kind != ENT_KIND_VISIT && candidate->give->needs == 0
         && ent_extraction_is_ideographic (extraction, candidate->match)
         && !ent_extraction_has (extraction, extraction->extractor->classes.actors, with->first, with->end);
}

/* 国防部长赴立法院, "President Doe flew to" a town of his own: whom the clause names in office stays at home. */
static gboolean
is_at_home (const EntExtraction *extraction,
            const EntCandidate  *candidate,
            const EntParties    *subject)
{
  const EntCapture *host = candidate->give->host >= 0 ? &candidate->match->captures[candidate->give->host] : NULL;

  return candidate->kind == ENT_KIND_VISIT && host != NULL && host->first != ENT_CAPTURE_NONE && subject->n_people == 1
         && (candidate->status == ENT_STATUS_OCCURRED || ent_extraction_is_ideographic (extraction, candidate->match))
         && subject->people[0].first >= ent_extraction_get_clause (extraction, candidate->match->first)
         && subject->people[0].actor == subject->actors[0]
         && (ent_chart_find (extraction->chart, host->first, extraction->extractor->classes.places) != NULL
             || ent_chart_find (extraction->chart, host->first, extraction->extractor->classes.metonyms) != NULL);
}

/* "discussed after the talks between A and B": who have it with each other are all who do. */
static gboolean
is_between (const EntExtraction *extraction,
            const EntEventGive  *give,
            const EntRuleMatch  *match)
{
  const EntExtractor *extractor = extraction->extractor;
  guint32 betweens = extractor->classes.betweens;
  guint32 first;
  const EntEdge *word;

  if (!give->refers || give->with < 0 || match->captures[give->with].first == ENT_CAPTURE_NONE || betweens == 0
      || ent_extraction_is_ideographic (extraction, match))
    return FALSE;
  first = match->captures[give->with].first;
  while (first > match->first && ent_chart_find (extraction->chart, first - 1, extractor->classes.articles) != NULL)
    first--;
  word = first > match->first ? ent_chart_find (extraction->chart, first - 1, betweens) : NULL;
  return word != NULL && g_strcmp0 (ent_rule_set_get_value (extractor->rules, betweens, word->value), "pair") == 0
         && names_two (extraction, match, give->with);
}

/* Those who have it with each other: named in the match, right before it or behind, or else whom the statement is
 * about. */
static void
read_sides (const EntExtraction *extraction,
            const EntRuleMatch  *match,
            EntParties          *sides)
{
  read_inside (extraction, match, sides);
  if (sides->n_actors < 2)
    read_pair_before (extraction, match, sides);
  if (sides->n_actors < 2)
    ent_extraction_find_pair_behind (extraction, match, sides);
  if (sides->n_actors == 1)
    ent_parties_add_actor (sides, extraction->issuer);
  if (sides->n_actors < 2)
    ent_parties_join (sides, &extraction->sides);
  if (sides->n_actors < 2)
    ent_extraction_find_planners (extraction, match, sides);
  if (sides->n_actors < 2)
    ent_extraction_find_interlocutor (extraction, match, sides);
  ent_extraction_find_speaker (extraction, match, sides);
}

/* 召回德国驻伊朗大使: from where one is recalled. */
static void
add_seats (const EntExtraction *extraction,
           EntCandidate        *candidate)
{
  const EntRuleMatch *match = candidate->match;
  const EntActorPhrase *all = (const EntActorPhrase *) (gconstpointer) extraction->phrases->data;
  guint32 end = ent_extraction_get_sentence (extraction)->end;

  for (int i = ent_extraction_find_phrase_before (extraction, match->first, end);
       candidate->kind == ENT_KIND_EXPULSION && i >= 0 && all[i].first >= match->first; i--)
    if (all[i].first < match->end && all[i].seat != ENT_ACTOR_NONE)
      ent_parties_add_actor (&candidate->parties, all[i].seat);
}

static void
read_named (EntExtraction *extraction,
            EntCandidate  *candidate)
{
  const EntEventGive *give = candidate->give;
  const EntRuleMatch *match = candidate->match;
  EntParties subject = { .n_actors = 0 };
  gboolean inside = FALSE;

  ent_extraction_collect_capture (extraction, match, give->actor, &subject);
  if (give->actor >= 0 && match->captures[give->actor].first == match->first)
    ent_extraction_find_listed (extraction, match->first, &subject);
  ent_candidate_find_traveller (extraction, candidate, &subject);
  if (give->who == ENT_GIVE_WHO_SUBJECT && subject.n_actors == 0 && !is_between (extraction, give, match))
    read_subject (extraction, match, &subject);
  if (give->who == ENT_GIVE_WHO_SUBJECT && subject.n_actors == 0 && extraction->listing
      && !names_two (extraction, match, give->with))
    subject = extraction->listers;
  if (give->who == ENT_GIVE_WHO_SUBJECT)
    ent_extraction_find_blamed (extraction, match, candidate->kind, &subject);
  if (give->follows && !ent_candidate_find_doer (extraction, candidate, &subject))
    collect_told (extraction, &subject);
  if (give->who == ENT_GIVE_WHO_NEAR)
    ent_extraction_find_neighbour (extraction, match->first, &subject);
  if (give->who == ENT_GIVE_WHO_OWNER && subject.n_actors == 0)
    read_owner (extraction, match, &subject);
  if (give->who == ENT_GIVE_WHO_SIDES || give->who == ENT_GIVE_WHO_SUBJECT)
    ent_extraction_read_behind (extraction, match, extraction->extractor->classes.agents, &subject);
  if (give->who == ENT_GIVE_WHO_SIDES && subject.n_actors < 2)
    read_sides (extraction, match, &subject);
  if ((give->who == ENT_GIVE_WHO_SUBJECT || give->who == ENT_GIVE_WHO_NEAR || give->who == ENT_GIVE_WHO_OWNER)
      && subject.n_actors == 0)
    {
      read_inside (extraction, match, &subject);
      inside = subject.n_actors > 0;
    }
  if (give->who == ENT_GIVE_WHO_ISSUER)
    ent_parties_add_actor (&subject, extraction->issuer);
  if (is_gathering (candidate->kind) && ent_extraction_is_ideographic (extraction, match))
    {
      read_written_together (extraction, match, &subject);
      if (give->who == ENT_GIVE_WHO_SIDES && candidate->kind == ENT_KIND_MEETING)
        read_body (extraction, match, &subject);
    }
  else if ((candidate->kind == ENT_KIND_MEETING || candidate->kind == ENT_KIND_SUMMIT)
           && (give->who == ENT_GIVE_WHO_SUBJECT || give->who == ENT_GIVE_WHO_SIDES))
    read_body (extraction, match, &subject);
  if (give->leftover)
    read_possessor (extraction, match, &subject);
  candidate->subject = subject.n_actors > 0 ? subject.actors[0] : ENT_ACTOR_NONE;
  ent_extraction_collect_capture (extraction, match, give->with, &candidate->parties);
  ent_extraction_collect_capture (extraction, match, give->host, &candidate->parties);
  add_seats (extraction, candidate);
  candidate->unnamed = is_with_office (extraction, candidate);
  note_object (extraction, match, give->with);
  note_object (extraction, match, give->host);
  if (give->who == ENT_GIVE_WHO_SUBJECT)
    ent_extraction_find_companions (extraction, ent_extraction_get_clause (extraction, match->first), match->first,
                                    &candidate->parties);
  if (give->who == ENT_GIVE_WHO_SUBJECT && !inside && subject.n_actors == 1 && candidate->parties.n_actors == 1
      && subject.actors[0] == candidate->parties.actors[0])
    {
      candidate->homeward = is_at_home (extraction, candidate, &subject);
      if (ent_extraction_is_ideographic (extraction, match))
        find_other_subject (extraction, match, subject.actors[0], &subject);
      candidate->subject = subject.actors[0];
    }
  candidate->agent = inside ? ENT_ACTOR_NONE : ent_candidate_find_agent (extraction, candidate, &subject);
  /* 将向土耳其提供: who is named only as the other side is not who acts. */
  if (inside && candidate->parties.n_actors > 0)
    candidate->subject = ENT_ACTOR_NONE;
  candidate->named = inside || candidate->parties.n_actors > 0 || candidate->parties.n_people > 0;
  ent_parties_join (&subject, &candidate->parties);
  candidate->parties = subject;
}

/* "if Russia further invades": whom a threat is for stands behind its condition. */
static void
add_threatened (const EntExtraction *extraction,
                EntCandidate        *candidate)
{
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);

  for (guint32 at = sentence->first; at < sentence->end && candidate->parties.n_actors < 2; at++)
    if (ent_extraction_has (extraction, extraction->extractor->classes.conditions, at, at + 1)
        || (at == sentence->first
            && ent_chart_find (extraction->chart, at, extraction->extractor->classes.inversions) != NULL))
      ent_extraction_collect (extraction, at, MIN (at + CONDITION_REACH, sentence->end), &candidate->parties);
  /* "such steps will not go unanswered": nobody else can answer them. */
  if (candidate->parties.n_actors == 0 && !ent_extraction_is_ideographic (extraction, candidate->match))
    ent_parties_add_actor (&candidate->parties, extraction->issuer);
}

/* What the issuer does, where nobody is named who does it: 将向土耳其提供援助, "such steps will not go unanswered". */
static gboolean
is_done_by_issuer (EntKind kind)
{
  return kind == ENT_KIND_VISIT || kind == ENT_KIND_COMMITMENT || kind == ENT_KIND_DELIVERY || kind == ENT_KIND_WARNING;
}

/* 日本捐贈疫苗: what others do, in Chinese, and nobody is named for whom, they do to the issuer. */
static gboolean
is_done_to_issuer (const EntExtraction *extraction,
                   const EntCandidate  *candidate)
{
  return ent_extraction_is_ideographic (extraction, candidate->match) && candidate->subject != ENT_ACTOR_NONE
         && candidate->subject != extraction->issuer && candidate->status == ENT_STATUS_OCCURRED
         && (candidate->kind == ENT_KIND_DELIVERY || candidate->kind == ENT_KIND_EXPULSION);
}

/* "The two presidents met": who met is told before. */
static gboolean
is_by_leaders (const EntExtraction *extraction,
               const EntRuleMatch  *match)
{
  guint32 clause = ent_extraction_get_clause (extraction, match->first);
  guint32 first = ent_extraction_get_sentence (extraction)->first;

  /* 两国领导人商定，10月再次会晤: a clause without a subject has that of the one before. */
  if (ent_extraction_is_ideographic (extraction, match) && clause > first
      && !ent_extraction_has_subject (extraction, clause, match->first))
    {
      /* 元首会晤决定成立工作组，该工作组举行了会议 */
      if (ent_extraction_has (extraction, extraction->extractor->classes.lowers, clause, match->first))
        return FALSE;
      clause = ent_extraction_get_clause (extraction, clause - 1);
    }
  for (guint32 at = clause; at < match->first; at++)
    {
      const EntEdge *leaders = ent_chart_find (extraction->chart, at, extraction->extractor->classes.leaders);

      /* "the group, which the two Presidents created, will meet": they do so in an aside. */
      if (leaders != NULL && leaders->end <= match->first
          && !ent_extraction_precedes (extraction, extraction->extractor->classes.relatives, clause, at))
        return TRUE;
    }
  return FALSE;
}

/* "The two Presidents welcomed the talks between Peru and Chile": whether who takes part is of those words for the
 * statement's sides. */
static gboolean
is_of_sides (const EntExtraction *extraction,
             const EntCandidate  *candidate)
{
  const EntParties *parties = &candidate->parties;

  if (candidate->give->with < 0 || parties->n_actors < 2 || extraction->sides.n_actors < 2)
    return TRUE;
  for (guint i = 0; i < parties->n_actors; i++)
    if (ent_parties_have (&extraction->sides, parties->actors[i]))
      return TRUE;
  return FALSE;
}

/* Whether the sentence names a person up to the end of the match. */
static gboolean
names_person (const EntExtraction *extraction,
              const EntRuleMatch  *match)
{
  EntParties parties = { .n_actors = 0 };

  for (guint32 at = ent_extraction_get_sentence (extraction)->first; at < match->end; at++)
    {
      const EntEdge *edge = ent_chart_find (extraction->chart, at, extraction->extractor->classes.actors);

      if (edge != NULL && g_array_index (extraction->phrases, EntActorPhrase, edge->value).kind != ENT_PHRASE_SIDES)
        ent_extraction_collect (extraction, at, edge->end, &parties);
    }
  return parties.n_people > 0;
}

/* "They looked forward to meeting in Bali": those who talk will meet themselves. */
static gboolean
is_by_sides (const EntExtraction *extraction,
             const EntCandidate  *candidate)
{
  guint32 clause = ent_extraction_get_clause (extraction, candidate->match->first);

  if ((candidate->give->who != ENT_GIVE_WHO_SUBJECT && candidate->give->who != ENT_GIVE_WHO_SIDES)
      || ent_extraction_is_ideographic (extraction, candidate->match))
    return FALSE;
  clause = MAX (clause + SIDES_REACH, candidate->match->first) - SIDES_REACH;
  for (guint32 at = clause; at < candidate->match->first; at++)
    {
      const EntEdge *edge = ent_chart_find (extraction->chart, at, extraction->extractor->classes.actors);

      if (edge != NULL)
        return g_array_index (extraction->phrases, EntActorPhrase, edge->value).kind == ENT_PHRASE_SIDES
               && ent_parties_are_leaders (&candidate->parties);
    }
  return FALSE;
}

/* "The Chiefs will gather in May": where the words name no side, it is those whom the statement is about. */
static void
add_unnamed (const EntExtraction *extraction,
             EntParties          *parties)
{
  if (extraction->sides.n_actors > 1)
    ent_parties_join (parties, &extraction->sides);
  else if (extraction->titled.n_actors > 1)
    ent_parties_join (parties, &extraction->titled);
  else
    ent_parties_add_actor (parties, extraction->issuer);
}

/* 会见法国外长: where a statement names only whom one meets, its issuer's own side meets them; so with whom one signs:
 * "The two ministers signed an agreement with Chile". */
static gboolean
is_met_by_issuer (const EntExtraction *extraction,
                  const EntCandidate  *candidate)
{
  return ((ent_kind_is_contact (candidate->kind) && candidate->kind != ENT_KIND_VISIT)
          || (candidate->kind == ENT_KIND_AGREEMENT
              && !ent_extraction_is_ideographic (extraction, candidate->match)))
         && candidate->parties.n_actors == 1 && candidate->named && candidate->give->with >= 0
         && !ent_candidate_is_of_members (extraction, candidate)
         && (candidate->subject == ENT_ACTOR_NONE || candidate->subject == candidate->parties.actors[0]);
}

/* "Allies agreed to assist": whoever is not named and promises together are the statement's. */
static gboolean
is_agreed (const EntExtraction *extraction,
           const EntCandidate  *candidate)
{
  guint32 first = candidate->match->first;
  guint32 clause = ent_extraction_get_clause (extraction, first);

  /* "Agree to their proposal" is an order. */
  if (first == ent_extraction_get_sentence (extraction)->first)
    return FALSE;
  return (candidate->kind == ENT_KIND_COMMITMENT || candidate->kind == ENT_KIND_MECHANISM)
         && candidate->status == ENT_STATUS_PLANNED && !ent_extraction_is_ideographic (extraction, candidate->match)
         && !ent_extraction_has (extraction, extraction->extractor->classes.relatives,
                                 MAX (clause + RELATIVE_REACH, first) - RELATIVE_REACH, first);
}

/* Whether the only one named is whom one visits: "thanked her host for the invitation to visit Israel". */
static gboolean
is_host (const EntExtraction *extraction,
         const EntCandidate  *candidate)
{
  EntParties host = { .n_actors = 0 };

  ent_extraction_collect_capture (extraction, candidate->match, candidate->give->host, &host);
  return host.n_actors == 1 && host.actors[0] == candidate->parties.actors[0]
         && extraction->sides.n_actors == 2
         && (extraction->sides.actors[0] == host.actors[0] || extraction->sides.actors[1] == host.actors[0]);
}

/* "will train Ukrainian pilots", "pledged to supply vaccines to Nepal": whom a promise of help is made to. */
static void
add_helped (const EntExtraction *extraction,
            EntCandidate        *candidate)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  const EntRuleMatch *match = candidate->match;
  guint32 end = MIN (ent_extraction_get_sentence (extraction)->end, match->end + BEHIND_REACH);
  guint32 at = match->first;

  while (at < end && !ent_extraction_has (extraction, classes->helping, at, at + 1))
    at++;
  for (at++; at < end; at++)
    {
      const EntEdge *actor = ent_chart_find (extraction->chart, at, classes->actors);

      if (extraction->tokens->tokens[at].kind == ENT_TOKEN_PUNCT
          && extraction->tokens->text[extraction->tokens->tokens[at].start] == ';')
        return;
      if (ent_extraction_ends_clause (extraction, at)
          && ent_extraction_has (extraction, classes->next_acts, at, at + 1))
        return;
      if (actor == NULL
          || (ent_extraction_precedes (extraction, classes->prepositions, match->first, at)
              && !ent_extraction_precedes (extraction, classes->postings, match->first, at)))
        continue;
      ent_extraction_collect_list (extraction, at, &candidate->parties);
      return;
    }
  /* "France will supply dozens of vehicles", in talks with Ukraine. */
  if (at > match->first + 1 && extraction->reported >= 0 && extraction->sides.n_actors == 2
      && ent_extraction_has (extraction, classes->helping, match->first, match->end)
      && (extraction->sides.actors[0] == candidate->parties.actors[0]
          || extraction->sides.actors[1] == candidate->parties.actors[0]))
    for (guint i = 0; i < 2; i++)
      ent_parties_add_actor (&candidate->parties, extraction->sides.actors[i]);
}

/* "the lifting of the restrictions in March": an act without an owner is between those whom the statement is about,
 * unless it is one that is told of whomever. */
static gboolean
is_of_statement (const EntCandidate *candidate)
{
  return candidate->give->who == ENT_GIVE_WHO_OWNER && candidate->kind != ENT_KIND_MILITARY
         && candidate->kind != ENT_KIND_STATEMENT && candidate->kind != ENT_KIND_PROTEST;
}

/* Whom one word acts on: those named behind it up to a mark or a date. */
static void
collect_after (const EntExtraction *extraction,
               const EntRuleMatch  *match,
               EntParties          *parties)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  const EntToken *tokens = extraction->tokens->tokens;
  guint32 end = MIN (ent_extraction_get_sentence (extraction)->end, match->end + OBJECT_REACH);
  guint32 at = match->end;

  while (at < end && tokens[at].kind != ENT_TOKEN_PUNCT
         && ent_chart_find (extraction->chart, at, classes->dates) == NULL)
    at++;
  ent_extraction_collect (extraction, match->end, at, parties);
}

/* Whom one word acts on. "She returns to Washington": who goes home visits nobody. */
static void
read_object (const EntExtraction *extraction,
             EntCandidate        *candidate)
{
  EntParties after = { .n_actors = 0 };

  collect_after (extraction, candidate->match, &after);
  candidate->homeward = candidate->kind == ENT_KIND_VISIT && candidate->parties.n_actors < 2 && after.n_actors == 1
                        && after.actors[0]
                             == (candidate->parties.n_actors == 1 ? candidate->parties.actors[0] : extraction->issuer)
                        && !ent_extraction_is_ideographic (extraction, candidate->match);
  ent_parties_join (&candidate->parties, &after);
}

/* "suspended Guinea's participation": on which state one acts may stand among the words of the match; "the Red Cross
 * talks" are only called so. */
static void
add_object_inside (const EntExtraction *extraction,
                   EntCandidate        *candidate)
{
  EntParties inside = { .n_actors = 0 };

  ent_extraction_collect (extraction, candidate->match->first, candidate->match->end, &inside);
  for (guint i = 0; i < inside.n_actors; i++)
    if (ent_vocabulary_get_actor (extraction->extractor->vocabulary, inside.actors[i])->actor_class
        == ENT_ACTOR_STATE)
      ent_parties_add_actor (&candidate->parties, inside.actors[i]);
}

/**
 * ent_candidate_read_parties:
 * @extraction: the state of reading
 * @candidate: a match whose kind, date and status are found
 *
 * Finds out who takes part: whom the captures and the words before name, or whom the statement is about.
 */
void
ent_candidate_read_parties (EntExtraction *extraction,
                            EntCandidate  *candidate)
{
  const EntEventGive *give = candidate->give;

  read_named (extraction, candidate);
  if (give->leftover)
    read_object (extraction, candidate);
  /* "Peru and Chile will send grain to Haiti": so it is where several promise. */
  if (candidate->kind == ENT_KIND_COMMITMENT
      && (candidate->parties.n_actors == 1
          || (candidate->give->with < 0 && !ent_extraction_is_ideographic (extraction, candidate->match))))
    add_helped (extraction, candidate);
  if (candidate->kind == ENT_KIND_COMMITMENT && candidate->parties.n_actors == 1)
    ent_candidate_add_target (extraction, candidate);
  if (candidate->kind == ENT_KIND_WARNING)
    add_threatened (extraction, candidate);
  /* 10月4日，又发射导弹: in Chinese, who did the one before goes on. */
  if (candidate->parties.n_actors == 0 && candidate->kind == ENT_KIND_MILITARY && give->who == ENT_GIVE_WHO_SUBJECT
      && candidate->dated && ent_extraction_is_ideographic (extraction, candidate->match))
    ent_parties_add_actor (&candidate->parties, ent_extraction_find_last_subject (extraction));
  if (candidate->parties.n_actors == 0 && give->who == ENT_GIVE_WHO_SUBJECT && candidate->kind == ENT_KIND_AGREEMENT
      && extraction->sides.n_actors < 2)
    ent_extraction_find_pair_behind (extraction, candidate->match, &candidate->parties);
  if (candidate->kind == ENT_KIND_MILITARY && candidate->parties.n_actors < 2)
    ent_candidate_add_place (extraction, candidate);
  if (candidate->parties.n_actors == 0
      && (give->who == ENT_GIVE_WHO_SUBJECT || is_of_statement (candidate)
          || (give->who == ENT_GIVE_WHO_NEAR && ent_kind_is_contact (candidate->kind)))
      && (candidate->dated || give->undated == ENT_GIVE_UNDATED_STATEMENT || is_agreed (extraction, candidate)))
    add_unnamed (extraction, &candidate->parties);
  if ((candidate->kind == ENT_KIND_AGREEMENT
       || ent_extraction_has (extraction, extraction->extractor->classes.togethers, candidate->match->first,
                              candidate->match->first + 1))
      && candidate->parties.n_actors == 1 && extraction->touched >= 0)
    add_told (extraction, &candidate->parties);
  /* "broke off relations with Peru and gave its diplomats a week": those of whom the sentence told. */
  if (ent_kind_is_directed (candidate->kind) && candidate->parties.n_actors == 1 && extraction->touched >= 0
      && !candidate->named
      && (!ent_extraction_is_ideographic (extraction, candidate->match)
          || (candidate->kind == ENT_KIND_EXPULSION
              && ent_extraction_get_mention (extraction, extraction->touched)->kind == candidate->kind)))
    add_told (extraction, &candidate->parties);
  if (is_met_by_issuer (extraction, candidate))
    ent_parties_add_actor (&candidate->parties, extraction->issuer);
  if (candidate->kind == ENT_KIND_MILITARY && candidate->parties.n_actors == 0 && candidate->dated
      && give->who == ENT_GIVE_WHO_OWNER && !ent_extraction_is_ideographic (extraction, candidate->match))
    ent_candidate_add_scene (extraction, candidate);
  if (candidate->kind == ENT_KIND_VISIT && candidate->parties.n_actors == 1 && is_host (extraction, candidate))
    add_unnamed (extraction, &candidate->parties);
  if (candidate->parties.n_actors == 1
      /* Where only the other is named, the issuer tells of its own; one does not expel one's own. */
      && ((ent_kind_is_directed (candidate->kind)
           && (candidate->named || give->passive || candidate->kind == ENT_KIND_EXPULSION))
          || is_done_to_issuer (extraction, candidate)
          || (is_done_by_issuer (candidate->kind) && candidate->subject == ENT_ACTOR_NONE)))
    ent_parties_add_actor (&candidate->parties, extraction->issuer);
  if ((candidate->kind == ENT_KIND_SUSPENSION || candidate->kind == ENT_KIND_SANCTION)
      && candidate->parties.n_actors == 1 && !ent_extraction_is_ideographic (extraction, candidate->match))
    add_object_inside (extraction, candidate);
  if (candidate->kind == ENT_KIND_SANCTION)
    ent_candidate_complete_measure (extraction, candidate);
  if (candidate->kind == ENT_KIND_PROTEST && candidate->parties.n_actors == 1 && !candidate->named
      && ent_extraction_is_ideographic (extraction, candidate->match))
    add_addressee (extraction, candidate);
  /* "The Under Secretary will travel to Jamaica and Belize": the issuer's own. */
  if (candidate->kind == ENT_KIND_VISIT && candidate->parties.n_actors > 1 && candidate->subject == ENT_ACTOR_NONE
      && candidate->give->with < 0 && give->who == ENT_GIVE_WHO_SUBJECT
      && !ent_extraction_is_ideographic (extraction, candidate->match))
    ent_parties_add_actor (&candidate->parties, extraction->issuer);
  ent_candidate_add_behind (extraction, candidate);
  ent_candidate_settle_on_journey (extraction, candidate);
  ent_candidate_settle_abroad (extraction, candidate);
  candidate->names_person = (candidate->status == ENT_STATUS_PLANNED || candidate->kind == ENT_KIND_MEETING)
                            && names_person (extraction, candidate->match);
  candidate->by_name = candidate->status != ENT_STATUS_PLANNED || candidate->names_person
                       || is_by_sides (extraction, candidate);
  candidate->apart = ent_extraction_is_apart (extraction, candidate->match);
  candidate->leaders = is_by_leaders (extraction, candidate->match) && is_of_sides (extraction, candidate);
}
