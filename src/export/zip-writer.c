/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/zip-writer.h"

#include <archive.h>
#include <archive_entry.h>

/* Permissions of a member, as ZIP made on Unix tells them. */
#define MEMBER_MODE 0644

struct _EntZipWriter
{
  EntExportSink *sink;
  struct archive *archive;
};

static la_ssize_t
write_cb (struct archive *archive,
          void           *data,
          const void     *bytes,
          size_t          length)
{
  return ent_export_sink_write (data, bytes, length) ? (la_ssize_t) length : -1;
}

static void
check (EntZipWriter *writer,
       int           status)
{
  if (status >= ARCHIVE_WARN)
    return;
  const char *why = archive_error_string (writer->archive);
  ent_export_sink_fail (writer->sink, g_error_new (ENT_EXPORT_ERROR, ENT_EXPORT_ERROR_PACKING,
                                                   "The document cannot be packed: %s",
                                                   why != NULL ? why : "no reason was given"));
}

/**
 * ent_zip_writer_new:
 * @sink: where the archive goes; keeps what goes wrong
 *
 * Returns: (transfer full): an archive to add members to; whole when it is freed
 */
EntZipWriter *
ent_zip_writer_new (EntExportSink *sink)
{
  EntZipWriter *writer = g_new0 (EntZipWriter, 1);

  writer->sink = sink;
  writer->archive = archive_write_new ();
  check (writer, archive_write_set_format_zip (writer->archive));
  /* No padding behind the end, which some readers of documents take for damage. */
  archive_write_set_bytes_per_block (writer->archive, 0);
  check (writer, archive_write_open (writer->archive, sink, NULL, write_cb, NULL));
  return writer;
}

/**
 * ent_zip_writer_add:
 * @writer: an archive
 * @name: of the member
 * @content: its bytes
 */
void
ent_zip_writer_add (EntZipWriter  *writer,
                    const char    *name,
                    const GString *content)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (la_int64_t) content->len);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, MEMBER_MODE);
  /* The first time there is: it is told the same in every zone. */
  archive_entry_set_mtime (entry, 0, 0);
  check (writer, archive_write_header (writer->archive, entry));
  if (archive_write_data (writer->archive, content->str, content->len) < 0)
    check (writer, ARCHIVE_FATAL);
  archive_entry_free (entry);
}

/**
 * ent_zip_writer_free:
 * @writer: (transfer full): an archive
 *
 * Writes the end of the archive and lets go of it.
 */
void
ent_zip_writer_free (EntZipWriter *writer)
{
  check (writer, archive_write_close (writer->archive));
  archive_write_free (writer->archive);
  g_free (writer);
}
