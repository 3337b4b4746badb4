/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "draw/draw-scene.h"
#include "layout/hit-test.h"
#include "ui/theme.h"
#include "ui/timeline-mark.h"
#include "ui/timeline-view-private.h"
#include "ui/timeline-words.h"
#include "ui/words.h"
#include "widget-fixture.h"

#define MOST_TRIES 100 /* tenths of a second */

#define WIDTH 900
#define HEIGHT 600

typedef struct
{
  EntSession *session;
  EntTimelineView *view;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  fixture->session = widget_fixture_session ();
  fixture->view = ENT_TIMELINE_VIEW (ent_timeline_view_new ());
  ent_timeline_view_set_session (fixture->view, fixture->session);
  fixture->window = widget_fixture_show (GTK_WIDGET (fixture->view), WIDTH, HEIGHT);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *) &fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  widget_fixture_pause (20);
  g_assert_null (fixture->view);
  g_assert_finalize_object (fixture->session);
}

static void
act (Fixture *fixture,
     const char *action,
     const char *format,
     ...)
{
  va_list args;
  g_autoptr (GVariant) parameter = NULL;

  if (format != NULL)
    {
      va_start (args, format);
      parameter = g_variant_ref_sink (g_variant_new_va (format, NULL, &args));
      va_end (args);
    }
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fixture->view), action, parameter));
  widget_fixture_pause (30);
}

/* The first view holds the whole history. */
static void
test_fits (Fixture       *fixture,
           gconstpointer  data)
{
  EntTimeScale scale = ent_timeline_view_get_scale (fixture->view);
  EntScene *scene = ent_timeline_view_get_scene (fixture->view);
  EntDay first, last;

  g_assert_true (ent_session_get_extent (fixture->session, &first, &last));
  g_assert_cmpfloat (ent_time_scale_to_x (scale, first), >=, 0.0);
  g_assert_cmpfloat (ent_time_scale_to_x (scale, last + 1.0), <=, scene->time_area.width);
}

static void
test_zoom (Fixture       *fixture,
           gconstpointer  data)
{
  EntTimeScale before = ent_timeline_view_get_scale (fixture->view);
  double middle = ent_timeline_view_get_scene (fixture->view)->time_area.width / 2.0;
  double kept = ent_time_scale_to_time (before, middle);

  act (fixture, "timeline.zoom-in", NULL);
  EntTimeScale closer = ent_timeline_view_get_scale (fixture->view);
  g_assert_cmpfloat_with_epsilon (before.days_per_pixel / closer.days_per_pixel, 1.5, 1e-6);
  g_assert_cmpfloat_with_epsilon (ent_time_scale_to_time (closer, middle), kept, 1e-6);

  act (fixture, "timeline.zoom-out", NULL);
  EntTimeScale back = ent_timeline_view_get_scale (fixture->view);
  g_assert_cmpfloat_with_epsilon (back.days_per_pixel, before.days_per_pixel, 1e-9);

  act (fixture, "timeline.zoom-in", NULL);
  act (fixture, "timeline.zoom-fit", NULL);
  EntTimeScale fitted = ent_timeline_view_get_scale (fixture->view);
  g_assert_cmpfloat_with_epsilon (fitted.start, before.start, 1e-6);
}

static void
test_pan (Fixture       *fixture,
          gconstpointer  data)
{
  act (fixture, "timeline.zoom-in", NULL);
  EntTimeScale before = ent_timeline_view_get_scale (fixture->view);
  act (fixture, "timeline.pan", "i", 80);
  EntTimeScale after = ent_timeline_view_get_scale (fixture->view);
  g_assert_cmpfloat_with_epsilon (after.start - before.start, 80.0 * before.days_per_pixel, 1e-6);
  g_assert_cmpfloat (after.days_per_pixel, ==, before.days_per_pixel);

  EntDay first, last;
  ent_session_get_extent (fixture->session, &first, &last);
  act (fixture, "timeline.first", NULL);
  double x = ent_time_scale_to_x (ent_timeline_view_get_scale (fixture->view), first);
  g_assert_cmpfloat (x, >=, 0.0);
  g_assert_cmpfloat (x, <, WIDTH / 2.0);
  act (fixture, "timeline.last", NULL);
  g_assert_cmpfloat (ent_time_scale_to_x (ent_timeline_view_get_scale (fixture->view), last), >, x);
}

static GtkEventController *
find_controller (GtkWidget *widget,
                 GType      type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }
  g_assert_not_reached ();
}

static void
point (Fixture *fixture,
       double   x)
{
  g_signal_emit_by_name (find_controller (GTK_WIDGET (fixture->view), GTK_TYPE_EVENT_CONTROLLER_MOTION), "motion", x,
                         200.0);
}

static double
get_time_at (Fixture *fixture,
             double   x)
{
  return ent_time_scale_to_time (ent_timeline_view_get_scale (fixture->view),
                                 ent_timeline_view_to_time_x (fixture->view, x));
}

/* The gesture's own part would look for the fingers, of which a test has none. */
static void
stop_begin (GtkEventController *pinch)
{
  g_signal_stop_emission_by_name (pinch, "begin");
}

/* Two fingers apart come closer, from where they were put down; back together they end where they began. */
static void
test_pinch (Fixture       *fixture,
            gconstpointer  data)
{
  GtkEventController *pinch = find_controller (GTK_WIDGET (fixture->view), GTK_TYPE_GESTURE_ZOOM);
  EntTimeScale before = ent_timeline_view_get_scale (fixture->view);

  g_signal_connect (pinch, "begin", G_CALLBACK (stop_begin), NULL);
  g_signal_emit_by_name (pinch, "begin", NULL);
  g_signal_emit_by_name (pinch, "scale-changed", 2.0);
  EntTimeScale closer = ent_timeline_view_get_scale (fixture->view);
  g_assert_cmpfloat_with_epsilon (before.days_per_pixel / closer.days_per_pixel, 2.0, 1e-6);
  g_signal_emit_by_name (pinch, "scale-changed", 1.0);
  EntTimeScale back = ent_timeline_view_get_scale (fixture->view);
  g_assert_cmpfloat_with_epsilon (back.days_per_pixel, before.days_per_pixel, 1e-9);
  g_assert_cmpfloat_with_epsilon (back.start, before.start, 1e-6);

  /* What is between the fingers goes with them. */
  point (fixture, 400.0);
  g_signal_emit_by_name (pinch, "begin", NULL);
  double kept = get_time_at (fixture, 400.0);
  point (fixture, 460.0);
  g_signal_emit_by_name (pinch, "scale-changed", 4.0);
  g_assert_cmpfloat_with_epsilon (get_time_at (fixture, 460.0), kept, 1e-3);
}

/* A wheel turned up comes closer; pushed to the side, or two fingers moved sideways, it goes along time. */
static void
test_scroll (Fixture       *fixture,
             gconstpointer  data)
{
  GtkEventController *wheel = find_controller (GTK_WIDGET (fixture->view), GTK_TYPE_EVENT_CONTROLLER_SCROLL);
  gboolean handled = FALSE;

  EntTimeScale before = ent_timeline_view_get_scale (fixture->view);
  g_signal_emit_by_name (wheel, "scroll", 0.0, -1.0, &handled);
  g_assert_true (handled);
  widget_fixture_pause (30);
  EntTimeScale closer = ent_timeline_view_get_scale (fixture->view);
  g_assert_cmpfloat (closer.days_per_pixel, <, before.days_per_pixel);

  g_signal_emit_by_name (wheel, "scroll", 2.0, 0.0, &handled);
  g_assert_true (handled);
  widget_fixture_pause (30);
  EntTimeScale later = ent_timeline_view_get_scale (fixture->view);
  g_assert_cmpfloat (later.start, >, closer.start);
  g_assert_cmpfloat (later.days_per_pixel, ==, closer.days_per_pixel);

  /* Where animations are not wished for, fingers that leave the touchpad leave time where it is. */
  g_signal_emit_by_name (wheel, "decelerate", -600.0, 0.0);
  widget_fixture_pause (60);
  g_assert_cmpfloat (ent_timeline_view_get_scale (fixture->view).start, ==, later.start);
}

/* What glides can be stopped on its way, and a push slows down by itself. */
static void
test_motion (Fixture       *fixture,
             gconstpointer  data)
{
  GtkEventController *wheel = find_controller (GTK_WIDGET (fixture->view), GTK_TYPE_EVENT_CONTROLLER_SCROLL);
  EntTimeScale before = ent_timeline_view_get_scale (fixture->view);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "timeline.zoom-in", NULL));
  g_assert_cmpfloat (ent_timeline_view_get_scale (fixture->view).days_per_pixel, >, before.days_per_pixel / 1.5);
  /* A busy machine may take longer than the glide would. */
  EntTimeScale closer = before;
  for (guint i = 0; i < MOST_TRIES && before.days_per_pixel / closer.days_per_pixel < 1.5 - 1e-6; i++)
    {
      widget_fixture_pause (100);
      closer = ent_timeline_view_get_scale (fixture->view);
    }
  g_assert_cmpfloat_with_epsilon (before.days_per_pixel / closer.days_per_pixel, 1.5, 1e-6);

  g_signal_emit_by_name (wheel, "decelerate", -20.0, 0.0);
  widget_fixture_pause (200);
  EntTimeScale moved = ent_timeline_view_get_scale (fixture->view);
  g_assert_cmpfloat (moved.start, <, closer.start);
  ent_timeline_view_stop (fixture->view);
  widget_fixture_pause (60);
  g_assert_cmpfloat (ent_timeline_view_get_scale (fixture->view).start, ==, moved.start);
}

/* Where one reads from the right, what points to the right leads back in time. */
static void
test_from_right (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkEventController *wheel = find_controller (GTK_WIDGET (fixture->view), GTK_TYPE_EVENT_CONTROLLER_SCROLL);
  gboolean handled = FALSE;

  gtk_widget_set_direction (GTK_WIDGET (fixture->view), GTK_TEXT_DIR_RTL);
  widget_fixture_pause (30);
  EntScene *scene = ent_timeline_view_get_scene (fixture->view);
  g_assert_true (scene->mirrored);
  g_assert_cmpfloat (get_time_at (fixture, 500.0), <, get_time_at (fixture, 400.0));

  /* What the pointer is over stays under it. */
  point (fixture, 400.0);
  double kept = get_time_at (fixture, 400.0);
  g_signal_emit_by_name (wheel, "scroll", 0.0, -3.0, &handled);
  widget_fixture_pause (30);
  g_assert_cmpfloat_with_epsilon (get_time_at (fixture, 400.0), kept, 1e-3);

  EntTimeScale before = ent_timeline_view_get_scale (fixture->view);
  act (fixture, "timeline.pan", "i", 80);
  EntTimeScale after = ent_timeline_view_get_scale (fixture->view);
  g_assert_cmpfloat (after.start, <, before.start);
  g_signal_emit_by_name (wheel, "scroll", -1.0, 0.0, &handled);
  widget_fixture_pause (30);
  g_assert_cmpfloat (ent_timeline_view_get_scale (fixture->view).start, >, after.start);

  guint32 bali = widget_fixture_find (fixture->session, "Bali");
  act (fixture, "timeline.select", "u", bali);
  act (fixture, "timeline.step", "i", ENT_STEP_NEXT);
  g_assert_cmpuint (ent_session_get_selected (fixture->session), <, bali);
}

/* Escape leads back through the views, and then takes the selection away. */
static void
test_back (Fixture       *fixture,
           gconstpointer  data)
{
  EntTimeScale fitted = ent_timeline_view_get_scale (fixture->view);

  ent_session_set_selected (fixture->session, widget_fixture_find (fixture->session, "Bali"));
  act (fixture, "timeline.zoom-in", NULL);
  act (fixture, "timeline.back", NULL);
  g_assert_cmpfloat_with_epsilon (ent_timeline_view_get_scale (fixture->view).start, fitted.start, 1e-6);
  g_assert_cmpuint (ent_session_get_selected (fixture->session), !=, ENT_ROW_NONE);
  act (fixture, "timeline.back", NULL);
  act (fixture, "timeline.back", NULL);
  g_assert_cmpuint (ent_session_get_selected (fixture->session), ==, ENT_ROW_NONE);
}

static void
test_select_and_step (Fixture       *fixture,
                      gconstpointer  data)
{
  guint32 bali = widget_fixture_find (fixture->session, "Bali");

  act (fixture, "timeline.select", "u", bali);
  g_assert_cmpuint (ent_session_get_selected (fixture->session), ==, bali);
  act (fixture, "timeline.step", "i", ENT_STEP_NEXT);
  g_assert_cmpuint (ent_session_get_selected (fixture->session), >, bali);
  act (fixture, "timeline.step", "i", ENT_STEP_PREVIOUS);
  g_assert_cmpuint (ent_session_get_selected (fixture->session), ==, bali);
  act (fixture, "timeline.step", "i", ENT_STEP_LANE_DOWN);
  guint32 below = ent_session_get_selected (fixture->session);
  g_assert_cmpuint (below, !=, ENT_ROW_NONE);

  /* What the filter does not give cannot be selected. */
  act (fixture, "timeline.select", "u", G_MAXUINT32 - 1);
  g_assert_cmpuint (ent_session_get_selected (fixture->session), ==, below);
}

/* An event out of view that gets selected comes into it. */
static void
test_reveal (Fixture       *fixture,
             gconstpointer  data)
{
  guint32 row = widget_fixture_find (fixture->session, "Guangzhou");
  EntDay day = ent_event_store_get_columns (ent_session_get_store (fixture->session))->earliest[row];

  act (fixture, "timeline.first", NULL);
  for (guint i = 0; i < 6; i++)
    act (fixture, "timeline.zoom-in", NULL);
  act (fixture, "timeline.first", NULL);
  g_assert_cmpfloat (ent_time_scale_to_x (ent_timeline_view_get_scale (fixture->view), day), >, WIDTH);
  ent_session_set_selected (fixture->session, row);
  widget_fixture_pause (30);
  double x = ent_time_scale_to_x (ent_timeline_view_get_scale (fixture->view), day);
  g_assert_cmpfloat (x, >, 0.0);
  g_assert_cmpfloat (x, <, ent_timeline_view_get_scene (fixture->view)->time_area.width);
}

/* An event in a lane that is out of view is scrolled to when it is selected; one that is seen moves nothing. */
static void
test_reveal_lane (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkAdjustment *adjustment = ent_timeline_view_get_vadjustment (fixture->view);
  const EntScene *scene = ent_timeline_view_get_scene (fixture->view);
  guint32 row = ENT_ROW_NONE;
  guint lowest = 0;

  widget_fixture_pause (50);
  g_assert_cmpfloat (scene->content_height, >, scene->lane_area.height);
  gtk_adjustment_set_value (adjustment, G_MAXINT);
  widget_fixture_pause (50);
  scene = ent_timeline_view_get_scene (fixture->view);
  for (gsize i = 0; i < scene->n_marks; i++)
    if (scene->marks[i].lane > lowest)
      {
        lowest = scene->marks[i].lane;
        row = scene->marks[i].row;
      }
  g_assert_cmpuint (row, !=, ENT_ROW_NONE);
  gtk_adjustment_set_value (adjustment, 0);
  widget_fixture_pause (50);
  ent_session_set_selected (fixture->session, row);
  widget_fixture_pause (50);
  scene = ent_timeline_view_get_scene (fixture->view);
  const EntBox *lane = &scene->lanes[lowest].box;
  g_assert_cmpfloat (lane->y, >=, scene->lane_area.y - 0.5);
  g_assert_cmpfloat (lane->y + lane->height, <=, scene->lane_area.y + scene->lane_area.height + 0.5);
  double value = gtk_adjustment_get_value (adjustment);
  g_assert_cmpfloat (value, >, 0.0);
  ent_session_set_selected (fixture->session, ENT_ROW_NONE);
  ent_session_set_selected (fixture->session, row);
  widget_fixture_pause (50);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, value);
}

typedef struct
{
  gboolean in_frame;
  guint n_changed;
} RangeWatch;

static void
on_frame_begin (RangeWatch *watch)
{
  watch->in_frame = TRUE;
}

static void
on_frame_end (RangeWatch *watch)
{
  watch->in_frame = FALSE;
}

static void
on_range_changed (RangeWatch *watch)
{
  g_assert_false (watch->in_frame);
  watch->n_changed++;
}

/* The scroll bar hears of another range once the window is laid out, and what is scrolled to stays within it. */
static void
test_range (Fixture       *fixture,
            gconstpointer  data)
{
  GtkAdjustment *adjustment = ent_timeline_view_get_vadjustment (fixture->view);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (fixture->view));
  EntScene *scene = ent_timeline_view_get_scene (fixture->view);
  RangeWatch watch = { 0 };

  widget_fixture_pause (50);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), ==, scene->content_height);
  gtk_adjustment_set_value (adjustment, G_MAXINT);
  widget_fixture_pause (50);
  g_signal_connect_swapped (clock, "update", G_CALLBACK (on_frame_begin), &watch);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (on_frame_end), &watch);
  g_signal_connect_swapped (adjustment, "changed", G_CALLBACK (on_range_changed), &watch);
  while ((scene = ent_timeline_view_get_scene (fixture->view))->n_lanes > 2
         && scene->content_height > scene->lane_area.height)
    {
      guint before = watch.n_changed;
      guint16 folded = scene->lanes[0].value, hidden = scene->lanes[1].value;
      act (fixture, "timeline.fold-lane", "q", folded);
      act (fixture, "timeline.hide-lane", "q", hidden);
      widget_fixture_pause (50);
      scene = ent_timeline_view_get_scene (fixture->view);
      double most = MAX (scene->content_height - scene->lane_area.height, 0.0);
      g_assert_cmpuint (watch.n_changed, >, before);
      g_assert_cmpfloat (gtk_adjustment_get_page_size (adjustment), ==, scene->lane_area.height);
      g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment), ==, most);
      g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), <=, most);
    }
  g_assert_cmpuint (watch.n_changed, >, 1);
  g_signal_handlers_disconnect_by_data (clock, &watch);
  g_signal_handlers_disconnect_by_data (adjustment, &watch);
}

static gboolean
has_marks (gpointer view)
{
  return gtk_widget_get_first_child (view) != NULL;
}

/* What the shape of a mark tells is said, too. */
static void
assert_spoken (EntSession *session,
               const char *title,
               const char *says)
{
  g_autofree char *words = ent_words_for_mark (ent_session_get_store (session), widget_fixture_find (session, title));

  g_assert_nonnull (strstr (words, title));
  g_assert_true (g_str_has_suffix (words, says));
}

/* A screen reader meets each event on show once, and can select it. */
static void
test_marks (Fixture       *fixture,
            gconstpointer  data)
{
  widget_fixture_wait (has_marks, fixture->view);
  widget_fixture_pause (200);
  g_autoptr (GArray) items = ent_scene_get_items (ent_timeline_view_get_scene (fixture->view));
  guint n = 0;

  for (GtkWidget *mark = gtk_widget_get_first_child (GTK_WIDGET (fixture->view)); mark != NULL;
       mark = gtk_widget_get_next_sibling (mark), n++)
    {
      if (n >= items->len)
        break;
      guint32 row = g_array_index (items, EntSceneItem, n).row;

      g_assert_cmpuint (ent_timeline_mark_get_row (ENT_TIMELINE_MARK (mark)), ==, row);
      g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (mark)), ==,
                       GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      g_autofree char *words = ent_words_for_mark (ent_session_get_store (fixture->session), row);
      g_autofree char *unlike = gtk_test_accessible_check_property (GTK_ACCESSIBLE (mark),
                                                                    GTK_ACCESSIBLE_PROPERTY_LABEL, words);
      g_assert_null (unlike);
    }
  g_assert_cmpuint (n, ==, items->len);
  assert_spoken (fixture->session, "Dong Jun", ", planned");
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (fixture->view));
  g_assert_true (gtk_widget_activate_action (first, "mark.activate", NULL));
  g_assert_cmpuint (ent_session_get_selected (fixture->session), ==,
                    ent_timeline_mark_get_row (ENT_TIMELINE_MARK (first)));
}

/* Clusters and bars come after the events, say what they hold, and open. */
static void
test_bin_marks (Fixture       *fixture,
                gconstpointer  data)
{
  act (fixture, "timeline.fold-lane", "q", ent_timeline_view_get_scene (fixture->view)->lanes[1].value);
  widget_fixture_wait (has_marks, fixture->view);
  widget_fixture_pause (200);
  EntScene *scene = ent_timeline_view_get_scene (fixture->view);
  EntTimelineMark *last = ENT_TIMELINE_MARK (gtk_widget_get_last_child (GTK_WIDGET (fixture->view)));
  guint bin = ent_timeline_mark_get_bin (last);

  g_assert_cmpuint (scene->n_bins, >, 0);
  g_assert_cmpuint (bin, ==, scene->n_bins - 1);
  g_autofree char *words = ent_timeline_words_for_bin (scene, bin);
  g_autofree char *count = g_strdup_printf ("%u event", scene->bins[bin].count);
  g_assert_nonnull (strstr (words, count));
  g_autofree char *unlike = gtk_test_accessible_check_property (GTK_ACCESSIBLE (last),
                                                                GTK_ACCESSIBLE_PROPERTY_LABEL, words);
  g_assert_null (unlike);
  EntTimeScale before = ent_timeline_view_get_scale (fixture->view);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (last), "mark.activate", NULL));
  widget_fixture_pause (100);
  gboolean closer = ent_timeline_view_get_scale (fixture->view).days_per_pixel < before.days_per_pixel;
  g_assert_true (closer || fixture->view->popover != NULL);
}

/* Another view of the same relationship shows the lanes as they were left; one of other lanes does not. */
static void
test_saved_lanes (Fixture       *fixture,
                  gconstpointer  data)
{
  EntScene *scene = ent_timeline_view_get_scene (fixture->view);
  guint16 first = scene->lanes[1].value, second = scene->lanes[2].value;

  act (fixture, "timeline.fold-lane", "q", ENT_LANE_CONTACTS);
  act (fixture, "timeline.move-lane", "(qi)", first, 1);
  act (fixture, "timeline.hide-lane", "q", ent_timeline_view_get_scene (fixture->view)->lanes[3].value);
  EntTimelineView *other = g_object_ref_sink (ENT_TIMELINE_VIEW (ent_timeline_view_new ()));
  ent_timeline_view_set_session (other, fixture->session);
  g_autofree char *left = ent_timeline_view_dup_lane_choice (fixture->view);
  g_autofree char *found = ent_timeline_view_dup_lane_choice (other);
  g_assert_cmpstr (found, ==, left);
  g_assert_cmpuint (other->choice->hidden->len, ==, 2);
  g_assert_true (ent_lane_list_has (other->choice->folded, ENT_LANE_CONTACTS));
  g_assert_cmpuint (g_array_index (other->choice->order, guint16, 0), ==, second);
  g_assert_cmpuint (g_array_index (other->choice->order, guint16, 1), ==, first);
  ent_timeline_view_set_lanes (other, ENT_LANES_KIND);
  g_assert_cmpuint (other->choice->hidden->len, ==, 1);
  act (fixture, "timeline.show-all-lanes", NULL);
  ent_timeline_view_set_lanes (other, ENT_LANES_TOPIC);
  g_assert_cmpuint (other->choice->order->len, ==, 1);
  g_assert_finalize_object (other);
}

/* Fewer rows, fewer events on show; the view does not move. */
static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  EntTimeScale before = ent_timeline_view_get_scale (fixture->view);
  gsize n_marks = ent_timeline_view_get_scene (fixture->view)->n_marks;
  guint topic;

  g_assert_true (ent_vocabulary_find_topic (ent_session_get_vocabulary (fixture->session), "taiwan", &topic));
  ent_session_toggle_only (fixture->session, ENT_FACET_TOPIC, topic);
  widget_fixture_pause (30);
  g_assert_cmpuint (ent_timeline_view_get_scene (fixture->view)->n_marks, <, n_marks);
  g_assert_cmpfloat (ent_timeline_view_get_scale (fixture->view).start, ==, before.start);
}

static void
test_lanes (Fixture       *fixture,
            gconstpointer  data)
{
  for (guint lanes = 0; lanes < ENT_N_LANE_MODES; lanes++)
    {
      ent_timeline_view_set_lanes (fixture->view, lanes);
      widget_fixture_pause (10);
      g_assert_cmpuint (ent_timeline_view_get_scene (fixture->view)->n_lanes, >, 0);
    }
}

/* The window shows the same bytes as an image of the same scene. */
static void
test_bytes (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->view);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  EntScene *scene = ent_timeline_view_get_scene (fixture->view);
  int width = (int) scene->width, height = (int) scene->height;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  widget_fixture_pause (30);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  g_autoptr (GskRenderNode) node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));
  graphene_rect_t viewport = GRAPHENE_RECT_INIT (0, 0, width, height);
  g_autoptr (GdkTexture) texture = gsk_renderer_render_texture (renderer, node, &viewport);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autofree guint8 *shown = g_malloc (stride * (gsize) height);
  gdk_texture_download (texture, shown, stride);

  ent_draw_scene (cr, scene, ent_style_get (ent_theme_get_current (adw_style_manager_get_default ())),
                  ent_timeline_view_get_text (fixture->view));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_assert_cmpmem (shown, stride * (gsize) height, cairo_image_surface_get_data (surface), stride * (gsize) height);
  cairo_surface_destroy (surface);
}

static guint
count_lanes (Fixture *fixture)
{
  return (guint) ent_timeline_view_get_scene (fixture->view)->n_lanes;
}

/* Lanes fold, hide, come back and move. */
static void
test_lane_actions (Fixture       *fixture,
                   gconstpointer  data)
{
  guint n = count_lanes (fixture);
  EntScene *scene = ent_timeline_view_get_scene (fixture->view);
  guint n_more = scene->n_more;
  guint16 first = scene->lanes[1].value, second = scene->lanes[2].value;
  double height = scene->lanes[1].box.height;

  act (fixture, "timeline.fold-lane", "q", first);
  scene = ent_timeline_view_get_scene (fixture->view);
  g_assert_true (scene->lanes[1].folded);
  g_assert_cmpfloat (scene->lanes[1].box.height, <, height);
  act (fixture, "timeline.move-lane", "(qi)", first, 1);
  scene = ent_timeline_view_get_scene (fixture->view);
  g_assert_cmpuint (scene->lanes[1].value, ==, second);
  g_assert_cmpuint (scene->lanes[2].value, ==, first);
  act (fixture, "timeline.hide-lane", "q", second);
  g_assert_cmpuint (count_lanes (fixture), ==, n - 1);
  g_assert_cmpuint (ent_timeline_view_get_scene (fixture->view)->n_more, ==, n_more + 1);
  act (fixture, "timeline.show-all-lanes", NULL);
  g_assert_cmpuint (count_lanes (fixture), ==, n);
  g_assert_cmpuint (ent_timeline_view_get_scene (fixture->view)->lanes[1].value, ==, first);
}

/* The selected event fills the view as far as its days do. */
static void
test_fit_selection (Fixture       *fixture,
                    gconstpointer  data)
{
  guint32 row = widget_fixture_find (fixture->session, "Bali");
  EntDay day = ent_event_store_get_columns (ent_session_get_store (fixture->session))->earliest[row];

  act (fixture, "timeline.select", "u", row);
  act (fixture, "timeline.fit-selection", NULL);
  EntTimeScale scale = ent_timeline_view_get_scale (fixture->view);
  double width = ent_timeline_view_get_scene (fixture->view)->time_area.width;
  g_assert_cmpfloat_with_epsilon (ent_time_scale_to_x (scale, day + 0.5), width / 2.0, 1.0);
  g_assert_cmpfloat (scale.days_per_pixel * width, <, 32.0);
}

/* The overview is of where the events are, as long as the view is; and keeps its time while its frame is dragged. */
static void
test_overview (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("entente-overview-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "many.jsonl", NULL);
  g_autoptr (GString) lines = g_string_new (NULL);
  guint16 sides[2];
  EntScene *scene;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (lines,
                            "{\"id\":\"%u\",\"date\":\"2022-12-30\",\"text\":\"On %u %s %u French President Emmanuel "
                            "Macron met German Chancellor Olaf Scholz in Paris.\"}\n",
                            i, 1 + i % 28, i % 3 == 0 ? "May" : i % 3 == 1 ? "June"
                                                                           : "July",
                            i == 0 ? 1822 : 2022);
  g_assert_true (g_file_set_contents (path, lines->str, -1, NULL));
  ent_session_open (fixture->session, (const char * const[]) { path, NULL });
  widget_fixture_wait_idle (fixture->session);
  g_assert_true (ent_vocabulary_find_actor (ent_session_get_vocabulary (fixture->session), "DE", &sides[0]));
  g_assert_true (ent_vocabulary_find_actor (ent_session_get_vocabulary (fixture->session), "FR", &sides[1]));
  ent_session_set_between (fixture->session, sides, G_N_ELEMENTS (sides));
  widget_fixture_pause (60);
  scene = ent_timeline_view_get_scene (fixture->view);
  g_assert_cmpfloat (scene->earlier.width, >, 0.0);
  g_assert_cmpfloat (scene->later.width, ==, 0.0);
  double near = scene->overview_scale.days_per_pixel;

  ent_timeline_view_hold_overview (fixture->view, TRUE);
  EntTimeScale before = ent_timeline_view_get_scale (fixture->view);
  ent_timeline_view_set_scale (fixture->view, (EntTimeScale) { before.start - 20000.0, before.days_per_pixel });
  scene = ent_timeline_view_get_scene (fixture->view);
  g_assert_cmpfloat (scene->overview_scale.days_per_pixel, ==, near);
  ent_timeline_view_hold_overview (fixture->view, FALSE);
  scene = ent_timeline_view_get_scene (fixture->view);
  g_assert_cmpfloat (scene->overview_scale.days_per_pixel, >, 10.0 * near);
  g_assert_cmpfloat (scene->earlier.width, ==, 0.0);
  ent_timeline_view_set_scale (fixture->view, before);
  g_assert_cmpfloat (ent_timeline_view_get_scene (fixture->view)->overview_scale.days_per_pixel, ==, near);
  g_unlink (path);
  g_rmdir (folder);
}

/* The legend and the question for a date pop up and close. */
static void
test_popups (Fixture       *fixture,
             gconstpointer  data)
{
  act (fixture, "timeline.legend", NULL);
  g_assert_nonnull (fixture->view->popover);
  act (fixture, "timeline.go-to-date", NULL);
  g_assert_nonnull (fixture->view->popover);
  GtkWidget *entry = gtk_popover_get_child (GTK_POPOVER (fixture->view->popover));
  g_assert_true (GTK_IS_ENTRY (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "no date");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "2023-06");
  g_signal_emit_by_name (entry, "activate");
  widget_fixture_pause (60);
  EntTimeScale scale = ent_timeline_view_get_scale (fixture->view);
  double width = ent_timeline_view_get_scene (fixture->view)->time_area.width;
  g_assert_cmpfloat_with_epsilon (ent_time_scale_to_time (scale, width / 2.0), ent_day_from_ymd (2023, 6, 16), 0.6);
  g_assert_null (fixture->view->popover);
  act (fixture, "timeline.go-to-date", NULL);
  entry = gtk_popover_get_child (GTK_POPOVER (fixture->view->popover));
  gtk_editable_set_text (GTK_EDITABLE (entry), "0 BC");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  gtk_editable_set_text (GTK_EDITABLE (entry), " 449 bc");
  g_signal_emit_by_name (entry, "activate");
  g_assert_null (fixture->view->popover);
}

static void
add (const char *path,
     void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  add ("/timeline-view/fits", test_fits);
  add ("/timeline-view/zoom", test_zoom);
  add ("/timeline-view/pan", test_pan);
  add ("/timeline-view/pinch", test_pinch);
  add ("/timeline-view/scroll", test_scroll);
  add ("/timeline-view/motion", test_motion);
  add ("/timeline-view/from-right", test_from_right);
  add ("/timeline-view/back", test_back);
  add ("/timeline-view/select-and-step", test_select_and_step);
  add ("/timeline-view/reveal", test_reveal);
  add ("/timeline-view/reveal-lane", test_reveal_lane);
  add ("/timeline-view/marks", test_marks);
  add ("/timeline-view/filter", test_filter);
  add ("/timeline-view/lanes", test_lanes);
  add ("/timeline-view/lane-actions", test_lane_actions);
  add ("/timeline-view/bin-marks", test_bin_marks);
  add ("/timeline-view/saved-lanes", test_saved_lanes);
  add ("/timeline-view/fit-selection", test_fit_selection);
  add ("/timeline-view/overview", test_overview);
  add ("/timeline-view/popups", test_popups);
  add ("/timeline-view/bytes", test_bytes);
  /* Lanes stay hidden. */
  add ("/timeline-view/range", test_range);
  return g_test_run ();
}
