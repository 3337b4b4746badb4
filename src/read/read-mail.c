/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one file that knows GMime. */
#include <gmime/gmime.h>
#include <string.h>

#include "read/read-context.h"
#include "read/record.h"

typedef struct
{
  GMimeTextPart *plain; /* the first text; NULL for none */
  GMimeTextPart *html;  /* the first web page */
} Parts;

static void
init_mime (void)
{
  static gsize once;

  if (!g_once_init_enter (&once))
    return;
  g_mime_init ();
  g_once_init_leave (&once, 1);
}

/* What is attached is not what the message says. */
static void
on_part (GMimeObject *parent,
         GMimeObject *part,
         gpointer     data)
{
  Parts *parts = data;
  GMimeContentType *type = g_mime_object_get_content_type (part);
  const char *place = g_mime_object_get_disposition (part);

  if (!GMIME_IS_TEXT_PART (part) || g_strcmp0 (place, "attachment") == 0)
    return;
  if (parts->plain == NULL && g_mime_content_type_is_type (type, "text", "plain"))
    parts->plain = GMIME_TEXT_PART (part);
  else if (parts->html == NULL && g_mime_content_type_is_type (type, "text", "html"))
    parts->html = GMIME_TEXT_PART (part);
}

static void
set_field (EntRecord  *record,
           EntField    field,
           const char *value)
{
  g_autofree char *valid = value != NULL ? g_utf8_make_valid (value, -1) : NULL;

  if (valid == NULL || *valid == 0)
    return;
  if (record->fields[field] != NULL)
    g_string_assign (record->fields[field], valid);
  else
    record->fields[field] = g_string_new (valid);
}

/* The name of who sent it, else whose the address is. */
static void
set_sender (EntRecord    *record,
            GMimeMessage *message)
{
  InternetAddressList *senders = g_mime_message_get_from (message);
  InternetAddress *sender;
  const char *name;

  if (senders == NULL || internet_address_list_length (senders) == 0)
    return;
  sender = internet_address_list_get_address (senders, 0);
  name = internet_address_get_name (sender);
  if ((name == NULL || *name == 0) && INTERNET_ADDRESS_IS_MAILBOX (sender))
    {
      const char *address = internet_address_mailbox_get_addr (INTERNET_ADDRESS_MAILBOX (sender));
      const char *at = address != NULL ? strrchr (address, '@') : NULL;

      name = at != NULL && at[1] != 0 ? at + 1 : address;
    }
  set_field (record, ENT_FIELD_PUBLISHER, name);
}

/* The day as it was where the message was written. */
static void
set_date (EntRecord    *record,
          GMimeMessage *message)
{
  GDateTime *date = g_mime_message_get_date (message);
  g_autofree char *day = date != NULL ? g_date_time_format (date, "%Y-%m-%d") : NULL;

  set_field (record, ENT_FIELD_DATE, day);
}

/* A page that a browser saved with all that belongs to it (MHTML): the message tells where from, and when. */
static gboolean
is_saved_page (GMimeMessage *message)
{
  return g_mime_object_get_header (GMIME_OBJECT (message), "Snapshot-Content-Location") != NULL;
}

static void
set_saved (EntRecord    *record,
           GMimeMessage *message)
{
  GDateTime *date = g_mime_message_get_date (message);
  g_autofree char *day = date != NULL ? g_date_time_format (date, "%Y-%m-%d") : NULL;

  set_field (record, ENT_FIELD_URL, g_mime_object_get_header (GMIME_OBJECT (message), "Snapshot-Content-Location"));
  set_field (record, ENT_FIELD_RETRIEVED, day);
}

/* What stands below a line of two hyphens and a space is a signature (RFC 3676). */
static void
cut_signature (GString *text)
{
  const char *sign = strstr (text->str, "\n-- \n");

  if (sign != NULL && sign > text->str)
    g_string_truncate (text, (gsize) (sign + 1 - text->str));
}

static gboolean
set_text (EntRecord             *record,
          const Parts           *parts,
          const EntReadContext  *context,
          GError               **error)
{
  GMimeTextPart *part = parts->plain != NULL ? parts->plain : parts->html;
  g_autofree char *text = part != NULL ? g_mime_text_part_get_text (part) : NULL;
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;
  GString *kept;

  if (valid == NULL || valid[strspn (valid, " \t\r\n")] == 0)
    {
      g_set_error_literal (error, ENT_READ_ERROR, ENT_READ_ERROR_EMPTY, "is a message without a text in it");
      return FALSE;
    }
  if (part == parts->html)
    return ent_html_fill_record (context->options->words, valid, strlen (valid), &context->clock, record, error);
  kept = g_string_new (valid);
  g_string_replace (kept, "\r\n", "\n", 0);
  cut_signature (kept);
  record->fields[ENT_FIELD_TEXT] = kept;
  return TRUE;
}

static gboolean
fill_record (GMimeMessage          *message,
             const EntReadContext  *context,
             EntRecord             *record,
             GError               **error)
{
  Parts parts = { 0 };

  g_mime_message_foreach (message, on_part, &parts);
  if (is_saved_page (message) && parts.html != NULL)
    parts.plain = NULL;
  if (!ent_read_clock_check (&context->clock, error) || !set_text (record, &parts, context, error))
    return FALSE;
  if (is_saved_page (message))
    {
      set_saved (record, message);
      return TRUE;
    }
  set_field (record, ENT_FIELD_TITLE, g_mime_message_get_subject (message));
  set_date (record, message);
  set_sender (record, message);
  return TRUE;
}

/**
 * ent_read_mail:
 * @context: what is read
 * @bytes: a message as mail programs save it (RFC 5322)
 * @length: its length
 *
 * Gives the one statement that a message is: its text, else its web page; its subject, day and sender. What is attached
 * to it is not read.
 *
 * Returns: whether to go on with other files
 */
gboolean
ent_read_mail (const EntReadContext *context,
               const char           *bytes,
               gsize                 length)
{
  g_auto (EntRecord) record = { 0 };
  g_autoptr (GError) error = NULL;
  GMimeStream *stream;
  GMimeParser *parser;
  GMimeMessage *message;
  EntStatement *statement = NULL;

  init_mime ();
  stream = g_mime_stream_mem_new_with_buffer (bytes, length);
  parser = g_mime_parser_new_with_stream (stream);
  g_object_unref (stream);
  message = g_mime_parser_construct_message (parser, NULL);
  if (message == NULL)
    error = g_error_new_literal (ENT_READ_ERROR, ENT_READ_ERROR_MALFORMED, "is no message");
  else if (fill_record (message, context, &record, &error))
    statement = ent_record_to_statement (&record, context->file, context->options, NULL, &error);
  g_clear_object (&message);
  g_object_unref (parser);
  if (statement != NULL)
    return context->found (statement, context->data);
  context->failed (context->file, error, context->data);
  return TRUE;
}
