/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/markup-scan.h"

#include <string.h>

/* Where a scan is, and how many parts the tag has that it is in. */
typedef struct
{
  const char *at;
  const char *end;
  guint n_parts;
} Scan;

static gboolean
begins_with (const Scan *scan,
             const char *what)
{
  gsize length = strlen (what);

  return (gsize) (scan->end - scan->at) >= length && g_ascii_strncasecmp (scan->at, what, length) == 0;
}

/* Behind the next place where @what stands, or to the end. */
static void
skip_past (Scan       *scan,
           const char *what)
{
  gsize length = strlen (what);
  const char *found = memmem (scan->at, (gsize) (scan->end - scan->at), what, length);

  scan->at = found != NULL ? found + length : scan->end;
}

/* Scripts and styles are no tags, whatever they hold. */
static void
skip_raw (Scan       *scan,
          const char *close)
{
  while (scan->at < scan->end && !begins_with (scan, close))
    {
      const char *next = memchr (scan->at + 1, '<', (gsize) (scan->end - scan->at - 1));

      scan->at = next != NULL ? next : scan->end;
    }
}

/* A sign that nothing of a name follows is but a sign: "5 < 6". */
static gboolean
is_tag (const Scan *scan)
{
  const char *next = scan->at + 1;

  while (next < scan->end && *next == 0)
    next++;
  return next < scan->end && (g_ascii_isalpha (*next) || (*next & 0x80) != 0 || strchr ("_:!", *next) != NULL);
}

/* Past a tag, of which spaces and signs outside quotations are counted. */
static void
scan_tag (Scan  *scan,
          guint  most)
{
  char last = 0;

  scan->n_parts = 0;
  for (; scan->at < scan->end && *scan->at != '>' && scan->n_parts <= most; scan->at++)
    {
      char c = *scan->at;

      if (c == 0)
        continue;
      if ((c == '"' || c == '\'') && last == '=')
        {
          const char *close = memchr (scan->at + 1, c, (gsize) (scan->end - scan->at - 1));

          if (close == NULL)
            return;
          scan->at = close;
        }
      if (c == '=' || c == '/' || (g_ascii_isspace (c) && !g_ascii_isspace (last)))
        scan->n_parts++;
      if (!g_ascii_isspace (c) || last != '=')
        last = c;
    }
}

/**
 * ent_markup_scan_attributes:
 * @bytes: a document in HTML or XML, in an encoding in which ASCII is ASCII or has NULs beside it
 * @length: its length
 * @most: a number of attributes
 *
 * Parsers compare each attribute of an element with all others before they tell of it, which takes for ever where
 * someone made them a million. This only counts.
 *
 * Returns: whether no element can have more than @most attributes
 */
gboolean
ent_markup_scan_attributes (const char *bytes,
                            gsize       length,
                            guint       most)
{
  Scan scan = { bytes, bytes + length, 0 };

  g_return_val_if_fail (bytes != NULL || length == 0, TRUE);

  while (scan.at < scan.end && (scan.at = memchr (scan.at, '<', (gsize) (scan.end - scan.at))) != NULL)
    {
      gboolean is_script = begins_with (&scan, "<script");
      gboolean is_style = begins_with (&scan, "<style");

      if (begins_with (&scan, "<!--"))
        skip_past (&scan, "-->");
      else if (begins_with (&scan, "<![CDATA["))
        skip_past (&scan, "]]>");
      else if (begins_with (&scan, "<?"))
        skip_past (&scan, ">");
      else if (!is_tag (&scan))
        scan.at++;
      else
        {
          scan.at++;
          /* An attribute with its value has two parts. */
          scan_tag (&scan, 2 * most);
          if (scan.n_parts > 2 * most)
            return FALSE;
          if (is_script || is_style)
            skip_raw (&scan, is_script ? "</script" : "</style");
        }
    }
  return TRUE;
}
