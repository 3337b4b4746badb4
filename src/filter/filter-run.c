/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A filter is answered in passes over words of 64 rows: each part of the question narrows one
 * working bitmap. */
#include "filter/filter-run.h"

#include <string.h>

#include "filter/filter-index-private.h"
#include "filter/word-search.h"

#define WORD_ROWS 64

typedef struct
{
  const EntFilterIndex *index;
  const EntFilter *filter;
  guint64 *words; /* the rows left so far */
  gsize n_words;
} Run;

/* Which values of a facet to look at. */
typedef gboolean (*ValueFunc) (const EntFilter *filter,
                               EntFilterFacet facet,
                               guint value);

static gboolean
is_not_excluded (const EntFilter *filter,
                 EntFilterFacet   facet,
                 guint            value)
{
  return !ent_filter_has_excluded (filter, facet, value);
}

static void
and_words (guint64       *words,
           const guint64 *by,
           gsize          n)
{
  for (gsize i = 0; i < n; i++)
    words[i] &= by[i];
}

static void
or_words (guint64       *words,
          const guint64 *by,
          gsize          n)
{
  for (gsize i = 0; i < n; i++)
    words[i] |= by[i];
}

static const guint64 *
get_words (const Run      *run,
           EntFilterFacet  facet,
           guint           value)
{
  return ent_row_set_get_words (ent_filter_index_get_rows (run->index, facet, value), NULL);
}

/* The rows that have one of the values that @is_one names. */
static guint64 *
collect (const Run      *run,
         EntFilterFacet  facet,
         ValueFunc       is_one)
{
  guint64 *words = g_new0 (guint64, MAX (run->n_words, 1));

  for (guint i = 0; i < run->index->n_values[facet]; i++)
    {
      if (is_one (run->filter, facet, i) && ent_row_set_get_count (run->index->rows[facet][i]) > 0)
        or_words (words, get_words (run, facet, i), run->n_words);
    }
  return words;
}

static gboolean
has_excluded (const Run      *run,
              EntFilterFacet  facet)
{
  for (guint i = 0; i < run->index->n_values[facet]; i++)
    {
      if (ent_filter_has_excluded (run->filter, facet, i))
        return TRUE;
    }
  return FALSE;
}

static void
narrow_facet (Run            *run,
              EntFilterFacet  facet)
{
  if (ent_filter_get_n_values (run->filter, facet) > 0)
    {
      g_autofree guint64 *wanted = collect (run, facet, ent_filter_has_value);

      and_words (run->words, wanted, run->n_words);
    }
  if (has_excluded (run, facet))
    {
      g_autofree guint64 *excluded = collect (run, facet, ent_filter_has_excluded);
      g_autofree guint64 *others = collect (run, facet, is_not_excluded);

      for (gsize i = 0; i < run->n_words; i++)
        run->words[i] &= ~excluded[i] | others[i];
    }
}

static gboolean
is_among (guint16        actor,
          const guint16 *actors,
          gsize          n)
{
  for (gsize i = 0; i < n; i++)
    {
      if (actors[i] == actor)
        return TRUE;
    }
  return FALSE;
}

/* Whether the statement is one of an actor's and reports on another of them. */
static gboolean
reports_on_other (const EntFilterIndex *index,
                  guint                 statement,
                  const guint16        *actors,
                  gsize                 n)
{
  guint16 issuer = ent_event_store_get_issuer (index->store, statement);

  if (!is_among (issuer, actors, n))
    return FALSE;
  for (guint32 i = index->reported_start[statement]; i < index->reported_start[statement + 1]; i++)
    {
      if (index->reported[i] != issuer && is_among (index->reported[i], actors, n))
        return TRUE;
    }
  return FALSE;
}

/* The rows that a statement of one of the actors tells that reports on another. */
static guint64 *
collect_told (const Run     *run,
              const guint16 *actors,
              gsize          n)
{
  const EntFilterIndex *index = run->index;
  guint64 *words = g_new0 (guint64, MAX (run->n_words, 1));
  guint n_statements = ent_event_store_get_n_statements (index->store);

  for (guint i = 0; i < n_statements; i++)
    {
      if (!reports_on_other (index, i, actors, n))
        continue;
      for (guint32 j = index->told_start[i]; j < index->told_start[i + 1]; j++)
        words[index->told[j] / WORD_ROWS] |= G_GUINT64_CONSTANT (1) << index->told[j] % WORD_ROWS;
    }
  return words;
}

/* All take part; or one does and the relationship's own statements tell it. */
static void
narrow_between (Run *run)
{
  g_autofree guint64 *any = NULL;
  g_autofree guint64 *told = NULL;
  gboolean strict;
  gsize n;
  const guint16 *actors = ent_filter_get_between (run->filter, &n, &strict);

  if (strict || n < 2)
    {
      for (gsize i = 0; i < n; i++)
        and_words (run->words, get_words (run, ENT_FACET_ACTOR, actors[i]), run->n_words);
      return;
    }

  any = g_new0 (guint64, MAX (run->n_words, 1));
  told = collect_told (run, actors, n);
  for (gsize i = 0; i < n; i++)
    or_words (any, get_words (run, ENT_FACET_ACTOR, actors[i]), run->n_words);
  and_words (told, any, run->n_words);
  for (gsize i = 0; i < run->n_words; i++)
    {
      guint64 all = any[i];

      for (gsize j = 0; j < n; j++)
        all &= get_words (run, ENT_FACET_ACTOR, actors[j])[i];
      run->words[i] &= all | told[i];
    }
}

static void
clear_rows (Run     *run,
            guint32  first,
            guint32  end)
{
  for (guint32 row = first; row < end;)
    {
      if (row % WORD_ROWS == 0 && end - row >= WORD_ROWS)
        {
          run->words[row / WORD_ROWS] = 0;
          row += WORD_ROWS;
        }
      else
        {
          run->words[row / WORD_ROWS] &= ~(G_GUINT64_CONSTANT (1) << row % WORD_ROWS);
          row++;
        }
    }
}

/* Rows are in the order of their first days, so that both ends of the span cut a run of rows off;
 * of those that began before it each has to say whether it reaches into it. */
static void
narrow_span (Run *run)
{
  const EntEventColumns *columns = ent_event_store_get_columns (run->index->store);
  EntDay from;
  EntDay to;

  ent_filter_get_span (run->filter, &from, &to);
  if (to != ENT_DAY_OPEN_END)
    clear_rows (run, ent_event_store_end_row_at (run->index->store, to), columns->n);
  if (from != ENT_DAY_OPEN_START)
    {
      guint32 first = ent_event_store_first_row_at (run->index->store, from);
      guint32 end = ent_event_store_end_row_at (run->index->store, from);

      clear_rows (run, 0, first);
      for (guint32 row = first; row < end; row++)
        {
          if (columns->latest[row] < from)
            clear_rows (run, row, row + 1);
        }
    }
}

/* The rows that hold the words, from those found last if these only go on. */
static EntRowSet *
find_words (const EntFilterIndex *index,
            const char           *words)
{
  /* What was found changes no one's view of the index. */
  EntFilterIndex *self = (EntFilterIndex *) index;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->words_lock);

  if (g_strcmp0 (self->words, words) != 0)
    {
      gboolean goes_on = self->words != NULL && g_str_has_prefix (words, self->words);
      EntRowSet *rows = ent_word_search_run (self->store, goes_on ? self->words_rows : self->all, words);

      g_clear_pointer (&self->words_rows, ent_row_set_unref);
      g_free (self->words);
      self->words_rows = rows;
      self->words = g_strdup (words);
    }
  return ent_row_set_ref (self->words_rows);
}

static void
narrow_words (Run *run)
{
  const char *words = ent_filter_get_words (run->filter);
  g_autoptr (EntRowSet) rows = NULL;

  if (words == NULL)
    return;
  rows = find_words (run->index, words);
  and_words (run->words, ent_row_set_get_words (rows, NULL), run->n_words);
}

/* @but: a facet not to ask of, or %ENT_N_FACETS. */
static EntRowSet *
run_filter (const EntFilterIndex *index,
            const EntFilter      *filter,
            EntFilterFacet        but)
{
  Run run = { .index = index, .filter = filter };
  const guint64 *all = ent_row_set_get_words (index->all, &run.n_words);

  run.words = g_new (guint64, MAX (run.n_words, 1));
  memcpy (run.words, all, run.n_words * sizeof *all);
  narrow_between (&run);
  for (guint i = 0; i < ENT_N_FACETS; i++)
    {
      if (i != but)
        narrow_facet (&run, (EntFilterFacet) i);
    }
  narrow_span (&run);
  narrow_words (&run);
  return ent_row_set_new_words (run.words, ent_row_set_get_n_rows (index->all));
}

/**
 * ent_filter_index_run:
 * @index: a store's index
 * @filter: what is asked
 *
 * Returns: (transfer full): the events that @filter asks for
 */
EntRowSet *
ent_filter_index_run (const EntFilterIndex *index,
                      const EntFilter      *filter)
{
  g_return_val_if_fail (index != NULL && filter != NULL, NULL);

  return run_filter (index, filter, ENT_N_FACETS);
}

/**
 * ent_filter_index_count:
 * @index: a store's index
 * @filter: what is asked
 * @facet: whose values to count
 * @n_values: (out): how many values the facet has
 *
 * What a person sees beside each value of a facet: how many events it has among those that the rest
 * of the filter lets through. What is asked of @facet itself does not count.
 *
 * Returns: (transfer full) (array length=n_values): a number of events a value
 */
guint *
ent_filter_index_count (const EntFilterIndex *index,
                        const EntFilter      *filter,
                        EntFilterFacet        facet,
                        guint                *n_values)
{
  g_autoptr (EntRowSet) rows = NULL;
  guint *counts;
  guint n_rows;

  g_return_val_if_fail (index != NULL && filter != NULL && facet < ENT_N_FACETS && n_values != NULL, NULL);

  rows = run_filter (index, filter, facet);
  n_rows = ent_row_set_get_n_rows (rows);
  *n_values = index->n_values[facet];
  counts = g_new0 (guint, MAX (*n_values, 1));
  for (guint i = 0; i < *n_values; i++)
    {
      const EntRowSet *of_value = index->rows[facet][i];

      if (ent_row_set_get_count (of_value) > 0)
        counts[i] = ent_row_set_count_and (rows, of_value, 0, n_rows);
    }
  return counts;
}

/**
 * ent_filter_index_is_between:
 * @index: a store's index
 * @filter: a filter
 * @row: an event
 *
 * Returns: whether all actors of the filter's relationship take part in the event; where it does not,
 *   it only bears on them
 */
gboolean
ent_filter_index_is_between (const EntFilterIndex *index,
                             const EntFilter      *filter,
                             guint32               row)
{
  const guint16 *actors;
  gsize n;

  g_return_val_if_fail (index != NULL && filter != NULL, FALSE);

  actors = ent_filter_get_between (filter, &n, NULL);
  for (gsize i = 0; i < n; i++)
    {
      if (!ent_row_set_contains (ent_filter_index_get_rows (index, ENT_FACET_ACTOR, actors[i]), row))
        return FALSE;
    }
  return TRUE;
}
