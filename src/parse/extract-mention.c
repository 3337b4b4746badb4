/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/extract-candidate.h"

#include <string.h>

/* News is at most so many days old. */
#define NEWS_DAYS 3
/* What is told as news of a longer visit has the statement's own date. */
#define NEWS_WIDTH 14
/* So many tokens behind a match its place may stand. */
#define PLACE_REACH 12
/* So many tokens from an act a word of blame may stand. */
#define ACCUSAL_REACH 8
/* "when the President last met": so far before the verb what says that it was some time before may stand. */
#define SOMETIME_REACH 7

/* 加利福尼亚州安纳伯格庄园: of places written one after the other in ideographs the last lies in those before. In English
 * it stands first. */
static const EntEdge *
find_inner_place (const EntExtraction *extraction,
                  const EntEdge       *place)
{
  const EntExtractor *extractor = extraction->extractor;
  const EntToken *tokens = extraction->tokens->tokens;
  guint32 end = ent_extraction_get_sentence (extraction)->end;

  for (guint32 at = place->end; at < end && at <= place->end + 1 && tokens[at].kind == ENT_TOKEN_CJK; at++)
    {
      const EntEdge *next = ent_chart_find (extraction->chart, at, extractor->classes.places);

      if (next == NULL)
        continue;
      place = next;
      at = next->end - 1;
    }
  return place;
}

/**
 * ent_extraction_find_place:
 * @extraction: the state of reading
 * @match: a match
 *
 * Returns: (nullable): the place that it names, or that stands right behind it
 */
const EntTerm *
ent_extraction_find_place (const EntExtraction *extraction,
                           const EntRuleMatch  *match)
{
  const EntExtractor *extractor = extraction->extractor;
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);
  guint32 end = MIN (sentence->end, match->end + PLACE_REACH);

  for (guint32 at = match->first; at < end; at++)
    {
      const EntEdge *edge = ent_chart_find (extraction->chart, at, extractor->classes.places);

      /* "met him there and will travel to Nairobi" */
      if (at >= match->end && ent_chart_find (extraction->chart, at, extractor->classes.future) != NULL)
        return NULL;
      if (edge == NULL || !ent_actor_stage_fits (extractor->actors, extraction->chart, edge))
        continue;
      if (at < match->end || ent_chart_find (extraction->chart, at - 1, extractor->classes.locatives) != NULL)
        return &extractor->terms[find_inner_place (extraction, edge)->value];
    }
  return NULL;
}

static char *
dup_words (const EntExtraction *extraction,
           EntSpan              span)
{
  GString *words = g_string_sized_new (span.end - span.start);
  const char *text = extraction->tokens->text;

  for (guint32 i = span.start; i < span.end; i++)
    {
      gboolean space = g_ascii_isspace (text[i]);

      if (!space)
        g_string_append_c (words, text[i]);
      else if (words->len > 0 && words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }
  return g_string_free (words, FALSE);
}

/* "The President said that this is what the communiqué of 1972 began": whoever has the office now, and is not told by
 * name here, took no part then. */
static gboolean
came_later (const EntExtraction  *extraction,
            const EntActorPhrase *person,
            EntEdtf               date)
{
  /* After the last sentence all that the statement names is before it. */
  gboolean is_named = !person->bare
                      && (extraction->sentence == extraction->tokens->n_sentences
                          || person->first >= ent_extraction_get_sentence (extraction)->first);

  return !is_named && person->name != NULL
         && ent_edtf_latest (date)
              < ent_actor_stage_get_first_day (extraction->extractor->actors, person->actor, person->name);
}

static void
add_people (const EntExtraction *extraction,
            EntMention          *mention,
            const EntParties    *parties)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new ();

  for (char **name = mention->people; name != NULL && *name != NULL; name++)
    g_ptr_array_add (people, g_steal_pointer (name));
  g_clear_pointer (&mention->people, g_free);
  for (guint i = 0; i < parties->n_people; i++)
    {
      const EntActorPhrase *person = &parties->people[i];
      char *name = NULL;

      if (came_later (extraction, person, mention->date))
        continue;
      if (person->name != NULL)
        name = g_strdup (person->name);
      else if (person->words.end > person->words.start)
        name = dup_words (extraction, person->words);
      if (name != NULL && !g_ptr_array_find_with_equal_func (people, name, g_str_equal, NULL))
        g_ptr_array_add (people, g_steal_pointer (&name));
      g_free (name);
    }
  if (people->len == 0)
    return;
  g_ptr_array_add (people, NULL);
  mention->people = (char **) g_ptr_array_steal (people, NULL);
}

/**
 * ent_extraction_add_parties:
 * @extraction: the state of reading
 * @mention: a mention
 * @parties: who takes part in it
 */
void
ent_extraction_add_parties (const EntExtraction *extraction,
                            EntMention          *mention,
                            const EntParties    *parties)
{
  EntLevel level = ent_parties_get_level (parties);

  for (guint i = 0; i < parties->n_actors; i++)
    ent_mention_add_actor (mention, parties->actors[i]);
  for (guint i = 0; i < parties->n_people; i++)
    if (parties->people[i].actor == ENT_ACTOR_NONE)
      mention->doubts |= ENT_DOUBT_UNRESOLVED_NAME;
  add_people (extraction, mention, parties);
  if (mention->level == ENT_LEVEL_NONE)
    mention->level = level;
}

/**
 * ent_extraction_add_evidence:
 * @extraction: the state of reading
 * @mention: a mention
 * @sentence: a sentence that tells of it
 */
void
ent_extraction_add_evidence (EntExtraction *extraction,
                             EntMention    *mention,
                             guint          sentence)
{
  const EntSentence *s = &extraction->tokens->sentences[sentence];
  const EntToken *tokens = extraction->tokens->tokens;
  EntSpan span = { tokens[s->first].start, tokens[s->end - 1].end };
  guint at = mention->evidence->len;

  while (at > 0 && g_array_index (mention->evidence, EntSpan, at - 1).start >= span.start)
    at--;
  if (at < mention->evidence->len && g_array_index (mention->evidence, EntSpan, at).start == span.start)
    return;
  g_array_insert_val (mention->evidence, at, span);
  mention->topics |= g_array_index (extraction->facts, EntSentenceFacts, sentence).topics;
}

static EntEdtf
open_from (EntEdtf anchor)
{
  return ent_edtf_interval (ent_edtf_is_interval (anchor) ? anchor.end : anchor.start, ent_edtf_point_open ());
}

static EntEdtf
open_until (EntEdtf anchor)
{
  return ent_edtf_interval (ent_edtf_point_open (), anchor.start);
}

/* 3月27日至4月1日访华…31日，总理会见主席。两国领导人同意提升关系: of a visit of several days, the day of the talks that
 * the paragraph told last, between the same. */
static gboolean
find_day_of_talks (const EntExtraction *extraction,
                   const EntCandidate  *candidate,
                   EntEdtf             *date)
{
  const EntTokens *tokens = extraction->tokens;
  guint32 begin = tokens->tokens[tokens->sentences[extraction->paragraph].first].start;
  const EntMention *reported = ent_extraction_get_mention (extraction, extraction->reported);

  if (reported->kind != ENT_KIND_VISIT || !ent_extraction_is_ideographic (extraction, candidate->match))
    return FALSE;
  for (guint i = extraction->mentions->len; i > extraction->first; i--)
    {
      const EntMention *talks = ent_extraction_get_mention (extraction, (int) i - 1);

      if (talks->at < begin)
        return FALSE;
      if (!ent_kind_is_contact (talks->kind) || talks->kind == ENT_KIND_VISIT || talks->status != ENT_STATUS_OCCURRED
          || !ent_edtf_is_day (talks->date) || !ent_edtf_overlaps (talks->date, reported->date)
          || !ent_parties_cover (&candidate->parties, talks))
        continue;
      *date = talks->date;
      return TRUE;
    }
  return FALSE;
}

/* "On May 16, A held talks with B. The two signed a statement", where nothing is reported yet: of the day of the
 * contact that was told right before, between the same. */
static gboolean
find_day_told (const EntExtraction *extraction,
               const EntCandidate  *candidate,
               EntEdtf             *date)
{
  const EntMention *told;

  if (extraction->mentions->len == extraction->first || ent_extraction_is_ideographic (extraction, candidate->match))
    return FALSE;
  told = ent_extraction_get_mention (extraction, (int) extraction->mentions->len - 1);
  if (!ent_kind_is_contact (told->kind) || told->kind == ENT_KIND_VISIT || told->status != ENT_STATUS_OCCURRED
      || !ent_edtf_is_day (told->date) || told->n_actors < 2 || ent_edtf_earliest (told->date) > extraction->day
      || ent_edtf_earliest (told->date) < extraction->day - NEWS_DAYS || !ent_parties_cover (&candidate->parties, told))
    return FALSE;
  *date = ent_edtf_day (ent_edtf_earliest (told->date));
  return TRUE;
}

/* The date of what is told as news: that of what the statement reports, or the statement's own. */
static EntEdtf
get_news_date (const EntExtraction *extraction,
               const EntCandidate  *candidate)
{
  const EntMention *reported;
  EntEdtf day;
  EntDay earliest;

  if (find_day_told (extraction, candidate, &day))
    return day;
  if (extraction->reported < 0)
    return extraction->today;
  reported = ent_extraction_get_mention (extraction, extraction->reported);
  earliest = ent_edtf_earliest (reported->date);
  if (!ent_extraction_is_reportable (extraction, reported->date) || earliest == ENT_DAY_OPEN_START
      || ent_edtf_latest (reported->date) - earliest > NEWS_WIDTH
      || (!ent_kind_is_contact (reported->kind) && extraction->day != ENT_DAY_OPEN_START
          && earliest < extraction->day - 1))
    return extraction->today;
  /* 甲方20日宣布制裁…乙方已提出交涉: one protests when one says so, not when what is protested against was done. */
  if (candidate->kind == ENT_KIND_PROTEST && !ent_kind_is_contact (reported->kind)
      && reported->kind != ENT_KIND_PROTEST && ent_extraction_is_ideographic (extraction, candidate->match))
    return extraction->today;
  if (find_day_of_talks (extraction, candidate, &day))
    return day;
  /* What was signed during a visit was so on one of its days. */
  return ent_edtf_is_day (reported->date) ? ent_edtf_day (earliest) : reported->date;
}

/* 会谈后，部长还与议长会面。: in the report of a contact, a clause that ends with whom somebody else met tells of one more. */
static gboolean
is_told_in_turn (const EntExtraction *extraction,
                 const EntCandidate  *candidate)
{
  const EntRuleMatch *match = candidate->match;
  EntParties with = { .n_actors = 0 };

  if (extraction->reported < 0 || candidate->subject == ENT_ACTOR_NONE
      || !ent_kind_is_contact (ent_extraction_get_mention (extraction, extraction->reported)->kind)
      || extraction->tokens->tokens[match->end - 1].kind == ENT_TOKEN_PUNCT
      || (match->end < ent_extraction_get_sentence (extraction)->end
          && extraction->tokens->tokens[match->end].kind != ENT_TOKEN_PUNCT))
    return FALSE;
  ent_extraction_collect_capture (extraction, match, candidate->give->with, &with);
  return with.n_people > 0 || candidate->unnamed;
}

/**
 * ent_candidate_is_told_contact:
 * @extraction: the state of reading
 * @candidate: a match on the way to an event
 *
 * Returns: whether it is a contact told by a verb that names with whom: "She also met the Speaker of Parliament"
 */
gboolean
ent_candidate_is_told_contact (const EntExtraction *extraction,
                               const EntCandidate  *candidate)
{
  const EntEventGive *give = candidate->give;

  /* 同美方通过对话解决: an ideographic verb tells of no past without a word for it. */
  if (ent_extraction_is_ideographic (extraction, candidate->match)
      && !ent_extraction_has (extraction, extraction->extractor->classes.dones,
                              ent_extraction_get_clause (extraction, candidate->match->first), candidate->match->end)
      && !is_told_in_turn (extraction, candidate))
    return FALSE;

  return ent_kind_is_contact (candidate->kind) && candidate->kind != ENT_KIND_VISIT && !give->refers
         && !candidate->wished && candidate->named && candidate->parties.n_actors > 1 && give->role == ENT_GIVE_ANY;
}

/* Whether those who take part are the statement's sides. */
static gboolean
are_sides (const EntParties *parties,
           const EntParties *sides)
{
  guint n_both = 0;

  for (guint i = 0; i < parties->n_actors; i++)
    for (guint j = 0; j < sides->n_actors; j++)
      n_both += parties->actors[i] == sides->actors[j];
  return n_both == parties->n_actors && sides->n_actors > 1;
}

/* "launched a dialogue on Friday. The two held the first session in Seoul": what is told as done by a verb, of the
 * sides and of no time, is as new as the rest. */
static gboolean
is_contact_of_sides (const EntExtraction *extraction,
                     const EntCandidate  *candidate)
{
  const EntEventGive *give = candidate->give;

  return (candidate->kind == ENT_KIND_MEETING || candidate->kind == ENT_KIND_SUMMIT)
         && give->status == ENT_GIVE_STATUS_OCCURRED && give->who == ENT_GIVE_WHO_SUBJECT && give->role == ENT_GIVE_ANY
         && !give->refers && !give->leftover && candidate->parties.n_actors > 1
         && are_sides (&candidate->parties, &extraction->sides)
         && !ent_extraction_is_ideographic (extraction, candidate->match);
}

/* "when I met him in Geneva", "has spoken with them twice": a contact of some time before, and no news. */
static gboolean
was_sometime (const EntExtraction *extraction,
              const EntCandidate  *candidate)
{
  const EntExtractor *extractor = extraction->extractor;
  guint32 verb = candidate->match->first;
  guint32 clause = ent_extraction_get_clause (extraction, verb);

  for (guint32 at = MAX (clause + SOMETIME_REACH, verb) - SOMETIME_REACH; at < verb; at++)
    {
      const EntEdge *edge = ent_chart_find (extraction->chart, at, extractor->classes.sometimes);
      const char *value;

      if (edge == NULL || edge->end > verb)
        continue;
      value = ent_rule_set_get_value (extractor->rules, extractor->classes.sometimes, edge->value);
      if (g_strcmp0 (value, "none") != 0 && (g_strcmp0 (value, "perfect") != 0 || edge->end + 1 >= verb))
        return TRUE;
    }
  return FALSE;
}

/* Gives what is to be an event its date. Returns whether it has one. */
static gboolean
set_date (const EntExtraction *extraction,
          const EntCandidate  *candidate,
          gboolean             reported,
          EntMention          *mention)
{
  mention->date = candidate->date;
  mention->basis = candidate->basis;
  if (candidate->dated)
    {
      if (candidate->basis == ENT_EVENT_DATE_INFERRED)
        mention->doubts |= ENT_DOUBT_YEAR_INFERRED;
      return TRUE;
    }
  if (ent_edtf_is_none (extraction->anchor))
    return FALSE;
  mention->basis = ENT_EVENT_DATE_STATEMENT;
  if (candidate->status == ENT_STATUS_OCCURRED
      && (candidate->give->undated == ENT_GIVE_UNDATED_STATEMENT || candidate->news
          || (!was_sometime (extraction, candidate)
              && (ent_candidate_is_told_contact (extraction, candidate)
                  || is_contact_of_sides (extraction, candidate)))))
    reported = TRUE;
  mention->doubts |= reported ? ENT_DOUBT_ISSUE_DATE : ENT_DOUBT_OPEN_DATE;
  if (reported)
    mention->date = ent_candidate_get_days_before (extraction, candidate, get_news_date (extraction, candidate));
  else if (candidate->status != ENT_STATUS_OCCURRED
           && (!candidate->refuted || candidate->kind == ENT_KIND_COMMITMENT)
           /* "The meeting did not take place": that was some time before. */
           && (candidate->status != ENT_STATUS_DENIED || candidate->give->undated != ENT_GIVE_UNDATED_OPEN))
    mention->date = open_from (extraction->anchor);
  else
    mention->date = open_until (extraction->anchor);
  return TRUE;
}

static EntRole
find_role (const EntExtraction *extraction,
           const EntCandidate  *candidate,
           gboolean             reported)
{
  if (candidate->give->role != ENT_GIVE_ANY)
    return (EntRole) candidate->give->role;
  if (reported)
    return ENT_ROLE_REPORTS;
  if (candidate->status != ENT_STATUS_OCCURRED)
    return ENT_ROLE_ANNOUNCES;
  /* What an editor adds is not what the statement reports. */
  if (ent_extraction_is_in_note (extraction))
    return ENT_ROLE_MENTIONS;
  if (!candidate->dated && candidate->give->undated == ENT_GIVE_UNDATED_STATEMENT)
    return ENT_ROLE_REPORTS;
  /* Told of the statement's own day, by a verb: as new as the rest. */
  if (candidate->dated && !candidate->give->refers
      && (ent_edtf_is_day (candidate->date) || candidate->ended)
      && (!candidate->give->leftover || candidate->give->status != ENT_GIVE_STATUS_TENSE
          || ent_extraction_is_ideographic (extraction, candidate->match))
      && extraction->day != ENT_DAY_OPEN_START && ent_edtf_earliest (candidate->date) >= extraction->day - 1)
    return ENT_ROLE_REPORTS;
  return ENT_ROLE_MENTIONS;
}

/* 在安纳伯格庄园同美国总统会晤: in ideographs the place stands before, in the same clause. */
static const EntTerm *
find_place_before (const EntExtraction *extraction,
                   const EntRuleMatch  *match)
{
  const EntExtractor *extractor = extraction->extractor;
  const EntTerm *place = NULL;

  if (!ent_extraction_is_ideographic (extraction, match))
    return NULL;
  for (guint32 at = ent_extraction_get_clause (extraction, match->first) + 1; at < match->first; at++)
    {
      const EntEdge *edge = ent_chart_find (extraction->chart, at, extractor->classes.places);

      if (edge == NULL || !ent_extraction_precedes (extraction, extractor->classes.locatives, 0, at))
        continue;
      edge = find_inner_place (extraction, edge);
      place = &extractor->terms[edge->value];
      at = edge->end - 1;
    }
  return place;
}

/* "Russia's unprovoked attack": what the issuer blames another for, who does not say so itself. */
static gboolean
is_accused (const EntExtraction *extraction,
            const EntCandidate  *candidate)
{
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);
  guint32 clause = ent_extraction_get_clause (extraction, candidate->match->first);
  guint32 first = MAX (clause + ACCUSAL_REACH, candidate->match->first) - ACCUSAL_REACH;
  guint32 end = MIN (sentence->end, candidate->match->end + ACCUSAL_REACH);

  if (candidate->status != ENT_STATUS_OCCURRED || ent_kind_is_contact (candidate->kind)
      || candidate->kind == ENT_KIND_AGREEMENT || candidate->kind == ENT_KIND_PROTEST)
    return FALSE;
  return candidate->subject != ENT_ACTOR_NONE && candidate->subject != extraction->issuer
         && ent_extraction_has (extraction, extraction->extractor->classes.accusals, first, end);
}

/* Who tells of it in the statement. "Macron said … The same day Xi met Rutte": of the issuer's own contacts the issuer
 * tells, where the speaker of a sentence before only goes on. */
static guint16
find_teller (const EntExtraction *extraction,
             const EntCandidate  *candidate)
{
  const EntSentenceFacts *facts = &g_array_index (extraction->facts, EntSentenceFacts, extraction->sentence);

  for (guint i = 0; facts->goes_on && ent_kind_is_contact (candidate->kind) && i < candidate->parties.n_actors; i++)
    if (candidate->parties.actors[i] == extraction->issuer)
      return extraction->issuer;
  return facts->speaker;
}

static EntAssertion
find_assertion (const EntExtraction *extraction,
                const EntCandidate  *candidate,
                guint16              speaker)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  guint32 clause = ent_extraction_get_clause (extraction, candidate->match->first);

  if (candidate->give->assertion != ENT_GIVE_ANY)
    return (EntAssertion) candidate->give->assertion;
  if (ent_extraction_has (extraction, classes->proposals, clause, candidate->match->first))
    return ENT_ASSERTION_PROPOSED;
  if (is_accused (extraction, candidate))
    return ENT_ASSERTION_ALLEGED;
  if (speaker != ENT_ACTOR_NONE && extraction->issuer != ENT_ACTOR_NONE && speaker != extraction->issuer)
    return ENT_ASSERTION_ATTRIBUTED;
  return ENT_ASSERTION_STATED;
}

static char *
explain (const EntExtraction *extraction,
         const EntRuleMatch  *match)
{
  const EntToken *tokens = extraction->tokens->tokens;
  EntSpan span = { tokens[match->first].start, tokens[match->end - 1].end };
  g_autofree char *words = dup_words (extraction, span);

  return g_strdup_printf ("%s: “%s”", ent_rule_set_get_rule_name (extraction->extractor->rules, match->rule), words);
}

static void
set_place (const EntExtraction *extraction,
           const EntCandidate  *candidate,
           EntMention          *mention)
{
  const EntTerm *place;

  if (!ent_kind_is_contact (candidate->kind) || candidate->kind == ENT_KIND_CALL)
    return;
  place = ent_extraction_find_place (extraction, candidate->match);
  if (place == NULL)
    place = find_place_before (extraction, candidate->match);
  if (place != NULL && mention->place == NULL)
    {
      mention->place = g_strdup (place->value);
      mention->group = g_strdup (place->value);
      for (guint i = 0; i < mention->n_actors; i++)
        if (mention->actors[i] == place->index)
          mention->host = (guint16) place->index;
    }
  /* Who receives others does it at home, unless another place is told. */
  if (candidate->give->receives && mention->n_actors > 1 && place == NULL)
    mention->host = candidate->subject;
  /* What is called off has no host, but what was planned had one. */
  if (candidate->kind != ENT_KIND_SUSPENSION && candidate->give->host >= 0
      && candidate->match->captures[candidate->give->host].first != ENT_CAPTURE_NONE)
    {
      EntParties host = { .n_actors = 0 };

      ent_extraction_collect_capture (extraction, candidate->match, candidate->give->host, &host);
      if (host.n_actors > 0)
        mention->host = host.actors[0];
    }
}

static void
set_initiator (EntExtraction *extraction,
               EntMention    *mention,
               EntGiveSets    sets)
{
  if (sets == ENT_GIVE_SETS_INITIATOR_SELF)
    mention->initiator = extraction->subject;
  if (sets == ENT_GIVE_SETS_INITIATOR_CAPTURE)
    mention->initiator = extraction->asker;
  if (sets != ENT_GIVE_SETS_INITIATOR_OTHER || mention->n_actors != 2)
    return;
  for (guint i = 0; i < 2; i++)
    if (mention->actors[i] == extraction->subject)
      mention->initiator = mention->actors[1 - i];
}

/**
 * ent_extraction_touch:
 * @extraction: the state of reading
 * @index: a mention that the sentence tells of
 * @subject: who acts in it, or %ENT_ACTOR_NONE
 *
 * What the sentence said before of who asked for it holds for it.
 */
void
ent_extraction_touch (EntExtraction *extraction,
                      int            index,
                      guint16        subject)
{
  extraction->touched = index;
  extraction->subject = subject;
  set_initiator (extraction, ent_extraction_get_mention (extraction, index), (EntGiveSets) extraction->pending);
}

/**
 * ent_candidate_claim:
 * @extraction: the state of reading
 * @candidate: a match that is an event, or told of one
 *
 * Its date is no other's in the sentence.
 */
void
ent_candidate_claim (EntExtraction      *extraction,
                     const EntCandidate *candidate)
{
  if (candidate->dated && extraction->n_claimed < ENT_MAX_OBJECTS)
    extraction->claimed[extraction->n_claimed++] = candidate->date_at;
}

/* 访问期间将签署协定: whether it is told to be of the time of something. */
static gboolean
is_during (const EntExtraction *extraction,
           const EntCandidate  *candidate)
{
  return ent_extraction_is_ideographic (extraction, candidate->match)
         && ent_extraction_has (extraction, extraction->extractor->classes.durings,
                                ent_extraction_get_sentence (extraction)->first, candidate->match->first);
}

/* 将率团访台，其间将签署协定。…访团在台期间为13日至17日: what was told of a visit has its days, once they are told. */
static void
date_what_is_during (EntExtraction    *extraction,
                     const EntMention *visit)
{
  for (guint i = extraction->first; i < extraction->mentions->len; i++)
    {
      EntMention *mention = ent_extraction_get_mention (extraction, (int) i);

      if (!mention->during || mention->status != visit->status || mention->n_actors != visit->n_actors
          || memcmp (mention->actors, visit->actors, visit->n_actors * sizeof visit->actors[0]) != 0)
        continue;
      mention->during = FALSE;
      mention->date = visit->date;
      mention->basis = visit->basis;
      mention->doubts &= ~(guint32) (ENT_DOUBT_ISSUE_DATE | ENT_DOUBT_OPEN_DATE);
    }
}

/* 近日, 下周, 9月: whether it is some time soon, a week from its Monday on, or a month. */
static gboolean
is_loose (EntEdtf date)
{
  if (ent_edtf_get_width (date) == 6)
    return ent_day_get_weekday (ent_edtf_earliest (date)) == 1;
  return ent_edtf_is_interval (date) ? (date.end.qualifier & ENT_EDTF_APPROXIMATE) != 0
                                     : date.start.precision == ENT_EDTF_MONTH;
}

/* 将于下周访问甲国…周二将抵达甲国: the days of what was announced for some week or month. */
static gboolean
tells_days (const EntExtraction *extraction,
            const EntCandidate  *candidate,
            const EntMention    *mention)
{
  return candidate->dated && candidate->status == ENT_STATUS_PLANNED && mention->status == ENT_STATUS_PLANNED
         && ent_kind_is_contact (mention->kind) && mention->kind == candidate->kind
         && ent_extraction_is_ideographic (extraction, candidate->match) && is_loose (mention->date)
         && ent_edtf_get_width (candidate->date) < ent_edtf_get_width (mention->date)
         && ent_edtf_overlaps (mention->date, candidate->date);
}

/**
 * ent_candidate_join:
 * @extraction: the state of reading
 * @candidate: a match on the way to an event
 * @index: the mention that it tells of once more
 */
void
ent_candidate_join (EntExtraction      *extraction,
                    const EntCandidate *candidate,
                    int                 index)
{
  EntMention *mention = ent_extraction_get_mention (extraction, index);

  ent_extraction_add_evidence (extraction, mention, extraction->sentence);
  /* "Meeting with the Minister (3 May)", of which the text says that it is to come. */
  if (candidate->status == ENT_STATUS_PLANNED && mention->status == ENT_STATUS_OCCURRED
      && candidate->dated && ent_edtf_is_day (candidate->date) && ent_edtf_earliest (candidate->date) == extraction->day
      && ent_kind_is_contact (mention->kind) && extraction->genre != ENT_STATEMENT_CABLE
      && !ent_extraction_is_ideographic (extraction, candidate->match))
    {
      mention->status = ENT_STATUS_PLANNED;
      if (mention->role == ENT_ROLE_MENTIONS)
        mention->role = ENT_ROLE_ANNOUNCES;
    }
  if (mention->basis == ENT_EVENT_DATE_STATEMENT && candidate->dated)
    {
      mention->doubts &= ~(guint32) (ENT_DOUBT_ISSUE_DATE | ENT_DOUBT_OPEN_DATE);
      set_date (extraction, candidate, FALSE, mention);
      /* What was announced begins later. */
      if (candidate->status == ENT_STATUS_PLANNED)
        mention->status = ENT_STATUS_PLANNED;
      if (mention->kind == ENT_KIND_VISIT)
        date_what_is_during (extraction, mention);
    }
  /* 近日举行了会谈…9月28日至29日，双方会谈: the days of what was about some time. */
  else if (candidate->dated && ent_edtf_is_interval (mention->date) && ent_kind_is_contact (mention->kind)
           && mention->date.start.qualifier & ENT_EDTF_APPROXIMATE
           && ent_extraction_is_ideographic (extraction, candidate->match)
           && ent_edtf_get_width (candidate->date) < ent_edtf_get_width (mention->date))
    {
      set_date (extraction, candidate, FALSE, mention);
    }
  else if (ent_candidate_is_same_journey (extraction, candidate, mention))
    {
      ent_candidate_join_journey (candidate, mention);
    }
  else if (tells_days (extraction, candidate, mention))
    {
      set_date (extraction, candidate, FALSE, mention);
    }
  if (index == extraction->reported)
    ent_parties_join (&extraction->sides, &candidate->parties);
  /* 举行了多场会晤，包括同某国总理会谈: only now it is told that leaders met. */
  if (candidate->give->each != ENT_GIVE_EACH_PERSON && mention->kind == ENT_KIND_MEETING
      && candidate->kind == ENT_KIND_SUMMIT && mention->n_actors < 2
      && candidate->parties.n_actors > 1)
    mention->kind = ENT_KIND_SUMMIT;
  if (!candidate->give->refers)
    ent_extraction_add_parties (extraction, mention, &candidate->parties);
  /* "This meeting" says nothing of where, whatever places its sentence names. */
  if (!candidate->give->bare)
    set_place (extraction, candidate, mention);
  ent_candidate_claim (extraction, candidate);
  ent_extraction_touch (extraction, index, candidate->subject);
}

/**
 * ent_candidate_add_mention:
 * @extraction: the state of reading
 * @candidate: a match on the way to an event
 * @reported: whether it is what the statement reports
 *
 * Returns: whether it is an event: somebody takes part in it, and it has a date
 */
gboolean
ent_candidate_add_mention (EntExtraction      *extraction,
                           const EntCandidate *candidate,
                           gboolean            reported)
{
  guint16 teller = reported ? extraction->issuer : find_teller (extraction, candidate);
  EntMention mention;

  ent_mention_init (&mention);
  if (candidate->parties.n_actors == 0 || !set_date (extraction, candidate, reported, &mention))
    {
      ent_mention_clear (&mention);
      return FALSE;
    }
  mention.kind = candidate->kind;
  mention.apart = candidate->apart || candidate->unnamed;
  for (guint i = extraction->first; i < extraction->mentions->len && !mention.apart; i++)
    mention.apart = ent_candidate_is_other_accord (extraction, candidate,
                                                   ent_extraction_get_mention (extraction, (int) i));
  mention.loose = candidate->give->leftover != ENT_GIVE_LEFTOVER_NO;
  mention.subject = candidate->subject;
  mention.during = !candidate->dated && candidate->kind != ENT_KIND_VISIT && is_during (extraction, candidate);
  /* Of several sides, it is not told to whom each did it; what is given or said may be so to many. */
  if (ent_kind_is_one_sided (mention.kind)
      && (candidate->parties.n_actors <= 2 || !ent_kind_is_directed (mention.kind)))
    mention.initiator = candidate->agent;
  mention.status = candidate->status;
  mention.role = find_role (extraction, candidate, reported);
  mention.speaker = teller;
  mention.assertion = reported ? ENT_ASSERTION_STATED : find_assertion (extraction, candidate, teller);
  ent_extraction_add_parties (extraction, &mention, &candidate->parties);
  set_place (extraction, candidate, &mention);
  ent_extraction_add_evidence (extraction, &mention, extraction->sentence);
  mention.explanation = explain (extraction, candidate->match);
  mention.at = extraction->tokens->tokens[candidate->match->first].start;
  mention.until = extraction->tokens->tokens[candidate->match->end - 1].end;
  g_array_append_val (extraction->mentions, mention);
  if (reported)
    {
      extraction->reported = (int) extraction->mentions->len - 1;
      ent_parties_join (&extraction->sides, &candidate->parties);
    }
  ent_candidate_claim (extraction, candidate);
  ent_extraction_touch (extraction, (int) extraction->mentions->len - 1, candidate->subject);
  set_initiator (extraction, ent_extraction_get_mention (extraction, (int) extraction->mentions->len - 1),
                 (EntGiveSets) candidate->give->sets);
  return TRUE;
}
