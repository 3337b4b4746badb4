/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/picture.h"

#include <math.h>

#include "draw/cairo-canvas.h"
#include "draw/draw-scene.h"
#include "draw/heading.h"
#include "layout/scene-basis.h"

/* What is no picture any more. */
#define LEAST_PIXELS 64.0
#define MOST_SIDE 200000.0
#define MOST_PIXELS 4e9

#define MARGIN 40.0          /* beside the first and last event */
#define FIRST_HEIGHT 900.0   /* from which a height that fits the lanes is found */
#define MOST_ROUNDS 4

/* All events with a date; a picture without any shows the year it is of. */
static EntTimeScale
fit_history (const EntSceneBasis *basis,
             EntDay               as_of,
             double               width)
{
  EntDay first = basis->first;
  EntDay last = basis->last;

  if (first > last)
    {
      EntCivilDate date = ent_civil_date_from_day (as_of != ENT_DAY_OPEN_START ? as_of : 0);
      first = ent_day_from_ymd (date.year, 1, 1);
      last = ent_day_from_ymd (date.year, 12, 31);
    }
  return ent_time_scale_fit (first, last, width, MIN (MARGIN, width / 4.0));
}

/* As high as the lanes need. How many lines they take depends on the height in turn, so that is found
 * in a few rounds; the last one is only ever too high. */
static EntScene *
new_fitting_scene (EntSceneRequest *scene_request)
{
  g_autoptr (EntScene) scene = NULL;

  scene_request->height = FIRST_HEIGHT;
  for (guint round = 0; round < MOST_ROUNDS; round++)
    {
      g_clear_pointer (&scene, ent_scene_unref);
      scene = ent_scene_new (scene_request);
      double wanted = ceil (scene_request->height - scene->lane_area.height + scene->content_height);
      if (wanted == scene_request->height || (round + 1 == MOST_ROUNDS && wanted < scene_request->height))
        break;
      scene_request->height = wanted;
    }
  return g_steal_pointer (&scene);
}

static EntScene *
new_scene (const EntExportRequest *request,
           EntPicture             *picture)
{
  g_autoptr (EntSceneBasis) basis = ent_scene_basis_new (request->index, request->filter, request->rows,
                                                         request->lanes);
  EntSceneRequest scene_request = {
    .index = request->index,
    .filter = request->filter,
    .rows = request->rows,
    .width = request->width,
    .height = request->height - picture->top,
    .lanes = request->lanes,
    .selected = ENT_ROW_NONE,
    .today = picture->as_of,
    .overview = TRUE,
    .measure = ent_text_get_measure (picture->text),
    .translator = request->translator,
    .basis = basis,
  };
  double time_width = request->width - ent_scene_get_name_width (&scene_request);

  scene_request.scale = request->scale != NULL ? *request->scale : fit_history (basis, picture->as_of, time_width);
  if (request->height <= 0.0)
    return new_fitting_scene (&scene_request);
  return ent_scene_new (&scene_request);
}

static gboolean
check_size (double   width,
            double   height,
            double   pixel_scale,
            GError **error)
{
  if (width * pixel_scale >= LEAST_PIXELS && width * pixel_scale <= MOST_SIDE && height * pixel_scale <= MOST_SIDE
      && width * height * pixel_scale * pixel_scale <= MOST_PIXELS
      && (height <= 0.0 || height * pixel_scale >= LEAST_PIXELS))
    return TRUE;
  g_set_error (error, ENT_EXPORT_ERROR, ENT_EXPORT_ERROR_SIZE, "A picture of %.0f × %.0f pixels cannot be made",
               width * pixel_scale, height * pixel_scale);
  return FALSE;
}

/**
 * ent_picture_new:
 * @request: what picture to make
 * @error: return location for an error
 *
 * Lays a picture out.
 *
 * Returns: (transfer full): the picture, or %NULL if it cannot have such a size
 */
EntPicture *
ent_picture_new (const EntExportRequest  *request,
                 GError                 **error)
{
  double pixel_scale = request->format == ENT_EXPORT_PNG ? request->pixel_scale : 1.0;

  if (!check_size (request->width, request->height, pixel_scale, error))
    return NULL;

  g_autoptr (EntPicture) picture = g_new0 (EntPicture, 1);
  picture->style = *ent_style_get (request->theme);
  picture->style.transparent = request->transparent;
  picture->text = ent_text_new (NULL, 0.0, 1.0);
  picture->title = g_strdup (request->title);
  picture->subtitle = g_strdup (request->subtitle);
  picture->as_of = ent_export_get_as_of (request);
  EntTextMeasure measure = ent_text_get_measure (picture->text);
  picture->top = ent_heading_get_height (&measure, request->title, request->subtitle);
  picture->scene = new_scene (request, picture);
  picture->width = request->width;
  picture->height = picture->top + picture->scene->height;
  if (!check_size (picture->width, picture->height, pixel_scale, error))
    return NULL;
  return g_steal_pointer (&picture);
}

/**
 * ent_picture_free:
 * @picture: (transfer full): a picture
 */
void
ent_picture_free (EntPicture *picture)
{
  g_clear_pointer (&picture->scene, ent_scene_unref);
  g_clear_pointer (&picture->text, ent_text_free);
  g_free (picture->title);
  g_free (picture->subtitle);
  g_free (picture);
}

/**
 * ent_picture_draw:
 * @picture: a picture
 * @cr: where to draw, the picture's left upper corner at the origin
 *
 * Draws heading and scene.
 */
void
ent_picture_draw (const EntPicture *picture,
                  cairo_t          *cr)
{
  EntCairoCanvas canvas = ent_cairo_canvas (cr, picture->text);
  EntTextMeasure measure = ent_text_get_measure (picture->text);

  ent_heading_draw_on (&canvas.canvas, &picture->style, &measure, picture->title, picture->subtitle, picture->width);
  cairo_save (cr);
  cairo_translate (cr, 0.0, picture->top);
  ent_draw_scene (cr, picture->scene, &picture->style, picture->text);
  cairo_restore (cr);
}
