/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times beside an act that are no date of it. */
#include "parse/extract-private.h"

/* So many tokens behind a date the word for what it is the name of may stand. */
#define TREATY_REACH 20

/* "the Community Vision 2025": a year that ends a name is no date of anything but it. */
static gboolean
ends_name (const EntExtraction *extraction,
           const EntRuleMatch  *match,
           const EntEdge       *date)
{
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);
  const EntTimex *timex = &g_array_index (extraction->timexes, EntTimex, date->value);
  const EntToken *before = &extraction->tokens->tokens[date->first - 1];

  return date->first > sentence->first + 1 && date->end == date->first + 1
         && (match->first > date->first || match->end < date->first) && before->kind == ENT_TOKEN_WORD
         && before->flags & ENT_TOKEN_CAPITAL && !(before->flags & ENT_TOKEN_UPPERCASE)
         && extraction->tokens->tokens[date->first].kind == ENT_TOKEN_NUMBER
         && ent_edtf_equal (timex->edtf, ent_edtf_point (ent_edtf_point_year (timex->edtf.start.year)))
         && ent_chart_find (extraction->chart, date->first - 1, extraction->extractor->classes.prepositions) == NULL;
}

/* "remarks at the 2022 Pacific Forum": a year that begins a name, behind the match or at its end, is of the name. */
static gboolean
begins_name (const EntExtraction *extraction,
             const EntRuleMatch  *match,
             const EntEdge       *date)
{
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);
  const EntTimex *timex = &g_array_index (extraction->timexes, EntTimex, date->value);
  const EntToken *next = &extraction->tokens->tokens[date->end];
  guint32 articles = extraction->extractor->classes.articles;

  return date->first > sentence->first && date->end < sentence->end && match->end <= date->end
         && match->first < date->first && next->kind == ENT_TOKEN_WORD && next->flags & ENT_TOKEN_CAPITAL
         && ent_edtf_equal (timex->edtf, ent_edtf_point (ent_edtf_point_year (timex->edtf.start.year)))
         && articles != 0 && ent_chart_find (extraction->chart, date->first - 1, articles) != NULL;
}

/**
 * ent_extraction_is_part_of_name:
 * @extraction: the state of reading
 * @match: what happened
 * @date: a date
 *
 * Returns: whether a name begins or ends with the date, so that it dates nothing but what is so called
 */
gboolean
ent_extraction_is_part_of_name (const EntExtraction *extraction,
                                const EntRuleMatch  *match,
                                const EntEdge       *date)
{
  return begins_name (extraction, match, date) || ends_name (extraction, match, date);
}

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

/**
 * ent_extraction_is_of_treaty:
 * @extraction: the state of reading
 * @date: a date
 * @match: what happened
 *
 * Returns: whether the date names what is concluded, between a preposition and it: 按照一九六一年维也纳公约
 */
gboolean
ent_extraction_is_of_treaty (const EntExtraction *extraction,
                             const EntEdge       *date,
                             const EntRuleMatch  *match)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  guint32 first = ent_extraction_get_sentence (extraction)->first;
  guint32 end = MIN (ent_extraction_get_sentence (extraction)->end, date->end + TREATY_REACH);
  gboolean led = FALSE;

  if (!extraction->extractor->gives[match->rule].leftover || !ent_extraction_is_ideographic (extraction, match))
    return FALSE;
  for (guint32 at = MAX (first + 2, date->first) - 2; at < date->first; at++)
    {
      const EntEdge *word = ent_chart_find (extraction->chart, at, classes->prepositions);

      led |= word != NULL && word->end == date->first && word->end > word->first + 1;
    }
  return led && ent_extraction_has (extraction, classes->accords, date->end, end);
}
