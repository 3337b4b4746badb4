/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/helper-process.h"
#include "read/pdf-message.h"
#include "read/read-context.h"
#include "read/record.h"

/* Beside the text: the table of pages, titles and the like. */
#define MORE_OUTPUT (64 * 1024 * 1024)
#define PDF "PDF document"

static void
set_field (EntRecord              *record,
           EntField                field,
           const EntHelperMessage *message)
{
  g_autofree char *valid = g_utf8_make_valid ((const char *) message->bytes, (gssize) message->length);

  if (record->fields[field] == NULL && *valid != 0)
    record->fields[field] = g_string_new (valid);
}

/* The places of pages in a text, as they were told; none is beyond the text or before the last. */
static GArray *
read_pages (const GString          *text,
            const EntHelperMessage *message)
{
  GArray *pages = g_array_new (FALSE, FALSE, sizeof (EntPageStart));

  for (gsize i = 0; i + 8 <= message->length; i += 8)
    {
      EntPageStart page = {
        ent_helper_message_get_number (message, i),
        ent_helper_message_get_number (message, i + 4),
      };

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
      return ent_helper_process_make_error (ENT_HELPER_CRASHED, limits, PDF);
    }
}

static void
take_message (const EntReadContext    *context,
              const EntHelperMessage  *message,
              EntRecord               *record,
              GError                 **error)
{
  GString *text = record->fields[ENT_FIELD_TEXT];
  guint32 number = ent_helper_message_get_number (message, 0);

  if (message->tag == ENT_PDF_MESSAGE_TITLE)
    set_field (record, ENT_FIELD_TITLE, message);
  else if (message->tag == ENT_PDF_MESSAGE_AUTHOR)
    set_field (record, ENT_FIELD_AUTHOR, message);
  else if (message->tag == ENT_PDF_MESSAGE_DATE)
    set_field (record, ENT_FIELD_FILE_DATE, message);
  else if (message->tag == ENT_PDF_MESSAGE_TEXT)
    set_field (record, ENT_FIELD_TEXT, message);
  else if (message->tag == ENT_PDF_MESSAGE_PAGES && text != NULL && record->pages == NULL)
    record->pages = read_pages (text, message);
  else if (message->tag == ENT_PDF_MESSAGE_NOTES && text != NULL && number < text->len)
    record->notes = number;
  else if (message->tag == ENT_PDF_MESSAGE_LACKS)
    {
      g_autoptr (GError) lacks = g_error_new (ENT_READ_ERROR, ENT_READ_ERROR_MALFORMED,
                                              "lacks %u of its pages; the others are read", number);

      context->failed (context->file, lacks, context->data);
    }
  else if (message->tag == ENT_PDF_MESSAGE_FAILED && message->length == 1)
    *error = make_failure (context, *message->bytes);
}

/* Poppler takes a part that there is no memory for to be damaged, and passes over it. */
static void
tell_of_memory (const EntReadContext  *context,
                GError               **error)
{
  GError *why = ent_helper_process_make_error (ENT_HELPER_OUT_OF_MEMORY, &context->options->limits, PDF);

  if (*error != NULL)
    {
      g_clear_error (error);
      *error = why;
      return;
    }
  g_prefix_error_literal (&why, "may lack a part, for it ");
  context->failed (context->file, why, context->data);
  g_error_free (why);
}

/* Takes what the program says into the record. */
static gboolean
fill_record (const EntReadContext  *context,
             const char            *bytes,
             gsize                  length,
             EntRecord             *record,
             GError               **error)
{
  const EntReadLimits *limits = &context->options->limits;
  gint64 deadline = context->clock.end;
  guint64 max_text = MIN (limits->most[ENT_LIMIT_SIZE], G_MAXUINT32 - 1);
  g_autofree char *memory = g_strdup_printf ("%" G_GUINT64_FORMAT, limits->most[ENT_LIMIT_MEMORY] + length);
  g_autofree char *seconds = g_strdup_printf ("%" G_GUINT64_FORMAT, limits->most[ENT_LIMIT_SECONDS]);
  g_autofree char *pages = g_strdup_printf ("%" G_GUINT64_FORMAT, limits->most[ENT_LIMIT_PAGES]);
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, max_text);
  const char * const arguments[] = { memory, seconds, pages, text, NULL };
  g_autoptr (EntHelperProcess) process = ent_helper_process_new (context, "entente-read-pdf", arguments, bytes, length);
  EntHelperState state = ENT_HELPER_SAID;
  EntHelperMessage message;

  while (*error == NULL
         && (state = ent_helper_process_read (process, max_text + MORE_OUTPUT, deadline, &message)) == ENT_HELPER_SAID)
    take_message (context, &message, record, error);
  if (*error == NULL && (state != ENT_HELPER_DONE || record->fields[ENT_FIELD_TEXT] == NULL))
    *error = ent_helper_process_make_error (state, limits, PDF);
  if (ent_helper_process_get_lacks_memory (process))
    tell_of_memory (context, error);
  return *error == NULL;
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
