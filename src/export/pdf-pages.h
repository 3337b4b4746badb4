/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo-pdf.h>

#include "draw/text.h"
#include "export/export-sink.h"
#include "export/source-list.h"

G_BEGIN_DECLS

/* Sizes of the words of a document's pages. */
typedef enum
{
  ENT_PDF_TITLE,
  ENT_PDF_SUBTITLE,
  ENT_PDF_HEADING,
  ENT_PDF_DATE,
  ENT_PDF_EVENT,
  ENT_PDF_QUOTATION,
  ENT_PDF_SMALL,
  ENT_N_PDF_TEXTS
} EntPdfText;

/* The tag around all others: it tells readers that the whole file is tagged. */
#define ENT_PDF_DOCUMENT "Document"

/**
 * EntPdfPages:
 * @width: of a sheet, in pixels of 1/96 inch, as all other lengths
 * @height: of a sheet
 * @top: where words begin on the page under way
 * @y: where the next words go in the column under way
 *
 * A document of many sheets under way. Words flow down columns and on to the next sheet.
 */
typedef struct
{
  EntExportSink *sink;
  const EntExportRequest *request;
  EntEventStore *store;
  EntRowSet *told; /* what the words tell */
  EntSourceList *sources;
  EntText *text;
  EntStyle style;
  cairo_surface_t *surface; /* the file, or the sheet under way */
  GPtrArray *sheets;        /* of cairo_surface_t: where they are kept instead of written; may be NULL */
  cairo_t *cr;
  PangoLayout *layouts[ENT_N_PDF_TEXTS];
  char *title;
  char *footer;
  const char *header; /* of the pages that follow */
  double width, height;
  double top, y;
  double column_width;
  guint n_columns;
  guint column;
  guint n_pages;
  gboolean has_chronology;
} EntPdfPages;

/* Free space around the words of a sheet, and between columns. */
#define ENT_PDF_MARGIN 54.0
#define ENT_PDF_COLUMN_GAP 32.0

void ent_pdf_pages_init (EntPdfPages *pages,
                         EntExportSink *sink,
                         GPtrArray *sheets);
void ent_pdf_pages_add_all (EntPdfPages *pages);
void ent_pdf_pages_begin_tag (EntPdfPages *pages,
                              const char *tag,
                              const char *attributes);
void ent_pdf_pages_end_tag (EntPdfPages *pages,
                            const char *tag);
void ent_pdf_pages_finish (EntPdfPages *pages);
void ent_pdf_pages_begin (EntPdfPages *pages);
void ent_pdf_pages_set_columns (EntPdfPages *pages,
                                guint n_columns);
double ent_pdf_pages_get_bottom (const EntPdfPages *pages);
void ent_pdf_pages_reserve (EntPdfPages *pages,
                            double height);
PangoLayout *ent_pdf_pages_lay_out (EntPdfPages *pages,
                                    EntPdfText role,
                                    const char *words,
                                    double width);
void ent_pdf_pages_draw (EntPdfPages *pages,
                         PangoLayout *layout,
                         const char *tag,
                         double indent,
                         EntColour colour);
int ent_pdf_pages_add_outline (EntPdfPages *pages,
                               int parent,
                               const char *name);
void ent_pdf_pages_add_place (EntPdfPages *pages,
                              const char *name);
GPtrArray *ent_pdf_pages_new_sheets (const EntExportRequest *request,
                                     GCancellable *cancellable,
                                     GError **error);
char *ent_pdf_dup_link (const char *kind,
                        const char *target);

/* pdf-timeline.c, pdf-words.c */
gboolean ent_pdf_pages_add_timeline (EntPdfPages *pages);
gboolean ent_pdf_pages_add_chronology (EntPdfPages *pages);
gboolean ent_pdf_pages_add_sources (EntPdfPages *pages);

G_END_DECLS
