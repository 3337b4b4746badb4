/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/density.h"

#include <math.h>

/* Bins are counted and kept in pages, which all pairs share:
 *
 *     page    rows   [0 … 256]           where each bin's rows begin
 *             counts [pair][0 … 255]
 */
#define PAGE_BINS 256

/* Pages kept: as many young ones, and those that were young before them. A picture asks for less than ten. */
#define MOST_PAGES 10

#define MONDAY 4 /* 5 January 1970 was one */

/* Bins of a number of days, counted from a Monday, or of months, counted from the year 0. */
static const struct
{
  guint16 days;
  guint16 months;
} steps[ENT_N_DENSITY_STEPS] = {
  [ENT_DENSITY_DAY] = { 1, 0 },
  [ENT_DENSITY_WEEK] = { 7, 0 },
  [ENT_DENSITY_MONTH] = { 0, 1 },
  [ENT_DENSITY_QUARTER] = { 0, 3 },
  [ENT_DENSITY_YEAR] = { 0, 12 },
  [ENT_DENSITY_FIVE_YEARS] = { 0, 60 },
  [ENT_DENSITY_DECADE] = { 0, 120 },
  [ENT_DENSITY_FIFTY_YEARS] = { 0, 600 },
  [ENT_DENSITY_CENTURY] = { 0, 1200 },
  [ENT_DENSITY_FIVE_CENTURIES] = { 0, 6000 },
};

typedef struct
{
  guint32 rows[PAGE_BINS + 1];
  guint counts[]; /* pairs × PAGE_BINS */
} Page;

struct _EntDensity
{
  const EntEventStore *store;
  EntRowPair *pairs;
  guint n_pairs;
  GHashTable *pages; /* step and number → Page */
  GHashTable *old_pages;
};

static gint32
floor_div (gint32 value,
           gint32 by)
{
  return value / by - (value % by < 0);
}

/**
 * ent_density_get_bin:
 * @step: what a bin is
 * @day: a day
 *
 * Returns: the number of the bin that the day is in
 */
gint32
ent_density_get_bin (EntDensityStep step,
                     EntDay         day)
{
  if (steps[step].days > 0)
    return floor_div (day - MONDAY, steps[step].days);
  EntCivilDate date = ent_civil_date_from_day (day);
  return floor_div (date.year * 12 + date.month - 1, steps[step].months);
}

/**
 * ent_density_get_bin_start:
 * @step: what a bin is
 * @bin: number of a bin
 *
 * Returns: its first day
 */
EntDay
ent_density_get_bin_start (EntDensityStep step,
                           gint32         bin)
{
  if (steps[step].days > 0)
    return bin * steps[step].days + MONDAY;
  gint32 month = bin * steps[step].months;
  gint32 year = floor_div (month, 12);
  return ent_day_from_ymd (year, (guint) (month - year * 12 + 1), 1);
}

static GHashTable *
new_pages (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

static Page *
make_page (EntDensity     *self,
           EntDensityStep  step,
           gint32          first_bin)
{
  Page *page = g_malloc0 (sizeof *page + sizeof (guint) * self->n_pairs * PAGE_BINS);

  for (gint32 i = 0; i <= PAGE_BINS; i++)
    page->rows[i] = ent_event_store_end_row_at (self->store, ent_density_get_bin_start (step, first_bin + i) - 1);
  for (gint32 i = 0; i < PAGE_BINS; i++)
    {
      for (guint pair = 0; pair < self->n_pairs && page->rows[i + 1] > page->rows[i]; pair++)
        page->counts[pair * PAGE_BINS + (guint) i] = ent_row_set_count_and (self->pairs[pair].a, self->pairs[pair].b,
                                                                            page->rows[i], page->rows[i + 1]);
    }
  return page;
}

static const Page *
get_page (EntDensity     *self,
          EntDensityStep  step,
          gint32          number)
{
  gint64 key = (gint64) step << 40 ^ number;
  Page *page = g_hash_table_lookup (self->pages, &key);
  gpointer owned = NULL;

  if (page != NULL)
    return page;
  if (g_hash_table_size (self->pages) >= MOST_PAGES)
    {
      g_hash_table_unref (self->old_pages);
      self->old_pages = self->pages;
      self->pages = new_pages ();
    }
  if (!g_hash_table_steal_extended (self->old_pages, &key, &owned, (gpointer *) &page))
    {
      owned = g_memdup2 (&key, sizeof key);
      page = make_page (self, step, number * PAGE_BINS);
    }
  g_hash_table_insert (self->pages, owned, page);
  return page;
}

/**
 * ent_density_new:
 * @store: the events, which outlive the density
 * @pairs: (array length=n_pairs): which of them; their sets outlive the density
 * @n_pairs: how many
 *
 * Returns: (transfer full): counts of them, of which none is made yet
 */
EntDensity *
ent_density_new (const EntEventStore *store,
                 const EntRowPair    *pairs,
                 guint                n_pairs)
{
  g_return_val_if_fail (store != NULL, NULL);

  EntDensity *self = g_new0 (EntDensity, 1);
  self->store = store;
  self->pairs = g_memdup2 (pairs, n_pairs * sizeof *pairs);
  self->n_pairs = n_pairs;
  self->pages = new_pages ();
  self->old_pages = new_pages ();
  return self;
}

/**
 * ent_density_free:
 * @density: (transfer full): counts
 */
void
ent_density_free (EntDensity *density)
{
  g_hash_table_unref (density->pages);
  g_hash_table_unref (density->old_pages);
  g_free (density->pairs);
  g_free (density);
}

/**
 * ent_density_choose_step:
 * @days_per_pixel: how much time a pixel is wide
 * @least_pixels: how wide a bin is at least
 *
 * Returns: the shortest step of the calendar that is that wide
 */
EntDensityStep
ent_density_choose_step (double days_per_pixel,
                         double least_pixels)
{
  EntDensityStep step = ENT_DENSITY_DAY;

  for (; step + 1 < ENT_N_DENSITY_STEPS; step++)
    {
      double days = steps[step].days > 0 ? steps[step].days : steps[step].months * 30.44;
      if (days / days_per_pixel >= least_pixels)
        break;
    }
  return step;
}

/**
 * ent_density_append:
 * @density: counts
 * @pair: which pair of sets
 * @step: what a bin is
 * @from: a day of the first bin
 * @to: a day of the last bin
 * @bins: (nullable) (element-type EntDensityBin): where bins that hold any are appended
 *
 * Returns: the largest count
 */
guint
ent_density_append (EntDensity     *density,
                    guint           pair,
                    EntDensityStep  step,
                    EntDay          from,
                    EntDay          to,
                    GArray         *bins)
{
  g_return_val_if_fail (density != NULL && pair < density->n_pairs && step < ENT_N_DENSITY_STEPS, 0);

  gint32 last = ent_density_get_bin (step, to);
  gint32 bin = ent_density_get_bin (step, from);
  guint most = 0;

  while (bin <= last)
    {
      gint32 number = floor_div (bin, PAGE_BINS);
      const Page *page = get_page (density, step, number);
      gint32 end = MIN (last, (number + 1) * PAGE_BINS - 1);

      for (; bin <= end; bin++)
        {
          guint i = (guint) (bin - number * PAGE_BINS);
          guint count = page->counts[pair * PAGE_BINS + i];
          if (count == 0)
            continue;
          most = MAX (most, count);
          if (bins == NULL)
            continue;
          EntDay begin = ent_density_get_bin_start (step, bin);
          EntDensityBin item = { begin, ent_density_get_bin_start (step, bin + 1), page->rows[i], count };
          g_array_append_val (bins, item);
        }
    }
  return most;
}

/**
 * ent_density_count:
 * @density: counts
 * @pair: which pair of sets
 * @step: what a bin is
 * @from: a day of the first bin
 * @to: a day of the last bin
 *
 * Returns: how many events all these bins hold
 */
guint
ent_density_count (EntDensity     *density,
                   guint           pair,
                   EntDensityStep  step,
                   EntDay          from,
                   EntDay          to)
{
  g_return_val_if_fail (density != NULL && pair < density->n_pairs && step < ENT_N_DENSITY_STEPS, 0);

  gint32 last = ent_density_get_bin (step, to);
  guint count = 0;

  for (gint32 bin = ent_density_get_bin (step, from); bin <= last;)
    {
      gint32 number = floor_div (bin, PAGE_BINS);
      const Page *page = get_page (density, step, number);
      gint32 end = MIN (last, (number + 1) * PAGE_BINS - 1);

      for (; bin <= end; bin++)
        count += page->counts[pair * PAGE_BINS + (guint) (bin - number * PAGE_BINS)];
    }
  return count;
}
