/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/lane-packer.h"

G_BEGIN_DECLS

/**
 * EntLaneView:
 * @lane: (nullable): the lane, or %NULL for the contacts
 * @source: its events
 * @pair: of its events in the density; that of its dots follows
 * @n_dots: how many contacts raise its topic
 * @first_piece: of its packs in view
 * @last_piece: of them
 * @n_lines: lines of labels used
 * @dense: whether it shows how many events there are instead of each
 * @folded: whether it takes no more room than its name
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
  EntPackSource source;
  guint pair;
  guint n_dots;
  gint32 first_piece;
  gint32 last_piece;
  guint n_lines;
  gboolean dense;
  gboolean folded;
  guint n_name_lines;
  double height;
  guint16 index;
  double top;
  double bottom;
} EntLaneView;

void   ent_lane_view_fill       (EntSceneBuilder       *builder,
                                 EntLaneView           *view,
                                 gboolean               dense_contacts);
void   ent_lane_view_emit       (EntSceneBuilder       *builder,
                                 EntLaneView           *view);
void   ent_lane_view_emit_bins  (EntSceneBuilder       *builder,
                                 const EntLaneView     *view);
void   ent_lane_view_emit_dots  (EntSceneBuilder       *builder,
                                 GArray                *views);
double ent_lane_view_get_line_y (const EntSceneBuilder *builder,
                                 const EntLaneView     *view,
                                 guint                  line);
/* Where a time is, in the middle of a pixel. */
double ent_scene_builder_get_x (const EntSceneBuilder *builder,
                                double                 time);

G_END_DECLS
