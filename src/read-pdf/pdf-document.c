/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one file that knows poppler. */
#include "read-pdf/pdf-document.h"

#include <poppler.h>

#include "read-pdf/pdf-columns.h"

/* Words of a line stand no further apart, in parts of its height. */
#define APART 1.0

struct _EntPdfDocument
{
  PopplerDocument *poppler;
};

/**
 * ent_pdf_document_new:
 * @bytes: a file
 * @outcome: (out): why it cannot be read
 *
 * Returns: (transfer full) (nullable): the document that it is
 */
EntPdfDocument *
ent_pdf_document_new (GBytes       *bytes,
                      EntPdfOpened *outcome)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *poppler;
  EntPdfDocument *self;

  g_return_val_if_fail (bytes != NULL && outcome != NULL, NULL);

  poppler = poppler_document_new_from_bytes (bytes, NULL, &error);
  *outcome = poppler != NULL                                                   ? ENT_PDF_OPENED
             : g_error_matches (error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED) ? ENT_PDF_LOCKED
                                                                               : ENT_PDF_DAMAGED;
  if (poppler == NULL)
    return NULL;
  self = g_new0 (EntPdfDocument, 1);
  self->poppler = poppler;
  return self;
}

/**
 * ent_pdf_document_free:
 * @document: (nullable): a document
 */
void
ent_pdf_document_free (EntPdfDocument *document)
{
  if (document == NULL)
    return;
  g_object_unref (document->poppler);
  g_free (document);
}

/**
 * ent_pdf_document_get_n_pages:
 * @document: a document
 *
 * Returns: how many pages it says that it has
 */
guint
ent_pdf_document_get_n_pages (const EntPdfDocument *document)
{
  int n;

  g_return_val_if_fail (document != NULL, 0);

  n = poppler_document_get_n_pages (document->poppler);
  return n > 0 ? (guint) n : 0;
}

/* What a character and the rectangle around it are; the corners come in any order. */
static EntPdfGlyph
make_glyph (gunichar                character,
            const PopplerRectangle *box)
{
  return (EntPdfGlyph) {
    .character = character,
    .left = MIN (box->x1, box->x2),
    .right = MAX (box->x1, box->x2),
    .top = MIN (box->y1, box->y2),
    .bottom = MAX (box->y1, box->y2),
  };
}

static gboolean
is_blank (const EntPdfGlyph *glyph)
{
  return g_unichar_isspace (glyph->character);
}

/* Whether a glyph stands so far from the one before it on a line that it may be in another column. */
static gboolean
is_apart (const EntPdfGlyph *glyph,
          const EntPdfGlyph *before)
{
  double height = MAX (glyph->bottom - glyph->top, before->bottom - before->top);

  return glyph->left - before->right > APART * height || glyph->right < before->left - APART * height
         || glyph->top >= before->bottom || glyph->bottom <= before->top;
}

/* Lines come in the order in which columns are read, each ended by a line feed; and where columns stand side by side
 * line for line, some of these go on from one to the next. If @parted, they end there. */
static void
add_lines (EntPdfPage             *page,
           const char             *text,
           const PopplerRectangle *boxes,
           guint                   n_boxes,
           gboolean                parted)
{
  g_autoptr (GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (EntPdfGlyph));
  EntPdfGlyph last = { 0 }; /* that is not blank, of the line */
  guint i = 0;

  for (const char *at = text; *at != 0 && i < n_boxes; at = g_utf8_next_char (at), i++)
    {
      EntPdfGlyph glyph = make_glyph (g_utf8_get_char (at), &boxes[i]);

      gboolean ends = glyph.character == '\n' || glyph.character == '\f';

      if (ends || (parted && last.character != 0 && !is_blank (&glyph) && is_apart (&glyph, &last)))
        {
          ent_pdf_page_add_line (page, (const EntPdfGlyph *) (gpointer) glyphs->data, glyphs->len);
          g_array_set_size (glyphs, 0);
          last.character = 0;
        }
      if (ends)
        continue;
      g_array_append_val (glyphs, glyph);
      if (!is_blank (&glyph))
        last = glyph;
    }
  ent_pdf_page_add_line (page, (const EntPdfGlyph *) (gpointer) glyphs->data, glyphs->len);
}

/* The same lines, column after column, where the page has columns. */
static void
sort_columns (EntPdfPage             *page,
              const char             *text,
              const PopplerRectangle *boxes,
              guint                   n_boxes)
{
  EntPdfPage parted;

  ent_pdf_page_init (&parted, page->height);
  add_lines (&parted, text, boxes, n_boxes, TRUE);
  ent_pdf_page_join_marks (&parted);
  if (ent_pdf_columns_sort (&parted))
    {
      EntPdfPage whole = *page;

      *page = parted;
      parted = whole;
    }
  ent_pdf_page_clear (&parted);
}

/**
 * ent_pdf_document_read_page:
 * @document: a document
 * @number: which page, from 0
 * @page: (out): its lines; to be cleared
 *
 * Returns: whether there is such a page; @page is set all the same
 */
gboolean
ent_pdf_document_read_page (EntPdfDocument *document,
                            guint           number,
                            EntPdfPage     *page)
{
  PopplerPage *poppler;
  g_autofree PopplerRectangle *boxes = NULL;
  g_autofree char *text = NULL;
  double width = 0, height = 0;
  guint n_boxes = 0;

  g_return_val_if_fail (document != NULL && page != NULL, FALSE);

  poppler = poppler_document_get_page (document->poppler, (int) number);
  if (poppler != NULL)
    poppler_page_get_size (poppler, &width, &height);
  ent_pdf_page_init (page, height);
  if (poppler == NULL)
    return FALSE;
  text = poppler_page_get_text (poppler);
  if (text != NULL && g_utf8_validate (text, -1, NULL) && poppler_page_get_text_layout (poppler, &boxes, &n_boxes))
    {
      add_lines (page, text, boxes, n_boxes, FALSE);
      ent_pdf_page_join_marks (page);
      sort_columns (page, text, boxes, n_boxes);
    }
  g_object_unref (poppler);
  return TRUE;
}

/**
 * ent_pdf_document_dup_title:
 * @document: a document
 *
 * Returns: (transfer full) (nullable): the title that it gives itself
 */
char *
ent_pdf_document_dup_title (EntPdfDocument *document)
{
  g_return_val_if_fail (document != NULL, NULL);

  return poppler_document_get_title (document->poppler);
}

/**
 * ent_pdf_document_dup_author:
 * @document: a document
 *
 * Returns: (transfer full) (nullable): who it says wrote it
 */
char *
ent_pdf_document_dup_author (EntPdfDocument *document)
{
  g_return_val_if_fail (document != NULL, NULL);

  return poppler_document_get_author (document->poppler);
}

/**
 * ent_pdf_document_dup_date:
 * @document: a document
 *
 * Returns: (transfer full) (nullable): the day on which the file was made, where it was made, `YYYY-MM-DD`
 */
char *
ent_pdf_document_dup_date (EntPdfDocument *document)
{
  g_autoptr (GDateTime) date = NULL;

  g_return_val_if_fail (document != NULL, NULL);

  date = poppler_document_get_creation_date_time (document->poppler);
  return date != NULL ? g_date_time_format (date, "%Y-%m-%d") : NULL;
}
