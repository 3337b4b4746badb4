/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the timeline gets from one view to another: at once, gliding, or slowing down after a push. */
#include "entente-config.h"

#include "ui/timeline-view-private.h"

#define GLIDE_MS 260
#define GO_MARGIN 0.12 /* share of the width beside what is gone to */
#define LEAST_GO_DAYS 30.0
#define CLOSE 1.5 /* as much wider than what is gone to counts as there */
/* Small steps in quick succession, as of a wheel, are one step for Escape. */
#define PUSH_PAUSE (900 * G_TIME_SPAN_MILLISECOND)
#define BACK_MAX 64

static void
glide (double   progress,
       gpointer data)
{
  EntTimelineView *self = data;

  ent_timeline_view_set_scale (self, ent_time_scale_mix (self->from, self->to, progress,
                                                         ent_timeline_view_get_time_width (self)));
}

static gboolean
on_kinetic_tick (GtkWidget     *widget,
                 GdkFrameClock *clock,
                 gpointer       data)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double start = self->scale.start;
  double moved;

  gboolean moving = ent_kinetic_step (&self->kinetic, (now - self->kinetic_time) / 1e6, &moved);
  self->kinetic_time = now;
  if (moving)
    ent_timeline_view_set_scale (self, ent_time_scale_pan (self->scale, moved));
  if (moving && (moved == 0.0 || self->scale.start != start))
    return G_SOURCE_CONTINUE;
  self->kinetic_tick = 0;
  return G_SOURCE_REMOVE;
}

/**
 * ent_timeline_view_init_motion:
 * @self: a view
 *
 * Makes the glide, which by itself follows the desktop's wish for no animations.
 */
void
ent_timeline_view_init_motion (EntTimelineView *self)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (glide, self, NULL);

  self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, GLIDE_MS, target);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->animation), ADW_EASE_OUT_CUBIC);
}

/**
 * ent_timeline_view_dispose_motion:
 * @self: a view
 *
 * Lets go of what moves it.
 */
void
ent_timeline_view_dispose_motion (EntTimelineView *self)
{
  if (self->animation != NULL)
    ent_timeline_view_stop (self);
  g_clear_object (&self->animation);
  g_clear_pointer (&self->back, g_array_unref);
}

/**
 * ent_timeline_view_stop:
 * @self: a view
 *
 * Stops any motion where it is.
 */
void
ent_timeline_view_stop (EntTimelineView *self)
{
  if (self->kinetic_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->kinetic_tick);
  self->kinetic_tick = 0;
  if (adw_animation_get_state (self->animation) == ADW_ANIMATION_PLAYING)
    adw_animation_pause (self->animation);
}

/**
 * ent_timeline_view_go:
 * @self: a view
 * @scale: which time to show
 *
 * Glides to another time.
 */
void
ent_timeline_view_go (EntTimelineView *self,
                      EntTimeScale     scale)
{
  ent_timeline_view_stop (self);
  self->fitted = FALSE;
  self->from = self->scale;
  self->to = scale;
  adw_animation_reset (self->animation);
  adw_animation_play (self->animation);
}

/**
 * ent_timeline_view_push:
 * @self: a view
 *
 * Keeps what is on show for Escape to come back to.
 */
void
ent_timeline_view_push (EntTimelineView *self)
{
  gint64 now = g_get_monotonic_time ();
  gboolean same_step = self->back->len > 0 && now - self->pushed_at < PUSH_PAUSE;

  self->pushed_at = now;
  if (same_step)
    return;
  if (self->back->len == BACK_MAX)
    g_array_remove_index (self->back, 0);
  g_array_append_val (self->back, self->scale);
}

/**
 * ent_timeline_view_zoom_about:
 * @self: a view
 * @x: the place that stays, in pixels from where time begins
 * @factor: above 1 to come closer
 *
 * Zooms at once, as a wheel does.
 */
void
ent_timeline_view_zoom_about (EntTimelineView *self,
                              double           x,
                              double           factor)
{
  ent_timeline_view_push (self);
  ent_timeline_view_stop (self);
  self->fitted = FALSE;
  ent_timeline_view_set_scale (self, ent_time_scale_zoom (self->scale, x, factor));
}

/**
 * ent_timeline_view_fling:
 * @self: a view
 * @velocity: how fast it was let go, in pixels a second
 *
 * Goes on moving and slows down; where no animations are wished for, it stands.
 */
void
ent_timeline_view_fling (EntTimelineView *self,
                         double           velocity)
{
  if (!adw_get_enable_animations (GTK_WIDGET (self)) || velocity == 0.0)
    return;
  self->kinetic = (EntKinetic) { velocity };
  self->kinetic_time = gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (GTK_WIDGET (self)));
  if (self->kinetic_tick == 0)
    self->kinetic_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_kinetic_tick, NULL, NULL);
}

/**
 * ent_timeline_view_fit:
 * @self: a view
 * @animate: whether to glide there
 *
 * Shows the relationship's history, and keeps showing it until the user moves: where its events are, or the whole of it
 * once that was asked for.
 */
void
ent_timeline_view_fit (EntTimelineView *self,
                       gboolean         animate)
{
  double width = ent_timeline_view_get_time_width (self);
  EntDay first, last;

  if (width > 0.0
      && (self->whole ? ent_session_get_extent (self->session, &first, &last)
                      : ent_session_get_core (self->session, &first, &last)))
    {
      EntTimeScale scale = ent_time_scale_fit_history (first, last, width);

      if (animate)
        ent_timeline_view_go (self, scale);
      else
        ent_timeline_view_set_scale (self, scale);
    }
  self->fitted = TRUE;
}

/**
 * ent_timeline_view_fit_whole:
 * @self: a view
 *
 * Glides to the whole history.
 */
void
ent_timeline_view_fit_whole (EntTimelineView *self)
{
  self->whole = TRUE;
  ent_timeline_view_fit (self, TRUE);
}

/**
 * ent_timeline_view_go_back:
 * @self: a view
 *
 * Goes back to the view before, then to the whole history.
 *
 * Returns: whether there was a way back
 */
gboolean
ent_timeline_view_go_back (EntTimelineView *self)
{
  if (self->back->len > 0)
    {
      EntTimeScale scale = g_array_index (self->back, EntTimeScale, self->back->len - 1);

      g_array_set_size (self->back, self->back->len - 1);
      self->pushed_at = 0;
      ent_timeline_view_go (self, scale);
      return TRUE;
    }
  if (self->fitted)
    return FALSE;
  ent_timeline_view_fit_whole (self);
  return TRUE;
}

/**
 * ent_timeline_view_show_time:
 * @self: a view
 * @time: a time in days
 * @share: where in the view it is to be, 0 for its beginning and 1 for its end
 *
 * Glides along to a time, no closer and no farther.
 */
void
ent_timeline_view_show_time (EntTimelineView *self,
                             double           time,
                             double           share)
{
  double width = ent_timeline_view_get_time_width (self);
  EntTimeScale scale = self->scale;

  scale.start = time - width * share * scale.days_per_pixel;
  ent_timeline_view_go (self, scale);
}

/* As close as some days fill the view; a few days with the month around them. */
static EntTimeScale
get_scale_of_days (EntTimelineView *self,
                   EntDay           first,
                   EntDay           last)
{
  double width = ent_timeline_view_get_time_width (self);
  EntTimeScale scale = ent_time_scale_fit (first, last, width, width * GO_MARGIN);
  double least = LEAST_GO_DAYS / width;

  if (scale.days_per_pixel < least)
    scale = ent_time_scale_zoom (scale, width / 2.0, scale.days_per_pixel / least);
  return scale;
}

/**
 * ent_timeline_view_is_close_to_days:
 * @self: a view
 * @first: a day
 * @last: another, not before it
 *
 * Returns: whether ent_timeline_view_go_to_days() would not come much closer to them
 */
gboolean
ent_timeline_view_is_close_to_days (EntTimelineView *self,
                                    EntDay           first,
                                    EntDay           last)
{
  return ent_timeline_view_get_time_width (self) > 0.0
         && self->scale.days_per_pixel < CLOSE * get_scale_of_days (self, first, last).days_per_pixel;
}

/**
 * ent_timeline_view_go_to_days:
 * @self: a view
 * @first: a day
 * @last: another, not before it
 *
 * Glides to some days, as close as they fill the view; a few days are shown with the month around them.
 */
void
ent_timeline_view_go_to_days (EntTimelineView *self,
                              EntDay           first,
                              EntDay           last)
{
  if (ent_timeline_view_get_time_width (self) <= 0.0)
    return;
  EntTimeScale scale = get_scale_of_days (self, first, last);
  ent_timeline_view_push (self);
  ent_timeline_view_go (self, scale);
}

/* The middle of an event's dates, as far as they are known. */
static gboolean
get_middle (EntEventStore *store,
            guint32        row,
            double        *time)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  EntDay earliest = columns->earliest[row], latest = columns->latest[row];

  if (earliest == ENT_DAY_OPEN_START && latest == ENT_DAY_OPEN_END)
    return FALSE;
  if (earliest == ENT_DAY_OPEN_START)
    *time = latest;
  else if (latest == ENT_DAY_OPEN_END)
    *time = earliest;
  else
    *time = (earliest + (double) latest + 1.0) / 2.0;
  return TRUE;
}

static gboolean
is_mark_shown (const EntScene *scene,
               guint32         row)
{
  const EntBox *area = &scene->lane_area;

  for (gsize i = 0; i < scene->n_marks; i++)
    {
      const EntSceneMark *mark = &scene->marks[i];
      if (mark->row == row)
        return mark->y - mark->radius >= area->y && mark->y + mark->radius <= area->y + area->height;
    }
  return FALSE;
}

/* The first lane that an event stands in; %NULL where it has none. */
static const EntSceneLane *
find_lane (EntTimelineView *self,
           const EntScene  *scene,
           guint32          row)
{
  EntDay day = ent_event_store_get_columns (ent_session_get_store (self->session))->earliest[row];

  for (gsize i = 0; i < scene->n_lanes && day != ENT_DAY_OPEN_START; i++)
    {
      g_autoptr (EntRowSet) rows = ent_scene_basis_dup_rows (self->basis, scene->lanes[i].value, day, day + 1);
      if (ent_row_set_contains (rows, row))
        return &scene->lanes[i];
    }
  return NULL;
}

/* Scrolls to the lane of an event whose mark is not seen, as far as there is room for all of it. */
static void
reveal_lane (EntTimelineView *self,
             guint32          row)
{
  EntScene *scene = ent_timeline_view_get_scene (self);

  if (scene == NULL || is_mark_shown (scene, row))
    return;
  const EntSceneLane *lane = find_lane (self, scene, row);
  if (lane == NULL)
    return;
  double above = scene->lane_area.y - lane->box.y;
  double below = lane->box.y + lane->box.height - scene->lane_area.y - scene->lane_area.height;
  double value = gtk_adjustment_get_value (self->vadjustment);
  if (above > 0.0)
    gtk_adjustment_set_value (self->vadjustment, value - above);
  else if (below > 0.0)
    gtk_adjustment_set_value (self->vadjustment, value + MIN (below, -above));
}

/**
 * ent_timeline_view_reveal:
 * @self: a view
 * @row: an event, or %ENT_ROW_NONE
 *
 * Pans and scrolls to an event that is out of view.
 */
void
ent_timeline_view_reveal (EntTimelineView *self,
                          guint32          row)
{
  EntEventStore *store = self->session != NULL ? ent_session_get_store (self->session) : NULL;
  double width = ent_timeline_view_get_time_width (self);
  double time;

  if (store == NULL || row == ENT_ROW_NONE || width <= 0.0 || !get_middle (store, row, &time))
    return;
  reveal_lane (self, row);
  double x = ent_time_scale_to_x (self->scale, time);
  if (x >= 0.0 && x <= width - MIN (48.0, width / 4.0))
    return;
  ent_timeline_view_push (self);
  ent_timeline_view_show_time (self, time, 0.4);
}
