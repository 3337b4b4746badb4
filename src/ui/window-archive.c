/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The archive behind the window: undo and redo by name, saving under a name, checking, work that was left behind. */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/window-private.h"

#include "ui/accessible-names.h"
#include "ui/change-words.h"
#include "ui/event-changes.h"
#include "ui/merge-dialog.h"
#include "ui/settings.h"
#include "ui/toast.h"

static EntArchive *
get_archive (EntWindow *self)
{
  return ent_archive_worker_get_archive (ent_session_get_worker (self->session));
}

/* Undo and redo */

/* Names what can be undone and redone. While the file is at work it says nothing new, and is asked again after. */
static void
update_undo (EntWindow *self)
{
  EntArchive *archive = get_archive (self);
  g_auto (EntChangeLabel) undo = { NULL };
  g_auto (EntChangeLabel) redo = { NULL };
  gboolean can_undo = FALSE, can_redo = FALSE, possible;

  if (ent_session_get_busy (self->session))
    return;
  possible = ent_event_changes_are_possible (self->session);
  if (possible)
    {
      can_undo = ent_archive_get_undo (archive, &undo);
      can_redo = ent_archive_get_redo (archive, &redo);
    }
  g_autofree char *undo_change = can_undo ? ent_words_for_change (&undo) : NULL;
  g_autofree char *redo_change = can_redo ? ent_words_for_change (&redo) : NULL;
  /* Translators: as in “Undo Merge of 2 Events” */
  g_autofree char *undo_words = can_undo ? g_strdup_printf (_ ("_Undo %s"), undo_change) : g_strdup (_ ("_Undo"));
  g_autofree char *redo_words = can_redo ? g_strdup_printf (_ ("_Redo %s"), redo_change) : g_strdup (_ ("_Redo"));
  g_menu_remove_all (self->undo_section);
  g_menu_append (self->undo_section, undo_words, "win.undo");
  g_menu_append (self->undo_section, redo_words, "win.redo");
  ent_window_set_enabled (self, "undo", can_undo);
  ent_window_set_enabled (self, "redo", can_redo);
  ent_window_set_enabled (self, "save-as", archive != NULL);
  ent_window_set_enabled (self, "review", possible);
}

static void
on_undo (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  ent_event_changes_undo (ENT_WINDOW (data)->session);
}

static void
on_redo (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  ent_event_changes_redo (ENT_WINDOW (data)->session);
}

/* Only what a person did is worth a word, and can be taken back with it. */
static void
tell_change (EntWindow *self)
{
  g_auto (EntChangeLabel) label = { NULL };
  EntArchive *archive = get_archive (self);
  gboolean blind = ent_session_is_blind (self->session);

  /* What others say is seen again once nobody codes blind, but is not new. */
  if (blind != self->told_blind)
    self->last_change = -1;
  self->told_blind = blind;
  if (ent_session_get_busy (self->session) || !ent_event_changes_are_possible (self->session)
      || !ent_archive_get_undo (archive, &label))
    {
      self->last_change = 0;
      return;
    }
  /* What an archive was left with when it is opened was told before. */
  gboolean is_new = self->last_change >= 0 && label.number > self->last_change;
  self->last_change = label.number;
  if (!is_new || g_str_equal (label.action, "import"))
    return;
  g_autofree char *change = ent_words_for_change (&label);
  g_autofree char *markup = g_markup_escape_text (change, -1);
  AdwToast *toast = adw_toast_new (markup);
  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_set_timeout (toast, 4);
  ent_toast_replace (self->toasts, &self->change_toast, toast);
  ent_accessible_names_tidy (GTK_WIDGET (self->toasts));
}

/* Why the archive can only be read; NULL where it can be changed. */
static char *
dup_access_words (EntArchive *archive)
{
  g_autofree char *name = g_path_get_basename (ent_archive_get_path (archive));
  EntArchiveAccess access;

  ent_archive_get_access (archive, &access);
  switch (access.reason)
    {
    case ENT_ARCHIVE_OF_OWNER:
      /* Translators: a file, the number of a process, a computer */
      return g_strdup_printf (_ ("“%s” can only be read: it is open in process %lld on %s"), name,
                              (long long) access.process, access.host);
    case ENT_ARCHIVE_OF_VERSION:
      return g_strdup_printf (_ ("“%s” can only be read: a later version of Entente made it"), name);
    case ENT_ARCHIVE_OF_DISK:
      return g_strdup_printf (_ ("“%s” can only be read: the disk is full"), name);
    case ENT_ARCHIVE_OF_FILE:
      return g_strdup_printf (_ ("“%s” can only be read: it may not be written, or its folder may not"), name);
    case ENT_ARCHIVE_WRITABLE:
    case ENT_ARCHIVE_ASKED:
    default:
      return NULL;
    }
}

/* Told once an archive. A copy can be changed, but for one of a later version. */
static void
tell_access (EntWindow *self)
{
  EntArchive *archive = get_archive (self);
  g_autofree char *words = NULL;
  EntArchiveAccess access;

  if (archive == NULL || g_strcmp0 (self->told_access, ent_archive_get_path (archive)) == 0)
    return;
  g_free (self->told_access);
  self->told_access = g_strdup (ent_archive_get_path (archive));
  if (self->access_toast != NULL)
    ent_toast_dismiss (self->access_toast);
  words = dup_access_words (archive);
  if (words == NULL)
    return;
  g_autofree char *markup = g_markup_escape_text (words, -1);
  AdwToast *toast = adw_toast_new (markup);
  ent_archive_get_access (archive, &access);
  if (access.reason != ENT_ARCHIVE_OF_VERSION)
    {
      adw_toast_set_button_label (toast, _ ("Save As…"));
      adw_toast_set_action_name (toast, "win.save-as");
    }
  adw_toast_set_timeout (toast, 0);
  g_set_weak_pointer (&self->access_toast, toast);
  ent_toast_add (self->toasts, toast);
}

static void
on_changed (EntWindow *self,
            gboolean   made)
{
  update_undo (self);
  tell_access (self);
  if (!made)
    return;
  if (self->failures != NULL && ((EntLoadFailure *) g_ptr_array_index (self->failures, 0))->file == NULL)
    ent_window_drop_failures (self);
  tell_change (self);
}

static void
tell_import (GtkWidget *widget)
{
  EntWindow *self = ENT_WINDOW (widget);
  g_autofree char *words = ent_import_summary_dup_words (self->summary);

  if (ent_import_summary_is_plain (self->summary))
    {
      ent_window_add_toast (self, words);
      return;
    }
  g_autofree char *markup = g_markup_escape_text (words, -1);
  AdwToast *toast = adw_toast_new (markup);
  adw_toast_set_button_label (toast, _ ("Details"));
  adw_toast_set_action_name (toast, "win.import-summary");
  adw_toast_set_timeout (toast, 0);
  ent_toast_add (self->toasts, toast);
  ent_accessible_names_tidy (GTK_WIDGET (self->toasts));
}

/* With a toast all of the window is drawn: after the frame that shows what came in, not with it. */
static void
on_imported (EntWindow             *self,
             const EntImportReport *report)
{
  g_clear_pointer (&self->summary, ent_import_summary_free);
  self->summary = ent_import_summary_new (report);
  ent_window_set_enabled (self, "import-summary", TRUE);
  if (report->n_held > 0 || !ent_import_summary_is_plain (self->summary))
    ent_after_frame_do (&self->after_import, GTK_WIDGET (self), tell_import);
}

/* Saving */

static void
on_save_response (EntWindow *self,
                  int        response)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        ent_archive_worker_save_as (ent_session_get_worker (self->session), path);
      else
        ent_window_add_toast (self, _ ("An archive can only be kept on this computer"));
    }
  g_clear_object (&self->chooser);
}

static void
on_save_as (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  EntWindow *self = ENT_WINDOW (data);
  const char *title = ent_relationship_switcher_get_title (self->switcher);
  g_autofree char *name = g_strconcat (title != NULL ? title : _ ("Untitled"), ".entente", NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Save Archive"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                               _ ("_Save"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_filter_set_name (filter, _ ("Archives"));
  gtk_file_filter_add_pattern (filter, "*.entente");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), g_strdelimit (name, "/", '-'));
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (on_save_response), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* Checking */

static void
on_review (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  EntWindow *self = ENT_WINDOW (data);
  GVariant *state = g_action_get_state (G_ACTION (action));
  gboolean active = !g_variant_get_boolean (state);

  g_variant_unref (state);
  g_simple_action_set_state (action, g_variant_new_boolean (active));
  ent_review_queue_set_active (self->queue, active);
}

/* Letters that nothing else wanted: an entry takes its own. */
static gboolean
on_key (EntWindow       *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK))
    return FALSE;
  return ent_review_queue_press (self->queue, keyval);
}

/**
 * ent_window_open_apart:
 * @self: a window
 * @path: what is to be opened
 *
 * Opens an archive in a window of its own where this one has other work. Its statements are not mixed into that.
 *
 * Returns: whether it did
 */
gboolean
ent_window_open_apart (EntWindow  *self,
                       const char *path)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *window;

  if ((get_archive (self) == NULL && !ent_session_get_busy (self->session)) || application == NULL
      || !ent_archive_is_file (path))
    return FALSE;
  window = ent_window_new (ADW_APPLICATION (application), self->settings);
  gtk_window_present (GTK_WINDOW (window));
  ent_window_open (ENT_WINDOW (window), &file, 1);
  return TRUE;
}

/* Work that was left behind */

static void
on_recover_response (EntWindow  *self,
                     const char *response,
                     gpointer    dialog)
{
  const char *path = g_object_get_data (G_OBJECT (dialog), "path");
  const char * const paths[] = { path, NULL };

  if (g_str_equal (response, "open"))
    ent_session_open (self->session, paths);
  else if (g_str_equal (response, "discard"))
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);

      g_file_delete (file, NULL, NULL);
    }
}

/* A program that was stopped left it; the last of several is offered, the others at the next starts. */
static gboolean
offer_left_behind (gpointer data)
{
  EntWindow *self = ENT_WINDOW (data);
  g_auto (GStrv) paths = ent_archive_worker_find_untitled ();
  GtkWidget *dialog;

  self->recover_source = 0;
  if (paths == NULL || paths[0] == NULL || ent_session_get_busy (self->session) || get_archive (self) != NULL)
    return G_SOURCE_REMOVE;
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Continue Where You Stopped?"),
                                   _ ("Entente was closed before this work was given a name. It is all there."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "later", _ ("_Later"), "discard", _ ("_Discard"),
                                    "open", _ ("_Continue"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "open", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "open");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "later");
  g_object_set_data_full (G_OBJECT (dialog), "path", g_strdup (paths[0]), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_recover_response), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return G_SOURCE_REMOVE;
}

/* The selected event takes in another one, which may be named; else it is asked for. */
static void
on_merge (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  EntWindow *self = ENT_WINDOW (data);
  guint32 row = ent_session_get_selected (self->session), other = ENT_ROW_NONE;

  if (row == ENT_ROW_NONE || !ent_event_changes_are_possible (self->session))
    return;
  if (!ent_event_store_find_id (ent_session_get_store (self->session), g_variant_get_string (parameter, NULL), &other))
    other = ENT_ROW_NONE;
  ent_merge_dialog_show (GTK_WIDGET (self), self->session, row, other);
}

static const GActionEntry actions[] = {
  { "undo", on_undo },
  { "redo", on_redo },
  { "merge", on_merge, "s" },
  { "save-as", on_save_as },
  { "review", on_review, NULL, "false" },
};

/**
 * ent_window_init_archive:
 * @self: a window with its session
 *
 * Adds what can be done with the archive behind the window.
 */
void
ent_window_init_archive (EntWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_swapped (self->session, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->session, "imported", G_CALLBACK (on_imported), self);
  ent_review_queue_set_session (self->queue, self->session);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  update_undo (self);
  /* Not before it is known whether something is to be opened. */
  self->recover_source = g_timeout_add (600, offer_left_behind, self);
}
