/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/history.h"
#include "layout/statement-badges.h"

G_BEGIN_DECLS

/**
 * EntSceneBasis:
 * @history: what does not depend on the filter
 * @contacts: events of the contacts lane
 * @acts: other events with days to stand at
 * @undated: events without a date to stand at
 * @lanes: (element-type EntBasisLane): those that hold any, in the history's order
 * @badges: (element-type guint32 EntBasisBadge): by row
 * @silences: (element-type EntBasisSilence): the history's
 * @homes: (nullable) (element-type EntRowSet): where topics are left out, the lanes' events; see ent_lane_homes_new()
 * @asks_all: whether nothing of the relationship is filtered away, and every event is in its own lane
 * @density: counts: pair 0 is of the contacts, 2 n - 1 of lane n's acts and 2 n of its dots
 * @first: first day of a dated event; after @last if there is none
 * @last: last day of one
 * @first_held: first day of an event of the relationship, asked for or not, or of a statement
 * @last_held: last day of one
 *
 * What scenes of one question have in common, whatever time they show: who stands in which lane.
 * Counted; titles and lines are made as they are needed, so it is used from one thread at a time.
 */
struct _EntSceneBasis
{
  EntHistory *history;
  EntRowSet *contacts;
  EntRowSet *acts;
  EntRowSet *undated;
  GArray *lanes;
  GPtrArray *homes;
  GHashTable *badges;
  GArray *silences;
  gboolean asks_all;
  EntDensity *density;
  EntLanePacks *packs;
  EntDay first, last;
  EntDay first_held, last_held;
};

EntSceneBasis *ent_scene_basis_new              (const EntFilterIndex *index,
                                                 const EntFilter      *filter,
                                                 const EntRowSet      *rows,
                                                 EntLaneMode           lanes);
EntSceneBasis *ent_scene_basis_new_after        (EntSceneBasis        *before,
                                                 const EntFilterIndex *index,
                                                 const EntFilter      *filter,
                                                 const EntRowSet      *rows,
                                                 EntLaneMode           lanes);
EntSceneBasis *ent_scene_basis_ref              (EntSceneBasis        *basis);
void           ent_scene_basis_unref            (EntSceneBasis        *basis);

/* lane-homes.c */
GPtrArray *ent_lane_homes_new (const GArray    *lanes,
                               const EntRowSet *acts,
                               const EntFilter *filter);

EntRowSet *ent_scene_basis_dup_rows (const EntSceneBasis *basis,
                                     guint16              lane,
                                     EntDay               from,
                                     EntDay               to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntSceneBasis, ent_scene_basis_unref)

G_END_DECLS
