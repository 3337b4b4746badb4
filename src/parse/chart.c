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
  g_clear_pointer (&chart->heads, g_free);
  g_clear_pointer (&chart->begins, g_free);
  g_clear_pointer (&chart->nodes, g_free);
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
  chart->is_added_to = FALSE;
  /* One more than there are tokens: what stands behind the last may be asked for, and is nothing. */
  if (tokens->n_tokens >= chart->heads_size)
    {
      chart->heads_size = tokens->n_tokens + 1;
      g_free (chart->heads);
      g_free (chart->begins);
      g_free (chart->nodes);
      chart->heads = g_new (guint32, chart->heads_size);
      chart->begins = g_new (guint64, chart->heads_size);
      chart->nodes = g_new (guint32, chart->heads_size);
    }
  memset (chart->begins, 0, (tokens->n_tokens + 1) * sizeof (guint64));
  memset (chart->nodes, 0, (tokens->n_tokens + 1) * sizeof (guint32));
}

/**
 * ent_chart_forget:
 * @chart: a chart
 * @n_edges: how many of its edges to keep; none that is kept may begin where a later one does
 *
 * Forgets the edges that were found last: those of a sentence that nobody will ask about again.
 */
void
ent_chart_forget (EntChart *chart,
                  guint32   n_edges)
{
  for (guint32 i = n_edges; i < chart->n_edges; i++)
    {
      chart->begins[chart->edges[i].first] = 0;
      chart->nodes[chart->edges[i].first] = 0;
    }
  chart->n_edges = n_edges;
}

/**
 * ent_chart_grow:
 * @chart: a chart
 *
 * Makes room for one more edge at least.
 */
void
ent_chart_grow (EntChart *chart)
{
  chart->edges_size = MAX (1024, chart->edges_size * 2);
  chart->edges = g_renew (EntEdge, chart->edges, chart->edges_size);
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

  chart->is_added_to = TRUE;
  at = chart->begins[first] != 0 ? chart->heads[first] : ENT_EDGE_NONE;
  for (; at != ENT_EDGE_NONE; at = chart->edges[at].next)
    {
      const EntEdge *other = &chart->edges[at];

      if (other->end < end)
        break;
      if (other->end == end && other->class_id == class_id && other->value == value)
        {
          chart->begins[first] |= ENT_CHART_ADDED;
          return;
        }
      before = at;
    }
  edge.next = at;
  at = ent_chart_push (chart, edge);
  if (before == ENT_EDGE_NONE)
    chart->heads[first] = at;
  else
    chart->edges[before].next = at;
  chart->begins[first] |= ENT_CHART_ADDED | ent_chart_get_bit (class_id);
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
