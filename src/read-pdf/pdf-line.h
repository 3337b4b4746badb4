/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EntPdfLine:
 * @text: (owned): its words, in valid UTF-8
 * @left: where it begins
 * @right: where it ends
 * @top: its upper edge; down is more
 * @bottom: its lower edge
 * @size: the usual height of its glyphs
 * @is_note: whether a raised figure before it says that it begins a footnote
 *
 * A line as it stands on a page, in points from the page's upper left corner.
 */
typedef struct
{
  char *text;
  double left;
  double right;
  double top;
  double bottom;
  double size;
  gboolean is_note;
} EntPdfLine;

/**
 * EntPdfPage:
 * @height: of the page, in points
 * @lines: (element-type EntPdfLine): its lines, in the order in which they are read
 */
typedef struct
{
  double height;
  GArray *lines;
} EntPdfPage;

/* A glyph of a page: what it stands for, and where. */
typedef struct
{
  gunichar character;
  double left;
  double right;
  double top;
  double bottom;
} EntPdfGlyph;

void              ent_pdf_page_init     (EntPdfPage        *page,
                                         double             height);
void              ent_pdf_page_clear    (EntPdfPage        *page);
const EntPdfLine *ent_pdf_page_get_line (const EntPdfPage  *page,
                                         guint              i);
void              ent_pdf_page_add_line (EntPdfPage        *page,
                                         const EntPdfGlyph *glyphs,
                                         gsize              n_glyphs);
void              ent_pdf_page_join_marks (EntPdfPage      *page);
guint             ent_pdf_lines_letters (const EntPdfPage  *pages,
                                         guint              n_pages,
                                         guint             *n_unknown);

G_END_DECLS
