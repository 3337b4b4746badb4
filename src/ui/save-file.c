/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a person says how a table or a figure is to be saved, and what is said in passing about it. */
#include "entente-config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/save-file.h"

#include "export/chart-export.h"
#include "ui/toast.h"
#include "ui/ui-translator.h"

#define FIGURE_WIDTH 960.0
#define FIGURE_SCALE 2.0

/* What a file of each format holds, by the suffix of its name. */
typedef struct
{
  GtkFileChooserNative *chooser;
  GtkWidget *widget;   /* weak */
  EntSheet *sheet;
  GBytes *picture;     /* of a figure; NULL for a table */
  GBytes *page;
} Saving;

static void
saving_free (Saving *saving)
{
  g_clear_object (&saving->chooser);
  g_clear_weak_pointer (&saving->widget);
  ent_sheet_unref (saving->sheet);
  g_clear_pointer (&saving->picture, g_bytes_unref);
  g_clear_pointer (&saving->page, g_bytes_unref);
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
  g_autofree char *words = g_strdup_printf (_ ("Saved “%s”"), name);

  g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);
  if (saving->widget == NULL)
    return;
  if (error != NULL)
    ent_present_not_saved (saving->widget, G_FILE (source), error);
  else
    ent_say (saving->widget, words);
}

static GBytes *
make_bytes (Saving     *saving,
            const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (saving->picture != NULL && g_str_has_suffix (lower, ".png"))
    return g_bytes_ref (saving->picture);
  if (saving->page != NULL && g_str_has_suffix (lower, ".pdf"))
    return g_bytes_ref (saving->page);
  if (g_str_has_suffix (lower, ".html") || g_str_has_suffix (lower, ".htm"))
    return ent_sheet_to_html (saving->sheet);
  return ent_sheet_to_csv (saving->sheet);
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
  g_autoptr (GBytes) bytes = make_bytes (saving, name);
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, on_written,
                                       g_steal_pointer (&saving));
}

static void
add_format (Saving     *saving,
            const char *name,
            const char *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (saving->chooser), filter);
}

/* Takes what is to be saved. */
static void
ask (GtkWidget  *widget,
     Saving     *saving,
     const char *title,
     const char *name)
{
  g_autofree char *safe = g_strdelimit (g_strdup (name), "/\\:\n", '-');
  g_autofree char *file = g_strconcat (safe, saving->picture != NULL ? ".png" : ".csv", NULL);

  g_set_weak_pointer (&saving->widget, widget);
  saving->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (widget)),
                                                 GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), NULL);
  if (saving->picture != NULL)
    {
      add_format (saving, _ ("Picture (.png)"), "png");
      add_format (saving, _ ("Document (.pdf)"), "pdf");
    }
  add_format (saving, _ ("Spreadsheet (.csv)"), "csv");
  add_format (saving, _ ("Web page (.html)"), "html");
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (saving->chooser), file);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (saving->chooser), TRUE);
  g_signal_connect (saving->chooser, "response", G_CALLBACK (on_response), saving);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (saving->chooser));
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
    ent_toast_add (ADW_TOAST_OVERLAY (toasts), adw_toast_new (markup));
}

/**
 * ent_present_not_saved:
 * @widget: what it is about
 * @file: a file that could not be saved
 * @error: why
 *
 * Says so in a dialog, which stays until it was read.
 */
void
ent_present_not_saved (GtkWidget    *widget,
                       GFile        *file,
                       const GError *error)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && G_IS_FILE (file) && error != NULL);

  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *name = g_file_get_basename (file);

  if (root == NULL)
    return;
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (root), _ ("Not Saved"), NULL);
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog), _ ("Could not save “%s”: %s"), name, error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
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
  saving->sheet = ent_sheet_ref (sheet);
  ask (widget, saving, _ ("Save Table"), name);
}

/**
 * ent_save_figure:
 * @widget: what shows the figure
 * @chart: the figure
 * @sheet: its numbers
 *
 * Asks where to save a figure, and saves it as a picture, a document or a table, as its name ends.
 */
void
ent_save_figure (GtkWidget      *widget,
                 const EntChart *chart,
                 EntSheet       *sheet)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && chart != NULL && sheet != NULL);

  g_autoptr (Saving) saving = g_new0 (Saving, 1);
  g_autoptr (GError) error = NULL;
  saving->sheet = ent_sheet_ref (sheet);
  saving->picture = ent_chart_export_new_bytes (chart, ENT_CHART_PNG, ENT_THEME_LIGHT, FIGURE_WIDTH, FIGURE_SCALE,
                                                ent_ui_translator_get (), &error);
  if (saving->picture != NULL)
    saving->page = ent_chart_export_new_bytes (chart, ENT_CHART_PDF, ENT_THEME_PRINT, FIGURE_WIDTH, 1.0,
                                               ent_ui_translator_get (), &error);
  if (error != NULL)
    {
      ent_say (widget, error->message);
      return;
    }
  ask (widget, g_steal_pointer (&saving), _ ("Save Figure"), ent_chart_get_title (chart));
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
