/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "model/archive-edit.h"
#include "model/archive-together.h"
#include "ui/application.h"
#include "ui/archive-worker.h"
#include "ui/change-words.h"
#include "ui/recent-files.h"
#include "ui/window.h"
#include "widget-fixture.h"

#define MOST_TRIES 40 /* half-seconds in which a window comes to rest, on a busy machine */

typedef struct
{
  EntApplication *application;
  int width, height;
} Case;

static EntApplication *
start (void)
{
  EntApplication *application = ent_application_new ();
  g_autoptr (GError) error = NULL;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

static gboolean
is_mapped (gpointer window)
{
  return gtk_widget_get_mapped (window);
}

/* The menu button with some words, of those that are shown. */
static GtkWidget *
find_menu (GtkWidget  *widget,
           const char *label)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_MENU_BUTTON (widget) && g_strcmp0 (gtk_menu_button_get_label (GTK_MENU_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_menu (child, label);
  return found;
}

/* How many of a type are shown. */
static guint
count_shown (GtkWidget  *widget,
             const char *type)
{
  guint n = g_str_equal (G_OBJECT_TYPE_NAME (widget), type) && gtk_widget_get_mapped (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_shown (child, type);
  return n;
}

static gboolean
shows_timeline (gpointer window)
{
  return count_shown (window, "EntTimelineView") == 1;
}

static gboolean
shows_lists (gpointer window)
{
  return count_shown (window, "EntFacetList") > 0;
}

static gboolean
shows_one_switcher (gpointer window)
{
  return count_shown (window, "AdwViewSwitcher") == 1;
}

/* Opened, filled, folded, and closed without a trace. */
static void
test_window (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (SampleStore) sample = sample_store_new ();
  GtkWidget *window = ent_window_new (ADW_APPLICATION (test->application), NULL);
  EntSession *session = ent_window_get_session (ENT_WINDOW (window));

  gtk_window_set_default_size (GTK_WINDOW (window), test->width, test->height);
  gtk_window_present (GTK_WINDOW (window));
  widget_fixture_wait (is_mapped, window);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "export"));
  ent_session_set_store (session, sample->store);
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "export"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "China – United States");
  widget_fixture_pause (300);
  g_assert_null (find_menu (window, "Timeline"));
  widget_fixture_wait (shows_one_switcher, window);
  widget_fixture_wait (shows_timeline, window);
  if (test->width >= 800)
    widget_fixture_wait (shows_lists, window);

  ent_session_set_selected (session, widget_fixture_find (session, "Bali"));
  widget_fixture_pause (300);
  g_action_group_activate_action (G_ACTION_GROUP (window), "lanes", g_variant_new_string ("kind"));
  g_action_group_activate_action (G_ACTION_GROUP (window), "filter-view", NULL);
  g_action_group_activate_action (G_ACTION_GROUP (window), "show-undated", NULL);
  widget_fixture_pause (100);
  g_action_group_activate_action (G_ACTION_GROUP (window), "clear-filter", NULL);
  g_assert_cmpuint (ent_row_set_get_count (ent_session_get_rows (session)), ==,
                    ent_row_set_get_count (ent_session_get_base_rows (session)));

  /* GTK 4.8 asks a tooltip that is due in half a second where the pointer is, even of a window that is gone. */
  widget_fixture_pause (700);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  widget_fixture_pause (100);
  g_assert_null (window);
}

static GtkWidget *
find_primary_menu (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_primary (GTK_MENU_BUTTON (widget)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_primary_menu (child);
  return found;
}

static gboolean
has_tip (gpointer widget)
{
  return gtk_widget_get_has_tooltip (widget);
}

/* Whether what happens to a popover is told. */
static gboolean
hears (GtkWidget *popover)
{
  return g_signal_handler_find (gtk_native_get_surface (GTK_NATIVE (popover)),
                                G_SIGNAL_MATCH_ID | G_SIGNAL_MATCH_DATA | G_SIGNAL_MATCH_UNBLOCKED,
                                g_signal_lookup ("event", GDK_TYPE_SURFACE), 0, NULL, NULL, popover)
         != 0;
}

/* No tooltip comes over what was opened, and what was closed is deaf to what still happens to it. */
static void
test_tips (gconstpointer data)
{
  GtkWidget *window = ent_window_new (ADW_APPLICATION ((gpointer) data), NULL);
  GtkWidget *button = find_primary_menu (window);

  gtk_window_present (GTK_WINDOW (window));
  widget_fixture_wait (is_mapped, window);
  g_assert_true (gtk_widget_get_has_tooltip (button));
  for (guint i = 0; i < 2; i++)
    {
      gtk_menu_button_popup (GTK_MENU_BUTTON (button));
      g_assert_false (gtk_widget_get_has_tooltip (button));
      GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
      g_assert_true (hears (popover));
      gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
      widget_fixture_wait (has_tip, button);
      g_assert_false (hears (popover));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
has_menu_of_views (gpointer window)
{
  return find_menu (window, "Statements") != NULL;
}

static gboolean
has_no_menu_of_views (gpointer window)
{
  return !has_menu_of_views (window);
}

/* The views are told in full words: where letters are too large for all of them at once, in a menu. */
static void
test_large_letters (gconstpointer data)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  GtkWidget *window = ent_window_new (ADW_APPLICATION ((gpointer) data), NULL);
  int dpi;

  gtk_window_set_default_size (GTK_WINDOW (window), 800, 600);
  gtk_window_present (GTK_WINDOW (window));
  widget_fixture_wait (is_mapped, window);
  ent_session_set_store (ent_window_get_session (ENT_WINDOW (window)), sample->store);
  g_action_group_activate_action (G_ACTION_GROUP (window), "view", g_variant_new_string ("statements"));
  widget_fixture_pause (300);
  g_assert_false (has_menu_of_views (window));
  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 3 * 96 * PANGO_SCALE, NULL);
  widget_fixture_wait (has_menu_of_views, window);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
  widget_fixture_wait (has_no_menu_of_views, window);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
needs_no_more_than_asked (gpointer window)
{
  int width, least, height;

  /* What a window is asked for holds its edges, which are about it. */
  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_get_size_request (window, &least, &height);
  return width == least;
}

static gboolean
shows_short_title (gpointer window)
{
  return widget_fixture_shows (window, "CN–US") && g_action_group_get_action_enabled (window, "open-from-menu");
}

/* Whatever is shown in a narrow window has room in it with letters three times as large; of its title, codes do. */
static void
test_narrow_letters (gconstpointer data)
{
  static const char * const views[] = { "timeline", "list", "statements", "insights", "formulas" };
  static const char * const titles[] = { "Bali", "Carter", "Mar-a-Lago" };
  GtkWidget *window = ent_window_new (ADW_APPLICATION ((gpointer) data), NULL);
  EntSession *session = ent_window_get_session (ENT_WINDOW (window));
  g_autofree char *example = g_build_filename (g_getenv ("ENTENTE_DATA_DIR"), "examples", "china-united-states.jsonl",
                                               NULL);
  int dpi;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 3 * 96 * PANGO_SCALE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 600);
  gtk_window_present (GTK_WINDOW (window));
  widget_fixture_wait (is_mapped, window);
  g_assert_true (needs_no_more_than_asked (window));
  ent_session_open (session, (const char * const[]) { example, NULL });
  widget_fixture_wait_read (session);
  widget_fixture_wait (shows_short_title, window);
  for (guint i = 0; i < G_N_ELEMENTS (views) + G_N_ELEMENTS (titles) - 1; i++)
    {
      g_action_group_activate_action (G_ACTION_GROUP (window), "view",
                                      g_variant_new_string (views[MIN (i, G_N_ELEMENTS (views) - 1)]));
      ent_session_set_selected (session, widget_fixture_find (session, titles[i % G_N_ELEMENTS (titles)]));
      widget_fixture_pause (100);
      widget_fixture_wait (needs_no_more_than_asked, window);
    }
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
count_frame (GdkFrameClock *clock,
             gpointer       data)
{
  (*(guint *) data)++;
}

/* Half a second in which the loop ran and no more was drawn than what came from outside. */
static gboolean
is_quiet (guint *n_frames)
{
  *n_frames = 0;
  widget_fixture_pause (500);
  return *n_frames <= 2;
}

/* A window in which nothing happens draws nothing, once it has shown what was opened. */
static void
test_idle (gconstpointer data)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  GtkWidget *window = ent_window_new (ADW_APPLICATION ((gpointer) data), NULL);
  guint n_frames = 0, n_tries = 0;

  gtk_window_present (GTK_WINDOW (window));
  widget_fixture_wait (is_mapped, window);
  ent_session_set_store (ent_window_get_session (ENT_WINDOW (window)), sample->store);
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  g_signal_connect (gtk_widget_get_frame_clock (window), "paint", G_CALLBACK (count_frame), &n_frames);
  /* Twice, as once may be between two of what it draws for ever. */
  while (!is_quiet (&n_frames) || !is_quiet (&n_frames))
    g_assert_cmpuint (++n_tries, <, MOST_TRIES);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
count_parts (GdkFrameClock *clock,
             GtkWidget     *window)
{
  guint n_parts = shows_timeline (window) + shows_lists (window) + (count_shown (window, "AdwStatusPage") > 0);
  guint *most = g_object_get_data (G_OBJECT (window), "most"), *last = most + 1;

  *most = MAX (*most, n_parts - MIN (n_parts, *last));
  *last = n_parts;
}

/* The parts of a window that shows its first events come a frame each: no frame has to draw all of them. */
static void
test_parts (gconstpointer data)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  GtkWidget *window = ent_window_new (ADW_APPLICATION ((gpointer) data), NULL);
  guint most[2] = { 0, 3 };

  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 700);
  gtk_window_present (GTK_WINDOW (window));
  widget_fixture_wait (is_mapped, window);
  widget_fixture_pause (300);
  g_object_set_data (G_OBJECT (window), "most", most);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (count_parts), window);
  ent_session_set_store (ent_window_get_session (ENT_WINDOW (window)), sample->store);
  widget_fixture_wait (shows_lists, window);
  widget_fixture_pause (100);
  g_assert_cmpuint (most[1], ==, 3);
  g_assert_cmpuint (most[0], ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkDropTarget *
find_drop_target (GtkWidget *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  return NULL;
}

/* What is dropped is read; what cannot be read among it does not keep the rest out. */
static void
test_drop (gconstpointer data)
{
  GtkWidget *window = ent_window_new (ADW_APPLICATION ((gpointer) data), NULL);
  EntSession *session = ent_window_get_session (ENT_WINDOW (window));
  GtkDropTarget *target = find_drop_target (window);
  g_autofree char *folder = g_dir_make_tmp ("entente-drop-XXXXXX", NULL);
  g_autofree char *good = g_build_filename (folder, "good.txt", NULL);
  g_autofree char *gone = g_build_filename (folder, "gone.txt", NULL);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_assert_true (g_file_set_contents (good, "On 4 May 2021 French President Emmanuel Macron met German Chancellor "
                                            "Angela Merkel in Paris.",
                                      -1, NULL));
  g_autoslist (GFile) files = g_slist_prepend (NULL, g_file_new_for_path (good));
  files = g_slist_prepend (files, g_file_new_for_path (gone));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  g_assert_nonnull (target);
  g_signal_emit_by_name (target, "drop", &value, 10.0, 10.0, &taken);
  g_assert_true (taken);
  widget_fixture_wait_read (session);
  g_assert_cmpuint (ent_event_store_get_n_statements (ent_session_get_store (session)), ==, 1);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Germany – France");

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_cmpint (g_remove (good), ==, 0);
  g_assert_cmpint (g_remove (folder), ==, 0);
}

static void
open_path (GtkWidget  *window,
           const char *path)
{
  GFile *file = g_file_new_for_path (path);

  ent_window_open (ENT_WINDOW (window), &file, 1);
  widget_fixture_wait_idle (ent_window_get_session (ENT_WINDOW (window)));
  g_object_unref (file);
}

/* The first of a type that is shown. */
static GtkWidget *
find_shown (GtkWidget  *widget,
            const char *type)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_shown (child, type);
  return found;
}

static double
get_top (GtkWidget *window)
{
  graphene_point_t top;

  g_assert_true (gtk_widget_compute_point (find_shown (window, "EntTimelineView"), window, &GRAPHENE_POINT_INIT (0, 0),
                                           &top));
  return top.y;
}

static gboolean
shows_progress (gpointer window)
{
  return find_shown (window, "EntReadingProgress") != NULL;
}

static gboolean
shows_no_progress (gpointer window)
{
  return !shows_progress (window);
}

static void
on_progress_shown (GdkFrameClock *clock,
                   GtkWidget     *window)
{
  if (shows_progress (window) && shows_timeline (window))
    g_object_set_data (G_OBJECT (window), "reads-below", GINT_TO_POINTER (TRUE));
  if (shows_timeline (window))
    g_assert_cmpfloat (get_top (window), ==, *(double *) g_object_get_data (G_OBJECT (window), "top"));
}

/* While more is read, what is shown stays where it is: how far it has come is told below it, and for as long only. */
static void
test_reading (gconstpointer data)
{
  GtkWidget *window = ent_window_new (ADW_APPLICATION ((gpointer) data), NULL);
  EntSession *session = ent_window_get_session (ENT_WINDOW (window));
  g_autofree char *folder = g_dir_make_tmp ("entente-reading-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "more.txt", NULL);
  double top;

  g_assert_true (g_file_set_contents (path, "On 4 May 2021 French President Emmanuel Macron met German Chancellor "
                                            "Angela Merkel in Paris.",
                                      -1, NULL));
  gtk_window_present (GTK_WINDOW (window));
  widget_fixture_wait (is_mapped, window);
  open_path (window, path);
  widget_fixture_wait (shows_timeline, window);
  widget_fixture_wait (shows_no_progress, window);
  top = get_top (window);
  g_object_set_data (G_OBJECT (window), "top", &top);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_progress_shown), window);
  g_assert_true (g_file_set_contents (path, "On 5 May 2022 French President Emmanuel Macron met German Chancellor "
                                            "Olaf Scholz in Berlin.",
                                      -1, NULL));
  open_path (window, path);
  widget_fixture_wait (shows_no_progress, window);
  g_assert_true (g_object_get_data (G_OBJECT (window), "reads-below") != NULL);
  g_assert_cmpuint (ent_event_store_get_n_statements (ent_session_get_store (session)), ==, 2);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_remove (folder), ==, 0);
}

static const char *
get_first_title (EntSession *session)
{
  return ent_event_store_get_title (ent_session_get_store (session), 0);
}

/* A table that was exported and edited is opened like any file, and corrects; what it did is one step back. */
static void
test_corrections (gconstpointer data)
{
  GtkWidget *window = ent_window_new (ADW_APPLICATION ((gpointer) data), NULL);
  EntSession *session = ent_window_get_session (ENT_WINDOW (window));
  g_autofree char *folder = g_dir_make_tmp ("entente-table-XXXXXX", NULL);
  g_autofree char *good = g_build_filename (folder, "good.txt", NULL);
  g_autofree char *table = g_build_filename (folder, "table.csv", NULL);
  g_auto (EntChangeLabel) label = { NULL };

  g_assert_true (g_file_set_contents (good, "On 4 May 2021 French President Emmanuel Macron met German Chancellor "
                                            "Angela Merkel in Paris.",
                                      -1, NULL));
  open_path (window, good);
  widget_fixture_wait_read (session);
  g_autofree char *before = g_strdup (get_first_title (session));
  const char *id = ent_event_store_get_id (ent_session_get_store (session), 0);
  g_autofree char *edited = g_strdup_printf ("id;title;as_exported\r\n%s;Ours;\r\n", id);
  g_autofree char *spoilt = g_strdup_printf ("id,title,kind,as_exported\n%s,Theirs,party,\n", id);

  g_assert_true (g_file_set_contents (table, edited, -1, NULL));
  open_path (window, table);
  g_assert_cmpstr (get_first_title (session), ==, "Ours");
  EntArchive *archive = ent_archive_worker_get_archive (ent_session_get_worker (session));
  g_assert_true (ent_archive_get_undo (archive, &label));
  g_autofree char *words = ent_words_for_change (&label);
  g_assert_cmpstr (words, ==, "Corrections from table.csv");

  g_assert_true (g_file_set_contents (table, spoilt, -1, NULL));
  open_path (window, table);
  widget_fixture_pause (100);
  g_assert_cmpstr (get_first_title (session), ==, "Ours");

  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  widget_fixture_wait_idle (session);
  g_assert_cmpstr (get_first_title (session), ==, before);

  /* Work that has no name yet would be offered at the next start. */
  g_autofree char *left = g_strdup (ent_archive_get_path (archive));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_cmpint (g_remove (left), ==, 0);
  g_assert_cmpint (g_remove (table), ==, 0);
  g_assert_cmpint (g_remove (good), ==, 0);
  g_assert_cmpint (g_remove (folder), ==, 0);
}

static gboolean
shows_words (GtkWidget  *widget,
             const char *words)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_words (child, words))
      return TRUE;
  return FALSE;
}

/* Whether a toast says so; the menu names changes, too. */
static gboolean
tells (GtkWidget  *widget,
       const char *words)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwToastWidget"))
    return shows_words (widget, words);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (tells (child, words))
      return TRUE;
  return FALSE;
}

static gboolean
is_enabled (GtkWidget  *window,
            const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

/* A window with one statement, in an archive that is @path. */
static GtkWidget *
open_saved (gconstpointer  application,
            const char    *folder,
            const char    *path)
{
  GtkWidget *window = ent_window_new (ADW_APPLICATION ((gpointer) application), NULL);
  EntSession *session = ent_window_get_session (ENT_WINDOW (window));
  g_autofree char *good = g_build_filename (folder, "good.txt", NULL);

  g_assert_true (g_file_set_contents (good, "On 4 May 2021 French President Emmanuel Macron met German Chancellor "
                                            "Angela Merkel in Paris.",
                                      -1, NULL));
  gtk_window_present (GTK_WINDOW (window));
  widget_fixture_wait (is_mapped, window);
  open_path (window, good);
  widget_fixture_wait_read (session);
  ent_archive_worker_save_as (ent_session_get_worker (session), path);
  widget_fixture_wait_idle (session);
  g_assert_cmpint (g_remove (good), ==, 0);
  return window;
}

/* Whoever opens a file later is told who has it, and can change nothing. */
static void
test_read_only (gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("entente-owner-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.entente", NULL);
  g_autofree char *process = g_strdup_printf ("process %ld", (long) getpid ());
  GtkWidget *owner = open_saved (data, folder, path);
  GtkWidget *reader = ent_window_new (ADW_APPLICATION ((gpointer) data), NULL);

  g_assert_false (tells (owner, "can only be read"));
  g_assert_true (is_enabled (owner, "add-event"));
  open_path (reader, path);
  g_assert_true (tells (reader, "“a.entente” can only be read: it is open in"));
  g_assert_true (tells (reader, process));
  g_assert_false (is_enabled (reader, "add-event"));
  g_assert_false (is_enabled (reader, "review"));
  g_assert_true (is_enabled (reader, "save-as"));
  gtk_window_destroy (GTK_WINDOW (reader));
  gtk_window_destroy (GTK_WINDOW (owner));
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_remove (folder), ==, 0);
}

/* Gives the first event another kind, or, in more words, another title. */
static gboolean
edit_cb (EntArchive  *archive,
         gpointer     data,
         GError     **error)
{
  const EntEventValue value = { strlen (data) < 8 ? ENT_EDITED_KIND : ENT_EDITED_TITLE, data };
  g_autoptr (EntEventStore) store = ent_archive_load (archive, 0, error);

  return ent_archive_edit_event (archive, ent_event_store_get_id (store, 0), &value, 1, NULL, error);
}

/* A toast shows while the one before goes. */
static gboolean
tells_change (gpointer window)
{
  return tells (window, "Change of Kind") && !tells (window, "Nothing was changed: ");
}

/* A change that cannot be made is told with its reason, until another one is. */
static void
test_nothing_changed (gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("entente-change-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.entente", NULL);
  GtkWidget *window = open_saved (data, folder, path);
  EntSession *session = ent_window_get_session (ENT_WINDOW (window));

  ent_session_change (session, edit_cb, (gpointer) "party", NULL);
  widget_fixture_wait_idle (session);
  g_assert_true (tells (window, "Nothing was changed: "));
  g_assert_true (tells (window, "party"));
  g_assert_true (shows_words (window, "Germany"));
  ent_session_change (session, edit_cb, (gpointer) "visit", NULL);
  widget_fixture_wait_idle (session);
  widget_fixture_wait (tells_change, window);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_remove (folder), ==, 0);
}

static gboolean
blind_cb (EntArchive  *archive,
          gpointer     data,
          GError     **error)
{
  return ent_archive_set_blind (archive, GPOINTER_TO_INT (data), error);
}

static void
code (EntSession           *session,
      const char           *coder,
      EntArchiveChangeFunc  func,
      gconstpointer         data)
{
  ent_archive_worker_set_coder (ent_session_get_worker (session), coder);
  ent_session_change (session, func, (gpointer) data, NULL);
  widget_fixture_wait_idle (session);
}

/* What somebody else has changed is not told as new when one sees it again. */
static void
test_blind_ends (gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("entente-blind-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.entente", NULL);
  GtkWidget *window = open_saved (data, folder, path);
  EntSession *session = ent_window_get_session (ENT_WINDOW (window));

  code (session, "bob", blind_cb, GINT_TO_POINTER (TRUE));
  code (session, "bob", edit_cb, "visit");
  g_assert_true (tells (window, "Change of Kind"));
  code (session, "anna", edit_cb, "Another title");
  code (session, "bob", blind_cb, GINT_TO_POINTER (TRUE));
  code (session, "bob", blind_cb, GINT_TO_POINTER (FALSE));
  g_assert_false (tells (window, "Change of Title"));
  code (session, "bob", edit_cb, "One more title");
  g_assert_true (tells (window, "Change of Title"));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_remove (folder), ==, 0);
}

static GtkWidget *
find_dialog (GtkWidget *window)
{
  GList *toplevels = gtk_window_list_toplevels ();
  GtkWidget *dialog = NULL;

  for (GList *l = toplevels; l != NULL; l = l->next)
    {
      if (ADW_IS_MESSAGE_DIALOG (l->data) && gtk_window_get_transient_for (l->data) == GTK_WINDOW (window))
        dialog = l->data;
    }
  g_list_free (toplevels);
  return dialog;
}

static gboolean
asks (gpointer window)
{
  return find_dialog (window) != NULL;
}

/* What is pasted is read; only what it does not tell is asked for. */
static void
test_paste (gconstpointer data)
{
  GtkWidget *window = ent_window_new (ADW_APPLICATION ((gpointer) data), NULL);
  EntSession *session = ent_window_get_session (ENT_WINDOW (window));
  GdkClipboard *clipboard = gtk_widget_get_clipboard (window);

  gtk_window_present (GTK_WINDOW (window));
  widget_fixture_wait (is_mapped, window);
  gdk_clipboard_set_text (clipboard, "Readout of the White House\nNovember 15, 2022\n\nPresident Joe Biden met with "
                                     "President Xi Jinping of China in Bali on November 14, 2022. They discussed "
                                     "Taiwan.\n");
  g_action_group_activate_action (G_ACTION_GROUP (window), "paste", NULL);
  widget_fixture_wait_read (session);
  g_assert_false (asks (window));
  g_assert_cmpuint (ent_event_store_get_n_statements (ent_session_get_store (session)), ==, 1);

  gdk_clipboard_set_text (clipboard, "The two presidents spoke by phone about trade and agreed to speak again.\n");
  g_action_group_activate_action (G_ACTION_GROUP (window), "paste", NULL);
  widget_fixture_wait (asks, window);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog (window)), "cancel");
  widget_fixture_pause (300);
  g_assert_cmpuint (ent_event_store_get_n_statements (ent_session_get_store (session)), ==, 1);
  widget_fixture_pause (700);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_realized (gpointer window)
{
  return gtk_widget_get_realized (window);
}

/* A window above another one. */
static gpointer
find_above (gpointer window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) above = g_list_model_get_item (windows, i);
      if (gtk_window_get_transient_for (above) == window)
        return above;
    }
  return NULL;
}

static gboolean
is_above_mapped (gpointer window)
{
  return find_above (window) != NULL && gtk_widget_get_mapped (find_above (window));
}

/* A window that is not shown has a place on the accessibility bus, where one may ask for it; the list of shortcuts is
 * none of these. */
static void
test_hidden (gconstpointer data)
{
  GtkWidget *window = ent_window_new (ADW_APPLICATION ((gpointer) data), NULL);
  GtkWidget *hidden = gtk_window_new ();
  int least;

  widget_fixture_wait (is_realized, hidden);
  gtk_window_destroy (GTK_WINDOW (hidden));

  gtk_window_present (GTK_WINDOW (window));
  widget_fixture_wait (is_mapped, window);
  g_assert_null (find_above (window));
  for (guint i = 0; i < 2; i++)
    {
      guint n_windows = g_list_model_get_n_items (gtk_window_get_toplevels ());

      g_action_group_activate_action (G_ACTION_GROUP (window), "show-help-overlay", NULL);
      widget_fixture_wait (is_above_mapped, window);
      g_assert_true (shows_words (find_above (window), "Paste a statement"));
      /* It folds for a phone. */
      gtk_widget_measure (find_above (window), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      g_assert_cmpint (least, <=, 372);
      gtk_window_close (find_above (window));
      widget_fixture_pause (100);
      g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, n_windows);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
open_before (const char *folder,
             const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "words", -1, NULL));
  ent_recent_files_add (file);
}

static void
assert_opened_before (GMenuModel *menu,
                      const char *words)
{
  guint n = 0;

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *label = NULL;
      g_menu_model_get_item_attribute (menu, i, "label", "s", &label);
      n += g_str_equal (label, words);
    }
  g_assert_cmpuint (n, ==, 1);
}

/* Files of one name are told apart where they were opened before. */
static void
test_recent (void)
{
  static const char * const names[] = { "a/readout.txt", "b/readout.txt", "b/other_one.txt", "a", "b", "" };
  g_autofree char *folder = g_dir_make_tmp ("entente-recent-XXXXXX", NULL);

  for (guint i = 0; i < 3; i++)
    open_before (folder, names[i]);
  g_autoptr (GMenuModel) menu = ent_recent_files_new_menu ();
  assert_opened_before (menu, "readout.txt · a");
  assert_opened_before (menu, "readout.txt · b");
  assert_opened_before (menu, "other__one.txt");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

/* Work of a test that was stopped would be offered by each window from then on. */
static void
remove_left_behind (void)
{
  g_auto (GStrv) paths = ent_archive_worker_find_untitled ();

  for (guint i = 0; paths != NULL && paths[i] != NULL; i++)
    g_assert_cmpint (g_remove (paths[i]), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  remove_left_behind ();
  g_autoptr (EntApplication) application = start ();
  const Case wide = { application, 1600, 900 }, small = { application, 800, 600 }, narrow = { application, 360, 640 };
  g_test_add_data_func ("/window/wide", &wide, test_window);
  g_test_add_data_func ("/window/small", &small, test_window);
  g_test_add_data_func ("/window/narrow", &narrow, test_window);
  g_test_add_data_func ("/window/large-letters", application, test_large_letters);
  g_test_add_data_func ("/window/narrow-letters", application, test_narrow_letters);
  g_test_add_data_func ("/window/tips", application, test_tips);
  g_test_add_data_func ("/window/hidden", application, test_hidden);
  g_test_add_func ("/window/recent", test_recent);
  g_test_add_data_func ("/window/parts", application, test_parts);
  g_test_add_data_func ("/window/reading", application, test_reading);
  g_test_add_data_func ("/window/idle", application, test_idle);
  g_test_add_data_func ("/window/drop", application, test_drop);
  g_test_add_data_func ("/window/corrections", application, test_corrections);
  g_test_add_data_func ("/window/paste", application, test_paste);
  g_test_add_data_func ("/window/read-only", application, test_read_only);
  g_test_add_data_func ("/window/nothing-changed", application, test_nothing_changed);
  g_test_add_data_func ("/window/blind-ends", application, test_blind_ends);
  return g_test_run ();
}
