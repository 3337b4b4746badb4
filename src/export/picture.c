/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/picture.h"

#include <math.h>

#include "draw/cairo-canvas.h"
#include "draw/draw-scene.h"
#include "draw/heading.h"
#include "export/facts.h"
#include "layout/scene-basis.h"

/* What is no picture any more. */
#define LEAST_PIXELS 64.0
#define MOST_SIDE 200000.0
#define MOST_PIXELS 4e9

#define MARGIN 40.0         /* beside the first and last event */
#define EDGE 12.0            /* beside the time that is asked for, so that marks at its ends are whole */
#define FIRST_HEIGHT 900.0   /* from which a height that fits the lanes is found */
#define MOST_ROUNDS 5
#define MOST_TRIES 9
#define MOST_FOOT_SHARE 0.38 /* of a fixed height; a key may take more */
#define LEAST_FOOT_SHARE 0.24 /* of a height in which that is too much */
#define MOST_NUMBERS 99      /* of marks that a key tells */

/* The time that is asked for; an open side ends beside the outermost event. A picture without any shows the year it is
 * of. */
static EntTimeScale
fit_time (const EntExportRequest *request,
          const EntSceneBasis    *basis,
          EntDay                  as_of,
          double                  width)
{
  EntDay first = basis->first;
  EntDay last = basis->last;
  gboolean is_part = ent_export_request_has_span (request);

  if (first > last)
    {
      EntCivilDate date = ent_civil_date_from_day (as_of != ENT_DAY_OPEN_START ? as_of : 0);
      first = ent_day_from_ymd (date.year, 1, 1);
      last = ent_day_from_ymd (date.year, 12, 31);
    }
  EntTimeScale scale = ent_time_scale_fit (first, last, width, MIN (MARGIN, width / 4.0));
  double start = is_part && isfinite (request->from) ? request->from : scale.start;
  double end = is_part && isfinite (request->to) ? request->to : ent_time_scale_to_time (scale, width);
  if (is_part && end > start)
    {
      double days_per_pixel = (end - start) / MAX (width - 2.0 * EDGE, 1.0);
      scale = (EntTimeScale) { start - EDGE * days_per_pixel, days_per_pixel };
    }
  return scale;
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

/* Pages of a document tell all events in words. */
static gboolean
has_key (const EntExportRequest *request)
{
  return (request->parts & ENT_EXPORT_KEY) != 0 && !(request->paged && request->format == ENT_EXPORT_PDF);
}

/**
 * ent_picture_init_scene:
 * @request: what file to make
 * @text: fonts
 * @basis: what its scenes have in common
 * @choice: which lanes are hidden, folded or first; used for as long as @scene_request is
 * @width: of the scene, in pixels of the layout
 * @scene_request: (out): asks for a scene of the time that @request is about; its height is to be set
 */
void
ent_picture_init_scene (const EntExportRequest *request,
                        EntText                *text,
                        EntSceneBasis          *basis,
                        const EntLaneChoice    *choice,
                        double                  width,
                        EntSceneRequest        *scene_request)
{
  EntDay as_of = ent_export_get_as_of (request);

  *scene_request = (EntSceneRequest) {
    .index = request->index,
    .filter = request->filter,
    .rows = request->rows,
    .width = width,
    .lanes = request->lanes,
    .hidden_lanes = (const guint16 *) (gpointer) choice->hidden->data,
    .folded_lanes = (const guint16 *) (gpointer) choice->folded->data,
    .lane_order = (const guint16 *) (gpointer) choice->order->data,
    .selected = ENT_ROW_NONE,
    .today = as_of,
    .overview = TRUE,
    .still = TRUE,
    .most_numbers = has_key (request) ? MOST_NUMBERS : 0,
    .right_to_left = ent_facts_is_right_to_left (request->locale),
    .periods = request->periods,
    .n_periods = request->n_periods,
    .measure = ent_text_get_measure (text),
    .translator = request->translator,
    .basis = basis,
  };
  if (request->edits != NULL)
    {
      scene_request->periods = (const EntNamedSpan *) (gpointer) request->edits->periods->data;
      scene_request->n_periods = request->edits->periods->len;
      ent_figure_edits_name_events (request->edits, ent_filter_index_get_store (request->index), request->rows,
                                    request->translator, basis);
    }
  double time_width = width - ent_scene_get_name_width (scene_request);
  scene_request->scale = fit_time (request, basis, as_of, time_width);
}

static EntFoot *
new_foot (const EntExportRequest *request,
          const EntPicture       *picture,
          const EntScene         *scene,
          GPtrArray              *lanes,
          double                  most_height)
{
  EntFootMissing missing = {
    .lanes = lanes != NULL ? (const char * const *) lanes->pdata : NULL,
    .hidden = (const char * const *) picture->hidden_names->pdata,
    .parts = picture->left_out,
  };

  return ent_foot_new (request, scene, &missing, picture->text, request->parts & ~ENT_EXPORT_CHRONOLOGY,
                       picture->width, most_height);
}

/* The lane's whole name, of which the lane itself may have had no room for all. */
static char *
dup_lane_name (const EntSceneRequest *scene_request,
               const EntSceneLane    *lane)
{
  const GArray *lanes = scene_request->basis->lanes;

  for (guint i = 0; i < lanes->len; i++)
    {
      const EntBasisLane *basis_lane = &g_array_index (lanes, EntBasisLane, i);

      if (basis_lane->value == lane->value)
        return g_strdup (ent_translate (scene_request->translator, basis_lane->name));
    }
  return g_strdup (lane->name[0]);
}

/**
 * ent_picture_new_choice:
 * @request: what file to make
 *
 * Returns: (transfer full): which lanes it hides, folds or puts first
 */
EntLaneChoice *
ent_picture_new_choice (const EntExportRequest *request)
{
  const EntEventStore *store = ent_filter_index_get_store (request->index);

  return ent_lane_choice_new_from_string (request->lane_choice, request->lanes, ent_event_store_get_vocabulary (store));
}

/**
 * ent_picture_new_hidden:
 * @choice: which lanes a person hid
 *
 * Returns: (transfer full) (element-type guint16): these, as a scene is asked to hide them
 */
GArray *
ent_picture_new_hidden (const EntLaneChoice *choice)
{
  return g_array_copy (choice->hidden);
}

/**
 * ent_picture_new_hidden_names:
 * @scene_request: asks for scenes of the picture
 * @choice: which lanes a person hid
 * @from: the first day it shows
 * @to: the day after the last
 *
 * Returns: (transfer full) (element-type utf8): names of these lanes, each with how many events it would show; ended by
 *   %NULL
 */
GPtrArray *
ent_picture_new_hidden_names (const EntSceneRequest *scene_request,
                              const EntLaneChoice   *choice,
                              EntDay                 from,
                              EntDay                 to)
{
  const GArray *lanes = scene_request->basis->lanes;
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < lanes->len; i++)
    {
      const EntBasisLane *lane = &g_array_index (lanes, EntBasisLane, i);
      if (!ent_lane_list_has (choice->hidden, lane->value))
        continue;
      g_autoptr (EntRowSet) rows = ent_scene_basis_dup_rows (scene_request->basis, lane->value, from, to);
      /* Contacts are shown all the same, without a dot in the lane. */
      g_autoptr (EntRowSet) acts = ent_row_set_minus (rows, scene_request->basis->contacts);
      if (ent_row_set_get_count (rows) > 0)
        g_ptr_array_add (names, g_strdup_printf ("%s (%u)", ent_translate (scene_request->translator, lane->name),
                                                 ent_row_set_get_count (acts)));
    }
  g_ptr_array_add (names, NULL);
  return names;
}

/* More lines for contacts, whose labels are what a picture is read by, as long as the lanes still have room. */
static EntScene *
fill_height (EntSceneRequest *scene_request,
             EntScene        *scene)
{
  g_autoptr (EntScene) best = scene;

  while (best->lane_area.height - best->content_height > best->name_line)
    {
      scene_request->more_lines++;
      g_autoptr (EntScene) next = ent_scene_new (scene_request);
      if (next->content_height > next->lane_area.height + 1.0 || next->content_height <= best->content_height)
        break;
      ent_scene_unref (best);
      best = g_steal_pointer (&next);
    }
  scene_request->more_lines = 0;
  return g_steal_pointer (&best);
}

/**
 * ent_picture_new_whole_lanes:
 * @scene_request: asks for a scene; of what it hides by itself
 * @hidden: (element-type guint16): numbers of lanes that are hidden, from ent_picture_new_hidden(); those that have no
 *   room are added
 * @missing: (element-type utf8): their names are added here
 *
 * Makes a scene with as many lanes as are seen whole in its height, and at least one.
 *
 * Returns: (transfer full): the scene
 */
EntScene *
ent_picture_new_whole_lanes (EntSceneRequest *scene_request,
                             GArray          *hidden,
                             GPtrArray       *missing)
{
  for (;;)
    {
      scene_request->hidden_lanes = (const guint16 *) (gpointer) hidden->data;
      g_autoptr (EntScene) scene = ent_scene_new (scene_request);
      double bottom = scene->lane_area.y + scene->lane_area.height;
      guint n_hidden = 0;
      for (gsize i = 1; i < scene->n_lanes; i++)
        {
          const EntSceneLane *lane = &scene->lanes[i];
          if (lane->box.y + lane->box.height <= bottom + 1.0 || lane->value == ENT_LANE_CONTACTS)
            continue;
          g_array_insert_val (hidden, hidden->len - 1, lane->value);
          g_ptr_array_add (missing, dup_lane_name (scene_request, lane));
          n_hidden++;
        }
      if (n_hidden == 0)
        return fill_height (scene_request, g_steal_pointer (&scene));
    }
}

/* Gives the picture a scene and what stands under it, if both have room and leave less than @blank; or, where nothing
 * had room yet, lack less. */
static double
try_foot_height (const EntExportRequest *request,
                 EntPicture             *picture,
                 EntSceneRequest        *scene_request,
                 double                  room,
                 double                  share,
                 double                  foot_height,
                 double                 *blank)
{
  g_autoptr (GArray) hidden = ent_picture_new_hidden (picture->choice);
  g_autoptr (GPtrArray) missing = g_ptr_array_new_null_terminated (0, g_free, TRUE);

  scene_request->height = floor (room - foot_height);
  g_autoptr (EntScene) scene = ent_picture_new_whole_lanes (scene_request, hidden, missing);
  g_autoptr (EntFoot) foot = new_foot (request, picture, scene, missing, room * share);
  while (foot->n_keyed < scene->n_numbered)
    {
      /* No number without its words. */
      scene_request->most_numbers = foot->n_keyed;
      ent_scene_unref (scene);
      ent_foot_free (foot);
      scene = ent_picture_new_whole_lanes (scene_request, hidden, missing);
      foot = new_foot (request, picture, scene, missing, room * share);
    }
  double wanted = foot->height;
  double left = foot_height - wanted;
  gboolean is_better = left >= 0.0 ? *blank < 0.0 || left < *blank : *blank < 0.0 && left > *blank;
  if (picture->scene == NULL || is_better)
    {
      *blank = left;
      g_clear_pointer (&picture->scene, ent_scene_unref);
      g_clear_pointer (&picture->foot, ent_foot_free);
      picture->scene = g_steal_pointer (&scene);
      picture->foot = g_steal_pointer (&foot);
    }
  return wanted;
}

/* A fixed height is shared by the timeline and what stands under it, which in turn depends on what the timeline shows:
 * tried, between what was too low and what was too high, until both fill the height, or nearly so. */
static void
lay_out (const EntExportRequest *request,
         EntPicture             *picture,
         EntSceneRequest        *scene_request,
         double                  height,
         double                  share)
{
  double room = height - picture->top;
  double limit = room * share * (has_key (request) ? ENT_FOOT_KEY_STRETCH : 1.0);
  double too_low = -1.0, too_high = limit + 1.0;
  double foot_height = 0.0, blank = -INFINITY;
  guint most_numbers = scene_request->most_numbers;

  for (guint round = 0; round < MOST_TRIES && too_high - too_low > 1.0; round++)
    {
      scene_request->most_numbers = most_numbers;
      double wanted = try_foot_height (request, picture, scene_request, room, share, foot_height, &blank);
      if (wanted == foot_height)
        return;
      if (wanted > foot_height)
        too_low = foot_height;
      else
        too_high = foot_height;
      foot_height = MIN (wanted, limit);
      if (foot_height <= too_low || foot_height >= too_high)
        foot_height = floor ((too_low + too_high) / 2.0);
    }
}

/* What a low picture goes without first, as its timeline needs the room. */
static const struct
{
  EntExportParts parts;
  double share; /* of the height that is left for the others */
} dispensable[] = {
  { (EntExportParts) 0, MOST_FOOT_SHARE },
  { ENT_EXPORT_SOURCES, MOST_FOOT_SHARE },
  { ENT_EXPORT_LEGEND, MOST_FOOT_SHARE },
  { ENT_EXPORT_KEY, MOST_FOOT_SHARE },
  { (EntExportParts) (ENT_EXPORT_FILTER | ENT_EXPORT_AS_OF), LEAST_FOOT_SHARE },
};

static gboolean
is_whole (const EntPicture *picture,
          double            height)
{
  return picture->top + picture->scene->height + picture->foot->height <= height + 1.0
         && picture->scene->content_height <= picture->scene->lane_area.height + 1.0;
}

static void
lay_out_in_height (const EntExportRequest *request,
                   EntPicture             *picture,
                   EntSceneRequest        *scene_request)
{
  EntExportRequest less = *request;
  double height = request->height / picture->zoom;

  for (guint i = 0; i < G_N_ELEMENTS (dispensable); i++)
    {
      if (picture->foot != NULL)
        picture->left_out |= picture->foot->filled & dispensable[i].parts;
      less.parts &= ~dispensable[i].parts;
      scene_request->most_numbers = has_key (&less) ? MOST_NUMBERS : 0;
      g_clear_pointer (&picture->scene, ent_scene_unref);
      g_clear_pointer (&picture->foot, ent_foot_free);
      lay_out (&less, picture, scene_request, height, dispensable[i].share);
      if (is_whole (picture, height))
        return;
    }
  /* What is too low for a line of words shows how much happened. */
  ent_lane_list_set (picture->choice->folded, ENT_LANE_CONTACTS, TRUE);
  scene_request->folded_lanes = (const guint16 *) (gpointer) picture->choice->folded->data;
  g_clear_pointer (&picture->scene, ent_scene_unref);
  g_clear_pointer (&picture->foot, ent_foot_free);
  lay_out (&less, picture, scene_request, height, MOST_FOOT_SHARE);
}

static void
make_scene (const EntExportRequest *request,
            EntPicture             *picture)
{
  g_autoptr (EntSceneBasis) basis = ent_scene_basis_new (request->index, request->filter, request->rows,
                                                         request->lanes);
  EntSceneRequest scene_request;

  picture->choice = ent_picture_new_choice (request);
  ent_picture_init_scene (request, picture->text, basis, picture->choice, picture->width, &scene_request);
  double time_width = picture->width - ent_scene_get_name_width (&scene_request);
  double end = ent_time_scale_to_time (scene_request.scale, time_width);
  picture->hidden_names = ent_picture_new_hidden_names (&scene_request, picture->choice,
                                                        (EntDay) floor (scene_request.scale.start),
                                                        (EntDay) ceil (end));
  if (request->height > 0.0)
    {
      lay_out_in_height (request, picture, &scene_request);
      return;
    }
  picture->scene = new_fitting_scene (&scene_request);
  picture->foot = new_foot (request, picture, picture->scene, NULL, G_MAXDOUBLE);
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
  picture->style.plain = TRUE;
  picture->style.right_to_left = ent_facts_is_right_to_left (request->locale);
  picture->zoom = request->zoom > 0.0 ? request->zoom : 1.0;
  picture->width = request->width / picture->zoom;
  picture->text = ent_text_new (NULL, 0.0, 1.0);
  picture->title = g_strdup (request->title);
  picture->subtitle = g_strdup (request->subtitle);
  picture->as_of = ent_export_get_as_of (request);
  EntTextMeasure measure = ent_text_get_measure (picture->text);
  picture->top = ent_heading_get_height (&measure, request->title, request->subtitle);
  make_scene (request, picture);
  picture->height = picture->top + picture->scene->height + picture->foot->height;
  if (request->height > 0.0)
    picture->height = request->height / picture->zoom;
  if (!check_size (picture->width * picture->zoom, picture->height * picture->zoom, pixel_scale, error))
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
  g_clear_pointer (&picture->foot, ent_foot_free);
  g_clear_pointer (&picture->choice, ent_lane_choice_free);
  g_clear_pointer (&picture->hidden_names, g_ptr_array_unref);
  g_clear_pointer (&picture->text, ent_text_free);
  g_free (picture->title);
  g_free (picture->subtitle);
  g_free (picture);
}

/**
 * ent_picture_draw_ground:
 * @picture: a picture
 * @canvas: where to draw
 *
 * Draws what lies behind all of it, if anything does.
 */
void
ent_picture_draw_ground (const EntPicture *picture,
                         EntCanvas        *canvas)
{
  if (!picture->style.transparent)
    {
      EntBox ground = { 0.0, 0.0, picture->width, picture->height };
      EntPaint paint = { .fill = picture->style.background };
      canvas->box (canvas, &ground, 0.0, &paint);
    }
}

/**
 * ent_picture_draw_on:
 * @picture: a picture
 * @cr: where to draw, the picture's left upper corner at the origin
 * @canvas: draws with @cr
 *
 * Draws heading, scene and what stands under it.
 */
void
ent_picture_draw_on (const EntPicture *picture,
                     cairo_t          *cr,
                     EntCanvas        *canvas)
{
  EntTextMeasure measure = ent_text_get_measure (picture->text);

  ent_heading_draw_on (canvas, &picture->style, &measure, picture->title, picture->subtitle, picture->width);
  cairo_save (cr);
  cairo_translate (cr, 0.0, picture->top);
  ent_draw_scene_on (canvas, picture->scene, &picture->style);
  cairo_translate (cr, 0.0, picture->scene->height);
  ent_foot_draw_on (picture->foot, canvas, &measure, &picture->style);
  cairo_restore (cr);
}

/**
 * ent_picture_draw:
 * @picture: a picture
 * @cr: where to draw, the picture's left upper corner at the origin
 *
 * Draws heading, scene and what stands under it.
 */
void
ent_picture_draw (const EntPicture *picture,
                  cairo_t          *cr)
{
  EntCairoCanvas canvas = ent_cairo_canvas (cr, picture->text);

  ent_picture_draw_ground (picture, &canvas.canvas);
  ent_picture_draw_on (picture, cr, &canvas.canvas);
}
