/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one file that knows libarchive's readers. */
#include "read-zip/zip-unpack.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "read/zip-message.h"

typedef struct
{
  struct archive *archive;
  struct archive_entry *entry; /* borrowed: the member that is open */
  char *name;
  guint64 n_members;
  guint64 max_members;
  gboolean is_broken; /* its end was not reached */
} Zip;

/* What is said of it. */
typedef struct
{
  EntConfinedSay say;
  gpointer data;
} Listener;

static gboolean
zip_open (Zip        *zip,
          const char *bytes,
          gsize       length,
          guint64     max_members)
{
  *zip = (Zip) { .archive = archive_read_new (), .max_members = max_members };
  archive_read_support_format_zip (zip->archive);
  return archive_read_open_memory (zip->archive, bytes, length) == ARCHIVE_OK;
}

static void
zip_close (Zip *zip)
{
  archive_read_free (zip->archive);
  g_free (zip->name);
}

/* Names that are not marked as UTF-8 are in the encoding of whoever packed them, which is found out elsewhere. */
static char *
dup_name (Zip *zip)
{
  const char *name = archive_entry_pathname_utf8 (zip->entry);

  if (name == NULL)
    name = archive_entry_pathname (zip->entry);
  return name != NULL ? g_strndup (name, ENT_ZIP_MAX_MESSAGE)
                      : g_strdup_printf ("%" G_GUINT64_FORMAT, zip->n_members);
}

static void
say_failure (const Listener *listener,
             char            tag,
             EntZipFailure   why,
             const char     *words)
{
  g_autoptr (GString) message = g_string_new (NULL);

  g_string_append_c (message, (char) why);
  if (words != NULL)
    g_string_append_len (message, words, (gssize) MIN (strlen (words), ENT_ZIP_MAX_MESSAGE - 1));
  listener->say (tag, message->str, message->len, listener->data);
}

/* Goes to the next member that is a file; folders and links are passed over. Says why it cannot, if someone listens. */
static gboolean
zip_next (Zip            *zip,
          const Listener *listener)
{
  int result;

  while ((result = archive_read_next_header (zip->archive, &zip->entry)) == ARCHIVE_OK || result == ARCHIVE_WARN)
    {
      if (++zip->n_members > zip->max_members)
        {
          zip->is_broken = TRUE;
          if (listener != NULL)
            say_failure (listener, ENT_ZIP_MESSAGE_BROKEN, ENT_ZIP_FAILURE_TOO_MANY, NULL);
          return FALSE;
        }
      if (archive_entry_filetype (zip->entry) != AE_IFREG || archive_entry_hardlink (zip->entry) != NULL)
        continue;
      g_free (zip->name);
      zip->name = dup_name (zip);
      return TRUE;
    }
  zip->is_broken = result != ARCHIVE_EOF;
  if (zip->is_broken && listener != NULL)
    say_failure (listener, ENT_ZIP_MESSAGE_BROKEN, ENT_ZIP_FAILURE_DAMAGED, archive_error_string (zip->archive));
  return FALSE;
}

static gboolean
is_text_part (const char *name)
{
  return g_str_equal (name, "word/document.xml") || g_str_equal (name, "content.xml");
}

static gboolean
is_properties_part (const char *name)
{
  return g_str_equal (name, "docProps/core.xml") || g_str_equal (name, "meta.xml");
}

/* As in folders, what is hidden is not read; nor what a system adds of its own. */
static gboolean
is_hidden (const char *name)
{
  return *name == '.' || strstr (name, "/.") != NULL || g_str_has_prefix (name, "__MACOSX/");
}

static gboolean
leaves_archive (const char *name)
{
  g_auto (GStrv) parts = g_strsplit_set (name, "/\\", -1);

  return *name == '/' || g_strv_contains ((const char * const *) parts, "..");
}

/* By the names of its members alone. */
static EntZipContents
find_contents (Zip *zip)
{
  gboolean has_mark = FALSE, has_text = FALSE;

  while (zip_next (zip, NULL))
    {
      has_mark = has_mark || g_str_equal (zip->name, "[Content_Types].xml") || g_str_equal (zip->name, "mimetype");
      has_text = has_text || is_text_part (zip->name);
    }
  if (!has_mark)
    return ENT_ZIP_CONTENTS_FILES;
  return has_text ? ENT_ZIP_CONTENTS_TEXT : ENT_ZIP_CONTENTS_OTHER;
}

/* Says what a member holds. Returns how many bytes that are, 0 if they are not whole. */
static guint64
say_content (Zip                *zip,
             guint64             left,
             const EntZipLimits *limits,
             const Listener     *listener)
{
  guint64 limit = MIN (left, limits->size);
  char block[ENT_ZIP_MAX_MESSAGE];
  guint64 size = 0;
  la_ssize_t n;

  if (archive_entry_is_encrypted (zip->entry))
    {
      say_failure (listener, ENT_ZIP_MESSAGE_FAILED, ENT_ZIP_FAILURE_LOCKED, NULL);
      return 0;
    }
  while ((n = archive_read_data (zip->archive, block, sizeof block)) > 0)
    {
      if ((guint64) n > limit - size)
        {
          say_failure (listener, ENT_ZIP_MESSAGE_FAILED,
                       left < limits->size ? ENT_ZIP_FAILURE_TOO_MUCH : ENT_ZIP_FAILURE_TOO_LARGE, NULL);
          return 0;
        }
      size += (guint64) n;
      listener->say (ENT_ZIP_MESSAGE_BYTES, block, (gsize) n, listener->data);
    }
  if (n == 0)
    {
      listener->say (ENT_ZIP_MESSAGE_WHOLE, NULL, 0, listener->data);
      return size;
    }
  say_failure (listener, ENT_ZIP_MESSAGE_FAILED, ENT_ZIP_FAILURE_DAMAGED, archive_error_string (zip->archive));
  return 0;
}

static void
say_members (Zip                *zip,
             EntZipContents      contents,
             const EntZipLimits *limits,
             const Listener     *listener)
{
  guint64 left = limits->total, n_files = 0;

  while (zip_next (zip, listener))
    {
      gboolean leaves = leaves_archive (zip->name);

      n_files++;
      if (contents == ENT_ZIP_CONTENTS_TEXT ? !is_text_part (zip->name) && !is_properties_part (zip->name)
                                            : !leaves && is_hidden (zip->name))
        continue;
      listener->say (ENT_ZIP_MESSAGE_MEMBER, zip->name, strlen (zip->name), listener->data);
      if (leaves)
        say_failure (listener, ENT_ZIP_MESSAGE_FAILED, ENT_ZIP_FAILURE_LEAVES, NULL);
      else
        left -= say_content (zip, left, limits, listener);
    }
  if (n_files == 0 && !zip->is_broken)
    say_failure (listener, ENT_ZIP_MESSAGE_BROKEN, ENT_ZIP_FAILURE_EMPTY, NULL);
}

/**
 * ent_zip_unpack:
 * @bytes: a ZIP archive
 * @length: its length
 * @limits: what is too much
 * @say: is told what is in it, in the messages of zip-message.h
 * @data: handed to @say
 */
void
ent_zip_unpack (const char         *bytes,
                gsize               length,
                const EntZipLimits *limits,
                EntConfinedSay      say,
                gpointer            data)
{
  const Listener listener = { say, data };
  EntZipContents contents = ENT_ZIP_CONTENTS_FILES;
  char code;
  Zip zip;

  g_return_if_fail (bytes != NULL || length == 0);
  g_return_if_fail (limits != NULL && say != NULL);

  if (zip_open (&zip, bytes, length, limits->members))
    contents = find_contents (&zip);
  zip_close (&zip);
  code = (char) contents;
  say (ENT_ZIP_MESSAGE_CONTENTS, &code, 1, data);
  if (contents == ENT_ZIP_CONTENTS_OTHER)
    return;
  if (zip_open (&zip, bytes, length, limits->members))
    say_members (&zip, contents, limits, &listener);
  else
    say_failure (&listener, ENT_ZIP_MESSAGE_BROKEN, ENT_ZIP_FAILURE_DAMAGED, archive_error_string (zip.archive));
  zip_close (&zip);
}
