/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What better rules find: people's words stay, and it can be undone. */
#include <string.h>

#include "archive-fixture.h"
#include "model/archive-edit.h"
#include "model/archive-marks.h"
#include "model/archive-private.h"
#include "model/archive-snapshots.h"
#include "model/archive-together.h"

static const char lines[] = "{\"id\":\"us-1\",\"date\":\"2022-11-14\",\"issuer\":\"US\",\"language\":\"en\",\"text\":\"President Biden met with "
                            "President Xi Jinping of China in Bali on November 14, 2022. The two leaders discussed Taiwan and trade.\"}\n"
                            "{\"id\":\"us-2\",\"date\":\"2023-03-02\",\"issuer\":\"US\",\"language\":\"en\",\"text\":\"Secretary Blinken spoke by "
                            "phone with Foreign Minister Qin Gang of China on March 1, 2023 about Ukraine.\"}\n"
                            "{\"id\":\"us-3\",\"date\":\"2023-06-20\",\"issuer\":\"US\",\"language\":\"en\",\"text\":\"Secretary Blinken met with "
                            "President Xi Jinping of China in Beijing on June 19, 2023.\"}\n";

static const char *
get_event (const Fixture *fixture,
           guint32        row)
{
  g_assert_cmpuint (row, <, ent_event_store_get_n_events (fixture->store));
  return ent_event_store_get_id (fixture->store, row);
}

/* Statement 2 is as other rules would have read it, which took its call for a warning. */
static void
make_worse (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ent_archive_begin (fixture->archive, NULL));
  ent_database_exec (fixture->archive->database,
                     "UPDATE parses SET parser = 'old' WHERE statement = 2;"
                     "UPDATE parsed_events SET events = replace (replace (events, '\"call\"', '\"warning\"'),"
                     " '2023-03-01', '2023-03-02') WHERE statement = 2",
                     &error);
  g_assert_no_error (error);
  g_assert_true (ent_archive_bump_generation (fixture->archive, NULL));
  g_assert_true (ent_archive_commit (fixture->archive, NULL));
  fixture_reload (fixture);
}

static gint64
count_former (Fixture *fixture)
{
  gint64 n = -1;

  g_assert_true (ent_database_get_number (fixture->archive->database, "SELECT count (*) FROM former_parses", &n, NULL));
  return n;
}

/* Back and forth, also in another session; then it is undone and gone, as something else is said. */
static void
undo_reparse (Fixture    *fixture,
              const char *before,
              const char *after,
              const char *event)
{
  g_autoptr (GError) error = NULL;
  g_auto (EntChangeLabel) label = { NULL };

  g_assert_true (ent_archive_get_undo (fixture->archive, &label));
  g_assert_cmpstr (label.action, ==, "reparse");
  g_assert_cmpint (label.n, ==, 1);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *now = NULL;
      gboolean undo = i % 2 == 0;

      g_assert_true (undo ? ent_archive_undo (fixture->archive, &error) : ent_archive_redo (fixture->archive, &error));
      g_assert_no_error (error);
      if (i == 2)
        fixture_reopen (fixture);
      fixture_reload (fixture);
      now = fixture_dump (fixture->store);
      g_assert_cmpstr (now, ==, undo ? before : after);
      g_assert_cmpuint (ent_archive_count_outdated (fixture->archive), ==, undo);
      g_assert_cmpint (count_former (fixture), ==, 1);
    }
  g_assert_true (ent_archive_add_mark (fixture->archive, ENT_MARK_NOTE, (EntMarkTarget) { .event = event }, "Seen",
                                       &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_former (fixture), ==, 0);
}

/* Worse rules called the call a warning of the day the statement was issued; what was said of it then stays with its
 * sentence. */
static void
test_reparse (Fixture       *fixture,
              gconstpointer  data)
{
  const EntEventValue title = { ENT_EDITED_TITLE, "Mine" };
  const EntEventValue topics = { ENT_EDITED_TOPICS, "law" };
  EntEventValue values[] = { title, topics };
  g_auto (EntReparseReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *unedited = NULL;
  g_autofree char *worse = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *old_id = NULL;
  guint32 row;

  g_assert_cmpuint (ent_archive_count_outdated (fixture->archive), ==, 0);
  make_worse (fixture);
  g_assert_cmpuint (ent_archive_count_outdated (fixture->archive), ==, 1);
  fixture_reload (fixture);
  for (row = 0; ent_event_store_get_columns (fixture->store)->kind[row] != ENT_KIND_WARNING; row++)
    ;
  old_id = g_strdup (get_event (fixture, row));
  unedited = fixture_dump (fixture->store);
  g_assert_true (ent_archive_edit_event (fixture->archive, old_id, values, 2, NULL, &error));
  fixture_reload (fixture);
  worse = fixture_dump (fixture->store);

  ent_archive_reparse (fixture->archive, NULL, NULL, NULL, &report, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report.n_parsed, ==, 1);
  g_assert_cmpuint (report.n_changed, ==, 1);
  g_assert_cmpuint (report.n_events_after, ==, report.n_events_before);
  g_assert_cmpuint (report.n_kept, ==, report.n_events_after - 1);
  g_assert_cmpuint (report.n_not_found, ==, 0);
  /* What was corrected is the same; that it is told otherwise shows in the id. */
  g_assert_cmpuint (report.differences->len, ==, 2);
  for (guint i = 0; i < report.differences->len; i++)
    {
      const EntDifference *difference = &g_array_index (report.differences, EntDifference, i);

      g_assert_cmpstr (difference->date, ==, difference->before == NULL ? "2023-03-01" : "2023-03-02");
      g_assert_cmpint (i, ==, difference->before != NULL);
      g_assert_null (difference->field);
    }
  fixture_reload (fixture);
  g_assert_false (ent_event_store_find_id (fixture->store, old_id, NULL));
  for (row = 0; ent_event_store_get_columns (fixture->store)->kind[row] != ENT_KIND_CALL; row++)
    ;
  g_assert_cmpstr (ent_event_store_get_title (fixture->store, row), ==, "Mine");
  {
    g_autofree char *now = ent_event_dup_value (fixture->store, row, ENT_EDITED_TOPICS);

    g_assert_cmpstr (now, ==, "law");
  }
  after = fixture_dump (fixture->store);
  undo_reparse (fixture, worse, after, old_id);
  g_assert_true (ent_archive_undo (fixture->archive, &error));
  g_assert_true (ent_archive_undo (fixture->archive, &error));
  fixture_reload (fixture);
  undone = fixture_dump (fixture->store);
  g_assert_cmpstr (undone, ==, unedited);
}

/* A coder alone undoes a new parse upon which another one has built: what that one said stays. */
static void
test_reparse_undone_alone (Fixture       *fixture,
                           gconstpointer  data)
{
  g_auto (EntReparseReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  const EntStatementValue date = { ENT_STATEMENT_FIELD_DATE, "2023-04-05" };
  EntFormer parse;

  make_worse (fixture);
  ent_archive_set_coder (fixture->archive, "anna");
  ent_archive_reparse (fixture->archive, NULL, NULL, NULL, &report, &error);
  g_assert_no_error (error);
  ent_archive_set_coder (fixture->archive, "bob");
  g_assert_true (ent_archive_edit_statement (fixture->archive, "us-2", &date, 1, &error));
  ent_archive_set_coder (fixture->archive, "anna");
  ent_archive_set_alone (fixture->archive, TRUE);
  for (guint i = 0; i < 2; i++)
    {
      if (i == 0)
        g_assert_true (ent_archive_undo (fixture->archive, &error));
      else
        g_assert_true (ent_archive_redo (fixture->archive, &error));
      g_assert_true (ent_archive_read_former (fixture->archive, 2, &parse, &error));
      g_assert_cmpstr (parse.facts[3], ==, "2023-04-05");
      g_assert_null (g_strstr_len (g_bytes_get_data (parse.events, NULL), (gssize) g_bytes_get_size (parse.events),
                                   "warning"));
      ent_former_clear (&parse);
    }
}

/* What a damaged file says of what was read before is not taken, and nothing is undone. */
static void
test_former_damaged (Fixture       *fixture,
                     gconstpointer  data)
{
  static const char * const damages[] = {
    "UPDATE former_parses SET bytes = bytes + 1",
    "UPDATE former_parses SET bytes = bytes - 1",
    "UPDATE former_parses SET bytes = -1",
    "UPDATE former_parses SET bytes = 9223372036854775807",
    "UPDATE former_parses SET events = x'789c00'",
    "UPDATE former_parses SET events = x''",
  };

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_auto (EntReparseReport) report = { 0 };
      g_autoptr (GError) error = NULL;

      make_worse (fixture);
      ent_archive_reparse (fixture->archive, NULL, NULL, NULL, &report, &error);
      g_assert_no_error (error);
      ent_database_exec (fixture->archive->database, damages[i], &error);
      g_assert_no_error (error);
      g_assert_false (ent_archive_undo (fixture->archive, &error));
      g_assert_error (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_CORRUPT);
      g_assert_cmpuint (ent_archive_count_outdated (fixture->archive), ==, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/archive-reparse/" path, Fixture, lines, fixture_set_up, func, fixture_tear_down)
  ADD ("undo", test_reparse);
  ADD ("undone-alone", test_reparse_undone_alone);
  ADD ("former-damaged", test_former_damaged);
  return g_test_run ();
}
