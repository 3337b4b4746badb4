/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where one reads from right to left, time runs so too. A scene is laid out from left to right and turned over when it
 * is whole, so that nothing else in the layout needs to know of it. */
#include <math.h>

#include "layout/scene-private.h"

static void
turn_box (const EntScene *scene,
          EntBox         *box)
{
  box->x = scene->width - box->x - box->width;
}

static void
turn_x (const EntScene *scene,
        float          *x)
{
  *x = (float) scene->width - *x;
}

#define EACH(array, Type, item) \
  for (Type *item = (Type *) (gpointer) (array)->data; item < (Type *) (gpointer) (array)->data + (array)->len; item++)

static void
turn_frame (EntScene *scene)
{
  EntBox *boxes[] = { &scene->axis, &scene->period_area, &scene->lane_area, &scene->time_area, &scene->footer,
                      &scene->overview, &scene->overview_time, &scene->overview_view, &scene->earlier, &scene->later,
                      &scene->tray, &scene->more };

  for (gsize i = 0; i < G_N_ELEMENTS (boxes); i++)
    turn_box (scene, boxes[i]);
  if (scene->today_x >= 0.0)
    scene->today_x = scene->width - scene->today_x;
  scene->mirrored = TRUE;
}

/* Words have their own direction: their boxes move, and a line without one is moved by its width. */
static void
turn_lanes (const EntSceneBuilder *builder)
{
  EACH (builder->lanes, EntSceneLane, lane)
  {
    turn_box (builder->scene, &lane->box);
    turn_box (builder->scene, &lane->header);
    lane->from_right = TRUE;
    for (guint i = 0; i < G_N_ELEMENTS (lane->name); i++)
      {
        double width = lane->name[i] != NULL ? ent_scene_builder_measure (builder, ENT_TEXT_LANE, lane->name[i]) : 0;
        lane->name_x[i] = (float) floor (builder->scene->width - lane->name_x[i] - width);
      }
    if (lane->note != NULL)
      lane->note_x = (float) floor (builder->scene->width - lane->note_x
                                    - ent_scene_builder_measure (builder, ENT_TEXT_LANE_SMALL, lane->note));
  }
}

static void
turn_ticks (const EntScene *scene,
            GArray         *ticks)
{
  EACH (ticks, EntSceneTick, tick)
  {
    tick->x = scene->width - tick->x;
    turn_box (scene, &tick->box);
  }
}

static void
turn_labels (const EntScene *scene,
             GArray         *labels)
{
  EACH (labels, EntSceneLabel, label)
  {
    turn_box (scene, &label->box);
    turn_box (scene, &label->badge_box);
  }
}

static void
turn_events (const EntSceneBuilder *builder)
{
  const EntScene *scene = builder->scene;

  EACH (builder->spans, EntSceneSpan, span)
  turn_box (scene, &span->box);
  EACH (builder->stems, EntSceneStem, stem)
  turn_x (scene, &stem->x);
  EACH (builder->dots, EntSceneDot, dot)
  turn_x (scene, &dot->x);
  EACH (builder->marks, EntSceneMark, mark)
  turn_x (scene, &mark->x);
  EACH (builder->arcs, EntSceneArc, arc)
  {
    turn_x (scene, &arc->from.x);
    turn_x (scene, &arc->to.x);
  }
  EACH (builder->bins, EntSceneBin, bin)
  {
    turn_box (scene, &bin->box);
    turn_box (scene, &bin->text_box);
  }
  EACH (builder->gauges, EntSceneGauge, gauge)
  turn_box (scene, &gauge->text_box);
}

/**
 * ent_scene_builder_mirror:
 * @builder: a scene that is laid out from left to right
 *
 * Turns it over, so that time and all else runs from right to left.
 */
void
ent_scene_builder_mirror (EntSceneBuilder *builder)
{
  const EntScene *scene = builder->scene;

  turn_frame (builder->scene);
  turn_lanes (builder);
  turn_ticks (scene, builder->ticks);
  turn_ticks (scene, builder->overview_ticks);
  turn_labels (scene, builder->labels);
  turn_labels (scene, builder->notes);
  turn_events (builder);
  EACH (builder->coverage, EntSceneCoverage, bar)
  turn_box (scene, &bar->box);
  EACH (builder->silences, EntSceneSilence, silence)
  {
    turn_box (scene, &silence->box);
    turn_box (scene, &silence->text_box);
  }
  EACH (builder->periods, EntScenePeriod, period)
  {
    turn_box (scene, &period->box);
    turn_box (scene, &period->text_box);
  }
}
