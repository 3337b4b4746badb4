/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/archive.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "model/archive-owner.h"
#include "model/archive-private.h"

#define MAGIC "SQLite format 3"
#define HEADER_BYTES 100
/* Where a file's header tells the size of its pages, their number, and what the file is for. */
#define AT_PAGE_SIZE 16
#define AT_N_PAGES 28
#define AT_APPLICATION_ID 68

#define UNTITLED_SUFFIX ".entente"

static void archive_clear (gpointer data);

/**
 * ent_archive_ref:
 * @archive: an archive
 *
 * Returns: (transfer full): @archive
 */
EntArchive *
ent_archive_ref (EntArchive *archive)
{
  g_return_val_if_fail (archive != NULL, NULL);

  return g_atomic_rc_box_acquire (archive);
}

/**
 * ent_archive_unref:
 * @archive: (transfer full): an archive, which the last one closes
 */
void
ent_archive_unref (EntArchive *archive)
{
  g_return_if_fail (archive != NULL);

  g_atomic_rc_box_release_full (archive, archive_clear);
}

G_DEFINE_BOXED_TYPE (EntArchive, ent_archive, ent_archive_ref, ent_archive_unref)

static guint32
read_big_endian (const guint8 *bytes,
                 guint         n)
{
  guint32 value = 0;

  for (guint i = 0; i < n; i++)
    value = value << 8 | bytes[i];
  return value;
}

static gboolean
read_header (const char  *path,
             guint8       header[HEADER_BYTES],
             gsize       *length,
             GError     **error)
{
  FILE *file = g_fopen (path, "rbe");
  int code = errno;

  if (file == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (code), g_strerror (code));
      return FALSE;
    }
  *length = fread (header, 1, HEADER_BYTES, file);
  fclose (file);
  return TRUE;
}

static gboolean
is_ours (const guint8 *header,
         gsize         length)
{
  return length == HEADER_BYTES && memcmp (header, MAGIC, sizeof MAGIC) == 0
         && read_big_endian (header + AT_APPLICATION_ID, 4) == ENT_ARCHIVE_APPLICATION_ID;
}

/**
 * ent_archive_is_file:
 * @path: a path
 *
 * Returns: whether it begins as an archive does
 */
gboolean
ent_archive_is_file (const char *path)
{
  guint8 header[HEADER_BYTES];
  gsize length;

  g_return_val_if_fail (path != NULL, FALSE);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR) && read_header (path, header, &length, NULL)
         && is_ours (header, length);
}

/* What the program left behind when it was stopped is put right by SQLite, so only a file at rest can be cut off. */
static gboolean
check_size (const char    *path,
            const guint8  *header,
            GError       **error)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  gint64 page = read_big_endian (header + AT_PAGE_SIZE, 2);
  gint64 wanted;
  GStatBuf info;

  if (page == 1)
    page = 65536;
  wanted = page * read_big_endian (header + AT_N_PAGES, 4);
  if (g_file_test (journal, G_FILE_TEST_EXISTS) || g_stat (path, &info) != 0 || info.st_size >= wanted)
    return TRUE;
  g_set_error (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_CORRUPT,
               "is cut off: it has %" G_GINT64_FORMAT " of its %" G_GINT64_FORMAT " bytes", (gint64) info.st_size,
               wanted);
  return FALSE;
}

/* Tells by the file's begin whether it is one of ours and whole, or an empty one that may become one. */
static gboolean
check_file (const char           *path,
            EntArchiveOpenFlags   flags,
            GError              **error)
{
  guint8 header[HEADER_BYTES];
  g_autoptr (GError) failure = NULL;
  gsize length;

  if (!read_header (path, header, &length, &failure))
    {
      if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) && flags & ENT_ARCHIVE_OPEN_CREATE)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (length == 0 && flags & ENT_ARCHIVE_OPEN_CREATE)
    return TRUE;
  if (is_ours (header, length))
    return check_size (path, header, error);
  if (length > 0 && length < HEADER_BYTES && memcmp (header, MAGIC, MIN (length, sizeof MAGIC)) == 0)
    g_set_error (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_CORRUPT,
                 "is cut off after its first %" G_GSIZE_FORMAT " bytes", length);
  else if (length == HEADER_BYTES && memcmp (header, MAGIC, sizeof MAGIC) == 0
           && read_big_endian (header + AT_APPLICATION_ID, 4) == 0 && flags & ENT_ARCHIVE_OPEN_CREATE)
    return TRUE; /* stopped before its first table was written; what else it may be, migration finds out */
  else
    g_set_error_literal (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_NOT_ARCHIVE,
                         length == 0 ? "is empty" : "is not an Entente archive");
  return FALSE;
}

static void
archive_clear (gpointer data)
{
  EntArchive *self = data;

  ent_archive_close (self);
  g_clear_pointer (&self->base, ent_event_store_unref);
  g_clear_pointer (&self->store, ent_event_store_unref);
  g_clear_pointer (&self->numbers, g_array_unref);
  g_clear_pointer (&self->anchors, g_hash_table_unref);
  g_clear_pointer (&self->marked, g_hash_table_unref);
  ent_archive_forget_told (self);
  g_clear_pointer (&self->words, g_hash_table_unref);
  g_clear_pointer (&self->texts, ent_text_source_unref);
  g_clear_pointer (&self->parser, ent_parser_unref);
  g_free (self->path);
  g_free (self->parser_version);
  g_free (self->token);
  g_free (self->coder);
  g_free (self->host);
  g_rec_mutex_clear (&self->lock);
}

/* What a program left behind that was stopped while it wrote is put right by whoever reads next, if that may write. */
static EntDatabase *
open_reader (const char  *path,
             GError     **error)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean repair = g_file_test (journal, G_FILE_TEST_EXISTS) && g_access (path, W_OK) == 0
                    && g_access (folder, W_OK | X_OK) == 0;

  return ent_database_open (path, repair ? ENT_DATABASE_WRITE : 0, error);
}

/* A file that may not be written, or lies where no journal can be made, is read. */
static gboolean
open_database (EntArchive           *self,
               EntArchiveOpenFlags   flags,
               GError              **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autoptr (GError) failure = NULL;

  self->reason = ENT_ARCHIVE_ASKED;
  if (flags & (ENT_ARCHIVE_OPEN_WRITE | ENT_ARCHIVE_OPEN_CREATE))
    {
      gboolean exists = g_file_test (self->path, G_FILE_TEST_EXISTS);

      if ((!exists || g_access (self->path, W_OK) == 0) && g_access (folder, W_OK | X_OK) == 0)
        self->database = ent_database_open (self->path,
                                            ENT_DATABASE_WRITE
                                              | (flags & ENT_ARCHIVE_OPEN_CREATE ? ENT_DATABASE_CREATE : 0),
                                            &failure);
      if (self->database != NULL && ent_database_is_writable (self->database))
        {
          self->reason = ENT_ARCHIVE_WRITABLE;
          return TRUE;
        }
      if (!exists || (failure != NULL && failure->code != ENT_ARCHIVE_ERROR_READ_ONLY))
        {
          if (failure == NULL)
            g_set_error (&failure, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_READ_ONLY, "its folder may not be written");
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      g_clear_pointer (&self->database, ent_database_close);
      self->reason = ENT_ARCHIVE_OF_FILE;
    }
  self->database = open_reader (self->path, error);
  return self->database != NULL;
}

static gboolean
open_to_read (EntArchive        *self,
              EntArchiveReason   reason,
              GError           **error)
{
  g_clear_pointer (&self->database, ent_database_close);
  self->reason = reason;
  self->database = open_reader (self->path, error);
  return self->database != NULL;
}

static gboolean
claim (EntArchive  *self,
       GError     **error)
{
  EntArchiveOwner other = { NULL };
  gboolean claimed;

  if (!ent_database_begin (self->database, error))
    return FALSE;
  if (!ent_archive_owner_claim (self->database, self->token, &other, &claimed, error))
    {
      ent_database_rollback (self->database);
      return FALSE;
    }
  if (claimed)
    return ent_database_commit (self->database, error);
  ent_database_rollback (self->database);
  self->host = other.host;
  self->process = other.process;
  return open_to_read (self, ENT_ARCHIVE_OF_OWNER, error);
}

/* An earlier version is brought forward, a later one is read, and a file that is none of ours is left alone. */
static gboolean
settle_version (EntArchive  *self,
                GError     **error)
{
  gint64 latest = ent_archive_schema_get_latest ();
  gint64 n_tables;

  if (!ent_database_get_number (self->database, "PRAGMA user_version", &self->version, error)
      || !ent_database_get_number (self->database, "SELECT count (*) FROM sqlite_schema", &n_tables, error))
    return FALSE;
  if (self->version > latest)
    return self->reason != ENT_ARCHIVE_WRITABLE || open_to_read (self, ENT_ARCHIVE_OF_VERSION, error);
  if (self->version == 0 && n_tables > 0)
    {
      g_set_error_literal (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_NOT_ARCHIVE, "is not an Entente archive");
      return FALSE;
    }
  if (self->version == latest)
    return TRUE;
  if (self->reason == ENT_ARCHIVE_WRITABLE)
    {
      if (!ent_archive_schema_migrate (self->database, self->version, latest, error))
        return FALSE;
    }
  else if (self->version >= ent_archive_schema_get_oldest_read ())
    return TRUE;
  else if (!ent_database_detach_into_memory (self->database, error)
           || !ent_archive_schema_migrate (self->database, self->version, latest, error))
    return FALSE;
  self->version = latest;
  return TRUE;
}

/* Brings the file forward and takes it over, where it is to be written. One that has no room to grow is read. */
static gboolean
settle (EntArchive  *self,
        GError     **error)
{
  g_autoptr (GError) failure = NULL;

  if (settle_version (self, &failure) && (self->reason != ENT_ARCHIVE_WRITABLE || claim (self, &failure)))
    return TRUE;
  if (self->reason == ENT_ARCHIVE_WRITABLE && self->version > 0
      && g_error_matches (failure, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_FULL))
    return open_to_read (self, ENT_ARCHIVE_OF_DISK, error) && settle_version (self, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * ent_archive_open:
 * @path: a file
 * @parser: what parses what is imported; its vocabulary is that of the stores
 * @flags: whether it is to be written or made
 * @error: where to say why it cannot be opened
 *
 * Opens an archive. One that is to be written but may not be is opened to be read; ent_archive_get_access() tells why.
 *
 * Returns: (transfer full) (nullable): the archive
 */
EntArchive *
ent_archive_open (const char           *path,
                  EntParser            *parser,
                  EntArchiveOpenFlags   flags,
                  GError              **error)
{
  g_autoptr (EntArchive) self = NULL;

  g_return_val_if_fail (path != NULL && parser != NULL, NULL);

  if (!check_file (path, flags, error))
    return NULL;
  self = g_atomic_rc_box_new0 (EntArchive);
  g_rec_mutex_init (&self->lock);
  self->path = g_strdup (path);
  self->parser = ent_parser_ref (parser);
  self->token = g_uuid_string_random ();
  if (!open_database (self, flags, error) || !settle (self, error))
    return NULL;
  self->texts = ent_text_source_new (path, error);
  if (self->texts == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * ent_archive_close:
 * @archive: an archive
 *
 * Gives the file up, so that others may write it. Stores that were loaded can be used on. Nothing has to be saved.
 */
void
ent_archive_close (EntArchive *archive)
{
  g_autoptr (GRecMutexLocker) locker = NULL;

  g_return_if_fail (archive != NULL);

  locker = ent_archive_lock (archive);
  if (archive->database == NULL)
    return;
  if (archive->reason == ENT_ARCHIVE_WRITABLE && ent_database_begin (archive->database, NULL))
    {
      if (ent_archive_owner_leave (archive->database, archive->token, NULL))
        ent_database_commit (archive->database, NULL);
      else
        ent_database_rollback (archive->database);
    }
  g_clear_pointer (&archive->database, ent_database_close);
}

/**
 * ent_archive_drop_pages:
 * @archive: an archive
 *
 * Gives up the pages of the file that were kept after some work, which are read again when they are wanted; not while
 * somebody is at work on it.
 */
void
ent_archive_drop_pages (EntArchive *archive)
{
  g_return_if_fail (archive != NULL);

  if (!g_rec_mutex_trylock (&archive->lock))
    return;
  if (archive->database != NULL)
    ent_database_exec (archive->database, "PRAGMA shrink_memory", NULL);
  g_rec_mutex_unlock (&archive->lock);
}

/**
 * ent_archive_get_path:
 * @archive: an archive
 *
 * Returns: (transfer none): its file
 */
const char *
ent_archive_get_path (EntArchive *archive)
{
  g_return_val_if_fail (archive != NULL, NULL);

  return archive->path;
}

/**
 * ent_archive_get_parser:
 * @archive: an archive
 *
 * Returns: (transfer none): the parser it was opened with
 */
EntParser *
ent_archive_get_parser (EntArchive *archive)
{
  g_return_val_if_fail (archive != NULL, NULL);

  return archive->parser;
}

/**
 * ent_archive_set_parser:
 * @archive: an archive
 * @parser: what parses what is imported from now on, with the vocabulary of the one it was opened with
 *
 * Lets an archive be opened before the rules are compiled, which may turn out not to be needed.
 */
void
ent_archive_set_parser (EntArchive *archive,
                        EntParser  *parser)
{
  g_autoptr (GRecMutexLocker) locker = NULL;

  g_return_if_fail (archive != NULL && parser != NULL);
  g_return_if_fail (ent_parser_get_vocabulary (parser) == ent_parser_get_vocabulary (archive->parser));

  locker = ent_archive_lock (archive);
  ent_parser_ref (parser);
  ent_parser_unref (archive->parser);
  archive->parser = parser;
}

/**
 * ent_archive_get_access:
 * @archive: an archive
 * @access: (out): whether it can be written, and why not
 */
void
ent_archive_get_access (EntArchive       *archive,
                        EntArchiveAccess *access)
{
  g_return_if_fail (archive != NULL && access != NULL);

  *access = (EntArchiveAccess) { archive->reason, archive->host, archive->process, archive->version };
}

/**
 * ent_archive_set_coder:
 * @archive: an archive
 * @coder: (nullable): who makes the changes from now on
 */
void
ent_archive_set_coder (EntArchive *archive,
                       const char *coder)
{
  g_autoptr (GRecMutexLocker) locker = NULL;

  g_return_if_fail (archive != NULL);

  locker = ent_archive_lock (archive);
  g_free (archive->coder);
  archive->coder = g_strdup (coder);
}

/**
 * ent_archive_begin:
 * @archive: an archive
 * @error: where to say why it cannot be written
 *
 * Begins a change. Whoever took the file over meanwhile keeps it.
 *
 * Returns: whether it did; end it with ent_archive_commit() or ent_archive_rollback()
 */
gboolean
ent_archive_begin (EntArchive  *archive,
                   GError     **error)
{
  gboolean is_ours;

  if (archive->database == NULL || archive->reason != ENT_ARCHIVE_WRITABLE)
    {
      g_set_error_literal (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_READ_ONLY, "is only being read");
      return FALSE;
    }
  if (!ent_database_begin (archive->database, error))
    return FALSE;
  if (!ent_archive_owner_beat (archive->database, archive->token, &is_ours, error))
    {
      ent_database_rollback (archive->database);
      return FALSE;
    }
  if (is_ours)
    return TRUE;
  ent_database_rollback (archive->database);
  archive->reason = ENT_ARCHIVE_OF_OWNER;
  g_set_error_literal (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_READ_ONLY, "was taken over by another program");
  return FALSE;
}

/**
 * ent_archive_commit:
 * @archive: an archive that has begun a change
 * @error: where to say why it was not written
 *
 * Returns: whether the change is on the disk; else nothing of it is
 */
gboolean
ent_archive_commit (EntArchive  *archive,
                    GError     **error)
{
  return ent_database_commit (archive->database, error);
}

/**
 * ent_archive_rollback:
 * @archive: an archive
 *
 * Gives a change up that was begun.
 */
void
ent_archive_rollback (EntArchive *archive)
{
  g_clear_pointer (&archive->words, g_hash_table_unref);
  if (archive->database != NULL)
    ent_database_rollback (archive->database);
}

/**
 * ent_archive_beat:
 * @archive: an archive
 * @error: where to say that it may not be written any more
 *
 * Says that whoever has the file is still at work; once a minute is enough.
 *
 * Returns: whether it is still ours
 */
gboolean
ent_archive_beat (EntArchive  *archive,
                  GError     **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;

  g_return_val_if_fail (archive != NULL, FALSE);

  locker = ent_archive_lock (archive);
  return ent_archive_begin (archive, error) && ent_archive_commit (archive, error);
}

/* A new file is whole before it takes the place of another. */
static gboolean
sync_file (const char  *path,
           GError     **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean good = fd >= 0 && fsync (fd) == 0;
  int code = errno;

  if (fd >= 0)
    close (fd);
  if (!good)
    g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (code), g_strerror (code));
  return good;
}

/**
 * ent_archive_save_as:
 * @archive: an archive
 * @path: where to; what is there is replaced once the new file is whole
 * @error: where to say why it could not be written
 *
 * Writes a copy of all of it, which is owned by nobody.
 *
 * Returns: whether it did
 */
gboolean
ent_archive_save_as (EntArchive  *archive,
                     const char  *path,
                     GError     **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  g_autoptr (EntDatabase) copy = NULL;
  g_autofree char *new_path = NULL;
  gboolean good;

  g_return_val_if_fail (archive != NULL && archive->database != NULL && path != NULL, FALSE);

  locker = ent_archive_lock (archive);
  new_path = g_strconcat (path, ".new", NULL);
  g_unlink (new_path);
  good = ent_database_copy (archive->database, new_path, error)
         && (copy = ent_database_open (new_path, ENT_DATABASE_WRITE, error)) != NULL
         && ent_database_exec (copy, "DELETE FROM owner", error);
  g_clear_pointer (&copy, ent_database_close);
  good = good && sync_file (new_path, error);
  if (good && g_rename (new_path, path) != 0)
    {
      int code = errno;

      g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (code), g_strerror (code));
      good = FALSE;
    }
  if (!good)
    g_unlink (new_path);
  return good;
}

/**
 * ent_archive_new_untitled:
 * @folder: where work without a file of its own lies; made if it is missing
 * @parser: what parses what is imported
 * @error: where to say why it could not be made
 *
 * Makes an archive for work that has no name yet. ent_archive_save_as() gives it one; when the work is given up or
 * saved, delete the file.
 *
 * Returns: (transfer full) (nullable): an empty archive
 */
EntArchive *
ent_archive_new_untitled (const char  *folder,
                          EntParser   *parser,
                          GError     **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (id, UNTITLED_SUFFIX, NULL);
  g_autofree char *path = NULL;

  g_return_val_if_fail (folder != NULL && parser != NULL, NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int code = errno;

      g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (code), g_strerror (code));
      return NULL;
    }
  path = g_build_filename (folder, name, NULL);
  return ent_archive_open (path, parser, ENT_ARCHIVE_OPEN_WRITE | ENT_ARCHIVE_OPEN_CREATE, error);
}

/* Whether a file holds work that nobody is at: one of a program that was stopped. */
static gboolean
is_left_behind (const char *path)
{
  g_autoptr (EntDatabase) database = NULL;
  EntArchiveOwner other = { NULL };
  gboolean is_ours = FALSE;
  gint64 n = 0;

  if (!ent_archive_is_file (path) || (database = ent_database_open (path, ENT_DATABASE_WRITE, NULL)) == NULL)
    return FALSE;
  if (ent_database_begin (database, NULL))
    ent_archive_owner_claim (database, "", &other, &is_ours, NULL);
  g_free (other.host);
  ent_database_rollback (database);
  return is_ours && ent_database_get_number (database, "SELECT count (*) FROM change_groups", &n, NULL) && n > 0;
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/**
 * ent_archive_find_untitled:
 * @folder: where work without a file of its own lies
 *
 * Returns: (transfer full): the files in it that a program left behind when it was stopped, %NULL-terminated and
 *   sorted; those without any change are not among them
 */
char **
ent_archive_find_untitled (const char *folder)
{
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_return_val_if_fail (folder != NULL, NULL);

  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_suffix (name, UNTITLED_SUFFIX) && is_left_behind (path))
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
  g_ptr_array_sort (paths, compare_paths);
  g_ptr_array_add (paths, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&paths), FALSE);
}
