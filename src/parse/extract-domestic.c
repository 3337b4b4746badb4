/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a state does by itself, where nobody else is spoken of, is no event between anybody: "In 2015 she was elected
 * to the senate of her university", "the plan will build two hundred bridges". */
#include "parse/extract-private.h"

#include "base/lower-bound.h"

/* Who is named within so many bytes of an event's words may have to do with it. */
#define NEAR_BYTES 600
/* So near others must be named where questions are answered. */
#define ANSWER_BYTES 240
/* A statement that names others in one of so many sentences at most is about matters at home. */
#define SENTENCES_ABROAD 10
/* One that does in so few is not about one contact with them only. */
#define SENTENCES_OF_BOTH 3

/* Where the text names somebody other than the issuer, in its order. */
static GArray *
list_others (const EntExtraction *extraction)
{
  GArray *others = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < extraction->phrases->len; i++)
    {
      const EntActorPhrase *phrase = &g_array_index (extraction->phrases, EntActorPhrase, i);

      if (phrase->actor != ENT_ACTOR_NONE && phrase->actor != extraction->issuer)
        g_array_append_val (others, extraction->tokens->tokens[phrase->first].start);
    }
  return others;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;

  return first < second ? -1 : first > second;
}

static gboolean
is_near (const EntMention *mention,
         const GArray     *others,
         guint32           reach)
{
  for (guint i = 0; i < mention->evidence->len; i++)
    {
      const EntSpan *span = &g_array_index (mention->evidence, EntSpan, i);
      guint32 from = span->start > reach ? span->start - reach : 0;
      guint32 at = ent_lower_bound_uint32 ((const guint32 *) (gconstpointer) others->data, others->len, from);

      if (at < others->len && g_array_index (others, guint32, at) < span->end + reach)
        return TRUE;
    }
  return FALSE;
}

/* "President Biden to host the President of Kenya": what is about others by its title is so all through. */
static gboolean
names_others (const EntExtraction *extraction)
{
  for (guint i = 0; i < extraction->titled.n_actors; i++)
    if (extraction->titled.actors[i] != extraction->issuer)
      return TRUE;
  return FALSE;
}

/* Force, penalties and expulsions are somebody's, whether or not the text knows whose. */
static gboolean
has_other_side (EntKind kind)
{
  switch (kind)
    {
    case ENT_KIND_SANCTION:
    case ENT_KIND_SUSPENSION:
    case ENT_KIND_EXPULSION:
    case ENT_KIND_MILITARY:
    case ENT_KIND_PROTEST:
    case ENT_KIND_WARNING:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_own_affair (const EntExtraction *extraction,
               int                  index,
               const GArray        *others)
{
  const EntMention *mention = ent_extraction_get_mention (extraction, index);

  if (mention->n_actors != 1 || mention->actors[0] != extraction->issuer)
    return FALSE;
  /* Contacts take two, in their very sentence: a visit of the Chancellor to a town of his own is none. */
  if (index != extraction->reported && ent_kind_is_contact (mention->kind)
      && others->len * SENTENCES_OF_BOTH < extraction->tokens->n_sentences)
    return !is_near (mention, others, 0);
  /* Those who answer questions speak of themselves all the time: "I will check on it". */
  if (index != extraction->reported && extraction->genre == ENT_STATEMENT_TRANSCRIPT
      && (mention->loose || mention->kind == ENT_KIND_COMMITMENT
          || (mention->kind == ENT_KIND_STATEMENT && mention->status == ENT_STATUS_PLANNED))
      && !is_near (mention, others, ANSWER_BYTES))
    return TRUE;
  if (mention->loose)
    return extraction->domestic || !is_near (mention, others, NEAR_BYTES);
  return extraction->domestic && index != extraction->reported && !has_other_side (mention->kind)
         && !is_near (mention, others, NEAR_BYTES);
}

/**
 * ent_extraction_leave_own_affairs:
 * @extraction: the state of reading; all sentences must be read
 *
 * Takes out what only the issuer has to do with, if nobody else is named about it: all of it in a statement about
 * matters at home, but what it is about; in others what words tell that may tell of anything, and all that questions
 * are answered with.
 */
void
ent_extraction_leave_own_affairs (EntExtraction *extraction)
{
  g_autoptr (GArray) others = NULL;

  if (extraction->issuer == ENT_ACTOR_NONE || names_others (extraction))
    return;
  others = list_others (extraction);
  g_array_sort (others, compare_places);
  extraction->domestic = others->len * SENTENCES_ABROAD < extraction->tokens->n_sentences;
  for (guint i = extraction->mentions->len; i > extraction->first; i--)
    {
      int index = (int) i - 1;

      if (!is_own_affair (extraction, index, others))
        continue;
      g_array_remove_index (extraction->mentions, (guint) index);
      if (extraction->reported == index)
        extraction->reported = -1;
      else if (extraction->reported > index)
        extraction->reported--;
    }
}
