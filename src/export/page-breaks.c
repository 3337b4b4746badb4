/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/page-breaks.h"

#include "base/lower-bound.h"

/* Lengths of time that begin where people expect it, in months, each the multiple of the next. */
static const guint steps[] = { 12000, 6000, 1200, 600, 120, 60, 12, 6, 3, 1 };

/* What holds most of a page's events takes more than this part of its width. */
#define LEAST_SHARE 8

typedef struct
{
  EntDay first;
  EntDay end; /* the day after its last */
  guint n_events;
  EntDay core_days; /* of its fullest part */
  guint n_core;     /* events in that */
} Block;

typedef struct
{
  const EntEventStore *store;
  const EntRowSet *rows;
  guint most_events;
  GArray *blocks;
} Breaker;

/* The first row that begins on a day or after it; the store is sorted by that. */
static guint32
find_row (const Breaker *self,
          EntDay         day)
{
  const EntEventColumns *columns = ent_event_store_get_columns (self->store);

  return ent_lower_bound_int32 (columns->earliest, columns->n, day);
}

static guint
count_events (const Breaker *self,
              EntDay         first,
              EntDay         end)
{
  return ent_row_set_rank (self->rows, find_row (self, end)) - ent_row_set_rank (self->rows, find_row (self, first));
}

static gint64
get_month (EntDay day)
{
  EntCivilDate date = ent_civil_date_from_day (day);

  return (gint64) date.year * 12 + date.month - 1;
}

static EntDay
get_month_start (gint64 month)
{
  gint64 year = month >= 0 ? month / 12 : -((11 - month) / 12);

  return ent_day_from_ymd ((gint32) year, (guint) (month - year * 12) + 1, 1);
}

static gint64
round_down (gint64 month,
            guint  step)
{
  gint64 n = month >= 0 ? month / step : -((step - 1 - month) / step);

  return n * step;
}

/* Cuts from the month @from to the month @to until no block has too many events, or is a month. */
static void
cut (Breaker *self,
     gint64   from,
     gint64   to,
     guint    level)
{
  Block block = { get_month_start (from), get_month_start (to), 0, 0, 0 };

  block.n_events = block.n_core = count_events (self, block.first, block.end);
  block.core_days = block.end - block.first;
  if (block.n_events <= self->most_events || level + 1 == G_N_ELEMENTS (steps))
    {
      g_array_append_val (self->blocks, block);
      return;
    }
  guint step = steps[level + 1];
  for (gint64 month = round_down (from, step); month < to; month += step)
    cut (self, MAX (month, from), MIN (month + step, to), level + 1);
}

/* Whether many events of a page would stand in a small part of its width. */
static gboolean
is_squeezed (const Block *part,
             guint        n_events,
             EntDay       days)
{
  return part->n_core * 3 > n_events && part->core_days * LEAST_SHARE < days;
}

/* Joins what has room on one page. */
static void
join (Breaker *self)
{
  guint n = 0;

  for (guint i = 1; i < self->blocks->len; i++)
    {
      Block *last = &g_array_index (self->blocks, Block, n);
      const Block *next = &g_array_index (self->blocks, Block, i);
      guint n_events = last->n_events + next->n_events;
      EntDay days = next->end - last->first;
      if (n_events <= self->most_events && !is_squeezed (last, n_events, days) && !is_squeezed (next, n_events, days))
        {
          if (next->n_core > last->n_core)
            {
              last->n_core = next->n_core;
              last->core_days = next->core_days;
            }
          last->end = next->end;
          last->n_events += next->n_events;
        }
      else
        g_array_index (self->blocks, Block, ++n) = *next;
    }
  g_array_set_size (self->blocks, n + 1);
}

/**
 * ent_page_breaks_new:
 * @store: events
 * @rows: those to show
 * @first: day of the first
 * @last: day of the last
 * @most_events: how many events should begin on a page
 * @most_pages: how many pages there may be; pages get fuller for it
 *
 * Returns: (transfer full) (element-type EntDay): the first day of each page, and the day after the last page
 */
GArray *
ent_page_breaks_new (const EntEventStore *store,
                     const EntRowSet     *rows,
                     EntDay               first,
                     EntDay               last,
                     guint                most_events,
                     guint                most_pages)
{
  g_return_val_if_fail (store != NULL && rows != NULL && first <= last && most_events > 0 && most_pages > 0, NULL);

  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  Breaker self = { store, rows, most_events, blocks };
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (EntDay));

  for (;;)
    {
      g_array_set_size (blocks, 0);
      cut (&self, round_down (get_month (first), 12), round_down (get_month (last), 12) + 12, 0);
      join (&self);
      if (blocks->len <= most_pages || self.most_events > G_MAXUINT / 2)
        break;
      self.most_events *= 2;
    }
  for (guint i = 0; i < blocks->len; i++)
    g_array_append_val (breaks, g_array_index (blocks, Block, i).first);
  g_array_append_val (breaks, g_array_index (blocks, Block, blocks->len - 1).end);
  return breaks;
}

/**
 * ent_page_breaks_get_span:
 * @first: first day of a page
 * @end: the day after its last
 *
 * Returns: the page's time, as coarse as it can be told: "1972/1979", "2021-04/2021-06"
 */
EntEdtf
ent_page_breaks_get_span (EntDay first,
                          EntDay end)
{
  EntCivilDate from = ent_civil_date_from_day (first);
  EntCivilDate next = ent_civil_date_from_day (end);
  EntCivilDate to = ent_civil_date_from_day (end - 1);
  EntEdtfPoint start, stop;

  if (from.day != 1 || next.day != 1)
    return ent_edtf_interval (ent_edtf_point_day (first), ent_edtf_point_day (end - 1));
  gboolean years = from.month == 1 && next.month == 1;
  start = years ? ent_edtf_point_year (from.year) : ent_edtf_point_month (from.year, from.month);
  stop = years ? ent_edtf_point_year (to.year) : ent_edtf_point_month (to.year, to.month);
  if (from.year == to.year && (years || from.month == to.month))
    return ent_edtf_point (start);
  return ent_edtf_interval (start, stop);
}
