/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pieces are packed without knowing of each other. Where marks of the same line would overlap over their border, they
 * share one place, as they would within a piece. */
#include "layout/lane-seam.h"

/**
 * ent_lane_seam_clear:
 * @seam: (out): what becomes one at which nothing meets
 */
void
ent_lane_seam_clear (EntLaneSeam *seam)
{
  seam->next = NULL;
  for (guint line = 0; line <= ENT_LANE_MOST_LINES; line++)
    seam->tail[line] = seam->head[line] = ENT_SEAM_NONE;
}

/**
 * ent_lane_seam_find:
 * @seam: (out): what meets
 * @pack: a pack
 * @next: (nullable): the one of the next piece
 * @mark_days: how wide a mark is where they were packed, in days
 *
 * Finds the marks of each line that are nearer to each other than that.
 */
void
ent_lane_seam_find (EntLaneSeam *seam,
                    EntLanePack *pack,
                    EntLanePack *next,
                    double       mark_days)
{
  ent_lane_seam_clear (seam);
  if (next == NULL || pack->n == 0 || next->n == 0)
    return;
  seam->next = next;

  guint32 last[ENT_LANE_MOST_LINES + 1];
  double first_head = next->events[0].mark;
  double last_tail = pack->events[pack->n - 1].mark;
  for (guint line = 0; line <= ENT_LANE_MOST_LINES; line++)
    last[line] = ENT_SEAM_NONE;
  /* A cluster's place is that of its first, which may be far from its last. */
  for (guint32 i = pack->n; i-- > 0 && pack->events[i].mark > first_head - mark_days;)
    {
      const EntPackedEvent *event = &pack->events[i];
      if (event->n_shared > 0 && last[event->line] == ENT_SEAM_NONE)
        last[event->line] = i;
    }
  for (guint32 i = 0; i < next->n && next->events[i].mark < last_tail + mark_days; i++)
    {
      const EntPackedEvent *event = &next->events[i];
      guint32 tail = last[event->line];
      if (event->n_shared == 0 || tail == ENT_SEAM_NONE || seam->head[event->line] != ENT_SEAM_NONE
          || event->mark - pack->events[tail].mark >= mark_days)
        continue;
      seam->tail[event->line] = tail;
      seam->head[event->line] = i;
    }
}
