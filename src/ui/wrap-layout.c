/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/wrap-layout.h"

#define SPACING 6

struct _EntWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (EntWrapLayout, ent_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Goes through the lines at @width, placing the children if @place, and tells their height. */
static int
wrap (GtkWidget *widget,
      int        width,
      gboolean   place)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkRequisition least, natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_get_preferred_size (child, &least, &natural);
      int child_width = MAX (least.width, MIN (natural.width, width));
      if (x > 0 && x + child_width > width)
        {
          y += line + SPACING;
          x = line = 0;
        }
      int height;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, NULL, &height, NULL, NULL);
      if (place)
        {
          GtkAllocation box = { mirrored ? width - x - child_width : x, y, child_width, height };
          gtk_widget_size_allocate (child, &box, -1);
        }
      line = MAX (line, height);
      x += child_width + SPACING;
    }
  return y + line;
}

static void
measure_width (GtkWidget *widget,
               int       *minimum,
               int       *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? SPACING : 0);
    }
}

static void
ent_wrap_layout_measure (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  int least = 0, wished = 0;

  measure_width (widget, &least, &wished);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    least = wished = wrap (widget, for_size >= 0 ? for_size : MAX (least, wished), FALSE);
  *minimum = least;
  *natural = wished;
}

static void
ent_wrap_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  wrap (widget, width, TRUE);
}

static GtkSizeRequestMode
ent_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ent_wrap_layout_class_init (EntWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = ent_wrap_layout_measure;
  manager_class->allocate = ent_wrap_layout_allocate;
  manager_class->get_request_mode = ent_wrap_layout_get_request_mode;
}

static void
ent_wrap_layout_init (EntWrapLayout *self)
{
}
