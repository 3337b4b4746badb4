/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/json-record.h"

#include <string.h>

#include "base/utf8.h"

/* A reader of our own for flat records: json-glib 1.6 recurses without a limit, so that a line of opening
 * brackets ends the program, and it cuts a text at \u0000. This one copies only the fields it is asked
 * for and skips the rest with a stack of bits. */

#define MAX_DEPTH 512

static gboolean
fail (const EntJsonCursor  *cursor,
      const char           *what,
      GError              **error)
{
  const char *line = cursor->text;
  const char *newline;
  guint n_lines = 1;

  while ((newline = memchr (line, '\n', (gsize) (cursor->p - line))) != NULL)
    {
      line = newline + 1;
      n_lines++;
    }
  if (n_lines > 1)
    g_set_error (error, ENT_READ_ERROR, ENT_READ_ERROR_MALFORMED, "is not JSON: %s in line %u, column %" G_GSIZE_FORMAT,
                 what, n_lines, (gsize) (cursor->p - line) + 1);
  else
    g_set_error (error, ENT_READ_ERROR, ENT_READ_ERROR_MALFORMED, "is not JSON: %s in column %" G_GSIZE_FORMAT,
                 what, (gsize) (cursor->p - line) + 1);
  return FALSE;
}

static void
skip_space (EntJsonCursor *cursor)
{
  while (cursor->p < cursor->end
         && (*cursor->p == ' ' || *cursor->p == '\t' || *cursor->p == '\n' || *cursor->p == '\r'))
    cursor->p++;
}

/**
 * ent_json_cursor_at:
 * @cursor: a place
 * @c: a sign of JSON, or NUL for the end
 *
 * Skips white space.
 *
 * Returns: whether @c comes next
 */
gboolean
ent_json_cursor_at (EntJsonCursor *cursor,
                    char           c)
{
  g_return_val_if_fail (cursor != NULL, FALSE);

  skip_space (cursor);
  if (c == 0)
    return cursor->p == cursor->end;
  return cursor->p < cursor->end && *cursor->p == c;
}

/**
 * ent_json_cursor_take:
 * @cursor: a place
 * @c: a sign of JSON
 *
 * Skips white space, and @c if it comes next.
 *
 * Returns: whether it did
 */
gboolean
ent_json_cursor_take (EntJsonCursor *cursor,
                      char           c)
{
  g_return_val_if_fail (cursor != NULL && c != 0, FALSE);

  if (!ent_json_cursor_at (cursor, c))
    return FALSE;
  cursor->p++;
  return TRUE;
}

/* Past bytes that stand for themselves in a string, eight at a time; less than eight of them may be left. */
static inline const char *
skip_plain (const char *p,
            const char *end)
{
  for (; end - p >= 8; p += 8)
    {
      guint64 bytes = ent_load_bytes (p);

      if ((ent_find_bytes_below (bytes, 0x20) | ent_find_bytes_below (bytes ^ ENT_EVERY_BYTE ('"'), 1)
           | ent_find_bytes_below (bytes ^ ENT_EVERY_BYTE ('\\'), 1))
          != 0)
        break;
    }
  return p;
}

/* Past a string; gives what stands between its quotes, escapes and all. */
static gboolean
take_string (EntJsonCursor  *cursor,
             const char    **start,
             const char    **end,
             GError        **error)
{
  const char *p;

  if (!ent_json_cursor_take (cursor, '"'))
    return fail (cursor, "a string is missing", error);
  *start = cursor->p;
  for (p = skip_plain (cursor->p, cursor->end); p < cursor->end && *p != '"'; p++)
    {
      if ((guchar) *p < 0x20)
        {
          cursor->p = p;
          return fail (cursor, "a control character or the end of the line within a string", error);
        }
      if (*p == '\\' && p + 1 < cursor->end)
        p = skip_plain (p + 2, cursor->end) - 1;
    }
  if (p >= cursor->end)
    {
      cursor->p = cursor->end;
      return fail (cursor, "a string is cut off", error);
    }
  *end = p;
  cursor->p = p + 1;
  return TRUE;
}

/* The four digits of \uXXXX, -1 if they are not. */
static int
hex4 (const char *p,
      const char *end)
{
  int value = 0;

  if (end - p < 4)
    return -1;
  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (p[i]);

      if (digit < 0)
        return -1;
      value = value << 4 | digit;
    }
  return value;
}

/* After "\u": a character or a pair of surrogates; a surrogate alone becomes U+FFFD. */
static gboolean
take_unicode_escape (EntJsonCursor  *cursor,
                     const char     *end,
                     char          **to,
                     GError        **error)
{
  int code = hex4 (cursor->p, end);

  if (code < 0)
    return fail (cursor, "four digits are missing", error);
  cursor->p += 4;
  if (code >= 0xD800 && code < 0xDC00 && end - cursor->p >= 6 && cursor->p[0] == '\\' && cursor->p[1] == 'u')
    {
      int low = hex4 (cursor->p + 2, end);

      if (low >= 0xDC00 && low < 0xE000)
        {
          code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
          cursor->p += 6;
        }
    }
  if (code >= 0xD800 && code < 0xE000)
    code = 0xFFFD;
  *to += g_unichar_to_utf8 ((gunichar) code, *to);
  return TRUE;
}

static gboolean
append_unescaped (EntJsonCursor  *cursor,
                  const char     *start,
                  const char     *end,
                  GString        *out,
                  GError        **error)
{
  static const char from[] = "\"\\/bfnrt";
  static const char to[] = "\"\\/\b\f\n\r\t";
  EntJsonCursor inner = { cursor->text, start, cursor->end };
  gsize before = out->len;
  gboolean good = TRUE;
  char *at;

  /* No escape is shorter than what it stands for. */
  g_string_set_size (out, before + (gsize) (end - start));
  at = out->str + before;
  while (good && inner.p < end)
    {
      const char *escape = memchr (inner.p, '\\', (gsize) (end - inner.p));
      const char *known;

      if (escape == NULL)
        escape = end;
      memcpy (at, inner.p, (gsize) (escape - inner.p));
      at += escape - inner.p;
      inner.p = escape;
      if (escape == end)
        break;
      known = memchr (from, escape[1], sizeof from - 1);
      inner.p += 2;
      if (known != NULL)
        *at++ = to[known - from];
      else
        good = escape[1] == 'u' ? take_unicode_escape (&inner, end, &at, error)
                                : fail (&inner, "an unknown escape", error);
    }
  g_string_set_size (out, (gsize) (at - out->str));
  return good;
}

static const char *
skip_digits (const char *p,
             const char *end)
{
  while (p < end && g_ascii_isdigit (*p))
    p++;
  return p;
}

/* -12.5e+3: digits, and a fraction and an exponent if they have digits themselves. */
static gboolean
is_number (const char *p,
           const char *end)
{
  const char *digits = p + (p < end && *p == '-');

  p = skip_digits (digits, end);
  if (p == digits || (*digits == '0' && p > digits + 1))
    return FALSE;
  if (p < end && *p == '.')
    {
      digits = p + 1;
      p = skip_digits (digits, end);
      if (p == digits)
        return FALSE;
    }
  if (p < end && (*p == 'e' || *p == 'E'))
    {
      digits = p + 1;
      digits += digits < end && (*digits == '-' || *digits == '+');
      p = skip_digits (digits, end);
      if (p == digits)
        return FALSE;
    }
  return p == end;
}

/* Past a number or a word; gives what stands there. */
static gboolean
take_bare (EntJsonCursor  *cursor,
           const char    **start,
           const char    **end,
           GError        **error)
{
  static const char * const words[] = { "null", "true", "false" };
  const char *p = cursor->p;
  gsize length;

  while (p < cursor->end && (g_ascii_isalnum (*p) || *p == '-' || *p == '+' || *p == '.'))
    p++;
  length = (gsize) (p - cursor->p);
  *start = cursor->p;
  *end = p;
  if (is_number (*start, *end))
    {
      cursor->p = p;
      return TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (length == strlen (words[i]) && memcmp (words[i], *start, length) == 0)
      {
        cursor->p = p;
        return TRUE;
      }
  return fail (cursor, p == cursor->end ? "a value is cut off" : "a value is missing", error);
}

static gboolean
skip_scalar (EntJsonCursor  *cursor,
             GError        **error)
{
  const char *start, *end;

  if (ent_json_cursor_at (cursor, '"'))
    return take_string (cursor, &start, &end, error);
  return take_bare (cursor, &start, &end, error);
}

/* Past an opening bracket, and in an object past the first key, if it has any members. */
static gboolean
enter (EntJsonCursor  *cursor,
       gboolean        is_object,
       gboolean       *empty,
       GError        **error)
{
  const char *start, *end;

  cursor->p++;
  *empty = ent_json_cursor_take (cursor, is_object ? '}' : ']');
  if (*empty || !is_object)
    return TRUE;
  if (!take_string (cursor, &start, &end, error))
    return FALSE;
  return ent_json_cursor_take (cursor, ':') || fail (cursor, "“:” is missing", error);
}

/* Past what follows a member: the next one's key, or the closing brackets. Gives the depth after it. */
static gboolean
leave (EntJsonCursor  *cursor,
       const guint8   *is_object,
       guint          *depth,
       GError        **error)
{
  while (*depth > 0)
    {
      gboolean object = is_object[*depth - 1];

      if (ent_json_cursor_take (cursor, ','))
        {
          const char *start, *end;

          if (!object)
            return TRUE;
          if (!take_string (cursor, &start, &end, error))
            return FALSE;
          return ent_json_cursor_take (cursor, ':') || fail (cursor, "“:” is missing", error);
        }
      if (!ent_json_cursor_take (cursor, object ? '}' : ']'))
        return fail (cursor, cursor->p == cursor->end ? "it is cut off" : "a comma is missing", error);
      (*depth)--;
    }
  return TRUE;
}

static gboolean
skip_value (EntJsonCursor  *cursor,
            GError        **error)
{
  guint8 is_object[MAX_DEPTH];
  guint depth = 0;

  do
    {
      gboolean object = ent_json_cursor_at (cursor, '{');
      gboolean empty = TRUE;

      if (object || ent_json_cursor_at (cursor, '['))
        {
          if (depth == MAX_DEPTH)
            return fail (cursor, "too many brackets within brackets", error);
          if (!enter (cursor, object, &empty, error))
            return FALSE;
          if (!empty)
            is_object[depth++] = (guint8) object;
        }
      else if (!skip_scalar (cursor, error))
        return FALSE;
      if (empty && !leave (cursor, is_object, &depth, error))
        return FALSE;
    }
  while (depth > 0);
  return TRUE;
}

/**
 * ent_json_cursor_expect:
 * @cursor: a place in valid UTF-8
 * @c: a sign
 * @error: where to say that it is missing
 *
 * Returns: whether it was there; @cursor then stands after it
 */
gboolean
ent_json_cursor_expect (EntJsonCursor  *cursor,
                        char            c,
                        GError        **error)
{
  g_autofree char *missing = NULL;

  g_return_val_if_fail (cursor != NULL, FALSE);

  if (ent_json_cursor_take (cursor, c))
    return TRUE;
  missing = g_strdup_printf ("“%c” is missing", c);
  return fail (cursor, missing, error);
}

/* A wanted member's value: a string, or a number as it is written. */
static gboolean
read_value (EntJsonCursor  *cursor,
            EntField        field,
            EntRecord      *record,
            GError        **error)
{
  gboolean is_string = ent_json_cursor_at (cursor, '"');
  GString **value = &record->fields[field];
  const char *start, *end;

  if (*value != NULL)
    g_string_free (g_steal_pointer (value), TRUE);
  if (!is_string && field == ENT_FIELD_TEXT && cursor->p < cursor->end && *cursor->p != 'n')
    return fail (cursor, "the “text” is not a string", error);
  if (!is_string && (cursor->p == cursor->end || (!g_ascii_isdigit (*cursor->p) && *cursor->p != '-')))
    return skip_value (cursor, error);
  if (is_string ? !take_string (cursor, &start, &end, error) : !take_bare (cursor, &start, &end, error))
    return FALSE;
  *value = g_string_sized_new ((gsize) (end - start));
  return append_unescaped (cursor, start, end, *value, error);
}

static gboolean
read_member (EntJsonCursor  *cursor,
             EntRecord      *record,
             GError        **error)
{
  const char *start, *end;
  EntField field;

  if (!take_string (cursor, &start, &end, error))
    return FALSE;
  if (!ent_json_cursor_take (cursor, ':'))
    return fail (cursor, "“:” is missing", error);
  field = ent_field_from_name (start, (gsize) (end - start));
  return field < ENT_N_FIELDS ? read_value (cursor, field, record, error) : skip_value (cursor, error);
}

/**
 * ent_json_cursor_fail:
 * @cursor: a place
 * @what: what is wrong there
 * @error: where to say so, with the place
 *
 * Returns: %FALSE
 */
gboolean
ent_json_cursor_fail (EntJsonCursor  *cursor,
                      const char     *what,
                      GError        **error)
{
  return fail (cursor, what, error);
}

/**
 * ent_json_cursor_text:
 * @cursor: a place in valid UTF-8
 * @text: gets the string instead of what it held
 * @is_null: (out) (optional): whether `null` stands there, which is none; if %NULL, it is not allowed
 * @error: where to say what is wrong
 *
 * Returns: whether a string stood there; @cursor is then after it
 */
gboolean
ent_json_cursor_text (EntJsonCursor  *cursor,
                      GString        *text,
                      gboolean       *is_null,
                      GError        **error)
{
  const char *start, *end;

  g_return_val_if_fail (cursor != NULL && text != NULL, FALSE);

  g_string_truncate (text, 0);
  if (is_null != NULL)
    {
      *is_null = !ent_json_cursor_at (cursor, '"') && cursor->end - cursor->p >= 4
                 && memcmp (cursor->p, "null", 4) == 0;
      if (*is_null)
        {
          cursor->p += 4;
          return TRUE;
        }
    }
  return take_string (cursor, &start, &end, error) && append_unescaped (cursor, start, end, text, error);
}

/**
 * ent_json_cursor_number:
 * @cursor: a place in valid UTF-8
 * @number: (out): a whole number; `true` is 1 and `false` 0
 * @error: where to say what is wrong
 *
 * Returns: whether one stood there; @cursor is then after it
 */
gboolean
ent_json_cursor_number (EntJsonCursor  *cursor,
                        gint64         *number,
                        GError        **error)
{
  const char *start, *end;
  gboolean negative = FALSE;
  guint64 value = 0;

  g_return_val_if_fail (cursor != NULL && number != NULL, FALSE);

  ent_json_cursor_at (cursor, 0);
  if (!take_bare (cursor, &start, &end, error))
    return FALSE;
  if (*start == 't' || *start == 'f')
    {
      *number = *start == 't';
      return TRUE;
    }
  if (*start == '-')
    negative = *start++ == '-';
  for (; start < end && g_ascii_isdigit (*start) && value < G_MAXINT64 / 10; start++)
    value = value * 10 + (guint64) (*start - '0');
  if (start < end)
    return fail (cursor, "a whole number is missing", error);
  *number = negative ? -(gint64) value : (gint64) value;
  return TRUE;
}

/**
 * ent_json_cursor_skip:
 * @cursor: a place in valid UTF-8
 * @error: where to say what is wrong
 *
 * Returns: whether a value of any sort stood there; @cursor is then after it
 */
gboolean
ent_json_cursor_skip (EntJsonCursor  *cursor,
                      GError        **error)
{
  g_return_val_if_fail (cursor != NULL, FALSE);

  return skip_value (cursor, error);
}

/**
 * ent_json_record_read:
 * @cursor: a place in valid UTF-8
 * @record: an empty record
 * @error: where to say what is wrong
 *
 * Reads an object. Of a key that comes twice the last value holds.
 *
 * Returns: whether there was one; @cursor then stands after it
 */
gboolean
ent_json_record_read (EntJsonCursor  *cursor,
                      EntRecord      *record,
                      GError        **error)
{
  g_return_val_if_fail (cursor != NULL && record != NULL, FALSE);

  if (!ent_json_cursor_take (cursor, '{'))
    return fail (cursor, "“{” is missing", error);
  if (ent_json_cursor_take (cursor, '}'))
    return TRUE;
  do
    if (!read_member (cursor, record, error))
      return FALSE;
  while (ent_json_cursor_take (cursor, ','));
  if (!ent_json_cursor_take (cursor, '}'))
    return fail (cursor, cursor->p == cursor->end ? "it is cut off" : "a comma is missing", error);
  return TRUE;
}

/**
 * ent_json_record_parse:
 * @text: a line of a stream, valid UTF-8
 * @length: its length
 * @record: an empty record
 * @error: where to say what is wrong
 *
 * Returns: whether @text is one object and nothing else
 */
gboolean
ent_json_record_parse (const char  *text,
                       gsize        length,
                       EntRecord   *record,
                       GError     **error)
{
  EntJsonCursor cursor = { text, text, text + length };

  g_return_val_if_fail (text != NULL && record != NULL, FALSE);

  if (!ent_json_record_read (&cursor, record, error))
    return FALSE;
  return ent_json_cursor_at (&cursor, 0) || fail (&cursor, "more than one value", error);
}

/**
 * ent_json_looks_like_record:
 * @text: the begin of a text
 * @length: its length
 *
 * Returns: whether it begins as an object does, or an array of objects
 */
gboolean
ent_json_looks_like_record (const char *text,
                            gsize       length)
{
  EntJsonCursor cursor = { text, text, text + length };
  const char *start, *end;

  g_return_val_if_fail (text != NULL || length == 0, FALSE);

  if (length == 0)
    return FALSE;
  ent_json_cursor_take (&cursor, '[');
  return ent_json_cursor_take (&cursor, '{') && take_string (&cursor, &start, &end, NULL)
         && ent_json_cursor_at (&cursor, ':');
}
