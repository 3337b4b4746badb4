/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/reader.h"

#include <dirent.h>
#include <errno.h>
#include <gio/gunixinputstream.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "read/charset.h"
#include "read/format.h"
#include "read/line-reader.h"
#include "read/open-file.h"
#include "read/read-context.h"

G_DEFINE_QUARK (ent-read-error-quark, ent_read_error)

/* As much as is looked at to tell a file's format. */
#define HEAD_BYTES (64 * 1024)
/* As much as tells a list of references from other JSON. */
#define LIST_HEAD_BYTES 4096

/* A folder and those it lies in, so that links that lead back are not followed for ever. */
typedef struct _Folder Folder;
struct _Folder
{
  const Folder *parent;
  dev_t device;
  ino_t inode;
  guint depth;
};

typedef struct
{
  const EntReadOptions *options;
  EntStatementFunc found;
  EntReadFailureFunc failed;
  gpointer data;
  GCancellable *cancellable;
  GHashTable *named;  /* the files that lists of references named, by path; NULL where none is looked for */
  gboolean is_named;  /* whether this is one of them */
} Reading;

static void
fail (const Reading *reading,
      const char    *path,
      GError        *error)
{
  g_autofree char *file = g_utf8_make_valid (path, -1);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    reading->failed (file, error, reading->data);
  g_error_free (error);
}

/**
 * ent_read_error_too_large:
 * @limits: what is too much
 *
 * Returns: (transfer full): what is said of a text beyond its size
 */
GError *
ent_read_error_too_large (const EntReadLimits *limits)
{
  g_autofree char *size = g_format_size_full (limits->most[ENT_LIMIT_SIZE], G_FORMAT_SIZE_IEC_UNITS);

  return g_error_new (ENT_READ_ERROR, ENT_READ_ERROR_TOO_LARGE, "has more than the %s that one text may have", size);
}

static GError *
not_text (void)
{
  return g_error_new_literal (ENT_READ_ERROR, ENT_READ_ERROR_BINARY, "is neither text nor anything else that is read");
}

static GError *
not_read (const char *what)
{
  return g_error_new (ENT_READ_ERROR, ENT_READ_ERROR_BINARY, "is %s, which this version does not read", what);
}

/* All that is left of the stream, which keeps it. */
static gboolean
peek_rest (EntLineReader  *lines,
           const Reading  *reading,
           const char    **data,
           gsize          *length,
           GError        **error)
{
  gsize limit = reading->options->limits.most[ENT_LIMIT_SIZE];

  if (!ent_line_reader_peek (lines, limit + 1, data, length, reading->cancellable, error))
    return FALSE;
  if (*length <= limit)
    return TRUE;
  g_propagate_error (error, ent_read_error_too_large (&reading->options->limits));
  return FALSE;
}

/* All that is left of the stream, decoded. */
static GString *
read_rest (EntLineReader  *lines,
           const Reading  *reading,
           const char     *charset,
           GError        **error)
{
  g_autoptr (GString) utf8 = NULL;
  const char *data;
  gsize length;

  if (!peek_rest (lines, reading, &data, &length, error))
    return NULL;
  utf8 = g_string_sized_new (length);
  if (g_str_equal (charset, ENT_CHARSET_UTF8) && !g_utf8_validate_len (data, length, NULL))
    {
      gsize bom;

      charset = ent_charset_guess (data, length, TRUE, &bom);
    }
  if (!ent_charset_append_utf8 (charset, data, length, utf8))
    {
      g_set_error (error, ENT_READ_ERROR, ENT_READ_ERROR_MALFORMED, "is in the encoding %s, which cannot be read here",
                   charset);
      return NULL;
    }
  ent_line_reader_skip (lines, length);
  if (memchr (utf8->str, 0, utf8->len) != NULL)
    {
      g_propagate_error (error, not_text ());
      return NULL;
    }
  return g_steal_pointer (&utf8);
}

/* Hands to its reader what tells its encoding itself. Returns whether to go on with other files. */
static gboolean
dispatch_bytes (const EntReadContext *context,
                EntFormat             format,
                EntLineReader        *lines,
                const Reading        *reading)
{
  g_autoptr (GError) error = NULL;
  const char *data;
  gsize length;

  if (peek_rest (lines, reading, &data, &length, &error))
    switch (format)
      {
      case ENT_FORMAT_ZIP:
        return ent_read_zip (context, data, length);
      case ENT_FORMAT_MAIL:
        return ent_read_mail (context, data, length);
      case ENT_FORMAT_PDF:
        return ent_read_pdf (context, data, length);
      default:
        return ent_read_xml (context, data, length);
      }
  fail (reading, context->file, g_steal_pointer (&error));
  return !g_cancellable_is_cancelled (reading->cancellable);
}

/* Hands a text of a known format to its reader. Returns whether to go on with other files. */
static gboolean
dispatch (const EntReadContext *context,
          EntFormat             format,
          EntLineReader        *lines,
          const Reading        *reading)
{
  g_autoptr (GError) error = NULL;
  gboolean go_on;
  GString *text;

  if (format == ENT_FORMAT_JSON_LINES)
    return ent_read_json_lines (context, lines);
  if (format == ENT_FORMAT_CSV)
    return ent_read_csv (context, lines);
  if (format == ENT_FORMAT_XML || format == ENT_FORMAT_ZIP || format == ENT_FORMAT_MAIL || format == ENT_FORMAT_PDF)
    return dispatch_bytes (context, format, lines, reading);

  text = read_rest (lines, reading, context->charset, &error);
  if (text == NULL)
    {
      fail (reading, context->file, g_steal_pointer (&error));
      return !g_cancellable_is_cancelled (reading->cancellable);
    }
  if (format == ENT_FORMAT_TEXT)
    return ent_read_text (context, text);
  if (format == ENT_FORMAT_BIBTEX || format == ENT_FORMAT_RIS || format == ENT_FORMAT_CSL)
    go_on = ent_read_references (context, format, text);
  else if (format == ENT_FORMAT_HTML)
    go_on = ent_read_html (context, text);
  else if (format == ENT_FORMAT_MARKDOWN)
    go_on = ent_read_markdown (context, text);
  else
    go_on = ent_read_json (context, text);
  g_string_free (text, TRUE);
  return go_on;
}

/* Streams of wide characters have no lines to be split at in bytes: they are decoded as a whole. */
static EntLineReader *
decode_wide (EntLineReader  *lines,
             const Reading  *reading,
             const char     *charset,
             GError        **error)
{
  GString *utf8 = read_rest (lines, reading, charset, error);
  g_autoptr (GInputStream) memory = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (utf8 == NULL)
    return NULL;
  bytes = g_string_free_to_bytes (utf8);
  memory = g_memory_input_stream_new_from_bytes (bytes);
  return ent_line_reader_new (memory);
}

/* What the begin of a file says. */
typedef struct
{
  const char *charset;
  EntFormat format;
} Sniffed;

static gboolean
is_stream (EntFormat format)
{
  return format == ENT_FORMAT_JSON_LINES || format == ENT_FORMAT_JSON || format == ENT_FORMAT_CSV;
}

/* Tells encoding and format by the file's begin, and passes over its byte order mark. */
static gboolean
sniff (EntLineReader  *lines,
       const Reading  *reading,
       const char     *name,
       Sniffed        *sniffed,
       GError        **error)
{
  g_autoptr (GString) decoded = g_string_new (NULL);
  const char *head, *what;
  gboolean whole, is_page;
  gsize length, bom;

  if (!ent_line_reader_peek (lines, HEAD_BYTES, &head, &length, reading->cancellable, error))
    return FALSE;
  whole = length < HEAD_BYTES;
  is_page = ent_format_is_html (head, length);
  what = is_page ? NULL : ent_format_find_magic (head, length);
  if (what != NULL)
    {
      g_propagate_error (error, not_read (what));
      return FALSE;
    }
  if (ent_format_is_zip (head, length) || ent_format_is_pdf (head, length))
    {
      *sniffed = (Sniffed) { ENT_CHARSET_UTF8, ent_format_is_zip (head, length) ? ENT_FORMAT_ZIP : ENT_FORMAT_PDF };
      return TRUE;
    }
  sniffed->charset = ent_charset_guess (head, length, whole, &bom);
  if (is_page && bom == 0)
    sniffed->charset = ent_charset_find_declared (head, length, sniffed->charset);
  if (!ent_charset_is_wide (sniffed->charset) && ent_format_looks_binary (head + bom, length - bom))
    {
      g_propagate_error (error, not_text ());
      return FALSE;
    }
  ent_line_reader_skip (lines, bom);
  ent_charset_append_utf8 (sniffed->charset, head + bom, length - bom, decoded);
  what = ent_format_find_magic (decoded->str, decoded->len);
  if (what != NULL && !ent_format_is_html (decoded->str, decoded->len))
    {
      g_propagate_error (error, not_read (what));
      return FALSE;
    }
  sniffed->format = ent_format_guess (name, decoded->str, decoded->len, whole);
  if (g_str_equal (name, "-") && reading->options->stream)
    sniffed->format = ENT_FORMAT_JSON_LINES;
  else if (g_str_equal (name, "-") && is_stream (sniffed->format))
    sniffed->format = ENT_FORMAT_TEXT;
  return TRUE;
}

/* @source is taken over; @size is 0 where it is not known beforehand. */
static gboolean
read_stream (const Reading *reading,
             EntLineReader *source,
             const char    *path,
             gsize          size)
{
  g_autoptr (EntLineReader) lines = source;
  g_autofree char *file = g_utf8_make_valid (path, -1);
  g_autofree char *folder = reading->named != NULL && !reading->is_named ? g_path_get_dirname (path) : NULL;
  g_autoptr (GError) error = NULL;
  Sniffed sniffed = { 0 };
  EntReadContext context = {
    .file = file,
    .options = reading->options,
    .found = reading->found,
    .failed = reading->failed,
    .data = reading->data,
    .cancellable = reading->cancellable,
    .folder = g_str_equal (path, "-") ? NULL : folder,
    .named = reading->named,
    .clock = ent_read_clock_start (&reading->options->limits),
  };

  if (sniff (lines, reading, file, &sniffed, &error) && size > reading->options->limits.most[ENT_LIMIT_SIZE]
      && sniffed.format != ENT_FORMAT_JSON_LINES && sniffed.format != ENT_FORMAT_CSV)
    error = ent_read_error_too_large (&reading->options->limits);
  if (error != NULL)
    {
      fail (reading, file, g_steal_pointer (&error));
      return !g_cancellable_is_cancelled (reading->cancellable);
    }
  context.charset = sniffed.charset;
  if (ent_charset_is_wide (sniffed.charset)
      && (sniffed.format == ENT_FORMAT_JSON_LINES || sniffed.format == ENT_FORMAT_CSV))
    {
      EntLineReader *decoded = decode_wide (lines, reading, sniffed.charset, &error);

      if (decoded == NULL)
        {
          fail (reading, file, g_steal_pointer (&error));
          return !g_cancellable_is_cancelled (reading->cancellable);
        }
      ent_line_reader_free (lines);
      lines = decoded;
      context.charset = ENT_CHARSET_UTF8;
    }
  return dispatch (&context, sniffed.format, lines, reading);
}

/* Databases are read where there is a layer that knows them. */
static gboolean
is_database (int fd)
{
  static const char magic[] = "SQLite format 3";
  char head[sizeof magic];

  return pread (fd, head, sizeof head, 0) == sizeof head && memcmp (head, magic, sizeof head) == 0;
}

static gboolean
read_file (const Reading *reading,
           const char    *path)
{
  const EntReadHooks *hooks = reading->options->hooks;
  g_autoptr (GInputStream) stream = NULL;
  guint64 seconds = reading->options->limits.most[ENT_LIMIT_SECONDS];
  GError *error = NULL;
  EntLineReader *lines;
  struct stat info;
  gsize size = 0;
  int fd = -1;

  if (g_str_equal (path, "-"))
    stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  else
    {
      fd = ent_open_file (path, &error);
      if (fd < 0)
        {
          fail (reading, path, error);
          return TRUE;
        }
      if (hooks != NULL && hooks->archive != NULL && is_database (fd))
        {
          close (fd);
          return hooks->archive (path, hooks->data);
        }
      stream = g_unix_input_stream_new (fd, TRUE);
    }
  lines = ent_line_reader_new (stream);
  if (fd >= 0 && fstat (fd, &info) == 0 && S_ISREG (info.st_mode))
    size = (gsize) info.st_size;
  else if (fd >= 0 && S_ISFIFO (info.st_mode))
    ent_line_reader_set_wait (lines, fd, (guint) MIN (seconds, G_MAXINT32));
  /* What the kernel makes as it is read has no size. */
  if (size > 0)
    ent_line_reader_set_end (lines, size);
  if (hooks != NULL && hooks->bytes != NULL)
    ent_line_reader_set_told (lines, hooks->bytes, hooks->data);
  return read_stream (reading, lines, path, size);
}

/* Reads a file, and tells whoever wants to know that it was read. */
static gboolean
read_counted (const Reading *reading,
              const char    *path)
{
  const EntReadHooks *hooks = reading->options->hooks;
  gboolean go_on = read_file (reading, path);
  struct stat info;

  if (hooks != NULL && hooks->file != NULL)
    hooks->file (stat (path, &info) == 0 && S_ISREG (info.st_mode) ? (gsize) info.st_size : 0, hooks->data);
  return go_on;
}

/* A name in a folder. */
typedef struct
{
  char *name;
  gboolean is_list; /* of references */
} FolderName;

static void
folder_name_clear (gpointer data)
{
  g_free (((FolderName *) data)->name);
}

/* By its name, and of JSON by its begin. */
static gboolean
is_reference_list (const char *path)
{
  char head[LIST_HEAD_BYTES];
  gssize length = -1;
  int fd;

  if (g_str_has_suffix (path, ".bib") || g_str_has_suffix (path, ".ris"))
    return TRUE;
  if (!g_str_has_suffix (path, ".json"))
    return FALSE;
  fd = ent_open_file (path, NULL);
  if (fd >= 0)
    {
      length = pread (fd, head, sizeof head, 0);
      close (fd);
    }
  return length > 0 && ent_format_guess (path, head, (gsize) length, FALSE) == ENT_FORMAT_CSL;
}

/* Lists of references come first: they know more of the files beside them. */
static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const FolderName *x = a;
  const FolderName *y = b;

  if (x->is_list != y->is_list)
    return x->is_list ? -1 : 1;
  return strcmp (x->name, y->name);
}

/* Names as their paths sort: a folder's with the separator that follows it in them. */
static GArray *
list_folder (const char  *path,
             GError     **error)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (FolderName));
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  if (dir == NULL)
    {
      g_propagate_error (error, ent_open_file_error (errno));
      return NULL;
    }
  g_array_set_clear_func (names, folder_name_clear);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      gboolean is_folder = g_file_test (child, G_FILE_TEST_IS_DIR);
      FolderName entry;

      if (*name == '.')
        continue;
      entry = (FolderName) { g_strconcat (name, is_folder ? "/" : "", NULL), !is_folder && is_reference_list (child) };
      g_array_append_val (names, entry);
    }
  g_array_sort (names, compare_names);
  return g_steal_pointer (&names);
}

static gboolean read_anything (const Reading *reading,
                               const char *path,
                               const Folder *parent);

static gboolean
read_folder (const Reading     *reading,
             const char        *path,
             const struct stat *info,
             const Folder      *parent)
{
  Folder folder = { parent, info->st_dev, info->st_ino, parent != NULL ? parent->depth + 1 : 0 };
  g_autoptr (GArray) names = NULL;
  GError *error = NULL;
  gboolean go_on = TRUE;

  for (const Folder *above = parent; above != NULL; above = above->parent)
    if (above->device == folder.device && above->inode == folder.inode)
      return TRUE;
  if (folder.depth > reading->options->limits.most[ENT_LIMIT_DEPTH])
    error = g_error_new (ENT_READ_ERROR, ENT_READ_ERROR_TOO_LARGE,
                         "lies deeper in other folders than the %" G_GUINT64_FORMAT " that are opened",
                         reading->options->limits.most[ENT_LIMIT_DEPTH]);
  else
    names = list_folder (path, &error);
  if (names == NULL)
    {
      fail (reading, path, error);
      return TRUE;
    }
  if (names->len == 0 && parent == NULL)
    fail (reading, path, g_error_new_literal (ENT_READ_ERROR, ENT_READ_ERROR_EMPTY, "is an empty folder"));

  for (guint i = 0; go_on && i < names->len; i++)
    {
      g_autofree char *child = g_build_filename (path, g_array_index (names, FolderName, i).name, NULL);

      if (g_str_has_suffix (child, "/"))
        child[strlen (child) - 1] = 0;
      go_on = read_anything (reading, child, &folder);
    }
  return go_on;
}

static gboolean
read_anything (const Reading *reading,
               const char    *path,
               const Folder  *parent)
{
  struct stat info;

  if (g_cancellable_is_cancelled (reading->cancellable))
    return FALSE;
  if (!g_str_equal (path, "-") && stat (path, &info) == 0 && S_ISDIR (info.st_mode))
    return read_folder (reading, path, &info, parent);
  /* In a folder, what a list of references brought already is not read again without what that knows. */
  if (parent != NULL && g_hash_table_contains (reading->named, path))
    return TRUE;
  return read_counted (reading, path);
}

/**
 * ent_reader_read_named:
 * @context: what names the file
 * @path: a file
 * @found: takes each statement, in order
 * @failed: is told each part that could not be read
 * @data: handed to both
 *
 * Returns: whether to go on with other files
 */
gboolean
ent_reader_read_named (const EntReadContext *context,
                       const char           *path,
                       EntStatementFunc      found,
                       EntReadFailureFunc    failed,
                       gpointer              data)
{
  const Reading reading = { context->options, found, failed, data, context->cancellable, context->named, TRUE };

  g_hash_table_add (context->named, g_strdup (path));
  return read_counted (&reading, path);
}

/**
 * ent_reader_read_member:
 * @context: the archive
 * @bytes: what the file holds
 * @name: its name, with that of the archive
 * @options: how to read, complete
 *
 * Returns: whether to go on with other files
 */
gboolean
ent_reader_read_member (const EntReadContext *context,
                        GBytes               *bytes,
                        const char           *name,
                        const EntReadOptions *options)
{
  const Reading reading = {
    .options = options,
    .found = context->found,
    .failed = context->failed,
    .data = context->data,
    .cancellable = context->cancellable,
  };
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  return read_stream (&reading, ent_line_reader_new (stream), name, g_bytes_get_size (bytes));
}

/* The options with their defaults filled in. */
static EntReadOptions
complete_options (const EntReadOptions *options)
{
  EntReadOptions complete = *options;

  complete.limits = ent_read_limits_complete (&options->limits);
  return complete;
}

/**
 * ent_reader_read_bytes:
 * @bytes: a file's content
 * @name: its name
 * @options: how to read
 * @found: takes each statement, in order
 * @failed: is told each part that could not be read
 * @data: handed to both
 *
 * Reads what is in memory already. The name "-" is that of standard input.
 *
 * Returns: %FALSE if @found asked to stop
 */
gboolean
ent_reader_read_bytes (GBytes               *bytes,
                       const char           *name,
                       const EntReadOptions *options,
                       EntStatementFunc      found,
                       EntReadFailureFunc    failed,
                       gpointer              data)
{
  g_autoptr (GInputStream) stream = NULL;
  EntReadOptions complete;
  Reading reading;

  g_return_val_if_fail (bytes != NULL && name != NULL && options != NULL, FALSE);
  g_return_val_if_fail (found != NULL && failed != NULL, FALSE);

  complete = complete_options (options);
  reading = (Reading) { .options = &complete, .found = found, .failed = failed, .data = data };
  stream = g_memory_input_stream_new_from_bytes (bytes);
  return read_stream (&reading, ent_line_reader_new (stream), name, g_bytes_get_size (bytes));
}

/**
 * ent_reader_read_path:
 * @path: a file, a folder, or "-" for standard input
 * @options: how to read
 * @found: takes each statement, in order
 * @failed: is told each part that could not be read
 * @data: handed to both
 * @cancellable: (nullable): to stop it
 *
 * Folders are read recursively, sorted by path, without what is hidden in them. Of a stream of statements
 * no more than one is held.
 *
 * Returns: %FALSE if @found asked to stop, or @cancellable
 */
gboolean
ent_reader_read_path (const char           *path,
                      const EntReadOptions *options,
                      EntStatementFunc      found,
                      EntReadFailureFunc    failed,
                      gpointer              data,
                      GCancellable         *cancellable)
{
  g_autoptr (GHashTable) named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  EntReadOptions complete;

  g_return_val_if_fail (path != NULL && options != NULL, FALSE);
  g_return_val_if_fail (found != NULL && failed != NULL, FALSE);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), FALSE);

  complete = complete_options (options);
  return read_anything (&(Reading) { &complete, found, failed, data, cancellable, named, FALSE }, path, NULL);
}
