/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read-pdf/pdf-line.h"

G_BEGIN_DECLS

void ent_pdf_furniture_remove (EntPdfPage *pages,
                               guint       n_pages);

G_END_DECLS
