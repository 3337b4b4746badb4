/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/history.h"
#include "layout/scene-private.h"

G_BEGIN_DECLS

/**
 * EntPackSource:
 * @value: number of the lane, or %ENT_LANE_CONTACTS
 * @asked: its events that are asked for
 * @n_asked: how many
 * @all: its events of the relationship, whatever is asked
 * @n_all: how many
 * @most_lines: lines of labels that it may take
 *
 * A lane to be packed. A plain value.
 */
typedef struct
{
  guint16 value;
  EntRowPair asked;
  guint n_asked;
  EntRowPair all;
  guint n_all;
  guint most_lines;
} EntPackSource;

#define ENT_PIECE_WHOLE G_MININT32 /* no piece, but all of the history */
#define ENT_EDGE_INSET 6.0  /* from the view's edge, of a label that stands there because its mark is beyond it */
#define ENT_LABEL_SPACE 9.0 /* at least between a label and the next mark */
#define ENT_NUMBER_ROOM 14.0 /* behind a mark whose words have no room, for a number */
#define ENT_BADGE_GAP 6.0
#define ENT_BADGE_PADDING 6.0

gint32       ent_scene_builder_get_pack_level (const EntSceneBuilder *builder);
double       ent_scene_builder_get_pack_scale (const EntSceneBuilder *builder);
EntLanePack *ent_scene_builder_get_pack       (EntSceneBuilder       *builder,
                                               const EntPackSource   *source,
                                               gint32                 piece);
void         ent_scene_builder_get_pieces     (EntSceneBuilder       *builder,
                                               const EntPackSource   *source,
                                               gint32                *first,
                                               gint32                *last);

G_END_DECLS
