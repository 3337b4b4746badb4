/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The views beside the timeline: the list, the statements held, and the figures. */
#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "export/chart-export.h"
#include "layout/insights.h"
#include "ui/chart-view.h"
#include "ui/event-columns.h"
#include "ui/events-page.h"
#include "ui/formulas-page.h"
#include "ui/insights-page.h"
#include "ui/statements-page.h"
#include "ui/table-view.h"
#include "ui/ui-data-folders.h"
#include "ui/words.h"
#include "widget-fixture.h"

/* GTK 4.8 asks a tooltip that is due in half a second where the pointer is, even of a window that is gone. */
static void
close_window (GtkWidget *window)
{
  widget_fixture_pause (700);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_first (gpointer data)
{
  EntTableView *table = ((gpointer *) data)[0];
  guint32 row = GPOINTER_TO_UINT (((gpointer *) data)[1]);
  g_autoptr (GArray) order = ent_table_view_dup_order (table);

  return order->len > 0 && g_array_index (order, guint32, 0) == row;
}

static gboolean
is_by_title (gpointer data)
{
  EntFilterIndex *index = ent_session_get_index (((gpointer *) data)[1]);
  g_autoptr (GArray) order = ent_table_view_dup_order (((gpointer *) data)[0]);

  for (guint i = 1; i < order->len; i++)
    {
      g_autofree char *a = ent_event_cell_title (index, g_array_index (order, guint32, i - 1));
      g_autofree char *b = ent_event_cell_title (index, g_array_index (order, guint32, i));

      if (g_utf8_collate (a, b) > 0)
        return FALSE;
    }
  return order->len > 1;
}

static gboolean
lists_all (gpointer data)
{
  EntRowSet *rows = ent_session_get_rows (((gpointer *) data)[1]);
  g_autoptr (GArray) order = ent_table_view_dup_order (((gpointer *) data)[0]);

  return order->len == ent_row_set_get_count (rows);
}

/* The table lists what the filter shows, in the order asked for, and its selection is the session's. */
static void
test_list (void)
{
  g_autoptr (EntSession) session = widget_fixture_session ();
  EntEventsPage *page = g_object_new (ENT_TYPE_EVENTS_PAGE, NULL);
  EntTableView *table = ent_events_page_get_table (page);
  EntRowSet *rows;

  ent_events_page_set_session (page, session);
  GtkWidget *window = widget_fixture_show (GTK_WIDGET (page), 1000, 500);
  rows = ent_session_get_rows (session);
  g_autoptr (GArray) order = ent_table_view_dup_order (table);
  g_assert_cmpuint (order->len, ==, ent_row_set_get_count (rows));
  g_assert_cmpuint (g_array_index (order, guint32, 0), ==, ent_row_set_nth (rows, 0));

  ent_table_view_sort_by (table, 0, TRUE);
  gpointer last[] = { table, GUINT_TO_POINTER (ent_row_set_nth (rows, ent_row_set_get_count (rows) - 1)) };
  widget_fixture_wait (is_first, last);

  /* By title: each no later than the next. */
  ent_table_view_sort_by (table, 1, FALSE);
  gpointer titles[] = { table, session };
  widget_fixture_wait (is_by_title, titles);

  guint32 row = widget_fixture_find (session, "Bali");
  g_signal_emit_by_name (table, "chosen", row);
  g_assert_cmpuint (ent_session_get_selected (session), ==, row);
  ent_session_toggle_value (session, ENT_FACET_KIND, ENT_KIND_CALL);
  widget_fixture_wait (lists_all, titles);
  g_autoptr (GArray) calls = ent_table_view_dup_order (table);
  g_assert_cmpuint (calls->len, ==, ent_row_set_get_count (ent_session_get_rows (session)));
  g_assert_cmpuint (ent_session_get_selected (session), ==, row);

  g_autoptr (EntSheet) sheet = ent_table_view_dup_sheet (table, "Events");
  g_assert_cmpuint (ent_sheet_get_n_rows (sheet), ==, calls->len);
  close_window (window);
}

#define N_NUMBERS 3000

static char *
number_cell (EntFilterIndex *index,
             guint32         number)
{
  return g_strdup_printf ("Number %u", number);
}

static GListModel *
get_rows (gpointer table)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (gtk_widget_get_first_child (table));

  return G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (gtk_scrolled_window_get_child (scroller))));
}

static gboolean
has_no_rows (gpointer table)
{
  return g_list_model_get_n_items (get_rows (table)) == 0;
}

static gboolean
has_all_rows (gpointer table)
{
  return g_list_model_get_n_items (get_rows (table)) == N_NUMBERS;
}

/* How many rows down the table is scrolled. */
static double
get_top_row (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_value (adjustment) / gtk_adjustment_get_upper (adjustment) * N_NUMBERS;
}

/* A table that nobody looks at has no rows, and is found again as it was left. */
static void
test_left_table (void)
{
  static const EntTableColumn columns[] = { { .title = "Number", .text = number_cell } };
  g_autoptr (EntSession) session = widget_fixture_session ();
  EntTableView *table = g_object_new (ENT_TYPE_TABLE_VIEW, NULL);
  GtkWidget *window = widget_fixture_show (GTK_WIDGET (table), 400, 500);
  GtkWidget *scroller = gtk_widget_get_first_child (GTK_WIDGET (table));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  guint32 numbers[N_NUMBERS];

  for (guint32 i = 0; i < N_NUMBERS; i++)
    numbers[i] = i;
  ent_table_view_set_columns (table, "Numbers", columns, G_N_ELEMENTS (columns));
  ent_table_view_set_numbers (table, ent_session_get_index (session), numbers, N_NUMBERS);
  ent_table_view_set_selected (table, 7);
  widget_fixture_wait (has_all_rows, table);
  widget_fixture_pause (100);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) / 2);
  widget_fixture_pause (100);
  double before = get_top_row (adjustment);
  gtk_widget_set_visible (GTK_WIDGET (table), FALSE);
  widget_fixture_wait (has_no_rows, table);
  gtk_widget_set_visible (GTK_WIDGET (table), TRUE);
  widget_fixture_wait (has_all_rows, table);
  widget_fixture_pause (100);
  g_assert_cmpfloat_with_epsilon (get_top_row (adjustment), before, 1.01);

  /* What was selected meanwhile is brought into view. */
  gtk_widget_set_visible (GTK_WIDGET (table), FALSE);
  widget_fixture_wait (has_no_rows, table);
  ent_table_view_set_selected (table, 3);
  gtk_widget_set_visible (GTK_WIDGET (table), TRUE);
  widget_fixture_wait (has_all_rows, table);
  widget_fixture_pause (100);
  g_assert_cmpfloat (get_top_row (adjustment), <, 4);
  close_window (window);
}

static void
test_pages (void)
{
  g_autoptr (EntSession) session = widget_fixture_session ();
  EntStatementsPage *statements = g_object_new (ENT_TYPE_STATEMENTS_PAGE, NULL);
  EntInsightsPage *insights = g_object_new (ENT_TYPE_INSIGHTS_PAGE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_vexpand (GTK_WIDGET (statements), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (insights), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (statements));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (insights));
  ent_statements_page_set_session (statements, session);
  ent_insights_page_set_session (insights, session);
  GtkWidget *window = widget_fixture_show (box, 900, 900);
  widget_fixture_pause (200);
  ent_session_set_between (session, NULL, 0);
  widget_fixture_pause (200);
  close_window (window);
}

static gboolean
shows_languages (gpointer window)
{
  return widget_fixture_shows (window, "English") && widget_fixture_shows (window, "Chinese (Traditional)");
}

/* A statement's language stands in words beside it. */
static void
test_languages (void)
{
  static const char * const words[][2] = { { NULL, "Not known" }, { "", "Not known" }, { "und", "Not known" }, { "hy", "Armenian" }, { "qqq", "qqq" } };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("entente-pages-XXXXXX", &error);
  g_assert_no_error (error);
  g_autofree char *file = g_build_filename (folder, "two.jsonl", NULL);
  g_assert_true (g_file_set_contents (file,
                                      "{\"language\":\"en\",\"issuer\":\"US\",\"text\":\"President Joe Biden met "
                                      "with President Xi Jinping of China in Bali on November 14, 2022.\"}\n"
                                      "{\"language\":\"zh-Hant\",\"issuer\":\"CN\",\"text\":\"2022年11月14日,"
                                      "國家主席習近平在巴厘島同美國總統拜登舉行會晤。\"}\n",
                                      -1, NULL));
  g_autoptr (EntSession) session = ent_session_new ();
  EntStatementsPage *page = g_object_new (ENT_TYPE_STATEMENTS_PAGE, NULL);

  ent_session_open (session, (const char * const[]) { file, NULL });
  widget_fixture_wait_read (session);
  ent_statements_page_set_session (page, session);
  GtkWidget *window = widget_fixture_show (GTK_WIDGET (page), 1200, 600);
  widget_fixture_wait (shows_languages, window);
  close_window (window);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *name = ent_words_for_language (words[i][0]);

      g_assert_cmpstr (name, ==, words[i][1]);
    }
  g_assert_cmpint (g_remove (file), ==, 0);
  g_assert_cmpint (g_remove (folder), ==, 0);
}

/* A figure is walked by keys, told as numbers, and written as a picture and a document. */
static void
test_figure (void)
{
  g_autoptr (EntSession) session = widget_fixture_session ();
  EntChartView *view = ENT_CHART_VIEW (ent_chart_view_new (session, ENT_CHART_OF_EVENTS));
  EntInsightRequest request = { ent_session_get_index (session), ent_session_get_filter (session),
                                ent_session_get_rows (session), NULL };
  g_autoptr (GError) error = NULL;

  ent_chart_view_take (view, ent_insight_contacts (&request));
  GtkWidget *window = widget_fixture_show (GTK_WIDGET (view), 700, 300);
  EntChart *chart = ent_chart_view_get_chart (view);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "chart.step", "i", 1));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "chart.activate", NULL));
  widget_fixture_pause (100);
  g_autoptr (EntSheet) sheet = ent_chart_view_dup_sheet (view);
  g_assert_cmpuint (ent_sheet_get_n_rows (sheet), ==, ent_chart_get_n_bars (chart));
  g_autoptr (GBytes) png = ent_chart_export_new_bytes (chart, ENT_CHART_PNG, ENT_THEME_LIGHT, 640, 2.0, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) again = ent_chart_export_new_bytes (chart, ENT_CHART_PNG, ENT_THEME_LIGHT, 640, 2.0, NULL, &error);
  g_assert_true (g_bytes_equal (png, again));
  g_assert_cmpmem (g_bytes_get_data (png, NULL), 4, "\x89PNG", 4);
  g_autoptr (GBytes) pdf = ent_chart_export_new_bytes (chart, ENT_CHART_PDF, ENT_THEME_PRINT, 640, 1.0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 5, "%PDF-", 5);
  close_window (window);
}

static gboolean
is_searched (gpointer page)
{
  return ent_formulas_page_get_concordance (page) != NULL;
}

/* The formulas that the product brings are looked for in what is shown, and told with a column a body. */
static void
test_formulas (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  EntFormulasPage *page = g_object_new (ENT_TYPE_FORMULAS_PAGE, NULL);
  g_autofree char *example = g_build_filename (g_getenv ("ENTENTE_DATA_DIR"), "examples",
                                               "china-united-states.jsonl", NULL);
  guint used = 0;

  ent_session_open (session, (const char * const[]) { example, NULL });
  ent_formulas_page_set_session (page, session);
  GtkWidget *window = widget_fixture_show (GTK_WIDGET (page), 900, 600);
  widget_fixture_wait (is_searched, page);
  EntConcordance *concordance = ent_formulas_page_get_concordance (page);
  g_auto (GStrv) folders = ent_ui_data_folders_new ("vocabulary");
  g_autoptr (EntFormulaSet) set = ent_formula_set_load ((const char * const *) folders, NULL);
  g_assert_cmpuint (ent_formula_set_get_n (set), >, 20);
  for (guint i = 0; i < ent_formula_set_get_n (set); i++)
    {
      gsize n;

      ent_concordance_get_hits (concordance, i, &n);
      if (n < 3)
        continue;
      ent_formulas_page_choose (page, i);
      g_autoptr (EntSheet) sheet = ent_formulas_page_dup_sheet (page);
      g_assert_cmpuint (ent_sheet_get_n_rows (sheet), ==, n);
      used++;
    }
  g_assert_cmpuint (used, >, 3);
  widget_fixture_pause (200);
  close_window (window);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/pages/list", test_list);
  g_test_add_func ("/pages/left-table", test_left_table);
  g_test_add_func ("/pages/pages", test_pages);
  g_test_add_func ("/pages/languages", test_languages);
  g_test_add_func ("/pages/figure", test_figure);
  g_test_add_func ("/pages/formulas", test_formulas);
  return g_test_run ();
}
