/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <unistd.h>

#include "model/event-store-private.h"
#include "widget-fixture.h"

static guint
count_shown (EntSession *session)
{
  return ent_row_set_get_count (ent_session_get_rows (session));
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
count_call (guint *count)
{
  ++*count;
}

/* The richest relationship is shown first, and all of it. */
static void
test_opens_on_richest (void)
{
  g_autoptr (EntSession) session = widget_fixture_session ();
  gsize n;
  gboolean strict;
  const guint16 *actors = ent_filter_get_between (ent_session_get_filter (session), &n, &strict);
  const EntRelationship *richest = &g_array_index (ent_session_get_relationships (session), EntRelationship, 0);

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (actors[0], ==, richest->actors[0]);
  g_assert_cmpuint (actors[1], ==, richest->actors[1]);
  g_assert_cmpuint (count_shown (session), ==, ent_row_set_get_count (ent_session_get_base_rows (session)));
}

static void
test_everyone (void)
{
  g_autoptr (EntSession) session = widget_fixture_session ();

  ent_session_set_between (session, NULL, 0);
  g_assert_cmpuint (count_shown (session), ==, ent_event_store_get_n_events (ent_session_get_store (session)));
}

static void
test_filter_values (void)
{
  g_autoptr (EntSession) session = widget_fixture_session ();
  guint taiwan = find_topic (session, "taiwan"), ai = find_topic (session, "ai");
  guint all = count_shown (session), told = 0;

  g_signal_connect_swapped (session, "notify::rows", G_CALLBACK (count_call), &told);
  ent_session_toggle_only (session, ENT_FACET_TOPIC, taiwan);
  guint only = count_shown (session);
  g_assert_cmpuint (only, >, 0);
  g_assert_cmpuint (only, <, all);
  g_assert_true (ent_session_is_shown (session, ENT_FACET_TOPIC, taiwan));
  g_assert_false (ent_session_is_shown (session, ENT_FACET_TOPIC, ai));

  /* Ticking another takes it in too; the same name again takes in all. */
  ent_session_toggle_shown (session, ENT_FACET_TOPIC, ai);
  g_assert_cmpuint (count_shown (session), >, only);
  ent_session_toggle_shown (session, ENT_FACET_TOPIC, ai);
  g_assert_cmpuint (count_shown (session), ==, only);
  ent_session_toggle_only (session, ENT_FACET_TOPIC, taiwan);
  g_assert_cmpuint (count_shown (session), ==, all);
  g_assert_cmpuint (told, ==, 4);

  /* Unticking one of all leaves it out. */
  ent_session_toggle_shown (session, ENT_FACET_TOPIC, taiwan);
  g_assert_true (ent_filter_has_excluded (ent_session_get_filter (session), ENT_FACET_TOPIC, taiwan));
  g_assert_false (ent_session_is_shown (session, ENT_FACET_TOPIC, taiwan));
  g_assert_cmpuint (count_shown (session), <, all);
  g_assert_cmpuint (ent_row_set_get_count (ent_session_get_base_rows (session)), ==, all);
}

/* A filter never loses the selection, and its neighbours are those that are shown; another relationship does. */
static void
test_filter_keeps_selection (void)
{
  g_autoptr (EntSession) session = widget_fixture_session ();
  guint32 row = widget_fixture_find (session, "Yellen visits Beijing");

  ent_session_set_selected (session, row);
  ent_session_toggle_only (session, ENT_FACET_TOPIC, find_topic (session, "trade"));
  g_assert_cmpuint (ent_session_get_selected (session), ==, row);
  ent_session_toggle_only (session, ENT_FACET_TOPIC, find_topic (session, "taiwan"));
  g_assert_cmpuint (ent_session_get_selected (session), ==, row);
  g_assert_true (ent_session_is_hidden (session));

  g_assert_true (ent_session_step (session, 1));
  guint32 next = ent_session_get_selected (session);
  g_assert_cmpuint (next, ==, ent_row_set_next (ent_session_get_rows (session), row));
  g_assert_false (ent_session_is_hidden (session));
  ent_session_set_selected (session, row);
  g_assert_true (ent_session_step (session, -1));
  guint32 before = ent_session_get_selected (session);
  g_assert_cmpuint (ent_row_set_next (ent_session_get_rows (session), before + 1), ==, next);

  ent_session_set_selected (session, row);
  ent_session_clear_filter (session);
  g_assert_false (ent_session_is_hidden (session));
  guint16 pair[2];
  g_assert_true (ent_vocabulary_find_actor (ent_session_get_vocabulary (session), "CN", &pair[0]));
  g_assert_true (ent_vocabulary_find_actor (ent_session_get_vocabulary (session), "TW", &pair[1]));
  ent_session_set_between (session, pair, 2);
  g_assert_cmpuint (ent_session_get_selected (session), ==, ENT_ROW_NONE);
}

/* A new store shows the same event selected, and the relationship that was chosen. */
static void
test_new_store_keeps_choices (void)
{
  g_autoptr (EntSession) session = widget_fixture_session ();
  g_autoptr (SampleStore) again = sample_store_new ();
  guint32 row = widget_fixture_find (session, "Bali");
  g_autofree char *id = g_strdup (ent_event_store_get_id (ent_session_get_store (session), row));

  ent_session_set_between (session, NULL, 0);
  ent_session_set_selected (session, row);
  ent_session_set_store (session, again->store);
  g_assert_cmpstr (ent_event_store_get_id (again->store, ent_session_get_selected (session)), ==, id);
  g_assert_cmpuint (count_shown (session), ==, ent_event_store_get_n_events (again->store));
}

static void
test_step (void)
{
  g_autoptr (EntSession) session = widget_fixture_session ();
  guint n = count_shown (session), steps = 0;

  g_assert_true (ent_session_step (session, 1));
  g_assert_cmpuint (ent_session_get_selected (session), ==, ent_row_set_nth (ent_session_get_rows (session), 0));
  g_assert_false (ent_session_step (session, -1));
  while (ent_session_step (session, 1))
    steps++;
  g_assert_cmpuint (steps, ==, n - 1);
}

/* The extent holds every dated event but ages. */
static void
test_extent (void)
{
  g_autoptr (EntSession) session = widget_fixture_session ();
  EntDay first, last;

  g_assert_true (ent_session_get_extent (session, &first, &last));
  g_assert_cmpint (first, ==, ent_day_from_ymd (2022, 7, 28));
  g_assert_cmpint (last, ==, ent_day_from_ymd (2024, 5, 14));
  EntDay core_first, core_last;
  g_assert_true (ent_session_get_core (session, &core_first, &core_last));
  g_assert_cmpint (core_first, ==, first);
  g_assert_cmpint (core_last, ==, last);
}

static gboolean
has_links (gpointer store)
{
  return g_atomic_pointer_get (&((EntEventStore *) store)->links_made) != 0;
}

/* How events lead to one another is found before anybody asks. */
static void
test_links (void)
{
  g_autoptr (EntSession) session = widget_fixture_session ();

  widget_fixture_wait (has_links, ent_session_get_store (session));
}

static gboolean
asks_for_beijing (gpointer session)
{
  return g_strcmp0 (ent_filter_get_words (ent_session_get_filter (session)), "Beijing") == 0;
}

static void
on_filter_changed (EntSession *session)
{
  g_assert_cmpstr (ent_filter_get_words (ent_session_get_filter (session)), ==, "Beijing");
}

/* Among many events words are looked for off the main thread, and only those that were typed last are asked for. */
static void
test_search (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (SampleStore) sample = sample_store_new_random (random, 40000, 30);
  g_autoptr (EntSession) session = ent_session_new ();
  guint n;

  ent_session_set_store (session, sample->store);
  n = count_shown (session);
  g_signal_connect (session, "notify::filter", G_CALLBACK (on_filter_changed), NULL);
  ent_session_search (session, "Bei");
  ent_session_search (session, "Beijing");
  g_assert_null (ent_filter_get_words (ent_session_get_filter (session)));
  widget_fixture_wait (asks_for_beijing, session);
  g_assert_cmpuint (count_shown (session), <, n);
  g_assert_cmpuint (count_shown (session), >, 0);
  g_signal_handlers_disconnect_by_func (session, on_filter_changed, NULL);
  ent_session_search (session, NULL);
  g_assert_cmpuint (count_shown (session), ==, n);
}

/* Files are read off the main thread, and each that cannot be is named. */
static void
on_failed (EntSession  *session,
           GPtrArray   *failures,
           GPtrArray  **kept)
{
  *kept = g_ptr_array_ref (failures);
}

/* What few events far from all others have for themselves is not looked at first. */
static void
test_core (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autofree char *folder = g_dir_make_tmp ("entente-core-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "many.jsonl", NULL);
  g_autoptr (GString) lines = g_string_new (NULL);
  EntDay first, last, core_first, core_last;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (lines,
                            "{\"id\":\"%u\",\"date\":\"2022-12-30\",\"text\":\"On %u %s %u French President Emmanuel Macron "
                            "met German Chancellor Olaf Scholz in Paris.\"}\n",
                            i, 1 + i % 28, i % 3 == 0 ? "May" : i % 3 == 1 ? "June"
                                                                           : "July",
                            i == 0 ? 1822 : 2022);
  g_assert_true (g_file_set_contents (path, lines->str, -1, NULL));
  ent_session_open (session, (const char * const[]) { path, NULL });
  widget_fixture_wait_idle (session);
  g_assert_true (ent_session_get_extent (session, &first, &last));
  g_assert_true (ent_session_get_core (session, &core_first, &core_last));
  g_assert_cmpint (first, ==, ent_day_from_ymd (1822, 5, 1));
  g_assert_cmpint (core_first, >=, ent_day_from_ymd (2022, 4, 1));
  g_assert_cmpint (core_last, <=, last);
  g_assert_cmpint (core_last - core_first, >=, 60);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_open (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autoptr (GPtrArray) failures = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("entente-XXXXXX", &error);
  g_autofree char *good = g_build_filename (folder, "readout.txt", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing.txt", NULL);

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (good,
                                      "Readout, May 4, 2023. Secretary of State Antony Blinken spoke by phone with "
                                      "China's State Councilor Qin Gang on May 3, 2023. They discussed Taiwan.\n",
                                      -1, &error));
  g_signal_connect (session, "failed", G_CALLBACK (on_failed), &failures);
  ent_session_open (session, (const char * const[]) { good, missing, NULL });
  g_assert_true (ent_session_get_busy (session));
  g_assert_null (ent_session_get_index (session));
  widget_fixture_wait_idle (session);

  g_assert_nonnull (ent_session_get_index (session));
  g_assert_cmpuint (ent_event_store_get_n_statements (ent_session_get_store (session)), ==, 1);
  g_assert_nonnull (failures);
  g_assert_cmpuint (failures->len, ==, 1);
  g_assert_cmpstr (((EntLoadFailure *) g_ptr_array_index (failures, 0))->file, ==, missing);

  /* A second file adds to the first; asked for twice in a row, both are read. */
  g_autofree char *other = g_build_filename (folder, "other.txt", NULL);
  g_autofree char *third = g_build_filename (folder, "third.txt", NULL);
  g_assert_true (g_file_set_contents (other, "President Biden met President Xi in Bali on November 14, 2022.\n", -1,
                                      &error));
  g_assert_true (g_file_set_contents (third, "President Biden met President Xi in Lima on November 16, 2024.\n", -1,
                                      &error));
  ent_session_open (session, (const char * const[]) { other, NULL });
  ent_session_open (session, (const char * const[]) { third, NULL });
  widget_fixture_wait_idle (session);
  g_assert_cmpuint (ent_event_store_get_n_statements (ent_session_get_store (session)), ==, 3);

  g_unlink (good);
  g_unlink (other);
  g_unlink (third);
  g_rmdir (folder);
}

static void
test_cancel (void)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_auto (GStrv) nothing = g_new0 (char *, 1);
  g_autofree char *example = g_build_filename (g_getenv ("ENTENTE_DATA_DIR"), "examples",
                                               "china-united-states.jsonl", NULL);

  ent_session_open (session, (const char * const *) nothing);
  g_assert_false (ent_session_get_busy (session));
  ent_session_open (session, (const char * const[]) { example, NULL });
  ent_session_cancel (session);
  widget_fixture_wait_idle (session);
  g_assert_null (ent_session_get_index (session));
}

static void
open_with_broken_rules (void)
{
  g_autoptr (EntSession) session = NULL;
  g_autoptr (GPtrArray) failures = NULL;
  g_autofree char *words = g_build_filename (g_getenv ("ENTENTE_DATA_DIR"), "vocabulary", NULL);
  g_autofree char *folder = g_dir_make_tmp ("entente-rules-XXXXXX", NULL);
  g_autofree char *link = g_build_filename (folder, "vocabulary", NULL);
  g_autofree char *languages = g_build_filename (folder, "languages", NULL);
  g_autofree char *language = g_build_filename (languages, "en", NULL);
  g_autofree char *rules = g_build_filename (language, "dates.rules", NULL);
  const char *made[] = { rules, language, languages, link, folder };
  const EntLoadFailure *failure;

  g_assert_cmpint (symlink (words, link), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (language, 0700), ==, 0);
  g_assert_true (g_file_set_contents (rules, "no rule\n", -1, NULL));
  g_setenv ("ENTENTE_DATA_DIR", folder, TRUE);
  session = ent_session_new ();
  g_signal_connect (session, "failed", G_CALLBACK (on_failed), &failures);
  ent_session_open (session, (const char * const[]) { rules, NULL });
  widget_fixture_wait_idle (session);
  g_assert_cmpuint (failures->len, ==, 1);
  failure = g_ptr_array_index (failures, 0);
  g_assert_null (failure->file);
  g_assert_true (g_str_has_prefix (failure->message, "Words or rules cannot be used: "));
  g_assert_nonnull (strstr (failure->message, "dates.rules:1"));
  for (gsize i = 0; i < G_N_ELEMENTS (made); i++)
    g_assert_cmpint (g_remove (made[i]), ==, 0);
}

/* Rules that cannot be used are told by their own name, not as a statement's fault. In a process of its own, where no
 * other thread reads the environment. */
static void
test_broken_rules (void)
{
  if (g_test_subprocess ())
    {
      open_with_broken_rules ();
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/opens-on-richest", test_opens_on_richest);
  g_test_add_func ("/session/everyone", test_everyone);
  g_test_add_func ("/session/filter-values", test_filter_values);
  g_test_add_func ("/session/filter-keeps-selection", test_filter_keeps_selection);
  g_test_add_func ("/session/new-store-keeps-choices", test_new_store_keeps_choices);
  g_test_add_func ("/session/step", test_step);
  g_test_add_func ("/session/extent", test_extent);
  g_test_add_func ("/session/links", test_links);
  g_test_add_func ("/session/search", test_search);
  g_test_add_func ("/session/core", test_core);
  g_test_add_func ("/session/open", test_open);
  g_test_add_func ("/session/broken-rules", test_broken_rules);
  g_test_add_func ("/session/cancel", test_cancel);
  return g_test_run ();
}
