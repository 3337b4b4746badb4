/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that came to harm, or that somebody made to harm: whatever it has instead of what it should have gives an
 * error or another answer, but never an end of the program or a warning of GLib's. */
#include <sqlite3.h>

#include "archive-fixture.h"
#include "model/archive-check.h"
#include "model/archive-edit.h"
#include "model/archive-marks.h"
#include "model/archive-search.h"
#include "model/archive-snapshots.h"

#define ROUNDS 40
#define BYTES_A_ROUND 40

static const char lines[] =
  "{\"id\":\"us-1\",\"date\":\"2022-11-14\",\"issuer\":\"US\",\"language\":\"en\",\"text\":\"President Biden met with "
  "President Xi Jinping of China in Bali on November 14, 2022. The two leaders discussed Taiwan and trade.\"}\n"
  "{\"id\":\"cn-1\",\"date\":\"2022-11-15\",\"issuer\":\"CN\",\"language\":\"en\",\"text\":\"On November 14, 2022, "
  "President Xi Jinping met with U.S. President Joe Biden in Bali. They spoke about climate.\"}\n"
  "{\"id\":\"us-2\",\"date\":\"2023-03-02\",\"issuer\":\"US\",\"language\":\"en\",\"text\":\"Secretary Blinken spoke by "
  "phone with Foreign Minister Qin Gang of China on March 1, 2023 about Ukraine.\"}\n";

/* Some of each kind of change, and one that was taken back, so that each table has rows. */
static void
change_much (Fixture *fixture)
{
  EntArchive *archive = fixture->archive;
  const EntEventValue title = { ENT_EDITED_TITLE, "As I call it" };
  const EntStatementValue heading = { ENT_STATEMENT_FIELD_TITLE, "A readout" };
  g_autofree char *first = g_strdup (ent_event_store_get_id (fixture->store, 0));
  g_autofree char *last = g_strdup (ent_event_store_get_id (fixture->store,
                                                            ent_event_store_get_n_events (fixture->store) - 1));
  const char *events[] = { last, NULL };
  EntMarkTarget target = { .event = first };
  g_autofree char *period = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ent_archive_edit_event (archive, first, &title, 1, "a note", &error));
  g_assert_true (ent_archive_review_events (archive, events, ENT_REVIEW_ACCEPTED, NULL, &error));
  g_assert_true (ent_archive_edit_statement (archive, "us-2", &heading, 1, &error));
  g_assert_true (ent_archive_add_mark (archive, ENT_MARK_TAG, target, "seen", &error));
  period = ent_archive_set_period (archive, NULL, "Spring", ent_edtf_point (ent_edtf_point_year (2023)), &error);
  g_assert_nonnull (period);
  g_assert_true (ent_archive_take_snapshot (archive, "first", NULL, &error));
  g_assert_true (ent_archive_hide_events (archive, events, TRUE, &error));
  g_assert_true (ent_archive_undo (archive, &error));
  g_assert_no_error (error);
}

static gboolean
take_line (const EntStatement *read,
           const EntParsed    *parsed,
           const char         *parser,
           gpointer            data)
{
  return TRUE;
}

static void
take_change (const char *coder,
             const char *action,
             const char *target,
             const char *field,
             const char *after,
             const char *note,
             gpointer    data)
{
}

/* Asks for all that can be asked. */
static void
ask (EntArchive *archive)
{
  g_auto (EntArchiveCheck) check = { 0 };
  g_auto (EntChangeLabel) label = { NULL };
  g_autoptr (EntEventStore) store = ent_archive_load (archive, 0, NULL);
  g_autoptr (EntSearchQuery) query = ent_search_query_new ("trade");
  g_autoptr (GArray) marks = ent_archive_get_marks (archive, NULL);
  g_autoptr (GArray) periods = ent_archive_get_periods (archive, NULL);
  g_autoptr (GArray) snapshots = ent_archive_get_snapshots (archive, NULL);

  ent_archive_check (archive, &check, NULL);
  ent_archive_each_line (archive, take_line, NULL, NULL);
  ent_archive_each_change (archive, take_change, NULL, NULL);
  ent_archive_get_undo (archive, &label);
  if (store != NULL)
    {
      g_autoptr (EntRowSet) rows = ent_archive_search_events (archive, store, query, NULL);

      g_clear_pointer (&rows, ent_row_set_unref);
      g_free (fixture_dump (store));
    }
}

/* Changes what may be changed, as far as it goes. */
static void
change (EntArchive *archive)
{
  g_autoptr (EntEventStore) store = ent_archive_load (archive, 0, NULL);
  g_auto (EntReparseReport) report = { 0 };

  if (store != NULL && ent_event_store_get_n_events (store) > 0)
    {
      const char *events[] = { ent_event_store_get_id (store, 0), NULL };

      ent_archive_restore_events (archive, events, NULL);
    }
  ent_archive_undo (archive, NULL);
  ent_archive_undo (archive, NULL);
  ent_archive_reparse (archive, NULL, NULL, NULL, &report, NULL);
  ent_archive_rebuild_index (archive, NULL);
}

static void
ask_and_change (const Fixture *fixture,
                const char    *path)
{
  g_autoptr (EntArchive) archive = ent_archive_open (path, fixture->parser, ENT_ARCHIVE_OPEN_READ, NULL);

  if (archive == NULL)
    return;
  ask (archive);
  ent_archive_close (archive);
  g_clear_pointer (&archive, ent_archive_unref);
  archive = ent_archive_open (path, fixture->parser, ENT_ARCHIVE_OPEN_WRITE, NULL);
  if (archive == NULL)
    return;
  change (archive);
  ask (archive);
}

static void
test_bytes (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *whole = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "bad.entente", NULL);
  gsize length;

  change_much (fixture);
  ent_archive_close (fixture->archive);
  g_assert_true (g_file_get_contents (fixture->path, &whole, &length, NULL));
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autofree char *bad = g_memdup2 (whole, length);

      for (guint j = 0; j < BYTES_A_ROUND; j++)
        bad[g_test_rand_int_range (100, (gint32) length)] = (char) g_test_rand_int_range (0, 256);
      g_assert_true (g_file_set_contents (path, bad, (gssize) length, NULL));
      ask_and_change (fixture, path);
    }
}

/* As any program could: the archive's own connection lets nobody change the schema. */
static gboolean
run_sql (const char *path,
         const char *sql,
         int (*take) (gpointer data,
         int n,
         char **values,
         char **names),
         gpointer data)
{
  sqlite3 *connection = NULL;
  gboolean good;

  g_assert_cmpint (sqlite3_open (path, &connection), ==, SQLITE_OK);
  good = sqlite3_exec (connection, sql, take, data, NULL) == SQLITE_OK;
  sqlite3_close (connection);
  return good;
}

static int
add_text (gpointer   data,
          int        n,
          char     **values,
          char     **names)
{
  g_ptr_array_add (data, g_strdup (values[0]));
  return 0;
}

/* An UPDATE of each column of the tables that the schema describes, up to its value. */
static GPtrArray *
list_updates (const char *path)
{
  GPtrArray *updates = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (run_sql (path,
                          "SELECT 'UPDATE OR IGNORE ' || t.name || ' SET \"' || c.name || '\" = ' FROM sqlite_schema t"
                          " JOIN pragma_table_info (t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'search%'"
                          " AND t.name NOT LIKE 'sqlite%'",
                          add_text, updates));
  return updates;
}

/* Each column of each table, with what nobody would have written. */
static void
test_values (Fixture       *fixture,
             gconstpointer  data)
{
  static const char allow_all[] = "PRAGMA writable_schema = ON;"
                                  "UPDATE sqlite_schema SET sql = replace (sql, ' NOT NULL', '') WHERE type = 'table'"
                                  " AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite%'";
  static const char * const values[] = { "NULL", "CAST (x'C3' AS TEXT)", "'[null]'" };
  g_autofree char *path = g_build_filename (fixture->folder, "bad.entente", NULL);
  g_autofree char *whole = NULL;
  g_autoptr (GPtrArray) updates = NULL;
  gsize length;
  guint n_put = 0;

  change_much (fixture);
  ent_archive_close (fixture->archive);
  g_assert_true (run_sql (fixture->path, allow_all, NULL, NULL));
  updates = list_updates (fixture->path);
  g_assert_cmpuint (updates->len, >, 50);
  g_assert_true (g_file_get_contents (fixture->path, &whole, &length, NULL));
  for (guint i = 0; i < updates->len; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (values); j++)
      {
        g_autofree char *sql = g_strconcat ("PRAGMA ignore_check_constraints = ON; ", updates->pdata[i], values[j], NULL);

        g_assert_true (g_file_set_contents (path, whole, (gssize) length, NULL));
        if (!run_sql (path, sql, NULL, NULL))
          continue;
        g_test_message ("%s", sql);
        ask_and_change (fixture, path);
        n_put++;
      }
  /* A key cannot have any value, but most columns take most of them. */
  g_assert_cmpuint (n_put, >, updates->len * 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/archive-damage/bytes", Fixture, lines, fixture_set_up, test_bytes, fixture_tear_down);
  g_test_add ("/archive-damage/values", Fixture, lines, fixture_set_up, test_values, fixture_tear_down);
  return g_test_run ();
}
