/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The archive: what comes in comes out again, whatever people say of it, and can be taken back. */
#include <signal.h>
#include <sys/resource.h>

#include "archive-fixture.h"
#include "model/archive-edit.h"

/* Statements of two sides on the same talks, of another one, and of a visit to come. */
static const char lines[] = "{\"id\":\"us-1\",\"date\":\"2022-11-14\",\"issuer\":\"US\",\"language\":\"en\",\"text\":\"President Biden met with "
                            "President Xi Jinping of China in Bali on November 14, 2022. The two leaders discussed Taiwan and trade.\"}\n"
                            "{\"id\":\"cn-1\",\"date\":\"2022-11-15\",\"issuer\":\"CN\",\"language\":\"en\",\"text\":\"On November 14, 2022, "
                            "President Xi Jinping met with U.S. President Joe Biden in Bali. They spoke about climate.\"}\n"
                            "{\"id\":\"us-2\",\"date\":\"2023-03-02\",\"issuer\":\"US\",\"language\":\"en\",\"text\":\"Secretary Blinken spoke by "
                            "phone with Foreign Minister Qin Gang of China on March 1, 2023 about Ukraine.\"}\n";

/* The event of the kind, or none. */
static const char *
find_kind (const Fixture *fixture,
           EntKind        kind)
{
  const EntEventColumns *columns = ent_event_store_get_columns (fixture->store);

  for (guint32 row = 0; row < columns->n; row++)
    if (columns->kind[row] == kind)
      return ent_event_store_get_id (fixture->store, row);
  return NULL;
}

static char *
get_value (const Fixture *fixture,
           const char    *event,
           EntEdited      field)
{
  guint32 row;

  g_assert_true (ent_event_store_find_id (fixture->store, event, &row));
  return ent_event_dup_value (fixture->store, row, field);
}

static void
assert_undo (Fixture    *fixture,
             const char *before,
             const char *action)
{
  g_autoptr (GError) error = NULL;
  g_auto (EntChangeLabel) label = { NULL };
  g_autofree char *after = fixture_dump (fixture->store);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *kept = NULL;

  g_assert_true (ent_archive_get_undo (fixture->archive, &label));
  g_assert_cmpstr (label.action, ==, action);
  g_assert_cmpstr (label.coder, ==, "ada");
  ent_archive_undo (fixture->archive, &error);
  g_assert_no_error (error);
  fixture_reload (fixture);
  undone = fixture_dump (fixture->store);
  g_assert_cmpstr (undone, ==, before);
  fixture_reopen (fixture);
  ent_archive_redo (fixture->archive, &error);
  g_assert_no_error (error);
  fixture_reload (fixture);
  redone = fixture_dump (fixture->store);
  g_assert_cmpstr (redone, ==, after);
  fixture_reopen (fixture);
  kept = fixture_dump (fixture->store);
  g_assert_cmpstr (kept, ==, after);
  ent_archive_set_coder (fixture->archive, "ada");
}

static void
test_import (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *before = fixture_dump (fixture->store);
  g_autofree char *after = NULL;
  EntImportReport *report;

  g_assert_cmpuint (ent_event_store_get_n_statements (fixture->store), ==, 3);
  g_assert_nonnull (find_kind (fixture, ENT_KIND_CALL));
  report = fixture_import (fixture, "in.jsonl", lines);
  g_assert_cmpuint (report->n_new, ==, 0);
  g_assert_cmpuint (report->n_held, ==, 3);
  ent_import_report_free (report);
  fixture_reopen (fixture);
  after = fixture_dump (fixture->store);
  g_assert_cmpstr (after, ==, before);
}

/* The same id with another text is another statement, and both are kept. */
static void
test_changed_text (Fixture       *fixture,
                   gconstpointer  data)
{
  EntImportReport *report = fixture_import (fixture, "new.jsonl",
                                            "{\"id\":\"us-2\",\"date\":\"2023-03-02\",\"issuer\":\"US\",\"language\":\"en\",\"text\":\"Secretary "
                                            "Blinken spoke by phone with Foreign Minister Qin Gang of China on March 1, 2023.\"}\n");

  g_assert_cmpuint (report->n_new, ==, 1);
  g_assert_cmpuint (report->changed->len, ==, 1);
  g_assert_cmpstr (((EntChangedText *) report->changed->pdata[0])->id, ==, "us-2#2");
  g_assert_cmpstr (((EntChangedText *) report->changed->pdata[0])->earlier, ==, "us-2");
  g_assert_cmpuint (ent_event_store_get_n_statements (fixture->store), ==, 4);
  ent_import_report_free (report);
}

static void
test_undo_import (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *before = fixture_dump (fixture->store);
  EntImportReport *report = fixture_import (fixture, "more.jsonl",
                                            "{\"id\":\"us-3\",\"date\":\"2024-04-02\",\"issuer\":\"US\",\"language\":\"en\",\"text\":\"President "
                                            "Biden spoke by phone with President Xi Jinping of China today.\"}\n");

  g_assert_cmpuint (report->n_new, ==, 1);
  ent_import_report_free (report);
  assert_undo (fixture, before, "import");
  /* What was undone can come in again. */
  g_assert_true (ent_archive_undo (fixture->archive, NULL));
  report = fixture_import (fixture, "more.jsonl",
                           "{\"id\":\"us-3\",\"date\":\"2024-04-02\",\"issuer\":\"US\",\"language\":\"en\",\"text\":\""
                           "President Biden spoke by phone with President Xi Jinping of China today.\"}\n");
  g_assert_cmpuint (report->n_new, ==, 1);
  g_assert_cmpuint (ent_event_store_get_n_statements (fixture->store), ==, 4);
  ent_import_report_free (report);
}

static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  static const EntEventValue values[] = {
    { ENT_EDITED_DATE, "2023-02-28" },           { ENT_EDITED_KIND, "meeting" },
    { ENT_EDITED_PARTICIPANTS, "CN,RU,US" },     { ENT_EDITED_TOPICS, "trade,ukraine" },
    { ENT_EDITED_STATUS, "planned" },            { ENT_EDITED_ASSERTION, "attributed" },
    { ENT_EDITED_PEOPLE, "Antony Blinken\nQin Gang" }, { ENT_EDITED_PLACE, "Vienna" },
    { ENT_EDITED_TITLE, "What I call it" },
  };
  g_autofree char *event = g_strdup (find_kind (fixture, ENT_KIND_CALL));

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *before = fixture_dump (fixture->store);
      g_autofree char *value = NULL;
      guint32 row;

      ent_archive_edit_event (fixture->archive, event, &values[i], 1, "as I read it", &error);
      g_assert_no_error (error);
      fixture_reload (fixture);
      value = get_value (fixture, event, values[i].field);
      g_assert_cmpstr (value, ==, values[i].value);
      g_assert_true (ent_event_store_find_id (fixture->store, event, &row));
      g_assert_true (ent_event_store_get_edited (fixture->store, row) & values[i].field);
      g_assert_cmpuint (ent_event_store_get_columns (fixture->store)->review[row], ==, ENT_REVIEW_EDITED);
      assert_undo (fixture, before, "edit");
    }
}

/* One field is restored, and of the last one the event is as nobody had looked at it. */
static void
test_restore_field (Fixture       *fixture,
                    gconstpointer  data)
{
  static const EntEventValue mine[] = { { ENT_EDITED_DATE, "2023-02-28" }, { ENT_EDITED_PLACE, "Vienna" } };
  static const EntEventValue no_date[] = { { ENT_EDITED_DATE, NULL } };
  static const EntEventValue no_place[] = { { ENT_EDITED_PLACE, NULL } };
  g_autofree char *event = g_strdup (find_kind (fixture, ENT_KIND_CALL));
  g_autofree char *parsed = fixture_dump (fixture->store);
  g_autofree char *told = NULL;
  g_autofree char *edited = NULL;
  g_autofree char *restored = NULL;
  g_autofree char *date = NULL;
  g_autofree char *place = NULL;

  g_assert_true (ent_archive_edit_event (fixture->archive, event, mine, 2, NULL, NULL));
  fixture_reload (fixture);
  edited = fixture_dump (fixture->store);
  told = ent_archive_dup_told (fixture->archive, event, ENT_EDITED_DATE);
  g_assert_cmpstr (told, ==, "2023-03-01");
  g_assert_true (ent_archive_edit_event (fixture->archive, event, no_date, 1, NULL, NULL));
  fixture_reload (fixture);
  date = get_value (fixture, event, ENT_EDITED_DATE);
  place = get_value (fixture, event, ENT_EDITED_PLACE);
  g_assert_cmpstr (date, ==, "2023-03-01");
  g_assert_cmpstr (place, ==, "Vienna");
  assert_undo (fixture, edited, "edit");
  g_assert_true (ent_archive_edit_event (fixture->archive, event, no_place, 1, NULL, NULL));
  fixture_reload (fixture);
  restored = fixture_dump (fixture->store);
  g_assert_cmpstr (restored, ==, parsed);
}

/* What is hidden is no event any more to look at, but nobody has said that it is none. */
static void
test_hide (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *event = g_strdup (find_kind (fixture, ENT_KIND_CALL));
  const char *events[] = { event, NULL };
  g_autofree char *before = fixture_dump (fixture->store);
  g_autoptr (EntEventStore) all = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (EntChangeLabel) label = { NULL };
  guint32 row;

  g_assert_true (ent_archive_hide_events (fixture->archive, events, TRUE, &error));
  g_assert_no_error (error);
  fixture_reload (fixture);
  g_assert_false (ent_event_store_find_id (fixture->store, event, &row));
  assert_undo (fixture, before, "hide");
  g_assert_true (ent_archive_get_undo (fixture->archive, &label));
  g_assert_cmpstr (label.event, ==, event);
  all = ent_archive_load (fixture->archive, ENT_ARCHIVE_WITH_REJECTED, &error);
  g_assert_true (ent_event_store_find_id (all, event, &row));
  g_assert_cmpuint (ent_event_store_get_columns (all)->review[row], ==, ENT_REVIEW_MACHINE);
  g_assert_cmpuint (ent_event_store_get_edited (all, row), ==, ENT_EDITED_HIDDEN);
  g_assert_true (ent_archive_hide_events (fixture->archive, events, FALSE, &error));
  fixture_reload (fixture);
  {
    g_autofree char *shown = fixture_dump (fixture->store);

    g_assert_cmpstr (shown, ==, before);
  }
}

static void
test_bad_values (Fixture       *fixture,
                 gconstpointer  data)
{
  static const EntEventValue values[] = {
    { ENT_EDITED_DATE, "2023-02-30" },
    { ENT_EDITED_KIND, "party" },
    { ENT_EDITED_PARTICIPANTS, "CN,XQ" },
    { ENT_EDITED_TOPICS, "weather" },
    { ENT_EDITED_STATUS, "perhaps" },
    { ENT_EDITED_TITLE, "" },
    { ENT_EDITED_ADDED, "yes" },
  };
  g_autofree char *before = fixture_dump (fixture->store);

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_assert_false (ent_archive_edit_event (fixture->archive, find_kind (fixture, ENT_KIND_CALL), &values[i], 1, NULL,
                                              &error));
      g_assert_nonnull (error);
      fixture_reload (fixture);
      after = fixture_dump (fixture->store);
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_merge_split (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *call = g_strdup (find_kind (fixture, ENT_KIND_CALL));
  g_autofree char *summit = g_strdup (find_kind (fixture, ENT_KIND_SUMMIT));
  g_autofree char *before = fixture_dump (fixture->store);
  g_autofree char *merged = NULL;
  const char *events[] = { NULL, NULL, NULL };
  g_autoptr (GError) error = NULL;
  guint n = ent_event_store_get_n_events (fixture->store);
  guint moved[] = { 0 };
  guint32 row;

  summit = summit != NULL ? summit : g_strdup (find_kind (fixture, ENT_KIND_MEETING));
  g_assert_nonnull (call);
  g_assert_nonnull (summit);
  events[0] = summit;
  events[1] = call;
  ent_archive_merge_events (fixture->archive, events, &error);
  g_assert_no_error (error);
  fixture_reload (fixture);
  g_assert_cmpuint (ent_event_store_get_n_events (fixture->store), ==, n - 1);
  assert_undo (fixture, before, "merge");

  for (row = 0; row < n - 1; row++)
    if (ent_event_store_get_edited (fixture->store, row) & ENT_EDITED_ACCOUNTS)
      break;
  g_assert_cmpuint (row, <, n - 1);
  g_assert_cmpuint (ent_event_store_get_n_accounts (fixture->store, row), >, 1);
  merged = fixture_dump (fixture->store);
  ent_archive_split_event (fixture->archive, ent_event_store_get_id (fixture->store, row), moved, 1, &error);
  g_assert_no_error (error);
  fixture_reload (fixture);
  g_assert_cmpuint (ent_event_store_get_n_events (fixture->store), ==, n);
  assert_undo (fixture, merged, "split");
}

static void
test_add_reject_restore (Fixture       *fixture,
                         gconstpointer  data)
{
  static const EntEventValue values[] = {
    { ENT_EDITED_DATE, "2022-11" },
    { ENT_EDITED_KIND, "protest" },
    { ENT_EDITED_PARTICIPANTS, "CN,US" },
  };
  g_autofree char *before = fixture_dump (fixture->store);
  g_autofree char *added = NULL;
  g_autofree char *with_added = NULL;
  g_autofree char *restored = NULL;
  g_autoptr (GError) error = NULL;
  const char *events[] = { NULL, NULL };
  EntSpan evidence = { 0, 9 };
  guint n = ent_event_store_get_n_events (fixture->store);
  guint32 row;

  added = ent_archive_add_event (fixture->archive, values, G_N_ELEMENTS (values), "cn-1", &evidence, &error);
  g_assert_no_error (error);
  fixture_reload (fixture);
  g_assert_true (ent_event_store_find_id (fixture->store, added, &row));
  g_assert_cmpuint (ent_event_store_get_edited (fixture->store, row) & ENT_EDITED_ADDED, ==, ENT_EDITED_ADDED);
  g_assert_cmpuint (ent_event_store_get_n_accounts (fixture->store, row), ==, 1);
  assert_undo (fixture, before, "add");

  events[0] = added;
  with_added = fixture_dump (fixture->store);
  g_assert_true (ent_archive_review_events (fixture->archive, events, ENT_REVIEW_REJECTED, "no protest", &error));
  fixture_reload (fixture);
  g_assert_cmpuint (ent_event_store_get_n_events (fixture->store), ==, n);
  assert_undo (fixture, with_added, "reject");

  g_assert_true (ent_archive_undo (fixture->archive, NULL));
  fixture_reload (fixture);
  g_assert_true (ent_archive_restore_events (fixture->archive, events, &error));
  fixture_reload (fixture);
  restored = fixture_dump (fixture->store);
  g_assert_cmpstr (restored, ==, before);
}

static void
test_restore (Fixture       *fixture,
              gconstpointer  data)
{
  static const EntEventValue value = { ENT_EDITED_DATE, "2021" };
  g_autofree char *before = fixture_dump (fixture->store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *event = g_strdup (find_kind (fixture, ENT_KIND_CALL));
  const char *events[] = { event, NULL };

  g_assert_true (ent_archive_edit_event (fixture->archive, event, &value, 1, NULL, &error));
  fixture_reload (fixture);
  g_assert_true (ent_archive_review_events (fixture->archive, events, ENT_REVIEW_ACCEPTED, NULL, &error));
  fixture_reload (fixture);
  g_assert_true (ent_archive_restore_events (fixture->archive, events, &error));
  fixture_reload (fixture);
  after = fixture_dump (fixture->store);
  g_assert_cmpstr (after, ==, before);
}

/* What was accepted stays when a statement's date turns out to be another, and the event is challenged. */
static void
test_accepted_stays (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *event = NULL;
  g_autofree char *date = NULL;
  g_auto (EntReviewInfo) info = { 0 };
  const char *events[] = { NULL, NULL };
  guint32 row;

  ent_import_report_free (
    fixture_import (fixture, "today.jsonl",
                    "{\"id\":\"us-9\",\"date\":\"2024-04-02\",\"issuer\":\"US\",\"language\":\"en\",\"text\":\"President "
                    "Biden spoke by phone today with President Xi Jinping of China.\"}\n"));
  for (row = 0; row < ent_event_store_get_n_events (fixture->store); row++)
    if (ent_event_store_get_columns (fixture->store)->earliest[row] == ent_edtf_earliest (ent_edtf_day (19815)))
      break;
  g_assert_cmpuint (row, <, ent_event_store_get_n_events (fixture->store));
  event = g_strdup (ent_event_store_get_id (fixture->store, row));
  events[0] = event;
  g_assert_true (ent_archive_review_events (fixture->archive, events, ENT_REVIEW_ACCEPTED, "seen", &error));
  fixture_reload (fixture);
  g_assert_true (ent_archive_get_review (fixture->archive, event, &info));
  g_assert_cmpuint (info.review, ==, ENT_REVIEW_ACCEPTED);
  g_assert_cmpstr (info.coder, ==, "ada");
  g_assert_cmpstr (info.note, ==, "seen");

  ent_archive_edit_statement (fixture->archive, "us-9",
                              &(EntStatementValue) { ENT_STATEMENT_FIELD_DATE, "2024-04-05" }, 1, &error);
  g_assert_no_error (error);
  fixture_reload (fixture);
  date = get_value (fixture, event, ENT_EDITED_DATE);
  g_assert_cmpstr (date, ==, "2024-04-02");
  g_assert_true (ent_event_store_find_id (fixture->store, event, &row));
  g_assert_cmpuint (ent_event_store_is_challenged (fixture->store, row), ==, 1);
  g_assert_true (ent_archive_undo (fixture->archive, &error));
  fixture_reload (fixture);
  g_assert_true (ent_event_store_find_id (fixture->store, event, &row));
  g_assert_cmpuint (ent_event_store_is_challenged (fixture->store, row), ==, 0);
}

static void
test_statements (Fixture       *fixture,
                 gconstpointer  data)
{
  static const EntStatementValue edits[] = {
    { ENT_STATEMENT_FIELD_DATE, "2023-03-05" },
    { ENT_STATEMENT_FIELD_ISSUER, "CN" },
    { ENT_STATEMENT_FIELD_KIND, "speech" },
    { ENT_STATEMENT_FIELD_LANGUAGE, "zh" },
  };
  const char *removed[] = { "us-2", NULL };
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *before = fixture_dump (fixture->store);

      ent_archive_edit_statement (fixture->archive, "us-2", &edits[i], 1, &error);
      g_assert_no_error (error);
      fixture_reload (fixture);
      assert_undo (fixture, before, "edit-statement");
    }
  g_assert_cmpuint (ent_event_store_get_issuer (fixture->store, 2), !=, ENT_ACTOR_NONE);
  {
    g_autofree char *before = fixture_dump (fixture->store);

    g_assert_true (ent_archive_remove_statements (fixture->archive, removed, &error));
    fixture_reload (fixture);
    g_assert_cmpuint (ent_event_store_get_n_statements (fixture->store), ==, 2);
    assert_undo (fixture, before, "remove-statement");
  }
}

/* All that is corrected at once is one change, and what was read comes back, also after a restart. */
static void
test_restore_statement (Fixture       *fixture,
                        gconstpointer  data)
{
  static const EntStatementValue values[] = {
    { ENT_STATEMENT_FIELD_DATE, "2021-03-05" },
    { ENT_STATEMENT_FIELD_ISSUER, "CN" },
    { ENT_STATEMENT_FIELD_TITLE, "Another title" },
  };
  static const EntStatementValue wrong[] = {
    { ENT_STATEMENT_FIELD_TITLE, "Not kept" },
    { ENT_STATEMENT_FIELD_DATE, "in spring" },
  };
  g_autofree char *parsed = fixture_dump (fixture->store);
  g_autofree char *corrected = NULL;
  g_autofree char *restored = NULL;
  g_autoptr (GError) error = NULL;
  guint fields;

  g_assert_false (ent_archive_edit_statement (fixture->archive, "us-2", wrong, G_N_ELEMENTS (wrong), NULL));
  g_assert_true (ent_archive_edit_statement (fixture->archive, "us-2", values, G_N_ELEMENTS (values), &error));
  g_assert_no_error (error);
  g_assert_true (ent_archive_get_corrected (fixture->archive, "us-2", &fields, &error));
  g_assert_cmpuint (fields, ==,
                    1 << ENT_STATEMENT_FIELD_DATE | 1 << ENT_STATEMENT_FIELD_ISSUER | 1 << ENT_STATEMENT_FIELD_TITLE);
  fixture_reload (fixture);
  corrected = fixture_dump (fixture->store);
  g_assert_cmpstr (corrected, !=, parsed);

  g_assert_true (ent_archive_restore_statement (fixture->archive, "us-2", &error));
  g_assert_no_error (error);
  g_assert_true (ent_archive_get_corrected (fixture->archive, "us-2", &fields, &error));
  g_assert_cmpuint (fields, ==, 0);
  fixture_reload (fixture);
  restored = fixture_dump (fixture->store);
  g_assert_cmpstr (restored, ==, parsed);
  assert_undo (fixture, corrected, "restore-statement");
  g_assert_true (ent_archive_undo (fixture->archive, &error));
  fixture_reload (fixture);
  assert_undo (fixture, parsed, "edit-statement");
  g_assert_false (ent_archive_restore_statement (fixture->archive, "nobody's", NULL));
}

/* Two at one file: the second one reads, and may write once the first has gone. */
static void
test_owner (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntArchive) second = ent_archive_open (fixture->path, fixture->parser, ENT_ARCHIVE_OPEN_WRITE, &error);
  g_autoptr (EntArchive) third = NULL;
  EntArchiveAccess access;
  const char *removed[] = { "us-2", NULL };

  g_assert_no_error (error);
  ent_archive_get_access (second, &access);
  g_assert_cmpuint (access.reason, ==, ENT_ARCHIVE_OF_OWNER);
  g_assert_cmpstr (access.host, ==, g_get_host_name ());
  g_assert_false (ent_archive_remove_statements (second, removed, &error));
  g_assert_error (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_READ_ONLY);
  g_assert_true (ent_archive_remove_statements (fixture->archive, removed, NULL));
  {
    g_autoptr (EntEventStore) seen = ent_archive_load (second, 0, NULL);

    g_assert_cmpuint (ent_event_store_get_n_statements (seen), ==, 2);
  }
  ent_archive_close (fixture->archive);
  third = ent_archive_open (fixture->path, fixture->parser, ENT_ARCHIVE_OPEN_WRITE, NULL);
  ent_archive_get_access (third, &access);
  g_assert_cmpuint (access.reason, ==, ENT_ARCHIVE_WRITABLE);
}

static void
test_save_as (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "b.entente", NULL);
  g_autofree char *before = fixture_dump (fixture->store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntArchive) copy = NULL;
  g_autoptr (EntEventStore) store = NULL;
  EntArchiveAccess access;

  g_assert_true (ent_archive_set_state (fixture->archive, "filter", "between=CN,US", &error));
  ent_archive_save_as (fixture->archive, path, &error);
  g_assert_no_error (error);
  copy = ent_archive_open (path, fixture->parser, ENT_ARCHIVE_OPEN_WRITE, &error);
  g_assert_no_error (error);
  ent_archive_get_access (copy, &access);
  g_assert_cmpuint (access.reason, ==, ENT_ARCHIVE_WRITABLE);
  store = ent_archive_load (copy, 0, &error);
  after = fixture_dump (store);
  g_assert_cmpstr (after, ==, before);
  g_free (after);
  after = ent_archive_dup_state (copy, "filter");
  g_assert_cmpstr (after, ==, "between=CN,US");
}

static void
test_untitled (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  EntArchive *archive = ent_archive_new_untitled (fixture->folder, fixture->parser, &error);
  g_autofree char *input = g_build_filename (fixture->folder, "in.jsonl", NULL);
  const char *paths[] = { input, NULL };
  g_auto (GStrv) while_open = NULL;
  g_auto (GStrv) left = NULL;

  g_assert_no_error (error);
  ent_import_report_free (
    ent_archive_import (archive, paths, &(EntReadOptions) { 0 }, 1, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  while_open = ent_archive_find_untitled (fixture->folder);
  g_assert_cmpuint (g_strv_length (while_open), ==, 0);
  ent_archive_unref (archive);
  ent_archive_close (fixture->archive);
  left = ent_archive_find_untitled (fixture->folder);
  g_assert_cmpuint (g_strv_length (left), ==, 2);
}

static void
test_not_an_archive (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *whole = NULL;
  gsize length;
  g_autofree char *path = g_build_filename (fixture->folder, "bad.entente", NULL);
  const struct
  {
    const char *content;
    gssize length;
    int code;
  } cases[] = {
    { "", 0, ENT_ARCHIVE_ERROR_NOT_ARCHIVE },
    { "hello", 5, ENT_ARCHIVE_ERROR_NOT_ARCHIVE },
    { NULL, 50, ENT_ARCHIVE_ERROR_CORRUPT },
    { NULL, 4096, ENT_ARCHIVE_ERROR_CORRUPT },
    { NULL, 9000, ENT_ARCHIVE_ERROR_CORRUPT },
  };

  ent_archive_close (fixture->archive);
  g_assert_true (g_file_get_contents (fixture->path, &whole, &length, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (
        g_file_set_contents (path, cases[i].content != NULL ? cases[i].content : whole, cases[i].length, NULL));
      g_assert_null (ent_archive_open (path, fixture->parser, ENT_ARCHIVE_OPEN_WRITE, &error));
      g_assert_error (error, ENT_ARCHIVE_ERROR, cases[i].code);
    }
}

/* Where the file has no room to grow, not even for the row of who writes it, it can be read. */
static void
test_full_disk (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *before = fixture_dump (fixture->store);
  g_autofree char *now = NULL;
  g_autoptr (EntArchive) archive = NULL;
  g_autoptr (EntEventStore) store = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit limit, little;
  EntArchiveAccess access;

  ent_archive_close (fixture->archive);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  little = limit;
  little.rlim_cur = 512;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &little), ==, 0);
  archive = ent_archive_open (fixture->path, fixture->parser, ENT_ARCHIVE_OPEN_WRITE, &error);
  if (archive != NULL)
    store = ent_archive_load (archive, 0, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_no_error (error);
  ent_archive_get_access (archive, &access);
  g_assert_cmpint (access.reason, ==, ENT_ARCHIVE_OF_DISK);
  now = fixture_dump (store);
  g_assert_cmpstr (now, ==, before);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/archive/" path, Fixture, lines, fixture_set_up, func, fixture_tear_down)
  ADD ("import", test_import);
  ADD ("changed-text", test_changed_text);
  ADD ("undo-import", test_undo_import);
  ADD ("edit", test_edit);
  ADD ("restore-field", test_restore_field);
  ADD ("hide", test_hide);
  ADD ("bad-values", test_bad_values);
  ADD ("merge-split", test_merge_split);
  ADD ("add-reject-restore", test_add_reject_restore);
  ADD ("restore", test_restore);
  ADD ("accepted-stays", test_accepted_stays);
  ADD ("statements", test_statements);
  ADD ("restore-statement", test_restore_statement);
  ADD ("owner", test_owner);
  ADD ("save-as", test_save_as);
  ADD ("untitled", test_untitled);
  ADD ("not-an-archive", test_not_an_archive);
  ADD ("full-disk", test_full_disk);
  return g_test_run ();
}
