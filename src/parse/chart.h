/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "parse/tokens.h"

G_BEGIN_DECLS

/**
 * EntEdge:
 * @first: the first token it covers
 * @end: the token after the last
 * @class_id: the word class, numbered by the rule set
 * @value: what it stands for there: an index whose meaning is the class's
 * @next: the next edge that begins at the same token, or %ENT_EDGE_NONE
 *
 * "These tokens are one of that class": a month, an actor, a date.
 */
typedef struct
{
  guint32 first;
  guint32 end;
  guint32 class_id;
  guint32 value;
  guint32 next;
} EntEdge;

#define ENT_EDGE_NONE G_MAXUINT32

/**
 * EntChart:
 * @tokens: the text
 * @edges: all edges, in the order in which they were found
 * @n_edges: how many
 *
 * What is known of a text so far. Each stage of the cascade reads it and adds its own edges, so that
 * the rules of a later stage can name what an earlier one found:
 *
 *     tokens    On  the evening  of  April  2  ,  President  Xi  Jinping  spoke …
 *     terms                          MONTH        TITLE      PERSON       …
 *     dates         DATE─────────────────────┘
 *     actors                                      ACTOR───────────────┘
 *
 * It borrows the tokens and may be used again for the next text.
 */
typedef struct
{
  const EntTokens *tokens;
  EntEdge *edges;
  guint32 n_edges;
  /*< private >*/
  guint32 edges_size;
  guint64 *begins; /* by token: a bit for each class whose edges begin there, by its number modulo 63 */
  guint32 *heads;  /* by token: its first edge, longest first; means nothing where no class begins */
  guint32 *nodes;  /* by token: how far terms that begin there go, as a node of their trie; 0 where nobody looked */
  gsize heads_size;
  gboolean is_added_to; /* stages put edges into it, and not only terms stand in it */
} EntChart;

/* Of the bits of a token: a stage has put an edge there with ent_chart_add(). */
#define ENT_CHART_ADDED (G_GUINT64_CONSTANT (1) << 63)

void ent_chart_init (EntChart *chart);
void ent_chart_clear (EntChart *chart);
void ent_chart_reset (EntChart *chart,
                      const EntTokens *tokens);
void ent_chart_forget (EntChart *chart,
                       guint32 n_edges);
void ent_chart_add (EntChart *chart,
                    guint32 first,
                    guint32 end,
                    guint32 class_id,
                    guint32 value);
void ent_chart_grow (EntChart *chart);
gboolean ent_chart_puts_object_first (const EntChart *chart,
                                      guint32 end,
                                      guint32 takers,
                                      guint32 bars);
const EntEdge *ent_chart_search (const EntChart *chart,
                                 guint32 first,
                                 guint32 class_id);

/**
 * ent_chart_get_bit:
 * @class_id: a class
 *
 * Returns: its bit for ent_chart_may_begin(), which it may share with others
 */
static inline guint64
ent_chart_get_bit (guint32 class_id)
{
  return G_GUINT64_CONSTANT (1) << (class_id % 63);
}

/**
 * ent_chart_push:
 * @chart: a chart
 * @edge: an edge
 *
 * Puts an edge behind all others, without saying of any token that it begins there.
 *
 * Returns: its number
 */
static inline guint32
ent_chart_push (EntChart *chart,
                EntEdge   edge)
{
  if (G_UNLIKELY (chart->n_edges == chart->edges_size))
    ent_chart_grow (chart);
  chart->edges[chart->n_edges] = edge;
  return chart->n_edges++;
}

/**
 * ent_chart_append:
 * @chart: a chart
 * @first: the first token the edge covers; it has no edges yet but those that were appended just before
 * @end: the token after the last; not behind theirs
 * @class_id: of which class they are
 * @value: what they stand for
 *
 * Adds the edge of a term.
 */
static inline void
ent_chart_append (EntChart *chart,
                  guint32   first,
                  guint32   end,
                  guint32   class_id,
                  guint32   value)
{
  guint32 at = ent_chart_push (chart, (EntEdge) { first, end, class_id, value, ENT_EDGE_NONE });

  if (chart->begins[first] != 0)
    chart->edges[at - 1].next = at;
  else
    chart->heads[first] = at;
  chart->begins[first] |= ent_chart_get_bit (class_id);
}

/**
 * ent_chart_has_added:
 * @chart: a chart
 * @token: a token
 *
 * Returns: whether an edge of a stage begins there, and not terms alone
 */
static inline gboolean
ent_chart_has_added (const EntChart *chart,
                     guint32         token)
{
  return (chart->begins[token] & ENT_CHART_ADDED) != 0;
}

/**
 * ent_chart_may_begin:
 * @chart: a chart
 * @token: a token, or the one behind the last
 * @class_ids: the ent_chart_get_bit() of one class or several
 *
 * Returns: %FALSE if no edge of the classes begins at the token; %TRUE does not say that one does
 */
static inline gboolean
ent_chart_may_begin (const EntChart *chart,
                     guint32         token,
                     guint64         class_ids)
{
  return (chart->begins[token] & class_ids) != 0;
}

/**
 * ent_chart_find:
 * @chart: a chart
 * @first: a token, or the one behind the last
 * @class_id: a class
 *
 * Returns: (nullable): the longest edge of the class that begins at @first
 */
static inline const EntEdge *
ent_chart_find (const EntChart *chart,
                guint32         first,
                guint32         class_id)
{
  return ent_chart_may_begin (chart, first, ent_chart_get_bit (class_id)) ? ent_chart_search (chart, first, class_id)
                                                                          : NULL;
}

/**
 * ent_chart_get_first:
 * @chart: a chart
 * @token: a token
 *
 * Returns: (nullable): the longest edge that begins at @token
 */
static inline const EntEdge *
ent_chart_get_first (const EntChart *chart,
                     guint32         token)
{
  return chart->begins[token] == 0 ? NULL : &chart->edges[chart->heads[token]];
}

/**
 * ent_chart_get_next:
 * @chart: a chart
 * @edge: one of its edges
 *
 * Returns: (nullable): the next edge that begins at the same token, never longer
 */
static inline const EntEdge *
ent_chart_get_next (const EntChart *chart,
                    const EntEdge  *edge)
{
  return edge->next == ENT_EDGE_NONE ? NULL : &chart->edges[edge->next];
}

G_END_DECLS
