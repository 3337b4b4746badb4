/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user makes of what was found: events by hand, periods, snapshots, other people's corrections. */
#include "entente-config.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ui/window-private.h"

#include "model/archive-together.h"
#include "ui/agreement-window.h"
#include "ui/difference-words.h"
#include "ui/event-changes.h"
#include "ui/event-editor.h"
#include "ui/list-parts.h"
#include "ui/merge-corrections.h"
#include "ui/period-dialog.h"
#include "ui/settings.h"
#include "ui/snapshots-window.h"

static void
present (EntWindow *self,
         GtkWidget *window)
{
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_add_event (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  EntWindow *self = ENT_WINDOW (data);

  present (self, ent_event_editor_new_to_add (self->session, -1, (EntSpan) { 0, 0 }));
}

static void
on_show_all (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  EntWindow *self = ENT_WINDOW (data);
  g_autoptr (GVariant) state = g_action_get_state (G_ACTION (action));
  gboolean all = !g_variant_get_boolean (state);

  g_simple_action_set_state (action, g_variant_new_boolean (all));
  ent_archive_worker_set_all (ent_session_get_worker (self->session), all);
}

/* Periods */

/* The time in view, in months where that is what one sees. */
static void
on_name_period (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  EntWindow *self = ENT_WINDOW (data);
  const char *text = g_variant_get_string (parameter, NULL);
  EntScene *scene = ent_timeline_view_get_scene (self->timeline);
  EntEdtf span = { 0 };

  if (*text != '\0')
    ent_edtf_parse (text, strlen (text), &span, NULL);
  else if (scene != NULL)
    {
      EntTimeScale scale = ent_timeline_view_get_scale (self->timeline);
      EntDay first = (EntDay) floor (scale.start);
      EntDay last = (EntDay) ceil (ent_time_scale_to_time (scale, scene->time_area.width)) - 1;

      span = ent_edtf_interval (ent_edtf_point_day (first), ent_edtf_point_day (MAX (first, last)));
    }
  ent_period_dialog_show (GTK_WINDOW (self), self->session, NULL, "", span);
}

static void
on_edit_period (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  EntWindow *self = ENT_WINDOW (data);
  GArray *periods = ent_session_get_periods (self->session);
  const char *id = g_variant_get_string (parameter, NULL);

  for (guint i = 0; periods != NULL && i < periods->len; i++)
    {
      const EntPeriod *period = &g_array_index (periods, EntPeriod, i);

      if (g_str_equal (period->id, id))
        ent_period_dialog_show (GTK_WINDOW (self), self->session, period->id, period->label, period->span);
    }
}

static void
show_periods (EntWindow *self)
{
  GArray *periods = ent_session_get_periods (self->session);

  g_menu_remove_all (self->periods_section);
  for (guint i = 0; periods != NULL && i < periods->len; i++)
    {
      const EntPeriod *period = &g_array_index (periods, EntPeriod, i);
      g_auto (GStrv) parts = g_strsplit (period->label, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.edit-period", "s", period->id);
      g_menu_append_item (self->periods_section, item);
    }
}

/* Snapshots */

static void
on_snapshots (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  EntWindow *self = ENT_WINDOW (data);

  present (self, ent_snapshots_window_new (self->session));
}

/* What came in, and what is read anew */

static void
on_import_summary (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  EntWindow *self = ENT_WINDOW (data);

  if (self->summary != NULL)
    ent_import_summary_show (self->summary, GTK_WINDOW (self), self->session);
}

static void
on_reparse (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  ent_archive_worker_reparse (ent_session_get_worker (ENT_WINDOW (data)->session));
}

static void
on_reparsed (EntWindow              *self,
             const EntReparseReport *report)
{
  g_autofree char *words = ent_words_for_reparse (report);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Statements Read Anew"), words);
  GtkWidget *list;
  GtkWidget *scroller = ent_list_boxed_new (&list);
  guint n = report->differences != NULL ? report->differences->len : 0;

  for (guint i = 0; i < n;)
    {
      const char *title = g_array_index (report->differences, EntDifference, i).title;
      g_autofree char *changes = ent_words_for_differences (ent_session_get_vocabulary (self->session),
                                                            report->differences, &i);
      GtkWidget *row = adw_action_row_new ();

      g_object_set (row, "use-markup", FALSE, "title", title != NULL ? title : "", "subtitle", changes, NULL);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  gtk_widget_set_visible (scroller, n > 0);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scroller);
  ent_list_boxed_fit (scroller);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Told once a window: who does not want it now finds it in the menu. */
static void
tell_outdated (EntWindow *self)
{
  guint n = ent_session_get_n_outdated (self->session);
  g_autofree char *words = NULL;
  AdwToast *toast;

  if (n == 0 && self->outdated_toast != NULL)
    adw_toast_dismiss (self->outdated_toast);
  if (n == 0 || self->told_outdated)
    return;
  self->told_outdated = TRUE;
  words = g_strdup_printf (ngettext ("%u statement was read by other words and rules than those in use",
                                     "%u statements were read by other words and rules than those in use", n),
                           n);
  toast = adw_toast_new (words);
  adw_toast_set_button_label (toast, _ ("Read Anew"));
  adw_toast_set_action_name (toast, "win.reparse");
  g_set_weak_pointer (&self->outdated_toast, toast);
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Working together */

static void
on_merge_response (EntWindow *self,
                   int        response)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
      g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

      if (path != NULL && ent_archive_is_file (path))
        ent_merge_corrections (GTK_WINDOW (self), self->session, path);
      else if (path != NULL)
        ent_window_take_table (self, path);
    }
  g_clear_object (&self->chooser);
}

static void
on_merge_corrections (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       data)
{
  EntWindow *self = ENT_WINDOW (data);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Take Over Corrections"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Take Over"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_filter_set_name (filter, _ ("Archives and exported tables"));
  gtk_file_filter_add_pattern (filter, "*.entente");
  gtk_file_filter_add_pattern (filter, "*.csv");
  gtk_file_filter_add_pattern (filter, "*.tsv");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (on_merge_response), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_agreement (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  EntWindow *self = ENT_WINDOW (data);

  present (self, ent_agreement_window_new (self->session));
}

static gboolean
set_blind_cb (EntArchive  *archive,
              gpointer     data,
              GError     **error)
{
  return ent_archive_set_blind (archive, GPOINTER_TO_INT (data), error);
}

static void
on_blind (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  EntWindow *self = ENT_WINDOW (data);
  gboolean blind = !ent_session_is_blind (self->session);

  ent_session_change (self->session, set_blind_cb, GINT_TO_POINTER (blind), NULL);
}

/* The file knows who codes blind. */
static void
show_blind (EntWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "blind");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (ent_session_is_blind (self->session)));
}

static void
on_coder_changed (EntWindow *self)
{
  g_autofree char *coder = ent_settings_dup_string (self->settings, "coder", "");
  EntArchiveWorker *worker = ent_session_get_worker (self->session);
  EntArchive *archive;

  ent_archive_worker_set_coder (worker, coder);
  archive = ent_archive_worker_get_archive (worker);
  if (archive == NULL || ent_session_get_busy (self->session))
    return;
  /* Another coder sees something else, where one of the two codes blind. */
  if (!ent_archive_is_blind (archive) && !ent_session_is_blind (self->session))
    return;
  self->last_change = -1;
  ent_archive_worker_load_again (worker);
}

/**
 * ent_window_watch_coder:
 * @self: a window with its settings
 *
 * Signs what is said of events with the name that the user prefers.
 */
void
ent_window_watch_coder (EntWindow *self)
{
  if (self->settings != NULL)
    g_signal_connect_object (self->settings, "changed::coder", G_CALLBACK (on_coder_changed), self, G_CONNECT_SWAPPED);
  on_coder_changed (self);
}

static const GActionEntry actions[] = {
  { "add-event", on_add_event },
  { "show-all", on_show_all, NULL, "false" },
  { "name-period", on_name_period, "s" },
  { "edit-period", on_edit_period, "s" },
  { "snapshots", on_snapshots },
  { "import-summary", on_import_summary },
  { "reparse", on_reparse },
  { "merge-corrections", on_merge_corrections },
  { "agreement", on_agreement },
  { "blind", on_blind, NULL, "false" },
};

/* What changes the archive. */
static const char * const changing[] = { "add-event", "name-period", "edit-period", "reparse",
                                          "merge-corrections", "blind" };

static void
update (EntWindow *self)
{
  gboolean open = ent_session_get_index (self->session) != NULL;
  gboolean possible = open && ent_event_changes_are_possible (self->session);
  gboolean has_archive = ent_archive_worker_get_archive (ent_session_get_worker (self->session)) != NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (changing); i++)
    ent_window_set_enabled (self, changing[i], possible);
  if (possible)
    tell_outdated (self);
  ent_window_set_enabled (self, "reparse", possible && ent_session_get_n_outdated (self->session) > 0);
  ent_window_set_enabled (self, "show-all", open);
  ent_window_set_enabled (self, "snapshots", has_archive);
  ent_window_set_enabled (self, "agreement", has_archive);
}

/**
 * ent_window_init_collection:
 * @self: a window with its session
 *
 * Adds what can be made of what was found.
 */
void
ent_window_init_collection (EntWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_swapped (self->session, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->session, "notify::index", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->session, "notify::index", G_CALLBACK (show_periods), self);
  g_signal_connect_swapped (self->session, "notify::index", G_CALLBACK (show_blind), self);
  g_signal_connect_object (ent_session_get_worker (self->session), "reparsed", G_CALLBACK (on_reparsed), self,
                           G_CONNECT_SWAPPED);
  ent_window_set_enabled (self, "import-summary", FALSE);
  update (self);
}
