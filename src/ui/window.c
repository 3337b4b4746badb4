/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/window-private.h"

#include "ui/recent-files.h"
#include "ui/settings.h"
#include "ui/spare-memory.h"
#include "ui/text-scale.h"
#include "ui/theme.h"

#define DEFAULT_WIDTH 1400
#define DEFAULT_HEIGHT 860

G_DEFINE_FINAL_TYPE (EntWindow, ent_window, ADW_TYPE_APPLICATION_WINDOW)

/* What the session says */

static void
update_colours (EntWindow *self)
{
  EntVocabulary *vocabulary = ent_session_get_vocabulary (self->session);

  if (vocabulary != NULL)
    ent_topic_colours_set (self->colours, vocabulary, ent_theme_get_current (adw_style_manager_get_default ()));
}

static void
hide_progress (GtkWidget *widget)
{
  EntWindow *self = ENT_WINDOW (widget);

  gtk_revealer_set_reveal_child (self->progress_revealer, ent_session_get_busy (self->session));
}

static void
update_page (EntWindow *self)
{
  gboolean open = ent_session_get_index (self->session) != NULL;
  gboolean busy = ent_session_get_busy (self->session);

  gtk_stack_set_visible_child_name (self->stack, open ? "timeline" : busy ? "reading"
                                                                          : "empty");
  /* On a page that is not shown it would turn all the same, and have every frame drawn. */
  gtk_spinner_set_spinning (self->spinner, busy && !open);
  /* It goes a frame after what was read has come. */
  if (busy && self->has_shown)
    gtk_revealer_set_reveal_child (self->progress_revealer, TRUE);
  else if (gtk_revealer_get_reveal_child (self->progress_revealer))
    ent_after_frame_do (&self->after_reading, GTK_WIDGET (self), hide_progress);
  ent_window_update_actions (self);
}

static void
show_progress (EntWindow  *self,
               const char *words,
               double      share)
{
  ent_reading_progress_show (self->first_progress, words, share);
  ent_reading_progress_show (self->progress, words, share);
}

static void
on_busy_changed (EntWindow *self)
{
  show_progress (self, _ ("Reading…"), 0.0);
  update_page (self);
}

static gboolean
update_header (gpointer data)
{
  EntWindow *self = ENT_WINDOW (data);
  gboolean wide = !adw_flap_get_folded (self->sidebar_flap);
  gboolean open = ent_session_get_index (self->session) != NULL;

  self->header_source = 0;
  gtk_widget_set_visible (self->export_button, wide && open);
  gtk_widget_set_visible (self->find_button, wide && open);
  gtk_widget_set_visible (self->filters_button, open);
  ent_window_set_enabled (self, "open-from-menu", adw_squeezer_get_visible_child (self->open_squeezer) == NULL);
  gtk_widget_set_visible (self->switcher_bar,
                          adw_squeezer_get_visible_child (self->squeezer) != self->switcher_wide);
  return G_SOURCE_REMOVE;
}

/* A narrow header keeps what the menu and the sidebar do not have, and one with nothing open what opens; where the
 * switcher of views has no room it stands at the foot of the window, and where its words have none there, as large
 * letters do not, in a menu. The flap folds and the squeezer chooses while the window is laid out, when none may
 * change its size: what asks for room then is forgotten by GTK, and the timeline with it. */
static void
on_laid_out (EntWindow *self)
{
  if (self->header_source == 0)
    self->header_source = g_idle_add (update_header, self);
}

/* Its keys work at once, unless another view is on show or somebody types. */
static void
show_timeline (EntWindow *self)
{
  GtkWidget *timeline = GTK_WIDGET (self->timeline);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  gtk_widget_set_visible (timeline, TRUE);
  if (gtk_widget_get_child_visible (gtk_widget_get_parent (timeline)) && (focus == NULL || !GTK_IS_EDITABLE (focus)))
    gtk_widget_grab_focus (timeline);
}

static void
show_next (GtkWidget *widget)
{
  EntWindow *self = ENT_WINDOW (widget);

  switch (self->n_shown++)
    {
    case 0:
      ent_event_pane_show_inside (self->pane, TRUE);
      ent_filter_sidebar_show_inside (self->sidebar, TRUE);
      break;
    case 1:
      show_timeline (self);
      break;
    default:
      ent_filter_sidebar_show_lists (self->sidebar, TRUE);
      return;
    }
  ent_after_frame_do (&self->after_frame, widget, show_next);
}

/* The first frame with events has all of a page to find room for and to draw, and no part of it was drawn before: they
 * come one after the other, a frame each. */
static void
on_index_changed (EntWindow *self)
{
  update_colours (self);
  update_page (self);
  on_laid_out (self);
  if (self->has_shown || ent_session_get_index (self->session) == NULL)
    return;
  self->has_shown = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->timeline), FALSE);
  ent_filter_sidebar_show_lists (self->sidebar, FALSE);
  ent_filter_sidebar_show_inside (self->sidebar, FALSE);
  ent_event_pane_show_inside (self->pane, FALSE);
  ent_after_frame_do (&self->after_frame, GTK_WIDGET (self), show_next);
}

static void
on_rows_changed (EntWindow *self)
{
  EntRowSet *rows = ent_session_get_rows (self->session);
  EntRowSet *base = ent_session_get_base_rows (self->session);
  gboolean any = base != NULL && ent_row_set_get_count (base) > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->nothing), rows != NULL && ent_row_set_get_count (rows) == 0);
  gtk_label_set_label (self->nothing, any ? _ ("No event is left by these filters")
                                          : _ ("No event was found in these statements"));
  gtk_popover_popdown (self->undated);
  g_autofree char *shown = ent_filter_chips_dup_count (self->chips);
  gtk_label_set_label (self->shown, shown);
  ent_window_update_actions (self);
}

/* Where there is no room for both, the pane slides over the timeline when there is something to show; beside wide
 * tables it does not stand empty. */
static void
update_pane (EntWindow *self)
{
  const char *view = adw_view_stack_get_visible_child_name (self->views);
  gboolean keeps = !adw_flap_get_folded (self->pane_flap)
                   && (g_strcmp0 (view, "timeline") == 0 || g_strcmp0 (view, "list") == 0);

  adw_flap_set_reveal_flap (self->pane_flap, keeps || ent_session_get_selected (self->session) != ENT_ROW_NONE);
}

static gboolean
give_memory_back (gpointer data)
{
  EntWindow *self = ENT_WINDOW (data);

  self->trim_source = 0;
  ent_spare_memory_give_back (ent_archive_worker_get_archive (ent_session_get_worker (self->session)));
  return G_SOURCE_REMOVE;
}

static void
name_view (EntWindow *self)
{
  AdwViewStackPage *page = adw_view_stack_get_page (self->views, adw_view_stack_get_visible_child (self->views));

  gtk_menu_button_set_label (self->view_button, adw_view_stack_page_get_title (page));
}

/* A view that is shown counts and sorts, and leaves much behind. */
static void
on_view_changed (EntWindow *self)
{
  update_pane (self);
  name_view (self);
  g_clear_handle_id (&self->trim_source, g_source_remove);
  self->trim_source = g_timeout_add (ENT_SPARE_MEMORY_DELAY, give_memory_back, self);
}

/* How long reading will go on, as it is said; %NULL while that is not known. */
static char *
dup_time_left (double seconds)
{
  guint minutes = (guint) (MIN (seconds, 1e6) / 60.0 + 0.5);

  if (seconds < 0.0)
    return NULL;
  if (minutes > 0)
    return g_strdup_printf (ngettext ("about %u minute left", "about %u minutes left", minutes), minutes);
  return g_strdup (_ ("less than a minute left"));
}

static void
on_progress (EntWindow             *self,
             const EntLoadProgress *done)
{
  g_autofree char *files = g_strdup_printf (ngettext ("%u of %u file", "%u of %u files", done->n_files),
                                            done->n_files_done, done->n_files);
  g_autofree char *statements = g_strdup_printf (ngettext ("%u statement", "%u statements", done->n_statements),
                                                 done->n_statements);
  g_autofree char *events = g_strdup_printf (ngettext ("%u mention of an event", "%u mentions of events",
                                                       done->n_mentions),
                                             done->n_mentions);
  g_autofree char *left = dup_time_left (done->seconds_left);
  /* Translators: “Reading: 12 of 40 files · 312 statements · 900 mentions of events” */
  g_autofree char *words = g_strdup_printf (_ ("Reading: %s · %s · %s"), files, statements, events);
  g_autofree char *all = left != NULL ? g_strdup_printf ("%s · %s", words, left) : g_strdup (words);

  show_progress (self, all, done->n_bytes > 0 ? (double) done->n_bytes_done / (double) done->n_bytes : -1.0);
}

static void
on_title_changed (EntWindow *self)
{
  gtk_window_set_title (GTK_WINDOW (self), ent_relationship_switcher_get_title (self->switcher));
}

/* Callbacks of the template */

/* Names of views that have no room would be cut; now they ask for it. */
static void
keep_whole (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_NONE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    keep_whole (child);
}

static void
on_cancelled (EntWindow *self)
{
  ent_session_cancel (self->session);
}

static void
on_legend_clicked (EntWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->timeline), "timeline.legend", NULL);
}

static void
on_zoom_in_clicked (EntWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->timeline), "timeline.zoom-in", NULL);
}

static void
on_zoom_out_clicked (EntWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->timeline), "timeline.zoom-out", NULL);
}

static void
on_zoom_fit_clicked (EntWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->timeline), "timeline.zoom-fit", NULL);
}

static void
on_undated_chosen (EntWindow *self)
{
  gtk_popover_popdown (self->undated);
}

/* The bar stands beside the lanes: between the axis and the overview. */
static void
place_scrollbar (EntWindow *self)
{
  EntScene *scene = ent_timeline_view_get_scene (self->timeline);
  GtkAdjustment *adjustment = ent_timeline_view_get_vadjustment (self->timeline);
  gboolean needed = gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment) + 0.5;

  gtk_widget_set_visible (GTK_WIDGET (self->scrollbar), needed && scene != NULL);
  if (!needed || scene == NULL)
    return;
  gtk_widget_set_margin_top (GTK_WIDGET (self->scrollbar), (int) scene->lane_area.y);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->scrollbar),
                                (int) (scene->height - scene->lane_area.y - scene->lane_area.height));
}

static void
update_recent (EntWindow *self)
{
  g_autoptr (GMenuModel) menu = ent_recent_files_new_menu ();

  /* Without a menu the arrow cannot be pressed; an empty one would open. */
  adw_split_button_set_menu_model (self->open_button, g_menu_model_get_n_items (menu) > 0 ? menu : NULL);
}

static gboolean
on_drop (EntWindow    *self,
         const GValue *value)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GSList) list = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *l = list; l != NULL; l = l->next)
    g_ptr_array_add (files, g_object_ref (l->data));
  ent_window_open (self, (GFile **) files->pdata, (int) files->len);
  return files->len > 0;
}

/* Window */

static void
restore_size (EntWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self),
                               ent_settings_get_int (self->settings, "window-width", DEFAULT_WIDTH),
                               ent_settings_get_int (self->settings, "window-height", DEFAULT_HEIGHT));
  if (ent_settings_get_boolean (self->settings, "window-maximized", FALSE))
    gtk_window_maximize (GTK_WINDOW (self));
  adw_flap_set_reveal_flap (self->sidebar_flap, ent_settings_get_boolean (self->settings, "sidebar-visible", TRUE));
}

static void
keep_size (EntWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  ent_settings_set (self->settings, "window-width", g_variant_new_int32 (width));
  ent_settings_set (self->settings, "window-height", g_variant_new_int32 (height));
  ent_settings_set (self->settings, "window-maximized",
                    g_variant_new_boolean (gtk_window_is_maximized (GTK_WINDOW (self))));
  if (!adw_flap_get_folded (self->sidebar_flap))
    ent_settings_set (self->settings, "sidebar-visible",
                      g_variant_new_boolean (adw_flap_get_reveal_flap (self->sidebar_flap)));
}

static void
ent_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ent_window_parent_class)->map (widget);

  ent_window_prepare (ENT_WINDOW (widget));
}

static void
ent_window_unmap (GtkWidget *widget)
{
  keep_size (ENT_WINDOW (widget));

  GTK_WIDGET_CLASS (ent_window_parent_class)->unmap (widget);
}

static void
ent_window_dispose (GObject *object)
{
  EntWindow *self = ENT_WINDOW (object);

  if (self->session != NULL)
    {
      ent_window_dispose_memory (self);
      ent_session_cancel (self->session);
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_signal_handlers_disconnect_by_data (self->views, self);
      g_signal_handlers_disconnect_by_data (self->timeline, self);
    }
  g_clear_handle_id (&self->header_source, g_source_remove);
  g_clear_handle_id (&self->recover_source, g_source_remove);
  g_clear_handle_id (&self->prepare_source, g_source_remove);
  g_clear_handle_id (&self->trim_source, g_source_remove);
  ent_after_frame_cancel (&self->after_frame);
  ent_after_frame_cancel (&self->after_reading);
  ent_after_frame_cancel (&self->after_import);
  g_clear_object (&self->chooser);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_object (&self->colours);
  g_clear_pointer (&self->failures, g_ptr_array_unref);
  g_clear_weak_pointer (&self->failure);
  g_clear_weak_pointer (&self->change_toast);
  g_clear_weak_pointer (&self->outdated_toast);
  g_clear_weak_pointer (&self->access_toast);
  g_clear_pointer (&self->summary, ent_import_summary_free);
  g_clear_pointer (&self->told_access, g_free);
  if (self->undated != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->undated));
  self->undated = NULL;

  G_OBJECT_CLASS (ent_window_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (ENT_TYPE_RELATIONSHIP_SWITCHER);
  g_type_ensure (ENT_TYPE_FILTER_SIDEBAR);
  g_type_ensure (ENT_TYPE_FILTER_CHIPS);
  g_type_ensure (ENT_TYPE_TIMELINE_VIEW);
  g_type_ensure (ENT_TYPE_EVENT_PANE);
  g_type_ensure (ENT_TYPE_EVENT_LIST_VIEW);
  g_type_ensure (ENT_TYPE_EVENTS_PAGE);
  g_type_ensure (ENT_TYPE_STATEMENTS_PAGE);
  g_type_ensure (ENT_TYPE_INSIGHTS_PAGE);
  g_type_ensure (ENT_TYPE_FORMULAS_PAGE);
  g_type_ensure (ENT_TYPE_REVIEW_QUEUE);
  g_type_ensure (ENT_TYPE_READING_PROGRESS);
}

static void
ent_window_class_init (EntWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ensure_types ();
  G_OBJECT_CLASS (klass)->dispose = ent_window_dispose;
  widget_class->map = ent_window_map;
  widget_class->unmap = ent_window_unmap;
  gtk_widget_class_set_template_from_resource (widget_class, ENT_RESOURCE_PATH "/window.ui");
  gtk_widget_class_bind_template_child (widget_class, EntWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, open_squeezer);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, empty);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, first_steps);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, find_button);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, filters_button);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, sidebar_flap);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, pane_flap);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, chips);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, switcher_wide);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, squeezer);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, switcher_narrow);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, view_button);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, views);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, shown);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, events);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, statements);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, insights);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, formulas);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, timeline);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, scrollbar);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, pane);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, first_progress);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, undated);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, undated_list);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, nothing);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, queue);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, undo_section);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, periods_section);
  gtk_widget_class_bind_template_callback (widget_class, on_laid_out);
  gtk_widget_class_bind_template_callback (widget_class, on_title_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_cancelled);
  gtk_widget_class_bind_template_callback (widget_class, on_legend_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_in_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_out_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_fit_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_undated_chosen);
}

static void
watch_session (EntWindow *self)
{
  name_view (self);
  keep_whole (self->switcher_narrow);
  g_signal_connect_swapped (self->session, "notify::busy", G_CALLBACK (on_busy_changed), self);
  g_signal_connect_swapped (self->session, "notify::index", G_CALLBACK (on_index_changed), self);
  g_signal_connect_swapped (self->session, "notify::rows", G_CALLBACK (on_rows_changed), self);
  g_signal_connect_swapped (self->session, "notify::selected", G_CALLBACK (update_pane), self);
  g_signal_connect_swapped (self->views, "notify::visible-child-name", G_CALLBACK (on_view_changed), self);
  g_signal_connect_swapped (self->session, "progress", G_CALLBACK (on_progress), self);
  g_signal_connect_swapped (self->session, "failed", G_CALLBACK (ent_window_show_failures), self);

  ent_relationship_switcher_set_session (self->switcher, self->session);
  ent_filter_sidebar_set_session (self->sidebar, self->session);
  ent_filter_chips_set_session (self->chips, self->session);
  ent_timeline_view_set_session (self->timeline, self->session);
  ent_event_pane_set_session (self->pane, self->session);
  ent_events_page_set_session (self->events, self->session);
  ent_statements_page_set_session (self->statements, self->session);
  ent_insights_page_set_session (self->insights, self->session);
  ent_formulas_page_set_session (self->formulas, self->session);
}

static void
ent_window_init (EntWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->session = ent_session_new ();
  self->last_change = -1;
  self->colours = ent_topic_colours_new (gtk_widget_get_display (GTK_WIDGET (self)));
  adw_status_page_set_icon_name (self->empty, ENT_APPLICATION_ID);
  ent_text_scale_shorten (self->first_steps);
  gtk_widget_set_parent (GTK_WIDGET (self->undated), GTK_WIDGET (self->overlay));
  adjustment = ent_timeline_view_get_vadjustment (self->timeline);
  gtk_scrollbar_set_adjustment (self->scrollbar, adjustment);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (place_scrollbar), self, G_CONNECT_SWAPPED);
  ent_window_init_actions (self);
  watch_session (self);
  ent_window_init_archive (self);
  ent_window_init_collection (self);
  ent_window_init_memory (self);
  update_recent (self);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (update_recent), self,
                           G_CONNECT_SWAPPED);
  update_page (self);
  update_header (self);

  g_signal_connect_swapped (drop, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (update_colours), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (update_colours), self, G_CONNECT_SWAPPED);
}

/**
 * ent_window_new:
 * @application: the program
 * @settings: (nullable): what the user left as it was
 *
 * Returns: (transfer none): a window that has nothing open
 */
GtkWidget *
ent_window_new (AdwApplication *application,
                GSettings      *settings)
{
  EntWindow *self = g_object_new (ENT_TYPE_WINDOW, "application", application, NULL);

  g_set_object (&self->settings, settings);
  restore_size (self);
  ent_filter_sidebar_set_settings (self->sidebar, settings);
  ent_window_watch_coder (self);
  return GTK_WIDGET (self);
}

/**
 * ent_window_get_session:
 * @self: a window
 *
 * Returns: (transfer none): what it shows
 */
EntSession *
ent_window_get_session (EntWindow *self)
{
  g_return_val_if_fail (ENT_IS_WINDOW (self), NULL);

  return self->session;
}

/**
 * ent_window_open:
 * @self: a window
 * @files: (array length=n_files): files and folders
 * @n_files: how many
 *
 * Reads files and adds what they hold. One that is not on this machine is named in a message.
 */
void
ent_window_open (EntWindow  *self,
                 GFile     **files,
                 int         n_files)
{
  g_return_if_fail (ENT_IS_WINDOW (self));

  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL && (ent_window_open_apart (self, path) || ent_window_take_corrections (self, path)))
        continue;
      if (path != NULL)
        {
          g_strv_builder_add (builder, path);
          ent_window_set_opened (self, path);
          ent_recent_files_add (files[i]);
          continue;
        }
      g_autofree char *name = g_file_get_parse_name (files[i]);
      g_autofree char *words = g_strdup_printf (_ ("Could not read “%s”: it is not on this computer"), name);
      ent_window_add_toast (self, words);
    }
  g_auto (GStrv) paths = g_strv_builder_end (builder);
  ent_window_drop_failures (self);
  update_recent (self);
  if (paths[0] != NULL)
    ent_session_open (self->session, (const char * const *) paths);
}

/**
 * ent_window_reload_formulas:
 * @self: a window
 *
 * Reads the formulas again, after one was added.
 */
void
ent_window_reload_formulas (EntWindow *self)
{
  g_return_if_fail (ENT_IS_WINDOW (self));

  ent_formulas_page_reload (self->formulas);
}
