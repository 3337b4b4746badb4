/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read-pdf/pdf-line.h"

#include <string.h>

/* A digit or asterisk this much lower than the line's other glyphs, and standing above their feet, leads to a note. */
#define MARK_HEIGHT 0.78
#define MARK_LIFT 0.12
/* Glyphs further apart than this belong to two words, though no space is written between them. */
#define WORD_GAP 0.25
/* No more figures has the number of a note, and it stands no further from its line, in parts of the line's size. */
#define MARKS "0123456789*"
#define MAX_MARK 3
#define MARK_GAP 0.6

static void
clear_line (gpointer data)
{
  EntPdfLine *line = data;

  g_free (line->text);
}

/**
 * ent_pdf_page_init:
 * @page: (out): a page without lines
 * @height: its height, in points
 */
void
ent_pdf_page_init (EntPdfPage *page,
                   double      height)
{
  g_return_if_fail (page != NULL);

  page->height = height;
  page->lines = g_array_new (FALSE, FALSE, sizeof (EntPdfLine));
  g_array_set_clear_func (page->lines, clear_line);
}

/**
 * ent_pdf_page_clear:
 * @page: a page
 *
 * Frees what it holds.
 */
void
ent_pdf_page_clear (EntPdfPage *page)
{
  g_return_if_fail (page != NULL);

  g_clear_pointer (&page->lines, g_array_unref);
}

/**
 * ent_pdf_page_get_line:
 * @page: a page
 * @i: which of its lines
 *
 * Returns: (transfer none): the line
 */
const EntPdfLine *
ent_pdf_page_get_line (const EntPdfPage *page,
                       guint             i)
{
  return &g_array_index (page->lines, EntPdfLine, i);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static gboolean
is_blank (gunichar c)
{
  return c == 0 || g_unichar_isspace (c);
}

/* The usual height of the glyphs that say something. */
static double
find_size (const EntPdfGlyph *glyphs,
           gsize              n)
{
  g_autofree double *heights = g_new (double, n);
  gsize n_heights = 0;

  for (gsize i = 0; i < n; i++)
    if (!is_blank (glyphs[i].character))
      heights[n_heights++] = glyphs[i].bottom - glyphs[i].top;
  if (n_heights == 0)
    return 0;
  qsort (heights, n_heights, sizeof *heights, compare_doubles);
  return heights[n_heights / 2];
}

/* Where most glyphs stand on the line. */
static double
find_foot (const EntPdfGlyph *glyphs,
           gsize              n)
{
  g_autofree double *feet = g_new (double, n);

  for (gsize i = 0; i < n; i++)
    feet[i] = glyphs[i].bottom;
  qsort (feet, n, sizeof *feet, compare_doubles);
  return feet[n / 2];
}

static gboolean
leads_to_note (const EntPdfGlyph *glyph,
               double             size,
               double             foot)
{
  if (!g_unichar_isdigit (glyph->character) && strchr ("*", (int) MIN (glyph->character, 0x7F)) == NULL
      && glyph->character != 0x2020 && glyph->character != 0x2021)
    return FALSE;
  return glyph->bottom - glyph->top < MARK_HEIGHT * size && glyph->bottom < foot - MARK_LIFT * size;
}

/* Ligatures as their letters, and signs of radicals as the ideographs that they stand for. */
static void
append_character (GString  *text,
                  gunichar  c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = 1;

  parts[0] = c;
  if ((c >= 0xFB00 && c <= 0xFB06) || (c >= 0x2E80 && c <= 0x2FDF))
    n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n; i++)
    g_string_append_unichar (text, parts[i]);
}

static gboolean
begins_word (const EntPdfGlyph *glyph,
             const EntPdfGlyph *before,
             double             size)
{
  return before != NULL && glyph->left - before->right > WORD_GAP * size && !g_unichar_iswide (glyph->character)
         && !g_unichar_iswide (before->character);
}

static gboolean
is_control (gunichar c)
{
  return c < ' ' || (c >= 0x7F && c < 0xA0) || c == 0xFEFF || c == 0x200B || c == 0x2060;
}

/* Whether no more is read than a note's figure. */
static gboolean
is_figure (const GString *text)
{
  return text->len > 0 && strspn (text->str, MARKS) == text->len;
}

static void
append_glyph (GString           *text,
              const EntPdfGlyph *glyph)
{
  gunichar c = glyph->character;

  if (g_unichar_isspace (c))
    {
      if (text->len > 0 && text->str[text->len - 1] != ' ')
        g_string_append_c (text, ' ');
    }
  else if (!is_control (c))
    append_character (text, c);
}

/**
 * ent_pdf_page_add_line:
 * @page: a page
 * @glyphs: the glyphs of a line, from its begin
 * @n_glyphs: how many they are
 *
 * Adds the line; one that says nothing is left out, and so are raised figures that lead to a note: they would become
 * part of the word or the date before them.
 */
void
ent_pdf_page_add_line (EntPdfPage        *page,
                       const EntPdfGlyph *glyphs,
                       gsize              n_glyphs)
{
  g_autoptr (GString) text = g_string_new (NULL);
  double size, foot;
  EntPdfLine line = { 0 };
  const EntPdfGlyph *last = NULL;

  g_return_if_fail (page != NULL && (glyphs != NULL || n_glyphs == 0));

  size = n_glyphs > 0 ? find_size (glyphs, n_glyphs) : 0;
  if (size <= 0)
    return;
  foot = find_foot (glyphs, n_glyphs);
  line.size = size;
  for (gsize i = 0; i < n_glyphs; i++)
    {
      const EntPdfGlyph *glyph = &glyphs[i];

      if (leads_to_note (glyph, size, foot))
        {
          if (text->len > 0 && !(line.is_note && is_figure (text)))
            continue;
          line.is_note = TRUE;
        }
      if (is_blank (glyph->character))
        {
          append_glyph (text, glyph);
          continue;
        }
      if ((begins_word (glyph, last, size) && text->str[text->len - 1] != ' ')
          || (line.is_note && is_figure (text) && !leads_to_note (glyph, size, foot)))
        g_string_append_c (text, ' ');
      append_glyph (text, glyph);
      line.left = last == NULL ? glyph->left : MIN (line.left, glyph->left);
      line.right = last == NULL ? glyph->right : MAX (line.right, glyph->right);
      line.top = last == NULL ? glyph->top : MIN (line.top, glyph->top);
      line.bottom = last == NULL ? glyph->bottom : MAX (line.bottom, glyph->bottom);
      last = glyph;
    }
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  if (text->len == 0)
    return;
  line.text = g_strdup (text->str);
  g_array_append_val (page->lines, line);
}

/* Whether a line is nothing but what leads to a note: a figure or a sign. */
static gboolean
is_mark (const EntPdfLine *line)
{
  gsize n = strspn (line->text, MARKS);

  return (n > 0 && n <= MAX_MARK && line->text[n] == 0) || g_str_equal (line->text, "†")
         || g_str_equal (line->text, "‡");
}

/* Whether a mark stands raised at a line, on its left or on its right. */
static gboolean
stands_at (const EntPdfLine *mark,
           const EntPdfLine *line,
           gboolean          on_left)
{
  double gap = on_left ? line->left - mark->right : mark->left - line->right;

  return mark->size < MARK_HEIGHT * line->size && mark->bottom < line->bottom - MARK_LIFT * line->size
         && mark->bottom > line->top && gap > -MARK_GAP * line->size && gap < MARK_GAP * line->size;
}

/**
 * ent_pdf_page_join_marks:
 * @page: a page
 *
 * A raised figure that leads to a note at times stands as a line of its own. Before a line it becomes the number of
 * the note that begins there, behind one it is left out.
 */
void
ent_pdf_page_join_marks (EntPdfPage *page)
{
  g_return_if_fail (page != NULL);

  for (guint i = 0; i < page->lines->len; i++)
    {
      EntPdfLine *mark = &g_array_index (page->lines, EntPdfLine, i);
      gboolean is_used = FALSE;

      for (guint j = 0; is_mark (mark) && j < page->lines->len && !is_used; j++)
        {
          EntPdfLine *line = &g_array_index (page->lines, EntPdfLine, j);

          if (j == i || !(stands_at (mark, line, TRUE) || stands_at (mark, line, FALSE)))
            continue;
          is_used = TRUE;
          if (!stands_at (mark, line, TRUE))
            continue;
          g_autofree char *text = line->text;
          line->text = g_strconcat (mark->text, " ", text, NULL);
          line->left = mark->left;
          line->is_note = TRUE;
        }
      if (is_used)
        g_array_remove_index (page->lines, i--);
    }
}

/**
 * ent_pdf_lines_letters:
 * @pages: pages
 * @n_pages: how many
 * @n_unknown: (out): how many of their characters no one can read: fonts that do not say what their glyphs mean
 *
 * Returns: how many characters the pages have
 */
guint
ent_pdf_lines_letters (const EntPdfPage *pages,
                       guint             n_pages,
                       guint            *n_unknown)
{
  guint n = 0;

  g_return_val_if_fail (pages != NULL || n_pages == 0, 0);
  g_return_val_if_fail (n_unknown != NULL, 0);

  *n_unknown = 0;
  for (guint i = 0; i < n_pages; i++)
    for (guint j = 0; j < pages[i].lines->len; j++)
      for (const char *at = ent_pdf_page_get_line (&pages[i], j)->text; *at != 0; at = g_utf8_next_char (at))
        {
          gunichar c = g_utf8_get_char (at);

          n += c != ' ';
          *n_unknown += c == 0xFFFD || g_unichar_type (c) == G_UNICODE_PRIVATE_USE;
        }
  return n;
}
