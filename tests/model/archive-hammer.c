/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes an archive without end, so that a test can stop it at any moment and see what is left:
 *
 *     archive-hammer edit ARCHIVE SEED      edits, merges, undoes and redoes at random
 *     archive-hammer migrate ARCHIVE        opens it, which brings it forward, and takes all into the index
 *     archive-hammer age ARCHIVE            lets it be as other rules would have read it, which knew no calls
 *     archive-hammer undo ARCHIVE           undoes what was parsed anew
 *     archive-hammer redo ARCHIVE           does that again
 *     archive-hammer downgrade ARCHIVE      makes it one of the first version of the schema
 *     archive-hammer state ARCHIVE          prints what its history is
 *
 * Before each change "will STATE" is printed and after it "did STATE", where STATE is what the history is then. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "model/archive-edit.h"
#include "model/archive-private.h"
#include "model/archive-search.h"

#define FEWEST_EVENTS 20

static EntParser *
load_parser (void)
{
  g_autofree char *words = g_build_filename (g_getenv ("ENTENTE_DATA_DIR"), "vocabulary", NULL);
  g_autofree char *languages = g_build_filename (g_getenv ("ENTENTE_DATA_DIR"), "languages", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntVocabulary) vocabulary = ent_vocabulary_load ((const char *[]) { words, NULL }, &error);

  if (vocabulary == NULL)
    g_error ("%s", error->message);
  return ent_parser_new_without_rules (vocabulary, (const char *[]) { languages, NULL });
}

typedef struct
{
  gint64 n_done;
  gint64 n_undone;
  gint64 n_dropped;
} State;

static State
get_state (EntArchive *archive)
{
  static const char sql[] = "SELECT count (*) FROM change_groups WHERE state = '%s'";
  State state;
  gint64 *counts[] = { &state.n_done, &state.n_undone, &state.n_dropped };
  const char * const names[] = { "done", "undone", "dropped" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GString) query = g_string_new (sql);

      g_string_replace (query, "%s", names[i], 0);
      if (!ent_database_get_number (archive->database, query->str, counts[i], NULL))
        g_error ("The history cannot be read");
    }
  return state;
}

static void
tell (const char *when,
      State       state)
{
  g_autofree char *line = g_strdup_printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", when,
                                           state.n_done, state.n_undone, state.n_dropped);

  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    _exit (1);
}

static char *
choose_event (EntEventStore *store,
              GRand         *random)
{
  guint32 row = (guint32) g_rand_int_range (random, 0, (gint32) ent_event_store_get_n_events (store));

  return g_strdup (ent_event_store_get_id (store, row));
}

static gboolean
change (EntArchive  *archive,
        GRand       *random,
        GError     **error)
{
  g_autoptr (EntEventStore) store = ent_archive_load (archive, 0, error);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  const char *events[] = { NULL, NULL, NULL };
  EntEventValue value = { ENT_EDITED_TITLE, "Another title" };
  gboolean few;

  if (store == NULL)
    return FALSE;
  /* What is joined or rejected is gone: after a thousand changes none would be left to change. */
  few = ent_event_store_get_n_events (store) < FEWEST_EVENTS;
  first = choose_event (store, random);
  second = choose_event (store, random);
  events[0] = first;
  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      events[1] = second;
      if (!few && strcmp (first, second) != 0)
        return ent_archive_merge_events (archive, events, error);
      return ent_archive_review_events (archive, events, ENT_REVIEW_ACCEPTED, "seen", error);
    case 1:
      return ent_archive_review_events (archive, events, few ? ENT_REVIEW_ACCEPTED : ENT_REVIEW_REJECTED, "looked at",
                                        error);
    case 2:
      return ent_archive_restore_events (archive, events, error);
    default:
      return ent_archive_edit_event (archive, first, &value, 1, "as I read it", error);
    }
}

static void
edit (EntArchive *archive,
      guint32     seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  for (;;)
    {
      g_autoptr (GError) error = NULL;
      State state = get_state (archive);
      int what = g_rand_int_range (random, 0, 10);
      gboolean good;

      if (what < 2 && state.n_done > 1)
        {
          tell ("will", (State) { state.n_done - 1, state.n_undone + 1, state.n_dropped });
          good = ent_archive_undo (archive, &error);
        }
      else if (what < 3 && state.n_undone > 0)
        {
          tell ("will", (State) { state.n_done + 1, state.n_undone - 1, state.n_dropped });
          good = ent_archive_redo (archive, &error);
        }
      else
        {
          tell ("will", (State) { state.n_done + 1, 0, state.n_dropped + state.n_undone });
          good = change (archive, random, &error);
        }
      if (!good)
        g_error ("%s", error->message);
      tell ("did", get_state (archive));
    }
}

/* As the first version had it: without what later ones brought. */
static void
downgrade (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntDatabase) database = ent_database_open (path, ENT_DATABASE_WRITE, &error);

  if (database == NULL
      || !ent_database_exec (database,
                             "DROP TABLE former_parses; DROP TABLE search_statements; DROP TABLE search_events;"
                             " DROP TABLE search_words; DROP VIEW events; DROP VIEW snapshots;"
                             " DROP TABLE snapshot_events; DELETE FROM meta WHERE key = 'indexed'; DROP VIEW mentions;"
                             " ALTER TABLE parses ADD COLUMN events TEXT NOT NULL DEFAULT '';"
                             " UPDATE parses SET events = (SELECT events FROM parsed_events e"
                             "   WHERE e.statement = parses.statement);"
                             " DROP TABLE parsed_events; CREATE VIEW mentions AS SELECT 1 AS one;"
                             " PRAGMA user_version = 1",
                             &error))
    g_error ("%s", error->message);
}

static void
age (EntArchive *archive)
{
  g_autoptr (GError) error = NULL;

  if (!ent_archive_begin (archive, &error)
      || !ent_database_exec (archive->database,
                             "UPDATE parses SET parser = 'older' WHERE statement IN"
                             " (SELECT statement FROM parsed_events WHERE events LIKE '%\"call\"%');"
                             "UPDATE parsed_events SET events = replace (events, '\"call\"', '\"warning\"')",
                             &error)
      || !ent_archive_bump_generation (archive, &error) || !ent_archive_commit (archive, &error))
    g_error ("%s", error->message);
}

/* All changes that parsed anew. */
static void
move (EntArchive *archive,
      gboolean    undo)
{
  for (;;)
    {
      g_auto (EntChangeLabel) label = { NULL };
      g_autoptr (GError) error = NULL;

      if (!(undo ? ent_archive_get_undo (archive, &label) : ent_archive_get_redo (archive, &label))
          || strcmp (label.action, "reparse") != 0)
        return;
      if (!(undo ? ent_archive_undo (archive, &error) : ent_archive_redo (archive, &error)))
        g_error ("%s", error->message);
    }
}

/* Opens it as a window does, and tells how much is found. */
static void
search (EntArchive *archive)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntSearchQuery) query = ent_search_query_new ("the");
  g_autoptr (EntEventStore) store = ent_archive_load (archive, 0, &error);
  g_autoptr (EntRowSet) found = NULL;

  if (store != NULL)
    found = ent_archive_search_statements (archive, store, query, &error);
  if (found == NULL)
    g_error ("%s", error->message);
  printf ("%u\n", ent_row_set_get_count (found));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (EntParser) parser = NULL;
  g_autoptr (EntArchive) archive = NULL;
  g_autoptr (GError) error = NULL;

  if (argc < 3)
    return 2;
  if (strcmp (argv[1], "downgrade") == 0)
    {
      downgrade (argv[2]);
      return 0;
    }
  parser = load_parser ();
  archive = ent_archive_open (argv[2], parser,
                              strcmp (argv[1], "state") == 0 ? ENT_ARCHIVE_OPEN_READ : ENT_ARCHIVE_OPEN_WRITE, &error);
  if (archive == NULL)
    g_error ("%s", error->message);
  if (strcmp (argv[1], "edit") == 0 && argc > 3)
    edit (archive, (guint32) g_ascii_strtoull (argv[3], NULL, 10));
  else if (strcmp (argv[1], "migrate") == 0)
    search (archive);
  else if (strcmp (argv[1], "age") == 0)
    age (archive);
  else if (strcmp (argv[1], "undo") == 0 || strcmp (argv[1], "redo") == 0)
    move (archive, strcmp (argv[1], "undo") == 0);
  else
    tell ("is", get_state (archive));
  return 0;
}
