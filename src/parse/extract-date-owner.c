/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose a date is that stands by an event's words. */
#include "parse/extract-private.h"

/* So many words may stand between "and" and its verb: "and will also". */
#define AUXILIARIES 2
/* So many tokens before a date in a title the title begins at most. */
#define TITLE_REACH 32
/* So many tokens behind a date that it owns begins what it owns. */
#define POSSESSIVE 3
/* So many tokens may stand between a verb of claiming and its date, or what is claimed. */
#define CLAIM_REACH 2

static gboolean
is_mark (const EntExtraction *extraction,
         guint32              token,
         const char          *mark)
{
  return g_str_has_prefix (extraction->tokens->text + extraction->tokens->tokens[token].start, mark);
}

/**
 * ent_extraction_is_of_number:
 * @extraction: the state of reading
 * @date: a date of the sentence being read
 *
 * Returns: whether it is part of a document's number: "resolution 1718 (2006)", 第2254（2015）号
 */
gboolean
ent_extraction_is_of_number (const EntExtraction *extraction,
                             const EntEdge       *date)
{
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);

  return date->first >= sentence->first + 2 && date->end < sentence->end
         && (is_mark (extraction, date->first - 1, "(") || is_mark (extraction, date->first - 1, "（"))
         && extraction->tokens->tokens[date->first - 2].kind == ENT_TOKEN_NUMBER
         && (is_mark (extraction, date->end, ")") || is_mark (extraction, date->end, "）"));
}

/* Whether marks that enclose a name are closed in between. */
static gboolean
is_closed (const EntExtraction *extraction,
           guint32              first,
           guint32              end)
{
  for (guint32 at = first; at < end; at++)
    if (is_mark (extraction, at, "”"))
      return TRUE;
  return FALSE;
}

/* 《中哈2016至2020年合作规划》: whether a title opens before a token, that has not begun with the match. */
static gboolean
is_in_title (const EntExtraction *extraction,
             guint32              token,
             const EntRuleMatch  *match)
{
  guint32 first = MAX (ent_extraction_get_sentence (extraction)->first + TITLE_REACH, token) - TITLE_REACH;

  for (guint32 at = token; at > first && !is_mark (extraction, at - 1, "》"); at--)
    if (is_mark (extraction, at - 1, "《"))
      return match->first < at;
  return FALSE;
}

/**
 * ent_extraction_is_of_name:
 * @extraction: the state of reading
 * @date: a date of the sentence being read
 * @match: a match in it
 *
 * 签署《2018年对等进入法案》, 出席“2018年论坛”: a date that opens what marks enclose, or stands in a title, belongs to what
 * is called so.
 *
 * Returns: whether it does, for a match that does not stand inside with it
 */
gboolean
ent_extraction_is_of_name (const EntExtraction *extraction,
                           const EntEdge       *date,
                           const EntRuleMatch  *match)
{
  static const char * const opening[] = { "《", "“", "「", "『", "〈" };
  const EntToken *token = &extraction->tokens->tokens[date->first];

  if (is_in_title (extraction, date->first, match))
    return TRUE;
  if (date->first == ent_extraction_get_sentence (extraction)->first || token[-1].kind != ENT_TOKEN_PUNCT
      || (match->first >= date->first
          && (ent_extraction_is_ideographic (extraction, match) || !is_closed (extraction, date->end, match->first))))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (opening); i++)
    if (is_mark (extraction, date->first - 1, opening[i]))
      return TRUE;
  return FALSE;
}

/**
 * ent_extraction_is_of_verb_before:
 * @extraction: the state of reading
 * @date: a date before a match
 * @match: the match
 *
 * "visited Chile in March and met the President of Peru in May": the date that the next verb's "and" or comma follows.
 *
 * Returns: whether it is the next verb's only where that has none of its own
 */
gboolean
ent_extraction_is_of_verb_before (const EntExtraction *extraction,
                                  const EntEdge       *date,
                                  const EntRuleMatch  *match)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  guint32 and = date->end;

  if (classes->ands == 0 || ent_extraction_is_ideographic (extraction, match)
      || date->first == ent_extraction_get_sentence (extraction)->first)
    return FALSE;
  if (and < match->first && extraction->tokens->tokens[and].kind == ENT_TOKEN_PUNCT && ++and == match->first)
    return TRUE;
  return and < match->first && match->first - and <= AUXILIARIES + 1
         && ent_chart_find (extraction->chart, and, classes->ands) != NULL
         && !ent_extraction_has (extraction, classes->actors, and, match->first);
}

/* Whether a mark stands in between. */
static gboolean
has_mark (const EntExtraction *extraction,
          guint32              first,
          guint32              end,
          const char          *mark)
{
  for (guint32 at = first; at < end; at++)
    if (is_mark (extraction, at, mark))
      return TRUE;
  return FALSE;
}

/**
 * ent_extraction_is_of_matter:
 * @extraction: the state of reading
 * @date: a date of the sentence being read
 * @match: a match there
 *
 * "called the President to offer condolences for the attacks in Lima yesterday", "spoke with him, following up on their
 * meeting last year": a day that is over and stands behind a happening that two speak about is that of the happening.
 *
 * Returns: whether the match is a contact, and the date that of what it is about
 */
gboolean
ent_extraction_is_of_matter (const EntExtraction *extraction,
                             const EntEdge       *date,
                             const EntRuleMatch  *match)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  const EntEventGive *give = &extraction->extractor->gives[match->rule];
  const EntTimex *timex = &g_array_index (extraction->timexes, EntTimex, date->value);
  guint32 first = date->first < match->first ? ent_extraction_get_sentence (extraction)->first : match->end - 1;
  gboolean about = FALSE;

  if (classes->matters == 0 || !ent_kind_is_contact (give->kind) || give->status != ENT_GIVE_STATUS_OCCURRED
      || give->refers || date->first == match->end || ent_extraction_is_ideographic (extraction, match)
      || !ent_extraction_is_usable (timex) || ent_edtf_latest (timex->edtf) >= extraction->day
      || (date->first >= match->first && date->first < match->end))
    return FALSE;
  /* "Following the attacks in Lima on Monday, he called": only what the sentence opens with, up to its comma. */
  if (date->first < match->first && !has_mark (extraction, date->end, match->first, ","))
    return FALSE;
  /* "called him to thank": the words may begin inside. */
  for (guint32 at = first; at < date->first; at++)
    {
      about = about || ent_chart_find (extraction->chart, at, classes->matters) != NULL;
      if (!about && date->first < match->first)
        return FALSE;
      if (about && ent_chart_find (extraction->chart, at, classes->happenings) != NULL)
        return TRUE;
    }
  /* "in the wake of last week's elections" */
  for (guint32 at = date->end; about && at <= date->end + POSSESSIVE && at < match->first; at++)
    if (ent_chart_find (extraction->chart, at, classes->happenings) != NULL)
      return TRUE;
  return FALSE;
}

/* "that": what is claimed follows. */
static gboolean
tells_what (const EntExtraction *extraction,
            const EntEdge       *word)
{
  const EntExtractor *extractor = extraction->extractor;

  return g_strcmp0 (ent_rule_set_get_value (extractor->rules, extractor->classes.claims, word->value), "what") == 0;
}

/* Whether what is claimed begins in between. */
static gboolean
follows_what (const EntExtraction *extraction,
              guint32              first,
              guint32              end)
{
  for (guint32 at = first; at < end; at++)
    {
      const EntEdge *word = ent_chart_find (extraction->chart, at, extraction->extractor->classes.claims);

      if (word != NULL && tells_what (extraction, word))
        return TRUE;
    }
  return FALSE;
}

/**
 * ent_extraction_is_of_claim:
 * @extraction: the state of reading
 * @date: a date of the sentence being read
 * @match: a match there
 *
 * "On 5 March the spokesman claimed that ships had fired": the day is that of the claim, not of what is claimed; and
 * the other way round in "said that this year marks".
 *
 * Returns: whether "that" parts the date from the match
 */
gboolean
ent_extraction_is_of_claim (const EntExtraction *extraction,
                            const EntEdge       *date,
                            const EntRuleMatch  *match)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  const EntEventGive *give = &extraction->extractor->gives[match->rule];
  guint32 first = ent_extraction_get_sentence (extraction)->first;
  guint32 end = 0; /* of the words behind a claim that may lead to what is claimed */

  if (classes->claims == 0 || ent_extraction_is_ideographic (extraction, match))
    return FALSE;
  /* "said that this year marks", "announced that they would meet on 3 May": of what is said. */
  if (date->first >= match->end && give->leftover && give->status == ENT_GIVE_STATUS_VERB)
    return follows_what (extraction, match->end - 1, date->first);
  if (date->end > match->first)
    return FALSE;
  for (guint32 at = MAX (first + CLAIM_REACH, date->first) - CLAIM_REACH; at < match->first; at++)
    {
      const EntEdge *word = ent_chart_find (extraction->chart, at, classes->claims);

      if (word == NULL)
        continue;
      if (!tells_what (extraction, word))
        end = MAX (word->end, at < date->first ? date->end : 0) + CLAIM_REACH;
      else if (at >= date->end && at < end)
        return TRUE;
    }
  return FALSE;
}

/**
 * ent_extraction_leads_to_verb:
 * @extraction: the state of reading
 * @date: a date behind a match
 * @match: the match
 *
 * Returns: whether it stands between "and" and the next verb: "imposed a ban and last week, closed the border"
 */
gboolean
ent_extraction_leads_to_verb (const EntExtraction *extraction,
                              const EntEdge       *date,
                              const EntRuleMatch  *match)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  const EntToken *tokens = extraction->tokens->tokens;
  guint32 end = ent_extraction_get_sentence (extraction)->end;
  guint32 before = date->first - 1;
  guint32 next = date->end;

  if (classes->ands == 0 || date->first < match->end + 1 || ent_extraction_is_ideographic (extraction, match))
    return FALSE;
  if (before > match->end && ent_chart_find (extraction->chart, before, classes->prepositions) != NULL)
    before--;
  if (ent_chart_find (extraction->chart, before, classes->ands) == NULL)
    return FALSE;
  if (next < end && is_mark (extraction, next, ","))
    next++;
  return next < end && tokens[next].kind == ENT_TOKEN_WORD
         && !(tokens[next].flags & ENT_TOKEN_CAPITAL) && ent_chart_find (extraction->chart, next, classes->ands) == NULL
         && ent_chart_find (extraction->chart, next, classes->articles) == NULL
         && ent_chart_find (extraction->chart, next, classes->prepositions) == NULL;
}

/**
 * ent_extraction_is_until:
 * @extraction: the state of reading
 * @date: a date of the sentence being read
 * @match: a match there
 *
 * 推迟访问甲国至明年1月, 将对话推迟到10月: the day up to which something is put off, among ideographs.
 *
 * Returns: whether it is, and no date of the putting off, nor of what is put off
 */
gboolean
ent_extraction_is_until (const EntExtraction *extraction,
                         const EntEdge       *date,
                         const EntRuleMatch  *match)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  const EntEventGive *give = &extraction->extractor->gives[match->rule];
  guint32 clause = ent_extraction_get_clause (extraction, date->first);

  if (!ent_extraction_is_ideographic (extraction, match))
    return FALSE;
  return ent_extraction_precedes (extraction, classes->put_offs, clause, date->first)
         || ((give->kind == ENT_KIND_SUSPENSION || give->leftover) && date->first > match->first
             && (is_mark (extraction, date->first - 1, "至") || is_mark (extraction, date->first - 1, "到")));
}

/* Whether a match is a verb with its objects, and not a noun whose own date may stand behind it anywhere. */
static gboolean
is_verbal (const EntExtraction *extraction,
           const EntRuleMatch  *match)
{
  const EntEventGive *give = &extraction->extractor->gives[match->rule];

  return give->who == ENT_GIVE_WHO_SUBJECT && !give->refers && give->leftover != ENT_GIVE_LEFTOVER_LAST
         && !(give->leftover && give->status == ENT_GIVE_STATUS_TENSE)
         && !ent_extraction_is_ideographic (extraction, match);
}

/* "shot down over the sea", "met over lunch": where and how, and no occasion. */
static gboolean
has_occasion (EntKind kind)
{
  return !ent_kind_is_contact (kind) && kind != ENT_KIND_MILITARY && kind != ENT_KIND_DELIVERY;
}

/**
 * ent_extraction_is_of_occasion:
 * @extraction: the state of reading
 * @date: a date of the sentence being read
 * @match: a match
 *
 * Returns: whether it stands behind what a verb is about, and is not that of the verb: "lodged a protest over the
 *   incident on 17 June", "condemned the attack of 24 September", "expelled six, who have until Friday to go"
 */
gboolean
ent_extraction_is_of_occasion (const EntExtraction *extraction,
                               const EntEdge       *date,
                               const EntRuleMatch  *match)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;

  if (date->first <= match->end + 1 || ent_extraction_is_ideographic (extraction, match))
    return FALSE;
  /* "a dialogue on how to implement the communiqué of 30 June": of the noun right before it. */
  if (extraction->extractor->gives[match->rule].refers
      && ent_extraction_precedes (extraction, classes->dateds, match->end + 1, date->first))
    return TRUE;
  if (!is_verbal (extraction, match))
    return FALSE;
  if (ent_extraction_precedes (extraction, classes->dateds, match->end + 1, date->first))
    return TRUE;
  for (guint32 at = match->end; at < date->first; at++)
    {
      const EntEdge *word = classes->occasions != 0 ? ent_chart_find (extraction->chart, at, classes->occasions) : NULL;

      /* "imposed sanctions over Crimea yesterday": of the verb all the same. */
      if (word != NULL && word->end < date->first
          && has_occasion ((EntKind) extraction->extractor->gives[match->rule].kind)
          && ent_chart_find (extraction->chart, date->first - 1, classes->prepositions) != NULL)
        return TRUE;
      /* "spoke by telephone, as the talks resumed yesterday" */
      if (extraction->tokens->tokens[at].kind == ENT_TOKEN_PUNCT
          && ((classes->relatives != 0 && ent_chart_find (extraction->chart, at + 1, classes->relatives) != NULL)
              || (classes->subordinates != 0
                  && ent_chart_find (extraction->chart, at + 1, classes->subordinates) != NULL)))
        return TRUE;
    }
  return FALSE;
}

/**
 * ent_extraction_is_of_discussion:
 * @extraction: the state of reading
 * @date: a date of the sentence being read
 * @match: a match
 *
 * Returns: whether the match is what is talked about, and the date that of the talk: "met on Wednesday to discuss the
 *   dialogue between A and B"
 */
gboolean
ent_extraction_is_of_discussion (const EntExtraction *extraction,
                                 const EntEdge       *date,
                                 const EntRuleMatch  *match)
{
  const EntEventGive *give = &extraction->extractor->gives[match->rule];

  return date->end <= match->first && !give->leftover
         && (give->refers || (give->who != ENT_GIVE_WHO_SUBJECT && give->who != ENT_GIVE_WHO_SIDES))
         && ent_extraction_has (extraction, extraction->extractor->classes.discusseds, date->end, match->first);
}

/**
 * ent_extraction_is_of_cause:
 * @extraction: the state of reading
 * @date: a date of the sentence being read
 * @match: a match there
 *
 * 由于甲方1月继续…，乙方决定…: among ideographs, when the cause was is not when one acts.
 *
 * Returns: whether the date stands in a clause that tells a cause, and the match in a later one
 */
gboolean
ent_extraction_is_of_cause (const EntExtraction *extraction,
                            const EntEdge       *date,
                            const EntRuleMatch  *match)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  guint32 clause;

  if (date->first >= match->first || !ent_extraction_is_ideographic (extraction, match))
    return FALSE;
  clause = ent_extraction_get_clause (extraction, date->first);
  return clause != ent_extraction_get_clause (extraction, match->first)
         && ent_extraction_has (extraction, classes->causes, clause, date->first);
}

/**
 * ent_extraction_is_announced_with_cause:
 * @extraction: the state of reading
 * @date_at: where a date of the sentence being read begins
 * @clause: where a later clause begins
 *
 * 20日宣布，因其违反法案，将对其实施制裁: among ideographs.
 *
 * Returns: whether something was announced on that day, and nothing but its cause is told between
 */
gboolean
ent_extraction_is_announced_with_cause (const EntExtraction *extraction,
                                        guint32              date_at,
                                        guint32              clause)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  guint32 cause = clause > 1 ? ent_extraction_get_clause (extraction, clause - 2) : 0;

  return cause > date_at && ent_extraction_has (extraction, classes->causes, cause, cause + 1)
         && ent_extraction_has (extraction, classes->decisions, date_at, cause);
}
