/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/canvas.h"
#include "draw/text.h"
#include "export/export-request.h"

G_BEGIN_DECLS

/* How much higher than without it a foot may be for a key: a line of it tells as much as two of the timeline. */
#define ENT_FOOT_KEY_STRETCH 1.35

/**
 * EntFootMissing:
 * @lanes: (nullable): names of the lanes that the timeline has no room for
 * @hidden: (nullable): the lanes that a person hid, each with how many events it has
 * @parts: what there is no room for under the timeline
 *
 * What is not there, and has to be told.
 */
typedef struct
{
  const char * const *lanes;
  const char * const *hidden;
  EntExportParts parts;
} EntFootMissing;

/**
 * EntFoot:
 * @height: of all of it, in pixels of the layout
 * @n_keyed: how many of the timeline's numbers it tells: as many as it had room for
 * @filled: which parts it has something to tell in
 *
 * What stands under a timeline that leaves the program: what marks are whose words had no room, which lanes had none,
 * what the signs mean, what was asked for, and where it is from.
 */
typedef struct
{
  double width;
  double height;
  guint n_keyed;
  EntExportParts filled;
  GArray *signs; /* of FootSign */
  GArray *lines; /* of FootLine */
} EntFoot;

EntFoot *ent_foot_new     (const EntExportRequest *request,
                           const EntScene         *scene,
                           const EntFootMissing   *missing,
                           EntText                *text,
                           EntExportParts          parts,
                           double                  width,
                           double                  most_height);
void     ent_foot_free    (EntFoot                *foot);
void     ent_foot_draw_on (const EntFoot          *foot,
                           EntCanvas              *canvas,
                           const EntTextMeasure   *measure,
                           const EntStyle         *style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntFoot, ent_foot_free)

G_END_DECLS
