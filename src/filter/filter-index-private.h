/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "filter/filter-run.h"
#include "filter/typed-search.h"
#include "model/mark-table.h"

G_BEGIN_DECLS

/*
 * What filter-index.c makes and filter-run.c asks.
 *
 *     rows      [facet][value] ──► bitmap; one set stands for all values that no event has, one for those that all have
 *     main      [facet][value] ──► bitmap of the rows for which it is the value that tells most
 *     told      statement ──► rows that it tells             [start[0] … start[1]) …
 *     reported  statement ──► actors of the events it reports
 */
struct _EntFilterIndex
{
  EntEventStore *store;
  EntRowSet *all;
  EntRowSet *none;
  EntRowSet **rows[ENT_N_FACETS];
  guint n_values[ENT_N_FACETS];

  /* Made when they are first asked for. */
  GMutex main_lock;
  EntRowSet **main_rows[ENT_N_FACETS];

  GPtrArray *archives;  /* of EntArchive, whose indexes are asked for words; NULL: the events are looked through */
  EntRowSet *elsewhere; /* events that statements of none of them tell, too; NULL for none */
  EntMarkTable *marks;  /* notes and tags; NULL where there is no archive of one's own */

  guint32 *told_start;
  guint32 *told;
  guint32 *reported_start;
  guint16 *reported;

  /* The last words looked for and what was found: other facets change more often than words, and
   * each further letter of a word only narrows. The last relationship, and the last answer, likewise: counts of
   * facets ask the same again. */
  GMutex memory_lock;
  char *words;
  EntRowSet *words_rows;
  EntFilter *between;
  EntRowSet *between_rows;
  EntFilter *answered;
  EntRowSet *answer;
};

/* main-values.c */
void ent_filter_index_clear_main (EntFilterIndex *index,
                                  EntFilterFacet facet);

/* filter-facets.c */
void ent_filter_narrow_facets (const EntFilterIndex *index,
                               const EntFilter *filter,
                               EntFilterFacet but,
                               guint64 *words);

G_END_DECLS
