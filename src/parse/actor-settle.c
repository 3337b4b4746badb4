/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose the persons are whom their own words do not tell. */
#include <string.h>

#include "parse/actors-private.h"

/* So many phrases off the whole of a short name is looked for. */
#define NAME_REACH 60
/* A name that is written by its sound has so many ideographs at least. */
#define LEAST_FOREIGN 3

static gboolean
holds_words (const char *name,
             gsize       n,
             const char *words,
             gsize       length)
{
  for (gsize i = 0; i + length <= n; i++)
    if ((i == 0 || name[i - 1] == ' ') && (i + length == n || name[i + length] == ' ')
        && memcmp (name + i, words, length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_short_for (const EntActorSearch *search,
              const EntActorPhrase *phrase,
              const EntActorPhrase *one)
{
  const char *text = search->chart->tokens->text;
  gsize length = phrase->words.end - phrase->words.start;
  const char *name = one->name != NULL ? one->name : text + one->words.start;
  gsize n = one->name != NULL ? strlen (one->name) : one->words.end - one->words.start;

  if (one->kind != ENT_PHRASE_PERSON || one->actor == ENT_ACTOR_NONE
      || (phrase->actor != ENT_ACTOR_NONE && phrase->actor != one->actor)
      || n < length + (phrase->actor != ENT_ACTOR_NONE))
    return FALSE;
  return holds_words (name, n, text + phrase->words.start, length);
}

/* "Sekou Touré" whom no table knows so, beside "President Touré": the same. */
static gboolean
is_long_for (const EntActorSearch *search,
             const EntActorPhrase *phrase,
             const EntActorPhrase *one)
{
  const char *text = search->chart->tokens->text;
  gsize n = phrase->words.end - phrase->words.start;
  gsize length = one->words.end - one->words.start;

  return phrase->actor == ENT_ACTOR_NONE && one->kind == ENT_PHRASE_PERSON && one->actor != ENT_ACTOR_NONE
         && one->title != NULL && length > 0 && length < n && text[phrase->words.end - length - 1] == ' '
         && memcmp (text + phrase->words.end - length, text + one->words.start, length) == 0;
}

/* Who is told of in full elsewhere: before, or else behind. */
static const EntActorPhrase *
find_whole (const EntActorSearch *search,
            const GArray         *phrases,
            guint                 index)
{
  const EntActorPhrase *all = (const EntActorPhrase *) (gconstpointer) phrases->data;
  guint end = MIN (phrases->len, index + NAME_REACH);

  for (guint i = index; i > 0 && index - i < NAME_REACH; i--)
    if (is_short_for (search, &all[index], &all[i - 1]))
      return &all[i - 1];
  for (guint i = index + 1; all[index].actor == ENT_ACTOR_NONE && i < end; i++)
    if (is_short_for (search, &all[index], &all[i]) || is_long_for (search, &all[index], &all[i]))
      return &all[i];
  return NULL;
}

/* "Deputy Foreign Minister", "State Secretary": who serves below a minister, and is no envoy or officer. */
static gboolean
serves_ministry (const EntTerm *title)
{
  return title->index == ENT_LEVEL_SENIOR
         && (strstr (title->value, "minister") != NULL || strstr (title->value, "secretary") != NULL);
}

/* "Foreign Minister Jane Doe", of no state: a side tells its own so, where the tables know of no other in that
 * office. An envoy may be anybody's. */
static gboolean
is_of_issuer (const EntActorSearch *search,
              const EntActorPhrase *phrase)
{
  return phrase->actor == ENT_ACTOR_NONE && search->issuer != ENT_ACTOR_NONE && phrase->title != NULL
         && (phrase->level == ENT_LEVEL_LEADER || phrase->level == ENT_LEVEL_MINISTER
             || serves_ministry (phrase->title))
         && ent_actor_search_find_incumbent (search, search->issuer, phrase->title, phrase->first) == NULL;
}

/* Whether a state's people are called by their family first: no name that is written by its sound is theirs. */
static gboolean
has_families (const EntActorStage *stage,
              guint16              actor)
{
  for (guint i = 0; stage->families != NULL && i < stage->n_holders; i++)
    if (stage->families[i] != 0 && stage->holders[i].actor == actor)
      return TRUE;
  return FALSE;
}

/* 运输大臣麦克劳克林, of no state, in a text of 北京: a name that is written by its sound. */
static gboolean
is_foreign_by_sound (const EntActorSearch *search,
                     const EntActorPhrase *phrase)
{
  const char *text = search->chart->tokens->text;
  glong n = g_utf8_strlen (text + phrase->words.start, (gssize) (phrase->words.end - phrase->words.start));

  return phrase->actor == ENT_ACTOR_NONE && n >= LEAST_FOREIGN && search->issuer != ENT_ACTOR_NONE
         && g_utf8_get_char (text + phrase->words.start) >= ENT_FIRST_IDEOGRAPH
         && has_families (search->stage, search->issuer);
}

/* Of which state one is who is foreign, and whose state is not told: of the other one that was told last. */
static guint16
find_foreign (const EntActorSearch *search,
              const GArray         *phrases,
              guint                 index)
{
  for (guint i = index; i > 0 && index - i < NAME_REACH; i--)
    {
      const EntActorPhrase *one = &g_array_index (phrases, EntActorPhrase, i - 1);

      if (one->actor != ENT_ACTOR_NONE && one->actor != search->issuer
          && ent_vocabulary_get_actor (search->stage->vocabulary, one->actor)->actor_class == ENT_ACTOR_STATE)
        return one->actor;
    }
  return ENT_ACTOR_NONE;
}

/**
 * ent_actor_search_settle:
 * @search: the state of reading; all sentences must be read
 * @phrases: (element-type EntActorPhrase): who is named
 *
 * Finds out who the persons are whose names no table has: "President Park" beside "President Park Geun-hye of the
 * Republic of Korea", and those whom the issuer names without a state.
 */
void
ent_actor_search_settle (const EntActorSearch *search,
                         GArray               *phrases)
{
  for (guint i = 0; i < phrases->len; i++)
    {
      EntActorPhrase *phrase = &g_array_index (phrases, EntActorPhrase, i);
      const EntActorPhrase *whole;

      if (phrase->kind != ENT_PHRASE_PERSON || phrase->name != NULL || phrase->words.end == phrase->words.start)
        continue;
      whole = find_whole (search, phrases, i);
      if (whole != NULL)
        {
          phrase->actor = whole->actor;
          phrase->name = whole->name;
          phrase->words = whole->words;
        }
      else if (is_foreign_by_sound (search, phrase))
        phrase->actor = find_foreign (search, phrases, i);
      else if (is_of_issuer (search, phrase))
        phrase->actor = ent_actor_search_get_own (search);
    }
}
