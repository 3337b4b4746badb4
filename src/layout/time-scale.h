/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/civil-date.h"

G_BEGIN_DECLS

/* Widest and closest views: 3,000 years across a small window, an hour across a large one. */
#define ENT_SCALE_MAX_DAYS_PER_PIXEL (3000.0 * 365.2425 / 400.0)
#define ENT_SCALE_MIN_DAYS_PER_PIXEL (1.0 / 24.0 / 2000.0)

/**
 * EntTimeScale:
 * @start: the time at x = 0, in days and fractions of a day (an #EntDay is its midnight)
 * @days_per_pixel: how much time a pixel is wide
 *
 * Days to pixels and back. A plain value; the width is an argument where it matters.
 */
typedef struct
{
  double start;
  double days_per_pixel;
} EntTimeScale;

/**
 * ent_time_scale_to_x:
 * @scale: a scale
 * @time: a time in days
 *
 * Returns: where it is, in pixels
 */
static inline double
ent_time_scale_to_x (EntTimeScale scale,
                     double       time)
{
  return (time - scale.start) / scale.days_per_pixel;
}

/**
 * ent_time_scale_to_time:
 * @scale: a scale
 * @x: pixels from the left
 *
 * Returns: the time there, in days
 */
static inline double
ent_time_scale_to_time (EntTimeScale scale,
                        double       x)
{
  return scale.start + x * scale.days_per_pixel;
}

EntTimeScale ent_time_scale_zoom  (EntTimeScale scale,
                                   double       x,
                                   double       factor);
EntTimeScale ent_time_scale_pan   (EntTimeScale scale,
                                   double       pixels);
EntTimeScale ent_time_scale_fit   (EntDay       first,
                                   EntDay       last,
                                   double       width,
                                   double       margin);
EntTimeScale ent_time_scale_fit_history (EntDay first,
                                         EntDay last,
                                         double width);
EntTimeScale ent_time_scale_clamp (EntTimeScale scale,
                                   EntDay       first,
                                   EntDay       last,
                                   double       width);
EntTimeScale ent_time_scale_mix   (EntTimeScale from,
                                   EntTimeScale to,
                                   double       progress,
                                   double       width);

void         ent_time_scale_find_core   (const EntDay *days,
                                         gsize         n,
                                         EntDay       *first,
                                         EntDay       *last);

G_END_DECLS
