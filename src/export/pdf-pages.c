/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/pdf-pages.h"

#include <math.h>

#include "export/facts.h"
#include "export/filter-words.h"

#define POINTS_PER_PIXEL 0.75
#define HEADER_HEIGHT 22.0
#define FOOTER_HEIGHT 26.0
#define FOOTER_LINES 3

static const struct
{
  double points;
  PangoWeight weight;
} fonts[ENT_N_PDF_TEXTS] = {
  [ENT_PDF_TITLE] = { 20.0, PANGO_WEIGHT_BOLD },
  [ENT_PDF_SUBTITLE] = { 11.0, PANGO_WEIGHT_NORMAL },
  [ENT_PDF_HEADING] = { 13.0, PANGO_WEIGHT_BOLD },
  [ENT_PDF_DATE] = { 8.0, PANGO_WEIGHT_BOLD },
  [ENT_PDF_EVENT] = { 9.0, PANGO_WEIGHT_BOLD },
  [ENT_PDF_QUOTATION] = { 8.5, PANGO_WEIGHT_NORMAL },
  [ENT_PDF_SMALL] = { 7.5, PANGO_WEIGHT_NORMAL },
};

/* The sink keeps what goes wrong; told of it, the drawing library stumbles over its own half-made tables. */
static cairo_status_t
append_cb (void                *data,
           const unsigned char *bytes,
           unsigned int         length)
{
  ent_export_sink_write (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A file is one surface of many pages; sheets that are kept are a surface each. */
static void
start_surface (EntPdfPages *pages)
{
  if (pages->sheets == NULL)
    {
      pages->surface = cairo_pdf_surface_create_for_stream (append_cb, pages->sink, pages->width * POINTS_PER_PIXEL,
                                                            pages->height * POINTS_PER_PIXEL);
      pages->cr = cairo_create (pages->surface);
      cairo_scale (pages->cr, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
      return;
    }
  cairo_rectangle_t extents = { 0.0, 0.0, pages->width, pages->height };
  g_clear_pointer (&pages->cr, cairo_destroy);
  pages->surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  g_ptr_array_add (pages->sheets, pages->surface);
  pages->cr = cairo_create (pages->surface);
}

/**
 * ent_pdf_pages_begin_tag:
 * @pages: a document
 * @tag: what follows is
 * @attributes: (nullable): of it
 *
 * Begins a piece of the document's structure, or a link. Sheets that are kept have neither.
 */
void
ent_pdf_pages_begin_tag (EntPdfPages *pages,
                         const char  *tag,
                         const char  *attributes)
{
  if (pages->sheets == NULL)
    cairo_tag_begin (pages->cr, tag, attributes);
}

/**
 * ent_pdf_pages_end_tag:
 * @pages: a document
 * @tag: what ends
 */
void
ent_pdf_pages_end_tag (EntPdfPages *pages,
                       const char  *tag)
{
  if (pages->sheets == NULL)
    cairo_tag_end (pages->cr, tag);
}

/**
 * ent_pdf_pages_init:
 * @pages: a document
 * @sink: where it goes, and what is asked for
 * @sheets: (nullable) (element-type cairo_surface_t): keeps a surface for each sheet, in pixels of 1/96 inch, instead
 *
 * Begins a document. Ended with ent_pdf_pages_finish().
 */
void
ent_pdf_pages_init (EntPdfPages   *pages,
                    EntExportSink *sink,
                    GPtrArray     *sheets)
{
  const EntExportRequest *request = sink->request;
  EntEventStore *store = ent_filter_index_get_store (request->index);

  *pages = (EntPdfPages) { .sink = sink, .request = request, .store = store, .sheets = sheets };
  pages->told = ent_export_request_new_told (request);
  pages->sources = ent_source_list_new (store, pages->told);
  pages->text = ent_text_new (NULL, 0.0, 1.0);
  pages->style = *ent_style_get (request->theme);
  pages->style.plain = TRUE;
  pages->style.right_to_left = ent_facts_is_right_to_left (request->locale);
  pages->width = request->width;
  pages->height = request->height;
  pages->title = request->title != NULL
                   ? g_strdup (request->title)
                   : ent_filter_words_new_title (request->filter, ent_event_store_get_vocabulary (store),
                                                 request->translator);
  pages->footer = ent_facts_new (request, request->parts);
  pages->has_chronology = (request->parts & ENT_EXPORT_CHRONOLOGY) != 0;
  if (sheets == NULL)
    start_surface (pages);
  for (guint i = 0; i < ENT_N_PDF_TEXTS; i++)
    pages->layouts[i] = ent_text_new_paragraph (pages->text, fonts[i].points, fonts[i].weight);
  ent_pdf_pages_set_columns (pages, 1);
}

/**
 * ent_pdf_pages_finish:
 * @pages: a document
 *
 * Ends the document and lets go of it; what went wrong is kept by its sink.
 */
void
ent_pdf_pages_finish (EntPdfPages *pages)
{
  if (pages->sheets == NULL && pages->n_pages > 0)
    {
      ent_pdf_pages_end_tag (pages, ENT_PDF_DOCUMENT);
      cairo_show_page (pages->cr);
    }
  cairo_status_t status = pages->cr != NULL ? cairo_status (pages->cr) : CAIRO_STATUS_SUCCESS;
  g_clear_pointer (&pages->cr, cairo_destroy);
  if (pages->sheets == NULL)
    {
      cairo_surface_finish (pages->surface);
      if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status (pages->surface);
      cairo_surface_destroy (pages->surface);
    }
  if (status != CAIRO_STATUS_SUCCESS)
    ent_export_sink_fail (pages->sink, g_error_new (ENT_EXPORT_ERROR, ENT_EXPORT_ERROR_DRAWING,
                                                    "The document cannot be drawn: %s",
                                                    cairo_status_to_string (status)));
  for (guint i = 0; i < ENT_N_PDF_TEXTS; i++)
    g_object_unref (pages->layouts[i]);
  ent_source_list_free (pages->sources);
  ent_row_set_unref (pages->told);
  ent_text_free (pages->text);
  g_free (pages->title);
  g_free (pages->footer);
}

/**
 * ent_pdf_pages_lay_out:
 * @pages: a document
 * @role: what the words are for
 * @words: words
 * @width: pixels a line has
 *
 * Returns: (transfer none): the words broken into lines; valid until the next of the same role
 */
PangoLayout *
ent_pdf_pages_lay_out (EntPdfPages *pages,
                       EntPdfText   role,
                       const char  *words,
                       double       width)
{
  PangoLayout *layout = pages->layouts[role];

  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, words, -1);
  return layout;
}

static void
set_colour (EntPdfPages *pages,
            EntColour    colour)
{
  cairo_set_source_rgba (pages->cr, colour.red, colour.green, colour.blue, colour.alpha);
}

static void
draw_at (EntPdfPages *pages,
         const char  *words,
         double       x,
         double       y,
         double       width,
         int          n_lines)
{
  PangoLayout *layout = ent_pdf_pages_lay_out (pages, ENT_PDF_SMALL, words, width);

  pango_layout_set_height (layout, -n_lines);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  set_colour (pages, pages->style.text_dim);
  cairo_move_to (pages->cr, x, y);
  pango_cairo_show_layout (pages->cr, layout);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_NONE);
}

/* Whatever fills a whole page makes the drawing library forget what came before it, tags as well. */
static void
draw_ground (EntPdfPages *pages)
{
  set_colour (pages, pages->style.background);
  cairo_paint (pages->cr);
}

static void
draw_frame (EntPdfPages *pages)
{
  g_autofree char *number = g_strdup_printf ("%u", pages->n_pages);
  double width = pages->width - 2.0 * ENT_PDF_MARGIN;
  double foot = pages->height - ENT_PDF_MARGIN - FOOTER_HEIGHT / 2.0;
  int number_width;

  if (pages->n_pages > 1 && pages->header != NULL)
    {
      g_autofree char *header = g_str_equal (pages->title, pages->header)
                                  ? g_strdup (pages->header)
                                  : g_strconcat (pages->title, " · ", pages->header, NULL);
      draw_at (pages, header, ENT_PDF_MARGIN, ENT_PDF_MARGIN, width, 1);
    }
  /* What was asked for may be long; as of when it holds stands behind it. */
  if (pages->footer != NULL)
    draw_at (pages, pages->footer, ENT_PDF_MARGIN, foot, width - 60.0, FOOTER_LINES);
  pango_layout_get_size (ent_pdf_pages_lay_out (pages, ENT_PDF_SMALL, number, 60.0), &number_width, NULL);
  draw_at (pages, number, pages->width - ENT_PDF_MARGIN - (double) number_width / PANGO_SCALE - 1.0, foot, 60.0,
           1);
}

/**
 * ent_pdf_pages_begin:
 * @pages: a document
 *
 * Begins a page, with the header under way and its number.
 */
void
ent_pdf_pages_begin (EntPdfPages *pages)
{
  if (pages->sheets != NULL)
    start_surface (pages);
  else if (pages->n_pages > 0)
    cairo_show_page (pages->cr);
  pages->n_pages++;
  draw_ground (pages);
  if (pages->n_pages == 1)
    ent_pdf_pages_begin_tag (pages, ENT_PDF_DOCUMENT, NULL);
  draw_frame (pages);
  pages->column = 0;
  pages->top = ENT_PDF_MARGIN + (pages->n_pages > 1 ? HEADER_HEIGHT : 0.0);
  pages->y = pages->top;
}

/**
 * ent_pdf_pages_set_columns:
 * @pages: a document
 * @n_columns: how many columns words flow down from the next page on
 */
void
ent_pdf_pages_set_columns (EntPdfPages *pages,
                           guint        n_columns)
{
  double width = pages->width - 2.0 * ENT_PDF_MARGIN;

  pages->n_columns = n_columns;
  pages->column_width = (width - (n_columns - 1) * ENT_PDF_COLUMN_GAP) / n_columns;
}

/**
 * ent_pdf_pages_get_bottom:
 * @pages: a document
 *
 * Returns: where columns end
 */
double
ent_pdf_pages_get_bottom (const EntPdfPages *pages)
{
  return pages->height - ENT_PDF_MARGIN - FOOTER_HEIGHT;
}

/* Where the column under way begins. */
static double
get_x (const EntPdfPages *pages)
{
  return ENT_PDF_MARGIN + pages->column * (pages->column_width + ENT_PDF_COLUMN_GAP);
}

/**
 * ent_pdf_pages_reserve:
 * @pages: a document
 * @height: of what shall stand together
 *
 * Goes on to the next column or page if there is no such room in this one.
 */
void
ent_pdf_pages_reserve (EntPdfPages *pages,
                       double       height)
{
  if (pages->y + height <= ent_pdf_pages_get_bottom (pages) || pages->y <= pages->top)
    return;
  if (pages->column + 1 < pages->n_columns)
    {
      pages->column++;
      pages->y = pages->top;
    }
  else
    ent_pdf_pages_begin (pages);
}

/**
 * ent_pdf_pages_draw:
 * @pages: a document
 * @layout: words
 * @tag: what they are, as PDF names it: "P", "H1"
 * @indent: from the left of the column
 * @colour: theirs
 *
 * Draws words down the column, and on in the next where it ends.
 */
void
ent_pdf_pages_draw (EntPdfPages *pages,
                    PangoLayout *layout,
                    const char  *tag,
                    double       indent,
                    EntColour    colour)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  guint page = pages->n_pages;

  ent_pdf_pages_begin_tag (pages, tag, NULL);
  do
    {
      int top, bottom;
      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      double height = (double) (bottom - top) / PANGO_SCALE;
      double baseline = (double) (pango_layout_iter_get_baseline (iter) - top) / PANGO_SCALE;
      if (pages->y + height > ent_pdf_pages_get_bottom (pages))
        {
          /* What is of one page is no part of the next. */
          ent_pdf_pages_end_tag (pages, tag);
          ent_pdf_pages_reserve (pages, height);
          ent_pdf_pages_begin_tag (pages, tag, NULL);
        }
      set_colour (pages, colour);
      cairo_move_to (pages->cr, get_x (pages) + indent, pages->y + baseline);
      pango_cairo_show_layout_line (pages->cr, pango_layout_iter_get_line_readonly (iter));
      pages->y += height;
    }
  while (pango_layout_iter_next_line (iter));
  ent_pdf_pages_end_tag (pages, tag);
  g_assert (pages->n_pages >= page);
  pango_layout_iter_free (iter);
}

/**
 * ent_pdf_pages_add_all:
 * @pages: a document
 *
 * Adds what is asked for: the timeline, the events in words, and where they are from.
 */
void
ent_pdf_pages_add_all (EntPdfPages *pages)
{
  EntExportParts parts = pages->request->parts;

  if (ent_pdf_pages_add_timeline (pages) && ent_row_set_get_count (pages->told) > 0
      && (!(parts & ENT_EXPORT_CHRONOLOGY) || ent_pdf_pages_add_chronology (pages))
      && (parts & ENT_EXPORT_SOURCES))
    ent_pdf_pages_add_sources (pages);
}

/**
 * ent_pdf_pages_add_outline:
 * @pages: a document
 * @parent: the bookmark that it belongs under, or %CAIRO_PDF_OUTLINE_ROOT
 * @name: its words
 *
 * Adds a bookmark for the page under way.
 *
 * Returns: the bookmark
 */
int
ent_pdf_pages_add_outline (EntPdfPages *pages,
                           int          parent,
                           const char  *name)
{
  if (pages->sheets != NULL)
    return CAIRO_PDF_OUTLINE_ROOT;

  g_autofree char *target = g_strdup_printf ("page=%u pos=[0 %d]", MAX (pages->n_pages, 1u),
                                             (int) ((pages->y - 8.0) * POINTS_PER_PIXEL));

  return cairo_pdf_surface_add_outline (pages->surface, parent, name, target, CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

/**
 * ent_pdf_pages_add_place:
 * @pages: a document
 * @name: what links call it
 *
 * Makes where the next words go a place that links lead to.
 */
void
ent_pdf_pages_add_place (EntPdfPages *pages,
                         const char  *name)
{
  g_autofree char *attributes = g_strdup_printf ("name='%s' x=%d y=%d", name,
                                                 (int) (get_x (pages) * POINTS_PER_PIXEL),
                                                 (int) ((pages->y - 8.0) * POINTS_PER_PIXEL));

  ent_pdf_pages_begin_tag (pages, CAIRO_TAG_DEST, attributes);
  ent_pdf_pages_end_tag (pages, CAIRO_TAG_DEST);
}

/**
 * ent_pdf_dup_link:
 * @kind: "uri" or "dest"
 * @target: an address or the name of a place
 *
 * Returns: (transfer full): attributes of a link, as the drawing library reads them
 */
char *
ent_pdf_dup_link (const char *kind,
                  const char *target)
{
  /* Nothing that could end the value is left in it. */
  g_autofree char *escaped = g_uri_escape_string (target, ":/?#[]@!$&()*+,;=%", FALSE);

  return g_strdup_printf ("%s='%s'", kind, escaped);
}

/**
 * ent_pdf_pages_new_sheets:
 * @request: what document to make
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Makes the sheets of a document, for a printer.
 *
 * Returns: (transfer full) (element-type cairo_surface_t): what is on each, in pixels of 1/96 inch, or %NULL
 */
GPtrArray *
ent_pdf_pages_new_sheets (const EntExportRequest  *request,
                          GCancellable            *cancellable,
                          GError                 **error)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  g_autoptr (GOutputStream) nowhere = g_memory_output_stream_new_resizable ();
  EntExportSink sink;
  EntPdfPages pages;

  ent_export_sink_init (&sink, request, nowhere, cancellable);
  ent_pdf_pages_init (&pages, &sink, sheets);
  ent_pdf_pages_add_all (&pages);
  ent_pdf_pages_finish (&pages);
  return ent_export_sink_finish (&sink, error) ? g_steal_pointer (&sheets) : NULL;
}
