/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/search-words.h"

#include <string.h>

#include "parse/fold.h"

/*
 * SQLite's tokenizer takes a run of ideographs for one word. So texts are written for it with each ideograph by itself
 * and each pair of neighbours between them, and any words of a text are then a phrase that it finds:
 *
 *     text     台 湾 问 题                    red line
 *     index    台 台湾 湾 湾问 问 问题 题      red line
 *     query    "台湾 湾 湾问"                 "red line"
 */

static gboolean
is_ideograph (gunichar c)
{
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x3040 && c <= 0x30FF) || (c >= 0xF900 && c <= 0xFAFF)
         || (c >= 0x20000 && c <= 0x3FFFF);
}

/* Whether the character there is what the tokenizer takes for a part of a word. Most are of one byte. */
static inline gboolean
is_of_word (const char *p)
{
  gunichar c;

  if ((guchar) *p < 0x80)
    return g_ascii_isalnum (*p);
  c = g_utf8_get_char (p);
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static inline gboolean
is_ideograph_at (const char *p)
{
  return (guchar) *p >= 0x80 && is_ideograph (g_utf8_get_char (p));
}

/**
 * ent_search_next_atom:
 * @text: valid UTF-8
 * @length: its length
 * @at: where to begin; then the byte after the atom
 * @atom: (out): the next one
 *
 * Returns: whether there is one
 */
gboolean
ent_search_next_atom (const char *text,
                      gsize       length,
                      gsize      *at,
                      EntAtom    *atom)
{
  const char *end = text + length;
  const char *p = text + *at;

  while (p < end && !is_of_word (p))
    p = g_utf8_next_char (p);
  if (p >= end)
    {
      *at = length;
      return FALSE;
    }
  atom->span.start = (guint32) (p - text);
  atom->ideograph = is_ideograph_at (p);
  p = g_utf8_next_char (p);
  while (!atom->ideograph && p < end && is_of_word (p) && !is_ideograph_at (p))
    p = g_utf8_next_char (p);
  atom->span.end = (guint32) (p - text);
  *at = (gsize) (p - text);
  return TRUE;
}

/**
 * ent_search_append_folded:
 * @out: where it goes
 * @text: an atom
 * @length: its length
 *
 * Appends it as words that mean the same to a search are the same: without case, width and accents, and with simplified
 * ideographs.
 */
void
ent_search_append_folded (GString    *out,
                          const char *text,
                          gsize       length)
{
  const char *end = text + length;
  gsize from = out->len;
  guchar all = 0;
  g_autofree char *parted = NULL;

  g_string_set_size (out, from + length);
  for (gsize i = 0; i < length; i++)
    {
      all |= (guchar) text[i];
      out->str[from + i] = g_ascii_isupper (text[i]) ? (char) (text[i] | 0x20) : text[i];
    }
  if (all < 0x80)
    return;
  g_string_truncate (out, from);
  parted = g_utf8_normalize (text, (gssize) length, G_NORMALIZE_DEFAULT);
  text = parted != NULL ? parted : text;
  end = text + (parted != NULL ? strlen (parted) : length);
  for (; text < end; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      c = g_unichar_ismark (c) ? 0 : ent_fold_character (c);
      if (c != 0)
        g_string_append_unichar (out, c);
    }
}

/**
 * ent_search_append_segmented:
 * @out: where it goes
 * @text: valid UTF-8
 * @length: its length
 *
 * Appends a text as the index has it.
 */
void
ent_search_append_segmented (GString    *out,
                             const char *text,
                             gsize       length)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (GString) before = g_string_new (NULL); /* the ideograph right before, or nothing */
  guint32 end = 0;
  gsize at = 0;
  EntAtom atom;

  while (ent_search_next_atom (text, length, &at, &atom))
    {
      g_string_truncate (folded, 0);
      ent_search_append_folded (folded, text + atom.span.start, atom.span.end - atom.span.start);
      if (out->len > 0)
        g_string_append_c (out, ' ');
      if (atom.ideograph && before->len > 0 && end == atom.span.start)
        g_string_append_printf (out, "%s%s ", before->str, folded->str);
      g_string_append_len (out, folded->str, (gssize) folded->len);
      g_string_assign (before, atom.ideograph ? folded->str : "");
      end = atom.span.end;
    }
}

/**
 * ent_search_dup_phrase:
 * @text: words, valid UTF-8
 *
 * Returns: (transfer full): them as the index has them where they are part of a longer text; empty if they are none
 */
char *
ent_search_dup_phrase (const char *text)
{
  g_autoptr (GString) all = g_string_new (NULL);
  gsize length = strlen (text);
  gsize at = 0;
  EntAtom atom;
  guint n = 0;
  gboolean first = FALSE, last = FALSE, second = FALSE, before_last = FALSE;
  guint32 end = 0;

  ent_search_append_segmented (all, text, length);
  /* A pair says all that its ideographs do, at either end of the words. */
  while (ent_search_next_atom (text, length, &at, &atom))
    {
      if (n == 0)
        first = atom.ideograph;
      if (n == 1)
        second = first && atom.ideograph && atom.span.start == end;
      before_last = last && atom.ideograph && atom.span.start == end;
      last = atom.ideograph;
      end = atom.span.end;
      n++;
    }
  if (second)
    g_string_erase (all, 0, strchr (all->str, ' ') - all->str + 1);
  if (before_last)
    g_string_truncate (all, (gsize) (strrchr (all->str, ' ') - all->str));
  return g_string_free (g_steal_pointer (&all), FALSE);
}
