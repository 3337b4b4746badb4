/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/extract-candidate.h"

#include <string.h>

/* So many days before the statement's own what it reports may lie, and after it (the other side's clock). */
#define REPORT_DAYS_BEFORE 21
#define REPORT_DAYS_AFTER 1
/* What it reports did not take longer than so many days. */
#define REPORT_WIDTH 31
/* So many tokens before what is the occasion of an act a word of OCCASION may stand. */
#define OCCASION_REACH 6
/* So many tokens before an act "already" may begin. */
#define PRIOR_REACH 2
/* So many tokens behind a match its means may stand. */
#define MEANS_REACH 10
/* What a statement reports, it tells in its first sentences. */
#define REPORT_SENTENCES 4
/* A full sentence has so many tokens. */
#define FULL_SENTENCE 12
/* So many sides at least are told as who came. */
#define LEAST_ATTENDEES 2
/* A date has at most so many tokens. */
#define DATE_LENGTH 16
/* Farther than any word stands from its date. */
#define LAST_DISTANCE 1000

/* "travels to Paris, to strengthen" is no further promise, "will meet, and to visit" may be one. */
static gboolean
joins_by_and (const EntExtraction *extraction,
              const EntRuleMatch  *match)
{
  guint32 ands = extraction->extractor->classes.ands;

  return ent_extraction_has (extraction, ands, match->first, MIN (match->first + 2, match->end));
}

/* Whether a match that needs something told before it has that. */
static gboolean
has_lead (const EntExtraction *extraction,
          const EntEventGive  *give,
          const EntRuleMatch  *match)
{
  const EntMention *mention;

  if (give->listed)
    return extraction->listing || ent_extraction_find_colon (extraction, match->first) > 0;
  if (!give->follows)
    return TRUE;
  if (extraction->touched < 0)
    return FALSE;
  mention = ent_extraction_get_mention (extraction, extraction->touched);
  /* 原定2月访华，后推迟: what was called off is the plan told before. */
  if (give->kind == ENT_KIND_SUSPENSION)
    return mention->status != ENT_STATUS_OCCURRED;
  if (give->kind == ENT_KIND_COMMITMENT)
    return mention->status == ENT_STATUS_PLANNED && mention->role == ENT_ROLE_ANNOUNCES
           && (!ent_kind_is_contact (mention->kind) || joins_by_and (extraction, match))
           && ent_extraction_has_promise (extraction, match);
  return mention->kind == give->kind
         /* "met the Chancellor on Monday and the President on Tuesday": between leaders it is a summit. */
         || (give->kind == ENT_KIND_MEETING && mention->kind == ENT_KIND_SUMMIT);
}

/* Whether the sentence is one of the first that say something: headings and numbers do not count. */
static gboolean
is_among_first (const EntExtraction *extraction)
{
  guint n = 0;

  for (guint i = 0; i < extraction->sentence && n < REPORT_SENTENCES; i++)
    n += extraction->tokens->sentences[i].end - extraction->tokens->sentences[i].first >= FULL_SENTENCE;
  return n < REPORT_SENTENCES;
}

/**
 * ent_extraction_is_reportable:
 * @extraction: the state of reading
 * @date: a date
 *
 * Returns: whether a statement of its day may report what happened then
 */
gboolean
ent_extraction_is_reportable (const EntExtraction *extraction,
                              EntEdtf              date)
{
  if (ent_extraction_is_in_note (extraction))
    return FALSE;
  if (extraction->day == ENT_DAY_OPEN_START)
    return TRUE;
  return ent_edtf_latest (date) >= extraction->day - REPORT_DAYS_BEFORE
         && ent_edtf_earliest (date) <= extraction->day + REPORT_DAYS_AFTER;
}

/* "has followed events since Ethiopia signed the memorandum": what is told only to say since when, or why. */
static gboolean
is_in_reason (const EntExtraction *extraction,
              const EntRuleMatch  *match)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  guint32 first = ent_extraction_get_sentence (extraction)->first;

  if (classes->reasons == 0 || ent_extraction_is_ideographic (extraction, match))
    return FALSE;
  for (guint32 at = match->first; at > first; at--)
    {
      const EntToken *token = &extraction->tokens->tokens[at - 1];
      const EntEdge *reason = ent_chart_find (extraction->chart, at - 1, classes->reasons);

      if (token->kind == ENT_TOKEN_PUNCT && strchr (",;:", extraction->tokens->text[token->start]) != NULL)
        return FALSE;
      if (reason != NULL && reason->end < match->first
          && ent_chart_find (extraction->chart, reason->end, classes->actors) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* 4日，美国国务卿发表声明…为此，我受权声明如下: what another said on a day before is what a statement answers, and one's
 * own press conference of a day before is not this one. */
static gboolean
is_said_before (const EntExtraction *extraction,
                const EntCandidate  *candidate)
{
  return candidate->kind == ENT_KIND_STATEMENT && extraction->issuer != ENT_ACTOR_NONE && candidate->dated
         && ent_edtf_latest (candidate->date) < ent_edtf_earliest (extraction->today)
         && (candidate->give->leftover
             || (candidate->subject != ENT_ACTOR_NONE && candidate->subject != extraction->issuer))
         && ent_extraction_is_ideographic (extraction, candidate->match);
}

/* Whether a match may be what the statement is about. */
static gboolean
may_be_reported (const EntExtraction *extraction,
                 const EntCandidate  *candidate)
{
  if (extraction->reported >= 0 || candidate->status != ENT_STATUS_OCCURRED || ent_extraction_is_in_note (extraction)
      || (candidate->give->role != ENT_GIVE_ANY && candidate->give->role != ENT_ROLE_REPORTS))
    return FALSE;
  if (is_in_reason (extraction, candidate->match) || ent_candidate_is_announced_visit (extraction, candidate))
    return FALSE;
  /* A heading that tells of others' doings is what the issuer speaks about, not what it reports. */
  if (extraction->issuer != ENT_ACTOR_NONE && candidate->parties.n_actors > 1 && ent_candidate_is_headline (extraction)
      && !ent_parties_have (&candidate->parties, extraction->issuer))
    return FALSE;
  if (candidate->dated && !ent_extraction_is_reportable (extraction, candidate->date))
    return FALSE;
  /* "has provided assistance": without a day it is no news. */
  if (candidate->give->needs & ENT_GIVE_NEEDS_DATE && !candidate->dated && candidate->kind == ENT_KIND_DELIVERY
      && !ent_extraction_is_ideographic (extraction, candidate->match))
    return FALSE;
  /* What others said is not what a spokesperson's answers report. */
  if ((extraction->headline_kind == ENT_KIND_STATEMENT || extraction->genre == ENT_STATEMENT_PRESS_RELEASE)
      && is_said_before (extraction, candidate))
    return FALSE;
  if (extraction->headline_kind == ENT_KIND_STATEMENT && candidate->kind == ENT_KIND_STATEMENT
      && extraction->issuer != ENT_ACTOR_NONE
      && (!ent_parties_have (&candidate->parties, extraction->issuer)
          || extraction->n_exchanges > 0))
    return FALSE;
  /* "… arrived in Paris and met with": a title that tells of the talks does not report the journey. */
  if (extraction->headline_kind >= 0 && extraction->headline_kind != ENT_KIND_VISIT
      && ent_kind_is_contact ((EntKind) extraction->headline_kind) && candidate->kind == ENT_KIND_VISIT
      && !ent_extraction_is_ideographic (extraction, candidate->match))
    return FALSE;
  if (extraction->headline_kind >= 0)
    return candidate->kind == (EntKind) extraction->headline_kind
           || (ent_kind_is_contact (candidate->kind) && ent_kind_is_contact ((EntKind) extraction->headline_kind));
  if (candidate->give->refers && !candidate->named)
    return FALSE;
  /* "As the raids of January 10 have shown": spoken of, and no news. */
  if (candidate->give->leftover && candidate->give->status == ENT_GIVE_STATUS_TENSE && candidate->dated
      && extraction->day != ENT_DAY_OPEN_START && ent_edtf_latest (candidate->date) < extraction->day - 1)
    return FALSE;
  return is_among_first (extraction);
}

/* "During the summit, President A and Prime Minister B signed": two sides whose persons its sentence names. */
static void
add_persons_of_sentence (const EntExtraction *extraction,
                         EntParties          *parties)
{
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);
  EntParties found = { .n_actors = 0 };

  for (guint32 at = sentence->first; at < sentence->end; at++)
    {
      const EntEdge *edge = ent_chart_find (extraction->chart, at, extraction->extractor->classes.actors);
      const EntActorPhrase *phrase;

      if (edge == NULL)
        continue;
      phrase = &g_array_index (extraction->phrases, EntActorPhrase, edge->value);
      if (phrase->kind == ENT_PHRASE_PERSON)
        ent_parties_add (&found, phrase);
    }
  if (found.n_actors == 2 && (parties->n_actors == 0 || ent_parties_have (&found, parties->actors[0])))
    ent_parties_join (parties, &found);
}

/* "new sanctions to diminish Putin's arsenal": whose things are spoken of is whom they are for. */
static void
add_possessor (const EntExtraction *extraction,
               EntParties          *parties)
{
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);

  for (guint32 at = sentence->first; at < sentence->end; at++)
    {
      const EntEdge *edge = ent_chart_find (extraction->chart, at, extraction->extractor->classes.actors);
      const EntToken *next;

      if (edge == NULL || edge->end >= sentence->end)
        continue;
      next = &extraction->tokens->tokens[edge->end];
      if (!(next->flags & ENT_TOKEN_GLUED) || next->kind != ENT_TOKEN_WORD)
        continue;
      ent_extraction_collect (extraction, at, edge->end, parties);
      if (parties->n_actors > 1)
        return;
    }
}

/* Whether the sentence says that those who talk are not in one place; without words for it, they are not. */
static gboolean
is_remote (const EntExtraction *extraction)
{
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);
  guint32 remotes = extraction->extractor->classes.remotes;

  return remotes == 0 || ent_extraction_has (extraction, remotes, sentence->first, sentence->end);
}

/* 联合国大会通过决议，要求俄罗斯撤军: what a body of many resolves is its own. */
static gboolean
is_word_of_body (const EntExtraction *extraction,
                 const EntCandidate  *candidate)
{
  const EntVocabulary *vocabulary = extraction->extractor->vocabulary;

  return candidate->kind == ENT_KIND_STATEMENT && candidate->parties.n_actors == 1
         && ent_extraction_is_ideographic (extraction, candidate->match)
         && ent_vocabulary_get_actor (vocabulary, candidate->parties.actors[0])->actor_class == ENT_ACTOR_ORGANISATION;
}

/* Whether the sentence speaks of who issues the statement. */
static gboolean
names_issuer (const EntExtraction *extraction)
{
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);

  for (guint i = 0; i < extraction->phrases->len; i++)
    {
      const EntActorPhrase *phrase = &g_array_index (extraction->phrases, EntActorPhrase, i);

      if (phrase->first >= sentence->first && phrase->end <= sentence->end
          && (phrase->kind == ENT_PHRASE_SELF || phrase->actor == extraction->issuer))
        return TRUE;
    }
  return FALSE;
}

/* 泰国军方昨天在声明中说: another's word that a statement carries is not its issuer's. */
static gboolean
is_word_of_others (const EntExtraction *extraction,
                   const EntCandidate  *candidate)
{
  return candidate->kind == ENT_KIND_STATEMENT && candidate->parties.n_actors == 1
         && candidate->subject == candidate->parties.actors[0] && candidate->subject != extraction->issuer
         && ent_extraction_is_ideographic (extraction, candidate->match) && !names_issuer (extraction);
}

/* The reported event is that of the statement's sides where its own sentence names fewer than two. */
static void
complete_reported (const EntExtraction *extraction,
                   EntCandidate        *candidate)
{
  /* "the third conversation in recent months" is of today all the same. */
  if (candidate->dated && ent_edtf_earliest (candidate->date) != ENT_DAY_OPEN_START
      && ent_edtf_get_width (candidate->date) > REPORT_WIDTH)
    candidate->dated = FALSE;
  /* What a joint statement reports is of all whom its title names. */
  if (extraction->genre == ENT_STATEMENT_COMMUNIQUE && extraction->titled.n_actors > 1
      && ent_parties_have (&extraction->titled, candidate->parties.actors[0]))
    ent_parties_join (&candidate->parties, &extraction->titled);
  if (candidate->parties.n_actors < 2 && candidate->kind == ENT_KIND_SANCTION)
    add_possessor (extraction, &candidate->parties);
  if (candidate->parties.n_actors < 2 && ent_kind_is_contact (candidate->kind))
    add_persons_of_sentence (extraction, &candidate->parties);
  if (is_word_of_others (extraction, candidate))
    return;
  if (candidate->parties.n_actors < 2 && !ent_candidate_is_of_others (extraction, candidate))
    {
      if (!is_word_of_body (extraction, candidate))
        ent_parties_join (&candidate->parties, &extraction->sides);
      if (candidate->parties.n_actors < 2)
        ent_parties_add_actor (&candidate->parties, extraction->issuer);
    }
  candidate->kind = ent_candidate_refine_kind (extraction, candidate);
  /* "Readout of the leaders' call: … convened to review": the title knows how. */
  if (extraction->headline_kind == ENT_KIND_CALL && candidate->place == NULL
      && (candidate->kind == ENT_KIND_MEETING || candidate->kind == ENT_KIND_SUMMIT))
    candidate->kind = ENT_KIND_CALL;
  /* "Readout of the meeting: … spoke today with him at the summit": face to face, if no word says otherwise. */
  else if ((extraction->headline_kind == ENT_KIND_MEETING || extraction->headline_kind == ENT_KIND_SUMMIT)
           && candidate->kind == ENT_KIND_CALL && extraction->timexes != NULL && !is_remote (extraction))
    {
      candidate->kind = ENT_KIND_MEETING;
      candidate->kind = ent_candidate_refine_kind (extraction, candidate);
    }
}

/* "The Cabinet met on Friday": verbs of what several do with each other tell nothing of one state alone. */
static gboolean
is_own_meeting (const EntExtraction *extraction,
                const EntCandidate  *candidate)
{
  return candidate->give->needs & ENT_GIVE_NEEDS_TWO && ent_kind_is_contact (candidate->kind)
         && !ent_candidate_is_of_two (extraction, candidate) && !ent_candidate_has_stranger (extraction, candidate)
         && !ent_extraction_is_ideographic (extraction, candidate->match);
}

static gboolean
meets_needs (const EntExtraction *extraction,
             const EntCandidate  *candidate)
{
  guint8 needs = candidate->give->needs;

  if (needs & ENT_GIVE_NEEDS_DATE && !candidate->dated && !candidate->refuted)
    return FALSE;
  if (needs & ENT_GIVE_NEEDS_TIME && !candidate->dated && candidate->place == NULL)
    return FALSE;
  if (needs & ENT_GIVE_NEEDS_TWO && !ent_candidate_is_of_two (extraction, candidate))
    return FALSE;
  if (needs & ENT_GIVE_NEEDS_REPORT)
    return FALSE;
  if (needs & ENT_GIVE_NEEDS_PERSON && candidate->parties.n_people == 0)
    return FALSE;
  return !(needs & ENT_GIVE_NEEDS_NAME) || candidate->named;
}

/* Whether an event that is not what the statement reports is one all the same. */
static gboolean
stands_alone (const EntExtraction *extraction,
              const EntCandidate  *candidate)
{
  if (!meets_needs (extraction, candidate) || candidate->parties.n_actors == 0)
    return FALSE;
  if (candidate->homeward)
    return FALSE;
  /* "hopeful of an agreement in May": one word makes no accord of one side alone. */
  if (candidate->kind == ENT_KIND_AGREEMENT && candidate->give->leftover
      && !ent_candidate_is_of_two (extraction, candidate)
      && !ent_extraction_is_ideographic (extraction, candidate->match))
    return FALSE;
  if (candidate->status == ENT_STATUS_OCCURRED)
    return candidate->dated || candidate->place != NULL || ent_candidate_is_told_contact (extraction, candidate)
           || (candidate->give->undated != ENT_GIVE_UNDATED_NOTHING
               && (candidate->parties.n_actors > 1 || candidate->kind == ENT_KIND_SUSPENSION
                   || candidate->kind == ENT_KIND_EXPULSION || candidate->kind == ENT_KIND_PROTEST));
  if (candidate->refuted)
    return TRUE;
  if (candidate->status == ENT_STATUS_DENIED && candidate->give->status != ENT_GIVE_STATUS_DENIED
      && !ent_candidate_is_denied_then (extraction, candidate)
      && (candidate->kind == ENT_KIND_RECOGNITION || candidate->kind == ENT_KIND_AGREEMENT
          || candidate->kind == ENT_KIND_MECHANISM || candidate->kind == ENT_KIND_DELIVERY))
    return FALSE;
  return !ent_kind_is_contact (candidate->kind) || candidate->dated || candidate->named
         || candidate->give->undated != ENT_GIVE_UNDATED_NOTHING;
}

/* "A met B and signed an agreement": with whom else but B. */
static gboolean
is_of_sides (const EntExtraction *extraction,
             const EntCandidate  *candidate)
{
  return candidate->parties.n_actors == 1 && extraction->sides.n_actors == 2
         && ent_parties_have (&extraction->sides, candidate->parties.actors[0]);
}

/* 还与运输大臣会面: with somebody of no state told, who is of the other side. */
static gboolean
is_with_unnamed (const EntExtraction *extraction,
                 const EntCandidate  *candidate)
{
  return (candidate->unnamed
          || (ent_kind_is_contact (candidate->kind) && candidate->kind != ENT_KIND_VISIT && candidate->give->with >= 0
              && candidate->give->needs == 0 && candidate->place == NULL))
         && ent_extraction_is_ideographic (extraction, candidate->match) && is_of_sides (extraction, candidate);
}

/* 也门与胡塞武装达成协议: who is none of the statement's sides has not made it with them. */
static gboolean
is_of_outsider (const EntExtraction *extraction,
                const EntCandidate  *candidate)
{
  return candidate->parties.n_actors == 1 && extraction->sides.n_actors > 1
         && ent_extraction_is_ideographic (extraction, candidate->match)
         && !ent_parties_have (&extraction->sides, candidate->parties.actors[0]);
}

/* 甲国总理将访华…访问时间为7月3日至6日: whose days a sentence tells that names nobody, is who is to come. */
static void
take_visitor (const EntExtraction *extraction,
              EntCandidate        *candidate)
{
  if (candidate->kind != ENT_KIND_VISIT || !candidate->give->refers || candidate->parties.n_actors > 0
      || candidate->status != ENT_STATUS_PLANNED || !ent_extraction_is_ideographic (extraction, candidate->match))
    return;
  for (guint i = extraction->mentions->len; i > extraction->first; i--)
    {
      const EntMention *told = ent_extraction_get_mention (extraction, (int) i - 1);

      if (told->kind != ENT_KIND_VISIT || told->status != ENT_STATUS_PLANNED
          || told->basis != ENT_EVENT_DATE_STATEMENT)
        continue;
      for (guint one = 0; one < told->n_actors; one++)
        ent_parties_add_actor (&candidate->parties, told->actors[one]);
      return;
    }
}

/* The summit of a body is the body's, whoever of its members came. */
static gboolean
has_body (const EntExtraction *extraction,
          const EntMention    *mention)
{
  const EntVocabulary *vocabulary = extraction->extractor->vocabulary;

  for (guint i = 0; i < mention->n_actors; i++)
    if (ent_vocabulary_get_actor (vocabulary, mention->actors[i])->actor_class == ENT_ACTOR_ORGANISATION)
      return TRUE;
  return FALSE;
}

/* A国总统甲、B国总统乙出席: who came to the meeting that was told last. */
static gboolean
join_last (EntExtraction      *extraction,
           const EntCandidate *candidate)
{
  int last = (int) extraction->mentions->len - 1;
  EntMention *mention;

  if (extraction->reported >= 0)
    last = extraction->reported;
  if (last < (int) extraction->first || (extraction->touched >= 0 && extraction->touched != last)
      || candidate->parties.n_actors < LEAST_ATTENDEES)
    return FALSE;
  mention = ent_extraction_get_mention (extraction, last);
  /* "The Joint Commission met … The session was chaired by": one word alone told no more of it. */
  if (mention->kind == ENT_KIND_MECHANISM && mention->loose && mention->n_actors == 1)
    mention->kind = ENT_KIND_MEETING;
  if ((mention->kind != ENT_KIND_MEETING && mention->kind != ENT_KIND_SUMMIT) || has_body (extraction, mention))
    return FALSE;
  ent_extraction_add_parties (extraction, mention, &candidate->parties);
  if (mention->kind == ENT_KIND_MEETING && ent_parties_are_leaders (&candidate->parties)
      && !ent_extraction_is_ideographic (extraction, candidate->match))
    mention->kind = ENT_KIND_SUMMIT;
  ent_extraction_add_evidence (extraction, mention, extraction->sentence);
  if (extraction->reported >= 0)
    ent_parties_join (&extraction->sides, &candidate->parties);
  return TRUE;
}

/**
 * ent_candidate_place:
 * @extraction: the state of reading
 * @candidate: a match whose date, status and parties are known
 *
 * Makes an event of it, or joins it to the one that it tells of once more.
 *
 * Returns: whether it is an event, or told of one
 */
gboolean
ent_candidate_place (EntExtraction *extraction,
                     EntCandidate  *candidate)
{
  int same;

  if (candidate->give->joins)
    {
      gboolean joined = candidate->kind == ENT_KIND_VISIT ? ent_candidate_end_journey (extraction, candidate)
                                                          : join_last (extraction, candidate);

      if (joined || !(candidate->give->needs & ENT_GIVE_NEEDS_REPORT))
        return joined;
    }
  take_visitor (extraction, candidate);
  if (candidate->parties.n_actors < 2 && !ent_candidate_is_of_body (extraction, candidate)
      && !is_of_outsider (extraction, candidate)
      /* "… and Minister Nowak on Tuesday": with somebody else, whosever he is. */
      && !(candidate->give->follows && candidate->give->with >= 0)
      && (candidate->give->refers || (candidate->kind == ENT_KIND_AGREEMENT && candidate->give->leftover)
          || is_with_unnamed (extraction, candidate)
          || (candidate->give->needs & ENT_GIVE_NEEDS_TWO && is_of_sides (extraction, candidate))
          || (candidate->kind == ENT_KIND_PROTEST && is_of_sides (extraction, candidate))))
    {
      if (ent_kind_is_contact (candidate->kind) && is_of_sides (extraction, candidate))
        add_persons_of_sentence (extraction, &candidate->parties);
      ent_parties_join (&candidate->parties, &extraction->sides);
    }
  candidate->kind = ent_candidate_refine_kind (extraction, candidate);
  ent_candidate_take_frame (extraction, candidate);
  /* "… arrived in Paris and met with": the journey to what the title tells. */
  candidate->news = candidate->kind == ENT_KIND_VISIT && candidate->give->host >= 0 && extraction->headline_kind >= 0
                    && ent_kind_is_contact ((EntKind) extraction->headline_kind) && is_among_first (extraction)
                    && !ent_extraction_is_ideographic (extraction, candidate->match);
  same = ent_candidate_find_same (extraction, candidate);
  if (same >= 0)
    {
      ent_candidate_join (extraction, candidate, same);
      return TRUE;
    }
  if (may_be_reported (extraction, candidate))
    {
      complete_reported (extraction, candidate);
      return !is_own_meeting (extraction, candidate) && ent_candidate_add_mention (extraction, candidate, TRUE);
    }
  return stands_alone (extraction, candidate) && ent_candidate_add_mention (extraction, candidate, FALSE);
}

/* Who initiated what the sentence tells of. */
static void
read_initiator (EntExtraction      *extraction,
                const EntEventGive *give,
                const EntRuleMatch *match)
{
  EntParties parties = { .n_actors = 0 };

  if (give->sets == ENT_GIVE_SETS_NOTHING)
    return;
  ent_extraction_collect_capture (extraction, match, give->actor, &parties);
  extraction->asker = parties.n_actors > 0 ? parties.actors[0] : ENT_ACTOR_NONE;
  extraction->pending = give->sets;
  if (extraction->touched >= 0)
    ent_extraction_touch (extraction, extraction->touched, extraction->subject);
}

/* The end of the words by which a match may tell its means: "the meeting on fisheries via video conference". */
static guint32
get_means_end (const EntExtraction *extraction,
               const EntRuleMatch  *match)
{
  guint32 end = MIN (match->end + MEANS_REACH, ent_extraction_get_sentence (extraction)->end);
  guint32 at = match->end;

  if (ent_extraction_is_ideographic (extraction, match))
    return match->end;
  while (at < end && strchr (",;", extraction->tokens->text[extraction->tokens->tokens[at].start]) == NULL
         && ent_chart_find (extraction->chart, at, extraction->extractor->classes.says) == NULL)
    at++;
  return at;
}

/* Whether words of where stand right behind a match, or behind its date. */
static gboolean
is_at_place (const EntExtraction *extraction,
             const EntRuleMatch  *match)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  guint32 end = ent_extraction_get_sentence (extraction)->end;
  guint32 at = match->end;
  const EntEdge *edge = at < end ? ent_chart_find (extraction->chart, at, classes->dates) : NULL;

  if (edge != NULL)
    at = edge->end;
  edge = at < end ? ent_chart_find (extraction->chart, at, classes->locatives) : NULL;
  return edge != NULL && edge->end < end && ent_chart_find (extraction->chart, edge->end, classes->places) != NULL;
}

static gboolean
is_visit_reported (const EntExtraction *extraction)
{
  return extraction->reported >= 0
         && ent_extraction_get_mention (extraction, extraction->reported)->kind == ENT_KIND_VISIT;
}

static EntKind
find_kind (const EntExtraction *extraction,
           const EntEventGive  *give,
           const EntRuleMatch  *match)
{
  const EntRuleSet *rules = extraction->extractor->rules;
  const EntCapture *capture = give->sort >= 0 ? &match->captures[give->sort] : NULL;
  EntKind kind = (EntKind) give->kind;
  const char *id = capture != NULL ? ent_rule_set_get_value (rules, capture->class_id, capture->value) : NULL;

  if (id != NULL && !ent_kind_from_id (id, &kind))
    g_debug ("%s: no kind “%s”", ent_rule_set_get_rule_name (rules, match->rule), id);
  /* "Memorandum of conversation", "also had conversations with the Secretary" on a visit: face to face, where nothing
   * says that it was not. */
  if (kind == ENT_KIND_CALL && extraction->extractor->classes.remotes != 0
      && (extraction->genre == ENT_STATEMENT_CABLE || is_visit_reported (extraction))
      && !ent_extraction_has (extraction, extraction->extractor->classes.remotes, match->first, match->end))
    return ENT_KIND_MEETING;
  return kind;
}

/* 去年10月和今年6月: the date that a word of AND joins to one behind it, where both are not one time. */
static const EntTimex *
find_joined_date (const EntExtraction *extraction,
                  const EntCandidate  *candidate,
                  guint32             *at)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  guint32 first = ent_extraction_get_sentence (extraction)->first;
  guint32 reach = MAX (first + DATE_LENGTH, candidate->date_at) - DATE_LENGTH;

  for (guint32 token = reach; token < candidate->date_at; token++)
    {
      const EntEdge *date = ent_chart_find (extraction->chart, token, classes->dates);
      const EntEdge *and = date != NULL ? ent_chart_find (extraction->chart, date->end, classes->ands) : NULL;
      const EntTimex *timex;

      if (and == NULL || and->end != candidate->date_at)
        continue;
      timex = &g_array_index (extraction->timexes, EntTimex, date->value);
      if (!ent_extraction_is_usable (timex) || ent_edtf_overlaps (timex->edtf, candidate->date)
          || (ent_edtf_latest (timex->edtf) + 1 >= ent_edtf_earliest (candidate->date)
              && ent_edtf_latest (candidate->date) + 1 >= ent_edtf_earliest (timex->edtf)
              && !ent_extraction_has (extraction, classes->repeateds, candidate->date_at, candidate->match->first)))
        return NULL;
      *at = token;
      return timex;
    }
  return NULL;
}

/* 去年10月和今年6月两次设限: one for each of the dates. */
static void
place_joined (EntExtraction      *extraction,
              const EntCandidate *candidate)
{
  EntCandidate other = *candidate;
  const EntTimex *timex;

  if (!candidate->dated || candidate->status != ENT_STATUS_OCCURRED || candidate->kind == ENT_KIND_COMMITMENT
      || !ent_extraction_is_ideographic (extraction, candidate->match))
    return;
  timex = find_joined_date (extraction, candidate, &other.date_at);
  if (timex == NULL)
    return;
  other.date = timex->edtf;
  other.basis = ent_extraction_get_basis (extraction, timex);
  ent_candidate_place (extraction, &other);
}

/* "chaired a committee this evening": one word makes of one alone no contact of the statement's own day. */
static gboolean
is_alone_today (const EntExtraction *extraction,
                const EntCandidate  *candidate)
{
  return candidate->give->leftover && candidate->dated && ent_kind_is_contact (candidate->kind)
         && ent_edtf_earliest (candidate->date) == extraction->day
         && ent_edtf_latest (candidate->date) == extraction->day && !ent_candidate_is_of_two (extraction, candidate)
         && !ent_extraction_is_ideographic (extraction, candidate->match);
}

/* "Call with the Minister: … congratulated the Minister today": what was said to somebody in what the title tells. */
static gboolean
is_news_of_title (const EntExtraction *extraction,
                  const EntCandidate  *candidate)
{
  return candidate->give->leftover && candidate->kind == ENT_KIND_STATEMENT && extraction->reported < 0
         && candidate->status == ENT_STATUS_OCCURRED && candidate->dated && candidate->parties.n_actors == 2
         && extraction->headline_kind >= 0 && ent_kind_is_contact ((EntKind) extraction->headline_kind)
         && extraction->headline_kind != ENT_KIND_VISIT && ent_edtf_is_day (candidate->date)
         && ent_edtf_earliest (candidate->date) + 1 >= extraction->day
         && ent_extraction_is_reportable (extraction, candidate->date)
         && !ent_extraction_is_ideographic (extraction, candidate->match);
}

/* "handed over a note over Oslo's decision to expel": what is the occasion of an act, and has no date, is no news. */
static gboolean
is_occasion (const EntExtraction *extraction,
             const EntRuleMatch  *match)
{
  guint32 first = ent_extraction_get_sentence (extraction)->first;
  guint32 occasions = extraction->extractor->classes.occasions;
  int before = ent_extraction_find_phrase_before (extraction, first, match->first);

  if (occasions == 0
      || (before >= 0 && g_array_index (extraction->phrases, EntActorPhrase, before).end == match->first))
    return FALSE;
  for (guint32 at = match->first; at > first && match->first - at < OCCASION_REACH; at--)
    {
      const EntEdge *word = ent_chart_find (extraction->chart, at - 1, occasions);

      /* "The following agreements were signed" */
      if (word != NULL && word->end <= match->first
          && !ent_extraction_precedes (extraction, extraction->extractor->classes.articles, first, at - 1))
        return TRUE;
      if (strchr (",;:", extraction->tokens->text[extraction->tokens->tokens[at - 1].start]) != NULL)
        return FALSE;
    }
  return FALSE;
}

/* "which has already imposed sanctions": done before, nobody tells when. */
static gboolean
is_prior (const EntExtraction *extraction,
          const EntRuleMatch  *match)
{
  guint32 first = MAX (ent_extraction_get_sentence (extraction)->first + PRIOR_REACH, match->first) - PRIOR_REACH;

  return ent_extraction_has (extraction, extraction->extractor->classes.priors, first, match->first);
}

/* 近期, 一段时间以来: of no day or month that words which may tell of something else could be of. */
static gboolean
is_vague (EntEdtf date)
{
  return ((date.start.qualifier | date.end.qualifier) & ENT_EDTF_APPROXIMATE) != 0;
}

/* 总理和委员长将会见甲国总统: "and" between two of one side is no "with". */
static gboolean
joins_own (const EntExtraction *extraction,
           const EntCandidate  *candidate)
{
  const EntActorPhrase *all = (const EntActorPhrase *) (gconstpointer) extraction->phrases->data;
  const EntRuleMatch *match = candidate->match;
  const EntEdge *and = ent_chart_find (extraction->chart, match->first, extraction->extractor->classes.ands);
  int before, behind;

  if (and == NULL || candidate->give->with < 0 || !ent_kind_is_contact (candidate->kind)
      || !ent_extraction_is_ideographic (extraction, match))
    return FALSE;
  before = ent_extraction_find_phrase_before (extraction, 0, match->first);
  behind = before + 1;
  return before >= 0 && behind < (int) extraction->phrases->len && all[before].end == match->first
         && all[behind].first == and->end && all[before].kind == ENT_PHRASE_PERSON
         && all[behind].kind == ENT_PHRASE_PERSON && all[before].actor == all[behind].actor;
}

static gboolean
read_event (EntExtraction      *extraction,
            const EntEventGive *give,
            const EntRuleMatch *match)
{
  EntCandidate candidate = { .give = give, .match = match, .kind = find_kind (extraction, give, match) };
  EntCandidate told;
  const EntTerm *place;
  guint n_objects = extraction->n_objects;
  gboolean placed;
  int plan;

  candidate.dated = ent_extraction_find_date (extraction, give, match, &candidate.date, &candidate.basis,
                                              &candidate.date_at, &candidate.ambiguous);
  if (!candidate.dated
      && (ent_extraction_find_about (extraction, match) > 0
          || (give->undated == ENT_GIVE_UNDATED_STATEMENT
              && (is_occasion (extraction, match) || is_prior (extraction, match)))))
    return FALSE;
  if ((give->leftover && !candidate.dated)
      || (give->leftover == ENT_GIVE_LEFTOVER_LAST && is_vague (candidate.date)
          && ent_extraction_is_ideographic (extraction, match))
      || !ent_candidate_read_status (extraction, &candidate))
    return FALSE;
  /* 希望尽快停火: one word of what is to be some time is a wish. */
  if (give->leftover && candidate.status == ENT_STATUS_PLANNED && is_vague (candidate.date)
      && ent_extraction_is_ideographic (extraction, match))
    return FALSE;
  ent_candidate_settle_plan (extraction, &candidate);
  /* 今天决定向乙国提供援助: it begins today, and is not kept yet. */
  if (candidate.kind == ENT_KIND_COMMITMENT && candidate.status == ENT_STATUS_OCCURRED && candidate.dated
      && !give->leftover && ent_extraction_is_ideographic (extraction, match)
      && extraction->day != ENT_DAY_OPEN_START && ent_edtf_is_day (candidate.date)
      && ent_edtf_earliest (candidate.date) >= extraction->day)
    {
      candidate.status = ENT_STATUS_PLANNED;
      candidate.dated = FALSE;
    }
  /* 将解除限制 is a promise; 自8月5日起取消关税 is done by decree. */
  if (candidate.kind == ENT_KIND_DELIVERY && candidate.status == ENT_STATUS_PLANNED && !give->leftover
      && (give->undated != ENT_GIVE_UNDATED_STATEMENT || !candidate.dated || !ent_edtf_is_day (candidate.date))
      && ent_extraction_is_ideographic (extraction, match))
    candidate.kind = ENT_KIND_COMMITMENT;
  ent_candidate_take_days (extraction, &candidate);
  ent_candidate_read_parties (extraction, &candidate);
  if (joins_own (extraction, &candidate) || is_alone_today (extraction, &candidate)
      || (candidate.homeward && (!give->leftover || ent_extraction_is_ideographic (extraction, match))))
    return FALSE;
  if (is_news_of_title (extraction, &candidate))
    candidate.kind = (EntKind) extraction->headline_kind;
  place = ent_kind_is_contact (candidate.kind) ? ent_extraction_find_place (extraction, match) : NULL;
  candidate.place = place != NULL ? place->value : NULL;
  /* "consultations were held today in the format of a video conference" */
  if (candidate.kind == ENT_KIND_MEETING
      && ent_extraction_has (extraction, extraction->extractor->classes.phones, match->first,
                             get_means_end (extraction, match)))
    candidate.kind = ENT_KIND_CALL;
  /* "spoke about it with her counterpart in New York": face to face. */
  if (candidate.kind == ENT_KIND_CALL && extraction->headline_kind != ENT_KIND_CALL && is_at_place (extraction, match)
      && !is_remote (extraction))
    candidate.kind = ENT_KIND_MEETING;
  plan = ent_candidate_find_plan (extraction, give, match);
  if (plan >= 0)
    ent_candidate_deny_plan (extraction, &candidate, plan);
  told = candidate;
  if (ent_candidate_place_legs (extraction, &candidate))
    return TRUE;
  placed = give->each != ENT_GIVE_EACH_NO ? ent_candidate_place_each (extraction, &candidate)
                                          : ent_candidate_place (extraction, &candidate);
  if (placed)
    place_joined (extraction, &told);
  else /* What told of nothing has nobody on its other side, whom a word inside it may have as its subject. */
    extraction->n_objects = n_objects;
  return placed;
}

/**
 * ent_extraction_read_match:
 * @extraction: the state of reading
 * @match: a match of a rule in the sentence being read
 *
 * Makes an event of it, joins it to one that was told before, or leaves it.
 *
 * Returns: whether its words are used up; if not, what stands inside them may still say something
 */
gboolean
ent_extraction_read_match (EntExtraction      *extraction,
                           const EntRuleMatch *match)
{
  const EntEventGive *give = &extraction->extractor->gives[match->rule];

  if (!give->is_event)
    read_initiator (extraction, give, match);
  else if (give->leftover && ent_extraction_is_in_name (extraction, match))
    return FALSE;
  else if (give->leftover && extraction->n_leftovers < ENT_MAX_LEFTOVERS)
    extraction->leftovers[extraction->n_leftovers++] = *match;
  else if (!give->leftover)
    {
      /* 欢迎部长来访: of the visit that is reported, or of none. */
      gboolean report = give->needs & ENT_GIVE_NEEDS_REPORT && ent_extraction_is_ideographic (extraction, match);

      return has_lead (extraction, give, match) && !ent_extraction_is_attribute (extraction, give, match)
             && (read_event (extraction, give, match) || report);
    }
  return TRUE;
}

/* How far the date stands that a word would take; none if it finds none. */
static gboolean
measure_leftover (const EntExtraction *extraction,
                  const EntRuleMatch  *match,
                  guint32             *distance)
{
  EntEdtf date;
  EntEventDateBasis basis;
  gboolean ambiguous;
  guint32 at;

  if (!ent_extraction_find_date (extraction, &extraction->extractor->gives[match->rule], match, &date, &basis, &at,
                                 &ambiguous))
    return FALSE;
  *distance = at < match->first ? match->first - at : at - match->first;
  return TRUE;
}

/**
 * ent_extraction_read_leftovers:
 * @extraction: the state of reading; all matches of the sentence must be read
 *
 * Dates that no event took are those of the words nearest to them that tell of a happening.
 */
void
ent_extraction_read_leftovers (EntExtraction *extraction)
{
  while (extraction->n_leftovers > 0)
    {
      guint best = extraction->n_leftovers;
      guint32 least = 0;
      EntRuleMatch match;

      for (guint i = 0; i < extraction->n_leftovers; i++)
        {
          guint32 distance;

          distance = 0;
          if (!measure_leftover (extraction, &extraction->leftovers[i], &distance))
            continue;
          if (extraction->extractor->gives[extraction->leftovers[i].rule].leftover == ENT_GIVE_LEFTOVER_LAST)
            distance += LAST_DISTANCE;
          if (best == extraction->n_leftovers || distance < least)
            {
              best = i;
              least = distance;
            }
        }
      if (best == extraction->n_leftovers)
        return;
      match = extraction->leftovers[best];
      extraction->leftovers[best] = extraction->leftovers[--extraction->n_leftovers];
      read_event (extraction, &extraction->extractor->gives[match.rule], &match);
    }
}
