/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The facets' part of a filter. All that is asked of a few rows is asked of them at once, while they are at hand. */
#include <string.h>

#include "filter/filter-index-private.h"

#define BLOCK_WORDS 512

/* The bitmaps of a facet's values that are wanted, hidden, and neither. */
typedef struct
{
  GPtrArray *wanted;
  GPtrArray *excluded;
  GPtrArray *others;
} Question;

static void
question_clear (gpointer data)
{
  Question *question = data;

  g_ptr_array_unref (question->wanted);
  g_ptr_array_unref (question->excluded);
  g_ptr_array_unref (question->others);
}

static void
add_question (const EntFilterIndex *index,
              const EntFilter      *filter,
              EntFilterFacet        facet,
              GArray               *questions)
{
  Question question = { g_ptr_array_new (), g_ptr_array_new (), g_ptr_array_new () };
  gboolean has_wanted = ent_filter_get_n_values (filter, facet) > 0;

  for (guint i = 0; i < index->n_values[facet]; i++)
    {
      gpointer words = (gpointer) ent_row_set_get_words (index->rows[facet][i], NULL);
      gboolean is_excluded = ent_filter_has_excluded (filter, facet, i);

      /* A value that no event has is asked for in vain, but asked for it is. */
      if (ent_filter_has_value (filter, facet, i))
        g_ptr_array_add (question.wanted, words);
      if (is_excluded)
        g_ptr_array_add (question.excluded, words);
      else if (ent_row_set_get_count (index->rows[facet][i]) > 0)
        g_ptr_array_add (question.others, words);
    }
  /* A value that the facet does not have matches nothing. */
  if (has_wanted && question.wanted->len == 0)
    g_ptr_array_add (question.wanted,
                     (gpointer) ent_row_set_get_words (index->rows[facet][index->n_values[facet]], NULL));
  if (question.excluded->len == 0)
    g_ptr_array_set_size (question.others, 0);
  if (question.wanted->len + question.excluded->len == 0)
    question_clear (&question);
  else
    g_array_append_val (questions, question);
}

static void
collect (const GPtrArray *bitmaps,
         gsize            at,
         gsize            n,
         guint64         *block)
{
  memset (block, 0, n * sizeof *block);
  for (guint i = 0; i < bitmaps->len; i++)
    {
      const guint64 *words = (const guint64 *) g_ptr_array_index (bitmaps, i) + at;

      for (gsize j = 0; j < n; j++)
        block[j] |= words[j];
    }
}

static void
narrow_block (const Question *question,
              gsize           at,
              gsize           n,
              guint64        *words)
{
  guint64 block[BLOCK_WORDS], others[BLOCK_WORDS];

  if (question->wanted->len > 0)
    {
      collect (question->wanted, at, n, block);
      for (gsize i = 0; i < n; i++)
        words[i] &= block[i];
    }
  if (question->excluded->len > 0)
    {
      collect (question->excluded, at, n, block);
      collect (question->others, at, n, others);
      for (gsize i = 0; i < n; i++)
        words[i] &= ~block[i] | others[i];
    }
}

/**
 * ent_filter_facet_count:
 * @facet: what a filter may ask of
 * @vocabulary: what its values are of
 *
 * Returns: how many values it has: their numbers are lower
 */
guint
ent_filter_facet_count (EntFilterFacet       facet,
                        const EntVocabulary *vocabulary)
{
  switch (facet)
    {
    case ENT_FACET_TOPIC:
      return ent_vocabulary_get_n_topics (vocabulary);
    case ENT_FACET_KIND:
      return ENT_N_KINDS;
    case ENT_FACET_ACTOR:
    case ENT_FACET_ISSUER:
      return ent_vocabulary_get_n_actors (vocabulary);
    case ENT_FACET_STATUS:
      return ENT_N_STATUSES;
    case ENT_FACET_ASSERTION:
      return ENT_N_ASSERTIONS;
    case ENT_FACET_REVIEW:
      return ENT_N_REVIEWS;
    case ENT_N_FACETS:
    default:
      g_return_val_if_reached (0);
    }
}

/**
 * ent_filter_narrow_facets:
 * @index: a store's index
 * @filter: what is asked
 * @but: a facet not to ask of, or %ENT_N_FACETS
 * @words: (inout): a bit a row; those that a facet does not let through are cleared
 */
void
ent_filter_narrow_facets (const EntFilterIndex *index,
                          const EntFilter      *filter,
                          EntFilterFacet        but,
                          guint64              *words)
{
  g_autoptr (GArray) questions = g_array_new (FALSE, FALSE, sizeof (Question));
  gsize n_words;

  g_array_set_clear_func (questions, question_clear);
  for (guint i = 0; i < ENT_N_FACETS; i++)
    {
      if (i != but)
        add_question (index, filter, (EntFilterFacet) i, questions);
    }
  ent_row_set_get_words (index->all, &n_words);
  for (gsize at = 0; at < n_words && questions->len > 0; at += BLOCK_WORDS)
    {
      for (guint i = 0; i < questions->len; i++)
        narrow_block (&g_array_index (questions, Question, i), at, MIN (BLOCK_WORDS, n_words - at), words + at);
    }
}
