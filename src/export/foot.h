/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/canvas.h"
#include "draw/text.h"
#include "export/export-request.h"

G_BEGIN_DECLS

/**
 * EntFoot:
 * @height: of all of it, in pixels of the layout
 *
 * What stands under a timeline that leaves the program: which lanes had no room, what the signs mean, what was asked
 * for, and where it is from.
 */
typedef struct
{
  double width;
  double height;
  GArray *signs; /* of FootSign */
  GArray *lines; /* of FootLine */
} EntFoot;

EntFoot *ent_foot_new     (const EntExportRequest *request,
                           const EntScene         *scene,
                           const char * const     *missing,
                           EntText                *text,
                           EntExportParts          parts,
                           double                  width,
                           double                  most_height);
void     ent_foot_free    (EntFoot                *foot);
void     ent_foot_draw_on (const EntFoot          *foot,
                           EntCanvas              *canvas,
                           const EntTextMeasure   *measure,
                           const EntStyle         *style);
GStrv    ent_wrap_words   (EntText                *text,
                           EntTextRole             role,
                           const char             *words,
                           double                  width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntFoot, ent_foot_free)

G_END_DECLS
