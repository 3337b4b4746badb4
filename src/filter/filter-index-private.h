/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "filter/filter-run.h"

G_BEGIN_DECLS

/*
 * What filter-index.c makes and filter-run.c asks.
 *
 *     rows      [facet][value] ──► bitmap; one empty set stands for all values that no event has
 *     told      statement ──► rows that it tells             [start[0] … start[1]) …
 *     reported  statement ──► actors of the events it reports
 */
struct _EntFilterIndex
{
  EntEventStore *store;
  EntRowSet *all;
  EntRowSet **rows[ENT_N_FACETS];
  guint n_values[ENT_N_FACETS];

  guint32 *told_start;
  guint32 *told;
  guint32 *reported_start;
  guint16 *reported;

  /* The last words looked for and what was found: other facets change more often than words, and
   * each further letter of a word only narrows. */
  GMutex words_lock;
  char *words;
  EntRowSet *words_rows;
};

G_END_DECLS
