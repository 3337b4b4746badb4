/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns of a page by the gutters between them, which go down the whole page:
 *
 *      a line over the whole width         a crossing line parts bands,
 *      ████████ ▏ ████████                 which are read one below the other,
 *      ███████  ▏ ██████                   each column after column
 *      ████████ ▏ ████████
 *      another one of these
 */
#include "read-pdf/pdf-columns.h"

#include <math.h>

/* Each column has so many lines, with so many characters on average, and is so wide, in parts of the widest: a table's
 * cells and a memorandum's heads are shorter. */
#define FEWEST_LINES 5
#define FEWEST_CHARACTERS 12
#define LEAST_WIDTH 0.6
/* A gutter is so wide, in parts of a line's height, and crossed by so many lines, in parts of those that cover most. */
#define GUTTER 0.8
#define CROSSED 0.5
/* Lines reach that far into it, in points. */
#define REACH 1.0
/* A row of a table leaves so much room below a short cell, in parts of what lies between two lines. */
#define HOLE 2.2
#define NEW_PARAGRAPH 1.3
#define MAX_COLUMNS 4
#define MAX_LINES 5000
#define MAX_WIDTH 20000

typedef struct
{
  double splits[MAX_COLUMNS]; /* where columns but the first begin */
  guint n;                    /* how many columns */
} Gutters;

static const EntPdfLine *
get (const GArray *lines,
     guint         i)
{
  return &g_array_index (lines, EntPdfLine, i);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const EntPdfLine *x = a, *y = b;

  /* What stands on one line has one foot, but for a little. */
  if (ABS (x->bottom - y->bottom) > MIN (x->size, y->size) / 4)
    return x->bottom < y->bottom ? -1 : 1;
  return (x->left > y->left) - (x->left < y->left);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
find_middle (GArray *values)
{
  g_array_sort (values, compare_doubles);
  return values->len > 0 ? g_array_index (values, double, values->len / 2) : 0;
}

static double
find_size (const GArray *lines)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < lines->len; i++)
    g_array_append_val (sizes, get (lines, i)->size);
  return find_middle (sizes);
}

/* Which point of the width that is; in a damaged file also what is far away, or no number. */
static guint
to_point (double x,
          guint  most)
{
  return x >= 1.0 ? (guint) MIN (x, most) : 0;
}

/* How many lines cover each point of the width, and the width. */
static guint *
count_cover (const GArray *lines,
             guint        *width)
{
  guint *cover;

  *width = 0;
  for (guint i = 0; i < lines->len; i++)
    *width = MAX (*width, to_point (ceil (get (lines, i)->right), MAX_WIDTH));
  cover = g_new0 (guint, *width + 1);
  for (guint i = 0; i < lines->len; i++)
    {
      guint end = to_point (ceil (get (lines, i)->right), *width);

      for (guint x = to_point (floor (get (lines, i)->left), *width); x < end; x++)
        cover[x]++;
    }
  return cover;
}

/* Valleys between hills: a column's lines begin at one point, so a valley's right end is where the next one begins. */
static void
find_gutters (const GArray *lines,
              Gutters      *gutters)
{
  guint width;
  g_autofree guint *cover = count_cover (lines, &width);
  guint most = 0, begin = 0, end = width;
  double least = GUTTER * find_size (lines);

  gutters->n = 1;
  for (guint x = 0; x < width; x++)
    most = MAX (most, cover[x]);
  while (begin < end && cover[begin] <= most * CROSSED)
    begin++;
  while (end > begin && cover[end - 1] <= most * CROSSED)
    end--;
  for (guint x = begin; x < end;)
    {
      guint lowest = G_MAXUINT, from = x, to = x;

      if (cover[x] > most * CROSSED)
        {
          x++;
          continue;
        }
      for (; x < end && cover[x] <= most * CROSSED; x++)
        {
          if (cover[x] < lowest)
            {
              lowest = cover[x];
              from = x;
            }
          if (cover[x] == lowest)
            to = x + 1;
        }
      if (to - from < least)
        continue;
      if (gutters->n == MAX_COLUMNS)
        {
          gutters->n = 1;
          return;
        }
      gutters->splits[gutters->n++] = to;
    }
}

/* The column that a line stands in, or that it crosses a gutter: -1. */
static int
find_column (const Gutters    *gutters,
             const EntPdfLine *line)
{
  guint column = 0;

  while (column + 1 < gutters->n && line->left >= gutters->splits[column + 1] - REACH)
    column++;
  if (column + 1 < gutters->n && line->right > gutters->splits[column + 1] + REACH)
    return -1;
  return (int) column;
}

/* Whether what stands there is running text, in columns of about one width. */
static gboolean
are_columns (const GArray  *lines,
             const Gutters *gutters)
{
  double left[MAX_COLUMNS], right[MAX_COLUMNS], widest = 0;
  guint n_lines[MAX_COLUMNS] = { 0 }, n_crossing = 0;
  gsize n_characters[MAX_COLUMNS] = { 0 };

  for (guint i = 0; i < lines->len; i++)
    {
      const EntPdfLine *line = get (lines, i);
      int column = find_column (gutters, line);

      if (column < 0)
        {
          n_crossing++;
          continue;
        }
      left[column] = n_lines[column] > 0 ? MIN (left[column], line->left) : line->left;
      right[column] = n_lines[column] > 0 ? MAX (right[column], line->right) : line->right;
      n_lines[column]++;
      for (const char *at = line->text; *at != '\0'; at = g_utf8_next_char (at))
        n_characters[column] += g_unichar_iswide (g_utf8_get_char (at)) ? 2 : 1;
    }
  for (guint i = 0; i < gutters->n; i++)
    {
      if (n_lines[i] < FEWEST_LINES || n_characters[i] < n_lines[i] * FEWEST_CHARACTERS)
        return FALSE;
      widest = MAX (widest, right[i] - left[i]);
    }
  for (guint i = 0; i < gutters->n; i++)
    if (right[i] - left[i] < LEAST_WIDTH * widest)
      return FALSE;
  return n_crossing <= lines->len / 2;
}

/* A line's column, -1 for one that crosses a gutter, and how far it is from the one above it there; 0 below a crossing
 * line, where all begin anew. */
typedef struct
{
  int column;
  double gap;
} Place;

static GArray *
find_places (const GArray  *lines,
             const Gutters *gutters)
{
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (Place), lines->len);
  double last[MAX_COLUMNS] = { 0 };

  for (guint i = 0; i < lines->len; i++)
    {
      double bottom = get (lines, i)->bottom;
      Place place = { find_column (gutters, get (lines, i)), 0 };

      for (guint j = 0; j < gutters->n && place.column < 0; j++)
        last[j] = 0;
      if (place.column >= 0)
        {
          place.gap = last[place.column] > 0 ? bottom - last[place.column] : 0;
          last[place.column] = bottom;
        }
      g_array_append_val (places, place);
    }
  return places;
}

static double
find_pitch (const GArray *places)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, Place, i).gap > 0)
      g_array_append_vals (gaps, &g_array_index (places, Place, i).gap, 1);
  return find_middle (gaps);
}

/* Whether a line begins a row of cells: the one above it in its column was short, another one is not, and goes on
 * beside the line with a new paragraph of its own. */
static gboolean
begins_row (const GArray *lines,
            const GArray *places,
            guint         line,
            double        pitch)
{
  const Place *place = &g_array_index (places, Place, line);
  double bottom = get (lines, line)->bottom;
  gboolean is_beside = FALSE, is_between = FALSE;

  if (place->gap <= HOLE * pitch)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      const Place *other = &g_array_index (places, Place, i);
      double above = bottom - get (lines, i)->bottom;

      if (other->column < 0 || other->column == place->column)
        continue;
      if (ABS (above) < pitch / 2)
        is_beside |= other->gap > NEW_PARAGRAPH * pitch;
      else
        is_between |= above > 0 && above < place->gap - pitch / 2;
    }
  return is_beside && is_between;
}

/* Whether what stands side by side are the cells of rows; columns do not wait for each other. */
static gboolean
are_rows (const GArray  *lines,
          const Gutters *gutters)
{
  g_autoptr (GArray) places = find_places (lines, gutters);
  double pitch = find_pitch (places);

  for (guint i = 0; i < lines->len; i++)
    if (begins_row (lines, places, i, pitch))
      return TRUE;
  return FALSE;
}

/* Moves the lines of a band, column after column. */
static void
flush (GArray        *to,
       const GArray  *lines,
       guint          first,
       guint          end,
       const Gutters *gutters)
{
  for (guint column = 0; column < gutters->n; column++)
    for (guint i = first; i < end; i++)
      if (find_column (gutters, get (lines, i)) == (int) column)
        g_array_append_vals (to, get (lines, i), 1);
}

/**
 * ent_pdf_columns_sort:
 * @page: a page, of whose lines none goes on over a wide gap
 *
 * Puts the lines of a page of columns into the order in which they are read, if it is one.
 *
 * Returns: whether it is
 */
gboolean
ent_pdf_columns_sort (EntPdfPage *page)
{
  Gutters gutters;
  g_autoptr (GArray) sorted = NULL;
  guint first = 0;

  g_return_val_if_fail (page != NULL, FALSE);

  if (page->lines->len > MAX_LINES)
    return FALSE;
  find_gutters (page->lines, &gutters);
  if (gutters.n < 2 || !are_columns (page->lines, &gutters))
    return FALSE;
  g_array_sort (page->lines, compare_lines);
  if (are_rows (page->lines, &gutters))
    return FALSE;
  sorted = g_array_sized_new (FALSE, FALSE, sizeof (EntPdfLine), page->lines->len);
  for (guint i = 0; i < page->lines->len; i++)
    if (find_column (&gutters, get (page->lines, i)) < 0)
      {
        flush (sorted, page->lines, first, i, &gutters);
        g_array_append_vals (sorted, get (page->lines, i), 1);
        first = i + 1;
      }
  flush (sorted, page->lines, first, page->lines->len, &gutters);
  /* The same lines, each once. */
  for (guint i = 0; i < sorted->len; i++)
    g_array_index (page->lines, EntPdfLine, i) = *get (sorted, i);
  return TRUE;
}
