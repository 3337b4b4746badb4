/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/spans.h"

#include "read/statement.h"

/**
 * ent_spans_compare:
 * @a: (type EntSpan): a piece of a text
 * @b: (type EntSpan): another of the same text
 *
 * Returns: less than, equal to or more than 0, as @a stands before, with or behind @b; the shorter of two that begin
 *   together stands first
 */
int
ent_spans_compare (gconstpointer a,
                   gconstpointer b)
{
  const EntSpan *span_a = a;
  const EntSpan *span_b = b;

  if (span_a->start != span_b->start)
    return span_a->start < span_b->start ? -1 : 1;
  return span_a->end < span_b->end ? -1 : span_a->end > span_b->end;
}

/**
 * ent_spans_join:
 * @spans: (element-type EntSpan): pieces of one text
 *
 * Brings @spans into the text's order and joins those that overlap.
 */
void
ent_spans_join (GArray *spans)
{
  guint kept = 0;

  g_array_sort (spans, ent_spans_compare);
  for (guint i = 0; i < spans->len; i++)
    {
      EntSpan span = g_array_index (spans, EntSpan, i);
      EntSpan *last = kept > 0 ? &g_array_index (spans, EntSpan, kept - 1) : NULL;

      if (last != NULL && span.start < last->end)
        last->end = MAX (last->end, span.end);
      else
        g_array_index (spans, EntSpan, kept++) = span;
    }
  g_array_set_size (spans, kept);
}
