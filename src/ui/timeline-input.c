/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user does to the timeline. Each gesture has an action that does the same, with keys bound to it. */
#include "entente-config.h"

#include "ui/timeline-view-private.h"

#include <math.h>

#define KEY_ZOOM 1.5
#define WHEEL_ZOOM 1.2
#define DOUBLE_CLICK_ZOOM 2.5
#define KEY_PAN 80
#define KEY_SCROLL 48
#define WHEEL_PAN 60.0
#define OVERVIEW_MIN_WIDTH 8.0

static double
now_seconds (void)
{
  return g_get_monotonic_time () / 1e6;
}

static EntHit
hit_at (EntTimelineView *self,
        double           x,
        double           y)
{
  EntScene *scene = ent_timeline_view_get_scene (self);

  return scene != NULL ? ent_scene_hit (scene, x, y) : (EntHit) { .part = ENT_HIT_NONE, .row = ENT_ROW_NONE };
}

/* From the widget's pixels to those of the time area. */
static double
to_time_x (EntTimelineView *self,
           double           x)
{
  EntScene *scene = ent_timeline_view_get_scene (self);

  return scene != NULL ? x - scene->time_area.x : x;
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

static void
pan_by (EntTimelineView *self,
        double           pixels)
{
  ent_timeline_view_stop (self);
  self->fitted = FALSE;
  ent_timeline_view_set_scale (self, ent_time_scale_pan (self->scale, pixels));
}

static void
scroll_by (EntTimelineView *self,
           double           pixels)
{
  gtk_adjustment_set_value (self->vadjustment, gtk_adjustment_get_value (self->vadjustment) + pixels);
}

/* Wheel and touchpad */

static gboolean
on_scroll (EntTimelineView          *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean touchpad = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE;
  double pixels = touchpad ? 1.0 : WHEEL_PAN;

  if (ent_timeline_view_get_scene (self) == NULL)
    return GDK_EVENT_PROPAGATE;
  if (dx != 0.0)
    pan_by (self, dx * pixels);
  if (dy == 0.0)
    return GDK_EVENT_STOP;

  if (state & GDK_SHIFT_MASK)
    pan_by (self, dy * pixels);
  else if (touchpad == !(state & GDK_CONTROL_MASK) || is_over_names (self, self->pointer_x, self->pointer_y))
    scroll_by (self, dy * pixels);
  else
    ent_timeline_view_zoom_about (self, to_time_x (self, self->pointer_x),
                                  pow (WHEEL_ZOOM, touchpad ? -dy / 30.0 : -dy));
  return GDK_EVENT_STOP;
}

/* Pinch */

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
}

static void
on_pinch (EntTimelineView *self,
          double           factor,
          GtkGesture      *gesture)
{
  double x = self->pointer_x, y;

  if (gtk_gesture_is_active (gesture))
    gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  ent_timeline_view_set_scale (self, ent_time_scale_zoom (self->pinch_scale, to_time_x (self, x), factor));
}

/* Drag: the time itself, or the frame in the overview */

static void
on_drag_begin (EntTimelineView *self,
               double           x,
               double           y,
               GtkGesture      *gesture)
{
  ent_timeline_view_stop (self);
  self->drag_part = hit_at (self, x, y).part;
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
  double start = self->drag_scale.start;
  double end = start + width * self->drag_scale.days_per_pixel;

  if (self->drag_part != ENT_HIT_OVERVIEW_END)
    start += dx * per_pixel;
  if (self->drag_part != ENT_HIT_OVERVIEW_START)
    end += dx * per_pixel;
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
    }
  self->fitted = FALSE;
  if (is_overview (self->drag_part))
    {
      ent_timeline_view_set_scale (self, drag_overview (self, dx));
      return;
    }
  ent_kinetic_tracker_add (&self->tracker, now_seconds (), dx);
  ent_timeline_view_set_scale (self, ent_time_scale_pan (self->drag_scale, -dx));
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
  if (!is_overview (self->drag_part)
      && gtk_gesture_get_sequence_state (gesture, sequence) == GTK_EVENT_SEQUENCE_CLAIMED)
    ent_timeline_view_fling (self, -ent_kinetic_tracker_velocity (&self->tracker, now_seconds ()));
}

/* Click */

static void
zoom_to (EntTimelineView *self,
         double           x,
         double           factor)
{
  ent_timeline_view_push (self);
  ent_timeline_view_go (self, ent_time_scale_zoom (self->scale, to_time_x (self, x), factor));
}

static void
on_pressed (EntTimelineView *self,
            int              n_press,
            double           x,
            double           y)
{
  EntHit hit = hit_at (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press == 2 && (hit.part == ENT_HIT_NONE || hit.part == ENT_HIT_EVENT || hit.part == ENT_HIT_BIN))
    {
      self->pushed_at = 0;
      zoom_to (self, x, DOUBLE_CLICK_ZOOM);
    }
}

static void
select_lane (EntTimelineView *self,
             guint            lane)
{
  static const EntFilterFacet facets[] = { ENT_FACET_TOPIC, ENT_FACET_KIND, ENT_FACET_ACTOR, ENT_FACET_ISSUER };
  EntScene *scene = ent_timeline_view_get_scene (self);

  if (self->lanes < G_N_ELEMENTS (facets) && scene->lanes[lane].value != ENT_LANE_CONTACTS)
    ent_session_toggle_only (self->session, facets[self->lanes], scene->lanes[lane].value);
}

static void
on_released (EntTimelineView *self,
             int              n_press,
             double           x,
             double           y)
{
  EntHit hit = hit_at (self, x, y);
  EntScene *scene = ent_timeline_view_get_scene (self);

  if (n_press != 1 || scene == NULL)
    return;
  switch (hit.part)
    {
    case ENT_HIT_EVENT:
      ent_session_set_selected (self->session, hit.row);
      break;
    case ENT_HIT_LANE_NAME:
      select_lane (self, hit.lane);
      break;
    case ENT_HIT_TRAY:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-undated", NULL);
      break;
    case ENT_HIT_OVERVIEW:
      ent_timeline_view_push (self);
      ent_timeline_view_show_time (self, ent_time_scale_to_time (scene->overview_scale, x - scene->overview_time.x),
                                   0.5);
      break;
    case ENT_HIT_NONE:
      ent_session_set_selected (self->session, ENT_ROW_NONE);
      break;
    default:
      break;
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
    case ENT_HIT_TRAY:
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
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor_for (hit_at (self, x, y).part));
}

/* Actions */

static void
zoom_by_key (EntTimelineView *self,
             double           factor)
{
  double width = ent_timeline_view_get_time_width (self);

  ent_timeline_view_push (self);
  ent_timeline_view_go (self, ent_time_scale_zoom (self->scale, width / 2.0, factor));
}

static void
zoom_in (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  zoom_by_key (ENT_TIMELINE_VIEW (widget), KEY_ZOOM);
}

static void
zoom_out (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  zoom_by_key (ENT_TIMELINE_VIEW (widget), 1.0 / KEY_ZOOM);
}

static void
zoom_fit (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (widget);

  ent_timeline_view_push (self);
  ent_timeline_view_fit (self, TRUE);
}

static void
go_back (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (widget);

  if (!ent_timeline_view_go_back (self) && self->session != NULL)
    ent_session_set_selected (self->session, ENT_ROW_NONE);
}

static void
pan (GtkWidget  *widget,
     const char *action,
     GVariant   *parameter)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (widget);

  ent_timeline_view_push (self);
  pan_by (self, g_variant_get_int32 (parameter));
}

static void
scroll (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  scroll_by (ENT_TIMELINE_VIEW (widget), g_variant_get_int32 (parameter));
}

static void
show_end (EntTimelineView *self,
          gboolean         last)
{
  EntDay days[2];

  if (self->session == NULL || !ent_session_get_extent (self->session, &days[0], &days[1]))
    return;
  ent_timeline_view_push (self);
  ent_timeline_view_show_time (self, last ? days[1] + 1.0 : days[0], last ? 0.9 : 0.1);
}

static void
first (GtkWidget  *widget,
       const char *action,
       GVariant   *parameter)
{
  show_end (ENT_TIMELINE_VIEW (widget), FALSE);
}

static void
last (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  show_end (ENT_TIMELINE_VIEW (widget), TRUE);
}

/* Along time it goes on beyond what is on show; between lanes only what is on show has a place. */
static void
step (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (widget);
  EntStep direction = g_variant_get_int32 (parameter);
  EntScene *scene = ent_timeline_view_get_scene (self);

  if (scene == NULL)
    return;
  if (direction == ENT_STEP_NEXT || direction == ENT_STEP_PREVIOUS)
    {
      ent_session_step (self->session, direction == ENT_STEP_NEXT ? 1 : -1);
      return;
    }
  guint32 row = ent_scene_step (scene, ent_session_get_selected (self->session), direction);
  if (row != ENT_ROW_NONE)
    ent_session_set_selected (self->session, row);
}

static void
select_row (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (widget);
  guint32 row = g_variant_get_uint32 (parameter);
  EntRowSet *rows = self->session != NULL ? ent_session_get_rows (self->session) : NULL;

  if (rows != NULL && (row == ENT_ROW_NONE || ent_row_set_contains (rows, row)))
    ent_session_set_selected (self->session, row);
}

/* Keys, of the main block and of the number pad. */

typedef struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
  int parameter; /* 0 for an action that takes none, but of "step", whose parameter is an EntStep */
} Binding;

static const Binding bindings[] = {
  { GDK_KEY_plus, 0, "timeline.zoom-in", 0 },
  { GDK_KEY_plus, GDK_SHIFT_MASK, "timeline.zoom-in", 0 },
  { GDK_KEY_equal, 0, "timeline.zoom-in", 0 },
  { GDK_KEY_KP_Add, 0, "timeline.zoom-in", 0 },
  { GDK_KEY_plus, GDK_CONTROL_MASK, "timeline.zoom-in", 0 },
  { GDK_KEY_equal, GDK_CONTROL_MASK, "timeline.zoom-in", 0 },
  { GDK_KEY_minus, 0, "timeline.zoom-out", 0 },
  { GDK_KEY_KP_Subtract, 0, "timeline.zoom-out", 0 },
  { GDK_KEY_minus, GDK_CONTROL_MASK, "timeline.zoom-out", 0 },
  { GDK_KEY_0, 0, "timeline.zoom-fit", 0 },
  { GDK_KEY_KP_0, 0, "timeline.zoom-fit", 0 },
  { GDK_KEY_0, GDK_CONTROL_MASK, "timeline.zoom-fit", 0 },
  { GDK_KEY_Escape, 0, "timeline.back", 0 },
  { GDK_KEY_Left, 0, "timeline.pan", -KEY_PAN },
  { GDK_KEY_KP_Left, 0, "timeline.pan", -KEY_PAN },
  { GDK_KEY_Right, 0, "timeline.pan", KEY_PAN },
  { GDK_KEY_KP_Right, 0, "timeline.pan", KEY_PAN },
  { GDK_KEY_Up, 0, "timeline.scroll", -KEY_SCROLL },
  { GDK_KEY_KP_Up, 0, "timeline.scroll", -KEY_SCROLL },
  { GDK_KEY_Down, 0, "timeline.scroll", KEY_SCROLL },
  { GDK_KEY_KP_Down, 0, "timeline.scroll", KEY_SCROLL },
  { GDK_KEY_Page_Up, 0, "timeline.scroll", -8 * KEY_SCROLL },
  { GDK_KEY_Page_Down, 0, "timeline.scroll", 8 * KEY_SCROLL },
  { GDK_KEY_Home, 0, "timeline.first", 0 },
  { GDK_KEY_KP_Home, 0, "timeline.first", 0 },
  { GDK_KEY_End, 0, "timeline.last", 0 },
  { GDK_KEY_KP_End, 0, "timeline.last", 0 },
  { GDK_KEY_Left, GDK_CONTROL_MASK, "timeline.step", ENT_STEP_PREVIOUS },
  { GDK_KEY_Right, GDK_CONTROL_MASK, "timeline.step", ENT_STEP_NEXT },
  { GDK_KEY_Up, GDK_CONTROL_MASK, "timeline.step", ENT_STEP_LANE_UP },
  { GDK_KEY_Down, GDK_CONTROL_MASK, "timeline.step", ENT_STEP_LANE_DOWN },
};

/**
 * ent_timeline_view_class_init_input:
 * @widget_class: the view's class
 *
 * Installs the actions and their keys.
 */
void
ent_timeline_view_class_init_input (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline.zoom-in", NULL, zoom_in);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-out", NULL, zoom_out);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-fit", NULL, zoom_fit);
  gtk_widget_class_install_action (widget_class, "timeline.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "timeline.first", NULL, first);
  gtk_widget_class_install_action (widget_class, "timeline.last", NULL, last);
  gtk_widget_class_install_action (widget_class, "timeline.pan", "i", pan);
  gtk_widget_class_install_action (widget_class, "timeline.scroll", "i", scroll);
  gtk_widget_class_install_action (widget_class, "timeline.step", "i", step);
  gtk_widget_class_install_action (widget_class, "timeline.select", "u", select_row);

  for (gsize i = 0; i < G_N_ELEMENTS (bindings); i++)
    {
      const Binding *binding = &bindings[i];

      if (binding->parameter != 0 || g_str_equal (binding->action, "timeline.step"))
        gtk_widget_class_add_binding_action (widget_class, binding->key, binding->modifiers, binding->action,
                                             "i", binding->parameter);
      else
        gtk_widget_class_add_binding_action (widget_class, binding->key, binding->modifiers, binding->action, NULL);
    }
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
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (wheel, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (widget, wheel);

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (widget, motion);

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));

  self->drag = gtk_gesture_drag_new ();
  g_signal_connect_swapped (self->drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (self->drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect_swapped (self->drag, "drag-end", G_CALLBACK (on_drag_end), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (self->drag));

  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (on_pinch), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}
