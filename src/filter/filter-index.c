/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "filter/filter-index-private.h"

#include <string.h>

#define WORD_ROWS 64

G_DEFINE_BOXED_TYPE (EntFilterIndex, ent_filter_index, ent_filter_index_ref, ent_filter_index_unref)

/* One facet's bitmaps while they are made; those that no row is in are never allocated. */
typedef struct
{
  guint64 **bitmaps;
  guint n_values;
  gsize n_words;
} Bitmaps;

static void
bitmaps_init (Bitmaps *self,
              guint    n_values,
              guint    n_rows)
{
  self->bitmaps = g_new0 (guint64 *, MAX (n_values, 1));
  self->n_values = n_values;
  self->n_words = ((gsize) n_rows + WORD_ROWS - 1) / WORD_ROWS;
}

static inline void
bitmaps_add (Bitmaps *self,
             guint    value,
             guint32  row)
{
  /* A row may lack a value, and says so with one that the facet does not have. */
  if (value >= self->n_values)
    return;
  if (self->bitmaps[value] == NULL)
    self->bitmaps[value] = g_new0 (guint64, self->n_words);
  self->bitmaps[value][row / WORD_ROWS] |= G_GUINT64_CONSTANT (1) << row % WORD_ROWS;
}

static void
bitmaps_end (Bitmaps        *self,
             EntFilterIndex *index,
             EntFilterFacet  facet)
{
  guint n_rows = ent_row_set_get_n_rows (index->all);

  /* One more, for values that the facet does not have. */
  index->rows[facet] = g_new (EntRowSet *, self->n_values + 1);
  index->n_values[facet] = self->n_values;
  for (guint i = 0; i < self->n_values; i++)
    {
      EntRowSet *rows = self->bitmaps[i] != NULL ? ent_row_set_new_words (self->bitmaps[i], n_rows)
                                                 : ent_row_set_ref (index->none);
      /* What nobody has reviewed all has one value. */
      if (n_rows > 0 && ent_row_set_get_count (rows) == n_rows)
        {
          ent_row_set_unref (rows);
          rows = ent_row_set_ref (index->all);
        }
      index->rows[facet][i] = rows;
    }
  index->rows[facet][self->n_values] = ent_row_set_ref (index->none);
  g_free (self->bitmaps);
}

/* Each word of the bitmaps is put together apart, as that of a value is written once for 64 rows then. */
static inline void
bitmaps_add_word (Bitmaps *self,
                  guint64 *words,
                  guint    value,
                  gsize    at)
{
  if (words[value] == 0)
    return;
  if (self->bitmaps[value] == NULL)
    self->bitmaps[value] = g_new0 (guint64, self->n_words);
  self->bitmaps[value][at] = words[value];
  words[value] = 0;
}

static void
bitmaps_add_words (Bitmaps *self,
                   guint64 *words,
                   guint    n_values,
                   gsize    at)
{
  for (guint value = 0; value < n_values; value++)
    bitmaps_add_word (self, words, value, at);
}

/* Turns 64 words of bits about their diagonal, block by block: bit i of word j becomes bit j of word i. Of words that
 * have no more than their lower 32 bits, two stand in one, which is half the work; as many words come of it as they had
 * bits. */
static void
transpose (guint64 words[WORD_ROWS],
           guint   n_bits)
{
  guint n_words = n_bits <= WORD_ROWS / 2 ? WORD_ROWS / 2 : WORD_ROWS;
  guint64 mask = G_GUINT64_CONSTANT (0xFFFFFFFF);
  guint size = WORD_ROWS / 2;

  if (n_words < WORD_ROWS)
    {
      for (guint i = 0; i < n_words; i++)
        words[i] |= words[i + n_words] << n_words;
      memset (words + n_words, 0, n_words * sizeof *words);
      size /= 2;
      mask ^= mask << size;
    }
  for (; size > 0; size /= 2, mask ^= mask << size)
    {
      for (guint i = 0; i < n_words; i = ((i | size) + 1) & ~size)
        {
          guint64 swapped = ((words[i] >> size) ^ words[i | size]) & mask;
          words[i] ^= swapped << size;
          words[i | size] ^= swapped;
        }
    }
}

static void
index_topics (EntFilterIndex        *self,
              const EntEventColumns *columns)
{
  guint64 words[WORD_ROWS];
  Bitmaps bitmaps;

  bitmaps_init (&bitmaps, ent_vocabulary_get_n_topics (ent_event_store_get_vocabulary (self->store)), columns->n);
  for (gsize at = 0; at < bitmaps.n_words; at++)
    {
      guint32 first = (guint32) (at * WORD_ROWS);
      guint n = MIN (WORD_ROWS, columns->n - first);

      memcpy (words, columns->topics + first, n * sizeof *words);
      memset (words + n, 0, (WORD_ROWS - n) * sizeof *words);
      transpose (words, MIN (bitmaps.n_values, ENT_MAX_TOPICS));
      bitmaps_add_words (&bitmaps, words, MIN (bitmaps.n_values, ENT_MAX_TOPICS), at);
    }
  bitmaps_end (&bitmaps, self, ENT_FACET_TOPIC);
}

static void
index_column (EntFilterIndex *self,
              EntFilterFacet  facet,
              guint           n_values,
              const guint8   *column,
              guint           n_rows)
{
  guint64 words[G_MAXUINT8 + 1] = { 0 };
  Bitmaps bitmaps;

  bitmaps_init (&bitmaps, n_values, n_rows);
  for (gsize at = 0; at < bitmaps.n_words; at++)
    {
      guint32 first = (guint32) (at * WORD_ROWS);
      guint n = MIN (WORD_ROWS, n_rows - first);

      for (guint i = 0; i < n; i++)
        words[column[first + i]] |= G_GUINT64_CONSTANT (1) << i;
      bitmaps_add_words (&bitmaps, words, n_values, at);
    }
  bitmaps_end (&bitmaps, self, facet);
}

static void
index_actors (EntFilterIndex        *self,
              const EntEventColumns *columns,
              guint                  n_actors)
{
  g_autofree guint64 *words = g_new0 (guint64, MAX (n_actors, 1));
  g_autofree guint16 *met = g_new (guint16, MAX (n_actors, 1));
  Bitmaps bitmaps;

  bitmaps_init (&bitmaps, n_actors, columns->n);
  for (gsize at = 0; at < bitmaps.n_words; at++)
    {
      guint32 first = (guint32) (at * WORD_ROWS);
      guint n = MIN (WORD_ROWS, columns->n - first);
      guint n_met = 0;
      guint32 i = columns->actors_start[first];

      for (guint row = 0; row < n; row++)
        {
          for (; i < columns->actors_start[first + row + 1]; i++)
            {
              guint16 actor = columns->actors[i];
              if (actor >= n_actors)
                continue;
              if (words[actor] == 0)
                met[n_met++] = actor;
              words[actor] |= G_GUINT64_CONSTANT (1) << row;
            }
        }
      for (guint j = 0; j < n_met; j++)
        bitmaps_add_word (&bitmaps, words, met[j], at);
    }
  bitmaps_end (&bitmaps, self, ENT_FACET_ACTOR);
}

/* Turns counts, one a statement and a place later, into where each statement's part begins. */
static guint32
sum_up (guint32 *start,
        guint    n)
{
  for (guint i = 0; i < n; i++)
    start[i + 1] += start[i];
  return start[n];
}

static void
count_accounts (EntFilterIndex        *self,
                const EntEventColumns *columns)
{
  for (guint32 row = 0; row < columns->n; row++)
    {
      guint n = columns->accounts_start[row + 1] - columns->accounts_start[row];
      guint32 n_actors = columns->actors_start[row + 1] - columns->actors_start[row];

      for (guint i = 0; i < n; i++)
        {
          EntTelling account = ent_event_store_get_telling (self->store, row, i);

          self->told_start[account.statement + 1]++;
          if (account.role == ENT_ROLE_REPORTS)
            self->reported_start[account.statement + 1] += n_actors;
        }
    }
}

/* Who issues what each event is told in, what each statement tells, and on whom it reports. */
static void
index_accounts (EntFilterIndex        *self,
                const EntEventColumns *columns,
                guint                  n_actors)
{
  guint n_statements = ent_event_store_get_n_statements (self->store);
  g_autofree guint32 *told_end = NULL;
  g_autofree guint32 *reported_end = NULL;
  Bitmaps issuers;

  self->told_start = g_new0 (guint32, n_statements + 1);
  self->reported_start = g_new0 (guint32, n_statements + 1);
  count_accounts (self, columns);
  self->told = g_new (guint32, sum_up (self->told_start, n_statements));
  self->reported = g_new (guint16, sum_up (self->reported_start, n_statements));
  told_end = g_memdup2 (self->told_start, (n_statements + 1) * sizeof *told_end);
  reported_end = g_memdup2 (self->reported_start, (n_statements + 1) * sizeof *reported_end);

  bitmaps_init (&issuers, n_actors, columns->n);
  for (guint32 row = 0; row < columns->n; row++)
    {
      guint n = columns->accounts_start[row + 1] - columns->accounts_start[row];

      for (guint i = 0; i < n; i++)
        {
          EntTelling account = ent_event_store_get_telling (self->store, row, i);

          bitmaps_add (&issuers, account.issuer, row);
          self->told[told_end[account.statement]++] = row;
          if (account.role != ENT_ROLE_REPORTS)
            continue;
          for (guint32 j = columns->actors_start[row]; j < columns->actors_start[row + 1]; j++)
            self->reported[reported_end[account.statement]++] = columns->actors[j];
        }
    }
  bitmaps_end (&issuers, self, ENT_FACET_ISSUER);
}

static void
index_clear (gpointer data)
{
  EntFilterIndex *self = data;

  for (guint i = 0; i < ENT_N_FACETS; i++)
    {
      for (guint j = 0; j <= self->n_values[i]; j++)
        ent_row_set_unref (self->rows[i][j]);
      g_free (self->rows[i]);
      ent_filter_index_clear_main (self, (EntFilterFacet) i);
    }
  ent_row_set_unref (self->all);
  ent_row_set_unref (self->none);
  g_free (self->told_start);
  g_free (self->told);
  g_free (self->reported_start);
  g_free (self->reported);
  g_mutex_clear (&self->main_lock);
  g_mutex_clear (&self->memory_lock);
  g_free (self->words);
  g_clear_pointer (&self->words_rows, ent_row_set_unref);
  g_clear_pointer (&self->between, ent_filter_unref);
  g_clear_pointer (&self->between_rows, ent_row_set_unref);
  g_clear_pointer (&self->answered, ent_filter_unref);
  g_clear_pointer (&self->answer, ent_row_set_unref);
  g_clear_pointer (&self->archives, g_ptr_array_unref);
  g_clear_pointer (&self->elsewhere, ent_row_set_unref);
  g_clear_pointer (&self->marks, ent_mark_table_free);
  ent_event_store_unref (self->store);
}

/**
 * ent_filter_index_new:
 * @store: the events
 *
 * Reads the whole store once; for large ones on a worker.
 *
 * Returns: (transfer full): the store's bitmaps
 */
EntFilterIndex *
ent_filter_index_new (EntEventStore *store)
{
  const EntEventColumns *columns;
  EntFilterIndex *self;
  guint n_actors;

  g_return_val_if_fail (store != NULL, NULL);

  columns = ent_event_store_get_columns (store);
  n_actors = ent_vocabulary_get_n_actors (ent_event_store_get_vocabulary (store));
  self = g_atomic_rc_box_new0 (EntFilterIndex);
  self->store = ent_event_store_ref (store);
  self->all = ent_row_set_new_all (columns->n);
  self->none = ent_row_set_new_empty (columns->n);
  g_mutex_init (&self->main_lock);
  g_mutex_init (&self->memory_lock);
  index_topics (self, columns);
  index_column (self, ENT_FACET_KIND, ENT_N_KINDS, columns->kind, columns->n);
  index_column (self, ENT_FACET_STATUS, ENT_N_STATUSES, columns->status, columns->n);
  index_column (self, ENT_FACET_ASSERTION, ENT_N_ASSERTIONS, columns->assertion, columns->n);
  index_column (self, ENT_FACET_REVIEW, ENT_N_REVIEWS, columns->review, columns->n);
  index_actors (self, columns, n_actors);
  index_accounts (self, columns, n_actors);
  return self;
}

/**
 * ent_filter_index_ref:
 * @index: an index
 *
 * Returns: (transfer full): @index
 */
EntFilterIndex *
ent_filter_index_ref (EntFilterIndex *index)
{
  g_return_val_if_fail (index != NULL, NULL);

  return g_atomic_rc_box_acquire (index);
}

/**
 * ent_filter_index_unref:
 * @index: (transfer full): an index
 */
void
ent_filter_index_unref (EntFilterIndex *index)
{
  g_return_if_fail (index != NULL);

  g_atomic_rc_box_release_full (index, index_clear);
}

/**
 * ent_filter_index_get_store:
 * @index: an index
 *
 * Returns: (transfer none): the store it is of
 */
EntEventStore *
ent_filter_index_get_store (const EntFilterIndex *index)
{
  g_return_val_if_fail (index != NULL, NULL);

  return index->store;
}

/**
 * ent_filter_index_get_rows:
 * @index: an index
 * @facet: a facet
 * @value: a value of it
 *
 * Returns: (transfer none): the events that have the value; none if the facet has no such value
 */
const EntRowSet *
ent_filter_index_get_rows (const EntFilterIndex *index,
                           EntFilterFacet        facet,
                           guint                 value)
{
  g_return_val_if_fail (index != NULL && facet < ENT_N_FACETS, NULL);

  return index->rows[facet][MIN (value, index->n_values[facet])];
}

/**
 * ent_filter_index_get_told:
 * @index: a store's index
 * @statement: number of one of its statements
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): rows of the events that the statement tells, ascending; one that it
 *   tells twice stands there twice
 */
const guint32 *
ent_filter_index_get_told (const EntFilterIndex *index,
                           guint                 statement,
                           gsize                *n)
{
  g_return_val_if_fail (index != NULL && n != NULL, NULL);
  g_return_val_if_fail (statement < ent_event_store_get_n_statements (index->store), NULL);

  *n = index->told_start[statement + 1] - index->told_start[statement];
  return index->told + index->told_start[statement];
}
