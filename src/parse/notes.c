/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/notes.h"

/* A rule above notes has so many dashes at least. */
#define LEAST_DASHES 3
/* So many sentences, or parts of a line, tell where a document is kept at most. */
#define SENTENCES_OF_SOURCE 8
/* Without one, so many notes that count from one on end a text at least. */
#define LEAST_NOTES 2

static const char note_title[] = "Editorial Note";

static gboolean
is_dash (const EntTokens *tokens,
         gsize            token)
{
  return token < tokens->n_tokens && ent_tokens_is_mark_or_wide (tokens, (guint32) token, '-', "—");
}

/* Whether a line begins with the number of a note, which no stop or bracket follows: that would be an item's. */
static gboolean
begins_note (const EntTokens *tokens,
             gsize            token,
             gint32           number)
{
  const EntToken *t = &tokens->tokens[token];

  return t->kind == ENT_TOKEN_NUMBER && t->number == number && token + 1 < tokens->n_tokens
         && t[1].kind != ENT_TOKEN_PUNCT && !(t[1].flags & ENT_TOKEN_GLUED);
}

/* Whether a sentence stands under a rule, and it or one of the next lines, behind where the document is kept, has the
 * number of the first note. */
static gboolean
is_under_rule (const EntTokens *tokens,
               gsize            sentence)
{
  gsize end = MIN (sentence + SENTENCES_OF_SOURCE, tokens->n_sentences);
  gsize first = tokens->sentences[sentence].first;

  for (gsize i = 1; i <= LEAST_DASHES; i++)
    if (first < i || !is_dash (tokens, first - i))
      return FALSE;
  for (gsize i = sentence; i < end; i++)
    {
      const EntToken *token = &tokens->tokens[tokens->sentences[i].first];

      if (token->kind == ENT_TOKEN_NUMBER && token->number == 1 && token->flags & ENT_TOKEN_PARAGRAPH)
        return TRUE;
    }
  return FALSE;
}

/**
 * ent_notes_find:
 * @tokens: a statement's text
 *
 * Who edits a document adds notes of what happened before and after it: under a rule of dashes, or in paragraphs at its
 * end that are numbered from one on.
 *
 *     Hall
 *
 *     1 Document 13.
 *     2 On 9 April the reply was handed over.
 *
 * Returns: the first sentence of its notes; their number, if it has none
 */
gsize
ent_notes_find (const EntTokens *tokens)
{
  gint32 next = 1;
  gsize first;

  g_return_val_if_fail (tokens != NULL, 0);

  first = tokens->n_sentences;
  for (gsize i = 0; i < tokens->n_sentences; i++)
    {
      guint32 token = tokens->sentences[i].first;

      if (is_under_rule (tokens, i))
        return i;
      if (!(tokens->tokens[token].flags & (ENT_TOKEN_PARAGRAPH | ENT_TOKEN_NEW_LINE)))
        continue;
      if (begins_note (tokens, token, next))
        {
          first = next == 1 ? i : first;
          next++;
        }
      else if (tokens->tokens[token].flags & ENT_TOKEN_PARAGRAPH)
        next = 1;
    }
  return next > LEAST_NOTES ? first : tokens->n_sentences;
}

/**
 * ent_notes_are_all:
 * @tokens: a statement's text
 *
 * Returns: whether it is a note as a whole: one in which an editor tells of some days and what came of them
 */
gboolean
ent_notes_are_all (const EntTokens *tokens)
{
  const EntToken *first;

  g_return_val_if_fail (tokens != NULL, FALSE);

  first = tokens->tokens;
  return tokens->n_tokens > 1 && first[1].end - first->start == strlen (note_title)
         && g_ascii_strncasecmp (tokens->text + first->start, note_title, strlen (note_title)) == 0;
}
