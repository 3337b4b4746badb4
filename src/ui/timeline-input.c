/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user does to the timeline. Each gesture has an action that does the same, with keys bound to it. */
#include "entente-config.h"

#include "ui/timeline-view-private.h"

#include <math.h>

#include "ui/event-menu.h"

#define WHEEL_ZOOM 1.2
#define DOUBLE_CLICK_ZOOM 2.5
#define WHEEL_PAN 60.0
#define TOUCHPAD_ZOOM 30.0 /* pixels for a step of WHEEL_ZOOM */

/**
 * ent_timeline_view_hit:
 * @self: a view
 * @x: pixels from its left edge
 * @y: pixels from its top
 *
 * Returns: what is there
 */
EntHit
ent_timeline_view_hit (EntTimelineView *self,
                       double           x,
                       double           y)
{
  EntScene *scene = ent_timeline_view_get_scene (self);

  return scene != NULL ? ent_scene_hit (scene, x, y) : (EntHit) { .part = ENT_HIT_NONE, .row = ENT_ROW_NONE };
}

/**
 * ent_timeline_view_to_time_x:
 * @self: a view
 * @x: pixels from its left edge
 *
 * Returns: pixels from where time begins
 */
double
ent_timeline_view_to_time_x (EntTimelineView *self,
                             double           x)
{
  EntScene *scene = ent_timeline_view_get_scene (self);

  return scene != NULL ? ent_scene_to_time_x (scene, x) : x;
}

/**
 * ent_timeline_view_to_later:
 * @self: a view
 * @pixels: how far to the right
 *
 * Returns: how far to later times that is
 */
double
ent_timeline_view_to_later (EntTimelineView *self,
                            double           pixels)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -pixels : pixels;
}

static gboolean
is_over_names (EntTimelineView *self,
               double           x,
               double           y)
{
  EntScene *scene = ent_timeline_view_get_scene (self);

  return scene != NULL && y >= scene->lane_area.y && y < scene->lane_area.y + scene->lane_area.height
         && (x < scene->time_area.x || x >= scene->time_area.x + scene->time_area.width);
}

/**
 * ent_timeline_view_pan_by:
 * @self: a view
 * @pixels: how far, to later times
 *
 * Pans at once.
 */
void
ent_timeline_view_pan_by (EntTimelineView *self,
                          double           pixels)
{
  ent_timeline_view_stop (self);
  self->fitted = FALSE;
  ent_timeline_view_set_scale (self, ent_time_scale_pan (self->scale, pixels));
}

/**
 * ent_timeline_view_scroll_by:
 * @self: a view
 * @pixels: how far down
 *
 * Scrolls the lanes.
 */
void
ent_timeline_view_scroll_by (EntTimelineView *self,
                             double           pixels)
{
  gtk_adjustment_set_value (self->vadjustment, gtk_adjustment_get_value (self->vadjustment) + pixels);
}

/* Wheel and touchpad */

/* A step of what is scrolled, in pixels: under Wayland touchpads count these, under X11 parts of a wheel's steps. */
static double
get_step (GtkEventControllerScroll *controller)
{
  return gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE ? 1.0 : WHEEL_PAN;
}

static gboolean
is_touchpad (GtkEventControllerScroll *controller)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (controller));

  return gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE
         || (device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHPAD);
}

static gboolean
on_scroll (EntTimelineView          *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean touchpad = is_touchpad (controller);
  double pixels = get_step (controller);

  if (ent_timeline_view_get_scene (self) == NULL)
    return GDK_EVENT_PROPAGATE;
  if (dx != 0.0)
    ent_timeline_view_pan_by (self, ent_timeline_view_to_later (self, dx * pixels));
  if (dy == 0.0)
    return GDK_EVENT_STOP;

  if (state & GDK_SHIFT_MASK)
    ent_timeline_view_pan_by (self, dy * pixels);
  else if (touchpad == !(state & GDK_CONTROL_MASK) || is_over_names (self, self->pointer_x, self->pointer_y))
    ent_timeline_view_scroll_by (self, dy * pixels);
  else
    ent_timeline_view_zoom_about (self, ent_timeline_view_to_time_x (self, self->pointer_x),
                                  pow (WHEEL_ZOOM, -dy * pixels / (touchpad ? TOUCHPAD_ZOOM : WHEEL_PAN)));
  return GDK_EVENT_STOP;
}

/* Fingers that leave a touchpad while they move. */
static void
on_decelerate (EntTimelineView          *self,
               double                    velocity_x,
               double                    velocity_y,
               GtkEventControllerScroll *controller)
{
  if (ent_timeline_view_get_scene (self) != NULL && ABS (velocity_x) > ABS (velocity_y))
    ent_timeline_view_fling (self, ent_timeline_view_to_later (self, velocity_x * get_step (controller)));
}

/* Pinch */

static double
get_pinch_x (EntTimelineView *self,
             GtkGesture      *gesture)
{
  double x = self->pointer_x, y;

  if (gtk_gesture_is_active (gesture))
    gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  return x;
}

static void
on_pinch_begin (EntTimelineView  *self,
                GdkEventSequence *sequence,
                GtkGesture       *gesture)
{
  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
  ent_timeline_view_stop (self);
  ent_timeline_view_push (self);
  self->fitted = FALSE;
  self->pinch_scale = self->scale;
  self->pinch_x = ent_timeline_view_to_time_x (self, get_pinch_x (self, gesture));
}

/* The time that was between the fingers stays there, wherever they go. */
static void
on_pinch (EntTimelineView *self,
          double           factor,
          GtkGesture      *gesture)
{
  double x = ent_timeline_view_to_time_x (self, get_pinch_x (self, gesture));
  EntTimeScale scale = ent_time_scale_zoom (self->pinch_scale, self->pinch_x, factor);

  ent_timeline_view_set_scale (self, ent_time_scale_pan (scale, self->pinch_x - x));
}

/* Click */

static void
zoom_to (EntTimelineView *self,
         double           x,
         double           factor)
{
  ent_timeline_view_push (self);
  ent_timeline_view_go (self, ent_time_scale_zoom (self->scale, ent_timeline_view_to_time_x (self, x), factor));
}

static void
on_pressed (EntTimelineView *self,
            int              n_press,
            double           x,
            double           y)
{
  EntHit hit = ent_timeline_view_hit (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press == 2 && (hit.part == ENT_HIT_NONE || hit.part == ENT_HIT_EVENT))
    {
      self->pushed_at = 0;
      zoom_to (self, x, DOUBLE_CLICK_ZOOM);
    }
}

/* Whether coming closer can tell the events of a bin apart. */
static gboolean
can_open (EntTimelineView   *self,
          const EntSceneBin *bin)
{
  double width = ent_timeline_view_get_time_width (self);

  return bin->to - bin->from > 1 && (bin->to - bin->from) / self->scale.days_per_pixel < width * 0.7;
}

/**
 * ent_timeline_view_open_bin:
 * @self: a view that shows something
 * @index: number of a cluster or bar of its scene
 *
 * Opens it: the view comes closer to it, or where that does not help its events are listed.
 */
void
ent_timeline_view_open_bin (EntTimelineView *self,
                            guint            index)
{
  EntScene *scene = ent_timeline_view_get_scene (self);
  const EntSceneBin *bin = &scene->bins[index];

  if (can_open (self, bin))
    {
      ent_timeline_view_go_to_days (self, bin->from, bin->to - 1);
      return;
    }
  guint n_rows = ent_event_store_get_n_events (ent_session_get_store (self->session));
  g_autoptr (EntRowSet) rows = NULL;
  if (bin->bubble)
    rows = ent_row_set_new_rows (scene->shared + bin->shared, bin->count, n_rows);
  else
    rows = ent_scene_basis_dup_rows (self->basis, scene->lanes[bin->lane].value, bin->from, bin->to);
  ent_timeline_view_show_rows (self, rows, &bin->box);
}

static void
select_lane (EntTimelineView *self,
             guint            lane)
{
  static const EntFilterFacet facets[] = { ENT_FACET_TOPIC, ENT_FACET_KIND, ENT_FACET_ACTOR, ENT_FACET_ISSUER };
  EntScene *scene = ent_timeline_view_get_scene (self);

  if (scene->lanes[lane].folded)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "timeline.fold-lane", "q", scene->lanes[lane].value);
      return;
    }
  /* Above all values are what has none, and the contacts. */
  if (self->lanes < G_N_ELEMENTS (facets) && scene->lanes[lane].value < ENT_LANE_OTHER)
    ent_session_toggle_only (self->session, facets[self->lanes], scene->lanes[lane].value);
}

static const EntPeriod *
get_period (EntTimelineView *self,
            guint            index)
{
  GArray *periods = ent_session_get_periods (self->session);
  guint32 number = ent_timeline_view_get_scene (self)->periods[index].period;

  return periods != NULL && number < periods->len ? &g_array_index (periods, EntPeriod, number) : NULL;
}

static void
edit_period (EntTimelineView *self,
             guint            index)
{
  const EntPeriod *period = get_period (self, index);

  if (period != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-period", "s", period->id);
}

/* Comes closer to a period; one that is close is changed. */
static void
open_period (EntTimelineView *self,
             guint            index)
{
  const EntPeriod *period = get_period (self, index);
  EntDay first, last, from, to;

  if (period == NULL || !ent_session_get_extent (self->session, &first, &last))
    return;
  from = ent_edtf_earliest (period->span);
  to = ent_edtf_latest (period->span);
  from = from == ENT_DAY_OPEN_START ? MIN (first, to) : from;
  to = to == ENT_DAY_OPEN_END ? MAX (last, from) : to;
  if (ent_timeline_view_is_close_to_days (self, from, to))
    edit_period (self, index);
  else
    ent_timeline_view_go_to_days (self, from, to);
}

static void
show_overview_time (EntTimelineView *self,
                    const EntScene  *scene,
                    double           x)
{
  double time = ent_time_scale_to_time (scene->overview_scale, ent_scene_to_overview_x (scene, x));

  ent_timeline_view_show_time (self, time, 0.5);
}

static void
on_released (EntTimelineView *self,
             int              n_press,
             double           x,
             double           y)
{
  EntHit hit = ent_timeline_view_hit (self, x, y);
  EntScene *scene = ent_timeline_view_get_scene (self);

  if (n_press != 1 || scene == NULL)
    return;
  switch (hit.part)
    {
    case ENT_HIT_EVENT:
      ent_session_set_selected (self->session, hit.row);
      break;
    case ENT_HIT_BIN:
      ent_timeline_view_open_bin (self, hit.bin);
      break;
    case ENT_HIT_LANE_NAME:
      select_lane (self, hit.lane);
      break;
    case ENT_HIT_PERIOD:
      open_period (self, hit.bin);
      break;
    case ENT_HIT_MORE:
      ent_timeline_view_show_more_lanes (self);
      break;
    case ENT_HIT_TRAY:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-undated", NULL);
      break;
    case ENT_HIT_OVERVIEW:
      ent_timeline_view_push (self);
      show_overview_time (self, scene, x);
      break;
    case ENT_HIT_BEYOND:
      ent_timeline_view_push (self);
      ent_timeline_view_fit_whole (self);
      break;
    case ENT_HIT_NONE:
      ent_session_set_selected (self->session, ENT_ROW_NONE);
      break;
    default:
      break;
    }
}

static void
on_menu_pressed (EntTimelineView *self,
                 int              n_press,
                 double           x,
                 double           y)
{
  EntHit hit = ent_timeline_view_hit (self, x, y);

  if (hit.part == ENT_HIT_LANE_NAME)
    ent_timeline_view_show_lane_menu (self, hit.lane, x, y);
  else if (hit.part == ENT_HIT_PERIOD)
    edit_period (self, hit.bin);
  else if (hit.part == ENT_HIT_EVENT)
    {
      g_autoptr (GMenuModel) menu = ent_event_menu_new (self->session, hit.row);

      if (menu != NULL)
        ent_timeline_view_popup (self, gtk_popover_menu_new_from_model (menu), &(EntBox) { x, y, 1.0, 1.0 });
    }
}

/* Hover */

static const char *
cursor_for (EntHitPart part)
{
  switch (part)
    {
    case ENT_HIT_EVENT:
    case ENT_HIT_BIN:
    case ENT_HIT_LANE_NAME:
    case ENT_HIT_PERIOD:
    case ENT_HIT_TRAY:
    case ENT_HIT_MORE:
    case ENT_HIT_BEYOND:
    case ENT_HIT_OVERVIEW:
      return "pointer";
    case ENT_HIT_OVERVIEW_VIEW:
      return "grab";
    case ENT_HIT_OVERVIEW_START:
    case ENT_HIT_OVERVIEW_END:
      return "ew-resize";
    default:
      return NULL;
    }
}

static void
on_motion (EntTimelineView *self,
           double           x,
           double           y)
{
  self->pointer_x = x;
  self->pointer_y = y;
  if (!gtk_gesture_is_active (self->drag))
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor_for (ent_timeline_view_hit (self, x, y).part));
}

/**
 * ent_timeline_view_init_input:
 * @self: a view
 *
 * Adds the gestures.
 */
void
ent_timeline_view_init_input (EntTimelineView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES
                                                               | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (wheel, "scroll", G_CALLBACK (on_scroll), self);
  g_signal_connect_swapped (wheel, "decelerate", G_CALLBACK (on_decelerate), self);
  gtk_widget_add_controller (widget, wheel);

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (widget, motion);

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));

  GtkGesture *menu = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (menu, "pressed", G_CALLBACK (on_menu_pressed), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (menu));

  ent_timeline_view_init_drag (self);

  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (on_pinch), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}
