/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is drawn or has a width of its own grows with the desktop's letters, as widgets do by themselves. */
#include "ui/text-scale.h"

#define DEFAULT_PIXELS (11.0 * 96.0 / 72.0)
#define LEAST 0.5
#define EDGES 12 /* pixels */

/**
 * ent_text_scale_get:
 * @widget: a widget
 *
 * Returns: how many times as large as usual its letters are
 */
double
ent_text_scale_get (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), 1.0);

  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double pixels = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    pixels *= pango_cairo_context_get_resolution (context) / 72.0;
  return MAX (LEAST, pixels / DEFAULT_PIXELS);
}

/**
 * ent_text_scale_new_text:
 * @widget: a widget
 *
 * Returns: (transfer full): its fonts, to draw with
 */
EntText *
ent_text_scale_new_text (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  const PangoFontDescription *font = pango_context_get_font_description (gtk_widget_get_pango_context (widget));

  return ent_text_new (pango_font_description_get_family (font), 0.0, ent_text_scale_get (widget));
}

/**
 * ent_text_scale_width:
 * @widget: a widget
 * @width: pixels that letters of the usual size want
 *
 * Returns: pixels that its letters want; never less
 */
int
ent_text_scale_width (GtkWidget *widget,
                      int        width)
{
  return (int) (width * MAX (1.0, ent_text_scale_get (widget)) + 0.5);
}

typedef struct
{
  GtkWidget *widget;
  int width;
  double most;
} Widening;

/* What a window has room for on the narrowest monitor, its own edges apart. */
static int
get_room (GtkWidget *widget)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (widget));
  int room = G_MAXINT;

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      GdkRectangle place;

      gdk_monitor_get_geometry (monitor, &place);
      room = MIN (room, place.width - EDGES);
    }
  return room;
}

static void
widen (Widening *self)
{
  double scale = CLAMP (ent_text_scale_get (self->widget), 1.0, self->most);
  int wanted = (int) (self->width * scale);

  gtk_widget_set_size_request (self->widget, MAX (self->width, MIN (wanted, get_room (self->widget))), -1);
}

static void
free_widening (gpointer  data,
               GClosure *closure)
{
  g_free (data);
}

/**
 * ent_text_scale_widen:
 * @widget: a widget
 * @width: how wide it is at least with letters of the usual size, in pixels
 * @most: how many times as wide it gets at most
 *
 * Has the least width of a widget follow its letters, as far as there is a monitor to show it.
 */
void
ent_text_scale_widen (GtkWidget *widget,
                      int        width,
                      double     most)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && width > 0 && most >= 1.0);

  Widening *self = g_new (Widening, 1);
  GClosure *closure = g_cclosure_new_swap (G_CALLBACK (widen), self, free_widening);

  *self = (Widening) { widget, width, most };
  g_object_watch_closure (G_OBJECT (widget), closure);
  g_signal_connect_closure (gtk_settings_get_default (), "notify::gtk-xft-dpi", closure, FALSE);
  g_signal_connect_closure (gtk_settings_get_default (), "notify::gtk-font-name", closure, FALSE);
  widen (self);
}
