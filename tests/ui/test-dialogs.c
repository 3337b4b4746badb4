/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "export/export-request.h"
#include "ui/export-dialog.h"
#include "ui/paste.h"
#include "ui/settings.h"
#include "ui/statement-view.h"
#include "ui/ui-translator.h"
#include "widget-fixture.h"

static gboolean
is_mapped (gpointer window)
{
  return gtk_widget_get_mapped (window);
}

/* Without its schema the program has its defaults, and keeps nothing. */
static void
test_no_settings (void)
{
  g_assert_cmpint (ent_settings_get_int (NULL, "window-width", 1400), ==, 1400);
  g_assert_true (ent_settings_get_boolean (NULL, "sidebar-visible", TRUE));
  g_autofree char *format = ent_settings_dup_string (NULL, "export-format", "png");
  g_assert_cmpstr (format, ==, "png");
  ent_settings_set (NULL, "window-width", g_variant_new_int32 (10));
}

/* With it, each key that the program uses is there and of its kind. */
static void
test_settings (void)
{
  g_autoptr (GSettings) settings = ent_settings_new ();

  g_assert_nonnull (settings);
  ent_settings_set (settings, "window-width", g_variant_new_int32 (777));
  g_assert_cmpint (ent_settings_get_int (settings, "window-width", 0), ==, 777);
  ent_settings_set (settings, "export-scale", g_variant_new_double (1.5));
  g_assert_cmpfloat (ent_settings_get_double (settings, "export-scale", 0.0), ==, 1.5);
  ent_settings_set (settings, "export-format", g_variant_new_string ("svg"));
  g_autofree char *format = ent_settings_dup_string (settings, "export-format", "png");
  g_assert_cmpstr (format, ==, "svg");
  ent_settings_set (settings, "export-theme", g_variant_new_string ("grey"));
  ent_settings_set (settings, "color-scheme", g_variant_new_string ("dark"));
  ent_settings_set (settings, "last-folder", g_variant_new_string ("file:///tmp"));
  g_autofree char *folder = ent_settings_dup_string (settings, "last-folder", "");
  g_assert_cmpstr (folder, ==, "file:///tmp");
  g_settings_reset (settings, "color-scheme");
}

/* What the user says of a statement stands in it from then on. */
static void
test_paste_complete (void)
{
  g_autoptr (EntSession) session = widget_fixture_session ();
  g_autoptr (EntSession) again = ent_session_new ();
  EntStatement *statement = ent_event_store_get_statement (ent_session_get_store (session), 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ent_paste_complete (statement, "2019-05", "FR", &error);
  const char *read_text, *text;
  gsize n_read, n;

  g_assert_no_error (error);
  ent_session_open (again, (const char * const[]) { path, NULL });
  widget_fixture_wait_read (again);
  EntStatement *read = ent_event_store_get_statement (ent_session_get_store (again), 0);
  g_autofree char *date = ent_edtf_to_string (ent_statement_get_info (read)->date);
  g_assert_cmpstr (date, ==, "2019-05");
  g_assert_cmpstr (ent_statement_get_info (read)->issuer, ==, "FR");
  read_text = ent_statement_get_text (read, &n_read);
  text = ent_statement_get_text (statement, &n);
  g_assert_cmpmem (read_text, n_read, text, n);
  g_unlink (path);
}

static void
test_statement_view (void)
{
  g_autoptr (EntSession) session = widget_fixture_session ();
  GtkWidget *view = ent_statement_view_new (session, 0,
                                            widget_fixture_find (session, "Bali"), (EntSpan) { 0, 1 });

  gtk_window_present (GTK_WINDOW (view));
  widget_fixture_wait (is_mapped, view);
  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  gtk_window_destroy (GTK_WINDOW (view));
  widget_fixture_pause (50);
  g_assert_null (view);
}

static gpointer
get_child (GtkWidget  *dialog,
           const char *name)
{
  return gtk_widget_get_template_child (dialog, ENT_TYPE_EXPORT_DIALOG, name);
}

static void
count_saved (GtkWidget *dialog,
             GFile     *file,
             gpointer   data)
{
  (*(guint *) data)++;
}

static gboolean
is_saved (gpointer n_saved)
{
  return *(guint *) n_saved > 0;
}

/* What the window writes is byte for byte what the same request gives without it, as the command line makes it. */
static void
test_export_same (void)
{
  static const EntExportFormat formats[] = { ENT_EXPORT_SVG, ENT_EXPORT_CSV, ENT_EXPORT_HTML, ENT_EXPORT_PDF };
  g_autofree char *folder = g_dir_make_tmp ("entente-export-XXXXXX", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (EntSession) session = widget_fixture_session ();
      g_autoptr (GError) error = NULL;
      g_autofree char *written = NULL;
      guint n_saved = 0;
      gsize length;
      GtkWidget *dialog = ent_export_dialog_new (session, NULL, ENT_LANES_TOPIC, "", 0.0, 365.0, "China – United States");
      EntExportRequest request = { .index = ent_session_get_index (session), .filter = ent_session_get_filter (session),
                                   .rows = ent_session_get_rows (session), .format = formats[i],
                                   .title = "China – United States", .as_of = ENT_DAY_OPEN_START,
                                   .translator = ent_ui_translator_get () };

      g_signal_connect (dialog, "saved", G_CALLBACK (count_saved), &n_saved);
      gtk_window_present (GTK_WINDOW (dialog));
      widget_fixture_wait (is_mapped, dialog);
      adw_combo_row_set_selected (get_child (dialog, "format"), formats[i]);
      adw_combo_row_set_selected (get_child (dialog, "span"), 1);
      adw_combo_row_set_selected (get_child (dialog, "purpose"), 2);
      gtk_editable_set_text (get_child (dialog, "folder"), folder);
      ent_export_request_set_preset (&request, ENT_PRESET_SLIDE);
      if (!ent_export_format_is_picture (formats[i]))
        {
          /* No purpose can be chosen for it. */
          request.width = 1600.0;
          request.height = 900.0;
        }
      g_autofree char *path = g_build_filename (folder, gtk_editable_get_text (get_child (dialog, "name")), NULL);
      g_assert_true (g_str_has_suffix (path, ent_export_format_to_suffix (formats[i])));
      g_signal_emit_by_name (get_child (dialog, "save"), "clicked");
      widget_fixture_wait (is_saved, &n_saved);
      g_assert_true (g_file_get_contents (path, &written, &length, NULL));
      g_autoptr (GBytes) made = ent_export_new_bytes (&request, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (written, length, g_bytes_get_data (made, NULL), g_bytes_get_size (made));
      g_assert_cmpint (g_remove (path), ==, 0);
      widget_fixture_pause (100);
    }
  g_assert_cmpint (g_remove (folder), ==, 0);
}

static gboolean
is_gone (gpointer widget)
{
  return *(gpointer *) widget == NULL;
}

static void
test_export_dialog (void)
{
  g_autoptr (EntSession) session = widget_fixture_session ();
  GtkWidget *dialog = ent_export_dialog_new (session, NULL, ENT_LANES_TOPIC, "", ent_day_from_ymd (2023, 1, 1), 365.0,
                                             "China – United States");

  gtk_window_present (GTK_WINDOW (dialog));
  widget_fixture_wait (is_mapped, dialog);
  widget_fixture_pause (800);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  /* A preview that is being made holds it until it is done. */
  widget_fixture_wait (is_gone, &dialog);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/dialogs/no-settings", test_no_settings);
  g_test_add_func ("/dialogs/settings", test_settings);
  g_test_add_func ("/dialogs/paste-complete", test_paste_complete);
  g_test_add_func ("/dialogs/statement-view", test_statement_view);
  g_test_add_func ("/dialogs/export-dialog", test_export_dialog);
  g_test_add_func ("/dialogs/export-same", test_export_same);
  return g_test_run ();
}
