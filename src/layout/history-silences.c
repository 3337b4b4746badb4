/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which statements are held, and where they tell of no contact. */
#include "layout/history.h"

#include "base/lower-bound.h"

/* A silence is longer than this, and than twice the pair's median gap. */
#define SILENCE_DAYS 60

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  EntDay first = *(const EntDay *) a;
  EntDay second = *(const EntDay *) b;

  return first < second ? -1 : first > second;
}

static guint
count_before (const GArray *days,
              EntDay        day)
{
  return ent_lower_bound_int32 ((const EntDay *) (gconstpointer) days->data, days->len, day);
}

static gboolean
is_among (const GArray *sides,
          guint16       issuer)
{
  for (guint i = 0; i < sides->len; i++)
    {
      if (g_array_index (sides, guint16, i) == issuer)
        return TRUE;
    }
  return sides->len == 0;
}

/* Statements by side, where there are two; those of more than two, as of everyone, are on one side. */
static void
collect_statements (EntHistory *history)
{
  const EntEventStore *store = ent_filter_index_get_store (history->index);
  g_autoptr (GArray) sides = ent_filter_dup_sides (history->between);

  for (guint i = 0; i < ent_event_store_get_n_statements (store); i++)
    {
      const EntStatementInfo *info = ent_statement_get_info (ent_event_store_get_statement (store, i));
      guint16 issuer = ent_event_store_get_issuer (store, i);
      EntDay day = ent_edtf_earliest (info->date);
      guint side = sides->len == 2 && issuer == g_array_index (sides, guint16, 1) ? 1 : 0;
      if (day == ENT_DAY_OPEN_START || !is_among (sides, issuer))
        continue;
      g_array_append_val (history->statement_days[side], day);
    }
  for (guint side = 0; side < 2; side++)
    g_array_sort (history->statement_days[side], compare_days);
}

/* All contacts of the relationship that happened as plain fact, whatever else is filtered: hiding an
 * event makes no silence. */
static EntRowSet *
find_real_contacts (const EntHistory *history,
                    const guint16    *sides,
                    gsize             n_sides)
{
  g_autoptr (EntRowSet) rows = ent_row_set_ref (
    (EntRowSet *) ent_filter_index_get_rows (history->index, ENT_FACET_STATUS, ENT_STATUS_OCCURRED));
  g_autoptr (EntRowSet) contacts = ent_row_set_new_empty (ent_row_set_get_n_rows (rows));

  for (gsize i = 0; i < n_sides; i++)
    {
      EntRowSet *both = ent_row_set_and (rows, ent_filter_index_get_rows (history->index, ENT_FACET_ACTOR, sides[i]));
      ent_row_set_unref (rows);
      rows = both;
    }
  for (EntKind kind = 0; kind < ENT_N_KINDS; kind++)
    {
      if (!ent_kind_is_contact (kind))
        continue;
      EntRowSet *more = ent_row_set_or (contacts, ent_filter_index_get_rows (history->index, ENT_FACET_KIND, kind));
      ent_row_set_unref (contacts);
      contacts = more;
    }
  g_autoptr (EntRowSet) between = ent_row_set_and (rows, contacts);
  return ent_row_set_and (between, ent_filter_index_get_rows (history->index, ENT_FACET_ASSERTION,
                                                              ENT_ASSERTION_STATED));
}

/* The times between contacts, as days without any. */
static GArray *
find_gaps (const EntHistory *history,
           const EntRowSet  *contacts)
{
  const EntEventColumns *columns = ent_event_store_get_columns (ent_filter_index_get_store (history->index));
  const EntRowSet *placed = ent_event_store_get_placed (ent_filter_index_get_store (history->index));
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (EntBasisSilence));
  EntDay until = ENT_DAY_OPEN_START;

  for (guint32 row = ent_row_set_next (contacts, 0); row != ENT_ROW_NONE; row = ent_row_set_next (contacts, row + 1))
    {
      if (!ent_row_set_contains (placed, row))
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
collect_silences (EntHistory *history)
{
  gsize n_sides, n_also;
  const guint16 *sides = ent_filter_get_between (history->between, &n_sides, NULL);

  /* A silence is a pair's own: of several relationships one may speak while another does not. */
  ent_filter_get_also (history->between, &n_also);
  if (n_sides != 2 || n_also > 0)
    return;
  g_autoptr (EntRowSet) contacts = find_real_contacts (history, sides, n_sides);
  g_autoptr (GArray) gaps = find_gaps (history, contacts);
  if (gaps->len == 0)
    return;
  gint32 median = get_median_gap (gaps);
  for (guint i = 0; i < gaps->len; i++)
    {
      EntBasisSilence gap = g_array_index (gaps, EntBasisSilence, i);
      gint32 days = gap.to - gap.from + 1;
      guint first = ent_history_count_statements (history, 0, gap.from, gap.to);
      guint second = ent_history_count_statements (history, 1, gap.from, gap.to);
      gap.n_statements = first + second;
      if (days > SILENCE_DAYS && days > 2 * median && first > 0 && second > 0)
        g_array_append_val (history->silences, gap);
    }
}

/**
 * ent_history_add_silences:
 * @history: a history being made
 *
 * Finds the days of the statements held, and the silences that these let one claim.
 */
void
ent_history_add_silences (EntHistory *history)
{
  collect_statements (history);
  collect_silences (history);
}

/**
 * ent_history_count_statements:
 * @history: a history
 * @side: 0 or 1
 * @from: first day
 * @to: last day
 *
 * Returns: how many statements of the side are held from @from to @to
 */
guint
ent_history_count_statements (const EntHistory *history,
                              guint             side,
                              EntDay            from,
                              EntDay            to)
{
  g_return_val_if_fail (side < 2, 0);

  return count_before (history->statement_days[side], to + 1) - count_before (history->statement_days[side], from);
}
