/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/figures-window.h"

#include "ui/accessible-names.h"
#include "ui/figure-editor.h"
#include "ui/figure-store.h"
#include "ui/list-parts.h"
#include "ui/tip.h"
#include "ui/toast.h"
#include "ui/ui-translator.h"

/* Of each sort of change so many are named. */
#define MOST_NAMED 100

struct _EntFiguresWindow
{
  AdwWindow parent_instance;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkListBox *list;
  EntSession *session;
  GPtrArray *figures; /* (element-type EntFigure) */
  GtkFileChooserNative *chooser;
  EntFigure *saving; /* one of the figures */
};

G_DEFINE_FINAL_TYPE (EntFiguresWindow, ent_figures_window, ADW_TYPE_WINDOW)

static void
tell (EntFiguresWindow *self,
      const char       *words)
{
  g_autofree char *markup = g_markup_escape_text (words, -1);

  ent_toast_add (self->toasts, adw_toast_new (markup));
}

static EntFigure *
get_figure (EntFiguresWindow *self,
            GtkWidget        *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  return g_ptr_array_index (self->figures, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

/* Saving: the bytes as they are kept */

static void
on_save_response (EntFiguresWindow *self,
                  int               response)
{
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT && self->saving != NULL)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
      gsize length;
      const char *data = g_bytes_get_data (self->saving->bytes, &length);

      if (g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL,
                                   &error))
        tell (self, _ ("Figure saved"));
      else
        tell (self, error->message);
    }
  self->saving = NULL;
  g_clear_object (&self->chooser);
}

static void
on_save (EntFiguresWindow *self,
         GtkWidget        *button)
{
  EntFigure *figure = get_figure (self, button);
  g_autofree char *name = g_strconcat (figure->name, ent_export_format_to_suffix (figure->request.format), NULL);

  g_clear_object (&self->chooser);
  self->saving = figure;
  self->chooser = gtk_file_chooser_native_new (_ ("Save Figure"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                               _ ("_Save"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), g_strdelimit (name, "/", '-'));
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (on_save_response), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* Choosing what it shows and says. What the collection tells otherwise by now is not mixed into that. */

static gboolean
on_editor_closed (EntFiguresWindow *self,
                  GtkWidget        *editor)
{
  const char *name = g_object_get_data (G_OBJECT (editor), "figure");
  g_autoptr (EntFigureEdits) edits = NULL;

  if (g_object_get_data (G_OBJECT (editor), "changed") == NULL || self->figures == NULL)
    return FALSE;
  edits = ent_figure_editor_dup_edits (ENT_FIGURE_EDITOR (editor));
  for (guint i = 0; i < self->figures->len; i++)
    {
      const EntFigure *figure = g_ptr_array_index (self->figures, i);

      if (g_str_equal (figure->name, name))
        ent_figure_store_edit (self->session, figure, edits);
    }
  return FALSE;
}

static void
on_edited (GObject *editor)
{
  g_object_set_data (editor, "changed", editor);
}

static void
on_edit (EntFiguresWindow *self,
         GtkWidget        *button)
{
  const EntFigure *figure = get_figure (self, button);
  EntFilterIndex *index = ent_session_get_index (self->session);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntFigureChanges) changes = ent_figure_find_changes (figure, index, ent_ui_translator_get (), &error);
  g_autoptr (EntRowSet) rows = NULL;
  GtkWidget *editor;

  if (changes == NULL || (rows = ent_figure_run (figure, index, &error)) == NULL)
    {
      tell (self, error->message);
      return;
    }
  if (ent_figure_changes_count (changes) > 0)
    {
      tell (self, _ ("Update it first: its events are not as they were"));
      return;
    }
  editor = ent_figure_editor_new (index, rows, figure->edits);
  gtk_window_set_transient_for (GTK_WINDOW (editor), GTK_WINDOW (self));
  g_object_set_data_full (G_OBJECT (editor), "figure", g_strdup (figure->name), g_free);
  g_signal_connect (editor, "changed", G_CALLBACK (on_edited), NULL);
  g_signal_connect_object (editor, "close-request", G_CALLBACK (on_editor_closed), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
on_copy (EntFiguresWindow *self,
         GtkWidget        *button)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), get_figure (self, button)->caption);
  tell (self, _ ("Caption copied"));
}

static void
on_undo (AdwToast *toast)
{
  EntFiguresWindow *self = g_object_get_data (G_OBJECT (toast), "window");
  EntFigure *figure = g_object_steal_data (G_OBJECT (toast), "figure");

  if (figure != NULL)
    ent_figure_store_put_back (self->session, figure);
}

/* The toast has the figure until it goes. */
static void
on_remove (EntFiguresWindow *self,
           GtkWidget        *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  guint number = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  EntFigure *figure = g_ptr_array_steal_index (self->figures, number);
  g_autofree char *words = g_strdup_printf (_ ("“%s” removed"), figure->name);
  g_autofree char *markup = g_markup_escape_text (words, -1);
  AdwToast *toast = adw_toast_new (markup);

  gtk_list_box_remove (self->list, row);
  ent_figure_store_remove (self->session, figure->name);
  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_object_set_data (G_OBJECT (toast), "window", self);
  g_object_set_data_full (G_OBJECT (toast), "figure", figure, (GDestroyNotify) ent_figure_free);
  g_signal_connect (toast, "button-clicked", G_CALLBACK (on_undo), NULL);
  ent_toast_add (self->toasts, toast);
  ent_accessible_names_tidy (GTK_WIDGET (self->toasts));
}

/* Updating: first what would change */

static void
append_row (GtkWidget  *list,
            const char *words,
            gboolean    is_heading)
{
  GtkWidget *row = adw_action_row_new ();

  g_object_set (row, "use-markup", FALSE, "title", words, "title-lines", 0, NULL);
  if (is_heading)
    gtk_widget_add_css_class (row, "heading");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
append_lines (GtkWidget       *list,
              const char      *heading,
              const GPtrArray *lines)
{
  if (lines->len == 0)
    return;
  append_row (list, heading, TRUE);
  for (guint i = 0; i < MIN (lines->len, MOST_NAMED); i++)
    append_row (list, g_ptr_array_index (lines, i), FALSE);
  if (lines->len > MOST_NAMED)
    {
      guint more = lines->len - MOST_NAMED;
      g_autofree char *words = g_strdup_printf (ngettext ("and %u more", "and %u more", more), more);

      append_row (list, words, FALSE);
    }
}

static void
list_changes (AdwMessageDialog       *dialog,
              const EntFigureChanges *changes)
{
  GtkWidget *list;
  GtkWidget *scroller = ent_list_boxed_new (&list);

  append_lines (list, _ ("Comes in:"), changes->added);
  append_lines (list, _ ("Goes:"), changes->removed);
  append_lines (list, _ ("Is told otherwise:"), changes->changed);
  adw_message_dialog_set_extra_child (dialog, scroller);
  ent_list_boxed_fit (scroller);
}

static void
on_update_response (EntFiguresWindow *self,
                    const char       *response,
                    gpointer          dialog)
{
  const char *name = g_object_get_data (G_OBJECT (dialog), "figure");

  if (!g_str_equal (response, "update"))
    return;
  for (guint i = 0; i < self->figures->len; i++)
    {
      const EntFigure *figure = g_ptr_array_index (self->figures, i);

      if (g_str_equal (figure->name, name))
        ent_figure_store_update (self->session, figure);
    }
}

static void
on_update (EntFiguresWindow *self,
           GtkWidget        *button)
{
  const EntFigure *figure = get_figure (self, button);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntFigureChanges) changes = ent_figure_find_changes (figure, ent_session_get_index (self->session),
                                                                  ent_ui_translator_get (), &error);

  if (changes == NULL)
    {
      tell (self, error->message);
      return;
    }
  if (ent_figure_changes_count (changes) == 0)
    {
      tell (self, _ ("Its events are as they were; nothing would change"));
      return;
    }
  g_autofree char *heading = g_strdup_printf (_ ("Update “%s”?"), figure->name);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, NULL);
  list_changes (ADW_MESSAGE_DIALOG (dialog), changes);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "update", _ ("_Update"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "update", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "figure", g_strdup (figure->name), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_update_response), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The list */

static void
add_button (EntFiguresWindow *self,
            GtkWidget        *row,
            const char       *icon,
            const char       *words,
            GCallback         callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  ent_tip_set (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_swapped (button, "clicked", callback, self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
make_row (EntFiguresWindow *self,
          const EntFigure  *figure)
{
  GtkWidget *row = adw_action_row_new ();

  g_object_set (row, "use-markup", FALSE, "title", figure->name, "subtitle", figure->caption, NULL);
  add_button (self, row, "document-save-symbolic", _ ("Save As File…"), G_CALLBACK (on_save));
  add_button (self, row, "document-edit-symbolic", _ ("Events and Notes…"), G_CALLBACK (on_edit));
  add_button (self, row, "edit-copy-symbolic", _ ("Copy Caption"), G_CALLBACK (on_copy));
  add_button (self, row, "view-refresh-symbolic", _ ("Update…"), G_CALLBACK (on_update));
  add_button (self, row, "user-trash-symbolic", _ ("Remove"), G_CALLBACK (on_remove));
  return row;
}

static void
update (EntFiguresWindow *self)
{
  /* A file that is at work would have the window wait for it; it tells when it is done. */
  if (ent_session_get_busy (self->session))
    return;
  ent_list_clear (self->list);
  self->saving = NULL;
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  self->figures = ent_figure_store_load (self->session);
  for (guint i = 0; i < self->figures->len; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (self->figures, i)));
  gtk_stack_set_visible_child_name (self->stack, self->figures->len > 0 ? "list" : "none");
}

static void
ent_figures_window_dispose (GObject *object)
{
  EntFiguresWindow *self = ENT_FIGURES_WINDOW (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->figures, g_ptr_array_unref);

  G_OBJECT_CLASS (ent_figures_window_parent_class)->dispose (object);
}

static void
ent_figures_window_class_init (EntFiguresWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_figures_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, ENT_RESOURCE_PATH "/figures-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EntFiguresWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, EntFiguresWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, EntFiguresWindow, list);
}

static void
ent_figures_window_init (EntFiguresWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ent_figures_window_new:
 * @session: whose figures
 *
 * Returns: (transfer floating): a window that lists them
 */
GtkWidget *
ent_figures_window_new (EntSession *session)
{
  g_return_val_if_fail (ENT_IS_SESSION (session), NULL);

  EntFiguresWindow *self = g_object_new (ENT_TYPE_FIGURES_WINDOW, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (update), self);
  update (self);
  return GTK_WIDGET (self);
}
