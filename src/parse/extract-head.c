/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who took part in a talk of which a record was made: its head lists them, before anything is told. */
#include "parse/extract-private.h"

#include <string.h>

/* So many sentences of a record its head has at most, lines for each who took part among them. */
#define LONGEST_LIST 60
/* So many small words that are none of an office a sentence has that tells something. */
#define WORDS_OF_PROSE 3
#define WORDS_WITH_DATE 6

/* Whether a sentence tells something, and is no line of a head: "Sir John Doe, Ambassador to the United States". */
static gboolean
is_prose (const EntExtraction *extraction,
          guint                sentence)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  const EntSentence *s = &extraction->tokens->sentences[sentence];
  guint n = 0;

  if (s->end == s->first
      || strchr (".?!", extraction->tokens->text[extraction->tokens->tokens[s->end - 1].start]) == NULL)
    return FALSE;
  for (guint32 at = s->first; at < s->end; at++)
    {
      const EntToken *token = &extraction->tokens->tokens[at];

      n += token->kind == ENT_TOKEN_WORD && !(token->flags & (ENT_TOKEN_CAPITAL | ENT_TOKEN_UPPERCASE))
           && !ent_extraction_has (extraction, classes->articles, at, at + 1)
           && !ent_extraction_has (extraction, classes->ofs, at, at + 1)
           && !ent_extraction_has (extraction, classes->ands, at, at + 1);
    }
  /* "Washington, March 11, 1955, 3 p.m." */
  return n >= (ent_extraction_has (extraction, classes->dates, s->first, s->end) ? WORDS_WITH_DATE : WORDS_OF_PROSE);
}

/* The first sentence of the head that says that it is a record of a talk, or how many sentences there are. */
static guint
find_record (const EntExtraction *extraction)
{
  guint n = MIN (extraction->tokens->n_sentences, LONGEST_LIST);

  for (guint i = 0; i < n && !is_prose (extraction, i); i++)
    if (ent_extraction_has (extraction, extraction->extractor->classes.records, extraction->tokens->sentences[i].first,
                            extraction->tokens->sentences[i].end))
      return i;
  return extraction->tokens->n_sentences;
}

/**
 * ent_extraction_read_participants:
 * @extraction: the state of reading; nothing must be read but the title
 *
 * Takes those whom the head of a record of a talk lists for its sides.
 */
void
ent_extraction_read_participants (EntExtraction *extraction)
{
  const EntTokens *tokens = extraction->tokens;
  EntParties sides = { .n_actors = 0 };
  guint from = find_record (extraction);
  guint32 end;

  if (extraction->genre != ENT_STATEMENT_CABLE || from == tokens->n_sentences)
    return;
  end = tokens->sentences[from].first;
  for (guint i = from; i < MIN (from + LONGEST_LIST, tokens->n_sentences) && !is_prose (extraction, i); i++)
    end = tokens->sentences[i].end;
  for (guint i = 0; i < extraction->phrases->len; i++)
    {
      const EntActorPhrase *phrase = &g_array_index (extraction->phrases, EntActorPhrase, i);

      if (phrase->first >= tokens->sentences[from].first && phrase->end <= end && phrase->kind == ENT_PHRASE_PERSON
          && phrase->actor != ENT_ACTOR_NONE)
        ent_parties_add (&sides, phrase);
    }
  ent_parties_add_actor (&sides, extraction->issuer);
  if (sides.n_actors > 1)
    ent_parties_join (&extraction->sides, &sides);
}

/**
 * ent_extraction_complete_talk:
 * @extraction: the state of reading, at the end of the text
 *
 * Where the head of a record of a talk lists nobody, who talked with the issuer is the first of another state whom the
 * text names by office or name: "the Norwegian Ambassador asked the Secretary".
 */
void
ent_extraction_complete_talk (EntExtraction *extraction)
{
  EntMention *talk = extraction->reported >= 0 ? ent_extraction_get_mention (extraction, extraction->reported) : NULL;

  if (extraction->genre != ENT_STATEMENT_CABLE || talk == NULL || !ent_kind_is_contact (talk->kind)
      || talk->n_actors != 1 || talk->actors[0] != extraction->issuer)
    return;
  for (guint i = 0; i < extraction->phrases->len && talk->n_actors == 1; i++)
    {
      const EntActorPhrase *phrase = &g_array_index (extraction->phrases, EntActorPhrase, i);

      if (phrase->kind == ENT_PHRASE_PERSON && phrase->actor != ENT_ACTOR_NONE)
        ent_mention_add_actor (talk, phrase->actor);
    }
}
