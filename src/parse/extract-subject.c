/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/extract-private.h"

/* So many tokens back a subject is looked for. */
/* So many ideographs the name of a place has at most. */
#define LONGEST_PLACE 8
#define SUBJECT_REACH 60
/* So many words may stand between an agent and what it did: "Russia's recent and unprovoked attack". */
#define NEIGHBOUR_REACH 5
/* So many tokens behind "who" an aside may name others. */
#define ASIDE_REACH 10
/* So many words stand between a word of RELATIVE and its verb. */
#define ANTECEDENT_REACH 3
/* So many tokens may tell of a person before the name. */
#define MODIFIER_REACH 24
/* So many tokens may stand between who acts and the verb, if the day is told there. */
#define DATED_REACH 12

/**
 * ent_extraction_find_phrase_before:
 * @extraction: the state of reading
 * @first: a token
 * @before: a token after it
 *
 * Returns: the index of the last phrase that begins at or after @first and ends at or before @before; -1 for none
 */
int
ent_extraction_find_phrase_before (const EntExtraction *extraction,
                                   guint32              first,
                                   guint32              before)
{
  guint low = 0;
  guint high = extraction->phrases->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (extraction->phrases, EntActorPhrase, middle).end <= before)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0 || g_array_index (extraction->phrases, EntActorPhrase, low - 1).first < first)
    return -1;
  return (int) low - 1;
}

static gboolean
follows (const EntExtraction  *extraction,
         const EntActorPhrase *phrase,
         guint32               class_id,
         guint32               first)
{
  return ent_extraction_precedes (extraction, class_id, first, phrase->first);
}

/**
 * ent_extraction_is_oblique:
 * @extraction: the state of reading
 * @phrase: a phrase of it
 *
 * Returns: whether a preposition governs the phrase: it is spoken of, or a place, rather than one who acts
 */
gboolean
ent_extraction_is_oblique (const EntExtraction  *extraction,
                           const EntActorPhrase *phrase)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;

  return ent_extraction_precedes (extraction, classes->prepositions, 0, phrase->first)
         || ent_extraction_precedes (extraction, classes->locatives, 0, phrase->first);
}

/* 同来华进行国事访问的巴西总统: what tells of whom stands between the word of WITH and the name. */
static gboolean
is_with_behind_clause (const EntExtraction  *extraction,
                       const EntActorPhrase *phrase,
                       guint32               first)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  guint32 reach = phrase->first > MODIFIER_REACH ? MAX (first, phrase->first - MODIFIER_REACH) : first;

  if (!follows (extraction, phrase, classes->ofs, first))
    return FALSE;
  for (guint32 at = phrase->first - 1; at > reach; at--)
    {
      const EntEdge *with = ent_chart_find (extraction->chart, at - 1, classes->withs);

      if (with != NULL && ent_chart_find (extraction->chart, with->end, classes->actors) == NULL)
        return TRUE;
      if (ent_extraction_ends_clause (extraction, at - 1))
        return FALSE;
    }
  return FALSE;
}

/* 以及叙利亚: the last ideograph alone would be a word of WITH. */
static gboolean
is_behind_longer_and (const EntExtraction  *extraction,
                      const EntActorPhrase *phrase)
{
  const EntEdge *and = phrase->first > 1
                         ? ent_chart_find (extraction->chart, phrase->first - 2, extraction->extractor->classes.ands)
                         : NULL;

  return and != NULL && and->end == phrase->first
         && extraction->tokens->tokens[phrase->first - 1].kind == ENT_TOKEN_CJK;
}

/* 于今日与中华民国断绝: with whom, where it does not join two names. */
static gboolean
is_with (const EntExtraction  *extraction,
         const EntActorPhrase *phrase,
         guint32               first)
{
  const EntActorPhrase *before = phrase - 1;

  if (is_with_behind_clause (extraction, phrase, first))
    return TRUE;
  if (!follows (extraction, phrase, extraction->extractor->classes.withs, first)
      || is_behind_longer_and (extraction, phrase))
    return FALSE;
  return phrase == (const EntActorPhrase *) extraction->phrases->data || before->end + 1 != phrase->first;
}

/* 对甲国昨日宣布断交表示遗憾: a word of REASON that mostly says whom one acts on, where no date follows. */
static gboolean
is_reason_if_dated (const EntExtraction  *extraction,
                    const EntActorPhrase *phrase)
{
  const EntRuleSet *rules = extraction->extractor->rules;
  guint32 reasons = extraction->extractor->classes.reasons;
  guint32 dates = extraction->extractor->classes.dates;
  const EntEdge *edge = ent_chart_find (extraction->chart, phrase->first - 1, reasons);
  const EntEdge *longer = phrase->first > 1 ? ent_chart_find (extraction->chart, phrase->first - 2, reasons) : NULL;

  return edge != NULL && edge->end == phrase->first && (longer == NULL || longer->end != phrase->first)
         && g_strcmp0 (ent_rule_set_get_value (rules, reasons, edge->value), "dated") == 0
         && ent_chart_find (extraction->chart, phrase->end, dates) == NULL;
}

/* 就美方宣布加征关税: whom a word of REASON governs acts, where the verb follows at once or a person is named, and it is
 * not what others say about it: 外交部就议长窜访发表声明. */
static gboolean
acts_all_the_same (const EntExtraction  *extraction,
                   const EntActorPhrase *phrase,
                   guint32               first,
                   guint32               before)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;

  if (!follows (extraction, phrase, classes->reasons, first) || is_reason_if_dated (extraction, phrase))
    return FALSE;
  /* "after China agreed" */
  if (extraction->tokens->tokens[phrase->first].kind != ENT_TOKEN_CJK)
    return phrase->end == before;
  return (phrase->end == before
          /* 就朝鲜今年以来多次发射导弹 */
          || (before <= phrase->end + DATED_REACH
              && ent_chart_find (extraction->chart, phrase->end, classes->dates) != NULL
              && ent_chart_find (extraction->chart, before, classes->about_acts) == NULL)
          || (phrase->kind == ENT_PHRASE_PERSON
              && ent_chart_find (extraction->chart, before, classes->about_acts) == NULL));
}

/* 两国元首阿根廷会晤: a state between who meets and the word for it is where they do. */
static gboolean
is_written_place (const EntExtraction  *extraction,
                  const EntActorPhrase *phrase,
                  guint32               before)
{
  return phrase->kind == ENT_PHRASE_ACTOR && phrase->end == before
         && extraction->tokens->tokens[phrase->first].kind == ENT_TOKEN_CJK
         && phrase > (const EntActorPhrase *) (gconstpointer) extraction->phrases->data
         && phrase[-1].end == phrase->first && phrase[-1].kind != ENT_PHRASE_ACTOR;
}

/* 到朝鲜东海: a state before a word for waters or borders of its own is no one who acts. */
static gboolean
is_part_of_place (const EntExtraction  *extraction,
                  const EntActorPhrase *phrase)
{
  const EntActorPhrase *all = (const EntActorPhrase *) (gconstpointer) extraction->phrases->data;
  const EntActorPhrase *last = all + extraction->phrases->len - 1;

  if (phrase->kind != ENT_PHRASE_ACTOR || extraction->tokens->tokens[phrase->first].kind != ENT_TOKEN_CJK
      || extraction->extractor->classes.place_tails == 0)
    return FALSE;
  /* 缅泰边境 */
  while (phrase < last && phrase[1].first == phrase->end)
    phrase++;
  return ent_chart_find (extraction->chart, phrase->end, extraction->extractor->classes.place_tails) != NULL;
}

/* 二十国集团领导人阿根廷峰会: a state right before the word for a summit is where it is, if it is not one of several. */
static gboolean
is_seat_of_summit (const EntExtraction  *extraction,
                   const EntActorPhrase *phrase)
{
  const EntVocabulary *vocabulary = extraction->extractor->vocabulary;
  const EntActorPhrase *all = (const EntActorPhrase *) (gconstpointer) extraction->phrases->data;

  if (phrase->kind != ENT_PHRASE_ACTOR || phrase->actor == ENT_ACTOR_NONE || extraction->extractor->classes.summits == 0
      || extraction->tokens->tokens[phrase->first].kind != ENT_TOKEN_CJK
      || ent_chart_find (extraction->chart, phrase->end, extraction->extractor->classes.summits) == NULL
      || ent_vocabulary_get_actor (vocabulary, phrase->actor)->actor_class == ENT_ACTOR_ORGANISATION)
    return FALSE;
  return phrase == all || phrase[-1].end != phrase->first || phrase[-1].kind != ENT_PHRASE_ACTOR
         || phrase[-1].actor == ENT_ACTOR_NONE
         || ent_vocabulary_get_actor (vocabulary, phrase[-1].actor)->actor_class == ENT_ACTOR_ORGANISATION;
}

/* Whether a place is named right before a token: 在约翰内斯堡金砖国家. */
static gboolean
follows_place (const EntExtraction *extraction,
               guint32              token)
{
  for (guint32 back = 1; back <= LONGEST_PLACE && back <= token; back++)
    {
      const EntEdge *place = ent_chart_find (extraction->chart, token - back, extraction->extractor->classes.places);

      if (place != NULL && place->end == token)
        return TRUE;
    }
  return FALSE;
}

/* 上合组织峰会, 在约翰内斯堡金砖国家领导人会晤期间: the word for a summit begins behind a phrase, or, where its place is
 * told, inside it with the leaders that it names. */
static gboolean
names_summit (const EntExtraction  *extraction,
              const EntActorPhrase *phrase)
{
  guint32 first = follows_place (extraction, phrase->first) ? phrase->first + 1 : phrase->end;

  for (guint32 at = first; at <= phrase->end; at++)
    {
      const EntEdge *summit = ent_chart_find (extraction->chart, at, extraction->extractor->classes.summits);

      if (summit != NULL && summit->end > phrase->end)
        return TRUE;
    }
  return FALSE;
}

/* 参加了上合组织峰会，并访问…: whose summit it is does not go on. */
static gboolean
is_host_of_summit (const EntExtraction  *extraction,
                   const EntActorPhrase *phrase,
                   guint32               first)
{
  const EntVocabulary *vocabulary = extraction->extractor->vocabulary;

  return phrase->kind == ENT_PHRASE_ACTOR && phrase->actor != ENT_ACTOR_NONE && phrase->first > first
         && phrase->end < extraction->tokens->n_tokens
         && extraction->tokens->tokens[phrase->end].kind == ENT_TOKEN_CJK
         && names_summit (extraction, phrase)
         && ent_vocabulary_get_actor (vocabulary, phrase->actor)->actor_class == ENT_ACTOR_ORGANISATION;
}

static gboolean
has_comma (const EntExtraction *extraction,
           guint32              first,
           guint32              end)
{
  for (guint32 at = first; at < end; at++)
    {
      const EntToken *token = &extraction->tokens->tokens[at];

      if (token->kind == ENT_TOKEN_PUNCT && extraction->tokens->text[token->start] == ',')
        return TRUE;
    }
  return FALSE;
}

/* ", together with": several words that join what stands before and behind them. */
static gboolean
joins (const EntExtraction *extraction,
       guint32              first,
       guint32              end)
{
  const EntEdge *edge = ent_chart_find (extraction->chart, first, extraction->extractor->classes.ands);

  return edge != NULL && edge->end == end && edge->end > first + 1;
}

/* Whether such words join a phrase to the one before it. */
static gboolean
is_joined (const EntExtraction  *extraction,
           const EntActorPhrase *phrase,
           guint32               first)
{
  guint32 end = phrase[-1].end;

  return phrase[-1].first >= first && end < phrase->first
         && joins (extraction, end + has_comma (extraction, end, end + 1), phrase->first);
}

/* Whether two phrases are of one list: "A and B", "A, B and C", 中日韩. */
static gboolean
are_listed (const EntExtraction  *extraction,
            const EntActorPhrase *one,
            const EntActorPhrase *next,
            guint32               first,
            gboolean              listed)
{
  gboolean comma = has_comma (extraction, one->end, next->first);

  /* "At the request of Japan the Council met": no list where the names are not written together. */
  if (one->end == next->first)
    return extraction->tokens->tokens[next->first].kind == ENT_TOKEN_CJK;
  /* "for its work in Kosovo, and the two leaders agreed", "…, and she agreed": a clause of its own. */
  if ((next->kind == ENT_PHRASE_SIDES || next->kind == ENT_PHRASE_BACK)
      && extraction->tokens->tokens[next->first].kind != ENT_TOKEN_CJK)
    return FALSE;
  /* "the EU-Ukraine Council" */
  if (one->end + 1 == next->first && extraction->tokens->tokens[one->end].kind == ENT_TOKEN_PUNCT
      && extraction->tokens->tokens[one->end].flags & ENT_TOKEN_GLUED
      && extraction->tokens->tokens[next->first].flags & ENT_TOKEN_GLUED)
    return TRUE;
  if (one->end + 1 == next->first)
    return follows (extraction, next, extraction->extractor->classes.ands, first) || (listed && comma);
  if (joins (extraction, one->end + comma, next->first))
    return TRUE;
  return one->end + 2 == next->first && comma && follows (extraction, next, extraction->extractor->classes.ands, first);
}

/* "views on trade, Iran and Syria": what one speaks about, down to the last of the list. */
static gboolean
is_governed (const EntExtraction  *extraction,
             const EntActorPhrase *phrase,
             guint32               first,
             guint32               before)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  const EntActorPhrase *all = (const EntActorPhrase *) extraction->phrases->data;
  guint32 clause = ent_extraction_get_clause (extraction, phrase->first);
  gboolean listed;

  /* 欢迎甲国和乙国恢复会谈: where a match opens with whom one is joined to, who stands right before is the other. */
  if (acts_all_the_same (extraction, phrase, first, before)
      || (phrase->end == before && extraction->tokens->tokens[before].kind == ENT_TOKEN_CJK
          && ent_chart_find (extraction->chart, before, classes->withs) != NULL
          && !ent_extraction_is_where (extraction, phrase)))
    return FALSE;
  if (phrase->first > first && ent_extraction_has (extraction, classes->abouts, MAX (first, clause), phrase->first))
    return TRUE;
  listed = phrase + 1 < all + extraction->phrases->len && phrase[1].first < before
           && are_listed (extraction, phrase, phrase + 1, first, TRUE);
  for (; phrase > all; phrase--, listed = TRUE)
    {
      if (!is_joined (extraction, phrase, first)
          && (follows (extraction, phrase, classes->prepositions, first) || is_with (extraction, phrase, first)))
        return TRUE;
      if (phrase[-1].first < first || phrase[-1].end == phrase->first
          || !are_listed (extraction, phrase - 1, phrase, first, listed))
        return FALSE;
    }
  return follows (extraction, phrase, classes->prepositions, first);
}

/* "the Minister, who was visiting Seoul, met": Seoul stands in an aside, and does not meet. */
static gboolean
is_aside (const EntExtraction  *extraction,
          const EntActorPhrase *phrase,
          guint32               first,
          guint32               before)
{
  guint32 relatives = extraction->extractor->classes.relatives;
  guint32 from = phrase->first > ASIDE_REACH ? MAX (first, phrase->first - ASIDE_REACH) : first;

  for (guint32 at = phrase->first; relatives != 0 && at > from; at--)
    if (ent_chart_find (extraction->chart, at - 1, relatives) != NULL)
      return has_comma (extraction, phrase->end, before);
  return FALSE;
}

/* Whether one of some marks stands alone between two tokens: no hyphen of a word. */
static gboolean
has_mark (const EntExtraction *extraction,
          guint32              first,
          guint32              end,
          const char          *mark)
{
  for (guint32 at = first; at < end; at++)
    {
      const EntToken *token = &extraction->tokens->tokens[at];

      if (token->kind == ENT_TOKEN_PUNCT && !(token->flags & ENT_TOKEN_GLUED)
          && !(token[1].flags & ENT_TOKEN_GLUED && *mark == '-')
          && g_str_has_prefix (extraction->tokens->text + token->start, mark))
        return TRUE;
    }
  return FALSE;
}

/* "the ministers of A and B – X and Y – met": who is named between two dashes is told of before. */
static gboolean
is_between_dashes (const EntExtraction  *extraction,
                   const EntActorPhrase *phrase,
                   guint32               first,
                   guint32               before)
{
  static const char * const dashes[] = { "-", "–", "—" };

  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (has_mark (extraction, phrase->end, before, dashes[i]) && has_mark (extraction, first, phrase->first, dashes[i]))
      return TRUE;
  return FALSE;
}

/* "diplomats of three states – A, B, C – met": those between two dashes are who acts, where the words before them name
 * no two. */
static gboolean
add_between_dashes (const EntExtraction *extraction,
                    guint32              first,
                    guint32              before,
                    EntParties          *parties)
{
  const EntActorPhrase *all = (const EntActorPhrase *) (gconstpointer) extraction->phrases->data;
  EntParties inside = { .n_actors = 0 };
  EntParties outside = { .n_actors = 0 };

  for (int at = ent_extraction_find_phrase_before (extraction, first, before); at >= 0 && all[at].first >= first; at--)
    ent_extraction_add_phrase (extraction, &all[at],
                               is_between_dashes (extraction, &all[at], first, before) ? &inside : &outside);
  if (inside.n_actors < 2 || outside.n_actors > 1)
    return FALSE;
  ent_parties_join (parties, &inside);
  return TRUE;
}

/* "the actions of the coast guard, which rammed a boat": whom a word of RELATIVE goes on about acts, whatever governs
 * its name. */
static gboolean
is_antecedent (const EntExtraction  *extraction,
               const EntActorPhrase *phrase,
               guint32               before)
{
  guint32 at = phrase->end + has_comma (extraction, phrase->end, phrase->end + 1);
  guint32 relatives = extraction->extractor->classes.relatives;
  const EntEdge *relative = at < before ? ent_chart_find (extraction->chart, at, relatives) : NULL;

  return relative != NULL && relative->end <= before && before - relative->end <= ANTECEDENT_REACH
         && !has_comma (extraction, relative->end, before);
}

/* "X met Y and will visit Z": Y is whom X met. */
static gboolean
is_object (const EntExtraction  *extraction,
           const EntActorPhrase *phrase)
{
  for (guint i = 0; i < extraction->n_objects; i++)
    if (phrase->first >= extraction->objects[i].first && phrase->first < extraction->objects[i].end)
      return TRUE;
  return FALSE;
}

/* "X condemned Y's tests and agreed": neither whose things they are nor whom one spoke of agrees. */
static gboolean
is_spoken_of (const EntExtraction  *extraction,
              const EntActorPhrase *phrase,
              guint32               first,
              guint32               before)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  const EntToken *next = &extraction->tokens->tokens[phrase->end];

  if (phrase->end < before && next->flags & ENT_TOKEN_GLUED && next->kind == ENT_TOKEN_WORD)
    return TRUE;
  return follows (extraction, phrase, classes->says, first)
         && ent_extraction_has (extraction, classes->ands, phrase->end, before);
}

/* 离开柏林，前往慕尼黑: where one goes does not go on. */
static gboolean
is_gone_to (const EntExtraction  *extraction,
            const EntActorPhrase *phrase)
{
  const EntRuleSet *rules = extraction->extractor->rules;
  guint32 locatives = extraction->extractor->classes.locatives;

  if (phrase->kind != ENT_PHRASE_ACTOR || extraction->tokens->tokens[phrase->first].kind != ENT_TOKEN_CJK)
    return FALSE;
  for (guint32 back = 1; back <= 2 && back <= phrase->first; back++)
    {
      const EntEdge *edge = ent_chart_find (extraction->chart, phrase->first - back, locatives);

      if (edge != NULL && edge->end == phrase->first
          && g_strcmp0 (ent_rule_set_get_value (rules, locatives, edge->value), "to") == 0)
        return TRUE;
    }
  return FALSE;
}

/* 中国驻加拿大使馆: where an envoy is. */
static gboolean
is_post (const EntExtraction  *extraction,
         const EntActorPhrase *phrase,
         guint32               first)
{
  return extraction->tokens->tokens[phrase->first].kind == ENT_TOKEN_CJK && extraction->extractor->classes.postings != 0
         && follows (extraction, phrase, extraction->extractor->classes.postings, first);
}

/* 《香港自治法》: who is named in the title of a document does not act. */
static gboolean
is_in_title (const EntExtraction  *extraction,
             const EntActorPhrase *phrase,
             guint32               first)
{
  for (guint32 at = phrase->first; at > first; at--)
    {
      const EntToken *token = &extraction->tokens->tokens[at - 1];
      const char *mark = extraction->tokens->text + token->start;

      if (token->kind == ENT_TOKEN_PUNCT && (g_str_has_prefix (mark, "《") || g_str_has_prefix (mark, "》")))
        return g_str_has_prefix (mark, "《");
    }
  return FALSE;
}

/* 以「打击甲国总统的战争机器」为由: who is named in a quotation does not do what is told behind it, among ideographs. */
static gboolean
is_quoted (const EntExtraction  *extraction,
           const EntActorPhrase *phrase,
           guint32               first,
           guint32               before)
{
  const EntToken *tokens = extraction->tokens->tokens;
  const char *text = extraction->tokens->text;
  guint32 at = phrase->first;
  const char *mark;

  if (tokens[phrase->first].kind != ENT_TOKEN_CJK)
    return FALSE;
  while (at > first && tokens[at - 1].kind != ENT_TOKEN_PUNCT)
    at--;
  mark = text + tokens[MAX (at, 1) - 1].start;
  if (at == first || !(g_str_has_prefix (mark, "「") || g_str_has_prefix (mark, "“")))
    return FALSE;
  for (at = phrase->end; at < before; at++)
    if (g_str_has_prefix (text + tokens[at].start, "」") || g_str_has_prefix (text + tokens[at].start, "”"))
      return TRUE;
  return FALSE;
}

/* A phrase, and those before it that are of one list with it; a comma joins only where "and" joins the last. */
static void
add_list_before (const EntExtraction *extraction,
                 int                  at,
                 guint32              reach,
                 EntParties          *parties)
{
  gboolean listed = FALSE;

  for (; at >= 0; at--)
    {
      const EntActorPhrase *phrase = &g_array_index (extraction->phrases, EntActorPhrase, at);

      ent_extraction_add_phrase (extraction, phrase, parties);
      if (at == 0 || phrase[-1].first < reach || !are_listed (extraction, phrase - 1, phrase, reach, listed))
        return;
      listed = TRUE;
    }
}

/* 在菲律宾马尼拉签署: where nobody is named who acts, a state is only where it is done. */
static gboolean
is_only_where (const EntExtraction  *extraction,
               const EntActorPhrase *phrase,
               guint32               first)
{
  return phrase->kind == ENT_PHRASE_ACTOR && extraction->tokens->tokens[phrase->first].kind == ENT_TOKEN_CJK
         && follows (extraction, phrase, extraction->extractor->classes.locatives, first)
         && ent_chart_find (extraction->chart, phrase->end, extraction->extractor->classes.places) != NULL;
}

/**
 * ent_extraction_is_where:
 * @extraction: the state of reading
 * @phrase: a phrase of it
 *
 * Returns: whether it is a state written in ideographs that is only where something is: 在新加坡, G20阿根廷峰会
 */
gboolean
ent_extraction_is_where (const EntExtraction  *extraction,
                         const EntActorPhrase *phrase)
{
  const EntExtractClasses *classes = &extraction->extractor->classes;
  const EntEdge *edge;

  if (phrase->kind != ENT_PHRASE_ACTOR || phrase->first == 0
      || extraction->tokens->tokens[phrase->first].kind != ENT_TOKEN_CJK)
    return FALSE;
  edge = ent_chart_find (extraction->chart, phrase->first - 1, classes->locatives);
  if (edge != NULL && edge->end == phrase->first
      && g_strcmp0 (ent_rule_set_get_value (extraction->extractor->rules, classes->locatives, edge->value), "at") == 0)
    return TRUE;
  return is_seat_of_summit (extraction, phrase) || is_part_of_place (extraction, phrase);
}

/**
 * ent_extraction_find_last_subject:
 * @extraction: the state of reading
 *
 * Returns: who the last sentence before, of the same paragraph, that names one who acts began with; %ENT_ACTOR_NONE if
 *   none does
 */
guint16
ent_extraction_find_last_subject (const EntExtraction *extraction)
{
  const EntSentence *sentences = extraction->tokens->sentences;
  guint16 subject = ENT_ACTOR_NONE;

  for (guint i = extraction->sentence;
       subject == ENT_ACTOR_NONE && i > 0 && sentences[i - 1].paragraph == sentences[i].paragraph; i--)
    {
      guint32 first = sentences[i - 1].first;

      for (int at = ent_extraction_find_phrase_before (extraction, first, sentences[i - 1].end); at >= 0; at--)
        {
          const EntActorPhrase *phrase = &g_array_index (extraction->phrases, EntActorPhrase, at);

          if (phrase->first < first)
            break;
          if (phrase->actor != ENT_ACTOR_NONE && !ent_extraction_is_oblique (extraction, phrase)
              && !is_with (extraction, phrase, first) && !is_part_of_place (extraction, phrase))
            subject = phrase->actor;
        }
    }
  return subject;
}

/**
 * ent_extraction_find_subject:
 * @extraction: the state of reading
 * @first: the sentence's or clause's first token
 * @before: the token that the subject stands before
 * @parties: gets the subject: one, or those that "and" joins
 *
 * The subject is the nearest phrase before that no preposition governs, no aside holds and no match
 * before took as the other side; or else the nearest.
 */
void
ent_extraction_find_subject (const EntExtraction *extraction,
                             guint32              first,
                             guint32              before,
                             EntParties          *parties)
{
  guint32 reach = before > SUBJECT_REACH ? MAX (first, before - SUBJECT_REACH) : first;
  int nearest = ent_extraction_find_phrase_before (extraction, reach, before);
  int at = nearest;

  if (add_between_dashes (extraction, reach, before, parties))
    return;
  while (at >= 0)
    {
      const EntActorPhrase *phrase = &g_array_index (extraction->phrases, EntActorPhrase, at);

      if (phrase->first < reach)
        at = -1;
      else if (at == nearest && is_antecedent (extraction, phrase, before))
        break;
      else if (is_governed (extraction, phrase, first, before) || is_object (extraction, phrase)
               || is_aside (extraction, phrase, first, before)
               || is_between_dashes (extraction, phrase, first, before) || is_in_title (extraction, phrase, first)
               || is_quoted (extraction, phrase, first, before)
               || is_spoken_of (extraction, phrase, first, before) || is_written_place (extraction, phrase, before)
               || is_seat_of_summit (extraction, phrase) || is_part_of_place (extraction, phrase)
               || is_post (extraction, phrase, first) || is_gone_to (extraction, phrase)
               || is_host_of_summit (extraction, phrase, first))
        at--;
      else
        break;
    }
  /* Rather anybody than whose embassy or waters they are. */
  for (int back = nearest; at < 0 && back >= 0; back--)
    {
      const EntActorPhrase *phrase = &g_array_index (extraction->phrases, EntActorPhrase, back);

      if (phrase->first < reach)
        break;
      if (is_post (extraction, phrase, first) || is_part_of_place (extraction, phrase)
          || is_gone_to (extraction, phrase))
        continue;
      nearest = back;
      break;
    }
  if (at < 0 && nearest >= 0
      && is_only_where (extraction, &g_array_index (extraction->phrases, EntActorPhrase, nearest), first))
    return;
  add_list_before (extraction, at < 0 ? nearest : at, reach, parties);
}

/**
 * ent_extraction_find_listed:
 * @extraction: the state of reading
 * @token: where a phrase of the sentence begins
 * @parties: gets those that are of one list with it, and stand before it
 */
void
ent_extraction_find_listed (const EntExtraction *extraction,
                            guint32              token,
                            EntParties          *parties)
{
  guint32 first = ent_extraction_get_sentence (extraction)->first;
  int at = ent_extraction_find_phrase_before (extraction, first, token);
  const EntActorPhrase *phrase = at >= 0 ? &g_array_index (extraction->phrases, EntActorPhrase, at) : NULL;

  if (phrase != NULL && (guint) at + 1 < extraction->phrases->len && phrase[1].first == token
      && are_listed (extraction, phrase, phrase + 1, first, FALSE))
    add_list_before (extraction, at + 1, first, parties);
}

/**
 * ent_extraction_find_companions:
 * @extraction: the state of reading
 * @first: a token
 * @before: a token after it
 * @parties: gets whom a word of WITH names in between, and whom "and" joins to them
 */
void
ent_extraction_find_companions (const EntExtraction *extraction,
                                guint32              first,
                                guint32              before,
                                EntParties          *parties)
{
  const EntActorPhrase *last = NULL;

  for (int at = ent_extraction_find_phrase_before (extraction, first, before); at >= 0; at--)
    {
      const EntActorPhrase *phrase = &g_array_index (extraction->phrases, EntActorPhrase, at);

      if (phrase->first < first)
        break;
      /* 同来访的美国总统会谈: whom words before the name tell more of is met all the same. */
      if (!is_with (extraction, phrase, first)
          || (is_object (extraction, phrase) && !is_with_behind_clause (extraction, phrase, first)))
        continue;
      for (last = phrase; last->end <= before; last++)
        {
          ent_extraction_add_phrase (extraction, last, parties);
          if (last == (const EntActorPhrase *) extraction->phrases->data + extraction->phrases->len - 1
              || last[1].first != last->end + 1
              || !follows (extraction, last + 1, extraction->extractor->classes.ands, first))
            break;
        }
    }
}

/* 同首相举行中英总理会晤: behind with whom one does it stands what one does. */
static gboolean
is_behind_with (const EntExtraction  *extraction,
                const EntActorPhrase *phrase,
                guint32               first)
{
  const EntActorPhrase *all = (const EntActorPhrase *) extraction->phrases->data;

  if (extraction->tokens->tokens[phrase->first].kind != ENT_TOKEN_CJK)
    return FALSE;
  for (const EntActorPhrase *one = phrase; one > all && one[-1].first > first; one--)
    {
      if (has_comma (extraction, one[-1].end, phrase->first))
        return FALSE;
      if (is_with (extraction, one - 1, first))
        return TRUE;
    }
  return FALSE;
}

/**
 * ent_extraction_has_subject:
 * @extraction: the state of reading
 * @first: a clause's first token
 * @before: a token after it
 *
 * Returns: whether somebody is named in between who acts: a clause without one goes on with what was told
 */
gboolean
ent_extraction_has_subject (const EntExtraction *extraction,
                            guint32              first,
                            guint32              before)
{
  for (int at = ent_extraction_find_phrase_before (extraction, first, before); at >= 0; at--)
    {
      const EntActorPhrase *phrase = &g_array_index (extraction->phrases, EntActorPhrase, at);

      if (phrase->first < first)
        break;
      if (!is_governed (extraction, phrase, first, before) && !is_object (extraction, phrase)
          && !follows (extraction, phrase, extraction->extractor->classes.locatives, first)
          && !is_behind_with (extraction, phrase, first))
        return TRUE;
    }
  return FALSE;
}

/**
 * ent_extraction_find_neighbour:
 * @extraction: the state of reading
 * @before: a token
 * @parties: gets who is named right before it, if anybody is, and those of one list with it
 */
void
ent_extraction_find_neighbour (const EntExtraction *extraction,
                               guint32              before,
                               EntParties          *parties)
{
  guint32 first = ent_extraction_get_sentence (extraction)->first;
  guint32 reach = before > NEIGHBOUR_REACH ? MAX (first, before - NEIGHBOUR_REACH) : first;
  int at = ent_extraction_find_phrase_before (extraction, first, before);
  const EntActorPhrase *phrase = at >= 0 ? &g_array_index (extraction->phrases, EntActorPhrase, at) : NULL;

  if (phrase == NULL || phrase->end < reach || has_comma (extraction, phrase->end, before))
    return;
  /* "the EU-China summit" */
  if (at > 0 && phrase[-1].end + 1 == phrase->first && phrase[-1].first >= first
      && extraction->tokens->tokens[phrase->first].flags & ENT_TOKEN_GLUED
      && extraction->tokens->tokens[phrase[-1].end].kind == ENT_TOKEN_PUNCT)
    ent_extraction_add_phrase (extraction, phrase - 1, parties);
  add_list_before (extraction, at, first, parties);
}

/**
 * ent_extraction_find_blamed:
 * @extraction: the state of reading
 * @match: a match that tells of what one did to another
 * @kind: its kind
 * @subject: gets who did it, where the words before blame somebody who stands right before the match
 *
 * 严厉批评美国政府对官员实施制裁: whom one protests against is who acts.
 */
void
ent_extraction_find_blamed (const EntExtraction *extraction,
                            const EntRuleMatch  *match,
                            EntKind              kind,
                            EntParties          *subject)
{
  guint32 first = ent_extraction_get_sentence (extraction)->first;
  int at = ent_extraction_find_phrase_before (extraction, first, match->first);
  const EntActorPhrase *phrase = at >= 0 ? &g_array_index (extraction->phrases, EntActorPhrase, at) : NULL;

  if (phrase == NULL || phrase->end != match->first || phrase->actor == ENT_ACTOR_NONE || !ent_kind_is_directed (kind)
      || kind == ENT_KIND_PROTEST || extraction->touched < 0
      || ent_extraction_get_mention (extraction, extraction->touched)->kind != ENT_KIND_PROTEST
      || !ent_extraction_is_ideographic (extraction, match))
    return;
  memset (subject, 0, sizeof *subject);
  ent_extraction_add_phrase (extraction, phrase, subject);
}
