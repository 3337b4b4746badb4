/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose the persons are whom their own words do not tell. */
#include <string.h>

#include "parse/actors-private.h"

/* So many phrases off the whole of a short name is looked for. */
#define NAME_REACH 60

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
      else if (is_of_issuer (search, phrase))
        phrase->actor = search->issuer;
    }
}
