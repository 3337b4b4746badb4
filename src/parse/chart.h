/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "parse/term-trie.h"

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
 * EntChartPlace:
 * @begins: a bit for each class whose edges begin there: its ent_class_get_bit(), and those below
 * @head: the first edge, the longest; means nothing where no class begins
 * @node: how far terms that begin there go, as a node of their trie; 0 where nobody looked
 *
 * What begins at a token.
 */
typedef struct
{
  guint64 begins;
  guint32 head;
  guint32 node;
} EntChartPlace;

/**
 * EntChart:
 * @tokens: the text
 * @edges: the edges that somebody asked for, or that a stage added
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
 * Of terms a token only knows how far they go and of what classes they are; their edges, of which few are ever asked
 * for, are made then. It borrows the tokens and may be used again for the next text.
 */
typedef struct
{
  const EntTokens *tokens;
  EntEdge *edges;
  guint32 n_edges;
  /*< private >*/
  guint32 edges_size; /* room for @n_pending more at any time: an edge that is made moves no other */
  guint32 n_pending;  /* edges of terms that are not made yet */
  const EntTermTrie *trie;
  EntChartPlace *places; /* by token */
  gsize places_size;
} EntChart;

/* Of the bits of a token: a stage has put an edge there with ent_chart_add(). Where %ENT_CLASSES_OF_TERMS is set, the
 * edges of the terms are not made yet. */
#define ENT_CHART_ADDED (G_GUINT64_CONSTANT (1) << 63)

void ent_chart_init (EntChart *chart);
void ent_chart_clear (EntChart *chart);
void ent_chart_reset (EntChart *chart,
                      const EntTokens *tokens);
void ent_chart_forget (EntChart *chart,
                       guint32 first,
                       guint32 end);
void ent_chart_find_terms (EntChart *chart,
                           const EntTermTrie *trie,
                           guint32 first,
                           guint32 end);
void ent_chart_add (EntChart *chart,
                    guint32 first,
                    guint32 end,
                    guint32 class_id,
                    guint32 value);
void ent_chart_make_edges (const EntChart *chart,
                           guint32 token);
gboolean ent_chart_puts_object_first (const EntChart *chart,
                                      guint32 end,
                                      guint32 takers,
                                      guint32 bars);
const EntEdge *ent_chart_search (const EntChart *chart,
                                 guint32 first,
                                 guint32 class_id);

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
  return (chart->places[token].begins & ENT_CHART_ADDED) != 0;
}

/**
 * ent_chart_may_begin:
 * @chart: a chart
 * @token: a token, or the one behind the last
 * @class_ids: the ent_class_get_bit() of one class or several
 *
 * Returns: %FALSE if no edge of the classes begins at the token; %TRUE does not say that one does
 */
static inline gboolean
ent_chart_may_begin (const EntChart *chart,
                     guint32         token,
                     guint64         class_ids)
{
  return (chart->places[token].begins & class_ids) != 0;
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
  return ent_chart_may_begin (chart, first, ent_class_get_bit (class_id)) ? ent_chart_search (chart, first, class_id)
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
  if (chart->places[token].begins == 0)
    return NULL;
  if (chart->places[token].begins & ENT_CLASSES_OF_TERMS)
    ent_chart_make_edges (chart, token);
  return &chart->edges[chart->places[token].head];
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
