/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "read/helper-process.h"
#include "read/pdf-message.h"
#include "read/read-context.h"
#include "read/record.h"

/* Beside the text: the table of pages, titles and the like. */
#define MORE_OUTPUT (64 * 1024 * 1024)

static guint32
read_number (const guint8 *bytes)
{
  guint32 number;

  memcpy (&number, bytes, sizeof number);
  return GUINT32_FROM_BE (number);
}

static void
set_field (EntRecord    *record,
           EntField      field,
           const guint8 *bytes,
           gsize         length)
{
  g_autofree char *valid = g_utf8_make_valid ((const char *) bytes, (gssize) length);

  if (record->fields[field] == NULL && *valid != 0)
    record->fields[field] = g_string_new (valid);
}

/* The places of pages in a text, as they were told; none is beyond the text or before the last. */
static GArray *
read_pages (const GString *text,
            const guint8  *bytes,
            gsize          length)
{
  GArray *pages = g_array_new (FALSE, FALSE, sizeof (EntPageStart));

  for (gsize i = 0; i + 8 <= length; i += 8)
    {
      EntPageStart page = { read_number (bytes + i), read_number (bytes + i + 4) };

      if (page.start >= text->len || (text->str[page.start] & 0xC0) == 0x80
          || (pages->len > 0 && g_array_index (pages, EntPageStart, pages->len - 1).start >= page.start))
        break;
      g_array_append_val (pages, page);
    }
  return pages;
}

/* Why a document cannot be read, in the words of this reader. */
static GError *
make_failure (const EntReadContext *context,
              guint8                why)
{
  const EntReadLimits *limits = &context->options->limits;

  switch (why)
    {
    case ENT_PDF_FAILURE_DAMAGED:
      return g_error_new_literal (ENT_READ_ERROR, ENT_READ_ERROR_MALFORMED, "is a PDF document that is damaged");
    case ENT_PDF_FAILURE_LOCKED:
      return g_error_new_literal (ENT_READ_ERROR, ENT_READ_ERROR_BINARY, "is a PDF document that a password locks");
    case ENT_PDF_FAILURE_TOO_LONG:
      return g_error_new (ENT_READ_ERROR, ENT_READ_ERROR_TOO_LARGE,
                          "has more than the %" G_GUINT64_FORMAT " pages that one document may have",
                          limits->most[ENT_LIMIT_PAGES]);
    case ENT_PDF_FAILURE_TOO_LARGE:
      return ent_read_error_too_large (limits);
    case ENT_PDF_FAILURE_NO_TEXT:
      return g_error_new_literal (ENT_READ_ERROR, ENT_READ_ERROR_EMPTY,
                                  "is a PDF document without a text in it: pictures of pages are not read");
    case ENT_PDF_FAILURE_NO_LETTERS:
      return g_error_new_literal (ENT_READ_ERROR, ENT_READ_ERROR_EMPTY,
                                  "is a PDF document that does not tell which letters its glyphs are");
    default:
      return g_error_new_literal (ENT_READ_ERROR, ENT_READ_ERROR_BINARY,
                                  "is a PDF document, and what reads these cannot be shut in on this system");
    }
}

/* Where there is no message that it is right to go on after. */
static GError *
make_end (const EntReadContext *context,
          EntHelperEnd          end)
{
  switch (end)
    {
    case ENT_HELPER_MISSING:
      return g_error_new_literal (ENT_READ_ERROR, ENT_READ_ERROR_BINARY,
                                  "is a PDF document, and the program that reads these is not installed");
    case ENT_HELPER_TOO_LONG:
      return ent_read_clock_error (&context->clock);
    case ENT_HELPER_TOO_LARGE:
      return ent_read_error_too_large (&context->options->limits);
    default:
      return g_error_new_literal (ENT_READ_ERROR, ENT_READ_ERROR_MALFORMED,
                                  "is a PDF document that is damaged, or asks for more memory than it may have");
    }
}

static void
take_message (const EntReadContext  *context,
              guint8                 tag,
              const guint8          *bytes,
              gsize                  length,
              EntRecord             *record,
              GError               **error)
{
  GString *text = record->fields[ENT_FIELD_TEXT];

  if (tag == ENT_PDF_MESSAGE_TITLE)
    set_field (record, ENT_FIELD_TITLE, bytes, length);
  else if (tag == ENT_PDF_MESSAGE_AUTHOR)
    set_field (record, ENT_FIELD_AUTHOR, bytes, length);
  else if (tag == ENT_PDF_MESSAGE_DATE)
    set_field (record, ENT_FIELD_FILE_DATE, bytes, length);
  else if (tag == ENT_PDF_MESSAGE_TEXT)
    set_field (record, ENT_FIELD_TEXT, bytes, length);
  else if (tag == ENT_PDF_MESSAGE_PAGES && text != NULL && record->pages == NULL)
    record->pages = read_pages (text, bytes, length);
  else if (tag == ENT_PDF_MESSAGE_NOTES && text != NULL && length == 4 && read_number (bytes) < text->len)
    record->notes = read_number (bytes);
  else if (tag == ENT_PDF_MESSAGE_LACKS && length == 4)
    {
      g_autoptr (GError) lacks = g_error_new (ENT_READ_ERROR, ENT_READ_ERROR_MALFORMED,
                                              "lacks %u of its pages; the others are read", read_number (bytes));

      context->failed (context->file, lacks, context->data);
    }
  else if (tag == ENT_PDF_MESSAGE_FAILED && length == 1)
    *error = make_failure (context, *bytes);
}

/* Takes what the program said into the record. */
static gboolean
take_messages (const EntReadContext  *context,
               const GByteArray      *output,
               EntRecord             *record,
               GError               **error)
{
  gsize at = 0;

  while (*error == NULL && output->len - at >= ENT_PDF_MESSAGE_HEAD)
    {
      const guint8 *message = output->data + at;
      gsize length = read_number (message + 1);

      at += ENT_PDF_MESSAGE_HEAD;
      if (length > output->len - at)
        break;
      at += length;
      if (*message == ENT_PDF_MESSAGE_END)
        return record->fields[ENT_FIELD_TEXT] != NULL;
      take_message (context, *message, message + ENT_PDF_MESSAGE_HEAD, length, record, error);
    }
  return FALSE;
}

static gboolean
fill_record (const EntReadContext  *context,
             const char            *bytes,
             gsize                  length,
             EntRecord             *record,
             GError               **error)
{
  const EntReadLimits *limits = &context->options->limits;
  guint64 max_text = MIN (limits->most[ENT_LIMIT_SIZE], G_MAXUINT32 - 1);
  g_autofree char *memory = g_strdup_printf ("%" G_GUINT64_FORMAT, limits->most[ENT_LIMIT_MEMORY] + length);
  g_autofree char *seconds = g_strdup_printf ("%" G_GUINT64_FORMAT, limits->most[ENT_LIMIT_SECONDS]);
  g_autofree char *pages = g_strdup_printf ("%" G_GUINT64_FORMAT, limits->most[ENT_LIMIT_PAGES]);
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, max_text);
  const char * const argv[] = { context->options->pdf_program, memory, seconds, pages, text, NULL };
  g_autoptr (GByteArray) output = g_byte_array_new ();
  EntHelperEnd end = ENT_HELPER_MISSING;

  if (argv[0] != NULL)
    end = ent_helper_process_run (argv, bytes, length, MIN (max_text + MORE_OUTPUT, G_MAXINT32),
                                  (guint) MIN (limits->most[ENT_LIMIT_SECONDS], G_MAXINT32), context->cancellable,
                                  output);
  if (end == ENT_HELPER_DONE && take_messages (context, output, record, error))
    return TRUE;
  if (*error == NULL)
    *error = make_end (context, end);
  return FALSE;
}

/**
 * ent_read_pdf:
 * @context: what is read
 * @bytes: a PDF document
 * @length: its length
 *
 * Gives the one statement that it is, read by a program of its own without rights: whatever the document does to that,
 * it is one file that could not be read.
 *
 * Returns: whether to go on with other files
 */
gboolean
ent_read_pdf (const EntReadContext *context,
              const char           *bytes,
              gsize                 length)
{
  g_auto (EntRecord) record = { 0 };
  g_autoptr (GError) error = NULL;
  EntStatement *statement = NULL;

  if (fill_record (context, bytes, length, &record, &error))
    statement = ent_record_to_statement (&record, context->file, context->options, NULL, &error);
  if (statement != NULL)
    return context->found (statement, context->data);
  if (g_cancellable_is_cancelled (context->cancellable))
    return FALSE;
  context->failed (context->file, error, context->data);
  return TRUE;
}
