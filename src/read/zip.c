/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one file that knows libarchive. */
#include "read/zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "read/charset.h"
#include "read/reader.h"

#define BLOCK (64 * 1024)

struct _EntZip
{
  struct archive *archive;
  struct archive_entry *entry; /* borrowed: the member that is open */
  char *name;
  guint n_members;
  guint64 max_members;
};

static void
set_error (EntZip  *self,
           GError **error)
{
  const char *why = archive_error_string (self->archive);
  g_autofree char *valid = g_strchomp (g_utf8_make_valid (why != NULL ? why : "is no ZIP archive", -1));

  /* Some are of several lines. */
  for (char *p = valid; *p != 0; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  g_set_error (error, ENT_READ_ERROR, ENT_READ_ERROR_MALFORMED, "cannot be unpacked: %s", valid);
}

/**
 * ent_zip_new:
 * @bytes: an archive; it must outlive what is returned
 * @length: its length
 * @max_members: the most members that it may have
 * @error: set if it is none
 *
 * Returns: (transfer full): the archive, before its first member, or %NULL
 */
EntZip *
ent_zip_new (const char  *bytes,
             gsize        length,
             guint64      max_members,
             GError     **error)
{
  g_autoptr (EntZip) self = g_new0 (EntZip, 1);

  g_return_val_if_fail (bytes != NULL || length == 0, NULL);

  self->max_members = max_members;
  self->archive = archive_read_new ();
  archive_read_support_format_zip (self->archive);
  if (archive_read_open_memory (self->archive, bytes, length) == ARCHIVE_OK)
    return g_steal_pointer (&self);
  set_error (self, error);
  return NULL;
}

/**
 * ent_zip_free:
 * @zip: (nullable): an archive
 */
void
ent_zip_free (EntZip *zip)
{
  if (zip == NULL)
    return;
  archive_read_free (zip->archive);
  g_free (zip->name);
  g_free (zip);
}

/* Names that are not marked as UTF-8 are in the encoding of whoever packed them. */
static char *
dup_name (EntZip *self)
{
  const char *name = archive_entry_pathname_utf8 (self->entry);
  g_autoptr (GString) utf8 = g_string_new (NULL);

  if (name == NULL)
    name = archive_entry_pathname (self->entry);
  if (name == NULL)
    return g_strdup_printf ("%u", self->n_members);
  if (g_utf8_validate (name, -1, NULL))
    g_string_append (utf8, name);
  else
    {
      gsize bom, length = strlen (name);

      if (!ent_charset_append_utf8 (ent_charset_guess (name, length, TRUE, &bom), name, length, utf8))
        return g_utf8_make_valid (name, -1);
    }
  for (char *p = utf8->str; *p != 0; p++)
    if (g_ascii_iscntrl (*p))
      *p = '?';
  return g_strdup (utf8->str);
}

/**
 * ent_zip_next:
 * @zip: an archive
 * @name: (out) (transfer none): the member's path in it, in UTF-8, until the next call
 * @error: set if the archive is broken
 *
 * Goes to the next member that is a file; folders and links are passed over.
 *
 * Returns: %FALSE at the end, or with @error
 */
gboolean
ent_zip_next (EntZip      *zip,
              const char **name,
              GError     **error)
{
  int result;

  g_return_val_if_fail (zip != NULL && name != NULL, FALSE);

  while ((result = archive_read_next_header (zip->archive, &zip->entry)) == ARCHIVE_OK || result == ARCHIVE_WARN)
    {
      if (++zip->n_members > zip->max_members)
        {
          g_set_error (error, ENT_READ_ERROR, ENT_READ_ERROR_TOO_LARGE,
                       "has more than the %" G_GUINT64_FORMAT " members that are read", zip->max_members);
          return FALSE;
        }
      if (archive_entry_filetype (zip->entry) != AE_IFREG || archive_entry_hardlink (zip->entry) != NULL)
        continue;
      g_free (zip->name);
      *name = zip->name = dup_name (zip);
      return TRUE;
    }
  if (result != ARCHIVE_EOF)
    set_error (zip, error);
  return FALSE;
}

/**
 * ent_zip_read:
 * @zip: an archive, at a member
 * @limit: the most bytes that it may have
 * @error: set if it is broken, encrypted or larger
 *
 * Returns: (transfer full): what the member holds, or %NULL
 */
GBytes *
ent_zip_read (EntZip  *zip,
              gsize    limit,
              GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  guint8 block[BLOCK];
  la_ssize_t n;

  g_return_val_if_fail (zip != NULL && zip->entry != NULL, NULL);

  if (archive_entry_is_encrypted (zip->entry))
    {
      g_set_error_literal (error, ENT_READ_ERROR, ENT_READ_ERROR_BINARY, "is encrypted");
      return NULL;
    }
  while ((n = archive_read_data (zip->archive, block, sizeof block)) > 0)
    {
      if ((gsize) n > limit - content->len || content->len > G_MAXINT)
        {
          g_set_error_literal (error, ENT_READ_ERROR, ENT_READ_ERROR_TOO_LARGE, "unpacks to more than is read");
          return NULL;
        }
      g_byte_array_append (content, block, (guint) n);
    }
  if (n < 0)
    {
      set_error (zip, error);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}
