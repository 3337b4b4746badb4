/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/markup-text.h"

/**
 * ent_markup_append_text:
 * @out: where to
 * @text: (nullable): words
 *
 * Characters that XML has no way to say are left out.
 */
void
ent_markup_append_text (GString    *out,
                        const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (c == '&')
        g_string_append (out, "&amp;");
      else if (c == '<')
        g_string_append (out, "&lt;");
      else if (c == '>')
        g_string_append (out, "&gt;");
      else if (c == '"')
        g_string_append (out, "&quot;");
      else if (c == '\'')
        g_string_append (out, "&#39;");
      else if (c == '\t' || c == '\n' || (c >= 0x20 && c != 0x7f && c != 0xfffe && c != 0xffff))
        g_string_append_unichar (out, c);
    }
}
