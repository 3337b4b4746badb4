/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window with nothing open yet finds the fonts and styles of what it will show, a part at a time and when there is
 * nothing else to do: else the first frame that shows events waits for all of them. */
#include "entente-config.h"

#include "ui/window-private.h"

/* What is measured apart from what it stands in: few parts have much text of their own. */
static GtkWidget *
get_part (EntWindow *self,
          guint      part)
{
  GtkWidget * const parts[] = {
    GTK_WIDGET (self->sidebar),      GTK_WIDGET (self->pane),         GTK_WIDGET (self->chips),
    GTK_WIDGET (self->switcher),     self->switcher_bar,              GTK_WIDGET (self->progress_revealer),
    GTK_WIDGET (self->sidebar_flap),
  };

  return part < G_N_ELEMENTS (parts) ? parts[part] : NULL;
}

static gboolean
prepare_next (gpointer data)
{
  EntWindow *self = ENT_WINDOW (data);
  GtkWidget *part = self->n_prepared > 0 ? get_part (self, self->n_prepared - 1) : NULL;

  if (self->n_prepared > 0 && part == NULL)
    {
      self->prepare_source = 0;
      return G_SOURCE_REMOVE;
    }
  if (part != NULL)
    gtk_widget_measure (part, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  else
    ent_timeline_view_get_text (self->timeline);
  self->n_prepared++;
  return G_SOURCE_CONTINUE;
}

/**
 * ent_window_prepare:
 * @self: a window that was shown
 *
 * Begins once, when the first frame is drawn.
 */
void
ent_window_prepare (EntWindow *self)
{
  g_return_if_fail (ENT_IS_WINDOW (self));

  if (self->prepare_source == 0 && self->n_prepared == 0)
    self->prepare_source = g_idle_add_full (G_PRIORITY_LOW, prepare_next, self, NULL);
}
