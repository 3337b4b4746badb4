/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/rule-program.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_RULE_NODE_STEP,
  ENT_RULE_NODE_SEQUENCE,
  ENT_RULE_NODE_CHOICE,
  ENT_RULE_NODE_REPEAT,
  ENT_RULE_NODE_CAPTURE,
  ENT_RULE_NODE_GLUED,
  ENT_RULE_NODE_NOT
} EntRuleNodeKind;

/**
 * EntRuleNode:
 * @kind: what it is
 * @step: of a step: what it takes
 * @min: of a repeat: how often at least
 * @max: of a repeat: how often at most; 0: any number
 * @lazy: of a repeat: whether as few as can be
 * @capture: of a capture: its name, interned
 * @children: (element-type EntRuleNode) (nullable): its parts; a step has none
 *
 * A pattern as a tree, between its text and its program. It lives only while rules are compiled, and may be part of
 * several.
 */
typedef struct
{
  EntRuleNodeKind kind;
  EntProgramStep step;
  guint min, max;
  gboolean lazy;
  const char *capture;
  GPtrArray *children;
  /*< private >*/
  guint n_refs;
  EntRuleOutline *outline;
  GArray *runs;           /* of a choice, once a program of it was made: its ways, words on end as one */
  gboolean is_uncaptured; /* there is surely no capture in it */
} EntRuleNode;

EntRuleNode *ent_rule_node_new (EntRuleNodeKind kind,
                                EntRuleNode *child);
EntRuleNode *ent_rule_node_new_step (EntStepKind kind,
                                     guint32 a,
                                     guint32 b,
                                     guint n);
EntRuleNode *ent_rule_node_ref (EntRuleNode *node);
void ent_rule_node_unref (EntRuleNode *node);
const char *ent_rule_node_name_captures (EntRuleNode *node,
                                         GPtrArray *captures);
void ent_rule_node_emit (EntRuleNode *node,
                         const GPtrArray *captures,
                         EntWordSets *sets,
                         EntProgram *program);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRuleNode, ent_rule_node_unref)

G_END_DECLS
