/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/density.h"
#include "layout/lanes.h"
#include "layout/time-scale.h"

G_BEGIN_DECLS

/**
 * EntPackedEvent:
 * @mark: where its mark stands, in days
 * @from: where its extent begins
 * @to: where its extent ends
 * @row: its number
 * @leader: index of the event whose place it shares; its own if it has one
 * @n_shared: how many share its place, itself included; 0 for those that follow a leader
 * @line: the line in the lane, from 0 at the top
 * @label: an #EntLaneLabel
 * @soft: whether its extent's ends are not days
 * @turned: whether its label stands on the left of its mark
 * @room: pixels that its label and badge may take
 * @title: its title
 * @badge: (nullable): what is counted at it
 * @badge_width: of the badge with its gap
 * @cut: (nullable): what of the title has room, where that is not all of it
 *
 * An event's place in its lane.
 */
typedef struct
{
  double mark, from, to;
  guint32 row;
  guint32 leader;
  guint32 n_shared;
  guint16 line;
  guint8 label;
  guint8 soft;
  guint8 turned;
  float room;
  float badge_width;
  const char *title;
  const char *badge;
  const char *cut;
} EntPackedEvent;

/**
 * EntLanePack:
 * @events: in the order of their marks; none if @dense
 * @n: how many
 * @n_rows: how many events there are, packed or not
 * @n_lines: lines used
 * @dense: whether they are too many to be told apart
 *
 * A lane's events over some time, packed for a level of zoom.
 */
typedef struct
{
  EntPackedEvent *events;
  guint n;
  guint n_rows;
  guint n_lines;
  gboolean dense;
} EntLanePack;

/* Packs that were made, by lane, level and time. */
typedef struct _EntLanePacks EntLanePacks;

/**
 * EntPackKey:
 * @value: number of the lane
 * @most_lines: lines of labels that it may take
 * @level: of zoom; each is closer than the one before it by the square root of two
 * @piece: which piece of time
 *
 * What a pack is of. A plain value. That of a border has no lines, its level is the first of those that share it, and
 * it stands before its piece.
 */
typedef struct
{
  guint16 value;
  guint16 most_lines;
  gint32 level;
  gint32 piece;
} EntPackKey;

EntLanePacks *ent_lane_packs_new    (void);
void          ent_lane_packs_free   (EntLanePacks *packs);
void          ent_lane_packs_clear  (EntLanePacks *packs);
void          ent_lane_packs_trim   (EntLanePacks *packs);
EntLanePack  *ent_lane_packs_lookup (EntLanePacks *packs,
                                     EntPackKey    key);
void          ent_lane_packs_insert (EntLanePacks *packs,
                                     EntPackKey    key,
                                     EntLanePack  *pack);
const double *ent_lane_packs_lookup_border (EntLanePacks *packs,
                                            EntPackKey    key);
void          ent_lane_packs_insert_border (EntLanePacks *packs,
                                            EntPackKey    key,
                                            double        border);

G_END_DECLS
