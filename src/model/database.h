/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EntArchiveError:
 * @ENT_ARCHIVE_ERROR_NOT_ARCHIVE: the file is no archive of this program
 * @ENT_ARCHIVE_ERROR_CORRUPT: it is one, but damaged or cut off
 * @ENT_ARCHIVE_ERROR_READ_ONLY: it may not be written: by the file system, its owner or its version
 * @ENT_ARCHIVE_ERROR_BUSY: another process is writing just now
 * @ENT_ARCHIVE_ERROR_FULL: the disk, or what one may use of it, is full
 * @ENT_ARCHIVE_ERROR_IO: reading or writing failed
 * @ENT_ARCHIVE_ERROR_MALFORMED: what it holds, or is to hold, is not as the schema asks
 * @ENT_ARCHIVE_ERROR_NOT_FOUND: no such event, statement or name is in it
 */
typedef enum
{
  ENT_ARCHIVE_ERROR_NOT_ARCHIVE,
  ENT_ARCHIVE_ERROR_CORRUPT,
  ENT_ARCHIVE_ERROR_READ_ONLY,
  ENT_ARCHIVE_ERROR_BUSY,
  ENT_ARCHIVE_ERROR_FULL,
  ENT_ARCHIVE_ERROR_IO,
  ENT_ARCHIVE_ERROR_MALFORMED,
  ENT_ARCHIVE_ERROR_NOT_FOUND
} EntArchiveError;

#define ENT_ARCHIVE_ERROR (ent_archive_error_quark ())
GQuark ent_archive_error_quark (void);

typedef enum
{
  ENT_DATABASE_WRITE = 1 << 0, /* else it is only read */
  ENT_DATABASE_CREATE = 1 << 1 /* made if it is missing */
} EntDatabaseFlags;

/**
 * EntDatabase:
 *
 * A connection to an SQLite file, and the only place that knows SQLite. Used from one thread at a time.
 */
typedef struct _EntDatabase EntDatabase;

/**
 * EntQuery:
 *
 * A statement of SQL. It belongs to its database, which keeps one of each wording; parameters count from 1 and columns
 * from 0, and texts that a column gives live until the next step.
 */
typedef struct _EntQuery EntQuery;

/* Takes a row that a query gives. */
typedef void (*EntQueryRowFunc) (EntQuery *row,
                                 gpointer  data);

EntDatabase *ent_database_open              (const char       *path,
                                             EntDatabaseFlags  flags,
                                             GError          **error);
void         ent_database_close             (EntDatabase      *database);
gboolean     ent_database_exec              (EntDatabase      *database,
                                             const char       *sql,
                                             GError          **error);
gboolean     ent_database_get_number        (EntDatabase      *database,
                                             const char       *sql,
                                             gint64           *number,
                                             GError          **error);
gint64       ent_database_get_last_row      (EntDatabase      *database);
guint64      ent_database_get_n_changes     (EntDatabase      *database);
gboolean     ent_database_is_writable       (EntDatabase      *database);
gboolean     ent_database_detach_into_memory (EntDatabase    *database,
                                             GError          **error);
gboolean     ent_database_copy              (EntDatabase      *database,
                                             const char       *path,
                                             GError          **error);

/* Transactions do not nest. */
gboolean     ent_database_begin             (EntDatabase      *database,
                                             GError          **error);
gboolean     ent_database_commit            (EntDatabase      *database,
                                             GError          **error);
void         ent_database_rollback          (EntDatabase      *database);

EntQuery    *ent_database_query             (EntDatabase      *database,
                                             const char       *sql,
                                             GError          **error);
void         ent_query_bind_text            (EntQuery         *query,
                                             int               parameter,
                                             const char       *text);
void         ent_query_bind_bytes           (EntQuery         *query,
                                             int               parameter,
                                             const char       *text,
                                             gsize             length);
void         ent_query_bind_blob            (EntQuery         *query,
                                             int               parameter,
                                             gconstpointer     data,
                                             gsize             length);
void         ent_query_bind_number          (EntQuery         *query,
                                             int               parameter,
                                             gint64            number);
gboolean     ent_query_next                 (EntQuery         *query,
                                             GError          **error);
gboolean     ent_query_each                 (EntQuery         *query,
                                             EntQueryRowFunc   func,
                                             gpointer          data,
                                             GError          **error);
GArray      *ent_query_new_numbers          (EntQuery         *query,
                                             GError          **error);
gboolean     ent_query_run                  (EntQuery         *query,
                                             GError          **error);
void         ent_query_end                  (EntQuery         *query);
const char  *ent_query_get_text             (EntQuery         *query,
                                             int               column);
char        *ent_query_dup_given            (EntQuery         *query,
                                            int               column);
gconstpointer ent_query_get_blob            (EntQuery         *query,
                                             int               column,
                                             gsize            *length);
gint64       ent_query_get_number           (EntQuery         *query,
                                             int               column);
gboolean     ent_query_is_null              (EntQuery         *query,
                                             int               column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntDatabase, ent_database_close)

G_END_DECLS
