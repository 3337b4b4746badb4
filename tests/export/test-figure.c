/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/figure.h"

#include <math.h>
#include <string.h>

#include "sample-store.h"

static EntFigure *
make_figure (const SampleStore *sample)
{
  g_autoptr (EntRowSet) rows = ent_filter_index_run (sample->index, sample->filter);
  const EntExportRequest request = {
    .index = sample->index,
    .filter = sample->filter,
    .rows = rows,
    .from = -INFINITY,
    .to = INFINITY,
    .format = ENT_EXPORT_SVG,
    .width = 900,
    .height = 500,
    .pixel_scale = 1.0,
    .as_of = ENT_DAY_OPEN_START,
    .title = "Talks",
  };
  g_autoptr (GError) error = NULL;
  EntFigure *figure = ent_figure_new ("talks", &request, NULL, &error);

  g_assert_no_error (error);
  return figure;
}

/* Kept as text it is the same, to the last byte of its file. */
static void
test_kept (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_figure_free);
  EntFigure *figure = make_figure (sample);

  g_ptr_array_add (figures, figure);
  g_autofree char *text = ent_figures_to_string (figures);
  g_autoptr (GPtrArray) read = ent_figures_new_from_string (text);
  g_autofree char *again = ent_figures_to_string (read);
  g_assert_cmpuint (read->len, ==, 1);
  EntFigure *other = g_ptr_array_index (read, 0);
  g_assert_true (g_bytes_equal (other->bytes, figure->bytes));
  g_assert_cmpstr (other->caption, ==, figure->caption);
  g_assert_true (isinf (other->request.from) && isinf (other->request.to));
  g_assert_cmpuint (other->events->len, ==, figure->events->len);
  g_assert_cmpuint (other->events->len, >, 10);
  g_assert_cmpstr (again, ==, text);

  g_autoptr (GPtrArray) nothing = ent_figures_new_from_string ("no figures");
  g_assert_cmpuint (nothing->len, ==, 0);
}

/* The caption counts what is shown and what is not. */
static void
test_caption (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  g_autoptr (EntFilter) calls = ent_filter_with_value (sample->filter, ENT_FACET_KIND, ENT_KIND_CALL, TRUE);
  g_autoptr (EntRowSet) rows = ent_filter_index_run (sample->index, calls);
  g_autoptr (EntRowSet) of_both = ent_filter_index_run (sample->index, sample->filter);
  guint n = ent_row_set_get_count (rows), all = ent_row_set_get_count (of_both);
  EntExportRequest request = {
    .index = sample->index,
    .filter = calls,
    .rows = rows,
    .format = ENT_EXPORT_SVG,
    .width = 900,
    .height = 500,
    .pixel_scale = 1.0,
    .as_of = ent_day_from_ymd (2024, 4, 2),
  };
  g_autoptr (EntFigure) figure = ent_figure_new ("calls", &request, NULL, NULL);
  g_autofree char *counts = g_strdup_printf ("Events shown: %u; hidden: %u; checked: 0.", n, all - n);

  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, <, all);
  g_assert_nonnull (strstr (figure->caption, counts));
  g_assert_nonnull (strstr (figure->caption, "As of 2 April 2024."));
}

/* What an update would change is told before, and only that is changed. */
static void
test_update (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EntFigure) figure = make_figure (sample);
  g_autoptr (EntFigureChanges) none = ent_figure_find_changes (figure, sample->index, NULL, &error);
  EntFigureEvent *event = g_ptr_array_index (figure->events, 0);

  g_assert_no_error (error);
  g_assert_cmpuint (none->added->len + none->removed->len + none->changed->len, ==, 0);
  g_autoptr (EntFigure) same = ent_figure_new_updated (figure, sample->index, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (same->bytes, figure->bytes));

  /* As though one had been told otherwise, one had not been there, and one had been that is not any more. */
  g_free (event->words);
  event->words = g_strdup ("2 May 1999: another");
  g_ptr_array_remove_index (figure->events, 1);
  ent_figure_events_add (figure->events, "gone", "1 May 1999: gone");
  g_autoptr (EntFigureChanges) some = ent_figure_find_changes (figure, sample->index, NULL, &error);
  g_assert_cmpuint (some->added->len, ==, 1);
  g_assert_cmpuint (some->changed->len, ==, 1);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (some->changed, 0), "2 May 1999: another → "));
  g_assert_cmpuint (some->removed->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (some->removed, 0), ==, "1 May 1999: gone");

  /* Of a vocabulary that does not know its words it cannot be asked. */
  g_free (figure->question);
  figure->question = g_strdup ("topic=nothing");
  g_assert_null (ent_figure_find_changes (figure, sample->index, NULL, &error));
  g_assert_error (error, ENT_FILTER_ERROR, ENT_FILTER_ERROR_UNKNOWN);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure/kept", test_kept);
  g_test_add_func ("/figure/caption", test_caption);
  g_test_add_func ("/figure/update", test_update);

  return g_test_run ();
}
