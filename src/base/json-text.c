/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/json-text.h"

#include <string.h>

#include "base/digits.h"

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
  gsize n = text == NULL ? 0 : length < 0 ? strlen (text)
                                          : (gsize) length;
  gsize done = 0;

  if (text == NULL)
    {
      g_string_append (out, "null");
      return;
    }
  g_string_append_c (out, '"');
  for (gsize i = 0; i < n; i++)
    {
      guchar c = (guchar) text[i];

      if (c >= ' ' && c != '"' && c != '\\' && c != 0x7F)
        continue;
      g_string_append_len (out, text + done, (gssize) (i - done));
      done = i + 1;
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
  g_string_append_len (out, text + done, (gssize) (n - done));
  g_string_append_c (out, '"');
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
  char last = out->len > 0 ? out->str[out->len - 1] : '{';

  if (last != '{')
    g_string_append_c (out, ',');
  g_string_append_c (out, '"');
  g_string_append (out, key);
  g_string_append (out, "\":");
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
