/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/extract-private.h"

#include <string.h>

#include "parse/notes.h"

/* A word before another has so many tokens at most: an ideograph is one. */
#define LONGEST_WORD 4
/* Whose correspondent asks is told in so many tokens at most. */
#define LABEL_REACH 20

static void
find_classes (EntExtractor *extractor)
{
  EntExtractClasses *classes = &extractor->classes;
  const struct
  {
    const char *name;
    guint32 *id;
  } names[] = {
    { "ACTOR", &classes->actors },
    { "DATE", &classes->dates },
    { "TOPIC", &classes->topics },
    { "TOPIC-PASSING", &classes->passing_topics },
    { "TOPIC-WEAK", &classes->weak_topics },
    { "TITLE", &classes->titles },
    { "PERSON", &classes->persons },
    { "TONE", &classes->tones },
    { "PLACE", &classes->places },
    { "METONYM", &classes->metonyms },      { "ACTOR-NAME", &classes->names },
    { "DEMONYM", &classes->demonyms },
    { "BODY", &classes->bodies },
    { "SAY", &classes->says },
    { "ADVERB", &classes->adverbs },
    { "FUTURE", &classes->future },
    { "NEGATION", &classes->negations },
    { "CONDITION", &classes->conditions },
    { "PROPOSAL", &classes->proposals },
    { "PREPOSITION", &classes->prepositions },
    { "LOCATIVE", &classes->locatives },
    { "AND", &classes->ands },              { "PUT-OFF", &classes->put_offs },
    { "GENRE", &classes->genres },          { "AGAIN", &classes->agains },
    { "RELATIVE", &classes->relatives },    { "CAUSE", &classes->causes },
    { "OBLIGATION", &classes->obligations }, { "LISTING", &classes->listings },
    { "ITEM", &classes->items },            { "ARTICLE", &classes->articles },
    { "CLAUSE", &classes->clauses },        { "LEADERS", &classes->leaders },
    { "WITH", &classes->withs },            { "THEN", &classes->thens },
    { "ABOUT", &classes->abouts },          { "DONE", &classes->dones },
    { "NEXT-ACT", &classes->next_acts },    { "SUBORDINATE", &classes->subordinates },
    { "HELPING", &classes->helping },       { "OCCASION", &classes->occasions },
    { "MATTER", &classes->matters },        { "HAPPENING", &classes->happenings },
    { "DATED", &classes->dateds },          { "ANSWER", &classes->answers },
    { "TARGET", &classes->targets },        { "RECORD", &classes->records },
    { "AUTHORSHIP", &classes->authorships },
    { "HOME", &classes->homes },
    { "POSTING", &classes->postings },      { "HOLD", &classes->holds },
    { "HELD", &classes->helds },
    { "SCHEDULED", &classes->scheduled },   { "ALSO", &classes->alsos },
    { "ONWARD", &classes->onwards },        { "FIRST-SINCE", &classes->first_sinces },
    { "FIRST", &classes->firsts },          { "WITHIN", &classes->withins },
    { "CLOCK", &classes->clocks },
    { "ORIGIN", &classes->origins },        { "TOWARD-STATE", &classes->toward_states },
    { "DISCUSSED", &classes->discusseds },  { "SEAT", &classes->seats },
    { "CLAIM", &classes->claims },           { "PRIOR", &classes->priors },
    { "PROMISE", &classes->promises },
    { "ASKING", &classes->askings },        { "REPEATED", &classes->repeateds },
    { "TOGETHER", &classes->togethers },
    { "REASON", &classes->reasons },        { "CALL", &classes->calls },
    { "PLACE-TAIL", &classes->place_tails },
    { "REACTION", &classes->reactions },
    { "OF", &classes->ofs },                { "AGENT", &classes->agents },
    { "MUTUAL", &classes->mutuals },        { "BETWEEN", &classes->betweens },
    { "MEMORY", &classes->memories },       { "QUESTION", &classes->questions },
    { "TAKER", &classes->takers },          { "TAKER-BAR", &classes->bars },
    { "DENIAL", &classes->denials },        { "DENIER", &classes->deniers },
    { "ABOUT-ACT", &classes->about_acts },  { "RUMOUR", &classes->rumours },
    { "DURING", &classes->durings },        { "PHONE", &classes->phones },
    { "COUNTERPART", &classes->counterparts }, { "DECISION", &classes->decisions },
    { "AHEAD", &classes->aheads },          { "INVERSION", &classes->inversions },
    { "SOON", &classes->soons },            { "LOWER", &classes->lowers },
    { "ARRIVAL", &classes->arrivals },      { "ENDING", &classes->endings },
    { "LASTING", &classes->lastings },      { "APIECE", &classes->apieces },
    { "MEETING", &classes->meetings },      { "SUMMIT", &classes->summits },
    { "ACCORD", &classes->accords },        { "STAYING", &classes->stayings },
    { "VISIT", &classes->visits },          { "STRANGER", &classes->strangers },
    { "ACCUSAL", &classes->accusals },      { "REMOTE", &classes->remotes },
    { "SOMETIME", &classes->sometimes },    { "MANY", &classes->many },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    *names[i].id = ent_rule_set_find_class (extractor->rules, names[i].name);
}

/**
 * ent_extractor_new:
 * @language: a language; must live as long as the extractor
 * @vocabulary: the vocabulary it was loaded with; the same
 * @error: where to say which `give` line is not understood
 *
 * Returns: (transfer full) (nullable): the actor and event stages of the language
 */
EntExtractor *
ent_extractor_new (const EntLanguage    *language,
                   const EntVocabulary  *vocabulary,
                   GError              **error)
{
  g_autoptr (EntExtractor) extractor = NULL;
  guint n_rules;
  guint n_terms;

  g_return_val_if_fail (language != NULL && vocabulary != NULL, NULL);

  extractor = g_new0 (EntExtractor, 1);
  extractor->lexicon = language->lexicon;
  extractor->rules = language->events;
  extractor->vocabulary = vocabulary;
  extractor->terms = ent_vocabulary_get_terms (vocabulary, &n_terms);
  find_classes (extractor);
  n_rules = ent_rule_set_get_n_rules (extractor->rules);
  extractor->gives = g_new0 (EntEventGive, n_rules + 1);
  for (guint i = 0; i < n_rules; i++)
    if (!ent_event_give_read (extractor->rules, i, &extractor->gives[i], error))
      return NULL;
  extractor->actors = ent_actor_stage_new (language, vocabulary);
  extractor->hosts = ent_host_table_new (vocabulary);
  return g_steal_pointer (&extractor);
}

/**
 * ent_extractor_free:
 * @extractor: (nullable): an extractor
 */
void
ent_extractor_free (EntExtractor *extractor)
{
  if (extractor == NULL)
    return;
  ent_actor_stage_free (extractor->actors);
  ent_host_table_free (extractor->hosts);
  g_free (extractor->gives);
  g_free (extractor);
}

/* 若泽·拉莫斯: one letter of a person's name is no word, whatever it means elsewhere. */
static gboolean
is_letter_of_name (const EntExtraction *extraction,
                   const EntEdge       *edge)
{
  const EntActorPhrase *all = (const EntActorPhrase *) (gconstpointer) extraction->phrases->data;
  int before;

  if (edge->end != edge->first + 1 || extraction->tokens->tokens[edge->first].kind != ENT_TOKEN_CJK)
    return FALSE;
  before = ent_extraction_find_phrase_before (extraction, 0, edge->first) + 1;
  return before < (int) extraction->phrases->len && all[before].kind == ENT_PHRASE_PERSON
         && all[before].first < edge->first && all[before].end >= edge->end;
}

/* 梁振英會在: whether a person is named right before. */
static gboolean
follows_person (const EntExtraction *extraction,
                guint32              token)
{
  const EntActorPhrase *all = (const EntActorPhrase *) (gconstpointer) extraction->phrases->data;
  int before = ent_extraction_find_phrase_before (extraction, 0, token);

  return before >= 0 && all[before].end == token && all[before].kind == ENT_PHRASE_PERSON;
}

/**
 * ent_extraction_has:
 * @extraction: the state of reading
 * @class_id: a class, or 0 for none
 * @first: a token
 * @end: a token after it
 *
 * Returns: whether words of the class begin in between, other than longer ones of the value `none`, ones of the
 *   value `object` that only put the object of a verb first, and ones of the value `named` where nobody is right before
 */
gboolean
ent_extraction_has (const EntExtraction *extraction,
                    guint32              class_id,
                    guint32              first,
                    guint32              end)
{
  for (guint32 at = first; class_id != 0 && at < end; at++)
    {
      const EntEdge *edge = ent_chart_find (extraction->chart, at, class_id);
      const char *value;

      if (edge == NULL)
        continue;
      value = ent_rule_set_get_value (extraction->extractor->rules, class_id, edge->value);
      if (g_strcmp0 (value, "none") != 0
          && (g_strcmp0 (value, "named") != 0 || follows_person (extraction, at))
          && !(g_strcmp0 (value, "object") == 0
               && ent_chart_puts_object_first (extraction->chart, edge->end, extraction->extractor->classes.takers,
                                               extraction->extractor->classes.bars))
          && !is_letter_of_name (extraction, edge))
        return TRUE;
      at = edge->end - 1;
    }
  return FALSE;
}

/**
 * ent_extraction_precedes:
 * @extraction: the state of reading
 * @class_id: a class, or 0 for none
 * @first: a token of the sentence
 * @before: a token after it
 *
 * Returns: whether a word of the class stands right before @before
 */
gboolean
ent_extraction_precedes (const EntExtraction *extraction,
                         guint32              class_id,
                         guint32              first,
                         guint32              before)
{
  guint32 reach = before > LONGEST_WORD ? MAX (first, before - LONGEST_WORD) : first;

  for (guint32 at = before; class_id != 0 && at > reach; at--)
    {
      const EntEdge *edge = ent_chart_find (extraction->chart, at - 1, class_id);

      if (edge != NULL && edge->end == before)
        return TRUE;
    }
  return FALSE;
}

static gboolean
ends_clause (const EntExtraction *extraction,
             guint32              token)
{
  return ent_tokens_is_mark_or_wide (extraction->tokens, token, ';', "；")
         || ent_tokens_is_mark_or_wide (extraction->tokens, token, ';', "，");
}

/**
 * ent_extraction_ends_clause:
 * @extraction: the state of reading
 * @token: a token
 *
 * Returns: whether a clause begins behind it: a semicolon, a Chinese comma, or a word of CLAUSE ("and", "but")
 */
gboolean
ent_extraction_ends_clause (const EntExtraction *extraction,
                            guint32              token)
{
  return ends_clause (extraction, token)
         || (extraction->extractor->classes.clauses != 0
             && ent_chart_find (extraction->chart, token, extraction->extractor->classes.clauses) != NULL);
}

/**
 * ent_extraction_has_semicolon:
 * @extraction: the state of reading
 * @first: a token
 * @end: a token after it
 *
 * Returns: whether a semicolon stands in between
 */
gboolean
ent_extraction_has_semicolon (const EntExtraction *extraction,
                              guint32              first,
                              guint32              end)
{
  for (guint32 at = first; at < end; at++)
    if (ent_tokens_is_mark_or_wide (extraction->tokens, at, ';', "；"))
      return TRUE;
  return FALSE;
}

/**
 * ent_extraction_get_clause:
 * @extraction: the state of reading
 * @token: a token of the sentence being read
 *
 * Returns: the first token of its clause: behind a semicolon or a Chinese comma, or the sentence's
 */
guint32
ent_extraction_get_clause (const EntExtraction *extraction,
                           guint32              token)
{
  guint32 first = ent_extraction_get_sentence (extraction)->first;

  while (token > first && !ends_clause (extraction, token - 1))
    token--;
  return token;
}

/**
 * ent_extraction_find_colon:
 * @extraction: the state of reading
 * @before: a token of the sentence being read
 *
 * Returns: the colon before it behind a word of LISTING, which opens a list inside the sentence
 *   ("agreed: to …; to …"); 0 if it stands in none
 */
guint32
ent_extraction_find_colon (const EntExtraction *extraction,
                           guint32              before)
{
  guint32 first = ent_extraction_get_sentence (extraction)->first;

  for (guint32 at = before; at > first + 1; at--)
    {
      if (ent_tokens_is_mark_or_wide (extraction->tokens, at - 1, ':', "：")
          && ent_extraction_has (extraction, extraction->extractor->classes.listings, first, at - 1))
        return at - 1;
    }
  return 0;
}

static void
add_dates (EntExtraction *extraction)
{
  const EntTokens *tokens = extraction->tokens;

  for (guint i = 0; extraction->timexes != NULL && i < extraction->timexes->len; i++)
    {
      const EntTimex *timex = &g_array_index (extraction->timexes, EntTimex, i);
      gsize first = ent_tokens_find (tokens, timex->start);
      guint number = i;
      gsize end = first;

      /* Both ends of a range make one date. */
      if (timex->opens && i + 1 < extraction->timexes->len)
        timex = &g_array_index (extraction->timexes, EntTimex, ++i);
      while (end < tokens->n_tokens && tokens->tokens[end].start < timex->end)
        end++;
      if (end <= first)
        continue;
      ent_chart_add (extraction->chart, (guint32) first, (guint32) end, extraction->extractor->classes.dates, number);
      extraction->dated[ent_tokens_get_sentence (tokens, (guint32) first)] = TRUE;
    }
}

/* Of the persons of a sentence the first who acts is who "he" is in the next; one that begins with "he" changes
 * nothing. */
static void
note_person (EntExtraction *extraction)
{
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);
  guint32 prepositions = extraction->extractor->classes.prepositions;
  const EntActorPhrase *first = NULL;

  for (int i = ent_extraction_find_phrase_before (extraction, 0, sentence->first) + 1;
       i < (int) extraction->phrases->len; i++)
    {
      const EntActorPhrase *phrase = &g_array_index (extraction->phrases, EntActorPhrase, i);

      if (phrase->first >= sentence->end)
        break;
      /* 主任会见了她。她将…: in ideographs she is whom the sentence before spoke of, too. */
      if (phrase->kind == ENT_PHRASE_BACK
          && (first == NULL || extraction->tokens->tokens[phrase->first].kind == ENT_TOKEN_CJK))
        return;
      if (phrase->kind != ENT_PHRASE_PERSON)
        continue;
      if (first == NULL)
        first = phrase;
      if (ent_extraction_precedes (extraction, prepositions, sentence->first, phrase->first))
        continue;
      first = phrase;
      break;
    }
  if (first != NULL)
    extraction->last_person = *first;
}

static gboolean
is_item (const EntExtraction *extraction)
{
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);
  const EntToken *first = &extraction->tokens->tokens[sentence->first];

  return first->kind == ENT_TOKEN_PUNCT || first->kind == ENT_TOKEN_NUMBER
         || ent_chart_find (extraction->chart, sentence->first, extraction->extractor->classes.items) != NULL;
}

/* "The two Presidents agreed:" opens a list, and a paragraph that is none of its items ends it. */
static void
open_list (EntExtraction *extraction)
{
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);

  if (!ent_tokens_is_mark_or_wide (extraction->tokens, sentence->end - 1, ':', "：")
      || !ent_extraction_has (extraction, extraction->extractor->classes.listings, sentence->first, sentence->end))
    return;
  extraction->listing = TRUE;
  memset (&extraction->listers, 0, sizeof extraction->listers);
  ent_extraction_find_subject (extraction, sentence->first, sentence->end, &extraction->listers);
}

/* "Q    Does he acknowledge that?": a letter alone before a gap that is wider than a blank. */
static gboolean
is_bare_label (const EntExtraction *extraction,
               const EntEdge       *edge,
               guint32              class_id)
{
  const EntToken *next = &extraction->tokens->tokens[edge->end];

  return next[-1].end + 1 < next->start
         && g_strcmp0 (ent_rule_set_get_value (extraction->extractor->rules, class_id, edge->value), "bare") == 0;
}

/* Whether a sentence begins with a word of a class and a colon. */
static gboolean
has_label (const EntExtraction *extraction,
           guint                number,
           guint32              class_id)
{
  const EntSentence *sentence = &extraction->tokens->sentences[number];
  const EntEdge *edge = class_id != 0 ? ent_chart_find (extraction->chart, sentence->first, class_id) : NULL;

  if (edge == NULL || edge->end >= sentence->end)
    return FALSE;
  return ent_tokens_is_mark_or_wide (extraction->tokens, edge->end, ':', "：")
         || is_bare_label (extraction, edge, class_id);
}

/* 《某报》记者：, whose house is in no table: a label with the value "behind" may end a few ideographs and marks of titles. */
static gboolean
has_longer_label (const EntExtraction *extraction,
                  guint                number,
                  guint32              class_id)
{
  const EntSentence *sentence = &extraction->tokens->sentences[number];
  guint32 end = MIN (sentence->end, sentence->first + LABEL_REACH);

  for (guint32 at = sentence->first; class_id != 0 && at < end; at++)
    {
      const EntToken *token = &extraction->tokens->tokens[at];
      const char *mark = extraction->tokens->text + token->start;
      const EntEdge *edge = ent_chart_find (extraction->chart, at, class_id);

      if (edge != NULL && edge->end < sentence->end
          && g_strcmp0 (ent_rule_set_get_value (extraction->extractor->rules, class_id, edge->value), "behind") == 0)
        return ent_tokens_is_mark_or_wide (extraction->tokens, edge->end, ':', "：");
      if (token->kind == ENT_TOKEN_PUNCT && !g_str_has_prefix (mark, "《") && !g_str_has_prefix (mark, "》"))
        return FALSE;
    }
  return FALSE;
}

/* Whether a paragraph begins with "QUESTION:". */
static gboolean
has_question_label (const EntExtraction *extraction,
                    guint                first)
{
  guint32 questions = extraction->extractor->classes.questions;

  return has_label (extraction, first, questions) || has_longer_label (extraction, first, questions);
}

/* "Q: Are they to go? A: Yes. They leave today.": whether the paragraph has come to the answer. */
static gboolean
is_answered (const EntExtraction *extraction)
{
  for (guint i = extraction->paragraph + 1; i <= extraction->sentence; i++)
    if (has_label (extraction, i, extraction->extractor->classes.answers))
      return TRUE;
  return FALSE;
}

/* "QUESTION: Will the Minister go?": what ends so, or stands in a paragraph that begins so. */
static gboolean
is_question (const EntExtraction *extraction)
{
  guint32 last = ent_extraction_get_sentence (extraction)->end - 1;

  if (ent_tokens_is_mark_or_wide (extraction->tokens, last, '?', "？"))
    return TRUE;
  return extraction->is_questioned && !is_answered (extraction);
}

/* Every question but the first is about other sides than the last: "the two leaders" are those it names. */
static void
open_exchange (EntExtraction *extraction)
{
  if (extraction->paragraph != extraction->sentence)
    return;
  extraction->is_questioned = has_question_label (extraction, extraction->sentence);
  if (!extraction->is_questioned)
    return;
  if (extraction->n_exchanges++ > 0)
    {
      memset (&extraction->sides, 0, sizeof extraction->sides);
      memset (&extraction->last_person, 0, sizeof extraction->last_person);
    }
  extraction->exchange = ent_extraction_get_sentence (extraction)->first;
}

static gboolean
has_colon (const EntExtraction *extraction,
           const EntSentence   *sentence)
{
  for (guint32 at = sentence->first; at < sentence->end; at++)
    if (ent_tokens_is_mark_or_wide (extraction->tokens, at, ':', "："))
      return TRUE;
  return FALSE;
}

/* What holds of the sentence before anything of it is read. */
static guint8
find_conditions (const EntExtraction *extraction)
{
  guint8 conditions = 0;

  if (extraction->dated[extraction->sentence])
    conditions |= ENT_SENTENCE_DATED;
  if (extraction->listing || has_colon (extraction, ent_extraction_get_sentence (extraction)))
    conditions |= ENT_SENTENCE_LISTED;
  return conditions;
}

static void
read_sentence (EntExtraction *extraction)
{
  const EntSentence *sentence = ent_extraction_get_sentence (extraction);
  EntRuleMatch match;
  guint32 at = sentence->first;

  if (extraction->sentence == 0 || sentence->paragraph != sentence[-1].paragraph)
    extraction->paragraph = extraction->sentence;
  if (extraction->listing && extraction->sentence > 0 && extraction->paragraph == extraction->sentence
      && !is_item (extraction))
    extraction->listing = FALSE;

  open_exchange (extraction);
  extraction->touched = -1;
  extraction->asked = is_question (extraction);
  extraction->noted = extraction->is_note || extraction->sentence >= extraction->notes;
  extraction->subject = ENT_ACTOR_NONE;
  extraction->pending = ENT_GIVE_SETS_NOTHING;
  extraction->n_objects = extraction->n_leftovers = extraction->n_claimed = 0;
  if (ent_rule_search_enter (extraction->search, at, sentence->end, find_conditions (extraction)))
    while (ent_rule_search_next (extraction->search, at, &match))
      {
        gboolean used = ent_extraction_read_match (extraction, &match);

        /* What the longest match does not tell, for want of a date or of somebody, a shorter one may; no single word
         * of it does. */
        while (!used && ent_rule_search_refuse (extraction->search, &match))
          used = !extraction->extractor->gives[match.rule].leftover && ent_extraction_read_match (extraction, &match);
        at = used && !extraction->extractor->gives[match.rule].open ? match.end : match.first + 1;
        if (extraction->touched >= 0)
          ent_rule_search_hold (extraction->search, ENT_SENTENCE_TELLING);
      }
  ent_extraction_read_leftovers (extraction);
  note_person (extraction);
  open_list (extraction);
}

/* What is known before any word is read. */
static void
init (EntExtraction          *extraction,
      const EntExtractor     *extractor,
      EntChart               *chart,
      const EntTokens        *tokens,
      const EntStatementInfo *info,
      const GArray           *timexes,
      GArray                 *mentions)
{
  memset (extraction, 0, sizeof *extraction);
  extraction->extractor = extractor;
  extraction->chart = chart;
  extraction->tokens = tokens;
  extraction->timexes = timexes;
  extraction->mentions = mentions;
  extraction->first = mentions->len;
  extraction->dated = g_new0 (guint8, tokens->n_sentences + 1);
  extraction->phrases = g_array_new (FALSE, FALSE, sizeof (EntActorPhrase));
  extraction->facts = g_array_new (FALSE, FALSE, sizeof (EntSentenceFacts));
  extraction->topic_spans = g_array_new (FALSE, FALSE, sizeof (EntTopicSpan));
  extraction->anchor = extraction->today = info->date;
  extraction->anchor_basis = info->date_basis;
  extraction->genre = info->kind;
  extraction->notes = ent_notes_find (tokens);
  extraction->is_note = ent_notes_are_all (tokens);
  extraction->day = ent_edtf_is_none (info->date) ? ENT_DAY_OPEN_START : ent_edtf_earliest (info->date);
  extraction->headline_kind = extraction->reported = -1;
  extraction->post = ENT_ACTOR_NONE;
  if (info->issuer == NULL || !ent_vocabulary_find_actor (extractor->vocabulary, info->issuer, &extraction->issuer))
    extraction->issuer = ENT_ACTOR_NONE;
}

/* Finds the words, dates and actors that the rules stand on. */
static void
begin (EntExtraction *extraction)
{
  const EntExtractor *extractor = extraction->extractor;
  EntChart *chart = extraction->chart;
  gboolean cable;

  ent_chart_reset (chart, extraction->tokens);
  ent_rule_set_find_terms (extractor->rules, chart);
  add_dates (extraction);
  cable = extraction->genre == ENT_STATEMENT_CABLE && extraction->timexes != NULL;
  if (cable)
    ent_extraction_find_post (extraction);
  ent_actor_stage_find (extractor->actors, chart, extraction->timexes, extraction->day, extraction->issuer,
                        cable ? extraction->post : ENT_ACTOR_NONE, extraction->phrases);
  if (cable)
    ent_extraction_settle_post (extraction);
  extraction->search = ent_rule_set_begin_search (extractor->rules, chart);
  ent_extraction_read_topics (extraction);
  memset (&extraction->last_person, 0, sizeof extraction->last_person);
}

static void
end (EntExtraction *extraction)
{
  ent_rule_search_end (extraction->search);
  g_free (extraction->dated);
  g_array_unref (extraction->phrases);
  g_array_unref (extraction->facts);
  g_array_unref (extraction->topic_spans);
  g_clear_pointer (&extraction->tones, g_array_unref);
}

/* Whether the issuer is among those of the event that its title tells; if not, it speaks of others. */
static gboolean
takes_part (const EntExtraction *title,
            guint16              issuer)
{
  const EntMention *mention = ent_extraction_get_mention (title, title->reported);

  for (guint i = 0; i < mention->n_actors; i++)
    if (mention->actors[i] == issuer)
      return TRUE;
  return issuer == ENT_ACTOR_NONE;
}

/* "Wang Yi on the two presidents' meeting in Argentina": who and what else the title names takes no part. */
static gboolean
is_told_of (const EntExtraction  *title,
            const EntActorPhrase *phrase)
{
  const EntMention *mention = ent_extraction_get_mention (title, title->reported);

  if (mention->n_actors < 2)
    return TRUE;
  for (guint i = 0; i < mention->n_actors; i++)
    if (mention->actors[i] == phrase->actor)
      return TRUE;
  return FALSE;
}

/* 就加征关税答记者问: what a spokesman is asked about is not what the answers report, but for talks. */
static gboolean
is_only_asked_about (const EntExtraction *title,
                     gsize                n_tokens)
{
  return title->genre == ENT_STATEMENT_TRANSCRIPT && title->tokens->tokens[n_tokens - 1].kind == ENT_TOKEN_CJK
         && !ent_kind_is_contact (ent_extraction_get_mention (title, title->reported)->kind);
}

/* The kind and the sides that the title tells: "Readout of President Biden's Call with President Putin". */
static void
read_title (EntExtraction          *extraction,
            const EntLexicon       *lexicon,
            const EntStatementInfo *info)
{
  EntTokens tokens;
  EntChart chart;
  EntExtraction title;
  g_autoptr (GArray) mentions = NULL;
  EntStatementInfo plain = *info;

  if (info->title == NULL || *info->title == '\0')
    return;
  mentions = g_array_new (FALSE, FALSE, sizeof (EntMention));
  g_array_set_clear_func (mentions, (GDestroyNotify) ent_mention_clear);
  ent_tokens_init (&tokens);
  ent_chart_init (&chart);
  ent_tokens_scan (&tokens, lexicon, info->title, strlen (info->title));
  /* A title's event needs no date of its own. */
  if (ent_edtf_is_none (plain.date))
    plain.date = ent_edtf_point (ent_edtf_point_year (0));
  init (&title, extraction->extractor, &chart, &tokens, &plain, NULL, mentions);
  begin (&title);
  /* A contact before anything else that it tells. */
  title.headline_kind = ENT_KIND_MEETING;
  for (guint pass = 0; pass < 2 && title.reported < 0; pass++)
    {
      for (title.sentence = 0; title.sentence < tokens.n_sentences && title.reported < 0; title.sentence++)
        read_sentence (&title);
      title.headline_kind = -1;
    }
  if (title.reported >= 0 && takes_part (&title, extraction->issuer) && !is_only_asked_about (&title, tokens.n_tokens))
    extraction->headline_kind = (int) ent_extraction_get_mention (&title, title.reported)->kind;
  extraction->post = ent_extraction_find_place_told (&title, extraction->issuer);
  for (guint i = 0; i < title.phrases->len; i++)
    {
      EntActorPhrase phrase = g_array_index (title.phrases, EntActorPhrase, i);

      if (phrase.kind == ENT_PHRASE_ACTOR
          && ent_extraction_precedes (&title, extraction->extractor->classes.locatives, 0, phrase.first))
        {
          continue;
        }
      phrase.words = (EntSpan) { 0, 0 };
      ent_parties_add_actor (&extraction->titled, phrase.actor);
      if (extraction->headline_kind >= 0 && phrase.actor != ENT_ACTOR_NONE && is_told_of (&title, &phrase))
        ent_parties_add (&extraction->sides, &phrase);
    }
  /* "Telephone conversation with the Prime Minister of Israel": the issuer's. */
  if (extraction->headline_kind >= 0 && extraction->sides.n_actors == 1
      && ent_kind_is_contact ((EntKind) extraction->headline_kind))
    ent_parties_add_actor (&extraction->sides, extraction->issuer);
  end (&title);
  ent_chart_clear (&chart);
  ent_tokens_clear (&tokens);
}

/**
 * ent_extractor_extract:
 * @extractor: an extractor
 * @chart: scratch
 * @tokens: the statement's text, cut with the language's lexicon
 * @statement: the statement
 * @today: what its text calls so, on which its news are: its date, or that of an agency's dateline
 * @timexes: (element-type EntTimex): its time expressions
 * @mentions: (element-type EntMention): where its events go, in the text's order
 *
 * Finds the events that a statement tells of.
 */
void
ent_extractor_extract (const EntExtractor *extractor,
                       EntChart           *chart,
                       const EntTokens    *tokens,
                       const EntStatement *statement,
                       EntEdtf             today,
                       const GArray       *timexes,
                       GArray             *mentions)
{
  const EntStatementInfo *info = ent_statement_get_info (statement);
  EntExtraction extraction;

  g_return_if_fail (extractor != NULL && chart != NULL && tokens != NULL && mentions != NULL);

  init (&extraction, extractor, chart, tokens, info, timexes, mentions);
  extraction.today = today;
  read_title (&extraction, extractor->lexicon, info);
  begin (&extraction);
  ent_extraction_read_participants (&extraction);
  /* What is said in a speech or at a press conference is what these report. */
  if (extraction.headline_kind < 0 && (info->kind == ENT_STATEMENT_SPEECH || info->kind == ENT_STATEMENT_TRANSCRIPT))
    extraction.headline_kind = ENT_KIND_STATEMENT;
  for (extraction.sentence = 0; extraction.sentence < tokens->n_sentences; extraction.sentence++)
    read_sentence (&extraction);
  extraction.noted = FALSE;
  ent_extraction_finish (&extraction);
  end (&extraction);
}
