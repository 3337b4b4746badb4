/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntFactList:
 *
 * What is known, a line a fact: what it is, and what it says.
 */
#define ENT_TYPE_FACT_LIST (ent_fact_list_get_type ())
G_DECLARE_FINAL_TYPE (EntFactList, ent_fact_list, ENT, FACT_LIST, GtkWidget)

void ent_fact_list_clear (EntFactList *self);
void ent_fact_list_add   (EntFactList *self,
                          const char  *name,
                          const char  *words);

G_END_DECLS
