/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/chart.h"
#include "parse/date-resolve.h"
#include "parse/rule-set.h"

G_BEGIN_DECLS

/**
 * EntDateTense:
 *
 * How a language tells what is to come from what was: its classes FUTURE, PAST, PAST-ENDING, VERBAL and CLAUSE.
 * Immutable; must not outlive the rules.
 */
typedef struct _EntDateTense EntDateTense;

EntDateTense *ent_date_tense_new (const EntRuleSet *rules);
void ent_date_tense_free (EntDateTense *tense);

/**
 * EntDateVerbs:
 *
 * The words of one sentence that tell past or future. Its time expressions are asked about from the first to the
 * last, so that all together cost one walk through the sentence. Scratch that may be used again.
 */
typedef struct
{
  /*< private >*/
  GArray *signals;
  guint next;     /* the first signal not before the expression */
  guint32 first;  /* where the sentence begins */
  guint32 at;     /* so far the breaks are counted */
  guint n_breaks; /* of the clause, before @at */
} EntDateVerbs;

void ent_date_verbs_init (EntDateVerbs *verbs);
void ent_date_verbs_clear (EntDateVerbs *verbs);
void ent_date_verbs_read (EntDateVerbs *verbs,
                          const EntDateTense *tense,
                          const EntChart *chart,
                          const EntSentence *sentence);
EntTense ent_date_verbs_find (EntDateVerbs *verbs,
                              const EntDateTense *tense,
                              const EntChart *chart,
                              guint32 first,
                              guint32 end,
                              EntDateHold *hold);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntDateTense, ent_date_tense_free)

G_END_DECLS
