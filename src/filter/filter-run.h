/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/row-set.h"
#include "filter/filter.h"
#include "model/event-store.h"

G_BEGIN_DECLS

/**
 * EntFilterIndex:
 *
 * A store's bitmaps, one a facet's value, so that a filter is a few passes over words of 64 rows.
 * Immutable, atomically counted, used from any thread.
 */
typedef struct _EntFilterIndex EntFilterIndex;

/* See model/mark-table.h. */
typedef struct _EntMarkTable EntMarkTable;

#define ENT_TYPE_FILTER_INDEX (ent_filter_index_get_type ())
GType            ent_filter_index_get_type   (void);

EntFilterIndex  *ent_filter_index_new        (EntEventStore        *store);
EntFilterIndex  *ent_filter_index_ref        (EntFilterIndex       *index);
void             ent_filter_index_unref      (EntFilterIndex       *index);
EntEventStore   *ent_filter_index_get_store  (const EntFilterIndex *index);
/* Notes and tags of the user's on events and statements; NULL where the index is of no archive. */
const EntMarkTable *ent_filter_index_get_marks (const EntFilterIndex *index);
const EntRowSet *ent_filter_index_get_rows   (const EntFilterIndex *index,
                                              EntFilterFacet        facet,
                                              guint                 value);

/* The events that @filter asks for. */
EntRowSet       *ent_filter_index_run        (const EntFilterIndex *index,
                                              const EntFilter      *filter);
/* How many events each value of @facet would give under the other facets; as many as the facet has values. */
guint           *ent_filter_index_count      (const EntFilterIndex *index,
                                              const EntFilter      *filter,
                                              EntFilterFacet        facet,
                                              guint                *n_values);
/* The events for which @value tells most of @facet: each is in one value's rows, or without a value. */
const EntRowSet *ent_filter_index_get_main   (EntFilterIndex       *index,
                                              EntFilterFacet        facet,
                                              guint                 value);
/* The events that a statement tells, in the order of the rows; an event told twice stands there twice. */
const guint32   *ent_filter_index_get_told   (const EntFilterIndex *index,
                                              guint                 statement,
                                              gsize                *n);
/* Whether the event is between the filter's actors (TRUE) or only bears on them (FALSE). */
gboolean         ent_filter_index_is_between (const EntFilterIndex *index,
                                              const EntFilter      *filter,
                                              guint32               row);

char            *ent_filter_index_new_checked (const EntFilterIndex *index,
                                              const EntFilter      *filter,
                                              const EntRowSet      *rows,
                                              const EntTranslator  *translator);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntFilterIndex, ent_filter_index_unref)

G_END_DECLS
