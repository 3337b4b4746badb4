/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/extract-private.h"

static gboolean
read_year (const EntExtraction *extraction,
           guint32              token,
           gint32              *year)
{
  const EntEdge *edge = ent_chart_find (extraction->chart, token, extraction->extractor->classes.dates);
  const EntTimex *timex = edge != NULL ? &g_array_index (extraction->timexes, EntTimex, edge->value) : NULL;

  if (timex == NULL || !ent_extraction_is_usable (timex) || timex->edtf.start.precision == ENT_EDTF_OPEN)
    return FALSE;
  *year = timex->edtf.start.year;
  return TRUE;
}

/* The year that the words of a match tell, or else the statement's own, or the one beside it that stands before them:
 * "next year marks", "this upcoming January 1". */
static gint32
get_year_told (const EntExtraction *extraction,
               const EntRuleMatch  *match,
               guint32             *token)
{
  gint32 own = extraction->anchor.start.year;
  gint32 year;

  for (guint32 at = match->first; at < match->end; at++)
    if (read_year (extraction, at, &year))
      {
        *token = at;
        return year;
      }
  for (guint32 at = match->first; at-- > ent_extraction_get_sentence (extraction)->first;)
    if (read_year (extraction, at, &year))
      return ABS (year - own) <= 1 ? year : own;
  return own;
}

/**
 * ent_extraction_find_anniversary:
 * @extraction: the state of reading
 * @give: what the match's rule says
 * @match: a match
 * @date: (out): when that was whose anniversary it tells of
 * @at: (out): the first token of the words that tell its year, or of the match
 *
 * "this year marks the 70th anniversary of", "the 20th anniversary of our relations in 2015": so many years before the
 * date, or before the statement's own; "the 50th anniversary of the opening of relations in 1972" tells the year
 * itself.
 *
 * Returns: whether it is one
 */
gboolean
ent_extraction_find_anniversary (const EntExtraction *extraction,
                                 const EntEventGive  *give,
                                 const EntRuleMatch  *match,
                                 EntEdtf             *date,
                                 guint32             *at)
{
  const EntCapture *capture = give->years >= 0 ? &match->captures[give->years] : NULL;
  const char *word = NULL;
  gint64 years;
  gint32 told;

  if (capture == NULL || capture->first == ENT_CAPTURE_NONE || ent_edtf_is_none (extraction->anchor))
    return FALSE;
  if (capture->class_id != 0)
    word = ent_rule_set_get_value (extraction->extractor->rules, capture->class_id, capture->value);
  years = word != NULL ? g_ascii_strtoll (word, NULL, 10) : extraction->tokens->tokens[capture->first].number;
  *at = match->first;
  told = get_year_told (extraction, match, at);
  if (ABS (extraction->anchor.start.year - told - years) > 1)
    told -= (gint32) years;
  *date = ent_edtf_point (ent_edtf_point_year (told));
  return years > 0;
}
