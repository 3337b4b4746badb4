/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/session.h"

G_BEGIN_DECLS

/**
 * EntSavedFilters:
 *
 * A button with the filters that the user gave names, to ask them again and to save the one in force. They are kept
 * without the relationship, so that each can be asked of any.
 */
#define ENT_TYPE_SAVED_FILTERS (ent_saved_filters_get_type ())
G_DECLARE_FINAL_TYPE (EntSavedFilters, ent_saved_filters, ENT, SAVED_FILTERS, GtkWidget)

void ent_saved_filters_set_session  (EntSavedFilters *self,
                                     EntSession      *session);
void ent_saved_filters_set_settings (EntSavedFilters *self,
                                     GSettings       *settings);
void ent_saved_filters_save         (EntSavedFilters *self,
                                     const char      *name);
void ent_saved_filters_apply        (EntSavedFilters *self,
                                     const char      *name);

G_END_DECLS
