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
  GArray *edges;  /* of EntEdge */
  guint32 *heads; /* a token: its first edge, longest first */
  /*< private >*/
  gsize heads_size;
} EntChart;

void           ent_chart_init     (EntChart        *chart);
void           ent_chart_clear    (EntChart        *chart);
void           ent_chart_reset    (EntChart        *chart,
                                   const EntTokens *tokens);
void           ent_chart_add      (EntChart        *chart,
                                   guint32          first,
                                   guint32          end,
                                   guint32          class_id,
                                   guint32          value);
const EntEdge *ent_chart_find     (const EntChart  *chart,
                                   guint32          first,
                                   guint32          class_id);

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
  guint32 head = chart->heads[token];

  return head == ENT_EDGE_NONE ? NULL : &g_array_index (chart->edges, EntEdge, head);
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
  return edge->next == ENT_EDGE_NONE ? NULL : &g_array_index (chart->edges, EntEdge, edge->next);
}

G_END_DECLS
