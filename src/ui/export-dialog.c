/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/export-dialog.h"

#include "draw/text.h"
#include "ui/export-job.h"
#include "ui/settings.h"

#define PREVIEW_DELAY 250
#define PREVIEW_WIDTH 640.0
#define DEFAULT_WIDTH 1600
#define DEFAULT_HEIGHT 900

typedef struct
{
  EntExportFormat format;
  const char *id;
  const char *suffix;
} Format;

static const Format formats[] = {
  { ENT_EXPORT_PNG, "png", ".png" },
  { ENT_EXPORT_SVG, "svg", ".svg" },
  { ENT_EXPORT_PDF, "pdf", ".pdf" },
};

/* In the order of the themes' row. */
static const char * const theme_ids[] = { "light", "dark", "print", "grey", "contrast" };

struct _EntExportDialog
{
  AdwWindow parent_instance;
  AdwToastOverlay *toasts;
  GtkPicture *preview;
  GtkWidget *save;
  AdwComboRow *format;
  AdwComboRow *span;
  AdwComboRow *theme;
  GtkSpinButton *width;
  GtkSpinButton *height;
  GtkSpinButton *scale;
  GtkWidget *scale_row;
  GtkEditable *heading;
  GtkEditable *name;
  GtkEditable *folder;
  GtkFileChooserNative *chooser;
  EntSession *session;
  GSettings *settings;
  GCancellable *cancellable; /* of the preview under way */
  guint preview_source;
  EntLaneMode lanes;
  double view_start;
  double view_days;
  gboolean ready;
};

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntExportDialog, ent_export_dialog, ADW_TYPE_WINDOW)

static const Format *
get_format (EntExportDialog *self)
{
  return &formats[MIN (adw_combo_row_get_selected (self->format), G_N_ELEMENTS (formats) - 1)];
}

static EntExportJob *
make_job (EntExportDialog *self)
{
  EntExportJob *job = ent_export_job_new (self->session);
  const char *heading = gtk_editable_get_text (self->heading);
  guint theme = MIN (adw_combo_row_get_selected (self->theme), G_N_ELEMENTS (theme_ids) - 1);

  job->request.lanes = self->lanes;
  job->request.format = get_format (self)->format;
  job->request.width = gtk_spin_button_get_value (self->width);
  job->request.height = gtk_spin_button_get_value (self->height);
  job->request.pixel_scale = gtk_spin_button_get_value (self->scale);
  ent_theme_from_id (theme_ids[theme], &job->request.theme);
  if (adw_combo_row_get_selected (self->span) == 0)
    {
      job->request.from = self->view_start;
      job->request.to = self->view_start + self->view_days;
    }
  ent_export_job_set_words (job, *heading != '\0' ? heading : NULL, NULL);
  return job;
}

/* Preview */

static void
on_preview_made (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (EntExportDialog) self = ENT_EXPORT_DIALOG (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ent_export_job_run_finish (result, &error);
  g_autoptr (GdkTexture) texture = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    return;
  if (bytes != NULL)
    texture = gdk_texture_new_from_bytes (bytes, &error);
  gtk_picture_set_paintable (self->preview, GDK_PAINTABLE (texture));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->preview), error != NULL ? error->message : NULL);
}

static gboolean
make_preview (gpointer data)
{
  EntExportDialog *self = ENT_EXPORT_DIALOG (data);
  EntExportJob *job = make_job (self);

  self->preview_source = 0;
  job->request.format = ENT_EXPORT_PNG;
  job->request.pixel_scale = MIN (1.0, PREVIEW_WIDTH / job->request.width)
                             * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ent_export_job_run_async (job, NULL, self->cancellable, on_preview_made, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
queue_preview (EntExportDialog *self)
{
  if (!self->ready)
    return;
  g_clear_handle_id (&self->preview_source, g_source_remove);
  self->preview_source = g_timeout_add (PREVIEW_DELAY, make_preview, self);
}

/* A name that ends as another format's does gets the ending of the one chosen. */
static void
on_format_changed (EntExportDialog *self)
{
  if (!self->ready)
    return;

  g_autofree char *name = g_strdup (gtk_editable_get_text (self->name));
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (!g_str_has_suffix (name, formats[i].suffix))
        continue;
      name[strlen (name) - strlen (formats[i].suffix)] = '\0';
      break;
    }
  g_autofree char *renamed = g_strconcat (name, get_format (self)->suffix, NULL);
  gtk_editable_set_text (self->name, renamed);
  gtk_widget_set_sensitive (self->scale_row, get_format (self)->format == ENT_EXPORT_PNG);
}

static void
on_name_changed (EntExportDialog *self)
{
  if (!self->ready)
    return;
  gtk_widget_set_sensitive (self->save, *gtk_editable_get_text (self->name) != '\0'
                                          && *gtk_editable_get_text (self->folder) != '\0');
}

/* Choosing a place */

static void
on_folder_chosen (EntExportDialog *self,
                  int              response)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
      g_autofree char *folder = g_file_get_parse_name (file);

      gtk_editable_set_text (self->folder, folder);
    }
  g_clear_object (&self->chooser);
}

static void
on_choose_clicked (EntExportDialog *self)
{
  g_autoptr (GFile) folder = g_file_parse_name (gtk_editable_get_text (self->folder));

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Export To"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Select"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  if (g_file_query_exists (folder, NULL))
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (on_folder_chosen), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* Saving */

static void
keep_choices (EntExportDialog *self)
{
  guint theme = MIN (adw_combo_row_get_selected (self->theme), G_N_ELEMENTS (theme_ids) - 1);

  ent_settings_set (self->settings, "export-format", g_variant_new_string (get_format (self)->id));
  ent_settings_set (self->settings, "export-theme", g_variant_new_string (theme_ids[theme]));
  ent_settings_set (self->settings, "export-width",
                    g_variant_new_int32 (gtk_spin_button_get_value_as_int (self->width)));
  ent_settings_set (self->settings, "export-height",
                    g_variant_new_int32 (gtk_spin_button_get_value_as_int (self->height)));
  ent_settings_set (self->settings, "export-scale",
                    g_variant_new_double (gtk_spin_button_get_value (self->scale)));
}

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (EntExportDialog) self = ENT_EXPORT_DIALOG (data);
  GFile *file = G_FILE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) none = ent_export_job_run_finish (result, &error);

  gtk_widget_set_sensitive (self->save, TRUE);
  if (error == NULL)
    {
      keep_choices (self);
      g_signal_emit (self, signals[SAVED], 0, file);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *words = g_strdup_printf (_ ("Could not save “%s”: %s"), name, error->message);
  g_autofree char *markup = g_markup_escape_text (words, -1);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (markup));
}

static void
save_to (EntExportDialog *self,
         GFile           *file)
{
  gtk_widget_set_sensitive (self->save, FALSE);
  ent_export_job_run_async (make_job (self), file, NULL, on_saved, g_object_ref (self));
}

static GFile *
get_file (EntExportDialog *self)
{
  g_autoptr (GFile) folder = g_file_parse_name (gtk_editable_get_text (self->folder));

  return g_file_get_child (folder, gtk_editable_get_text (self->name));
}

static void
on_replace_response (EntExportDialog *self,
                     const char      *response)
{
  g_autoptr (GFile) file = get_file (self);

  if (g_str_equal (response, "replace"))
    save_to (self, file);
}

static void
on_save_clicked (EntExportDialog *self)
{
  g_autoptr (GFile) file = get_file (self);

  if (!g_file_query_exists (file, NULL))
    {
      save_to (self, file);
      return;
    }
  g_autofree char *name = g_file_get_basename (file);
  GtkWidget *question = adw_message_dialog_new (GTK_WINDOW (self), _ ("Replace File?"), NULL);
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (question),
                                  _ ("A file named “%s” is there already. Its content will be lost."), name);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question),
                                    "cancel", _ ("_Cancel"),
                                    "replace", _ ("_Replace"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "cancel");
  g_signal_connect_object (question, "response", G_CALLBACK (on_replace_response), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

static void
ent_export_dialog_dispose (GObject *object)
{
  EntExportDialog *self = ENT_EXPORT_DIALOG (object);

  g_clear_handle_id (&self->preview_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (ent_export_dialog_parent_class)->dispose (object);
}

static void
ent_export_dialog_class_init (EntExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_export_dialog_dispose;
  signals[SAVED] = g_signal_new ("saved", ENT_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_FILE);
  gtk_widget_class_set_template_from_resource (widget_class, ENT_RESOURCE_PATH "/export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, save);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, span);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, theme);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, width);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, height);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, scale);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, scale_row);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, name);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, folder);
  gtk_widget_class_bind_template_callback (widget_class, queue_preview);
  gtk_widget_class_bind_template_callback (widget_class, on_format_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ent_export_dialog_init (EntExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static guint
find_format (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_str_equal (formats[i].id, id))
        return i;
    }
  return 0;
}

static guint
find_theme (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (theme_ids); i++)
    {
      if (g_str_equal (theme_ids[i], id))
        return i;
    }
  return 0;
}

static void
restore_choices (EntExportDialog *self)
{
  g_autofree char *format = ent_settings_dup_string (self->settings, "export-format", "png");
  g_autofree char *theme = ent_settings_dup_string (self->settings, "export-theme", "light");
  const char *pictures = g_get_user_special_dir (G_USER_DIRECTORY_PICTURES);

  adw_combo_row_set_selected (self->format, find_format (format));
  adw_combo_row_set_selected (self->theme, find_theme (theme));
  gtk_spin_button_set_value (self->width, ent_settings_get_int (self->settings, "export-width", DEFAULT_WIDTH));
  gtk_spin_button_set_value (self->height, ent_settings_get_int (self->settings, "export-height", DEFAULT_HEIGHT));
  gtk_spin_button_set_value (self->scale, ent_settings_get_double (self->settings, "export-scale", 2.0));
  gtk_editable_set_text (self->folder, pictures != NULL ? pictures : g_get_home_dir ());
}

/**
 * ent_export_dialog_new:
 * @session: what to make a picture of
 * @settings: (nullable): where choices are kept
 * @lanes: what a lane is
 * @view_start: the first time on show in the window, in days
 * @view_days: how much time is on show there
 * @title: whose relationship it is, in words
 *
 * Returns: (transfer floating): a dialog
 */
GtkWidget *
ent_export_dialog_new (EntSession  *session,
                       GSettings   *settings,
                       EntLaneMode  lanes,
                       double       view_start,
                       double       view_days,
                       const char  *title)
{
  g_return_val_if_fail (ENT_IS_SESSION (session), NULL);

  EntExportDialog *self = g_object_new (ENT_TYPE_EXPORT_DIALOG, NULL);
  self->session = g_object_ref (session);
  g_set_object (&self->settings, settings);
  self->lanes = lanes;
  self->view_start = view_start;
  self->view_days = view_days;
  restore_choices (self);
  gtk_editable_set_text (self->heading, title);
  gtk_editable_set_text (self->name, _ ("Timeline"));
  self->ready = TRUE;
  on_format_changed (self);
  queue_preview (self);
  return GTK_WIDGET (self);
}
