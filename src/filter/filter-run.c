/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A filter is answered in passes over words of 64 rows: each part of the question narrows one
 * working bitmap. */
#include "filter/filter-run.h"

#include <string.h>

#include "base/row-count.h"
#include "filter/filter-index-private.h"
#include "model/review-order.h"

#define WORD_ROWS 64

typedef struct
{
  const EntFilterIndex *index;
  const EntFilter *filter;
  guint64 *words; /* the rows left so far */
  gsize n_words;
} Run;

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

/* All take part. */
static guint64 *
collect_all (const Run     *run,
             const guint16 *actors,
             gsize          n)
{
  gsize n_words = MAX (run->n_words, 1);
  guint64 *all = g_new (guint64, n_words);

  memset (all, 0xff, n_words * sizeof *all);
  for (gsize i = 0; i < n; i++)
    and_words (all, get_words (run, ENT_FACET_ACTOR, actors[i]), run->n_words);
  return all;
}

/* All take part; or one does and the relationship's own statements tell it. */
static guint64 *
collect_between (const Run     *run,
                 const guint16 *actors,
                 gsize          n,
                 gboolean       strict)
{
  guint64 *all = collect_all (run, actors, n);
  g_autofree guint64 *any = NULL;
  g_autofree guint64 *told = NULL;

  if (strict || n < 2)
    return all;
  any = g_new0 (guint64, MAX (run->n_words, 1));
  told = collect_told (run, actors, n);
  for (gsize i = 0; i < n; i++)
    or_words (any, get_words (run, ENT_FACET_ACTOR, actors[i]), run->n_words);
  and_words (told, any, run->n_words);
  or_words (all, told, run->n_words);
  return all;
}

static void
narrow_between (Run *run)
{
  gboolean strict;
  gsize n, n_also;
  const guint16 *actors = ent_filter_get_between (run->filter, &n, &strict);
  const EntFilterPair *also = ent_filter_get_also (run->filter, &n_also);
  g_autofree guint64 *all = NULL;

  if (n == 0)
    return;
  all = collect_between (run, actors, n, strict);
  for (gsize i = 0; i < n_also; i++)
    {
      g_autofree guint64 *more = collect_between (run, also[i].actors, 2, strict);

      or_words (all, more, run->n_words);
    }
  and_words (run->words, all, run->n_words);
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

static EntRowSet *run_filter (const EntFilterIndex *index,
                              const EntFilter *filter,
                              EntFilterFacet but);

/* Whether each further letter of it leaves fewer events. */
static gboolean
only_narrows (const EntSearchQuery *query)
{
  for (guint i = 0; i < query->terms->len; i++)
    if (g_array_index (query->terms, EntSearchTerm, i).excluded)
      return FALSE;
  return query->fields->len == 0;
}

/* The rows that hold the words, from those found last if these only go on. */
static EntRowSet *
find_words (EntFilterIndex *index,
            const char     *words)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&index->memory_lock);

  if (g_strcmp0 (index->words, words) != 0)
    {
      g_autoptr (EntSearchQuery) query = ent_search_query_new_typed (words);
      gboolean goes_on = index->words != NULL && g_str_has_prefix (words, index->words) && only_narrows (query);
      EntRowSet *rows = ent_typed_search_run (index, goes_on ? index->words_rows : index->all, query);

      g_clear_pointer (&index->words_rows, ent_row_set_unref);
      g_free (index->words);
      index->words_rows = rows;
      index->words = g_strdup (words);
    }
  return ent_row_set_ref (index->words_rows);
}

/* What the fields of a search ask, in passes of their own. A value that there is not lets nothing through. */
static void
narrow_fields (Run        *run,
               const char *words)
{
  g_autoptr (EntSearchQuery) query = ent_search_query_new (words);
  const EntVocabulary *vocabulary = ent_event_store_get_vocabulary (run->index->store);
  g_autoptr (EntFilter) fields = NULL;
  g_autoptr (EntRowSet) rows = NULL;

  if (query->fields->len == 0)
    return;
  fields = ent_typed_search_new_filter (query, vocabulary, NULL);
  rows = fields != NULL ? run_filter (run->index, fields, ENT_N_FACETS)
                        : ent_row_set_new_empty (ent_row_set_get_n_rows (run->index->all));
  and_words (run->words, ent_row_set_get_words (rows, NULL), run->n_words);
}

static void
narrow_words (Run *run)
{
  const char *words = ent_filter_get_words (run->filter);
  g_autoptr (EntRowSet) rows = NULL;

  if (words == NULL)
    return;
  /* What was found changes no one's view of the index. */
  rows = find_words ((EntFilterIndex *) run->index, words);
  and_words (run->words, ent_row_set_get_words (rows, NULL), run->n_words);
  narrow_fields (run, words);
}

static guint64 *
dup_words (const EntRowSet *rows)
{
  gsize n_words;
  const guint64 *words = ent_row_set_get_words (rows, &n_words);
  guint64 *copy = g_new (guint64, MAX (n_words, 1));

  memcpy (copy, words, n_words * sizeof *words);
  return copy;
}

/* The relationship's rows, whatever else is asked. */
static EntRowSet *
find_between (EntFilterIndex  *index,
              const EntFilter *filter)
{
  g_autoptr (EntFilter) nothing = ent_filter_new ();
  gsize n;
  g_autoptr (EntFilter) between = ent_filter_with_relationship (nothing, filter);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&index->memory_lock);

  ent_filter_get_between (filter, &n, NULL);
  if (n == 0)
    return ent_row_set_ref (index->all);
  if (index->between == NULL || !ent_filter_equal (index->between, between))
    {
      Run run = { .index = index, .filter = filter, .words = dup_words (index->all) };

      ent_row_set_get_words (index->all, &run.n_words);
      narrow_between (&run);
      g_clear_pointer (&index->between, ent_filter_unref);
      g_clear_pointer (&index->between_rows, ent_row_set_unref);
      index->between = g_steal_pointer (&between);
      index->between_rows = ent_row_set_new_words (run.words, ent_row_set_get_n_rows (index->all));
    }
  return ent_row_set_ref (index->between_rows);
}

/* @but: a facet not to ask of, or %ENT_N_FACETS. */
static EntRowSet *
run_filter (const EntFilterIndex *index,
            const EntFilter      *filter,
            EntFilterFacet        but)
{
  g_autoptr (EntRowSet) between = find_between ((EntFilterIndex *) index, filter);
  Run run = { .index = index, .filter = filter, .words = dup_words (between) };

  ent_row_set_get_words (index->all, &run.n_words);
  ent_filter_narrow_facets (index, filter, but, run.words);
  narrow_span (&run);
  narrow_words (&run);
  return ent_row_set_new_words (run.words, ent_row_set_get_n_rows (index->all));
}

/* The answer to all of the filter, which is asked for several times while it is shown. */
static EntRowSet *
find_answer (EntFilterIndex  *index,
             const EntFilter *filter)
{
  EntRowSet *answer = NULL;

  g_mutex_lock (&index->memory_lock);
  if (index->answered != NULL && ent_filter_equal (index->answered, filter))
    answer = ent_row_set_ref (index->answer);
  g_mutex_unlock (&index->memory_lock);
  if (answer != NULL)
    return answer;

  answer = run_filter (index, filter, ENT_N_FACETS);
  g_mutex_lock (&index->memory_lock);
  g_clear_pointer (&index->answered, ent_filter_unref);
  g_clear_pointer (&index->answer, ent_row_set_unref);
  index->answered = ent_filter_ref ((EntFilter *) filter);
  index->answer = ent_row_set_ref (answer);
  g_mutex_unlock (&index->memory_lock);
  return answer;
}

static gboolean
asks_of (const EntFilterIndex *index,
         const EntFilter      *filter,
         EntFilterFacet        facet)
{
  for (guint i = 0; i < index->n_values[facet]; i++)
    {
      if (ent_filter_has_excluded (filter, facet, i))
        return TRUE;
    }
  return ent_filter_get_n_values (filter, facet) > 0;
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

  /* What was found changes no one's view of the index. */
  return find_answer ((EntFilterIndex *) index, filter);
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

  g_return_val_if_fail (index != NULL && filter != NULL && facet < ENT_N_FACETS && n_values != NULL, NULL);

  rows = asks_of (index, filter, facet) ? run_filter (index, filter, facet)
                                        : find_answer ((EntFilterIndex *) index, filter);
  *n_values = index->n_values[facet];
  counts = g_new0 (guint, MAX (*n_values, 1));
  ent_row_count_each (rows, (const EntRowSet * const *) index->rows[facet], *n_values, counts);
  return counts;
}

static gboolean
all_take_part (const EntFilterIndex *index,
               const guint16        *actors,
               gsize                 n,
               guint32               row)
{
  for (gsize i = 0; i < n; i++)
    {
      if (!ent_row_set_contains (ent_filter_index_get_rows (index, ENT_FACET_ACTOR, actors[i]), row))
        return FALSE;
    }
  return TRUE;
}

/**
 * ent_filter_index_is_between:
 * @index: a store's index
 * @filter: a filter
 * @row: an event
 *
 * Returns: whether all actors of one of the filter's relationships take part in the event; where it does not,
 *   it only bears on them
 */
gboolean
ent_filter_index_is_between (const EntFilterIndex *index,
                             const EntFilter      *filter,
                             guint32               row)
{
  const guint16 *actors;
  const EntFilterPair *also;
  gsize n, n_also;

  g_return_val_if_fail (index != NULL && filter != NULL, FALSE);

  actors = ent_filter_get_between (filter, &n, NULL);
  also = ent_filter_get_also (filter, &n_also);
  gboolean is = all_take_part (index, actors, n, row);
  for (gsize i = 0; i < n_also && !is; i++)
    is = all_take_part (index, also[i].actors, 2, row);
  return is;
}

static gboolean
is_about_review (const EntFilter *filter)
{
  for (guint i = 0; i < ENT_N_REVIEWS; i++)
    if (ent_filter_has_value (filter, ENT_FACET_REVIEW, i) || ent_filter_has_excluded (filter, ENT_FACET_REVIEW, i))
      return TRUE;
  return FALSE;
}

/**
 * ent_filter_index_new_checked:
 * @index: a store's index
 * @filter: what is asked for
 * @rows: what it gives
 * @translator: (nullable): the language; %NULL for English
 *
 * "118 of 148 checked": of all that the other conditions give, so that one sees what a filter by review left out.
 *
 * Returns: (transfer full) (nullable): it; %NULL where nobody checked anything and nobody asks
 */
char *
ent_filter_index_new_checked (const EntFilterIndex *index,
                              const EntFilter      *filter,
                              const EntRowSet      *rows,
                              const EntTranslator  *translator)
{
  g_return_val_if_fail (index != NULL && filter != NULL && rows != NULL, NULL);

  gboolean is_asked = is_about_review (filter);
  g_autoptr (EntFilter) others = is_asked ? ent_filter_without_facet (filter, ENT_FACET_REVIEW) : NULL;
  g_autoptr (EntRowSet) all = is_asked ? ent_filter_index_run (index, others) : ent_row_set_ref ((EntRowSet *) rows);
  guint n = ent_review_count_checked (index->store, all);

  if (n == 0 && !is_asked)
    return NULL;
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *total = g_strdup_printf ("%u", ent_row_set_get_count (all));
  /* Translators: how many of all events people have checked: “118 of 148 checked” */
  g_autoptr (GString) words = g_string_new (ent_translate (translator, N_ ("{n} of {all} checked")));
  g_string_replace (words, "{n}", number, 1);
  g_string_replace (words, "{all}", total, 1);
  return g_string_free (g_steal_pointer (&words), FALSE);
}
