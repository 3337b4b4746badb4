/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/session.h"

G_BEGIN_DECLS

/**
 * EntFacetRow:
 *
 * A value of a facet in the sidebar: topics with a tick that takes them in or leaves them out, other
 * facets with a glyph; the name asks for this value alone.
 */
#define ENT_TYPE_FACET_ROW (ent_facet_row_get_type ())
G_DECLARE_FINAL_TYPE (EntFacetRow, ent_facet_row, ENT, FACET_ROW, GtkWidget)

GtkWidget *ent_facet_row_new    (EntSession    *session,
                                 EntFilterFacet facet,
                                 guint          value);
void       ent_facet_row_update (EntFacetRow   *self,
                                 guint          count,
                                 guint          most);
guint      ent_facet_row_get_value (EntFacetRow *self);

G_END_DECLS
