/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "draw/style.h"
#include "draw/text.h"
#include "layout/hit-test.h"
#include "layout/lane-choice.h"
#include "layout/scene-basis.h"
#include "ui/kinetic.h"
#include "ui/timeline-view.h"

G_BEGIN_DECLS

struct _EntTimelineView
{
  GtkWidget parent_instance;
  EntSession *session;
  EntText *text;
  EntSceneBasis *basis; /* of what the session asks now; NULL: to be made again */
  EntSceneBasis *last_basis; /* the one before, while there is none */
  EntScene *scene; /* NULL: to be made again */
  EntTimeScale scale;
  int foot; /* height of what stands below the strip that the zoom buttons stand over */
  gboolean fitted; /* shows the history, also when its size or the history changes */
  guint range_source;
  gboolean whole; /* all of it was asked for, with what is far from all else */
  gboolean overview_whole; /* so does the overview, as the view is out of where the events are */
  gboolean overview_held; /* while its frame is dragged it keeps its time */
  gboolean has_tip; /* whether a card was shown since the view moved */
  GtkAdjustment *vadjustment;
  EntLaneMode lanes;
  EntDay today;
  GArray *periods; /* of EntNamedSpan, whose names are the session's */

  /* timeline-motion.c */
  GArray *back; /* of EntTimeScale: where Escape leads */
  gint64 pushed_at;
  AdwAnimation *animation;
  EntTimeScale from, to;
  EntKinetic kinetic;
  guint kinetic_tick;
  gint64 kinetic_time;

  /* timeline-input.c */
  GtkGesture *drag;
  double pointer_x, pointer_y;
  EntHitPart drag_part;
  double drag_x, drag_y;
  guint16 drag_from; /* lane whose name is dragged, or ENT_ACTOR_NONE */
  guint drag_place;
  gboolean drag_bands; /* dragging marks a span of time */
  EntTimeScale drag_scale;
  double drag_value;
  EntKineticTracker tracker;
  EntTimeScale pinch_scale;
  double pinch_x; /* what was between the fingers, in pixels from where time begins */

  gboolean band_names; /* the span that is dragged gets a name, and is not come closer to */
  gboolean banding; /* a span of time is being marked to come closer to */
  double band_from, band_to;

  /* timeline-lanes.c */
  EntLaneChoice *choice;
  guint16 drag_lane; /* the one being dragged, or ENT_ACTOR_NONE */
  double drop_y;
  GSettings *settings; /* may be NULL */
  char *lanes_of; /* which relationship and kind of lane these are of; NULL: not yet */

  /* timeline-picture.c */
  cairo_surface_t *picture; /* of picture_scene; NULL: to be drawn again */
  cairo_surface_t *last_picture; /* the one before, to be drawn into once no frame shows it */
  GdkTexture *texture; /* of the picture, where the renderer wants one */
  EntScene *picture_scene;
  EntTheme picture_theme;
  int picture_scale;

  /* timeline-popup.c */
  GtkWidget *popover; /* what has popped up; may be NULL */

  /* timeline-pool.c */
  GPtrArray *marks; /* of EntTimelineMark, children */
  guint marks_source;
};

/* timeline-view.c */
double ent_timeline_view_get_time_width (EntTimelineView *self);
void   ent_timeline_view_hold_overview  (EntTimelineView *self,
                                         gboolean         held);
void   ent_timeline_view_set_scale      (EntTimelineView *self,
                                         EntTimeScale     scale);
void   ent_timeline_view_invalidate     (EntTimelineView *self);
void   ent_timeline_view_measure_foot   (EntTimelineView *self);

/* timeline-lanes.c */
void     ent_timeline_view_init_lanes       (EntTimelineView *self);
void     ent_timeline_view_dispose_lanes    (EntTimelineView *self);
void     ent_timeline_view_class_init_lanes (GtkWidgetClass  *widget_class);
void     ent_timeline_view_move_lane        (EntTimelineView *self,
                                             guint16          value,
                                             guint            place);
guint    ent_timeline_view_find_drop        (EntTimelineView *self,
                                             const EntScene  *scene,
                                             double           y);
void     ent_timeline_view_show_lane_menu   (EntTimelineView *self,
                                             guint            lane,
                                             double           x,
                                             double           y);
void     ent_timeline_view_show_more_lanes  (EntTimelineView *self);

/* timeline-saved-lanes.c */
void     ent_timeline_view_save_lanes       (EntTimelineView *self);
void     ent_timeline_view_restore_lanes    (EntTimelineView *self);

/* timeline-picture.c */
void     ent_timeline_view_snapshot_picture (EntTimelineView *self,
                                             GtkSnapshot     *snapshot,
                                             EntScene        *scene);
void     ent_timeline_view_drop_picture     (EntTimelineView *self);

/* timeline-pool.c */
void     ent_timeline_view_queue_pool       (EntTimelineView *self);
void     ent_timeline_view_dispose_pool     (EntTimelineView *self);
void     ent_timeline_view_place_pool       (EntTimelineView *self,
                                             EntScene        *scene);

/* timeline-popup.c */
void     ent_timeline_view_popup            (EntTimelineView *self,
                                             GtkWidget       *popover,
                                             const EntBox    *box);
void     ent_timeline_view_close_popup      (EntTimelineView *self);
void     ent_timeline_view_dispose_popup    (EntTimelineView *self);
void     ent_timeline_view_show_rows        (EntTimelineView *self,
                                             EntRowSet       *rows,
                                             const EntBox    *box);
void     ent_timeline_view_show_legend      (EntTimelineView *self);
void     ent_timeline_view_ask_date         (EntTimelineView *self);

/* timeline-motion.c */
gboolean ent_timeline_view_is_close_to_days (EntTimelineView *self,
                                             EntDay           first,
                                             EntDay           last);
void     ent_timeline_view_go_to_days       (EntTimelineView *self,
                                             EntDay           first,
                                             EntDay           last);
void     ent_timeline_view_init_motion    (EntTimelineView *self);
void     ent_timeline_view_dispose_motion (EntTimelineView *self);
void     ent_timeline_view_stop           (EntTimelineView *self);
void     ent_timeline_view_go             (EntTimelineView *self,
                                           EntTimeScale     scale);
void     ent_timeline_view_push           (EntTimelineView *self);
void     ent_timeline_view_zoom_about     (EntTimelineView *self,
                                           double           x,
                                           double           factor);
void     ent_timeline_view_fling          (EntTimelineView *self,
                                           double           velocity);
void     ent_timeline_view_fit_whole      (EntTimelineView *self);
void     ent_timeline_view_fit            (EntTimelineView *self,
                                           gboolean         animate);
gboolean ent_timeline_view_go_back        (EntTimelineView *self);
void     ent_timeline_view_reveal         (EntTimelineView *self,
                                           guint32          row);
void     ent_timeline_view_show_time      (EntTimelineView *self,
                                           double           time,
                                           double           share);

/* timeline-input.c */
void   ent_timeline_view_init_input (EntTimelineView *self);
EntHit ent_timeline_view_hit        (EntTimelineView *self,
                                     double           x,
                                     double           y);
void   ent_timeline_view_open_bin   (EntTimelineView *self,
                                     guint            index);
double ent_timeline_view_to_time_x  (EntTimelineView *self,
                                     double           x);
double ent_timeline_view_to_later   (EntTimelineView *self,
                                     double           pixels);
void   ent_timeline_view_pan_by     (EntTimelineView *self,
                                     double           pixels);
void   ent_timeline_view_scroll_by  (EntTimelineView *self,
                                     double           pixels);

/* timeline-actions.c */
void ent_timeline_view_class_init_actions (GtkWidgetClass *widget_class);

/* timeline-drag.c */
void ent_timeline_view_init_drag (EntTimelineView *self);

G_END_DECLS
