/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/extract-private.h"

/* A cable tells where it comes from in one of so many sentences, the lines of its head counted. */
#define HEAD_SENTENCES 6
/* Third states that are named so often, or once by one of their people, are what it speaks of. */
#define SEVERAL 2

/* "Ottawa, 27 February 1950": the capital that a line begins with, before its date. */
static const EntEdge *
find_dateline (const EntExtraction *extraction,
               const EntSentence   *sentence)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  const EntEdge *place = ent_chart_find (extraction->chart, sentence->first, classes->places);

  if (place == NULL || ent_chart_find (extraction->chart, sentence->first, classes->metonyms) == NULL
      || place->end + 1 >= sentence->end || !ent_tokens_is_mark (extraction->tokens, place->end, ",")
      || ent_chart_find (extraction->chart, place->end + 1, classes->dates) == NULL)
    return NULL;
  return place;
}

/* The state named at a token, by itself or by a place in it. */
static guint16
find_state (const EntExtraction *extraction,
            guint32              at)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  const EntEdge *article = ent_chart_find (extraction->chart, at, classes->articles);
  const EntEdge *edge;

  if (article != NULL)
    at = article->end;
  edge = ent_chart_find (extraction->chart, at, classes->names);
  if (edge != NULL)
    return (guint16) extraction->extractor->terms[edge->value].index;
  edge = ent_chart_find (extraction->chart, at, classes->places);
  return edge != NULL ? ent_extraction_get_state_of (extraction, edge) : ENT_ACTOR_NONE;
}

/**
 * ent_extraction_find_place_told:
 * @title: a title that is read
 * @issuer: whose the statement is, or %ENT_ACTOR_NONE
 *
 * Returns: the state of another than @issuer that it says one is in, comes from or goes to: "The Ambassador in Norway",
 *   "Cablegram from Paris"; or %ENT_ACTOR_NONE
 */
guint16
ent_extraction_find_place_told (const EntExtraction *title,
                                guint16              issuer)
{
  guint16 state = ENT_ACTOR_NONE;

  for (guint32 at = 0; at + 1 < title->tokens->n_tokens && (state == ENT_ACTOR_NONE || state == issuer); at++)
    {
      const EntEdge *locative = ent_chart_find (title->chart, at, title->extractor->classes.locatives);

      if (locative != NULL && locative->end < title->tokens->n_tokens)
        state = find_state (title, locative->end);
    }
  return state == issuer ? ENT_ACTOR_NONE : state;
}

/* How many sentences tell who writes to whom, and where: a heading, and all up to the dateline. */
static gsize
count_head (const EntExtraction *extraction)
{
  const EntTokens *tokens = extraction->tokens;
  gsize n = MIN (tokens->n_sentences, HEAD_SENTENCES);

  for (gsize i = 0; i < n; i++)
    if (find_dateline (extraction, &tokens->sentences[i]) != NULL)
      return i + 1;
  return n > 0 && !ent_tokens_is_mark (tokens, tokens->sentences[0].end - 1, ".");
}

/**
 * ent_extraction_find_post:
 * @extraction: the state of reading a cable, whose title is read, and whose words and dates are found
 *
 * Finds the state that a cable comes from, where its title tells none that it comes from or goes to.
 */
void
ent_extraction_find_post (EntExtraction *extraction)
{
  gsize n = count_head (extraction);
  const EntEdge *place;

  if (n == 0 || extraction->post != ENT_ACTOR_NONE || extraction->headline_kind >= 0)
    return;
  place = find_dateline (extraction, &extraction->tokens->sentences[n - 1]);
  if (place != NULL)
    extraction->post = ent_extraction_get_state_of (extraction, place);
  if (extraction->post == extraction->issuer)
    extraction->post = ENT_ACTOR_NONE;
}

/**
 * ent_extraction_settle_post:
 * @extraction: the state of reading a cable, in whose text it is found who is named
 *
 * Where the title tells no sides, a cable is of what goes on between its issuer and the state that it comes from or
 * goes to; but not where its text only speaks of others: from a capital one may well report on talks with third ones.
 */
void
ent_extraction_settle_post (EntExtraction *extraction)
{
  gsize n = count_head (extraction);
  guint32 head = n > 0 ? extraction->tokens->sentences[n - 1].end : 0;
  guint others = 0;

  if (extraction->post == ENT_ACTOR_NONE || extraction->sides.n_actors > 0)
    return;
  for (guint i = 0; i < extraction->phrases->len; i++)
    {
      const EntActorPhrase *phrase = &g_array_index (extraction->phrases, EntActorPhrase, i);

      if (phrase->first < head || phrase->actor == ENT_ACTOR_NONE || phrase->actor == extraction->issuer)
        continue;
      if (phrase->actor == extraction->post)
        {
          others = 0;
          break;
        }
      others += phrase->kind == ENT_PHRASE_PERSON ? SEVERAL : 1;
    }
  if (others >= SEVERAL)
    {
      extraction->post = ENT_ACTOR_NONE;
      return;
    }
  ent_parties_add_actor (&extraction->sides, extraction->issuer);
  ent_parties_add_actor (&extraction->sides, extraction->post);
}
