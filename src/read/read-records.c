/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/utf8.h"
#include "read/charset.h"
#include "read/csv-record.h"
#include "read/json-record.h"
#include "read/read-context.h"
#include "read/text-line.h"

/* A file in which so many lines fail before one can be read is not a stream of statements. */
#define MAX_FIRST_FAILURES 100

typedef struct
{
  char *place;
  GError *error;
} Failure;

/* Where a stream's reading stands. Failures are held back until a line could be read, so that a file
 * that is something else altogether is told in one line and not in one a line. */
typedef struct
{
  const EntReadContext *context;
  GArray *held; /* of Failure; NULL once a line could be read */
  guint n_failed;
  guint n_read;
  gboolean stopped; /* whoever asked for statements wants no more, of other files either */
} Progress;

static void
failure_clear (gpointer data)
{
  Failure *failure = data;

  g_free (failure->place);
  g_error_free (failure->error);
}

static void
progress_init (Progress             *progress,
               const EntReadContext *context)
{
  *progress = (Progress) { .context = context, .held = g_array_new (FALSE, FALSE, sizeof (Failure)) };
  g_array_set_clear_func (progress->held, failure_clear);
}

static void
release_failures (Progress *progress)
{
  const EntReadContext *context = progress->context;

  for (guint i = 0; progress->held != NULL && i < progress->held->len; i++)
    {
      Failure *failure = &g_array_index (progress->held, Failure, i);

      context->failed (failure->place, failure->error, context->data);
    }
  g_clear_pointer (&progress->held, g_array_unref);
}

/* Returns whether it is worth going on. */
static gboolean
add_failure (Progress *progress,
             guint64   line,
             GError   *error)
{
  Failure failure = { g_strdup_printf ("%s:%" G_GUINT64_FORMAT, progress->context->file, line), error };

  progress->n_failed++;
  if (progress->held != NULL)
    {
      g_array_append_val (progress->held, failure);
      return progress->held->len < MAX_FIRST_FAILURES;
    }
  progress->context->failed (failure.place, error, progress->context->data);
  failure_clear (&failure);
  return TRUE;
}

static void
fail_whole (const EntReadContext *context,
            EntReadError          code,
            const char           *why)
{
  g_autoptr (GError) error = g_error_new_literal (ENT_READ_ERROR, code, why);

  context->failed (context->file, error, context->data);
}

/* What is left to say when the last line has been taken. */
static void
progress_end (Progress *progress)
{
  const EntReadContext *context = progress->context;

  if (progress->n_read == 0 && progress->n_failed == 0)
    fail_whole (context, ENT_READ_ERROR_EMPTY, "is empty");
  else if (progress->held != NULL && progress->held->len > 1)
    {
      g_autoptr (GError) error = NULL;

      error = g_error_new (ENT_READ_ERROR, ENT_READ_ERROR_MALFORMED,
                           "none of its first %u lines is a statement; the first %s", progress->held->len,
                           g_array_index (progress->held, Failure, 0).error->message);
      context->failed (context->file, error, context->data);
      g_clear_pointer (&progress->held, g_array_unref);
    }
  release_failures (progress);
}

/* Gives what was read, or says what is wrong with it. Returns whether to go on with the file. */
static gboolean
take_record (Progress  *progress,
             EntRecord *record,
             guint64    line)
{
  const EntReadContext *context = progress->context;
  GError *date_error = NULL;
  GError *error = NULL;
  EntStatement *statement;

  statement = ent_record_to_statement (record, context->file, context->options, &date_error, &error);
  if (statement == NULL)
    {
      g_clear_error (&date_error);
      return add_failure (progress, line, error);
    }
  progress->n_read++;
  release_failures (progress);
  if (date_error != NULL)
    {
      g_prefix_error (&date_error, "its date is not used: ");
      add_failure (progress, line, date_error);
    }
  progress->stopped = !context->found (statement, context->data);
  return !progress->stopped;
}

/* The file could not be read further; being stopped is no failure. */
static void
fail_reading (Progress     *progress,
              const GError *error)
{
  const EntReadContext *context = progress->context;

  progress->n_failed++;
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    context->failed (context->file, error, context->data);
}

/* A line in UTF-8. Where the file's begin is, a line that is not has an encoding of its own, or bad bytes. */
static void
append_line (const EntReadContext *context,
             const char           *line,
             gsize                 length,
             GString              *utf8)
{
  const char *charset = context->charset;
  gsize bom = 0;

  if (ent_utf8_is_valid (line, length))
    charset = ENT_CHARSET_UTF8;
  else if (strcmp (charset, ENT_CHARSET_UTF8) == 0)
    charset = ent_charset_guess (line, length, TRUE, &bom);
  if (ent_charset_is_wide (charset))
    charset = ENT_CHARSET_UTF8;
  ent_charset_append_utf8 (charset, line, length, utf8);
}

/* The next line that is not blank, in valid UTF-8 in @utf8 or where it was read. FALSE at the end. */
static gboolean
next_line (Progress       *progress,
           EntLineReader  *lines,
           GString        *utf8,
           const char    **line,
           gsize          *length)
{
  const EntReadContext *context = progress->context;
  gsize limit = context->options->limits.most[ENT_LIMIT_SIZE];

  for (;;)
    {
      g_autoptr (GError) error = NULL;

      if (!ent_line_reader_next (lines, limit, line, length, context->cancellable, &error))
        {
          if (!g_error_matches (error, ENT_READ_ERROR, ENT_READ_ERROR_TOO_LARGE)
              || !ent_line_reader_skip_line (lines, context->cancellable, NULL))
            {
              fail_reading (progress, error);
              return FALSE;
            }
          if (!add_failure (progress, ent_line_reader_get_number (lines), g_steal_pointer (&error)))
            return FALSE;
          continue;
        }
      if (*length == 0)
        return FALSE;
      if (!ent_utf8_is_valid (*line, *length))
        {
          g_string_truncate (utf8, 0);
          append_line (context, *line, *length, utf8);
          *line = utf8->str;
          *length = utf8->len;
        }
      if (ent_text_skip_space (*line, *line + *length) < *line + *length)
        return TRUE;
    }
}

/* Lets those read a line who know more of it. Returns whether they did; @go_on is then whether to go on with the
 * file. */
static gboolean
offer_line (Progress   *progress,
            const char *line,
            gsize       length,
            guint64     number,
            gboolean   *go_on)
{
  const EntReadContext *context = progress->context;
  const EntReadHooks *hooks = context->options->hooks;
  GError *error = NULL;

  if (hooks == NULL || hooks->line == NULL || !hooks->line (context->file, line, length, hooks->data, &error))
    return FALSE;
  if (error != NULL)
    {
      *go_on = add_failure (progress, number, error);
      return TRUE;
    }
  progress->n_read++;
  release_failures (progress);
  *go_on = !g_cancellable_is_cancelled (context->cancellable);
  return TRUE;
}

/**
 * ent_read_json_lines:
 * @context: what is read
 * @lines: it, after its byte order mark
 *
 * Gives a statement a line. A line that is none is told, and the others are read.
 *
 * Returns: whether to go on with other files
 */
gboolean
ent_read_json_lines (const EntReadContext *context,
                     EntLineReader        *lines)
{
  g_autoptr (GString) utf8 = g_string_new (NULL);
  gboolean go_on = TRUE;
  Progress progress;
  const char *line;
  gsize length;

  progress_init (&progress, context);
  while (go_on && next_line (&progress, lines, utf8, &line, &length))
    {
      g_auto (EntRecord) record = { 0 };
      GError *error = NULL;
      guint64 number = ent_line_reader_get_number (lines);

      length = (gsize) (ent_text_trim_end (line, line + length) - line);
      if (offer_line (&progress, line, length, number, &go_on))
        continue;
      if (ent_json_record_parse (line, length, &record, &error))
        go_on = take_record (&progress, &record, number);
      else if (!add_failure (&progress, number, error))
        break;
    }
  progress_end (&progress);
  return !progress.stopped && !g_cancellable_is_cancelled (context->cancellable);
}

/* A record of a table: a line, and those that follow while a quoted field goes on. */
static gboolean
next_csv_record (Progress      *progress,
                 EntLineReader *lines,
                 GString       *utf8,
                 GString       *record,
                 guint64       *number)
{
  const EntReadContext *context = progress->context;
  gboolean open;
  const char *line;
  gsize length;

  if (!next_line (progress, lines, utf8, &line, &length))
    return FALSE;
  *number = ent_line_reader_get_number (lines);
  g_string_truncate (record, 0);
  g_string_append_len (record, line, (gssize) length);
  open = ent_csv_record_is_open (line, length, FALSE);
  while (open)
    {
      g_autoptr (GError) error = NULL;
      gsize limit = context->options->limits.most[ENT_LIMIT_SIZE];
      gsize start = record->len;

      if (!ent_line_reader_next (lines, limit, &line, &length, context->cancellable, &error) || length == 0
          || record->len + length > limit)
        {
          if (error == NULL)
            error = g_error_new_literal (ENT_READ_ERROR, ENT_READ_ERROR_MALFORMED, "a quotation mark is not closed");
          add_failure (progress, *number, g_steal_pointer (&error));
          return FALSE;
        }
      append_line (context, line, length, record);
      open = ent_csv_record_is_open (record->str + start, record->len - start, TRUE);
    }
  return TRUE;
}

/* The first line tells what ends all of them. */
static void
find_newline (const EntReadContext *context,
              EntLineReader        *lines)
{
  const char *head, *end;
  gsize length;

  if (!ent_line_reader_peek (lines, 1, &head, &length, context->cancellable, NULL))
    return;
  end = ent_csv_find_end (head, length);
  if (end != NULL && *end == '\r')
    ent_line_reader_set_newline (lines, '\r');
}

/* Some spreadsheets write "sep=;" above a table. */
static gboolean
tells_separator (const GString *line)
{
  return g_ascii_strncasecmp (line->str, "sep=", 4) == 0 && line->len <= strlen ("sep=;\r\n");
}

/**
 * ent_read_csv:
 * @context: what is read
 * @lines: it, after its byte order mark
 *
 * Gives a statement a record of a table whose first line names its columns.
 *
 * Returns: whether to go on with other files
 */
gboolean
ent_read_csv (const EntReadContext *context,
              EntLineReader        *lines)
{
  g_autoptr (GString) utf8 = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (EntCsvHeader) header = { 0 };
  gboolean go_on = TRUE;
  Progress progress;
  guint64 number;

  progress_init (&progress, context);
  find_newline (context, lines);
  gboolean has_header = next_csv_record (&progress, lines, utf8, text, &number);
  if (has_header && tells_separator (text))
    has_header = next_csv_record (&progress, lines, utf8, text, &number);
  if (has_header && !ent_csv_header_parse (&header, text->str, text->len))
    {
      fail_whole (context, ENT_READ_ERROR_MALFORMED, "its first line names no column “text”");
      release_failures (&progress);
      return TRUE;
    }
  while (go_on && header.columns != NULL && next_csv_record (&progress, lines, utf8, text, &number))
    {
      g_auto (EntRecord) record = { 0 };
      GError *error = NULL;

      if (ent_csv_record_parse (&header, text->str, text->len, &record, &error))
        go_on = take_record (&progress, &record, number);
      else if (!add_failure (&progress, number, error))
        break;
    }
  progress_end (&progress);
  return !progress.stopped && !g_cancellable_is_cancelled (context->cancellable);
}

/**
 * ent_read_json:
 * @context: what is read
 * @text: one object, or an array of objects; valid UTF-8
 *
 * Gives a statement an object. What follows a mistake in the array cannot be read.
 *
 * Returns: whether to go on with other files
 */
gboolean
ent_read_json (const EntReadContext *context,
               const GString        *text)
{
  EntJsonCursor cursor = { text->str, text->str, text->str + text->len };
  gboolean in_array = ent_json_cursor_take (&cursor, '[');
  GError *error = NULL;
  gboolean go_on = TRUE;

  for (guint item = 1; go_on; item++)
    {
      g_auto (EntRecord) record = { 0 };
      GError *date_error = NULL;
      EntStatement *statement = NULL;

      if (!ent_json_record_read (&cursor, &record, &error))
        break;
      statement = ent_record_to_statement (&record, context->file, context->options, &date_error, &error);
      g_prefix_error (&error, "item %u ", item);
      g_prefix_error (&date_error, "the date of item %u is not used: ", item);
      if (error != NULL || date_error != NULL)
        context->failed (context->file, error != NULL ? error : date_error, context->data);
      g_clear_error (&error);
      g_clear_error (&date_error);
      go_on = statement == NULL || context->found (statement, context->data);
      if (!in_array || !ent_json_cursor_take (&cursor, ','))
        break;
    }
  if (go_on && error == NULL && (in_array ? !ent_json_cursor_take (&cursor, ']') : FALSE))
    error = g_error_new_literal (ENT_READ_ERROR, ENT_READ_ERROR_MALFORMED, "is not JSON: the list is not closed");
  else if (go_on && error == NULL && !ent_json_cursor_at (&cursor, 0))
    error = g_error_new_literal (ENT_READ_ERROR, ENT_READ_ERROR_MALFORMED, "is not JSON: something follows its end");
  if (error != NULL)
    context->failed (context->file, error, context->data);
  g_clear_error (&error);
  return go_on;
}
