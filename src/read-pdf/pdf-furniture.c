/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read-pdf/pdf-furniture.h"

#include <string.h>

/* As many rows at the top and at the foot of a page may be its running head and foot. */
#define EDGE_ROWS 4
/* Heads and feet of pages stand at the same height, give or take so many points. */
#define SAME_HEIGHT 8.0
/* Running heads and feet stand within this part of a page's height from its edge. */
#define EDGE_HEIGHT 0.15
/* What is said at an edge of so many pages is said of no page. */
#define MIN_REPEATED 3

/* A row of words at the edge of a page: one line, or several beside each other. */
typedef struct
{
  guint page;
  gboolean at_top;
  guint rank;  /* from the edge, 0 for the outermost */
  double top;
  double bottom;
  char *words; /* figures as #, small letters */
  gboolean is_number;
  gboolean is_repeated;
} Row;

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_free (row->words);
}

/* A word of Roman figures is a number of a preface's pages. */
static gboolean
is_roman (const char *word,
          gsize       length)
{
  return length > 0 && length < 8 && strspn (word, "ivxlc") >= length;
}

/* The words with all that tells one page from the other made the same. */
static void
append_pattern (GString    *pattern,
                const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " ", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] == 0)
        continue;
      if (pattern->len > 0)
        g_string_append_c (pattern, ' ');
      if (is_roman (words[i], strlen (words[i])))
        g_string_append_c (pattern, '#');
      else
        for (const char *at = words[i]; *at != 0; at = g_utf8_next_char (at))
          {
            if (!g_unichar_isdigit (g_utf8_get_char (at)))
              g_string_append_len (pattern, at, g_utf8_next_char (at) - at);
            else if (pattern->len == 0 || pattern->str[pattern->len - 1] != '#')
              g_string_append_c (pattern, '#');
          }
    }
}

/* Whether a row holds a page's number and words for it alone: "- 3 -", "Page 3 of 10", 第 3 页. */
static gboolean
is_page_number (const char *pattern)
{
  static const char * const words[] = { "page", "of", "p.", "pp.", "第", "页", "頁", "共", "/", "-", "–", "—", "|", "[",
                                        "]", "(", ")", " ", ".", "#" };
  gboolean has_number = strchr (pattern, '#') != NULL;
  const char *at = pattern;

  while (*at != 0)
    {
      const char *before = at;

      for (gsize i = 0; i < G_N_ELEMENTS (words) && at == before; i++)
        if (g_str_has_prefix (at, words[i]))
          at += strlen (words[i]);
      if (at == before)
        return FALSE;
    }
  return has_number;
}

static int
compare_by_top (gconstpointer a,
                gconstpointer b)
{
  const EntPdfLine *x = *(const EntPdfLine * const *) a;
  const EntPdfLine *y = *(const EntPdfLine * const *) b;

  return x->top != y->top ? (x->top > y->top) - (x->top < y->top) : (x->left > y->left) - (x->left < y->left);
}

/* All rows of a page, the topmost first. */
static GArray *
find_rows (const EntPdfPage *page,
           guint             number)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < page->lines->len; i++)
    g_ptr_array_add (lines, (gpointer) ent_pdf_page_get_line (page, i));
  g_ptr_array_sort (lines, compare_by_top);
  for (guint i = 0; i < lines->len;)
    {
      const EntPdfLine *first = lines->pdata[i];
      Row row = { .page = number, .top = first->top, .bottom = first->bottom };

      g_string_truncate (words, 0);
      for (; i < lines->len; i++)
        {
          const EntPdfLine *line = lines->pdata[i];

          if (line->top > first->top + first->size / 2)
            break;
          append_pattern (words, line->text);
          row.bottom = MAX (row.bottom, line->bottom);
        }
      row.words = g_strdup (words->str);
      row.is_number = is_page_number (row.words);
      g_array_append_val (rows, row);
    }
  return rows;
}

/* Adds the rows at both edges of a page to those of the others. */
static void
add_edges (GArray *edges,
           GArray *rows,
           double  height)
{
  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = &g_array_index (rows, Row, i);
      guint below = rows->len - 1 - i;
      Row edge = *row;

      edge.at_top = row->top < height / 2;
      edge.rank = edge.at_top ? i : below;
      if (edge.rank < EDGE_ROWS
          && (edge.at_top ? row->top < height * EDGE_HEIGHT : row->bottom > height * (1 - EDGE_HEIGHT)))
        g_array_append_val (edges, edge);
      else
        clear_row (row);
    }
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Row *x = a, *y = b;
  int words = strcmp (x->words, y->words);

  if (words != 0)
    return words;
  if (x->top != y->top)
    return x->top > y->top ? 1 : -1;
  return (x->page > y->page) - (x->page < y->page);
}

/* Marks rows that say the same at the same height of several pages. */
static void
mark_repeated (GArray *edges,
               guint   n_pages)
{
  guint least = MIN (n_pages, MIN_REPEATED);

  g_array_sort (edges, compare_rows);
  for (guint i = 0; i < edges->len;)
    {
      const Row *first = &g_array_index (edges, Row, i);
      guint end = i + 1;

      while (end < edges->len && g_str_equal (g_array_index (edges, Row, end).words, first->words)
             && g_array_index (edges, Row, end).top - g_array_index (edges, Row, end - 1).top < SAME_HEIGHT)
        end++;
      for (guint j = i; j < end; j++)
        g_array_index (edges, Row, j).is_repeated = end - i >= least && n_pages > 1;
      i = end;
    }
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Row *x = a, *y = b;

  if (x->page != y->page)
    return x->page > y->page ? 1 : -1;
  if (x->at_top != y->at_top)
    return x->at_top ? -1 : 1;
  return (x->rank > y->rank) - (x->rank < y->rank);
}

static void
remove_row (EntPdfPage *page,
            const Row  *row)
{
  for (guint i = page->lines->len; i-- > 0;)
    {
      const EntPdfLine *line = ent_pdf_page_get_line (page, i);

      if (line->top >= row->top && line->bottom <= row->bottom)
        g_array_remove_index (page->lines, i);
    }
}

/**
 * ent_pdf_furniture_remove:
 * @pages: a document's pages
 * @n_pages: how many
 *
 * Takes running heads and feet, and the pages' numbers, out of the pages: what says the same at the same height of
 * several pages, figures aside, with nothing but the like between it and the page's edge.
 */
void
ent_pdf_furniture_remove (EntPdfPage *pages,
                          guint       n_pages)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (Row));
  gboolean whole = TRUE;

  g_return_if_fail (pages != NULL || n_pages == 0);

  g_array_set_clear_func (edges, clear_row);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr (GArray) rows = find_rows (&pages[i], i);

      add_edges (edges, rows, pages[i].height);
    }
  mark_repeated (edges, n_pages);
  g_array_sort (edges, compare_places);
  for (guint i = 0; i < edges->len; i++)
    {
      const Row *row = &g_array_index (edges, Row, i);

      if (row->rank == 0)
        whole = TRUE;
      whole = whole && (row->is_repeated || row->is_number);
      if (whole)
        remove_row (&pages[row->page], row);
    }
}
