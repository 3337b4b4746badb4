/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/scene.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_HIT_NONE,
  ENT_HIT_EVENT,         /* a mark, label, badge, span or dot of @row */
  ENT_HIT_BIN,           /* several events; @row is one of them, @count how many */
  ENT_HIT_LANE_NAME,     /* @lane */
  ENT_HIT_TRAY,
  ENT_HIT_PERIOD,        /* the head of a period of the user's, which is @bin of the scene's periods */
  ENT_HIT_MORE,          /* lanes that are not shown */
  ENT_HIT_BEYOND,        /* what the overview leaves out */
  ENT_HIT_OVERVIEW,      /* beside the visible span */
  ENT_HIT_OVERVIEW_VIEW, /* in the visible span */
  ENT_HIT_OVERVIEW_START, /* its left edge */
  ENT_HIT_OVERVIEW_END   /* its right edge */
} EntHitPart;

/**
 * EntHit:
 *
 * What is at a point. A plain value.
 */
typedef struct
{
  EntHitPart part;
  guint32 row;
  guint count;
  guint16 lane; /* index in the scene's lanes */
  guint bin;    /* index in the scene's bins, of several events, or in its periods */
} EntHit;

typedef enum
{
  ENT_STEP_NEXT,      /* in time */
  ENT_STEP_PREVIOUS,
  ENT_STEP_LANE_DOWN, /* the nearest in time in the next lane that has any */
  ENT_STEP_LANE_UP
} EntStep;

/**
 * EntSceneItem:
 * @row: the event
 * @box: where it can be clicked: its mark and label
 *
 * An event on show, as a screen reader meets it.
 */
typedef struct
{
  guint32 row;
  EntBox box;
} EntSceneItem;

EntHit ent_scene_hit (const EntScene *scene,
                      double x,
                      double y);
guint32 ent_scene_step (const EntScene *scene,
                        guint32 row,
                        EntStep step);
/* (element-type EntSceneItem): the events on show, in time order, each once. */
GArray *ent_scene_get_items (const EntScene *scene);

G_END_DECLS
