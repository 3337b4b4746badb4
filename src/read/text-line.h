/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ent_text_skip_space:
 * @text: a place in valid UTF-8
 * @end: the end of it
 *
 * Returns: the first place from @text on that is not white space of any kind (no-break and ideographic
 *   spaces are), or @end
 */
static inline const char *
ent_text_skip_space (const char *text,
                     const char *end)
{
  while (text < end)
    {
      if ((guchar) *text < 0x80)
        {
          if (!g_ascii_isspace (*text))
            return text;
          text++;
        }
      else
        {
          if (!g_unichar_isspace (g_utf8_get_char (text)))
            return text;
          text = g_utf8_next_char (text);
        }
    }
  return end;
}

/**
 * ent_text_trim_end:
 * @text: the begin of a piece of valid UTF-8
 * @end: its end
 *
 * Returns: the place after the last character that is not white space, or @text
 */
static inline const char *
ent_text_trim_end (const char *text,
                   const char *end)
{
  while (end > text)
    {
      const char *last = g_utf8_prev_char (end);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        return end;
      end = last;
    }
  return text;
}

G_END_DECLS
