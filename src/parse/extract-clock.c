/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times beside an act that are no date of it. */
#include "parse/extract-private.h"

/**
 * ent_extraction_is_first_since:
 * @extraction: the state of reading
 * @edge: a date before a match
 * @match: what happened
 *
 * Returns: whether it is since then the first of its kind: 2月就任后首次访华; 1949年以来两岸第一次会谈
 */
gboolean
ent_extraction_is_first_since (const EntExtraction *extraction,
                               const EntEdge       *edge,
                               const EntRuleMatch  *match)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  gboolean since = FALSE;

  if (classes->first_sinces == 0 || ent_extraction_has (extraction, classes->first_sinces, edge->end, match->first))
    return classes->first_sinces != 0;
  /* 近三年来首次会晤 is of today. */
  if (ent_edtf_is_interval (g_array_index (extraction->timexes, EntTimex, edge->value).edtf))
    return FALSE;
  for (guint32 at = edge->end; at < match->first; at++)
    {
      const EntEdge *word = ent_chart_find (extraction->chart, at, classes->firsts);
      const char *value = NULL;

      if (word == NULL)
        continue;
      value = ent_rule_set_get_value (extraction->extractor->rules, classes->firsts, word->value);
      if (since && g_strcmp0 (value, "first") == 0)
        return TRUE;
      since |= g_strcmp0 (value, "since") == 0;
    }
  return FALSE;
}

/**
 * ent_extraction_is_by_other_clock:
 * @extraction: the state of reading
 * @edge: a date
 *
 * Returns: whether brackets tell by another clock the time told before them: 当地时间13日上午（北京时间14日凌晨）
 */
gboolean
ent_extraction_is_by_other_clock (const EntExtraction *extraction,
                                  const EntEdge       *edge)
{
  const EntToken *tokens = extraction->tokens->tokens;
  guint32 clocks = extraction->extractor->classes.clocks;
  guint32 first = ent_extraction_get_sentence (extraction)->first;
  guint32 at = edge->first;

  while (clocks != 0 && at > first && tokens[at - 1].kind == ENT_TOKEN_CJK)
    at--;
  if (clocks == 0 || at == first || tokens[at - 1].kind != ENT_TOKEN_PUNCT
      || ent_extraction_ends_clause (extraction, at - 1) || ent_chart_find (extraction->chart, at, clocks) == NULL)
    return FALSE;
  for (guint32 before = first; before < at; before++)
    if (ent_chart_find (extraction->chart, before, extraction->extractor->classes.dates) != NULL)
      return TRUE;
  return FALSE;
}
