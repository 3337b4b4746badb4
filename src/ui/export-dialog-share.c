/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Other ways out than a file in a folder: the clipboard, a drag, a printer. */
#include "entente-config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "export/pdf-pages.h"
#include "export/picture.h"
#include "ui/export-dialog-private.h"
#include "ui/export-file-provider.h"
#include "ui/figure-store.h"

#define DRAG_ICON_SIZE 160.0
#define POINTS_PER_INCH 72.0
#define PIXELS_PER_INCH 96.0
#define PRINT_ZOOM 0.8     /* words of eight points */
#define PAGINATE_WAIT 3000 /* microseconds between two looks at a worker */

/* Copying */

static void
on_copied (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (EntExportDialog) self = ENT_EXPORT_DIALOG (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ent_export_job_run_finish (result, &error);

  if (self->session == NULL)
    return;
  if (bytes == NULL)
    {
      ent_export_dialog_tell (self, error->message);
      return;
    }
  g_autoptr (GdkContentProvider) image = gdk_content_provider_new_for_bytes ("image/png", bytes);
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (bytes, NULL);
  GdkContentProvider *providers[] = { g_object_ref (image), NULL };
  guint n = 1;
  if (texture != NULL)
    providers[n++] = gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture);
  g_autoptr (GdkContentProvider) both = gdk_content_provider_new_union (providers, n);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), both);
  ent_export_dialog_tell (self, _ ("Image copied"));
}

/**
 * ent_export_dialog_copy:
 * @self: a dialog
 *
 * Puts the picture on the clipboard.
 */
void
ent_export_dialog_copy (EntExportDialog *self)
{
  EntExportJob *job = ent_export_dialog_new_job (self);

  job->request.format = ENT_EXPORT_PNG;
  ent_export_job_run_async (job, NULL, NULL, on_copied, g_object_ref (self));
}

/* Keeping */

/* By its heading, or else the name of its file. */
static char *
dup_figure_name (EntExportDialog *self)
{
  const char *heading = gtk_editable_get_text (self->heading);
  char *name = g_strdup (*heading != '\0' ? heading : gtk_editable_get_text (self->name));
  char *dot = *heading != '\0' ? NULL : strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  return name;
}

static void
keep (EntExportDialog *self)
{
  g_autofree char *name = dup_figure_name (self);
  g_autofree char *words = g_strdup_printf (_ ("Kept as “%s”; see Figures in the menu"), name);

  ent_figure_store_keep (self->session, ent_export_dialog_new_job (self), name);
  ent_export_dialog_tell (self, words);
}

static void
on_keep_response (EntExportDialog *self,
                  const char      *response)
{
  if (g_str_equal (response, "replace"))
    keep (self);
}

/**
 * ent_export_dialog_keep:
 * @self: a dialog
 *
 * Keeps the picture with the collection. One that has its name already gives way, if the user wants that.
 */
void
ent_export_dialog_keep (EntExportDialog *self)
{
  g_autofree char *name = dup_figure_name (self);
  GtkWidget *question;

  if (!ent_figure_store_has (self->session, name))
    {
      keep (self);
      return;
    }
  question = adw_message_dialog_new (GTK_WINDOW (self), _ ("Replace Figure?"), NULL);
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (question),
                                  _ ("A figure named “%s” is kept already. Give this one another title to keep both."),
                                  name);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "cancel", _ ("_Cancel"), "replace", _ ("_Replace"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "cancel");
  g_signal_connect_object (question, "response", G_CALLBACK (on_keep_response), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

/* Dragging */

/* A file that is handed over lies in a folder of its own under the user's cache and goes with the next one, or with the
 * dialog. */
static GFile *
choose_file (EntExportDialog  *self,
             GError          **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "entente", "drag", NULL);
  g_autoptr (GFile) place = g_file_new_for_path (folder);
  const char *name = gtk_editable_get_text (self->name);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
      return NULL;
    }
  return g_file_get_child (place, *name != '\0' ? name : "entente");
}

/* What is seen below the pointer: small, so that one still sees where it is dropped. */
static GdkPaintable *
new_drag_icon (GdkPaintable *preview)
{
  double ratio = preview != NULL ? gdk_paintable_get_intrinsic_aspect_ratio (preview) : 0.0;
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  if (ratio <= 0.0)
    return NULL;
  double width = ratio >= 1.0 ? DRAG_ICON_SIZE : DRAG_ICON_SIZE * ratio;
  gdk_paintable_snapshot (preview, GDK_SNAPSHOT (snapshot), width, width / ratio);
  return gtk_snapshot_to_paintable (snapshot, NULL);
}

static GdkContentProvider *
on_drag_prepare (GtkDragSource   *source,
                 double           x,
                 double           y,
                 EntExportDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = choose_file (self, &error);

  if (file == NULL)
    {
      ent_export_dialog_tell (self, error->message);
      return NULL;
    }
  if (self->dragged != NULL && !g_file_equal (self->dragged, file))
    g_file_delete (self->dragged, NULL, NULL);
  g_set_object (&self->dragged, file);
  g_autoptr (GdkPaintable) icon = new_drag_icon (gtk_picture_get_paintable (self->preview));
  gtk_drag_source_set_icon (source, icon, 0, 0);
  GdkContentProvider *provider = ent_export_file_provider_new (ent_export_dialog_new_job (self), file);
  g_signal_connect_object (provider, "failed", G_CALLBACK (ent_export_dialog_tell), self, G_CONNECT_SWAPPED);
  return provider;
}

/**
 * ent_export_dialog_init_drag:
 * @self: a dialog
 *
 * Lets the preview be dragged out, as a file of the format chosen.
 */
void
ent_export_dialog_init_drag (EntExportDialog *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect (source, "prepare", G_CALLBACK (on_drag_prepare), self);
  gtk_widget_add_controller (GTK_WIDGET (self->preview), GTK_EVENT_CONTROLLER (source));
}

/* Printing */

/* A print under way: of a picture on one sheet, or of a document's sheets, which a worker makes. Counted, as the worker
 * may outlive the operation. */
typedef struct
{
  EntExportDialog *dialog;
  GCancellable *cancellable;
  GPtrArray *sheets; /* of cairo_surface_t, in pixels of 1/96 inch; NULL for a picture */
  gboolean is_making;
} Print;

static void
clear_print (gpointer data)
{
  Print *print = data;

  g_object_unref (print->dialog);
  g_object_unref (print->cancellable);
  g_clear_pointer (&print->sheets, g_ptr_array_unref);
}

/* The operation is over, or given up. */
static void
end_print (gpointer  data,
           GClosure *closure)
{
  Print *print = data;

  g_cancellable_cancel (print->cancellable);
  g_rc_box_release_full (print, clear_print);
}

static EntExportJob *
new_job (const Print     *print,
         GtkPrintContext *context)
{
  EntExportJob *job = ent_export_dialog_new_job (print->dialog);

  /* The context's units are points, as the operation asks for. */
  job->request.format = ENT_EXPORT_PDF;
  job->request.width = gtk_print_context_get_width (context) * PIXELS_PER_INCH / POINTS_PER_INCH;
  job->request.height = gtk_print_context_get_height (context) * PIXELS_PER_INCH / POINTS_PER_INCH;
  return job;
}

static void
give_up (const Print       *print,
         GtkPrintOperation *operation,
         const GError      *error)
{
  ent_export_dialog_tell (print->dialog, error->message);
  gtk_print_operation_cancel (operation);
}

static void
make_sheets (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  EntExportJob *job = data;
  GError *error = NULL;
  GPtrArray *sheets = ent_pdf_pages_new_sheets (&job->request, cancellable, &error);

  if (sheets != NULL)
    g_task_return_pointer (task, sheets, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
on_sheets_made (GObject      *operation,
                GAsyncResult *result,
                gpointer      data)
{
  Print *print = data;
  g_autoptr (GError) error = NULL;

  print->is_making = FALSE;
  print->sheets = g_task_propagate_pointer (G_TASK (result), &error);
  if (print->sheets != NULL)
    gtk_print_operation_set_n_pages (GTK_PRINT_OPERATION (operation), (int) MAX (print->sheets->len, 1u));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    give_up (print, GTK_PRINT_OPERATION (operation), error);
  g_rc_box_release_full (print, clear_print);
}

/* Only now is the size of the paper known. */
static void
on_begin_print (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                Print             *print)
{
  EntExportJob *job = new_job (print, context);

  if (!job->request.paged)
    {
      ent_export_job_free (job);
      return;
    }
  g_autoptr (GTask) task = g_task_new (operation, print->cancellable, on_sheets_made, g_rc_box_acquire (print));
  g_task_set_source_tag (task, on_begin_print);
  g_task_set_task_data (task, job, (GDestroyNotify) ent_export_job_free);
  print->is_making = TRUE;
  g_task_run_in_thread (task, make_sheets);
}

/* Asked again, whenever nothing else is to be done, until it says that all pages are there. */
static gboolean
on_paginate (GtkPrintOperation *operation,
             GtkPrintContext   *context,
             Print             *print)
{
  if (print->is_making)
    g_usleep (PAGINATE_WAIT);
  return !print->is_making;
}

static void
on_draw_page (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                number,
              Print             *print)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  g_autoptr (EntExportJob) job = new_job (print, context);
  g_autoptr (GError) error = NULL;

  if (print->sheets != NULL)
    {
      cairo_scale (cr, POINTS_PER_INCH / PIXELS_PER_INCH, POINTS_PER_INCH / PIXELS_PER_INCH);
      cairo_set_source_surface (cr, g_ptr_array_index (print->sheets, (guint) number), 0.0, 0.0);
      cairo_paint (cr);
      return;
    }
  job->request.zoom = PRINT_ZOOM;
  g_autoptr (EntPicture) picture = ent_picture_new (&job->request, &error);
  if (picture == NULL)
    {
      give_up (print, operation, error);
      return;
    }
  double scale = gtk_print_context_get_width (context) / picture->width;
  cairo_scale (cr, scale, scale);
  ent_picture_draw (picture, cr);
}

static void
on_printed (GtkPrintOperation       *operation,
            GtkPrintOperationResult  result,
            EntExportDialog         *self)
{
  g_autoptr (GError) error = NULL;

  /* Where there is none, asking for it is a mistake. */
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    ent_export_dialog_tell (self, error->message);
}

/* A file that is printed to is proposed where pictures are saved, by the picture's name. */
static GtkPrintSettings *
new_print_settings (EntExportDialog *self)
{
  GtkPrintSettings *settings = gtk_print_settings_new ();
  g_autofree char *name = g_strdup (gtk_editable_get_text (self->name));
  g_autoptr (GFile) folder = g_file_parse_name (gtk_editable_get_text (self->folder));
  const char *path = g_file_peek_path (folder);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  if (path != NULL)
    gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR, path);
  return settings;
}

/**
 * ent_export_dialog_print:
 * @self: a dialog
 *
 * Prints the picture on one sheet, or the document on as many as it needs.
 */
void
ent_export_dialog_print (EntExportDialog *self)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPrintSettings) settings = new_print_settings (self);
  g_autoptr (GError) error = NULL;

  Print *print = g_rc_box_new0 (Print);

  print->dialog = g_object_ref (self);
  print->cancellable = g_cancellable_new ();
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_job_name (operation, gtk_editable_get_text (self->heading));
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin_print), print);
  g_signal_connect (operation, "paginate", G_CALLBACK (on_paginate), print);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw_page), print, end_print, 0);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_printed), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), &error);
  if (error != NULL)
    ent_export_dialog_tell (self, error->message);
}
