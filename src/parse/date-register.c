/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/date-register.h"

#include <string.h>

/* A message has so many bytes at most: those of the longest that the services for it took in their first years, in
 * letters of two bytes, and of an address behind it. */
#define MAX_MESSAGE 320

static char
get_mark (const EntTokens *tokens,
          gsize            at)
{
  const EntToken *token = &tokens->tokens[at];

  return at < tokens->n_tokens && token->kind == ENT_TOKEN_PUNCT ? tokens->text[token->start] : '\0';
}

static gboolean
is_glued (const EntTokens *tokens,
          gsize            at)
{
  return at < tokens->n_tokens && tokens->tokens[at].flags & ENT_TOKEN_GLUED;
}

/* "@name", "#subject", "http://…", "!!", "..", ":)": what no statement is written with. */
static gboolean
is_sign (const EntTokens *tokens,
         gsize            at)
{
  char mark = get_mark (tokens, at);
  char next = get_mark (tokens, at + 1);

  if (!is_glued (tokens, at + 1))
    return FALSE;
  switch (mark)
    {
    case '@':
    case '#':
      return next == '\0' && !is_glued (tokens, at);
    case '!':
    case '?':
    case '.':
      return next == mark;
    case ':':
    case ';':
      if (next == '\0' && tokens->tokens[at + 1].end - tokens->tokens[at + 1].start == 1)
        return strchr ("DPpO", tokens->text[tokens->tokens[at + 1].start]) != NULL;
      if (next == '-')
        return get_mark (tokens, at + 2) == ')' || get_mark (tokens, at + 2) == '(';
      return next == ')' || next == '(' || next == ':' || (next == '/' && get_mark (tokens, at + 2) == '/');
    default:
      return FALSE;
    }
}

static gboolean
has_sign (const EntTokens *tokens)
{
  for (gsize at = 0; at < tokens->n_tokens; at++)
    if (is_sign (tokens, at))
      return TRUE;
  return FALSE;
}

/**
 * ent_date_text_may_be_message:
 * @tokens: a text
 *
 * Returns: whether the text is short enough for a message; if not, ent_date_text_is_message() asks for no terms
 */
gboolean
ent_date_text_may_be_message (const EntTokens *tokens)
{
  return tokens->length <= MAX_MESSAGE;
}

/**
 * ent_date_text_is_message:
 * @chart: a text, with the terms of the language's dates.rules if it may be a message
 * @informal: their class of words that only messages write; or 0
 *
 * Returns: whether the text is a short message, as people post them: in few bytes, with a sign or word of that kind
 */
gboolean
ent_date_text_is_message (const EntChart *chart,
                          guint32         informal)
{
  const EntTokens *tokens = chart->tokens;

  if (informal == 0 || !ent_date_text_may_be_message (tokens))
    return FALSE;
  for (gsize at = 0; at < tokens->n_tokens; at++)
    if (ent_chart_find (chart, (guint32) at, informal) != NULL)
      return TRUE;
  return has_sign (tokens);
}

/**
 * ent_date_text_is_terse:
 * @tokens: a text
 *
 * Returns: whether the text may be a message that leaves out the small words: in few bytes, and with a sign of that
 *   kind or without a full stop at its end
 */
gboolean
ent_date_text_is_terse (const EntTokens *tokens)
{
  if (tokens->length > MAX_MESSAGE || tokens->n_tokens == 0)
    return FALSE;
  return get_mark (tokens, tokens->n_tokens - 1) == '\0' || has_sign (tokens);
}

/**
 * ent_date_form_fits_text:
 * @form: what words say
 * @terse: whether the text leaves out the small words
 *
 * Returns: whether they are a time expression there as far as their rule's `register` tells; whether the text is a
 *   history cannot be known yet
 */
gboolean
ent_date_form_fits_text (const EntDateForm *form,
                         gboolean           terse)
{
  gint32 only = form->fields[ENT_DATE_REGISTER];

  return only == ENT_DATE_NO_FIELD || (only == ENT_DATE_REGISTER_MESSAGE) == terse;
}

/**
 * ent_date_finds_drop_history:
 * @finds: (element-type EntDateFind): the expressions of a text that tells no history
 *
 * Drops those that are expressions in a history only.
 */
void
ent_date_finds_drop_history (GArray *finds)
{
  guint kept = 0;

  for (guint i = 0; i < finds->len; i++)
    {
      EntDateFind *find = &g_array_index (finds, EntDateFind, i);

      if (find->form.fields[ENT_DATE_REGISTER] != ENT_DATE_REGISTER_HISTORY)
        g_array_index (finds, EntDateFind, kept++) = *find;
      else if (kept > 0)
        g_array_index (finds, EntDateFind, kept - 1).joined = FALSE;
    }
  g_array_set_size (finds, kept);
}
