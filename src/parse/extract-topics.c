/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/extract-private.h"

/* Adverbs between a speaker and the verb: "also once again stressed". */
#define MAX_ADVERBS 3

/* The longest topic term that begins here; of equally long ones a strong one. */
static const EntEdge *
find_topic (const EntExtraction *extraction,
            guint32              token)
{
  const EntExtractor *extractor = extraction->extractor;
  const EntEdge *best = NULL;

  for (const EntEdge *edge = ent_chart_get_first (extraction->chart, token); edge != NULL;
       edge = ent_chart_get_next (extraction->chart, edge))
    {
      gboolean strong = edge->class_id == extractor->classes.topics;

      if (!strong && edge->class_id != extractor->classes.weak_topics)
        continue;
      if (best != NULL && (edge->end < best->end || best->class_id == extractor->classes.topics))
        break;
      if (ent_actor_stage_fits (extractor->actors, extraction->chart, edge))
        best = edge;
    }
  return best;
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

/* A sentence's topics: one strong term, or two different weak ones. */
static guint64
read_sentence (EntExtraction     *extraction,
               const EntSentence *sentence,
               guint16            speaker)
{
  const EntExtractor *extractor = extraction->extractor;
  const EntEdge *weak[ENT_MAX_TOPICS] = { NULL };
  guint64 topics = 0;

  for (guint32 at = sentence->first; at < sentence->end;)
    {
      const EntEdge *edge = find_topic (extraction, at);
      guint32 topic;

      if (edge == NULL)
        {
          at++;
          continue;
        }
      topic = extractor->terms[edge->value].index;
      at = edge->end;
      if (edge->class_id == extractor->classes.topics)
        {
          topics |= G_GUINT64_CONSTANT (1) << topic;
          add_span (extraction, edge, speaker);
        }
      else if (weak[topic] == NULL)
        weak[topic] = edge;
      else if (weak[topic]->value != edge->value)
        {
          topics |= G_GUINT64_CONSTANT (1) << topic;
          add_span (extraction, edge, speaker);
        }
    }
  return topics;
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

/* Who speaks in a sentence, as the statement tells it; @speaker goes on if it does not say. */
static guint16
find_speaker (EntExtraction     *extraction,
              const EntSentence *sentence,
              guint             *phrase,
              guint16            speaker)
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
      speaker = find_speaker (extraction, sentence, &phrase, speaker);
      facts.speaker = speaker;
      facts.topics = read_sentence (extraction, sentence, speaker);
      g_array_append_val (extraction->facts, facts);
    }
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
ent_extraction_dup_tones (const EntExtraction *extraction,
                          guint32              first,
                          guint32              end)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  char **copy;

  for (guint32 at = first; at < end;)
    {
      const EntEdge *edge = ent_chart_find (extraction->chart, at, extraction->extractor->classes.tones);

      if (edge == NULL)
        {
          at++;
          continue;
        }
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
