/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/extract-private.h"

#include <string.h>

/* What a statement tells of itself stands in its first sentences. */
#define HEAD_SENTENCES 6
/* Who issues it may stand in its last. */
#define TAIL_SENTENCES 2
/* A title is at most so many bytes. */
#define MAX_TITLE 300

static gboolean
is_furniture (const EntTokens   *tokens,
              const EntSentence *sentence)
{
  return (tokens->tokens[sentence->first].flags & ENT_TOKEN_FURNITURE) != 0;
}

/* Whether a sentence is a line of its own without a full stop. */
static gboolean
is_heading (const EntTokens *tokens,
            gsize            index)
{
  const EntSentence *sentence = &tokens->sentences[index];
  const EntToken *last = &tokens->tokens[sentence->end - 1];

  if (index + 1 < tokens->n_sentences && tokens->sentences[index + 1].paragraph == sentence->paragraph)
    return FALSE;
  return last->kind != ENT_TOKEN_PUNCT && last->end - tokens->tokens[sentence->first].start <= MAX_TITLE
         && index + 1 < tokens->n_sentences;
}

/* The first heading that is not furniture, if nothing else stands before it. */
static void
fill_title (const EntTokens  *tokens,
            EntStatementInfo *info)
{
  for (gsize i = 0; i < tokens->n_sentences; i++)
    {
      const EntSentence *sentence = &tokens->sentences[i];
      guint32 start = tokens->tokens[sentence->first].start;

      if (is_furniture (tokens, sentence))
        continue;
      if (is_heading (tokens, i))
        info->title = g_strndup (tokens->text + start, tokens->tokens[sentence->end - 1].end - start);
      return;
    }
}

/* The body that is named in a line, and whose it is: of several states' 外交部 the one that would write so. */
static const EntTerm *
find_body (const EntExtractor *extractor,
           const EntChart     *chart,
           guint32             first,
           guint32             end,
           guint16            *actor)
{
  for (guint32 at = first; at < end; at++)
    {
      const EntEdge *edge = ent_chart_find (chart, at, extractor->classes.bodies);

      if (edge == NULL || !ent_actor_stage_fits (extractor->actors, chart, edge))
        continue;
      *actor = ent_extractor_get_home (extractor, chart, at);
      if (*actor == ENT_ACTOR_NONE)
        *actor = (guint16) extractor->terms[edge->value].index;
      return &extractor->terms[edge->value];
    }
  return NULL;
}

static void
set_issuer (const EntExtractor *extractor,
            EntStatementInfo   *info,
            guint16             actor)
{
  if (info->issuer == NULL && actor != ENT_ACTOR_NONE)
    info->issuer = g_strdup (ent_vocabulary_get_actor (extractor->vocabulary, actor)->id);
}

/* A line that names a ministry and nothing else, first or last, is whose statement it is. */
static void
fill_body (const EntExtractor *extractor,
           const EntChart     *chart,
           const EntTokens    *tokens,
           EntStatementInfo   *info)
{
  for (gsize i = 0; i < tokens->n_sentences; i++)
    {
      const EntSentence *sentence = &tokens->sentences[i];
      const EntTerm *body;
      guint16 actor;

      if ((i >= HEAD_SENTENCES && i + TAIL_SENTENCES < tokens->n_sentences) || !is_heading (tokens, i))
        continue;
      body = find_body (extractor, chart, sentence->first, sentence->end, &actor);
      if (body == NULL)
        continue;
      if (info->issuer != NULL
          && !g_str_equal (info->issuer, ent_vocabulary_get_actor (extractor->vocabulary, actor)->id))
        continue;
      set_issuer (extractor, info, actor);
      if (info->issuing_body == NULL)
        info->issuing_body = g_strdup (body->value);
      return;
    }
}

/* Whose statement stands at an address, or under a ministry's name. Only what is not known is filled in. */
static const EntTerm *
fill_host (const EntExtractor *extractor,
           EntStatementInfo   *info)
{
  const EntTerm *host = info->url != NULL ? ent_host_table_find (extractor->hosts, info->url) : NULL;

  if (host != NULL && host->term_class == ENT_TERM_CARRIER)
    {
      if (info->published_by == NULL)
        info->published_by = g_strdup (host->value);
      return NULL;
    }
  if (host == NULL && info->issuing_body == NULL && info->published_by != NULL)
    host = ent_host_table_find_body (extractor->hosts, info->published_by);
  if (host != NULL)
    set_issuer (extractor, info, (guint16) host->index);
  return host;
}

/* The office at an address, where the text names no other of the same side. */
static void
fill_host_body (const EntExtractor *extractor,
                const EntTerm      *host,
                EntStatementInfo   *info)
{
  const char *id = host != NULL ? ent_vocabulary_get_actor (extractor->vocabulary, (guint16) host->index)->id : NULL;

  if (host != NULL && info->issuing_body == NULL && host->value != NULL && g_strcmp0 (info->issuer, id) == 0)
    info->issuing_body = g_strdup (host->value);
}

/* The sentences that tell what a statement is: those from @head on up to @tail are not looked at for it. */
static void
find_ends (const EntTokens *tokens,
           guint32         *head,
           guint32         *tail)
{
  gsize n = tokens->n_sentences;

  *head = n > HEAD_SENTENCES ? tokens->sentences[HEAD_SENTENCES].first : (guint32) tokens->n_tokens;
  *tail = n > HEAD_SENTENCES + TAIL_SENTENCES ? tokens->sentences[n - TAIL_SENTENCES].first : *head;
}

static void
fill_issuer (const EntExtractor *extractor,
             EntChart           *chart,
             guint32             end,
             EntStatementInfo   *info)
{
  EntDay day = ent_edtf_is_none (info->date) ? ENT_DAY_OPEN_START : ent_edtf_earliest (info->date);

  set_issuer (extractor, info, ent_extractor_find_issuer (extractor, chart, end, info->title, day));
}

static gboolean
find_genre (const EntExtractor *extractor,
            const EntChart     *chart,
            guint32             first,
            guint32             end,
            EntStatementKind   *kind)
{
  for (guint32 at = first; at < end; at++)
    {
      const EntEdge *edge = ent_chart_find (chart, at, extractor->classes.genres);
      const char *id = edge != NULL ? ent_rule_set_get_value (extractor->rules, edge->class_id, edge->value) : NULL;

      for (guint i = 0; id != NULL && i < ENT_N_STATEMENT_KINDS; i++)
        {
          if (g_str_equal (ent_statement_kind_to_id ((EntStatementKind) i), id))
            {
              *kind = (EntStatementKind) i;
              return TRUE;
            }
        }
    }
  return FALSE;
}

/* Whether a rule for a contact matches in the first sentences, by its words alone: the statement reports it. */
static gboolean
reports_contact (const EntExtractor *extractor,
                 const EntChart     *chart,
                 const EntTokens    *tokens)
{
  g_autoptr (EntRuleSearch) search = ent_rule_set_begin_search (extractor->rules, chart);

  for (gsize i = 0; i < MIN (tokens->n_sentences, 3); i++)
    {
      const EntSentence *sentence = &tokens->sentences[i];
      EntRuleMatch match;

      if (is_furniture (tokens, sentence)
          || !ent_rule_search_enter (search, sentence->first, sentence->end, ENT_ALL_CONDITIONS))
        continue;
      for (guint32 at = sentence->first; at < sentence->end; at++)
        {
          const EntEventGive *give;

          if (!ent_rule_search_match (search, at, &match))
            continue;
          give = &extractor->gives[match.rule];
          if (give->is_event && !give->leftover && !(give->needs & ENT_GIVE_NEEDS_TWO)
              && ent_kind_is_contact ((EntKind) give->kind))
            return TRUE;
        }
    }
  return FALSE;
}

static void
fill_kind (const EntExtractor *extractor,
           EntChart           *chart,
           const EntTokens    *tokens,
           EntStatementInfo   *info)
{
  info->kind = ENT_STATEMENT_OTHER;
  if (info->title != NULL)
    {
      EntTokens words;
      EntChart terms;
      gboolean found;

      ent_tokens_init (&words);
      ent_chart_init (&terms);
      ent_tokens_scan (&words, extractor->lexicon, info->title, strlen (info->title));
      ent_chart_reset (&terms, &words);
      ent_rule_set_find_terms (extractor->rules, &terms);
      found = find_genre (extractor, &terms, 0, (guint32) words.n_tokens, &info->kind);
      ent_chart_clear (&terms);
      ent_tokens_clear (&words);
      if (found)
        return;
    }
  for (gsize i = 0; i < MIN (tokens->n_sentences, HEAD_SENTENCES); i++)
    if (!is_furniture (tokens, &tokens->sentences[i]) && is_heading (tokens, i)
        && find_genre (extractor, chart, tokens->sentences[i].first, tokens->sentences[i].end, &info->kind))
      return;
  if (reports_contact (extractor, chart, tokens))
    info->kind = ENT_STATEMENT_READOUT;
}

/**
 * ent_extractor_inspect:
 * @extractor: an extractor
 * @chart: scratch
 * @tokens: the statement's text, cut with the language's lexicon
 * @info: what is known of the statement; gets its title, issuer and issuing body where they are not
 *   known, and its kind
 *
 * Finds out what a text tells of itself.
 */
void
ent_extractor_inspect (const EntExtractor *extractor,
                       EntChart           *chart,
                       const EntTokens    *tokens,
                       EntStatementInfo   *info)
{
  const EntTerm *host;
  guint32 head;
  guint32 tail;

  g_return_if_fail (extractor != NULL && chart != NULL && tokens != NULL && info != NULL);

  ent_chart_reset (chart, tokens);
  find_ends (tokens, &head, &tail);
  ent_rule_set_find_terms_in (extractor->rules, chart, 0, head);
  ent_rule_set_find_terms_in (extractor->rules, chart, tail, (guint32) tokens->n_tokens);
  if (info->title == NULL || *info->title == '\0')
    {
      g_clear_pointer (&info->title, g_free);
      fill_title (tokens, info);
    }
  host = fill_host (extractor, info);
  fill_body (extractor, chart, tokens, info);
  fill_host_body (extractor, host, info);
  if (info->issuer == NULL)
    fill_issuer (extractor, chart, head, info);
  fill_kind (extractor, chart, tokens, info);
}
