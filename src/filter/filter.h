/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "base/vocabulary.h"

G_BEGIN_DECLS

/**
 * EntFilterFacet:
 *
 * What a filter may ask of; each facet's values are numbers: of the topic, kind, actor …
 */
typedef enum
{
  ENT_FACET_TOPIC,
  ENT_FACET_KIND,
  ENT_FACET_ACTOR,
  ENT_FACET_ISSUER,
  ENT_FACET_STATUS,
  ENT_FACET_ASSERTION,
  ENT_FACET_REVIEW,
  ENT_N_FACETS
} EntFilterFacet;

/**
 * EntFilterPair:
 *
 * Two actors whose relationship is asked for beside another.
 */
typedef struct
{
  guint16 actors[2];
} EntFilterPair;

/**
 * EntFilter:
 *
 * An immutable question: which relationship, and which of its events. Within a facet any value
 * will do, all facets must agree. Atomically counted; a change makes a new filter.
 */
typedef struct _EntFilter EntFilter;

typedef enum
{
  ENT_FILTER_ERROR_SYNTAX,
  ENT_FILTER_ERROR_UNKNOWN /* a value that the vocabulary does not have */
} EntFilterError;

#define ENT_FILTER_ERROR (ent_filter_error_quark ())
GQuark         ent_filter_error_quark      (void);

#define ENT_TYPE_FILTER (ent_filter_get_type ())
GType          ent_filter_get_type         (void);

guint          ent_filter_facet_count      (EntFilterFacet       facet,
                                            const EntVocabulary *vocabulary);

EntFilter     *ent_filter_new              (void);
EntFilter     *ent_filter_ref              (EntFilter           *filter);
void           ent_filter_unref            (EntFilter           *filter);

EntFilter     *ent_filter_with_between     (const EntFilter     *filter,
                                            const guint16       *actors,
                                            gsize                n,
                                            gboolean             strict);
EntFilter     *ent_filter_with_also        (const EntFilter     *filter,
                                            EntFilterPair        pair,
                                            gboolean             wanted);
EntFilter     *ent_filter_with_strict      (const EntFilter     *filter,
                                            gboolean             strict);
EntFilter     *ent_filter_with_relationship (const EntFilter    *filter,
                                            const EntFilter     *other);
EntFilter     *ent_filter_with_value       (const EntFilter     *filter,
                                            EntFilterFacet       facet,
                                            guint                value,
                                            gboolean             wanted);
EntFilter     *ent_filter_with_excluded    (const EntFilter     *filter,
                                            EntFilterFacet       facet,
                                            guint                value,
                                            gboolean             excluded);
EntFilter     *ent_filter_without_facet    (const EntFilter     *filter,
                                            EntFilterFacet       facet);
EntFilter     *ent_filter_with_span        (const EntFilter     *filter,
                                            EntDay               from,
                                            EntDay               to);
EntFilter     *ent_filter_with_words       (const EntFilter     *filter,
                                            const char          *words);

const guint16 *ent_filter_get_between      (const EntFilter     *filter,
                                            gsize               *n,
                                            gboolean            *strict);
const EntFilterPair *ent_filter_get_also   (const EntFilter     *filter,
                                            gsize               *n);
GArray        *ent_filter_dup_sides        (const EntFilter     *filter);
gboolean       ent_filter_has_value        (const EntFilter     *filter,
                                            EntFilterFacet       facet,
                                            guint                value);
gboolean       ent_filter_has_excluded     (const EntFilter     *filter,
                                            EntFilterFacet       facet,
                                            guint                value);
guint          ent_filter_get_n_values     (const EntFilter     *filter,
                                            EntFilterFacet       facet);
void           ent_filter_get_span         (const EntFilter     *filter,
                                            EntDay              *from,
                                            EntDay              *to);
const char    *ent_filter_get_words        (const EntFilter     *filter);
gboolean       ent_filter_equal            (const EntFilter     *a,
                                            const EntFilter     *b);

char          *ent_filter_to_string        (const EntFilter     *filter,
                                            const EntVocabulary *vocabulary);
EntFilter     *ent_filter_from_string      (const char          *text,
                                            const EntVocabulary *vocabulary,
                                            GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntFilter, ent_filter_unref)

G_END_DECLS
