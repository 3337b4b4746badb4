/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/extract-private.h"

#include <string.h>

/* A name between marks has at most so many tokens. */
#define LONGEST_THEME 8

/* "Secretary-General Ban Ki-moon": a word of somebody's name tells of nothing. */
static gboolean
is_in_person (const EntExtraction *extraction,
              const EntRuleMatch  *match)
{
  guint32 first = ent_extraction_get_sentence (extraction)->first;
  int at = ent_extraction_find_phrase_before (extraction, first, match->end + 1);
  const EntActorPhrase *phrase;

  if (ent_extraction_is_ideographic (extraction, match))
    return FALSE;
  for (guint i = at >= 0 ? (guint) at : 0; i < extraction->phrases->len; i++)
    {
      phrase = &g_array_index (extraction->phrases, EntActorPhrase, i);
      if (phrase->first > match->first)
        return FALSE;
      if (phrase->kind == ENT_PHRASE_PERSON && phrase->end >= match->end)
        return TRUE;
    }
  return FALSE;
}

/* "under the theme “Advancing Partnership”": a word of what marks enclose, and begins with a capital, is of a name. */
static gboolean
is_in_theme (const EntExtraction *extraction,
             const EntRuleMatch  *match)
{
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);
  const EntToken *tokens = extraction->tokens->tokens;
  const char *text = extraction->tokens->text;
  guint32 first = MAX (sentence->first + LONGEST_THEME, match->first) - LONGEST_THEME;
  guint32 end = MIN (sentence->end, match->end + LONGEST_THEME);
  guint32 opening = match->first;

  if (!(tokens[match->first].flags & ENT_TOKEN_CAPITAL))
    return FALSE;
  while (opening > first && !g_str_has_prefix (text + tokens[opening].start, "“"))
    opening--;
  if (!g_str_has_prefix (text + tokens[opening].start, "“")
      || !(tokens[opening + 1].flags & ENT_TOKEN_CAPITAL))
    return FALSE;
  for (guint32 at = opening + 1; at < end; at++)
    {
      if (g_str_has_prefix (text + tokens[at].start, "”"))
        return at >= match->end && at - opening <= LONGEST_THEME;
      if (strchr (".!?;:", text[tokens[at].start]) != NULL)
        return FALSE;
    }
  return FALSE;
}

/**
 * ent_extraction_is_in_name:
 * @extraction: the state of reading
 * @match: a match of one word
 *
 * Returns: whether it is a word of a person's name, or of what marks enclose and is called so
 */
gboolean
ent_extraction_is_in_name (const EntExtraction *extraction,
                           const EntRuleMatch  *match)
{
  return is_in_person (extraction, match) || is_in_theme (extraction, match);
}

/**
 * ent_extraction_is_attribute:
 * @extraction: the state of reading
 * @give: what its rule says
 * @match: a match
 *
 * Returns: whether it is a verb of concluding that a preposition or an article governs, which then tells of nothing:
 *   "the implementation of signed agreements"
 */
gboolean
ent_extraction_is_attribute (const EntExtraction *extraction,
                             const EntEventGive  *give,
                             const EntRuleMatch  *match)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  guint32 first = ent_extraction_get_sentence (extraction)->first;

  return give->kind == ENT_KIND_AGREEMENT && give->status == ENT_GIVE_STATUS_OCCURRED
         && give->undated == ENT_GIVE_UNDATED_STATEMENT && give->who == ENT_GIVE_WHO_SUBJECT && match->first > first
         && !ent_extraction_is_ideographic (extraction, match)
         && (ent_extraction_has (extraction, classes->ofs, match->first - 1, match->first)
             || ent_extraction_has (extraction, classes->articles, match->first - 1, match->first));
}
