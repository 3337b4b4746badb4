/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "read/office-text.h"
#include "read/read-context.h"
#include "read/record.h"
#include "read/zip.h"

/* What any archive may unpack to, in bytes; larger ones to as many times their size as the limit says. */
#define FREE_BYTES (4 * 1024 * 1024)
/* An archive may hold archives, and these no more. */
#define MAX_DEPTH 2

/* What all archives inside each other share. */
typedef struct _EntZipReading
{
  guint depth;
  guint64 left; /* bytes that may still be unpacked */
} EntZipReading;

static gboolean
is_properties_part (const char *name)
{
  return g_str_equal (name, "docProps/core.xml") || g_str_equal (name, "meta.xml");
}

static GBytes *
unpack (const EntReadContext  *context,
        EntZipReading         *archive,
        EntZip                *zip,
        GError               **error)
{
  GBytes *content = ent_zip_read (zip, archive->left, error);

  if (content != NULL)
    archive->left -= g_bytes_get_size (content);
  return content;
}

static gboolean
fill_record (const EntReadContext  *context,
             EntZipReading         *archive,
             EntZip                *zip,
             EntRecord             *record,
             GError               **error)
{
  const char *name;
  g_autoptr (GError) own_error = NULL;

  while (own_error == NULL && ent_zip_next (zip, &name, &own_error))
    {
      g_autofree char *part = g_strdup (name);
      g_autoptr (GBytes) content = NULL;

      content = unpack (context, archive, zip, &own_error);
      if (content != NULL && is_properties_part (part))
        ent_office_text_facts (content, record);
      else if (content != NULL && record->fields[ENT_FIELD_TEXT] == NULL)
        ent_office_text_read (content, &context->clock, record, &own_error);
      if (own_error != NULL)
        g_prefix_error (&own_error, "%s: ", part);
    }
  if (own_error == NULL && record->fields[ENT_FIELD_TEXT] != NULL)
    return TRUE;
  if (own_error != NULL)
    g_propagate_error (error, g_steal_pointer (&own_error));
  else
    g_set_error_literal (error, ENT_READ_ERROR, ENT_READ_ERROR_EMPTY, "is a document without a text in it");
  return FALSE;
}

static gboolean
give_document (const EntReadContext *context,
               EntZipReading        *archive,
               EntZip               *zip)
{
  g_auto (EntRecord) record = { 0 };
  g_autoptr (GError) error = NULL;
  EntStatement *statement = NULL;

  if (fill_record (context, archive, zip, &record, &error))
    statement = ent_record_to_statement (&record, context->file, context->options, NULL, &error);
  if (statement != NULL)
    return context->found (statement, context->data);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  context->failed (context->file, error, context->data);
  return TRUE;
}

static gboolean
give_member (const EntReadContext *context,
             EntZipReading        *archive,
             EntZip               *zip,
             const char           *name)
{
  g_autofree char *file = g_strdup_printf ("%s!%s", context->file, name);
  EntReadOptions options = *context->options;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = unpack (context, archive, zip, &error);

  options.archive = archive;
  if (content != NULL)
    return ent_reader_read_member (context, content, file, &options);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  context->failed (file, error, context->data);
  return TRUE;
}

static gboolean
give_members (const EntReadContext *context,
              EntZipReading        *archive,
              EntZip               *zip)
{
  g_autoptr (GError) error = NULL;
  const char *name;

  while (!g_cancellable_is_cancelled (context->cancellable) && ent_zip_next (zip, &name, &error))
    if (!give_member (context, archive, zip, name))
      return FALSE;
  if (g_cancellable_is_cancelled (context->cancellable))
    return FALSE;
  if (error != NULL)
    context->failed (context->file, error, context->data);
  return TRUE;
}

static guint64
multiply (guint64 a,
          guint64 b)
{
  return b != 0 && a > G_MAXINT64 / b ? G_MAXINT64 : a * b;
}

/**
 * ent_read_zip:
 * @context: what is read
 * @bytes: a ZIP archive
 * @length: its length
 *
 * Gives the statement that a Word document or an OpenDocument text is, or each file of another archive, read as it
 * would be by itself and named `ARCHIVE!member`. A program of its own without rights unpacks them, so that whatever
 * the archive does to that, it is one file that could not be read. One member is held at a time and none is written to
 * a disk.
 *
 * Returns: whether to go on with other files
 */
gboolean
ent_read_zip (const EntReadContext *context,
              const char           *bytes,
              gsize                 length)
{
  guint64 ratio = context->options->limits.most[ENT_LIMIT_RATIO];
  EntZipReading own = { 0, multiply (length, ratio) + FREE_BYTES };
  EntZipReading *archive = context->options->archive != NULL ? context->options->archive : &own;
  EntZipContents contents = ENT_ZIP_CONTENTS_FILES;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntZip) zip = ent_zip_new (context, bytes, length, archive->left, &contents, &error);
  gboolean go_on;

  if (zip != NULL && contents == ENT_ZIP_CONTENTS_OTHER)
    error = g_error_new_literal (ENT_READ_ERROR, ENT_READ_ERROR_BINARY, "is an Office document that is no text");
  else if (zip != NULL && contents == ENT_ZIP_CONTENTS_FILES && archive->depth >= MAX_DEPTH)
    error = g_error_new_literal (ENT_READ_ERROR, ENT_READ_ERROR_TOO_LARGE, "lies in more archives than are opened");
  if (g_cancellable_is_cancelled (context->cancellable))
    return FALSE;
  if (error != NULL)
    {
      context->failed (context->file, error, context->data);
      return TRUE;
    }
  archive->depth++;
  if (contents == ENT_ZIP_CONTENTS_TEXT)
    go_on = give_document (context, archive, zip);
  else
    go_on = give_members (context, archive, zip);
  archive->depth--;
  return go_on;
}
