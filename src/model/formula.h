/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "read/statement.h"

G_BEGIN_DECLS

/**
 * EntFormula:
 * @name: what it is called, in English for those the product brings
 * @ladder: (nullable): of which ladder it is a rung
 * @rung: which one, from the mildest; 0 for none
 * @variants: (element-type utf8): how it is worded; "…" in one stands for a few words
 *
 * A set phrase, with its wordings in several languages.
 */
typedef struct
{
  char *name;
  char *ladder;
  guint rung;
  GPtrArray *variants;
} EntFormula;

/**
 * EntFormulaHit:
 * @formula: number of the formula in its set
 * @statement: number of the statement; set by whoever looks through several
 * @span: the words
 *
 * A place where a formula is used. A plain value.
 */
typedef struct
{
  guint32 formula;
  guint32 statement;
  EntSpan span;
} EntFormulaHit;

/**
 * EntFormulaSet:
 *
 * The formulas of formulas.tsv in the product's and the user's vocabulary. Immutable, atomically counted.
 */
typedef struct _EntFormulaSet EntFormulaSet;

EntFormulaSet    *ent_formula_set_load  (const char * const   *folders,
                                         GError              **error);
EntFormulaSet    *ent_formula_set_ref   (EntFormulaSet        *set);
void              ent_formula_set_unref (EntFormulaSet        *set);
guint             ent_formula_set_get_n (const EntFormulaSet  *set);
const EntFormula *ent_formula_set_get   (const EntFormulaSet  *set,
                                         guint                 formula);
GArray           *ent_formula_set_find  (const EntFormulaSet  *set,
                                         const EntStatement   *statement);
gboolean          ent_formula_add       (const char           *folder,
                                         const char           *name,
                                         const char           *language,
                                         const char           *variant,
                                         GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntFormulaSet, ent_formula_set_unref)

G_END_DECLS
