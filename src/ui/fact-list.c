/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/fact-list.h"

struct _EntFactList
{
  GtkWidget parent_instance;
  GtkSizeGroup *captions;
};

G_DEFINE_FINAL_TYPE (EntFactList, ent_fact_list, GTK_TYPE_WIDGET)

static void
ent_fact_list_dispose (GObject *object)
{
  ent_fact_list_clear (ENT_FACT_LIST (object));

  G_OBJECT_CLASS (ent_fact_list_parent_class)->dispose (object);
}

static void
ent_fact_list_finalize (GObject *object)
{
  g_object_unref (ENT_FACT_LIST (object)->captions);

  G_OBJECT_CLASS (ent_fact_list_parent_class)->finalize (object);
}

static void
ent_fact_list_class_init (EntFactListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_fact_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_fact_list_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "factlist");
}

static void
ent_fact_list_init (EntFactList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  self->captions = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static GtkWidget *
add_label (GtkWidget  *line,
           const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (line), label);
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

  GtkWidget *line;
  while ((line = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (line);
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
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *caption = add_label (line, name);
  GtkWidget *value = add_label (line, words);
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_label_set_width_chars (GTK_LABEL (caption), 11);
  gtk_label_set_max_width_chars (GTK_LABEL (caption), 14);
  gtk_label_set_selectable (GTK_LABEL (value), TRUE);
  gtk_widget_set_hexpand (value, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (value), GTK_ACCESSIBLE_RELATION_LABELLED_BY, caption, NULL, -1);
  gtk_size_group_add_widget (self->captions, caption);
  gtk_widget_set_parent (line, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}
