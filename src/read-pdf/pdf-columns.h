/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read-pdf/pdf-line.h"

G_BEGIN_DECLS

gboolean ent_pdf_columns_sort (EntPdfPage *page);

G_END_DECLS
