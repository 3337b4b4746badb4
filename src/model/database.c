/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/database.h"

#include <errno.h>
#include <sqlite3.h>
#include <string.h>

#include "base/utf8.h"

/* How long to wait for another process that is writing, in milliseconds. Its transactions are short. */
#define BUSY_TIMEOUT 10000
/* Pages kept in memory, in KiB. */
#define CACHE_KIB 16384

struct _EntQuery
{
  EntDatabase *database;
  sqlite3_stmt *statement;
};

struct _EntDatabase
{
  sqlite3 *connection;
  char *path;
  GHashTable *queries; /* SQL → EntQuery */
  gboolean in_transaction;
};

G_DEFINE_QUARK (ent-archive-error-quark, ent_archive_error)

static EntArchiveError
code_of (int result)
{
  switch (result & 0xff)
    {
    case SQLITE_NOTADB:
      return ENT_ARCHIVE_ERROR_NOT_ARCHIVE;
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
      return ENT_ARCHIVE_ERROR_CORRUPT;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return ENT_ARCHIVE_ERROR_READ_ONLY;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return ENT_ARCHIVE_ERROR_BUSY;
    case SQLITE_FULL:
      return ENT_ARCHIVE_ERROR_FULL;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
      return ENT_ARCHIVE_ERROR_MALFORMED;
    default:
      return ENT_ARCHIVE_ERROR_IO;
    }
}

static const char *
words_of (EntArchiveError code)
{
  switch (code)
    {
    case ENT_ARCHIVE_ERROR_NOT_ARCHIVE:
      return "is not an Entente archive";
    case ENT_ARCHIVE_ERROR_CORRUPT:
      return "is damaged";
    case ENT_ARCHIVE_ERROR_READ_ONLY:
      return "may not be written";
    case ENT_ARCHIVE_ERROR_BUSY:
      return "is being written by another program";
    case ENT_ARCHIVE_ERROR_FULL:
      return "cannot grow, the disk is full";
    case ENT_ARCHIVE_ERROR_MALFORMED:
      return "does not take this";
    default:
      return "cannot be read or written";
    }
}

/* Says what went wrong and, by SQLite's words and the extended code, where. Always FALSE. */
static gboolean
fail (EntDatabase  *self,
      int           result,
      GError      **error)
{
  EntArchiveError code = code_of (result);
  int reason = self->connection != NULL ? sqlite3_system_errno (self->connection) : 0;

  /* What one may use of a disk is full, too, where there is a limit to it. */
  if (code == ENT_ARCHIVE_ERROR_IO && (reason == EFBIG || reason == EDQUOT || reason == ENOSPC))
    code = ENT_ARCHIVE_ERROR_FULL;
  g_set_error (error, ENT_ARCHIVE_ERROR, code, "%s (%s; SQLite %d)", words_of (code),
               self->connection != NULL ? sqlite3_errmsg (self->connection) : sqlite3_errstr (result),
               self->connection != NULL ? sqlite3_extended_errcode (self->connection) : result);
  return FALSE;
}

static void
query_free (EntQuery *query)
{
  sqlite3_finalize (query->statement);
  g_free (query);
}

/* Kept short: an archive's rows are for any tool, but what is run is only what we wrote. */
static void
set_up (EntDatabase *self)
{
  sqlite3_extended_result_codes (self->connection, 1);
  sqlite3_busy_timeout (self->connection, BUSY_TIMEOUT);
  sqlite3_db_config (self->connection, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->connection, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
}

/* One file at rest, and every commit on the disk before it is told. */
static gboolean
set_pragmas (EntDatabase  *self,
             gboolean      write,
             GError      **error)
{
  g_autofree char *cache = g_strdup_printf ("PRAGMA cache_size = -%d", CACHE_KIB);

  return ent_database_exec (self, cache, error) && ent_database_exec (self, "PRAGMA temp_store = MEMORY", error)
         && ent_database_exec (self, "PRAGMA mmap_size = 0", error)
         && (!write
             /* Of a new file: few calls read much. */
             || (ent_database_exec (self, "PRAGMA page_size = 8192", error)
                 && ent_database_exec (self, "PRAGMA journal_mode = DELETE", error)
                 && ent_database_exec (self, "PRAGMA synchronous = FULL", error)));
}

/**
 * ent_database_open:
 * @path: a file
 * @flags: whether it is written or made
 * @error: where to say why it cannot be opened
 *
 * Returns: (transfer full) (nullable): the connection
 */
EntDatabase *
ent_database_open (const char        *path,
                   EntDatabaseFlags   flags,
                   GError           **error)
{
  g_autoptr (EntDatabase) self = NULL;
  int mode = flags & ENT_DATABASE_WRITE ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
  int result;

  g_return_val_if_fail (path != NULL, NULL);

  if (flags & ENT_DATABASE_CREATE)
    mode |= SQLITE_OPEN_CREATE;
  self = g_new0 (EntDatabase, 1);
  self->path = g_strdup (path);
  self->queries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) query_free);
  result = sqlite3_open_v2 (path, &self->connection, mode | SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  if (result != SQLITE_OK)
    {
      fail (self, result, error);
      return NULL;
    }
  set_up (self);
  if (!set_pragmas (self, flags & ENT_DATABASE_WRITE, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * ent_database_close:
 * @database: (transfer full) (nullable): a connection; what it had begun is taken back
 */
void
ent_database_close (EntDatabase *database)
{
  if (database == NULL)
    return;
  ent_database_rollback (database);
  g_hash_table_unref (database->queries);
  sqlite3_close_v2 (database->connection);
  g_free (database->path);
  g_free (database);
}

/**
 * ent_database_is_writable:
 * @database: a connection
 *
 * Returns: whether the file can be written: a connection for writing to a file that may not be is one for reading
 */
gboolean
ent_database_is_writable (EntDatabase *database)
{
  g_return_val_if_fail (database != NULL, FALSE);

  return sqlite3_db_readonly (database->connection, "main") == 0;
}

/**
 * ent_database_exec:
 * @database: a connection
 * @sql: any number of statements, whose rows are passed over
 * @error: where to say what failed
 *
 * Returns: whether all were run
 */
gboolean
ent_database_exec (EntDatabase  *database,
                   const char   *sql,
                   GError      **error)
{
  int result;

  g_return_val_if_fail (database != NULL && sql != NULL, FALSE);

  result = sqlite3_exec (database->connection, sql, NULL, NULL, NULL);
  return result == SQLITE_OK || fail (database, result, error);
}

/**
 * ent_database_get_number:
 * @database: a connection
 * @sql: a query of one number
 * @number: (out): the number; 0 where there is no row
 * @error: where to say what failed
 *
 * Returns: whether it could be asked
 */
gboolean
ent_database_get_number (EntDatabase  *database,
                         const char   *sql,
                         gint64       *number,
                         GError      **error)
{
  EntQuery *query = ent_database_query (database, sql, error);
  g_autoptr (GError) failure = NULL;

  *number = 0;
  if (query == NULL)
    return FALSE;
  if (ent_query_next (query, &failure))
    *number = ent_query_get_number (query, 0);
  ent_query_end (query);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * ent_database_get_last_row:
 * @database: a connection
 *
 * Returns: the number of the row that was inserted last
 */
gint64
ent_database_get_last_row (EntDatabase *database)
{
  return sqlite3_last_insert_rowid (database->connection);
}

/**
 * ent_database_get_n_changes:
 * @database: a connection
 *
 * Returns: how many rows the last statement changed
 */
guint64
ent_database_get_n_changes (EntDatabase *database)
{
  return (guint64) sqlite3_changes64 (database->connection);
}

/**
 * ent_database_begin:
 * @database: a connection
 * @error: where to say why it cannot write now
 *
 * Begins to write. The lock is taken at once, so that what is read from now on cannot change.
 *
 * Returns: whether it did
 */
gboolean
ent_database_begin (EntDatabase  *database,
                    GError      **error)
{
  g_return_val_if_fail (database != NULL && !database->in_transaction, FALSE);

  database->in_transaction = ent_database_exec (database, "BEGIN IMMEDIATE", error);
  return database->in_transaction;
}

/**
 * ent_database_commit:
 * @database: a connection that has begun
 * @error: where to say why nothing was written
 *
 * Returns: whether all is on the disk; else all is as it was before
 */
gboolean
ent_database_commit (EntDatabase  *database,
                     GError      **error)
{
  g_return_val_if_fail (database != NULL && database->in_transaction, FALSE);

  if (!ent_database_exec (database, "COMMIT", error))
    {
      ent_database_rollback (database);
      return FALSE;
    }
  database->in_transaction = FALSE;
  return TRUE;
}

/**
 * ent_database_rollback:
 * @database: a connection
 *
 * Takes back what was written since it began; does nothing if it did not begin.
 */
void
ent_database_rollback (EntDatabase *database)
{
  g_return_if_fail (database != NULL);

  if (!database->in_transaction)
    return;
  database->in_transaction = FALSE;
  /* After some failures SQLite has done it already. */
  if (!sqlite3_get_autocommit (database->connection))
    sqlite3_exec (database->connection, "ROLLBACK", NULL, NULL, NULL);
}

static gboolean
copy_pages (EntDatabase  *self,
            sqlite3      *memory,
            GError      **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (memory, "main", self->connection, "main");
  int result = backup != NULL ? sqlite3_backup_step (backup, -1) : SQLITE_ERROR;

  sqlite3_backup_finish (backup);
  return result == SQLITE_DONE || fail (self, result, error);
}

/**
 * ent_database_detach_into_memory:
 * @database: a connection for reading
 * @error: where to say what failed
 *
 * Goes on with a copy in memory, which may be changed; the file is left alone.
 *
 * Returns: whether it does
 */
gboolean
ent_database_detach_into_memory (EntDatabase  *database,
                                 GError      **error)
{
  sqlite3 *memory = NULL;
  int result;

  g_return_val_if_fail (database != NULL && !database->in_transaction, FALSE);

  result = sqlite3_open_v2 (":memory:", &memory, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX,
                            NULL);
  if (result != SQLITE_OK || !copy_pages (database, memory, error))
    {
      sqlite3_close (memory);
      return result == SQLITE_OK ? FALSE : fail (database, result, error);
    }
  g_hash_table_remove_all (database->queries);
  sqlite3_close_v2 (database->connection);
  database->connection = memory;
  set_up (database);
  return TRUE;
}

/**
 * ent_database_copy:
 * @database: a connection
 * @path: a file that is not there yet
 * @error: where to say why it could not be written
 *
 * Writes all that is in the database to another file, without what was deleted.
 *
 * Returns: whether it did
 */
gboolean
ent_database_copy (EntDatabase  *database,
                   const char   *path,
                   GError      **error)
{
  EntQuery *query = ent_database_query (database, "VACUUM INTO ?1", error);

  if (query == NULL)
    return FALSE;
  ent_query_bind_text (query, 1, path);
  return ent_query_run (query, error);
}

/**
 * ent_database_query:
 * @database: a connection
 * @sql: one statement
 * @error: where to say what is wrong with it
 *
 * Returns: (transfer none) (nullable): the statement, ready for parameters; one of a wording at a time
 */
EntQuery *
ent_database_query (EntDatabase  *database,
                    const char   *sql,
                    GError      **error)
{
  EntQuery *query;
  sqlite3_stmt *statement;
  int result;

  g_return_val_if_fail (database != NULL && sql != NULL, NULL);

  query = g_hash_table_lookup (database->queries, sql);
  if (query != NULL)
    {
      ent_query_end (query);
      return query;
    }
  result = sqlite3_prepare_v3 (database->connection, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (result != SQLITE_OK)
    {
      fail (database, result, error);
      return NULL;
    }
  query = g_new0 (EntQuery, 1);
  query->database = database;
  query->statement = statement;
  g_hash_table_insert (database->queries, g_strdup (sql), query);
  return query;
}

/**
 * ent_query_bind_text:
 * @query: a statement
 * @parameter: which of its parameters
 * @text: (nullable): its value, copied
 */
void
ent_query_bind_text (EntQuery   *query,
                     int         parameter,
                     const char *text)
{
  sqlite3_bind_text (query->statement, parameter, text, -1, SQLITE_TRANSIENT);
}

/**
 * ent_query_bind_bytes:
 * @query: a statement
 * @parameter: which of its parameters
 * @text: a text in UTF-8 that may hold NULs and stays until the statement has ended
 * @length: its bytes
 */
void
ent_query_bind_bytes (EntQuery   *query,
                      int         parameter,
                      const char *text,
                      gsize       length)
{
  sqlite3_bind_text64 (query->statement, parameter, text, length, SQLITE_STATIC, SQLITE_UTF8);
}

/**
 * ent_query_bind_blob:
 * @query: a statement
 * @parameter: which of its parameters
 * @data: bytes that stay until the statement has ended
 * @length: how many
 */
void
ent_query_bind_blob (EntQuery      *query,
                     int            parameter,
                     gconstpointer  data,
                     gsize          length)
{
  sqlite3_bind_blob64 (query->statement, parameter, data != NULL ? data : "", length, SQLITE_STATIC);
}

/**
 * ent_query_bind_number:
 * @query: a statement
 * @parameter: which of its parameters
 * @number: its value
 */
void
ent_query_bind_number (EntQuery *query,
                       int       parameter,
                       gint64    number)
{
  sqlite3_bind_int64 (query->statement, parameter, number);
}

/**
 * ent_query_next:
 * @query: a statement
 * @error: where to say what failed
 *
 * Goes to the next row. At the end the statement is ready to be run again.
 *
 * Returns: whether there is one; %FALSE also where it failed
 */
gboolean
ent_query_next (EntQuery  *query,
                GError   **error)
{
  int result;

  g_return_val_if_fail (query != NULL, FALSE);

  result = sqlite3_step (query->statement);
  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    fail (query->database, result, error);
  ent_query_end (query);
  return FALSE;
}

/**
 * ent_query_each:
 * @query: a statement
 * @func: takes each of its rows
 * @data: handed to @func
 * @error: where to say what failed
 *
 * Returns: whether all rows were read
 */
gboolean
ent_query_each (EntQuery         *query,
                EntQueryRowFunc   func,
                gpointer          data,
                GError          **error)
{
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (query != NULL && func != NULL, FALSE);

  while (ent_query_next (query, &failure))
    func (query, data);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static void
add_number (EntQuery *row,
            gpointer  numbers)
{
  gint64 number = ent_query_get_number (row, 0);

  g_array_append_val (numbers, number);
}

/**
 * ent_query_new_numbers:
 * @query: a statement
 * @error: where to say what failed
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the number in the first column of each row
 */
GArray *
ent_query_new_numbers (EntQuery  *query,
                       GError   **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));

  return ent_query_each (query, add_number, numbers, error) ? g_steal_pointer (&numbers) : NULL;
}

/**
 * ent_query_run:
 * @query: a statement
 * @error: where to say what failed
 *
 * Runs it to its end.
 *
 * Returns: whether it ran
 */
gboolean
ent_query_run (EntQuery  *query,
               GError   **error)
{
  int result;

  g_return_val_if_fail (query != NULL, FALSE);

  while ((result = sqlite3_step (query->statement)) == SQLITE_ROW)
    ;
  if (result != SQLITE_DONE)
    fail (query->database, result, error);
  ent_query_end (query);
  return result == SQLITE_DONE;
}

/**
 * ent_query_end:
 * @query: a statement
 *
 * Makes it ready to be run again, and gives up its parameters.
 */
void
ent_query_end (EntQuery *query)
{
  g_return_if_fail (query != NULL);

  sqlite3_reset (query->statement);
  sqlite3_clear_bindings (query->statement);
}

/**
 * ent_query_get_text:
 * @query: a statement that stands at a row
 * @column: which column
 *
 * Returns: (transfer none) (nullable): its text; %NULL where a damaged file has something else than UTF-8
 */
const char *
ent_query_get_text (EntQuery *query,
                    int       column)
{
  const char *text = (const char *) sqlite3_column_text (query->statement, column);

  return text != NULL && ent_utf8_is_valid (text, strlen (text)) ? text : NULL;
}

/**
 * ent_query_dup_given:
 * @query: a statement that stands at a row
 * @column: a column that is never without text, as its table asks for one
 *
 * Returns: (transfer full): its text; empty where a damaged file has none
 */
char *
ent_query_dup_given (EntQuery *query,
                     int       column)
{
  const char *text = ent_query_get_text (query, column);

  return g_strdup (text != NULL ? text : "");
}

/**
 * ent_query_get_blob:
 * @query: a statement that stands at a row
 * @column: which column
 * @length: (out): how many bytes there are
 *
 * Returns: (transfer none) (nullable): its bytes; of a text, those of its UTF-8
 */
gconstpointer
ent_query_get_blob (EntQuery *query,
                    int       column,
                    gsize    *length)
{
  const void *data = sqlite3_column_blob (query->statement, column);

  *length = (gsize) sqlite3_column_bytes (query->statement, column);
  return data;
}

/**
 * ent_query_get_number:
 * @query: a statement that stands at a row
 * @column: which column
 *
 * Returns: its number
 */
gint64
ent_query_get_number (EntQuery *query,
                      int       column)
{
  return sqlite3_column_int64 (query->statement, column);
}

/**
 * ent_query_is_null:
 * @query: a statement that stands at a row
 * @column: which column
 *
 * Returns: whether it has no value
 */
gboolean
ent_query_is_null (EntQuery *query,
                   int       column)
{
  return sqlite3_column_type (query->statement, column) == SQLITE_NULL;
}
