/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/history.h"

#include "base/row-count.h"
#include "layout/statement-badges.h"
#include "model/event-title.h"

static EntFilter *
new_between (const EntFilter *filter)
{
  g_autoptr (EntFilter) nothing = ent_filter_new ();

  return ent_filter_with_relationship (nothing, filter);
}

static EntRowSet *
find_kinds (const EntFilterIndex *index,
            gboolean              contacts)
{
  EntRowSet *all = ent_row_set_new_empty (ent_event_store_get_n_events (ent_filter_index_get_store (index)));

  for (EntKind kind = 0; kind < ENT_N_KINDS; kind++)
    {
      gboolean is_promise = kind == ENT_KIND_COMMITMENT || kind == ENT_KIND_WARNING;
      if (contacts ? !ent_kind_is_contact (kind) : !is_promise)
        continue;
      EntRowSet *more = ent_row_set_or (all, ent_filter_index_get_rows (index, ENT_FACET_KIND, kind));
      ent_row_set_unref (all);
      all = more;
    }
  return all;
}

static void
find_sorts (EntHistory *history)
{
  gsize n_sides, n_also;
  const guint16 *sides = ent_filter_get_between (history->between, &n_sides, NULL);

  history->meetings = find_kinds (history->index, TRUE);
  history->promises = find_kinds (history->index, FALSE);
  ent_filter_get_also (history->between, &n_also);
  if (n_also > 0)
    {
      g_autoptr (EntFilter) strict = ent_filter_with_strict (history->between, TRUE);
      g_autoptr (EntRowSet) between = ent_filter_index_run (history->index, strict);
      EntRowSet *both = ent_row_set_and (history->meetings, between);

      ent_row_set_unref (history->meetings);
      history->meetings = both;
      return;
    }
  for (gsize i = 0; i < n_sides; i++)
    {
      EntRowSet *both = ent_row_set_and (history->meetings, ent_filter_index_get_rows (history->index, ENT_FACET_ACTOR,
                                                                                       sides[i]));
      ent_row_set_unref (history->meetings);
      history->meetings = both;
    }
}

/* The last day of what has days, some thousand rows at a time. */
static void
find_block_lasts (EntHistory *history)
{
  const EntEventColumns *columns = ent_event_store_get_columns (ent_filter_index_get_store (history->index));
  const EntRowSet *placed = ent_event_store_get_placed (ent_filter_index_get_store (history->index));

  history->block_last = g_new (EntDay, columns->n / ENT_HISTORY_BLOCK + 1);
  for (guint32 first = 0; first < columns->n; first += ENT_HISTORY_BLOCK)
    {
      guint32 end = MIN (columns->n, first + ENT_HISTORY_BLOCK);
      EntDay last = ENT_DAY_OPEN_START;
      for (guint32 row = first; row < end; row++)
        {
          if (columns->latest[row] > last && ent_row_set_contains (placed, row))
            last = columns->latest[row];
        }
      history->block_last[first / ENT_HISTORY_BLOCK] = last;
    }
}

static void
find_badges (EntHistory *history)
{
  g_autoptr (EntRowSet) promises = NULL;
  g_autoptr (EntRowSet) undated = NULL;
  g_autoptr (EntRowSet) orphans = NULL;

  ent_history_split (history, history->rows, &history->contacts, &history->acts, &promises, &undated);
  const EntRowSet *hosts[] = { history->contacts, history->acts };
  history->badges = ent_statement_badges_new (ent_filter_index_get_store (history->index), promises, hosts,
                                              G_N_ELEMENTS (hosts), &orphans);
  history->undated = ent_row_set_or (undated, orphans);
}

/**
 * ent_history_new:
 * @index: a store and its bitmaps
 * @filter: whose relationship it is; what else it asks does not count
 * @mode: what a lane is
 *
 * Returns: (transfer full): the history
 */
EntHistory *
ent_history_new (const EntFilterIndex *index,
                 const EntFilter      *filter,
                 EntLaneMode           mode)
{
  EntHistory *history = g_atomic_rc_box_new0 (EntHistory);

  history->index = ent_filter_index_ref ((EntFilterIndex *) index);
  history->between = new_between (filter);
  history->mode = mode;
  history->rows = ent_filter_index_run (index, history->between);
  history->silences = g_array_new (FALSE, FALSE, sizeof (EntBasisSilence));
  history->statement_days[0] = g_array_new (FALSE, FALSE, sizeof (EntDay));
  history->statement_days[1] = g_array_new (FALSE, FALSE, sizeof (EntDay));
  history->words = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  history->strings = g_string_chunk_new (4096);
  history->packs = ent_lane_packs_new ();
  find_sorts (history);
  find_badges (history);
  find_block_lasts (history);
  ent_history_get_extent (history, history->rows, &history->first, &history->last);
  ent_history_add_lanes (history);
  ent_history_add_silences (history);
  return history;
}

/**
 * ent_history_ref:
 * @history: a history
 *
 * Returns: (transfer full): @history
 */
EntHistory *
ent_history_ref (EntHistory *history)
{
  return g_atomic_rc_box_acquire (history);
}

static void
clear_history (gpointer data)
{
  EntHistory *history = data;

  ent_filter_index_unref (history->index);
  ent_filter_unref (history->between);
  ent_row_set_unref (history->rows);
  ent_row_set_unref (history->meetings);
  ent_row_set_unref (history->promises);
  ent_row_set_unref (history->contacts);
  ent_row_set_unref (history->acts);
  ent_row_set_unref (history->undated);
  ent_row_set_unref (history->other);
  g_array_unref (history->lanes);
  g_hash_table_unref (history->badges);
  g_array_unref (history->silences);
  g_array_unref (history->statement_days[0]);
  g_array_unref (history->statement_days[1]);
  g_free (history->block_last);
  g_hash_table_unref (history->words);
  ent_lane_packs_free (history->packs);
  g_string_chunk_free (history->strings);
}

/**
 * ent_history_unref:
 * @history: (transfer full): a history
 */
void
ent_history_unref (EntHistory *history)
{
  g_atomic_rc_box_release_full (history, clear_history);
}

/**
 * ent_history_is_of:
 * @history: a history
 * @index: a store and its bitmaps
 * @filter: a filter
 * @mode: what a lane is
 *
 * Returns: whether @history is that of the filter's relationship
 */
gboolean
ent_history_is_of (const EntHistory     *history,
                   const EntFilterIndex *index,
                   const EntFilter      *filter,
                   EntLaneMode           mode)
{
  g_autoptr (EntFilter) between = new_between (filter);

  return history->index == index && history->mode == mode && ent_filter_equal (history->between, between);
}

static void
forget_width (gpointer key,
              gpointer value,
              gpointer data)
{
  ((EntEventWords *) value)->width = -1.0f;
}

/**
 * ent_history_set_measure:
 * @history: a history
 * @measure: how wide words are
 *
 * Other fonts than before make all that was packed void.
 *
 * Returns: whether they are others
 */
gboolean
ent_history_set_measure (EntHistory     *history,
                         EntTextMeasure  measure)
{
  if (history->measure.measure == measure.measure && history->measure.data == measure.data)
    return FALSE;
  history->measure = measure;
  g_hash_table_foreach (history->words, forget_width, NULL);
  ent_lane_packs_clear (history->packs);
  return TRUE;
}

/**
 * ent_history_get_words:
 * @history: a history
 * @row: an event
 * @translator: (nullable): the user's language; the same for the life of @history
 *
 * Returns: (transfer none): the event's short title, made when it is first asked for
 */
EntEventWords *
ent_history_get_words (EntHistory          *history,
                       guint32              row,
                       const EntTranslator *translator)
{
  EntEventWords *words = g_hash_table_lookup (history->words, GUINT_TO_POINTER (row));

  if (words == NULL)
    {
      EntEventStore *store = ent_filter_index_get_store (history->index);
      g_autofree char *title = ent_event_title_new_struck (store, row, translator);
      words = g_new (EntEventWords, 1);
      words->title = g_string_chunk_insert_const (history->strings, title);
      words->width = -1.0f;
      g_hash_table_insert (history->words, GUINT_TO_POINTER (row), words);
    }
  if (words->width < 0.0f && history->measure.measure != NULL)
    words->width = (float) ent_text_measure_estimate (&history->measure, ENT_TEXT_LABEL_BOLD, words->title);
  return words;
}

/**
 * ent_history_set_title:
 * @history: a history of which no scene was made yet
 * @row: an event
 * @title: what its scenes are to call it, in place of its short title
 */
void
ent_history_set_title (EntHistory *history,
                       guint32     row,
                       const char *title)
{
  g_return_if_fail (history != NULL && title != NULL);

  EntEventWords *words = g_new (EntEventWords, 1);

  words->title = g_string_chunk_insert_const (history->strings, title);
  words->width = -1.0f;
  g_hash_table_insert (history->words, GUINT_TO_POINTER (row), words);
}

/**
 * ent_history_split:
 * @history: a history
 * @rows: events
 * @contacts: (out) (transfer full): contacts between the sides
 * @acts: (out) (transfer full): others with days to stand at
 * @promises: (out) (transfer full): promises and warnings without a due date
 * @undated: (out) (transfer full): others without a date to stand at
 *
 * Sorts events by how they are shown; each is in one set.
 */
void
ent_history_split (const EntHistory  *history,
                   const EntRowSet   *rows,
                   EntRowSet        **contacts,
                   EntRowSet        **acts,
                   EntRowSet        **promises,
                   EntRowSet        **undated)
{
  guint n_rows = ent_row_set_get_n_rows (rows);
  gsize n;
  const guint64 *all = ent_row_set_get_words (rows, &n);
  const EntEventStore *store = ent_filter_index_get_store (history->index);
  const guint64 *placed = ent_row_set_get_words (ent_event_store_get_placed (store), NULL);
  const guint64 *meetings = ent_row_set_get_words (history->meetings, NULL);
  const guint64 *of_promises = ent_row_set_get_words (history->promises, NULL);
  guint64 *contact_words = g_new (guint64, MAX (n, 1));
  guint64 *promise_words = g_new (guint64, MAX (n, 1));
  guint64 *act_words = g_new (guint64, MAX (n, 1));
  guint64 *undated_words = g_new (guint64, MAX (n, 1));

  for (gsize i = 0; i < n; i++)
    {
      guint64 with_days = all[i] & placed[i];
      guint64 without = all[i] & ~placed[i];
      contact_words[i] = with_days & meetings[i];
      act_words[i] = with_days & ~meetings[i];
      promise_words[i] = without & of_promises[i];
      undated_words[i] = without & ~promise_words[i];
    }
  *contacts = ent_row_set_new_words (contact_words, n_rows);
  *acts = ent_row_set_new_words (act_words, n_rows);
  *promises = ent_row_set_new_words (promise_words, n_rows);
  *undated = ent_row_set_new_words (undated_words, n_rows);
}

/**
 * ent_history_get_extent:
 * @history: a history
 * @rows: some of its events
 * @first: (out): first day of those that have days; after @last if none has
 * @last: (out): last day of them
 */
void
ent_history_get_extent (const EntHistory *history,
                        const EntRowSet  *rows,
                        EntDay           *first,
                        EntDay           *last)
{
  const EntEventColumns *columns = ent_event_store_get_columns (ent_filter_index_get_store (history->index));
  const EntRowSet *placed = ent_event_store_get_placed (ent_filter_index_get_store (history->index));
  guint32 first_row = ent_row_next_of_both (rows, placed, 0);

  *first = first_row != ENT_ROW_NONE ? columns->earliest[first_row] : ENT_DAY_OPEN_END;
  *last = ENT_DAY_OPEN_START;
  for (guint32 block = columns->n / ENT_HISTORY_BLOCK + 1; block-- > 0;)
    {
      guint32 begin = block * ENT_HISTORY_BLOCK;
      guint32 end = MIN (columns->n, begin + ENT_HISTORY_BLOCK);
      /* Few blocks reach beyond what those behind them do. */
      if (begin >= columns->n || history->block_last[block] <= *last)
        continue;
      for (guint32 row = ent_row_next_of_both (rows, placed, begin); row < end;
           row = ent_row_next_of_both (rows, placed, row + 1))
        *last = MAX (*last, columns->latest[row]);
    }
}
