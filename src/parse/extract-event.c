/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/extract-candidate.h"

#include <string.h>

/* So many days before the statement's own what it reports may lie, and after it (the other side's clock). */
#define REPORT_DAYS_BEFORE 21
#define REPORT_DAYS_AFTER 1
/* What it reports did not take longer than so many days. */
#define REPORT_WIDTH 31
/* What a statement reports, it tells in its first sentences. */
#define REPORT_SENTENCES 4
/* A full sentence has so many tokens. */
#define FULL_SENTENCE 12
/* So many mentions back one and the same event is looked for. */
#define MERGE_REACH 200
/* So many tokens behind a match its place may stand. */
#define PLACE_REACH 12
/* So many tokens from an act a word of blame may stand. */
#define ACCUSAL_REACH 8
/* So many tokens before a date stands that it was one planned for. */
#define PLAN_REACH 3

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
  if (give->kind == ENT_KIND_COMMITMENT)
    return mention->status == ENT_STATUS_PLANNED && mention->role == ENT_ROLE_ANNOUNCES;
  return mention->kind == give->kind;
}

static const EntTerm *
find_place (const EntExtraction *extraction,
            const EntRuleMatch  *match,
            const EntEventGive  *give)
{
  const EntExtractor *extractor = extraction->extractor;
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);
  guint32 end = MIN (sentence->end, match->end + PLACE_REACH);

  for (guint32 at = match->first; at < end; at++)
    {
      const EntEdge *edge = ent_chart_find (extraction->chart, at, extractor->classes.places);

      if (edge == NULL || !ent_actor_stage_fits (extractor->actors, extraction->chart, edge))
        continue;
      if (at < match->end || ent_chart_find (extraction->chart, at - 1, extractor->classes.locatives) != NULL)
        return &extractor->terms[edge->value];
    }
  return NULL;
}

/* What a kind of contact becomes by who takes part: leaders in person make it a summit. */
static EntKind
refine_kind (const EntCandidate *candidate)
{
  if (candidate->kind == ENT_KIND_MEETING
      && ((candidate->by_name && ent_parties_are_leaders (&candidate->parties))
          || (candidate->leaders && candidate->parties.n_actors > 1)))
    return ENT_KIND_SUMMIT;
  return candidate->kind;
}

static gboolean
share_person (const EntMention *mention,
              const EntParties *parties)
{
  if (mention->people == NULL || parties->n_people == 0)
    return TRUE;
  for (guint i = 0; i < parties->n_people; i++)
    {
      const char *name = parties->people[i].name;

      if (name == NULL || g_strv_contains ((const char * const *) mention->people, name))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_same_contact (const EntExtraction *extraction,
                 const EntCandidate  *candidate,
                 int                  index)
{
  const EntMention *mention = ent_extraction_get_mention (extraction, index);
  gboolean reported = index == extraction->reported;

  if (!ent_kind_is_contact (mention->kind) || mention->status != candidate->status
      || (mention->kind == ENT_KIND_VISIT) != (candidate->kind == ENT_KIND_VISIT)
      || !ent_parties_cover (&candidate->parties, mention))
    return FALSE;
  if (!reported && !share_person (mention, &candidate->parties))
    return FALSE;
  /* "Their last call" is not the one that is reported. */
  if (reported && candidate->give->role == ENT_ROLE_MENTIONS)
    return FALSE;
  /* "The Bali meeting" in the report of another is that one, not this. */
  if (!candidate->dated && candidate->give->refers && candidate->place != NULL
      && g_strcmp0 (mention->group, candidate->place) != 0)
    return FALSE;
  /* Each session of a list of those to come is one of its own. */
  if (!candidate->dated && candidate->apart && candidate->status == ENT_STATUS_PLANNED)
    return FALSE;
  if (!candidate->dated)
    return reported || candidate->status != ENT_STATUS_OCCURRED
           || (candidate->place != NULL && g_strcmp0 (mention->group, candidate->place) == 0);
  return ent_edtf_overlaps (mention->date, candidate->date)
         || (mention->basis == ENT_EVENT_DATE_STATEMENT && reported && !candidate->give->refers
             && !candidate->give->leftover && candidate->parties.n_actors > 1);
}

/* "a test in January and a launch in February": one sentence, two events. */
static gboolean
differ_in_date (const EntCandidate *candidate,
                const EntMention   *mention)
{
  return candidate->dated && mention->basis != ENT_EVENT_DATE_STATEMENT
         && !ent_edtf_overlaps (mention->date, candidate->date);
}

/* The mention of this statement that already tells of the same event; -1 for none. */
static int
find_same (const EntExtraction *extraction,
           const EntCandidate  *candidate)
{
  int last = (int) extraction->mentions->len - 1;
  int first = MAX ((int) extraction->first, last - MERGE_REACH);

  if (!ent_kind_is_contact (candidate->kind))
    {
      for (int i = last; i >= first; i--)
        {
          const EntMention *mention = ent_extraction_get_mention (extraction, i);

          if (mention->kind == candidate->kind && mention->status == candidate->status && !candidate->apart
              && candidate->kind != ENT_KIND_COMMITMENT && ent_parties_cover (&candidate->parties, mention)
              && ((i == extraction->touched && !differ_in_date (candidate, mention))
                  || (candidate->dated && ent_edtf_equal (mention->date, candidate->date))))
            return i;
        }
      return -1;
    }
  if (extraction->reported >= 0 && is_same_contact (extraction, candidate, extraction->reported))
    return extraction->reported;
  for (int i = last; i >= first; i--)
    if (is_same_contact (extraction, candidate, i))
      return i;
  return -1;
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

/* Whether the sentence is one of the first that say something: headings and numbers do not count. */
static gboolean
is_among_first (const EntExtraction *extraction)
{
  guint n = 0;

  for (guint i = 0; i < extraction->sentence && n < REPORT_SENTENCES; i++)
    n += extraction->tokens->sentences[i].end - extraction->tokens->sentences[i].first >= FULL_SENTENCE;
  return n < REPORT_SENTENCES;
}

static gboolean
has_actor (const EntParties *parties,
           guint16           actor)
{
  for (guint i = 0; i < parties->n_actors; i++)
    if (parties->actors[i] == actor)
      return TRUE;
  return FALSE;
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
  if (extraction->day == ENT_DAY_OPEN_START)
    return TRUE;
  return ent_edtf_latest (date) >= extraction->day - REPORT_DAYS_BEFORE
         && ent_edtf_earliest (date) <= extraction->day + REPORT_DAYS_AFTER;
}

/* Whether a match may be what the statement is about. */
static gboolean
may_be_reported (const EntExtraction *extraction,
                 const EntCandidate  *candidate)
{
  if (extraction->reported >= 0 || candidate->status != ENT_STATUS_OCCURRED
      || (candidate->give->role != ENT_GIVE_ANY && candidate->give->role != ENT_ROLE_REPORTS))
    return FALSE;
  /* A heading that tells of others' doings is what the issuer speaks about, not what it reports. */
  if (extraction->issuer != ENT_ACTOR_NONE && candidate->parties.n_actors > 1 && ent_candidate_is_headline (extraction)
      && !has_actor (&candidate->parties, extraction->issuer))
    return FALSE;
  if (candidate->dated && !ent_extraction_is_reportable (extraction, candidate->date))
    return FALSE;
  if (extraction->headline_kind >= 0)
    return candidate->kind == (EntKind) extraction->headline_kind
           || (ent_kind_is_contact (candidate->kind) && ent_kind_is_contact ((EntKind) extraction->headline_kind));
  if (candidate->give->refers && !candidate->named)
    return FALSE;
  return is_among_first (extraction);
}

/* The date of what is told as news: that of what the statement reports, or the statement's own. */
static EntEdtf
get_news_date (const EntExtraction *extraction)
{
  const EntMention *reported;

  if (extraction->reported < 0)
    return extraction->anchor;
  reported = ent_extraction_get_mention (extraction, extraction->reported);
  if (!ent_edtf_is_day (reported->date) || !ent_extraction_is_reportable (extraction, reported->date))
    return extraction->anchor;
  return ent_edtf_day (ent_edtf_earliest (reported->date));
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
  if (candidate->give->undated == ENT_GIVE_UNDATED_STATEMENT && candidate->status == ENT_STATUS_OCCURRED)
    reported = TRUE;
  mention->doubts |= reported ? ENT_DOUBT_ISSUE_DATE : ENT_DOUBT_OPEN_DATE;
  if (reported)
    mention->date = get_news_date (extraction);
  else if (candidate->status != ENT_STATUS_OCCURRED)
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
  if (!candidate->dated && candidate->give->undated == ENT_GIVE_UNDATED_STATEMENT)
    return ENT_ROLE_REPORTS;
  /* Told of the statement's own day, by a verb: as new as the rest. */
  if (candidate->dated && !candidate->give->refers && ent_edtf_is_day (candidate->date)
      && ent_edtf_earliest (candidate->date) >= extraction->day - 1 && extraction->day != ENT_DAY_OPEN_START)
    return ENT_ROLE_REPORTS;
  return ENT_ROLE_MENTIONS;
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
  place = find_place (extraction, candidate->match, candidate->give);
  if (place != NULL && mention->place == NULL)
    {
      mention->place = g_strdup (place->value);
      mention->group = g_strdup (place->value);
      for (guint i = 0; i < mention->n_actors; i++)
        if (mention->actors[i] == place->index)
          mention->host = (guint16) place->index;
    }
  if (candidate->give->host >= 0 && candidate->match->captures[candidate->give->host].first != ENT_CAPTURE_NONE)
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

/* A mention was told of: what its sentence said before of who asked for it holds for it. */
static void
touch (EntExtraction *extraction,
       int            index,
       guint16        subject)
{
  extraction->touched = index;
  extraction->subject = subject;
  set_initiator (extraction, ent_extraction_get_mention (extraction, index), (EntGiveSets) extraction->pending);
}

static void
claim (EntExtraction      *extraction,
       const EntCandidate *candidate)
{
  if (candidate->dated && extraction->n_claimed < ENT_MAX_OBJECTS)
    extraction->claimed[extraction->n_claimed++] = candidate->date_at;
}

static void
join (EntExtraction      *extraction,
      const EntCandidate *candidate,
      int                 index)
{
  EntMention *mention = ent_extraction_get_mention (extraction, index);

  ent_extraction_add_evidence (extraction, mention, extraction->sentence);
  if (mention->basis == ENT_EVENT_DATE_STATEMENT && candidate->dated)
    {
      mention->doubts &= ~(guint32) (ENT_DOUBT_ISSUE_DATE | ENT_DOUBT_OPEN_DATE);
      set_date (extraction, candidate, FALSE, mention);
    }
  if (index == extraction->reported)
    ent_parties_join (&extraction->sides, &candidate->parties);
  if (!candidate->give->refers)
    ent_extraction_add_parties (extraction, mention, &candidate->parties);
  /* "This meeting" says nothing of where, whatever places its sentence names. */
  if (!candidate->give->bare)
    set_place (extraction, candidate, mention);
  claim (extraction, candidate);
  touch (extraction, index, candidate->subject);
}

static void
add_mention (EntExtraction      *extraction,
             const EntCandidate *candidate,
             gboolean            reported)
{
  const EntSentenceFacts *facts = &g_array_index (extraction->facts, EntSentenceFacts, extraction->sentence);
  EntMention mention;

  ent_mention_init (&mention);
  if (candidate->parties.n_actors == 0 || !set_date (extraction, candidate, reported, &mention))
    {
      ent_mention_clear (&mention);
      return;
    }
  mention.kind = candidate->kind;
  mention.apart = candidate->apart;
  mention.status = candidate->status;
  mention.role = find_role (extraction, candidate, reported);
  mention.speaker = reported ? extraction->issuer : facts->speaker;
  mention.assertion = reported ? ENT_ASSERTION_STATED : find_assertion (extraction, candidate, facts->speaker);
  ent_extraction_add_parties (extraction, &mention, &candidate->parties);
  set_place (extraction, candidate, &mention);
  ent_extraction_add_evidence (extraction, &mention, extraction->sentence);
  mention.explanation = explain (extraction, candidate->match);
  mention.at = extraction->tokens->tokens[candidate->match->first].start;
  g_array_append_val (extraction->mentions, mention);
  if (reported)
    {
      extraction->reported = (int) extraction->mentions->len - 1;
      ent_parties_join (&extraction->sides, &candidate->parties);
    }
  claim (extraction, candidate);
  touch (extraction, (int) extraction->mentions->len - 1, candidate->subject);
}

/* The reported event is that of the statement's sides where its own sentence names fewer than two. */
static void
complete_reported (const EntExtraction *extraction,
                   EntCandidate        *candidate)
{
  /* "the third conversation in recent months" is of today all the same. */
  if (candidate->dated && ent_edtf_latest (candidate->date) - ent_edtf_earliest (candidate->date) > REPORT_WIDTH)
    candidate->dated = FALSE;
  if (candidate->parties.n_actors < 2)
    ent_parties_join (&candidate->parties, &extraction->sides);
  if (candidate->parties.n_actors < 2)
    ent_parties_add_actor (&candidate->parties, extraction->issuer);
  candidate->kind = refine_kind (candidate);
}

static gboolean
meets_needs (const EntCandidate *candidate)
{
  guint8 needs = candidate->give->needs;

  if (needs & ENT_GIVE_NEEDS_DATE && !candidate->dated)
    return FALSE;
  if (needs & ENT_GIVE_NEEDS_TIME && !candidate->dated && candidate->place == NULL)
    return FALSE;
  if (needs & ENT_GIVE_NEEDS_TWO && candidate->parties.n_actors < 2)
    return FALSE;
  return !(needs & ENT_GIVE_NEEDS_NAME) || candidate->named;
}

/* Whether an event that is not what the statement reports is one all the same. */
static gboolean
stands_alone (const EntCandidate *candidate)
{
  if (!meets_needs (candidate) || candidate->parties.n_actors == 0)
    return FALSE;
  if (candidate->status == ENT_STATUS_OCCURRED)
    return candidate->dated || candidate->place != NULL
           || (candidate->give->undated != ENT_GIVE_UNDATED_NOTHING
               && (candidate->parties.n_actors > 1 || candidate->kind == ENT_KIND_SUSPENSION
                   || candidate->kind == ENT_KIND_EXPULSION || candidate->kind == ENT_KIND_PROTEST));
  if (candidate->status == ENT_STATUS_DENIED
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
         && has_actor (&extraction->sides, candidate->parties.actors[0]);
}

static void
place_candidate (EntExtraction *extraction,
                 EntCandidate  *candidate)
{
  int same;

  if (candidate->parties.n_actors < 2
      && (candidate->give->refers
          || (candidate->give->needs & ENT_GIVE_NEEDS_TWO && is_of_sides (extraction, candidate))))
    ent_parties_join (&candidate->parties, &extraction->sides);
  candidate->kind = refine_kind (candidate);
  ent_candidate_take_frame (extraction, candidate);
  same = find_same (extraction, candidate);
  if (same >= 0)
    {
      join (extraction, candidate, same);
      return;
    }
  if (may_be_reported (extraction, candidate))
    {
      complete_reported (extraction, candidate);
      add_mention (extraction, candidate, TRUE);
    }
  else if (stands_alone (candidate))
    add_mention (extraction, candidate, FALSE);
}

/* "visits by A and B": an event each. */
static void
place_each (EntExtraction *extraction,
            EntCandidate  *candidate)
{
  const EntRuleMatch *match = candidate->match;
  EntParties others = { .n_actors = 0 };
  EntParties list = { .n_actors = 0 };
  int listed = candidate->give->with >= 0 ? candidate->give->with : candidate->give->actor;
  int other = listed == candidate->give->with ? candidate->give->actor : candidate->give->with;

  ent_extraction_collect_capture (extraction, match, listed, &list);
  ent_extraction_collect_capture (extraction, match, other, &others);
  ent_extraction_collect_capture (extraction, match, candidate->give->host, &others);
  if (list.n_people < 2)
    {
      place_candidate (extraction, candidate);
      return;
    }
  if (others.n_actors == 0 && candidate->subject != ENT_ACTOR_NONE)
    ent_parties_add_actor (&others, candidate->subject);
  for (guint i = 0; i < list.n_people; i++)
    {
      EntCandidate one = *candidate;

      one.parties = others;
      ent_parties_add (&one.parties, &list.people[i]);
      place_candidate (extraction, &one);
    }
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
    touch (extraction, extraction->touched, extraction->subject);
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
  /* "Memorandum of conversation": face to face, where nothing says that it was not. */
  if (kind == ENT_KIND_CALL && extraction->genre == ENT_STATEMENT_CABLE && extraction->extractor->classes.remotes != 0
      && !ent_extraction_has (extraction, extraction->extractor->classes.remotes, match->first, match->end))
    return ENT_KIND_MEETING;
  return kind;
}

/* What was to be and is called off, by the class of its word; -1 if that is no contact. */
static int
find_plan (const EntExtraction *extraction,
           const EntEventGive  *give,
           const EntRuleMatch  *match)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  const EntCapture *capture = give->plan >= 0 ? &match->captures[give->plan] : NULL;

  if (capture == NULL || capture->first == ENT_CAPTURE_NONE || capture->class_id == 0)
    return -1;
  if (capture->class_id == classes->calls)
    return ENT_KIND_CALL;
  if (capture->class_id == classes->meetings)
    return ENT_KIND_MEETING;
  if (capture->class_id == classes->summits)
    return ENT_KIND_SUMMIT;
  return capture->class_id == classes->visits ? ENT_KIND_VISIT : -1;
}

/* "The visit planned for April was cancelled": the date is the plan's, which now is denied. */
static void
deny_plan (EntExtraction *extraction,
           EntCandidate  *candidate,
           int            kind)
{
  guint32 future = extraction->extractor->classes.future;
  guint32 first = MAX (candidate->date_at, PLAN_REACH) - PLAN_REACH;
  EntCandidate plan = *candidate;

  if (!candidate->dated || extraction->day == ENT_DAY_OPEN_START
      || (ent_edtf_earliest (candidate->date) <= extraction->day
          && !ent_extraction_has (extraction, future, first, candidate->date_at)))
    return;
  plan.kind = (EntKind) kind;
  plan.status = ENT_STATUS_DENIED;
  place_candidate (extraction, &plan);
  candidate->dated = FALSE;
}

static void
read_event (EntExtraction      *extraction,
            const EntEventGive *give,
            const EntRuleMatch *match)
{
  EntCandidate candidate = { .give = give, .match = match, .kind = find_kind (extraction, give, match) };
  const EntTerm *place;
  int plan;

  candidate.dated = ent_extraction_find_date (extraction, give, match, &candidate.date, &candidate.basis,
                                              &candidate.date_at, &candidate.ambiguous);
  if ((give->leftover && !candidate.dated) || !ent_candidate_read_status (extraction, &candidate))
    return;
  ent_candidate_settle_plan (extraction, &candidate);
  ent_candidate_read_parties (extraction, &candidate);
  place = ent_kind_is_contact (candidate.kind) ? find_place (extraction, match, give) : NULL;
  candidate.place = place != NULL ? place->value : NULL;
  plan = find_plan (extraction, give, match);
  if (plan >= 0)
    deny_plan (extraction, &candidate, plan);
  if (give->each)
    place_each (extraction, &candidate);
  else
    place_candidate (extraction, &candidate);
}

/**
 * ent_extraction_read_match:
 * @extraction: the state of reading
 * @match: a match of a rule in the sentence being read
 *
 * Makes an event of it, joins it to one that was told before, or leaves it.
 */
void
ent_extraction_read_match (EntExtraction      *extraction,
                           const EntRuleMatch *match)
{
  const EntEventGive *give = &extraction->extractor->gives[match->rule];

  if (!give->is_event)
    read_initiator (extraction, give, match);
  else if (give->leftover && extraction->n_leftovers < ENT_MAX_OBJECTS)
    extraction->leftovers[extraction->n_leftovers++] = *match;
  else if (!give->leftover && has_lead (extraction, give, match))
    read_event (extraction, give, match);
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

          if (measure_leftover (extraction, &extraction->leftovers[i], &distance)
              && (best == extraction->n_leftovers || distance < least))
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
