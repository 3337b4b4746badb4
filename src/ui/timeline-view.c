/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/timeline-view-private.h"

#include "export/export-request.h"
#include "ui/settings.h"
#include "ui/text-scale.h"
#include "ui/timeline-words.h"
#include "ui/ui-translator.h"
#include "ui/words.h"

/* As wide as the zoom buttons are with what is around them. */
#define CONTROLS_WIDTH 158.0
/* So much of the time where the events are the overview shows before and after it. */
#define OVERVIEW_AROUND 0.3

enum
{
  PROP_SESSION = 1,
  PROP_VADJUSTMENT,
  PROP_LANES,
  PROP_FOOT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntTimelineView, ent_timeline_view, GTK_TYPE_WIDGET)

static EntDay
get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return ent_day_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

/**
 * ent_timeline_view_get_text:
 * @self: a view
 *
 * The fonts of the picture are those of the desktop, and grow with them.
 *
 * Returns: (transfer none): the fonts
 */
EntText *
ent_timeline_view_get_text (EntTimelineView *self)
{
  if (self->text == NULL)
    self->text = ent_text_scale_new_text (GTK_WIDGET (self));
  return self->text;
}

/* Without any date there is no history to give an overview of. */
static gboolean
has_dates (const EntSceneBasis *basis)
{
  return basis->first_held <= basis->last_held;
}

static EntSceneRequest
make_request (EntTimelineView *self)
{
  return (EntSceneRequest) {
    .index = ent_session_get_index (self->session),
    .filter = ent_session_get_filter (self->session),
    .rows = ent_session_get_rows (self->session),
    .scale = self->scale,
    .width = gtk_widget_get_width (GTK_WIDGET (self)),
    .height = gtk_widget_get_height (GTK_WIDGET (self)),
    .scroll = gtk_adjustment_get_value (self->vadjustment),
    .lanes = self->lanes,
    .hidden_lanes = (const guint16 *) (gpointer) self->choice->hidden->data,
    .folded_lanes = (const guint16 *) (gpointer) self->choice->folded->data,
    .lane_order = (const guint16 *) (gpointer) self->choice->order->data,
    .selected = ent_session_get_selected (self->session),
    .periods = (const EntNamedSpan *) (gpointer) self->periods->data,
    .n_periods = self->periods->len,
    .today = self->today,
    .controls = CONTROLS_WIDTH,
    .overview = self->basis == NULL || has_dates (self->basis),
    .right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL,
    .measure = ent_text_get_measure (ent_timeline_view_get_text (self)),
    .translator = ent_ui_translator_get (),
    .basis = self->basis,
  };
}

static gboolean
can_show (EntTimelineView *self)
{
  return self->session != NULL && ent_session_get_index (self->session) != NULL
         && gtk_widget_get_width (GTK_WIDGET (self)) > 0 && gtk_widget_get_height (GTK_WIDGET (self)) > 0;
}

/* As long as the view is about where the events are, the overview is too; else it shows all of the history. */
static void
choose_overview (EntTimelineView *self,
                 EntSceneRequest *request)
{
  EntDay first, last, core_first, core_last;

  if (!ent_session_get_extent (self->session, &first, &last)
      || !ent_session_get_core (self->session, &core_first, &core_last) || (first == core_first && last == core_last))
    return;
  double end = ent_time_scale_to_time (self->scale, request->width - ent_scene_get_name_width (request));
  EntDay around = (EntDay) ((core_last - core_first) * OVERVIEW_AROUND);
  if (!self->overview_held)
    self->overview_whole = self->scale.start < core_first - around || end > core_last + around;
  if (self->overview_whole)
    return;
  request->overview_first = MAX (core_first - around, first);
  request->overview_last = MIN (core_last + around, last);
}

static double
get_most_scroll (const EntScene *scene)
{
  return MAX (scene->content_height - scene->lane_area.height, 0.0);
}

/* The scroll bar beside the view hears of it and asks for its place anew: never while the window is laid out. */
static gboolean
update_range (gpointer data)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (data);
  EntScene *scene = ent_timeline_view_get_scene (self);

  self->range_source = 0;
  if (scene == NULL)
    return G_SOURCE_REMOVE;
  double page = scene->lane_area.height, most = get_most_scroll (scene);
  /* The scene is of that place already. */
  g_signal_handlers_block_by_func (self->vadjustment, ent_timeline_view_invalidate, self);
  g_object_freeze_notify (G_OBJECT (self->vadjustment));
  gtk_adjustment_configure (self->vadjustment, MIN (gtk_adjustment_get_value (self->vadjustment), most), 0, most + page,
                            24, page * 0.9, page);
  g_object_thaw_notify (G_OBJECT (self->vadjustment));
  g_signal_handlers_unblock_by_func (self->vadjustment, ent_timeline_view_invalidate, self);
  return G_SOURCE_REMOVE;
}

static void
queue_range (EntTimelineView *self)
{
  double page = self->scene->lane_area.height, most = get_most_scroll (self->scene);

  if (self->range_source == 0
      && (gtk_adjustment_get_upper (self->vadjustment) != most + page
          || gtk_adjustment_get_page_size (self->vadjustment) != page
          || gtk_adjustment_get_value (self->vadjustment) > most))
    self->range_source = g_idle_add (update_range, self);
}

/* Where lanes went, those that are left are seen to their end. */
static EntScene *
new_scene (EntTimelineView *self)
{
  EntSceneRequest request = make_request (self);

  choose_overview (self, &request);
  EntScene *scene = ent_scene_new (&request);
  double most = get_most_scroll (scene);

  if (request.scroll <= most)
    return scene;
  ent_scene_unref (scene);
  request.scroll = most;
  return ent_scene_new (&request);
}

/* What the session says */

/* The next basis keeps what still holds of the one before. */
static void
drop_basis (EntTimelineView *self)
{
  if (self->basis == NULL)
    return;
  g_clear_pointer (&self->last_basis, ent_scene_basis_unref);
  self->last_basis = g_steal_pointer (&self->basis);
}

static void
on_rows_changed (EntTimelineView *self)
{
  drop_basis (self);
  ent_timeline_view_restore_lanes (self);
  ent_timeline_view_stop (self);
  if (self->fitted)
    ent_timeline_view_fit (self, FALSE);
  ent_timeline_view_invalidate (self);
}

/* A first store is shown whole. One that comes after it, with more statements or a correction, moves nothing. */
static void
show_periods (EntTimelineView *self)
{
  GArray *periods = ent_session_get_periods (self->session);

  g_array_unref (self->periods);
  self->periods = ent_export_new_spans (periods);
}

static void
on_index_changed (EntTimelineView *self)
{
  show_periods (self);
  g_array_set_size (self->back, 0);
  if (self->basis != NULL || self->last_basis != NULL)
    return;
  gtk_adjustment_set_value (self->vadjustment, 0);
  self->fitted = TRUE;
  self->whole = FALSE;
}

static void
on_selected_changed (EntTimelineView *self)
{
  ent_timeline_view_invalidate (self);
  ent_timeline_view_reveal (self, ent_session_get_selected (self->session));
}

static void
forget_fonts (EntTimelineView *self)
{
  /* What was measured with the old fonts is void. */
  ent_timeline_view_drop_picture (self);
  g_clear_pointer (&self->basis, ent_scene_basis_unref);
  g_clear_pointer (&self->last_basis, ent_scene_basis_unref);
  g_clear_pointer (&self->text, ent_text_free);
  ent_timeline_view_invalidate (self);
}

/* Widget */

static void
ent_timeline_view_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 280 : 200;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 720 : 480;
}

static void
ent_timeline_view_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (widget);

  if (self->scene != NULL && (self->scene->width != width || self->scene->height != height))
    {
      g_clear_pointer (&self->scene, ent_scene_unref);
      ent_timeline_view_queue_pool (self);
    }
  if (self->scene == NULL && self->fitted)
    ent_timeline_view_fit (self, FALSE);

  EntScene *scene = ent_timeline_view_get_scene (self);
  if (scene == NULL)
    return;
  ent_timeline_view_place_pool (self, scene);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
ent_timeline_view_direction_changed (GtkWidget        *widget,
                                     GtkTextDirection  before)
{
  GTK_WIDGET_CLASS (ent_timeline_view_parent_class)->direction_changed (widget, before);
  ent_timeline_view_invalidate (ENT_TIMELINE_VIEW (widget));
}

static void
ent_timeline_view_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (widget);
  EntScene *scene = ent_timeline_view_get_scene (self);

  if (scene == NULL)
    return;
  ent_timeline_view_snapshot_picture (self, snapshot, scene);
  if (gtk_widget_has_visible_focus (widget))
    gtk_snapshot_render_focus (snapshot, gtk_widget_get_style_context (widget), 0, 0, scene->width, scene->height);
}

static GPtrArray *
list_period_marks (EntTimelineView *self,
                   const EntPeriod *period)
{
  GArray *marks = ent_session_get_marks (self->session);
  GPtrArray *on_it = g_ptr_array_new ();

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    if (g_strcmp0 (g_array_index (marks, EntMark, i).period, period->id) == 0)
      g_ptr_array_add (on_it, &g_array_index (marks, EntMark, i));
  return on_it;
}

static char *
dup_period_words (EntTimelineView *self,
                  guint32          number)
{
  GArray *periods = ent_session_get_periods (self->session);

  if (periods == NULL || number >= periods->len)
    return NULL;
  const EntPeriod *period = &g_array_index (periods, EntPeriod, number);
  g_autofree char *span = ent_words_for_date (period->span);
  /* Translators: a period’s name, its days, and what a click on its name does */
  g_autofree char *words = g_strdup_printf (_ ("%s\n%s\nClick to come closer, click again to change"), period->label,
                                            span);
  g_autoptr (GPtrArray) on_it = list_period_marks (self, period);
  g_autofree char *marks = ent_words_for_marks (on_it);
  g_autofree char *noted = marks != NULL ? g_strconcat (words, "\n", marks, NULL) : g_steal_pointer (&words);
  return g_markup_escape_text (noted, -1);
}

static char *
dup_event_words (EntTimelineView *self,
                 guint32          row)
{
  const EntMarkTable *table = ent_filter_index_get_marks (ent_session_get_index (self->session));
  g_autofree char *words = ent_words_for_tooltip (ent_session_get_store (self->session), row);
  g_autofree char *marks = ent_words_for_marks (ent_mark_table_get_of_event (table, row));
  g_autofree char *escaped = marks != NULL ? g_markup_escape_text (marks, -1) : NULL;

  return escaped != NULL ? g_strdup_printf ("%s\n<i>%s</i>", words, escaped) : g_steal_pointer (&words);
}

static gboolean
ent_timeline_view_query_tooltip (GtkWidget  *widget,
                                 int         x,
                                 int         y,
                                 gboolean    keyboard,
                                 GtkTooltip *tooltip)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (widget);
  EntScene *scene = ent_timeline_view_get_scene (self);
  EntHit hit = scene != NULL && !keyboard ? ent_scene_hit (scene, x, y) : (EntHit) { 0 };
  g_autofree char *markup = NULL;

  if (hit.part == ENT_HIT_EVENT)
    markup = dup_event_words (self, hit.row);
  else if (hit.part == ENT_HIT_BIN)
    markup = ent_words_for_bin (ent_session_get_store (self->session), scene, hit.bin);
  else if (hit.part == ENT_HIT_PERIOD)
    markup = dup_period_words (self, scene->periods[hit.bin].period);
  else if (hit.part == ENT_HIT_BEYOND)
    markup = g_markup_escape_text (_ ("Show the Whole History"), -1);
  else if (hit.part >= ENT_HIT_OVERVIEW && hit.part <= ENT_HIT_OVERVIEW_END)
    markup = ent_timeline_words_for_coverage (ent_session_get_vocabulary (self->session),
                                              ent_session_get_filter (self->session), scene, x);
  if (markup == NULL)
    return FALSE;

  GdkRectangle area = { x - 4, y - 4, 8, 8 };
  gtk_tooltip_set_markup (tooltip, markup);
  gtk_tooltip_set_tip_area (tooltip, &area);
  self->has_tip = TRUE;
  return TRUE;
}

static void
ent_timeline_view_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_LANES:
      g_value_set_uint (value, self->lanes);
      break;
    case PROP_FOOT:
      g_value_set_int (value, self->foot);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_timeline_view_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (object);

  switch (id)
    {
    case PROP_SESSION:
      ent_timeline_view_set_session (self, g_value_get_object (value));
      break;
    case PROP_LANES:
      ent_timeline_view_set_lanes (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_timeline_view_dispose (GObject *object)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (object);

  ent_timeline_view_set_session (self, NULL);
  ent_timeline_view_dispose_motion (self);
  ent_timeline_view_dispose_popup (self);
  ent_timeline_view_dispose_pool (self);
  ent_timeline_view_drop_picture (self);
  g_clear_handle_id (&self->range_source, g_source_remove);
  g_clear_pointer (&self->scene, ent_scene_unref);
  g_clear_pointer (&self->basis, ent_scene_basis_unref);
  g_clear_pointer (&self->last_basis, ent_scene_basis_unref);
  g_clear_pointer (&self->text, ent_text_free);
  /* A scroll bar may keep it for longer. */
  if (self->vadjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->vadjustment, self);
  g_clear_object (&self->vadjustment);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (ent_timeline_view_parent_class)->dispose (object);
}

static void
ent_timeline_view_finalize (GObject *object)
{
  g_clear_pointer (&ENT_TIMELINE_VIEW (object)->periods, g_array_unref);
  ent_timeline_view_dispose_lanes (ENT_TIMELINE_VIEW (object));
  g_free (ENT_TIMELINE_VIEW (object)->lanes_of);

  G_OBJECT_CLASS (ent_timeline_view_parent_class)->finalize (object);
}

static void
ent_timeline_view_class_init (EntTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags write = read | G_PARAM_WRITABLE;

  object_class->get_property = ent_timeline_view_get_property;
  object_class->set_property = ent_timeline_view_set_property;
  object_class->dispose = ent_timeline_view_dispose;
  object_class->finalize = ent_timeline_view_finalize;
  widget_class->measure = ent_timeline_view_measure;
  widget_class->size_allocate = ent_timeline_view_size_allocate;
  widget_class->direction_changed = ent_timeline_view_direction_changed;
  widget_class->snapshot = ent_timeline_view_snapshot;
  widget_class->query_tooltip = ent_timeline_view_query_tooltip;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ENT_TYPE_SESSION, write);
  properties[PROP_VADJUSTMENT] = g_param_spec_object ("vadjustment", NULL, NULL, GTK_TYPE_ADJUSTMENT, read);
  properties[PROP_LANES] = g_param_spec_uint ("lanes", NULL, NULL, 0, ENT_N_LANE_MODES - 1, ENT_LANES_TOPIC, write);
  properties[PROP_FOOT] = g_param_spec_int ("foot", NULL, NULL, 0, G_MAXINT, 0, read);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  ent_timeline_view_class_init_actions (widget_class);
  ent_timeline_view_class_init_lanes (widget_class);
}

static void
ent_timeline_view_init (EntTimelineView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->marks = g_ptr_array_new ();
  self->back = g_array_new (FALSE, FALSE, sizeof (EntTimeScale));
  self->periods = g_array_new (FALSE, FALSE, sizeof (EntNamedSpan));
  self->vadjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  self->scale = (EntTimeScale) { 0.0, 1.0 };
  self->fitted = TRUE;
  self->today = get_today ();
  g_signal_connect_swapped (self->vadjustment, "value-changed", G_CALLBACK (ent_timeline_view_invalidate), self);

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Timeline"), -1);
  self->settings = ent_settings_new ();
  ent_timeline_view_init_lanes (self);
  ent_timeline_view_init_motion (self);
  ent_timeline_view_init_input (self);

  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (forget_fonts), NULL);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-font-name", G_CALLBACK (forget_fonts), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi", G_CALLBACK (forget_fonts), self,
                           G_CONNECT_SWAPPED);
}

/* Shared with timeline-motion.c and timeline-input.c */

/**
 * ent_timeline_view_get_time_width:
 * @self: a view
 *
 * Returns: how many pixels of it are time
 */
double
ent_timeline_view_get_time_width (EntTimelineView *self)
{
  if (!can_show (self))
    return 0.0;
  EntSceneRequest request = make_request (self);
  return MAX (1.0, request.width - ent_scene_get_name_width (&request));
}

/**
 * ent_timeline_view_hold_overview:
 * @self: a view
 * @held: whether its frame is dragged
 *
 * While the frame is dragged, the overview keeps the time it shows.
 */
void
ent_timeline_view_hold_overview (EntTimelineView *self,
                                 gboolean         held)
{
  self->overview_held = held;
  ent_timeline_view_invalidate (self);
}

/**
 * ent_timeline_view_set_scale:
 * @self: a view
 * @scale: which time to show, as far as there is any
 *
 * Shows another time at once.
 */
void
ent_timeline_view_set_scale (EntTimelineView *self,
                             EntTimeScale     scale)
{
  EntDay first, last;

  if (can_show (self) && ent_session_get_extent (self->session, &first, &last))
    scale = ent_time_scale_clamp (scale, first, last, ent_timeline_view_get_time_width (self));
  if (scale.start == self->scale.start && scale.days_per_pixel == self->scale.days_per_pixel)
    return;
  self->scale = scale;
  ent_timeline_view_invalidate (self);
  /* A card must not tell of what is not under the pointer any more. */
  if (self->has_tip)
    {
      self->has_tip = FALSE;
      gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
    }
}

/**
 * ent_timeline_view_invalidate:
 * @self: a view
 *
 * Drops the scene; the next frame makes it again.
 */
void
ent_timeline_view_invalidate (EntTimelineView *self)
{
  g_clear_pointer (&self->scene, ent_scene_unref);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  ent_timeline_view_queue_pool (self);
}

/**
 * ent_timeline_view_measure_foot:
 * @self: a view
 *
 * Tells whose controls stand over the strip below the lanes how much stands below that: it grows with the text.
 */
void
ent_timeline_view_measure_foot (EntTimelineView *self)
{
  EntScene *scene = ent_timeline_view_get_scene (self);
  int foot = scene != NULL ? (int) (scene->height - scene->footer.y - scene->footer.height) : 0;

  if (self->foot == foot)
    return;
  self->foot = foot;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOOT]);
}

/* Public */

/**
 * ent_timeline_view_new:
 *
 * Returns: (transfer floating): a view of no session
 */
GtkWidget *
ent_timeline_view_new (void)
{
  return g_object_new (ENT_TYPE_TIMELINE_VIEW, NULL);
}

/**
 * ent_timeline_view_set_session:
 * @self: a view
 * @session: (nullable): whose events to show
 *
 * Shows a session.
 */
void
ent_timeline_view_set_session (EntTimelineView *self,
                               EntSession      *session)
{
  g_return_if_fail (ENT_IS_TIMELINE_VIEW (self));
  g_return_if_fail (session == NULL || ENT_IS_SESSION (session));

  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_pointer (&self->scene, ent_scene_unref);
  g_clear_pointer (&self->basis, ent_scene_basis_unref);
  g_clear_pointer (&self->last_basis, ent_scene_basis_unref);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_swapped (session, "notify::index", G_CALLBACK (on_index_changed), self);
      g_signal_connect_swapped (session, "notify::rows", G_CALLBACK (on_rows_changed), self);
      g_signal_connect_swapped (session, "notify::selected", G_CALLBACK (on_selected_changed), self);
      on_index_changed (self);
      on_rows_changed (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * ent_timeline_view_get_scene:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what is on show; %NULL while there is nothing or no room
 */
EntScene *
ent_timeline_view_get_scene (EntTimelineView *self)
{
  g_return_val_if_fail (ENT_IS_TIMELINE_VIEW (self), NULL);

  if (self->scene == NULL && can_show (self))
    {
      if (self->basis == NULL)
        self->basis = ent_scene_basis_new_after (g_steal_pointer (&self->last_basis),
                                                 ent_session_get_index (self->session),
                                                 ent_session_get_filter (self->session),
                                                 ent_session_get_rows (self->session), self->lanes);
      g_clear_pointer (&self->last_basis, ent_scene_basis_unref);
      self->scene = new_scene (self);
      queue_range (self);
    }
  return self->scene;
}

/**
 * ent_timeline_view_dup_undated:
 * @self: a view
 *
 * Returns: (transfer full) (nullable): the events that have no place in time and wait in the tray; %NULL
 *   while nothing is on show
 */
EntRowSet *
ent_timeline_view_dup_undated (EntTimelineView *self)
{
  g_return_val_if_fail (ENT_IS_TIMELINE_VIEW (self), NULL);

  if (ent_timeline_view_get_scene (self) == NULL)
    return NULL;
  return ent_row_set_ref (self->basis->undated);
}

/**
 * ent_timeline_view_get_scale:
 * @self: a view
 *
 * Returns: which time it shows
 */
EntTimeScale
ent_timeline_view_get_scale (EntTimelineView *self)
{
  g_return_val_if_fail (ENT_IS_TIMELINE_VIEW (self), self->scale);

  return self->scale;
}

/**
 * ent_timeline_view_get_vadjustment:
 * @self: a view
 *
 * Returns: (transfer none): how far the lanes are scrolled, for a scroll bar
 */
GtkAdjustment *
ent_timeline_view_get_vadjustment (EntTimelineView *self)
{
  g_return_val_if_fail (ENT_IS_TIMELINE_VIEW (self), NULL);

  return self->vadjustment;
}

/**
 * ent_timeline_view_get_lanes:
 * @self: a view
 *
 * Returns: what a lane is
 */
EntLaneMode
ent_timeline_view_get_lanes (EntTimelineView *self)
{
  g_return_val_if_fail (ENT_IS_TIMELINE_VIEW (self), ENT_LANES_TOPIC);

  return self->lanes;
}

/**
 * ent_timeline_view_set_lanes:
 * @self: a view
 * @lanes: what a lane is
 *
 * Sorts the events in other lanes.
 */
void
ent_timeline_view_set_lanes (EntTimelineView *self,
                             EntLaneMode      lanes)
{
  g_return_if_fail (ENT_IS_TIMELINE_VIEW (self) && lanes < ENT_N_LANE_MODES);

  if (self->lanes == lanes)
    return;
  self->lanes = lanes;
  ent_timeline_view_init_lanes (self);
  ent_timeline_view_restore_lanes (self);
  drop_basis (self);
  gtk_adjustment_set_value (self->vadjustment, 0);
  ent_timeline_view_invalidate (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANES]);
}
