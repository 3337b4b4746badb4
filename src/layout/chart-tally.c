/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/chart-tally.h"

/* One thing that counts. */
typedef struct
{
  guint panel;
  guint series;
  EntDay from;
  guint32 item;
  double value;
} EntChartCount;

static EntDay
get_period_start (EntPeriod period,
                  EntDay    day)
{
  EntCivilDate date = ent_civil_date_from_day (day);

  switch (period)
    {
    case ENT_PERIOD_MONTH:
      return ent_day_from_ymd (date.year, date.month, 1);
    case ENT_PERIOD_QUARTER:
      return ent_day_from_ymd (date.year, (date.month - 1) / 3 * 3 + 1, 1);
    case ENT_PERIOD_YEAR:
    default:
      return ent_day_from_ymd (date.year, 1, 1);
    }
}

static EntDay
get_period_end (EntPeriod period,
                EntDay    start)
{
  EntCivilDate date = ent_civil_date_from_day (start);
  int months = period == ENT_PERIOD_MONTH ? 1 : period == ENT_PERIOD_QUARTER ? 3
                                                                             : 12;
  int month = date.month - 1 + months;

  return ent_day_from_ymd (date.year + month / 12, month % 12 + 1, 1);
}

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const EntChartCount *x = a, *y = b;

  if (x->panel != y->panel)
    return x->panel < y->panel ? -1 : 1;
  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;
  if ((x->value < 0.0) != (y->value < 0.0))
    return x->value < 0.0 ? -1 : 1;
  if (x->series != y->series)
    return x->series < y->series ? -1 : 1;
  return (x->item > y->item) - (x->item < y->item);
}

/**
 * ent_chart_tally_init:
 * @tally: (out): a tally
 * @period: how much time a bar is for
 */
void
ent_chart_tally_init (EntChartTally *tally,
                      EntPeriod      period)
{
  g_return_if_fail (tally != NULL);

  tally->period = period;
  tally->counts = g_array_new (FALSE, FALSE, sizeof (EntChartCount));
}

/**
 * ent_chart_tally_add:
 * @tally: a tally
 * @panel: number of the panel
 * @series: number of the series
 * @day: when
 * @item: the event or statement that counts
 * @value: for how much; what goes up and what goes down are bars of their own
 */
void
ent_chart_tally_add (EntChartTally *tally,
                     guint          panel,
                     guint          series,
                     EntDay         day,
                     guint32        item,
                     double         value)
{
  EntChartCount count = { panel, series, get_period_start (tally->period, day), item, value };

  g_array_append_val (tally->counts, count);
}

/**
 * ent_chart_tally_finish:
 * @tally: a tally, which is cleared
 * @chart: a figure that has its panels and series
 *
 * Adds a bar for all that fell into the same panel, series and time.
 */
void
ent_chart_tally_finish (EntChartTally *tally,
                        EntChart      *chart)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (guint32));
  const GArray *counts = tally->counts;

  g_array_sort (tally->counts, compare_counts);
  for (guint i = 0; i < counts->len;)
    {
      const EntChartCount *first = &g_array_index (counts, EntChartCount, i);
      EntChartBar bar = { .panel = first->panel, .series = first->series, .from = first->from,
                          .to = get_period_end (tally->period, first->from) };

      g_array_set_size (items, 0);
      for (; i < counts->len; i++)
        {
          const EntChartCount *count = &g_array_index (counts, EntChartCount, i);

          if (count->panel != first->panel || count->series != first->series || count->from != first->from
              || (count->value < 0.0) != (first->value < 0.0))
            break;
          bar.value += count->value;
          if (items->len == 0 || g_array_index (items, guint32, items->len - 1) != count->item)
            g_array_append_val (items, count->item);
        }
      bar.n_items = items->len;
      ent_chart_add_bar (chart, bar, (const guint32 *) (gpointer) items->data);
    }
  g_clear_pointer (&tally->counts, g_array_unref);
}
