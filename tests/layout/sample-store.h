/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "filter/filter-run.h"
#include "layout/scene.h"

G_BEGIN_DECLS

/**
 * SampleStore:
 *
 * A store for tests of layout, drawing and export, with the question of its two sides.
 */
typedef struct
{
  EntVocabulary *vocabulary;
  EntEventStore *store;
  EntFilterIndex *index;
  EntFilter *filter;
  EntRowSet *rows;
} SampleStore;

/* Some forty events of a relationship, of every status, assertion and precision. */
SampleStore    *sample_store_new         (void);
/* @n events at random days of @years years. */
SampleStore    *sample_store_new_random  (GRand *random,
                                          guint  n,
                                          guint  years);
void            sample_store_free        (SampleStore *sample);
/* A request for @width × @height pixels that shows the whole history; words are measured by a plain rule. */
EntSceneRequest sample_store_request     (const SampleStore *sample,
                                          double             width,
                                          double             height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SampleStore, sample_store_free)

G_END_DECLS
