/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scene as pixels. They are drawn once a scene, into an image as an exported one is, and shown until there is
 * another; what a gesture shows on the way lies above them. */
#include "entente-config.h"

#include "ui/timeline-view-private.h"

#include "draw/draw-scene.h"
#include "ui/theme.h"

#define BAND_STRENGTH 0.16f

/* The surface that was shown before the last one, if nobody shows it any more: fresh memory costs more than drawing. */
static cairo_surface_t *
steal_spare (EntTimelineView *self,
             int              width,
             int              height)
{
  cairo_surface_t *spare = self->last_picture;

  if (spare == NULL || cairo_surface_get_reference_count (spare) > 1 || cairo_image_surface_get_width (spare) != width
      || cairo_image_surface_get_height (spare) != height)
    return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  self->last_picture = NULL;
  return spare;
}

/* A scene's background covers what was drawn before. */
static cairo_surface_t *
new_picture (EntTimelineView *self,
             EntScene        *scene,
             EntTheme         theme,
             int              scale)
{
  cairo_surface_t *surface = steal_spare (self, (int) scene->width * scale, (int) scene->height * scale);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  ent_draw_scene (cr, scene, ent_style_get (theme), ent_timeline_view_get_text (self));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
retire_picture (EntTimelineView *self)
{
  g_clear_object (&self->texture);
  g_clear_pointer (&self->last_picture, cairo_surface_destroy);
  self->last_picture = g_steal_pointer (&self->picture);
}

static void
ensure_picture (EntTimelineView *self,
                EntScene        *scene)
{
  EntTheme theme = ent_theme_get_current (adw_style_manager_get_default ());
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (self->picture != NULL && self->picture_scene == scene && self->picture_theme == theme
      && self->picture_scale == scale)
    return;
  cairo_surface_t *picture = new_picture (self, scene, theme, scale);
  retire_picture (self);
  self->picture = picture;
  g_clear_pointer (&self->picture_scene, ent_scene_unref);
  self->picture_scene = ent_scene_ref (scene);
  self->picture_theme = theme;
  self->picture_scale = scale;
}

static GdkTexture *
get_texture (EntTimelineView *self)
{
  if (self->texture == NULL)
    {
      int height = cairo_image_surface_get_height (self->picture);
      gsize stride = (gsize) cairo_image_surface_get_stride (self->picture);
      g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (self->picture),
                                                             stride * (gsize) height,
                                                             (GDestroyNotify) cairo_surface_destroy,
                                                             cairo_surface_reference (self->picture));

      self->texture = gdk_memory_texture_new (cairo_image_surface_get_width (self->picture), height,
                                              GDK_MEMORY_DEFAULT, bytes, stride);
    }
  return self->texture;
}

/* A pattern that stands for a surface, and holds it as often as it is copied. */

static cairo_surface_t *
acquire_picture (cairo_pattern_t             *pattern,
                 void                        *data,
                 cairo_surface_t             *target,
                 const cairo_rectangle_int_t *extents)
{
  return cairo_surface_reference (data);
}

static void
release_picture (cairo_pattern_t *pattern,
                 void            *data,
                 cairo_surface_t *surface)
{
  cairo_surface_destroy (surface);
}

static cairo_status_t
copy_picture (cairo_pattern_t       *pattern,
              void                  *data,
              const cairo_pattern_t *other)
{
  cairo_surface_reference (data);
  return CAIRO_STATUS_SUCCESS;
}

static void
finish_picture (cairo_pattern_t *pattern,
                void            *data)
{
  cairo_surface_destroy (data);
}

static cairo_pattern_t *
new_pattern (cairo_surface_t *picture,
             int              scale)
{
  cairo_pattern_t *pattern = cairo_pattern_create_raster_source (cairo_surface_reference (picture),
                                                                 CAIRO_CONTENT_COLOR_ALPHA,
                                                                 cairo_image_surface_get_width (picture),
                                                                 cairo_image_surface_get_height (picture));
  cairo_matrix_t to_pixels;

  cairo_raster_source_pattern_set_acquire (pattern, acquire_picture, release_picture);
  cairo_raster_source_pattern_set_copy (pattern, copy_picture);
  cairo_raster_source_pattern_set_finish (pattern, finish_picture);
  cairo_matrix_init_scale (&to_pixels, scale, scale);
  cairo_pattern_set_matrix (pattern, &to_pixels);
  return pattern;
}

/* GTK's drawing in software brings each pixel of a texture from one format into the same format, by way of numbers with
 * a point; a surface it paints as it is, but takes a copy when the next one takes its place. A pattern spares both. */
static void
append_picture (EntTimelineView       *self,
                GtkSnapshot           *snapshot,
                const graphene_rect_t *bounds)
{
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (GTK_WIDGET (self)));

  if (!GSK_IS_CAIRO_RENDERER (renderer))
    {
      gtk_snapshot_append_texture (snapshot, get_texture (self), bounds);
      return;
    }
  cairo_pattern_t *pattern = new_pattern (self->picture, self->picture_scale);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bounds);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_set_source (cr, pattern);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_pattern_destroy (pattern);
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
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) (int) scene->width, (float) (int) scene->height);

  ensure_picture (self, scene);
  append_picture (self, snapshot, &bounds);
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
  retire_picture (self);
  g_clear_pointer (&self->last_picture, cairo_surface_destroy);
  g_clear_pointer (&self->picture_scene, ent_scene_unref);
}
