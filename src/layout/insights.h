/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/chart.h"

G_BEGIN_DECLS

/**
 * EntInsightRequest:
 * @index: the store and its bitmaps
 * @filter: which events, and whose relationship they are
 * @rows: what @filter gives
 * @translator: (nullable): the user's language
 *
 * What a figure is of. Borrowed while it is made.
 */
typedef struct
{
  const EntFilterIndex *index;
  const EntFilter *filter;
  const EntRowSet *rows;
  const EntTranslator *translator;
} EntInsightRequest;

/* Each is (transfer full); items of bars are rows of events, of coverage numbers of statements. */
EntChart *ent_insight_contacts (const EntInsightRequest *request);
EntChart *ent_insight_silences (const EntInsightRequest *request);
EntChart *ent_insight_topics   (const EntInsightRequest *request);
EntChart *ent_insight_tone     (const EntInsightRequest *request);
EntChart *ent_insight_scores   (const EntInsightRequest *request);
EntChart *ent_insight_coverage (const EntInsightRequest *request);

EntRowSet *ent_insight_one_sided  (const EntInsightRequest *request);
GArray    *ent_insight_statements (const EntInsightRequest *request);

G_END_DECLS
