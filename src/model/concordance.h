/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/event-store.h"
#include "model/formula.h"

G_BEGIN_DECLS

/**
 * EntGenreCount:
 * @kind: a kind of statement
 * @n_with: how many of them use the formula
 * @n_all: how many there are
 */
typedef struct
{
  EntStatementKind kind;
  guint n_with;
  guint n_all;
} EntGenreCount;

/**
 * EntConcordance:
 *
 * Where formulas are used in some statements, in the order of the statements' dates. Immutable, atomically counted,
 * made on any thread.
 */
typedef struct _EntConcordance EntConcordance;

EntConcordance      *ent_concordance_new             (EntEventStore        *store,
                                                      EntFormulaSet        *set,
                                                      const guint32        *statements,
                                                      guint                 n,
                                                      GCancellable         *cancellable);
void                 ent_concordance_unref           (EntConcordance       *concordance);
EntEventStore       *ent_concordance_get_store       (const EntConcordance *concordance);
guint                ent_concordance_get_n_statements (const EntConcordance *concordance);
const EntFormulaHit *ent_concordance_get_hits        (const EntConcordance *concordance,
                                                      guint                 formula,
                                                      gsize                *n);
guint                ent_concordance_count           (const EntConcordance *concordance,
                                                      guint                 formula);
GArray              *ent_concordance_dup_bodies      (const EntConcordance *concordance,
                                                      guint                 formula);
GArray              *ent_concordance_dup_genres      (const EntConcordance *concordance,
                                                      guint                 formula);
GArray              *ent_concordance_dup_lacking     (const EntConcordance *concordance,
                                                      guint                 formula);
gboolean             ent_concordance_same_body       (const EntConcordance *concordance,
                                                      guint32               a,
                                                      guint32               b);
char                *ent_concordance_dup_sentence    (const EntConcordance *concordance,
                                                      const EntFormulaHit  *hit);
const EntFormulaHit *ent_concordance_get_previous    (const EntConcordance *concordance,
                                                      const EntFormulaHit  *hit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntConcordance, ent_concordance_unref)

G_END_DECLS
