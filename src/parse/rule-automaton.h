/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/rule-anchors.h"
#include "parse/rule-program.h"
#include "parse/rule-signs.h"

G_BEGIN_DECLS

/**
 * EntRuleAutomaton:
 * @sets: the sets of words in the steps
 * @letters: what patterns can tell of words
 * @numbers: what they can tell of numbers
 * @anchors: what programs cannot do without
 * @are_aside: by program: whether it is put aside
 * @steps: the steps of all programs in a row, their links from the first of all; the match that ends a program has the
 *   program's number as `a`
 * @n_steps: how many
 * @starts: by program: its first step
 * @n_programs: how many programs
 *
 * The programs of a set of rules as one automaton without captures. Immutable.
 */
typedef struct
{
  const EntWordSets *sets;
  EntRuleLetters *letters;
  EntRuleNumbers *numbers;
  EntRuleAnchors *anchors;
  guint8 *are_aside;
  EntProgramStep *steps;
  guint32 n_steps;
  guint32 *starts;
  guint32 n_programs;
} EntRuleAutomaton;

EntRuleAutomaton *ent_rule_automaton_new (const EntRuleSet *rules);
void ent_rule_automaton_free (EntRuleAutomaton *automaton);
gboolean ent_rule_automaton_takes (const EntRuleAutomaton *automaton,
                                   const EntProgramStep *step,
                                   const EntRuleSign *sign);
gboolean ent_rule_automaton_bars (const EntRuleAutomaton *automaton,
                                  const EntRuleSigns *signs,
                                  guint32 index,
                                  guint32 sign);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRuleAutomaton, ent_rule_automaton_free)

G_END_DECLS
