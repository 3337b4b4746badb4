/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done to the window, from its menu, its buttons and its keys; and what it says when something failed. */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/list-parts.h"
#include "ui/window-private.h"

#include <math.h>

#include "layout/lane-choice.h"
#include "ui/export-dialog.h"
#include "ui/figures-window.h"
#include "ui/paste.h"
#include "ui/settings.h"
#include "ui/shortcut-row.h"
#include "ui/toast.h"
#include "ui/ui-data-folders.h"

/* Opening */

static void
keep_folder (EntWindow *self,
             GFile     *file)
{
  g_autoptr (GFile) parent = g_file_get_parent (file);

  if (parent == NULL)
    return;
  g_autofree char *uri = g_file_get_uri (parent);
  ent_settings_set (self->settings, "last-folder", g_variant_new_string (uri));
}

static void
on_open_response (EntWindow *self,
                  int        response)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) chosen = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (self->chooser));
      g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < g_list_model_get_n_items (chosen); i++)
        g_ptr_array_add (files, g_list_model_get_item (chosen, i));
      if (files->len > 0)
        keep_folder (self, g_ptr_array_index (files, 0));
      ent_window_open (self, (GFile **) files->pdata, (int) files->len);
    }
  g_clear_object (&self->chooser);
}

static void
add_file_filter (EntWindow          *self,
                 const char         *name,
                 const char * const *patterns)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
}

static void
on_open (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  static const char * const statements[] = { "*.txt", "*.md", "*.html", "*.htm", "*.xml",
                                            "*.docx", "*.odt", "*.pdf", "*.eml", "*.mht", "*.mhtml", "*.zip",
                                            "*.jsonl", "*.json", "*.csv", "*.bib", "*.ris", "*.entente", NULL };
  EntWindow *self = ENT_WINDOW (data);
  g_autofree char *uri = ent_settings_dup_string (self->settings, "last-folder", "");

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Open Statements"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN,
                                               _ ("_Open"), NULL);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  add_file_filter (self, _ ("Statements"), statements);
  add_file_filter (self, _ ("All files"), (const char * const[]) { "*", NULL });
  if (*uri != '\0')
    {
      g_autoptr (GFile) folder = g_file_new_for_uri (uri);

      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
    }
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (on_open_response), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_open_recent (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  ent_window_open (ENT_WINDOW (data), &file, 1);
}

static void
on_paste (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  EntWindow *self = ENT_WINDOW (data);

  ent_paste (GTK_WIDGET (self->stack), self->session);
}

static void
on_open_example (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  EntWindow *self = ENT_WINDOW (data);
  g_auto (GStrv) paths = ent_ui_data_folders_example ();

  if (paths[0] == NULL)
    ent_window_add_toast (self, _ ("The example is not installed"));
  ent_session_open (self->session, (const char * const *) paths);
}

/* Export */

static void
on_saved (EntWindow *self,
          GFile     *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *words = g_strdup_printf (_ ("Saved “%s”"), name);

  ent_window_add_toast (self, words);
}

static void
on_export (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  EntWindow *self = ENT_WINDOW (data);
  EntScene *scene = ent_timeline_view_get_scene (self->timeline);

  if (scene == NULL)
    return;
  EntTimeScale scale = ent_timeline_view_get_scale (self->timeline);
  g_autofree char *lane_choice = ent_timeline_view_dup_lane_choice (self->timeline);
  GtkWidget *dialog = ent_export_dialog_new (self->session, self->settings,
                                             ent_timeline_view_get_lanes (self->timeline), lane_choice,
                                             scale.start, scene->time_area.width * scale.days_per_pixel,
                                             ent_relationship_switcher_get_title (self->switcher));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_figures (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  EntWindow *self = ENT_WINDOW (data);
  GtkWidget *figures = ent_figures_window_new (self->session);

  gtk_window_set_transient_for (GTK_WINDOW (figures), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (figures));
}

/* Filters */

static void
on_find (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  EntWindow *self = ENT_WINDOW (data);

  adw_flap_set_reveal_flap (self->sidebar_flap, TRUE);
  ent_filter_sidebar_find (self->sidebar);
}

static void
on_toggle_sidebar (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  EntWindow *self = ENT_WINDOW (data);

  adw_flap_set_reveal_flap (self->sidebar_flap, !adw_flap_get_reveal_flap (self->sidebar_flap));
}

static void
on_clear_filter (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  ent_session_clear_filter (ENT_WINDOW (data)->session);
}

static void
on_filter_view (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  EntWindow *self = ENT_WINDOW (data);
  EntScene *scene = ent_timeline_view_get_scene (self->timeline);

  if (scene == NULL)
    return;
  EntTimeScale scale = ent_timeline_view_get_scale (self->timeline);
  EntDay from = (EntDay) floor (scale.start);
  EntDay to = (EntDay) ceil (ent_time_scale_to_time (scale, scene->time_area.width)) - 1;
  g_autoptr (EntFilter) filter = ent_filter_with_span (ent_session_get_filter (self->session), from, MAX (from, to));
  ent_session_set_filter (self->session, filter);
}

static void
on_show_undated (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  EntWindow *self = ENT_WINDOW (data);
  EntScene *scene = ent_timeline_view_get_scene (self->timeline);
  g_autoptr (EntRowSet) rows = ent_timeline_view_dup_undated (self->timeline);

  if (rows == NULL || ent_row_set_get_count (rows) == 0)
    return;
  GdkRectangle tray = { (int) scene->tray.x, (int) scene->tray.y, (int) scene->tray.width, (int) scene->tray.height };
  ent_event_list_view_set_rows (self->undated_list, self->session, rows);
  gtk_popover_set_pointing_to (self->undated, &tray);
  gtk_popover_popup (self->undated);
}

static void
on_lanes (GSimpleAction *action,
          GVariant      *state,
          gpointer       data)
{
  EntWindow *self = ENT_WINDOW (data);
  EntLaneMode lanes;

  if (ent_lane_mode_from_id (g_variant_get_string (state, NULL), &lanes))
    ent_timeline_view_set_lanes (self->timeline, lanes);
  g_simple_action_set_state (action, state);
}

/* Views */

static void
on_view (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  adw_view_stack_set_visible_child_name (ENT_WINDOW (data)->views, g_variant_get_string (parameter, NULL));
}

/* What failed */

static void
fill_failures (GtkListBox *list,
               GPtrArray  *failures)
{
  for (guint i = 0; i < failures->len; i++)
    {
      const EntLoadFailure *failure = g_ptr_array_index (failures, i);
      GtkWidget *row = adw_action_row_new ();

      g_object_set (row, "use-markup", FALSE, "title", failure->file != NULL ? failure->file : "",
                    "subtitle", failure->message, NULL);
      gtk_list_box_append (list, row);
    }
}

/* The list as lines of text, to be kept or sent on. */
static char *
dup_failures (GPtrArray *failures)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < failures->len; i++)
    {
      const EntLoadFailure *failure = g_ptr_array_index (failures, i);

      if (failure->file != NULL)
        g_string_append_printf (lines, "%s: ", failure->file);
      g_string_append_printf (lines, "%s\n", failure->message);
    }
  return g_string_free (lines, FALSE);
}

static void
on_failures_response (AdwMessageDialog *dialog,
                      const char       *response,
                      const char       *lines)
{
  if (g_str_equal (response, "copy"))
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (dialog)), lines);
}

static void
free_lines (gpointer  lines,
            GClosure *closure)
{
  g_free (lines);
}

/**
 * ent_window_present_failures:
 * @self: a window
 * @heading: what they are
 * @body: (nullable): what has become of it
 * @failures: (element-type EntLoadFailure): each with its place and its reason
 *
 * Shows a list of what was wrong.
 */
void
ent_window_present_failures (EntWindow  *self,
                             const char *heading,
                             const char *body,
                             GPtrArray  *failures)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);
  GtkWidget *list;
  GtkWidget *scroller = ent_list_boxed_new (&list);

  fill_failures (GTK_LIST_BOX (list), failures);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scroller);
  ent_list_boxed_fit (scroller);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "copy", _ ("Co_py List"));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_failures_response), dup_failures (failures), free_lines, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_show_failures (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  EntWindow *self = ENT_WINDOW (data);

  if (self->failures != NULL)
    ent_window_present_failures (self, _ ("Could Not Be Read"), NULL, self->failures);
}

/**
 * ent_window_add_toast:
 * @self: a window
 * @words: what to say, in plain text
 *
 * Says something in passing.
 */
void
ent_window_add_toast (EntWindow  *self,
                      const char *words)
{
  g_autofree char *markup = g_markup_escape_text (words, -1);

  ent_toast_add (self->toasts, adw_toast_new (markup));
}

static char *
dup_failure_words (GPtrArray *failures)
{
  const EntLoadFailure *first = g_ptr_array_index (failures, 0);

  if (failures->len > 1)
    return g_strdup_printf (ngettext ("%u file could not be read", "%u files could not be read", failures->len),
                            failures->len);
  if (first->file == NULL)
    return g_strdup (first->message);

  g_autofree char *name = g_path_get_basename (first->file);
  return g_strdup_printf (_ ("Could not read “%s”: %s"), name, first->message);
}

/**
 * ent_window_show_failures:
 * @self: a window
 * @failures: (element-type EntLoadFailure): what could not be read
 *
 * Names the file and the reason; of several, how many, with a button for all of them. It stays until it was read, or
 * something else is opened.
 */
void
ent_window_show_failures (EntWindow *self,
                          GPtrArray *failures)
{
  g_autofree char *words = dup_failure_words (failures);
  g_autofree char *markup = g_markup_escape_text (words, -1);
  AdwToast *toast = adw_toast_new (markup);

  ent_window_drop_failures (self);
  g_clear_pointer (&self->failures, g_ptr_array_unref);
  self->failures = g_ptr_array_ref (failures);

  adw_toast_set_timeout (toast, 0);
  adw_toast_set_button_label (toast, _ ("Details"));
  adw_toast_set_action_name (toast, "win.show-failures");
  g_set_weak_pointer (&self->failure, toast);
  ent_toast_add (self->toasts, toast);
}

/**
 * ent_window_drop_failures:
 * @self: a window
 *
 * Takes away what ent_window_show_failures() said last, as it is no longer about what the user does.
 */
void
ent_window_drop_failures (EntWindow *self)
{
  if (self->failure != NULL)
    ent_toast_dismiss (self->failure);
  g_clear_weak_pointer (&self->failure);
}

/* Its name is GTK's, which would keep such a window hidden from the start: that costs each start a window, and GTK 4.8
 * dies when a screen reader asks for one window more than are shown. */
static void
on_show_shortcuts (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  g_type_ensure (ENT_TYPE_SHORTCUT_ROW);
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (ENT_RESOURCE_PATH "/shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (data));
  gtk_window_present (shortcuts);
}

static const GActionEntry actions[] = {
  { "open", on_open },
  { "open-from-menu", on_open },
  { "open-example", on_open_example },
  { "open-recent", on_open_recent, "s" },
  { "paste", on_paste },
  { "export", on_export },
  { "figures", on_figures },
  { "find", on_find },
  { "toggle-sidebar", on_toggle_sidebar },
  { "clear-filter", on_clear_filter },
  { "filter-view", on_filter_view },
  { "show-undated", on_show_undated },
  { "show-failures", on_show_failures },
  { "lanes", NULL, "s", "'topic'", on_lanes },
  { "view", on_view, "s" },
  { "show-help-overlay", on_show_shortcuts },
};

/* What only makes sense with something open. */
static const char * const open_actions[] = {
  "export",
  "figures",
  "find",
  "toggle-sidebar",
  "clear-filter",
  "filter-view",
  "show-undated",
  "lanes",
  "view",
};

/**
 * ent_window_init_actions:
 * @self: a window
 *
 * Adds the actions.
 */
void
ent_window_init_actions (EntWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

/**
 * ent_window_set_enabled:
 * @self: a window
 * @action: name of an action of it
 * @enabled: whether it can be used
 */
void
ent_window_set_enabled (EntWindow  *self,
                        const char *action,
                        gboolean    enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), action)), enabled);
}

/**
 * ent_window_update_actions:
 * @self: a window
 *
 * Allows what there is something to do with.
 */
void
ent_window_update_actions (EntWindow *self)
{
  gboolean open = ent_session_get_index (self->session) != NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (open_actions); i++)
    ent_window_set_enabled (self, open_actions[i], open);
}
