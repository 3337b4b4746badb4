/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read-pdf/pdf-line.h"

G_BEGIN_DECLS

/* Why a document is not read. */
typedef enum
{
  ENT_PDF_OPENED,
  ENT_PDF_DAMAGED,
  ENT_PDF_LOCKED
} EntPdfOpened;

/**
 * EntPdfDocument:
 *
 * A PDF document, page by page.
 */
typedef struct _EntPdfDocument EntPdfDocument;

EntPdfDocument *ent_pdf_document_new         (GBytes               *bytes,
                                              EntPdfOpened         *outcome);
void            ent_pdf_document_free        (EntPdfDocument       *document);
guint           ent_pdf_document_get_n_pages (const EntPdfDocument *document);
gboolean        ent_pdf_document_read_page   (EntPdfDocument       *document,
                                              guint                 number,
                                              EntPdfPage           *page);
char           *ent_pdf_document_dup_title   (EntPdfDocument       *document);
char           *ent_pdf_document_dup_author  (EntPdfDocument       *document);
char           *ent_pdf_document_dup_date    (EntPdfDocument       *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPdfDocument, ent_pdf_document_free)

G_END_DECLS
