/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "hand-made.h"
#include "model/loader.h"

#define CALL_TEXT \
  "On the evening of April 2, 2024, President Xi Jinping spoke with U.S. President Joe Biden on the phone. The two" \
  " presidents discussed Taiwan.\n"
#define MEETING_TEXT \
  "President Joe Biden met with President Xi Jinping in Bali on November 14, 2022. They discussed climate change.\n"

typedef struct
{
  EntVocabulary *vocabulary;
  EntParser *parser;
  char *folder;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *languages = g_build_filename (g_getenv ("ENTENTE_DATA_DIR"), "languages", NULL);
  const char *folders[] = { languages, NULL };
  g_autoptr (GError) error = NULL;

  fixture->vocabulary = hand_made_vocabulary ();
  fixture->parser = ent_parser_new (fixture->vocabulary, folders, &error);
  g_assert_no_error (error);
  fixture->folder = g_dir_make_tmp ("entente-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  ent_parser_unref (fixture->parser);
  ent_vocabulary_unref (fixture->vocabulary);
}

static char *
write_file (const Fixture *fixture,
            const char    *name,
            const char    *content,
            gssize         length)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, length, &error);
  g_assert_no_error (error);
  return path;
}

/* Loads without asking for progress. */
static EntLoadResult *
load (const Fixture      *fixture,
      const char * const *paths,
      GPtrArray          *already,
      guint               n_jobs)
{
  const EntLoadOptions options = { .merge = ENT_MERGE_STATEMENTS, .n_jobs = n_jobs };

  return ent_loader_load (fixture->parser, paths, already, &options, NULL, NULL, NULL, NULL);
}

/* The dates, kinds and sides that a load found. */
static char *
dump (const EntLoadResult *result)
{
  return hand_made_dump (result->store);
}

/* A readout, the television that carries it, its translation, a second copy; and the other side's own readout. */
#define READOUT \
  "On the evening of March 5, 2021, President Xi Jinping spoke with President Joe Biden on the phone. The two" \
  " presidents exchanged views on trade, on Taiwan and on climate change, and agreed that their teams would go on" \
  " talking about each of these in the weeks to come."
#define TRANSLATION \
  "2021年3月5日晚，国家主席习近平同美国总统拜登通电话。两国元首就贸易、台湾和气候变化问题交换了意见，同意双方团队继续保持沟通。"
#define OTHER_SIDE \
  "President Joe Biden spoke by phone with President Xi Jinping of China on March 5, 2021. He raised human rights and" \
  " the need to keep lines of communication open."
#define RECORD(id, issuer, language, date, text) \
  "{\"id\":\"" id "\",\"date\":\"" date "\",\"language\":\"" language "\",\"issuer\":\"" issuer "\",\"text\":\"" text \
  "\"}\n"

static void
test_versions (Fixture       *fixture,
               gconstpointer  data)
{
  static const char records[] =
    RECORD ("copy", "CN", "en", "2021-03-06", "  On the evening of March 5, 2021 -- " READOUT)
      RECORD ("readout", "CN", "en", "2021-03-05", READOUT)
        RECORD ("television", "CN", "en", "2021-03-05", "From our own correspondent. " READOUT " Good night.")
          RECORD ("translation", "CN", "zh", "2021-03-06", TRANSLATION)
            RECORD ("other-side", "US", "en", "2021-03-05", OTHER_SIDE)
              RECORD ("reprint", "CN", "en", "2021-03-07", READOUT);
  g_autofree char *file = write_file (fixture, "records.jsonl", records, -1);
  const char *paths[] = { file, NULL };
  g_autoptr (EntLoadResult) result = load (fixture, paths, NULL, 1);
  guint32 call = ENT_ROW_NONE;

  for (guint32 row = 0; row < ent_event_store_get_n_events (result->store); row++)
    if (ent_event_store_get_columns (result->store)->kind[row] == ENT_KIND_CALL)
      {
        g_assert_cmpuint (call, ==, ENT_ROW_NONE);
        call = row;
      }
  g_assert_cmpuint (call, !=, ENT_ROW_NONE);
  g_assert_cmpuint (ent_event_store_get_n_accounts (result->store, call), ==, 2);
  g_assert_cmpuint (ent_event_store_get_n_statements (result->store), ==, 6);
  for (guint i = 0; i < 6; i++)
    {
      const EntStatementInfo *info = ent_statement_get_info (ent_event_store_get_statement (result->store, i));
      gboolean own = g_str_equal (info->id, "readout") || g_str_equal (info->id, "other-side");

      g_assert_cmpstr (info->version_of, ==, own ? NULL : "readout");
    }
}

static void
on_progress (const EntLoadProgress *progress,
             gpointer               data)
{
  EntLoadProgress *latest = data;

  g_assert_cmpuint (progress->n_files_done, >=, latest->n_files_done);
  g_assert_cmpuint (progress->n_statements, >=, latest->n_statements);
  g_assert_cmpuint (progress->n_mentions, >=, latest->n_mentions);
  *latest = *progress;
}

static void
test_failures (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *call = write_file (fixture, "call.txt", CALL_TEXT, -1);
  g_autofree char *empty = write_file (fixture, "empty.txt", "", 0);
  g_autofree char *binary = write_file (fixture, "binary.txt", "\x7f"
                                                               "ELF\0\0\1\2\3\0\0\0\0\0\0\0",
                                        16);
  g_autofree char *meeting = write_file (fixture, "meeting.txt", MEETING_TEXT, -1);
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.txt", NULL);
  const char *paths[] = { call, empty, binary, missing, meeting, NULL };
  const char *failed[] = { empty, binary, missing };

  for (guint n_jobs = 1; n_jobs <= 3; n_jobs++)
    {
      EntLoadOptions options = { .merge = ENT_MERGE_STATEMENTS, .n_jobs = n_jobs };
      EntLoadProgress latest = { 0 };
      g_autoptr (GError) error = NULL;
      g_autoptr (EntLoadResult) result = NULL;
      g_autofree char *events = NULL;

      result = ent_loader_load (fixture->parser, paths, NULL, &options, on_progress, &latest, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (result->parsed->len, ==, 2);
      g_assert_cmpuint (result->failures->len, ==, G_N_ELEMENTS (failed));
      for (guint i = 0; i < G_N_ELEMENTS (failed); i++)
        {
          const EntLoadFailure *failure = g_ptr_array_index (result->failures, i);

          g_assert_cmpstr (failure->file, ==, failed[i]);
          g_assert_cmpuint (strlen (failure->message), >, 0);
          g_assert_null (strchr (failure->message, '\n'));
        }
      g_assert_cmpuint (latest.n_files, ==, 5);
      g_assert_cmpuint (latest.n_files_done, ==, 5);
      g_assert_cmpuint (latest.n_statements, ==, 2);
      g_assert_cmpuint (latest.n_failed, ==, 3);

      g_assert_cmpuint (ent_event_store_get_n_statements (result->store), ==, 2);
      events = dump (result);
      g_assert_nonnull (strstr (events, "2022-11-14 summit occurred CN,US"));
      g_assert_nonnull (strstr (events, "2024-04-02 call occurred CN,US"));
    }
}

static void
test_already (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *call = write_file (fixture, "call.txt", CALL_TEXT, -1);
  g_autofree char *meeting = write_file (fixture, "meeting.txt", MEETING_TEXT, -1);
  const char *first_paths[] = { call, NULL };
  const char *more_paths[] = { meeting, call, NULL };
  g_autoptr (EntLoadResult) first = load (fixture, first_paths, NULL, 2);
  g_autoptr (EntLoadResult) more = load (fixture, more_paths, first->parsed, 2);
  g_autoptr (EntLoadResult) at_once = load (fixture, more_paths, NULL, 2);
  g_autofree char *events = dump (more);
  g_autofree char *expected = dump (at_once);

  g_assert_cmpuint (first->parsed->len, ==, 1);
  g_assert_cmpuint (more->parsed->len, ==, 2);
  g_assert_cmpstr (events, ==, expected);
  /* What was there is shared and lives on by itself. */
  g_clear_pointer (&more, ent_load_result_free);
  g_assert_cmpuint (((EntParsed *) g_ptr_array_index (first->parsed, 0))->mentions->len, >, 0);
}

static void
test_same_id (Fixture       *fixture,
              gconstpointer  data)
{
  static const char lines[] = "{\"id\":\"a\",\"text\":\"One text.\"}\n"
                              "{\"id\":\"a\",\"text\":\"One text.\"}\n"
                              "{\"id\":\"a\",\"text\":\"Another text.\"}\n";
  g_autofree char *path = write_file (fixture, "lines.jsonl", lines, -1);
  const char *paths[] = { path, NULL };
  g_autoptr (EntLoadResult) result = load (fixture, paths, NULL, 2);
  const EntLoadFailure *warning;

  g_assert_cmpuint (result->failures->len, ==, 0);
  g_assert_cmpuint (result->parsed->len, ==, 2);
  g_assert_cmpstr (ent_statement_get_info (ent_event_store_get_statement (result->store, 1))->id, ==, "a#2");
  g_assert_cmpuint (result->warnings->len, ==, 1);
  warning = g_ptr_array_index (result->warnings, 0);
  g_assert_nonnull (strstr (warning->message, "a#2"));
}

static void
cancel_on_progress (const EntLoadProgress *progress,
                    gpointer               data)
{
  g_cancellable_cancel (data);
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *call = write_file (fixture, "call.txt", CALL_TEXT, -1);
  const char *paths[] = { call, call, NULL };

  for (guint n_jobs = 1; n_jobs <= 2; n_jobs++)
    for (guint early = 0; early < 2; early++)
      {
        const EntLoadOptions options = { .n_jobs = n_jobs };
        g_autoptr (GCancellable) cancellable = g_cancellable_new ();
        g_autoptr (GError) error = NULL;
        EntLoadProgressFunc progress = early ? NULL : cancel_on_progress;
        EntLoadResult *result;

        if (early)
          g_cancellable_cancel (cancellable);
        result = ent_loader_load (fixture->parser, paths, NULL, &options, progress, cancellable, cancellable, &error);
        g_assert_null (result);
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      }
}

/* The last and the largest progress that was told. */
typedef struct
{
  EntLoadProgress last;
  guint n;
} Told;

static void
note_progress (const EntLoadProgress *progress,
               gpointer               data)
{
  Told *told = data;

  g_assert_cmpuint (progress->n_files_done, >=, told->last.n_files_done);
  g_assert_cmpuint (progress->n_files_done, <=, progress->n_files);
  g_assert_cmpuint (progress->n_bytes_done, <=, progress->n_bytes);
  told->last = *progress;
  told->n++;
}

/* Files in folders are counted one by one, and what they weigh. */
static void
test_progress (Fixture       *fixture,
               gconstpointer  data)
{
  const EntLoadOptions options = { .merge = ENT_MERGE_STATEMENTS, .n_jobs = 2 };
  const char *paths[] = { fixture->folder, NULL };
  g_autoptr (EntLoadResult) result = NULL;
  Told told = { { 0 } };

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *name = g_strdup_printf ("%03u.txt", i);
      g_autofree char *file = write_file (fixture, name, i == 7 ? "\x7f"
                                                                  "ELF"
                                                                : "They met.\n",
                                          i == 7 ? 4 : 10);
    }
  result = ent_loader_load (fixture->parser, paths, NULL, &options, note_progress, &told, NULL, NULL);
  g_assert_cmpuint (told.last.n_files, ==, 300);
  g_assert_cmpuint (told.last.n_files_done, ==, 300);
  g_assert_cmpuint (told.last.n_bytes, ==, 299 * 10 + 4);
  g_assert_cmpuint (told.last.n_bytes_done, ==, told.last.n_bytes);
  g_assert_cmpuint (told.last.n_statements, ==, 299);
  g_assert_cmpuint (told.last.n_failed, ==, 1);
  g_assert_cmpuint (result->failures->len, ==, 1);
  g_assert_false (result->stopped);
}

static void
stop_at_ten (const EntLoadProgress *progress,
             gpointer               data)
{
  if (progress->n_statements >= 10)
    g_cancellable_cancel (data);
}

/* Who stops it can have what was read until then. */
static void
test_keep (Fixture       *fixture,
           gconstpointer  data)
{
  const EntLoadOptions options = { .merge = ENT_MERGE_STATEMENTS, .n_jobs = 1, .keep = TRUE };
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *file = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (EntLoadResult) result = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (lines, "{\"id\":\"%u\",\"text\":\"They met %u times.\"}\n", i, i);
  file = write_file (fixture, "many.jsonl", lines->str, (gssize) lines->len);
  const char *paths[] = { file, NULL };
  result = ent_loader_load (fixture->parser, paths, NULL, &options, stop_at_ten, cancellable, cancellable, &error);
  g_assert_no_error (error);
  g_assert_nonnull (result);
  g_assert_true (result->stopped);
  g_assert_cmpuint (result->parsed->len, ==, 10);
  g_assert_cmpuint (ent_event_store_get_n_statements (result->store), ==, 10);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/loader/failures", test_failures },
    { "/loader/already", test_already },
    { "/loader/same-id", test_same_id },
    { "/loader/cancel", test_cancel },
    { "/loader/progress", test_progress },
    { "/loader/keep", test_keep },
    { "/loader/versions", test_versions },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
