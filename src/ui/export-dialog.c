/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/export-dialog-private.h"

#include "ui/save-file.h"
#include "ui/settings.h"
#include "ui/toast.h"
#include "ui/wrap-layout.h"

#define PREVIEW_DELAY 250
#define PREVIEW_WIDTH 640.0
#define PROGRESS_INTERVAL 100
#define DEFAULT_WIDTH 1600
#define DEFAULT_HEIGHT 900

/* In the order of the themes' row. */
static const char * const theme_ids[] = { "light", "dark", "print", "grey", "contrast" };

/* In the order of the purposes' row: presets, then sheets of paper. */
static const char * const purpose_ids[] = {
  "none", "column", "slide", "poster", "A4", "A4-landscape", "A3", "A3-landscape", "Letter", "Letter-landscape",
};

static const char * const part_names[EXPORT_DIALOG_N_PARTS] = {
  N_ ("Legend"), N_ ("What Is Filtered"), N_ ("Date of the Newest Statement"), N_ ("Sources"),
  N_ ("Chronology in Words"), N_ ("Key to Marks Without Words"),
};

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntExportDialog, ent_export_dialog, ADW_TYPE_WINDOW)

static EntExportFormat
get_format (EntExportDialog *self)
{
  return (EntExportFormat) MIN (adw_combo_row_get_selected (self->format), ENT_N_EXPORT_FORMATS - 1);
}

static const char *
get_purpose (EntExportDialog *self)
{
  return purpose_ids[MIN (adw_combo_row_get_selected (self->purpose), G_N_ELEMENTS (purpose_ids) - 1)];
}

/* Sizes of what the picture is for, in place of those of its own. */
static void
set_purpose (EntExportRequest *request,
             const char       *purpose)
{
  EntExportPreset preset;

  if (ent_export_preset_from_id (purpose, &preset))
    ent_export_request_set_preset (request, preset);
  else
    ent_export_request_set_page (request, purpose);
}

static EntExportParts
get_parts (EntExportDialog *self)
{
  guint parts = 0;

  for (guint i = 0; i < EXPORT_DIALOG_N_PARTS; i++)
    parts |= gtk_switch_get_active (self->parts[i]) ? 1u << i : 0u;
  return (EntExportParts) parts;
}

/**
 * ent_export_dialog_new_job:
 * @self: a dialog
 *
 * Returns: (transfer full): what is chosen, as a job
 */
EntExportJob *
ent_export_dialog_new_job (EntExportDialog *self)
{
  EntExportJob *job = ent_export_job_new (self->session);
  const char *heading = gtk_editable_get_text (self->heading);
  const char *subtitle = gtk_editable_get_text (self->subtitle);
  guint theme = MIN (adw_combo_row_get_selected (self->theme), G_N_ELEMENTS (theme_ids) - 1);
  gboolean is_picture;

  ent_export_job_set_lanes (job, self->lanes, self->lane_choice);
  job->request.format = get_format (self);
  is_picture = ent_export_format_is_picture (job->request.format);
  job->request.width = is_picture ? gtk_spin_button_get_value (self->width) : DEFAULT_WIDTH;
  job->request.height = is_picture ? gtk_spin_button_get_value (self->height) : DEFAULT_HEIGHT;
  job->request.pixel_scale = gtk_spin_button_get_value (self->scale);
  if (is_picture)
    set_purpose (&job->request, get_purpose (self));
  job->request.transparent = gtk_switch_get_active (self->transparent);
  job->request.parts = get_parts (self);
  ent_theme_from_id (theme_ids[theme], &job->request.theme);
  if (is_picture && adw_combo_row_get_selected (self->span) == 0)
    {
      job->request.from = self->view_start;
      job->request.to = self->view_start + self->view_days;
    }
  ent_export_job_set_edits (job, self->edits);
  ent_export_job_set_words (job, *heading != '\0' ? heading : NULL, *subtitle != '\0' ? subtitle : NULL);
  return job;
}

/**
 * ent_export_dialog_tell:
 * @self: a dialog
 * @words: what to say
 *
 * Says something at the foot of the dialog.
 */
void
ent_export_dialog_tell (EntExportDialog *self,
                        const char      *words)
{
  g_autofree char *markup = g_markup_escape_text (words, -1);

  ent_toast_add (self->toasts, adw_toast_new (markup));
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
  EntExportJob *job = ent_export_dialog_new_job (self);

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

/**
 * ent_export_dialog_queue_preview:
 * @self: a dialog
 *
 * Makes a new preview soon.
 */
void
ent_export_dialog_queue_preview (EntExportDialog *self)
{
  if (!self->ready || !ent_export_format_is_picture (get_format (self)))
    return;
  g_clear_handle_id (&self->preview_source, g_source_remove);
  self->preview_source = g_timeout_add (PREVIEW_DELAY, make_preview, self);
}

/* What the chosen format and purpose leave open is asked for, and nothing else. */
static void
show_choices (EntExportDialog *self)
{
  EntExportFormat format = get_format (self);
  gboolean is_picture = ent_export_format_is_picture (format);
  gboolean own_size = g_str_equal (get_purpose (self), "none");

  gtk_widget_set_visible (GTK_WIDGET (self->preview), is_picture);
  gtk_widget_set_visible (GTK_WIDGET (self->purpose), is_picture);
  gtk_widget_set_visible (GTK_WIDGET (self->span), is_picture);
  gtk_widget_set_visible (GTK_WIDGET (self->theme), is_picture || format == ENT_EXPORT_HTML);
  gtk_widget_set_visible (GTK_WIDGET (self->parts_row), is_picture);
  gtk_widget_set_visible (self->size_group, is_picture && (own_size || format == ENT_EXPORT_PNG));
  gtk_widget_set_visible (gtk_widget_get_ancestor (GTK_WIDGET (self->width), ADW_TYPE_ACTION_ROW), own_size);
  gtk_widget_set_visible (gtk_widget_get_ancestor (GTK_WIDGET (self->height), ADW_TYPE_ACTION_ROW), own_size);
  gtk_widget_set_visible (self->scale_row, own_size && format == ENT_EXPORT_PNG);
  gtk_widget_set_visible (self->transparent_row, format == ENT_EXPORT_PNG);
  gtk_widget_set_visible (self->share_group, is_picture);
}

/* A name that ends as another format's does gets the ending of the one chosen. */
static void
on_format_changed (EntExportDialog *self)
{
  if (!self->ready)
    return;

  g_autofree char *name = g_strdup (gtk_editable_get_text (self->name));
  const char *best = "";
  for (guint i = 0; i < ENT_N_EXPORT_FORMATS; i++)
    {
      const char *suffix = ent_export_format_to_suffix ((EntExportFormat) i);
      if (g_str_has_suffix (name, suffix) && strlen (suffix) > strlen (best))
        best = suffix;
    }
  name[strlen (name) - strlen (best)] = '\0';
  g_autofree char *renamed = g_strconcat (name, ent_export_format_to_suffix (get_format (self)), NULL);
  gtk_editable_set_text (self->name, renamed);
  show_choices (self);
  ent_export_dialog_queue_preview (self);
}

static void
select_id (AdwComboRow        *row,
           const char * const *ids,
           guint               n,
           const char         *id)
{
  for (guint i = 0; i < n; i++)
    {
      if (g_str_equal (ids[i], id))
        adw_combo_row_set_selected (row, i);
    }
}

static void
set_parts (EntExportDialog *self,
           EntExportParts   parts)
{
  for (guint i = 0; i < EXPORT_DIALOG_N_PARTS; i++)
    gtk_switch_set_active (self->parts[i], (parts & 1u << i) != 0);
}

/* A purpose brings its colours and parts, which can then be changed. */
static void
on_purpose_changed (EntExportDialog *self)
{
  EntExportRequest request = { .theme = ENT_THEME_LIGHT };

  if (!self->ready)
    return;
  set_purpose (&request, get_purpose (self));
  set_parts (self, request.parts);
  select_id (self->theme, theme_ids, G_N_ELEMENTS (theme_ids), ent_theme_to_id (request.theme));
  show_choices (self);
  ent_export_dialog_queue_preview (self);
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

  ent_settings_set (self->settings, "export-format",
                    g_variant_new_string (ent_export_format_to_id (get_format (self))));
  ent_settings_set (self->settings, "export-theme", g_variant_new_string (theme_ids[theme]));
  ent_settings_set (self->settings, "export-purpose", g_variant_new_string (get_purpose (self)));
  ent_settings_set (self->settings, "export-parts", g_variant_new_int32 ((gint32) get_parts (self)));
  ent_settings_set (self->settings, "export-whole",
                    g_variant_new_boolean (adw_combo_row_get_selected (self->span) != 0));
  ent_settings_set (self->settings, "export-transparent",
                    g_variant_new_boolean (gtk_switch_get_active (self->transparent)));
  ent_settings_set (self->settings, "export-folder", g_variant_new_string (gtk_editable_get_text (self->folder)));
  ent_settings_set (self->settings, "export-width",
                    g_variant_new_int32 (gtk_spin_button_get_value_as_int (self->width)));
  ent_settings_set (self->settings, "export-height",
                    g_variant_new_int32 (gtk_spin_button_get_value_as_int (self->height)));
  ent_settings_set (self->settings, "export-scale",
                    g_variant_new_double (gtk_spin_button_get_value (self->scale)));
}

static gboolean
tell_progress (gpointer data)
{
  EntExportDialog *self = ENT_EXPORT_DIALOG (data);
  gint done = g_atomic_int_get (self->permille);

  /* Most files are there before a bar could be read. */
  if (done > 0)
    gtk_progress_bar_set_fraction (self->progress, done / 1000.0);
  else
    gtk_progress_bar_pulse (self->progress);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
  return G_SOURCE_CONTINUE;
}

static void
show_saving (EntExportDialog *self,
             gboolean         is_saving)
{
  gtk_widget_set_sensitive (self->save, !is_saving);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  if (is_saving)
    {
      self->progress_source = g_timeout_add (PROGRESS_INTERVAL, tell_progress, self);
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  g_clear_object (&self->saving);
  g_clear_pointer (&self->permille, g_atomic_rc_box_release);
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

  show_saving (self, FALSE);
  if (error == NULL)
    {
      keep_choices (self);
      g_signal_emit (self, signals[SAVED], 0, file);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ent_present_not_saved (GTK_WIDGET (self), file, error);
}

static void
save_to (EntExportDialog *self,
         GFile           *file)
{
  EntExportJob *job = ent_export_dialog_new_job (self);

  self->permille = ent_export_job_share_progress (job);
  self->saving = g_cancellable_new ();
  show_saving (self, TRUE);
  ent_export_job_run_async (job, file, self->saving, on_saved, g_object_ref (self));
}

/* What is under way is stopped first; then the dialog goes. */
static void
on_cancel_clicked (EntExportDialog *self)
{
  if (self->saving != NULL)
    g_cancellable_cancel (self->saving);
  else
    gtk_window_close (GTK_WINDOW (self));
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

/* What is under way keeps the dialog beyond its parent, of which GTK 4.8 holds no more than the address once the parent
 * has destroyed it. */
static void
ent_export_dialog_unrealize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ent_export_dialog_parent_class)->unrealize (widget);
  gtk_window_set_transient_for (GTK_WINDOW (widget), NULL);
}

static void
ent_export_dialog_dispose (GObject *object)
{
  EntExportDialog *self = ENT_EXPORT_DIALOG (object);

  g_clear_handle_id (&self->preview_source, g_source_remove);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_cancellable_cancel (self->saving);
  g_clear_object (&self->saving);
  g_clear_pointer (&self->permille, g_atomic_rc_box_release);
  if (self->dragged != NULL)
    g_file_delete (self->dragged, NULL, NULL);
  g_clear_object (&self->dragged);
  g_clear_object (&self->chooser);
  g_clear_object (&self->session);
  g_clear_pointer (&self->edits, ent_figure_edits_free);
  g_clear_pointer (&self->lane_choice, g_free);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (ent_export_dialog_parent_class)->dispose (object);
}

static void
ent_export_dialog_class_init (EntExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_export_dialog_dispose;
  g_type_ensure (ENT_TYPE_WRAP_LAYOUT);
  signals[SAVED] = g_signal_new ("saved", ENT_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_FILE);
  widget_class->unrealize = ent_export_dialog_unrealize;
  gtk_widget_class_set_template_from_resource (widget_class, ENT_RESOURCE_PATH "/export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, purpose);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, size_group);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, share_group);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, transparent_row);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, transparent);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, parts_row);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, edits_row);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, subtitle);
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
  gtk_widget_class_bind_template_callback (widget_class, ent_export_dialog_queue_preview);
  gtk_widget_class_bind_template_callback (widget_class, on_format_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_purpose_changed);
  gtk_widget_class_bind_template_callback (widget_class, ent_export_dialog_edit);
  gtk_widget_class_bind_template_callback (widget_class, ent_export_dialog_copy);
  gtk_widget_class_bind_template_callback (widget_class, ent_export_dialog_keep);
  gtk_widget_class_bind_template_callback (widget_class, ent_export_dialog_print);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
add_parts (EntExportDialog *self)
{
  for (guint i = 0; i < EXPORT_DIALOG_N_PARTS; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *part = gtk_switch_new ();
      self->parts[i] = GTK_SWITCH (part);
      gtk_widget_set_valign (part, GTK_ALIGN_CENTER);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (part_names[i]));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), part);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), part);
      g_signal_connect_object (part, "notify::active", G_CALLBACK (ent_export_dialog_queue_preview), self,
                               G_CONNECT_SWAPPED);
      adw_expander_row_add_row (self->parts_row, row);
    }
}

static void
ent_export_dialog_init (EntExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_parts (self);
  ent_export_dialog_init_drag (self);
}

static void
restore_choices (EntExportDialog *self)
{
  g_autofree char *format_id = ent_settings_dup_string (self->settings, "export-format", "png");
  g_autofree char *purpose = ent_settings_dup_string (self->settings, "export-purpose", "none");
  g_autofree char *theme = ent_settings_dup_string (self->settings, "export-theme", "light");
  g_autofree char *folder = ent_settings_dup_string (self->settings, "export-folder", "");
  const char *pictures = g_get_user_special_dir (G_USER_DIRECTORY_PICTURES);
  EntExportFormat format = ENT_EXPORT_PNG;

  ent_export_format_from_name (format_id, &format);
  adw_combo_row_set_selected (self->format, format);
  select_id (self->purpose, purpose_ids, G_N_ELEMENTS (purpose_ids), purpose);
  select_id (self->theme, theme_ids, G_N_ELEMENTS (theme_ids), theme);
  set_parts (self, (EntExportParts) ent_settings_get_int (self->settings, "export-parts", 0));
  adw_combo_row_set_selected (self->span, ent_settings_get_boolean (self->settings, "export-whole", FALSE) ? 1 : 0);
  gtk_switch_set_active (self->transparent, ent_settings_get_boolean (self->settings, "export-transparent", FALSE));
  gtk_spin_button_set_value (self->width, ent_settings_get_int (self->settings, "export-width", DEFAULT_WIDTH));
  gtk_spin_button_set_value (self->height, ent_settings_get_int (self->settings, "export-height", DEFAULT_HEIGHT));
  gtk_spin_button_set_value (self->scale, ent_settings_get_double (self->settings, "export-scale", 2.0));
  if (*folder == '\0')
    gtk_editable_set_text (self->folder, pictures != NULL ? pictures : g_get_home_dir ());
  else
    gtk_editable_set_text (self->folder, folder);
}

/**
 * ent_export_dialog_new:
 * @session: what to make a picture of
 * @settings: (nullable): where choices are kept
 * @lanes: what a lane is
 * @lane_choice: which lanes are hidden, folded or first, as ent_lane_choice_to_string() has it
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
                       const char  *lane_choice,
                       double       view_start,
                       double       view_days,
                       const char  *title)
{
  g_return_val_if_fail (ENT_IS_SESSION (session), NULL);

  EntExportDialog *self = g_object_new (ENT_TYPE_EXPORT_DIALOG, NULL);
  self->session = g_object_ref (session);
  g_set_object (&self->settings, settings);
  self->lanes = lanes;
  self->lane_choice = g_strdup (lane_choice);
  self->view_start = view_start;
  self->view_days = view_days;
  ent_export_dialog_init_edits (self);
  restore_choices (self);
  gtk_editable_set_text (self->heading, title);
  gtk_editable_set_text (self->name, _ ("Timeline"));
  self->ready = TRUE;
  on_format_changed (self);
  ent_export_dialog_queue_preview (self);
  return GTK_WIDGET (self);
}
