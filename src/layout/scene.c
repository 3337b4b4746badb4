/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/scene.h"

#include <math.h>

#include "layout/lane-packer.h"
#include "layout/ticks.h"

#define NAME_MARGIN 30.0 /* a lane's name has its colour at the left and some room at the right */
#define TRAY_INSET 10.0

/* A title's width, and that of a shortened one, at least; large letters take more. */
#define LABEL_MOST 260.0
#define LABEL_MOST_HEIGHTS 13.0
#define LABEL_LEAST 60.0
#define LABEL_LEAST_HEIGHTS 3.0
#define MOST_OVERVIEW 0.24 /* share of the height */
#define LEAST_OVERVIEW_SCENE 300.0 /* a scene less high has no room for an overview */

/* A day that is wider, in pixels, has no line: in its middle that would tell an hour, of which nothing is known. */
#define WIDEST_TODAY 240.0

/* The scene that is handed out, and what it points into. */
typedef struct
{
  EntScene scene;
  GStringChunk *strings;
  EntSceneBasis *basis; /* titles are its */
  GArray *arrays[17];
  gsize n_arrays;
} OwnedScene;

static void
clear_scene (gpointer data)
{
  OwnedScene *owned = data;

  for (gsize i = 0; i < owned->n_arrays; i++)
    g_array_unref (owned->arrays[i]);
  g_string_chunk_free (owned->strings);
  ent_scene_basis_unref (owned->basis);
}

static double
get_text_height (const EntSceneRequest *request,
                 EntTextRole            role)
{
  double width = 0.0, height = 0.0;

  request->measure.measure (role, "Ág", &width, &height, request->measure.data);
  return height;
}

/**
 * ent_scene_get_name_width:
 * @request: what a scene is to show
 *
 * Returns: how wide the column of the lanes' names is, in pixels
 */
double
ent_scene_get_name_width (const EntSceneRequest *request)
{
  double width = 0.0, height = 0.0;

  g_return_val_if_fail (request != NULL && request->measure.measure != NULL, 0.0);

  /* A name is broken between words, so a long word is what it must have room for. */
  request->measure.measure (ENT_TEXT_LANE, "Counternarcotics", &width, &height, request->measure.data);
  width += NAME_MARGIN;
  /* In a narrow view, short names are whole. */
  double most = MAX (request->width * 0.24, MIN (request->width * 0.4, width * 0.72));
  /* Where a wide picture has the room, names in one line make its lanes low. */
  if (request->still)
    width = MAX (width, request->width * 0.14);
  return floor (MIN (width, most));
}

/* Where letters are large, the strip gets low, and goes, before the lanes have no room. */
static void
choose_overview (EntSceneBuilder *builder)
{
  const EntSceneRequest *request = builder->request;
  EntSceneSizes *sizes = &builder->sizes;
  double low = ceil (sizes->name_line * 2.0 + 14.0);
  double high = ceil (sizes->name_line * 4.0 + 18.0 + MAX (sizes->name_line - 16.0, 0.0));
  double most = request->height * MOST_OVERVIEW;

  if (!request->overview || request->height < LEAST_OVERVIEW_SCENE)
    return;
  sizes->low_overview = request->still || high > most;
  if (request->still || low <= most)
    sizes->overview = sizes->low_overview ? low : high;
}

static void
choose_sizes (EntSceneBuilder *builder)
{
  const EntSceneRequest *request = builder->request;
  EntSceneSizes *sizes = &builder->sizes;

  sizes->label = get_text_height (request, ENT_TEXT_LABEL);
  sizes->label_most = MAX (LABEL_MOST, LABEL_MOST_HEIGHTS * sizes->label);
  sizes->label_least = MAX (LABEL_LEAST, LABEL_LEAST_HEIGHTS * sizes->label);
  sizes->radius = round (sizes->label * 0.92) / 2.0;
  sizes->line = ceil (MAX (sizes->label, 2.0 * sizes->radius) + 5.0);
  sizes->dot = round (sizes->radius) / 2.0;
  sizes->gap = round (sizes->radius * 0.6);
  sizes->pad = request->still ? 4.0 : 7.0;
  sizes->dots = round (sizes->radius * 1.8);
  sizes->strip = round (sizes->line * 2.0);
  sizes->name_line = get_text_height (request, ENT_TEXT_LANE);
  sizes->name_width = ent_scene_get_name_width (request);
  sizes->axis = ceil (get_text_height (request, ENT_TEXT_TICK_MAJOR) + get_text_height (request, ENT_TEXT_TICK_MINOR)
                      + 8.0);
  sizes->footer = ceil (sizes->name_line + (request->still ? 10.0 : 14.0));
  choose_overview (builder);
}

/* The frame: axis above, lanes, footer, overview below. */
static void
place_boxes (EntSceneBuilder *builder)
{
  const EntSceneRequest *request = builder->request;
  const EntSceneSizes *sizes = &builder->sizes;
  EntScene *scene = builder->scene;
  gboolean has_footer = scene->n_undated > 0 || builder->basis->silences->len > 0 || request->controls > 0.0;
  double footer = has_footer ? sizes->footer : 0.0;
  double time_x = sizes->name_width;
  double time_width = MAX (request->width - sizes->name_width, 1.0);
  double names = request->n_periods > 0 ? ceil (get_text_height (request, ENT_TEXT_BADGE) + 8.0) : 0.0;
  double top = sizes->axis + names;
  double lanes_height = MAX (request->height - top - footer - sizes->overview, 1.0);

  scene->width = request->width;
  scene->height = request->height;
  scene->scale = request->scale;
  scene->selected = request->selected;
  scene->name_line = sizes->name_line;
  scene->axis = (EntBox) { 0.0, 0.0, request->width, sizes->axis };
  scene->period_area = (EntBox) { time_x, sizes->axis, time_width, names };
  scene->lane_area = (EntBox) { 0.0, top, request->width, lanes_height };
  scene->time_area = (EntBox) { time_x, top, time_width, lanes_height };
  scene->footer = (EntBox) { 0.0, top + lanes_height, request->width, footer };
  scene->overview = (EntBox) { 0.0, request->height - sizes->overview, request->width, sizes->overview };
}

static void
add_ticks (EntSceneBuilder *builder)
{
  const EntScene *scene = builder->scene;
  EntTickRequest request = {
    .scale = scene->scale,
    .area = { scene->time_area.x, scene->axis.y, scene->time_area.width, scene->axis.height },
    .measure = builder->request->measure,
    .translator = builder->request->translator,
  };

  ent_ticks_append (&request, builder->strings, builder->ticks);
}

static void
add_tray (EntSceneBuilder *builder)
{
  EntScene *scene = builder->scene;
  const EntTranslator *translator = builder->request->translator;
  double width = 0.0, height = 0.0;

  if (scene->n_undated == 0)
    return;
  g_autofree char *number = g_strdup_printf ("%u", scene->n_undated);
  /* Translators: {n} is how many events have no date to stand at */
  g_autoptr (GString) text = g_string_new (ent_translate_plural (translator, N_ ("{n} undated"), N_ ("{n} undated"),
                                                                 scene->n_undated));
  g_string_replace (text, "{n}", number, 1);
  scene->tray_text = g_string_chunk_insert_const (builder->strings, text->str);
  builder->request->measure.measure (ENT_TEXT_LANE_SMALL, scene->tray_text, &width, &height,
                                     builder->request->measure.data);
  width = MIN (width + 24.0, MAX (builder->sizes.name_width - 14.0, width + 20.0));
  double y = scene->footer.y + (scene->footer.height - height - 6.0) / 2.0;
  scene->tray = (EntBox) { TRAY_INSET, y, width, height + 6.0 };
}

static void
add_today (EntSceneBuilder *builder)
{
  EntScene *scene = builder->scene;
  double x = -1.0;

  if (builder->request->today != ENT_DAY_OPEN_START && scene->scale.days_per_pixel * WIDEST_TODAY >= 1.0)
    x = ent_time_scale_to_x (scene->scale, builder->request->today + 0.5);
  scene->today_x = x >= 0.0 && x <= scene->time_area.width ? scene->time_area.x + x : -1.0;
}

/* Moves an array into the scene. */
#define HAND_OVER(owned, builder, field) \
  G_STMT_START \
  { \
    (owned)->scene.field = (gpointer) (builder)->field->data; \
    (owned)->scene.n_##field = (builder)->field->len; \
    (owned)->arrays[(owned)->n_arrays++] = g_steal_pointer (&(builder)->field); \
  } \
  G_STMT_END

static void
make_arrays (EntSceneBuilder *builder)
{
  builder->strings = g_string_chunk_new (4096);
  builder->lanes = g_array_new (FALSE, FALSE, sizeof (EntSceneLane));
  builder->ticks = g_array_new (FALSE, FALSE, sizeof (EntSceneTick));
  builder->spans = g_array_new (FALSE, FALSE, sizeof (EntSceneSpan));
  builder->stems = g_array_new (FALSE, FALSE, sizeof (EntSceneStem));
  builder->dots = g_array_new (FALSE, FALSE, sizeof (EntSceneDot));
  builder->bins = g_array_new (FALSE, FALSE, sizeof (EntSceneBin));
  builder->shared = g_array_new (FALSE, FALSE, sizeof (guint32));
  builder->gauges = g_array_new (FALSE, FALSE, sizeof (EntSceneGauge));
  builder->arcs = g_array_new (FALSE, FALSE, sizeof (EntSceneArc));
  builder->marks = g_array_new (FALSE, FALSE, sizeof (EntSceneMark));
  builder->labels = g_array_new (FALSE, FALSE, sizeof (EntSceneLabel));
  builder->numbered = g_array_new (FALSE, FALSE, sizeof (guint32));
  builder->overview_ticks = g_array_new (FALSE, FALSE, sizeof (EntSceneTick));
  builder->coverage = g_array_new (FALSE, FALSE, sizeof (EntSceneCoverage));
  builder->silences = g_array_new (FALSE, FALSE, sizeof (EntSceneSilence));
  builder->periods = g_array_new (FALSE, FALSE, sizeof (EntScenePeriod));
  builder->notes = g_array_new (FALSE, FALSE, sizeof (EntSceneLabel));
  builder->found_bins = g_array_new (FALSE, FALSE, sizeof (EntDensityBin));
  builder->more_bins = g_array_new (FALSE, FALSE, sizeof (EntDensityBin));
}

static void
hand_over_arrays (EntSceneBuilder *builder,
                  OwnedScene      *owned)
{
  HAND_OVER (owned, builder, lanes);
  HAND_OVER (owned, builder, ticks);
  HAND_OVER (owned, builder, spans);
  HAND_OVER (owned, builder, stems);
  HAND_OVER (owned, builder, dots);
  HAND_OVER (owned, builder, bins);
  HAND_OVER (owned, builder, shared);
  HAND_OVER (owned, builder, gauges);
  HAND_OVER (owned, builder, arcs);
  HAND_OVER (owned, builder, marks);
  HAND_OVER (owned, builder, labels);
  HAND_OVER (owned, builder, numbered);
  HAND_OVER (owned, builder, overview_ticks);
  HAND_OVER (owned, builder, coverage);
  HAND_OVER (owned, builder, silences);
  HAND_OVER (owned, builder, periods);
  HAND_OVER (owned, builder, notes);
  owned->strings = g_steal_pointer (&builder->strings);
  g_array_unref (builder->found_bins);
  g_array_unref (builder->more_bins);
}

static EntDay
to_day (double time)
{
  return (EntDay) CLAMP (floor (time), (double) ent_day_from_ymd (ENT_YEAR_MIN, 1, 1),
                         (double) ent_day_from_ymd (ENT_YEAR_MAX, 12, 31));
}

/* What of the basis depends on the request: packs of other fonts are void, and too many are dropped. */
static void
prepare_basis (EntSceneBuilder *builder)
{
  const EntSceneRequest *request = builder->request;
  EntHistory *history = builder->basis->history;
  EntTimeScale still = request->still ? request->scale : (EntTimeScale) { 0.0, 0.0 };

  if (ent_history_set_measure (history, request->measure))
    ent_lane_packs_clear (builder->basis->packs);
  if (history->width != request->width || history->still.start != still.start
      || history->still.days_per_pixel != still.days_per_pixel)
    {
      /* Levels of zoom follow from how wide the whole history is shown. */
      history->width = request->width;
      history->still = still;
      ent_lane_packs_clear (history->packs);
      ent_lane_packs_clear (builder->basis->packs);
    }
  ent_lane_packs_trim (history->packs);
  ent_lane_packs_trim (builder->basis->packs);
  builder->first_day = to_day (request->scale.start);
  builder->last_day = to_day (ent_time_scale_to_time (request->scale, builder->scene->time_area.width));
  builder->pack_level = ent_scene_builder_get_pack_level (builder);
}

static EntSceneBasis *
new_basis (const EntSceneRequest *request)
{
  return ent_scene_basis_new (request->index, request->filter, request->rows, request->lanes);
}

/**
 * ent_scene_new:
 * @request: what to show
 *
 * Lays out what @request asks for. The same request gives the same scene.
 *
 * Returns: (transfer full): the scene
 */
EntScene *
ent_scene_new (const EntSceneRequest *request)
{
  g_return_val_if_fail (request != NULL && request->index != NULL && request->filter != NULL, NULL);
  g_return_val_if_fail (request->rows != NULL && request->measure.measure != NULL, NULL);
  g_return_val_if_fail (request->scale.days_per_pixel > 0.0, NULL);

  OwnedScene *owned = g_atomic_rc_box_new0 (OwnedScene);
  g_autoptr (EntSceneBasis) basis = request->basis != NULL ? ent_scene_basis_ref (request->basis)
                                                           : new_basis (request);
  EntSceneBuilder builder = { .request = request, .basis = basis, .scene = &owned->scene };

  builder.store = ent_filter_index_get_store (request->index);
  builder.columns = ent_event_store_get_columns (builder.store);
  make_arrays (&builder);
  choose_sizes (&builder);
  owned->scene.n_undated = ent_row_set_get_count (basis->undated);
  owned->basis = ent_scene_basis_ref (basis);
  place_boxes (&builder);
  prepare_basis (&builder);
  add_ticks (&builder);
  add_tray (&builder);
  add_today (&builder);
  ent_scene_builder_add_lanes (&builder);
  ent_scene_builder_add_arcs (&builder);
  ent_scene_builder_add_silences (&builder);
  ent_scene_builder_add_periods (&builder);
  ent_scene_builder_add_overview (&builder);
  if (request->right_to_left)
    ent_scene_builder_mirror (&builder);
  hand_over_arrays (&builder, owned);
  return &owned->scene;
}

static double
to_x_in (const EntScene *scene,
         const EntBox   *area,
         double          x)
{
  return scene->mirrored ? area->x + area->width - x : x - area->x;
}

/**
 * ent_scene_to_time_x:
 * @scene: a scene
 * @x: pixels from its left edge
 *
 * Returns: pixels from where time begins, as its scale counts them
 */
double
ent_scene_to_time_x (const EntScene *scene,
                     double          x)
{
  g_return_val_if_fail (scene != NULL, x);

  return to_x_in (scene, &scene->time_area, x);
}

/**
 * ent_scene_to_overview_x:
 * @scene: a scene
 * @x: pixels from its left edge
 *
 * Returns: pixels from where the overview's time begins, as its scale counts them
 */
double
ent_scene_to_overview_x (const EntScene *scene,
                         double          x)
{
  g_return_val_if_fail (scene != NULL, x);

  return to_x_in (scene, &scene->overview_time, x);
}

/**
 * ent_scene_ref:
 * @scene: a scene
 *
 * Returns: (transfer full): @scene
 */
EntScene *
ent_scene_ref (EntScene *scene)
{
  return g_atomic_rc_box_acquire (scene);
}

/**
 * ent_scene_unref:
 * @scene: (transfer full): a scene
 */
void
ent_scene_unref (EntScene *scene)
{
  g_atomic_rc_box_release_full (scene, clear_scene);
}
