/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/title-pattern.h"

#include <string.h>

static const char *
find_slot (const EntTitleSlot *slots,
           gsize               n_slots,
           const char         *name,
           gsize               length)
{
  for (gsize i = 0; i < n_slots; i++)
    if (strlen (slots[i].name) == length && strncmp (slots[i].name, name, length) == 0)
      return slots[i].value;
  return NULL;
}

/* Appends what stands between @text and @end, optional parts and all; FALSE if something it needs is not there. */
static gboolean
append_part (GString            *out,
             const char         *text,
             const char         *end,
             const EntTitleSlot *slots,
             gsize               n_slots)
{
  while (text < end)
    {
      char close = *text == '{' ? '}' : ']';
      const char *stop = *text == '{' || *text == '[' ? memchr (text, close, (gsize) (end - text)) : NULL;
      gsize before = out->len;

      if (stop == NULL)
        g_string_append_c (out, *text++);
      else if (*text == '[')
        {
          if (!append_part (out, text + 1, stop, slots, n_slots))
            g_string_truncate (out, before);
          text = stop + 1;
        }
      else
        {
          const char *value = find_slot (slots, n_slots, text + 1, (gsize) (stop - text - 1));

          if (value == NULL)
            return FALSE;
          g_string_append (out, value);
          text = stop + 1;
        }
    }
  return TRUE;
}

/**
 * ent_title_pattern_fill:
 * @pattern: a pattern
 * @slots: what is known
 * @n_slots: how many
 *
 * Patterns are whole sentences, so that a language may put their parts in its own order:
 *
 *     {they} meet[ {where}]|{one} holds talks[ with {other}][ {where}]|Talks[ {where}]
 *
 * `{name}` stands for what a slot holds, `[…]` is left out where a slot in it is empty, and of the alternatives
 * between bars the first whose slots are all filled is taken.
 *
 * Returns: (transfer full) (nullable): the text; %NULL if no alternative can be filled
 */
char *
ent_title_pattern_fill (const char         *pattern,
                        const EntTitleSlot *slots,
                        gsize               n_slots)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *text = pattern; text != NULL;)
    {
      const char *bar = strchr (text, '|');

      g_string_truncate (out, 0);
      if (append_part (out, text, bar != NULL ? bar : text + strlen (text), slots, n_slots))
        return g_string_free (g_steal_pointer (&out), FALSE);
      text = bar != NULL ? bar + 1 : NULL;
    }
  return NULL;
}
