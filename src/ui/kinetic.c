/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/kinetic.h"

#include <math.h>

/* Only the last moment counts: who stops before letting go wants no motion. */
#define TRACK_SECONDS 0.12
/* The share of speed lost, as the exponent of a second: about half is gone after 0.17 s. */
#define FRICTION 4.0
/* Slower than this, in pixels a second, is at rest; let go slower than this starts nothing. */
#define VELOCITY_REST 12.0
#define VELOCITY_MAX 8000.0

/**
 * ent_kinetic_tracker_add:
 * @tracker: where the pointer was
 * @time: now, in seconds of any clock that does not go back
 * @place: where it is, in pixels
 *
 * Notes a place.
 */
void
ent_kinetic_tracker_add (EntKineticTracker *tracker,
                         double             time,
                         double             place)
{
  g_return_if_fail (tracker != NULL);

  tracker->time[tracker->n % ENT_KINETIC_N_SAMPLES] = time;
  tracker->place[tracker->n % ENT_KINETIC_N_SAMPLES] = place;
  tracker->n++;
}

/**
 * ent_kinetic_tracker_velocity:
 * @tracker: where the pointer was
 * @now: when it was let go, in seconds
 *
 * Returns: its speed over the last moment, in pixels a second; 0 if it had stopped
 */
double
ent_kinetic_tracker_velocity (const EntKineticTracker *tracker,
                              double                   now)
{
  g_return_val_if_fail (tracker != NULL, 0.0);

  guint n = MIN (tracker->n, ENT_KINETIC_N_SAMPLES);
  if (n == 0)
    return 0.0;

  guint last = (tracker->n - 1) % ENT_KINETIC_N_SAMPLES;
  guint first = last;
  for (guint i = 1; i < n; i++)
    {
      guint at = (tracker->n - 1 - i) % ENT_KINETIC_N_SAMPLES;
      if (now - tracker->time[at] > TRACK_SECONDS)
        break;
      first = at;
    }

  double seconds = now - tracker->time[first];
  if (first == last || seconds <= 0.0)
    return 0.0;
  double velocity = (tracker->place[last] - tracker->place[first]) / seconds;
  return CLAMP (velocity, -VELOCITY_MAX, VELOCITY_MAX);
}

/**
 * ent_kinetic_step:
 * @kinetic: a motion
 * @seconds: time since the last step
 * @moved: (out): pixels to move by
 *
 * Goes on with a motion. However the time is cut in steps, the way is the same.
 *
 * Returns: whether it still moves
 */
gboolean
ent_kinetic_step (EntKinetic *kinetic,
                  double      seconds,
                  double     *moved)
{
  g_return_val_if_fail (kinetic != NULL && moved != NULL && seconds >= 0.0, FALSE);

  if (fabs (kinetic->velocity) < VELOCITY_REST)
    {
      kinetic->velocity = 0.0;
      *moved = 0.0;
      return FALSE;
    }
  double kept = exp (-FRICTION * seconds);
  *moved = kinetic->velocity * (1.0 - kept) / FRICTION;
  kinetic->velocity *= kept;
  return TRUE;
}

/**
 * ent_kinetic_get_reach:
 * @kinetic: a motion
 *
 * Returns: how far it would go if it never came to rest, in pixels
 */
double
ent_kinetic_get_reach (EntKinetic kinetic)
{
  return kinetic.velocity / FRICTION;
}
