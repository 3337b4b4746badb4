/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/json-text.h"

#include <string.h>

#include "base/digits.h"
#include "base/utf8.h"

/* Room for @n bytes more at the end: several are put there at once, as each append costs more than the bytes. */
static inline char *
make_room (GString *out,
           gsize    n)
{
  gsize before = out->len;

  g_string_set_size (out, before + n);
  return out->str + before;
}

static inline gboolean
stands_for_itself (guchar c)
{
  return c >= ' ' && c != '"' && c != '\\' && c != 0x7F;
}

/* How many bytes stand for themselves in a JSON string. */
static gsize
count_plain (const char *text,
             gsize       n)
{
  gsize i = 0;

  for (; n - i >= 8; i += 8)
    {
      guint64 bytes = ent_load_bytes (text + i);

      if ((ent_find_bytes_below (bytes, ' ') | ent_find_bytes_below (bytes ^ ENT_EVERY_BYTE ('"'), 1)
           | ent_find_bytes_below (bytes ^ ENT_EVERY_BYTE ('\\'), 1)
           | ent_find_bytes_below (bytes ^ ENT_EVERY_BYTE (0x7F), 1))
          != 0)
        break;
    }
  while (i < n && stands_for_itself ((guchar) text[i]))
    i++;
  return i;
}

static void
append_escaped (GString *out,
                guchar   c)
{
  if (c == '"' || c == '\\')
    {
      g_string_append_c (out, '\\');
      g_string_append_c (out, (char) c);
    }
  else if (c == '\n')
    g_string_append (out, "\\n");
  else
    g_string_append_printf (out, "\\u%04x", c);
}

/**
 * ent_json_append_text:
 * @out: where it goes
 * @text: (nullable): valid UTF-8; %NULL gives `null`
 * @length: its bytes, -1 when it ends with a zero byte
 *
 * Appends a JSON string. Written here and not by a library's generator, as streams have millions.
 */
void
ent_json_append_text (GString    *out,
                      const char *text,
                      gssize      length)
{
  gsize left = text == NULL ? 0 : length < 0 ? strlen (text)
                                             : (gsize) length;

  if (text == NULL)
    {
      g_string_append_len (out, "null", 4);
      return;
    }
  *make_room (out, 1) = '"';
  for (;;)
    {
      gsize n = count_plain (text, left);
      char *to = make_room (out, n + (n == left));

      memcpy (to, text, n);
      if (n == left)
        {
          to[n] = '"';
          return;
        }
      append_escaped (out, (guchar) text[n]);
      text += n + 1;
      left -= n + 1;
    }
}

/**
 * ent_json_append_key:
 * @out: an object that is being written
 * @key: a key
 *
 * Appends the key, with a comma before it where one is due; a value must follow.
 */
void
ent_json_append_key (GString    *out,
                     const char *key)
{
  gboolean is_first = out->len == 0 || out->str[out->len - 1] == '{';
  gsize length = strlen (key);
  char *to = make_room (out, length + (is_first ? 3 : 4));

  if (!is_first)
    *to++ = ',';
  *to++ = '"';
  memcpy (to, key, length);
  to[length] = '"';
  to[length + 1] = ':';
}

/**
 * ent_json_append_string:
 * @out: an object that is being written
 * @key: a key
 * @value: (nullable): valid UTF-8, or %NULL for `null`
 */
void
ent_json_append_string (GString    *out,
                        const char *key,
                        const char *value)
{
  ent_json_append_key (out, key);
  ent_json_append_text (out, value, -1);
}

/**
 * ent_json_append_number:
 * @out: an object that is being written
 * @key: a key
 * @value: a number
 */
void
ent_json_append_number (GString    *out,
                        const char *key,
                        guint64     value)
{
  ent_json_append_key (out, key);
  ent_string_append_digits (out, value, 1);
}

/**
 * ent_json_append_edtf:
 * @out: an object that is being written
 * @key: a key
 * @edtf: a date; none gives `null`
 */
void
ent_json_append_edtf (GString    *out,
                      const char *key,
                      EntEdtf     edtf)
{
  ent_json_append_key (out, key);
  if (ent_edtf_is_none (edtf))
    {
      g_string_append (out, "null");
      return;
    }
  g_string_append_c (out, '"');
  ent_edtf_append (edtf, out);
  g_string_append_c (out, '"');
}

/**
 * ent_json_append_day:
 * @out: an object that is being written
 * @key: a key
 * @day: a day; an open side gives `null`
 */
void
ent_json_append_day (GString    *out,
                     const char *key,
                     EntDay      day)
{
  if (day == ENT_DAY_OPEN_START || day == ENT_DAY_OPEN_END)
    ent_json_append_string (out, key, NULL);
  else
    ent_json_append_edtf (out, key, ent_edtf_day (day));
}

/**
 * ent_json_append_strings:
 * @out: an object that is being written
 * @key: a key
 * @strings: (nullable): valid UTF-8, ended by %NULL
 */
void
ent_json_append_strings (GString            *out,
                         const char         *key,
                         const char * const *strings)
{
  ent_json_append_key (out, key);
  g_string_append_c (out, '[');
  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      ent_json_append_text (out, strings[i], -1);
    }
  g_string_append_c (out, ']');
}
