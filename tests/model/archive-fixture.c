/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "archive-fixture.h"

#include <glib/gstdio.h>

#include "model/archive-edit.h"

EntParser *
fixture_load_parser (void)
{
  g_autofree char *words = g_build_filename (g_getenv ("ENTENTE_DATA_DIR"), "vocabulary", NULL);
  g_autofree char *languages = g_build_filename (g_getenv ("ENTENTE_DATA_DIR"), "languages", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntVocabulary) vocabulary = ent_vocabulary_load ((const char *[]) { words, NULL }, &error);
  EntParser *parser;

  g_assert_no_error (error);
  parser = ent_parser_new (vocabulary, (const char *[]) { languages, NULL }, &error);
  g_assert_no_error (error);
  return parser;
}

void
fixture_reload (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->store, ent_event_store_unref);
  fixture->store = ent_archive_load (fixture->archive, 0, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->store);
}

EntImportReport *
fixture_import (Fixture    *fixture,
                const char *name,
                const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  const char *paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  EntImportReport *report;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  report = ent_archive_import (fixture->archive, paths, &(EntReadOptions) { 0 }, 1, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (report);
  fixture_reload (fixture);
  return report;
}

void
fixture_reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->store, ent_event_store_unref);
  g_clear_pointer (&fixture->archive, ent_archive_unref);
  fixture->archive = ent_archive_open (fixture->path, fixture->parser, ENT_ARCHIVE_OPEN_WRITE, &error);
  g_assert_no_error (error);
  ent_archive_set_coder (fixture->archive, "ada");
  fixture_reload (fixture);
}

/* A copy of the archive as it is, for somebody else. */
EntArchive *
fixture_copy (Fixture    *fixture,
              const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  EntArchive *copy;

  ent_archive_save_as (fixture->archive, path, &error);
  g_assert_no_error (error);
  copy = ent_archive_open (path, fixture->parser, ENT_ARCHIVE_OPEN_WRITE, &error);
  g_assert_no_error (error);
  return copy;
}

void
fixture_set_up (Fixture       *fixture,
                gconstpointer  lines)
{
  g_autoptr (GError) error = NULL;

  fixture->parser = fixture_load_parser ();
  fixture->folder = g_dir_make_tmp ("entente-archive-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "a.entente", NULL);
  fixture->archive = ent_archive_open (fixture->path, fixture->parser, ENT_ARCHIVE_OPEN_WRITE | ENT_ARCHIVE_OPEN_CREATE,
                                       &error);
  g_assert_no_error (error);
  ent_archive_set_coder (fixture->archive, "ada");
  ent_import_report_free (fixture_import (fixture, "in.jsonl", lines));
}

void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  lines)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_clear_pointer (&fixture->store, ent_event_store_unref);
  g_clear_pointer (&fixture->archive, ent_archive_unref);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  ent_parser_unref (fixture->parser);
}

/* All of a store that people may see, a line an event. */
char *
fixture_dump (const EntEventStore *store)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  GString *out = g_string_new (NULL);

  for (guint32 row = 0; row < columns->n; row++)
    {
      g_string_append_printf (out, "%s edited=%x review=%u challenged=%u", ent_event_store_get_id (store, row),
                              ent_event_store_get_edited (store, row), columns->review[row],
                              ent_event_store_is_challenged (store, row));
      for (guint i = 0; i < ENT_N_EVENT_VALUES; i++)
        {
          g_autofree char *value = ent_event_dup_value (store, row, 1u << i);

          g_string_append_printf (out, " | %s", value);
        }
      for (guint i = 0; i < ent_event_store_get_n_accounts (store, row); i++)
        {
          EntAccount account;

          ent_event_store_get_account (store, row, i, &account);
          g_string_append_printf (out, " < %s %u %u-%u",
                                  ent_statement_get_info (ent_event_store_get_statement (store, account.statement))->id,
                                  account.role, account.n_evidence > 0 ? account.evidence[0].start : 0,
                                  account.n_evidence > 0 ? account.evidence[0].end : 0);
        }
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}
