/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/pdf-canvas.h"

#include "export/event-entry.h"
#include "export/pdf-pages.h"

static char *
dup_link (const EntPdfCanvas *self,
          guint32             row)
{
  if (self->has_chronology)
    return g_strdup_printf ("dest='entry-%s'", ent_event_store_get_id (self->store, row));
  const char *address = ent_event_get_address (self->store, row);
  return address != NULL ? ent_pdf_dup_link ("uri", address) : NULL;
}

static void
begin_event (EntCanvas *canvas,
             guint32    row)
{
  EntPdfCanvas *self = (EntPdfCanvas *) canvas;
  g_autofree char *link = dup_link (self, row);

  self->in_link = link != NULL;
  if (link != NULL)
    cairo_tag_begin (self->cairo.cr, CAIRO_TAG_LINK, link);
}

static void
end_event (EntCanvas *canvas)
{
  EntPdfCanvas *self = (EntPdfCanvas *) canvas;

  if (self->in_link)
    cairo_tag_end (self->cairo.cr, CAIRO_TAG_LINK);
}

/**
 * ent_pdf_canvas:
 * @cr: draws on a PDF
 * @text: fonts
 * @store: the events that are drawn
 * @has_chronology: whether the document tells the events in words, too
 *
 * Returns: a canvas that borrows them
 */
EntPdfCanvas
ent_pdf_canvas (cairo_t             *cr,
                EntText             *text,
                const EntEventStore *store,
                gboolean             has_chronology)
{
  EntPdfCanvas self = { .cairo = ent_cairo_canvas (cr, text), .store = store, .has_chronology = has_chronology };

  self.cairo.canvas.begin_event = begin_event;
  self.cairo.canvas.end_event = end_event;
  return self;
}
