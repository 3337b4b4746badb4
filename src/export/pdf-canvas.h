/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/cairo-canvas.h"
#include "model/event-store.h"

G_BEGIN_DECLS

/**
 * EntPdfCanvas:
 *
 * A canvas on which an event's mark and words lead somewhere: to its place in the document's chronology, or to its
 * statement on the web. Borrows what it is made from.
 */
typedef struct
{
  EntCairoCanvas cairo; /* first, for what draws */
  const EntEventStore *store;
  gboolean has_chronology;
  gboolean in_link;
} EntPdfCanvas;

EntPdfCanvas ent_pdf_canvas (cairo_t             *cr,
                             EntText             *text,
                             const EntEventStore *store,
                             gboolean             has_chronology);

G_END_DECLS
