/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ENT_KINETIC_N_SAMPLES 16

/**
 * EntKineticTracker:
 *
 * The last places of a finger or pointer, in a ring, to tell how fast it was let go. A plain value;
 * all zero bytes is "nothing seen".
 */
typedef struct
{
  double time[ENT_KINETIC_N_SAMPLES];  /* seconds */
  double place[ENT_KINETIC_N_SAMPLES]; /* pixels */
  guint n;                             /* ever seen */
} EntKineticTracker;

/**
 * EntKinetic:
 * @velocity: pixels a second
 *
 * A motion that slows down by itself: its speed falls by the same share in the same time. A plain value.
 */
typedef struct
{
  double velocity;
} EntKinetic;

void     ent_kinetic_tracker_add      (EntKineticTracker       *tracker,
                                       double                   time,
                                       double                   place);
double   ent_kinetic_tracker_velocity (const EntKineticTracker *tracker,
                                       double                   now);
gboolean ent_kinetic_step             (EntKinetic              *kinetic,
                                       double                   seconds,
                                       double                  *moved);
double   ent_kinetic_get_reach        (EntKinetic               kinetic);

G_END_DECLS
