/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/chart.h"

/* So many tokens behind a word that puts the object first its verb may stand. */
#define OBJECT_REACH 36

#include <string.h>

/**
 * ent_chart_init:
 * @chart: (out): a chart to make ready for use
 */
void
ent_chart_init (EntChart *chart)
{
  memset (chart, 0, sizeof *chart);
}

/**
 * ent_chart_clear:
 * @chart: a chart whose memory is given back
 */
void
ent_chart_clear (EntChart *chart)
{
  g_clear_pointer (&chart->edges, g_free);
  g_clear_pointer (&chart->places, g_free);
  memset (chart, 0, sizeof *chart);
}

/**
 * ent_chart_reset:
 * @chart: a chart; what it held is forgotten
 * @tokens: the tokens it is about now; must live as long as it is used
 */
void
ent_chart_reset (EntChart        *chart,
                 const EntTokens *tokens)
{
  chart->tokens = tokens;
  chart->n_edges = 0;
  chart->n_pending = 0;
  /* One more than there are tokens: what stands behind the last may be asked for, and is nothing. */
  if (tokens->n_tokens >= chart->places_size)
    {
      chart->places_size = tokens->n_tokens + 1;
      g_free (chart->places);
      chart->places = g_new (EntChartPlace, chart->places_size);
    }
  memset (chart->places, 0, (tokens->n_tokens + 1) * sizeof *chart->places);
}

/* Makes room for so many more edges, and for those of terms that are not made yet. */
static void
make_room (EntChart *chart,
           guint32   n)
{
  guint32 needed = chart->n_edges + chart->n_pending + n;

  if (needed <= chart->edges_size)
    return;
  chart->edges_size = MAX (MAX (1024, needed), chart->edges_size * 2);
  chart->edges = g_renew (EntEdge, chart->edges, chart->edges_size);
}

/**
 * ent_chart_find_terms:
 * @chart: a chart
 * @trie: terms; must live as long as the chart is used, and is the same for all of a text
 * @first: a token
 * @end: the token after the last one
 *
 * Finds the terms that begin from @first on, where no edge begins yet. A term never leaves its sentence nor begins in
 * furniture.
 */
void
ent_chart_find_terms (EntChart          *chart,
                      const EntTermTrie *trie,
                      guint32            first,
                      guint32            end)
{
  const EntToken *tokens = chart->tokens->tokens;
  const EntTermNode *nodes = trie->nodes;
  EntChartPlace *places = chart->places;
  guint32 n_pending = 0;
  guint32 root = first < end ? ent_term_trie_get_root (trie, tokens[first].symbol) : 0;

  chart->trie = trie;
  for (guint32 at = first; at < end; at++)
    {
      guint32 node = root;
      guint32 next = at + 1 < chart->tokens->n_tokens ? tokens[at + 1].symbol : 0;

      root = ent_term_trie_get_root (trie, next);
      if (tokens[at].flags & ENT_TOKEN_FURNITURE)
        continue;
      /* Whether a word begins terms is hard to foresee, so that it is not asked: what begins none is the first node. */
      if (ent_term_trie_may_go_on (trie, node, next))
        node = ent_term_trie_find_last (trie, chart->tokens, at);
      places[at] = (EntChartPlace) { nodes[node].classes, 0, node };
      n_pending += nodes[node].n_ends;
    }
  chart->n_pending += n_pending;
  make_room (chart, 0);
}

/**
 * ent_chart_make_edges:
 * @chart: a chart; what it tells stays the same
 * @token: a token whose terms have no edges yet
 *
 * Makes the edges of the terms that begin at a token, the longest first.
 */
void
ent_chart_make_edges (const EntChart *chart,
                      guint32         token)
{
  EntChart *owner = (EntChart *) chart; /* how much of it is written out is no part of what it tells */
  EntChartPlace *place = &owner->places[token];
  const EntTermNode *node = &chart->trie->nodes[place->node];

  place->begins &= ~ENT_CLASSES_OF_TERMS;
  place->head = chart->n_edges;
  owner->n_pending -= node->n_ends;
  for (guint32 i = 0; i < node->n_ends; i++)
    {
      EntTermEnd term = chart->trie->ends[node->ends + i];
      EntEdge edge = { token, token + term.length, term.value.class_id, term.value.value, ENT_EDGE_NONE };

      if (i + 1 < node->n_ends)
        edge.next = chart->n_edges + 1;
      owner->edges[owner->n_edges++] = edge;
    }
}

/**
 * ent_chart_forget:
 * @chart: a chart
 * @first: a token, from which on all terms begin that were found last
 * @end: the token after the last of them
 *
 * Forgets the terms that were found last: those of a sentence that nobody will ask about again.
 */
void
ent_chart_forget (EntChart *chart,
                  guint32   first,
                  guint32   end)
{
  for (guint32 at = first; at < end; at++)
    {
      if (chart->places[at].begins & ENT_CLASSES_OF_TERMS)
        chart->n_pending -= chart->trie->nodes[chart->places[at].node].n_ends;
      chart->places[at] = (EntChartPlace) { 0 };
    }
  while (chart->n_edges > 0 && chart->edges[chart->n_edges - 1].first >= first)
    chart->n_edges--;
}

/**
 * ent_chart_add:
 * @chart: a chart
 * @first: the first token the edge covers
 * @end: the token after the last
 * @class_id: of which class they are
 * @value: what they stand for
 *
 * Adds an edge behind those as long or longer that begin there; one that is there already is not
 * added again.
 */
void
ent_chart_add (EntChart *chart,
               guint32   first,
               guint32   end,
               guint32   class_id,
               guint32   value)
{
  EntEdge edge = { first, end, class_id, value, ENT_EDGE_NONE };
  guint32 before = ENT_EDGE_NONE;
  guint32 at;

  g_return_if_fail (first < end && end <= chart->tokens->n_tokens);

  make_room (chart, 1);
  at = ent_chart_get_first (chart, first) != NULL ? chart->places[first].head : ENT_EDGE_NONE;
  for (; at != ENT_EDGE_NONE; at = chart->edges[at].next)
    {
      const EntEdge *other = &chart->edges[at];

      if (other->end < end)
        break;
      if (other->end == end && other->class_id == class_id && other->value == value)
        {
          chart->places[first].begins |= ENT_CHART_ADDED;
          return;
        }
      before = at;
    }
  edge.next = at;
  at = chart->n_edges++;
  chart->edges[at] = edge;
  if (before == ENT_EDGE_NONE)
    chart->places[first].head = at;
  else
    chart->edges[before].next = at;
  chart->places[first].begins |= ENT_CHART_ADDED | ent_class_get_bit (class_id);
}

/**
 * ent_chart_puts_object_first:
 * @chart: a chart
 * @end: the token after a word that tells of what is to come, or only stands before its verb's object
 * @takers: the class of the verbs that then stand behind the object, or 0
 * @bars: the class of words that no object begins with
 *
 * Returns: whether it only stands before its object, as 将 does in 将税率由…上调至
 */
gboolean
ent_chart_puts_object_first (const EntChart *chart,
                             guint32         end,
                             guint32         takers,
                             guint32         bars)
{
  guint32 last = MIN (chart->tokens->n_tokens, end + OBJECT_REACH);

  if (takers == 0 || end >= last || ent_chart_find (chart, end, bars) != NULL
      || ent_chart_find (chart, end, takers) != NULL)
    return FALSE;
  for (guint32 at = end + 1; at < last; at++)
    {
      const EntToken *token = &chart->tokens->tokens[at];
      const char *mark = chart->tokens->text + token->start;

      if (token->flags & ENT_TOKEN_SENTENCE
          || (token->kind == ENT_TOKEN_PUNCT
              && (g_str_has_prefix (mark, "，") || g_str_has_prefix (mark, "；") || g_str_has_prefix (mark, "："))))
        return FALSE;
      if (ent_chart_find (chart, at, takers) != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * ent_chart_search:
 * @chart: a chart
 * @first: a token
 * @class_id: a class
 *
 * What ent_chart_find() does where an edge may be.
 *
 * Returns: (nullable): the longest edge of the class that begins at @first
 */
const EntEdge *
ent_chart_search (const EntChart *chart,
                  guint32         first,
                  guint32         class_id)
{
  for (const EntEdge *edge = ent_chart_get_first (chart, first); edge != NULL; edge = ent_chart_get_next (chart, edge))
    if (edge->class_id == class_id)
      return edge;
  return NULL;
}
