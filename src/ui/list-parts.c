/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/list-parts.h"

#define BOXED_WIDTH 460
#define BOXED_HEIGHT 360

static GtkWidget *
new_line (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

/**
 * ent_list_words_new:
 *
 * Returns: (transfer floating): a title with a caption under it, both without words yet
 */
GtkWidget *
ent_list_words_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *caption = new_line ();

  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), new_line ());
  gtk_box_append (GTK_BOX (box), caption);
  return box;
}

/**
 * ent_list_words_set:
 * @words: what ent_list_words_new() gave
 * @title: its first line
 * @caption: its second; without words it takes no room
 */
void
ent_list_words_set (GtkWidget  *words,
                    const char *title,
                    const char *caption)
{
  g_return_if_fail (GTK_IS_BOX (words) && title != NULL && caption != NULL);

  GtkWidget *label = gtk_widget_get_first_child (words);
  gtk_label_set_label (GTK_LABEL (label), title);
  label = gtk_widget_get_next_sibling (label);
  gtk_label_set_label (GTK_LABEL (label), caption);
  gtk_widget_set_visible (label, *caption != '\0');
}

/**
 * ent_list_boxed_new:
 * @list: (out) (transfer none): the list, a #GtkListBox
 *
 * Returns: (transfer floating): an empty list of cards for a dialog, which scrolls where it is long
 */
GtkWidget *
ent_list_boxed_new (GtkWidget **list)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_return_val_if_fail (list != NULL, NULL);

  *list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (*list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (*list, "boxed-list");
  gtk_widget_set_valign (*list, GTK_ALIGN_START);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), BOXED_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), *list);
  gtk_widget_set_size_request (scroller, BOXED_WIDTH, -1);
  return scroller;
}

/**
 * ent_list_boxed_fit:
 * @scroller: what ent_list_boxed_new() gave, in its dialog, with all of its rows
 *
 * Makes it as high as its rows are at its width: a scroller asks for the height that they have where no words wrap.
 */
void
ent_list_boxed_fit (GtkWidget *scroller)
{
  GtkWidget *viewport;
  int height;

  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scroller));

  viewport = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller));
  gtk_widget_measure (viewport, GTK_ORIENTATION_VERTICAL, BOXED_WIDTH, NULL, &height, NULL, NULL);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), MIN (height, BOXED_HEIGHT));
}

/**
 * ent_list_clear:
 * @list: a list
 *
 * Takes all of its rows out.
 */
void
ent_list_clear (GtkListBox *list)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_LIST_BOX (list));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}
