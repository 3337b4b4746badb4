/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/fact-list.h"

struct _EntFactList
{
  GtkWidget parent_instance;
  GtkGrid *grid;
  int n_lines;
};

G_DEFINE_FINAL_TYPE (EntFactList, ent_fact_list, GTK_TYPE_WIDGET)

static void
ent_fact_list_dispose (GObject *object)
{
  EntFactList *self = ENT_FACT_LIST (object);

  if (self->grid != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->grid));
  self->grid = NULL;

  G_OBJECT_CLASS (ent_fact_list_parent_class)->dispose (object);
}

static void
ent_fact_list_class_init (EntFactListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_fact_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "factlist");
}

static void
ent_fact_list_init (EntFactList *self)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_grid_set_row_spacing (self->grid, 4);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static GtkWidget *
add_label (EntFactList *self,
           const char  *words,
           int          column)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_grid_attach (self->grid, label, column, self->n_lines, 1, 1);
  return label;
}

/**
 * ent_fact_list_clear:
 * @self: facts
 *
 * Forgets them.
 */
void
ent_fact_list_clear (EntFactList *self)
{
  g_return_if_fail (ENT_IS_FACT_LIST (self));

  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  self->n_lines = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * ent_fact_list_add:
 * @self: facts
 * @name: what it is
 * @words: (nullable): what it says; nothing adds no line
 */
void
ent_fact_list_add (EntFactList *self,
                   const char  *name,
                   const char  *words)
{
  g_return_if_fail (ENT_IS_FACT_LIST (self) && name != NULL);

  if (words == NULL || *words == '\0')
    return;
  GtkWidget *caption = add_label (self, name, 0);
  GtkWidget *value = add_label (self, words, 1);
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_label_set_width_chars (GTK_LABEL (caption), 11);
  gtk_label_set_max_width_chars (GTK_LABEL (caption), 14);
  gtk_label_set_selectable (GTK_LABEL (value), TRUE);
  gtk_widget_set_hexpand (value, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (value), GTK_ACCESSIBLE_RELATION_LABELLED_BY, caption, NULL, -1);
  self->n_lines++;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}
