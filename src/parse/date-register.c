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

/**
 * ent_date_text_is_message:
 * @chart: a text, with the terms of the language's dates.rules
 * @informal: their class of words that only messages write; or 0
 *
 * Returns: whether the text is a short message, as people post them: in few bytes, with a sign or word of that kind
 */
gboolean
ent_date_text_is_message (const EntChart *chart,
                          guint32         informal)
{
  const EntTokens *tokens = chart->tokens;

  if (informal == 0 || tokens->length > MAX_MESSAGE)
    return FALSE;
  for (gsize at = 0; at < tokens->n_tokens; at++)
    if (is_sign (tokens, at) || ent_chart_find (chart, (guint32) at, informal) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * ent_date_finds_keep:
 * @finds: (element-type EntDateFind): the expressions of a text
 * @history: whether it tells history
 * @message: whether it is a short message
 *
 * Drops the expressions that are ones in another register only, as their rule's `register` tells.
 */
void
ent_date_finds_keep (GArray   *finds,
                     gboolean  history,
                     gboolean  message)
{
  guint kept = 0;

  for (guint i = 0; i < finds->len; i++)
    {
      EntDateFind *find = &g_array_index (finds, EntDateFind, i);
      gint32 only = find->form.fields[ENT_DATE_REGISTER];

      if (only == ENT_DATE_NO_FIELD || (only == ENT_DATE_REGISTER_HISTORY ? history : message))
        g_array_index (finds, EntDateFind, kept++) = *find;
      else if (kept > 0)
        g_array_index (finds, EntDateFind, kept - 1).joined = FALSE;
    }
  g_array_set_size (finds, kept);
}
