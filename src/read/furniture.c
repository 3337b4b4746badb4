/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/furniture.h"

#include <string.h>

#include "read/text-line.h"

/* A line of furniture is short, in characters; a body has paragraphs that are not. */
#define MAX_LINE_CHARACTERS 80
#define LONG_LINE_CHARACTERS 160
/* As far into a text, from either end, as menus are looked for. */
#define MAX_LINES 120
#define MAX_TITLE_CHARACTERS 300
#define MAX_TITLE_LINES 4
/* No wrapped line is so long; in bytes, so that an ideograph weighs as much as half a word. */
#define MIN_UNWRAPPED_BYTES 120

/* A line without the space around it. Of one that is longer than all that is asked for, characters are
 * not counted: there are at least so many. */
typedef struct
{
  const char *start;
  const char *end;
  glong n_characters;
} Line;

static Line
line_trimmed (const char *start,
              const char *end)
{
  Line line;

  line.start = ent_text_skip_space (start, end);
  line.end = ent_text_trim_end (line.start, end);
  if (line.end - line.start <= 4 * MAX_TITLE_CHARACTERS)
    line.n_characters = g_utf8_strlen (line.start, line.end - line.start);
  else
    line.n_characters = (line.end - line.start) / 4;
  return line;
}

static const guint8 ascii_marks[128] = {
  ['\\'] = 1, ['#'] = 1, ['*'] = 1, ['_'] = 1, ['='] = 1, ['-'] = 1, ['|'] = 1, ['>'] = 1,
  ['+'] = 1,  ['['] = 1, [']'] = 1, ['<'] = 1, ['~'] = 1, ['^'] = 1, ['.'] = 1,
};

/* Marks that lists, buttons and Markdown put around words. */
static gboolean
is_mark (gunichar c)
{
  static const gunichar wide[] = { 0x3010, 0x3011, 0x2022, 0xB7, 0xBB, 0xAB, 0x203A, 0x2039, 0x25B2, 0x25B6, 0x25BC,
                                   0x2191, 0x2193, 0x2013, 0x2014, 0x2605, 0x300A, 0x300B, 0 };

  if (c < 0x80)
    return ascii_marks[c] != 0;
  for (gsize i = 0; wide[i] != 0; i++)
    if (wide[i] == c)
      return TRUE;
  return FALSE;
}

/* What fold_line() does for a line of ASCII, as most are. Returns NULL for another. */
static char *
fold_ascii_line (Line line)
{
  g_autofree char *folded = g_malloc ((gsize) MAX (line.end - line.start, 0) + 1);
  char *to = folded;

  for (const char *p = line.start; p < line.end && *p != 0; p++)
    {
      if ((guchar) *p >= 0x80)
        return NULL;
      if (ascii_marks[(guchar) *p])
        continue;
      if (!g_ascii_isspace (*p))
        *to++ = g_ascii_tolower (*p);
      else if (to > folded && to[-1] != ' ')
        *to++ = ' ';
    }
  if (to > folded && to[-1] == ' ')
    to--;
  *to = 0;
  return g_steal_pointer (&folded);
}

/* The line as the forms are written; "" for one of nothing but marks. */
static char *
fold_line (Line line)
{
  char *plain = fold_ascii_line (line);
  g_autofree char *lower = plain == NULL ? g_utf8_strdown (line.start, line.end - line.start) : NULL;
  GString *folded;

  if (plain != NULL)
    return plain;
  folded = g_string_new (NULL);
  for (const char *p = lower; *p != 0; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean space = g_unichar_isspace (c);

      if (is_mark (c) || c == 0xFEFF || c == 0xAD)
        continue;
      if (c == 0x2019)
        c = '\'';
      if (!space)
        g_string_append_unichar (folded, c);
      else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
        g_string_append_c (folded, ' ');
    }
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);
  return g_string_free (folded, FALSE);
}

/* The two first bytes that a line has once it is folded. Returns whether they are of ASCII; if not, it is to be looked
 * at more closely. */
static gboolean
get_first_bytes (Line line,
                 char first[2])
{
  guint n = 0;

  for (const char *p = line.start; p < line.end && n < 2; p++)
    {
      if ((guchar) *p >= 0x80 || (g_ascii_iscntrl (*p) && !g_ascii_isspace (*p)))
        return FALSE;
      if (is_mark ((gunichar) *p) || (g_ascii_isspace (*p) && n == 0))
        continue;
      first[n++] = g_ascii_isspace (*p) ? ' ' : g_ascii_tolower (*p);
    }
  return n == 2;
}

/* What the words of a line tell of the page: %EntPageWordFlags, 0 for nothing. */
static guint
classify (const EntPageWords *words,
          Line                line)
{
  g_autofree char *folded = NULL;
  char first[2];

  if (line.start == line.end || line.n_characters > LONG_LINE_CHARACTERS)
    return 0;
  if (words != NULL && get_first_bytes (line, first) && !ent_page_words_may_begin (words, first))
    return 0;
  folded = fold_line (line);
  if (*folded == 0)
    return ENT_PAGE_ABOVE | ENT_PAGE_BELOW;
  return words != NULL ? ent_page_words_find (words, folded, line.n_characters <= MAX_LINE_CHARACTERS) : 0;
}

static gboolean
is_sentence_end (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0x201D || c == '"'
         || c == 0x300D;
}

/* Whether a line is of running text, which no menu goes beyond. */
static gboolean
is_body (Line line)
{
  gunichar last;

  if (line.start == line.end)
    return FALSE;
  last = g_utf8_get_char (g_utf8_prev_char (line.end));
  return line.n_characters > LONG_LINE_CHARACTERS
         || (line.n_characters > MAX_LINE_CHARACTERS / 2 && is_sentence_end (last));
}

static void
add_span (GArray     *spans,
          const char *text,
          const char *start,
          const char *end)
{
  EntSpan span = { (guint32) (start - text), (guint32) (end - text) };

  g_array_append_val (spans, span);
}

/* From the begin on, line by line, until running text. Gives the place after the last that it found. */
static const char *
find_head (const EntPageWords *words,
           const char         *text,
           const char         *end,
           GArray             *spans)
{
  const char *p = text;
  const char *after = text;

  for (guint i = 0; p < end && i < MAX_LINES; i++)
    {
      const char *newline = memchr (p, '\n', (gsize) (end - p));
      const char *next = newline != NULL ? newline + 1 : end;
      Line line = line_trimmed (p, next);

      if (classify (words, line) & ENT_PAGE_ABOVE)
        {
          add_span (spans, text, line.start, line.end);
          after = next;
        }
      else if (is_body (line))
        break;
      p = next;
    }
  return after;
}

/* What hangs on to the last sentence: "… near future.Back to top button". */
static void
find_glued (const EntPageWords *words,
            const char         *text,
            Line                line,
            GArray             *spans)
{
  guint n = 0;
  const EntPageWord *all = words != NULL ? ent_page_words_get_all (words, &n) : NULL;

  for (guint i = 0; i < n; i++)
    {
      gsize length = all[i].length;
      const char *start = line.end - length;
      const char *before;
      g_autofree char *folded = NULL;

      if (!(all[i].flags & ENT_PAGE_GLUED) || (gsize) (line.end - line.start) <= length || (*start & 0xC0) == 0x80
          || g_ascii_tolower (line.end[-1]) != all[i].text[length - 1])
        continue;
      before = ent_text_trim_end (line.start, start);
      if (before == line.start || !is_sentence_end (g_utf8_get_char (g_utf8_prev_char (before))))
        continue;
      folded = g_utf8_strdown (start, (gssize) length);
      if (strcmp (folded, all[i].text) == 0)
        {
          add_span (spans, text, start, line.end);
          return;
        }
    }
}

static void
reverse_from (GArray *spans,
              guint   first)
{
  for (guint i = first, j = spans->len; i + 1 < j; i++)
    {
      EntSpan span = g_array_index (spans, EntSpan, i);

      g_array_index (spans, EntSpan, i) = g_array_index (spans, EntSpan, --j);
      g_array_index (spans, EntSpan, j) = span;
    }
}

/* From the end back, line by line, until running text. */
static void
find_tail (const EntPageWords *words,
           const char         *text,
           const char         *from,
           const char         *end,
           GArray             *spans)
{
  guint first = spans->len;
  const char *begin = ent_text_skip_space (from, end);
  const char *last = ent_text_trim_end (begin, end);
  const char *p = last;

  for (guint i = 0; p > from && i < MAX_LINES; i++)
    {
      const char *newline = memrchr (from, '\n', (gsize) (p - from));
      const char *start = newline != NULL ? newline + 1 : from;
      Line line = line_trimmed (start, p);
      guint flags = classify (words, line);

      if ((flags & ENT_PAGE_SECTION) && line.start > begin)
        {
          g_array_set_size (spans, first);
          add_span (spans, text, line.start, last);
        }
      else if (flags & ENT_PAGE_BELOW)
        add_span (spans, text, line.start, line.end);
      else if (is_body (line))
        {
          find_glued (words, text, line, spans);
          break;
        }
      else if (i == 0 && line.start < line.end)
        find_glued (words, text, line, spans);
      p = newline != NULL ? newline : from;
    }
  reverse_from (spans, first);
}

/**
 * ent_furniture_find:
 * @words: (nullable): the words of sites; without them, only lines of nothing but marks are furniture
 * @text: a statement's text, valid UTF-8
 * @length: its length
 *
 * Tells the page around a statement from it: known words on lines of their own before and after the
 * running text (never within it), all that follows a heading such as "Related News", and known words
 * that hang on to the last sentence.
 *
 * Returns: (transfer full) (element-type EntSpan): what is furniture, in the text's order
 */
GArray *
ent_furniture_find (const EntPageWords *words,
                    const char         *text,
                    gsize               length)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (EntSpan));

  g_return_val_if_fail (text != NULL || length == 0, spans);

  if (length > 0)
    find_tail (words, text, find_head (words, text, text + length, spans), text + length, spans);
  return spans;
}

/**
 * ent_furniture_is_line:
 * @words: (nullable): the words of sites
 * @text: a line of a page, valid UTF-8
 * @length: its length
 *
 * Returns: whether it is what stands below a text and belongs to the site: "Share", "Back to top"
 */
gboolean
ent_furniture_is_line (const EntPageWords *words,
                       const char         *text,
                       gsize               length)
{
  g_return_val_if_fail (text != NULL || length == 0, FALSE);

  return (classify (words, line_trimmed (text, text + length)) & ENT_PAGE_BELOW) != 0;
}

/**
 * ent_furniture_heads_tail:
 * @words: (nullable): the words of sites
 * @text: a line of a page, valid UTF-8
 * @length: its length
 * @is_heading: whether the page says that it is a heading
 *
 * Returns: whether what follows it is no longer the statement: related news, contacts for the press, comments
 */
gboolean
ent_furniture_heads_tail (const EntPageWords *words,
                          const char         *text,
                          gsize               length,
                          gboolean            is_heading)
{
  Line line = line_trimmed (text, text + length);
  guint flags = classify (words, line);

  g_return_val_if_fail (text != NULL || length == 0, FALSE);

  return (flags & ENT_PAGE_SECTION) != 0 && (is_heading || !(flags & ENT_PAGE_PREFIX));
}

/* A heading says something and does not end as a sentence does, or as a line that goes on. */
static gboolean
can_be_title (Line line)
{
  gunichar c;

  if (line.start == line.end)
    return FALSE;
  c = g_utf8_get_char (g_utf8_prev_char (line.end));
  if (line.n_characters > MAX_TITLE_CHARACTERS || (c < 0x80 && strchr (".,;:_-", (int) c) != NULL))
    return FALSE;
  if (c == 0x3002 || c == 0xFF0C || c == 0xFF1A || c == 0xFF1B || c == 0x2014 || c == 0x2013)
    return FALSE;
  for (const char *p = line.start; p < line.end; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* A paragraph's end: a blank line, or the text's; in it, how many lines there are. */
static const char *
paragraph_end (const char *p,
               const char *end,
               guint      *n_lines)
{
  *n_lines = 0;
  while (p < end)
    {
      const char *newline = memchr (p, '\n', (gsize) (end - p));
      const char *next = newline != NULL ? newline + 1 : end;

      if (ent_text_skip_space (p, next) == next)
        return p;
      (*n_lines)++;
      p = next;
    }
  return p;
}

/* Where the statement's own words go on from a place; gives also where they stop next. */
static const char *
skip_furniture (const char    *text,
                const char    *from,
                const char    *end,
                const GArray  *furniture,
                const char   **stop)
{
  const char *p = ent_text_skip_space (from, end);

  *stop = end;
  for (guint i = 0; i < furniture->len; i++)
    {
      EntSpan span = g_array_index (furniture, EntSpan, i);

      if (text + span.start > p)
        {
          *stop = text + span.start;
          break;
        }
      if (text + span.end > p)
        p = ent_text_skip_space (text + span.end, end);
    }
  return p;
}

/* A first paragraph and the next. */
static gboolean
split_at_blank_line (const char   *text,
                     const char   *end,
                     const GArray *furniture,
                     Line         *title)
{
  guint n_lines;
  const char *stop;
  const char *start = skip_furniture (text, text, end, furniture, &stop);
  const char *title_end = paragraph_end (start, stop, &n_lines);
  Line next;

  *title = line_trimmed (start, title_end);
  start = skip_furniture (text, title_end, end, furniture, &stop);
  next = line_trimmed (start, paragraph_end (start, stop, &(guint) { 0 }));
  return n_lines <= MAX_TITLE_LINES && next.n_characters > title->n_characters && can_be_title (*title);
}

/* In a text of a line a paragraph: a line of a wrapped paragraph is not followed by one so long. */
static gboolean
split_at_line (const char   *text,
               const char   *end,
               const GArray *furniture,
               Line         *title)
{
  const char *stop;
  const char *start = skip_furniture (text, text, end, furniture, &stop);
  const char *newline = memchr (start, '\n', (gsize) (stop - start));
  Line next;

  if (newline == NULL)
    return FALSE;
  *title = line_trimmed (start, newline);
  start = skip_furniture (text, newline, end, furniture, &stop);
  newline = memchr (start, '\n', (gsize) (stop - start));
  next = line_trimmed (start, newline != NULL ? newline : stop);
  return next.end - next.start > MIN_UNWRAPPED_BYTES && next.n_characters > title->n_characters
         && can_be_title (*title);
}

/* One line, whatever white space parts its words. */
static char *
dup_on_one_line (Line line)
{
  GString *title = g_string_sized_new ((gsize) (line.end - line.start));
  const char *start = line.start;

  /* The sign of a heading in Markdown. */
  while (start < line.end && (*start == '#' || *start == ' '))
    start++;
  for (const char *p = start; p < line.end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (title, c);
      else if (title->len > 0 && title->str[title->len - 1] != ' ')
        g_string_append_c (title, ' ');
    }
  return g_string_free (title, FALSE);
}

/**
 * ent_furniture_title:
 * @text: a statement's text, valid UTF-8
 * @length: its length
 * @furniture: (element-type EntSpan): what is furniture in it
 *
 * A text tells its own title by a short first paragraph that is no sentence before a longer one.
 *
 * Returns: (transfer full) (nullable): the title, in one line
 */
char *
ent_furniture_title (const char   *text,
                     gsize         length,
                     const GArray *furniture)
{
  Line title;

  g_return_val_if_fail ((text != NULL || length == 0) && furniture != NULL, NULL);

  if (length == 0)
    return NULL;
  if (!split_at_blank_line (text, text + length, furniture, &title)
      && !split_at_line (text, text + length, furniture, &title))
    return NULL;
  return dup_on_one_line (title);
}
