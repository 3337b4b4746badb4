/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/density.h"

#include <math.h>

static EntDay
to_day (double time)
{
  return (EntDay) CLAMP (ceil (time), (double) ENT_DAY_OPEN_START + 1.0, (double) ENT_DAY_OPEN_END - 1.0);
}

/* First row that begins on @day or later. */
static guint32
first_row_from (const EntEventStore *store,
                EntDay               day)
{
  return ent_event_store_end_row_at (store, day - 1);
}

/**
 * ent_density_append:
 * @store: the events
 * @sets: (array length=n_sets): which of them; an event of several sets counts in each
 * @n_sets: number of sets
 * @scale: which time is where
 * @width: pixels to cover
 * @bin_width: pixels a bin is wide
 * @bins: (element-type EntDensityBin): where bins that hold any are appended
 *
 * Counts how many events begin in each few pixels. Bins begin at multiples of their width from the
 * calendar's origin, so that they move with the view and count the same while it is panned. The cost is that of
 * passing over the words of the sets in view.
 *
 * Returns: the largest count appended
 */
guint
ent_density_append (const EntEventStore     *store,
                    const EntRowSet * const *sets,
                    gsize                    n_sets,
                    EntTimeScale             scale,
                    double                   width,
                    double                   bin_width,
                    GArray                  *bins)
{
  g_return_val_if_fail (store != NULL && bin_width > 0.0, 0);

  double bin_days = bin_width * scale.days_per_pixel;
  double bin = floor (scale.start / bin_days);
  guint32 begin = first_row_from (store, to_day (bin * bin_days));
  guint most = 0;

  for (double left = 0.0; left < width; bin += 1.0)
    {
      guint32 end = first_row_from (store, to_day ((bin + 1.0) * bin_days));
      guint count = 0;
      left = ent_time_scale_to_x (scale, (bin + 1.0) * bin_days);
      for (gsize i = 0; i < n_sets && end > begin; i++)
        count += ent_row_set_count_and (sets[i], sets[i], begin, end);
      if (count > 0)
        {
          EntDensityBin item = { left - bin_width, ENT_ROW_NONE, count };
          for (gsize i = 0; i < n_sets; i++)
            item.first_row = MIN (item.first_row, ent_row_set_next (sets[i], begin));
          g_array_append_val (bins, item);
          most = MAX (most, count);
        }
      begin = end;
    }
  return most;
}
