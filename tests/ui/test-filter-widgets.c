/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <string.h>

#include "ui/event-pane.h"
#include "ui/filter-chips.h"
#include "ui/filter-sidebar.h"
#include "ui/relationship-switcher.h"
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
  assert_says (chips, everything, TRUE);

  ent_session_toggle_shown (session, ENT_FACET_TOPIC, find_topic (session, "taiwan"));
  guint left = ent_row_set_get_count (ent_session_get_rows (session));
  g_autofree char *some = g_strdup_printf ("%u of %u events shown", left, all);
  g_autofree char *chip = g_strdup_printf ("without Taiwan  −%u", all - left);
  g_assert_cmpuint (left, <, all);
  assert_says (chips, some, TRUE);
  assert_says (chips, chip, TRUE);

  /* The chip, clicked, drops its condition and itself. */
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (chips));
  g_assert_true (GTK_IS_BUTTON (button));
  g_signal_emit_by_name (button, "clicked");
  assert_says (chips, everything, TRUE);
  assert_says (chips, chip, FALSE);

  g_autoptr (EntFilter) words = ent_filter_with_words (ent_session_get_filter (session), "Yellen");
  g_autoptr (EntFilter) both = ent_filter_with_span (words, ent_day_from_ymd (2024, 1, 1), ENT_DAY_OPEN_END);
  ent_session_set_filter (session, both);
  assert_says (chips, everything, FALSE);
  g_autofree char *said = get_words (chips);
  g_assert_nonnull (strstr (said, "“Yellen”"));
  g_assert_nonnull (strstr (said, "2024"));
  g_assert_finalize_object (chips);
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

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/filter-widgets/chips", test_chips);
  g_test_add_func ("/filter-widgets/sidebar", test_sidebar);
  g_test_add_func ("/filter-widgets/switcher", test_switcher);
  g_test_add_func ("/filter-widgets/pane", test_pane);
  return g_test_run ();
}
