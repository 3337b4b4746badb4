/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/rule-letters.h"

G_BEGIN_DECLS

/**
 * EntAnchorGroup:
 * @ENT_ANCHOR_NONE: programs that may always match
 * @ENT_ANCHOR_RARE: those that begin with any word, and need one of some rare words behind it
 * @ENT_ANCHOR_SMALL: those that do, and need a mark, a small word or what a stage found
 *
 * Programs by what must stand behind where they begin.
 */
typedef enum
{
  ENT_ANCHOR_NONE,
  ENT_ANCHOR_RARE,
  ENT_ANCHOR_SMALL,
  ENT_N_ANCHOR_GROUPS
} EntAnchorGroup;

/* Sets of groups but the first, as bits. */
#define ENT_N_ANCHOR_SETS (1u << (ENT_N_ANCHOR_GROUPS - 1))
#define ENT_ANCHOR_BIT(group) ((guint8) (1u << (group) >> 1))

/**
 * EntRuleAnchors:
 * @of_programs: by program: its #EntAnchorGroup
 * @of_letters: by letter: the groups that its word or terms are anchors of, as bits
 * @of_classes: by class: the groups that what a stage found is an anchor of
 * @of_numbers: the groups that a number may be an anchor of
 * @reach: by group: an anchor stands so many tokens behind the first at most
 *
 * What programs cannot do without. One that begins with any word may begin at every token of a text, but
 * must come to one of a few words soon:
 *
 *     (@word | ACTOR){1,6}? (is | are | was) (today)? (sanctioned | designated)
 *          anywhere               too common                anchors
 *
 * Where none of its anchors stands within reach, it need not be tried. Immutable.
 */
typedef struct
{
  guint8 *of_programs;
  guint8 *of_letters;
  guint8 *of_classes;
  guint8 of_numbers;
  guint32 reach[ENT_N_ANCHOR_GROUPS];
} EntRuleAnchors;

EntRuleAnchors *ent_rule_anchors_new (const EntRuleSet *rules,
                                      const EntRuleLetters *letters);
void ent_rule_anchors_free (EntRuleAnchors *anchors);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRuleAnchors, ent_rule_anchors_free)

G_END_DECLS
