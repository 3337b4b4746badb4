/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/row-set.h"
#include "layout/time-scale.h"
#include "model/event-store.h"

G_BEGIN_DECLS

/**
 * EntDensityBin:
 * @left: where it begins, in pixels from the scale's start
 * @first_row: one of its rows
 * @count: how many events begin in it
 */
typedef struct
{
  double left;
  guint32 first_row;
  guint count;
} EntDensityBin;

guint ent_density_append (const EntEventStore    *store,
                          const EntRowSet * const *sets,
                          gsize                   n_sets,
                          EntTimeScale            scale,
                          double                  width,
                          double                  bin_width,
                          GArray                 *bins);

G_END_DECLS
