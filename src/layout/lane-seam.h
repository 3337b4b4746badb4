/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/lane-pack.h"

G_BEGIN_DECLS

#define ENT_SEAM_NONE G_MAXUINT32

/**
 * EntLaneSeam:
 * @next: (nullable): the pack behind the border
 * @tail: by line: which event of the pack before the border takes in one behind it, or %ENT_SEAM_NONE
 * @head: by line: which event of @next is taken in, or %ENT_SEAM_NONE
 *
 * What would overlap where two pieces of a lane meet. A plain value.
 */
typedef struct
{
  EntLanePack *next;
  guint32 tail[ENT_LANE_MOST_LINES + 1];
  guint32 head[ENT_LANE_MOST_LINES + 1];
} EntLaneSeam;

/**
 * ent_lane_seam_joins:
 * @seam: a seam
 * @line: a line of the lane
 * @index: an event of the pack before the border
 *
 * Returns: whether it shares its place with one behind the border
 */
static inline gboolean
ent_lane_seam_joins (const EntLaneSeam *seam,
                     guint line,
                     guint32 index)
{
  return seam->tail[line] == index;
}

void ent_lane_seam_clear (EntLaneSeam *seam);
void ent_lane_seam_find  (EntLaneSeam *seam,
                          EntLanePack *pack,
                          EntLanePack *next,
                          double       mark_days);

G_END_DECLS
