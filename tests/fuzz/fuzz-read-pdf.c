/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "fuzz-target.h"
#include "read-pdf/pdf-columns.h"
#include "read-pdf/pdf-document.h"
#include "read-pdf/pdf-furniture.h"
#include "read-pdf/pdf-text.h"

#define MAX_PAGES 20
/* What one glyph is made of in an input that is no document. */
#define GLYPH_BYTES 4

/* Pages as an input that is a document has them. */
static EntPdfPage *
read_pages (const uint8_t *data,
            size_t         size,
            guint         *n_pages)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  EntPdfOpened outcome;
  g_autoptr (EntPdfDocument) document = ent_pdf_document_new (bytes, &outcome);
  EntPdfPage *pages;

  if (document == NULL)
    return NULL;
  *n_pages = MIN (ent_pdf_document_get_n_pages (document), MAX_PAGES);
  pages = g_new0 (EntPdfPage, *n_pages + 1);
  for (guint i = 0; i < *n_pages; i++)
    ent_pdf_document_read_page (document, i, &pages[i]);
  return pages;
}

/* Pages of glyphs anywhere, of which an input says where. */
static EntPdfPage *
make_pages (const uint8_t *data,
            size_t         size,
            guint         *n_pages)
{
  static const gunichar characters[] = { 'a', 'B', '1', '-', ' ', '.', '*', 0x4E00, 0xFB01, 0x2014, 0xAD, 0xE000 };
  g_autoptr (GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (EntPdfGlyph));
  EntPdfPage *pages = g_new0 (EntPdfPage, MAX_PAGES);

  ent_pdf_page_init (&pages[0], 800);
  *n_pages = 1;
  for (size_t i = 0; i + GLYPH_BYTES <= size; i += GLYPH_BYTES)
    {
      double left = data[i + 1] < 255 ? data[i + 1] * 2.0 : data[i + 2] % 2 > 0 ? NAN
                                                                                : 1e300,
             top = data[i + 2] * 3.0;
      gunichar character = characters[data[i] % G_N_ELEMENTS (characters)];
      EntPdfGlyph glyph = { character, left, left + 5, top, top + data[i + 3] % 32 };

      g_array_append_val (glyphs, glyph);
      if (data[i] < 200 && i + 2 * GLYPH_BYTES <= size)
        continue;
      ent_pdf_page_add_line (&pages[*n_pages - 1], (const EntPdfGlyph *) (gpointer) glyphs->data, glyphs->len);
      g_array_set_size (glyphs, 0);
      if (data[i] > 240 && *n_pages < MAX_PAGES)
        ent_pdf_page_init (&pages[(*n_pages)++], 800);
    }
  return pages;
}

static void
check_text (const EntPdfText *text,
            guint             n_pages)
{
  g_assert_true (g_utf8_validate (text->text->str, (gssize) text->text->len, NULL));
  g_assert_cmpuint (text->notes, <=, text->text->len);
  for (guint i = 0; i < text->places->len; i++)
    {
      const EntPdfPlace *place = &g_array_index (text->places, EntPdfPlace, i);

      g_assert_cmpuint (place->start, <, text->text->len);
      g_assert_true (i == 0 || place->start > place[-1].start);
      g_assert_true (place->page >= 1 && place->page <= n_pages);
    }
}

static void
sort_columns (EntPdfPage *pages,
              guint       n_pages)
{
  for (guint i = 0; i < n_pages; i++)
    {
      guint n_lines = pages[i].lines->len;

      ent_pdf_columns_sort (&pages[i]);
      g_assert_cmpuint (pages[i].lines->len, ==, n_lines);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  guint n_pages = 0, n_unknown;
  gboolean is_document = size >= 5 && memcmp (data, "%PDF-", 5) == 0;
  EntPdfPage *pages = is_document ? read_pages (data, size, &n_pages) : make_pages (data, size, &n_pages);
  EntPdfText text;

  if (pages == NULL)
    return 0;
  sort_columns (pages, n_pages);
  ent_pdf_lines_letters (pages, n_pages, &n_unknown);
  ent_pdf_furniture_remove (pages, n_pages);
  ent_pdf_text_init (&text, pages, n_pages);
  check_text (&text, n_pages);
  ent_pdf_text_clear (&text);
  for (guint i = 0; i < n_pages; i++)
    ent_pdf_page_clear (&pages[i]);
  g_free (pages);
  return 0;
}
