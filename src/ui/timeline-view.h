/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "draw/text.h"
#include "layout/scene.h"
#include "ui/session.h"

G_BEGIN_DECLS

/**
 * EntTimelineView:
 *
 * The events of a session on a line of time, to zoom, pan and select. What is on show is one
 * #EntScene, which is drawn, clicked and spoken alike.
 *
 * Actions: `timeline.zoom-in`, `zoom-out`, `zoom-fit`, `back`, `pan` and `scroll` (in pixels), `first`, `last`,
 * `step` (an #EntStep), `select` (a row).
 */
#define ENT_TYPE_TIMELINE_VIEW (ent_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (EntTimelineView, ent_timeline_view, ENT, TIMELINE_VIEW, GtkWidget)

GtkWidget     *ent_timeline_view_new             (void);
void           ent_timeline_view_set_session     (EntTimelineView *self,
                                                  EntSession      *session);
EntScene      *ent_timeline_view_get_scene       (EntTimelineView *self);
EntText       *ent_timeline_view_get_text        (EntTimelineView *self);
EntRowSet     *ent_timeline_view_dup_undated     (EntTimelineView *self);
EntTimeScale   ent_timeline_view_get_scale       (EntTimelineView *self);
GtkAdjustment *ent_timeline_view_get_vadjustment (EntTimelineView *self);
char          *ent_timeline_view_dup_lane_choice (EntTimelineView *self);
EntLaneMode    ent_timeline_view_get_lanes       (EntTimelineView *self);
void           ent_timeline_view_set_lanes       (EntTimelineView *self,
                                                  EntLaneMode      lanes);

G_END_DECLS
