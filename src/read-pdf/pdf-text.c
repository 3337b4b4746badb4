/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read-pdf/pdf-text.h"

#include <string.h>

#include "read-pdf/pdf-words.h"

/* In parts of the height of a line's glyphs: a gap between lines, an indent, a line that ends short of the margin. */
#define GAP 0.9
#define INDENT 0.7
#define SHORT 3.0
/* The same of a space, and what a word may be wider than is guessed. */
#define SPACE 0.8
/* Sizes further apart than this belong to different parts of a page. */
#define SAME_SIZE 0.12
/* Footnotes are set in letters this much smaller than the text. */
#define NOTE_SIZE 0.92
/* A heading's letters are so much larger. */
#define HEADING_SIZE 1.15
#define MAX_HEADING 200

/* Lines one below the other: a column of a page. */
typedef struct
{
  const EntPdfPage *page;
  guint32 number; /* of the page, from 1 */
  guint first;
  guint end;
  double left;
  double right;
  double gap; /* the usual one between two lines */
} Column;

typedef struct
{
  EntPdfText *out;
  const EntPdfWords *words;
  const EntPdfLine *last; /* the line before; NULL at the begin of the text and of its notes */
  const Column *last_column;
} Writer;

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The size that most letters have. */
static double
find_body_size (const EntPdfPage *pages,
                guint             n_pages)
{
  gsize weights[256] = { 0 };
  guint best = 0;

  for (guint i = 0; i < n_pages; i++)
    for (guint j = 0; j < pages[i].lines->len; j++)
      {
        const EntPdfLine *line = ent_pdf_page_get_line (&pages[i], j);

        weights[(guint) CLAMP (line->size * 2, 0, G_N_ELEMENTS (weights) - 1)] += strlen (line->text);
      }
  for (guint i = 1; i < G_N_ELEMENTS (weights); i++)
    if (weights[i] > weights[best])
      best = i;
  return (best + 0.5) / 2;
}

static gboolean
is_beside (const EntPdfLine *line,
           const EntPdfLine *before)
{
  return ABS (line->bottom - before->bottom) < before->size / 2 && line->left >= before->right - before->size;
}

static gboolean
is_below (const EntPdfLine *line,
          const EntPdfLine *before)
{
  return line->top > before->top && line->left < before->right && line->right > before->left;
}

static double
find_usual_gap (const Column *column)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = column->first + 1; i < column->end; i++)
    {
      const EntPdfLine *line = ent_pdf_page_get_line (column->page, i);
      const EntPdfLine *before = ent_pdf_page_get_line (column->page, i - 1);
      double gap = line->bottom - before->bottom;

      if (!is_beside (line, before))
        g_array_append_val (gaps, gap);
    }
  if (gaps->len == 0)
    return 0;
  g_array_sort (gaps, compare_doubles);
  /* Half of a list's gaps may be those between its paragraphs: the smaller ones are those within. */
  return g_array_index (gaps, double, gaps->len / 3);
}

static void
add_column (GArray *columns,
            Column  column)
{
  for (guint i = column.first; i < column.end; i++)
    {
      const EntPdfLine *line = ent_pdf_page_get_line (column.page, i);

      column.left = i == column.first ? line->left : MIN (column.left, line->left);
      column.right = i == column.first ? line->right : MAX (column.right, line->right);
    }
  column.gap = find_usual_gap (&column);
  if (column.first < column.end)
    g_array_append_val (columns, column);
}

static void
find_columns (GArray           *columns,
              const EntPdfPage *page,
              guint32           number)
{
  Column column = { page, number, 0, 0, 0, 0, 0 };

  for (guint i = 1; i < page->lines->len; i++)
    {
      const EntPdfLine *line = ent_pdf_page_get_line (page, i);
      const EntPdfLine *before = ent_pdf_page_get_line (page, i - 1);

      if (is_beside (line, before) || is_below (line, before))
        continue;
      column.end = i;
      add_column (columns, column);
      column.first = i;
    }
  column.end = page->lines->len;
  add_column (columns, column);
}

static gboolean
begins_note (const char *text)
{
  return g_ascii_isdigit (*text) || *text == '*' || *text == '[' || g_str_has_prefix (text, "†")
         || g_str_has_prefix (text, "‡");
}

/* Where the footnotes of a column begin: at its end, in small letters, the first with its figure, or where a raised
 * figure says so. */
static guint
find_notes (const Column *column,
            double        body_size)
{
  guint notes = column->end;

  for (guint i = (column->first + column->end) / 2; i < column->end; i++)
    if (ent_pdf_page_get_line (column->page, i)->is_note)
      return i;

  for (guint i = column->end; i-- > column->first;)
    {
      const EntPdfLine *line = ent_pdf_page_get_line (column->page, i);

      if (line->size > body_size * NOTE_SIZE)
        break;
      if (begins_note (line->text))
        notes = i;
    }
  return notes;
}

static gboolean
is_wide (gunichar c)
{
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFFEF) || c >= 0x20000;
}

static gunichar
get_last_character (const char *text)
{
  gsize length = strlen (text);

  return length > 0 ? g_utf8_get_char (g_utf8_prev_char (text + length)) : 0;
}

/* Whether a sentence or a heading ends here; what closes a quotation does not hide that. */
static gboolean
ends_sentence (const char *text)
{
  const char *at = text + strlen (text);

  while (at > text)
    {
      gunichar c = g_utf8_get_char (at = g_utf8_prev_char (at));

      if (c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0x300D || c == 0xFF09)
        continue;
      return c == '.' || c == '!' || c == '?' || c == ':' || c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF1A
             || c == 0x2026;
    }
  return FALSE;
}

static gboolean
begins_item (const char *text)
{
  gsize n = strspn (text, "0123456789");
  gunichar c = g_utf8_get_char (text);

  if (c == 0x2022 || c == 0x25CF || c == 0x25AA || c == 0x25E6 || c == 0x2023 || c == 0xB7)
    return TRUE;
  if ((c == '-' || c == 0x2013 || c == 0x2014) && g_str_has_prefix (g_utf8_next_char (text), " "))
    return TRUE;
  return n > 0 && n <= 3 && (text[n] == '.' || text[n] == ')') && text[n + 1] == ' ';
}

static gboolean
is_same_size (const EntPdfLine *a,
              const EntPdfLine *b)
{
  return ABS (a->size - b->size) <= SAME_SIZE * MAX (a->size, b->size);
}

/* About how wide the first word of a line is. */
static double
guess_first_word (const EntPdfLine *line)
{
  gsize n = strlen (line->text);
  gsize first = strcspn (line->text, " ");

  if (is_wide (g_utf8_get_char (line->text)))
    return line->size;
  return (line->right - line->left) * (double) first / (double) MAX (n, 1);
}

/* Whether a line ends far enough from the margin that the first word of the next would have stood on it. */
static gboolean
ends_short (const EntPdfLine *line,
            const EntPdfLine *next,
            const Column     *column)
{
  double left = column->right - line->right;

  return left > SHORT * line->size && left > guess_first_word (next) + SPACE * line->size;
}

/* Whether a line of the same column goes on with the paragraph of the line before it. */
static gboolean
goes_on_below (const EntPdfLine *line,
               const EntPdfLine *before,
               const Column     *column)
{
  gunichar first = g_utf8_get_char (line->text);
  gboolean begins_small = g_unichar_islower (first) || (is_wide (first) && !g_unichar_isspace (first));

  if (!is_same_size (line, before) || begins_item (line->text))
    return FALSE;
  if (line->bottom - before->bottom > column->gap + GAP * before->size * 0.6)
    return FALSE;
  if (line->left > before->left + INDENT * line->size && line->left > column->left + INDENT * line->size
      && before->left < column->left + INDENT * line->size)
    return FALSE;
  if (ends_short (before, line, column) && (ends_sentence (before->text) || !begins_small || is_wide (first)))
    return FALSE;
  return TRUE;
}

/* Whether the first line of a column or a page goes on with the last paragraph of the one before. */
static gboolean
goes_on_above (const EntPdfLine *line,
               const EntPdfLine *before,
               const Column     *column,
               const Column     *last_column)
{
  if (!is_same_size (line, before) || begins_item (line->text) || ends_sentence (before->text))
    return FALSE;
  if (line->left > column->left + INDENT * line->size)
    return FALSE;
  return g_unichar_islower (g_utf8_get_char (line->text)) || !ends_short (before, line, last_column);
}

/* Puts between two lines of a paragraph what parts their words: a space, nothing, or what is left of a hyphen. */
static void
join (const Writer     *writer,
      const EntPdfLine *line)
{
  GString *text = writer->out->text;
  const char *before = writer->last->text;
  gunichar last = get_last_character (before);
  gsize length = strlen (before);

  if (last == 0xAD)
    g_string_truncate (text, text->len - 2);
  else if ((last == '-' || last == 0x2010) && length > 1 && before[length - 2] != ' ')
    {
      gsize hyphen = last == '-' ? 1 : 3;

      if (!ent_pdf_words_keep_hyphen (writer->words, before, length - hyphen, line->text))
        g_string_truncate (text, text->len - hyphen);
    }
  else if (!is_wide (last) && last != 0x2014)
    g_string_append_c (text, ' ');
  else if (!is_wide (g_utf8_get_char (line->text)) && is_wide (last) && g_unichar_isalpha (last))
    g_string_append_c (text, ' ');
}

static void
add_place (EntPdfText *out,
           guint32     page)
{
  EntPdfPlace place = { (guint32) out->text->len, page };

  /* Of a page with a soft hyphen alone nothing is left once its line is joined with the next. */
  while (out->places->len > 0 && g_array_index (out->places, EntPdfPlace, out->places->len - 1).start >= place.start)
    g_array_set_size (out->places, out->places->len - 1);
  if (out->places->len == 0 || g_array_index (out->places, EntPdfPlace, out->places->len - 1).page != page)
    g_array_append_val (out->places, place);
}

static void
write_line (Writer           *writer,
            const EntPdfLine *line,
            const Column     *column)
{
  GString *text = writer->out->text;
  gboolean goes_on;

  if (writer->last != NULL)
    {
      if (writer->last_column != column)
        goes_on = goes_on_above (line, writer->last, column, writer->last_column);
      else
        goes_on = is_beside (line, writer->last) || goes_on_below (line, writer->last, column);
      if (goes_on)
        join (writer, line);
      else
        g_string_append (text, "\n\n");
    }
  add_place (writer->out, column->number);
  g_string_append (text, line->text);
  writer->last = line;
  writer->last_column = column;
}

static void
write_columns (Writer       *writer,
               const GArray *columns,
               double        body_size,
               gboolean      notes)
{
  writer->last = NULL;
  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);
      guint split = find_notes (column, body_size);

      for (guint j = notes ? split : column->first; j < (notes ? column->end : split); j++)
        {
          if (notes && writer->last == NULL && writer->out->text->len > 0)
            g_string_append (writer->out->text, "\n\n");
          if (notes && writer->last == NULL)
            writer->out->notes = writer->out->text->len;
          write_line (writer, ent_pdf_page_get_line (column->page, j), column);
        }
    }
}

/* The lines of the first page's largest letters, where those stand out. */
static char *
find_heading (const EntPdfPage *page,
              double            body_size)
{
  g_autoptr (GString) heading = g_string_new (NULL);
  double largest = 0;

  for (guint i = 0; i < page->lines->len; i++)
    largest = MAX (largest, ent_pdf_page_get_line (page, i)->size);
  if (largest < body_size * HEADING_SIZE)
    return NULL;
  for (guint i = 0; i < page->lines->len; i++)
    {
      const EntPdfLine *line = ent_pdf_page_get_line (page, i);

      if (line->size < largest * (1 - SAME_SIZE / 2))
        {
          if (heading->len > 0)
            break;
          continue;
        }
      if (heading->len > 0 && !is_wide (get_last_character (heading->str)))
        g_string_append_c (heading, ' ');
      g_string_append (heading, line->text);
    }
  return g_utf8_strlen (heading->str, -1) <= MAX_HEADING ? g_strdup (heading->str) : NULL;
}

/**
 * ent_pdf_text_init:
 * @text: (out): the text
 * @pages: pages without their running heads and feet
 * @n_pages: how many
 *
 * Makes paragraphs of the lines on pages: over the ends of lines, columns and pages, without the hyphens that stand
 * there for nothing.
 */
void
ent_pdf_text_init (EntPdfText       *text,
                   const EntPdfPage *pages,
                   guint             n_pages)
{
  g_autoptr (EntPdfWords) words = ent_pdf_words_new (pages, n_pages);
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (Column));
  double body_size = find_body_size (pages, n_pages);
  Writer writer = { .out = text, .words = words };

  g_return_if_fail (text != NULL && (pages != NULL || n_pages == 0));

  *text = (EntPdfText) { .text = g_string_new (NULL) };
  text->places = g_array_new (FALSE, FALSE, sizeof (EntPdfPlace));
  for (guint i = 0; i < n_pages; i++)
    find_columns (columns, &pages[i], i + 1);
  text->notes = 0;
  write_columns (&writer, columns, body_size, FALSE);
  write_columns (&writer, columns, body_size, TRUE);
  if (text->text->len > 0)
    g_string_append_c (text->text, '\n');
  if (text->notes == 0)
    text->notes = text->text->len;
  if (n_pages > 0)
    text->heading = find_heading (&pages[0], body_size);
}

/**
 * ent_pdf_text_clear:
 * @text: a text
 *
 * Frees what it holds.
 */
void
ent_pdf_text_clear (EntPdfText *text)
{
  g_return_if_fail (text != NULL);

  if (text->text != NULL)
    g_string_free (g_steal_pointer (&text->text), TRUE);
  g_clear_pointer (&text->places, g_array_unref);
  g_clear_pointer (&text->heading, g_free);
}
