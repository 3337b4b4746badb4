/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read-pdf/pdf-line.h"

G_BEGIN_DECLS

/**
 * EntPdfWords:
 *
 * The words that a document writes within its lines, which tell how those are written that a line's end parts.
 */
typedef struct _EntPdfWords EntPdfWords;

EntPdfWords *ent_pdf_words_new         (const EntPdfPage  *pages,
                                        guint              n_pages);
void         ent_pdf_words_free        (EntPdfWords       *words);
gboolean     ent_pdf_words_keep_hyphen (const EntPdfWords *words,
                                        const char        *before,
                                        gsize              length,
                                        const char        *after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPdfWords, ent_pdf_words_free)

G_END_DECLS
