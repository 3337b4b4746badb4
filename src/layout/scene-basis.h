/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/scene.h"

G_BEGIN_DECLS

/**
 * EntBasisLane:
 * @value: number of the topic, kind or actor, or %ENT_LANE_OTHER
 * @colour: 0xRRGGBB
 * @name: in English, marked for translation where it is ours
 * @acts: events that have their mark in the lane
 * @dots: (nullable): contacts that raise the topic
 */
typedef struct
{
  guint16 value;
  guint32 colour;
  const char *name;
  EntRowSet *acts;
  EntRowSet *dots;
} EntBasisLane;

/* No contact from the day after one to the day before the next, in @n_statements held. */
typedef struct
{
  EntDay from;
  EntDay to;
  guint n_statements;
} EntBasisSilence;

/* What was promised and threatened at an event, without a due date. */
typedef struct
{
  guint n_promises;
  guint n_warnings;
} EntBasisBadge;

/**
 * EntSceneBasis:
 * @contacts: events of the contacts lane
 * @lanes: (element-type EntBasisLane): the others, the fullest of the relationship first
 * @undated: events without a date to stand at
 * @badges: (element-type guint32 EntBasisBadge): by row
 * @silences: (element-type EntBasisSilence)
 * @statement_days: (element-type EntDay): days of the statements held, by side, ascending
 * @first: first day of a dated event; after @last if there is none
 * @last: last day of one
 * @first_held: first day of an event or statement
 * @last_held: last day of one
 *
 * What scenes of one question have in common, whatever time they show: who stands in which lane.
 * Counted; titles are made as they are needed, so it is used from one thread at a time.
 */
struct _EntSceneBasis
{
  EntFilterIndex *index;
  EntFilter *filter;
  EntRowSet *contacts;
  GArray *lanes;
  EntRowSet *undated;
  GHashTable *badges;
  GArray *silences;
  GArray *statement_days[2];
  EntDay first, last;
  EntDay first_held, last_held;
  GHashTable *titles;
  GStringChunk *title_strings;
};

EntSceneBasis       *ent_scene_basis_new       (const EntFilterIndex *index,
                                                const EntFilter      *filter,
                                                const EntRowSet      *rows,
                                                EntLaneMode           lanes);
EntSceneBasis       *ent_scene_basis_ref       (EntSceneBasis        *basis);
void                 ent_scene_basis_unref     (EntSceneBasis        *basis);
const EntBasisBadge *ent_scene_basis_get_badge (const EntSceneBasis  *basis,
                                                guint32               row);
const char          *ent_scene_basis_get_title (EntSceneBasis        *basis,
                                                guint32               row,
                                                const EntTranslator  *translator);
guint                ent_scene_basis_count_statements
                                               (const EntSceneBasis  *basis,
                                                guint                 side,
                                                EntDay                from,
                                                EntDay                to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntSceneBasis, ent_scene_basis_unref)

G_END_DECLS
