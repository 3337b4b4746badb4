/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is dragged: time itself, the frame in the overview, a span to come closer to, or a lane. */
#include "entente-config.h"

#include <math.h>

#include "ui/timeline-view-private.h"

#define OVERVIEW_MIN_WIDTH 8.0

static double
now_seconds (void)
{
  return g_get_monotonic_time () / 1e6;
}

static gboolean
is_over_time (const EntScene *scene,
              double          x,
              double          y)
{
  return x >= scene->time_area.x && x < scene->time_area.x + scene->time_area.width && y < scene->overview.y;
}

static void
on_drag_begin (EntTimelineView *self,
               double           x,
               double           y,
               GtkGesture      *gesture)
{
  EntHit hit = ent_timeline_view_hit (self, x, y);
  EntScene *scene = ent_timeline_view_get_scene (self);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  ent_timeline_view_stop (self);
  self->drag_part = hit.part;
  self->drag_x = x;
  self->drag_y = y;
  self->drag_from = hit.part == ENT_HIT_LANE_NAME ? scene->lanes[hit.lane].value : ENT_ACTOR_NONE;
  self->drag_bands = (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0 && scene != NULL && is_over_time (scene, x, y);
  self->band_names = (state & GDK_CONTROL_MASK) != 0;
  self->drag_scale = self->scale;
  self->drag_value = gtk_adjustment_get_value (self->vadjustment);
  self->tracker = (EntKineticTracker) { 0 };
}

/* The time that the frame in the overview spans after it was dragged. */
static EntTimeScale
drag_overview (EntTimelineView *self,
               double           dx)
{
  double width = ent_timeline_view_get_time_width (self);
  double per_pixel = ent_timeline_view_get_scene (self)->overview_scale.days_per_pixel;
  double least = OVERVIEW_MIN_WIDTH * per_pixel;
  double later = ent_timeline_view_to_later (self, dx) * per_pixel;
  double start = self->drag_scale.start;
  double end = start + width * self->drag_scale.days_per_pixel;

  if (self->drag_part != ENT_HIT_OVERVIEW_END)
    start += later;
  if (self->drag_part != ENT_HIT_OVERVIEW_START)
    end += later;
  if (self->drag_part == ENT_HIT_OVERVIEW_START)
    start = MIN (start, end - least);
  else if (self->drag_part == ENT_HIT_OVERVIEW_END)
    end = MAX (end, start + least);
  return (EntTimeScale) { start, (end - start) / width };
}

static gboolean
is_overview (EntHitPart part)
{
  return part == ENT_HIT_OVERVIEW_VIEW || part == ENT_HIT_OVERVIEW_START || part == ENT_HIT_OVERVIEW_END;
}

/* What is shown above the picture while it is dragged: a span of time, or where a lane would go. */
static void
drag_over (EntTimelineView *self,
           double           dx,
           double           dy)
{
  const EntScene *scene = ent_timeline_view_get_scene (self);

  if (self->drag_bands)
    {
      self->banding = TRUE;
      self->band_from = self->drag_x;
      self->band_to = CLAMP (self->drag_x + dx, scene->time_area.x, scene->time_area.x + scene->time_area.width);
    }
  else if (self->drag_from != ENT_LANE_CONTACTS)
    {
      self->drag_lane = self->drag_from;
      self->drag_place = ent_timeline_view_find_drop (self, scene, self->drag_y + dy);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The days that were marked, to give them a name. */
static void
name_band (EntTimelineView *self,
           double           from,
           double           pixels)
{
  EntDay first = (EntDay) floor (ent_time_scale_to_time (self->scale, from));
  EntDay last = (EntDay) ceil (ent_time_scale_to_time (self->scale, from + pixels)) - 1;
  g_autofree char *span = ent_edtf_to_string (ent_edtf_interval (ent_edtf_point_day (first),
                                                                 ent_edtf_point_day (MAX (first, last))));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.name-period", "s", span);
}

/* Lets go of what drag_over() showed, and does it. Returns whether there was anything. */
static gboolean
drop (EntTimelineView *self)
{
  if (self->banding)
    {
      double from = MIN (ent_timeline_view_to_time_x (self, self->band_from),
                         ent_timeline_view_to_time_x (self, self->band_to));
      double pixels = MAX (ABS (self->band_to - self->band_from), 1.0);
      double width = ent_timeline_view_get_time_width (self);
      EntTimeScale scale = { ent_time_scale_to_time (self->scale, from), self->scale.days_per_pixel * pixels / width };

      self->banding = FALSE;
      if (self->band_names)
        name_band (self, from, pixels);
      else
        ent_timeline_view_go (self, scale);
      return TRUE;
    }
  if (self->drag_lane != ENT_ACTOR_NONE)
    {
      guint16 lane = self->drag_lane;

      self->drag_lane = ENT_ACTOR_NONE;
      ent_timeline_view_move_lane (self, lane, self->drag_place);
      return TRUE;
    }
  return FALSE;
}

static void
on_drag_update (EntTimelineView *self,
                double           dx,
                double           dy,
                GtkGesture      *gesture)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkEventSequence *sequence = gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture));

  if (ent_timeline_view_get_scene (self) == NULL)
    return;
  if (gtk_gesture_get_sequence_state (gesture, sequence) != GTK_EVENT_SEQUENCE_CLAIMED)
    {
      if (!gtk_drag_check_threshold (widget, 0, 0, (int) dx, (int) dy))
        return;
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      ent_timeline_view_push (self);
      gtk_widget_set_cursor_from_name (widget, "grabbing");
      if (is_overview (self->drag_part))
        ent_timeline_view_hold_overview (self, TRUE);
    }
  if (self->drag_bands || self->drag_from != ENT_ACTOR_NONE)
    {
      drag_over (self, dx, dy);
      return;
    }
  self->fitted = FALSE;
  if (is_overview (self->drag_part))
    {
      ent_timeline_view_set_scale (self, drag_overview (self, dx));
      return;
    }
  double later = ent_timeline_view_to_later (self, dx);
  ent_kinetic_tracker_add (&self->tracker, now_seconds (), later);
  ent_timeline_view_set_scale (self, ent_time_scale_pan (self->drag_scale, -later));
  gtk_adjustment_set_value (self->vadjustment, self->drag_value - dy);
}

static void
on_drag_end (EntTimelineView *self,
             double           dx,
             double           dy,
             GtkGesture      *gesture)
{
  GdkEventSequence *sequence = gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture));

  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->overview_held)
    ent_timeline_view_hold_overview (self, FALSE);
  if (drop (self))
    return;
  if (!is_overview (self->drag_part)
      && gtk_gesture_get_sequence_state (gesture, sequence) == GTK_EVENT_SEQUENCE_CLAIMED)
    ent_timeline_view_fling (self, -ent_kinetic_tracker_velocity (&self->tracker, now_seconds ()));
}

/**
 * ent_timeline_view_init_drag:
 * @self: a view
 *
 * Adds the gesture.
 */
void
ent_timeline_view_init_drag (EntTimelineView *self)
{
  self->drag = gtk_gesture_drag_new ();
  g_signal_connect_swapped (self->drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (self->drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect_swapped (self->drag, "drag-end", G_CALLBACK (on_drag_end), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag));
}
