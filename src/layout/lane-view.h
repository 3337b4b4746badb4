/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/lanes.h"
#include "layout/scene-private.h"

G_BEGIN_DECLS

#define ENT_LABEL_SPACE 9.0 /* at least between a label and the next mark */

/**
 * EntLaneView:
 * @lane: (nullable): the lane, or %NULL for the contacts
 * @rows: events with their marks in it
 * @n_dots: how many contacts raise its topic
 * @items: (element-type EntLaneItem): what stands in it; empty if @dense
 * @origin: what items' positions count from, in days
 * @n_lines: lines of labels used
 * @dense: whether it shows how many events there are instead of each
 * @n_name_lines: lines its name takes
 * @height: it needs
 * @index: in the scene's lanes
 * @top: where it is
 * @bottom: where it ends
 *
 * A lane being laid out.
 */
typedef struct
{
  const EntBasisLane *lane;
  const EntRowSet *rows;
  guint n_dots;
  GArray *items;
  double origin;
  guint n_lines;
  gboolean dense;
  guint n_name_lines;
  double height;
  guint16 index;
  double top;
  double bottom;
} EntLaneView;

void ent_lane_view_fill      (EntSceneBuilder *builder,
                              EntLaneView     *view,
                              guint            most_lines,
                              gboolean         dense_contacts);
void ent_lane_view_emit      (EntSceneBuilder *builder,
                              EntLaneView     *view);
void ent_lane_view_emit_dots (EntSceneBuilder *builder,
                              GArray          *views);

G_END_DECLS
