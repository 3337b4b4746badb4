/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the keys do; each gesture has an action that does the same. */
#include "entente-config.h"

#include "ui/timeline-view-private.h"

#define KEY_ZOOM 1.5
#define KEY_PAN 80
#define KEY_SCROLL 48

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
  ent_timeline_view_fit_whole (self);
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
  ent_timeline_view_pan_by (self, ent_timeline_view_to_later (self, g_variant_get_int32 (parameter)));
}

static void
scroll (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  ent_timeline_view_scroll_by (ENT_TIMELINE_VIEW (widget), g_variant_get_int32 (parameter));
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
      /* Keys are bound to where they point. */
      int right = direction == ENT_STEP_NEXT ? 1 : -1;
      ent_session_step (self->session, (int) ent_timeline_view_to_later (self, right));
      return;
    }
  guint32 row = ent_scene_step (scene, ent_session_get_selected (self->session), direction);
  if (row != ENT_ROW_NONE)
    ent_session_set_selected (self->session, row);
}

/* The selected event, as close as its days fill the view. */
static void
fit_selection (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (widget);
  guint32 row = self->session != NULL ? ent_session_get_selected (self->session) : ENT_ROW_NONE;

  if (row == ENT_ROW_NONE)
    return;
  const EntEventColumns *columns = ent_event_store_get_columns (ent_session_get_store (self->session));
  EntDay first = columns->earliest[row], last = columns->latest[row];
  if (first != ENT_DAY_OPEN_START && last != ENT_DAY_OPEN_END)
    ent_timeline_view_go_to_days (self, first, last);
}

static void
go_to_date (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  ent_timeline_view_ask_date (ENT_TIMELINE_VIEW (widget));
}

static void
show_legend (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ent_timeline_view_show_legend (ENT_TIMELINE_VIEW (widget));
}

/* The menu of the selected event's lane, or of the first. */
static void
lane_menu (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (widget);
  EntScene *scene = ent_timeline_view_get_scene (self);
  guint16 lane = 0;

  if (scene == NULL || scene->n_lanes == 0)
    return;
  for (gsize i = 0; i < scene->n_marks; i++)
    {
      if (scene->marks[i].row == scene->selected)
        lane = scene->marks[i].lane;
    }
  const EntBox *header = &scene->lanes[lane].header;
  ent_timeline_view_show_lane_menu (self, lane, header->x + header->width / 2.0, header->y + 12.0);
}

static void
select_row (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (widget);
  guint32 row = g_variant_get_uint32 (parameter);
  EntRowSet *rows = self->session != NULL ? ent_session_get_rows (self->session) : NULL;

  if (rows == NULL || (row != ENT_ROW_NONE && !ent_row_set_contains (rows, row)))
    return;
  ent_session_set_selected (self->session, row);
  /* Who selects by a screen reader goes on from there with keys. */
  gtk_widget_grab_focus (widget);
}

/* A cluster or bar of which a screen reader was told: not another one that has its number by now. */
static void
open_bin (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (widget);
  EntScene *scene = ent_timeline_view_get_scene (self);
  guint32 bin, row;

  g_variant_get (parameter, "(uu)", &bin, &row);
  if (scene != NULL && bin < scene->n_bins && scene->bins[bin].first_row == row)
    ent_timeline_view_open_bin (self, bin);
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
  { GDK_KEY_f, 0, "timeline.fit-selection", 0 },
  { GDK_KEY_g, 0, "timeline.go-to-date", 0 },
  { GDK_KEY_l, 0, "timeline.legend", 0 },
  { GDK_KEY_Menu, 0, "timeline.lane-menu", 0 },
  { GDK_KEY_F10, GDK_SHIFT_MASK, "timeline.lane-menu", 0 },
  { GDK_KEY_Left, GDK_CONTROL_MASK, "timeline.step", ENT_STEP_PREVIOUS },
  { GDK_KEY_Right, GDK_CONTROL_MASK, "timeline.step", ENT_STEP_NEXT },
  { GDK_KEY_Up, GDK_CONTROL_MASK, "timeline.step", ENT_STEP_LANE_UP },
  { GDK_KEY_Down, GDK_CONTROL_MASK, "timeline.step", ENT_STEP_LANE_DOWN },
};

/**
 * ent_timeline_view_class_init_actions:
 * @widget_class: the view's class
 *
 * Installs the actions and their keys.
 */
void
ent_timeline_view_class_init_actions (GtkWidgetClass *widget_class)
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
  gtk_widget_class_install_action (widget_class, "timeline.open-bin", "(uu)", open_bin);
  gtk_widget_class_install_action (widget_class, "timeline.fit-selection", NULL, fit_selection);
  gtk_widget_class_install_action (widget_class, "timeline.go-to-date", NULL, go_to_date);
  gtk_widget_class_install_action (widget_class, "timeline.legend", NULL, show_legend);
  gtk_widget_class_install_action (widget_class, "timeline.lane-menu", NULL, lane_menu);

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
