/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "layout/chart-tally.h"
#include "layout/insights.h"
#include "sample-store.h"

static void
measure (EntTextRole  role,
         const char  *text,
         double      *width,
         double      *height,
         gpointer     data)
{
  *width = (double) g_utf8_strlen (text, -1) * 7.0;
  *height = 14.0;
}

static EntChart *
make_chart (void)
{
  EntChart *chart = ent_chart_new ("Contacts", "A note that is so long that it cannot stand in one line of the figure, "
                                               "however wide the words may be",
                                   100.0);
  EntChartTally tally;

  ent_chart_add_panel (chart, "A panel", 0xff0000);
  ent_chart_add_series (chart, "one", 0x00ff00);
  ent_chart_add_series (chart, "two", ENT_CHART_PANEL_COLOUR);
  ent_chart_tally_init (&tally, ENT_PERIOD_QUARTER);
  ent_chart_tally_add (&tally, 0, 0, ent_day_from_ymd (2022, 11, 14), 7, 1.0);
  ent_chart_tally_add (&tally, 0, 1, ent_day_from_ymd (2022, 12, 31), 8, 1.0);
  ent_chart_tally_add (&tally, 0, 0, ent_day_from_ymd (2022, 10, 1), 6, 1.0);
  ent_chart_tally_add (&tally, 0, 0, ent_day_from_ymd (2023, 1, 1), 9, -2.0);
  ent_chart_tally_finish (&tally, chart);
  return chart;
}

/* What falls into one quarter is one bar of each series, with all that it counts. */
static void
test_tally (void)
{
  g_autoptr (EntChart) chart = make_chart ();

  g_assert_cmpuint (ent_chart_get_n_bars (chart), ==, 3);
  const EntChartBar *first = ent_chart_get_bar (chart, 0);
  g_assert_cmpint (first->from, ==, ent_day_from_ymd (2022, 10, 1));
  g_assert_cmpint (first->to, ==, ent_day_from_ymd (2023, 1, 1));
  g_assert_cmpfloat (first->value, ==, 2.0);
  g_assert_cmpuint (first->n_items, ==, 2);
  g_assert_cmpuint (ent_chart_get_items (chart, 0)[0], ==, 6);
  g_assert_cmpuint (ent_chart_get_items (chart, 0)[1], ==, 7);
  g_assert_cmpuint (ent_chart_get_items (chart, 1)[0], ==, 8);
  g_assert_cmpfloat (ent_chart_get_bar (chart, 2)->value, ==, -2.0);
}

static const EntChartShape *
find_bar (const EntChartScene *scene,
          guint                bar)
{
  for (guint i = 0; i < scene->bars->len; i++)
    {
      if (g_array_index (scene->bars, EntChartShape, i).bar == bar)
        return &g_array_index (scene->bars, EntChartShape, i);
    }
  return NULL;
}

/* Bars of one time stand on each other, what is negative hangs below them, and each is hit where it stands. */
static void
test_scene (void)
{
  g_autoptr (EntChart) chart = make_chart ();
  EntTextMeasure measures = { .measure = measure };

  for (guint mirrored = 0; mirrored < 2; mirrored++)
    {
      g_autoptr (EntChartScene) scene = ent_chart_scene_new (chart, 640.0, mirrored, measures, NULL);
      const EntChartShape *low = find_bar (scene, 0), *high = find_bar (scene, 1), *down = find_bar (scene, 2);

      g_assert_cmpfloat_with_epsilon (high->box.y + high->box.height, low->box.y, 0.01);
      g_assert_cmpfloat_with_epsilon (low->box.y + low->box.height, down->box.y, 0.01);
      g_assert_cmpfloat_with_epsilon (low->box.height, 2.0 * high->box.height, 0.01);
      g_assert_cmpint (low->box.x < down->box.x, ==, !mirrored);
      for (guint i = 0; i < 3; i++)
        {
          const EntChartShape *shape = find_bar (scene, i);
          guint bar;

          g_assert_true (ent_chart_scene_hit (scene, shape->box.x + shape->box.width / 2.0,
                                              shape->box.y + shape->box.height - 0.5, &bar));
          g_assert_cmpuint (bar, ==, i);
        }
      for (guint i = 0; i < scene->words->len; i++)
        {
          const EntChartWords *words = &g_array_index (scene->words, EntChartWords, i);

          g_assert_cmpfloat (words->box.x, >=, 0.0);
          g_assert_cmpfloat (words->box.y + words->box.height, <=, scene->height);
        }
    }
}

/* Each figure of the sample counts what its rows say. */
static void
test_insights (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  g_autoptr (EntFilterIndex) index = ent_filter_index_new (sample->store);
  g_autoptr (EntFilter) everything = ent_filter_new ();
  guint16 pair[2];
  g_assert_true (ent_vocabulary_find_actor (ent_event_store_get_vocabulary (sample->store), "CN", &pair[0]));
  g_assert_true (ent_vocabulary_find_actor (ent_event_store_get_vocabulary (sample->store), "US", &pair[1]));
  g_autoptr (EntFilter) filter = ent_filter_with_between (everything, pair, 2, FALSE);
  g_autoptr (EntRowSet) rows = ent_filter_index_run (index, filter);
  EntInsightRequest request = { index, filter, rows, NULL };
  const EntEventColumns *columns = ent_event_store_get_columns (sample->store);
  g_autoptr (EntChart) contacts = ent_insight_contacts (&request);
  g_autoptr (EntChart) silences = ent_insight_silences (&request);
  g_autoptr (EntChart) topics = ent_insight_topics (&request);
  guint n = 0, counted = 0;

  for (guint32 row = ent_row_set_next (rows, 0); row != ENT_ROW_NONE; row = ent_row_set_next (rows, row + 1))
    n += ent_kind_is_contact (columns->kind[row]) && columns->status[row] == ENT_STATUS_OCCURRED
         && ent_filter_index_is_between (index, filter, row) && columns->assertion[row] == ENT_ASSERTION_STATED;
  for (guint i = 0; i < ent_chart_get_n_bars (contacts); i++)
    counted += ent_chart_get_bar (contacts, i)->n_items;
  g_assert_cmpuint (n, >, 5);
  g_assert_cmpuint (counted, ==, n);

  g_assert_cmpuint (ent_chart_get_n_bars (silences), >, 3);
  for (guint i = 0; i < ent_chart_get_n_bars (silences); i++)
    {
      const EntChartBar *bar = ent_chart_get_bar (silences, i);
      const guint32 *ends = ent_chart_get_items (silences, i);

      g_assert_cmpuint (bar->n_items, ==, 2);
      g_assert_cmpint (columns->latest[ends[0]] + 1, ==, bar->from);
      g_assert_cmpint (columns->earliest[ends[1]], ==, bar->to);
      if (i > 0)
        g_assert_cmpint (bar->from, >=, ent_chart_get_bar (silences, i - 1)->to);
    }
  g_assert_cmpuint (ent_chart_get_bar (topics, ent_chart_get_n_bars (topics) - 1)->panel, >=, 7);
  g_autoptr (EntRowSet) one_sided = ent_insight_one_sided (&request);
  g_autoptr (GArray) statements = ent_insight_statements (&request);
  g_assert_cmpuint (ent_row_set_get_count (one_sided), >, 0);
  g_assert_cmpuint (statements->len, >, 5);
}

/* Title and note take as many lines as they need, in scripts without spaces too, and nothing of them is cut. */
static void
test_lines (void)
{
  const EntTextMeasure measures = { measure, NULL, NULL };
  g_autoptr (EntChart) chart = ent_chart_new ("Contacts a quarter, by level of those who meet",
                                              "两国领导人的会晤、通话和访问，按季度统计，并注明级别与主题以及各方的说法", 100.0);

  ent_chart_add_panel (chart, "Panel", 0xff0000);
  g_autoptr (EntChartScene) scene = ent_chart_scene_new (chart, 200.0, FALSE, measures, NULL);
  guint n_titles = 0, n_notes = 0;
  for (guint i = 0; i < scene->words->len; i++)
    {
      const EntChartWords *words = &g_array_index (scene->words, EntChartWords, i);
      g_assert_null (strstr (words->text, "…"));
      n_titles += words->role == ENT_TEXT_TICK_MAJOR;
      n_notes += words->role == ENT_TEXT_NOTE;
    }
  g_assert_cmpuint (n_titles, >=, 3);
  g_assert_cmpuint (n_notes, >=, 2);
}

/* What is far from all others leaves these their room, and is counted. */
static void
test_far (void)
{
  g_autoptr (EntChart) chart = ent_chart_new ("Contacts", NULL, 100.0);
  EntChartTally tally;

  ent_chart_add_panel (chart, "A panel", 0xff0000);
  ent_chart_add_panel (chart, "Another panel", 0xff0000);
  ent_chart_add_series (chart, "one", 0x00ff00);
  ent_chart_tally_init (&tally, ENT_PERIOD_QUARTER);
  for (guint i = 0; i < 60; i++)
    ent_chart_tally_add (&tally, i % 2, 0, ent_day_from_ymd (2021 + (gint) (i % 2), 1 + (gint) (i % 12), 3), i, 1.0);
  ent_chart_tally_add (&tally, 0, 0, ent_day_from_ymd (1822, 1, 1), 100, 1.0);
  ent_chart_tally_add (&tally, 1, 0, ent_day_from_ymd (1822, 1, 1), 100, 1.0);
  ent_chart_tally_finish (&tally, chart);
  guint n = ent_chart_get_n_bars (chart);
  g_assert_cmpuint (ent_chart_leave_far (chart), ==, 1);
  g_assert_cmpuint (ent_chart_get_n_bars (chart), ==, n - 2);
  g_assert_cmpuint (ent_chart_leave_far (chart), ==, 0);
  for (guint i = 0; i < ent_chart_get_n_bars (chart); i++)
    g_assert_cmpint (ent_chart_get_bar (chart, i)->from, >=, ent_day_from_ymd (2021, 1, 1));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/tally", test_tally);
  g_test_add_func ("/chart/scene", test_scene);
  g_test_add_func ("/chart/lines", test_lines);
  g_test_add_func ("/chart/far", test_far);
  g_test_add_func ("/chart/insights", test_insights);
  return g_test_run ();
}
