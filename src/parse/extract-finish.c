/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/extract-private.h"

/* A sentence of so many tokens says something; a heading, a number or a place and date do not. */
#define FULL_SENTENCE 12
/* What is told in passing is news for so many days. */
#define NEWS_DAYS 3
/* So many tokens into a sentence those who speak in it are named, and so many of them are several. */
#define LONGEST_HEAD 10
#define FEW 3
/* What a statement reports is no longer than so many days. */
#define LONGEST_DAYS 7
/* The topic of what goes on between two sides. */
#define RELATIONS "relations"
/* What it weighs that a statement names somebody as one who acts, and as one whom it speaks of. */
#define AGENT_WEIGHT 3
#define OBLIQUE_WEIGHT 1
/* What a statement is about it gives a weight of one in so many sentences. */
#define SENTENCES_A_WEIGHT 4

/* Whether a sentence says something: it is long, and ends with a mark, as no heading does, or only with what it adds in
 * brackets: "… of the Ministers (Lima, 3 May)". */
static gboolean
is_full (const EntTokens   *tokens,
         const EntSentence *sentence)
{
  const EntToken *last = &tokens->tokens[sentence->end - 1];

  return sentence->end - sentence->first >= FULL_SENTENCE
         && (tokens->tokens[sentence->first].kind == ENT_TOKEN_CJK
             || (last->kind == ENT_TOKEN_PUNCT && tokens->text[last->start] != ')'));
}

/* The first sentence that is not furniture, a full one if there is one; the number of sentences if all are. */
static guint
find_first_sentence (const EntExtraction *extraction)
{
  const EntTokens *tokens = extraction->tokens;
  guint first = tokens->n_sentences;

  for (guint i = 0; i < tokens->n_sentences; i++)
    {
      const EntSentence *sentence = &tokens->sentences[i];

      if (tokens->tokens[sentence->first].flags & ENT_TOKEN_FURNITURE)
        continue;
      if (is_full (tokens, sentence))
        return i;
      first = MIN (first, i);
    }
  return first;
}

/* "Yesterday, the Minister convened": the first date of a sentence that what it reports may have. */
static const EntTimex *
find_report_date (const EntExtraction *extraction,
                  guint                sentence)
{
  const EntSentence *s = &extraction->tokens->sentences[sentence];

  for (guint32 at = s->first; at < s->end; at++)
    {
      const EntEdge *edge = ent_chart_find (extraction->chart, at, extraction->extractor->classes.dates);
      const EntTimex *timex = edge != NULL ? &g_array_index (extraction->timexes, EntTimex, edge->value) : NULL;

      if (timex != NULL && ent_extraction_is_usable (timex) && ent_extraction_is_reportable (extraction, timex->edtf)
          && ent_edtf_get_width (timex->edtf) <= LONGEST_DAYS)
        return timex;
    }
  return NULL;
}

/* The persons whom the first sentence names. */
static void
add_persons (EntExtraction *extraction,
             guint          sentence)
{
  const EntSentence *s = &extraction->tokens->sentences[sentence];

  for (guint i = 0; i < extraction->phrases->len; i++)
    {
      const EntActorPhrase *phrase = &g_array_index (extraction->phrases, EntActorPhrase, i);

      if (phrase->first >= s->first && phrase->end <= s->end && phrase->kind == ENT_PHRASE_PERSON)
        ent_parties_add (&extraction->sides, phrase);
    }
}

/* The actor, other than the issuer, whom the statement names most as one who acts: not "arms sales to Taiwan". Whom one
 * names here and there in a long speech, or in a row with others, it is not about. */
static guint16
find_other_side (const EntExtraction *extraction)
{
  guint n_actors = ent_vocabulary_get_n_actors (extraction->extractor->vocabulary);
  g_autofree guint *weights = g_new0 (guint, n_actors);
  guint16 best = ENT_ACTOR_NONE, second = ENT_ACTOR_NONE;

  for (guint i = 0; i < extraction->phrases->len; i++)
    {
      const EntActorPhrase *phrase = &g_array_index (extraction->phrases, EntActorPhrase, i);

      if (phrase->actor == ENT_ACTOR_NONE || phrase->actor == extraction->issuer)
        continue;
      weights[phrase->actor] += ent_extraction_is_oblique (extraction, phrase) ? OBLIQUE_WEIGHT : AGENT_WEIGHT;
      if (best == ENT_ACTOR_NONE || weights[phrase->actor] > weights[best])
        best = phrase->actor;
    }
  for (guint16 i = 0; best != ENT_ACTOR_NONE && i < n_actors; i++)
    if (i != best && weights[i] > 0 && (second == ENT_ACTOR_NONE || weights[i] > weights[second]))
      second = i;
  if (best == ENT_ACTOR_NONE || ent_parties_have (&extraction->titled, best))
    return best;
  if (weights[best] * SENTENCES_A_WEIGHT < extraction->tokens->n_sentences
      || (second != ENT_ACTOR_NONE && weights[second] == weights[best]))
    return ENT_ACTOR_NONE;
  return best;
}

static void
add_reported (EntExtraction *extraction,
              EntKind        kind,
              guint          sentence,
              const char    *why)
{
  const EntTimex *timex = ent_kind_is_contact (kind) ? find_report_date (extraction, sentence) : NULL;
  EntMention mention;

  ent_mention_init (&mention);
  mention.kind = kind;
  mention.date = timex != NULL ? timex->edtf : extraction->today;
  mention.doubts = timex != NULL ? 0 : ENT_DOUBT_ISSUE_DATE;
  if (timex != NULL)
    mention.basis = ent_extraction_get_basis (extraction, timex);
  mention.role = ENT_ROLE_REPORTS;
  mention.speaker = extraction->issuer;
  mention.explanation = g_strdup (why);
  /* What a cable tells is said by those it tells of. */
  if (kind == ENT_KIND_STATEMENT && extraction->genre != ENT_STATEMENT_CABLE)
    mention.initiator = extraction->issuer;
  ent_extraction_add_parties (extraction, &mention, &extraction->sides);
  if (mention.n_actors < 2 && extraction->issuer != ENT_ACTOR_NONE)
    ent_mention_add_actor (&mention, extraction->issuer);
  if (mention.n_actors == 0)
    {
      ent_mention_clear (&mention);
      return;
    }
  ent_extraction_add_evidence (extraction, &mention, sentence);
  g_array_append_val (extraction->mentions, mention);
  extraction->reported = (int) extraction->mentions->len - 1;
}

/* Takes what a match told for what the statement reports. */
static gboolean
adopt (EntExtraction *extraction,
       int            index)
{
  ent_extraction_get_mention (extraction, index)->role = ENT_ROLE_REPORTS;
  extraction->reported = index;
  return TRUE;
}

/* A statement that begins with what is to come reports that. */
static gboolean
adopt_announcement (EntExtraction *extraction,
                    guint          sentence)
{
  const EntSentence *s = &extraction->tokens->sentences[sentence];
  guint32 end = extraction->tokens->tokens[s->end - 1].end;

  if (extraction->headline_kind == ENT_KIND_STATEMENT)
    return FALSE;
  for (guint i = extraction->first; i < extraction->mentions->len; i++)
    {
      EntMention *mention = ent_extraction_get_mention (extraction, (int) i);
      gboolean contact = ent_kind_is_contact (mention->kind);

      if (mention->role != ENT_ROLE_ANNOUNCES || mention->basis == ENT_EVENT_DATE_STATEMENT
          || (extraction->headline_kind >= 0 && ent_kind_is_contact ((EntKind) extraction->headline_kind) != contact)
          || g_array_index (mention->evidence, EntSpan, 0).start >= end)
        continue;
      return adopt (extraction, (int) i);
    }
  return FALSE;
}

/* "discussed it in a meeting today": what a statement of the issuer's own begins with is what it reports, however it is
 * told. */
static gboolean
adopt_contact (EntExtraction *extraction,
               guint          sentence)
{
  const EntSentence *s = &extraction->tokens->sentences[sentence];
  guint32 end = extraction->tokens->tokens[s->end - 1].end;

  if (extraction->headline_kind == ENT_KIND_STATEMENT || extraction->tokens->tokens[s->first].kind == ENT_TOKEN_CJK)
    return FALSE;
  for (guint i = extraction->first; i < extraction->mentions->len; i++)
    {
      EntMention *mention = ent_extraction_get_mention (extraction, (int) i);
      gboolean own = FALSE;

      for (guint j = 0; j < mention->n_actors; j++)
        own = own || mention->actors[j] == extraction->issuer;
      if (!own || mention->n_actors < 2 || !ent_kind_is_contact (mention->kind)
          || mention->status != ENT_STATUS_OCCURRED || mention->basis == ENT_EVENT_DATE_STATEMENT
          || !ent_extraction_is_reportable (extraction, mention->date)
          || ent_edtf_latest (mention->date) + NEWS_DAYS < extraction->day
          || g_array_index (mention->evidence, EntSpan, 0).start >= end)
        continue;
      return adopt (extraction, (int) i);
    }
  return FALSE;
}

/* Whether a sentence names the issuer, or somebody who is none of an event's, before it tells of that. */
static gboolean
is_told_by_another (const EntExtraction *extraction,
                    const EntMention    *mention,
                    const EntSentence   *sentence)
{
  for (guint i = 0; i < extraction->phrases->len; i++)
    {
      const EntActorPhrase *phrase = &g_array_index (extraction->phrases, EntActorPhrase, i);
      gboolean own = phrase->kind == ENT_PHRASE_SELF;

      if (phrase->first < sentence->first || phrase->first >= sentence->end
          || extraction->tokens->tokens[phrase->first].start >= mention->at)
        continue;
      for (guint j = 0; j < mention->n_actors && !own; j++)
        own = phrase->actor == mention->actors[j];
      return phrase->kind == ENT_PHRASE_SELF || !own;
    }
  return TRUE;
}

/* "The Presidents of Peru and Chile met in Geneva today": what others did with each other a statement reports that
 * begins with it, and does not begin with what somebody says of it. */
static gboolean
adopt_others (EntExtraction *extraction,
              guint          sentence)
{
  const EntSentence *s = &extraction->tokens->sentences[sentence];
  guint32 end = extraction->tokens->tokens[s->end - 1].end;

  if (extraction->headline_kind >= 0 || extraction->tokens->tokens[s->first].kind == ENT_TOKEN_CJK)
    return FALSE;
  for (guint i = extraction->first; i < extraction->mentions->len; i++)
    {
      EntMention *mention = ent_extraction_get_mention (extraction, (int) i);

      if ((mention->kind != ENT_KIND_MEETING && mention->kind != ENT_KIND_SUMMIT
           && mention->kind != ENT_KIND_AGREEMENT)
          || mention->status != ENT_STATUS_OCCURRED || mention->n_actors < 2
          || !ent_extraction_is_reportable (extraction, mention->date)
          || ent_edtf_latest (mention->date) + NEWS_DAYS < extraction->day
          || g_array_index (mention->evidence, EntSpan, 0).start >= end || is_told_by_another (extraction, mention, s))
        continue;
      return adopt (extraction, (int) i);
    }
  return FALSE;
}

/* "The following statement was issued today by the Council's president": what a statement begins with is itself. */
static gboolean
adopt_statement (EntExtraction *extraction,
                 guint          sentence)
{
  const EntSentence *s = &extraction->tokens->sentences[sentence];
  guint32 end = extraction->tokens->tokens[s->end - 1].end;

  for (guint i = extraction->first; i < extraction->mentions->len; i++)
    {
      EntMention *mention = ent_extraction_get_mention (extraction, (int) i);

      if (mention->kind != ENT_KIND_STATEMENT || mention->status != ENT_STATUS_OCCURRED
          || mention->actors[0] != extraction->issuer || !ent_edtf_is_day (mention->date)
          || ent_edtf_earliest (mention->date) != extraction->day
          || g_array_index (mention->evidence, EntSpan, 0).start >= end)
        continue;
      return adopt (extraction, (int) i);
    }
  return FALSE;
}

/* "Joint Statement by the United States and Colombia" is of both. */
static gboolean
is_joint (const EntExtraction *extraction)
{
  return extraction->genre == ENT_STATEMENT_COMMUNIQUE && extraction->titled.n_actors > 1;
}

/* The token behind commas, "and" and articles. */
static guint32
skip_joints (const EntExtraction *extraction,
             guint32              at,
             guint32              end)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;

  while (at < end)
    {
      const EntEdge *edge = ent_chart_find (extraction->chart, at, classes->ands);

      if (edge == NULL)
        edge = ent_chart_find (extraction->chart, at, classes->articles);
      if (edge == NULL && extraction->tokens->text[extraction->tokens->tokens[at].start] != ',')
        return at;
      at = edge != NULL ? edge->end : at + 1;
    }
  return at;
}

/* "The Foreign Ministers of Austria, Belgium and Chile affirm": a list of several that a statement of many begins with
 * are those who make it. */
static void
add_signatories (EntExtraction *extraction,
                 guint          sentence)
{
  const EntSentence *s = &extraction->tokens->sentences[sentence];

  guint32 at = s->first;
  EntParties list = { .n_actors = 0 };

  while (at < s->first + LONGEST_HEAD && at < s->end
         && ent_chart_find (extraction->chart, at, extraction->extractor->classes.actors) == NULL)
    at++;
  while (at < s->end)
    {
      const EntEdge *edge = ent_chart_find (extraction->chart, at, extraction->extractor->classes.actors);

      if (edge == NULL || edge->end > s->end)
        break;
      ent_parties_add_actor (&list, g_array_index (extraction->phrases, EntActorPhrase, edge->value).actor);
      at = skip_joints (extraction, edge->end, s->end);
    }
  if (list.n_actors >= FEW)
    ent_parties_join (&extraction->sides, &list);
}

/* A statement of a state whose text tells of no event of its own still is one: words to somebody. */
static void
add_missing_report (EntExtraction *extraction)
{
  guint sentence = find_first_sentence (extraction);

  if (ent_edtf_is_none (extraction->anchor) || sentence == extraction->tokens->n_sentences)
    return;
  if (adopt_announcement (extraction, sentence) || adopt_contact (extraction, sentence)
      || adopt_others (extraction, sentence))
    return;
  if (extraction->headline_kind >= 0 && extraction->headline_kind != ENT_KIND_STATEMENT)
    {
      if (extraction->sides.n_actors < 2)
        add_persons (extraction, sentence);
      add_reported (extraction, (EntKind) extraction->headline_kind, sentence, "the title");
      return;
    }
  if (extraction->issuer == ENT_ACTOR_NONE || adopt_statement (extraction, sentence))
    return;
  extraction->sides.n_actors = extraction->sides.n_people = 0;
  ent_parties_add_actor (&extraction->sides, extraction->issuer);
  if (extraction->genre == ENT_STATEMENT_COMMUNIQUE)
    add_signatories (extraction, sentence);
  if (is_joint (extraction) && extraction->sides.n_actors < FEW)
    ent_parties_join (&extraction->sides, &extraction->titled);
  else if (extraction->genre == ENT_STATEMENT_CABLE && extraction->post != ENT_ACTOR_NONE
           && extraction->post != extraction->issuer)
    ent_parties_add_actor (&extraction->sides, extraction->post);
  /* Answers to several questions are words to nobody in particular. */
  else if (extraction->n_exchanges < 2 && !extraction->domestic && extraction->sides.n_actors < FEW)
    ent_parties_add_actor (&extraction->sides, find_other_side (extraction));
  add_reported (extraction, extraction->genre == ENT_STATEMENT_COMMUNIQUE ? ENT_KIND_AGREEMENT : ENT_KIND_STATEMENT,
                sentence, "the statement itself");
}

static gboolean
is_within (EntSpan       inner,
           const GArray *spans)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const EntSpan *span = &g_array_index (spans, EntSpan, i);

      if (inner.start >= span->start && inner.end <= span->end)
        return TRUE;
    }
  return FALSE;
}

/* Whether another event of the same sentence begins nearer before a place: "agreed to …, and to …". */
static gboolean
is_of_another (EntExtraction    *extraction,
               const EntMention *mention,
               guint32           place)
{
  const EntSpan *own = &g_array_index (mention->evidence, EntSpan, 0);

  for (guint i = extraction->first; mention->evidence->len == 1 && i < extraction->mentions->len; i++)
    {
      const EntMention *other = ent_extraction_get_mention (extraction, (int) i);

      if (other != mention && other->at >= own->start && other->at < own->end && other->at <= place
          && (other->at > mention->at || mention->at > place) && other->status == mention->status)
        return TRUE;
    }
  return FALSE;
}

/* A promise takes what its own part of the sentence raises. */
static void
narrow_topics (EntExtraction *extraction,
               EntMention    *mention)
{
  guint64 topics = 0;

  for (guint i = mention->topic_spans->len; i > 0; i--)
    {
      const EntTopicSpan *span = &g_array_index (mention->topic_spans, EntTopicSpan, i - 1);

      if (is_of_another (extraction, mention, span->span.start))
        g_array_remove_index (mention->topic_spans, i - 1);
      else
        topics |= G_GUINT64_CONSTANT (1) << span->topic;
    }
  mention->topics = topics;
}

/* What a statement only speaks of in passing it does not raise, if it raises anything else. */
static guint64
get_firm_topics (const EntExtraction *extraction)
{
  return extraction->firm_topics != 0 ? extraction->firm_topics : extraction->passing_topics | extraction->weak_topics;
}

/* Whether what two sides do is of their relations, whatever they talk about: they visit, recognise or shun each
 * other. */
static gboolean
is_of_relations (const EntMention *mention)
{
  switch (mention->kind)
    {
    case ENT_KIND_VISIT:
    case ENT_KIND_RECOGNITION:
    case ENT_KIND_SUSPENSION:
    case ENT_KIND_EXPULSION:
      return mention->role == ENT_ROLE_REPORTS && mention->n_actors == 2 && mention->until > mention->at;
    default:
      return FALSE;
    }
}

/* Its own words raise the topic of relations then. */
static void
add_relations (const EntExtraction *extraction,
               EntMention          *mention)
{
  EntTopicSpan span = { .span = { mention->at, mention->until } };
  guint topic;

  if (!is_of_relations (mention)
      || !ent_vocabulary_find_topic (extraction->extractor->vocabulary, RELATIONS, &topic)
      || mention->topics >> topic & 1)
    return;
  mention->topics |= G_GUINT64_CONSTANT (1) << topic;
  span.speaker = mention->speaker;
  span.assertion = ENT_ASSERTION_STATED;
  span.topic = (guint8) topic;
  g_array_append_val (mention->topic_spans, span);
}

/* What an event's own words raise: what they only speak of in passing they do not, if they raise anything else. */
static guint64
get_raised_topics (const EntExtraction *extraction,
                   const EntMention    *mention)
{
  guint64 firm = mention->topics & get_firm_topics (extraction);

  return mention->role == ENT_ROLE_REPORTS && firm != 0 ? firm : mention->topics;
}

/* What is reported takes all that the statement raises; other events what their own sentences do. */
static void
set_topics (EntExtraction *extraction,
            int            index)
{
  EntMention *mention = ent_extraction_get_mention (extraction, index);
  gboolean reported = index == extraction->reported;

  if (reported)
    mention->topics = 0;
  for (guint i = 0; reported && i < extraction->facts->len; i++)
    mention->topics |= g_array_index (extraction->facts, EntSentenceFacts, i).topics & get_firm_topics (extraction);
  if (!reported)
    mention->topics = get_raised_topics (extraction, mention);
  for (guint i = 0; i < extraction->topic_spans->len; i++)
    {
      const EntTopicSpan *span = &g_array_index (extraction->topic_spans, EntTopicSpan, i);

      if (mention->topics >> span->topic & 1 && (reported || is_within (span->span, mention->evidence)))
        g_array_append_val (mention->topic_spans, *span);
    }
  if (!reported && (mention->kind == ENT_KIND_COMMITMENT || mention->kind == ENT_KIND_MECHANISM))
    narrow_topics (extraction, mention);
  add_relations (extraction, mention);
}

static void
set_tones (EntExtraction *extraction,
           int            index)
{
  EntMention *mention = ent_extraction_get_mention (extraction, index);
  const EntTokens *tokens = extraction->tokens;
  gsize first = 0;
  gsize end = tokens->n_tokens;

  if (index != extraction->reported && mention->evidence->len > 0)
    {
      const EntSpan *span = &g_array_index (mention->evidence, EntSpan, 0);

      first = ent_tokens_find (tokens, span->start);
      end = MIN (ent_tokens_find (tokens, span->end), tokens->n_tokens);
    }
  mention->tone_words = ent_extraction_dup_tones (extraction, (guint32) first, (guint32) end);
}

static guint32
get_start (const EntMention *mention)
{
  return mention->evidence->len > 0 ? g_array_index (mention->evidence, EntSpan, 0).start : 0;
}

static int
compare_mentions (gconstpointer a,
                  gconstpointer b)
{
  guint32 start_a = get_start (a);
  guint32 start_b = get_start (b);

  return start_a < start_b ? -1 : start_a > start_b;
}

/**
 * ent_extraction_finish:
 * @extraction: the state of reading; all sentences must be read
 *
 * Sees to it that the statement reports something, and gives its events their topics and tone.
 */
void
ent_extraction_finish (EntExtraction *extraction)
{
  g_autoptr (GArray) sorted = NULL;
  guint n;

  ent_extraction_leave_own_affairs (extraction);
  if (extraction->reported < 0)
    add_missing_report (extraction);
  ent_extraction_complete_talk (extraction);
  n = extraction->mentions->len - extraction->first;
  for (guint i = 0; i < n; i++)
    {
      set_topics (extraction, (int) (extraction->first + i));
      set_tones (extraction, (int) (extraction->first + i));
    }
  if (n < 2)
    return;
  sorted = g_array_sized_new (FALSE, FALSE, sizeof (EntMention), n);
  g_array_append_vals (sorted, ent_extraction_get_mention (extraction, (int) extraction->first), n);
  g_array_sort (sorted, compare_mentions);
  for (guint i = 0; i < n; i++)
    *ent_extraction_get_mention (extraction, (int) (extraction->first + i)) = g_array_index (sorted, EntMention, i);
}
