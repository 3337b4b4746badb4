/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scene as pixels. They are drawn once a scene, into an image as an exported one is, and shown until there is
 * another; what a gesture shows on the way lies above them. */
#include "entente-config.h"

#include "ui/timeline-view-private.h"

#include "draw/draw-scene.h"
#include "ui/theme.h"

#define BAND_STRENGTH 0.16f

static GdkTexture *
new_picture (EntTimelineView *self,
             EntScene        *scene,
             EntTheme         theme,
             int              scale)
{
  int width = (int) scene->width * scale;
  int height = (int) scene->height * scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  ent_draw_scene (cr, scene, ent_style_get (theme), ent_timeline_view_get_text (self));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                                         stride * (gsize) height,
                                                         (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static GdkTexture *
get_picture (EntTimelineView *self,
             EntScene        *scene)
{
  EntTheme theme = ent_theme_get_current (adw_style_manager_get_default ());
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (self->picture == NULL || self->picture_scene != scene || self->picture_theme != theme
      || self->picture_scale != scale)
    {
      g_clear_object (&self->picture);
      self->picture = new_picture (self, scene, theme, scale);
      g_clear_pointer (&self->picture_scene, ent_scene_unref);
      self->picture_scene = ent_scene_ref (scene);
      self->picture_theme = theme;
      self->picture_scale = scale;
    }
  return self->picture;
}

static GdkRGBA
to_rgba (EntColour colour,
         float     alpha)
{
  return (GdkRGBA) { (float) colour.red, (float) colour.green, (float) colour.blue, alpha };
}

/* The span of time that is being marked to come closer to. */
static void
snapshot_band (EntTimelineView *self,
               GtkSnapshot     *snapshot,
               EntScene        *scene)
{
  const EntStyle *style = ent_style_get (self->picture_theme);
  GdkRGBA fill = to_rgba (style->accent, BAND_STRENGTH);
  GdkRGBA edge = to_rgba (style->accent, 1.0f);
  float left = (float) MIN (self->band_from, self->band_to);
  float width = (float) ABS (self->band_to - self->band_from);
  float top = (float) scene->axis.height;
  float height = (float) (scene->footer.y + scene->footer.height) - top;

  gtk_snapshot_append_color (snapshot, &fill, &GRAPHENE_RECT_INIT (left, top, width, height));
  gtk_snapshot_append_color (snapshot, &edge, &GRAPHENE_RECT_INIT (left, top, 1.0f, height));
  gtk_snapshot_append_color (snapshot, &edge, &GRAPHENE_RECT_INIT (left + width, top, 1.0f, height));
}

/* Where a lane that is dragged would go. */
static void
snapshot_drop (EntTimelineView *self,
               GtkSnapshot     *snapshot,
               EntScene        *scene)
{
  GdkRGBA line = to_rgba (ent_style_get (self->picture_theme)->accent, 1.0f);

  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0.0f, (float) self->drop_y - 1.5f, (float) scene->width, 3.0f);

  gtk_snapshot_append_color (snapshot, &line, &bounds);
}

/**
 * ent_timeline_view_snapshot_picture:
 * @self: a view
 * @snapshot: where to
 * @scene: what it shows
 *
 * Shows the scene and what the gesture under way shows above it.
 */
void
ent_timeline_view_snapshot_picture (EntTimelineView *self,
                                    GtkSnapshot     *snapshot,
                                    EntScene        *scene)
{
  GdkTexture *picture = get_picture (self, scene);

  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) (int) scene->width, (float) (int) scene->height);

  gtk_snapshot_append_texture (snapshot, picture, &bounds);
  if (self->banding)
    snapshot_band (self, snapshot, scene);
  if (self->drag_lane != ENT_ACTOR_NONE)
    snapshot_drop (self, snapshot, scene);
}

/**
 * ent_timeline_view_drop_picture:
 * @self: a view
 *
 * Forgets the pixels.
 */
void
ent_timeline_view_drop_picture (EntTimelineView *self)
{
  g_clear_object (&self->picture);
  g_clear_pointer (&self->picture_scene, ent_scene_unref);
}
