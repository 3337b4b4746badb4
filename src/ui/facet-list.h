/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/session.h"

G_BEGIN_DECLS

/**
 * EntFacetList:
 *
 * The values of one facet that the relationship's events have, those with most events first, and a
 * button for the rest.
 */
#define ENT_TYPE_FACET_LIST (ent_facet_list_get_type ())
G_DECLARE_FINAL_TYPE (EntFacetList, ent_facet_list, ENT, FACET_LIST, GtkWidget)

void ent_facet_list_set_session (EntFacetList *self,
                                 EntSession   *session);

G_END_DECLS
