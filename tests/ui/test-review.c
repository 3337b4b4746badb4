/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "model/event-title.h"
#include "model/review-order.h"
#include "ui/change-words.h"
#include "ui/event-changes.h"
#include "ui/event-editor.h"
#include "ui/review-bar.h"
#include "ui/review-queue.h"
#include "ui/statement-editor.h"
#include "ui/statement-view.h"
#include "widget-fixture.h"

typedef struct
{
  char *folder;
  char *file;
  EntSession *session;
} Fixture;

static void
open_paths (EntSession *session,
            const char *path)
{
  ent_session_open (session, (const char * const[]) { path, NULL });
  widget_fixture_wait_idle (session);
  g_assert_nonnull (ent_session_get_store (session));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("entente-review-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->file = g_build_filename (fixture->folder, "readout.txt", NULL);
  g_file_set_contents (fixture->file,
                       "Readout, May 4, 2023. Secretary of State Antony Blinken spoke by phone with China's State "
                       "Councilor Qin Gang on May 3, 2023. They discussed Taiwan. Secretary Blinken met with Foreign "
                       "Minister Wang Yi in Munich on February 18, 2023.\n",
                       -1, &error);
  g_assert_no_error (error);
  fixture->session = ent_session_new ();
  open_paths (fixture->session, fixture->file);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  /* What was said here is offered to nobody. */
  if (fixture->session != NULL)
    ent_archive_worker_close (ent_session_get_worker (fixture->session), TRUE);
  g_clear_object (&fixture->session);
  g_unlink (fixture->file);
  g_rmdir (fixture->folder);
  g_free (fixture->file);
  g_free (fixture->folder);
}

static guint32
select_call (Fixture *fixture)
{
  EntEventStore *store = ent_session_get_store (fixture->session);

  for (guint32 row = 0; row < ent_event_store_get_n_events (store); row++)
    if (ent_event_store_get_columns (store)->kind[row] == ENT_KIND_CALL)
      {
        ent_session_set_selected (fixture->session, row);
        return row;
      }
  g_assert_not_reached ();
}

static const EntEventColumns *
get_columns (Fixture *fixture)
{
  return ent_event_store_get_columns (ent_session_get_store (fixture->session));
}

static char *
dup_undo (Fixture *fixture)
{
  g_auto (EntChangeLabel) label = { NULL };

  if (!ent_archive_get_undo (ent_archive_worker_get_archive (ent_session_get_worker (fixture->session)), &label))
    return NULL;
  return ent_words_for_change (&label);
}

/* What is said of an event stays with it, and is taken back and made again by name. */
static void
test_accept_undo_redo (Fixture       *fixture,
                       gconstpointer  data)
{
  guint32 row = select_call (fixture);

  g_assert_true (ent_event_changes_are_possible (fixture->session));
  g_assert_cmpint (get_columns (fixture)->review[row], ==, ENT_REVIEW_MACHINE);
  ent_event_changes_review (fixture->session, row, ENT_REVIEW_ACCEPTED);
  widget_fixture_wait_idle (fixture->session);
  row = ent_session_get_selected (fixture->session);
  g_assert_cmpint (get_columns (fixture)->review[row], ==, ENT_REVIEW_ACCEPTED);
  g_autofree char *accepted = dup_undo (fixture);
  g_assert_cmpstr (accepted, ==, "Acceptance of 1 Event");
  g_assert_cmpuint (ent_review_count_checked (ent_session_get_store (fixture->session),
                                              ent_session_get_base_rows (fixture->session)),
                    ==, 1);

  ent_event_changes_undo (fixture->session);
  widget_fixture_wait_idle (fixture->session);
  g_assert_cmpint (get_columns (fixture)->review[ent_session_get_selected (fixture->session)], ==, ENT_REVIEW_MACHINE);
  ent_event_changes_redo (fixture->session);
  widget_fixture_wait_idle (fixture->session);
  g_assert_cmpint (get_columns (fixture)->review[ent_session_get_selected (fixture->session)], ==, ENT_REVIEW_ACCEPTED);
}

/* A rejected event is gone from every view, and comes back only when that is undone. */
static void
test_reject (Fixture       *fixture,
             gconstpointer  data)
{
  guint n = ent_event_store_get_n_events (ent_session_get_store (fixture->session));

  ent_event_changes_review (fixture->session, select_call (fixture), ENT_REVIEW_REJECTED);
  widget_fixture_wait_idle (fixture->session);
  g_assert_cmpuint (ent_event_store_get_n_events (ent_session_get_store (fixture->session)), ==, n - 1);
  g_assert_cmpuint (ent_session_get_selected (fixture->session), ==, ENT_ROW_NONE);
  open_paths (fixture->session, fixture->file);
  g_assert_cmpuint (ent_event_store_get_n_events (ent_session_get_store (fixture->session)), ==, n - 1);
  ent_event_changes_undo (fixture->session);
  widget_fixture_wait_idle (fixture->session);
  g_assert_cmpuint (ent_event_store_get_n_events (ent_session_get_store (fixture->session)), ==, n);
  /* It is what was spoken of, and is looked at again. */
  g_assert_cmpuint (ent_session_get_selected (fixture->session), !=, ENT_ROW_NONE);
  g_assert_cmpint (get_columns (fixture)->kind[ent_session_get_selected (fixture->session)], ==, ENT_KIND_CALL);
}

static GtkWidget *
find_row (GtkWidget  *widget,
          const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The dialog saves only what was changed, and not what nobody can read. */
static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *editor = ent_event_editor_new (fixture->session, select_call (fixture));
  GtkWidget *date = find_row (editor, "Date");
  guint32 row;

  gtk_window_present (GTK_WINDOW (editor));
  g_assert_nonnull (date);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (date)), ==, "2023-05-03");
  gtk_editable_set_text (GTK_EDITABLE (date), "the third of May");
  g_assert_true (gtk_widget_has_css_class (date, "error"));
  gtk_widget_activate_action (editor, "editor.save", NULL);
  g_assert_false (ent_session_get_busy (fixture->session));

  gtk_editable_set_text (GTK_EDITABLE (date), "2023-05-02/2023-05-03");
  g_assert_false (gtk_widget_has_css_class (date, "error"));
  gtk_widget_activate_action (editor, "editor.save", NULL);
  widget_fixture_wait_idle (fixture->session);
  row = ent_session_get_selected (fixture->session);
  g_assert_cmpuint (ent_event_store_get_edited (ent_session_get_store (fixture->session), row), ==, ENT_EDITED_DATE);
  g_assert_cmpint (get_columns (fixture)->earliest[row] + 1, ==, get_columns (fixture)->latest[row]);
  g_autofree char *undo = dup_undo (fixture);
  g_assert_cmpstr (undo, ==, "Change of Date");

  ent_event_changes_restore (fixture->session, row);
  widget_fixture_wait_idle (fixture->session);
  row = ent_session_get_selected (fixture->session);
  g_assert_cmpuint (ent_event_store_get_edited (ent_session_get_store (fixture->session), row), ==, 0);
  g_assert_cmpint (get_columns (fixture)->earliest[row], ==, get_columns (fixture)->latest[row]);
}

/* A field that was corrected says so, and gets back what was parsed. */
static void
test_restore_field (Fixture       *fixture,
                    gconstpointer  data)
{
  const EntEventValue values[] = { { ENT_EDITED_DATE, "2023-05-01" }, { ENT_EDITED_PLACE, "Vienna" } };
  GtkWidget *editor, *date;

  ent_event_changes_edit (fixture->session, select_call (fixture), values, 2, "");
  widget_fixture_wait_idle (fixture->session);
  editor = ent_event_editor_new (fixture->session, ent_session_get_selected (fixture->session));
  gtk_window_present (GTK_WINDOW (editor));
  date = find_row (editor, "Date · corrected");
  g_assert_nonnull (date);
  gtk_editable_set_text (GTK_EDITABLE (date), "2023-05-03");
  gtk_widget_activate_action (editor, "editor.save", NULL);
  widget_fixture_wait_idle (fixture->session);
  g_assert_cmpuint (ent_event_store_get_edited (ent_session_get_store (fixture->session),
                                                ent_session_get_selected (fixture->session)),
                    ==, ENT_EDITED_PLACE);
}

/* What nobody found is added by hand, with the words that tell it, and shown at once. */
static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWidget *editor = ent_event_editor_new_to_add (fixture->session, 0, (EntSpan) { 0, 20 });
  EntEventStore *store;
  guint32 row;
  guint n = ent_event_store_get_n_events (ent_session_get_store (fixture->session));

  gtk_window_present (GTK_WINDOW (editor));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (editor, "Date"))), ==, "2023-05-04");
  gtk_editable_set_text (GTK_EDITABLE (find_row (editor, "Date")), "");
  gtk_widget_activate_action (editor, "editor.save", NULL);
  g_assert_false (ent_session_get_busy (fixture->session));
  gtk_editable_set_text (GTK_EDITABLE (find_row (editor, "Date")), "2023-02");
  gtk_editable_set_text (GTK_EDITABLE (find_row (editor, "Title")), "Balloon over Montana");
  gtk_editable_set_text (GTK_EDITABLE (find_row (editor, "Participants, by code or name")), "China, United States");
  gtk_widget_activate_action (editor, "editor.save", NULL);
  widget_fixture_wait_idle (fixture->session);
  store = ent_session_get_store (fixture->session);
  row = ent_session_get_selected (fixture->session);
  g_assert_cmpuint (ent_event_store_get_n_events (store), ==, n + 1);
  g_assert_cmpstr (ent_event_store_get_title (store, row), ==, "Balloon over Montana");
  g_assert_true (ent_event_store_get_edited (ent_session_get_store (fixture->session), row) & ENT_EDITED_ADDED);
  g_assert_cmpuint (ent_event_store_get_n_accounts (store, row), ==, 1);
  g_autofree char *undo = dup_undo (fixture);
  g_assert_cmpstr (undo, ==, "Adding of Event");
}

/* What is hidden is out of sight, is shown with all that there is, and comes back. */
static void
test_hide (Fixture       *fixture,
           gconstpointer  data)
{
  EntArchiveWorker *worker = ent_session_get_worker (fixture->session);
  guint n = ent_event_store_get_n_events (ent_session_get_store (fixture->session));
  guint32 row;

  ent_event_changes_hide (fixture->session, select_call (fixture), TRUE);
  widget_fixture_wait_idle (fixture->session);
  g_assert_cmpuint (ent_event_store_get_n_events (ent_session_get_store (fixture->session)), ==, n - 1);
  ent_archive_worker_set_all (worker, TRUE);
  widget_fixture_wait_idle (fixture->session);
  row = select_call (fixture);
  g_assert_true (ent_event_store_get_edited (ent_session_get_store (fixture->session), row) & ENT_EDITED_HIDDEN);
  ent_event_changes_hide (fixture->session, row, FALSE);
  widget_fixture_wait_idle (fixture->session);
  ent_archive_worker_set_all (worker, FALSE);
  widget_fixture_wait_idle (fixture->session);
  g_assert_cmpuint (ent_event_store_get_n_events (ent_session_get_store (fixture->session)), ==, n);
}

/* What is known of a statement is corrected at once, restored, and the statement taken out and brought back. */
static void
test_statement (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *view = ent_statement_view_new (fixture->session, 0, ENT_ROW_NONE, (EntSpan) { 0, 0 });
  GtkWidget *editor = ent_statement_editor_new (fixture->session, 0);
  const EntStatementInfo *info;

  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  gtk_window_present (GTK_WINDOW (view));
  gtk_window_present (GTK_WINDOW (editor));
  gtk_editable_set_text (GTK_EDITABLE (find_row (editor, "Issue date")), "someday");
  gtk_widget_activate_action (editor, "editor.save", NULL);
  g_assert_false (ent_session_get_busy (fixture->session));
  gtk_editable_set_text (GTK_EDITABLE (find_row (editor, "Issue date")), "2022-05-04");
  gtk_editable_set_text (GTK_EDITABLE (find_row (editor, "Issuer, by code or name")), "china");
  gtk_widget_activate_action (editor, "editor.save", NULL);
  widget_fixture_wait_idle (fixture->session);
  info = ent_statement_get_info (ent_event_store_get_statement (ent_session_get_store (fixture->session), 0));
  g_assert_cmpint (ent_edtf_earliest (info->date), ==, ent_civil_date_to_day ((EntCivilDate) { 2022, 5, 4 }));
  g_assert_cmpstr (info->issuer, ==, "CN");
  g_assert_nonnull (view);

  editor = ent_statement_editor_new (fixture->session, 0);
  gtk_widget_activate_action (editor, "editor.restore", NULL);
  widget_fixture_wait_idle (fixture->session);
  info = ent_statement_get_info (ent_event_store_get_statement (ent_session_get_store (fixture->session), 0));
  g_assert_cmpint (ent_edtf_earliest (info->date), ==, ent_civil_date_to_day ((EntCivilDate) { 2023, 5, 4 }));

  gtk_widget_activate_action (view, "statement.remove", NULL);
  widget_fixture_wait_idle (fixture->session);
  g_assert_null (view);
  g_assert_cmpuint (ent_event_store_get_n_statements (ent_session_get_store (fixture->session)), ==, 0);
  ent_event_changes_undo (fixture->session);
  widget_fixture_wait_idle (fixture->session);
  g_assert_cmpuint (ent_event_store_get_n_statements (ent_session_get_store (fixture->session)), ==, 1);
}

/* Work gets a name, and is all there when it is opened by it. */
static void
test_save_and_reopen (Fixture       *fixture,
                      gconstpointer  data)
{
  EntArchiveWorker *worker = ent_session_get_worker (fixture->session);
  g_autofree char *path = g_build_filename (fixture->folder, "work.entente", NULL);
  g_autofree char *untitled = NULL;
  g_autoptr (EntSession) other = ent_session_new ();
  guint n_checked;

  g_assert_true (ent_archive_worker_is_untitled (worker));
  untitled = g_strdup (ent_archive_get_path (ent_archive_worker_get_archive (worker)));
  ent_event_changes_review (fixture->session, select_call (fixture), ENT_REVIEW_ACCEPTED);
  widget_fixture_wait_idle (fixture->session);
  ent_archive_worker_save_as (worker, path);
  widget_fixture_wait_idle (fixture->session);
  g_assert_false (ent_archive_worker_is_untitled (worker));
  g_assert_false (g_file_test (untitled, G_FILE_TEST_EXISTS));

  /* Somebody else may read it meanwhile, and not write. */
  open_paths (other, path);
  g_assert_false (ent_event_changes_are_possible (other));
  n_checked = ent_review_count_checked (ent_session_get_store (other), ent_session_get_base_rows (other));
  g_assert_cmpuint (n_checked, ==, 1);
  g_clear_object (&other);
  g_clear_object (&fixture->session);
  g_unlink (path);
}

/* Nothing is left of work that nobody said anything in. */
static void
test_leaves_nothing (Fixture       *fixture,
                     gconstpointer  data)
{
  EntArchiveWorker *worker = ent_session_get_worker (fixture->session);
  g_autofree char *path = g_strdup (ent_archive_get_path (ent_archive_worker_get_archive (worker)));

  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_object (&fixture->session);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* One key each leads through all that is to be checked. */
static void
test_queue (Fixture       *fixture,
            gconstpointer  data)
{
  EntReviewQueue *queue = g_object_new (ENT_TYPE_REVIEW_QUEUE, NULL);
  GtkWidget *window;
  guint n = ent_event_store_get_n_events (ent_session_get_store (fixture->session));
  guint32 first;

  ent_session_set_between (fixture->session, NULL, 0);
  ent_review_queue_set_session (queue, fixture->session);
  window = widget_fixture_show (GTK_WIDGET (queue), 800, 100);
  g_assert_false (ent_review_queue_press (queue, GDK_KEY_a));
  ent_review_queue_set_active (queue, TRUE);
  first = ent_session_get_selected (fixture->session);
  g_assert_cmpuint (first, !=, ENT_ROW_NONE);
  g_assert_true (ent_review_queue_press (queue, GDK_KEY_n));
  g_assert_cmpuint (ent_session_get_selected (fixture->session), !=, first);
  g_assert_true (ent_review_queue_press (queue, GDK_KEY_p));
  g_assert_cmpuint (ent_session_get_selected (fixture->session), ==, first);
  g_assert_false (ent_review_queue_press (queue, GDK_KEY_x));
  for (guint i = 0; i < n; i++)
    {
      /* A key that comes too early is not about the next one, which is not shown yet. */
      g_assert_true (ent_review_queue_press (queue, GDK_KEY_a));
      g_assert_true (ent_review_queue_press (queue, GDK_KEY_r));
      widget_fixture_wait_idle (fixture->session);
    }
  g_assert_cmpuint (ent_review_count_checked (ent_session_get_store (fixture->session),
                                              ent_session_get_rows (fixture->session)),
                    ==, n);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The bar says who checked, and offers what is left to be said. */
static void
test_bar (Fixture       *fixture,
          gconstpointer  data)
{
  EntReviewBar *bar = g_object_new (ENT_TYPE_REVIEW_BAR, NULL);
  GtkWidget *window;

  select_call (fixture);
  ent_review_bar_set_session (bar, fixture->session);
  window = widget_fixture_show (GTK_WIDGET (bar), 340, 120);
  gtk_widget_activate_action (GTK_WIDGET (bar), "review.accept", NULL);
  widget_fixture_wait_idle (fixture->session);
  g_assert_cmpint (get_columns (fixture)->review[ent_session_get_selected (fixture->session)], ==, ENT_REVIEW_ACCEPTED);
  gtk_widget_activate_action (GTK_WIDGET (bar), "review.restore", NULL);
  widget_fixture_wait_idle (fixture->session);
  g_assert_cmpint (get_columns (fixture)->review[ent_session_get_selected (fixture->session)], ==, ENT_REVIEW_MACHINE);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/review/accept-undo-redo", Fixture, NULL, set_up, test_accept_undo_redo, tear_down);
  g_test_add ("/review/reject", Fixture, NULL, set_up, test_reject, tear_down);
  g_test_add ("/review/edit", Fixture, NULL, set_up, test_edit, tear_down);
  g_test_add ("/review/restore-field", Fixture, NULL, set_up, test_restore_field, tear_down);
  g_test_add ("/review/add", Fixture, NULL, set_up, test_add, tear_down);
  g_test_add ("/review/hide", Fixture, NULL, set_up, test_hide, tear_down);
  g_test_add ("/review/statement", Fixture, NULL, set_up, test_statement, tear_down);
  g_test_add ("/review/save-and-reopen", Fixture, NULL, set_up, test_save_and_reopen, tear_down);
  g_test_add ("/review/leaves-nothing", Fixture, NULL, set_up, test_leaves_nothing, tear_down);
  g_test_add ("/review/queue", Fixture, NULL, set_up, test_queue, tear_down);
  g_test_add ("/review/bar", Fixture, NULL, set_up, test_bar, tear_down);
  return g_test_run ();
}
