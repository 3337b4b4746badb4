/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "ui/event-pane.h"
#include "ui/evidence-card.h"
#include "ui/filter-chip.h"
#include "ui/filter-chips.h"
#include "ui/filter-sidebar.h"
#include "ui/relationship-switcher.h"
#include "ui/saved-filters.h"
#include "widget-fixture.h"

/* The words of all labels under a widget that are shown, a line each. */
static void
append_words (GtkWidget *widget,
              GString   *words)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (words, "%s\n", gtk_label_get_label (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_words (child, words);
}

static char *
get_words (gpointer widget)
{
  g_autoptr (GString) words = g_string_new ("\n");

  append_words (widget, words);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
assert_says (gpointer    widget,
             const char *line,
             gboolean    says)
{
  g_autofree char *words = get_words (widget);
  g_autofree char *whole = g_strdup_printf ("\n%s\n", line);

  if ((strstr (words, whole) != NULL) != says)
    g_error ("“%s” is %s in:%s", line, says ? "not" : "", words);
}

static void
assert_counts (EntFilterChips *chips,
               const char     *expected,
               gboolean        says)
{
  g_autofree char *words = ent_filter_chips_dup_count (chips);

  g_assert_cmpint (g_str_equal (words, expected), ==, says);
}

static guint
find_topic (EntSession *session,
            const char *id)
{
  guint topic = 0;

  g_assert_true (ent_vocabulary_find_topic (ent_session_get_vocabulary (session), id, &topic));
  return topic;
}

static void
test_chips (void)
{
  g_autoptr (EntSession) session = widget_fixture_session ();
  EntFilterChips *chips = g_object_ref_sink (g_object_new (ENT_TYPE_FILTER_CHIPS, NULL));
  guint all = ent_row_set_get_count (ent_session_get_rows (session));
  g_autofree char *everything = g_strdup_printf ("%u of %u events shown", all, all);

  ent_filter_chips_set_session (chips, session);
  assert_counts (chips, everything, TRUE);

  ent_session_toggle_shown (session, ENT_FACET_TOPIC, find_topic (session, "taiwan"));
  guint left = ent_row_set_get_count (ent_session_get_rows (session));
  g_autofree char *some = g_strdup_printf ("%u of %u events shown", left, all);
  g_autofree char *chip = g_strdup_printf ("without Taiwan\n−%u", all - left);
  g_assert_cmpuint (left, <, all);
  assert_counts (chips, some, TRUE);
  assert_says (chips, chip, TRUE);

  /* The chip's button drops its condition and the chip. */
  ent_filter_chip_drop (ENT_FILTER_CHIP (gtk_widget_get_first_child (GTK_WIDGET (chips))));
  assert_counts (chips, everything, TRUE);
  assert_says (chips, chip, FALSE);

  g_autoptr (EntFilter) words = ent_filter_with_words (ent_session_get_filter (session), "Yellen");
  g_autoptr (EntFilter) both = ent_filter_with_span (words, ent_day_from_ymd (2024, 1, 1), ENT_DAY_OPEN_END);
  ent_session_set_filter (session, both);
  assert_counts (chips, everything, FALSE);
  g_autofree char *said = get_words (chips);
  g_assert_nonnull (strstr (said, "“Yellen”"));
  g_assert_nonnull (strstr (said, "2024"));

  /* Words that were pasted may be long and have lines; how many events they hide is told all the same. */
  g_autoptr (EntFilter) pasted = ent_filter_with_words (ent_session_get_filter (session), "one line\nand another line");
  int height, tall;
  gtk_widget_measure (GTK_WIDGET (chips), GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  ent_session_set_filter (session, pasted);
  gtk_widget_measure (GTK_WIDGET (chips), GTK_ORIENTATION_VERTICAL, -1, NULL, &tall, NULL, NULL);
  g_assert_cmpint (tall, ==, height);
  g_assert_finalize_object (chips);
}

/* What is asked for of one list is one chip; many that are left out are one too. */
static void
test_chips_together (void)
{
  g_autoptr (EntSession) session = widget_fixture_session ();
  EntFilterChips *chips = g_object_ref_sink (g_object_new (ENT_TYPE_FILTER_CHIPS, NULL));

  ent_filter_chips_set_session (chips, session);
  ent_session_toggle_value (session, ENT_FACET_KIND, ENT_KIND_VISIT);
  ent_session_toggle_value (session, ENT_FACET_KIND, ENT_KIND_CALL);
  g_autofree char *said = get_words (chips);
  g_assert_nonnull (strstr (said, "\nCall or Visit\n−"));
  ent_session_toggle_excluded (session, ENT_FACET_KIND, ENT_KIND_CALL);
  g_assert_false (ent_filter_has_value (ent_session_get_filter (session), ENT_FACET_KIND, ENT_KIND_CALL));
  ent_session_clear_facet (session, ENT_FACET_KIND);
  g_assert_false (ent_session_is_filtered (session));
  for (guint kind = 0; kind < 6; kind++)
    ent_session_toggle_excluded (session, ENT_FACET_KIND, kind);
  g_autofree char *many = get_words (chips);
  g_assert_nonnull (strstr (many, "\nwithout Call and 5 more"));
  ent_filter_chip_drop (ENT_FILTER_CHIP (gtk_widget_get_first_child (GTK_WIDGET (chips))));
  g_assert_false (ent_session_is_filtered (session));
  g_assert_finalize_object (chips);
}

static gboolean
is_naming (gpointer window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return focus != NULL && GTK_IS_ENTRY (gtk_widget_get_parent (focus));
}

/* Where nothing is saved yet, one can name the filter at once. */
static void
test_saving (void)
{
  g_autoptr (EntSession) session = widget_fixture_session ();
  GtkWidget *saved = g_object_new (ENT_TYPE_SAVED_FILTERS, NULL);
  GtkWidget *window = widget_fixture_show (saved, 400, 300);

  ent_saved_filters_set_session (ENT_SAVED_FILTERS (saved), session);
  ent_session_toggle_shown (session, ENT_FACET_TOPIC, find_topic (session, "taiwan"));
  gtk_menu_button_popup (GTK_MENU_BUTTON (gtk_widget_get_first_child (saved)));
  widget_fixture_wait (is_naming, window);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A filter that was saved is asked again of whatever relationship is on show. */
static void
test_saved (void)
{
  g_autoptr (EntSession) session = widget_fixture_session ();
  EntSavedFilters *saved = g_object_ref_sink (g_object_new (ENT_TYPE_SAVED_FILTERS, NULL));
  guint taiwan = find_topic (session, "taiwan");

  ent_saved_filters_set_session (saved, session);
  ent_session_toggle_only (session, ENT_FACET_TOPIC, taiwan);
  g_autoptr (EntFilter) asked = ent_filter_ref (ent_session_get_filter (session));
  ent_saved_filters_save (saved, "The strait");
  ent_session_clear_filter (session);
  ent_saved_filters_apply (saved, "Another");
  g_assert_false (ent_session_is_filtered (session));
  ent_saved_filters_apply (saved, "The strait");
  g_assert_true (ent_filter_equal (ent_session_get_filter (session), asked));

  ent_session_set_between (session, NULL, 0);
  ent_saved_filters_apply (saved, "The strait");
  gsize n;
  gboolean strict;
  ent_filter_get_between (ent_session_get_filter (session), &n, &strict);
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (ent_filter_has_value (ent_session_get_filter (session), ENT_FACET_TOPIC, taiwan));
  g_assert_finalize_object (saved);
}

/* The button under a widget that shows or says some words. */
static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  if (GTK_IS_BUTTON (widget)
      && (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0
          || g_strcmp0 (gtk_widget_get_tooltip_text (widget), label) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *undo;

static gboolean
has_undo (gpointer toasts)
{
  undo = find_button (toasts, "Undo");
  return undo != NULL && gtk_widget_get_mapped (undo);
}

/* What was forgotten comes back when one thinks better of it. */
static void
test_forget (void)
{
  g_autoptr (EntSession) session = widget_fixture_session ();
  GtkWidget *saved = g_object_new (ENT_TYPE_SAVED_FILTERS, NULL);
  GtkWidget *toasts = adw_toast_overlay_new ();

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), saved);
  ent_saved_filters_set_session (ENT_SAVED_FILTERS (saved), session);
  ent_session_toggle_only (session, ENT_FACET_TOPIC, find_topic (session, "taiwan"));
  ent_saved_filters_save (ENT_SAVED_FILTERS (saved), "The strait");
  ent_session_clear_filter (session);
  GtkWidget *window = widget_fixture_show (toasts, 600, 400);
  GtkWidget *button = gtk_widget_get_first_child (saved);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  widget_fixture_pause (50);
  GtkWidget *forget = find_button (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), "Forget");
  g_assert_nonnull (forget);
  g_signal_emit_by_name (forget, "clicked");
  ent_saved_filters_apply (ENT_SAVED_FILTERS (saved), "The strait");
  g_assert_false (ent_session_is_filtered (session));
  widget_fixture_wait (has_undo, toasts);
  g_signal_emit_by_name (undo, "clicked");
  ent_saved_filters_apply (ENT_SAVED_FILTERS (saved), "The strait");
  g_assert_true (ent_session_is_filtered (session));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_sidebar (void)
{
  g_autoptr (EntSession) session = widget_fixture_session ();
  EntFilterSidebar *sidebar = g_object_ref_sink (g_object_new (ENT_TYPE_FILTER_SIDEBAR, NULL));

  ent_filter_sidebar_set_session (sidebar, session);
  assert_says (sidebar, "Topics", TRUE);
  assert_says (sidebar, "Taiwan", TRUE);
  assert_says (sidebar, "Trade", TRUE);
  assert_says (sidebar, "Visit", TRUE);
  assert_says (sidebar, "China", TRUE);

  /* Other relationships have other topics: the rows are made again. */
  guint16 pair[2];
  g_assert_true (ent_vocabulary_find_actor (ent_session_get_vocabulary (session), "CN", &pair[0]));
  g_assert_true (ent_vocabulary_find_actor (ent_session_get_vocabulary (session), "TW", &pair[1]));
  ent_session_set_between (session, pair, 2);
  assert_says (sidebar, "Taiwan", TRUE);
  assert_says (sidebar, "Trade", FALSE);
  g_assert_finalize_object (sidebar);
}

static void
test_switcher (void)
{
  g_autoptr (EntSession) session = widget_fixture_session ();
  EntRelationshipSwitcher *switcher = g_object_ref_sink (g_object_new (ENT_TYPE_RELATIONSHIP_SWITCHER, NULL));
  guint n = ent_row_set_get_count (ent_session_get_base_rows (session));
  g_autofree char *events = g_strdup_printf ("%u events", n);

  ent_relationship_switcher_set_session (switcher, session);
  g_assert_cmpstr (ent_relationship_switcher_get_title (switcher), ==, "China – United States");
  g_assert_nonnull (strstr (ent_relationship_switcher_get_subtitle (switcher), events));
  g_assert_nonnull (strstr (ent_relationship_switcher_get_subtitle (switcher), "statements"));
  ent_session_set_between (session, NULL, 0);
  g_assert_cmpstr (ent_relationship_switcher_get_title (switcher), ==, "Everyone");
  g_assert_finalize_object (switcher);
}

static void
test_pane (void)
{
  g_autoptr (EntSession) session = widget_fixture_session ();
  EntEventPane *pane = g_object_ref_sink (g_object_new (ENT_TYPE_EVENT_PANE, NULL));

  ent_event_pane_set_session (pane, session);
  ent_session_set_selected (session, widget_fixture_find (session, "Yellen visits Beijing"));
  assert_says (pane, "Janet Yellen visits Beijing", TRUE);
  assert_says (pane, "6–9 July 2023", TRUE);
  assert_says (pane, "China · United States", TRUE);
  assert_says (pane, "Beijing", TRUE);
  assert_says (pane, "Trade", TRUE);
  assert_says (pane, "The words", TRUE);
  assert_says (pane, "Taiwan", FALSE);
  ent_session_set_selected (session, widget_fixture_find (session, "Bali"));
  assert_says (pane, "Janet Yellen visits Beijing", FALSE);
  assert_says (pane, "Taiwan", TRUE);
  assert_says (pane, "Promised here", TRUE);
  g_assert_finalize_object (pane);
}

static guint
count_cards (GtkWidget *widget)
{
  guint n = ENT_IS_EVIDENCE_CARD (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_cards (child);
  return n;
}

/* Of an event that many tell not all passages are shown at once; the rest is counted and comes when it is asked for. */
static void
test_many_passages (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  EntEventPane *pane = g_object_ref_sink (g_object_new (ENT_TYPE_EVENT_PANE, NULL));
  g_autofree char *folder = g_dir_make_tmp ("entente-many-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "many.jsonl", NULL);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (lines,
                            "{\"id\":\"%u\",\"date\":\"2022-05-06\",\"text\":\"Statement %u. On May 5, 2022, "
                            "French President Emmanuel Macron met German Chancellor Olaf Scholz in Paris.\"}\n",
                            i, i);
  g_assert_true (g_file_set_contents (path, lines->str, -1, NULL));
  ent_session_open (session, (const char * const[]) { path, NULL });
  widget_fixture_wait_read (session);
  ent_event_pane_set_session (pane, session);
  ent_session_set_selected (session, widget_fixture_find (session, "Paris"));
  g_assert_cmpuint (ent_event_store_get_n_accounts (ent_session_get_store (session),
                                                    ent_session_get_selected (session)),
                    ==, 60);
  g_assert_cmpuint (count_cards (GTK_WIDGET (pane)), ==, 40);
  g_signal_emit_by_name (find_button (GTK_WIDGET (pane), "20 _More Passages"), "clicked");
  g_assert_cmpuint (count_cards (GTK_WIDGET (pane)), ==, 60);
  g_assert_null (find_button (GTK_WIDGET (pane), "20 _More Passages"));
  g_assert_finalize_object (pane);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/filter-widgets/chips", test_chips);
  g_test_add_func ("/filter-widgets/chips-together", test_chips_together);
  g_test_add_func ("/filter-widgets/saving", test_saving);
  g_test_add_func ("/filter-widgets/saved", test_saved);
  g_test_add_func ("/filter-widgets/forget", test_forget);
  g_test_add_func ("/filter-widgets/sidebar", test_sidebar);
  g_test_add_func ("/filter-widgets/switcher", test_switcher);
  g_test_add_func ("/filter-widgets/pane", test_pane);
  g_test_add_func ("/filter-widgets/many-passages", test_many_passages);
  return g_test_run ();
}
