/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "read/read-context.h"
#include "read/reference.h"

/* The letters of a stored file's name by which its title is known. */
#define NAME_LETTERS 40
/* In bytes: four ideographs say as much. */
#define MIN_NAME_LETTERS 12
#define MAX_DEPTH 3

/* What is read of one file of a reference: a statement is held back until it is known whether it is the only one. */
typedef struct
{
  const EntReadContext *context;
  const EntReference *reference;
  EntStatement *first;
  guint n;
  gboolean goes_on;
} Bringing;

static gboolean
give (Bringing     *bringing,
      EntStatement *statement,
      gboolean      whole)
{
  bringing->goes_on = bringing->context->found (ent_reference_apply (bringing->reference, statement, whole),
                                                bringing->context->data);
  return bringing->goes_on;
}

static gboolean
on_found (EntStatement *statement,
          gpointer      data)
{
  Bringing *bringing = data;

  if (++bringing->n == 1)
    {
      bringing->first = statement;
      return TRUE;
    }
  if (bringing->first != NULL && !give (bringing, g_steal_pointer (&bringing->first), FALSE))
    {
      ent_statement_unref (statement);
      return FALSE;
    }
  return give (bringing, statement, FALSE);
}

static void
on_failed (const char   *file,
           const GError *error,
           gpointer      data)
{
  Bringing *bringing = data;

  bringing->context->failed (file, error, bringing->context->data);
}

/* Reads one file of a reference. Returns whether to go on. */
static gboolean
bring_file (const EntReadContext *context,
            const EntReference   *reference,
            const char           *path)
{
  Bringing bringing = { context, reference, NULL, 0, TRUE };
  gboolean goes_on = ent_reader_read_named (context, path, on_found, on_failed, &bringing);

  if (bringing.first != NULL)
    give (&bringing, g_steal_pointer (&bringing.first), TRUE);
  return goes_on && bringing.goes_on;
}

/* Where reference managers store files: …/storage/ABCD1234/name. */
static gboolean
is_stored (const char *path)
{
  static const char mark[] = "/storage/";
  const char *found = strstr (path, mark);
  const char *name = found != NULL ? found + strlen (mark) : NULL;
  gsize n = 0;

  if (name == NULL || strstr (path, "/../") != NULL)
    return FALSE;
  while (g_ascii_isupper (name[n]) || g_ascii_isdigit (name[n]))
    n++;
  return n == 8 && name[n] == '/';
}

static gboolean
is_below (const char *path)
{
  g_auto (GStrv) parts = g_strsplit_set (path, "/\\", -1);

  return *path != '/' && !g_strv_contains ((const char * const *) parts, "..");
}

/* What of a path is below the list's folder, if the path is a whole one that leads there. */
static const char *
get_below (const char *folder,
           const char *path)
{
  g_autofree char *whole = g_canonicalize_filename (folder, NULL);
  gsize length = strlen (whole);

  return g_str_has_prefix (path, whole) && path[length] == '/' ? path + length + 1 : path;
}

/* The file that a list names, if it is one that a list may name: below the list, or in a store. */
static char *
find_file (const EntReadContext *context,
           const char           *path)
{
  g_autofree char *local = g_str_has_prefix (path, "file:///") ? g_filename_from_uri (path, NULL, NULL) : NULL;
  g_autofree char *full = NULL;

  if (local != NULL)
    path = local;
  else if (g_str_has_prefix (path, "file://"))
    path += strlen ("file://");
  path = get_below (context->folder, path);
  if (is_below (path))
    full = g_build_filename (context->folder, path, NULL);
  else if (is_stored (path))
    full = g_strdup (path);
  return full != NULL && g_file_test (full, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&full) : NULL;
}

/* Letters and figures alone, small: as names of files and titles can be compared. */
static char *
dup_letters (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString *letters = g_string_new (NULL);

  for (const char *at = folded; *at != 0; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (letters, g_utf8_get_char (at));
  return g_string_free (letters, FALSE);
}

/* A file in the folder of a list, and its name in letters alone. */
typedef struct
{
  char *path;
  char *letters;
} Stored;

static void
stored_clear (gpointer data)
{
  Stored *stored = data;

  g_free (stored->path);
  g_free (stored->letters);
}

static void
add_file (GArray     *files,
          const char *name,
          char       *path)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  Stored stored = { path, dup_letters (valid) };

  g_array_append_val (files, stored);
}

static void
add_files (const char *folder,
           guint       depth,
           GArray     *files)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (*name == '.')
        continue;
      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        add_file (files, name, g_steal_pointer (&path));
      else if (depth < MAX_DEPTH && g_file_test (path, G_FILE_TEST_IS_DIR)
               && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        add_files (path, depth + 1, files);
    }
}

/* Lists in CSL name no files, but stores name them "Ministry - 2021 - Title of the text.pdf". The one file whose name
 * ends with the title's beginning, if there is but one. */
static const char *
find_by_title (const GArray *files,
               const char   *title)
{
  g_autofree char *wanted = dup_letters (title);
  const char *found = NULL;

  if (g_utf8_strlen (wanted, -1) > NAME_LETTERS)
    *g_utf8_offset_to_pointer (wanted, NAME_LETTERS) = 0;
  if (strlen (wanted) < MIN_NAME_LETTERS)
    return NULL;
  for (guint i = 0; i < files->len; i++)
    {
      const Stored *stored = &g_array_index (files, Stored, i);

      if (strstr (stored->letters, wanted) == NULL)
        continue;
      if (found != NULL)
        return NULL;
      found = stored->path;
    }
  return found;
}

static void
tell_lack (const EntReadContext *context,
           const EntReference   *reference)
{
  const char *key = reference->fields[ENT_REFERENCE_KEY];
  const char *title = reference->fields[ENT_REFERENCE_TITLE];
  const char *name = key != NULL ? key : title != NULL ? title
                                                       : "";
  g_autoptr (GError) error = NULL;

  if (reference->files->len > 0)
    error = g_error_new (ENT_READ_ERROR, ENT_READ_ERROR_EMPTY, "of “%s” the file is not there: %s", name,
                         (const char *) reference->files->pdata[0]);
  else
    error = g_error_new (ENT_READ_ERROR, ENT_READ_ERROR_EMPTY, "“%s” has no file with it", name);
  context->failed (context->file, error, context->data);
}

/* Whoever exported a list without its files is told so once. */
static void
tell_lacks (const EntReadContext *context,
            const GPtrArray      *lacking,
            guint                 n_references)
{
  g_autoptr (GError) error = NULL;

  if (lacking->len == n_references && n_references > 1)
    {
      error = g_error_new (ENT_READ_ERROR, ENT_READ_ERROR_EMPTY,
                           "is a list of %u references without their files: export it with files", n_references);
      context->failed (context->file, error, context->data);
      return;
    }
  for (guint i = 0; i < lacking->len; i++)
    tell_lack (context, lacking->pdata[i]);
}

/* Returns how many files it brought; the last one may have ended it. */
static guint
bring_reference (const EntReadContext *context,
                 const EntReference   *reference,
                 const GArray         *stored,
                 gboolean             *goes_on)
{
  const char *title = reference->fields[ENT_REFERENCE_TITLE];
  guint n = 0;

  for (guint i = 0; *goes_on && i < reference->files->len; i++)
    {
      g_autofree char *path = find_file (context, reference->files->pdata[i]);

      if (path == NULL)
        continue;
      n++;
      *goes_on = bring_file (context, reference, path);
    }
  if (n == 0 && reference->files->len == 0 && title != NULL && find_by_title (stored, title) != NULL)
    {
      n++;
      *goes_on = bring_file (context, reference, find_by_title (stored, title));
    }
  return n;
}

static gboolean
bring_all (const EntReadContext *context,
           const GPtrArray      *references)
{
  g_autoptr (GArray) stored = g_array_new (FALSE, FALSE, sizeof (Stored));
  g_autoptr (GPtrArray) lacking = g_ptr_array_new ();
  gboolean goes_on = TRUE, needs_store = FALSE;

  g_array_set_clear_func (stored, stored_clear);
  for (guint i = 0; i < references->len; i++)
    needs_store = needs_store || ((const EntReference *) references->pdata[i])->files->len == 0;
  if (needs_store)
    add_files (context->folder, 0, stored);
  for (guint i = 0; goes_on && i < references->len; i++)
    if (bring_reference (context, references->pdata[i], stored, &goes_on) == 0)
      g_ptr_array_add (lacking, references->pdata[i]);
  tell_lacks (context, lacking, references->len);
  return goes_on;
}

/**
 * ent_read_references:
 * @context: what is read
 * @format: what the list is in
 * @text: the list
 *
 * Gives the statements in the files that a list of references names, with what the list knows of them: the key by which
 * they are cited, their address, date and title, and who issued them.
 *
 * Returns: whether to go on with other files
 */
gboolean
ent_read_references (const EntReadContext *context,
                     EntFormat             format,
                     const GString        *text)
{
  g_autoptr (GPtrArray) references = NULL;
  g_autoptr (GError) error = NULL;

  if (format == ENT_FORMAT_BIBTEX)
    references = ent_references_from_bibtex (text->str, text->len);
  else if (format == ENT_FORMAT_RIS)
    references = ent_references_from_ris (text->str, text->len);
  else
    references = ent_references_from_csl (text->str, text->len, &error);
  if (error == NULL && context->folder == NULL)
    error = g_error_new_literal (ENT_READ_ERROR, ENT_READ_ERROR_EMPTY,
                                 "is a list of references, whose files are not with it here");
  else if (error == NULL && references->len == 0)
    error = g_error_new_literal (ENT_READ_ERROR, ENT_READ_ERROR_EMPTY, "is a list of references without one in it");
  if (error != NULL)
    context->failed (context->file, error, context->data);
  return context->folder == NULL || bring_all (context, references);
}
