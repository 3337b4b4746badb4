/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/read-context.h"
#include "read/record.h"
#include "read/text-line.h"

/**
 * ent_read_text:
 * @context: what is read
 * @text: (transfer full): a plain text in UTF-8, without its byte order mark
 *
 * Gives the one statement that a plain text is.
 *
 * Returns: whether to go on with other files
 */
gboolean
ent_read_text (const EntReadContext *context,
               GString              *text)
{
  g_auto (EntRecord) record = { 0 };
  g_autoptr (GError) error = NULL;
  EntStatement *statement;

  record.fields[ENT_FIELD_TEXT] = text;
  if (ent_text_skip_space (text->str, text->str + text->len) == text->str + text->len)
    {
      error = g_error_new_literal (ENT_READ_ERROR, ENT_READ_ERROR_EMPTY,
                                   text->len == 0 ? "is empty" : "holds nothing but white space");
      context->failed (context->file, error, context->data);
      return TRUE;
    }
  statement = ent_record_to_statement (&record, context->file, context->options, NULL, &error);
  if (statement != NULL)
    return context->found (statement, context->data);
  context->failed (context->file, error, context->data);
  return TRUE;
}
