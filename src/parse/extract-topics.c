/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/extract-private.h"

/* Adverbs between a speaker and the verb: "also once again stressed". */
#define MAX_ADVERBS 3
/* The words of an office before a word of it: "Secretary of State for Defence". */
#define LONGEST_OFFICE 6

/* Whether a person's name stands in a phrase beside the title. */
static gboolean
has_name (const EntExtraction  *extraction,
          const EntActorPhrase *phrase)
{
  if (phrase->words.end > phrase->words.start)
    return TRUE;
  for (guint32 at = phrase->first; at < phrase->end; at++)
    if (ent_chart_find (extraction->chart, at, extraction->extractor->classes.persons) != NULL)
      return TRUE;
  return FALSE;
}

/* "Defense Minister Dong Jun", 垂秀夫大使: what an office is called is no topic where its holder is named. */
static gboolean
is_office (const EntExtraction *extraction,
           const EntEdge       *edge)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;

  for (guint32 back = 0; back <= LONGEST_OFFICE && back <= edge->first; back++)
    {
      const EntEdge *actor = ent_chart_find (extraction->chart, edge->first - back, classes->actors);
      const EntActorPhrase *phrase;

      if (actor == NULL || actor->end < edge->end)
        continue;
      phrase = &g_array_index (extraction->phrases, EntActorPhrase, actor->value);
      if (phrase->kind != ENT_PHRASE_PERSON || !has_name (extraction, phrase))
        return FALSE;
      for (guint32 at = phrase->first; at <= edge->first; at++)
        {
          const EntEdge *title = ent_chart_find (extraction->chart, at, classes->titles);

          if (title != NULL && title->end >= edge->end)
            return TRUE;
        }
      return FALSE;
    }
  return FALSE;
}

/* "Ministry of National Defense": who issues a statement is no topic. */
static gboolean
is_body (const EntExtraction *extraction,
         const EntEdge       *edge)
{
  for (guint32 back = 0; back <= LONGEST_OFFICE && back <= edge->first; back++)
    {
      const EntEdge *body = ent_chart_find (extraction->chart, edge->first - back,
                                            extraction->extractor->classes.bodies);

      if (body != NULL && body->end >= edge->end)
        return TRUE;
    }
  return FALSE;
}

/* Who speaks of Hong Kong in Hong Kong's own statements speaks of itself. */
static gboolean
is_own_name (const EntExtraction *extraction,
             const EntTerm       *term)
{
  const EntVocabulary *vocabulary = extraction->extractor->vocabulary;

  return term->value != NULL && extraction->issuer != ENT_ACTOR_NONE
         && g_str_equal (term->value, ent_vocabulary_get_actor (vocabulary, extraction->issuer)->id);
}

static gboolean
raises (const EntExtraction *extraction,
        const EntEdge       *edge)
{
  const EntTerm *term = &extraction->extractor->terms[edge->value];

  return term->index != ENT_TOPIC_NONE && !is_own_name (extraction, term) && !is_office (extraction, edge)
         && !is_body (extraction, edge);
}

static void
add_span (EntExtraction *extraction,
          const EntEdge *edge,
          guint16        speaker)
{
  const EntToken *tokens = extraction->tokens->tokens;
  EntTopicSpan span = {
    .span = { tokens[edge->first].start, tokens[edge->end - 1].end },
    .speaker = speaker,
    .assertion = ENT_ASSERTION_STATED,
    .topic = (guint8) extraction->extractor->terms[edge->value].index,
  };

  if (speaker != ENT_ACTOR_NONE && speaker != extraction->issuer)
    span.assertion = ENT_ASSERTION_ATTRIBUTED;
  g_array_append_val (extraction->topic_spans, span);
}

/* What a sentence has raised so far. */
typedef struct
{
  const EntEdge *weak[ENT_MAX_TOPICS]; /* the first weak term of each */
  guint64 topics;
  guint16 speaker;
} Raised;

/* A comma or "and" between the members of a list. */
static gboolean
is_list_mark (const EntExtraction *extraction,
              guint32              token)
{
  if (extraction->tokens->tokens[token].kind == ENT_TOKEN_PUNCT)
    return ent_tokens_is_mark_or_wide (extraction->tokens, token, ',', "、");
  return ent_chart_find (extraction->chart, token, extraction->extractor->classes.ands) != NULL;
}

static gboolean
is_topic_class (const EntExtractClasses *classes,
                guint32                  class_id)
{
  return class_id == classes->topics || class_id == classes->weak_topics
         || (classes->passing_topics != 0 && class_id == classes->passing_topics);
}

static gboolean
begins_term (const EntExtraction *extraction,
             guint32              token)
{
  for (const EntEdge *edge = ent_chart_get_first (extraction->chart, token); edge != NULL;
       edge = ent_chart_get_next (extraction->chart, edge))
    if (is_topic_class (&extraction->extractor->classes, edge->class_id))
      return TRUE;
  return FALSE;
}

/* "in trade, energy, health and culture": each field of a list is spoken of, not touched on. */
static gboolean
is_listed (const EntExtraction *extraction,
           const EntEdge       *edge)
{
  guint32 next = edge->end + 1;

  if (edge->first == 0 || next >= extraction->tokens->n_tokens || !is_list_mark (extraction, edge->first - 1)
      || !is_list_mark (extraction, edge->end))
    return FALSE;
  if (is_list_mark (extraction, next))
    next++;
  return next < extraction->tokens->n_tokens && begins_term (extraction, next);
}

/* A word that speaks of a topic in passing says it firmly only with another; weak ones, however often, do not. */
static void
note_firmness (EntExtraction *extraction,
               const EntEdge *edge,
               guint64        topic)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;

  if (edge->class_id == classes->topics || (edge->class_id != classes->weak_topics && is_listed (extraction, edge)))
    extraction->firm_topics |= topic;
  else if (edge->class_id == classes->weak_topics)
    {
      extraction->firm_topics |= extraction->passing_topics & topic;
      extraction->weak_topics |= topic;
    }
  else
    {
      extraction->firm_topics |= (extraction->passing_topics | extraction->weak_topics) & topic;
      extraction->passing_topics |= topic;
    }
}

/* One strong term raises a topic, or two different weak ones. */
static void
take_term (EntExtraction *extraction,
           const EntEdge *edge,
           Raised        *raised)
{
  guint32 topic = extraction->extractor->terms[edge->value].index;

  if (!raises (extraction, edge))
    return;
  if (edge->class_id == extraction->extractor->classes.weak_topics)
    {
      if (raised->weak[topic] == NULL)
        raised->weak[topic] = edge;
      if (raised->weak[topic]->value == edge->value)
        return;
    }
  raised->topics |= G_GUINT64_CONSTANT (1) << topic;
  note_firmness (extraction, edge, G_GUINT64_CONSTANT (1) << topic);
  add_span (extraction, edge, raised->speaker);
}

/* The words that the longest term takes which begins here; one may be of several topics, and the longest strong term
 * counts inside a longer weak one. */
static guint32
take_terms (EntExtraction *extraction,
            guint32        token,
            Raised        *raised)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  guint32 longest = 0;
  guint32 strong = 0;

  for (const EntEdge *edge = ent_chart_get_first (extraction->chart, token); edge != NULL;
       edge = ent_chart_get_next (extraction->chart, edge))
    {
      gboolean is_strong = edge->class_id != classes->weak_topics;

      if (!is_topic_class (classes, edge->class_id) || edge->end < (is_strong ? strong : longest)
          || !ent_actor_stage_fits (extraction->extractor->actors, extraction->chart, edge))
        continue;
      longest = MAX (longest, edge->end);
      if (is_strong || extraction->extractor->terms[edge->value].index == ENT_TOPIC_NONE)
        strong = edge->end;
      take_term (extraction, edge, raised);
    }
  return longest;
}

static guint64
read_sentence (EntExtraction     *extraction,
               const EntSentence *sentence,
               guint16            speaker)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  guint64 bits = ent_class_get_bit (classes->topics) | ent_class_get_bit (classes->passing_topics)
                 | ent_class_get_bit (classes->weak_topics);
  Raised raised = { .speaker = speaker };

  for (guint32 at = sentence->first; at < sentence->end;)
    {
      guint32 end = ent_chart_may_begin (extraction->chart, at, bits) ? take_terms (extraction, at, &raised) : 0;

      at = end > 0 ? end : at + 1;
    }
  return raised.topics;
}

/* Whether a verb of saying follows a phrase. */
static gboolean
says (const EntExtraction *extraction,
      guint32              at,
      guint32              end)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;

  for (guint i = 0; i < MAX_ADVERBS && at < end; i++)
    {
      const EntEdge *adverb;

      if (ent_chart_find (extraction->chart, at, classes->says) != NULL)
        return TRUE;
      adverb = ent_chart_find (extraction->chart, at, classes->adverbs);
      if (adverb == NULL)
        return FALSE;
      at = adverb->end;
    }
  return FALSE;
}

static guint16
resolve_speaker (const EntExtraction  *extraction,
                 const EntActorPhrase *phrase,
                 guint16               before)
{
  switch (phrase->kind)
    {
    case ENT_PHRASE_SIDES:
      return ENT_ACTOR_NONE;
    case ENT_PHRASE_SELF:
      return extraction->issuer;
    case ENT_PHRASE_BACK:
      return extraction->last_person.end > 0 ? extraction->last_person.actor : before;
    default:
      return phrase->actor;
    }
}

/* Who speaks in a sentence, as the statement tells it; @speaker goes on if it does not say, which @goes_on tells. */
static guint16
find_speaker (EntExtraction     *extraction,
              const EntSentence *sentence,
              guint             *phrase,
              guint16            speaker,
              gboolean          *goes_on)
{
  gboolean found = FALSE;
  gboolean named = FALSE;
  gboolean first = extraction->tokens->tokens[sentence->first].kind != ENT_TOKEN_CJK;

  for (; *phrase < extraction->phrases->len; (*phrase)++)
    {
      const EntActorPhrase *one = &g_array_index (extraction->phrases, EntActorPhrase, *phrase);

      if (one->first >= sentence->end)
        break;
      /* "The two leaders signed": no longer what the last speaker said. Chinese tells that by its paragraphs. */
      if (first && one->first >= sentence->first && one->kind == ENT_PHRASE_SIDES)
        speaker = extraction->issuer;
      first = first && one->first < sentence->first;
      if (!found && one->first >= sentence->first && says (extraction, one->end, sentence->end))
        {
          found = TRUE;
          speaker = resolve_speaker (extraction, one, speaker);
        }
      if (one->kind == ENT_PHRASE_PERSON && !named)
        {
          extraction->last_person = *one;
          named = TRUE;
        }
    }
  *goes_on = !found;
  return speaker;
}

/**
 * ent_extraction_read_topics:
 * @extraction: the state of reading; the phrases must be found
 *
 * Finds each sentence's topics and speaker. A speaker goes on speaking to the end of the paragraph.
 */
void
ent_extraction_read_topics (EntExtraction *extraction)
{
  const EntTokens *tokens = extraction->tokens;
  guint16 speaker = extraction->issuer;
  guint phrase = 0;

  for (gsize i = 0; i < tokens->n_sentences; i++)
    {
      const EntSentence *sentence = &tokens->sentences[i];
      EntSentenceFacts facts;

      if (i == 0 || sentence->paragraph != tokens->sentences[i - 1].paragraph)
        speaker = extraction->issuer;
      speaker = find_speaker (extraction, sentence, &phrase, speaker, &facts.goes_on);
      facts.speaker = speaker;
      facts.topics = read_sentence (extraction, sentence, speaker);
      g_array_append_val (extraction->facts, facts);
    }
}

/* Where words of tone begin: each event asks for those of its sentences. */
static void
find_tones (EntExtraction *extraction)
{
  guint32 tones = extraction->extractor->classes.tones;

  extraction->tones = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 at = 0; at < extraction->tokens->n_tokens; at++)
    if (ent_chart_find (extraction->chart, at, tones) != NULL)
      g_array_append_val (extraction->tones, at);
}

/**
 * ent_extraction_dup_tones:
 * @extraction: the state of reading
 * @first: a token
 * @end: a token after it
 *
 * Returns: (transfer full) (nullable): the lemmas of the words of tone in between, each once
 */
char **
ent_extraction_dup_tones (EntExtraction *extraction,
                          guint32        first,
                          guint32        end)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  guint32 at = first;
  char **copy;

  if (extraction->tones == NULL)
    find_tones (extraction);
  for (guint i = 0; i < extraction->tones->len; i++)
    {
      guint32 token = g_array_index (extraction->tones, guint32, i);
      const EntEdge *edge;

      if (token < at || token >= end)
        continue;
      edge = ent_chart_find (extraction->chart, token, extraction->extractor->classes.tones);
      /* One lemma is one string of the vocabulary. */
      if (!g_ptr_array_find (words, extraction->extractor->terms[edge->value].value, NULL))
        g_ptr_array_add (words, (gpointer) extraction->extractor->terms[edge->value].value);
      at = edge->end;
    }
  if (words->len == 0)
    return NULL;
  g_ptr_array_add (words, NULL);
  copy = g_strdupv ((char **) words->pdata);
  return copy;
}
