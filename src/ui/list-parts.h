/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What lists of the window are made of. */
GtkWidget *ent_list_words_new  (void);
void       ent_list_words_set  (GtkWidget  *words,
                                const char *title,
                                const char *caption);
GtkWidget *ent_list_boxed_new  (GtkWidget **list);
void       ent_list_boxed_fit  (GtkWidget  *scroller);
void       ent_list_clear      (GtkListBox *list);

G_END_DECLS
