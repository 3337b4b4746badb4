/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is drawn or has a width of its own grows with the desktop's letters, as widgets do by themselves. */
#include "ui/text-scale.h"

#define DEFAULT_PIXELS (11.0 * 96.0 / 72.0)
#define LEAST 0.5

/* How many times as large as usual a widget's letters are. */
static double
get_scale (GtkWidget *widget)
{
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

  return ent_text_new (pango_font_description_get_family (font), 0.0, get_scale (widget));
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
  return (int) (width * MAX (1.0, get_scale (widget)) + 0.5);
}

/* A single child that asks for more width as its letters grow, and does with less where there is none. */
#define ENT_TYPE_WIDENING (ent_widening_get_type ())
G_DECLARE_FINAL_TYPE (EntWidening, ent_widening, ENT, WIDENING, GtkLayoutManager)

struct _EntWidening
{
  GtkLayoutManager parent_instance;
  int width;
  double most;
};

G_DEFINE_FINAL_TYPE (EntWidening, ent_widening, GTK_TYPE_LAYOUT_MANAGER)

static void
ent_widening_measure (GtkLayoutManager *manager,
                      GtkWidget        *widget,
                      GtkOrientation    orientation,
                      int               for_size,
                      int              *minimum,
                      int              *natural,
                      int              *minimum_baseline,
                      int              *natural_baseline)
{
  EntWidening *self = ENT_WIDENING (manager);
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    return;
  *minimum = MAX (*minimum, self->width);
  *natural = MAX (*minimum, (int) (self->width * CLAMP (get_scale (widget), 1.0, self->most)));
}

static void
ent_widening_allocate (GtkLayoutManager *manager,
                       GtkWidget        *widget,
                       int               width,
                       int               height,
                       int               baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_allocate (child, width, height, baseline, NULL);
}

static GtkSizeRequestMode
ent_widening_get_request_mode (GtkLayoutManager *manager,
                               GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ent_widening_class_init (EntWideningClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = ent_widening_measure;
  manager_class->allocate = ent_widening_allocate;
  manager_class->get_request_mode = ent_widening_get_request_mode;
}

static void
ent_widening_init (EntWidening *self)
{
}

/**
 * ent_text_scale_widen:
 * @widget: a widget with a single child
 * @width: how wide it is at least, in pixels
 * @most: how many times as wide it gets at most
 *
 * Has the width of a widget follow its letters, as far as there is room.
 */
void
ent_text_scale_widen (GtkWidget *widget,
                      int        width,
                      double     most)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && width > 0 && most >= 1.0);

  EntWidening *layout = g_object_new (ENT_TYPE_WIDENING, NULL);

  layout->width = width;
  layout->most = most;
  gtk_widget_set_layout_manager (widget, GTK_LAYOUT_MANAGER (layout));
}

/**
 * ent_text_scale_shorten:
 * @widget: a widget
 *
 * Lets the words in it be cut where letters are too large for its room; else they ask for all of theirs.
 */
void
ent_text_scale_shorten (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (GTK_IS_LABEL (widget))
    gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_END);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ent_text_scale_shorten (child);
}
