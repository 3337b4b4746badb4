/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/scene.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_LEGEND_MARK,     /* the item's mark */
  ENT_LEGEND_DOT,
  ENT_LEGEND_CLUSTER,
  ENT_LEGEND_SPAN,
  ENT_LEGEND_SOFT_SPAN,
  ENT_LEGEND_STRIP,
  ENT_LEGEND_BADGE,
  ENT_LEGEND_STEM,
  ENT_LEGEND_INVOKES,
  ENT_LEGEND_FULFILS,
  ENT_LEGEND_CANCELS,
  ENT_LEGEND_STRUCK,
  ENT_LEGEND_SILENCE,
  ENT_LEGEND_TODAY,
  ENT_LEGEND_TRAY,
  ENT_LEGEND_COVERAGE,
  ENT_LEGEND_VIEW,
  ENT_N_LEGEND_SIGNS
} EntLegendSign;

/**
 * EntLegendItem:
 * @sign: what is explained
 * @mark: for a mark, what it looks like; only its kind, flags and assertion count
 * @words: (nullable): what it means, marked for translation; %NULL for a mark that only tells a kind
 *
 * A line of a legend. A plain value.
 */
typedef struct
{
  EntLegendSign sign;
  EntSceneMark mark;
  const char *words;
} EntLegendItem;

GArray *ent_legend_new (const EntScene *scene);

G_END_DECLS
