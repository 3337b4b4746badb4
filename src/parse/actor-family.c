/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is called by the family's name before an office: 蔡總統, 李总理. */
#include "parse/actors-private.h"
#include "parse/fold.h"

#include <string.h>

/* The letters of a name that begins with a family's: 蔡英文, 苏林. Longer ones are foreign, or of two families. */
#define LEAST_LETTERS 2
#define MOST_LETTERS 3

static gboolean
is_ideograph (gunichar c)
{
  return c >= ENT_FIRST_IDEOGRAPH && c < ENT_FIRST_IDEOGRAPH + ENT_N_IDEOGRAPHS;
}

static gunichar
get_family (const char *name)
{
  glong length = g_utf8_strlen (name, -1);

  if (length < LEAST_LETTERS || length > MOST_LETTERS)
    return 0;
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_ideograph (g_utf8_get_char (p)))
      return 0;
  return ent_fold_character (g_utf8_get_char (name));
}

/**
 * ent_actor_stage_read_families:
 * @stage: a stage being made, whose holders and terms are known
 * @states: (nullable): ids of the states whose people are called so, %NULL-terminated
 */
void
ent_actor_stage_read_families (EntActorStage      *stage,
                               const char * const *states)
{
  guint n_terms;
  const EntTerm *terms = ent_vocabulary_get_terms (stage->vocabulary, &n_terms);

  if (states == NULL)
    return;
  stage->families = g_new0 (gunichar, stage->n_holders + 1);
  stage->family_letters = g_new0 (guint32, ENT_N_IDEOGRAPHS / 32 + 1);
  for (guint i = 0; i < n_terms; i++)
    {
      const EntOfficeHolder *holder;
      gunichar family;

      if (terms[i].term_class != ENT_TERM_PERSON || (family = get_family (terms[i].text)) == 0)
        continue;
      holder = &stage->holders[terms[i].index];
      if (!g_strv_contains (states, ent_vocabulary_get_actor (stage->vocabulary, holder->actor)->id))
        continue;
      stage->families[terms[i].index] = family;
      stage->family_letters[(family - ENT_FIRST_IDEOGRAPH) / 32] |= 1u << (family - ENT_FIRST_IDEOGRAPH) % 32;
    }
}

/**
 * ent_actor_search_find_family:
 * @search: the state of reading
 * @token: an ideograph
 * @end: (out): the token after the title
 *
 * Returns: (nullable): who holds the office whose title stands behind @token and has it for the family's name: of the
 *   issuer's own, else the only one of all
 */
const EntOfficeHolder *
ent_actor_search_find_family (const EntActorSearch *search,
                              guint32               token,
                              guint32              *end)
{
  const EntActorStage *stage = search->stage;
  const EntEdge *title;
  gunichar family;

  if (stage->family_letters == NULL || token + 1 >= search->end || search->tokens[token].kind != ENT_TOKEN_CJK)
    return NULL;
  family = ent_fold_character (g_utf8_get_char (search->chart->tokens->text + search->tokens[token].start));
  if (!is_ideograph (family)
      || !(stage->family_letters[(family - ENT_FIRST_IDEOGRAPH) / 32] >> (family - ENT_FIRST_IDEOGRAPH) % 32 & 1))
    return NULL;
  title = ent_actor_search_find_term (search, token + 1, stage->titles, search->end);
  if (title == NULL || ent_actor_search_is_inside_word (search, token))
    return NULL;
  *end = title->end;
  return ent_actor_search_find_incumbent_of_family (search, &stage->terms[title->value], token, family);
}
