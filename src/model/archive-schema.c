/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/archive-private.h"

/* What came later is only written and undone: who reads such a file need not bring a copy of it forward. */
#define OLDEST_READ 5

/* What takes the schema from each version to the next, the first from an empty file. A step that was released does not
 * change any more. data/archive-schema.md tells what the tables hold. */
static const char * const steps[] = {
  "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;"
  "CREATE TABLE owner (one INTEGER PRIMARY KEY CHECK (one = 1), host TEXT NOT NULL, space TEXT NOT NULL,"
  "  process INTEGER NOT NULL, started INTEGER NOT NULL, token TEXT NOT NULL, heartbeat INTEGER NOT NULL);"
  "CREATE TABLE change_groups (number INTEGER PRIMARY KEY AUTOINCREMENT, time TEXT NOT NULL, coder TEXT,"
  "  action TEXT NOT NULL, field TEXT, n INTEGER NOT NULL,"
  "  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped')));"
  "CREATE INDEX change_groups_by_state ON change_groups (state, number);"
  "CREATE TABLE changes (number INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  change_group INTEGER NOT NULL REFERENCES change_groups (number), action TEXT NOT NULL, target TEXT, field TEXT,"
  "  before TEXT, after TEXT, note TEXT, of_statement INTEGER NOT NULL DEFAULT 0);"
  "CREATE INDEX changes_by_group ON changes (change_group);"
  "CREATE INDEX changes_by_target ON changes (target) WHERE of_statement = 1;"
  "CREATE TABLE statements (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, given_id TEXT NOT NULL,"
  "  import INTEGER NOT NULL REFERENCES change_groups (number), file TEXT, title TEXT, date TEXT,"
  "  date_basis TEXT NOT NULL, language TEXT, issuer TEXT, issuing_body TEXT, published_by TEXT, url TEXT,"
  "  retrieved TEXT, citation_key TEXT, version_of TEXT, kind TEXT NOT NULL, sha256 TEXT NOT NULL,"
  "  bytes INTEGER NOT NULL, characters INTEGER NOT NULL, furniture TEXT NOT NULL, pages TEXT,"
  "  date_is_of_file INTEGER NOT NULL,"
  "  changes_of INTEGER REFERENCES statements (number));"
  "CREATE INDEX statements_by_given_id ON statements (given_id, sha256);"
  "CREATE INDEX statements_by_url ON statements (url) WHERE url IS NOT NULL;"
  "CREATE INDEX statements_by_import ON statements (import);"
  "CREATE TABLE texts (statement INTEGER PRIMARY KEY REFERENCES statements (number), text TEXT NOT NULL);"
  "CREATE TABLE parses (statement INTEGER PRIMARY KEY REFERENCES statements (number), parser TEXT NOT NULL,"
  "  dates INTEGER NOT NULL, title TEXT, date TEXT, date_basis TEXT NOT NULL, language TEXT, issuer TEXT,"
  "  issuing_body TEXT, published_by TEXT, version_of TEXT, kind TEXT NOT NULL, events TEXT NOT NULL);"
  "CREATE TABLE columns (name TEXT NOT NULL, part INTEGER NOT NULL, bytes BLOB NOT NULL, UNIQUE (name, part));"
  "CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;"
  /* Those whose import was not undone and that were not removed since. */
  "CREATE VIEW shown_statements AS SELECT s.* FROM statements s JOIN change_groups g ON g.number = s.import"
  "  WHERE g.state = 'done' AND NOT EXISTS (SELECT 1 FROM changes c JOIN change_groups h"
  "    ON h.number = c.change_group WHERE c.target = s.id AND c.of_statement = 1"
  "    AND c.action = 'remove-statement' AND h.state = 'done' AND h.number > s.import);"
  "CREATE VIEW mentions AS SELECT s.id AS statement, e.key AS ordinal, e.value ->> 'date' AS date,"
  "  e.value ->> 'kind' AS kind, e.value ->> 'status' AS status, e.value ->> 'assertion' AS assertion,"
  "  e.value ->> 'role' AS role, e.value ->> 'participants' AS participants, e.value ->> 'people' AS people,"
  "  e.value ->> 'place' AS place, e.value ->> 'raises' AS topics,"
  "  CAST (substr (CAST (t.text AS BLOB), (e.value ->> '$.evidence[0][0]') + 1,"
  "    (e.value ->> '$.evidence[0][1]') - (e.value ->> '$.evidence[0][0]')) AS TEXT) AS evidence"
  "  FROM parses p JOIN statements s ON s.number = p.statement JOIN texts t ON t.statement = p.statement,"
  "  json_each (p.events) e;"
  "CREATE VIEW history AS SELECT g.number AS change_group, g.time, g.coder, g.state, c.action,"
  "  coalesce (c.target ->> 'id', c.target) AS target, c.field, c.before, c.after, c.note"
  "  FROM change_groups g LEFT JOIN changes c ON c.change_group = g.number;",

  /* To 2: what is searched in, and snapshots. */
  "CREATE VIRTUAL TABLE search_statements USING fts5 (title, text, content = '', columnsize = 0,"
  "  tokenize = 'unicode61 remove_diacritics 2');"
  "CREATE VIRTUAL TABLE search_events USING fts5 (words, content = '', columnsize = 0,"
  "  tokenize = 'unicode61 remove_diacritics 2');"
  "CREATE TABLE snapshot_events (snapshot INTEGER NOT NULL REFERENCES change_groups (number), id TEXT NOT NULL,"
  "  event TEXT NOT NULL, PRIMARY KEY (snapshot, id)) WITHOUT ROWID;"
  "CREATE VIEW snapshots AS SELECT g.number, c.target AS name, g.coder, g.time, c.note, g.n AS events"
  "  FROM change_groups g JOIN changes c ON c.change_group = g.number"
  "  WHERE c.action = 'snapshot' AND g.state = 'done';",

  /* To 3: what statements say lies apart from what they are, so that a list of statements reads few pages. */
  "DROP VIEW mentions;"
  "CREATE TABLE parsed_events (statement INTEGER PRIMARY KEY REFERENCES statements (number), events TEXT NOT NULL);"
  "INSERT INTO parsed_events SELECT statement, events FROM parses ORDER BY statement;"
  "ALTER TABLE parses DROP COLUMN events;"
  "CREATE VIEW mentions AS SELECT s.id AS statement, e.key AS ordinal, e.value ->> 'date' AS date,"
  "  e.value ->> 'kind' AS kind, e.value ->> 'status' AS status, e.value ->> 'assertion' AS assertion,"
  "  e.value ->> 'role' AS role, e.value ->> 'participants' AS participants, e.value ->> 'people' AS people,"
  "  e.value ->> 'place' AS place, e.value ->> 'raises' AS topics,"
  "  CAST (substr (CAST (t.text AS BLOB), (e.value ->> '$.evidence[0][0]') + 1,"
  "    (e.value ->> '$.evidence[0][1]') - (e.value ->> '$.evidence[0][0]')) AS TEXT) AS evidence"
  "  FROM parsed_events p JOIN statements s ON s.number = p.statement JOIN texts t ON t.statement = p.statement,"
  "  json_each (p.events) e;",

  /* To 4: the events of snapshots, joined over all statements and corrected, as columns. */
  "CREATE VIEW events AS SELECT s.name AS snapshot, e.id, e.event ->> 'date' AS date, e.event ->> 'kind' AS kind,"
  "  e.event ->> 'title' AS title, e.event ->> 'participants' AS participants, e.event ->> 'people' AS people,"
  "  e.event ->> 'place' AS place, e.event ->> 'topics' AS topics, e.event ->> 'status' AS status,"
  "  e.event ->> 'assertion' AS assertion, e.event ->> 'review' AS review, e.event ->> 'accounts' AS accounts"
  "  FROM snapshot_events e JOIN snapshots s ON s.number = e.snapshot;",

  /* To 5: the history also tells of statements, whose ids are no JSON. */
  "DROP VIEW history;"
  "CREATE VIEW history AS SELECT g.number AS change_group, g.time, g.coder, g.state, c.action,"
  "  CASE WHEN json_valid (c.target) THEN coalesce (c.target ->> 'id', c.target) ELSE c.target END AS target, c.field,"
  "  c.before, c.after, c.note"
  "  FROM change_groups g LEFT JOIN changes c ON c.change_group = g.number;"
  /* And which words there are, so that parts of them are found; ideographs are found one by one. */
  "CREATE TABLE search_words (word TEXT PRIMARY KEY) WITHOUT ROWID;"
  "CREATE VIRTUAL TABLE temp.known_words USING fts5vocab (main, search_events, row);"
  "INSERT INTO search_words SELECT term FROM temp.known_words WHERE term < char (0x3040);"
  "INSERT INTO search_words SELECT term FROM temp.known_words WHERE term >= char (0xA000) AND term < char (0xF900);"
  "DROP TABLE temp.known_words;",

  /* To 6: what statements said before they were parsed anew, so that this is undone. */
  "CREATE TABLE former_parses (change_group INTEGER NOT NULL REFERENCES change_groups (number),"
  "  statement INTEGER NOT NULL REFERENCES statements (number), is_before INTEGER NOT NULL, parser TEXT NOT NULL,"
  "  dates INTEGER NOT NULL, title TEXT, date TEXT, date_basis TEXT NOT NULL, language TEXT, issuer TEXT,"
  "  issuing_body TEXT, published_by TEXT, version_of TEXT, kind TEXT NOT NULL, bytes INTEGER NOT NULL,"
  "  events BLOB NOT NULL, PRIMARY KEY (change_group, statement));"
  "CREATE INDEX former_parses_by_statement ON former_parses (statement);",
};

/**
 * ent_archive_schema_get_latest:
 *
 * Returns: the version that this program writes
 */
gint64
ent_archive_schema_get_latest (void)
{
  return G_N_ELEMENTS (steps);
}

/**
 * ent_archive_schema_get_oldest_read:
 *
 * Returns: the earliest version that has all that is read
 */
gint64
ent_archive_schema_get_oldest_read (void)
{
  return OLDEST_READ;
}

/**
 * ent_archive_schema_migrate:
 * @database: a connection
 * @from: the version it has; 0 for an empty file
 * @to: a later one
 * @error: where to say what failed
 *
 * Each step is written as a whole, so that a file is of one version or of the next and never between.
 *
 * Returns: whether it has the version @to
 */
gboolean
ent_archive_schema_migrate (EntDatabase  *database,
                            gint64        from,
                            gint64        to,
                            GError      **error)
{
  g_return_val_if_fail (database != NULL && from >= 0 && to <= ent_archive_schema_get_latest (), FALSE);

  for (gint64 version = from; version < to; version++)
    {
      g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %" G_GINT64_FORMAT
                                               "; PRAGMA application_id = %d",
                                               version + 1, ENT_ARCHIVE_APPLICATION_ID);

      gint64 reached;

      if (!ent_database_begin (database, error))
        return FALSE;
      /* Another process may have done it while this one waited. */
      if (!ent_database_get_number (database, "PRAGMA user_version", &reached, error))
        {
          ent_database_rollback (database);
          return FALSE;
        }
      if (reached > version)
        {
          ent_database_rollback (database);
          continue;
        }
      if (!ent_database_exec (database, steps[version], error) || !ent_database_exec (database, mark, error))
        {
          ent_database_rollback (database);
          return FALSE;
        }
      if (!ent_database_commit (database, error))
        return FALSE;
    }
  return TRUE;
}
