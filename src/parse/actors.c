/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "parse/actors-private.h"
#include "parse/fold.h"

/* How a term's capitals bind: "Turkey" is not "turkey", "WHO" is not "who". */
typedef enum
{
  CASE_ANY,
  CASE_CAPITAL,
  CASE_UPPER
} TermCase;

static TermCase
get_case (const char *text)
{
  guint n_upper = 0;
  guint n_lower = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      n_upper += g_unichar_isupper (c);
      n_lower += g_unichar_islower (c);
    }
  if (n_upper > 1 && n_lower == 0)
    return CASE_UPPER;
  return g_unichar_isupper (g_utf8_get_char (text)) ? CASE_CAPITAL : CASE_ANY;
}

static void
read_state_chars (EntActorStage *stage)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (guint16));
  const char *id;

  if (stage->state_chars == 0)
    return;
  for (guint32 i = 0; (id = ent_rule_set_get_value (stage->rules, stage->state_chars, i)) != NULL; i++)
    {
      g_autofree char *first = g_strndup (id, strcspn (id, " /"));
      guint16 actor = ENT_ACTOR_NONE;

      if (!ent_vocabulary_find_actor (stage->vocabulary, first, &actor))
        g_debug ("STATE-CHAR: no actor “%s”", id);
      g_array_append_val (values, actor);
    }
  stage->state_values = g_array_steal (values, NULL);
}

static void
read_name_letters (EntActorStage *stage,
                   const char    *letters)
{
  if (letters == NULL || *letters == '\0')
    return;
  stage->name_letters = g_new0 (guint32, ENT_N_IDEOGRAPHS / 32 + 1);
  for (const char *p = letters; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = ent_fold_character (g_utf8_get_char (p)) - ENT_FIRST_IDEOGRAPH;

      if (c < ENT_N_IDEOGRAPHS)
        stage->name_letters[c / 32] |= 1u << c % 32;
    }
}

static void
find_classes (EntActorStage *stage)
{
  const EntRuleSet *rules = stage->rules;

  stage->names = ent_rule_set_find_class (rules, "ACTOR-NAME");
  stage->demonyms = ent_rule_set_find_class (rules, "DEMONYM");
  stage->metonyms = ent_rule_set_find_class (rules, "METONYM");
  stage->people = ent_rule_set_find_class (rules, "PERSON");
  stage->titles = ent_rule_set_find_class (rules, "TITLE");
  stage->topics = ent_rule_set_find_class (rules, "TOPIC");
  stage->places = ent_rule_set_find_class (rules, "PLACE");
  stage->actors = ent_rule_set_find_class (rules, "ACTOR");
  stage->state_chars = ent_rule_set_find_class (rules, "STATE-CHAR");
  stage->not_states = ent_rule_set_find_class (rules, "NOT-STATE");
  stage->counts = ent_rule_set_find_class (rules, "COUNT");
  stage->not_governments = ent_rule_set_find_class (rules, "NOT-GOVERNMENT");
  stage->namesakes = ent_rule_set_find_class (rules, "NAMESAKE");
  stage->domestic = ent_rule_set_find_class (rules, "DOMESTIC");
  stage->dates = ent_rule_set_find_class (rules, "DATE");
  stage->articles = ent_rule_set_find_class (rules, "ARTICLE");
  stage->ofs = ent_rule_set_find_class (rules, "OF");
  stage->sides = ent_rule_set_find_class (rules, "SIDE");
  stage->houses = ent_rule_set_find_class (rules, "HOUSE");
  stage->parties = ent_rule_set_find_class (rules, "PARTIES");
  stage->groups = ent_rule_set_find_class (rules, "GROUP");
  stage->self = ent_rule_set_find_class (rules, "SELF");
  stage->back = ent_rule_set_find_class (rules, "BACK");
  stage->prepositions = ent_rule_set_find_class (rules, "PREPOSITION");
  stage->locatives = ent_rule_set_find_class (rules, "LOCATIVE");
  stage->name_parts = ent_rule_set_find_class (rules, "NAME-PART");
  stage->name_stops = ent_rule_set_find_class (rules, "NAME-STOP");
  stage->state_verbs = ent_rule_set_find_class (rules, "STATE-VERB");
  stage->ands = ent_rule_set_find_class (rules, "AND");
  stage->governments = ent_rule_set_find_class (rules, "GOVERNMENT-OF");
  stage->namings = ent_rule_set_find_class (rules, "NAMED-AFTER");
  stage->concurrents = ent_rule_set_find_class (rules, "CONCURRENT");
  stage->domains = ent_rule_set_find_class (rules, "DOMAIN");
  stage->aides = ent_rule_set_find_class (rules, "AIDE");
  stage->offices = ent_rule_set_find_class (rules, "OFFICE");
  stage->many = ent_rule_set_find_class (rules, "MANY");
  stage->postings = ent_rule_set_find_class (rules, "POSTING");
  stage->tails = ent_rule_set_find_class (rules, "TITLE-TAIL");
  stage->citizens = ent_rule_set_find_class (rules, "CITIZENS");
}

static guint64
get_bits (const guint32 *class_ids,
          guint          n)
{
  guint64 bits = 0;

  for (guint i = 0; i < n; i++)
    bits |= class_ids[i] != 0 ? ent_class_get_bit (class_ids[i]) : 0;
  return bits;
}

static void
find_openers (EntActorStage *stage)
{
  const guint32 openers[] = { stage->names,  stage->demonyms,    stage->metonyms, stage->people,  stage->titles,
                              stage->houses, stage->state_chars, stage->groups,   stage->parties, stage->self,
                              stage->back };
  const guint32 longer[] = { stage->places, stage->topics };

  stage->openers = get_bits (openers, G_N_ELEMENTS (openers));
  stage->longer = get_bits (longer, G_N_ELEMENTS (longer));
  stage->heeded = stage->openers | stage->longer | get_bits (&stage->articles, 1);
}

/**
 * ent_actor_stage_new:
 * @language: a language with compiled events rules; must live as long as the stage
 * @vocabulary: the vocabulary whose terms they hold; the same
 *
 * Returns: (transfer full): the stage
 */
EntActorStage *
ent_actor_stage_new (const EntLanguage   *language,
                     const EntVocabulary *vocabulary)
{
  EntActorStage *stage = g_new0 (EntActorStage, 1);
  guint n_terms;

  stage->rules = language->events;
  stage->vocabulary = vocabulary;
  stage->terms = ent_vocabulary_get_terms (vocabulary, &n_terms);
  stage->holders = ent_vocabulary_get_holders (vocabulary, &stage->n_holders);
  stage->cases = g_new (guint8, n_terms + 1);
  for (guint i = 0; i < n_terms; i++)
    stage->cases[i] = get_case (stage->terms[i].text);
  ent_actor_stage_sort_holders (stage);
  find_classes (stage);
  find_openers (stage);
  read_name_letters (stage, language->name_letters);
  ent_actor_stage_read_families (stage, (const char * const *) language->families);
  read_state_chars (stage);
  return stage;
}

/**
 * ent_actor_stage_free:
 * @stage: (nullable): a stage
 */
void
ent_actor_stage_free (EntActorStage *stage)
{
  if (stage == NULL)
    return;
  g_free (stage->cases);
  g_free (stage->state_values);
  ent_name_index_free (stage->holder_names);
  g_free (stage->by_actor);
  g_free (stage->actor_begins);
  g_free (stage->name_letters);
  g_free (stage->families);
  g_free (stage->family_letters);
  g_free (stage);
}

/**
 * ent_actor_stage_fits:
 * @stage: a stage
 * @chart: a chart
 * @edge: an edge of it whose value is a term of the vocabulary
 *
 * Returns: whether the words are written with the capitals that the term asks for
 */
gboolean
ent_actor_stage_fits (const EntActorStage *stage,
                      const EntChart      *chart,
                      const EntEdge       *edge)
{
  const EntToken *token = &chart->tokens->tokens[edge->first];

  switch (stage->cases[edge->value])
    {
    case CASE_CAPITAL:
      return token->kind == ENT_TOKEN_CJK || token->flags & ENT_TOKEN_CAPITAL;
    case CASE_UPPER:
      return token->kind == ENT_TOKEN_CJK || token->flags & ENT_TOKEN_UPPERCASE;
    default:
      return TRUE;
    }
}

/* Past words that begin here and hold another name inside: "New Jersey", "South China Sea", 发展中国家. */
static inline guint32
skip_longer (const EntActorSearch *search,
             guint32               token,
             guint32               end)
{
  const EntEdge *place;
  const EntEdge *topic;

  if (!ent_chart_may_begin (search->chart, token, search->stage->longer))
    return token + 1;
  place = ent_actor_search_find_term (search, token, search->stage->places, end);
  topic = ent_actor_search_find_term (search, token, search->stage->topics, end);
  if (place != NULL)
    return place->end;
  return topic != NULL ? topic->end : token + 1;
}

/* Whether nothing but "and", commas and articles stand between two phrases; between ideographs nothing at all. */
static gboolean
is_joined (const EntActorSearch *search,
           guint32               end,
           guint32               first)
{
  const EntActorStage *stage = search->stage;

  if (end < search->first || first < end || (first == end && search->tokens[first].kind != ENT_TOKEN_CJK))
    return FALSE;
  for (guint32 at = end; at < first; at++)
    if (!ent_actor_search_is_mark (search, at, ',')
        && ent_actor_search_find_class (search, at, stage->ands, search->end) == NULL
        && ent_actor_search_find_class (search, at, stage->articles, search->end) == NULL)
      return FALSE;
  return TRUE;
}

static void
give_title (const EntActorSearch *search,
            EntActorPhrase       *phrase,
            const EntTerm        *title)
{
  const EntOfficeHolder *holder = ent_actor_search_find_incumbent (search, phrase->actor, title, phrase->first);

  phrase->kind = ENT_PHRASE_PERSON;
  phrase->level = (guint8) title->index;
  phrase->title = title;
  phrase->name = holder != NULL ? holder->name : NULL;
}

/* "the foreign ministers of France and Germany", "the French and German foreign ministers": one title for several.
 * In ideographs it stands behind them all. */
static void
share_title (EntActorSearch *search,
             GArray         *phrases,
             const EntTerm  *title)
{
  EntActorPhrase *last = &g_array_index (phrases, EntActorPhrase, phrases->len - 1);

  if (title != NULL)
    for (EntActorPhrase *one = last; one > (EntActorPhrase *) (gpointer) phrases->data; one--)
      {
        if (one[-1].kind != ENT_PHRASE_ACTOR || !is_joined (search, one[-1].end, one->first))
          break;
        give_title (search, one - 1, title);
      }
  else if (search->shared != NULL && last->kind == ENT_PHRASE_ACTOR && phrases->len > 1
           && is_joined (search, last[-1].end, last->first))
    {
      give_title (search, last, search->shared);
      return;
    }
  search->shared = search->tokens[last->first].kind != ENT_TOKEN_CJK ? title : NULL;
}

/* 中日韩外长: states that are written together, each by one ideograph, share the title behind them. */
static gboolean
is_written_together (const EntActorSearch *search,
                     const GArray         *phrases,
                     const EntActorPhrase *phrase)
{
  const EntActorPhrase *before = phrases->len > 0 ? &g_array_index (phrases, EntActorPhrase, phrases->len - 1) : NULL;

  return before != NULL && before->kind == ENT_PHRASE_ACTOR && before->end == phrase->first
         && before->end - before->first == 1 && search->tokens[before->first].kind == ENT_TOKEN_CJK;
}

/* 沙特投资大臣甲和能源大臣乙: ideographs that "and" joins to an office-holder, without a state, are of the same. */
static void
take_state (const EntActorSearch *search,
            const GArray         *phrases,
            EntActorPhrase       *phrase)
{
  const EntActorPhrase *before = phrases->len > 0 ? &g_array_index (phrases, EntActorPhrase, phrases->len - 1) : NULL;

  if (phrase->kind == ENT_PHRASE_PERSON && phrase->actor == ENT_ACTOR_NONE && before != NULL
      && before->kind == ENT_PHRASE_PERSON && search->tokens[phrase->first].kind == ENT_TOKEN_CJK
      && before->end < phrase->first && is_joined (search, before->end, phrase->first))
    phrase->actor = before->actor;
}

/* Whether a token is one of those, most of all, that begin no name and hold none. */
static inline gboolean
is_idle (const EntActorSearch *search,
         guint32               token)
{
  const EntToken *t = &search->tokens[token];

  return !ent_chart_may_begin (search->chart, token, search->stage->heeded) && t->kind != ENT_TOKEN_CJK
         && (search->n_memory == 0 || !(t->flags & ENT_TOKEN_CAPITAL));
}

/* Whether a phrase may begin at a token: most words name nobody, neither by themselves nor behind an article, nor are
 * they a name told before. */
static inline gboolean
may_name (const EntActorSearch *search,
          guint32               token)
{
  const EntActorStage *stage = search->stage;
  const EntToken *t = &search->tokens[token];
  const EntEdge *article;

  if (ent_chart_may_begin (search->chart, token, stage->openers)
      || (search->n_memory > 0 && (t->kind == ENT_TOKEN_CJK || t->flags & ENT_TOKEN_CAPITAL)))
    return TRUE;
  if (t->kind == ENT_TOKEN_CJK && ent_actor_search_find_family (search, token, &(guint32) { 0 }) != NULL)
    return TRUE;
  article = ent_actor_search_find_class (search, token, stage->articles, search->end);
  return article != NULL && ent_chart_may_begin (search->chart, article->end, stage->openers);
}

/* Reads the phrase that begins at a token, if there is one. Returns where to go on. */
static guint32
read_at (EntActorSearch *search,
         guint32         at,
         GArray         *phrases)
{
  EntActorPhrase phrase = { .first = at, .actor = ENT_ACTOR_NONE, .seat = ENT_ACTOR_NONE };
  const EntTerm *title = NULL;
  gboolean many = FALSE;

  if (search->tokens[at].flags & ENT_TOKEN_FURNITURE
      || !ent_actor_search_read_phrase (search, at, &phrase, &title, &many)
      /* 6月6日军长级会晤 tells of no Japanese. */
      || (search->tokens[at].kind == ENT_TOKEN_CJK && ent_actor_search_ends_day (search, at)))
    return skip_longer (search, at, search->end);
  phrase.title = title;
  many |= is_written_together (search, phrases, &phrase);
  take_state (search, phrases, &phrase);
  ent_actor_search_remember (search, &phrase, title);
  ent_chart_add (search->chart, phrase.first, phrase.end, search->stage->actors, phrases->len);
  g_array_append_val (phrases, phrase);
  share_title (search, phrases, many ? title : NULL);
  return phrase.end;
}

static void
read_sentence (EntActorSearch    *search,
               const EntSentence *sentence,
               GArray            *phrases)
{
  search->first = sentence->first;
  search->end = sentence->end;
  search->place_end = 0;
  search->beside_end = 0;
  search->shared = NULL;
  for (guint32 at = sentence->first; at < sentence->end;)
    if (is_idle (search, at))
      at++;
    else
      at = may_name (search, at) ? read_at (search, at, phrases) : skip_longer (search, at, search->end);
}

/**
 * ent_actor_stage_find:
 * @stage: a stage
 * @chart: a chart that holds the terms; gets an edge of class ACTOR for each phrase, whose value is
 *   its index
 * @timexes: (nullable) (element-type EntTimex): what the chart's edges of class DATE stand for
 * @day: the statement's day, by which office holders are told apart where no date beside them tells another;
 *   %ENT_DAY_OPEN_START if not known
 * @issuer: who issues it, or %ENT_ACTOR_NONE
 * @host: of a cable: the state that it comes from or goes to, whose offices it tells without a state where its issuer
 *   has none of the kind; or %ENT_ACTOR_NONE
 * @phrases: (element-type EntActorPhrase): where the phrases go, in the text's order
 *
 * Finds who is named.
 */
void
ent_actor_stage_find (const EntActorStage *stage,
                      EntChart            *chart,
                      const GArray        *timexes,
                      EntDay               day,
                      guint16              issuer,
                      guint16              host,
                      GArray              *phrases)
{
  const EntTokens *tokens = chart->tokens;
  EntActorSearch search = {
    .stage = stage,
    .chart = chart,
    .tokens = tokens->tokens,
    .timexes = timexes,
    .day = day,
    .issuer = issuer,
    .host = host,
  };

  for (gsize i = 0; i < tokens->n_sentences; i++)
    read_sentence (&search, &tokens->sentences[i], phrases);
  ent_actor_search_settle (&search, phrases);
  g_free (search.seen);
}
