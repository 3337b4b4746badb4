/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/translator.h"
#include "layout/scene.h"

G_BEGIN_DECLS

/**
 * EntTickRequest:
 * @scale: which time is where; x = 0 is the left edge of @area
 * @area: the axis: the upper half holds the major labels, the lower half the minor ones
 * @major_only: whether one tier is enough
 * @measure: how wide words are
 * @translator: (nullable): the user's language
 *
 * Where an axis is wanted. A plain value.
 */
typedef struct
{
  EntTimeScale scale;
  EntBox area;
  gboolean major_only;
  EntTextMeasure measure;
  const EntTranslator *translator;
} EntTickRequest;

void ent_ticks_append (const EntTickRequest *request,
                       GStringChunk         *strings,
                       GArray               *ticks);

G_END_DECLS
