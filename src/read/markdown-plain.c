/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What most who write Markdown use, though CommonMark does not know it: tables and footnotes.
 *
 *     | Topic | Result |         Topic Result          Both agreed.[^1]   →   Both agreed.
 *     |-------|--------|    →
 *     | Trade | talks  |         Trade talks           [^1]: In Geneva.   →
 */
#include "read/markdown-plain.h"

#include <string.h>

#define MAX_LABEL 40

typedef struct
{
  const char *start;
  const char *end; /* its line feed, or the text's end */
} Line;

static Line
get_line (const char *at,
          const char *end)
{
  const char *feed = memchr (at, '\n', (gsize) (end - at));

  return (Line) { at, feed != NULL ? feed : end };
}

/* The line below a table's head: |---|:--:|. */
static gboolean
is_rule (Line line)
{
  gboolean has_bar = FALSE, has_dash = FALSE;

  for (const char *p = line.start; p < line.end; p++)
    {
      if (strchr ("|:- \t\r", *p) == NULL || *p == 0)
        return FALSE;
      has_bar = has_bar || *p == '|';
      has_dash = has_dash || *p == '-';
    }
  return has_bar && has_dash;
}

static gboolean
has_bar (Line line)
{
  return memchr (line.start, '|', (gsize) (line.end - line.start)) != NULL;
}

/* A row becomes a paragraph of its cells. */
static void
append_row (GString *plain,
            Line     line)
{
  g_string_append_c (plain, '\n');
  for (const char *p = line.start; p < line.end; p++)
    if (*p == '\\' && p + 1 < line.end && p[1] == '|')
      g_string_append_c (plain, *++p);
    else
      g_string_append_c (plain, *p == '|' ? ' ' : *p);
  g_string_append_c (plain, '\n');
}

/* How long [^label] is; 0 for what is none. */
static gsize
measure_note (const char *at,
              const char *end)
{
  const char *p = at + 2;

  if (end - at < 4 || at[0] != '[' || at[1] != '^')
    return 0;
  while (p < end && p - at < MAX_LABEL && *p != ']' && *p != '[' && !g_ascii_isspace (*p))
    p++;
  return p < end && *p == ']' && p > at + 2 ? (gsize) (p + 1 - at) : 0;
}

static gboolean
is_note (Line line)
{
  gsize n = measure_note (line.start, line.end);

  return n > 0 && line.start + n < line.end && line.start[n] == ':';
}

static void
append_without_notes (GString *plain,
                      Line     line)
{
  for (const char *p = line.start; p < line.end;)
    {
      gsize n = *p == '[' ? measure_note (p, line.end) : 0;

      if (n == 0)
        g_string_append_c (plain, *p++);
      p += n;
    }
  g_string_append_c (plain, '\n');
}

/* Past a note and the lines that go on with it: those that are indented, and blank ones before such. */
static const char *
skip_note (Line        line,
           const char *end)
{
  const char *after = MIN (line.end + 1, end);

  for (const char *at = after; at < end;)
    {
      Line next = get_line (at, end);
      gboolean is_blank = next.start == next.end || *next.start == '\r';

      if (!is_blank && *next.start != ' ' && *next.start != '\t')
        break;
      at = MIN (next.end + 1, end);
      if (!is_blank)
        after = at;
    }
  return after;
}

/**
 * ent_markdown_plain:
 * @text: a text in Markdown
 * @length: its length
 *
 * Returns: (transfer full): the text with each row of a table as a paragraph, and without footnotes
 */
GString *
ent_markdown_plain (const char *text,
                    gsize       length)
{
  const char *end = text + length;
  GString *plain = g_string_sized_new (length + 1);
  gboolean in_table = FALSE;

  g_return_val_if_fail (text != NULL || length == 0, plain);

  for (const char *at = text; at < end;)
    {
      Line line = get_line (at, end);
      Line next = line.end < end ? get_line (line.end + 1, end) : (Line) { end, end };

      at = MIN (line.end + 1, end);
      in_table = has_bar (line) && (in_table || is_rule (next));
      if (is_note (line))
        at = skip_note (line, end);
      else if (!in_table)
        append_without_notes (plain, line);
      else if (!is_rule (line))
        append_row (plain, (Line) { line.start + strspn (line.start, " \t|"), line.end });
    }
  return plain;
}
