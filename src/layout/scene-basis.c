/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/scene-basis.h"

#include "layout/basis-lanes.h"
#include "model/event-title.h"

/* A silence is longer than this, and than twice the pair's median gap. */
#define SILENCE_DAYS 60

/* Sets under construction, a bit a row. */
typedef struct
{
  guint64 *contacts;
  guint64 *acts;
  guint64 *promises;
  guint64 *undated;
} RowWords;

static void
set_bit (guint64 *words,
         guint32  row)
{
  words[row / 64] |= G_GUINT64_CONSTANT (1) << (row % 64);
}

/* Whether an event has days to stand at: an open side is none, and neither is a century. */
static gboolean
has_place (const EntEventColumns *columns,
           guint32                row)
{
  return columns->earliest[row] != ENT_DAY_OPEN_START && columns->latest[row] != ENT_DAY_OPEN_END
         && columns->precision[row] > ENT_EDTF_CENTURY;
}

static void
sort_row (const EntSceneBasis *basis,
          guint32              row,
          RowWords            *words)
{
  const EntEventColumns *columns = ent_event_store_get_columns (ent_filter_index_get_store (basis->index));
  EntKind kind = columns->kind[row];
  gsize n_sides;

  if (!has_place (columns, row))
    {
      gboolean is_promise = kind == ENT_KIND_COMMITMENT || kind == ENT_KIND_WARNING;
      set_bit (is_promise ? words->promises : words->undated, row);
      return;
    }
  ent_filter_get_between (basis->filter, &n_sides, NULL);
  gboolean is_between = n_sides == 0 || ent_filter_index_is_between (basis->index, basis->filter, row);
  set_bit (ent_kind_is_contact (kind) && is_between ? words->contacts : words->acts, row);
}

static EntBasisRows
sort_rows (EntSceneBasis   *basis,
           const EntRowSet *rows)
{
  const EntEventColumns *columns = ent_event_store_get_columns (ent_filter_index_get_store (basis->index));
  guint n_rows = ent_row_set_get_n_rows (rows);
  gsize n_words;
  ent_row_set_get_words (rows, &n_words);
  RowWords words = { g_new0 (guint64, n_words + 1), g_new0 (guint64, n_words + 1), g_new0 (guint64, n_words + 1),
                     g_new0 (guint64, n_words + 1) };

  basis->first = ENT_DAY_OPEN_END;
  basis->last = ENT_DAY_OPEN_START;
  for (guint32 row = ent_row_set_next (rows, 0); row != ENT_ROW_NONE; row = ent_row_set_next (rows, row + 1))
    {
      sort_row (basis, row, &words);
      if (!has_place (columns, row))
        continue;
      basis->first = MIN (basis->first, columns->earliest[row]);
      basis->last = MAX (basis->last, columns->latest[row]);
    }
  return (EntBasisRows) {
    ent_row_set_new_words (words.contacts, n_rows), ent_row_set_new_words (words.acts, n_rows),
    ent_row_set_new_words (words.promises, n_rows), ent_row_set_new_words (words.undated, n_rows)
  };
}

/* The promises and warnings of each statement, by the statement's number. */
static GHashTable *
count_promises (const EntEventStore *store,
                const EntRowSet     *promises)
{
  GHashTable *counts = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint32 row = ent_row_set_next (promises, 0); row != ENT_ROW_NONE; row = ent_row_set_next (promises, row + 1))
    {
      EntAccount account;
      if (ent_event_store_get_n_accounts (store, row) == 0)
        continue;
      ent_event_store_get_account (store, row, 0, &account);
      EntBasisBadge *badge = g_hash_table_lookup (counts, GUINT_TO_POINTER (account.statement));
      if (badge == NULL)
        {
          badge = g_new0 (EntBasisBadge, 1);
          g_hash_table_insert (counts, GUINT_TO_POINTER (account.statement), badge);
        }
      if (ent_event_store_get_columns (store)->kind[row] == ENT_KIND_WARNING)
        badge->n_warnings++;
      else
        badge->n_promises++;
    }
  return counts;
}

/* Gives the promises of a statement to the first of @rows that it reports. */
static void
share_promises (EntSceneBasis   *basis,
                const EntRowSet *rows,
                GHashTable      *counts)
{
  const EntEventStore *store = ent_filter_index_get_store (basis->index);

  for (guint32 row = ent_row_set_next (rows, 0); row != ENT_ROW_NONE && g_hash_table_size (counts) > 0;
       row = ent_row_set_next (rows, row + 1))
    {
      EntBasisBadge badge = { 0 };
      for (guint i = 0; i < ent_event_store_get_n_accounts (store, row); i++)
        {
          EntAccount account;
          ent_event_store_get_account (store, row, i, &account);
          const EntBasisBadge *own = g_hash_table_lookup (counts, GUINT_TO_POINTER (account.statement));
          if (account.role != ENT_ROLE_REPORTS || own == NULL)
            continue;
          badge.n_promises += own->n_promises;
          badge.n_warnings += own->n_warnings;
          g_hash_table_remove (counts, GUINT_TO_POINTER (account.statement));
        }
      if (badge.n_promises + badge.n_warnings > 0)
        g_hash_table_insert (basis->badges, GUINT_TO_POINTER (row), g_memdup2 (&badge, sizeof badge));
    }
}

/* What was promised at no event on show is told by the tray, with all else that has no date. */
static EntRowSet *
add_orphans (const EntEventStore *store,
             const EntBasisRows  *rows,
             GHashTable          *unshared)
{
  g_autoptr (GArray) orphans = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 row = ent_row_set_next (rows->promises, 0); row != ENT_ROW_NONE;
       row = ent_row_set_next (rows->promises, row + 1))
    {
      EntAccount account = { .statement = G_MAXUINT32 };
      if (ent_event_store_get_n_accounts (store, row) > 0)
        ent_event_store_get_account (store, row, 0, &account);
      if (account.statement == G_MAXUINT32 || g_hash_table_contains (unshared, GUINT_TO_POINTER (account.statement)))
        g_array_append_val (orphans, row);
    }
  g_autoptr (EntRowSet) more = ent_row_set_new_rows ((const guint32 *) (gpointer) orphans->data, orphans->len,
                                                     ent_row_set_get_n_rows (rows->undated));
  return ent_row_set_or (rows->undated, more);
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  EntDay first = *(const EntDay *) a;
  EntDay second = *(const EntDay *) b;

  return first < second ? -1 : first > second;
}

/* Statements by side: those of the relationship's first two sides, or all on one side. */
static void
collect_statements (EntSceneBasis *basis)
{
  const EntEventStore *store = ent_filter_index_get_store (basis->index);
  gsize n_sides;
  const guint16 *sides = ent_filter_get_between (basis->filter, &n_sides, NULL);

  basis->first_held = basis->first;
  basis->last_held = basis->last;
  for (guint i = 0; i < ent_event_store_get_n_statements (store); i++)
    {
      const EntStatementInfo *info = ent_statement_get_info (ent_event_store_get_statement (store, i));
      guint16 issuer = ent_event_store_get_issuer (store, i);
      EntDay day = ent_edtf_earliest (info->date);
      guint side = n_sides > 1 && issuer == sides[1] ? 1 : 0;
      if (day == ENT_DAY_OPEN_START || (n_sides > 0 && side == 0 && issuer != sides[0]))
        continue;
      g_array_append_val (basis->statement_days[side], day);
      basis->first_held = MIN (basis->first_held, day);
      basis->last_held = MAX (basis->last_held, day);
    }
  for (guint side = 0; side < 2; side++)
    g_array_sort (basis->statement_days[side], compare_days);
}

/* All contacts of the relationship that happened as plain fact, whatever else is filtered: hiding an
 * event makes no silence. */
static EntRowSet *
find_real_contacts (const EntSceneBasis *basis,
                    const guint16       *sides,
                    gsize                n_sides)
{
  g_autoptr (EntRowSet) rows = ent_row_set_ref (
    (EntRowSet *) ent_filter_index_get_rows (basis->index, ENT_FACET_STATUS, ENT_STATUS_OCCURRED));
  g_autoptr (EntRowSet) contacts = ent_row_set_new_empty (ent_row_set_get_n_rows (rows));

  for (gsize i = 0; i < n_sides; i++)
    {
      EntRowSet *both = ent_row_set_and (rows, ent_filter_index_get_rows (basis->index, ENT_FACET_ACTOR, sides[i]));
      ent_row_set_unref (rows);
      rows = both;
    }
  for (EntKind kind = 0; kind < ENT_N_KINDS; kind++)
    {
      if (!ent_kind_is_contact (kind))
        continue;
      EntRowSet *more = ent_row_set_or (contacts, ent_filter_index_get_rows (basis->index, ENT_FACET_KIND, kind));
      ent_row_set_unref (contacts);
      contacts = more;
    }
  g_autoptr (EntRowSet) between = ent_row_set_and (rows, contacts);
  return ent_row_set_and (between, ent_filter_index_get_rows (basis->index, ENT_FACET_ASSERTION, ENT_ASSERTION_STATED));
}

/* The times between contacts, as days without any. */
static GArray *
find_gaps (const EntEventColumns *columns,
           const EntRowSet       *contacts)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (EntBasisSilence));
  EntDay until = ENT_DAY_OPEN_START;

  for (guint32 row = ent_row_set_next (contacts, 0); row != ENT_ROW_NONE; row = ent_row_set_next (contacts, row + 1))
    {
      if (!has_place (columns, row))
        continue;
      EntBasisSilence gap = { until + 1, columns->earliest[row] - 1, 0 };
      if (until != ENT_DAY_OPEN_START && gap.to >= gap.from)
        g_array_append_val (gaps, gap);
      until = MAX (until, columns->latest[row]);
    }
  return gaps;
}

static int
compare_gaps (gconstpointer a,
              gconstpointer b)
{
  const EntBasisSilence *first = a;
  const EntBasisSilence *second = b;
  gint32 difference = (first->to - first->from) - (second->to - second->from);

  return difference != 0 ? difference : first->from - second->from;
}

static gint32
get_median_gap (GArray *gaps)
{
  g_autoptr (GArray) sorted = g_array_copy (gaps);

  g_array_sort (sorted, compare_gaps);
  const EntBasisSilence *middle = &g_array_index (sorted, EntBasisSilence, sorted->len / 2);
  return middle->to - middle->from + 1;
}

static void
collect_silences (EntSceneBasis *basis)
{
  gsize n_sides;
  const guint16 *sides = ent_filter_get_between (basis->filter, &n_sides, NULL);

  if (n_sides != 2)
    return;
  g_autoptr (EntRowSet) contacts = find_real_contacts (basis, sides, n_sides);
  const EntEventStore *store = ent_filter_index_get_store (basis->index);
  g_autoptr (GArray) gaps = find_gaps (ent_event_store_get_columns (store), contacts);
  if (gaps->len == 0)
    return;
  gint32 median = get_median_gap (gaps);
  for (guint i = 0; i < gaps->len; i++)
    {
      EntBasisSilence gap = g_array_index (gaps, EntBasisSilence, i);
      gint32 days = gap.to - gap.from + 1;
      guint first = ent_scene_basis_count_statements (basis, 0, gap.from, gap.to);
      guint second = ent_scene_basis_count_statements (basis, 1, gap.from, gap.to);
      gap.n_statements = first + second;
      if (days > SILENCE_DAYS && days > 2 * median && first > 0 && second > 0)
        g_array_append_val (basis->silences, gap);
    }
}

/**
 * ent_scene_basis_new:
 * @index: a store and its bitmaps
 * @filter: which events, and whose relationship they are
 * @rows: what @filter gives
 * @lanes: what a lane is
 *
 * Sorts a question's events into lanes, once for all scenes of it.
 *
 * Returns: (transfer full): the basis
 */
EntSceneBasis *
ent_scene_basis_new (const EntFilterIndex *index,
                     const EntFilter      *filter,
                     const EntRowSet      *rows,
                     EntLaneMode           lanes)
{
  g_return_val_if_fail (index != NULL && filter != NULL && rows != NULL, NULL);
  g_return_val_if_fail (lanes < ENT_N_LANE_MODES, NULL);

  EntSceneBasis *basis = g_atomic_rc_box_new0 (EntSceneBasis);
  basis->index = ent_filter_index_ref ((EntFilterIndex *) index);
  basis->filter = ent_filter_ref ((EntFilter *) filter);
  basis->badges = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  basis->silences = g_array_new (FALSE, FALSE, sizeof (EntBasisSilence));
  basis->statement_days[0] = g_array_new (FALSE, FALSE, sizeof (EntDay));
  basis->statement_days[1] = g_array_new (FALSE, FALSE, sizeof (EntDay));
  basis->titles = g_hash_table_new (NULL, NULL);
  basis->title_strings = g_string_chunk_new (4096);

  EntBasisRows sorted = sort_rows (basis, rows);
  const EntEventStore *store = ent_filter_index_get_store (index);
  g_autoptr (GHashTable) counts = count_promises (store, sorted.promises);
  share_promises (basis, sorted.contacts, counts);
  share_promises (basis, sorted.acts, counts);
  basis->lanes = ent_basis_lanes_new (index, filter, &sorted, lanes);
  basis->undated = add_orphans (store, &sorted, counts);
  basis->contacts = g_steal_pointer (&sorted.contacts);
  collect_statements (basis);
  collect_silences (basis);

  ent_row_set_unref (sorted.acts);
  ent_row_set_unref (sorted.promises);
  ent_row_set_unref (sorted.undated);
  return basis;
}

/**
 * ent_scene_basis_ref:
 * @basis: a basis
 *
 * Returns: (transfer full): @basis
 */
EntSceneBasis *
ent_scene_basis_ref (EntSceneBasis *basis)
{
  return g_atomic_rc_box_acquire (basis);
}

static void
clear_basis (gpointer data)
{
  EntSceneBasis *basis = data;

  g_clear_pointer (&basis->index, ent_filter_index_unref);
  g_clear_pointer (&basis->filter, ent_filter_unref);
  g_clear_pointer (&basis->contacts, ent_row_set_unref);
  g_clear_pointer (&basis->undated, ent_row_set_unref);
  g_clear_pointer (&basis->lanes, g_array_unref);
  g_clear_pointer (&basis->badges, g_hash_table_unref);
  g_clear_pointer (&basis->silences, g_array_unref);
  g_clear_pointer (&basis->statement_days[0], g_array_unref);
  g_clear_pointer (&basis->statement_days[1], g_array_unref);
  g_clear_pointer (&basis->titles, g_hash_table_unref);
  g_clear_pointer (&basis->title_strings, g_string_chunk_free);
}

/**
 * ent_scene_basis_unref:
 * @basis: (transfer full): a basis
 */
void
ent_scene_basis_unref (EntSceneBasis *basis)
{
  g_atomic_rc_box_release_full (basis, clear_basis);
}

/**
 * ent_scene_basis_get_badge:
 * @basis: a basis
 * @row: an event
 *
 * Returns: (nullable): what was promised and threatened at it, or %NULL for nothing
 */
const EntBasisBadge *
ent_scene_basis_get_badge (const EntSceneBasis *basis,
                           guint32              row)
{
  return g_hash_table_lookup (basis->badges, GUINT_TO_POINTER (row));
}

/**
 * ent_scene_basis_get_title:
 * @basis: a basis
 * @row: an event
 * @translator: (nullable): the user's language; the same for the life of @basis
 *
 * Returns: (transfer none): the event's short title, made when it is first asked for
 */
const char *
ent_scene_basis_get_title (EntSceneBasis       *basis,
                           guint32              row,
                           const EntTranslator *translator)
{
  const char *title = g_hash_table_lookup (basis->titles, GUINT_TO_POINTER (row));

  if (title == NULL)
    {
      g_autofree char *made = ent_event_title_new_short (ent_filter_index_get_store (basis->index), row, translator);
      title = g_string_chunk_insert (basis->title_strings, made);
      g_hash_table_insert (basis->titles, GUINT_TO_POINTER (row), (gpointer) title);
    }
  return title;
}

static guint
count_before (const GArray *days,
              EntDay        day)
{
  guint low = 0;
  guint high = days->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (g_array_index (days, EntDay, middle) < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * ent_scene_basis_count_statements:
 * @basis: a basis
 * @side: 0 or 1
 * @from: first day
 * @to: last day
 *
 * Returns: how many statements of the side are held from @from to @to
 */
guint
ent_scene_basis_count_statements (const EntSceneBasis *basis,
                                  guint                side,
                                  EntDay               from,
                                  EntDay               to)
{
  g_return_val_if_fail (side < 2, 0);

  return count_before (basis->statement_days[side], to + 1) - count_before (basis->statement_days[side], from);
}
