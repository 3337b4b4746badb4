/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window with nothing open yet finds the fonts and styles of what it will show, a part at a time and when there is
 * nothing else to do: else the first frame that shows events waits for all of them. */
#include "entente-config.h"

#include "ui/window-private.h"

#define N_PARTS 7

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

  G_STATIC_ASSERT (G_N_ELEMENTS (parts) == N_PARTS);
  return part < N_PARTS ? parts[part] : NULL;
}

/* The letters of a font are made as they are first drawn, which takes a third of a frame that is full of new words. */
static void
draw_letters (GtkWidget   *widget,
              PangoWeight  weight,
              const char  *letters)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, letters);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width, height;

  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  pango_cairo_show_layout (cr, layout);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* In those fonts of the window that most words are in. Returns whether there was anything left to draw. */
static gboolean
draw_some_letters (EntWindow *self,
                   guint      i)
{
  /* Of other scripts there are too many, or their shapes depend on what is beside them. */
  const char * const letters[] = { "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789.,·–…()" };
  const struct
  {
    GtkWidget *widget;
    PangoWeight weight;
  } fonts[] = {
    { GTK_WIDGET (self), PANGO_WEIGHT_NORMAL },
    { GTK_WIDGET (self), PANGO_WEIGHT_BOLD },
    { GTK_WIDGET (self->shown), PANGO_WEIGHT_NORMAL },
  };

  if (i >= G_N_ELEMENTS (letters) * G_N_ELEMENTS (fonts))
    return FALSE;
  guint font = i / G_N_ELEMENTS (letters);
  draw_letters (fonts[font].widget, fonts[font].weight, letters[i % G_N_ELEMENTS (letters)]);
  return TRUE;
}

static gboolean
prepare_next (gpointer data)
{
  EntWindow *self = ENT_WINDOW (data);
  guint i = self->n_prepared++;
  GtkWidget *part = i > 0 ? get_part (self, i - 1) : NULL;

  if (i == 0)
    ent_timeline_view_get_text (self->timeline);
  else if (part != NULL)
    gtk_widget_measure (part, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  else if (!draw_some_letters (self, i - 1 - N_PARTS))
    {
      self->prepare_source = 0;
      return G_SOURCE_REMOVE;
    }
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
