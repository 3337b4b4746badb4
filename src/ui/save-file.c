/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a person says how a table is to be saved, and what is said in passing about it. */
#include "entente-config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/save-file.h"

typedef struct
{
  GtkFileChooserNative *chooser;
  GtkWidget *widget; /* weak */
  EntSheet *sheet;
} Saving;

static void
saving_free (Saving *saving)
{
  g_clear_object (&saving->chooser);
  g_clear_weak_pointer (&saving->widget);
  ent_sheet_unref (saving->sheet);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *words = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    words = g_strdup_printf (_ ("Saved “%s”"), name);
  else
    words = g_strdup_printf (_ ("Could not save “%s”: %s"), name, error->message);
  if (saving->widget != NULL)
    ent_say (saving->widget, words);
}

static void
on_response (GtkNativeDialog *dialog,
             int              response,
             gpointer         data)
{
  g_autoptr (Saving) saving = data;

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name, -1);
  gboolean html = g_str_has_suffix (lower, ".html") || g_str_has_suffix (lower, ".htm");
  g_autoptr (GBytes) bytes = html ? ent_sheet_to_html (saving->sheet) : ent_sheet_to_csv (saving->sheet);
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, on_written,
                                       g_steal_pointer (&saving));
}

/**
 * ent_say:
 * @widget: what it is about
 * @words: what to say, in plain text
 *
 * Says something in passing, in the window that the widget is in.
 */
void
ent_say (GtkWidget  *widget,
         const char *words)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && words != NULL);

  GtkWidget *toasts = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *markup = g_markup_escape_text (words, -1);
  if (toasts != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (toasts), adw_toast_new (markup));
}

/**
 * ent_save_sheet:
 * @widget: what the table is of
 * @sheet: a table
 * @name: a name for the file, without a suffix
 *
 * Asks where to save a table, and saves it: as a page where the name ends in `.html`, else as comma-separated values.
 */
void
ent_save_sheet (GtkWidget  *widget,
                EntSheet   *sheet,
                const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && sheet != NULL && name != NULL);

  Saving *saving = g_new0 (Saving, 1);
  g_autofree char *safe = g_strdelimit (g_strdup (name), "/\\:\n", '-');
  g_autofree char *file = g_strconcat (safe, ".csv", NULL);
  g_autoptr (GtkFileFilter) csv = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) html = gtk_file_filter_new ();

  g_set_weak_pointer (&saving->widget, widget);
  saving->sheet = ent_sheet_ref (sheet);
  saving->chooser = gtk_file_chooser_native_new (_ ("Save Table"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                                 GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), NULL);
  gtk_file_filter_set_name (csv, _ ("Spreadsheet (.csv)"));
  gtk_file_filter_add_suffix (csv, "csv");
  gtk_file_filter_set_name (html, _ ("Web page (.html)"));
  gtk_file_filter_add_suffix (html, "html");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (saving->chooser), csv);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (saving->chooser), html);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (saving->chooser), file);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (saving->chooser), TRUE);
  g_signal_connect (saving->chooser, "response", G_CALLBACK (on_response), saving);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (saving->chooser));
}

/**
 * ent_copy_text:
 * @widget: what it is of
 * @text: what to put on the clipboard
 * @said: what to say of it
 */
void
ent_copy_text (GtkWidget  *widget,
               const char *text,
               const char *said)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && text != NULL && said != NULL);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  ent_say (widget, said);
}
