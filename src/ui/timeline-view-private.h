/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "draw/text.h"
#include "layout/hit-test.h"
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
  gboolean fitted; /* shows the whole history, also when its size or the history changes */
  GtkAdjustment *vadjustment;
  EntLaneMode lanes;
  EntDay today;

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
  EntTimeScale drag_scale;
  double drag_value;
  EntKineticTracker tracker;
  EntTimeScale pinch_scale;

  GPtrArray *marks; /* of EntTimelineMark, children */
  guint marks_source;
};

/* timeline-view.c */
double ent_timeline_view_get_time_width (EntTimelineView *self);
void   ent_timeline_view_set_scale      (EntTimelineView *self,
                                         EntTimeScale     scale);
void   ent_timeline_view_invalidate     (EntTimelineView *self);

/* timeline-motion.c */
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
void     ent_timeline_view_fit            (EntTimelineView *self,
                                           gboolean         animate);
gboolean ent_timeline_view_go_back        (EntTimelineView *self);
void     ent_timeline_view_reveal         (EntTimelineView *self,
                                           guint32          row);
void     ent_timeline_view_show_time      (EntTimelineView *self,
                                           double           time,
                                           double           share);

/* timeline-input.c */
void ent_timeline_view_init_input       (EntTimelineView *self);
void ent_timeline_view_class_init_input (GtkWidgetClass  *widget_class);

G_END_DECLS
