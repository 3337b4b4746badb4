/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/chart-view.h"

#include "draw/draw-chart.h"
#include "ui/event-list-view.h"
#include "ui/statement-list-view.h"
#include "ui/text-scale.h"
#include "ui/theme.h"
#include "ui/ui-translator.h"
#include "ui/words.h"

#define LEAST_WIDTH 300

struct _EntChartView
{
  GtkWidget parent_instance;
  EntSession *session;
  EntChartItems items;
  EntChart *chart;      /* may be NULL */
  EntChartScene *scene; /* of the chart at the width of the widget */
  EntText *text; /* NULL until it is measured: fonts take a while to load */
  GtkWidget *popover;
  guint chosen;         /* bar with the keyboard's focus, or ENT_CHART_NO_BAR */
};

G_DEFINE_FINAL_TYPE (EntChartView, ent_chart_view, GTK_TYPE_WIDGET)

static EntText *
get_text (EntChartView *self)
{
  if (self->text == NULL)
    self->text = ent_text_scale_new_text (GTK_WIDGET (self));
  return self->text;
}

static void
forget_fonts (EntChartView *self)
{
  g_clear_pointer (&self->scene, ent_chart_scene_free);
  g_clear_pointer (&self->text, ent_text_free);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static EntChartScene *
make_scene (EntChartView *self,
            int           width)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return ent_chart_scene_new (self->chart, MAX (width, LEAST_WIDTH), mirrored, ent_text_get_measure (get_text (self)),
                              ent_ui_translator_get ());
}

static void
ensure_scene (EntChartView *self,
              int           width)
{
  if (self->chart == NULL || (self->scene != NULL && self->scene->width == MAX (width, LEAST_WIDTH)))
    return;
  g_clear_pointer (&self->scene, ent_chart_scene_free);
  self->scene = make_scene (self, width);
}

/* What a bar says: its panel, series, time and number. */
static char *
dup_bar_words (EntChartView *self,
               guint         bar)
{
  const EntChartBar *shape = ent_chart_get_bar (self->chart, bar);
  g_autofree char *time = ent_words_for_time (shape->from, shape->to);
  g_autofree char *number = g_strdup_printf (shape->value == (gint64) shape->value ? "%.0f" : "%.1f", shape->value);
  const char *panel = ent_chart_get_panel (self->chart, shape->panel);

  if (ent_chart_get_n_series (self->chart) < 2)
    /* Translators: what a bar of a figure is of, when, and its number. */
    return g_strdup_printf (C_ ("bar", "%s, %s: %s"), panel, time, number);
  /* Translators: what a bar of a figure is of, what of it, when, and its number. */
  return g_strdup_printf (C_ ("bar", "%s, %s, %s: %s"), panel, ent_chart_get_series (self->chart, shape->series), time,
                          number);
}

static void
drop_popover (EntChartView *self)
{
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

static GtkWidget *
make_list (EntChartView *self,
           guint         bar)
{
  EntEventStore *store = ent_session_get_store (self->session);
  const guint32 *items = ent_chart_get_items (self->chart, bar);
  guint n = ent_chart_get_bar (self->chart, bar)->n_items;
  GtkWidget *list;

  if (self->items == ENT_CHART_OF_STATEMENTS)
    {
      list = ent_statement_list_view_new ();
      ent_statement_list_view_set_statements (ENT_STATEMENT_LIST_VIEW (list), self->session, items, n);
      return list;
    }
  g_autoptr (EntRowSet) rows = ent_row_set_new_rows (items, n, ent_event_store_get_n_events (store));
  list = ent_event_list_view_new ();
  ent_event_list_view_set_rows (ENT_EVENT_LIST_VIEW (list), self->session, rows);
  return list;
}

/* Lists what a bar counts. */
static void
list_bar (EntChartView *self,
          guint         bar)
{
  const EntChartBar *shape = ent_chart_get_bar (self->chart, bar);
  GdkRectangle at = { 0 };

  for (guint i = 0; i < self->scene->bars->len; i++)
    {
      const EntChartShape *drawn = &g_array_index (self->scene->bars, EntChartShape, i);

      if (drawn->bar == bar)
        at = (GdkRectangle) { (int) drawn->box.x, (int) drawn->box.y, (int) drawn->box.width + 1,
                              (int) drawn->box.height + 1 };
    }
  if (shape->n_items == 0)
    return;
  drop_popover (self);
  GtkWidget *list = make_list (self, bar);
  gtk_widget_set_size_request (list, 320, -1);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), list);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &at);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_swapped (list, "chosen", G_CALLBACK (gtk_popover_popdown), self->popover);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* Lets a bar stand out, and has it spoken. */
static void
choose (EntChartView *self,
        guint         bar)
{
  g_autofree char *words = dup_bar_words (self, bar);

  self->chosen = bar;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
step (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  EntChartView *self = ENT_CHART_VIEW (widget);
  guint n = self->chart != NULL ? ent_chart_get_n_bars (self->chart) : 0;
  int direction = g_variant_get_int32 (parameter);

  if (n == 0)
    return;
  if (self->chosen == ENT_CHART_NO_BAR)
    choose (self, direction > 0 ? 0 : n - 1);
  else if (direction > 0 ? self->chosen + 1 < n : self->chosen > 0)
    choose (self, self->chosen + (guint) direction);
}

static void
activate (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  EntChartView *self = ENT_CHART_VIEW (widget);

  if (self->chosen != ENT_CHART_NO_BAR && self->scene != NULL)
    list_bar (self, self->chosen);
}

static void
on_released (EntChartView *self,
             int           n_presses,
             double        x,
             double        y)
{
  guint bar;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->scene == NULL || !ent_chart_scene_hit (self->scene, x, y, &bar))
    return;
  choose (self, bar);
  list_bar (self, bar);
}

static void
on_motion (EntChartView *self,
           double        x,
           double        y)
{
  guint bar;
  gboolean over = self->scene != NULL && ent_chart_scene_hit (self->scene, x, y, &bar);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), over ? "pointer" : NULL);
}

static gboolean
ent_chart_view_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    by_keyboard,
                              GtkTooltip *tooltip)
{
  EntChartView *self = ENT_CHART_VIEW (widget);
  guint bar = self->chosen;

  if (self->scene == NULL || (!by_keyboard && !ent_chart_scene_hit (self->scene, x, y, &bar))
      || bar == ENT_CHART_NO_BAR)
    return FALSE;
  g_autofree char *words = dup_bar_words (self, bar);
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

static GtkSizeRequestMode
ent_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ent_chart_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  EntChartView *self = ENT_CHART_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = LEAST_WIDTH;
      return;
    }
  ensure_scene (self, for_size);
  *minimum = *natural = self->scene != NULL ? (int) self->scene->height : 0;
}

static void
ent_chart_view_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  EntChartView *self = ENT_CHART_VIEW (widget);

  ensure_scene (self, width);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
ent_chart_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  EntChartView *self = ENT_CHART_VIEW (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget));

  if (self->scene == NULL)
    return;
  gboolean stands_out = gtk_widget_has_visible_focus (widget) || self->popover != NULL;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  ent_draw_chart (cr, self->scene, ent_style_get (ent_theme_get_current (adw_style_manager_get_default ())),
                  get_text (self), stands_out ? self->chosen : ENT_CHART_NO_BAR);
  cairo_destroy (cr);
}

static void
ent_chart_view_dispose (GObject *object)
{
  EntChartView *self = ENT_CHART_VIEW (object);

  drop_popover (self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->scene, ent_chart_scene_free);
  g_clear_pointer (&self->chart, ent_chart_free);
  g_clear_pointer (&self->text, ent_text_free);

  G_OBJECT_CLASS (ent_chart_view_parent_class)->dispose (object);
}

static void
ent_chart_view_class_init (EntChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_chart_view_dispose;
  widget_class->get_request_mode = ent_chart_view_get_request_mode;
  widget_class->measure = ent_chart_view_measure;
  widget_class->size_allocate = ent_chart_view_size_allocate;
  widget_class->snapshot = ent_chart_view_snapshot;
  widget_class->query_tooltip = ent_chart_view_query_tooltip;
  gtk_widget_class_install_action (widget_class, "chart.step", "i", step);
  gtk_widget_class_install_action (widget_class, "chart.activate", NULL, activate);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, 0, "chart.step", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, 0, "chart.step", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "chart.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "chart.activate", NULL);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ent_chart_view_init (EntChartView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->chosen = ENT_CHART_NO_BAR;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-font-name", G_CALLBACK (forget_fonts), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi", G_CALLBACK (forget_fonts), self,
                           G_CONNECT_SWAPPED);
}

/**
 * ent_chart_view_new:
 * @session: whose events the bars count
 * @items: what the bars' items are
 *
 * Returns: (transfer floating): a view without a figure
 */
GtkWidget *
ent_chart_view_new (EntSession    *session,
                    EntChartItems  items)
{
  g_return_val_if_fail (ENT_IS_SESSION (session), NULL);

  EntChartView *self = g_object_new (ENT_TYPE_CHART_VIEW, NULL);
  self->session = g_object_ref (session);
  self->items = items;
  return GTK_WIDGET (self);
}

/**
 * ent_chart_view_take:
 * @self: a view
 * @chart: (transfer full): a figure
 *
 * Shows another figure.
 */
void
ent_chart_view_take (EntChartView *self,
                     EntChart     *chart)
{
  g_return_if_fail (ENT_IS_CHART_VIEW (self) && chart != NULL);

  drop_popover (self);
  g_clear_pointer (&self->scene, ent_chart_scene_free);
  g_clear_pointer (&self->chart, ent_chart_free);
  self->chart = chart;
  self->chosen = ENT_CHART_NO_BAR;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, ent_chart_get_title (chart),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  ent_chart_get_note (chart) != NULL ? ent_chart_get_note (chart) : "", -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * ent_chart_view_get_chart:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): its figure
 */
EntChart *
ent_chart_view_get_chart (EntChartView *self)
{
  g_return_val_if_fail (ENT_IS_CHART_VIEW (self), NULL);

  return self->chart;
}

/**
 * ent_chart_view_dup_sheet:
 * @self: a view with a figure
 *
 * Returns: (transfer full): its numbers, a line a bar
 */
EntSheet *
ent_chart_view_dup_sheet (EntChartView *self)
{
  g_return_val_if_fail (ENT_IS_CHART_VIEW (self) && self->chart != NULL, NULL);

  EntSheet *sheet = ent_sheet_new (ent_chart_get_title (self->chart),
                                   (const char * const[]) { _ ("What"), _ ("Of it"), _ ("From"), _ ("To"), _ ("Value"),
                                                            NULL });
  for (guint i = 0; i < ent_chart_get_n_bars (self->chart); i++)
    {
      const EntChartBar *bar = ent_chart_get_bar (self->chart, i);
      g_autofree char *from = ent_edtf_to_string (ent_edtf_day (bar->from));
      g_autofree char *to = ent_edtf_to_string (ent_edtf_day (bar->to - 1));
      g_autofree char *value = g_strdup_printf ("%g", bar->value);

      ent_sheet_add_row (sheet, (const char * const[]) { ent_chart_get_panel (self->chart, bar->panel),
                                                         ent_chart_get_series (self->chart, bar->series), from, to,
                                                         value, NULL });
    }
  if (ent_chart_get_note (self->chart) != NULL)
    ent_sheet_add_note (sheet, ent_chart_get_note (self->chart));
  return sheet;
}
