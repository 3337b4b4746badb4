/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/kind-icon.h"

#include "draw/draw-scene.h"

#define SIZE 16
/* On the timeline a glyph stands in a disc; alone it is as large as text. */
#define DISC_RADIUS 12.0

struct _EntKindIcon
{
  GtkWidget parent_instance;
  EntKind kind;
};

G_DEFINE_FINAL_TYPE (EntKindIcon, ent_kind_icon, GTK_TYPE_WIDGET)

static void
ent_kind_icon_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
ent_kind_icon_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  EntKindIcon *self = ENT_KIND_ICON (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  ent_draw_kind_glyph (cr, self->kind, width / 2.0, height / 2.0, DISC_RADIUS,
                       (EntColour) { colour.red, colour.green, colour.blue, colour.alpha });
  cairo_destroy (cr);
}

static void
ent_kind_icon_class_init (EntKindIconClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = ent_kind_icon_measure;
  widget_class->snapshot = ent_kind_icon_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ent_kind_icon_init (EntKindIcon *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * ent_kind_icon_new:
 * @kind: a kind
 *
 * Returns: (transfer floating): its glyph
 */
GtkWidget *
ent_kind_icon_new (EntKind kind)
{
  EntKindIcon *self = g_object_new (ENT_TYPE_KIND_ICON, NULL);

  self->kind = kind;
  return GTK_WIDGET (self);
}

/**
 * ent_kind_icon_set_kind:
 * @self: a glyph
 * @kind: the kind to show
 *
 * Shows another kind.
 */
void
ent_kind_icon_set_kind (EntKindIcon *self,
                        EntKind      kind)
{
  g_return_if_fail (ENT_IS_KIND_ICON (self));

  self->kind = kind;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
