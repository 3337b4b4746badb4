/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/rule-letters.h"

G_BEGIN_DECLS

/**
 * EntRuleAnchors:
 * @are_wild: by program: not 0 if any word may begin a match, and an anchor must follow
 * @of_letters: by letter: not 0 if its word or a term that begins with it is an anchor
 * @of_classes: by class: not 0 if what is of it is an anchor
 * @of_numbers: whether a number may be an anchor
 *
 * What wild programs cannot do without. One that begins with any word may begin at every token of a text, but
 * must come to one of a few words:
 *
 *     (@word | ACTOR){1,6}? (is | are | was) (today)? (sanctioned | designated)
 *          anywhere               too common                anchors
 *
 * In a sentence with no anchor of any they need not be tried. Immutable.
 */
typedef struct
{
  guint8 *are_wild;
  guint8 *of_letters;
  guint8 *of_classes;
  gboolean of_numbers;
} EntRuleAnchors;

EntRuleAnchors *ent_rule_anchors_new (const EntRuleSet *rules,
                                      const EntRuleLetters *letters);
void ent_rule_anchors_free (EntRuleAnchors *anchors);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRuleAnchors, ent_rule_anchors_free)

G_END_DECLS
