/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/spark-line.h"

#define BAR 3
#define HEIGHT 16

struct _EntSparkLine
{
  GtkWidget parent_instance;
  GArray *counts; /* (element-type guint) */
};

G_DEFINE_FINAL_TYPE (EntSparkLine, ent_spark_line, GTK_TYPE_WIDGET)

static void
ent_spark_line_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  guint n = ENT_SPARK_LINE (widget)->counts->len;

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? (int) n * BAR : HEIGHT;
}

static void
ent_spark_line_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  EntSparkLine *self = ENT_SPARK_LINE (widget);
  float height = (float) gtk_widget_get_height (widget), width = (float) gtk_widget_get_width (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint most = 1;
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  for (guint i = 0; i < self->counts->len; i++)
    most = MAX (most, g_array_index (self->counts, guint, i));
  for (guint i = 0; i < self->counts->len; i++)
    {
      guint count = g_array_index (self->counts, guint, i);
      float bar = count > 0 ? MAX (1.0f, height * (float) count / (float) most) : 0.0f;
      float x = mirrored ? width - (float) (i + 1) * BAR : (float) i * BAR;

      if (count > 0)
        gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (x, height - bar, BAR - 1, bar));
    }
}

static void
ent_spark_line_finalize (GObject *object)
{
  g_array_unref (ENT_SPARK_LINE (object)->counts);

  G_OBJECT_CLASS (ent_spark_line_parent_class)->finalize (object);
}

static void
ent_spark_line_class_init (EntSparkLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ent_spark_line_finalize;
  widget_class->measure = ent_spark_line_measure;
  widget_class->snapshot = ent_spark_line_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ent_spark_line_init (EntSparkLine *self)
{
  self->counts = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * ent_spark_line_new:
 * @counts: (array length=n): how many, one time after the other
 * @n: how many times
 *
 * Returns: (transfer floating): bars for them
 */
GtkWidget *
ent_spark_line_new (const guint *counts,
                    guint        n)
{
  g_return_val_if_fail (counts != NULL && n > 0, NULL);

  EntSparkLine *self = g_object_new (ENT_TYPE_SPARK_LINE, NULL);
  g_array_append_vals (self->counts, counts, n);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  return GTK_WIDGET (self);
}
