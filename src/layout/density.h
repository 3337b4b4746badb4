/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/row-set.h"
#include "model/event-store.h"

G_BEGIN_DECLS

/**
 * EntRowPair:
 * @a: a set
 * @b: another of the same store
 *
 * The rows that are in both sets, without a third one made of them. A plain value that borrows.
 */
typedef struct
{
  const EntRowSet *a;
  const EntRowSet *b;
} EntRowPair;

/**
 * EntDensityBin:
 * @from: its first day
 * @to: the day after its last
 * @row: from which on its events stand
 * @count: how many events begin in it
 */
typedef struct
{
  EntDay from;
  EntDay to;
  guint32 row;
  guint count;
} EntDensityBin;

/* What a bin stands for. */
typedef enum
{
  ENT_DENSITY_DAY,
  ENT_DENSITY_WEEK,
  ENT_DENSITY_MONTH,
  ENT_DENSITY_QUARTER,
  ENT_DENSITY_YEAR,
  ENT_DENSITY_FIVE_YEARS,
  ENT_DENSITY_DECADE,
  ENT_DENSITY_FIFTY_YEARS,
  ENT_DENSITY_CENTURY,
  ENT_DENSITY_FIVE_CENTURIES,
  ENT_N_DENSITY_STEPS
} EntDensityStep;

/**
 * EntDensity:
 *
 * How many events some pairs of sets have in the days, weeks, months … of the calendar. What was counted is kept.
 * Used from one thread.
 */
typedef struct _EntDensity EntDensity;

EntDensity    *ent_density_new         (const EntEventStore *store,
                                        const EntRowPair    *pairs,
                                        guint                n_pairs);
void           ent_density_free        (EntDensity          *density);
EntDensityStep ent_density_choose_step (double               days_per_pixel,
                                        double               least_pixels);
gint32         ent_density_get_bin     (EntDensityStep       step,
                                        EntDay               day);
EntDay         ent_density_get_bin_start (EntDensityStep     step,
                                        gint32               bin);
guint          ent_density_append      (EntDensity          *density,
                                        guint                pair,
                                        EntDensityStep       step,
                                        EntDay               from,
                                        EntDay               to,
                                        GArray              *bins);
guint          ent_density_count       (EntDensity          *density,
                                        guint                pair,
                                        EntDensityStep       step,
                                        EntDay               from,
                                        EntDay               to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntDensity, ent_density_free)

G_END_DECLS
