/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/time-scale.h"

#include <math.h>

/* How close a day may be shown when a single day is to fill the width. */
#define SHORTEST_FIT_DAYS 1.0

/* Pixels left free beside a whole history. Words stand behind their marks, so that the last ones need more. */
#define HISTORY_BEFORE 24.0
#define HISTORY_AFTER 170.0
#define MOST_BEFORE 0.125 /* of the width */
#define MOST_AFTER 0.19

/* A few of many, far from all others, such as a treaty of old that a statement names, would leave hardly any room to
 * these: so many of all the first and the last one need not be looked at, where they take so many times the room. */
#define FAR_SHARE 25
#define FAR_TIMES 3.0
#define LEAST_CORE_DAYS 92

static double
clamp_days_per_pixel (double days_per_pixel)
{
  return CLAMP (days_per_pixel, ENT_SCALE_MIN_DAYS_PER_PIXEL, ENT_SCALE_MAX_DAYS_PER_PIXEL);
}

/**
 * ent_time_scale_zoom:
 * @scale: a scale
 * @x: the point that keeps its time, in pixels
 * @factor: above 1 to come closer, below 1 to go away
 *
 * Zooms about a point, within the closest and widest views.
 *
 * Returns: the new scale
 */
EntTimeScale
ent_time_scale_zoom (EntTimeScale scale,
                     double       x,
                     double       factor)
{
  g_return_val_if_fail (factor > 0.0, scale);

  double time = ent_time_scale_to_time (scale, x);
  double days_per_pixel = clamp_days_per_pixel (scale.days_per_pixel / factor);
  return (EntTimeScale) { time - x * days_per_pixel, days_per_pixel };
}

/**
 * ent_time_scale_pan:
 * @scale: a scale
 * @pixels: how far to go to later times; negative for earlier ones
 *
 * Returns: the new scale
 */
EntTimeScale
ent_time_scale_pan (EntTimeScale scale,
                    double       pixels)
{
  scale.start += pixels * scale.days_per_pixel;
  return scale;
}

static EntTimeScale
fit_between (EntDay first,
             EntDay last,
             double width,
             double before,
             double after)
{
  double days = MAX ((double) last - first + 1.0, SHORTEST_FIT_DAYS);
  double pixels = MAX (width - before - after, 1.0);
  double days_per_pixel = clamp_days_per_pixel (days / pixels);
  double middle = ((double) first + last + 1.0) / 2.0;

  return (EntTimeScale) { middle - (width + before - after) / 2.0 * days_per_pixel, days_per_pixel };
}

/**
 * ent_time_scale_fit:
 * @first: first day to be seen
 * @last: last day to be seen
 * @width: pixels there are
 * @margin: pixels to leave free at each side
 *
 * Returns: the scale that shows @first to @last, both whole
 */
EntTimeScale
ent_time_scale_fit (EntDay first,
                    EntDay last,
                    double width,
                    double margin)
{
  return fit_between (first, last, width, margin, margin);
}

/**
 * ent_time_scale_fit_history:
 * @first: first day of a history
 * @last: its last day
 * @width: pixels there are
 *
 * Returns: the scale that shows all of it, with room for the words of its last events
 */
EntTimeScale
ent_time_scale_fit_history (EntDay first,
                            EntDay last,
                            double width)
{
  return fit_between (first, last, width, MIN (HISTORY_BEFORE, MOST_BEFORE * width),
                      MIN (HISTORY_AFTER, MOST_AFTER * width));
}

/**
 * ent_time_scale_clamp:
 * @scale: a scale
 * @first: first day there is something at
 * @last: last day there is something at
 * @width: pixels there are
 *
 * Keeps something in view: neither side goes further than half the width into the void, and the
 * calendar's ends are never passed.
 *
 * Returns: the nearest scale allowed
 */
EntTimeScale
ent_time_scale_clamp (EntTimeScale scale,
                      EntDay       first,
                      EntDay       last,
                      double       width)
{
  scale.days_per_pixel = clamp_days_per_pixel (scale.days_per_pixel);

  double half = width / 2.0 * scale.days_per_pixel;
  double earliest = MAX ((double) first, ent_day_from_ymd (ENT_YEAR_MIN, 1, 1)) - half;
  double latest = MIN ((double) last + 1.0, ent_day_from_ymd (ENT_YEAR_MAX, 12, 31)) - half;
  scale.start = latest < earliest ? (earliest + latest) / 2.0 : CLAMP (scale.start, earliest, latest);
  return scale;
}

/**
 * ent_time_scale_mix:
 * @from: the scale at 0
 * @to: the scale at 1
 * @progress: 0 to 1
 * @width: pixels there are
 *
 * A step of an animation: zoom is mixed by its logarithm, so that it looks even, and the times at
 * both edges go the straight way between where they are and where they will be.
 *
 * Returns: the scale in between
 */
EntTimeScale
ent_time_scale_mix (EntTimeScale from,
                    EntTimeScale to,
                    double       progress,
                    double       width)
{
  if (progress <= 0.0)
    return from;
  if (progress >= 1.0)
    return to;

  double ratio = to.days_per_pixel / from.days_per_pixel;
  double days_per_pixel = from.days_per_pixel * pow (ratio, progress);
  /* The point that does not move while zooming keeps still in the mix, too. */
  double share = progress;
  if (fabs (ratio - 1.0) >= 1e-9)
    share = (days_per_pixel - from.days_per_pixel) / (to.days_per_pixel - from.days_per_pixel);
  double middle_from = from.start + width / 2.0 * from.days_per_pixel;
  double middle_to = to.start + width / 2.0 * to.days_per_pixel;
  double middle = middle_from + (middle_to - middle_from) * share;
  return (EntTimeScale) { middle - width / 2.0 * days_per_pixel, days_per_pixel };
}

/**
 * ent_time_scale_find_core:
 * @days: (array length=n): days of events, the earliest first
 * @n: how many
 * @first: (inout): the first day of all; the first one to look at
 * @last: (inout): the last day of all; the last one to look at
 *
 * Finds where nearly all of the events are, if the few others have most of the time for themselves.
 */
void
ent_time_scale_find_core (const EntDay *days,
                          gsize         n,
                          EntDay       *first,
                          EntDay       *last)
{
  g_return_if_fail ((days != NULL || n == 0) && first != NULL && last != NULL);

  if (n < FAR_SHARE / 2)
    return;
  gsize n_far = (n + FAR_SHARE - 1) / FAR_SHARE;
  EntDay from = days[n_far], to = days[n - 1 - n_far];
  EntDay more = MAX (0, (LEAST_CORE_DAYS - (to - from)) / 2);
  from = MAX (from - more, *first);
  to = MIN (to + more, *last);
  if ((double) *last - *first < FAR_TIMES * ((double) to - from))
    return;
  *first = from;
  *last = to;
}
