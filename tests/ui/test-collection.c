/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <string.h>

#include "layout/insights.h"
#include "model/archive-edit.h"
#include "model/archive-search.h"
#include "model/archive-snapshots.h"
#include "model/archive-together.h"
#include "ui/agreement-window.h"
#include "ui/change-words.h"
#include "ui/difference-words.h"
#include "ui/event-changes.h"
#include "ui/import-summary.h"
#include "ui/mark-changes.h"
#include "ui/mark-list.h"
#include "ui/period-dialog.h"
#include "ui/snapshots-window.h"
#include "ui/timeline-view-private.h"
#include "widget-fixture.h"

typedef struct
{
  char *folder;
  EntSession *session;
} Fixture;

static void
open_text (Fixture    *fixture,
           const char *name,
           const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  ent_session_open (fixture->session, (const char * const[]) { path, NULL });
  widget_fixture_wait_idle (fixture->session);
  g_unlink (path);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("entente-collection-XXXXXX", NULL);
  fixture->session = ent_session_new ();
  open_text (fixture, "a.jsonl",
             "{\"id\":\"a\",\"date\":\"2023-05-04\",\"issuer\":\"US\",\"source\":\"https://example.org/a\",\"text\":"
             "\"Secretary of State Antony Blinken spoke by phone with China's State Councilor Qin Gang on May 3, 2023. "
             "They discussed Taiwan. The Secretary, who had dwelt on orchards, was calm.\"}\n");
  ent_session_set_between (fixture->session, NULL, 0);
  g_assert_cmpuint (ent_event_store_get_n_events (ent_session_get_store (fixture->session)), >, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ent_archive_worker_close (ent_session_get_worker (fixture->session), TRUE);
  g_clear_object (&fixture->session);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static EntArchive *
get_archive (Fixture *fixture)
{
  return ent_archive_worker_get_archive (ent_session_get_worker (fixture->session));
}

static GtkWidget *
find_type (GtkWidget *widget,
           GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
undo (Fixture *fixture)
{
  ent_event_changes_undo (fixture->session);
  widget_fixture_wait_idle (fixture->session);
}

/* Words are a note, a word after a number sign a tag; both are taken back by name. */
static void
test_marks (Fixture       *fixture,
            gconstpointer  data)
{
  EntEventStore *store = ent_session_get_store (fixture->session);
  GtkWidget *list = ent_mark_list_new ();
  GtkWidget *window = widget_fixture_show (list, 340, 200);
  GtkWidget *entry = find_type (list, GTK_TYPE_ENTRY);
  const char * const typed[] = { "  looks early ", "#balloon crisis", "#", " " };
  g_auto (EntChangeLabel) label = { NULL };
  GArray *marks;

  ent_mark_list_show (ENT_MARK_LIST (list), fixture->session,
                      (EntMarkTarget) { .event = ent_event_store_get_id (store, 0) });
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), typed[i]);
      g_signal_emit_by_name (entry, "activate");
      widget_fixture_wait_idle (fixture->session);
    }
  marks = ent_session_get_marks (fixture->session);
  g_assert_cmpuint (marks->len, ==, 2);
  g_assert_cmpstr (g_array_index (marks, EntMark, 0).text, ==, "looks early");
  g_assert_cmpint (g_array_index (marks, EntMark, 1).type, ==, ENT_MARK_TAG);
  g_assert_cmpstr (g_array_index (marks, EntMark, 1).text, ==, "balloon crisis");
  g_assert_cmpstr (g_array_index (marks, EntMark, 1).event, ==,
                   ent_event_store_get_id (ent_session_get_store (fixture->session), 0));
  g_assert_true (ent_archive_get_undo (get_archive (fixture), &label));
  g_autofree char *words = ent_words_for_change (&label);
  g_assert_cmpstr (words, ==, "Tag");

  g_signal_emit_by_name (find_type (list, GTK_TYPE_BUTTON), "clicked");
  widget_fixture_wait_idle (fixture->session);
  g_assert_cmpuint (ent_session_get_marks (fixture->session)->len, ==, 1);
  undo (fixture);
  g_assert_cmpuint (ent_session_get_marks (fixture->session)->len, ==, 2);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
keep_target (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  char **kept = data;

  g_free (*kept);
  *kept = g_variant_dup_string (parameter, NULL);
}

/* A click on the first period, above the lanes, as the gesture tells of it. */
static void
click (GtkWidget      *widget,
       guint           button,
       const char     *signal,
       const EntScene *scene)
{
  const EntBox *box = &scene->periods[0].box;
  double y = (scene->axis.height + scene->lane_area.y) / 2.0;
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller)
          && (gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_SECONDARY)
               == (button == GDK_BUTTON_SECONDARY))
        g_signal_emit_by_name (controller, signal, 1, box->x + box->width / 2.0, y);
    }
}

/* A click on a period's name comes closer, the next one, or one with the other button, asks what to change. */
static void
test_period_clicks (Fixture       *fixture,
                    gconstpointer  data)
{
  EntTimelineView *view = g_object_new (ENT_TYPE_TIMELINE_VIEW, NULL);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("edit-period", G_VARIANT_TYPE_STRING);
  const char * const spans[] = { "2022-01/2024-12", "2023-05-02/2023-05-04" };
  g_autofree char *edited = NULL;
  GtkWidget *window;

  open_text (fixture, "b.jsonl",
             "{\"id\":\"b\",\"date\":\"1979-01-31\",\"issuer\":\"US\",\"text\":\"President Jimmy Carter met with "
             "Chinese Vice Premier Deng Xiaoping in Washington on January 29, 1979.\"}\n");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_signal_connect (action, "activate", G_CALLBACK (keep_target), &edited);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  ent_timeline_view_set_session (view, fixture->session);
  window = widget_fixture_show (GTK_WIDGET (view), 900, 500);
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));
  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      EntEdtf span;
      const EntPeriod *period;

      g_assert_true (ent_edtf_parse (spans[i], strlen (spans[i]), &span, NULL));
      ent_mark_changes_set_period (fixture->session, NULL, "Talks", span);
      widget_fixture_wait_idle (fixture->session);
      ent_timeline_view_set_scale (view, ent_time_scale_fit (ent_day_from_ymd (1979, 1, 1),
                                                             ent_day_from_ymd (2024, 1, 1), 700.0, 20.0));
      widget_fixture_pause (100);
      period = &g_array_index (ent_session_get_periods (fixture->session), EntPeriod, 0);
      EntScene *scene = ent_timeline_view_get_scene (view);
      g_assert_cmpuint (scene->n_periods, ==, 1);
      double width = scene->periods[0].box.width;
      click (GTK_WIDGET (view), GDK_BUTTON_PRIMARY, "released", scene);
      widget_fixture_pause (100);
      g_assert_null (edited);
      scene = ent_timeline_view_get_scene (view);
      g_assert_cmpfloat (scene->periods[0].box.width, >, width);
      click (GTK_WIDGET (view), GDK_BUTTON_PRIMARY, "released", scene);
      g_assert_cmpstr (edited, ==, period->id);
      g_clear_pointer (&edited, g_free);
      click (GTK_WIDGET (view), GDK_BUTTON_SECONDARY, "pressed", scene);
      g_assert_cmpstr (edited, ==, period->id);
      g_clear_pointer (&edited, g_free);
      ent_mark_changes_remove_period (fixture->session, period->id);
      widget_fixture_wait_idle (fixture->session);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A period is shaded under its name, is given another one, and is gone again. */
static void
test_periods (Fixture       *fixture,
              gconstpointer  data)
{
  EntTimelineView *view = g_object_new (ENT_TYPE_TIMELINE_VIEW, NULL);
  GtkWidget *window, *dialog;
  EntEdtf span;
  const EntPeriod *period;
  EntScene *scene;

  ent_timeline_view_set_session (view, fixture->session);
  window = widget_fixture_show (GTK_WIDGET (view), 900, 500);
  g_assert_cmpuint (ent_timeline_view_get_scene (view)->n_periods, ==, 0);
  g_assert_true (ent_edtf_parse ("2023-05-01/2023-05-20", 21, &span, NULL));
  dialog = ent_period_dialog_show (GTK_WINDOW (window), fixture->session, NULL, "Spring talks", span);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "save");
  gtk_window_destroy (GTK_WINDOW (dialog));
  widget_fixture_wait_idle (fixture->session);
  g_assert_cmpuint (ent_session_get_periods (fixture->session)->len, ==, 1);
  period = &g_array_index (ent_session_get_periods (fixture->session), EntPeriod, 0);
  scene = ent_timeline_view_get_scene (view);
  g_assert_cmpuint (scene->n_periods, ==, 1);
  g_assert_cmpstr (scene->periods[0].text, ==, "Spring talks");
  g_assert_cmpfloat (scene->periods[0].text_box.y, >=, scene->axis.height);
  g_assert_cmpfloat (scene->periods[0].text_box.y + scene->periods[0].text_box.height, <=, scene->lane_area.y);
  g_assert_cmpfloat (scene->periods[0].box.y + scene->periods[0].box.height, ==,
                     scene->footer.y + scene->footer.height);

  ent_mark_changes_set_period (fixture->session, period->id, "Thaw", span);
  widget_fixture_wait_idle (fixture->session);
  period = &g_array_index (ent_session_get_periods (fixture->session), EntPeriod, 0);
  g_assert_cmpstr (period->label, ==, "Thaw");
  ent_mark_changes_remove_period (fixture->session, period->id);
  widget_fixture_wait_idle (fixture->session);
  g_assert_cmpuint (ent_timeline_view_get_scene (view)->n_periods, ==, 0);
  undo (fixture);
  g_assert_cmpuint (ent_timeline_view_get_scene (view)->n_periods, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
has_row (GtkWidget  *widget,
         const char *title)
{
  if (ADW_IS_ACTION_ROW (widget)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_row (child, title))
      return TRUE;
  return FALSE;
}

static gboolean
shows_rejection (gpointer window)
{
  return has_row (window, "Antony Blinken and Qin Gang speak by phone");
}

/* All that differs of an event is told in one place, with when it was. */
static void
test_difference_rows (EntVocabulary *vocabulary)
{
  EntDifference all[] = {
    { .event = (char *) "a", .date = (char *) "1972-02", .after = (char *) "Talks" },
    { .event = (char *) "b", .date = (char *) "1979", .field = (char *) "kind", .before = (char *) "call",
      .after = (char *) "visit" },
    { .event = (char *) "b", .date = (char *) "1979", .field = (char *) "place", .before = (char *) "",
      .after = (char *) "Rome" },
  };
  g_autoptr (GArray) differences = g_array_new (FALSE, FALSE, sizeof (EntDifference));
  guint next = 0;

  g_array_append_vals (differences, all, G_N_ELEMENTS (all));
  g_autofree char *first = ent_words_for_differences (vocabulary, differences, &next);
  g_autofree char *second = ent_words_for_differences (vocabulary, differences, &next);
  g_assert_cmpstr (first, ==, "February 1972 · New");
  g_assert_cmpstr (second, ==, "1979\nKind: Call → Visit\nPlace: none → Rome");
  g_assert_cmpuint (next, ==, differences->len);
}

/* A snapshot is taken, listed, and compared with what is there now. */
static void
test_snapshots (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *window = ent_snapshots_window_new (fixture->session);
  GtkWidget *name = find_type (window, ADW_TYPE_ENTRY_ROW);
  EntDifference edit = { .field = (char *) "kind", .before = (char *) "call", .after = (char *) "meeting" };

  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_activate_action (window, "snapshots.take", NULL);
  g_assert_false (ent_session_get_busy (fixture->session));
  gtk_editable_set_text (GTK_EDITABLE (name), "first draft");
  g_signal_emit_by_name (name, "entry-activated");
  widget_fixture_wait_idle (fixture->session);
  g_assert_true (has_row (window, "first draft"));
  gtk_editable_set_text (GTK_EDITABLE (name), "first draft");
  g_assert_true (gtk_widget_has_css_class (name, "error"));
  ent_event_changes_review (fixture->session, 0, ENT_REVIEW_REJECTED);
  widget_fixture_wait_idle (fixture->session);
  widget_fixture_wait (shows_rejection, window);
  gtk_window_destroy (GTK_WINDOW (window));

  g_autofree char *words = ent_words_for_difference (ent_session_get_vocabulary (fixture->session), &edit);
  g_assert_cmpstr (words, ==, "Kind: Call → Meeting");
  test_difference_rows (ent_session_get_vocabulary (fixture->session));
}

/* How many statements the collection's page lists for what is typed. */
static guint
count_statements (Fixture    *fixture,
                  const char *words)
{
  g_autoptr (EntFilter) filter = ent_filter_with_words (ent_session_get_filter (fixture->session), words);
  g_autoptr (GArray) numbers = NULL;

  ent_session_set_filter (fixture->session, filter);
  EntInsightRequest request = { ent_session_get_index (fixture->session), ent_session_get_filter (fixture->session),
                                ent_session_get_rows (fixture->session), NULL };
  numbers = ent_insight_statements (&request);
  return numbers->len;
}

static gboolean
blind_cb (EntArchive  *archive,
          gpointer     data,
          GError     **error)
{
  return ent_archive_set_blind (archive, GPOINTER_TO_INT (data), error);
}

static void
set_coder (Fixture    *fixture,
           const char *coder,
           gboolean    blind)
{
  ent_archive_worker_set_coder (ent_session_get_worker (fixture->session), coder);
  ent_session_change (fixture->session, blind_cb, GINT_TO_POINTER (blind), NULL);
  widget_fixture_wait_idle (fixture->session);
}

static EntReview
get_review (Fixture *fixture)
{
  return ent_event_store_get_columns (ent_session_get_store (fixture->session))->review[0];
}

static gboolean
has_agreement (gpointer window)
{
  return has_row (window, "Date") && has_row (window, "Kind");
}

/* Whoever codes blind sees nothing of what others say, and how far they agree is told in a window. */
static void
test_blind (Fixture       *fixture,
            gconstpointer  data)
{
  set_coder (fixture, "anna", FALSE);
  g_assert_false (ent_session_is_blind (fixture->session));
  ent_event_changes_review (fixture->session, 0, ENT_REVIEW_ACCEPTED);
  widget_fixture_wait_idle (fixture->session);
  set_coder (fixture, "bob", TRUE);
  g_assert_true (ent_session_is_blind (fixture->session));
  g_assert_cmpuint (get_review (fixture), ==, ENT_REVIEW_MACHINE);
  ent_event_changes_review (fixture->session, 0, ENT_REVIEW_ACCEPTED);
  widget_fixture_wait_idle (fixture->session);
  g_assert_cmpuint (get_review (fixture), ==, ENT_REVIEW_ACCEPTED);

  GtkWidget *window = ent_agreement_window_new (fixture->session);
  gtk_window_present (GTK_WINDOW (window));
  widget_fixture_wait (has_agreement, window);
  g_autofree char *path = g_build_filename (fixture->folder, "none.entente", NULL);
  ent_agreement_window_add_other (ENT_AGREEMENT_WINDOW (window), path);
  g_assert_true (has_agreement (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A chart says how much of what it counts people have checked. */
static void
test_checked (Fixture       *fixture,
              gconstpointer  data)
{
  for (guint round = 0; round < 2; round++)
    {
      EntInsightRequest request = { ent_session_get_index (fixture->session), ent_session_get_filter (fixture->session),
                                    ent_session_get_rows (fixture->session), NULL };
      EntChart *chart = ent_insight_contacts (&request);

      g_assert_true (g_str_has_suffix (ent_chart_get_note (chart), "first day.") == (round == 0));
      g_assert_true (g_str_has_suffix (ent_chart_get_note (chart), "first day. · 1 of 1 checked") == (round == 1));
      ent_chart_free (chart);
      ent_event_changes_review (fixture->session, 0, ENT_REVIEW_ACCEPTED);
      widget_fixture_wait_idle (fixture->session);
    }
}

static guint
count_found (Fixture    *fixture,
             const char *words)
{
  g_autoptr (EntFilter) filter = ent_filter_with_words (ent_session_get_filter (fixture->session), words);

  ent_session_set_filter (fixture->session, filter);
  return ent_row_set_get_count (ent_session_get_rows (fixture->session));
}

/* Tags a statement, a period in which something was and one in which nothing was. */
static void
mark_elsewhere (Fixture *fixture)
{
  static const struct
  {
    const char *span, *tag;
  } periods[] = { { "2023-01/2023-12", "crisis" }, { "1950-01/1950-12", "quiet" } };
  EntStatement *told = ent_event_store_get_statement (ent_session_get_store (fixture->session), 0);

  ent_mark_changes_add (fixture->session, ENT_MARK_TAG,
                        (EntMarkTarget) { .statement = ent_statement_get_info (told)->id }, "told");
  widget_fixture_wait_idle (fixture->session);
  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      EntEdtf span;
      GArray *known;

      g_assert_true (ent_edtf_parse (periods[i].span, strlen (periods[i].span), &span, NULL));
      ent_mark_changes_set_period (fixture->session, NULL, periods[i].tag, span);
      widget_fixture_wait_idle (fixture->session);
      known = ent_session_get_periods (fixture->session);
      ent_mark_changes_add (fixture->session, ENT_MARK_TAG,
                            (EntMarkTarget) { .period = g_array_index (known, EntPeriod, known->len - 1).id },
                            periods[i].tag);
      widget_fixture_wait_idle (fixture->session);
    }
}

/* Words, phrases, what is left out, fields and the user's tags are looked for as they are typed. */
static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  EntEventStore *store = ent_session_get_store (fixture->session);
  guint n = ent_event_store_get_n_events (store);

  /* Nobody waits for what the first search needs: it was made with the events. */
  g_assert_true (ent_archive_has_prepared_search (get_archive (fixture), store));
  g_assert_cmpuint (count_found (fixture, "Blink"), ==, n);
  g_assert_cmpuint (count_found (fixture, "\"state antony\""), ==, n);
  g_assert_cmpuint (count_found (fixture, "\"antony state\""), ==, 0);
  g_assert_cmpuint (count_found (fixture, "linken"), ==, n); /* a part of a word */
  g_assert_cmpuint (count_found (fixture, "-phone"), ==, 0);
  g_assert_cmpuint (count_found (fixture, "-telephone"), ==, n);
  g_assert_cmpuint (count_found (fixture, "kind:call from:2023"), ==, n);
  g_assert_cmpuint (count_found (fixture, "kind:call to:2022"), ==, 0);
  g_assert_cmpuint (count_found (fixture, "tag:early"), ==, 0);
  ent_mark_changes_add (fixture->session, ENT_MARK_TAG,
                        (EntMarkTarget) { .event = ent_event_store_get_id (store, 0) }, "Early");
  widget_fixture_wait_idle (fixture->session);
  g_assert_cmpuint (count_found (fixture, "tag:early phone"), ==, 1);
  g_assert_cmpuint (count_found (fixture, "tag:late"), ==, 0);
  mark_elsewhere (fixture);
  g_assert_cmpuint (count_found (fixture, "tag:told"), >=, 1);
  g_assert_cmpuint (count_found (fixture, "tag:crisis"), >=, 1);
  g_assert_cmpuint (count_found (fixture, "tag:quiet"), ==, 0);

  /* What no event is told by stands in the statement's text all the same. */
  g_assert_cmpuint (count_found (fixture, "\"dwelt on orchards\""), ==, 0);
  g_assert_cmpuint (count_statements (fixture, "\"dwelt on orchards\""), ==, 1);
  g_assert_cmpuint (count_statements (fixture, "\"dwelt on vineyards\""), ==, 0);
}

static void
keep_summary (EntSession            *session,
              const EntImportReport *report,
              gpointer               data)
{
  EntImportSummary **summary = data;

  g_clear_pointer (summary, ent_import_summary_free);
  *summary = ent_import_summary_new (report);
}

/* What came in is told: another text at a known address with what differs, and who is told otherwise now. */
static void
test_summary (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (EntImportSummary) summary = NULL;
  gulong handler = g_signal_connect (fixture->session, "imported", G_CALLBACK (keep_summary), &summary);
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *window, *row;

  open_text (fixture, "b.jsonl",
             "{\"id\":\"b\",\"date\":\"2023-05-04\",\"issuer\":\"US\",\"source\":\"https://example.org/a\",\"text\":"
             "\"Secretary of State Antony Blinken spoke by phone with China's State Councilor Qin Gang on May 3, 2023. "
             "They discussed Ukraine.\"}\n");
  g_assert_nonnull (summary);
  g_assert_false (ent_import_summary_is_plain (summary));
  g_autofree char *words = ent_import_summary_dup_words (summary);
  g_assert_true (g_str_has_prefix (words, "1 new statement · 1 with a changed text"));
  window = ent_import_summary_show (summary, GTK_WINDOW (parent), fixture->session);
  row = find_type (window, ADW_TYPE_EXPANDER_ROW);
  g_assert_nonnull (row);
  g_signal_handler_disconnect (fixture->session, handler);
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (parent));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/collection/marks", Fixture, NULL, set_up, test_marks, tear_down);
  g_test_add ("/collection/periods", Fixture, NULL, set_up, test_periods, tear_down);
  g_test_add ("/collection/period-clicks", Fixture, NULL, set_up, test_period_clicks, tear_down);
  g_test_add ("/collection/snapshots", Fixture, NULL, set_up, test_snapshots, tear_down);
  g_test_add ("/collection/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/collection/blind", Fixture, NULL, set_up, test_blind, tear_down);
  g_test_add ("/collection/checked", Fixture, NULL, set_up, test_checked, tear_down);
  g_test_add ("/collection/summary", Fixture, NULL, set_up, test_summary, tear_down);
  return g_test_run ();
}
