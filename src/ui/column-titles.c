/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GTK 4.8 cuts titles that are wider than their column wherever the next one begins. */
#include "ui/column-titles.h"

#include "ui/tip.h"

static void
fit (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    {
      gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_END);
      ent_tip_set (widget, gtk_label_get_label (GTK_LABEL (widget)));
      return;
    }
  GtkWidget *child = gtk_widget_get_first_child (widget);
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    fit (child);
}

/**
 * ent_column_titles_fit:
 * @view: a column view with its columns
 *
 * Has titles that are cut end in an ellipsis, and say the rest in a tooltip.
 */
void
ent_column_titles_fit (GtkColumnView *view)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  /* The titles come first, the list after them. */
  fit (gtk_widget_get_first_child (GTK_WIDGET (view)));
}
