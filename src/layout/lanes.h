/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What became of an item's label. */
typedef enum
{
  ENT_LANE_LABEL_FULL,
  ENT_LANE_LABEL_SHORT, /* to be cut to the item's @room */
  ENT_LANE_LABEL_NONE
} EntLaneLabel;

#define ENT_LANE_UNMEASURED (-1.0f)
#define ENT_LANE_MOST_LINES 64 /* with labels; one more has none */

/**
 * EntLaneItem:
 * @x: the mark's middle, in pixels from an origin that does not move with the view
 * @width: of its label and badge, from the end of the mark's gap on; 0 for none, %ENT_LANE_UNMEASURED where it is told
 *   when it is needed
 * @rank: who keeps its label when there is no room for all; the lower, the weightier
 * @row: number of the event, and what decides between items alike
 * @wish: 1 + the line that it stood in with all of its label while there was less room, or 0
 * @hidden: whether the mark is out of view, so that its place is of use for its label alone
 * @turned: (out): whether its label stands on the left of its mark
 * @line: (out): the line in the lane, from 0 at the top
 * @label: (out): an #EntLaneLabel
 * @room: (out): pixels there are for a short label
 * @leader: (out): index of the item that stands for this one in a cluster; its own if it stands for itself
 *
 * An event to be placed in a lane.
 */
typedef struct
{
  double x;
  float width;
  guint32 rank;
  guint32 row;
  guint16 wish;
  guint8 hidden;
  guint8 turned;
  guint16 line;
  guint8 label;
  float room;
  guint32 leader;
} EntLaneItem;

/**
 * EntLanePacking:
 * @radius: of a mark
 * @gap: between a mark and its label
 * @space: at least between a label and the next mark
 * @shortest: pixels that a short label is worth showing in
 * @n_lines: most lines with labels; one more, without labels, is used where these are full
 * @right: where the view ends for good: labels that would stick out there stand left of their marks; 0 for no such end
 * @bare: pixels kept free behind a mark without its label, for a number in its place; labels of which little has room
 *   at the view's end are left to that, too; 0 for none
 * @stems: whether a thin line goes down from each mark, which labels in lower lines had better not cross
 * @measure: (nullable): tells the width of an item's label, given its place among the sorted items; most items of a
 *   crowd get no label, so that theirs need not be known
 * @data: handed to @measure
 *
 * How to pack. A plain value.
 */
typedef struct
{
  float radius;
  float gap;
  float space;
  float shortest;
  guint n_lines;
  double right;
  float bare;
  gboolean stems;
  float (*measure) (gsize index, gpointer data);
  gpointer data;
} EntLanePacking;

guint ent_lanes_pack (EntLaneItem          *items,
                      gsize                 n,
                      const EntLanePacking *packing);

G_END_DECLS
