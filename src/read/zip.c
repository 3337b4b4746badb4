/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/zip.h"

#include <string.h>

#include "read/charset.h"
#include "read/helper-process.h"

struct _EntZip
{
  EntHelperProcess *process;
  const EntReadLimits *limits; /* borrowed */
  char *name;
  guint64 n_members;
  gboolean is_open; /* whether what a member holds was not passed yet */
};

static const char what[] = "ZIP archive";

/* How long one member may take, as one file may. */
static gint64
get_deadline (const EntZip *self)
{
  return ent_read_clock_start (self->limits).end;
}

/* Reads a message. At the end, or where the program says no more without having said that this is the end, there is
 * none, and in the latter case an error. */
static gboolean
read_message (EntZip            *self,
              gint64             deadline,
              EntHelperMessage  *message,
              GError           **error)
{
  EntHelperState state = ent_helper_process_read (self->process, ENT_ZIP_MAX_MESSAGE, deadline, message);

  if (state == ENT_HELPER_CANCELLED)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "was not read to its end");
  else if (state != ENT_HELPER_SAID && state != ENT_HELPER_DONE)
    g_propagate_error (error, ent_helper_process_make_error (state, self->limits, what));
  return state == ENT_HELPER_SAID;
}

/* What is said of a member or an archive, in a line. */
static GError *
make_failure (const EntZip           *self,
              const EntHelperMessage *message)
{
  g_autofree char *words = NULL;

  switch (message->length > 0 ? message->bytes[0] : ENT_ZIP_FAILURE_DAMAGED)
    {
    case ENT_ZIP_FAILURE_LOCKED:
      return g_error_new_literal (ENT_READ_ERROR, ENT_READ_ERROR_BINARY, "is encrypted");
    case ENT_ZIP_FAILURE_TOO_MANY:
      return g_error_new (ENT_READ_ERROR, ENT_READ_ERROR_TOO_LARGE,
                          "has more than the %" G_GUINT64_FORMAT " members that are read",
                          self->limits->most[ENT_LIMIT_MEMBERS]);
    case ENT_ZIP_FAILURE_TOO_LARGE:
      return ent_read_error_too_large (self->limits);
    case ENT_ZIP_FAILURE_TOO_MUCH:
      return g_error_new (ENT_READ_ERROR, ENT_READ_ERROR_TOO_LARGE,
                          "lets its archive unpack to more than the %" G_GUINT64_FORMAT " times its size that are read",
                          self->limits->most[ENT_LIMIT_RATIO]);
    case ENT_ZIP_FAILURE_LEAVES:
      return g_error_new_literal (ENT_READ_ERROR, ENT_READ_ERROR_MALFORMED,
                                  "has a name that leads out of its archive");
    case ENT_ZIP_FAILURE_EMPTY:
      return g_error_new_literal (ENT_READ_ERROR, ENT_READ_ERROR_EMPTY, "is an archive without a file in it");
    default:
      words = message->length > 1
                ? g_utf8_make_valid ((const char *) message->bytes + 1, (gssize) message->length - 1)
                : g_strdup ("is no ZIP archive");
      /* Some are of several lines. */
      for (char *p = words; *p != 0; p++)
        if (g_ascii_iscntrl (*p))
          *p = ' ';
      return g_error_new (ENT_READ_ERROR, ENT_READ_ERROR_MALFORMED, "cannot be unpacked: %s", g_strchomp (words));
    }
}

/**
 * ent_zip_new:
 * @context: what is read; it must outlive what is returned
 * @bytes: an archive
 * @length: its length
 * @limit: the most bytes that it may unpack to
 * @contents: (out): what it is
 * @error: set if it is none, or nothing is there to unpack it
 *
 * Returns: (transfer full): the archive, before its first member, or %NULL
 */
EntZip *
ent_zip_new (const EntReadContext  *context,
             const char            *bytes,
             gsize                  length,
             guint64                limit,
             EntZipContents        *contents,
             GError               **error)
{
  const EntReadLimits *limits = &context->options->limits;
  g_autofree char *memory = g_strdup_printf ("%" G_GUINT64_FORMAT, limits->most[ENT_LIMIT_MEMORY] + length);
  g_autofree char *members = g_strdup_printf ("%" G_GUINT64_FORMAT, limits->most[ENT_LIMIT_MEMBERS]);
  g_autofree char *size = g_strdup_printf ("%" G_GUINT64_FORMAT, limits->most[ENT_LIMIT_SIZE]);
  g_autofree char *total = g_strdup_printf ("%" G_GUINT64_FORMAT, limit);
  const char * const arguments[] = { memory, members, size, total, NULL };
  g_autoptr (EntZip) self = g_new0 (EntZip, 1);
  g_autoptr (GError) failure = NULL;
  EntHelperMessage message;

  g_return_val_if_fail (bytes != NULL || length == 0, NULL);
  g_return_val_if_fail (contents != NULL, NULL);

  self->limits = limits;
  self->process = ent_helper_process_new (context, "entente-read-zip", arguments, bytes, length);
  gboolean is_said = read_message (self, get_deadline (self), &message, &failure);
  if (!is_said || message.tag != ENT_ZIP_MESSAGE_CONTENTS || message.length != 1)
    {
      g_propagate_error (error, failure != NULL ? g_steal_pointer (&failure)
                                                : ent_helper_process_make_error (ENT_HELPER_CRASHED, limits, what));
      return NULL;
    }
  *contents = message.bytes[0];
  return g_steal_pointer (&self);
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
  ent_helper_process_free (zip->process);
  g_free (zip->name);
  g_free (zip);
}

/* Names that are not in UTF-8 are in the encoding of whoever packed them. */
static char *
dup_name (const EntHelperMessage *message)
{
  const char *name = (const char *) message->bytes;
  g_autoptr (GString) utf8 = g_string_new (NULL);

  if (g_utf8_validate_len (name, message->length, NULL))
    g_string_append_len (utf8, name, (gssize) message->length);
  else
    {
      gsize bom;

      if (!ent_charset_append_utf8 (ent_charset_guess (name, message->length, TRUE, &bom), name, message->length, utf8))
        return g_utf8_make_valid (name, (gssize) message->length);
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
 * Goes to the next member that is to be read, over what was not read of the last.
 *
 * Returns: %FALSE at the end, or with @error
 */
gboolean
ent_zip_next (EntZip      *zip,
              const char **name,
              GError     **error)
{
  gint64 deadline;
  EntHelperMessage message;

  g_return_val_if_fail (zip != NULL && name != NULL, FALSE);

  deadline = get_deadline (zip);
  while (read_message (zip, deadline, &message, error))
    {
      if (message.tag == ENT_ZIP_MESSAGE_BROKEN)
        {
          g_propagate_error (error, make_failure (zip, &message));
          return FALSE;
        }
      if (message.tag != ENT_ZIP_MESSAGE_MEMBER)
        continue;
      if (++zip->n_members > zip->limits->most[ENT_LIMIT_MEMBERS])
        {
          const guint8 code = ENT_ZIP_FAILURE_TOO_MANY;

          g_propagate_error (error, make_failure (zip, &(EntHelperMessage) { .bytes = &code, .length = 1 }));
          return FALSE;
        }
      g_free (zip->name);
      *name = zip->name = dup_name (&message);
      zip->is_open = TRUE;
      return TRUE;
    }
  return FALSE;
}

/**
 * ent_zip_read:
 * @zip: an archive, at a member
 * @left: the most bytes that its archive may still unpack to
 * @error: set if it is broken, encrypted or larger than that, or than a file may be
 *
 * Returns: (transfer full): what the member holds, or %NULL
 */
GBytes *
ent_zip_read (EntZip   *zip,
              guint64   left,
              GError  **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  gboolean is_whole = FALSE;
  gint64 deadline;
  guint64 size;
  EntHelperMessage message;

  g_return_val_if_fail (zip != NULL && zip->is_open, NULL);

  zip->is_open = FALSE;
  size = zip->limits->most[ENT_LIMIT_SIZE];
  deadline = get_deadline (zip);
  while (!is_whole)
    {
      if (!read_message (zip, deadline, &message, error))
        {
          if (error != NULL && *error == NULL)
            g_propagate_error (error, ent_helper_process_make_error (ENT_HELPER_CRASHED, zip->limits, what));
          return NULL;
        }
      if (message.tag == ENT_ZIP_MESSAGE_FAILED)
        {
          g_propagate_error (error, make_failure (zip, &message));
          return NULL;
        }
      is_whole = message.tag == ENT_ZIP_MESSAGE_WHOLE;
      if (message.tag != ENT_ZIP_MESSAGE_BYTES)
        continue;
      if (message.length > MIN (left, size) - content->len || message.length > G_MAXINT32 - content->len)
        {
          const guint8 code = left < size ? ENT_ZIP_FAILURE_TOO_MUCH : ENT_ZIP_FAILURE_TOO_LARGE;

          g_propagate_error (error, make_failure (zip, &(EntHelperMessage) { .bytes = &code, .length = 1 }));
          return NULL;
        }
      g_byte_array_append (content, message.bytes, (guint) message.length);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}
