/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read-pdf/pdf-line.h"

G_BEGIN_DECLS

/* From which byte of a text on it stands on which page. */
typedef struct
{
  guint32 start;
  guint32 page; /* from 1 */
} EntPdfPlace;

/**
 * EntPdfText:
 * @text: paragraphs parted by blank lines, the footnotes after all others
 * @places: (element-type EntPdfPlace): in the text's order
 * @notes: the byte at which the footnotes begin; its length where there are none
 * @heading: (nullable): the words in the largest letters of the first page, if they stand out
 *
 * A document's text as it is read.
 */
typedef struct
{
  GString *text;
  GArray *places;
  gsize notes;
  char *heading;
} EntPdfText;

void ent_pdf_text_init  (EntPdfText       *text,
                         const EntPdfPage *pages,
                         guint             n_pages);
void ent_pdf_text_clear (EntPdfText       *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntPdfText, ent_pdf_text_clear)

G_END_DECLS
