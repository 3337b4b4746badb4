/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/extract-candidate.h"

#include <string.h>

/* What a statement reports took not longer than so many days. */
#define NEWS_WIDTH 31
/* What is told as news without a day was so many days before at most. */
#define NEWS_DAYS 4
/* So many mentions back one and the same event is looked for. */
#define MERGE_REACH 200
/* So many tokens from a verb on what it concludes may stand. */
#define ACCORD_REACH 12
/* So many tokens before a clause the word of a promise that is told in it may stand. */
#define WORD_REACH 4
/* So many tokens before a match "also" may stand. */
#define ALSO_REACH 4
/* So many tokens a clause has at most that only tells when, or that there is more. */
#define ADVERB_LENGTH 6

/* Where the clause before begins, if it is no longer than a word that tells when or that there is more. */
static guint32
get_adverb (const EntExtraction *extraction,
            guint32              clause)
{
  guint32 before;

  if (clause < ent_extraction_get_sentence (extraction)->first + 2)
    return clause;
  before = ent_extraction_get_clause (extraction, clause - 2);
  return before + ADVERB_LENGTH + 1 >= clause ? before : clause;
}

/* 上午会谈。当天下午，双方再次会谈: once more on the same day, as words of when and of again tell together. */
static gboolean
is_told_once_more (const EntExtraction *extraction,
                   const EntRuleMatch  *match)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  guint32 clause = ent_extraction_get_clause (extraction, match->first);
  const EntRuleSet *rules = extraction->extractor->rules;
  guint32 first = get_adverb (extraction, clause);

  if (!ent_extraction_is_ideographic (extraction, match)
      || !ent_extraction_has (extraction, classes->agains, clause, match->end))
    return FALSE;
  for (guint32 at = first; at < match->first; at++)
    {
      const EntEdge *then = ent_chart_find (extraction->chart, at, classes->thens);

      /* 自9月会谈后时隔3个月再度会晤: behind other talks. */
      if (then != NULL
          && (at == first
              || g_strcmp0 (ent_rule_set_get_value (rules, classes->thens, then->value), "contact") != 0))
        return TRUE;
    }
  return FALSE;
}

/**
 * ent_extraction_is_apart:
 * @extraction: the state of reading
 * @match: a match
 *
 * Returns: whether it is an item of a list, or what was done besides: an event of its own, however alike its words
 */
gboolean
ent_extraction_is_apart (const EntExtraction *extraction,
                         const EntRuleMatch  *match)
{
  guint32 clause = ent_extraction_get_clause (extraction, match->first);
  guint32 near = match->first > ALSO_REACH ? MAX (clause, match->first - ALSO_REACH) : clause;

  /* 随后王毅会见了她: who acts stands between; 当天下午，又会见了总理: or a clause of that word alone before. */
  if (ent_extraction_is_ideographic (extraction, match))
    near = get_adverb (extraction, clause);
  return extraction->listing || ent_extraction_find_colon (extraction, match->first) > 0
         || ent_extraction_has (extraction, extraction->extractor->classes.alsos, near, match->first)
         || is_told_once_more (extraction, match);
}

static gboolean
has_name (const EntParties *parties,
          const char       *name)
{
  for (guint i = 0; i < parties->n_people; i++)
    if (g_strcmp0 (parties->people[i].name, name) == 0)
      return TRUE;
  return FALSE;
}

/* Whether both may be one by who takes part: somebody is named in both, and not each has somebody else besides
 * ("he met the minister, and later the vice-premier met him"). */
static gboolean
share_person (const EntMention *mention,
              const EntParties *parties)
{
  guint n_shared = 0;
  guint n_missed = 0;

  if (mention->people == NULL || parties->n_people == 0)
    return TRUE;
  for (guint i = 0; i < parties->n_people; i++)
    {
      const char *name = parties->people[i].name;

      if (name == NULL)
        return TRUE;
      n_shared += g_strv_contains ((const char * const *) mention->people, name);
    }
  for (char **name = mention->people; *name != NULL; name++)
    n_missed += !has_name (parties, *name);
  return n_shared > 0 && (n_shared == parties->n_people || n_missed == 0);
}

/* Whether somebody is named whom a mention does not name. */
static gboolean
names_another (const EntMention *mention,
               const EntParties *parties)
{
  for (guint i = 0; i < parties->n_people; i++)
    {
      const char *name = parties->people[i].name;

      /* Whom no table has is another than those whom one has. */
      if (name == NULL && parties->people[i].words.end > 0)
        return TRUE;
      if (name != NULL
          && (mention->people == NULL || !g_strv_contains ((const char * const *) mention->people, name)))
        return TRUE;
    }
  return FALSE;
}

/* Whether its date may be that of what the statement reports, and is no "this year". */
static gboolean
may_be_news (const EntExtraction *extraction,
             const EntCandidate  *candidate)
{
  return ent_extraction_is_reportable (extraction, candidate->date)
         && ent_edtf_get_width (candidate->date) <= NEWS_WIDTH;
}

static gboolean
is_wide (EntEdtf date)
{
  return ent_edtf_get_width (date) > NEWS_WIDTH;
}

/* "host the meeting early in the year … a summit in its first half": two plans for some time are two. */
static gboolean
is_other_plan (const EntExtraction *extraction,
               const EntCandidate  *candidate,
               const EntMention    *mention)
{
  return candidate->status == ENT_STATUS_PLANNED && candidate->dated && !candidate->give->refers
         && !ent_extraction_is_ideographic (extraction, candidate->match)
         && is_wide (candidate->date) && !ent_edtf_equal (candidate->date, mention->date) && is_wide (mention->date);
}

/* "the summit on April 22 … a meeting in the near future": a plan for some time is not one for a day. A visit that was
 * told without any date is the one that is told again with its days. */
static gboolean
is_told_wider (const EntExtraction *extraction,
               const EntCandidate  *candidate,
               const EntMention    *mention)
{
  if (candidate->kind == ENT_KIND_VISIT && mention->basis == ENT_EVENT_DATE_STATEMENT)
    return FALSE;
  return candidate->status == ENT_STATUS_PLANNED && !candidate->give->refers
         && !ent_extraction_is_ideographic (extraction, candidate->match)
         && is_wide (candidate->date) != is_wide (mention->date);
}

/* "He also met the Prime Minister": with somebody whom what is reported, whose sides are both named, does not know. */
static gboolean
is_with_another (const EntCandidate *candidate,
                 const EntMention   *mention)
{
  const EntParties *parties = &candidate->parties;

  return !candidate->give->refers && candidate->give->with >= 0 && parties->n_people == 1
         && parties->people[0].name != NULL && mention->people != NULL && g_strv_length (mention->people) > 1
         && !g_strv_contains ((const char * const *) mention->people, parties->people[0].name);
}

/* Whether a name of a mention ends as one does that is written in the text: "Minister Kaba" is Fatou Kaba. */
static gboolean
has_last_word (const EntExtraction *extraction,
               const EntMention    *mention,
               EntSpan              words)
{
  const char *text = extraction->tokens->text;
  gsize first = words.end;

  while (first > words.start && text[first - 1] != ' ')
    first--;
  for (char **name = mention->people; *name != NULL; name++)
    {
      gsize length = strlen (*name);

      if (length >= words.end - first
          && g_ascii_strncasecmp (*name + length - (words.end - first), text + first, words.end - first) == 0)
        return TRUE;
    }
  return FALSE;
}

/* "She also met the Speaker", "met with the Vice-President and the Minister": the match names somebody whom what was
 * told before does not know; in Chinese other words tell. */
static gboolean
is_one_more (const EntExtraction *extraction,
             const EntCandidate  *candidate,
             const EntMention    *mention)
{
  const EntActorPhrase *all = (const EntActorPhrase *) (gconstpointer) extraction->phrases->data;
  const EntCapture *with = candidate->give->with >= 0 ? &candidate->match->captures[candidate->give->with] : NULL;
  guint names = mention->people != NULL ? g_strv_length (mention->people) : 0;

  if (extraction->listing || with == NULL || with->first == ENT_CAPTURE_NONE
      || candidate->give->refers || candidate->kind == ENT_KIND_VISIT || mention->kind == ENT_KIND_VISIT
      || ent_extraction_is_ideographic (extraction, candidate->match))
    return FALSE;
  for (int at = ent_extraction_find_phrase_before (extraction, with->first, with->end);
       at >= 0 && all[at].first >= with->first; at--)
    {
      if (all[at].kind != ENT_PHRASE_PERSON || (!candidate->apart && (all[at].bare || names < 2)))
        continue;
      if (names == 0)
        return TRUE;
      if (all[at].name != NULL
            ? !g_strv_contains ((const char * const *) mention->people, all[at].name)
            : all[at].words.end == all[at].words.start || !has_last_word (extraction, mention, all[at].words))
        return TRUE;
    }
  return FALSE;
}

/* "was to see the Minister that morning", in a cable that reports it: no further plan. */
static gboolean
is_foretold (const EntExtraction *extraction,
             const EntCandidate  *candidate,
             const EntMention    *mention)
{
  return extraction->genre == ENT_STATEMENT_CABLE && candidate->status == ENT_STATUS_PLANNED
         && mention->status == ENT_STATUS_OCCURRED && candidate->dated && ent_edtf_is_day (candidate->date)
         && ent_edtf_overlaps (mention->date, candidate->date);
}

/* 会见大使，并与副外长通电话: with somebody else, and not face to face. */
static gboolean
is_other_way (const EntExtraction *extraction,
              const EntCandidate  *candidate,
              int                  index)
{
  const EntMention *mention = ent_extraction_get_mention (extraction, index);

  /* "met in May, following a call earlier that month" */
  if (index == extraction->touched && index != extraction->reported && candidate->dated
      && !ent_extraction_is_ideographic (extraction, candidate->match))
    return (mention->kind == ENT_KIND_CALL) != (candidate->kind == ENT_KIND_CALL);
  return (mention->kind == ENT_KIND_CALL) != (candidate->kind == ENT_KIND_CALL) && candidate->give->with >= 0
         && !candidate->give->refers && ent_extraction_is_ideographic (extraction, candidate->match)
         && names_another (mention, &candidate->parties);
}

/* "Meeting with the Minister (3 May) … will receive the Minister today": what a statement of its day has as over and as
 * to come is to come. */
static gboolean
is_of_today (const EntExtraction *extraction,
             const EntCandidate  *candidate,
             const EntMention    *mention)
{
  return extraction->genre != ENT_STATEMENT_CABLE && mention->status != ENT_STATUS_DENIED
         && candidate->status != ENT_STATUS_DENIED && ent_edtf_is_day (mention->date)
         && ent_edtf_earliest (mention->date) == extraction->day && mention->n_actors == candidate->parties.n_actors
         && (candidate->dated ? ent_edtf_is_day (candidate->date)
                                  && ent_edtf_earliest (candidate->date) == extraction->day
                              : candidate->give->refers)
         && !ent_extraction_is_ideographic (extraction, candidate->match);
}

/* 12日至15日访问甲地，15日至17日访问乙地: one begins on the day on which the other ends. */
static gboolean
follows_on (EntEdtf one,
            EntEdtf other)
{
  return ent_edtf_is_interval (one) && ent_edtf_is_interval (other) && ent_edtf_get_width (one) > 1
         && ent_edtf_get_width (other) > 1
         && (ent_edtf_earliest (one) == ent_edtf_latest (other) || ent_edtf_latest (one) == ent_edtf_earliest (other));
}

/* 将对上述三国进行访问。6月30日至7月2日访问蒙古: of one of several states, and of some of the days. */
static gboolean
is_leg_of_journey (const EntExtraction *extraction,
                   const EntCandidate  *candidate,
                   const EntMention    *mention)
{
  if (candidate->dated && mention->basis == ENT_EVENT_DATE_EXPLICIT && follows_on (candidate->date, mention->date))
    return TRUE;
  return candidate->kind == ENT_KIND_VISIT && candidate->dated && candidate->parties.n_actors == 2
         && candidate->date_at >= ent_extraction_get_sentence (extraction)->first
         && mention->n_actors > 2
         && (mention->basis != ENT_EVENT_DATE_STATEMENT || ent_edtf_is_day (candidate->date))
         && ent_edtf_get_width (candidate->date) < ent_edtf_get_width (mention->date)
         && ent_extraction_is_ideographic (extraction, candidate->match);
}

static gboolean
is_held_again (const EntExtraction *extraction,
               const EntCandidate  *candidate)
{
  return candidate->status == ENT_STATUS_OCCURRED && candidate->kind != ENT_KIND_VISIT && !candidate->give->refers
         && is_told_once_more (extraction, candidate->match);
}

/* 访问期间将举行会谈，19日将出席庆典: what has a day of its own is not what is planned for some day of the visit, whichever
 * is told first. */
static gboolean
is_of_day_of_visit (const EntExtraction *extraction,
                    const EntCandidate  *candidate,
                    const EntMention    *mention)
{
  if (!candidate->dated || candidate->status != ENT_STATUS_PLANNED || candidate->kind == ENT_KIND_VISIT
      || !ent_extraction_is_ideographic (extraction, candidate->match))
    return FALSE;
  return (ent_edtf_is_day (candidate->date) && ent_edtf_is_interval (mention->date))
         || (!candidate->give->refers && ent_edtf_is_interval (candidate->date) && ent_edtf_is_day (mention->date));
}

static gboolean
is_same_contact (const EntExtraction *extraction,
                 const EntCandidate  *candidate,
                 int                  index)
{
  const EntMention *mention = ent_extraction_get_mention (extraction, index);
  gboolean reported = index == extraction->reported;

  if (!ent_kind_is_contact (mention->kind)
      || (mention->status != candidate->status && !is_of_today (extraction, candidate, mention)
          && !(reported && is_foretold (extraction, candidate, mention)))
      || (mention->kind == ENT_KIND_VISIT) != (candidate->kind == ENT_KIND_VISIT)
      || !ent_parties_cover (&candidate->parties, mention) || is_leg_of_journey (extraction, candidate, mention)
      || is_held_again (extraction, candidate) || is_other_way (extraction, candidate, index) || candidate->unnamed
      || is_one_more (extraction, candidate, mention))
    return FALSE;
  if ((!reported || (candidate->parties.n_people > 1 && !candidate->give->refers))
      && !share_person (mention, &candidate->parties))
    return FALSE;
  if (reported && !ent_extraction_is_ideographic (extraction, candidate->match) && is_with_another (candidate, mention))
    return FALSE;
  /* "will be received by the minister, and then call another": a call to come is no meeting to come. */
  if (candidate->status == ENT_STATUS_PLANNED && !candidate->give->refers
      && (mention->kind == ENT_KIND_CALL) != (candidate->kind == ENT_KIND_CALL)
      && !ent_extraction_is_ideographic (extraction, candidate->match))
    return FALSE;
  /* "Their last call" is not the one that is reported. */
  if (reported && candidate->give->role == ENT_ROLE_MENTIONS)
    return FALSE;
  /* "The Bali meeting" in the report of another is that one, not this. */
  if (!candidate->dated && candidate->give->refers && candidate->place != NULL
      && g_strcmp0 (mention->group, candidate->place) != 0)
    return FALSE;
  /* 两国元首巴厘岛会晤的共识…今年5月在华盛顿会面: without a day, that of one place is not of the day of another. */
  if (candidate->dated && candidate->place != NULL && mention->group != NULL && ent_edtf_is_interval (mention->date)
      && mention->date.start.precision == ENT_EDTF_OPEN
      && ent_extraction_is_ideographic (extraction, candidate->match)
      && g_strcmp0 (mention->group, candidate->place) != 0)
    return FALSE;
  /* 本月早些时候举行了会议: not what is reported of one day. */
  if (reported && candidate->dated && !candidate->give->refers
      && ent_extraction_is_ideographic (extraction, candidate->match) && ent_edtf_is_day (mention->date)
      && !ent_edtf_is_day (candidate->date) && mention->basis != ENT_EVENT_DATE_STATEMENT)
    return FALSE;
  if (is_of_day_of_visit (extraction, candidate, mention))
    return FALSE;
  /* 访问期间出席论坛，31日会见总理: what has a day of its own, and somebody else who meets, is not what took several. */
  if (!reported && candidate->dated && candidate->status == ENT_STATUS_OCCURRED && candidate->kind != ENT_KIND_VISIT
      && ent_extraction_is_ideographic (extraction, candidate->match) && ent_edtf_is_day (candidate->date)
      && ent_edtf_is_interval (mention->date) && !candidate->give->refers
      && names_another (mention, &candidate->parties))
    return FALSE;
  /* 上午两国元首会谈，当天下午又同总理会晤: with whom is told where the match names him, else where two are named. */
  if (candidate->apart && candidate->status == ENT_STATUS_OCCURRED
      && (candidate->parties.n_people > (candidate->give->with >= 0 ? 0 : 1)
          || (mention->people != NULL && g_strv_length (mention->people) > 1))
      && ent_extraction_is_ideographic (extraction, candidate->match) && mention->kind != ENT_KIND_VISIT
      && names_another (mention, &candidate->parties))
    return FALSE;
  /* 将会见总统，同外长举行会谈: each with somebody of a name of its own. */
  if (candidate->status == ENT_STATUS_PLANNED && candidate->give->with >= 0 && !candidate->give->refers
      && candidate->kind != ENT_KIND_VISIT && mention->kind != ENT_KIND_VISIT && candidate->parties.n_people > 0
      && ent_extraction_is_ideographic (extraction, candidate->match) && names_another (mention, &candidate->parties))
    return FALSE;
  /* Each session of a list of those to come is one of its own. */
  if (!candidate->dated && candidate->apart && candidate->status == ENT_STATUS_PLANNED)
    return FALSE;
  if (!candidate->dated)
    return reported || candidate->status != ENT_STATUS_OCCURRED || mention->status == ENT_STATUS_PLANNED
           || (candidate->place != NULL && g_strcmp0 (mention->group, candidate->place) == 0);
  if (!reported && (is_told_wider (extraction, candidate, mention) || is_other_plan (extraction, candidate, mention)))
    return FALSE;
  return ent_edtf_overlaps (mention->date, candidate->date)
         || ent_candidate_is_same_journey (extraction, candidate, mention)
         || (mention->basis == ENT_EVENT_DATE_STATEMENT && (reported || mention->kind == ENT_KIND_VISIT)
             && !candidate->give->refers && !candidate->give->leftover && candidate->parties.n_actors > 1
             && may_be_news (extraction, candidate));
}

/* "a test in January and a launch in February": one sentence, two events. */
static gboolean
differ_in_date (const EntCandidate *candidate,
                const EntMention   *mention)
{
  return candidate->dated && mention->basis != ENT_EVENT_DATE_STATEMENT
         && !ent_edtf_overlaps (mention->date, candidate->date);
}

/* What one side does to another once, and a text tells more than once. */
static gboolean
is_act (EntKind kind)
{
  return kind == ENT_KIND_SANCTION || kind == ENT_KIND_SUSPENSION || kind == ENT_KIND_EXPULSION
         || kind == ENT_KIND_DELIVERY;
}

/* "The Council listed four. In response China listed ten": what each does to the other is no one event. */
static gboolean
differ_in_subject (const EntCandidate *candidate,
                   const EntMention   *mention)
{
  return ent_kind_is_directed (candidate->kind) && candidate->subject != ENT_ACTOR_NONE
         && mention->subject != ENT_ACTOR_NONE && mention->subject != candidate->subject
         && candidate->parties.n_actors + mention->n_actors > 2;
}

/* 决定加征关税 … 自6月1日起加征: what is told as news, and again with the day on which it was done or begins. */
static gboolean
is_told_again (const EntExtraction *extraction,
               const EntCandidate  *candidate,
               const EntMention    *mention)
{
  gboolean news = mention->basis == ENT_EVENT_DATE_STATEMENT && mention->role == ENT_ROLE_REPORTS;
  gboolean untold = !candidate->dated && candidate->give->undated == ENT_GIVE_UNDATED_STATEMENT;

  if (!ent_extraction_is_ideographic (extraction, candidate->match) || !is_act (candidate->kind)
      || mention->kind != candidate->kind || candidate->status == ENT_STATUS_DENIED
      || mention->status == ENT_STATUS_DENIED || candidate->apart || !ent_parties_cover (&candidate->parties, mention)
      || differ_in_subject (candidate, mention))
    return FALSE;
  if (news && candidate->dated)
    return ent_edtf_earliest (candidate->date) > extraction->day
           || (mention->status == candidate->status && may_be_news (extraction, candidate));
  if (!untold || news)
    return untold;
  return mention->date.end.precision != ENT_EDTF_OPEN && ent_extraction_is_reportable (extraction, mention->date);
}

/* 商定10月恢复直航: what is promised, and the word for it, in one clause. */
static gboolean
is_promised_there (const EntExtraction *extraction,
                   const EntCandidate  *candidate,
                   const EntMention    *mention)
{
  guint32 told;

  if (candidate->kind != ENT_KIND_COMMITMENT || candidate->give->kind == ENT_KIND_COMMITMENT
      || mention->kind != ENT_KIND_COMMITMENT || mention->status != candidate->status
      || !ent_parties_cover (&candidate->parties, mention))
    return FALSE;
  told = (guint32) ent_tokens_find (extraction->tokens, mention->at);
  /* 商定，10月恢复直航: the word for it closes the clause before. */
  return told < candidate->match->first
         && told + WORD_REACH >= ent_extraction_get_clause (extraction, candidate->match->first)
         && (!candidate->dated || ent_edtf_equal (mention->date, candidate->date));
}

/* What is concluded: the value of the first word for an accord that a sentence names from a token on, if it is one that
 * tells accords apart. */
static const char *
find_accord (const EntExtraction *extraction,
             guint32              first)
{
  const EntExtractor *extractor = extraction->extractor;
  const EntTokens *tokens = extraction->tokens;
  guint32 end = (guint32) MIN (first + ACCORD_REACH, tokens->n_tokens);

  for (guint32 at = first; at < end && (at == first || !(tokens->tokens[at].flags & ENT_TOKEN_SENTENCE)); at++)
    {
      const EntEdge *edge = ent_chart_find (extraction->chart, at, extractor->classes.accords);
      const char *value = NULL;

      if (edge == NULL)
        continue;
      value = ent_rule_set_get_value (extractor->rules, extractor->classes.accords, edge->value);
      return g_strcmp0 (value, "any") != 0 ? value : NULL;
    }
  return NULL;
}

/**
 * ent_candidate_is_other_accord:
 * @extraction: the state of reading
 * @candidate: a match on the way to an event
 * @mention: what was told before
 *
 * Returns: whether both are told as news by verbs, and each names another accord
 */
gboolean
ent_candidate_is_other_accord (const EntExtraction *extraction,
                               const EntCandidate  *candidate,
                               const EntMention    *mention)
{
  const char *one;
  const char *other;

  if (candidate->kind != ENT_KIND_AGREEMENT || mention->kind != ENT_KIND_AGREEMENT
      || candidate->give->undated != ENT_GIVE_UNDATED_STATEMENT
      || ent_extraction_is_ideographic (extraction, candidate->match) || extraction->extractor->classes.accords == 0)
    return FALSE;
  one = find_accord (extraction, candidate->match->first);
  other = find_accord (extraction, (guint32) ent_tokens_find (extraction->tokens, mention->at));
  return one != NULL && other != NULL && !g_str_equal (one, other);
}

/* 六国元首签署宣言，中哈签署协定: of two of those who are many. */
static gboolean
is_of_some (const EntExtraction *extraction,
            const EntCandidate  *candidate,
            const EntMention    *mention)
{
  return candidate->kind == ENT_KIND_AGREEMENT && candidate->parties.n_actors == 2
         && mention->n_actors > candidate->parties.n_actors
         && ent_extraction_is_ideographic (extraction, candidate->match);
}

/* "launch a dialogue, and set up a working group": two verbs of one sentence, two channels. */
static gboolean
is_other_channel (const EntExtraction *extraction,
                  const EntCandidate  *candidate)
{
  return candidate->kind == ENT_KIND_MECHANISM && candidate->status == ENT_STATUS_PLANNED
         && !ent_extraction_is_ideographic (extraction, candidate->match);
}

/* 17日，又出动坦克入侵，并向纵深炮击: one more raid, whose verbs all tell of it. */
static gboolean
is_same_raid (const EntExtraction *extraction,
              const EntCandidate  *candidate,
              int                  index)
{
  return candidate->kind == ENT_KIND_MILITARY && index == extraction->touched && candidate->dated
         && ent_edtf_equal (ent_extraction_get_mention (extraction, index)->date, candidate->date)
         && ent_extraction_is_ideographic (extraction, candidate->match);
}

/* "signed 19 agreements … The agreements were signed on May 27": what was told without a day, and again with it. */
static gboolean
is_accord_again (const EntExtraction *extraction,
                 const EntCandidate  *candidate,
                 const EntMention    *mention)
{
  guint32 first = candidate->match->first;

  return candidate->kind == ENT_KIND_AGREEMENT && candidate->dated && mention->basis == ENT_EVENT_DATE_STATEMENT
         && first > ent_extraction_get_sentence (extraction)->first
         && ent_extraction_has (extraction, extraction->extractor->classes.articles, first - 1, first)
         && may_be_news (extraction, candidate)
         && ent_edtf_earliest (candidate->date) + NEWS_DAYS >= extraction->day
         && !ent_extraction_is_ideographic (extraction, candidate->match);
}

/**
 * ent_candidate_find_same:
 * @extraction: the state of reading
 * @candidate: a match on the way to an event
 *
 * Returns: the mention of this statement that already tells of the same event; -1 for none
 */
int
ent_candidate_find_same (const EntExtraction *extraction,
                         const EntCandidate  *candidate)
{
  int last = (int) extraction->mentions->len - 1;
  int first = MAX ((int) extraction->first, last - MERGE_REACH);

  if (!ent_kind_is_contact (candidate->kind))
    {
      for (int i = last; i >= first; i--)
        {
          const EntMention *mention = ent_extraction_get_mention (extraction, i);

          if (mention->kind == candidate->kind && mention->status == candidate->status
              && (!candidate->apart || is_same_raid (extraction, candidate, i))
              && !is_of_some (extraction, candidate, mention)
              && candidate->kind != ENT_KIND_COMMITMENT && !differ_in_subject (candidate, mention)
              && !ent_candidate_is_other_accord (extraction, candidate, mention)
              && ent_parties_cover (&candidate->parties, mention)
              && ((i == extraction->touched && !differ_in_date (candidate, mention)
                   && !is_other_channel (extraction, candidate))
                  || is_accord_again (extraction, candidate, mention)
                  || (candidate->dated && ent_edtf_equal (mention->date, candidate->date))))
            return i;
          if (is_told_again (extraction, candidate, mention) || is_promised_there (extraction, candidate, mention))
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
