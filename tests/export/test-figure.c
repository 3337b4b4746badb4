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
    .embed_fonts = TRUE,
    .title = "Talks",
    .subtitle = "and visits",
    .lane_choice = "folded trade",
  };
  g_autoptr (GError) error = NULL;
  EntFigure *figure = ent_figure_new ("talks", &request, NULL, &error);

  g_assert_no_error (error);
  return figure;
}

static gboolean
has_words (const EntFigure *figure,
           const char      *words)
{
  gsize length;
  const char *data = g_bytes_get_data (figure->bytes, &length);

  return g_strstr_len (data, (gssize) length, words) != NULL;
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
  g_assert_cmpstr (other->subtitle, ==, "and visits");
  g_assert_cmpstr (other->lane_choice, ==, "folded trade");
  g_assert_true (other->request.embed_fonts);
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
  g_autoptr (EntFigure) same = ent_figure_new_updated (figure, sample->index, NULL, NULL, NULL, &error);
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

/* It names the snapshot that it is made of, and is laid out for who reads it. */
static void
test_update_of_snapshot (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EntFigure) figure = make_figure (sample);
  EntExportRequest request = figure->request;
  g_autoptr (EntRowSet) rows = ent_filter_index_run (sample->index, sample->filter);

  request.index = sample->index;
  request.filter = sample->filter;
  request.rows = rows;
  request.title = figure->title;
  request.subtitle = figure->subtitle;
  request.lane_choice = figure->lane_choice;
  request.snapshot = "First draft";
  request.locale = "ar_EG";
  g_autoptr (EntFigure) made = ent_figure_new ("talks", &request, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (EntFigure) updated = ent_figure_new_updated (figure, sample->index, "First draft", "ar_EG", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (has_words (updated, "First draft"));
  g_assert_true (has_words (updated, ">and visits<"));
  g_assert_true (g_bytes_equal (updated->bytes, made->bytes));
  g_autoptr (EntFigure) live = ent_figure_new_updated (made, sample->index, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (live->bytes, figure->bytes));
}

/* The id of one of the events with days. */
static const char *
get_id (const SampleStore *sample,
        const EntRowSet   *rows,
        guint              number)
{
  g_autoptr (EntRowSet) placed = ent_row_set_and (rows, ent_event_store_get_placed (sample->store));

  return ent_event_store_get_id (ent_filter_index_get_store (sample->index), ent_row_set_nth (placed, number));
}

/* Events are left out, or the only ones; both also of what comes in later. */
static void
test_chosen (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  EntEventStore *store = ent_filter_index_get_store (sample->index);
  g_autoptr (EntRowSet) rows = ent_filter_index_run (sample->index, sample->filter);
  g_autoptr (EntFigureEdits) edits = ent_figure_edits_new ();
  const char *first = get_id (sample, rows, 0), *third = get_id (sample, rows, 2);
  guint n = ent_row_set_get_count (rows);

  ent_figure_edits_show (edits, third, FALSE);
  g_assert_true (ent_figure_edits_shows (edits, first));
  g_assert_false (ent_figure_edits_shows (edits, third));
  g_autoptr (EntRowSet) others = ent_figure_edits_run (edits, store, rows);
  g_assert_cmpuint (ent_row_set_get_count (others), ==, n - 1);

  ent_figure_edits_show_all (edits, FALSE);
  ent_figure_edits_show (edits, first, TRUE);
  ent_figure_edits_show (edits, third, TRUE);
  ent_figure_edits_show (edits, "of no event", TRUE);
  g_autoptr (EntRowSet) two = ent_figure_edits_run (edits, store, rows);
  g_assert_cmpuint (ent_row_set_get_count (two), ==, 2);
  ent_figure_edits_show (edits, third, FALSE);
  g_autoptr (EntRowSet) one = ent_figure_edits_run (edits, store, rows);
  g_assert_cmpuint (ent_row_set_get_count (one), ==, 1);

  ent_figure_edits_show_all (edits, TRUE);
  g_autoptr (EntRowSet) all = ent_figure_edits_run (edits, store, rows);
  g_assert_true (all == rows);
}

/* Labels, notes and periods stand in the picture, are kept with it, and survive an update; the events keep their own
 * titles. */
static void
test_edits (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  EntEventStore *store = ent_filter_index_get_store (sample->index);
  g_autoptr (EntRowSet) all = ent_filter_index_run (sample->index, sample->filter);
  g_autoptr (EntFigureEdits) edits = ent_figure_edits_new ();
  const char *first = get_id (sample, all, 0), *second = get_id (sample, all, 1);
  g_autoptr (GError) error = NULL;

  ent_figure_edits_show_all (edits, FALSE);
  ent_figure_edits_show (edits, first, TRUE);
  ent_figure_edits_show (edits, second, TRUE);
  ent_figure_edits_set_label (edits, first, "  A beginning ");
  ent_figure_edits_set_note (edits, second, "Nobody had told of it before");
  ent_figure_edits_set_note (edits, get_id (sample, all, 3), "Not on show");
  ent_figure_edits_set_label (edits, second, "Gone again");
  ent_figure_edits_set_label (edits, second, " ");
  ent_figure_edits_add_period (edits, "The thaw", ent_day_from_ymd (1900, 1, 1), ent_day_from_ymd (2100, 1, 1));
  g_autoptr (EntRowSet) rows = ent_figure_edits_run (edits, store, all);
  const EntExportRequest request = {
    .index = sample->index,
    .filter = sample->filter,
    .rows = rows,
    .edits = edits,
    .format = ENT_EXPORT_SVG,
    .width = 1600,
    .height = 700,
    .pixel_scale = 1.0,
    .as_of = ENT_DAY_OPEN_START,
  };
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_figure_free);
  EntFigure *figure = ent_figure_new ("edited", &request, NULL, &error);
  g_assert_no_error (error);
  g_ptr_array_add (figures, figure);
  g_assert_cmpuint (figure->events->len, ==, 2);
  g_assert_true (has_words (figure, ">A beginning<"));
  g_assert_false (has_words (figure, "Gone again"));
  g_assert_true (has_words (figure, "¹<"));
  g_assert_true (has_words (figure, "): Nobody had told of it before"));
  g_assert_false (has_words (figure, "Not on show"));
  g_assert_true (has_words (figure, ">The thaw<"));

  g_autofree char *text = ent_figures_to_string (figures);
  g_autoptr (GPtrArray) read = ent_figures_new_from_string (text);
  g_autofree char *again = ent_figures_to_string (read);
  g_assert_cmpstr (again, ==, text);
  const EntFigure *kept = g_ptr_array_index (read, 0);
  g_autoptr (EntFigureChanges) changes = ent_figure_find_changes (kept, sample->index, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ent_figure_changes_count (changes), ==, 0);
  g_autoptr (EntFigure) updated = ent_figure_new_updated (kept, sample->index, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (updated->bytes, figure->bytes));
}

/* A document on pages tells the notes, too. */
static void
test_paged (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  g_autoptr (EntRowSet) rows = ent_filter_index_run (sample->index, sample->filter);
  g_autoptr (EntFigureEdits) edits = ent_figure_edits_new ();
  EntExportRequest request = {
    .index = sample->index,
    .filter = sample->filter,
    .rows = rows,
    .format = ENT_EXPORT_PDF,
    .pixel_scale = 1.0,
    .as_of = ENT_DAY_OPEN_START,
  };
  g_autoptr (GError) error = NULL;

  g_assert_true (ent_export_request_set_page (&request, "A4"));
  request.parts = 0;
  g_autoptr (GBytes) plain = ent_export_new_bytes (&request, NULL, &error);
  g_assert_no_error (error);
  request.edits = edits;
  g_autoptr (GBytes) same = ent_export_new_bytes (&request, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (plain, same));
  ent_figure_edits_set_note (edits, get_id (sample, rows, 0), "Nobody had told of it before");
  g_autoptr (GBytes) noted = ent_export_new_bytes (&request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (noted), >, g_bytes_get_size (plain));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure/kept", test_kept);
  g_test_add_func ("/figure/caption", test_caption);
  g_test_add_func ("/figure/update", test_update);
  g_test_add_func ("/figure/update-of-snapshot", test_update_of_snapshot);
  g_test_add_func ("/figure/chosen", test_chosen);
  g_test_add_func ("/figure/edits", test_edits);
  g_test_add_func ("/figure/paged", test_paged);

  return g_test_run ();
}
