/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/scene-basis.h"

G_BEGIN_DECLS

#define ENT_BIN_PIXELS 6.0 /* that a bin is wide at least */

/* Sizes that follow from the size of the text, so that larger text makes a larger picture. */
typedef struct
{
  double line; /* from one line of labels to the next */
  double label; /* height of a label */
  double label_most; /* width that a title may take */
  double label_least; /* width that a shortened one is worth showing in */
  double radius; /* of a mark */
  double dot; /* radius of a dot */
  double gap; /* between a mark and its label */
  double pad; /* above and below a lane's lines */
  double dots; /* height of a lane's dots */
  double strip; /* height of a dense lane's bins */
  double name_line; /* height of a line of a lane's name */
  double name_width; /* of the lane names' column */
  double axis;
  double footer;
  double overview;
  gboolean low_overview; /* has its words in two lines */
} EntSceneSizes;

/**
 * EntSceneBuilder:
 *
 * A scene being made: the request, and the arrays that the scene will keep.
 */
typedef struct
{
  const EntSceneRequest *request;
  EntSceneBasis *basis;
  const EntEventStore *store;
  const EntEventColumns *columns;
  EntSceneSizes sizes;
  EntScene *scene;
  GStringChunk *strings;
  GArray *lanes;
  GArray *ticks;
  GArray *spans;
  GArray *stems;
  GArray *dots;
  GArray *bins;
  GArray *shared;
  GArray *gauges;
  GArray *arcs;
  GArray *marks;
  GArray *labels;
  GArray *numbered;
  GArray *overview_ticks;
  GArray *coverage;
  GArray *silences;
  GArray *periods;
  GArray *notes;
  EntDay first_day; /* in view */
  EntDay last_day;
  gint32 pack_level;
  GArray *found_bins; /* for use in between */
  GArray *more_bins;
} EntSceneBuilder;

/* Where an event stands: its mark, and its extent when that is wider. */
typedef struct
{
  double mark;
  double from;
  double to;
  gboolean soft; /* the ends are not days */
} EntEventPlace;

void ent_scene_builder_add_lanes    (EntSceneBuilder *builder);
void ent_scene_builder_add_numbers  (EntSceneBuilder *builder);
void ent_scene_builder_add_arcs     (EntSceneBuilder *builder);
void ent_scene_builder_add_periods (EntSceneBuilder *builder);
void ent_scene_builder_add_silences (EntSceneBuilder *builder);
void ent_scene_builder_add_overview (EntSceneBuilder *builder);
void ent_scene_builder_mirror       (EntSceneBuilder *builder);

EntEventPlace ent_scene_builder_place     (const EntSceneBuilder *builder,
                                           guint32                row);
guint8        ent_scene_builder_get_flags (const EntSceneBuilder *builder,
                                           guint32                row);
guint32       ent_scene_builder_get_rank  (const EntSceneBuilder *builder,
                                           guint32                row);

double      ent_scene_builder_measure        (const EntSceneBuilder  *builder,
                                              EntTextRole             role,
                                              const char             *text);
const char *ent_scene_builder_fit_text       (EntSceneBuilder        *builder,
                                              EntTextRole             role,
                                              const char             *text,
                                              double                  width);
char       *ent_scene_builder_dup_cut        (const EntSceneBuilder  *builder,
                                              EntTextRole             role,
                                              const char             *text,
                                              double                  width);
const char *ent_scene_builder_get_badge_text (EntSceneBuilder        *builder,
                                              GHashTable             *badges,
                                              guint32                 row);
guint       ent_scene_builder_wrap           (EntSceneBuilder        *builder,
                                              EntTextRole             role,
                                              const char             *text,
                                              double                  width,
                                              const char            **lines,
                                              guint                   n_lines);
void        ent_scene_builder_add_note       (EntSceneBuilder        *builder,
                                              EntTextRole             role,
                                              const char             *text,
                                              double                  x,
                                              double                  y);

G_END_DECLS
