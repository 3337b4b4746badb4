/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/extract-private.h"

#include <string.h>

#include "parse/fold.h"

/* The longest word, in tokens, that stands before a name. */
#define LONGEST_WORD 4
/* A side speaks of its own without naming it in so many sentences, if at all. */
#define OWN_SENTENCES 3

/* How a name stands in the words that a statement begins with, the weakest first. */
typedef enum
{
  STANDING_ASIDE,   /* "a call with the President of France": one who is met, asked, or where somebody is */
  STANDING_SUBJECT, /* "France welcomes" */
  STANDING_AUTHOR   /* "remarks by President Macron", 毛宁主持例行记者会 */
} Standing;

/* A text, or its title, whose first words are looked at. */
typedef struct
{
  const EntExtractor *extractor;
  EntChart *chart;
  GArray *phrases;  /* of EntActorPhrase */
  guint32 end;      /* the token after the last one looked at */
  guint16 author;   /* whose words it says that they are; ENT_ACTOR_NONE */
  guint16 home;     /* of whom it speaks as one does of one's own; ENT_ACTOR_NONE */
  guint16 subject;  /* the first who acts; ENT_ACTOR_NONE */
  guint32 acts;     /* where it stands */
  gboolean unnamed; /* it tells of an office without its state: whose is for the reader to know */
} Opening;

static gboolean
precedes (const Opening *opening,
          guint32        class_id,
          const char    *value,
          guint32        before)
{
  guint32 reach = before > LONGEST_WORD ? before - LONGEST_WORD : 0;

  for (guint32 at = before; class_id != 0 && at > reach; at--)
    {
      const EntEdge *edge = ent_chart_find (opening->chart, at - 1, class_id);

      if (edge != NULL && edge->end == before)
        return value == NULL
               || g_str_equal (ent_rule_set_get_value (opening->extractor->rules, class_id, edge->value), value);
    }
  return FALSE;
}

static gboolean
is_author (const Opening        *opening,
           const EntActorPhrase *phrase,
           guint32               begin)
{
  guint32 class_id = opening->extractor->classes.authorships;
  const EntTokens *tokens = opening->chart->tokens;
  guint32 at = phrase->end;
  const EntEdge *edge;

  if (precedes (opening, class_id, "before", begin))
    return TRUE;
  /* "Mao Ning’s Regular Press Conference" */
  while (at < opening->end && at < phrase->end + 2
         && (tokens->tokens[at].kind == ENT_TOKEN_PUNCT || tokens->tokens[at].end - tokens->tokens[at].start < 2))
    at++;
  edge = at < opening->end ? ent_chart_find (opening->chart, at, class_id) : NULL;
  return edge != NULL
         && g_str_equal (ent_rule_set_get_value (opening->extractor->rules, class_id, edge->value), "behind");
}

/* Whether nothing but an article stands before a name in its part of the sentence. */
static gboolean
opens (const Opening *opening,
       guint32        begin)
{
  const EntToken *tokens = opening->chart->tokens->tokens;

  return begin == 0 || tokens[begin].flags & ENT_TOKEN_SENTENCE || tokens[begin - 1].kind == ENT_TOKEN_PUNCT;
}

static Standing
read_standing (const Opening        *opening,
               const EntActorPhrase *phrase)
{
  guint32 begin = phrase->first;

  while (begin > 0 && precedes (opening, opening->extractor->classes.articles, NULL, begin))
    begin--;
  if (is_author (opening, phrase, begin))
    return STANDING_AUTHOR;
  return opens (opening, begin) ? STANDING_SUBJECT : STANDING_ASIDE;
}

/* "The President", "we": of whom nothing tells whose they are. */
static gboolean
is_unnamed (const EntActorPhrase *phrase)
{
  gboolean has_name = phrase->name != NULL || phrase->words.end > phrase->words.start;

  return phrase->actor == ENT_ACTOR_NONE
         && (phrase->kind == ENT_PHRASE_SELF || (phrase->kind == ENT_PHRASE_PERSON && !has_name));
}

static gboolean
is_in_one_sentence (const Opening *opening,
                    guint32        first,
                    guint32        last)
{
  for (guint32 at = first + 1; at <= last; at++)
    if (opening->chart->tokens->tokens[at].flags & ENT_TOKEN_SENTENCE)
      return FALSE;
  return TRUE;
}

static void
take_phrase (Opening              *opening,
             const EntActorPhrase *phrase)
{
  Standing standing = read_standing (opening, phrase);

  /* "President Trump telephoned the Prime Minister" */
  if (is_unnamed (phrase) && (phrase->kind == ENT_PHRASE_PERSON || standing == STANDING_SUBJECT)
      && (opening->subject == ENT_ACTOR_NONE || is_in_one_sentence (opening, opening->acts, phrase->first)))
    opening->unnamed = TRUE;
  if (phrase->actor == ENT_ACTOR_NONE)
    return;
  if (standing == STANDING_AUTHOR && opening->author == ENT_ACTOR_NONE)
    opening->author = phrase->actor;
  if (standing == STANDING_SUBJECT && opening->subject == ENT_ACTOR_NONE)
    {
      opening->subject = phrase->actor;
      opening->acts = phrase->first;
    }
}

/* Whether a token is of a phrase that tells its state, or stands right behind one: 韩国外交部. */
static gboolean
is_named (const Opening *opening,
          guint32        at)
{
  for (guint i = 0; i < opening->phrases->len; i++)
    {
      const EntActorPhrase *phrase = &g_array_index (opening->phrases, EntActorPhrase, i);

      if (phrase->actor != ENT_ACTOR_NONE && phrase->first <= at && at <= phrase->end)
        return TRUE;
    }
  return FALSE;
}

/* "The President spoke with Chancellor Merkel", where no phrase is made of an office of no known state. */
static void
read_offices (Opening *opening)
{
  const EntExtractClasses *classes = &opening->extractor->classes;

  for (guint32 at = 1; at < opening->end && !opening->unnamed; at++)
    if (ent_chart_find (opening->chart, at, classes->titles) != NULL
        && precedes (opening, classes->articles, NULL, at) && !is_named (opening, at)
        && (opening->subject == ENT_ACTOR_NONE || at < opening->acts
            || is_in_one_sentence (opening, opening->acts, at)))
      opening->unnamed = TRUE;
}

static gboolean
is_traditional (const EntTokens *tokens)
{
  guint32 end = tokens->sentences[MIN (tokens->n_sentences, OWN_SENTENCES) - 1].end;

  for (const char *at = tokens->text; at < tokens->text + tokens->tokens[end - 1].end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_iswide (c) && g_unichar_isalpha (c) && ent_fold_character (c) != c)
        return TRUE;
    }
  return FALSE;
}

/**
 * ent_extractor_get_home:
 * @extractor: an extractor
 * @chart: a text
 * @at: a token of it
 *
 * Words that a side uses of itself without saying whose they are, such as 外交部, tell it; where several sides would use
 * them, by the characters that the text is written in.
 *
 * Returns: the actor whose words begin there, or %ENT_ACTOR_NONE
 */
guint16
ent_extractor_get_home (const EntExtractor *extractor,
                        const EntChart     *chart,
                        guint32             at)
{
  guint32 class_id = extractor->classes.homes;
  const EntEdge *edge = class_id != 0 ? ent_chart_find (chart, at, class_id) : NULL;
  g_auto (GStrv) ids = NULL;
  guint16 actor = ENT_ACTOR_NONE;

  if (edge == NULL)
    return ENT_ACTOR_NONE;
  ids = g_strsplit (ent_rule_set_get_value (extractor->rules, class_id, edge->value), " ", 2);
  ent_vocabulary_find_actor (extractor->vocabulary, ids[1] != NULL && is_traditional (chart->tokens) ? ids[1] : ids[0],
                             &actor);
  return actor;
}

/* "DFA", 我国: what tells the side in its first sentences. */
static void
read_home (Opening *opening)
{
  guint sentences = 0;

  for (guint32 at = 0; at < opening->end && opening->home == ENT_ACTOR_NONE; at++)
    {
      if (opening->chart->tokens->tokens[at].flags & ENT_TOKEN_SENTENCE && ++sentences > OWN_SENTENCES)
        return;
      if (!is_named (opening, at))
        opening->home = ent_extractor_get_home (opening->extractor, opening->chart, at);
    }
}

static void
read_opening (Opening *opening,
              EntDay   day)
{
  opening->author = opening->home = opening->subject = ENT_ACTOR_NONE;
  ent_actor_stage_find (opening->extractor->actors, opening->chart, NULL, day, ENT_ACTOR_NONE, ENT_ACTOR_NONE,
                        opening->phrases);
  for (guint i = 0; i < opening->phrases->len; i++)
    {
      const EntActorPhrase *phrase = &g_array_index (opening->phrases, EntActorPhrase, i);

      if (phrase->first < opening->end)
        take_phrase (opening, phrase);
    }
  read_offices (opening);
  read_home (opening);
}

static void
read_title (const EntExtractor *extractor,
            const char         *title,
            EntDay              day,
            Opening            *opening)
{
  EntTokens tokens;
  EntChart chart;

  ent_tokens_init (&tokens);
  ent_chart_init (&chart);
  ent_tokens_scan (&tokens, extractor->lexicon, title, strlen (title));
  ent_chart_reset (&chart, &tokens);
  ent_rule_set_find_terms (extractor->rules, &chart);
  *opening = (Opening) { .extractor = extractor, .chart = &chart, .end = (guint32) tokens.n_tokens };
  opening->phrases = g_array_new (FALSE, FALSE, sizeof (EntActorPhrase));
  read_opening (opening, day);
  g_array_unref (opening->phrases);
  ent_chart_clear (&chart);
  ent_tokens_clear (&tokens);
}

/**
 * ent_extractor_find_issuer:
 * @extractor: an extractor
 * @chart: the text, with the terms of its first sentences up to @end
 * @end: the token after the last one to look at
 * @title: (nullable): the statement's title
 * @day: its day, or %ENT_DAY_OPEN_START
 *
 * Finds out from its words whose statement it is: whoever is named as its author, else of whom it speaks as one does of
 * one's own, else who acts in it first. Where an office acts that it names without a state, none of those that it names
 * is taken for the issuer: a side tells the state of others.
 *
 * Returns: an actor, or %ENT_ACTOR_NONE where the words do not tell
 */
guint16
ent_extractor_find_issuer (const EntExtractor *extractor,
                           EntChart           *chart,
                           guint32             end,
                           const char         *title,
                           EntDay              day)
{
  Opening head = { .author = ENT_ACTOR_NONE, .home = ENT_ACTOR_NONE, .subject = ENT_ACTOR_NONE };
  Opening text = { .extractor = extractor, .chart = chart, .end = end };
  guint16 found[6];

  text.phrases = g_array_new (FALSE, FALSE, sizeof (EntActorPhrase));
  read_opening (&text, day);
  g_array_unref (text.phrases);
  if (title != NULL)
    read_title (extractor, title, day, &head);
  found[0] = head.author;
  found[1] = text.author;
  found[2] = head.home;
  found[3] = text.home;
  found[4] = head.unnamed ? ENT_ACTOR_NONE : head.subject;
  found[5] = text.unnamed ? ENT_ACTOR_NONE : text.subject;
  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    if (found[i] != ENT_ACTOR_NONE)
      return found[i];
  return ENT_ACTOR_NONE;
}
